"""Members at the desk: logging in and out, joining, comments, notes, collections, what visitors see, and what an attacker would try."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

pytest.importorskip("argon2", reason="the desk's extra is not installed: pip install 'saksi[desk]'")

from followed_ledger import HOSTILE, filled
from invented_readings import harbour
from markupsafe import escape
from peopled_ledger import ARTICLE, CLAIM, TYPED, hostile_talk, peopled
from starlette.testclient import TestClient

from saksi.clock import now
from saksi.desk import create_app
from saksi.desk.addresses import page_to_go_on
from saksi.desk.tries import Tries
from saksi.ledger.discussion import Discussion
from saksi.ledger.members import ALONE, Members
from saksi.ledger.store import SqlLedger
from saksi.limits import FORM_BYTES, LOGIN_ADDRESS_TRIES, LOGIN_TRIES, LOGIN_WINDOW_SECONDS
from saksi.runs.membership import invite

PAGE = f"/article/{ARTICLE.id}"
ABOUT = {"kind": "article", "thing": ARTICLE.id}
ONLY = "Only a member may post a comment."


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[SqlLedger]:
    with peopled(tmp_path / "news.db") as opened:
        yield opened


def at(ledger: SqlLedger, secret: str = "", *, scheme: str = "http", local: bool = False) -> TestClient:
    base = f"{scheme}://desk.example"
    cookies = {"saksi_session": secret} if secret else {}
    app = create_app(ledger, on_this_machine=local)
    return TestClient(app, base_url=base, cookies=cookies, headers={"Origin": base, "Accept-Language": "en"}, follow_redirects=False)


def test_a_desk_on_ones_own_machine_without_members_is_its_users(tmp_path: Path) -> None:
    with filled(tmp_path / "news.db") as ledger:
        alone = at(ledger, local=True)
        assert alone.post("/comment", data={**ABOUT, "text": "halo"}).status_code == 303
        page = alone.get(PAGE).text
        assert "halo" in page
        assert ONLY not in page
        assert "/login" not in page
        assert [alone.get(path).status_code for path in ("/account", "/members", "/collections")] == [200, 200, 200]
        handed_on = alone.get(PAGE, headers={"X-Forwarded-For": "203.0.113.9"})
        assert ONLY in handed_on.text, "what a proxy hands on is not the single user's"
        assert ONLY in at(ledger).get(PAGE).text, "nor what comes to another address"
        Members(ledger).add("Sari", "hash", role="owner", now=now())
        assert ONLY in alone.get(PAGE).text, "the first member switches to members"
        assert Discussion(Members(ledger)).comments(ARTICLE, reader=None)[0].author != ALONE


def test_logging_in_opens_a_new_session_and_logging_out_ends_it(ledger: SqlLedger) -> None:
    client = at(ledger)
    answer = client.post("/login", data={"name": " sari ", "password": TYPED, "next": PAGE})
    assert (answer.status_code, answer.headers["location"]) == (303, PAGE)
    kept = answer.headers["set-cookie"]
    assert all(flag in kept for flag in ("HttpOnly", "SameSite=lax", "Path=/"))
    assert "Secure" not in kept
    inside = client.get(PAGE)
    assert ONLY not in inside.text
    assert inside.headers["cache-control"] == "private, no-store"
    secret = client.cookies["saksi_session"]
    assert client.post("/logout", data={"x": "y"}).headers["location"] == "/"
    assert ONLY in at(ledger, secret).get(PAGE).text, "the secret is good for nothing any more"


def test_a_session_that_was_there_before_logging_in_is_not_kept(ledger: SqlLedger) -> None:
    client = at(ledger, "Rahmat")
    client.post("/login", data={"name": "Sari", "password": TYPED})
    assert at(ledger, "Rahmat").get("/account").status_code == 303
    client = at(ledger, "planted")
    client.post("/login", data={"name": "Sari", "password": TYPED})
    assert at(ledger, "planted").get("/account").status_code == 303


def test_over_https_the_cookie_stays_there(ledger: SqlLedger) -> None:
    kept = at(ledger, scheme="https").post("/login", data={"name": "Sari", "password": TYPED}).headers["set-cookie"]
    assert kept.startswith("__Host-saksi=")
    assert "Secure" in kept
    assert "domain" not in kept.lower()


@pytest.mark.parametrize("name", ["Sari", "Siapa", "", "x" * 5000, "Sari\u0000"[:4]])
def test_a_wrong_password_and_an_unknown_name_are_told_alike(ledger: SqlLedger, name: str) -> None:
    answer = at(ledger).post("/login", data={"name": name, "password": "salah"})
    assert (answer.status_code, "Name and password do not fit together." in answer.text) == (403, True)
    assert "set-cookie" not in answer.headers


def test_after_too_many_tries_the_right_password_does_not_help_for_a_while(ledger: SqlLedger) -> None:
    client = at(ledger)
    for _ in range(LOGIN_TRIES):
        client.post("/login", data={"name": "Sari", "password": "salah"})
    assert client.post("/login", data={"name": "SARI", "password": TYPED}).status_code == 429
    assert client.post("/login", data={"name": "Rahmat", "password": TYPED}).status_code == 303, "others get in"


def test_tries_are_forgotten_in_time_and_bounded_by_address() -> None:
    moment = 0.0
    tries = Tries(lambda: moment)
    taken = [tries.take("a", f"name {number}") for number in range(LOGIN_ADDRESS_TRIES + 1)]
    assert taken == [True] * LOGIN_ADDRESS_TRIES + [False]
    assert tries.take("b", "name 0")
    moment = LOGIN_WINDOW_SECONDS
    assert tries.take("a", "name 0")


@pytest.mark.parametrize(
    "asked",
    [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "/\n",
        "evil",
        "",
    ],
)
def test_nobody_is_sent_elsewhere_after_logging_in(asked: str) -> None:
    assert page_to_go_on(asked) == "/"
    assert page_to_go_on("/watch?page=2") == "/watch?page=2"


def test_an_invitation_makes_one_member(ledger: SqlLedger) -> None:
    members = Members(ledger)
    secret = invite(members, role="member", now=now(), who="Sari")
    form = {"key": secret, "name": "Dewi", "password": TYPED, "again": TYPED}
    client = at(ledger)
    wrong = ({"again": "lain"}, {"name": "Sari"}, {"name": "<b>"}, {"password": "pendek", "again": "pendek"}, {"key": "guessed"})
    for each in wrong:
        answer = client.post("/join", data={**form, **each})
        assert (answer.status_code, 'role="alert"' in answer.text) == (400, True)
    assert client.post("/join", data=form).headers["location"] == "/"
    assert "Dewi" in client.get("/account").text
    assert at(ledger).post("/join", data={**form, "name": "Lain"}).status_code == 400
    assert [one.name for one in members.everybody()] == ["Dewi", "Rahmat", "Sari"]


def test_only_who_is_removed_or_ended_is_out(ledger: SqlLedger) -> None:
    owner, member = at(ledger, "Sari"), at(ledger, "Rahmat")
    assert owner.post("/members", data={"act": "remove", "member": "m1"}).status_code == 409
    owner.post("/members", data={"act": "remove", "member": "m2"})
    assert member.get("/account").headers["location"] == "/login?next=%2Faccount"
    assert at(ledger).post("/login", data={"name": "Rahmat", "password": TYPED}).status_code == 403


def test_another_password_logs_out_everywhere_else(ledger: SqlLedger) -> None:
    here = at(ledger)
    here.post("/login", data={"name": "Rahmat", "password": TYPED})
    form = {"password": TYPED, "new": TYPED + "!", "again": TYPED + "!"}
    assert here.post("/account", data={**form, "password": "salah"}).status_code == 400
    assert here.post("/account", data=form).status_code == 200
    assert (here.get("/account").status_code, at(ledger, "Rahmat").get("/account").status_code) == (200, 303)


def test_a_moderated_comment_waits(ledger: SqlLedger) -> None:
    owner, member = at(ledger, "Sari"), at(ledger, "Rahmat")
    owner.post("/members", data={"act": "choose", "visitors": "full", "comments": "moderated"})
    comment = member.post("/comment", data={**ABOUT, "text": "  sudah dicek \r\n di lapangan "}).headers["location"].partition("#c-")[2]
    assert [("sudah dicek" in at(ledger, who).get(PAGE).text) for who in ("", "Rahmat", "Sari")] == [False, True, True]
    assert "sudah dicek" not in at(ledger).get("/comments.atom").text
    owner.post("/moderate", data={"comment": comment, "state": "shown"})
    assert "sudah dicek \n di lapangan" in at(ledger).get(PAGE).text
    assert "sudah dicek" in at(ledger).get("/comments.atom").text
    owner.post("/moderate", data={"comment": comment, "state": "hidden"})
    assert "sudah dicek" not in at(ledger).get(PAGE).text


def test_claims_are_talked_about_as_articles_are(ledger: SqlLedger) -> None:
    member = at(ledger, "Rahmat")
    assert member.post("/comment", data={"kind": "claim", "thing": CLAIM, "text": "halo klaim"}).status_code == 303
    page = at(ledger).get(f"/claim/{CLAIM}").text
    assert "halo klaim" in page
    assert ONLY in page
    assert str(escape(harbour().statements[0].contents[0].text)) in page
    for thing in ({"kind": "claim", "thing": "none"}, {"kind": "article", "thing": "none"}, {"kind": "watch", "thing": "bantahan"}):
        assert member.post("/comment", data={**thing, "text": "x"}).status_code == 404
    assert at(ledger).get("/claim/none").status_code == 404


def test_notes_are_private_and_collections_their_authors(ledger: SqlLedger) -> None:
    owner, member = at(ledger, "Sari"), at(ledger, "Rahmat")
    owner.post("/note", data={**ABOUT, "text": "rahasia"})
    assert [("rahasia" in client.get(PAGE).text) for client in (owner, member, at(ledger))] == [True, False, False]
    owner.post("/gather", data={**ABOUT, "name": "Kapal"})
    made = Discussion(Members(ledger)).collections()[0]
    where = f"/collections/{made.id}"
    assert made.things[0].id == ARTICLE.id
    assert "Kapal" in member.get(where).text
    assert [
        member.post(where, data={"drop": "yes"}).status_code,
        member.post("/gather", data={**ABOUT, "collection": made.id}).status_code,
    ] == [403, 403]
    assert owner.post("/gather", data={**ABOUT, "out": made.id}).status_code == 303
    assert owner.post(where, data={"drop": "yes"}).headers["location"] == "/collections"
    assert owner.get(where).status_code == 404


def test_a_watch_on_the_list(ledger: SqlLedger) -> None:
    member = at(ledger, "Rahmat")
    member.post("/watchlist", data={"watch": "bantahan", "keep": "yes"})
    assert "Take off my list" in member.get("/watch/bantahan").text
    assert "bantahan" in member.get("/account").text
    member.post("/watchlist", data={"watch": "bantahan", "keep": "no"})
    assert "Put on my list" in member.get("/watch/bantahan").text
    assert "my list" not in at(ledger).get("/watch/bantahan").text


def test_visitors_who_see_quotes_see_no_text(ledger: SqlLedger) -> None:
    Members(ledger).choose("visitors", "quotes", now=now())
    told = harbour()
    quotes = [span.text for statement in told.statements for span in statement.contents]
    paragraph = max((part for part in told.article.text.split("\n\n") if not any(part in quote for quote in quotes)), key=len)
    bare = lambda html: re.sub(r"<[^>]+>", "", html)  # noqa: E731
    visitor, member = bare(at(ledger).get(PAGE).text), bare(at(ledger, "Rahmat").get(PAGE).text)
    assert "Visitors see quotes with links here" in visitor
    assert 'class="text"' not in at(ledger).get(PAGE).text
    assert paragraph[:40] not in visitor
    assert "Visitors see quotes with links here" not in member
    assert at(ledger).get(f"/family/{ARTICLE.id}").status_code == 403


def test_stored_markup_is_shown_as_text(ledger: SqlLedger) -> None:
    hostile_talk(ledger)
    for secret in ("", "Rahmat", "Sari"):
        client = at(ledger, secret)
        for path in (PAGE, f"/claim/{CLAIM}", "/collections", "/account", "/members", "/comments.atom"):
            page = client.get(path)
            assert HOSTILE not in page.text, path
    assert "&lt;script&gt;" in at(ledger).get(PAGE).text
    for path in ("/login?next=%22%3E%3Cscript%3E", "/join?key=%22%3E%3Cscript%3E"):
        assert "<script>" not in at(ledger).get(path).text


def test_odd_forms_are_not_taken(ledger: SqlLedger) -> None:
    member = at(ledger, "Rahmat")
    assert member.post("/comment", json={"text": "x"}).status_code == 415
    assert member.post("/comment", data={**ABOUT, "text": "x" * FORM_BYTES}).status_code == 413
    assert member.post("/comment", data={str(number): "x" for number in range(99)}).status_code == 400
    assert member.post("/comment", data={**ABOUT, "text": "a\x00b"}).status_code == 400
    assert member.post("/comment", data={**ABOUT, "text": "x" * 5001}).status_code == 400
    assert member.post("/comment", data={**ABOUT, "text": "  "}).status_code == 400


def test_an_ended_session_and_another_ones_cannot_be_used(ledger: SqlLedger) -> None:
    members = Members(ledger)
    members.open_session("m2", "digest", ends=now() - timedelta(seconds=1), now=now(), agent="x")
    assert at(ledger, "digest").get("/account").status_code == 303
    mine = members.sessions("m1", now())[0]
    at(ledger, "Rahmat").post("/account", data={"session": mine.digest})
    assert at(ledger, "Sari").get("/account").status_code == 200
