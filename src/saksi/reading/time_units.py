"""What phrases mean that name a week, month, quarter, year, decade, century or era."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from saksi.reading import calendar
from saksi.reading.time_parts import direction_of, edged, ended, is_capital, is_name, lasting
from saksi.reading.time_scene import Phrase
from saksi.records import TimeValue

_FRIDAY: Final = 5


def mean_months(phrase: Phrase) -> TimeValue | None:
    """Maret hingga Mei 2016."""
    if "&" in phrase.kinds and "z" not in phrase.kinds:
        return None
    first, last, years = phrase.whole("M"), phrase.whole("M", 1), (phrase.whole("y"), phrase.whole("y", 1))
    if first is None or last is None:
        return None
    end_year = years[1] or years[0] or (phrase.scene.today.year if phrase.scene.today is not None else None)
    if end_year is None:
        return None
    start_year = years[0] if years[0] is not None and years[1] is not None else end_year - (first > last)
    return calendar.interval(calendar.month(start_year, first), calendar.month(end_year, last))


def mean_years(phrase: Phrase) -> TimeValue | None:
    """antara 2014 dan 2016, 2014-18."""
    place = phrase.at("Y")
    if place is None:
        low, high = phrase.whole("y"), phrase.whole("y", 1)
    else:
        first, last = re.split(r"[-/\u2013]", phrase.scene.word(place))
        low, high = int(first), int(last)
        high += low // 100 * 100 if high < 100 else 0
    if low is None or high is None or low > high or (phrase.kinds[0] in "Yy" and phrase.scene.letter(phrase.start - 1) in tuple("-/x")):
        return None
    return calendar.interval(calendar.year(low), calendar.year(high))


def mean_month(phrase: Phrase) -> TimeValue | None:
    """A month with its year, or the one that is meant; early, mid or late part of it."""
    scene, number, year_ = phrase.scene, phrase.value("M"), phrase.whole("y")
    place = phrase.at("M") or phrase.start
    word, alone, lists = scene.word(place), phrase.kinds in ("M", "gM"), scene.words.lists
    if (alone or phrase.kinds == "eM") and word in lists["short"] and word != "sept" and word not in lists["unsure"]:
        return None
    if phrase.kinds.lstrip("g") == "eM" and word in lists["unsure"] and scene.letter(phrase.end) == "_" and is_capital(scene, phrase.end):
        return None
    if alone and word in lists["unsure"] and scene.letter(phrase.start - 1) not in tuple("psIDe@zw&^"):
        return None
    if year_ is None and (is_name(phrase) or (phrase.kinds == "M" and scene.letter(phrase.start - 1) == "n")):
        return None
    if year_ is None and scene.today is None:
        return TimeValue(type="DATE", value=f"XXXX-{number:02d}")
    whole = calendar.month(year_ if year_ is not None else year_of_month(phrase, number), number)
    return edged(phrase, whole)


def year_of_month(phrase: Phrase, number: int) -> int:
    """The year of a bare month: of the date it is tied to, by its mark, by tense, else the nearest."""
    scene, direction = phrase.scene, direction_of(phrase)
    told = scene.year_told_before(phrase.start, number) if direction is None else None
    if told is not None:
        return told
    today = scene.today or date.min
    if direction is not None and "U" in phrase.kinds:
        return today.year + direction
    if direction == 0:
        return today.year
    future = scene.to_come(phrase.start) if direction is None else direction > 0
    until = phrase.kinds[0] == "h" or scene.letter(phrase.start - 1) == "h"
    future = True if future is None and until and number >= today.month else future
    if future is None:
        away = {y: abs((y - today.year) * 12 + number - today.month) for y in (today.year - 1, today.year, today.year + 1)}
        return min(away, key=lambda y: (away[y], y))
    if future:
        return today.year + (number < today.month)
    if direction == -1 and number == today.month:
        return today.year - 1
    return today.year - (number > today.month)


def mean_unit(phrase: Phrase) -> TimeValue | None:
    """Pekan lalu, this year, awal bulan ini, the end of the week."""
    scene, unit, year_ = phrase.scene, phrase.value("UX"), phrase.whole("y")
    if year_ is not None and phrase.at("3") is not None:
        running = scene.today is not None and scene.today.year == year_
        return _rest_of(phrase, "Y", scene.today or date.min) if running else None
    if year_ is not None:
        return edged(phrase, calendar.year(year_))
    if "@" in phrase.kinds[-1:] and (unit not in ("Y", "M", "Q") or scene.word(phrase.end - 1) != "end"):
        return None
    if unit == "2W":
        return lasting(scene, 1, unit, direction_of(phrase) or 0) if direction_of(phrase) else None
    if scene.language == "id" and phrase.value("e") == "late" and unit == "W":
        unit = "WE"
    if unit is None or unit == "N":
        return None
    if phrase.kinds[-1] in "UX" and phrase.kinds.lstrip("shlI^g") == "U" and unit != "WE":
        return None
    if unit == "WE" and scene.word(phrase.end - 1) == "weekends" and phrase.at("ibf") is None:
        return TimeValue(type="SET", value="XXXX-WXX-WE")
    if scene.today is None:
        return None if unit.startswith("T") else TimeValue(type="DATE")
    if unit.startswith("T"):
        return lasting(scene, 1, unit, direction_of(phrase) or 0) if direction_of(phrase) else None
    if phrase.at("BK3") is not None:
        return _rest_of(phrase, unit, scene.today)
    if phrase.kinds.lstrip("shlI^g") == "U":
        return _weekend(phrase, scene.today)
    if scene.language == "en" and phrase.at("bf") is not None and scene.word(phrase.end - 1).endswith("s") and phrase.kinds[-1] in "UX":
        return TimeValue(type="DURATION", value=f"PX{unit[-1]}")
    named = any(scene.word(place) in scene.words.lists["anaphoric"] for place in range(phrase.start, phrase.end))
    named = named or (scene.language == "en" and unit == "D" and phrase.at("f") is not None)
    base = scene.last_day if named and scene.last_day is not None else scene.today
    steps = 2 if phrase.kinds.endswith("U^f") else direction_of(phrase) or 0
    when = calendar.moved(base, steps, unit)
    if unit == "M" and when is not None:
        when = when.replace(day=1)
    whole = calendar.unit_of(unit, when) if when is not None else None
    return whole if whole is None or unit == "WE" else ended(phrase, edged(phrase, whole))


def _rest_of(phrase: Phrase, unit: str, today: date) -> TimeValue | None:
    """Earlier this month, later in the year: up to the day of the report, or from it on."""
    whole = calendar.unit_of(unit, today)
    if whole is None or unit == "D":
        return whole
    earlier = phrase.at("B") is not None
    first, last = (whole.from_, today.isoformat()) if earlier else (today.isoformat(), whole.to)
    return TimeValue(type="DATE", value=whole.value, from_=first, to=last, approximate=True)


def _weekend(phrase: Phrase, today: date) -> TimeValue:
    """The weekend: the one that runs, else by tense the last or the next, on a Friday the next."""
    told = phrase.scene.to_come(phrase.start)
    ahead = told is True or (told is None and today.isoweekday() == _FRIDAY)
    return calendar.weekend(today if today.isoweekday() > _FRIDAY or ahead else today - timedelta(days=7))


def mean_unit_part(phrase: Phrase) -> TimeValue | None:
    """A numbered part by _numbered; its early or late part, as of "akhir abad ke-19"."""
    part = _numbered(phrase)
    return None if part is None else edged(phrase, part)


def _numbered(phrase: Phrase) -> TimeValue | None:
    """Kuartal I 2017, the first week of October 2017, abad ke-19, the last three weeks of this year."""
    scene, unit, number = phrase.scene, phrase.value("U"), ordinal_of(phrase)
    place = phrase.at("o")
    ordinal = "" if place is None else scene.word(place)
    if ordinal[:1] in ("q", "h") and ordinal[1:].isdigit():
        if not is_capital(scene, phrase.at("o") or 0) and phrase.kinds == "o":
            return None
        unit = "Q" if ordinal[0] == "q" else "H"
    elif phrase.kinds in ("o", "oy", "yo"):
        return None
    if unit == "C" and phrase.at("wI") is None and number is not None and 1 <= number <= 21:
        return calendar.century(number)
    part = phrase.value("UX")
    if phrase.kinds.lstrip("shlI^g")[:3] in ("iUo", "bUo", "fUo"):
        unit = part = phrase.value("U", 1)
    if "n" in phrase.kinds.lstrip("shlI^g")[:2] and phrase.at("wI") is not None and "j" not in phrase.kinds:
        return _counted_part(phrase, number)
    whole = whole_of(phrase)
    if whole is None or whole.from_ is None or (number is None and "b" not in phrase.kinds.lstrip("shlI^g")[:1]):
        return None
    year_ = int(whole.from_[:4])
    if unit in ("Q", "H") and (number is not None or phrase.at("w") is not None) and (number or 1) <= (4 if unit == "Q" else 2):
        return calendar.quarter(year_, number or 4) if unit == "Q" else calendar.half(year_, number or 2)
    named = phrase.at("yM") is not None or phrase.at("UX", 1) is not None
    return _part_of(whole, part, number) if named else None


def ordinal_of(phrase: Phrase) -> int | None:
    """The number of the part: first, 3rd, ke-19, II, abad 19."""
    number = phrase.whole("o")
    if number is None and (place := phrase.at("x")) is not None and phrase.scene.word(place).isdigit():
        return int(phrase.scene.word(place))
    return phrase.whole("n") if number is None else number


def whole_of(phrase: Phrase) -> TimeValue | None:
    """The month, year or other unit that a part is of; the year that runs where none is named."""
    scene, year_, month_ = phrase.scene, phrase.whole("y"), phrase.whole("M")
    units = [place for place in range(phrase.start, phrase.end) if scene.kinds[place] in "UX"]
    if month_ is not None and (year_ is not None or scene.today is not None):
        if year_ is None and scene.today is not None:
            year_ = year_of_month(Phrase(scene, phrase.at("M") or phrase.start, phrase.end), month_)
        return calendar.month(int(year_ or 0), month_)
    if year_ is not None:
        return calendar.year(year_)
    if scene.today is None:
        return None
    if len(units) < 2 and not (units and phrase.value("n") == 0.5):
        return calendar.year(scene.today.year)
    led = phrase.kinds.lstrip("shlI^g")[:2] in ("iU", "bU", "fU") and "o" in phrase.kinds
    whole = units[0] if len(units) < 2 or led else units[1]
    name = str(scene.values[whole])
    step = {"b": -1, "f": 1}.get(scene.kinds[whole - 1], 0)
    if scene.language == "id" and whole + 1 < phrase.end:
        step = {"b": -1, "f": 1}.get(scene.kinds[whole + 1], 0)
    when = calendar.moved(scene.today, step, name)
    return None if when is None else calendar.unit_of(name, when)


def _part_of(whole: TimeValue, unit: str | None, number: int | None) -> TimeValue | None:
    """The nth day, week or month of a month or year; the last one for None."""
    first, last = date.fromisoformat(str(whole.from_)), date.fromisoformat(str(whole.to))
    long = (last - first).days > 31
    if unit == "D" and number is not None:
        when = first + timedelta(days=number - 1)
        return calendar.day(when) if when <= last else None
    if unit == "D":
        return calendar.day(last)
    if unit == "M" and long:
        return calendar.month(last.year, 12 if number is None else number) if number is None or number <= 12 else None
    if unit == "W" and long:
        weeks = calendar.week(date(first.year, 12, 28))
        return (
            weeks if number is None else calendar.week(date(first.year, 1, 4) + timedelta(days=7 * (number - 1))) if number <= 53 else None
        )
    return _week_of_month(whole, number) if unit == "W" and (number is None or number <= 5) else None


def _counted_part(phrase: Phrase, number: int | None) -> TimeValue | None:
    """The last three weeks of a year, the first ten days of May, the second half of 2019, week 3 of 2027."""
    count, unit, whole = phrase.value("n"), phrase.value("UX"), whole_of(phrase)
    if whole is None or whole.from_ is None or whole.to is None or count is None:
        return None
    if count == 0.5:
        return _half_of(whole, number if phrase.at("b") is None else 2)
    if phrase.kinds.lstrip("shlI^g").startswith("Un"):
        return _part_of(whole, unit, int(count))
    first, last = date.fromisoformat(whole.from_), date.fromisoformat(whole.to)
    if number == 1 and (end := calendar.moved(first, count, str(unit))) is not None:
        last = end - timedelta(days=1)
    elif phrase.at("b") is not None and (start := calendar.moved(last, -count, str(unit))) is not None:
        first = start + timedelta(days=1)
    else:
        return None
    return TimeValue(type="DATE", from_=first.isoformat(), to=last.isoformat())


def _half_of(whole: TimeValue, number: int | None) -> TimeValue | None:
    """The first or second half of a year, or of a month: to the 15th and from the 16th."""
    first, last = date.fromisoformat(str(whole.from_)), date.fromisoformat(str(whole.to))
    if number not in (1, 2) or first.year != last.year or first.day != 1:
        return None
    if first.month != last.month:
        return calendar.half(first.year, number) if (first.month, last.month) == (1, 12) else None
    start, end = (first, first.replace(day=15)) if number == 1 else (first.replace(day=16), last)
    return TimeValue(type="DATE", value=whole.value, from_=start.isoformat(), to=end.isoformat())


def _week_of_month(whole: TimeValue, number: int | None) -> TimeValue:
    """Seven days of a month: the nth, or the last."""
    first, last = date.fromisoformat(str(whole.from_)), date.fromisoformat(str(whole.to))
    start = last - timedelta(days=6) if number is None else min(first + timedelta(days=7 * (number - 1)), last)
    end = min(start + timedelta(days=6), last)
    return TimeValue(type="DATE", value=whole.value, from_=start.isoformat(), to=end.isoformat())


def mean_named_year(phrase: Phrase) -> TimeValue | None:
    """The year 2000; fiscal year 2008, the 2008 school year: named by its year, not bounded."""
    unit, number = str(phrase.value("U")), phrase.whole("y")
    if unit == "Y" and number is not None and phrase.scene.word(phrase.end - 2) == "year":
        return calendar.year(number)
    return TimeValue(type="DATE", value=f"{unit}{number:04d}") if unit in ("FY", "SY") and number is not None else None


def mean_century(phrase: Phrase) -> TimeValue | None:
    number = phrase.whole("no")
    return edged(phrase, calendar.century(number)) if phrase.value("U") == "C" and number is not None and 1 <= number <= 21 else None


def mean_decade(phrase: Phrase) -> TimeValue | None:
    """1990-an, the 1990s, tahun 90-an."""
    scene, place = phrase.scene, phrase.at("yn")
    number, suffix = phrase.whole("yn"), scene.word(phrase.end - 1)
    if number is None or place is None or number % 10 or suffix not in ("an", "s"):
        return None
    if scene.kinds[place] == "n":
        named = scene.letter(place - 1) in ("g", "U", "e", "E") or scene.word(place - 1) in ("'", "\u2019", "\u2018")
        named = named or scene.kinds[max(place - 2, 0) : place] == "j&"
        if not named or not 20 <= number <= 90:
            return None
        number += 1900
    return edged(phrase, calendar.decade(number))


def mean_season(phrase: Phrase) -> TimeValue | None:
    scene, year_ = phrase.scene, phrase.whole("y")
    direction = direction_of(phrase)
    if year_ is None and scene.today is not None and direction is not None:
        year_ = scene.today.year + direction
    if year_ is None:
        return TimeValue(type="DATE", value=f"XXXX-{phrase.value('F')}") if _stands_alone(phrase) else None
    return TimeValue(type="DATE", value=f"{year_:04d}-{phrase.value('F')}")


_CLOSING: Final = frozenset(["", ";", ",", "\n", "&", ">"])
"""Letters of what closes a part of a sentence, its end among them."""


def _stands_alone(phrase: Phrase) -> bool:
    """Is a bare season the time of what is told ("fires burned over the summer."), not of a thing ("in summer school")?"""
    scene = phrase.scene
    led = phrase.kinds[0] in "shl^I" or scene.letter(phrase.start - 1) == "l" or scene.language == "id"
    return led and scene.letter(phrase.end) in _CLOSING


def mean_year(phrase: Phrase) -> TimeValue | None:
    """A bare year, where nothing beside it makes it a count or a number of something."""
    scene, number = phrase.scene, phrase.whole("y")
    if number is None:
        return None
    if _is_part_of_number(phrase):
        return None
    before, after = scene.word(phrase.start - 1), scene.word(phrase.end)
    before = scene.word(phrase.start - 2) if before == "." else before
    if before in scene.words.lists["no_dates"] or after in scene.words.lists["counted"]:
        return None
    if (
        scene.letter(phrase.end) == "Z"
        or scene.letter(phrase.start - 1) in ("\u00b7", "-", "/", "x")
        or (scene.letter(phrase.end) in ("\u00b7",) and after in "%°$€")
    ):
        return None
    cue = phrase.kinds[0] in "shUl" or scene.letter(phrase.start - 1) in tuple("pIsDzwM&b^")
    named = phrase.value("U")
    if named in ("FY", "SY"):
        return TimeValue(type="DATE", value=f"{named}{number:04d}")
    if before in scene.words.lists["accounts"] and phrase.kinds == "y":
        phrase.start -= 1
        return TimeValue(type="DATE", value=f"FY{number:04d}")
    return calendar.year(number) if cue or (1900 <= number <= 2100 and number % 100) else None


def _is_part_of_number(phrase: Phrase) -> bool:
    """Does the year belong to a longer number or code: 812 9990 2011, 1920x1080, B 1998 XYZ?"""
    scene, before, after = phrase.scene, phrase.start - 1, phrase.end
    if scene.letter(before) in tuple("nxR") and phrase.kinds == "y":
        return True
    if after < len(scene.kinds) and scene.letter(after) == "_":
        glued = scene.lexemes[after].start == scene.lexemes[after - 1].end
        return glued or (
            len(scene.word(before)) == 1 and scene.word(before).isalpha() and is_capital(scene, before) and is_capital(scene, after)
        )
    return False


def mean_era(phrase: Phrase) -> TimeValue | None:
    """Era Khaddafi: named, not dated."""
    scene = phrase.scene
    if not is_capital(scene, phrase.end - 1):
        return None
    last = min(phrase.end + 2, len(scene.kinds))
    while phrase.end < last and scene.kinds[phrase.end] == "_" and is_capital(scene, phrase.end):
        phrase.end += 1
    return TimeValue(type="DATE")
