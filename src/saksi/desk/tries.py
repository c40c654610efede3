"""Counts wrong passwords, by name and address and by address alone, so that guessing goes at a person's pace."""

from __future__ import annotations

import time
from collections import OrderedDict, deque
from collections.abc import Callable
from threading import Lock

from saksi.limits import LOGIN_ADDRESS_TRIES, LOGIN_KEYS, LOGIN_TRIES, LOGIN_WINDOW_SECONDS


class Tries:
    """The tries of the last LOGIN_WINDOW_SECONDS; each counts when it is made, so that many at once pass no limit.

    Threads may share one.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._made: OrderedDict[tuple[str, str], deque[float]] = OrderedDict()
        self._lock = Lock()

    def take(self, address: str, name: str) -> bool:
        """Count one try of `name` from `address`; False where there were too many, which are not counted on."""
        moment = self._clock()
        with self._lock:
            both, whole = self._recent((address, name), moment), self._recent((address, ""), moment)
            if (name and len(both) >= LOGIN_TRIES) or len(whole) >= LOGIN_ADDRESS_TRIES:
                return False
            whole.append(moment)
            if name:
                both.append(moment)
            return True

    def forget(self, address: str, name: str) -> None:
        """After the right password: the tries of this name from there count no more, nor against the address."""
        with self._lock:
            gone = self._made.pop((address, name), deque())
            whole = self._made.get((address, ""), deque())
            for _ in range(min(len(gone), len(whole))):
                whole.pop()

    def _recent(self, key: tuple[str, str], moment: float) -> deque[float]:
        found = self._made.setdefault(key, deque())
        self._made.move_to_end(key)
        while found and found[0] <= moment - LOGIN_WINDOW_SECONDS:
            found.popleft()
        while len(self._made) > LOGIN_KEYS:
            self._made.popitem(last=False)
        return found
