"""When an item of a feed was published, as far as its feed can be believed: zones by name, clocks that run ahead, dates to come."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import msgspec

from saksi.intake.moments import moment
from saksi.limits import CLOCK_SLACK_SECONDS
from saksi.records import Note

_HOUR = re.compile(r"(?<![\d.:])([01]?\d|2[0-3])[:.]([0-5]\d)(?:[:.]([0-5]\d))?(?!\d)\s*(WIB|WITA|WIT|GMT|UTC|Z|[+-]\d{2}:?\d{2})?")
_OFFSETS = {"WIB": "+07:00", "WITA": "+08:00", "WIT": "+09:00", "GMT": "+00:00", "UTC": "+00:00", "Z": "+00:00"}
_ZONE = re.compile(r"[+-](?:0\d|1[0-4]):[0-5]\d")
_SLACK = timedelta(seconds=CLOCK_SLACK_SECONDS)

INDONESIAN_HOURS = (7, 8, 9)
"""WIB, WITA and WIT: by so much an Indonesian feed is ahead that gives local time as GMT."""

_SHORT = timedelta(hours=3)
"""Between two askings so near, what is new is fresh."""


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """When an item was published: an ISO date or datetime or None, and a note where the feed was not taken at its word."""

    at: str | None
    note: Note | None = None


def zone_offset(zone: str) -> str | None:
    """The offset that a person means by "WIB", "utc" or "+07:00", None for what is none."""
    return _OFFSETS.get(zone.upper()) or (zone if _ZONE.fullmatch(zone) else None)


def declared(stamp: str | None, zone: str | None = None) -> str | None:
    """ISO date or datetime of a feed's stamp; `zone` ("+07:00") is meant where it names none.

    "Selasa, 3 Maret 2026 09:40 WIB" is 2026-03-03T09:40:00+07:00; "3 Maret 2026" is a day, in whatever zone.
    """
    found = moment(stamp)
    if found is None:
        return None
    if len(found) <= 10:
        hour = _HOUR.search(stamp or "")
        if hour is None:
            return found
        offset = _OFFSETS.get(hour[4] or "", hour[4] or "")
        found = f"{found}T{int(hour[1]):02}:{hour[2]}:{hour[3] or '00'}{offset if len(offset) != 5 else offset[:3] + ':' + offset[3:]}"
    if zone is not None and datetime.fromisoformat(found).tzinfo is None:
        found += zone
    return found


def hours_ahead(stamps: Iterable[str | None], seen: datetime, hours: tuple[int, ...]) -> int | None:
    """By how many of `hours` a feed's clock runs ahead, judged by its newest items; None where nothing says so.

    Only moments in GMT, or in no zone, are evidence: "09:40 GMT" seen at 03:00 GMT is 09:40 WIB. An item three days ahead is none.
    """
    leads = [found - seen for stamp in stamps if (found := _as_gmt(declared(stamp))) is not None]
    most = max(leads, default=timedelta(0))
    if most <= _SLACK:
        return None
    return next((each for each in sorted(hours) if most <= timedelta(hours=each) + _SLACK), None)


def is_repaired(stamps: Iterable[str | None], seen: datetime, asked: datetime, ahead: int) -> bool:
    """Whether a feed whose clock ran ahead by so many hours no longer does: what is new since `asked` is not ahead at all."""
    found = [each for stamp in stamps if (each := _as_gmt(declared(stamp))) is not None]
    fresh = seen - asked <= min(_SHORT, timedelta(hours=ahead) / 2)
    return fresh and len(found) > 1 and all(asked - _SLACK <= each <= seen + _SLACK for each in found)


def published(stamp: str | None, *, zone: str | None, ahead: int | None, seen: datetime) -> Published:
    """When an item was published. Where the feed's clock runs `ahead`, local time stands where it says GMT; a date that is still to
    come gives way to the moment at which the item was seen."""
    found = declared(stamp, zone)
    if found is None or len(found) <= 10:
        return _not_to_come(found, seen)
    when = datetime.fromisoformat(found)
    if ahead is not None and when.utcoffset() in (None, timedelta(0)):
        local = f"{when.replace(tzinfo=None).isoformat()}+{ahead:02}:00"
        if datetime.fromisoformat(local) <= seen + _SLACK:
            why = f"the feed gives local time as GMT: its newest items are {ahead} hours ahead"
            return Published(at=local, note=Note(code="feed-clock", what=f"published {found}", why=why))
    return _not_to_come(found, seen)


def _not_to_come(found: str | None, seen: datetime) -> Published:
    if found is None:
        return Published(at=None)
    when = datetime.fromisoformat(found)
    aware = when if when.tzinfo is not None else when.replace(tzinfo=UTC)
    # A day, or an hour in no zone, may have begun elsewhere on earth.
    slack = _SLACK if when.tzinfo is not None else timedelta(hours=14)
    if aware <= seen + slack:
        return Published(at=found)
    why = "this is still to come; the moment at which the item was first seen stands for it"
    return Published(at=seen.isoformat(), note=Note(code="feed-date", what=f"published {found}", why=why))


def _as_gmt(found: str | None) -> datetime | None:
    if found is None or len(found) <= 10:
        return None
    when = datetime.fromisoformat(found)
    return when.replace(tzinfo=UTC) if when.utcoffset() in (None, timedelta(0)) else None
