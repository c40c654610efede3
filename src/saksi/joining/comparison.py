"""Lays a copy beside its origin for people: the copy's text with the words that were taken out and put in, in their places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from saksi.joining.shingles import wording
from saksi.records import Edit


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """Words that stand in both texts (as the copy has them), only in the origin, or only in the copy. `paragraph` marks
    removed words that were whole paragraphs."""

    kind: Literal["same", "removed", "added"]
    text: str
    paragraph: bool = False


def compared(origin: str, copy: str, edits: Sequence[Edit]) -> Iterator[Passage]:
    """The copy's text from beginning to end, with the edits of this copy, in their order, where they were made."""
    starts_a = [start for start, _ in wording(origin).spans]
    starts_b = [start for start, _ in wording(copy).spans]
    at_a = at_b = 0
    for edit in edits:
        if edit.b is not None:
            place = edit.b.start
        else:
            between = 0 if edit.a is None else bisect_left(starts_a, edit.a.start) - bisect_left(starts_a, at_a)
            place = _before(copy, starts_b, bisect_left(starts_b, at_b) + between, at_b)
        if place > at_b:
            yield Passage(kind="same", text=copy[at_b:place])
        words = bisect_left(starts_b, place) - bisect_left(starts_b, at_b)
        if edit.a is not None:
            yield Passage(kind="removed", text=edit.removed, paragraph=_whole_lines(origin, edit.a.start, edit.a.end))
        if edit.b is not None:
            yield Passage(kind="added", text=edit.added)
        at_a = edit.a.end if edit.a is not None else _before(origin, starts_a, bisect_left(starts_a, at_a) + words, at_a)
        at_b = max(at_b, edit.b.end if edit.b is not None else place)
    if at_b < len(copy):
        yield Passage(kind="same", text=copy[at_b:])


def _before(text: str, starts: Sequence[int], word: int, floor: int) -> int:
    """Where the word of this number begins, with the marks that open it; the end of the text behind the last one."""
    if word >= len(starts):
        return len(text)
    place = starts[word]
    while place > floor and not text[place - 1].isspace():
        place -= 1
    return place


def _whole_lines(text: str, start: int, end: int) -> bool:
    return (start == 0 or text[start - 1] == "\n") and (end == len(text) or text[end] == "\n")
