"""Captions that a text shows by itself, and the lines of a story that only end like one."""

from __future__ import annotations

import pytest

from saksi.reading.captions import find_captions
from saksi.records import Span


def captions(text: str, language: str = "id") -> list[str]:
    found = find_captions(text, language, ())
    assert all(text[span.start : span.end] == span.text for span in found)
    return [span.text for span in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Caption: The ferry leaves the harbour at dawn.", "The ferry leaves the harbour at dawn."),
        ("Foto: Seorang nelayan menjemur jaring. (Foto: Dok. Pelabuhan)", "Seorang nelayan menjemur jaring."),
        ("Keterangan foto: Para nelayan di dermaga lama", "Para nelayan di dermaga lama"),
        ("Ket. foto: Para nelayan di dermaga lama", "Para nelayan di dermaga lama"),
        ("Nelayan menjemur jaring di dermaga lama (Dok. Istimewa)", "Nelayan menjemur jaring di dermaga lama"),
        ("Nelayan menjemur jaring di dermaga lama (ANTARA FOTO/R. Nama)", "Nelayan menjemur jaring di dermaga lama"),
        ("Fishermen mend their nets on the old pier. REUTERS/A. Name", "Fishermen mend their nets on the old pier."),
        ("Fishermen mend their nets on the old pier (AP Photo/A. Name)", "Fishermen mend their nets on the old pier"),
        (
            "Ketua serikat nelayan Arif Lontar di dermaga lama, (29/11/2016).",
            "Ketua serikat nelayan Arif Lontar di dermaga lama, (29/11/2016).",
        ),
        ("Arif Lontar di depan gedung serikat, Senin (3/4/2017)", "Arif Lontar di depan gedung serikat, Senin (3/4/2017)"),
    ],
)
def test_a_caption_alone_on_its_line(text: str, expected: str) -> None:
    story = f"Harga ikan naik lagi pekan ini.\n\n{text}\nNelayan mengeluh kepada bupati."
    assert captions(story) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Nelayan mengeluh kepada bupati, Senin (3/4/2017).",
        "Kapal itu tiba di dermaga lama pada Senin (3/4).",
        "Empat orang tewas di dermaga lama, Senin (3/4).",
        "Harga ikan naik. Nelayan diam di dermaga lama (3/4/2017).",
        "Nelayan mengeluh kepada bupati. (Reuters/Ant)",
        "Nelayan mengeluh kepada bupati. (AFP)",
        "Foto: Arif Lontar",
        "Foto: Antara",
        "Serikat Nelayan Kota Lama (SNKL)",
        "Umm Khaled (41)",
        'Ketua: "Kami menolak harga itu dan akan mogok."',
    ],
)
def test_a_line_of_the_story_is_no_caption(text: str) -> None:
    assert captions(f"Harga ikan naik lagi pekan ini.\n\n{text}\n\nNelayan pulang.") == []


def test_english_verbs_keep_a_dated_line_in_the_story() -> None:
    assert captions("The ferry was late at the old pier on Monday (3/4/2017).", "en") == []
    assert captions("Ferry captain Ann Miller at the old pier (3/4/2017).", "en") == [
        "Ferry captain Ann Miller at the old pier (3/4/2017)."
    ]


def test_a_caption_known_from_the_page_is_told_once() -> None:
    text = "Caption: The ferry leaves the harbour at dawn."
    known = Span.cut(text, 0, len(text))
    assert find_captions(text, "en", (known,)) == (known,)


def test_captions_of_page_and_text_come_in_the_order_of_the_text() -> None:
    text = "Caption: The ferry leaves the harbour at dawn.\n\nA view of the old pier\n\nThe price of fish rose."
    known = Span.cut(text, 48, 70)
    assert [span.text for span in find_captions(text, "en", (known,))] == [
        "The ferry leaves the harbour at dawn.",
        "A view of the old pier",
    ]


def test_only_short_lines_are_captions() -> None:
    assert captions("Foto: " + "nelayan menjemur jaring " * 30) == []


def test_a_long_line_of_brackets_is_read_in_linear_time() -> None:
    """100 kB in lines of caption length; a pattern that backtracks would not come back."""
    assert captions(("(Foto: " * 80 + "(3/4/2017.\n") * 180) == []
