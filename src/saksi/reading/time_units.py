"""What phrases mean that name a week, month, quarter, year, decade, century or era."""

from __future__ import annotations

from datetime import date, timedelta

from saksi.reading import calendar
from saksi.reading.time_parts import direction_of, edged, is_capital, is_name
from saksi.reading.time_scene import Phrase
from saksi.records import TimeValue


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
        lexeme = phrase.scene.lexemes[place]
        low, high = int(lexeme.number or 0), int(lexeme.high or 0)
        high += low // 100 * 100 if high < 100 else 0
    if low is None or high is None or low > high:
        return None
    return calendar.interval(calendar.year(low), calendar.year(high))


def mean_month(phrase: Phrase) -> TimeValue | None:
    """A month with its year, or the one that is meant; early, mid or late part of it."""
    scene, number, year_ = phrase.scene, phrase.value("M"), phrase.whole("y")
    place = phrase.at("M") or phrase.start
    word, alone = scene.word(place), phrase.kinds in ("M", "gM", "eM")
    if alone and (word in scene.words.lists["short"] and word not in ("sept",) and word not in scene.words.lists["unsure"]):
        return None
    if alone and word in scene.words.lists["unsure"] and scene.letter(phrase.start - 1) not in tuple("psIDe@zw&^"):
        return None
    if year_ is None and is_name(phrase):
        return None
    if year_ is None and scene.today is None:
        return TimeValue(type="DATE", value=f"XXXX-{number:02d}")
    whole = calendar.month(year_ if year_ is not None else _year_of_month(phrase, number), number)
    return edged(phrase, whole)


def _year_of_month(phrase: Phrase, number: int) -> int:
    """The year of a bare month: by its mark, by tense, else the nearest."""
    scene, direction = phrase.scene, direction_of(phrase)
    today = scene.today or date.min
    if direction is not None and "U" in phrase.kinds:
        return today.year + direction
    if direction == 0:
        return today.year
    future = scene.to_come(phrase.start) if direction is None else direction > 0
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
    if year_ is not None:
        return edged(phrase, calendar.year(year_))
    if scene.language == "id" and phrase.value("e") == "late" and unit == "W" and direction_of(phrase) in (None, 0):
        unit = "WE"
    if unit is None or unit.startswith("T") or unit == "N":
        return None
    if scene.today is None:
        return TimeValue(type="DATE")
    named = any(scene.word(place) in scene.words.lists["anaphoric"] for place in range(phrase.start, phrase.end))
    base = scene.last_day if named and scene.last_day is not None else scene.today
    when = calendar.moved(base, direction_of(phrase) or 0, unit)
    if unit == "M" and when is not None:
        when = when.replace(day=1)
    whole = calendar.unit_of(unit, when) if when is not None else None
    return None if whole is None else edged(phrase, whole)


def mean_unit_part(phrase: Phrase) -> TimeValue | None:
    """Kuartal I 2017, the first week of October 2017, abad ke-19."""
    scene, unit = phrase.scene, phrase.value("U")
    number = phrase.whole("o")
    if number is None and (place := phrase.at("x")) is not None and scene.word(place).isdigit():
        number = int(scene.word(place))
    today, year_, month_ = scene.today, phrase.whole("y"), phrase.whole("M")
    if year_ is None and today is not None:
        year_ = today.year + (direction_of(phrase) or 0 if "U" in phrase.kinds[2:] else 0)
    if unit is None and scene.language == "en" and number is not None and number <= 4 and scene.word(phrase.at("o") or 0).startswith("q"):
        unit = "Q"
    if unit == "C" and number is not None and 1 <= number <= 21:
        return calendar.century(number)
    if year_ is None or (number is None and "b" not in phrase.kinds[:2]):
        return None
    if unit in ("Q", "H") and number is not None and number <= (4 if unit == "Q" else 2):
        return calendar.quarter(year_, number) if unit == "Q" else calendar.half(year_, number)
    if unit == "W" and month_ is not None and (number is None or number <= 5):
        return _week_of_month(calendar.month(year_, month_), number)
    return None


def _week_of_month(whole: TimeValue, number: int | None) -> TimeValue:
    """Seven days of a month: the nth, or the last."""
    first, last = date.fromisoformat(str(whole.from_)), date.fromisoformat(str(whole.to))
    start = last - timedelta(days=6) if number is None else min(first + timedelta(days=7 * (number - 1)), last)
    end = min(start + timedelta(days=6), last)
    return TimeValue(type="DATE", value=whole.value, from_=start.isoformat(), to=end.isoformat())


def mean_century(phrase: Phrase) -> TimeValue | None:
    number = phrase.whole("no")
    return calendar.century(number) if phrase.value("U") == "C" and number is not None and 1 <= number <= 21 else None


def mean_decade(phrase: Phrase) -> TimeValue | None:
    """1990-an, the 1990s, tahun 90-an."""
    scene, place = phrase.scene, phrase.at("yn")
    number, suffix = phrase.whole("yn"), scene.word(phrase.end - 1)
    if number is None or place is None or number % 10 or suffix not in ("an", "s"):
        return None
    if scene.kinds[place] == "n":
        named = scene.letter(place - 1) in ("g", "U", "e") or scene.word(place - 1) in ("'", "\u2019", "\u2018")
        if not named or not 20 <= number <= 90:
            return None
        number += 1900
    return edged(phrase, calendar.decade(number))


def mean_season(phrase: Phrase) -> TimeValue | None:
    scene, year_ = phrase.scene, phrase.whole("y")
    direction = direction_of(phrase)
    if year_ is None and scene.today is not None and direction is not None:
        year_ = scene.today.year + direction
    return None if year_ is None else TimeValue(type="DATE", value=f"{year_:04d}-{phrase.value('F')}")


def mean_year(phrase: Phrase) -> TimeValue | None:
    """A bare year, where nothing beside it makes it a count or a number of something."""
    scene, number = phrase.scene, phrase.whole("y")
    if number is None:
        return None
    before, after = scene.word(phrase.start - 1), scene.word(phrase.end)
    if before in scene.words.lists["no_dates"] or after in scene.words.lists["counted"]:
        return None
    if (
        scene.letter(phrase.end) == "Z"
        or scene.letter(phrase.start - 1) in ("\u00b7", "-", "/", "x")
        or (scene.letter(phrase.end) in ("\u00b7",) and after in "%°$€")
    ):
        return None
    cue = phrase.kinds[0] in "shUl" or scene.letter(phrase.start - 1) in tuple("pIsDzwM&b^")
    return calendar.year(number) if cue or (1900 <= number <= 2100 and number % 100) else None


def mean_era(phrase: Phrase) -> TimeValue | None:
    """Era Khaddafi: named, not dated."""
    scene = phrase.scene
    if not is_capital(scene, phrase.end - 1):
        return None
    last = min(phrase.end + 2, len(scene.kinds))
    while phrase.end < last and scene.kinds[phrase.end] == "_" and is_capital(scene, phrase.end):
        phrase.end += 1
    return TimeValue(type="DATE")
