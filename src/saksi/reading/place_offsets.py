"""Place offsets: "sekitar 100 km dari perbatasan Mesir-Libya", "30 miles north of Aleppo": a point so far from something named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import asin, atan2, cos, degrees, radians, sin
from typing import Any, Final, NamedTuple

import msgspec

from saksi.reading.laid_out import LaidOut
from saksi.records import Mention, Offset, PlaceValue, QuantityValue
from saksi.words.gazetteer import PlaceRow, border, km_between
from saksi.words.packs import load
from saksi.words.world import world

EARTH_KM: Final = 6371.0
KILOMETRES: Final = {"km": 1.0, "mile": 1.609, "nmi": 1.852, "m": 0.001}
REACH: Final = 7
"""Words between a distance and what it is measured from, and between a border and the states that it parts."""
FARTHEST_KM: Final = 3_000.0
"""Distance beyond which nothing is placed by another place."""

_STATE: Final = re.compile(r"[A-Z][^\s,.;:()–-]*(?: [A-Z][^\s,.;:()–-]*)*")


class Anchor(NamedTuple):
    """What a distance or direction is measured from: tokens `first` to `last`; `border` says that it is one."""

    km: float | None
    direction: str | None
    bearing: int | None
    first: int
    border: bool


class Border(NamedTuple):
    """A border in the text with where it lies, if that is known."""

    start: int
    end: int
    value: PlaceValue


class _Words(NamedTuple):
    directions: Mapping[str, int]
    of: frozenset[str]
    over: frozenset[str]
    openers: frozenset[str]
    borders: frozenset[str]
    joints: frozenset[str]


@cache
def _words(code: str) -> _Words:
    listed: Mapping[str, Any] = load(code, "place_words")
    names = ("measured_from", "measured_over", "direction_before", "borders", "border_joints")
    return _Words(listed["directions"], *(frozenset(listed[name]) for name in names))


def with_offsets(laid: LaidOut, mentions: Sequence[Mention], states: Mapping[str, int]) -> tuple[list[Mention], list[Border]]:
    """The mentions, with an offset where the text measures from a place, and the borders that it measures from.

    `states` says how often the article names each state, to find the other side of "the border". `from` and `direction` are the
    text's own words; the point is moved where both distance and direction are named, else it is the anchor's.
    """
    words = _words(laid.lang.code)
    result, borders = list(mentions), []
    at = {m.start: k for k, m in enumerate(result) if m.kind in ("place", "state") and m.entity is not None}
    for anchor in _anchors(laid, mentions, words):
        if anchor.border:
            borders.append(_border(laid, anchor, mentions, states, words))
        elif (k := at.get(laid.tokens.starts[anchor.first])) is not None and isinstance(value := result[k].value, PlaceValue):
            result[k] = msgspec.structs.replace(result[k], kind="place", value=moved(value, result[k].text, anchor))
    return result, borders


def moved(value: PlaceValue, form: str, anchor: Anchor) -> PlaceValue:
    """A place so far from its anchor: 100 km north of Aleppo lies at 37.1 N; without a bearing or distance the point stays."""
    offset = Offset(km=anchor.km, from_=form, direction=anchor.direction)
    if anchor.km is None or anchor.bearing is None or value.lat is None or value.lon is None:
        return msgspec.structs.replace(value, offset=offset)
    lat, way, bearing = radians(value.lat), anchor.km / EARTH_KM, radians(anchor.bearing)
    there = asin(sin(lat) * cos(way) + cos(lat) * sin(way) * cos(bearing))
    lon = value.lon + degrees(atan2(sin(bearing) * sin(way) * cos(lat), cos(way) - sin(lat) * sin(there)))
    return msgspec.structs.replace(value, lat=round(degrees(there), 5), lon=round((lon + 540) % 360 - 180, 5), offset=offset)


def _anchors(laid: LaidOut, mentions: Sequence[Mention], words: _Words) -> Iterator[Anchor]:
    """What each distance is measured from, and each direction without a distance."""
    tokens = laid.tokens
    taken: set[int] = set()
    for mention in mentions:
        if mention.kind != "quantity" or not isinstance(mention.value, QuantityValue) or mention.value.unit not in KILOMETRES:
            continue
        amount = mention.value.low if mention.value.low is not None else mention.value.high
        km = (amount or 0.0) * KILOMETRES[mention.value.unit]
        anchor = _anchor(laid, tokens.at(mention.end), round(km, 2), words) if 0 < km <= FARTHEST_KM else None
        if anchor is not None:
            taken.add(anchor.first)
            yield anchor
    for word in {direction.split()[0] for direction in words.directions}:
        for i in laid.places_of(word):
            before = tokens.lower[i - 1] if i else ""
            if words.openers and before not in words.openers:
                continue
            anchor = _anchor(laid, i, None, words)
            if anchor is not None and not anchor.border and anchor.first not in taken:
                yield anchor


def _anchor(laid: LaidOut, i: int, km: float | None, words: _Words) -> Anchor | None:
    """What stands behind a distance or direction, over "away", "sebelah", "of the"; None where it is measured from nothing."""
    lower, direction, of = laid.tokens.lower, None, False
    for k in range(i, min(i + REACH, len(lower))):
        two = " ".join(lower[k : k + 2])
        if lower[k] in words.borders or (of and laid.lang.code == "en" and _border_behind(laid, k, words)):
            return Anchor(km, direction, words.directions.get(direction or ""), k, True) if of or direction else None
        if laid.tokens.capital(k):
            sure = of or (direction is not None and laid.lang.code == "id")
            return Anchor(km, direction, words.directions.get(direction or ""), k, False) if sure else None
        if direction is None and (two in words.directions or lower[k] in words.directions):
            direction = two if two in words.directions else lower[k]
        elif lower[k] in words.of:
            of = True
        elif lower[k] not in words.over and not (direction and direction.endswith(lower[k])):
            return None
    return None


def _border_behind(laid: LaidOut, k: int, words: _Words) -> bool:
    """ "the Syrian-Turkish border", "the Egypt-Libya border": whether names that begin here are a border's."""
    tokens = laid.tokens
    while k < len(tokens) and (tokens.capital(k) or tokens.words[k] in "-–"):
        k += 1
    return k < len(tokens) and tokens.lower[k] in words.borders


