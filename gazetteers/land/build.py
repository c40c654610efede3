"""Builds the outline of the land that the map draws, from the npm package world-atlas, whose data are Natural Earth's.

    python gazetteers/land/build.py

Takes the land of 1:50 million, without any border, stitches each ring into one arc, rounds it to GRID degrees and writes it as
TopoJSON beside the desk's other static files. A ring that crosses the 180th meridian goes on beyond it (Chukotka to 190), one that
goes around the pole is closed along it. It needs npm; nothing of this runs in the product.
"""

from __future__ import annotations

import json
import subprocess
import tarfile
from collections.abc import Sequence
from itertools import accumulate, groupby, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

PACKAGE, MEMBER = "world-atlas@2.0.2", "package/land-50m.json"
TARGET = Path(__file__).resolve().parents[2] / "src" / "saksi" / "desk" / "static" / "land.json"
GRID = 0.01
"""Degrees to which points are rounded: a kilometre, finer than what 1:50 million is sure of."""
AROUND = round(360 / GRID)
"""The way around the earth on the grid."""

Point = tuple[int, int]


def fetched() -> dict[str, Any]:
    """The topology as the package has it."""
    with TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True, capture_output=True)  # noqa: S603, S607 - npm by its name
        (archive,) = Path(folder).glob("*.tgz")
        with tarfile.open(archive) as packed:
            member = packed.extractfile(MEMBER)
            assert member is not None  # noqa: S101 - for the checker: MEMBER is a file
            topology: dict[str, Any] = json.load(member)
    return topology


def stitched(topology: dict[str, Any]) -> list[list[list[Point]]]:
    """The polygons of the land, each a list of rings: the coast first, then the inland seas."""
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [[_on_grid(x * scale[0] + shift[0], y * scale[1] + shift[1]) for x, y in _summed(arc)] for arc in topology["arcs"]]
    (land,) = topology["objects"]["land"]["geometries"]
    return [[_ring([arcs[n] if n >= 0 else arcs[~n][::-1] for n in ring]) for ring in polygon] for polygon in land["arcs"]]


def written(polygons: Sequence[Sequence[Sequence[Point]]]) -> str:
    """The same as TopoJSON with an arc a ring; what is too small to have an area on the grid is left out."""
    kept = [[ring for ring in polygon if len(set(ring)) > 2] for polygon in polygons]
    rings = [ring for polygon in kept for ring in polygon]
    number = iter(range(len(rings)))
    land = {"type": "MultiPolygon", "arcs": [[[next(number)] for _ in polygon] for polygon in kept if polygon]}
    topology = {
        "type": "Topology",
        "transform": {"scale": [GRID, GRID], "translate": [-180, -90]},
        "objects": {"land": land},
        "arcs": [[ring[0], *((b[0] - a[0], b[1] - a[1]) for a, b in pairwise(ring))] for ring in rings],
    }
    return json.dumps(topology, separators=(",", ":")) + "\n"


def _on_grid(lon: float, lat: float) -> Point:
    return round((lon + 180) / GRID), round((lat + 90) / GRID)


def _summed(arc: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Points of an arc that gives its first point, and of the others how far they are from the one before."""
    return list(zip(accumulate(x for x, _ in arc), accumulate(y for _, y in arc), strict=True))


def _ring(parts: Sequence[Sequence[Point]]) -> list[Point]:
    """Arcs that follow each other as one, no point twice in a row, no step longer than half the way around the earth."""
    ring: list[Point] = []
    for (x, y), _ in groupby(point for part in parts for point in part):
        turns = round((ring[-1][0] - x) / AROUND) if ring else 0
        ring.append((x + turns * AROUND, y))
    if ring[0][0] != ring[-1][0]:
        ring += [(ring[-1][0], 0), (ring[0][0], 0), ring[0]]
    return [point for point, _ in groupby(ring)]


if __name__ == "__main__":
    text = written(stitched(fetched()))
    TARGET.write_text(text, encoding="utf-8")
    print(f"{TARGET.name}: {len(text):,} bytes")
