"""A follower in a process of its own, for tests that kill it: LEDGER PORT SNAPSHOTS; it ends when nothing is due any more."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

from httpcore2 import NetworkStream, SyncBackend

from saksi.intake.fetching import Fetcher
from saksi.ledger import open_ledger
from saksi.ledger.following import Following
from saksi.ledger.store import SqlLedger
from saksi.records import Article
from saksi.runs.following import Follower
from saksi.runs.inputs import read_one
from saksi.runs.rounds import SnapshotFolder

LEASE_SECONDS = 1.0
WARM = "The keeper of the gate said on Monday that Rani Sulu, the harbour master, denied it."


class Alley:
    """A network of one server: whatever host is asked for stands behind one port of this machine."""

    def __init__(self, port: int) -> None:
        self.port = port

    def look_up(self, host: str, port: int) -> Sequence[str]:
        return ["93.184.216.34"]

    def dial(self, ip: str, port: int, timeout: float) -> NetworkStream:
        return SyncBackend().connect_tcp("127.0.0.1", self.port, timeout, socket_options=[])


def main(path: str, port: int, snapshots: str) -> None:
    name = f"{time.time_ns()}"
    with open_ledger(path) as ledger, SnapshotFolder(Path(snapshots), holder=name) as folder:
        assert isinstance(ledger, SqlLedger)
        following = Following(ledger, lease_seconds=LEASE_SECONDS)
        asks = Fetcher(dialler=Alley(port), sleep=lambda seconds: None, ignore_robots=True)
        asks.rest = lambda host: 0.0  # type: ignore[method-assign]
        follower = Follower(ledger, following, asks, holder=name, keep_answer=folder.keep, chance=Random(int(name)))  # noqa: S311
        read_one(Article(id="warm", text=WARM, language="en"), "warm")  # so that words and names are loaded before the first kill
        print("ready", flush=True)
        quiet = 0.0
        while quiet < 2.5 * LEASE_SECONDS:
            if follower.turn():
                quiet = 0.0
            else:
                time.sleep(0.1)
                quiet += 0.1


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
