"""Dates as pages print or declare them -> ISO; it reads stamps and labels, not the prose of a story."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from saksi.words.packs import LANGUAGES, load

EARLIEST = 1980
"""No page is older than the web by more than a digitised archive; a smaller year is a misread number."""

LATEST = 2100
"""A later year is a misread number."""

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6})?Z?")
_SLASHED = re.compile(r"(?<!\d)(\d{1,4})[/.](\d{1,2})[/.](\d{1,4})(?!\d)")
_WORD_FIRST = re.compile(r"([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.)?[\s\-]+(?:de\s+|of\s+)?([^\W\d_]{3,12})\.?,?[\s\-]+(?:de\s+|del\s+)?(\d{4})(?!\d)"
)


@cache
def months() -> dict[str, int]:
    """Month names and their short forms of every pack, lower-case, to 1..12."""
    return {
        str(form).casefold(): number
        for language in LANGUAGES
        for number, names in load(language, "dates_in_pages")["months"].items()
        for form in names
    }


def iso_date(text: str, *, label: bool = False) -> str | None:
    """The date (or datetime, where the stamp is whole) of a stamp, as ISO; None where there is none or it is doubtful.

    With `label`, the text is a visible line and counts only where it is nothing but a date with its label and hour.
    """
    text = text.strip()
    if label and not _is_date_line(text):
        return None
    if (found := _ISO.search(text)) and (day := _day(found[1], found[2], found[3])):
        return day if found[4] is None else day + _hour(found)
    if (found := _COMPACT.fullmatch(text)) and (day := _day(found[1], found[2], found[3])):
        return day
    if (found := _DAY_FIRST.search(text)) and (day := _day(found[3], months().get(found[2].casefold()), found[1])):
        return day
    if (found := _WORD_FIRST.search(text)) and (day := _day(found[3], months().get(found[1].casefold()), found[2])):
        return day
    found = _SLASHED.search(text)
    return _slashed(found) if found else None


def _hour(found: re.Match[str]) -> str:
    zone = found[7] or ""
    if len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    if int(found[4]) > 23 or int(found[5]) > 59 or int(found[6] or 0) > 59:
        return ""
    return f"T{found[4]}:{found[5]}:{found[6] or '00'}{zone}"


def _slashed(found: re.Match[str]) -> str | None:
    if len(found[1]) == 4:
        return _day(found[1], found[2], found[3])
    if len(found[3]) != 4:
        return None
    day_first, month_first = _day(found[3], found[2], found[1]), _day(found[3], found[1], found[2])
    # 03/04/2017 is two days on two continents: told apart only where one reading is no date or both are the same.
    if day_first and month_first and day_first != month_first:
        return day_first if "." in found[0] else None
    return day_first or month_first


def _day(year: str, month: str | int | None, day: str) -> str | None:
    if month is None or not EARLIEST <= int(year) <= LATEST:
        return None
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _is_date_line(text: str) -> bool:
    words = [word for word in re.findall(r"[^\W\d_]{3,}", text.casefold()) if word not in months()]
    known = date_words()
    return len(text) <= 80 and any(char.isdigit() for char in text) and sum(word not in known for word in words) == 0


@cache
def date_words() -> frozenset[str]:
    """Weekdays, zones and labels that stand beside a date on a page."""
    lists = [load(language, "dates_in_pages")[group] for language in LANGUAGES for group in ("weekdays", "beside")]
    return frozenset(str(word).casefold() for words in lists for word in words)
