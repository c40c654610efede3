"""Lists for programs beside the pages of families, stories, watches and feeds."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from followed_ledger import filled
from starlette.testclient import TestClient
from told_ledger import HOSTILE, told

from saksi.desk import create_app
from saksi.desk.atom import ATOM

FOLLOWED = [("/following", "feeds"), ("/following?feed=f1", "items"), ("/following?state=refused", "items"), ("/watch", "watches")]
TOLD = [("/story/courier", "articles"), ("/family/post", "copies")]


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path: Path = tmp_path_factory.mktemp("forms") / "news.db"
    with filled(path) as ledger, TestClient(create_app(ledger), base_url="http://localhost:8787") as client:
        yield client


@pytest.fixture(scope="module")
def telling() -> Iterator[TestClient]:
    with TestClient(create_app(told()), base_url="http://localhost:8787") as client:
        yield client


def alike(desk: TestClient, page: str, name: str, forms: tuple[str, ...] = ("json", "csv", "atom")) -> list[dict[str, str]]:
    """The rows of a list, once every form was found to have the same and the page to lead to it."""
    path, _, query = page.partition("?")
    asked = f"?{query}" if query else ""
    shown = desk.get(page).text
    assert all(f'href="{path}.{form}{asked}"' in shown for form in ("json", "csv", "atom"))
    listed = desk.get(f"{path}.json{asked}").json()
    rows: list[dict[str, str]] = listed[name]
    assert listed["total"] == len(rows) > 0
    table = list(csv.DictReader(desk.get(f"{path}.csv{asked}").text.splitlines()))
    assert [row["id"] for row in table] == [row["id"] for row in rows]
    if "atom" in forms:
        entries = ElementTree.fromstring(desk.get(f"{path}.atom{asked}").content).findall(f"{{{ATOM}}}entry")  # noqa: S314 - our own
        assert [entry.findtext(f"{{{ATOM}}}id") for entry in entries] == [f"urn:saksi:{name}:{row['id']}" for row in rows]
    assert desk.get(f"{path}.pdf{asked}").status_code == 404
    assert all(desk.get(row["address"]).status_code == 200 for row in rows)
    return rows


@pytest.mark.parametrize(("page", "name"), FOLLOWED)
def test_what_is_followed_and_watched_is_the_same_in_every_form(followed: TestClient, page: str, name: str) -> None:
    assert alike(followed, page, name)


@pytest.mark.parametrize(("page", "name"), TOLD)
def test_a_story_and_a_family_are_the_same_in_every_form(telling: TestClient, page: str, name: str) -> None:
    rows = alike(telling, page, name)
    assert any(HOSTILE in row["title"] for row in rows)


def test_the_alerts_of_a_watch_are_rows_too(followed: TestClient) -> None:
    rows = alike(followed, "/watch/bantahan", "alerts", ("json", "csv"))
    assert {row["stance"] for row in rows} == {"denied"}


@pytest.mark.parametrize("path", ["/following.json?state=odd", "/following.json?feed=none", "/watch/none.csv", "/watch.json?page=2"])
def test_a_list_that_is_not_there_is_refused(followed: TestClient, path: str) -> None:
    assert followed.get(path).status_code in (400, 404)


def test_a_ledger_that_follows_nothing_has_empty_lists(telling: TestClient) -> None:
    assert telling.get("/following.json").json()["feeds"] == telling.get("/watch.json").json()["watches"] == []
