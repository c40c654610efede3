"""Questions and answers, and lines that open with a name: the label says who speaks, the colon is the cue."""

from __future__ import annotations

from typing import Any

import pytest
from said import parameters, said

Row = tuple[str, str | None, str]

LINES: dict[str, list[Any]] = {
    "id": [
        (
            "T: Siapa yang membayar?\n\nJ: Desa. Kami punya kuitansinya.",
            [("T", ":", "Siapa yang membayar?"), ("J", ":", "Desa. Kami punya kuitansinya")],
        ),
        (
            "T: Siapa yang membayar?\nJ: Desa. Kami punya kuitansinya.",
            [("T", ":", "Siapa yang membayar?"), ("J", ":", "Desa. Kami punya kuitansinya")],
        ),
        ("T: Siapa yang membayar\nJ: Desa yang membayar", [("T", ":", "Siapa yang membayar"), ("J", ":", "Desa yang membayar")]),
        (
            "Tanya: Siapa yang membayar?\n\nJawab: Desa yang membayar.",
            [("Tanya", ":", "Siapa yang membayar?"), ("Jawab", ":", "Desa yang membayar")],
        ),
        (
            "Tanya : Siapa yang membayar?\n\nJawab : Desa yang membayar.",
            [("Tanya", ":", "Siapa yang membayar?"), ("Jawab", ":", "Desa yang membayar")],
        ),
        (
            'T: "Siapa yang membayar?"\n\nJ: "Desa. Kami punya kuitansinya."',
            [("T", ":", "Siapa yang membayar?"), ("J", ":", "Desa. Kami punya kuitansinya")],
        ),
        (
            "Moderator: Siapa yang membayar?\n\nSuminar: Desa yang membayar. Kami punya kuitansinya.",
            [("Moderator", ":", "Siapa yang membayar?"), ("Suminar", ":", "Desa yang membayar. Kami punya kuitansinya")],
        ),
        (
            "Ratri Anggun: Air naik cepat. Kami lari ke bukit.\n\nSuminar: Tak ada yang menolong.",
            [("Ratri Anggun", ":", "Air naik cepat. Kami lari ke bukit"), ("Suminar", ":", "Tak ada yang menolong")],
        ),
        (
            "T: Apa yang terjadi?\n\nJ: Air naik cepat.\n\nKami lari ke bukit dan tidur di sana.\n\nT: Lalu?\n\nJ: Kami pulang.",
            [
                ("T", ":", "Apa yang terjadi?"),
                ("J", ":", "Air naik cepat | Kami lari ke bukit dan tidur di sana"),
                ("T", ":", "Lalu?"),
                ("J", ":", "Kami pulang"),
            ],
        ),
    ],
    "en": [
        (
            "Q: Who paid for the road?\n\nA: The town did. We have the receipts.",
            [("Q", ":", "Who paid for the road?"), ("A", ":", "The town did. We have the receipts")],
        ),
        (
            "Q: Who paid for the road?\nA: The town did. We have the receipts.",
            [("Q", ":", "Who paid for the road?"), ("A", ":", "The town did. We have the receipts")],
        ),
        ("Q: Who paid\nA: The town did", [("Q", ":", "Who paid"), ("A", ":", "The town did")]),
        ("Q : Who paid?\n\nA : The town did.", [("Q", ":", "Who paid?"), ("A", ":", "The town did")]),
        ("Question: Who paid?\n\nAnswer: The town did.", [("Question", ":", "Who paid?"), ("Answer", ":", "The town did")]),
        (
            'Q: "Who paid?"\n\nA: "The town did. We have the receipts."',
            [("Q", ":", "Who paid?"), ("A", ":", "The town did. We have the receipts")],
        ),
        (
            "Moderator: Who paid?\n\nTarr: The town did. We have the receipts.",
            [("Moderator", ":", "Who paid?"), ("Tarr", ":", "The town did. We have the receipts")],
        ),
        (
            "INES ROLFE: The water rose fast. We ran for the hill.\n\nOWEN TARR: Nobody helped.",
            [("INES ROLFE", ":", "The water rose fast. We ran for the hill"), ("OWEN TARR", ":", "Nobody helped")],
        ),
        (
            "Q: What happened?\n\nA: The water rose fast.\n\nWe ran for the hill and slept there.\n\nQ: And then?\n\nA: We went home.",
            [
                ("Q", ":", "What happened?"),
                ("A", ":", "The water rose fast | We ran for the hill and slept there"),
                ("Q", ":", "And then?"),
                ("A", ":", "We went home"),
            ],
        ),
    ],
}


@pytest.mark.parametrize(("language", "text", "expected"), parameters(LINES))
def test_a_label_names_the_speaker_of_its_paragraph(language: str, text: str, expected: list[Row]) -> None:
    assert [(row.speakers, row.cue, row.contents) for row in said(text, language)] == expected


NO_LABELS: dict[str, list[Any]] = {
    "id": [
        "Apa yang terjadi malam itu?\n\nAir naik cepat sampai ke atap.",
        "Foto: Air naik cepat di Wonokerto.",
        "Baca juga: Air naik cepat di Wonokerto.",
        "Catatan: Angka ini diperbarui pada 3 April.",
        "Pukul 10.00: Air naik cepat.",
        "Penulis: Ratri Anggun",
        "Waktu: Senin, 3 April",
        "Harga: Rp 50.000",
        "Alamat: Jalan Melati 3, Ngawi",
    ],
    "en": [
        "What happened that night?\n\nThe water rose to the roof.",
        "Photo: The water rose fast in Carver.",
        "Read more: The water rose fast in Carver.",
        "Note: This figure was updated on April 3.",
        "Where: Town hall, Mill Road",
        "When: Monday at noon",
        "Price: $50",
        "Correction: An earlier version gave the wrong date.",
    ],
}


@pytest.mark.parametrize(("language", "text"), parameters(NO_LABELS))
def test_what_only_looks_like_a_transcript(language: str, text: str) -> None:
    assert said(text, language) == []
