"""What phrases mean that name a week by its number or a day of it, or a weekday by its place in a month."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

import msgspec

from saksi.reading import calendar
from saksi.reading.time_days import written_date
from saksi.reading.time_parts import is_capital, resolved
from saksi.reading.time_scene import Phrase
from saksi.reading.time_units import ordinal_of, whole_of
from saksi.records import TimeValue

_SUNDAY: Final = 7
_WEEKS, _FURTHEST = 53, 60
"""Weeks of the longest year; weekdays that a text counts back at most."""


def mean_weekday_of(phrase: Phrase) -> TimeValue | None:
    """The third Friday in May, the last Monday of next month."""
    named = phrase.at("U") is None
    whole = whole_of(phrase) if named else _counted_unit(phrase)
    number, weekday = ordinal_of(phrase), phrase.value("W")
    if whole is None or whole.from_ is None or whole.to is None or phrase.value("U") not in (None, "M", "Y"):
        return None
    first, last = date.fromisoformat(whole.from_), date.fromisoformat(whole.to)
    if number is None:
        when = last - timedelta(days=(last.isoweekday() - weekday) % 7)
    else:
        when = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (number - 1))
    return calendar.day(when) if first <= when <= last else None


def _counted_unit(phrase: Phrase) -> TimeValue | None:
    """This, last or next month or year, or the one that runs, as the end of the phrase names it."""
    place, today = phrase.at("U") or phrase.start, phrase.scene.today
    step = {"b": -1, "f": 1}.get(phrase.scene.kinds[place - 1], 0)
    when = None if today is None else calendar.moved(today, step, phrase.value("U"))
    return None if when is None else calendar.unit_of(phrase.value("U"), when)


def mean_weekdays_ago(phrase: Phrase) -> TimeValue | None:
    """Two Fridays ago: the second one before the day of the report."""
    today, count = phrase.scene.today, phrase.whole("n")
    if today is None or count is None or not 1 <= count <= _FURTHEST:
        return None
    latest = calendar.weekday_near(phrase.value("W"), today - timedelta(days=1), False)
    when = calendar.moved(latest, 1 - count, "W")
    return None if when is None else calendar.day(when)


def mean_week_number(phrase: Phrase) -> TimeValue | None:
    """Week 23, week 7 of a named year: the ISO week; "Week 7" with a capital and no year is that of a league."""
    scene, place, year_ = phrase.scene, phrase.at("U") or phrase.start, phrase.whole("y")
    number = phrase.whole("n")
    if scene.word(place) != "week" or number is None or not 1 <= number <= _WEEKS or not scene.word(place + 1).isdigit():
        return None
    if year_ is None and (is_capital(scene, place) or scene.today is None):
        return None
    if year_ is None and scene.today is not None:
        year_ = scene.today.isocalendar().year
    week = calendar.week(date(int(year_ or 1), 1, 4) + timedelta(days=7 * (number - 1)))
    return week if week.value is not None and week.value.startswith(f"{year_:04d}") else None


def mean_week_of(phrase: Phrase) -> TimeValue | None:
    """The week of May 12: the ISO week that holds the day; "starting" or "beginning" makes it seven days from that day, "ending" to it."""
    scene, place = phrase.scene, phrase.at("U") or phrase.start
    written = written_date(phrase)
    when = None if written is None or scene.word(place) != "week" else resolved(scene, *written, None)
    if when is None:
        return None
    week, word = calendar.week(when), scene.word(place + 1)
    if scene.letter(place + 1) in "_@" and word not in ("beginning", "ending"):
        return None
    if word == "ending" and when.isoweekday() != _SUNDAY:
        return msgspec.structs.replace(week, value=None, from_=(when - timedelta(days=6)).isoformat(), to=when.isoformat())
    if word in ("of", "ending") or when.isoweekday() == 1:
        return week
    return msgspec.structs.replace(week, value=None, from_=when.isoformat(), to=(when + timedelta(days=6)).isoformat())


def mean_to_date(phrase: Phrase) -> TimeValue | None:
    """Year to date: from its first day to the day of the report."""
    today = phrase.scene.today
    whole = None if today is None else calendar.unit_of(phrase.value("6"), today)
    return None if whole is None or today is None else msgspec.structs.replace(whole, to=today.isoformat())
