"""When a feed is asked next, as a decision over records: by how often it changes, by what it asks for, by how often it failed."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random

import msgspec

from saksi.limits import (
    FOLLOW_BACKOFF_SECONDS,
    FOLLOW_GIVE_UP_SECONDS,
    FOLLOW_LEAST_SECONDS,
    FOLLOW_MOST_SECONDS,
    ITEM_RETRY_SECONDS,
    ITEM_TRIES,
)
from saksi.records import Feed

SOONER = 0.6
"""What the interval shrinks to where something new was found; three such askings make a quarter of it."""

LATER = 1.3
"""What it grows to where nothing was; with SOONER it settles where about one asking of three finds something new."""

JITTER = 0.1
"""The part of a wait that chance adds, so that a thousand feeds added at once do not come due at once."""


class Next(msgspec.Struct, frozen=True, kw_only=True):
    """What follows from one asking: the interval in seconds, when the feed is due, and why it is stopped, None where it is not."""

    interval: int
    due: datetime
    stopped: str | None = None


def after_answer(feed: Feed, *, new: int, least_seconds: int, now: datetime, chance: Random) -> Next:
    """After an answer that brought `new` items, 0 for one that changed nothing. `least_seconds` is what feed or server ask for."""
    interval = feed.interval
    if feed.answered is not None:  # the first answer brings all that it has and says nothing about how often it changes
        interval = int(interval * (SOONER if new else LATER))
    interval = max(FOLLOW_LEAST_SECONDS, min(interval, FOLLOW_MOST_SECONDS))
    wait = max(interval, min(least_seconds, FOLLOW_MOST_SECONDS))
    return Next(interval=interval, due=_later(now, wait, chance))


def after_failure(feed: Feed, *, status: int | None, come_back: float, now: datetime, chance: Random) -> Next:
    """After no answer, or one that is no feed. `come_back` are the seconds that the server asks for, 0 for none. Gone is gone (410)."""
    if status == 410:
        why = "its server says that it is gone for good (410); look for the outlet's new feed"
        return Next(interval=feed.interval, due=now, stopped=why)
    since = datetime.fromisoformat(feed.answered or feed.added)
    if now - since > timedelta(seconds=FOLLOW_GIVE_UP_SECONDS):
        days = FOLLOW_GIVE_UP_SECONDS // 86_400
        why = f"it has not answered for {days} days; add it again once it does, or look for the outlet's new feed"
        return Next(interval=feed.interval, due=now, stopped=why)
    wait = min(feed.interval * 2 ** min(feed.failures + 1, 12), FOLLOW_BACKOFF_SECONDS)
    return Next(interval=feed.interval, due=_later(now, max(wait, come_back), chance))


def retry(tries: int, *, come_back: float, now: datetime, chance: Random) -> datetime | None:
    """When the page of an item is asked for again after so many tries, None where it is not."""
    if tries >= ITEM_TRIES:
        return None
    return _later(now, max(ITEM_RETRY_SECONDS * 2.0 ** (tries - 1), come_back), chance)


def _later(now: datetime, seconds: float, chance: Random) -> datetime:
    seconds = min(seconds, 10.0 * FOLLOW_BACKOFF_SECONDS)
    return (now + timedelta(seconds=seconds * (1 + JITTER * chance.random()))).replace(microsecond=0)
