"""Watches for what an article brings: on stories of our own and, where they are there, on the measuring sets beside the checkout."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
import pytest

from saksi.ledger import open_ledger
from saksi.ledger.store import SqlLedger
from saksi.ledger.watching import Watching
from saksi.reading.read import read
from saksi.records import Alert, Article, Reading
from saksi.runs.keeping import keep
from saksi.runs.watchlist import made, previewed

NEWS = ("denial", "figure", "origin", "hedge")


@pytest.fixture
def ledger(where: str) -> Iterator[SqlLedger]:
    with open_ledger(where) as opened:
        assert isinstance(opened, SqlLedger)
        yield opened


def article(name: str, outlet: str, published: str, text: str, language: str = "en") -> Reading:
    given = Article(id=name, uri=f"https://{name}.example/", outlet=outlet, published=published, language=language, text=text)
    return read(given)


WIRE = """PORT SALEM, March 3 (Reuters) - A ferry capsized off Port Salem in Norland on Tuesday, and about 40 people may have drowned, \
harbour master Edda Brandt said.

Brandt said the ferry Aurora had left the harbour with its bow door open. The coast guard of Norland searched the strait until dark.

"We heard no call for help from the Aurora," Brandt told reporters in Port Salem."""
COPY = WIRE.replace("about 40 people may have drowned", "about 40 people drowned")
RISEN = """PORT SALEM, March 4 (Reuters) - 62 people drowned when the ferry Aurora capsized off Port Salem in Norland on Tuesday, harbour \
master Edda Brandt said on Wednesday.

Divers of the coast guard of Norland found the wreck of the Aurora at dawn."""
OWN = """Harbour master Edda Brandt said the ferry Aurora had left the harbour of Port Salem with its bow door open before it capsized.

Norland Line, which owns the Aurora, denied that the ferry had left the harbour with its bow door open."""
AGAIN = """Norland Line, the owner of the Aurora, denied that the ferry had left the harbour of Port Salem with its bow door open.

