"""Cuts what a search found to a length that a table can show, verbatim, with the hits told apart from the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from saksi.ledger.protocol import SearchHit
from saksi.records import Span

CUT = "…"


class Piece(msgspec.Struct, frozen=True):
    """A stretch of text as it stands there, or the sign of a cut; `hit` where it is a word that was looked for."""

    text: str
    hit: bool = False


def excerpt(hit: SearchHit, width: int) -> tuple[Piece, ...]:
    """Of each content what surrounds its first hit, else its beginning: about `width` characters, cut between words.

    Contents without a hit are left out where another has one; "…" stands between contents and where something was cut.
    """
    contents = hit.row.statement.contents
    marks = [[mark for mark in hit.marks if span.start <= mark.start and mark.end <= span.end] for span in contents]
    some = any(marks)
    pieces: list[Piece] = []
    for span, own in zip(contents, marks, strict=True):
        if own or not some:
            if pieces and pieces[-1].text != CUT:
                pieces.append(Piece(CUT))
            pieces += _cut(span, own, width)
    return tuple(pieces)


def _cut(span: Span, marks: Sequence[Span], width: int) -> Iterator[Piece]:
    first = marks[0].start - span.start if marks else 0
    start = 0 if first < width // 2 else _between_words(span.text, first - width // 3)
    end = len(span.text) if len(span.text) - start <= width else _between_words(span.text, start + width)
    if marks:
        end = max(end, min(marks[0].end - span.start, len(span.text)))
    if start:
        yield Piece(CUT)
    at = start
    for mark in marks:
        begin, after = mark.start - span.start, mark.end - span.start
        if at <= begin and after <= end:
            if at < begin:
                yield Piece(span.text[at:begin])
            yield Piece(span.text[begin:after], True)
            at = after
    if at < end:
        yield Piece(span.text[at:end])
    if end < len(span.text):
        yield Piece(CUT)


def _between_words(text: str, at: int) -> int:
    """The nearest place before `at`, within a long word's reach, at which a word begins; else `at`."""
    blank = text.rfind(" ", max(0, at - 40), at)
    return at if blank < 0 else blank + 1
