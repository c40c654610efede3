"""Takes alerts to where somebody wants them, each once: a file of JSON lines, standard output, or whatever Apprise reaches."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import TextIO

import msgspec

from saksi.clock import Clock, now
from saksi.errors import OutputRefused
from saksi.ledger.watching import Watching
from saksi.records import Alert, Watch
from saksi.runs.watchlist import alert_line, alert_words

Send = Callable[[Watch, Sequence[Alert]], None]
"""Sends some alerts of one watch. Raises OutputRefused where they surely did not arrive."""


class Channel(msgspec.Struct, frozen=True):
    """One place that alerts go to: `key` names it in the ledger, and gives no password away."""

    key: str
    send: Send


def deliver(
    watch: Watch, watching: Watching, channel: Channel, *, digest: bool = False, apart: timedelta = timedelta(), clock: Clock = now
) -> int:
    """Send the alerts of a watch that the channel never got; gives how many. What fails is sent by the next run.

    Nothing is sent where the channel got something of the watch less than `apart` ago. The alerts are
    marked before they are sent: an alert that a killed run was sending is not sent twice. Raises OutputRefused.
    """
    last = watching.delivered_last(channel.key, watch.id)
    if last is not None and clock() - datetime.fromisoformat(last) < apart:
        return 0
    waiting = watching.undelivered(channel.key, watch.id)
    parts = [waiting] if digest and waiting else [[alert] for alert in waiting]
    sent = 0
    for part in parts:
        taken = watching.take(channel.key, part, clock().isoformat())
        if not taken:
            continue
        try:
            channel.send(watch, taken)
        except OutputRefused:
            watching.settle(channel.key, taken, well=False)
            raise
        watching.settle(channel.key, taken, well=True)
        sent += len(taken)
    return sent


@contextmanager
def channel_of(to: str, stdout: TextIO) -> Iterator[Channel]:
    """The channel that a person names: "-", an address of Apprise, or else a file. Raises OutputRefused."""
    if to == "-":
        yield Channel("-", lambda watch, alerts: _print(stdout, watch, alerts))
    elif "://" in to:
        yield Channel(_key("address", to), _apprise(to))
    else:
        path = Path(to).expanduser().absolute()
        try:
            file = path.open("ab", buffering=0)
        except OSError as exc:
            raise OutputRefused(f"{to}: cannot be written: {exc.strerror or exc}") from exc
        with file:
            yield Channel(_key("file", str(path)), lambda watch, alerts: _append(file.fileno(), to, watch, alerts))


def _key(kind: str, to: str) -> str:
    return f"{kind}:{sha256(to.encode('utf-8', 'surrogateescape')).hexdigest()[:32]}"


def _print(stdout: TextIO, watch: Watch, alerts: Sequence[Alert]) -> None:
    stdout.write("".join(alert_line(alert, watch) + "\n" for alert in alerts))
    stdout.flush()


def _append(to: int, name: str, watch: Watch, alerts: Sequence[Alert]) -> None:
    """All of them or none: a disk that is full leaves the file as it was."""
    before = os.fstat(to).st_size
    left = memoryview("".join(alert_line(alert, watch) + "\n" for alert in alerts).encode())
    try:
        while left:
            left = left[os.write(to, left) :]
        os.fsync(to)
    except OSError as exc:
        os.ftruncate(to, before)
        raise OutputRefused(f"{name}: cannot be written: {exc.strerror or exc}") from exc


def _apprise(to: str) -> Send:
    try:
        import apprise
    except ModuleNotFoundError as exc:
        raise OutputRefused("addresses of Apprise need the extra: pip install 'saksi[alerts]'") from exc
    notice = apprise.Apprise()
    scheme = to.partition("://")[0]
    if not notice.add(to):
        raise OutputRefused(f"{scheme}://…: Apprise knows no such address; look at its spelling, or give a file")

    def send(watch: Watch, alerts: Sequence[Alert]) -> None:
        title = f"Saksi: {watch.name}" if len(alerts) == 1 else f"Saksi: {watch.name}, {len(alerts)} alerts"
        body = "\n\n".join(map(alert_words, alerts))
        if not notice.notify(title=title, body=body, body_format=apprise.NotifyFormat.TEXT):
            raise OutputRefused(f"{scheme}://…: the alert could not be sent; look at the address and the connection, then run it again")

    return send
