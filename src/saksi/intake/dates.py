"""Dates as pages print or declare them -> ISO; it reads stamps and labels, not the prose of a story."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any

from saksi.intake.furniture import forms
from saksi.words.packs import LANGUAGES, load, load_shared

EARLIEST = 1980
"""No page is older than the web by more than a digitised archive; a smaller year is a misread number."""

LATEST = 2100
"""A later year is a misread number."""

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6})?Z?")
_SLASHED = re.compile(r"(?<!\d)(\d{1,4})[/.]\s?(\d{1,2})[/.]\s?(\d{1,4})(?!\d)")
_EAST = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[\s\-/]([^\W\d_]{3,12})\.?[\s\-/](\d{1,2})(?!\d)")
_WORD_FIRST = re.compile(r"([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.)?[\s\-]+(?:de\s+|of\s+)?([^\W\d_]{3,12})\.?,?[\s\-]+(?:de\s+|del\s+)?(\d{4})(?!\d)"
)
_ANY = re.compile(
    "|".join(f"(?:{re.sub(r'[(](?![?])', '(?:', one.pattern)})" for one in (_ISO, _DAY_FIRST, _WORD_FIRST, _EAST, _YEAR_FIRST, _SLASHED))
)
_SEPARATED = re.compile(r"\s+[|·•⋅∙–—/-]\s+|\s*[|;•・\t]\s*")

_AROUND = " ,([])-–—:"

DATED_CHARS = 110
"""A longer line with a date is a sentence."""


@cache
def months() -> dict[str, int]:
    """Month names and their short forms, lower-case, to 1..12; where two languages differ the packs' own hold."""
    return {str(form).casefold(): number for words in _words() for number, names in words["months"].items() for form in names}


def _words() -> list[Any]:
    return [load_shared("dates_in_pages"), *(load(language, "dates_in_pages") for language in LANGUAGES)]


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
    if (found := _EAST.search(text)) and (day := _day(found[1], found[2], found[3])):
        return day
    if (found := _YEAR_FIRST.search(text)) and (day := _day(found[1], months().get(found[2].casefold()), found[3])):
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
    lists = [words[group] for words in _words() for group in ("weekdays", "beside")]
    return frozenset(str(word).casefold() for words in lists for word in words)


@cache
def _changed() -> re.Pattern[str]:
    words = [str(word) for word in load_shared("dates_in_pages")["changed"]] + forms("changed")
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.I)


def tells_change(text: str) -> bool:
    """Does a line with a date say that the page was changed then?"""
    return _changed().search(text) is not None


def is_moment(text: str) -> bool:
    """Is the text nothing but numbers and words of dates ("19 Feb", "08.30 WIB"), or a number alone?"""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    return len(text) <= 40 and any(map(str.isdigit, text)) and all(word in months() or word in date_words() for word in words)


def dated_line(text: str) -> str | None:
    """The date that stands at the beginning or the end of a short line, or alone between its separators, else None.

    "Ann Lee | 04.02.2022, 13:10" and "Published Apr 26, 2023 by Ann Lee" have one; "The fair of 5 May 2021 was shut." has none.
    """
    if len(text) > DATED_CHARS or not any(map(str.isdigit, text)):
        return None
    parts = _SEPARATED.split(text)
    if len(parts) > 1 and (day := next((day for part in parts if (day := iso_date(part, label=True))), None)):
        return day
    found = _ANY.search(text)
    if found is None or text.rstrip()[-1:] in ".!?":
        return None
    before, after = text[: found.start()].strip(_AROUND), text[found.end() :].strip(_AROUND)
    return iso_date(found[0]) if not before or not after or _is_label(before) else None


def labelled_date(text: str) -> str | None:
    """The date behind a label, in a line that begins with that ("Published on 6 August 2009", "Stand: 28.04.2020 18:00 Uhr"), else None."""
    if len(text) > DATED_CHARS or not any(map(str.isdigit, text)):
        return None
    found = _ANY.search(text)
    before = text[: found.start()].strip(_AROUND) if found is not None else ""
    words = before.casefold().replace(":", " ").split()
    return iso_date(found[0]) if found is not None and words and all(word in date_words() for word in words) else None


def _is_label(before: str) -> bool:
    words = before.casefold().split()
    return bool(words) and words[-1].rstrip(":") in date_words()
