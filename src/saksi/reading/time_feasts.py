"""What phrases mean that name a feast or holiday, or count days to or from one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from saksi.reading import calendar
from saksi.reading.feasts import feast_days
from saksi.reading.time_parts import approximate, direction_of, is_capital
from saksi.reading.time_scene import Phrase, Scene
from saksi.records import TimeValue
from saksi.words.forenames import forenames

_TO_WEEKEND: Final = 3
"""Days back from a feast to the week of the weekend it belongs to: Thursday's follows, Tuesday's lies before."""


def mean_holiday(phrase: Phrase) -> TimeValue | None:
    """A feast by mean_feast; with "weekend" behind it, the weekend that it falls on or borders."""
    behind = phrase.end - 1 - (phrase.scene.letter(phrase.end - 1) == "y" and phrase.scene.letter(phrase.end - 2) == "U")
    if phrase.scene.letter(behind) != "U" or phrase.scene.letter(behind - 1) in tuple("ibf"):
        return mean_feast(phrase)
    named, phrase.end = phrase.end, behind
    feast = mean_feast(phrase)
    if feast is None or feast.from_ is None or phrase.scene.values[behind] != "WE":
        return feast
    phrase.end = named
    if (year_ := phrase.whole("y")) is not None and phrase.scene.letter(named - 1) == "y":
        feast = next(iter(feast_days(phrase.scene.values[phrase.at("O") or phrase.start], year_)), feast)
    return calendar.weekend(date.fromisoformat(feast.from_ or "") - timedelta(days=_TO_WEEKEND))


def mean_feast(phrase: Phrase) -> TimeValue | None:
    """Lebaran, Christmas Eve, Idul Adha 2024: in the year that is named, else the nearest; part of a name is none."""
    scene, head = phrase.scene, phrase.at("O") or phrase.start
    if _is_name(scene, head) or scene.word(head - 1) in scene.words.lists["no_feasts"]:
        return None
    feast, year_ = scene.values[head], phrase.whole("y")
    direction = direction_of(phrase)
    if year_ is None and scene.today is None:
        return TimeValue(type="DATE")
    if year_ is None and direction is not None and "U" in phrase.kinds and scene.today is not None:
        year_ = scene.today.year + direction
    if year_ is not None:
        days = feast_days(feast, year_) if calendar.FIRST_YEAR < year_ < calendar.LAST_YEAR else []
        return days[0] if days else None
    today = scene.today or date.min
    if not calendar.FIRST_YEAR + 1 < today.year < calendar.LAST_YEAR - 1:
        return None
    if phrase.kinds[0] == "s":
        direction = -1
    near = [day for year in range(today.year - 1, today.year + 2) for day in feast_days(feast, year)]
    return _nearest(near, today, direction, scene.to_come(phrase.start))


def _nearest(days: list[TimeValue], today: date, direction: int | None, to_come: bool | None) -> TimeValue | None:
    """The feast before or after the day of the report where a mark or the tense says which, else the nearest."""
    iso = today.isoformat()
    before = [day for day in days if (day.from_ or "") <= iso]
    after = [day for day in days if (day.to or "") >= iso]
    if direction is not None and direction < 0:
        return next((day for day in reversed(before) if (day.to or "") < iso), None)
    if direction is not None and direction > 0:
        return next((day for day in after if (day.from_ or "") > iso), None)
    if to_come and after:
        return after[0]
    return min(days, key=lambda day: abs((date.fromisoformat(day.from_ or iso) - today).days), default=None)


def _is_name(scene: Scene, head: int) -> bool:
    """Is the word part of another name ("Mandailing Natal", "Easter Island"), or written small?"""
    last = head
    while scene.letter(last + 1) == "0":
        last += 1
    if last == head and scene.letter(last + 1) != "y" and scene.letter(head - 1) not in tuple("bf") and not is_capital(scene, head):
        return True
    before, after = head - 1, last + 1
    named = scene.letter(before) == "_" and is_capital(scene, before)
    if named and scene.letter(before - 1) in ("", "\n", ";"):
        named = scene.text[scene.lexemes[before].start : scene.lexemes[before].end] in forenames()
    return named or (scene.letter(after) == "_" and is_capital(scene, after))


def mean_countdown(phrase: Phrase) -> TimeValue | None:
    """H-3 Lebaran, H+2 Idul Fitri: so many days before or after."""
    place = phrase.at("O")
    if place is None:
        return None
    scene, figure = phrase.scene, phrase.scene.word(phrase.start + 2)
    feast = mean_holiday(Phrase(scene, place, phrase.end)) if not _is_name(scene, place) else None
    if feast is None or feast.from_ is None or not figure.isdigit() or len(figure) > 2:
        return None
    sign = {"-": -1, "+": 1}.get(scene.word(phrase.start + 1))
    when = calendar.moved(date.fromisoformat(feast.from_), (sign or 0) * int(figure), "D")
    if when is None or sign is None:
        return None
    return approximate(calendar.day(when)) if feast.approximate else calendar.day(when)
