"""The rooms over all articles: claims, conflicts, and what follows from them."""

from __future__ import annotations

import csv
from xml.etree import ElementTree

import pytest
from memory_ledger import MemoryLedger
from starlette.testclient import TestClient
from told_ledger import HOSTILE, told, told_rooms

from saksi.desk import create_app
from saksi.desk.atom import ATOM
from saksi.desk.present import Keeper
from saksi.reading.read import read
from saksi.records import Article


@pytest.fixture(scope="module")
def ledger() -> MemoryLedger:
    return told()


@pytest.fixture(scope="module")
def desk(ledger: MemoryLedger) -> TestClient:
    return TestClient(create_app(ledger), base_url="http://localhost:8787")


@pytest.fixture(scope="module")
def deaths(ledger: MemoryLedger) -> str:
    """The claim that most articles carry."""
    return max(Keeper(ledger).present().claims, key=lambda joined: len(joined.claim.families)).claim.claim


def test_a_claim_shows_its_sides_its_figures_and_where_each_stands(desk: TestClient, deaths: str) -> None:
    page = desk.get(f"/claim/{deaths}").text
    assert "people died at the Pellmoor bridge on Monday" in page
    assert page.count("<circle") == 3
    assert "Who denies it <span" in page.replace("\n", " ")
    assert f'href="/article/post?statement={told_statement(desk)}' in page
    assert "<b onclick" not in page
    assert "&lt;b onclick" in page


def told_statement(desk: TestClient) -> str:
    rows = desk.get("/claims.json?words=12+people").json()["claims"]
    claim = desk.get(f"/claim/{rows[0]['id']}.json").json()["statements"]
    return next(row["id"] for row in claim if "/article/post" in row["address"])


def test_a_claim_is_found_by_a_statement_of_it_and_by_its_first_digits(desk: TestClient, deaths: str) -> None:
    assert desk.get(f"/claim/{told_statement(desk)}").status_code == 200
    assert desk.get(f"/claim/{deaths[:12]}").status_code == 200
    assert desk.get("/claim/none").status_code == 404


def test_claims_are_narrowed_and_say_so(desk: TestClient) -> None:
    assert desk.get("/claims?state=denied").status_code == 200
    assert desk.get("/claims?state=wrong").status_code == 400
    assert "No claim fits" in desk.get("/claims?words=zzz").text


@pytest.mark.parametrize("name", ["claims", "conflicts", "actors", "articles", "statements"])
def test_a_list_is_the_same_in_every_form(desk: TestClient, name: str) -> None:
    listed = desk.get(f"/{name}.json").json()
    assert listed["total"] == len(listed[name]) > 0
    table = list(csv.DictReader(desk.get(f"/{name}.csv").text.splitlines()))
    assert [row["id"] for row in table] == [row["id"] for row in listed[name]]
    entries = ElementTree.fromstring(desk.get(f"/{name}.atom").content).findall(f"{{{ATOM}}}entry")  # noqa: S314 - our own
    assert [entry.findtext(f"{{{ATOM}}}id") for entry in entries] == [f"urn:saksi:{name}:{row['id']}" for row in listed[name]]
    assert desk.get(f"/{name}.pdf").status_code == 404


def test_a_conflict_shows_both_sides_with_what_differs_marked(desk: TestClient) -> None:
    page = desk.get("/conflicts?kind=figure").text
    assert '<span class="clash">12 people</span>' in page
    assert '<span class="clash">15 people</span>' in page
    assert desk.get("/conflicts?kind=wrong").status_code == 400


def test_the_account_is_kept_until_the_ledger_grows() -> None:
    ledger = told()
    keeper = Keeper(ledger)
    first = keeper.present()
    assert keeper.present() is first
    text = "Mayor Ana Lind said that the Pellmoor bridge was closed."
    ledger.add([read(Article(id="new", outlet="Tidewatch", published="2026-05-05", language="en", text=text))])
    assert keeper.present() is not first


def test_no_room_lets_foreign_markup_through(desk: TestClient) -> None:
    for name, path in told_rooms("").items():
        answer = desk.get(path)
        assert answer.status_code == 200, name
        assert "<b onclick" not in answer.text, name


def test_a_story_lays_its_articles_side_by_side(desk: TestClient) -> None:
    page = desk.get("/story/courier").text
    assert page == desk.get("/story/courier").text
    assert page.count('<th scope="col">') == 1 + 3
    assert "Two figures" in page
    assert desk.get("/story/none").status_code == 404


def test_a_dossier_has_what_its_actor_says_and_the_entity_page_leads_to_it(desk: TestClient) -> None:
    row = desk.get("/actors.json?words=marlow").json()["actors"][0]
    page = desk.get(f"/actor/{row['id']}").text
    assert "Statements made <span" in page
    assert "12 people died" in page
    entity = next(line for line in desk.get("/article/post").text.split('"') if "/entity/" in line)
    assert f'href="/actor/{row["id"]}"' in desk.get(entity).text
    assert desk.get("/actors?kind=wrong").status_code == 400
    assert desk.get("/actor/none").status_code == 404


def test_what_is_new_ends_with_the_newest_article(desk: TestClient) -> None:
    page = desk.get("/today?days=1").text
    assert "4 May 2026" in page
    assert "12 people died" in page
    assert [desk.get(f"/today?days={days}").status_code for days in ("0", "x", "9999")] == [400, 400, 400]


def test_an_outlet_is_known_by_what_it_carries(desk: TestClient) -> None:
    assert "&lt;b onclick" in desk.get("/outlet", params={"name": HOSTILE}).text
    assert desk.get("/outlet").status_code == desk.get("/outlet?name=nobody").status_code == 404


def test_a_list_in_another_form_keeps_its_filters_and_page(desk: TestClient) -> None:
    assert 'href="/statements.json?speaker=Ana+Lind"' in desk.get("/statements?speaker=Ana+Lind").text
    assert {row["speaker"] for row in desk.get("/statements.json?speaker=Ana+Lind").json()["statements"]} == {"Ana Lind"}
    assert 'href="/articles.csv"' in desk.get("/").text
    assert desk.get("/statements.json?page=9").status_code == 404


def test_a_cell_that_a_spreadsheet_would_run_is_quoted() -> None:
    text = "Mayor Ana Lind said that the bridge was closed."
    ledger = MemoryLedger([read(Article(id="one", title="=HYPERLINK(1)", language="en", text=text))])
    table = TestClient(create_app(ledger), base_url="http://localhost:8787").get("/articles.csv").text
    assert "'=HYPERLINK(1)" in table
