"""What makes a reading doubtful is said in a note, and nothing is lost for it."""

from __future__ import annotations

import pytest

from saksi.limits import CONTENT_CHARS, SENTENCE_CUES, SENTENCE_TOKENS
from saksi.reading.read import read
from saksi.records import Article, Reading


def reading(text: str) -> Reading:
    return read(Article(id="a", text=text, language="id"))


def codes(text: str) -> list[str]:
    return [note.code for note in reading(text).article.notes]


def test_an_odd_mark_is_named_and_costs_its_own_paragraph_at_most() -> None:
    read_so = reading("Murni Lestari berkata, “kapal itu kosong.\n\nGuntur Wibawa membantah kabar itu.")
    (note,) = read_so.article.notes
    assert note.code == "quote_mark"
    assert "before “kapal itu kosong" in note.why
    assert [name.text for found in read_so.statements for name in found.speakers if name.text == "Guntur Wibawa"]


def test_a_quotation_over_paragraphs_is_no_odd_mark() -> None:
    assert codes("“Kapal itu kosong,” kata Murni Lestari.\n\n“Kami menunggu.\n\n“Lalu kami pulang,” katanya.") == []


def test_a_sentence_read_in_pieces_is_named() -> None:
    assert codes("Murni Lestari mengatakan " + "kapal itu kosong dan " * SENTENCE_TOKENS + "pergi.") == ["long_sentence"]


@pytest.mark.parametrize("marks", ["{}", "“{}”", "Guntur Wibawa berkata, “{}”"])
def test_a_sentence_of_too_many_cues_is_cut_before_the_next_and_named(marks: str) -> None:
    words = "Murni mengatakan pasar sepi dan " * (SENTENCE_CUES + 1) + "pulang"
    assert codes(marks.format(words) + ".") == ["long_sentence"]
    assert codes(marks.format(words.replace("Murni mengatakan", "Murni bilang", 1).replace("bilang", "pergi")) + ".") == []


def test_a_long_quotation_keeps_its_speaker() -> None:
    inside = "Kapal itu kosong dan kami menunggu sampai pagi. " * (CONTENT_CHARS // 40)
    found = reading(f"“{inside.strip()}” kata Murni Lestari.")
    assert [span.text for statement in found.statements for span in statement.contents] == [inside.strip(" .")]
    assert found.article.notes == ()
