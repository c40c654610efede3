"""Mention: a place in the text that names somebody, somewhere, a time or a figure, and what it was taken to mean."""

from __future__ import annotations

from typing import Literal

import msgspec

from saksi.records.span import Span

MentionKind = Literal["person", "organization", "group", "state", "place", "role", "time", "quantity"]


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """The day that a time was counted from, as an ISO date: the article's `published` day, or one that its `text` names."""

    day: str
    by: Literal["published", "text"]


class TimeValue(msgspec.Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A time as TIMEX3: `value` in its notation ("2017-03", "P2Y", "PRESENT_REF"), None for a stretch without one.

    `from_` and `to` are the first and the last ISO day, both counted in; of a stretch of hours the ISO datetimes, or bare
    times of day where no day is known. One of them is "" where the stretch is open ("sejak 2014" has no last
    day, as ISO 8601 writes "2014-01-01/"); None is a day that is not known.
    `anchor` is the day that "yesterday" was counted from, None where the text says the date in full. `zone` is the UTC
    offset that a time of day names ("+07:00" for WIB).
    """

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None = None
    from_: str | None = None
    to: str | None = None
    approximate: bool = False
    anchor: Anchor | None = None
    zone: str | None = None


class QuantityValue(msgspec.Struct, frozen=True, kw_only=True):
    """A figure: `low` and `high` (None where open), `unit` a measure or None for a count, whose noun is `of`.

    Shares are percent ("satu dari lima" is 20 %). A count that names only its order of size has no ends but that `order`:
    100 for "ratusan" and "hundreds", 1000 for "thousands"; "puluhan" and "dozens" have ends.
    """

    low: float | None = None
    high: float | None = None
    unit: str | None = None
    approximate: bool = False
    of: str | None = None
    order: float | None = None


class Offset(msgspec.Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """As in "about 100 km from the border": distance in km, from what, and the direction, each None where it is not named."""

    km: float | None = None
    from_: str | None = None
    direction: str | None = None


class PlaceValue(msgspec.Struct, frozen=True, kw_only=True):
    """A place resolved: WGS 84 degrees, ISO 3166-1 alpha-3 country, GeoNames id; mentions of states carry the middle of their land."""

    name: str
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    geonames: int | None = None
    offset: Offset | None = None


class Mention(Span, frozen=True, kw_only=True):
    """A span with its kind; `entity` is whom it names, `stands_for` the entity that a metonym means."""

    id: str
    kind: MentionKind
    entity: str | None = None
    stands_for: str | None = None
    value: TimeValue | QuantityValue | PlaceValue | None = None
