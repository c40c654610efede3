"""Mending at the desk: missed statements, words that were taken wrongly, actors parted and joined, and all of it undone at once."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

pytest.importorskip("argon2", reason="the desk's extra is not installed: pip install 'saksi[desk]'")

from peopled_ledger import settle
from starlette.testclient import TestClient
from test_judging_rooms import MARKUP, at, statement_of, words
from told_ledger import told_ledger

from saksi.ledger.judging import Judging
from saksi.ledger.store import SqlLedger
from saksi.limits import JUDGEMENT_QUOTE_CHARS

UNMARKED = "The army attacked the Pellmoor bridge on Monday"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[SqlLedger]:
    with told_ledger(tmp_path / "news.db") as opened:
        settle(opened)
        yield opened


@pytest.fixture
def member(ledger: SqlLedger) -> TestClient:
    return at(ledger, "Rahmat")


def undone(desk: TestClient, page: str) -> str:
    """The page on which the button that undoes leads back to."""
    form = re.search(r'<div class="undo".*?</div>', page, re.S)
    assert form is not None
    fields = dict(re.findall(r'name="(next|judgement)" value="([^"]+)"', form[0]))
    answer = desk.post("/withdraw", data={name: html.unescape(value) for name, value in fields.items()})
    assert answer.status_code == 200
    assert str(answer.url).endswith(html.unescape(fields["next"]))
    return answer.text


def test_a_missed_statement_is_added_and_taken_back_with_one_click(ledger: SqlLedger, member: TestClient) -> None:
    assert 'href="/missed/courier"' in member.get("/article/courier").text
    assert UNMARKED in member.get("/missed/courier").text
    said = {
        "quote1": UNMARKED,
        "quote2": "",
        "speaker": "Ana Lind",
        "cue": "denied",
        "act": "report",
        "certainty": "possible",
        "note": MARKUP,
    }
    page = member.post("/missed/courier", data=said)
    assert urlsplit(str(page.url)).path == "/article/courier"
    assert "Kept: this was missed Ana Lind Undo" in words(page.text)
    assert MARKUP not in page.text
    (added,) = [one for one in ledger.reading("courier").statements if one.contents[0].text == UNMARKED]
    assert (added.by, added.act, added.certainty, added.speakers[0].text) == ("Rahmat", "report", "possible", "Ana Lind")
    assert f"statement={added.id}" in str(page.url)
    page = undone(member, page.text)
    assert 'class="undo"' not in page
    assert UNMARKED not in [one.contents[0].text for one in ledger.reading("courier").statements]


def test_words_that_stand_twice_are_taken_where_they_were_chosen(ledger: SqlLedger, member: TestClient) -> None:
    text = ledger.reading("courier").article.text
    second = text.rfind("the Pellmoor bridge")
    member.post("/missed/courier", data={"quote1": "the Pellmoor bridge", "near": str(second)})
    (added,) = [one for one in ledger.reading("courier").statements if one.contents[0].text == "the Pellmoor bridge"]
    assert (added.contents[0].start, added.speaker_kind) == (second, "agentless")


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"quote1": MARKUP}, 400),
        ({"quote1": UNMARKED, "speaker": MARKUP}, 400),
        ({"quote1": ""}, 400),
        ({"quote1": "a" * (JUDGEMENT_QUOTE_CHARS + 1)}, 400),
        ({"quote1": UNMARKED, "act": "sings"}, 400),
        ({"quote1": UNMARKED, "near": "9" * 40}, 200),
    ],
)
def test_what_the_text_has_not_is_said_with_the_form_still_filled(member: TestClient, said: dict[str, str], status: int) -> None:
    answer = member.post("/missed/courier", data=said)
    assert answer.status_code == status
    assert MARKUP not in answer.text
    if MARKUP in said.values():
        assert "must stand in the article as you write them" in words(answer.text)
        assert MARKUP in html.unescape(answer.text)


def test_what_is_chosen_comes_with_the_address(member: TestClient) -> None:
    page = member.get("/missed/courier", params={"quote": f"</textarea>{MARKUP}", "near": '"><b>'}).text
    assert f"</textarea>{MARKUP}" in html.unescape(page)
    assert MARKUP not in page
    assert '"><b>' not in page


def test_words_that_were_taken_wrongly_are_mended_and_come_back(ledger: SqlLedger, member: TestClient) -> None:
    one = statement_of(ledger, "post")
    assert "12 people died at the Pellmoor bridge on Monday</textarea>" in member.get(f"/judge/{one}").text
    page = member.post(f"/judge/{one}", data={"says": "contents", "quote1": "12 people died", "quote2": "on Monday"})
    (mended,) = ledger.reading("post").statements
    assert [span.text for span in mended.contents] == ["12 people died", "on Monday"]
    assert f"statement={mended.id}" in str(page.url)
    assert "12 people died … on Monday" in words(page.text)
    undone(member, page.text)
    assert statement_of(ledger, "post") == one
    wrong = member.post(f"/judge/{one}", data={"says": "contents", "quote1": f"13 people {MARKUP}"})
    assert (wrong.status_code, "must stand in the article" in wrong.text, MARKUP in wrong.text) == (400, True, False)
    assert member.post(f"/judge/{one}", data={"says": "contents", "quote1": " "}).status_code == 400


def test_every_judgement_is_undone_from_the_page_that_shows_it(ledger: SqlLedger, member: TestClient) -> None:
    here, there = statement_of(ledger, "post"), statement_of(ledger, "courier")
    for said in (
        {"says": "stance", "certainty": "possible"},
        {"says": "speaker", "name": "Pellmoor"},
        {"says": "wrong"},
        {"says": "claim", "other": there, "verdict": "different"},
    ):
        undone(member, member.post(f"/judge/{here}", data=said).text)
        assert Judging(ledger).in_force() == []


def test_a_namesake_is_parted_from_an_actor_and_joined_again(ledger: SqlLedger, member: TestClient) -> None:
    actors = {one["title"]: one for one in member.get("/actors.json").json()["actors"]}
    general = actors["Peter Marlow"]
    assert general["articles"] == 2
    page = member.post("/judge-actor", data={"a": general["id"], "article": "courier", "verdict": "different", "note": MARKUP}).text
    assert "Rahmat: these are different actors" in words(page)
    assert MARKUP not in page
    parted = [one for one in member.get("/actors.json").json()["actors"] if one["title"] == "Peter Marlow"]
    assert [one["articles"] for one in parted] == [1, 1]
    undone(member, page)
    assert [one["articles"] for one in member.get("/actors.json").json()["actors"] if one["title"] == "Peter Marlow"] == [2]


def test_two_actors_are_joined_and_both_addresses_lead_to_the_one(ledger: SqlLedger, member: TestClient) -> None:
    actors = {one["title"]: one for one in member.get("/actors.json").json()["actors"]}
    mayor, general = actors["Ana Lind"], actors["Peter Marlow"]
    page = member.post("/judge-actor", data={"a": mayor["id"], "b": general["address"], "verdict": "same"}).text
    assert "these are one actor" in words(page)
    pages = [member.get(f"/actor/{one['id']}") for one in (mayor, general)]
    assert [page.status_code for page in pages] == [200, 200]
    titles = {re.search("<h1>.*?</h1>", page.text)[0] for page in pages}  # type: ignore[index]
    assert len(titles) == 1
    assert member.post("/judge-actor", data={"a": mayor["id"], "b": "none", "verdict": "same"}).status_code == 404
    assert member.post("/judge-actor", data={"a": mayor["id"], "article": "none", "verdict": "different"}).status_code == 400
    assert member.post("/judge-actor", data={"a": mayor["id"], "b": mayor["id"], "verdict": "same"}).status_code == 409


def test_an_address_of_a_claim_leads_on_after_its_words_were_mended(ledger: SqlLedger, member: TestClient) -> None:
    shared = [one["id"] for one in member.get("/claims.json").json()["claims"]]
    for statement in [one.id for name in ("post", "wire", "courier") for one in ledger.reading(name).statements]:
        (span, *_) = next(
            one for name in ("post", "wire", "courier") for one in ledger.reading(name).statements if one.id == statement
        ).contents
        if " on Monday" in span.text:
            member.post(f"/judge/{statement}", data={"says": "contents", "quote1": span.text.removesuffix(" on Monday")})
    assert [one["id"] for one in member.get("/claims.json").json()["claims"]] != shared
    assert [member.get(f"/claim/{claim}").status_code for claim in shared] == [200] * len(shared)


def test_a_visitor_mends_nothing(ledger: SqlLedger, member: TestClient) -> None:
    page = member.post("/missed/courier", data={"quote1": UNMARKED})
    visitor = at(ledger)
    seen = visitor.get("/article/courier", params={"judged": str(page.url).partition("judged=")[2].partition("#")[0]}).text
    assert "/missed/" not in seen
    assert 'class="undo"' not in seen
    actor = member.get("/actors.json").json()["actors"][0]["id"]
    assert "/judge-actor" not in visitor.get(f"/actor/{actor}").text
    assert visitor.post("/missed/courier", data={"quote1": UNMARKED}).status_code == 403
    owner = at(ledger, "Sari").get(str(page.url)).text
    assert 'class="undo"' in owner, "an owner may take anybody's back"
