"""Makes watches, tries them on what a ledger holds, and puts their alerts into words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from saksi.clock import Clock, now
from saksi.errors import NotFollowed
from saksi.ledger import Ledger
from saksi.ledger.store import SqlLedger
from saksi.limits import WATCH_NAMES
from saksi.records import Alert, News, Watch
from saksi.records.ids import content_id
from saksi.runs.newswatch import alerts_so_far
from saksi.runs.watching import Watcher


def made(
    name: str,
    *,
    actors: Sequence[str] | None = None,
    speakers: Sequence[str] | None = None,
    about: Sequence[str] | None = None,
    places: Sequence[str] | None = None,
    outlets: Sequence[str] | None = None,
    words: Sequence[str] | None = None,
    stance: Literal["asserted", "denied", "unsure"] | None = None,
    news: News | None = None,
    change: float = 0.0,
    clock: Clock = now,
) -> Watch:
    """A watch of that name; a figure is news where it changes by more than `change` percent.

    Raises NotFollowed for one that asks for nothing, for too much, or by names of nothing but blanks.
    """
    given = {"actors": actors, "speakers": speakers, "about": about, "places": places, "outlets": outlets, "words": words}
    asked = {field: tuple(dict.fromkeys(" ".join(value.split()) for value in values or ())) for field, values in given.items()}
    if not name.strip() or any("" in values for values in asked.values()):
        raise NotFollowed("a watch and what it asks for have names; one of these is empty")
    if not any(asked.values()) and stance is None and news is None:
        raise NotFollowed(f"{name}: it would ask for every article; say what for, as in --speaker Haftar or --news denial")
    if change and news != "figure":
        raise NotFollowed(f"{name}: only a figure changes by so much; give --news figure with it")
    if not 0 <= change < float("inf"):
        raise NotFollowed(f"{name}: a figure changes by no less than 0 percent")
    if (most := max(map(len, asked.values()))) > WATCH_NAMES:
        raise NotFollowed(f"{name}: {most} names of one kind; give at most {WATCH_NAMES}, or make several watches")
    moment = clock().isoformat()
    return Watch(id=content_id("watch", name, moment), name=name, stance=stance, news=news, change=change, added=moment, **asked)


def previewed(watch: Watch, ledger: Ledger, *, clock: Clock = now) -> Iterator[Alert]:
    """What of the ledger a watch asks for, as if it were new; nothing is kept."""
    watcher = Watcher(watch)
    moment = clock().isoformat()
    if watch.news is not None and isinstance(ledger, SqlLedger):
        with ledger.asking() as connection:
            yield from alerts_so_far(connection, watcher, moment)
        return
    for reading in ledger.readings():
        yield from watcher.alerts(reading, moment)


def alert_line(alert: Alert, watch: Watch) -> str:
    """An alert as a JSON object: the watch's name and the fields of the alert, with an id by which a reader tells a second one."""
    return msgspec.json.encode({"id": alert_id(alert), "name": watch.name, **msgspec.structs.asdict(alert)}).decode()


def alert_id(alert: Alert) -> str:
    """The same for the same alert, whoever asks."""
    return content_id("alert", alert.watch, alert.article, alert.statement)


def alert_words(alert: Alert) -> str:
    """An alert as lines of plain text, its quotes verbatim, with the link."""
    who = f"{alert.speaker} ({alert.stance})" if alert.speaker else alert.stance or ""
    where = " · ".join(filter(None, (alert.outlet, alert.published)))
    quotes = (f"“{quote}”" for quote in alert.quotes)
    lines = [alert.title or "", where, f"{who}:" if who else "", *quotes, alert.uri or alert.article]
    return "\n".join(line for line in (*lines, *news_words(alert)) if line)


_NEWS_WORDS = {
    "denial": "A new denial",
    "figure": "A changed figure",
    "origin": "A second independent origin",
    "hedge": "A copy that dropped a hedge",
}


def news_words(alert: Alert) -> Iterator[str]:
    """Lines that say what is new in an alert and what stood there before, verbatim, with its link; none where it is no watch for news."""
    if alert.news is None:
        return
    before = alert.before
    yield f"{_NEWS_WORDS[alert.news]}{', before:' if before is not None else ''}"
    if before is not None:
        yield f"“{before.quote}”"
        yield " · ".join(filter(None, (before.speaker, before.outlet, before.published, before.uri or before.article)))