def _border(laid: LaidOut, anchor: Anchor, mentions: Sequence[Mention], states: Mapping[str, int], words: _Words) -> Border:
    """A border by the one or two states that are named with it, and for the other side the one that the article names most."""
    tokens, first = laid.tokens, anchor.first
    last = first
    while tokens.lower[last] not in words.borders:
        last += 1
    for k in range(last + 1, min(last + REACH, len(tokens))):
        if tokens.capital(k):
            last = k
        elif tokens.lower[k] not in words.joints:
            break
    start, end = laid.span(first, last)
    known = world().states_in[laid.lang.code]
    named = [known[form].iso3 for form in _STATE.findall(laid.text[start:end]) if form in known]
    one = named[0] if named else max(states, key=lambda iso3: states[iso3], default="")
    others = named[1:] or sorted(states, key=lambda iso3: -states[iso3])
    rows = next((rows for other in others if (rows := border(one, other))), ())
    row = _nearest(rows, mentions)
    text = laid.text[start:end]
    value = PlaceValue(name=text, lat=row.lat if row else None, lon=row.lon if row else None)
    return Border(start, end, moved(value, text, anchor))


def _nearest(rows: Sequence[PlaceRow], mentions: Sequence[Mention]) -> PlaceRow | None:
    """Of several points of a border the one nearest to anything that the article places below the states."""
    values = [m.value for m in mentions if isinstance(m.value, PlaceValue) and m.kind == "place"]
    points = {(value.lat, value.lon) for value in values if value.lat is not None and value.lon is not None}

    def away(row: PlaceRow) -> float:
        return min((km_between(row.lat, row.lon, lat, lon) for lat, lon in points), default=0.0)

    return min(rows, key=away, default=None)
