"""How often a host is asked: a gap between two addresses of it, longer where it asks for that, and a pause that it orders."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from saksi.limits import CRAWL_DELAY_SECONDS, RETRY_AFTER_SECONDS, ROBOTS_REMEMBERED

LATER = (429, 503)
"""Answers that may say when to come back."""


class Manners:
    """What is known of hosts that were asked; `tick` gives seconds, `sleep` waits for some."""

    def __init__(self, tick: Callable[[], float], sleep: Callable[[float], None]) -> None:
        self.tick = tick
        self.sleep = sleep
        self.asked: dict[str, float] = {}
        self.closed_until: dict[str, float] = {}

    def shut(self, host: str) -> str | None:
        """Why the host is not asked now, None where it may be, if need be after a wait."""
        left = self.closed_until.get(host, 0.0) - self.tick()
        if left > RETRY_AFTER_SECONDS:
            return f"its server asks for no further request for {left:,.0f} seconds; try again then"
        return None

    def wait(self, host: str, gap: float) -> None:
        """Wait until the host may be asked, `gap` seconds after it was asked last."""
        free = max(self.asked.get(host, -gap) + gap, self.closed_until.get(host, 0.0))
        left = free - self.tick()
        if left > 0:
            self.sleep(left)
        if len(self.asked) > ROBOTS_REMEMBERED:
            recent = self.tick() - CRAWL_DELAY_SECONDS
            self.asked = {each: when for each, when in self.asked.items() if when > recent}
        self.asked[host] = self.tick()

    def heard(self, host: str, seconds: float | None) -> bool:
        """Remember that the host asks to come back in so many seconds; True where that is soon enough to wait for."""
        if seconds is None:
            return False
        self.closed_until[host] = self.tick() + seconds
        return seconds <= RETRY_AFTER_SECONDS


def come_back(retry_after: str | None, now: datetime) -> float | None:
    """Seconds that a Retry-After header asks for: "120", or a date after `now` (aware); None where it says nothing of use."""
    text = (retry_after or "").strip()
    if text.isascii() and text.isdigit() and len(text) < 10:
        return float(text)
    try:
        when = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    aware = when if when.tzinfo is not None else when.replace(tzinfo=UTC)
    return max(0.0, (aware - now).total_seconds())
