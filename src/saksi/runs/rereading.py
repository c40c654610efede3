"""Reads again what a ledger keeps, with this engine: from the kept bytes where they are there, else from the kept text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec

from saksi.clock import Clock, now
from saksi.intake import pages
from saksi.intake.joined import joined
from saksi.ledger.judging import Judging
from saksi.ledger.rereading import held_as, read_by_others, take_over
from saksi.ledger.store import SqlLedger
from saksi.reading.read import ENGINE, read
from saksi.records import Article, Reading
from saksi.runs.inputs import read_one


class Reread(msgspec.Struct, frozen=True, kw_only=True):
    """What came of it: articles `read` again, those that `changed`, and inputs that the ledger `lacks` or that were refused."""

    read: int = 0
    changed: int = 0
    lacks: int = 0


def reread(
    ledger: SqlLedger,
    paths: Sequence[str] = (),
    *,
    everything: bool = False,
    clock: Clock = now,
    on_item: Callable[[str], None] = lambda _: None,
) -> Reread:
    """Read the articles of `paths` again, as far as the ledger has them; without paths those that another engine read, or `everything`.

    `on_item` hears the id of each article that is done. What is done stays done where a run is broken off.
    """
    done: set[str] = set()
    report = _from_files(ledger, paths, done, clock, on_item)
    if paths:
        return report
    wanted = [reading.article.id for reading in ledger.readings()] if everything else read_by_others(ledger, ENGINE)
    judging = Judging(ledger)
    files = dict.fromkeys(path for article in wanted for path in judging.inputs(article) if Path(path).is_file())
    held = _from_files(ledger, list(files), done, clock, on_item, only=frozenset(wanted))
    report = msgspec.structs.replace(held, lacks=0)
    for article in wanted:
        if article in done:
            continue
        kept = judging.as_read(article)
        changed = take_over(ledger, article, read(kept.article))
        report = _counted(report, changed)
        on_item(article)
    return report


def _from_files(
    ledger: SqlLedger,
    paths: Iterable[str],
    done: set[str],
    clock: Clock,
    on_item: Callable[[str], None],
    only: frozenset[str] | None = None,
) -> Reread:
    report = Reread()
    for where, article in joined((path, one) for path in paths for one in pages(path, clock=clock)):
        found = read_one(article, where[0]) if isinstance(article, Article) else None
        old = held_as(ledger, found) if isinstance(found, Reading) else None
        if not isinstance(found, Reading) or old is None:
            report = msgspec.structs.replace(report, lacks=report.lacks + 1)
            continue
        if old in done or (only is not None and old not in only):
            continue
        done |= {old, found.article.id}
        report = _counted(report, take_over(ledger, old, _dated_as(ledger, old, found)))
        on_item(found.article.id)
    return report


def _dated_as(ledger: SqlLedger, old: str, found: Reading) -> Reading:
    """The reading with what only the first one knows: when the bytes were fetched, and which text stood there before."""
    kept = Judging(ledger).as_read(old).article
    return msgspec.structs.replace(found, article=msgspec.structs.replace(found.article, fetched=kept.fetched, version_of=kept.version_of))


def _counted(report: Reread, changed: bool) -> Reread:
    return msgspec.structs.replace(report, read=report.read + 1, changed=report.changed + changed)
