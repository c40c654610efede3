"""A follower that is killed at any moment loses and doubles nothing. `SAKSI_KILLS=50` kills it so often."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

from live_outlets import HOUR, Outlet, in_memory

from saksi.intake import articles
from saksi.ledger import open_ledger
from saksi.ledger.following import Following
from saksi.ledger.store import SqlLedger
from saksi.ledger.watching import Watching
from saksi.records import Article
from saksi.runs.subscribing import subscribe
from saksi.runs.watchlist import made
from town import Town

KILLS = int(os.environ.get("SAKSI_KILLS", "5"))
ITEMS = 12 * KILLS
AT_WORK_SECONDS = 0.25
"""Up to so long after a follower's first request it is killed: it reads some ten items in that time."""


def test_a_follower_that_is_killed_loses_and_doubles_nothing(town: Town, where: str) -> None:
    chance = Random(7)  # noqa: S311
    outlet = Outlet(town, "marram.example", "93.184.216.34", every=HOUR, habits=frozenset({"guids", "changing", "tracking"}))
    town.time += ITEMS * HOUR - 1
    outlet.shown = ITEMS
    with in_memory() as folder:
        with open_ledger(where) as ledger:
            assert isinstance(ledger, SqlLedger)
            following = Following(ledger)
            list(subscribe(outlet.feed, following, town.fetcher(), clock=town.clock))
            Watching(ledger).add(made("gates", words=["gate"]))
        at_work = sum(_killed(where, outlet, folder / "kept", chance) for _ in range(KILLS))
        ended = subprocess.run(
            _call(where, outlet.server.port, folder / "kept"), capture_output=True, text=True, timeout=300 + 2 * ITEMS, check=False
        )
        assert (ended.returncode, ended.stderr) == (0, "")
        assert at_work > KILLS * 0.8
        with open_ledger(where) as ledger:
            assert isinstance(ledger, SqlLedger)
            rows = ledger.articles(limit=10_000).rows
            assert Counter(ledger.reading(row.id).article.text for row in rows) == Counter(map(outlet.story, range(ITEMS)))
            items, total = Following(ledger).items()
            assert (total, {item.state for item in items}) == (ITEMS, {"read"})
            assert {item.article for item in items} == {row.id for row in rows}
            (watch,) = Watching(ledger).watches()
            alerts, raised = Watching(ledger).alerts(watch.id)
            assert (raised, {alert.article for alert in alerts}) == (ITEMS, {row.id for row in rows})
        kept = {one.text for file in (folder / "kept").iterdir() for one in articles(str(file)) if isinstance(one, Article)}
        assert kept >= set(map(outlet.story, range(ITEMS)))


def _call(where: str, port: int, snapshots: Path) -> list[str]:
    return [sys.executable, str(Path(__file__).with_name("dying_follower.py")), where, str(port), str(snapshots)]


def _killed(where: str, outlet: Outlet, snapshots: Path, chance: Random) -> bool:
    """Kill a follower at some moment after its first request; whether there was something left to do."""
    process = subprocess.Popen(_call(where, outlet.server.port, snapshots), stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    asked = len(outlet.log)
    for _ in range(1_000):  # it waits out the lease of the one before
        if len(outlet.log) > asked:
            break
        time.sleep(0.01)
    time.sleep(chance.random() * AT_WORK_SECONDS)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    return len(outlet.log) > asked and _left(where)


def _left(where: str) -> bool:
    """Whether an item is not read yet, or the feed was not."""
    with open_ledger(where) as ledger:
        assert isinstance(ledger, SqlLedger)
        _, total = Following(ledger).items()
        _, read = Following(ledger).items(state="read")
        return total == 0 or read < total
