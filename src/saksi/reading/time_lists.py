"""What phrases mean that stand in a list and share a word with the rest of it: days of one month, weekdays of one "every"."""

from __future__ import annotations

from datetime import date
from typing import Final

from saksi.reading import calendar
from saksi.reading.time_parts import part_of_day_letters, resolved
from saksi.reading.time_scene import Phrase, Scene
from saksi.records import TimeValue

_LISTED: Final = frozenset("njo9,&g")
"""Letters of a list of days: figures, ordinals and what stands between them."""
_LONGEST: Final = 20
"""Words of the longest list that is looked through for its month."""


def mean_day_listed(phrase: Phrase) -> TimeValue | None:
    """One of several days that share a month: each of "3, 5 and 9 May", the 9 of "May 3 and 9"; not the 3 of "Pasal 3 dan 9 Mei"."""
    number, month = phrase.whole("no"), _month_of_list(phrase)
    if number is None or month is None or not 1 <= number <= 31:
        return None
    scene, place = phrase.scene, month
    if scene.word(_first_beyond(scene, phrase.start - 1, -1)) in scene.words.lists["no_dates"]:
        return None
    year = _year_of_list(scene, max(place, phrase.end - 1))
    when = resolved(scene, number, scene.values[place], year, None)
    return None if when is None else calendar.day(when)


def _month_of_list(phrase: Phrase) -> int | None:
    """The place of the month that closes the list of days, or that opens it where the days behind it only grow."""
    scene = phrase.scene
    place = _first_beyond(scene, phrase.end, 1)
    place += scene.letter(place) == "w"
    if scene.letter(place) == "M":
        return place
    place = _first_beyond(scene, phrase.start - 1, -1)
    if scene.language != "en" or scene.letter(place) != "M":
        return None
    before = [scene.lexemes[at].number or 0 for at in range(place, phrase.start) if scene.kinds[at] == "n"]
    grow = bool(before) and [*before, phrase.value("no") or 0] == sorted({*before, phrase.value("no") or 0})
    return place if grow else None


def _first_beyond(scene: Scene, place: int, step: int) -> int:
    """The first place from `place` on that belongs to no list of days."""
    for at in range(place, place + step * _LONGEST, step):
        if scene.letter(at) not in _LISTED or not scene.letter(at):
            return at
    return -1


def _year_of_list(scene: Scene, place: int) -> int | None:
    """The year behind the end of a list ("May 3 and 9, 2021", "3 dan 9 Mei 2021")."""
    end = _first_beyond(scene, place + 1, 1)
    return int(scene.lexemes[end].number or 0) if scene.letter(end) == "y" else None


def mean_days_over(phrase: Phrase) -> TimeValue | None:
    """From the 27th to the 3rd of April: a stretch that begins in the month before."""
    low, high, month, year = phrase.whole("no"), phrase.whole("no", 1), phrase.whole("M"), phrase.whole("y")
    end = None if month is None or high is None or not 1 <= high <= 31 else resolved(phrase.scene, high, month, year, None)
    if low is None or end is None or high is None or low <= high:
        return None
    before = calendar.months_on(date(end.year, end.month, 1), -1)
    start = calendar.real_date(before.year, before.month, low) if low <= 31 else None
    return None if start is None else TimeValue(type="DATE", from_=start.isoformat(), to=end.isoformat())


def mean_set_too(phrase: Phrase) -> TimeValue | None:
    """The further weekdays of "every Monday and Thursday"; not the Friday of "it opened on Thursday and Friday"."""
    scene, at = phrase.scene, phrase.start - 1
    while scene.letter(at) and scene.letter(at) in "W,&P" and phrase.start - at < _LONGEST:
        at -= 1
    if scene.letter(at) != "v":
        return None
    return TimeValue(type="SET", value=f"XXXX-WXX-{phrase.value('W')}{part_of_day_letters(phrase)}")
