"""Cutting a text into marked pieces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksi.desk.marking import Mark, Paragraph, Reference, behind, marked, paragraph_bounds
from saksi.records import Span


def printed(paragraphs: list[Paragraph]) -> list[str]:
    return ["".join(piece.text for piece in paragraph.pieces) for paragraph in paragraphs]


def under(paragraphs: list[Paragraph], name: str) -> str:
    return "".join(piece.text for paragraph in paragraphs for piece in paragraph.pieces if name in piece.names)


def reference(at: int, sign: str) -> Reference:
    return Reference(at=at, id=f"m-{sign}", target=f"#s-{sign}", sign=sign, label=sign)


def test_paragraphs_are_parted_by_blank_lines_and_keep_their_own_line_ends() -> None:
    text = "\n\none\ntwo\n \n\nthree\r\n\r\nfour\n"
    assert [text[start:end].strip() for start, end in paragraph_bounds(text)] == ["one\ntwo", "three", "four"]


@pytest.mark.parametrize("text", ["", " \n\n \n"])
def test_a_blank_text_has_no_paragraph(text: str) -> None:
    assert list(marked(text, [Mark(start=0, end=1, names=("a",))])) == []


@given(st.data())
def test_marks_land_on_their_words_and_no_letter_is_lost(data: st.DataObject) -> None:
    """Whatever marks nest or overlap, each name covers its stretch, and the pieces add up to the paragraphs."""
    text = data.draw(st.text(alphabet="ab \n", max_size=40))
    edges = st.integers(min_value=0, max_value=len(text))
    pairs = data.draw(st.lists(st.tuples(edges, edges), max_size=6))
    marks = [Mark(start=min(pair), end=max(pair), names=(f"m{n}",)) for n, pair in enumerate(pairs)]
    paragraphs = list(marked(text, marks, [reference(end, "x") for end, _ in pairs]))
    bounds = list(paragraph_bounds(text))
    assert printed(paragraphs) == [text[start:end] for start, end in bounds]
    for mark in marks:
        inside = (text[max(start, mark.start) : max(min(end, mark.end), start)] for start, end in bounds)
        assert under(paragraphs, mark.names[0]) == "".join(inside)


@given(st.text(alphabet="ab\n", min_size=1, max_size=30), st.lists(st.integers(min_value=0, max_value=30), max_size=5))
def test_a_reference_inside_or_before_a_paragraph_is_printed_once(text: str, places: list[int]) -> None:
    bounds = list(paragraph_bounds(text))
    wanted = [at for at in places if bounds and at <= bounds[-1][1]]
    paragraphs = marked(text, [], [reference(at, "x") for at in wanted])
    assert sum(len(piece.references) for paragraph in paragraphs for piece in paragraph.pieces) == len(wanted)


def test_a_piece_under_two_marks_carries_the_names_of_both() -> None:
    (paragraph,) = marked("she said he left", [Mark(start=0, end=16, names=("c1",)), Mark(start=9, end=11, names=("p2",))])
    assert [(piece.text, piece.names) for piece in paragraph.pieces] == [("she said ", ("c1",)), ("he", ("c1", "p2")), (" left", ("c1",))]


def test_references_at_one_place_keep_their_order() -> None:
    (paragraph,) = marked("one two", [], [reference(3, "1"), reference(3, "2")])
    assert [[found.sign for found in piece.references] for piece in paragraph.pieces] == [["1", "2"], []]


def test_a_caption_is_told_from_the_text() -> None:
    text = "A bridge at dawn.\n\nThe bridge is shut."
    paragraphs = list(marked(text, [], captions=[Span.cut(text, 0, 17)]))
    assert [paragraph.caption for paragraph in paragraphs] == [True, False]


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ('"We left," he said.', "We left", '"We left,"'),
        ("He said they left. Then", "they left", "He said they left."),
        ("“One.\n\n“Two.” she said", "One.\n\n“Two", "“One."),
    ],
)
def test_the_number_of_a_statement_stands_behind_its_closing_marks(text: str, content: str, expected: str) -> None:
    start = text.index(content)
    assert text[: behind(text, Span.cut(text, start, start + len(content)))] == expected


def test_a_hundred_thousand_characters_with_a_mark_on_each_word_are_cut_at_once() -> None:
    """One paragraph and twenty thousand marks must not cost the square of either."""
    text = "word " * 20_000
    marks = [Mark(start=at, end=at + 4, names=("c",)) for at in range(0, len(text) - 5, 5)]
    (paragraph,) = marked(text, marks)
    assert "".join(piece.text for piece in paragraph.pieces) == text
