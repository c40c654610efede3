"""robots.txt -> what Saksi may ask of a host and how often, as RFC 9309 has it; Protego reads the rules."""

from __future__ import annotations

from typing import Protocol

import msgspec

from saksi.limits import CRAWL_DELAY_SECONDS, ROBOTS_BYTES

ROBOT = "saksi"
"""The name by which a robots.txt speaks to Saksi."""


class Rules(Protocol):
    """What a parser of robots.txt answers."""

    def can_fetch(self, url: str, user_agent: str, /) -> bool: ...
    def crawl_delay(self, user_agent: str, /) -> float | None: ...


class Robots(msgspec.Struct, frozen=True, kw_only=True):
    """What one host's robots.txt says: its rules, None where it has none; or why it is not known, in words for a person."""

    rules: Rules | None = None
    unknown: str | None = None

    def forbids(self, url: str) -> str | None:
        """Why this address is not asked for, None where it may be."""
        if self.unknown is not None:
            return self.unknown
        if self.rules is None or self.rules.can_fetch(url, ROBOT):
            return None
        return "its robots.txt asks programs to stay away from it; save the page from a browser, or ask the outlet"

    def gap(self, least: float) -> float:
        """Seconds between two addresses of the host: what it asks for where that is more than `least`, within CRAWL_DELAY_SECONDS."""
        asked = None if self.rules is None else self.rules.crawl_delay(ROBOT)
        return least if asked is None else max(least, min(asked, CRAWL_DELAY_SECONDS))


def robots_of(status: int, body: bytes) -> Robots:
    """The robots.txt of an answer. 4xx means that there is none, 5xx and "too many requests" that it is not known."""
    if status == 429 or status >= 500:
        return Robots(unknown=f"its robots.txt answered {status}, so what it forbids is not known; try again later")
    if not 200 <= status < 300:
        return Robots()
    from protego import Protego

    text = body[:ROBOTS_BYTES].decode("utf-8", "replace").removeprefix("\ufeff")
    return Robots(rules=Protego.parse(text))
