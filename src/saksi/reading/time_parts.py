"""What the parts of a phrase of time say: direction, count and unit, part of day; and whether it is a name after all."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

import msgspec

from saksi.reading import calendar
from saksi.reading.time_scene import Phrase, Scene
from saksi.records import TimeValue

_DAY_END: Final = "T23:59:59"
_FINENESS: Final = ("Y", "M", "W", "D", "TH", "TM", "TS")
"""Units from the coarse to the fine."""


def direction_of(phrase: Phrase) -> int | None:
    """0 for the unit that runs, -1 for the one before, 1 for the one after; None where nothing says.

    In "this coming Tuesday" and "this past week" the second word says it.
    """
    place = phrase.at("ibfr")
    if place is not None and phrase.scene.letter(place + 1) in tuple("fr") and place + 1 < phrase.end:
        place += 1
    return None if place is None else {"i": 0, "b": -1, "f": 1, "r": -1}[phrase.scene.kinds[place]]


def part_of_day_letters(phrase: Phrase) -> str:
    return str(phrase.value("P") or "")


def resolved(scene: Scene, day_: int, month_: int, year_: int | None, weekday: int | None) -> date | None:
    """The date that a day and month mean, by their year, else nearest to the day of the report."""
    if year_ is not None:
        return calendar.real_date(year_, month_, day_)
    if scene.today is None:
        return None
    return calendar.nearest(month_, day_, scene.today, weekday)


def is_name(phrase: Phrase) -> bool:
    """Is the weekday or month part of a name: "Senin Otto", "Koran Minggu Pagi"?"""
    scene = phrase.scene
    if scene.letter(phrase.end) in "XU" and phrase.end < len(scene.kinds) and is_capital(scene, phrase.end):
        return True
    if phrase.kinds == "M" and scene.letter(phrase.start - 1) == "_" and is_capital(scene, phrase.start - 1):
        return True
    if phrase.kinds == "gW" and scene.letter(phrase.end) == "_" and is_capital(scene, phrase.end):
        return True
    if phrase.kinds[0] in "shpXUeg" or (scene.letter(phrase.start - 1) in "pshX,IDcwz" and phrase.start):
        return False
    if scene.letter(phrase.end) not in ("_", "P", "X", "U") or phrase.kinds[-1] not in "WM":
        return phrase.kinds[-1] == "P" and is_capital(scene, phrase.end - 1)
    return is_capital(scene, phrase.end) and not scene.text[scene.lexemes[phrase.end].start + 1 : scene.lexemes[phrase.end].end].isupper()


def is_capital(scene: Scene, place: int) -> bool:
    return scene.text[scene.lexemes[place].start].isupper()


def edged(phrase: Phrase, whole: TimeValue) -> TimeValue:
    which = phrase.value("e@")
    return whole if which is None else calendar.edge(whole, which)


def ended(phrase: Phrase, day_: TimeValue) -> TimeValue:
    """The last second of a day whose end is named; any other time as it is."""
    if phrase.value("@") != "late" or day_.from_ is None or day_.from_ != day_.to:
        return day_
    return TimeValue(type="TIME", value=f"{day_.from_}{_DAY_END}", from_=day_.from_, to=day_.to, approximate=True)


def day_offset(written: str) -> tuple[int, str]:
    """The days and part of day of an entry like 0-1TNI or 0+0T23:59:59."""
    match = re.fullmatch(r"0([+-][0-9])(T[A-Z0-9:]+)?", written)
    if match is None:
        raise ValueError(f"no days to count in {written!r}")
    return int(match[1]), match[2] or ""


def counted_lengths(phrase: Phrase) -> list[tuple[float, str]] | None:
    """Each count and unit of "two years, one month and three days"; None for an open number or units that grow no finer."""
    scene, start = phrase.scene, phrase.start
    found: list[tuple[float, str]] = []
    for place in range(phrase.start, phrase.end):
        if scene.kinds[place] not in "UX":
            continue
        counted = counted_units(Phrase(scene, start, place + 1))
        if counted is None or counted[0] is None or counted[1] not in _FINENESS:
            return None
        found.append((counted[0], counted[1]))
        start = place + 1
    order = [_FINENESS.index(unit) for _, unit in found]
    return found if order == sorted(set(order)) else None


def counted_units(phrase: Phrase) -> tuple[float | None, str] | None:
    """How many of which unit; None for an open number."""
    if (one := phrase.value("S")) is not None:
        return 1.0, one
    unit = phrase.value("UX")
    if unit is None:
        return None
    if (place := phrase.at("V")) is not None:
        return (2.0 if phrase.scene.word(place) == "couple" else None), unit
    if (place := phrase.at("R")) is not None:
        return phrase.scene.lexemes[place].number, unit
    if "n&1n" in phrase.kinds.replace("-", ""):
        return (phrase.value("n") or 0.0) + (phrase.value("n", 1) or 0.0), unit
    number = phrase.value("n")
    if "n1" in phrase.kinds and number != 0.5:
        return None
    return (1.0 if number is None else float(number)), unit


def approximate(value: TimeValue) -> TimeValue:
    return msgspec.structs.replace(value, approximate=True)


def lasting(scene: Scene, count: float, unit: str, direction: int) -> TimeValue:
    """A duration that ends or begins on the day of the report."""
    if unit.startswith("T"):
        return _hours_lasting(scene, count, unit, direction)
    if unit == "Q" and scene.today is not None and count == int(count) and abs(count) < 400:
        return _quarters(scene.today, int(count), direction)
    other = calendar.moved(scene.today, direction * count, unit) if scene.today is not None else None
    if other is None or scene.today is None:
        return TimeValue(type="DURATION", value=calendar.duration(count, unit))
    first, last = sorted((scene.today, other))
    return TimeValue(type="DURATION", value=calendar.duration(count, unit), from_=first.isoformat(), to=last.isoformat())


def _quarters(today: date, count: int, direction: int) -> TimeValue:
    """Whole quarters before or after the one that runs."""
    running = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1)
    first = calendar.months_on(running, 3 if direction > 0 else -3 * count)
    last = calendar.months_on(first, 3 * count) - timedelta(days=1)
    return TimeValue(type="DURATION", value=calendar.duration(count, "Q"), from_=first.isoformat(), to=last.isoformat())


def _hours_lasting(scene: Scene, count: float, unit: str, direction: int) -> TimeValue:
    """Some hours that end or begin at the time of day of the report, where that is known."""
    value = calendar.duration(count, unit)
    if scene.clock is None or scene.today is None:
        return TimeValue(type="DURATION", value=value)
    try:
        other = scene.clock + timedelta(seconds=direction * count * {"TH": 3600, "TM": 60, "TS": 1}[unit])
    except OverflowError:
        return TimeValue(type="DURATION", value=value)
    first, last = sorted((scene.clock, other))
    return TimeValue(type="DURATION", value=value, from_=first.isoformat(), to=last.isoformat())
