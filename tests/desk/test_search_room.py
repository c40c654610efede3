"""The search of the desk: what it finds, how it narrows, what it marks, and what it refuses."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from invented_readings import harbour, hostile, many
from starlette.testclient import TestClient
from told_ledger import HOSTILE, told_ledger

from saksi.desk import create_app
from saksi.ledger import open_ledger


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with told_ledger(tmp_path_factory.mktemp("desk") / "news.db") as ledger:
        yield TestClient(create_app(ledger), base_url="http://desk.example", headers={"Accept-Language": "en"})


def found(desk: TestClient, **asked: str) -> list[str]:
    return [each["title"] for each in desk.get("/search.json", params=asked).json()["search"]]


def test_a_word_finds_its_other_forms_and_stands_marked_in_a_verbatim_excerpt(desk: TestClient) -> None:
    page = desk.get("/search", params={"words": '"12 people" dying'}).text
    assert page.count("<mark>12</mark>") == page.count("<mark>died</mark>") == 2
    assert "12 people died at the Pellmoor bridge" in re.sub(r"</?mark>", "", page)


def test_facets_narrow_and_dates_bound(desk: TestClient) -> None:
    page = desk.get("/search", params={"words": "bridge"}).text
    for heading in ("Speaker", "Place", "Stance", "Outlet", "Language", "Act", "How sure"):
        assert f"<h2>{heading}</h2>" in page or heading == "Place", heading
    narrowed = re.search(r'href="(/search\?words=bridge&amp;speaker=Ana\+Lind)"', page)
    assert narrowed is not None
    assert found(desk, words="bridge", speaker="Ana Lind") == ["15 people died at the Pellmoor bridge on Monday"]
    assert found(desk, words="bridge", since="2027") == found(desk, words="bridge", until="2025-12") == []
    assert len(found(desk, words="bridge", since="2026-05", until="2026-05-04")) == 3
    assert found(desk, stance="denied") == found(desk, stance="denied", actor="lind") == ["the report"]


def test_a_tidy_address_keeps_every_filter_and_a_chip_drops_one(desk: TestClient) -> None:
    page = desk.get("/search?words=bridge&place=&stance=asserted&since=2026")
    assert page.url.query == b"words=bridge&stance=asserted&since=2026"
    assert 'href="/search?words=bridge&amp;since=2026" title="Drop this filter"' in page.text
    assert 'type="hidden" name="stance" value="asserted"' in page.text


@pytest.mark.parametrize("form", ["json", "csv", "atom"])
def test_what_is_found_is_there_for_programs(desk: TestClient, form: str) -> None:
    answer = desk.get(f"/search.{form}", params={"words": "report"})
    assert answer.status_code == 200
    assert "the report" in answer.text


@pytest.mark.parametrize("asked", [{"since": "yesterday"}, {"until": "2026-13"}, {"place": "?!"}])
def test_what_cannot_be_looked_for_is_said_so(desk: TestClient, asked: dict[str, str]) -> None:
    answer = desk.get("/search", params=asked)
    assert answer.status_code == 400
    assert "This cannot be looked for" in answer.text
    assert desk.get("/search.json", params=asked).status_code == 400


def test_an_unknown_stance_and_a_page_beyond_are_refused(desk: TestClient) -> None:
    assert desk.get("/search?stance=true").status_code == 400
    assert desk.get("/search?page=9").status_code == 404


def test_nothing_found_says_so_and_foreign_text_is_text(desk: TestClient) -> None:
    assert "Nothing was found" in desk.get("/search?words=zzz").text
    page = desk.get("/search", params={"words": HOSTILE, "outlet": HOSTILE}).text
    assert HOSTILE not in page
    assert "Nothing was found" in page


def test_every_room_but_the_search_has_the_box(desk: TestClient) -> None:
    assert 'class="find"' in desk.get("/claims").text
    page = desk.get("/search").text
    assert 'class="find"' not in page
    assert page.count("data-search") == 1


def test_pages_hold_every_hit_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    with open_ledger(str(tmp_path_factory.mktemp("desk") / "news.db")) as ledger:
        ledger.add([harbour(), hostile(), *many(60)])
        desk = TestClient(create_app(ledger))
        pages = [desk.get("/search.json", params={"outlet": "The Marram Courier", "page": str(page)}).json() for page in (1, 2)]
        ids = [each["id"] for page in pages for each in page["search"]]
        assert (len(ids), len(set(ids)), pages[0]["total"]) == (60, 60, 60)
