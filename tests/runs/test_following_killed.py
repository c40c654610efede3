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

KILLS = int(os.environ.get("SAKSI_KILLS", "20"))
ITEMS = 4 * KILLS


def test_a_follower_that_is_killed_loses_and_doubles_nothing(town: Town) -> None:
    chance = Random(7)  # noqa: S311
    outlet = Outlet(town, "marram.example", "93.184.216.34", every=HOUR, habits=frozenset({"guids", "changing", "tracking"}))
    town.time += ITEMS * HOUR - 1
    outlet.shown = ITEMS
    with in_memory() as folder:
        path = folder / "news.db"
        with open_ledger(str(path)) as ledger:
            assert isinstance(ledger, SqlLedger)
            following = Following(ledger)
            list(subscribe(outlet.feed, following, town.fetcher(), clock=town.clock))
            Watching(ledger).add(made("gates", words=["gate"]))
        at_work = sum(_killed(path, outlet.server.port, folder / "kept", chance) for _ in range(KILLS))
        ended = subprocess.run(_call(path, outlet.server.port, folder / "kept"), capture_output=True, text=True, timeout=300, check=False)
        assert (ended.returncode, ended.stderr) == (0, "")
        assert at_work > KILLS / 4
        with open_ledger(str(path)) as ledger:
            assert isinstance(ledger, SqlLedger)
            rows = ledger.articles(limit=1000).rows
            assert Counter(ledger.reading(row.id).article.text for row in rows) == Counter(map(outlet.story, range(ITEMS)))
            items, total = Following(ledger).items()
            assert (total, {item.state for item in items}) == (ITEMS, {"read"})
            assert {item.article for item in items} == {row.id for row in rows}
            (watch,) = Watching(ledger).watches()
            alerts, raised = Watching(ledger).alerts(watch.id)
            assert (raised, {alert.article for alert in alerts}) == (ITEMS, {row.id for row in rows})
        kept = {one.text for file in (folder / "kept").iterdir() for one in articles(str(file)) if isinstance(one, Article)}
        assert kept >= set(map(outlet.story, range(ITEMS)))


def _call(path: Path, port: int, snapshots: Path) -> list[str]:
    return [sys.executable, str(Path(__file__).with_name("dying_follower.py")), str(path), str(port), str(snapshots)]


def _killed(path: Path, port: int, snapshots: Path, chance: Random) -> bool:
    """Kill a follower up to a third of a second after it began; whether it had done something and left something."""
    before, _ = _done(path)
    process = subprocess.Popen(_call(path, port, snapshots), stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    time.sleep(chance.random() / 3)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    after, left = _done(path)
    return after > before and left > 0


def _done(path: Path) -> tuple[int, int]:
    """How many items are read, and how many are not, one where it is not known yet."""
    with open_ledger(str(path)) as ledger:
        assert isinstance(ledger, SqlLedger)
        _, total = Following(ledger).items()
        _, read = Following(ledger).items(state="read")
        return read, total - read
