"""Sets a follower up over a ledger and lets it run: in the foreground until it is told to stop, or in a thread beside the desk."""

from __future__ import annotations

import logging
import os
import secrets
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path

from saksi.errors import SaksiError
from saksi.ledger import Ledger
from saksi.ledger.following import Following
from saksi.runs.following import Follower, Happened
from saksi.runs.rounds import SnapshotFolder, follow

_log = logging.getLogger(__name__)


def running(
    ledger: Ledger,
    following: Following,
    *,
    once: bool = False,
    until: datetime | None = None,
    snapshots: Path | None = None,
    ignore_robots: bool = False,
    on_event: Callable[[Happened], None] = lambda happened: None,
    stop: threading.Event | None = None,
) -> None:
    """Follow until the end, Ctrl-C, SIGTERM or `stop`; what is being asked is finished first. Raises LedgerError, SnapshotRefused."""
    from saksi.intake.fetching import Fetcher

    told = stop or threading.Event()
    holder = f"{os.getpid()}-{secrets.token_hex(4)}"

    def sleep(seconds: float) -> None:
        told.wait(seconds)

    with ExitStack() as stack:
        folder = None if snapshots is None else stack.enter_context(SnapshotFolder(snapshots, holder=holder))
        if stop is None:
            stack.enter_context(_stops(told))
        follower = Follower(
            ledger,
            following,
            Fetcher(ignore_robots=ignore_robots),  # sleeps a host's gap out: a stop is no reason to be rude
            holder=holder,
            keep_answer=(lambda fetched: None) if folder is None else folder.keep,
            on_event=on_event,
            stopped=told.is_set,
        )
        follow(follower, once=once, until=until, sleep=sleep)


@contextmanager
def beside(ledger: Ledger, following: Following, *, snapshots: Path | None = None) -> Iterator[None]:
    """Follow in a thread as long as the block runs; leaving it waits for what is being asked, a minute at most."""
    stop = threading.Event()

    def work() -> None:
        try:
            running(ledger, following, snapshots=snapshots, stop=stop)
        except SaksiError as error:
            _log.error("following ended: %s", error)
        except Exception as error:
            _log.error("following ended by a fault in Saksi", exc_info=error)

    thread = threading.Thread(target=work, name="saksi-follow", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(timeout=60)


@contextmanager
def _stops(told: threading.Event) -> Iterator[None]:
    """Makes Ctrl-C and SIGTERM end the run when what is being asked is done; a second one ends it at once."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def stop(number: int, frame: object) -> None:
        if told.is_set():
            raise KeyboardInterrupt
        told.set()

    for number in before:
        signal.signal(number, stop)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
