"""Moments as machines write them in feeds, archives and mail -> ISO with the zone that they name; what names none has none."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from saksi.intake.dates import EARLIEST, LATEST, iso_date

_NAMED = {"WIB": "+0700", "WITA": "+0800", "WIT": "+0900", "CET": "+0100", "CEST": "+0200", "BST": "+0100", "IST": "+0530", "JST": "+0900"}
"""Zones that mail's own list lacks and outlets write: Indonesia's three, and some that mean one thing in news."""

_ZONE = re.compile(rf"\b({'|'.join(_NAMED)})\b")
_ZONE_AT_END = re.compile(rf"\s*\b({'|'.join(_NAMED)})$")
_DAY_FIRST = re.compile(
    r"(?:[A-Za-z']{1,12},?\s{1,3})?(\d{1,2})[/-](\d{1,2})[/-](\d{4})[\s,-]{1,5}(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?\s{0,3}(WIB|WITA|WIT)"
)
"""Who writes an Indonesian zone writes the day before the month."""
_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)")


def moment(stamp: str | None) -> str | None:
    """ISO date or datetime of a stamp, None where it is none.

    "Tue, 03 Mar 2026 09:40:00 WIB" is 2026-03-03T09:40:00+07:00, and not UTC; "-0000" and no zone at all give none.
    "04/03/2026 09:40 WIB" is the fourth of March; without the zone nobody knows, and it is none.
    """
    text = (stamp or "").strip()
    if not text:
        return None
    if basic := _BASIC.fullmatch(text):
        text = "{}-{}-{}T{}:{}:{}Z".format(*basic.groups())
    if local := _DAY_FIRST.fullmatch(text):
        day, month, year, hour, minute, second, zone = local.groups()
        text = f"{year}-{month:0>2}-{day:0>2}T{hour:0>2}:{minute}:{second or '00'}{_NAMED[zone]}"
    return _iso(text) or _mail(text) or iso_date(text)


def _iso(text: str) -> str | None:
    if len(text) <= 10:
        return None
    try:
        return _kept(datetime.fromisoformat(_ZONE_AT_END.sub(lambda found: _NAMED[found[1]], text)))
    except ValueError:
        return None


def _mail(text: str) -> str | None:
    """RFC 822 as feeds and mail have it, with zones by name."""
    from email.utils import parsedate_to_datetime

    try:
        return _kept(parsedate_to_datetime(_ZONE.sub(lambda found: _NAMED[found[0]], text)))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _kept(found: datetime) -> str | None:
    if not EARLIEST <= found.year <= LATEST:
        return None
    return found.replace(microsecond=0).isoformat()


def in_utc(stamp: str | None, otherwise: str) -> str:
    """The moment in UTC, `otherwise` where the stamp is none or says no zone."""
    found = moment(stamp)
    if found is None or len(found) <= 10 or (parsed := datetime.fromisoformat(found)).tzinfo is None:
        return otherwise
    return parsed.astimezone(UTC).isoformat()
