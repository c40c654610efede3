"""The gazetteer: places of the world by their folded names, each with its point; it chooses between namesakes for nobody.

The index is one file of fixed records, mapped into memory and searched by halving, so that opening costs nothing and a process pays
only for the pages it touches. `gazetteers/places/build.py` writes it; the layout stands here alone.
"""

from __future__ import annotations

import mmap
import struct
import unicodedata
from functools import cache
from importlib import resources
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Literal, get_args

import msgspec

from saksi.errors import WordsError
from saksi.limits import PLACE_NAMES_REMEMBERED

Sort = Literal["country", "admin1", "admin2", "city", "region", "continent", "sea", "water", "airport", "base", "port", "border"]
SORTS: tuple[Sort, ...] = get_args(Sort)

MAGIC = b"SAKSIPL1"
HEAD = struct.Struct("<8s8I")
"""Magic, then where each section starts: rows, key offsets, keys, postings starts, postings, names, heads; last the number of keys."""
ROW = struct.Struct("<iiIIIHBB")
"""Latitude and longitude in 1/100,000 degree, population, GeoNames id, offset of the name, first-order unit, country, sort."""
NUMBER = struct.Struct("<I")
ALTERNATE = 1 << 31
"""Marks, in a posting, a name that is not the one under which the place is filed."""

_DROPPED = dict.fromkeys(map(ord, "'’‘`´ʻʼ.·"))
_CHANGED = str.maketrans({"-": " ", "–": " ", "\n": " ", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_EARTH_KM = 6371.0


class PlaceRow(msgspec.Struct, frozen=True, kw_only=True):
    """One place: WGS 84 degrees, `country` ISO 3166-1 alpha-3 or "", `admin1` the name of its first-order unit or "".

    `geonames` is the id there, or None; `alternate` says that it was found by another name than its own.
    """

    name: str
    lat: float
    lon: float
    sort: Sort
    country: str = ""
    admin1: str = ""
    population: int = 0
    geonames: int | None = None
    alternate: bool = False


def fold(name: str) -> str:
    """A name as the index holds it, without case, diacritics, apostrophes and hyphens: "Sidi Barrânî" is "sidi barrani"."""
    if name.isascii():
        plain = name.lower()
    else:
        plain = unicodedata.normalize("NFKD", name.casefold().translate(_CHANGED))
        plain = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return " ".join(plain.translate(_DROPPED).translate(_CHANGED).split())


def km_between(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Kilometres along the great circle between two points in degrees."""
    a, b = radians(lat), radians(other_lat)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other_lon - lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))


class Gazetteer:
    """The index, open for looking up. Raises WordsError where the file is none of ours."""

    __slots__ = ("_countries", "_found", "_map", "_sections", "_size", "_units")

    def __init__(self, path: Path) -> None:
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            magic, *sections, size = HEAD.unpack_from(self._map)
        except (OSError, ValueError, struct.error) as exc:
            raise WordsError(f"gazetteer {path}: cannot be opened ({exc}); install the package again") from exc
        if magic != MAGIC:
            raise WordsError(f"gazetteer {path}: is no index of this version; build it with gazetteers/places/build.py")
        self._sections: list[int] = sections
        self._size = int(size)
        heads = self._map[sections[6] :].decode("utf-8").split("\n\n")
        self._countries, self._units = heads[0].split("\n"), heads[1].split("\n")
        self._found: dict[str, tuple[PlaceRow, ...]] = {}

    def candidates(self, name: str) -> tuple[PlaceRow, ...]:
        """The places of this name, the most populous first, those filed under it before those that are also called so.

        "Kairo", "CAIRO" and "Cairo" give Cairo in Egypt and its namesakes; an unknown name, or "", gives none.
        """
        known = self._found.get(name)
        if known is None:
            known = self._look_up(fold(name))
            if len(self._found) >= PLACE_NAMES_REMEMBERED:
                self._found.clear()
            self._found[name] = known
        return known

    def _look_up(self, key: str) -> tuple[PlaceRow, ...]:
        n = self._find(key.encode("utf-8"))
        if n is None:
            return ()
        _, _, _, starts, postings, _, _ = self._sections
        first, end = (NUMBER.unpack_from(self._map, starts + 4 * i)[0] for i in (n, n + 1))
        rows = [self._row(NUMBER.unpack_from(self._map, postings + 4 * i)[0]) for i in range(first, end)]
        return tuple(sorted(rows, key=lambda row: (row.alternate, -row.population)))

    def _find(self, key: bytes) -> int | None:
        """The number of a key among the sorted ones, by halving."""
        _, offsets, keys, *_ = self._sections
        low, high = 0, self._size
        while low < high:
            middle = (low + high) // 2
            start, end = struct.unpack_from("<II", self._map, offsets + 4 * middle)
            there: bytes = self._map[keys + start : keys + end]
            if there == key:
                return middle
            if there < key:
                low = middle + 1
            else:
                high = middle
        return None

    def _row(self, posting: int) -> PlaceRow:
        rows, _, _, _, _, names, _ = self._sections
        number = posting & ~ALTERNATE
        lat, lon, population, geonames, offset, unit, country, sort = ROW.unpack_from(self._map, rows + ROW.size * number)
        size = self._map[names + offset]
        return PlaceRow(
            name=self._map[names + offset + 1 : names + offset + 1 + size].decode("utf-8"),
            lat=lat / 100_000,
            lon=lon / 100_000,
            sort=SORTS[sort],
            country=self._countries[country],
            admin1=self._units[unit],
            population=population,
            geonames=geonames or None,
            alternate=bool(posting & ALTERNATE),
        )


@cache
def gazetteer() -> Gazetteer:
    """The index that ships with the package, opened once. Raises WordsError where it is missing or damaged."""
    return Gazetteer(Path(str(resources.files("saksi.words").joinpath("geonames/index.bin"))))


def border(country: str, other: str) -> tuple[PlaceRow, ...]:
    """Points on the border of two states by their ISO 3166-1 alpha-3, in either order; none where they do not meet."""
    return gazetteer().candidates(" ".join(sorted((country, other))))


def candidates(name: str) -> tuple[PlaceRow, ...]:
    """The places of a name in the package's own index; see Gazetteer.candidates."""
    return gazetteer().candidates(name)
