"""Says on which day a feast falls in a year; by decree where it is known, else by rule, and then perhaps a day off."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any, Final, NamedTuple

from saksi.reading import calendar
from saksi.records import TimeValue
from saksi.words import packs

_EPOCH: Final = 1_948_439.5
"""Julian day of 1 Muharram of the year 1 in the civil Islamic calendar."""

_JULIAN: Final = 1_721_424.5
"""Julian day of the day before 1 January of the year 1."""


class Feast(NamedTuple):
    """One feast: its rule as feasts.yaml writes it, its days by year as far as known, and whether those vary by country."""

    rule: Mapping[str, Any]
    dates: Mapping[int, tuple[date, ...]]
    varies: bool


@cache
def feasts(language: str) -> Mapping[tuple[str, ...], Feast]:
    """The feasts of a language by the words of each name, "new year's day" as three."""
    found: dict[tuple[str, ...], Feast] = {}
    for entry in packs.load_shared("feasts").values():
        dates: dict[int, tuple[date, ...]] = {}
        known = "dates" if language == "id" or entry.get("everywhere") else "abroad"
        for when in entry.get(known, ()):
            dates[when.year] = (*dates.get(when.year, ()), when)
        for name in entry[language]:
            found[tuple(name.replace("'s ", " ").replace("-", " - ").replace("'", " ' ").split())] = Feast(entry, dates, known == "abroad")
    return found


def feast_days(feast: Feast, year: int) -> list[TimeValue]:
    """The feast in a year: one day as a rule, none or two for a few of the Islamic calendar; approximate where only counted."""
    if year in feast.dates:
        return [_lasting(feast, when, feast.varies) for when in feast.dates[year]]
    rule = feast.rule
    if "on" in rule:
        month, day = (int(part) for part in str(rule["on"]).split("-"))
        return [calendar.day(date(year, month, day))]
    if "easter" in rule:
        return [calendar.day(easter(year) + timedelta(days=rule["easter"]))]
    if "nth" in rule:
        return [calendar.day(nth_weekday(year, *rule["nth"]) + timedelta(days=rule.get("after", 0)))]
    if "hijri" in rule:
        return [_lasting(feast, when, True) for when in _hijri_days(year, *rule["hijri"])]
    month_ = calendar.month(year, rule["month"])
    return [TimeValue(type="DATE", value=month_.value, from_=month_.from_, to=month_.to, approximate=True)]


def _lasting(feast: Feast, when: date, counted: bool) -> TimeValue:
    days = feast.rule.get("days", 1)
    last = when + timedelta(days=days - 1)
    value = when.isoformat() if days == 1 else None
    return TimeValue(type="DATE", value=value, from_=when.isoformat(), to=last.isoformat(), approximate=counted or days > 1)


def easter(year: int) -> date:
    """Easter Sunday of the western churches, by the Gregorian computus of Meeus, Jones and Butcher."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    month, day = divmod(h + n - 7 * m + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth weekday (Monday 1) of a month, the last one for -1."""
    first = date(year, month, 1)
    if nth > 0:
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = calendar.months_on(first, 1) - timedelta(days=1)
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)


def _hijri_days(year: int, month: int, day: int) -> list[date]:
    """The days of a Gregorian year on which a day of the civil Islamic calendar falls, by arithmetic."""
    about = int((year - 622) * 33 / 32)
    found = []
    for hijri in range(max(about - 1, 1), about + 3):
        days = day + -(-(59 * (month - 1)) // 2) + (hijri - 1) * 354 + (3 + 11 * hijri) // 30 + _EPOCH - 1
        when = date.fromordinal(int(days - _JULIAN))
        if when.year == year:
            found.append(when)
    return found
