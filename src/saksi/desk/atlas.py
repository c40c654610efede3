"""Lays places out on a map: what it shows, how large each place's dot is, and which of them have room for their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, radians, sqrt

import msgspec

from saksi.desk.land import HEIGHT, WIDTH, View, land_path
from saksi.ledger.survey import PlaceCount

LEAST, MOST = 4.5, 18.0
"""Radius of the smallest and of the largest dot, in units of the drawing."""

NAMED = 12
"""Names that a map writes at most."""

_MARGIN = 1.25
"""How much more than the places themselves a map shows."""

_NEAREST = 4.0
"""Degrees of latitude that a map shows at least; the coast has no more to show."""

_LETTER, _LINE = 6.6, 13.0
"""Width and height that a letter of a name takes, in units of the drawing."""

_EDGE = 4.0
"""Units that a name keeps from the edge."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class Dot(msgspec.Struct, frozen=True, kw_only=True):
    """A place on the map; `label` is where its name is written, None where there is no room for it."""

    place: PlaceCount
    x: float
    y: float
    r: float
    label: tuple[float, float] | None = None


class Atlas(msgspec.Struct, frozen=True, kw_only=True):
    """A map: the land as the `d` of a path, the dots with the largest first, and how much the largest one stands for."""

    land: str
    dots: tuple[Dot, ...]
    most: int
    width: int = WIDTH
    height: int = HEIGHT


def told(place: PlaceCount) -> int:
    """How many statements and events a place has."""
    return place.counts.statements + place.counts.events


def atlas(places: Sequence[PlaceCount]) -> Atlas | None:
    """The map of these places, as large as shows them all; None without any."""
    if not places:
        return None
    view = view_of(places)
    most = max(map(told, places))
    dots = [_dot(place, view, most) for place in sorted(places, key=told, reverse=True)]
    return Atlas(land=land_path(view), dots=tuple(_labelled(dots)), most=most)


def view_of(places: Sequence[PlaceCount]) -> View:
    """What a map shows that holds all places with a margin."""
    lats = [place.lat for place in places]
    west, east = _extent([place.lon for place in places])
    lat, lon = round((min(lats) + max(lats)) / 2, 1), round((west + east) / 2, 1)
    wide = (east - west) * cos(radians(lat)) * HEIGHT / WIDTH
    high = max(max(lats) - min(lats), wide, _NEAREST / _MARGIN) * _MARGIN
    return View(lat=lat, lon=lon, scale=round(HEIGHT / high, 2))


def _extent(lons: Sequence[float]) -> tuple[float, float]:
    """The westernmost and the easternmost longitude; across the 180th meridian (from Fiji to Hawaii: 178, 203) where only so all lie
    within half of the earth."""
    across = [lon % 360 for lon in lons]
    if max(lons) - min(lons) > 180 >= max(across) - min(across):
        return min(across), max(across)
    return min(lons), max(lons)


def _dot(place: PlaceCount, view: View, most: int) -> Dot:
    turns = round((view.lon - place.lon) / 360)
    x, y = view.at(place.lon + 360 * turns, place.lat)
    radius = max(LEAST, MOST * sqrt(told(place) / max(1, most)))
    return Dot(place=place, x=round(x, 1), y=round(y, 1), r=round(radius, 1))


def _labelled(dots: Sequence[Dot]) -> Iterator[Dot]:
    """The same dots; a name is written to the right of its dot, or to the left, where it meets no other name, dot or edge."""
    names: list[Box] = []
    round_dots = [(dot.x - dot.r, dot.y - dot.r, dot.x + dot.r, dot.y + dot.r) for dot in dots]
    for number, dot in enumerate(dots):
        others = [*names, *round_dots[:number], *round_dots[number + 1 :]]
        length = len(dot.place.name) * _LETTER
        for left in (dot.x + dot.r + 3, dot.x - dot.r - 3 - length):
            box = (left, dot.y - _LINE / 2, left + length, dot.y + _LINE / 2)
            if len(names) < NAMED and left > _EDGE and box[2] < WIDTH - _EDGE and not any(_meet(box, other) for other in others):
                names.append(box)
                dot = msgspec.structs.replace(dot, label=(round(left, 1), round(dot.y + _LINE / 3, 1)))
                break
        yield dot


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
