"""Who passed a statement on: a medium that quotes or was told, and the speaker within whose words another speaks."""

from __future__ import annotations

import pytest
from said import Said, parameters, read_text, rows, said

CASES = {
    "id": [
        (
            "Hasan mengatakan gudang itu kosong, seperti dikutip Reuters.",
            [Said("Hasan", "mengatakan", "gudang itu kosong", relay="Reuters")],
        ),
        pytest.param(
            '"Gudang itu kosong," kata Hasan, dilansir dari Antara.', [Said("Hasan", "kata", "Gudang itu kosong", relay="Antara")]
        ),
        ('"Gudang itu kosong," kata Hasan, dilansir dari Reuters.', [Said("Hasan", "kata", "Gudang itu kosong", relay="Reuters")]),
        ('"Gudang itu kosong," kata Hasan kepada Reuters.', [Said("Hasan", "kata", "Gudang itu kosong", relay="Reuters")]),
        ('"Gudang itu kosong," kata Hasan kepada wartawan.', [Said("Hasan", "kata", "Gudang itu kosong")]),
        (
            "Reuters, mengutip pejabat pelabuhan, melaporkan dua perahu hilang.",
            [Said("pejabat pelabuhan", "melaporkan", "dua perahu hilang", "report", relay="Reuters")],
        ),
        ("Reuters melaporkan dua perahu hilang.", [Said("Reuters", "melaporkan", "dua perahu hilang", "report")]),
        ("Menurut Reuters, dua perahu hilang.", [Said("Reuters", "Menurut", "dua perahu hilang")]),
        (
            "Reuters melaporkan, pejabat Norwegia mengatakan dua perahu nelayan dari Pontianak hilang di muara sungai sejak Senin pagi.",
            [
                Said(
                    "pejabat Norwegia",
                    "mengatakan",
                    "dua perahu nelayan dari Pontianak hilang di muara sungai sejak Senin pagi",
                    relay="Reuters",
                )
            ],
        ),
        (
            "Lestari mengatakan bahwa Hasan membantah tuduhan itu.",
            [
                Said("Lestari", "mengatakan", "Hasan membantah tuduhan itu"),
                Said("Hasan", "membantah", "tuduhan itu", "deny", "denied", relay="Lestari"),
            ],
        ),
    ],
    "en": [
        ("The store was empty, Voss said, as quoted by Reuters.", [Said("Voss", "said", "The store was empty", relay="Reuters")]),
        ("Voss told Reuters that the store was empty.", [Said("Voss", "told", "the store was empty", relay="Reuters")]),
        ('"The store was empty," Voss told the BBC.', [Said("Voss", "told", "The store was empty", relay="BBC")]),
        ("Voss told reporters that the store was empty.", [Said("Voss", "told", "the store was empty")]),
        (
            "Reuters, citing a port official, reported that two boats were lost.",
            [Said("port official", "reported", "two boats were lost", "report", relay="Reuters")],
        ),
        ("Reuters reported that two boats were lost.", [Said("Reuters", "reported", "two boats were lost", "report")]),
        ("Two boats were lost, Reuters reported.", [Said("Reuters", "reported", "Two boats were lost", "report")]),
        (
            "Voss said that Lund denied the accusation.",
            [Said("Voss", "said", "Lund denied the accusation"), Said("Lund", "denied", "the accusation", "deny", "denied", relay="Voss")],
        ),
    ],
}


@pytest.mark.parametrize(("code", "text", "expected"), parameters(CASES))
def test_who_passed_it_on(code: str, text: str, expected: list[Said]) -> None:
    assert said(text, code) == expected


def test_what_the_outlet_was_told_itself_has_no_relay() -> None:
    """Where the article's own outlet was told, nobody stands between."""
    assert [row.relay for row in rows(read_text('"Gudang itu kosong," kata Hasan kepada Reuters.', outlet="Reuters"))] == [""]


def test_a_relay_is_told_apart_from_a_credit() -> None:
    """An agency in brackets credits the article; it has passed on no statement."""
    assert [row.relay for row in said('"Gudang itu kosong," kata Hasan. (Reuters)')] == [""]
