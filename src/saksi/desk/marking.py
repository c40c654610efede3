"""Cuts a text into the pieces that a page prints, each with the marks that lie over it; knows nothing of HTML."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec

from saksi.records import Span

_CLOSING = frozenset("\"'”’»›“‘.,;:!?)…")
"""What may stand between the last quoted word and the number that refers to its statement."""


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text, end excluded, and the class names that its pieces carry. Marks may nest and overlap.

    `anchor`, where given, becomes the id of the piece with which the mark begins.
    """

    start: int
    end: int
    names: tuple[str, ...]
    anchor: str | None = None


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """A small link that stands in the text, after the character before `at`. `label` is read aloud, `sign` shown."""

    at: int
    id: str
    target: str
    sign: str
    label: str
    names: tuple[str, ...] = ()


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """Text under the same marks throughout, then the references that stand behind it; `anchor` is its id on the page."""

    text: str
    names: tuple[str, ...] = ()
    anchor: str | None = None
    references: tuple[Reference, ...] = ()


class Paragraph(msgspec.Struct, frozen=True, kw_only=True):
    """The pieces of one paragraph, whose texts add up to it; `caption` where it stands under a picture."""

    pieces: tuple[Piece, ...]
    caption: bool = False


def marked(
    text: str,
    marks: Iterable[Mark],
    references: Iterable[Reference] = (),
    captions: Sequence[Span] = (),
) -> Iterator[Paragraph]:
    """The paragraphs of `text`, cut at every edge of a mark; linear in text and marks."""
    waiting = deque(sorted((mark for mark in marks if mark.start < mark.end), key=lambda mark: mark.start))
    pending = deque(sorted(references, key=lambda reference: reference.at))
    active: list[Mark] = []
    for start, end in paragraph_bounds(text):
        while waiting and waiting[0].start < end:
            active.append(waiting.popleft())
        active = [mark for mark in active if mark.end > start]
        here = []
        while pending and pending[0].at <= end:
            here.append(pending.popleft())
        caption = any(span.start < end and start < span.end for span in captions)
        yield Paragraph(pieces=tuple(_pieces(text, start, end, active, here)), caption=caption)


def paragraph_bounds(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph: lines up to the next blank one, without the line ends around them."""
    start: int | None = None
    end = at = 0
    for line in text.split("\n"):
        if line.strip():
            start = at if start is None else start
            end = at + len(line)
        elif start is not None:
            yield start, end
            start = None
        at += len(line) + 1
    if start is not None:
        yield start, end


def behind(text: str, content: Span) -> int:
    """Where a reference to this content stands: behind its first paragraph and the marks that close it."""
    stop = text.find("\n\n", content.start, content.end)
    at = content.end if stop < 0 else stop
    while at < len(text) and text[at] in _CLOSING:
        at += 1
    return at


def _pieces(text: str, start: int, end: int, marks: Sequence[Mark], references: Sequence[Reference]) -> Iterator[Piece]:
    opening: defaultdict[int, list[Mark]] = defaultdict(list)
    closing: defaultdict[int, list[Mark]] = defaultdict(list)
    behind_here: defaultdict[int, list[Reference]] = defaultdict(list)
    for mark in marks:
        opening[max(mark.start, start)].append(mark)
        closing[min(mark.end, end)].append(mark)
    for reference in references:
        behind_here[max(reference.at, start + 1)].append(reference)
    cuts = sorted({start, end, *opening, *closing, *behind_here})
    over: dict[int, tuple[str, ...]] = {}
    for left, right in pairwise(cuts):
        for mark in closing[left]:
            over.pop(id(mark), None)
        over.update((id(mark), mark.names) for mark in opening[left])
        names = tuple(dict.fromkeys(name for marked_as in over.values() for name in marked_as))
        anchor = next((mark.anchor for mark in opening[left] if mark.anchor is not None and mark.start == left), None)
        yield Piece(text=text[left:right], names=names, anchor=anchor, references=tuple(behind_here[right]))
