"""What phrases mean that name a day, a time of day or a stretch of days."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from saksi.reading import calendar
from saksi.reading.time_feasts import mean_holiday
from saksi.reading.time_parts import (
    approximate,
    counted_units,
    day_offset,
    direction_of,
    ended,
    is_name,
    part_of_day_letters,
    resolved,
)
from saksi.reading.time_scene import Phrase, Scene
from saksi.records import TimeValue


def _digits(scene: Scene, figure: str, weekday: int | None) -> tuple[int, int, int | None] | None:
    """Day, month and year of a date in digits: day first in Indonesian and with points, month first in English where both fit."""
    parts = [int(part) for part in re.split(r"[/.-]", figure)]
    if parts[0] > 999:
        return parts[2], parts[1], parts[0]
    number = parts[2] if len(parts) > 2 else None
    if number is not None and number < 100:
        number = _of_century(scene, number)
    day_first = scene.language == "id" or "." in figure or parts[0] > 12
    if not day_first and parts[1] <= 12 and weekday is not None and scene.today is not None:
        when = resolved(scene, parts[0], parts[1], number, None)
        day_first = when is not None and when.isoweekday() == weekday
    found = (parts[0], parts[1], number) if day_first else (parts[1], parts[0], number)
    return found if 1 <= found[1] <= 12 and 1 <= found[0] <= 31 else None


def _of_century(scene: Scene, number: int) -> int:
    """The year that two digits mean: of the hundred years that end twenty years ahead, for news dates what is past."""
    today = _USUAL if scene.anchor is None else int(scene.anchor.day[:4])
    year_ = today // 100 * 100 + number
    if year_ > today + _AHEAD:
        return year_ - 100
    return year_ if year_ > today + _AHEAD - 100 else year_ + 100


_USUAL, _AHEAD = 2020, 20
"""The year counted from where an article has no day; years ahead of it that two digits may still mean."""


def written_date(phrase: Phrase, nth: int = 0) -> tuple[int, int, int | None] | None:
    """Day, month and year as the nth date of the phrase writes them."""
    scene, place = phrase.scene, phrase.at("dM", nth)
    if place is not None and scene.kinds[place] == "d":
        found = _digits(scene, scene.lexemes[place].word, phrase.value("W"))
        if found is not None and found[2] is None and phrase.at("y") is not None:
            return found[0], found[1], phrase.whole("y")
        return found
    nth -= sum(scene.kinds[at] == "d" for at in range(phrase.start, place or phrase.start))
    if ";" in phrase.kinds and not _abbreviated(phrase):
        return None
    day_, month_ = phrase.whole("no", nth), phrase.whole("M", nth)
    if day_ is None or month_ is None or not 1 <= day_ <= 31:
        return None
    return day_, month_, _year_behind(phrase, max(phrase.at("no", nth) or 0, phrase.at("M", nth) or 0))


def _year_behind(phrase: Phrase, place: int) -> int | None:
    """The year that closes the date whose day and month end at a place."""
    for at in range(place + 1, min(place + 4, phrase.end)):
        kind = phrase.scene.kinds[at]
        if kind == "y":
            return int(phrase.scene.lexemes[at].number or 0)
        if kind in "hk&":
            return None
    return None


def _abbreviated(phrase: Phrase) -> bool:
    """Is the point inside a date that of a short month ("Nov. 5"), not of a sentence?"""
    place = phrase.at(";")
    return place is not None and phrase.scene.word(place - 1) in phrase.scene.words.lists["short"]


def mean_date(phrase: Phrase) -> TimeValue | None:
    """A day by its date, with or without its weekday and part of day."""
    scene, written = phrase.scene, written_date(phrase)
    if written is None or not _stands_as_date(phrase):
        return None
    weekday = phrase.value("W")
    day_, month_, year_ = written
    if year_ is None and weekday is None:
        year_ = scene.year_told_before(phrase.start, month_, day_)
    when = resolved(scene, day_, month_, year_, weekday)
    if when is None:
        if scene.today is None and written[2] is None:
            return TimeValue(type="DATE", value=f"XXXX-{written[1]:02d}-{written[0]:02d}{part_of_day_letters(phrase)}")
        return None
    if weekday is not None:
        scene.weekdays[weekday] = when
    return calendar.day(when, part_of_day_letters(phrase))


def _stands_as_date(phrase: Phrase) -> bool:
    """Two figures with a stroke between are a date only where something beside them says so."""
    scene, place = phrase.scene, phrase.at("d")
    before = scene.word(phrase.start - 1)
    if place is None:
        if before in "$\u20ac\u00a3" and before and phrase.kinds[0] == "n":
            return False
        sure = phrase.value("W") is not None or (scene.language == "en" and (phrase.at("y") is not None or phrase.kinds[0] == "M"))
        return sure or before not in scene.words.lists["no_dates"]
    figure = scene.lexemes[place].word
    if len(re.split(r"[/.-]", figure)) > 2:
        return True
    if before in scene.words.lists["no_dates"] or scene.word(phrase.end) in scene.words.lists["counted"]:
        return False
    marked = phrase.at("Wsh<gy") is not None
    return (
        marked
        or scene.letter(phrase.start - 1) in ("p", "g", "s", "h", ",", "D", "I", "f", "i", "")
        or scene.letter(phrase.end) in ("-", "\u2014")
    )


def mean_between(phrase: Phrase) -> TimeValue | None:
    """From one date to another."""
    scene = phrase.scene
    if "&" in phrase.kinds and "z" not in phrase.kinds:
        return None
    first, last = written_date(phrase), written_date(phrase, 1)
    if first is None or last is None:
        return None
    return _stretch(scene, first, last)


def mean_days(phrase: Phrase) -> TimeValue | None:
    """3-7 April 2017; "3, 4 and 5 May", whose days follow each other."""
    place, month_, year_ = phrase.at("R"), phrase.whole("M"), phrase.whole("y")
    if place is not None:
        lexeme = phrase.scene.lexemes[place]
        low, high = lexeme.number, lexeme.high
    else:
        low, high = phrase.value("no"), phrase.value("no", 1)
    if low is None or high is None or month_ is None or not 1 <= low <= high <= 31:
        return None
    listed = [phrase.value("no", nth) for nth in range(sum(kind in "no" for kind in phrase.kinds))]
    if len(listed) > 1 and "z" not in phrase.kinds and ("&" in phrase.kinds or len(listed) > 2):
        if any(day_ is None or day_ != low + nth for nth, day_ in enumerate(listed)):
            return None
        high = listed[-1]
    elif "," in phrase.kinds[1:-2] and "&" not in phrase.kinds and place is None and phrase.at("-hk") is None:
        return None
    return _stretch(phrase.scene, (int(low), month_, year_), (int(high), month_, year_))


def _stretch(scene: Scene, first: tuple[int, int, int | None], last: tuple[int, int, int | None]) -> TimeValue | None:
    year_ = last[2] or first[2]
    end = resolved(scene, last[0], last[1], year_, None)
    if end is None:
        return None
    start_year = first[2] if first[2] is not None and last[2] is not None else end.year - (first[1] > last[1])
    start = calendar.real_date(start_year, first[1], first[0])
    return None if start is None or start > end else TimeValue(type="DATE", from_=start.isoformat(), to=end.isoformat())


def mean_weekday(phrase: Phrase) -> TimeValue | None:
    """A weekday without its date: the nearest one, before or after by mark, tense, or as named before."""
    scene, weekday = phrase.scene, phrase.value("W")
    if (
        scene.language == "en"
        and phrase.kinds in ("W", "WP")
        and scene.word(phrase.end - 1).endswith(("days", "mornings", "noons", "evenings", "nights"))
    ):
        return TimeValue(type="SET", value=f"XXXX-WXX-{weekday}{part_of_day_letters(phrase)}")
    if is_name(phrase) or scene.word(phrase.start - 1) in scene.words.lists["no_days"]:
        return None
    if scene.word(phrase.at("W") or phrase.start) in scene.words.lists["unsure_days"]:
        return None
    today, direction = scene.today, direction_of(phrase)
    if today is None:
        when = scene.weekday_named(weekday)
        return (
            calendar.day(when, part_of_day_letters(phrase))
            if when is not None
            else TimeValue(type="DATE", value=f"XXXX-WXX-{weekday}{part_of_day_letters(phrase)}")
        )
    if direction is not None:
        when = _weekday_by_mark(phrase, today, weekday, direction)
    elif weekday in scene.weekdays:
        when = scene.weekdays[weekday]
    else:
        told = scene.to_come(phrase.start, phrase.end)
        future = (told is True or (told is None and scene.language == "en" and phrase.kinds[0] == "h")) and "s" not in phrase.kinds
        when = calendar.weekday_near(weekday, today, future)
    scene.weekdays.setdefault(weekday, when)
    day = ended(phrase, calendar.day(when, part_of_day_letters(phrase)))
    return approximate(day) if phrase.at("e") is not None else day


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


def mean_weekday_number(phrase: Phrase) -> TimeValue | None:
    """Tuesday the eleventh: the nearest such day."""
    today, weekday, number = phrase.scene.today, phrase.value("W"), phrase.whole("no")
    if today is None or number is None or not 1 <= number <= 31:
        return None
    days = (
        calendar.real_date((today.year * 12 + today.month - 1 + step) // 12, (today.month - 1 + step) % 12 + 1, number)
        for step in range(-6, 7)
    )
    fitting = [when for when in days if when is not None and when.isoweekday() == weekday]
    return calendar.day(min(fitting, key=lambda when: abs((when - today).days))) if fitting else None


def mean_part_of_day(phrase: Phrase) -> TimeValue | None:
    """Tadi malam, pagi ini, last night: the night that is past belongs to the day before."""
    scene, part, kinds = phrase.scene, part_of_day_letters(phrase), phrase.kinds
    if scene.language == "en" and kinds[0] == "I":
        return TimeValue(type="TIME", value=part) if scene.last_day is None else calendar.day(scene.last_day, part)
    if kinds == "nP":
        return TimeValue(type="TIME", value=part) if phrase.value("n") == 1 else None
    night = part == "TNI" and phrase.scene.word(phrase.at("P") or 0) != "dini"
    back = "b" in kinds or ("T" in kinds and night)
    ahead = "f" in kinds
    if scene.today is None:
        return None
    return calendar.day(scene.today + timedelta(days=ahead - back), part)


def mean_relative_day(phrase: Phrase) -> TimeValue | None:
    """Kemarin, besok malam, yesterday; "kemarin lusa" is two days back."""
    offset, part = day_offset(phrase.value("A"))
    if phrase.kinds.count("A") == 2:
        offset *= 2 if offset < 0 else 1
    scene, word = phrase.scene, phrase.scene.word(phrase.at("A") or phrase.start)
    base = (scene.last_day if word in scene.words.lists["anaphoric"] else None) or scene.today
    if base is None:
        return TimeValue(type="DATE")
    when = calendar.moved(base, offset, "D")
    return None if when is None else calendar.day(when, part_of_day_letters(phrase) or part)


def mean_beside(phrase: Phrase) -> TimeValue | None:
    """Two weeks before 13 May 1999, the day after tomorrow."""
    scene, counted, place = phrase.scene, counted_units(phrase), phrase.at("^")
    if counted is None or counted[0] is None or place is None:
        return None
    named = Phrase(scene, place + 1, phrase.end)
    value = {"A": mean_relative_day, "O": mean_holiday}.get(named.kinds, mean_date)(named)
    if value is None or value.from_ is None:
        return None
    when = calendar.moved(date.fromisoformat(value.from_), counted[0] * phrase.value("^"), counted[1])
    return None if when is None else calendar.day(when)


_OPEN_WEEKS: Final = {"W": "XXXX-WXX", "WE": "XXXX-WXX-WE"}
"""What "that week" is where no day was named."""


def mean_moment(phrase: Phrase) -> TimeValue | None:
    """Malam itu, ketika itu, that day, hari yang sama: what was named before."""
    scene, unit = phrase.scene, phrase.value("UX")
    if phrase.at("w") is not None and scene.word(phrase.end - 1) != "sama":
        return None
    if phrase.at("P") is not None or unit == "D":
        return None if scene.last_day is None else calendar.day(scene.last_day, part_of_day_letters(phrase))
    if phrase.at("HE") is not None:
        return scene.last if scene.last is not None and phrase.at("H") is not None else TimeValue(type="DATE", value="PAST_REF")
    if (weekday := phrase.value("W")) is not None and weekday in scene.weekdays:
        return calendar.day(scene.weekdays[weekday])
    if unit in _OPEN_WEEKS and scene.last_day is None:
        return TimeValue(type="DATE", value=_OPEN_WEEKS[unit])
    return calendar.unit_of(unit, scene.last_day) if unit is not None and scene.last_day is not None else None


def mean_now(phrase: Phrase) -> TimeValue | None:
    """Now, at present, to date; "up to date" tells no time."""
    if phrase.scene.word(phrase.end - 1) == "to date" and (
        phrase.scene.word(phrase.start - 1) == "up" or phrase.scene.letter(phrase.end) == "D"
    ):
        return None
    return TimeValue(type="DATE", value="PRESENT_REF")


def mean_days_by_stroke(phrase: Phrase) -> TimeValue | None:
    """Senin-Rabu (3-5/6), 29/5-2/6: days of a month in digits, with the weekdays in front or not."""
    scene, place = phrase.scene, phrase.at("L")
    if place is None or (phrase.at("WDz<") is None and scene.letter(phrase.start - 1) not in ("p", "g", "I")):
        return None
    first, last = re.split(r"[-\u2013]", scene.lexemes[place].word)
    end = [int(part) for part in last.split("/")]
    start = [int(part) for part in first.split("/")]
    year_ = end[2] + (2000 if end[2] < 100 else 0) if len(end) > 2 else None
    month_ = start[1] if len(start) > 1 else end[1]
    if not (1 <= start[0] <= 31 and 1 <= end[0] <= 31 and 1 <= month_ <= 12 and 1 <= end[1] <= 12):
        return None
    return _stretch(scene, (start[0], month_, None), (end[0], end[1], year_))


def mean_weekdays(phrase: Phrase) -> TimeValue | None:
    """Senin hingga Rabu, Monday to Friday: from the one to the other that follows it."""
    scene, one, two = phrase.scene, phrase.at("W"), phrase.at("W", 1)
    if one is None or two is None or ("&" in phrase.kinds and "z" not in phrase.kinds):
        return None
    if scene.today is None:
        return TimeValue(type="DATE")
    direction = direction_of(phrase)
    if direction is not None:
        end = _weekday_by_mark(Phrase(scene, two, phrase.end), scene.today, scene.values[two], direction)
    else:
        end = calendar.weekday_near(scene.values[two], scene.today, scene.to_come(phrase.start, phrase.end) is True)
    begin = calendar.weekday_near(scene.values[one], end, False)
    return TimeValue(type="DATE", from_=begin.isoformat(), to=end.isoformat()) if begin < end else None


def mean_day_number(phrase: Phrase) -> TimeValue | None:
    """Tanggal 5, the 1st of next month: of the month that runs, or of the one that is marked ("tanggal 5 bulan depan")."""
    today, number = phrase.scene.today, phrase.whole("no")
    if phrase.kinds[0] == "p":
        phrase.start += 1
    if today is None or number is None or phrase.value("U") not in (None, "M"):
        return None
    month_ = calendar.moved(today, direction_of(phrase) or 0, "M")
    when = calendar.real_date(month_.year, month_.month, number) if month_ is not None and 1 <= number <= 31 else None
    return None if when is None else calendar.day(when)
