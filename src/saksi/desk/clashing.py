"""A conflict of two articles laid out: each side's words with those that differ marked, and the article where they stand."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from saksi.desk.lines import Desk
from saksi.desk.marking import Paragraph
from saksi.desk.spread import excerpt
from saksi.records import Article, Clash, Place


class Face(msgspec.Struct, frozen=True, kw_only=True):
    """One side of a conflict."""

    article: Article
    words: tuple[Paragraph, ...]
    statement: str | None = None


class Facing(msgspec.Struct, frozen=True, kw_only=True):
    """Both sides, the older article first."""

    clash: Clash
    a: Face
    b: Face


def facing(clash: Clash, desk: Desk) -> Facing:
    """A conflict with its two places. Raises NotInLedger where an article is gone."""
    a, b = ([getattr(pair, side) for pair in clash.differs] for side in ("a", "b"))
    return Facing(clash=clash, a=_face(clash.a, a, desk), b=_face(clash.b, b, desk))


def _face(place: Place, differing: Iterable[str], desk: Desk) -> Face:
    reading = desk.reading(place.article)
    inside = (one for one in reading.statements if any(span.start < place.end and place.start < span.end for span in one.contents))
    statement = next(inside, None)
    return Face(article=reading.article, words=tuple(excerpt(place, differing)), statement=statement.id if statement else None)
