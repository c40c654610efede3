"""Adds readings to a ledger; what they bring to watches is written in the same transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from saksi.clock import Clock, now
from saksi.ledger import Added, Ledger
from saksi.ledger.store import SqlLedger
from saksi.ledger.watching import watching_of
from saksi.records import Reading, Watch
from saksi.runs.newswatch import alerts_as_joined
from saksi.runs.watching import Watcher

if TYPE_CHECKING:
    from sqlalchemy import Connection


def keep(
    readings: Sequence[Reading], ledger: Ledger, *, clock: Clock = now, beside: Callable[[Connection], None] | None = None
) -> list[Added]:
    """Keep the readings, each once, and raise the alerts of those that are new; `beside` writes what else belongs to them.

    All of it is one transaction. Raises LedgerError.
    """
    watching = watching_of(ledger)
    watchers = [_watcher(watch) for watch in watching.watches()] if watching is not None else []
    if not isinstance(ledger, SqlLedger) or watching is None or not (watchers or beside):
        return ledger.add(readings)
    raised = clock().isoformat()
    alerts = [[alert for watcher in watchers for alert in watcher.alerts(reading, raised)] for reading in readings]

    def with_alerts(connection: Connection, added: Sequence[Added]) -> None:
        for one, found in zip(added, alerts, strict=True):
            if one.new:
                watching.raise_beside(connection, found)
        of_news = [watcher for watcher in watchers if watcher.watch.news is not None]
        fresh = list(dict.fromkeys(one.article for one in added if one.new))
        watching.raise_beside(connection, list(alerts_as_joined(connection, of_news, fresh, raised)))
        if beside is not None:
            beside(connection)

    return ledger.add(readings, beside=with_alerts)


@lru_cache(256)
def _watcher(watch: Watch) -> Watcher:
    return Watcher(watch)
