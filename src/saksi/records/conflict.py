"""Conflict: two places that cannot both be right."""

from __future__ import annotations

from typing import Literal

import msgspec

from saksi.records.span import Span

ConflictKind = Literal["figure", "date", "place", "attribute", "polarity"]


class Differing(msgspec.Struct, frozen=True, kw_only=True):
    """The words that differ, as they stand at either place."""

    a: str
    b: str


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """Both spans index the same article's text; `differs` lists the words that cannot both be right."""

    a: Span
    b: Span
    kind: ConflictKind
    differs: tuple[Differing, ...] = ()
