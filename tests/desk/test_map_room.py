"""The map: its dots, what it shows of the land, its files, and that stored markup stays text in it."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from placed_desk import placed_desk
from starlette.testclient import TestClient

from saksi.desk import create_app
from saksi.desk.atlas import LEAST, MOST, NAMED, atlas, view_of
from saksi.desk.land import HEIGHT, WIDTH, View, land_path
from saksi.ledger import open_ledger
from saksi.ledger.survey import Counts, PlaceCount
from saksi.reading.read import read
from saksi.records import Article

HOSTILE = """</title><script>alert(1)</script>'\""""
LAND = land_path(View(lat=0.0, lon=0.0, scale=2.0))
"""The whole earth."""

SVG = "{http://www.w3.org/2000/svg}"


def counted(name: str, lat: float, lon: float, statements: int = 1) -> PlaceCount:
    return PlaceCount(place=name, name=name, country=None, land=False, lat=lat, lon=lon, counts=Counts(statements=statements))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with placed_desk(tmp_path_factory.mktemp("desk"), "Harbour") as client:
        yield client


def test_every_place_lies_on_the_map_and_the_coast_too() -> None:
    places = [counted("Sabang", 5.9, 95.3), counted("Merauke", -8.5, 140.4), counted("Kupang", -10.2, 123.6, 9)]
    drawn = atlas(places)
    assert drawn is not None
    assert [dot.place.name for dot in drawn.dots] == ["Kupang", "Sabang", "Merauke"]
    assert all(0 < dot.x < WIDTH and 0 < dot.y < HEIGHT for dot in drawn.dots)
    assert (drawn.dots[0].r, drawn.most) == (MOST, 9)
    assert min(dot.r for dot in drawn.dots) >= LEAST
    assert drawn.land.count("M") > 50


@pytest.mark.parametrize("places", [[(0.0, 0.0)], [(90.0, 180.0), (-90.0, -180.0)], [(89.9, 0.0)], [(0.0, 180.0), (0.0, -180.0)]])
def test_a_map_of_any_extent_can_be_drawn_and_stays_small(places: list[tuple[float, float]]) -> None:
    found = [counted(f"p{n}", *point) for n, point in enumerate(places)]
    drawn = atlas(found)
    assert drawn is not None
    assert all(0 <= dot.x <= WIDTH and 0 <= dot.y <= HEIGHT for dot in drawn.dots)
    assert len(drawn.land) < 120_000


def test_north_is_up_and_east_is_right() -> None:
    view = view_of([counted("a", 10, 20), counted("b", -10, 60)])
    assert view.at(40, 0) == (WIDTH / 2, HEIGHT / 2)
    assert view.at(50, 5)[0] > WIDTH / 2
    assert view.at(50, 5)[1] < HEIGHT / 2
    assert "Z" in land_path(view)


def test_what_lies_on_both_sides_of_the_180th_meridian_is_shown_close_together() -> None:
    fiji, hawaii = counted("Suva", -18.1, 178.4), counted("Honolulu", 21.3, -157.9)
    view = view_of([fiji, hawaii])
    assert 178.4 < view.lon < 202.1
    drawn = atlas([fiji, hawaii])
    assert drawn is not None
    assert [0 < dot.x < WIDTH for dot in drawn.dots] == [True, True]
    assert drawn.dots[0].x < drawn.dots[1].x
    assert view_of([counted("London", 51.5, -0.1), counted("Tokyo", 35.7, 139.7), counted("Lima", -12.0, -77.0)]).lon < 40


def test_no_coast_runs_across_the_whole_earth() -> None:
    """Chukotka lies on both sides of the 180th meridian; only the pole itself goes around."""
    for line in LAND.split("M")[1:]:
        points = [tuple(map(float, pair.split(","))) for pair in line.removesuffix("Z").split(" ")]
        assert all(abs(a[0] - b[0]) < WIDTH / 4 or a[1] == b[1] >= HEIGHT * 0.9 for a, b in pairwise([*points, points[0]]))


def test_names_on_a_map_do_not_meet_and_are_few() -> None:
    drawn = atlas([counted(f"Town {n}", n % 7, n % 11) for n in range(60)])
    assert drawn is not None
    boxes = [dot.label for dot in drawn.dots if dot.label is not None]
    assert 1 < len(boxes) <= NAMED
    assert len(set(boxes)) == len(boxes)


def test_the_map_counts_links_and_narrows_as_the_list_does(desk: TestClient) -> None:
    page = desk.get("/map?actor=lind").text
    assert "Jakarta: 1 statement · 1 event · Denied: 1" in page
    addresses = [one["address"] for one in desk.get("/places.json?actor=lind").json()["places"]]
    assert addresses
    assert all(address.removeprefix("http://desk.example") in page for address in addresses)
    assert "no borders are drawn" in page
    empty = desk.get("/map?words=zzz").text
    assert "No place fits" in empty
    assert "<svg" not in empty
    assert desk.get("/map?since=yesterday").status_code == 400
    assert desk.get("/map?actor=", follow_redirects=False).headers["location"] == "/map"


def test_the_map_can_be_kept_as_files(desk: TestClient) -> None:
    drawing = desk.get("/map.svg")
    assert drawing.headers["content-type"] == "image/svg+xml"
    links = [link.get("href", "") for link in ElementTree.fromstring(drawing.text).iter(f"{SVG}a")]  # noqa: S314 - our own drawing
    assert len(links) == 2
    assert all(link.startswith("http://desk.example/place/") for link in links)
    features = desk.get("/map.geojson").json()["features"]
    assert {one["properties"]["name"] for one in features} == {"Jakarta", "Bogor"}
    lon, lat = next(one["geometry"]["coordinates"] for one in features if one["properties"]["name"] == "Jakarta")
    assert (round(lon), round(lat)) == (107, -6)
    assert len(list(csv.DictReader(desk.get("/map.csv").text.splitlines()))) == 2
    assert ElementTree.fromstring(desk.get("/map.svg?words=zzz").text).tag == f"{SVG}svg"  # noqa: S314 - our own drawing
    assert desk.get("/map.atom").status_code == 404


def test_a_name_that_is_markup_is_text(tmp_path: Path) -> None:
    file = tmp_path / "news.db"
    with open_ledger(str(file)) as ledger:
        ledger.add([read(Article(id="a", title="a", outlet="o", language="en", text="Mayor Ana Lind said that ferries leave for Bogor."))])
        with closing(sqlite3.connect(file)) as connection, connection:
            connection.execute("update spots set name = ?", (HOSTILE,))
        client = TestClient(create_app(ledger), base_url="http://desk.example")
        page, drawing = client.get("/map").text, client.get("/map.svg").text
    assert HOSTILE not in page
    assert "<script>" not in drawing
    assert HOSTILE in (text.text for text in ElementTree.fromstring(drawing).iter(f"{SVG}text"))  # noqa: S314 - our own drawing
