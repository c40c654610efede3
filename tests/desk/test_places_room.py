"""The list of places and the page of one: what they count, how they narrow, and what they refuse."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from placed_desk import placed_desk
from starlette.testclient import TestClient

HOSTILE = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with placed_desk(tmp_path_factory.mktemp("desk"), HOSTILE) as client:
        yield client


def counted(desk: TestClient, **asked: str) -> dict[str, tuple[int, int]]:
    return {one["title"]: (one["statements"], one["denied"]) for one in desk.get("/places.json", params=asked).json()["places"]}


def test_places_are_counted_and_narrowed(desk: TestClient) -> None:
    assert counted(desk) == {"Jakarta": (2, 1), "Bogor": (1, 0)}
    assert counted(desk, actor="lind") == {"Jakarta": (1, 1), "Bogor": (1, 0)}
    assert counted(desk, since="2027") == {}
    assert desk.get("/places?since=yesterday").status_code == desk.get("/places?stance=true").status_code == 400
    assert "No place fits" in desk.get("/places?words=zzz").text


def test_a_place_shows_what_is_said_there_verbatim_and_what_lies_near(desk: TestClient) -> None:
    page = desk.get(next(one["address"] for one in desk.get("/places.json").json()["places"] if one["title"] == "Jakarta"))
    assert "<h1><bdi>Jakarta</bdi></h1>" in page.text
    assert "12 people died in Jakarta" in page.text
    assert ">2026-05<" in page.text
    assert "Bogor</bdi></a>" in page.text
    assert HOSTILE not in page.text
    assert desk.get("/place/none").status_code == 404


@pytest.mark.parametrize("form", ["csv", "atom"])
def test_the_list_is_there_for_programs(desk: TestClient, form: str) -> None:
    assert "Jakarta" in desk.get(f"/places.{form}").text
