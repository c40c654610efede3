"""Goes round what is due until it is told to stop, sleeping in between; and keeps what was fetched, a file a day."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from saksi.clock import Clock, now
from saksi.errors import SnapshotRefused
from saksi.intake.exchange import Fetched, NotModified
from saksi.intake.snapshots import Snapshot, open_snapshot
from saksi.limits import FOLLOW_NAP_SECONDS
from saksi.runs.following import Follower


def follow(
    follower: Follower,
    *,
    once: bool = False,
    until: datetime | None = None,
    sleep: Callable[[float], None],
    nap: float = FOLLOW_NAP_SECONDS,
) -> None:
    """Do what is due and wait for the next, until the follower is stopped; with `once` until nothing is due within `nap` seconds, with
    `until` up to that moment. Raises LedgerError and SnapshotRefused."""
    while not follower.stopped():
        moment = follower.clock()
        if until is not None and moment >= until:
            return
        if follower.turn():
            continue
        due = follower.following.next_due()
        wait = nap if due is None else (due - moment).total_seconds()
        if once and (due is None or wait > nap):
            return
        if until is not None:
            wait = min(wait, (until - moment).total_seconds())
        sleep(max(1.0, min(wait, nap)))


class SnapshotFolder:
    """A folder of web archives, one for each day of each run, so that a run that was killed leaves a file that no other adds to.

    `holder` tells the files of two runs apart.
    """

    def __init__(self, folder: Path, *, holder: str, clock: Clock = now) -> None:
        self.folder = folder
        self.holder = holder
        self.clock = clock
        self.day = ""
        self.name: str | None = None
        self.stack = ExitStack()
        self.snapshot: Snapshot | None = None

    def keep(self, fetched: Fetched | NotModified) -> str | None:
        """Add one answer; gives the name of the file. Raises SnapshotRefused."""
        moment = self.clock()
        day = moment.date().isoformat()
        if self.snapshot is None or day != self.day:
            self._open(day, f"{moment:%Y-%m-%dT%H%M%S}Z-{self.holder}.warc.gz")
        if self.snapshot is not None:
            self.snapshot.keep(fetched)
        return self.name

    def _open(self, day: str, name: str) -> None:
        self.stack.close()
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as exc:
            raise SnapshotRefused(f"{self.folder}: no folder can be made there: {exc.strerror or exc}") from exc
        self.snapshot = self.stack.enter_context(open_snapshot(self.folder / name, clock=self.clock))
        self.day, self.name = day, name

    def close(self) -> None:
        """Let go of the file; a later answer opens a new one."""
        self.stack.close()
        self.snapshot = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
