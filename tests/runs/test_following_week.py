"""A week of real servers with odd habits, followed under a controlled clock: every item once, and nobody asked too often.

`SAKSI_WEEK=postgresql` follows it into a ledger in PostgreSQL.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from random import Random
from typing import NamedTuple

import pytest
from live_outlets import HOUR, Outlet, in_memory

from saksi.ledger import Ledger, open_ledger
from saksi.ledger.following import Following
from saksi.ledger.store import SqlLedger
from saksi.limits import FOLLOW_LEAST_SECONDS, HOST_GAP_SECONDS
from saksi.runs.following import Follower
from saksi.runs.rounds import follow
from saksi.runs.subscribing import subscribe
from town import START, built

HABITS = {
    "plain.example": frozenset({"etag"}),
    "guids.example": frozenset({"guids", "changing"}),
    "tracking.example": frozenset({"tracking", "guids", "changing"}),
    "sends-on.example": frozenset({"redirects", "moved"}),
    "busy.example": frozenset({"busy"}),
    "slow.example": frozenset({"slow", "crawl-delay"}),
    "charset.example": frozenset({"charset"}),
    "kabar.id": frozenset({"local"}),
    "lies.example": frozenset({"lies"}),
    "gone.example": frozenset({"gone"}),
    "vanishes.example": frozenset({"vanishes"}),
    "linkless.example": frozenset({"linkless", "guids"}),
    "fails.example": frozenset({"fails"}),
    "returns.example": frozenset({"returns", "last-modified"}),
    "summaries.example": frozenset({"summaries"}),
    "warta.id": frozenset({"wib"}),
    "zoneless.example": frozenset({"zoneless"}),
    "sitemap.example": frozenset({"sitemap"}),
}


STORE = os.environ.get("SAKSI_WEEK", "sqlite")
FEEDS = ("/rss", "/new-rss", "/sitemap.xml")


class Week(NamedTuple):
    """What there is after a week."""

    outlets: dict[str, Outlet]
    ledger: Ledger
    following: Following


def first(chance: Random, habits: frozenset[str]) -> float:
    """When an outlet publishes first; an empty sitemap would not be followed."""
    return 0.0 if "sitemap" in habits else chance.randrange(4 * HOUR)


@pytest.fixture(scope="module")
def week(request: pytest.FixtureRequest) -> Iterator[Week]:
    """Each outlet publishes every four to nine hours, from some hour of the first day on."""
    chance = Random(8)  # noqa: S311
    elsewhere = request.getfixturevalue("postgres").fresh() if STORE == "postgresql" else None
    with (
        in_memory() as folder,
        pytest.MonkeyPatch.context() as patched,
        built() as town,
        open_ledger(elsewhere or str(folder / "news.db")) as ledger,
    ):
        for name in ("SAKSI_CONTACT", "SAKSI_PROXY"):
            patched.delenv(name, raising=False)
        outlets = {
            host: Outlet(town, host, f"93.184.216.{number}", every=(4 + number % 6) * HOUR, offset=first(chance, habits), habits=habits)
            for number, (host, habits) in enumerate(HABITS.items(), 50)
        }
        assert isinstance(ledger, SqlLedger)
        following = Following(ledger)
        asks = town.fetcher()
        for outlet in outlets.values():
            town.time = 1000.0
            zone = "+07:00" if "zoneless" in outlet.habits else None
            assert [each.what for each in subscribe(outlet.address, following, asks, zone=zone, clock=town.clock)] == ["new"]
            outlet.log.clear()
        town.time = 1000.0 + 60
        follower = Follower(ledger, following, town.fetcher(), holder="week", clock=town.clock, chance=chance)
        follow(follower, until=START + timedelta(days=7), sleep=town.sleep, nap=HOUR)
        yield Week(outlets, ledger, following)


def test_a_week_of_odd_servers(week: Week) -> None:
    rows = week.ledger.articles(limit=10_000).rows
    read = Counter(row.uri for row in rows)
    assert [uri for uri, count in read.items() if count > 1] == []
    for outlet in week.outlets.values():
        held = [row for row in rows if f"//{outlet.host}/" in (row.uri or "")]
        days = {"gone.example": 3, "vanishes.example": 2}.get(outlet.host, 7)
        out = outlet.published(1000.0 + days * 86_400)
        # What came out after the last asking of the week is not there yet; nothing else may lack or be there twice.
        last = max(when for when, path, status in outlet.log if path in FEEDS and status in (200, 304))
        seen = [number for number in out if outlet.moment(number) <= START + timedelta(seconds=last - 1000.0)]
        texts = Counter(week.ledger.reading(row.id).article.text for row in held)
        assert texts == Counter(outlet.story(number) for number in seen), outlet.host
        assert len(out) - len(seen) <= 3, outlet.host
    _, total = week.following.items()
    assert total == len(rows)


def test_no_host_is_asked_more_often_than_its_rules_allow(week: Week) -> None:
    for outlet in week.outlets.values():
        gap = 10 if "crawl-delay" in outlet.habits else HOST_GAP_SECONDS
        assert [pair for pair in outlet.visits() if pair[1] - pair[0] < gap] == [], outlet.host
        asked = [when for when, path, _ in outlet.log if path in ("/rss", "/sitemap.xml")]
        assert min(later - earlier for earlier, later in pairwise(asked)) >= FOLLOW_LEAST_SECONDS, outlet.host
    busy = week.outlets["busy.example"].log
    refused = [number for number, (_, _, status) in enumerate(busy) if status == 429]
    assert len(refused) > 3
    assert [number for number in refused[:-1] if busy[number + 1][0] - busy[number][0] < 5_400] == []


def test_what_a_week_teaches_of_each_feed(week: Week) -> None:
    feeds = {status.feed.host: status.feed for status in week.following.feeds()}
    assert feeds["sends-on.example"].moved == "http://sends-on.example/new-rss"
    assert feeds["kabar.id"].ahead == 7
    assert (feeds["gone.example"].state, "410" in (feeds["gone.example"].why or "")) == ("stopped", True)
    assert (feeds["vanishes.example"].state, feeds["vanishes.example"].failures > 2) == ("followed", True)
    plain = Counter(status for _, path, status in week.outlets["plain.example"].log if path == "/rss")
    assert plain[304] > plain[200] > 10
    asked = {host: sum(path.endswith("rss") for _, path, _ in outlet.log) for host, outlet in week.outlets.items()}
    assert asked["vanishes.example"] < asked["plain.example"] < 7 * 24 * 2


def test_a_feed_that_vanishes_and_returns_is_followed_on(week: Week) -> None:
    feed = next(status.feed for status in week.following.feeds() if status.feed.host == "returns.example")
    assert (feed.state, feed.failures, feed.why) == ("followed", 0, None)
    asked = Counter(status for _, path, status in week.outlets["returns.example"].log if path == "/rss")
    assert min(asked[404], asked[304], asked[200]) > 2


def test_the_summary_is_read_where_the_page_cannot_be_had(week: Week) -> None:
    items = [item for item in week.following.items()[0] if item.host == "summaries.example"]
    assert len(items) > 10
    assert {(item.state, "404" in (item.why or "")) for item in items} == {("summary", True)}


@pytest.mark.parametrize("host", ["warta.id", "zoneless.example"])
def test_an_hour_of_jakarta_is_none_of_greenwich(week: Week, host: str) -> None:
    """ "04/03/2026 09:40 WIB", and "2026-03-03 09:40" of a feed that was added with its zone."""
    outlet = week.outlets[host]
    published = {item.published for item in week.following.items()[0] if item.host == host}
    told = {datetime.fromisoformat(each) for each in published if each}
    assert len(told) > 10
    assert told <= {outlet.moment(number).replace(second=0) for number in outlet.published()} | set(map(outlet.moment, outlet.published()))


def test_a_site_without_a_feed_is_followed_by_its_sitemap(week: Week) -> None:
    status = next(status for status in week.following.feeds() if status.feed.host == "sitemap.example")
    assert (status.feed.kind, status.feed.address) == ("sitemap", "http://sitemap.example/sitemap.xml")


def test_dates_that_cannot_be_are_replaced_and_noted(week: Week) -> None:
    rows = week.ledger.articles(limit=10_000).rows
    lies = [week.ledger.reading(row.id).article for row in rows if "//lies.example/" in (row.uri or "")]
    assert {note.code for article in lies for note in article.notes} == {"feed-date"}
    assert all((article.published or "") < "2026-03-11" for article in lies)
    local = [week.ledger.reading(row.id).article for row in rows if "//kabar.id/" in (row.uri or "")]
    assert {article.published for article in local if article.published} >= {
        (week.outlets["kabar.id"].moment(number) + timedelta(hours=7)).replace(tzinfo=None).isoformat() + "+07:00" for number in (5, 6, 7)
    }
