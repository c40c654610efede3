"""The rooms of what is followed and watched: every state with its reason, every alert with its quote and link, the Atom feed."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import pytest
from followed_ledger import HOSTILE, filled
from invented_readings import harbour
from memory_ledger import MemoryLedger
from msgspec.structs import replace
from starlette.testclient import TestClient

from saksi.desk import create_app
from saksi.ledger import open_ledger
from saksi.ledger.watching import Watching
from saksi.records import Alert, Forerunner
from saksi.runs.keeping import keep
from saksi.runs.watchlist import made


def words(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[TestClient]:
    with filled(tmp_path / "news.db") as ledger, TestClient(create_app(ledger), base_url="http://localhost:8787") as client:
        yield client


def test_the_feeds_are_listed_with_what_became_of_their_items(desk: TestClient) -> None:
    page = desk.get("/following").text
    told = "Kabar http://kabar.example/rss gives local time as GMT, 7 hours ahead followed"
    assert f"{told} read 1 , partly read 1 , refused 1 , to be fetched 1" in words(page)
    assert "stopped its server says that it is gone for good (410)" in words(page)
    assert HOSTILE not in page


def test_the_items_of_a_feed_say_what_became_of_each_and_why(desk: TestClient) -> None:
    page = desk.get("/following?feed=f1").text
    assert "Berita 2 http://kabar.example/2 refused answered 404: there is no such page" in words(page)
    assert f'href="/article/{harbour().article.id}"' in page
    assert "javascript:" not in page
    only = words(desk.get("/following?feed=f1&state=waiting").text)
    assert ("Berita 3" in only, "Berita 2" in only) == (True, False)


@pytest.mark.parametrize(
    ("path", "code"), [("/following?feed=none", 404), ("/following?state=odd", 400), ("/watch/none", 404), ("/watch/none.atom", 404)]
)
def test_what_is_not_followed_is_said_in_style(desk: TestClient, path: str, code: int) -> None:
    answer = desk.get(path)
    assert answer.status_code == code
    assert 'class="masthead"' in answer.text


def test_an_alert_shows_its_quote_and_leads_to_the_place_in_the_text(desk: TestClient) -> None:
    link = re.search(r'href="(/watch/[a-z]+)"><bdi>bantahan', desk.get("/watch").text)
    assert link is not None
    page = desk.get(link[1]).text
    denials = [each for each in harbour().statements if each.polarity == "denied"]
    assert denials
    for statement in denials:
        assert f"/article/{harbour().article.id}?statement={statement.id}#m-{statement.id}" in page
        assert all(content.text in words(page) for content in statement.contents)


@pytest.mark.parametrize(("language", "said"), [("en", "a new denial before:"), ("id", "bantahan baru sebelumnya:")])
def test_an_alert_for_news_shows_what_stood_there_before(tmp_path: Path, language: str, said: str) -> None:
    """On the page and in the feed; the quote leads to the other article."""
    before = Forerunner(article="b1", quote="the <gate> was open", statement="s1", speaker="Edo Lasut", outlet="Kabar")
    alert = Alert(watch="n", article="a1", statement="s2", raised="2026-03-03T02:00:00+00:00", quotes=("no gate",), news="denial")
    with filled(tmp_path / "news.db") as ledger:
        with ledger.writing() as connection:
            Watching(ledger).raise_beside(connection, [replace(alert, before=before)])
        Watching(ledger).add(replace(made("news", news="figure", change=12.5), id="n"))
        client = TestClient(create_app(ledger), base_url="http://localhost:8787")
        page = client.get(f"/watch/n?lang={language}").text
        assert f"{said} the <gate> was open Edo Lasut , Kabar" in words(page)
        assert "the &lt;gate&gt; was open" in page
        assert "/article/b1?statement=s1#m-s1" in page
        assert "12" in words(page)
        assert "“the &lt;gate&gt; was open”" in client.get("/watch/n.atom").text


def test_the_atom_feed_is_sound_and_keeps_its_ids(desk: TestClient) -> None:
    address = re.search(r'href="(/watch/[a-z]+)"><bdi>hostile', desk.get("/watch").text)
    assert address is not None
    first, second = desk.get(address[1] + ".atom"), desk.get(address[1] + ".atom")
    assert (first.headers["content-type"].partition(";")[0], first.content) == ("application/atom+xml", second.content)
    ElementTree.fromstring(first.content)  # noqa: S314 - our own
    found = feedparser.parse(first.content)
    assert (found.bozo, found.feed.title) == (False, "hostile")
    assert found.entries
    assert all(entry.id.startswith("urn:saksi:alert:") for entry in found.entries)


def test_a_ledger_that_cannot_follow_shows_how_to(ledger: MemoryLedger) -> None:
    client = TestClient(create_app(ledger))
    assert "saksi follow add" in client.get("/following").text
    assert "saksi watch add" in client.get("/watch").text


def test_a_ledger_of_before_is_shown_without_being_changed(tmp_path: Path) -> None:
    with open_ledger(str(tmp_path / "old.db")) as ledger:
        keep([harbour()], ledger)
        before = (tmp_path / "old.db").read_bytes()
        client = TestClient(create_app(ledger))
        assert "saksi follow add" in client.get("/following?lang=en").text
        assert "saksi watch add" in client.get("/watch").text
        assert (tmp_path / "old.db").read_bytes() == before
