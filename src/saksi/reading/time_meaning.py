"""What a phrase of time means: from its words, the day of the report and the times named before it, to a TIMEX3 value."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from saksi.reading import calendar
from saksi.reading.lexemes import Lexeme
from saksi.reading.time_words import Calendar
from saksi.records import TimeValue

_TENSE_REACH = 14
"""Words before or after a weekday that may tell whether it is to come."""

_AGES = (1, 115)


@dataclass(slots=True)
class Scene:
    """What is known where a phrase stands: the day of the report, if any, and what earlier phrases named."""

    language: str
    text: str
    lexemes: Sequence[Lexeme]
    kinds: str
    values: list[Any]
    words: Calendar
    today: date | None
    last: TimeValue | None = None
    last_day: date | None = None
    weekdays: dict[int, date] = field(default_factory=dict)

    def word(self, place: int) -> str:
        """The word at a place, empty beyond the text."""
        return self.lexemes[place].word if 0 <= place < len(self.lexemes) else ""

    def letter(self, place: int) -> str:
        """The letter at a place, empty beyond the text."""
        return self.kinds[place] if 0 <= place < len(self.kinds) else ""

    def to_come(self, place: int) -> bool | None:
        """Does the sentence speak of what is to come? True, False, or None where no word tells."""
        lists = self.words.lists
        for step in (-1, 1):
            at = place + step
            while 0 <= at < len(self.kinds) and abs(at - place) <= _TENSE_REACH and self.kinds[at] not in ";\n":
                word = self.word(at)
                if word in lists["future_cues"]:
                    return True
                if word in lists["past_cues"] or (self.language == "en" and word.endswith("ed") and len(word) > 4):
                    return False
                at += step
        return None


@dataclass(slots=True)
class Phrase:
    """A stretch of lexemes that a pattern matched, `end` excluded."""

    scene: Scene
    start: int
    end: int

    @property
    def kinds(self) -> str:
        """The letters of the phrase."""
        return self.scene.kinds[self.start : self.end]

    def at(self, kind: str, nth: int = 0) -> int | None:
        """The place of the nth lexeme of one of the kinds."""
        for place in range(self.start, self.end):
            if self.scene.kinds[place] in kind:
                if nth == 0:
                    return place
                nth -= 1
        return None

    def value(self, kind: str, nth: int = 0) -> Any:
        """What the nth word of one of the kinds is worth; a number for figures; None where there is none."""
        place = self.at(kind, nth)
        if place is None:
            return None
        value = self.scene.values[place]
        return self.scene.lexemes[place].number if value is None else value

    def whole(self, kind: str, nth: int = 0) -> int | None:
        """The nth figure or ordinal of one of the kinds as a whole number."""
        value = self.value(kind, nth)
        return int(value) if value is not None and value == int(value) else None


def _direction(phrase: Phrase) -> int | None:
    """0 for the unit that runs, -1 for the one before, 1 for the one after; None where nothing says."""
    place = phrase.at("ibfr")
    return None if place is None else {"i": 0, "b": -1, "f": 1, "r": -1}[phrase.scene.kinds[place]]


def _part(phrase: Phrase) -> str:
    return str(phrase.value("P") or "")


def _digits(scene: Scene, figure: str, weekday: int | None) -> tuple[int, int, int | None] | None:
    """Day, month and year of a date in digits: day first in Indonesian and with points, month first in English where both fit."""
    parts = [int(part) for part in re.split(r"[/.-]", figure)]
    if parts[0] > 999:
        return parts[2], parts[1], parts[0]
    number = parts[2] if len(parts) > 2 else None
    if number is not None and number < 100:
        number += 2000 if number <= 40 else 1900
    day_first = scene.language == "id" or "." in figure or parts[0] > 12
    if not day_first and parts[1] <= 12 and weekday is not None and scene.today is not None:
        when = _resolve(scene, parts[0], parts[1], number, None)
        day_first = when is not None and when.isoweekday() == weekday
    found = (parts[0], parts[1], number) if day_first else (parts[1], parts[0], number)
    return found if 1 <= found[1] <= 12 and 1 <= found[0] <= 31 else None


def _resolve(scene: Scene, day_: int, month_: int, year_: int | None, weekday: int | None) -> date | None:
    """The date that a day and month mean, by their year, else nearest to the day of the report."""
    if year_ is not None:
        return calendar.real_date(year_, month_, day_)
    if scene.today is None:
        return None
    return calendar.nearest(month_, day_, scene.today, weekday)


def written_date(phrase: Phrase, nth: int = 0) -> tuple[int, int, int | None] | None:
    """Day, month and year as the nth date of the phrase writes them."""
    scene = phrase.scene
    if (place := phrase.at("d", nth)) is not None:
        found = _digits(scene, scene.lexemes[place].word, phrase.value("W"))
        if found is not None and found[2] is None and phrase.at("y") is not None:
            return found[0], found[1], phrase.whole("y")
        return found
    if ";" in phrase.kinds and not _abbreviated(phrase):
        return None
    day_, month_ = phrase.whole("no", nth), phrase.whole("M", nth)
    if day_ is None or month_ is None or not 1 <= day_ <= 31:
        return None
    return day_, month_, phrase.whole("y", nth) or phrase.whole("y")


def _abbreviated(phrase: Phrase) -> bool:
    """Is the point inside a date that of a short month ("Nov. 5"), not of a sentence?"""
    place = phrase.at(";")
    return place is not None and phrase.scene.word(place - 1) in phrase.scene.words.lists["short"]


def _date(phrase: Phrase) -> TimeValue | None:
    """A day by its date, with or without its weekday and part of day."""
    scene, written = phrase.scene, written_date(phrase)
    if written is None or not _stands_as_date(phrase):
        return None
    weekday = phrase.value("W")
    when = _resolve(scene, *written, weekday)
    if when is None:
        if scene.today is None and written[2] is None:
            return TimeValue(type="DATE", value=f"XXXX-{written[1]:02d}-{written[0]:02d}{_part(phrase)}")
        return None
    if weekday is not None:
        scene.weekdays[weekday] = when
    return calendar.day(when, _part(phrase))


def _stands_as_date(phrase: Phrase) -> bool:
    """Two figures with a stroke between are a date only where something beside them says so."""
    scene, place = phrase.scene, phrase.at("d")
    before = scene.word(phrase.start - 1)
    if place is None:
        return before not in scene.words.lists["no_dates"] or phrase.value("W") is not None
    figure = scene.lexemes[place].word
    if len(re.split(r"[/.-]", figure)) > 2:
        return True
    if before in scene.words.lists["no_dates"] or scene.word(phrase.end) in scene.words.lists["counted"]:
        return False
    marked = phrase.at("Wsh<gy") is not None
    return marked or scene.letter(phrase.start - 1) in ("p", "g", "s", "h", ",", "D", "I", "f", "i", "") or scene.letter(phrase.end) in ("-", "\u2014")


def _between(phrase: Phrase) -> TimeValue | None:
    """From one date to another."""
    scene = phrase.scene
    if "&" in phrase.kinds and "z" not in phrase.kinds:
        return None
    first, last = written_date(phrase), written_date(phrase, 1)
    if first is None or last is None:
        return None
    return _stretch(scene, first, last)


def _days(phrase: Phrase) -> TimeValue | None:
    """3-7 April 2017."""
    if "&" in phrase.kinds and "z" not in phrase.kinds:
        return None
    place, month_, year_ = phrase.at("R"), phrase.whole("M"), phrase.whole("y")
    if place is not None:
        lexeme = phrase.scene.lexemes[place]
        low, high = lexeme.number, lexeme.high
    else:
        low, high = phrase.value("no"), phrase.value("no", 1)
    if low is None or high is None or month_ is None or not 1 <= low <= high <= 31:
        return None
    return _stretch(phrase.scene, (int(low), month_, year_), (int(high), month_, year_))


def _stretch(scene: Scene, first: tuple[int, int, int | None], last: tuple[int, int, int | None]) -> TimeValue | None:
    year_ = last[2] or first[2]
    end = _resolve(scene, last[0], last[1], year_, None)
    if end is None:
        return None
    start_year = first[2] if first[2] is not None and last[2] is not None else end.year - (first[1] > last[1])
    start = calendar.real_date(start_year, first[1], first[0])
    return None if start is None or start > end else TimeValue(type="DATE", from_=start.isoformat(), to=end.isoformat())


def _months(phrase: Phrase) -> TimeValue | None:
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


def _years(phrase: Phrase) -> TimeValue | None:
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


def _weekday(phrase: Phrase) -> TimeValue | None:
    """A weekday without its date: the nearest one, before or after by mark, tense, or as named before."""
    scene, weekday = phrase.scene, phrase.value("W")
    if _is_name(phrase):
        return None
    today, direction = scene.today, _direction(phrase)
    if today is None:
        when = scene.weekdays.get(weekday)
        return calendar.day(when, _part(phrase)) if when is not None else TimeValue(type="DATE", value=f"XXXX-WXX-{weekday}{_part(phrase)}")
    if direction is not None:
        when = _weekday_by_mark(phrase, today, weekday, direction)
    elif weekday in scene.weekdays:
        when = scene.weekdays[weekday]
    else:
        future = scene.to_come(phrase.start) is True and "s" not in phrase.kinds
        when = calendar.weekday_near(weekday, today, future)
    scene.weekdays.setdefault(weekday, when)
    return calendar.day(when, _part(phrase))


def _weekday_by_mark(phrase: Phrase, today: date, weekday: int, direction: int) -> date:
    """Jumat lalu, Friday of last week, next Friday."""
    monday = today - timedelta(days=today.isoweekday() - 1)
    same_week = monday + timedelta(days=weekday - 1)
    if "U" in phrase.kinds or (phrase.scene.language == "en" and not {"r", "i"} & set(phrase.kinds)):
        return same_week + timedelta(days=7 * direction)
    if direction == 0:
        return same_week
    near = calendar.weekday_near(weekday, today, direction > 0)
    return near + timedelta(days=7 * direction) if near == today else near


def _is_name(phrase: Phrase) -> bool:
    """Is the weekday or month part of a name: "Senin Otto", "Koran Minggu Pagi"?"""
    scene = phrase.scene
    if scene.letter(phrase.end) in "XU" and phrase.end < len(scene.kinds) and _capital(scene, phrase.end):
        return True
    if phrase.kinds[0] in "shpXUeg" or scene.letter(phrase.start - 1) in "pshX,IDcwz" and phrase.start:
        return False
    if scene.letter(phrase.end) not in ("_", "P", "X", "U") or phrase.kinds[-1] not in "WM":
        return phrase.kinds[-1] == "P" and _capital(scene, phrase.end - 1)
    return _capital(scene, phrase.end) and not scene.text[scene.lexemes[phrase.end].start + 1 : scene.lexemes[phrase.end].end].isupper()


def _capital(scene: Scene, place: int) -> bool:
    return scene.text[scene.lexemes[place].start].isupper()


def _weekday_number(phrase: Phrase) -> TimeValue | None:
    """Tuesday the eleventh: the nearest such day."""
    today, weekday, number = phrase.scene.today, phrase.value("W"), phrase.whole("no")
    if today is None or number is None or not 1 <= number <= 31:
        return None
    days = (calendar.real_date((today.year * 12 + today.month - 1 + step) // 12, (today.month - 1 + step) % 12 + 1, number) for step in range(-6, 7))
    fitting = [when for when in days if when is not None and when.isoweekday() == weekday]
    return calendar.day(min(fitting, key=lambda when: abs((when - today).days))) if fitting else None


def _month(phrase: Phrase) -> TimeValue | None:
    """A month with its year, or the one that is meant; early, mid or late part of it."""
    scene, number, year_ = phrase.scene, phrase.value("M"), phrase.whole("y")
    place = phrase.at("M") or phrase.start
    word, alone = scene.word(place), phrase.kinds in ("M", "gM", "eM")
    if alone and (word in scene.words.lists["short"] and word not in ("sept",) and word not in scene.words.lists["unsure"]):
        return None
    if alone and word in scene.words.lists["unsure"] and scene.letter(phrase.start - 1) not in tuple("psIDe@zw&^"):
        return None
    if year_ is None and _is_name(phrase):
        return None
    if year_ is None and scene.today is None:
        return TimeValue(type="DATE", value=f"XXXX-{number:02d}")
    whole = calendar.month(year_ if year_ is not None else _year_of_month(phrase, number), number)
    return _edged(phrase, whole)


def _year_of_month(phrase: Phrase, number: int) -> int:
    """The year of a bare month: by its mark, by tense, else the nearest."""
    scene, direction = phrase.scene, _direction(phrase)
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
    return today.year - (number > today.month)


def _edged(phrase: Phrase, whole: TimeValue) -> TimeValue:
    which = phrase.value("e@")
    return whole if which is None else calendar.edge(whole, which)


def _part_of_day(phrase: Phrase) -> TimeValue | None:
    """Tadi malam, pagi ini, last night: the night that is past belongs to the day before."""
    scene, part, kinds = phrase.scene, _part(phrase), phrase.kinds
    if scene.language == "en" and kinds[0] == "I":
        return TimeValue(type="TIME", value=part) if scene.last_day is None else calendar.day(scene.last_day, part)
    night = part == "TNI" and phrase.scene.word(phrase.at("P") or 0) != "dini"
    back = "b" in kinds or ("T" in kinds and night)
    ahead = "f" in kinds
    if scene.today is None:
        return None
    return calendar.day(scene.today + timedelta(days=ahead - back), part)


def _relative_day(phrase: Phrase) -> TimeValue | None:
    """Kemarin, besok malam, yesterday; "kemarin lusa" is two days back."""
    offset, part = _offset(phrase.value("A"))
    if phrase.kinds.count("A") == 2:
        offset *= 2 if offset < 0 else 1
    if phrase.scene.today is None:
        return TimeValue(type="DATE")
    when = calendar.moved(phrase.scene.today, offset, "D")
    return None if when is None else calendar.day(when, _part(phrase) or part)


def _offset(written: str) -> tuple[int, str]:
    """The days and part of day of an entry like 0-1TNI."""
    match = re.fullmatch(r"0([+-][0-9])(T[A-Z]+)?", written)
    if match is None:
        raise ValueError(f"no days to count in {written!r}")
    return int(match[1]), match[2] or ""


def _count(phrase: Phrase) -> tuple[float | None, str] | None:
    """How many of which unit; None for an open number."""
    if (one := phrase.value("S")) is not None:
        return 1.0, one
    unit = phrase.value("UX")
    if unit is None:
        return None
    if phrase.at("V") is not None:
        return None, unit
    if (place := phrase.at("R")) is not None:
        return phrase.scene.lexemes[place].number, unit
    if phrase.kinds.startswith("n&1n") or "n&1n" in phrase.kinds:
        return (phrase.value("n") or 0.0) + (phrase.value("n", 1) or 0.0), unit
    number = phrase.value("n")
    if "n1" in phrase.kinds and number != 0.5:
        return None
    return (1.0 if number is None else float(number)), unit


def _away(phrase: Phrase) -> TimeValue | None:
    """Two days ago, sehari sebelumnya, three weeks later: as exact as its unit."""
    scene, counted = phrase.scene, _count(phrase)
    if counted is None:
        return None
    count, unit = counted
    kinds = phrase.kinds
    if kinds.endswith("f"):
        return _ahead(phrase, count, unit)
    back = kinds[-1] in "bB" or (kinds[-1] == "G" and scene.language == "en") or phrase.value("^") == -1
    if count is None or scene.today is None:
        return TimeValue(type="DATE", value="PAST_REF" if back else "FUTURE_REF")
    base = scene.today
    if kinds[-1] == "A":
        base += timedelta(days=_offset(phrase.value("A"))[0])
    when = calendar.moved(base, -count if back else count, unit)
    if when is None:
        return None
    found = calendar.day(when) if unit in ("D", "W", "2W", "N") or unit.startswith("T") else calendar.unit_of(unit if unit != "WE" else "W", when)
    return found if found is None or "~" not in kinds else _approximate(found)


def _approximate(value: TimeValue) -> TimeValue:
    return TimeValue(type=value.type, value=value.value, from_=value.from_, to=value.to, approximate=True)


def _ahead(phrase: Phrase, count: float | None, unit: str) -> TimeValue | None:
    """Dua pekan mendatang: a stretch from the day of the report."""
    if count is None:
        return TimeValue(type="DURATION", value=f"PX{unit[-1]}")
    return _lasting(phrase.scene, count, unit, 1)


def _beside(phrase: Phrase) -> TimeValue | None:
    """Two weeks before 13 May 1999, the day after tomorrow."""
    scene, counted, place = phrase.scene, _count(phrase), phrase.at("^")
    if counted is None or counted[0] is None or place is None:
        return None
    named = Phrase(scene, place + 1, phrase.end)
    value = MEANINGS[{"A": "relative_day", "O": "holiday"}.get(named.kinds, "date")](named)
    if value is None or value.from_ is None:
        return None
    when = calendar.moved(date.fromisoformat(value.from_), counted[0] * phrase.value("^"), counted[1])
    return None if when is None else calendar.day(when)


def _inside(phrase: Phrase) -> TimeValue | None:
    """In two weeks: a day where the sentence looks ahead, else how long it took."""
    counted = _count(phrase)
    if counted is None or counted[0] is None:
        return _duration(phrase)
    count, unit = counted
    scene = phrase.scene
    if scene.today is None or scene.to_come(phrase.start) is False or unit.startswith("T"):
        return _duration(phrase)
    when = calendar.moved(scene.today, count, unit)
    return None if when is None else calendar.unit_of("D" if unit in ("2W", "W", "N") else unit, when)


def _span(phrase: Phrase) -> TimeValue | None:
    """The last two years, the next three days."""
    counted = _count(phrase)
    if counted is None:
        return None
    if counted[0] is None:
        return TimeValue(type="DURATION", value=f"PX{counted[1][-1]}")
    return _lasting(phrase.scene, counted[0], counted[1], 1 if "f" in phrase.kinds else -1)


def _lasting(scene: Scene, count: float, unit: str, direction: int) -> TimeValue:
    """A duration that ends or begins on the day of the report."""
    other = calendar.moved(scene.today, direction * count, unit) if scene.today is not None else None
    if other is None or scene.today is None:
        return TimeValue(type="DURATION", value=calendar.duration(count, unit))
    first, last = sorted((scene.today, other))
    return TimeValue(type="DURATION", value=calendar.duration(count, unit), from_=first.isoformat(), to=last.isoformat())


def _duration(phrase: Phrase) -> TimeValue | None:
    """Three hours, selama dua tahun terakhir; an age is none."""
    scene, counted, kinds = phrase.scene, _count(phrase), phrase.kinds
    if counted is None or _is_age(phrase) or (kinds == "S" and scene.word(phrase.end) == "-"):
        return None
    count, unit = counted
    if kinds[0] == "1":
        return None
    if count is None:
        value = TimeValue(type="DURATION", value=f"PT{'X'}{unit[1:]}" if unit.startswith("T") else f"PX{unit[-1]}")
    elif "r" in kinds:
        value = _lasting(scene, count, unit, -1)
    else:
        value = TimeValue(type="DURATION", value=calendar.duration(count, unit))
    return _approximate(value) if "~" in kinds or "R" in kinds else value


def _is_age(phrase: Phrase) -> bool:
    """berusia 40 tahun, a 40-year-old, (40 tahun)."""
    scene, ages = phrase.scene, phrase.scene.words.lists["ages"]
    if scene.word(phrase.start - 1) in ages or scene.word(phrase.end) in ages or scene.word(phrase.start - 2) in ages:
        return True
    if scene.word(phrase.end) == "-" and scene.word(phrase.end + 1) in ages:
        return True
    return scene.letter(phrase.start - 1) == "<" and scene.letter(phrase.end) == ">" and phrase.kinds == "nU"


def _unit(phrase: Phrase) -> TimeValue | None:
    """Pekan lalu, this year, awal bulan ini, the end of the week."""
    scene, unit, year_ = phrase.scene, phrase.value("UX"), phrase.whole("y")
    if year_ is not None:
        return _edged(phrase, calendar.year(year_))
    if scene.language == "id" and phrase.value("e") == "late" and unit == "W" and _direction(phrase) in (None, 0):
        unit = "WE"
    if unit is None or unit.startswith("T") or unit == "N":
        return None
    if scene.today is None:
        return TimeValue(type="DATE")
    named = any(scene.word(place) in scene.words.lists["anaphoric"] for place in range(phrase.start, phrase.end))
    base = scene.last_day if named and scene.last_day is not None else scene.today
    when = calendar.moved(base, _direction(phrase) or 0, unit)
    if unit == "M" and when is not None:
        when = when.replace(day=1)
    whole = calendar.unit_of(unit, when) if when is not None else None
    return None if whole is None else _edged(phrase, whole)


def _unit_part(phrase: Phrase) -> TimeValue | None:
    """Kuartal I 2017, the first week of October 2017, abad ke-19."""
    scene, unit = phrase.scene, phrase.value("U")
    number = phrase.whole("o")
    if number is None and (place := phrase.at("x")) is not None and scene.word(place).isdigit():
        number = int(scene.word(place))
    today, year_, month_ = scene.today, phrase.whole("y"), phrase.whole("M")
    if year_ is None and today is not None:
        year_ = today.year + (_direction(phrase) or 0 if "U" in phrase.kinds[2:] else 0)
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


def _century(phrase: Phrase) -> TimeValue | None:
    number = phrase.whole("no")
    return calendar.century(number) if phrase.value("U") == "C" and number is not None and 1 <= number <= 21 else None


def _moment(phrase: Phrase) -> TimeValue | None:
    """Malam itu, ketika itu, that day: what was named before."""
    scene, unit = phrase.scene, phrase.value("UX")
    if phrase.at("P") is not None or unit == "D":
        return None if scene.last_day is None else calendar.day(scene.last_day, _part(phrase))
    if phrase.at("HE") is not None:
        return scene.last if scene.last is not None and phrase.at("H") is not None else TimeValue(type="DATE", value="PAST_REF")
    if (weekday := phrase.value("W")) is not None and weekday in scene.weekdays:
        return calendar.day(scene.weekdays[weekday])
    return calendar.unit_of(unit, scene.last_day) if unit is not None and scene.last_day is not None else None


def _now(phrase: Phrase) -> TimeValue | None:
    return TimeValue(type="DATE", value="PRESENT_REF")


def _set(phrase: Phrase) -> TimeValue | None:
    """Every six months, setiap Senin, harian."""
    if (often := phrase.value("Q")) is not None:
        return None if _capital(phrase.scene, phrase.start) else TimeValue(type="SET", value=often)
    if (weekday := phrase.value("W")) is not None:
        return TimeValue(type="SET", value=f"XXXX-WXX-{weekday}")
    counted = _count(phrase)
    if counted is not None and phrase.at("2") is not None:
        return TimeValue(type="SET", value=calendar.duration(2, counted[1]))
    if counted is None:
        return TimeValue(type="SET", value=_part(phrase)) if phrase.at("P") is not None else None
    return TimeValue(type="SET", value=calendar.duration(counted[0] or 1, counted[1]))


def _clock(phrase: Phrase) -> TimeValue | None:
    """Pukul 07.30 WIB, 3pm: on the day named before, if one was."""
    hour_minute = _hour(phrase)
    if hour_minute is None:
        return None
    scene = phrase.scene
    value = calendar.day(scene.last_day, hour_minute) if scene.last_day is not None else TimeValue(type="TIME", value=hour_minute)
    return _approximate(value) if "~" in phrase.kinds else value


def _hour(phrase: Phrase) -> str | None:
    """T07:30 for the hour and minute that a phrase gives, T15 for an hour alone."""
    if (noon := phrase.value("C")) is not None:
        return f"T{noon:02d}"
    place = phrase.at("tnR")
    if place is None:
        return None
    lexeme = phrase.scene.lexemes[place]
    written = re.split(r"[:.,]", re.split(r"[-\u2013]", lexeme.word)[0])
    if not written[0].isdigit():
        written = [f"{lexeme.number or -1:.0f}"]
    if not all(part.isdigit() for part in written) or (len(written) > 1 and len(written[1]) != 2):
        return None
    hour, minute = int(written[0]), int(written[1]) if len(written) > 1 else None
    if (later := phrase.value("q")) is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + later
    elif (phrase.value("P") in ("TNI", "TEV") and 5 <= hour <= 11) or (phrase.value("P") == "TAF" and 1 <= hour <= 6):
        hour += 12
    if hour > 24 or (minute or 0) > 59:
        return None
    return f"T{hour:02d}" if minute is None else f"T{hour:02d}:{minute:02d}"


def _decade(phrase: Phrase) -> TimeValue | None:
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
    return _edged(phrase, calendar.decade(number))


def _season(phrase: Phrase) -> TimeValue | None:
    scene, year_ = phrase.scene, phrase.whole("y")
    direction = _direction(phrase)
    if year_ is None and scene.today is not None and direction is not None:
        year_ = scene.today.year + direction
    return None if year_ is None else TimeValue(type="DATE", value=f"{year_:04d}-{phrase.value('F')}")


def _holiday(phrase: Phrase) -> TimeValue | None:
    """Christmas: a day of fixed date, in the year named or nearest."""
    scene = phrase.scene
    month_, day_ = (int(part) for part in str(phrase.value("O")).split("-"))
    when = _resolve(scene, day_, month_, phrase.whole("y"), None)
    return None if when is None or not _capital(scene, phrase.at("O") or 0) else calendar.day(when)


def _year(phrase: Phrase) -> TimeValue | None:
    """A bare year, where nothing beside it makes it a count or a number of something."""
    scene, number = phrase.scene, phrase.whole("y")
    if number is None:
        return None
    before, after = scene.word(phrase.start - 1), scene.word(phrase.end)
    if before in scene.words.lists["no_dates"] or after in scene.words.lists["counted"]:
        return None
    if scene.letter(phrase.end) == "Z" or scene.letter(phrase.start - 1) in ("\u00b7", "-", "/", "x") or scene.letter(phrase.end) in ("\u00b7",) and after in "%°$€":
        return None
    cue = phrase.kinds[0] in "shUl" or scene.letter(phrase.start - 1) in tuple("pIsDzwM&b^")
    return calendar.year(number) if cue or (1900 <= number <= 2100 and number % 100) else None


def _day_number(phrase: Phrase) -> TimeValue | None:
    """Tanggal 5: of the month that runs."""
    today, number = phrase.scene.today, phrase.whole("n")
    if "j" in phrase.kinds:
        phrase.start += 1
    if today is None or number is None:
        return None
    when = calendar.real_date(today.year, today.month, number) if 1 <= number <= 31 else None
    return None if when is None else calendar.day(when)


def _era(phrase: Phrase) -> TimeValue | None:
    """Era Khaddafi: named, not dated."""
    scene = phrase.scene
    if not _capital(scene, phrase.end - 1):
        return None
    while phrase.end < len(scene.kinds) and scene.kinds[phrase.end] == "_" and _capital(scene, phrase.end):
        phrase.end += 1
    return TimeValue(type="DATE")


MEANINGS: dict[str, Callable[[Phrase], TimeValue | None]] = {
    "dates": _between, "days": _days, "months": _months, "years": _years, "date": _date, "unit_part": _unit_part, "century": _century,
    "weekday": _weekday, "weekday_number": _weekday_number, "month": _month, "part": _part_of_day, "relative_day": _relative_day,
    "away": _away, "beside": _beside, "inside": _inside, "span": _span, "unit": _unit, "moment": _moment, "now": _now, "duration": _duration, "set": _set,
    "clock": _clock, "decade": _decade, "season": _season, "holiday": _holiday, "year": _year, "day_number": _day_number, "era": _era,
}  # fmt: skip
"""What each kind of phrase in the grammar means; None is "no time after all". A meaning may lengthen its phrase."""
