"""The outline of the land, cut to what a map shows and thinned to what can be seen of it. It knows no borders."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import accumulate, product
from math import cos, radians
from pathlib import Path

import msgspec

LAND_FILE = Path(__file__).parent / "static" / "land.json"
WIDTH, HEIGHT = 720, 450
"""Of the drawing, in its own units."""

_STEP = 1.2
"""Units that two points of a coast lie apart at least; closer ones look like one."""

_BEYOND = 20
"""Units beyond the drawing's edge at which a coast is cut, so that the cut is not seen."""


class View(msgspec.Struct, frozen=True, kw_only=True):
    """What a map shows, equirectangular: the middle in degrees, and how many units a degree of latitude has."""

    lat: float
    lon: float
    scale: float

    @property
    def across(self) -> float:
        """How many units a degree of longitude has: true to shape in the middle of the map."""
        return self.scale * cos(radians(self.lat))

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Where in the drawing a point lies; it may lie outside."""
        return WIDTH / 2 + (lon - self.lon) * self.across, HEIGHT / 2 - (lat - self.lat) * self.scale


class _Ring(msgspec.Struct, frozen=True):
    """A coast: its points as (lon, lat), and the rectangle around them."""

    points: tuple[tuple[float, float], ...]
    west: float
    south: float
    east: float
    north: float


class _Transform(msgspec.Struct, frozen=True):
    scale: tuple[float, float]
    translate: tuple[float, float]


class _Topology(msgspec.Struct, frozen=True):
    """What is read of the file: TopoJSON whose arcs are the rings of the land."""

    transform: _Transform
    arcs: list[list[tuple[int, int]]]


@lru_cache(maxsize=64)
def land_path(view: View) -> str:
    """The land within a view as the `d` of an SVG path, to be filled by the rule evenodd."""
    return "".join(f"M{' '.join(f'{x:.1f},{y:.1f}' for x, y in points)}Z" for points in _seen(view))


def _seen(view: View) -> Iterator[list[tuple[float, float]]]:
    """Each coast that is in view, which may be so more than once around the earth."""
    for ring, turn in product(_rings(), (-360, 0, 360)):
        left, top = view.at(ring.west + turn, ring.north)
        right, bottom = view.at(ring.east + turn, ring.south)
        if left > WIDTH or right < 0 or top > HEIGHT or bottom < 0 or (right - left < _STEP and bottom - top < _STEP):
            continue
        points = list(_thinned(ring, turn, view))
        if len(points) > 2:
            yield points


def _thinned(ring: _Ring, turn: int, view: View) -> Iterator[tuple[float, float]]:
    """The points of a coast a step apart; those outside of the drawing are moved to just beyond its edge, where most of them meet."""
    last = None
    for lon, lat in ring.points:
        x, y = view.at(lon + turn, lat)
        here = min(max(x, -_BEYOND), WIDTH + _BEYOND), min(max(y, -_BEYOND), HEIGHT + _BEYOND)
        if last is None or abs(here[0] - last[0]) >= _STEP or abs(here[1] - last[1]) >= _STEP:
            yield here
            last = here


@cache
def _rings() -> tuple[_Ring, ...]:
    topology = msgspec.json.decode(LAND_FILE.read_bytes(), type=_Topology)
    (east, north), (lon, lat) = topology.transform.scale, topology.transform.translate
    rings = []
    for arc in topology.arcs:
        lons = [lon + x * east for x in accumulate(x for x, _ in arc)]
        lats = [lat + y * north for y in accumulate(y for _, y in arc)]
        rings.append(_Ring(tuple(zip(lons, lats, strict=True)), min(lons), min(lats), max(lons), max(lats)))
    return tuple(rings)
