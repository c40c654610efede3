"""The rooms over all articles: claims, conflicts, and what follows from them."""

from __future__ import annotations

import csv
from xml.etree import ElementTree

import pytest
from memory_ledger import MemoryLedger
from starlette.testclient import TestClient
from told_ledger import told

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


@pytest.mark.parametrize("name", ["claims", "conflicts"])
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
