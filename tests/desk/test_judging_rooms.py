"""Judging from the desk: what a judgement changes on its pages, under whose name, who may withdraw it, and what is refused."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("argon2", reason="the desk's extra is not installed: pip install 'saksi[desk]'")

from invented_readings import ferries
from peopled_ledger import settle
from starlette.testclient import TestClient
from told_ledger import told_ledger

from saksi.desk import create_app
from saksi.desk.rooms.judging import meant
from saksi.ledger.judging import Judging
from saksi.ledger.store import SqlLedger

MARKUP = "<img src=x onerror=alert(1)>"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[SqlLedger]:
    with told_ledger(tmp_path / "news.db") as opened:
        opened.add(ferries())
        settle(opened)
        yield opened


@pytest.fixture
def owner(ledger: SqlLedger) -> TestClient:
    return at(ledger, "Sari")


@pytest.fixture
def member(ledger: SqlLedger) -> TestClient:
    return at(ledger, "Rahmat")


def at(ledger: SqlLedger, secret: str = "") -> TestClient:
    base = "http://desk.example"
    cookies = {"saksi_session": secret} if secret else {}
    return TestClient(create_app(ledger), base_url=base, cookies=cookies, headers={"Origin": base, "Accept-Language": "en"})


def words(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", page)).split())


def statement_of(ledger: SqlLedger, article: str) -> str:
    return ledger.reading(article).statements[0].id


def test_a_statement_that_nobody_makes_leaves_the_article_and_comes_back(ledger: SqlLedger, member: TestClient) -> None:
    wrong = statement_of(ledger, "post")
    assert f'href="/judge/{wrong}"' in member.get("/article/post").text
    page = member.post(f"/judge/{wrong}", data={"says": "wrong", "note": MARKUP})
    assert page.url.path == "/article/post"
    assert f's-{wrong}"' not in page.text
    assert "Rahmat: nobody says this" in words(page.text)
    assert MARKUP in html.unescape(page.text)
    assert MARKUP not in page.text
    assert member.get(f"/judge/{wrong}").status_code == 404
    (made,) = Judging(ledger).in_force()
    assert "withdrawn" in words(member.post("/withdraw", data={"judgement": made.judgement}).text)
    assert f's-{wrong}"' in member.get("/article/post").text


def test_two_statements_are_told_apart_and_joined_again(ledger: SqlLedger, member: TestClient) -> None:
    here, there = statement_of(ledger, "post"), statement_of(ledger, "courier")
    assert there in member.get(f"/judge/{here}").text
    page = member.post(f"/judge/{here}", data={"says": "claim", "other": there, "verdict": "different"}).text
    assert "Rahmat: these do not say the same" in words(page)
    assert f"statement={there}" not in page[: page.index('id="judged"')]
    address = f"http://desk.example/article/courier?statement={there}#m-{there}"
    page = member.post(f"/judge/{here}", data={"says": "claim", "other": address, "verdict": "same"}).text
    assert f"statement={there}" in page[: page.index('id="judged"')]


def test_how_and_who_is_mended(ledger: SqlLedger, member: TestClient) -> None:
    one = statement_of(ledger, "wire")
    page = member.post(f"/judge/{one}", data={"says": "stance", "polarity": "denied", "act": "", "certainty": "possible"}).text
    assert "possible" in words(page)
    assert "Denied" in words(page)
    assert member.get("/statements.json?stance=denied").json()["total"] == 2
    assert member.post(f"/judge/{one}", data={"says": "speaker", "name": "Nobody At All"}).status_code == 409
    member.post(f"/judge/{one}", data={"says": "speaker", "name": "Pellmoor"})
    assert "somebody else says this: Pellmoor" in words(member.get("/article/wire").text)


def test_a_copy_is_told_apart_and_brought_back(ledger: SqlLedger, member: TestClient) -> None:
    assert "One text in 3 articles" in words(member.get("/family/ferry").text)
    page = member.post("/judge-family", data={"a": "ferry", "b": "island", "verdict": "different"}).text
    assert "Rahmat: these are different texts" in words(page)
    assert "One text in 3 articles" not in words(page)
    titles = [ledger.reading(article).article.title for article in ("ferry", "island")]
    assert [title for title in titles if title is None or title not in words(member.get("/judgements").text)] == []
    page = member.post("/judge-family", data={"a": "ferry", "b": "http://desk.example/article/island", "verdict": "same"}).text
    assert "One text in 3 articles" in words(page)


def test_only_who_judged_or_an_owner_withdraws(ledger: SqlLedger, member: TestClient, owner: TestClient) -> None:
    owner.post(f"/judge/{statement_of(ledger, 'post')}", data={"says": "wrong"})
    (made,) = Judging(ledger).in_force()
    assert 'action="/withdraw"' not in member.get("/judgements").text
    assert member.post("/withdraw", data={"judgement": made.judgement}).status_code == 403
    member.post(f"/judge/{statement_of(ledger, 'wire')}", data={"says": "wrong"})
    assert owner.get("/judgements").text.count('action="/withdraw"') == 2
    assert owner.post("/withdraw", data={"judgement": made.judgement}).status_code == 200
    assert [one.by for one in Judging(ledger).in_force()] == ["Rahmat"]


def test_a_visitor_reads_what_was_judged_and_judges_nothing(ledger: SqlLedger, member: TestClient) -> None:
    one = statement_of(ledger, "post")
    member.post(f"/judge/{one}", data={"says": "stance", "certainty": "possible"})
    visitor = at(ledger)
    assert "Rahmat: how the speaker stands to this: possible" in words(visitor.get("/judgements").text)
    pages = visitor.get("/article/post").text + visitor.get("/family/ferry").text + visitor.get(f"/claim/{one}").text
    assert re.findall("/judge[/-]", pages) == []
    assert "/withdraw" not in pages
    assert visitor.post(f"/judge/{one}", data={"says": "wrong"}).status_code == 403
    assert visitor.post("/judge-family", data={"a": "ferry", "b": "island", "verdict": "different"}).status_code == 403


@pytest.mark.parametrize(
    "said",
    [{"note": "x"}, {"says": "nonsense"}, {"says": "claim", "other": "x", "verdict": "maybe"}, {"says": "stance", "act": "sings"}],
)
def test_what_is_no_judgement_is_refused(ledger: SqlLedger, member: TestClient, said: dict[str, str]) -> None:
    assert member.post(f"/judge/{statement_of(ledger, 'post')}", data=said).status_code == 400
    assert Judging(ledger).every() == []


def test_a_thing_is_not_judged_against_itself_or_nothing(ledger: SqlLedger, member: TestClient) -> None:
    one = statement_of(ledger, "post")
    assert member.post(f"/judge/{one}", data={"says": "claim", "other": one, "verdict": "different"}).status_code == 409
    assert member.post(f"/judge/{one}", data={"says": "claim", "other": "none", "verdict": "same"}).status_code == 404
    assert member.post(f"/judge/{one}", data={"says": "stance"}).status_code == 409
    assert member.post("/judge/none", data={"says": "wrong"}).status_code == 404


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [("abc", "abc"), ("/claim/abc/", "abc"), ("https://desk.example/article/x?statement=abc#m-abc", "abc"), ("http://[", "http://[")],
)
def test_an_address_of_the_desk_means_what_it_shows(asked: str, wanted: str) -> None:
    assert meant(asked) == wanted