The coast guard of Norland has closed the strait off Port Salem."""


def ferry() -> list[Reading]:
    return [
        article("wire", "Reuters", "2026-03-03T18:00:00+00:00", WIRE),
        article("copy", "Harbour Post", "2026-03-03T20:00:00+00:00", COPY),
        article("risen", "Reuters", "2026-03-04T09:00:00+00:00", RISEN),
        article("own", "Norland Courier", "2026-03-04T12:00:00+00:00", OWN),
        article("again", "Salem Daily", "2026-03-04T15:00:00+00:00", AGAIN),
    ]


def watched(ledger: SqlLedger, readings: Sequence[Reading], *, at_once: bool = False, **asked: object) -> dict[str, list[Alert]]:
    """The alerts of a watch for each kind of news, the oldest first."""
    watching = Watching(ledger)
    for news in NEWS:
        watching.add(made(news, news=news, **asked))  # type: ignore[arg-type]
    for part in [readings] if at_once else [[one] for one in readings]:
        keep(part, ledger)
        keep(part, ledger)  # what is added twice raises nothing more
    return {watch.name: sorted(watching.alerts(watch.id)[0], key=lambda one: one.published or "") for watch in watching.watches()}


def names(found: dict[str, list[Alert]]) -> dict[str, list[str]]:
    return {news: [alert.article for alert in alerts] for news, alerts in found.items()}


@pytest.mark.parametrize("at_once", [False, True])
def test_each_alert_is_raised_once_and_only_where_there_is_news(ledger: SqlLedger, at_once: bool) -> None:
    found = watched(ledger, ferry(), at_once=at_once)
    assert names(found) == {"denial": ["own"], "figure": ["risen"], "origin": ["own"], "hedge": ["copy"]}
    (denial,), (figure,), (origin,), (hedge,) = (found[news] for news in NEWS)
    assert denial.before is not None
    assert denial.speaker == "Norland Line"
    assert "bow door" in denial.before.quote
    assert figure.before is not None
    assert "40 people" in figure.before.quote
    assert origin.before is not None
    assert origin.before.article == "wire"
    assert hedge.before is not None
    assert ("may have drowned" in hedge.before.quote, hedge.before.article) == (True, "wire")


def test_every_quote_is_verbatim_and_has_its_link(ledger: SqlLedger) -> None:
    for alerts in watched(ledger, ferry()).values():
        for alert in alerts:
            text = ledger.reading(alert.article).article.text
            assert all(quote in text for quote in alert.quotes)
            assert text.startswith(alert.quotes[0], alert.start)
            assert alert.uri == f"https://{alert.article}.example/"
            assert alert.before is not None
            assert alert.before.quote in ledger.reading(alert.before.article).article.text
            assert alert.before.uri == f"https://{alert.before.article}.example/"


def test_a_preview_shows_what_watching_raised(ledger: SqlLedger) -> None:
    found = watched(ledger, ferry())
    for watch in Watching(ledger).watches():
        shown = [(alert.article, alert.statement, alert.quotes) for alert in previewed(watch, ledger)]
        assert shown == [(alert.article, alert.statement, alert.quotes) for alert in found[watch.name]]


def test_a_small_change_is_none_where_more_is_asked_for(ledger: SqlLedger) -> None:
    for change, raised in ((54.0, 1), (56.0, 0)):
        watch = made(f"by {change}", news="figure", change=change)
        Watching(ledger).add(watch)
        keep(ferry(), ledger)
        assert sum(1 for _ in previewed(watch, ledger)) == raised


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"speakers": ["Norland Line"]}, {"denial": ["own"], "figure": [], "origin": [], "hedge": []}),
        ({"speakers": ["Edda Brandt"]}, {"denial": [], "figure": ["risen"], "origin": ["own"], "hedge": ["copy"]}),
        ({"words": ["drowned"]}, {"denial": [], "figure": ["risen"], "origin": [], "hedge": ["copy"]}),
        ({"outlets": ["Reuters"]}, {"denial": [], "figure": ["risen"], "origin": [], "hedge": []}),
        ({"places": ["Narnia"]}, {"denial": [], "figure": [], "origin": [], "hedge": []}),
    ],
)
def test_the_other_conditions_hold_of_what_is_new(ledger: SqlLedger, asked: dict[str, object], expected: dict[str, list[str]]) -> None:
    assert names(watched(ledger, ferry(), **asked)) == expected


def test_an_origin_that_comes_after_its_copy_still_shows_the_dropped_hedge(ledger: SqlLedger) -> None:
    wire, copy, *_ = ferry()
    found = watched(ledger, [copy, wire])
    assert names(found)["hedge"] == ["copy"]


def test_articles_of_another_happening_raise_nothing(ledger: SqlLedger) -> None:
    wire = ferry()[0]
    other = WIRE.replace("Port Salem", "Vik").replace("PORT SALEM", "VIK").replace("Norland", "Osmark").replace("Aurora", "Borealis")
    other = other.replace("Edda Brandt", "Finn Moe").replace("Brandt", "Moe").replace("40", "25").replace("March 3", "May 9")
    found = watched(ledger, [wire, article("other", "AFP", "2026-05-09T18:00:00+00:00", other.replace("Tuesday", "Saturday"))])
    assert names(found) == {news: [] for news in NEWS}


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        ("d1-plane", {"denial": ["n1"], "figure": ["c2", "u1"], "origin": [], "hedge": ["c2"]}),
        ("d2-weather", {"denial": ["e1"], "figure": [], "origin": ["e1"], "hedge": []}),
        ("d3-trade", {"denial": ["d1"], "figure": ["r3"], "origin": ["d1"], "hedge": ["r3"]}),
    ],
)
def test_the_story_sets_raise_what_happens_in_them(ledger: SqlLedger, shared: Path, story: str, expected: dict[str, list[str]]) -> None:
    """The origins of d2 and d3 are those that the gold allows beside its own count; alike the hedge ("nearly") of d3."""
    lines = (shared / "measure" / "stories" / story / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    given = [msgspec.convert({key: value for key, value in json.loads(line).items() if value is not None}, Article) for line in lines]
    assert names(watched(ledger, [read(one) for one in given])) == expected
