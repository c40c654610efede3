"""Span: a stretch of a text, verbatim."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of an article's text, in Unicode code points, end excluded; `text` repeats what stands there."""

    start: int
    end: int
    text: str

    @classmethod
    def cut(cls, whole: str, start: int, end: int) -> Span:
        """The span of `whole` from `start` to `end`. Raises ValueError for an empty or outlying stretch."""
        if not 0 <= start < end <= len(whole):
            raise ValueError(f"no stretch {start}:{end} in a text of {len(whole)} characters")
        return Span(start=start, end=end, text=whole[start:end])
