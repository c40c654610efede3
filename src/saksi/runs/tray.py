"""The in-tray of the desk: what members put in to be read, one errand after another, in a thread beside the pages."""

from __future__ import annotations

import logging
from collections import OrderedDict, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from secrets import token_hex
from threading import Event, Lock, Thread
from typing import Literal

import msgspec

from saksi.clock import Clock, now
from saksi.errors import MemberRefused, SaksiError
from saksi.intake import Fetch
from saksi.ledger import Ledger
from saksi.limits import TRAY_HELD, TRAY_HOUR, TRAY_OWN, TRAY_WAITING
from saksi.records import Reading, Refused
from saksi.runs.adding import Item, keep_readings
from saksi.runs.inputs import by_need, fetcher, readings, readings_in

State = Literal["waiting", "reading", "done", "cancelled", "failed"]
_HOUR = timedelta(hours=1)
_log = logging.getLogger(__name__)


class Input(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to be read: an address, or where `data` is not None the bytes that came under the name."""

    name: str
    data: bytes | None = None


@dataclass(slots=True, kw_only=True)
class Errand:
    """What one member asked to have read at one time. `items` grows as it goes; `at` is the input that is read now, from 1.

    `ended` is set once nothing more will be read; `cancelled` asks that no further article be begun.
    """

    id: str
    by: str
    inputs: tuple[Input, ...]
    names: tuple[str, ...]
    state: State = "waiting"
    at: int = 0
    items: list[Item] = field(default_factory=list)
    cancelled: Event = field(default_factory=Event)
    ended: Event = field(default_factory=Event)

    @property
    def articles(self) -> list[str]:
        """The ids of the articles that the ledger now has from it."""
        return [item.article for item in self.items if item.article is not None]


class Tray:
    """The errands of one desk. Threads may share it; a thread of its own reads as long as there is something to read.

    What is read is kept an input at a time, so that a cancelled errand leaves whole articles behind. Bytes are let go once read.
    """

    def __init__(self, ledger: Ledger, *, fetch: Fetch | None = None, clock: Clock = now) -> None:
        self._ledger = ledger
        self._clock = clock
        self._fetch = fetch or by_need(lambda: fetcher(clock))
        self._errands: OrderedDict[str, Errand] = OrderedDict()
        self._waiting: deque[Errand] = deque()
        self._asked: dict[str, deque[datetime]] = {}
        self._worker: Thread | None = None
        self._lock = Lock()

    def put(self, by: str, inputs: tuple[Input, ...]) -> Errand:
        """Take an errand of a member in. Raises MemberRefused where they asked for too much, or all together did."""
        with self._lock:
            self._check(by)
            errand = Errand(id=token_hex(8), by=by, inputs=inputs, names=tuple(each.name for each in inputs))
            self._errands[errand.id] = errand
            self._waiting.append(errand)
            self._forget()
            if self._worker is None:
                self._worker = Thread(target=self._work, name="saksi-tray", daemon=True)
                self._worker.start()
        return errand

    def errand(self, wanted: str) -> Errand | None:
        """An errand by its id; None for one that is forgotten."""
        with self._lock:
            return self._errands.get(wanted)

    def of(self, by: str) -> list[Errand]:
        """The errands of a member, the newest first."""
        with self._lock:
            return [errand for errand in reversed(self._errands.values()) if errand.by == by]

    def cancel(self, errand: Errand) -> None:
        """Read no further article of it; what was read by then stays. An address that is being asked for is waited for."""
        errand.cancelled.set()

    def close(self, seconds: float = 60) -> None:
        """Cancel everything, and wait for what is being read."""
        with self._lock:
            for errand in self._errands.values():
                errand.cancelled.set()
            worker = self._worker
        if worker is not None:
            worker.join(seconds)

    def _check(self, by: str) -> None:
        moment = self._clock()
        lately = self._asked.setdefault(by, deque())
        while lately and lately[0] <= moment - _HOUR:
            lately.popleft()
        if len(lately) >= TRAY_HOUR:
            raise MemberRefused(f"{TRAY_HOUR} times in an hour are enough for one member; go on later", "reading_pace")
        unread = [errand for errand in self._errands.values() if not errand.ended.is_set()]
        if len(unread) >= TRAY_WAITING or sum(errand.by == by for errand in unread) >= TRAY_OWN:
            raise MemberRefused("there is enough to read already; wait until some of it is done, or cancel it", "reading_full")
        lately.append(moment)

    def _forget(self) -> None:
        """Forget the oldest errands that are done."""
        done = [name for name, errand in self._errands.items() if errand.ended.is_set()]
        for name in done[: max(0, len(self._errands) - TRAY_HELD)]:
            del self._errands[name]

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._worker = None
                    return
                errand = self._waiting.popleft()
            try:
                self._read(errand)
            except SaksiError as error:
                errand.state = "failed"
                _log.error("reading an errand ended: %s", error)
            except Exception as error:
                errand.state = "failed"
                _log.error("reading an errand ended by a fault in Saksi", exc_info=error)
            finally:
                errand.inputs = ()
                errand.ended.set()

    def _read(self, errand: Errand) -> None:
        errand.state = "reading"
        for number, one in enumerate(errand.inputs, 1):
            errand.at = number
            found = _until(errand.cancelled, self._readings(one))
            keep_readings((((), each) for each in found), self._ledger, clock=self._clock, on_item=errand.items.append)
            if errand.cancelled.is_set():
                errand.state = "cancelled"
                return
        errand.state = "done"

    def _readings(self, one: Input) -> Iterator[Reading | Refused]:
        if one.data is None:
            return readings([one.name], clock=self._clock, fetch=self._fetch)
        return readings_in(one.name, one.data, clock=self._clock)


def _until(stop: Event, found: Iterator[Reading | Refused]) -> Iterator[Reading | Refused]:
    """What is found until somebody says stop, which is asked before each article is begun."""
    while not stop.is_set():
        try:
            one = next(found)
        except StopIteration:
            return
        yield one
