"""The calendar: days, weeks, months, years and their parts as time values, and counting from one to another."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from saksi.records import TimeValue

FIRST_YEAR, LAST_YEAR = 1, 9998

_CYCLE: Final = 40
"""Years after which every date has had every weekday, 29 February over a century without one counted in."""

_NEAR_DAYS: Final = 550
"""A weekday that fits only farther away than this was misprinted."""


def day(when: date, part: str = "") -> TimeValue:
    """One day, or a part of it by its TIMEX3 letters ("TMO", "T14:30")."""
    iso = when.isoformat()
    return TimeValue(type="TIME" if part[1:2].isdigit() else "DATE", value=iso + part, from_=iso, to=iso)


def week(when: date) -> TimeValue:
    """The ISO week that holds the day, Monday to Sunday."""
    year, number, weekday = when.isocalendar()
    monday = when - timedelta(days=weekday - 1)
    return TimeValue(type="DATE", value=f"{year:04d}-W{number:02d}", from_=monday.isoformat(), to=(monday + timedelta(days=6)).isoformat())


def weekend(when: date) -> TimeValue:
    """Saturday and Sunday of the ISO week that holds the day."""
    year, number, weekday = when.isocalendar()
    saturday = when + timedelta(days=6 - weekday)
    return TimeValue(
        type="DATE", value=f"{year:04d}-W{number:02d}-WE", from_=saturday.isoformat(), to=(saturday + timedelta(days=1)).isoformat()
    )


def month(year: int, number: int) -> TimeValue:
    """One month, 1 to 12."""
    return _stretch(f"{year:04d}-{number:02d}", date(year, number, 1), months_on(date(year, number, 1), 1) - timedelta(days=1))


def year(number: int) -> TimeValue:
    """One year."""
    return _stretch(f"{number:04d}", date(number, 1, 1), date(number, 12, 31))


def quarter(year_: int, number: int) -> TimeValue:
    """One quarter of a year, 1 to 4."""
    first = date(year_, 3 * number - 2, 1)
    return _stretch(f"{year_:04d}-Q{number}", first, months_on(first, 3) - timedelta(days=1))


def half(year_: int, number: int) -> TimeValue:
    """One half of a year, 1 or 2."""
    first = date(year_, 6 * number - 5, 1)
    return _stretch(f"{year_:04d}-H{number}", first, months_on(first, 6) - timedelta(days=1))


def decade(first: int) -> TimeValue:
    """Ten years from a year that ends in 0."""
    return _stretch(f"{first // 10:03d}X", date(first, 1, 1), date(first + 9, 12, 31))


def century(number: int) -> TimeValue:
    """The nth century, as news counts it: the 19th is 1800 to 1899."""
    first = max(100 * (number - 1), 1)
    return _stretch(f"{number - 1:02d}XX", date(first, 1, 1), date(100 * number - 1, 12, 31))


def interval(first: TimeValue, last: TimeValue) -> TimeValue:
    """From the first day of one time to the last day of another; a stretch without a TIMEX3 value of its own."""
    return TimeValue(type="DATE", from_=first.from_, to=last.to)


def unit_of(name: str, when: date) -> TimeValue | None:
    """The day, week, month, quarter, half year, year, decade or century (TIMEX3 letter) that holds a day.

    A fiscal or school year (FY, SY) is named, not bounded: its first day is another in every country.
    """
    match name:
        case "D":
            return day(when)
        case "W":
            return week(when)
        case "WE":
            return weekend(when)
        case "M":
            return month(when.year, when.month)
        case "Q":
            return quarter(when.year, (when.month + 2) // 3)
        case "H":
            return half(when.year, (when.month + 5) // 6)
        case "Y":
            return year(when.year)
        case "E":
            return decade(when.year // 10 * 10)
        case "C":
            return century(when.year // 100 + 1)
        case "FY" | "SY":
            return TimeValue(type="DATE", value=f"{name}{when.year:04d}")
    return None


_MONTHS: Final = {"M": 1, "Q": 3, "H": 6, "Y": 12, "8Y": 96, "E": 120, "C": 1200, "FY": 12, "SY": 12}
_DAYS: Final = {"D": 1, "N": 1, "W": 7, "2W": 14, "WE": 7}


def moved(when: date, count: float, unit: str) -> date | None:
    """The day `count` units on (back where negative); None beyond the calendar or for units below a day."""
    try:
        if unit == "BD":
            return _working_days_on(when, round(count))
        if unit in _DAYS:
            return when + timedelta(days=round(count * _DAYS[unit]))
        if unit in _MONTHS:
            return months_on(when, round(count * _MONTHS[unit]))
        return when if unit.startswith("T") else None
    except (OverflowError, ValueError):
        return None


def _working_days_on(when: date, count: int) -> date | None:
    """The day so many days on that no weekend holds; feasts are not looked at, and None is for more than a year of them."""
    if abs(count) > _WORKING_DAYS:
        return None
    step = timedelta(days=1 if count > 0 else -1)
    for _ in range(abs(count)):
        when += step
        while when.isoweekday() > _FRIDAY:
            when += step
    return when


_FRIDAY, _WORKING_DAYS = 5, 261


def months_on(when: date, count: int) -> date:
    """The same day `count` months on, or the last day of that month. Raises ValueError beyond the calendar."""
    whole = when.year * 12 + when.month - 1 + count
    year_, number = divmod(whole, 12)
    return date(year_, number + 1, min(when.day, monthrange(year_, number + 1)[1]))


def edge(whole: TimeValue, which: str) -> TimeValue:
    """The early, mid or late part of a month or year, by thirds; of anything else the whole, made approximate."""
    if whole.from_ is None or whole.to is None:
        return whole
    first, last = date.fromisoformat(whole.from_), date.fromisoformat(whole.to)
    if 28 <= (last - first).days + 1 <= 31:
        bounds = {"early": (1, 10), "mid": (10, 20), "late": (20, last.day)}[which]
        start, end = first.replace(day=bounds[0]), first.replace(day=bounds[1])
    elif 365 <= (last - first).days + 1 <= 366:
        months = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[which]
        start, end = first.replace(month=months[0]), months_on(first.replace(month=months[1]), 1) - timedelta(days=1)
    else:
        start, end = first, last
    return TimeValue(type="DATE", value=whole.value, from_=start.isoformat(), to=end.isoformat(), approximate=True)


_FACTORS: Final = {
    "2W": (2, "W"), "8Y": (8, "Y"), "Q": (3, "M"), "H": (6, "M"), "E": (10, "Y"), "C": (100, "Y"), "N": (1, "D"),
    "FY": (1, "Y"), "SY": (1, "Y"), "BD": (1, "D"),
}  # fmt: skip


def duration(count: float, unit: str) -> str:
    """A length in TIMEX3: P2Y, P3D, PT72H, P1W; a fortnight is P2W, a quarter P3M, a decade P10Y."""
    factor, letter = _FACTORS.get(unit, (1, unit))
    amount = count * factor
    figure = str(int(amount)) if amount == int(amount) else f"{amount:g}"
    return f"PT{figure}{letter[1:]}" if letter.startswith("T") else f"P{figure}{letter}"


def real_date(year_: int, month_: int, day_: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year_, month_, day_)
    except ValueError:
        return None


def nearest(month_: int, day_: int, around: date, weekday: int | None = None) -> date | None:
    """The day and month in the year nearest to `around`; with a weekday (Monday 1), in the nearest year where it fits."""
    years = range(max(around.year - 6, FIRST_YEAR), min(around.year + 6, LAST_YEAR) + 1)
    near = sorted((abs((when - around).days), when) for y in years if (when := real_date(y, month_, day_)) is not None)
    fitting = [when for distance, when in near if weekday is None or (when.isoweekday() == weekday and distance < _NEAR_DAYS)]
    return fitting[0] if fitting else near[0][1] if near else None


def weekday_fit(month_: int, day_: int, weekday: int, around: date) -> date | None:
    """The day and month in the year nearest to `around` in which they fall on the weekday; years later where none is near."""
    near = nearest(month_, day_, around, weekday)
    if near is not None and near.isoweekday() == weekday:
        return near
    for y in range(around.year, min(around.year + _CYCLE, LAST_YEAR)):
        when = real_date(y, month_, day_)
        if when is not None and when >= around and when.isoweekday() == weekday:
            return when
    return None


def weekday_near(weekday: int, around: date, future: bool) -> date:
    """The weekday (Monday 1) at or before `around`, or after it where `future`."""
    back = (around.isoweekday() - weekday) % 7
    return around + timedelta(days=(7 - back) if future and back else -back)


def _stretch(value: str, first: date, last: date) -> TimeValue:
    return TimeValue(type="DATE", value=value, from_=first.isoformat(), to=last.isoformat())
