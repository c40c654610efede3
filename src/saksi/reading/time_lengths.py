"""What phrases mean that tell how long, how often, or how far from now."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Final

from saksi.reading import calendar
from saksi.reading.time_hours import moment
from saksi.reading.time_parts import approximate, counted_lengths, counted_units, day_offset, is_capital, lasting, part_of_day_letters
from saksi.reading.time_scene import Phrase, Scene
from saksi.records import TimeValue

_HALVED: Final = {
    ("semi", "P1Y"): "P6M",
    ("bi", "P1M"): "P2M",
    ("bi", "P1W"): "P2W",
    ("bi", "P1Y"): "P2Y",
    ("half", "P1Y"): "P6M",
    ("half", "PT1H"): "PT30M",
}
"""What a prefix makes of how often: semi-annual, bi-weekly."""


_LONG_UNITS: Final = frozenset(["E", "C", "8Y"])
"""Units that news counts back by loosely: two decades ago is about the year twenty years back, not all its decade."""


def mean_away(phrase: Phrase) -> TimeValue | None:
    """Two days ago, sehari sebelumnya, three weeks later: as exact as its unit."""
    scene, counted = phrase.scene, counted_units(phrase)
    if counted is None:
        return None
    if phrase.at("UX", 1) is not None:
        return _away_by_parts(phrase)
    count, unit = counted
    kinds = phrase.kinds
    if kinds.endswith("f"):
        return _ahead(phrase, count, unit)
    back = kinds[-1] in "bB" or (kinds[-1] == "G" and scene.language == "en") or phrase.value("^") == -1
    if count is None or scene.today is None:
        return TimeValue(type="DATE", value="PAST_REF" if back else "FUTURE_REF")
    if unit.startswith("T") and kinds[-1] != "A" and (now := moment(scene, -count if back else count, unit)) is not None:
        return now if "~" not in kinds else approximate(now)
    base = scene.today
    if kinds[-1] == "A":
        base += timedelta(days=day_offset(phrase.value("A"))[0])
    when = calendar.moved(base, -count if back else count, unit)
    if when is None:
        return None
    if unit in _LONG_UNITS:
        return approximate(calendar.year(when.year))
    found = (
        calendar.day(when)
        if unit in ("D", "W", "2W", "N", "BD") or unit.startswith("T") or kinds[-1] == "A"
        else calendar.unit_of(unit if unit != "WE" else "W", when)
    )
    return found if found is None or "~" not in kinds else approximate(found)


def _away_by_parts(phrase: Phrase) -> TimeValue | None:
    """Two years, one month and three days ago: the day that all of it leads to."""
    parts, when = counted_lengths(phrase), phrase.scene.today
    if parts is None or when is None or any(unit.startswith("T") for _, unit in parts):
        return None
    sign = -1 if phrase.kinds[-1] in "GB" else 1
    for count, unit in parts:
        moved = calendar.moved(when, sign * count, unit)
        if moved is None:
            return None
        when = moved
    return calendar.day(when)


def _ahead(phrase: Phrase, count: float | None, unit: str) -> TimeValue | None:
    """Dua pekan mendatang: a stretch from the day of the report."""
    if count is None:
        return TimeValue(type="DURATION", value=f"PX{unit[-1]}")
    return lasting(phrase.scene, count, unit, 1)


def mean_inside(phrase: Phrase) -> TimeValue | None:
    """In two weeks: a day where the sentence looks ahead, about one for months and years; else how long it took."""
    counted = counted_units(phrase)
    if counted is None:
        return None
    count, unit = counted
    scene = phrase.scene
    if (
        count is not None
        and unit.startswith("T")
        and scene.to_come(phrase.start) is not False
        and (then := moment(scene, count, unit)) is not None
    ):
        return then
    if count is None or scene.today is None or scene.to_come(phrase.start) is False or unit.startswith("T"):
        return mean_duration(phrase)
    when = calendar.moved(scene.today, count, unit)
    if when is None:
        return None
    return calendar.day(when) if unit in ("D", "2W", "W", "N") else approximate(calendar.day(when))


def mean_span(phrase: Phrase) -> TimeValue | None:
    """The last two years, the next three days, the past week, recent years."""
    scene, counted = phrase.scene, counted_units(phrase)
    if counted is None:
        return None
    bare = phrase.at("nV1") is None
    many = bare and scene.word(phrase.end - 1).endswith("s")
    if counted[0] is None or many:
        return TimeValue(type="DURATION", value=f"PX{counted[1][-1]}")
    if bare and (scene.word(phrase.end - 2) != "past" or phrase.kinds[0] == "r"):
        return None
    if bare and counted[1] == "WE":
        before = None if scene.today is None else calendar.moved(scene.today, -1, "W")
        return None if before is None else calendar.weekend(before)
    if phrase.kinds[0] == "n" and counted[0] != 1 and not phrase.scene.word(phrase.end - 1).endswith("s"):
        return None
    return lasting(phrase.scene, counted[0], counted[1], 1 if "f" in phrase.kinds else -1)


def mean_duration(phrase: Phrase) -> TimeValue | None:
    """Three hours, selama dua tahun terakhir; an age is none."""
    scene, counted, kinds = phrase.scene, counted_units(phrase), phrase.kinds
    if counted is None or _is_age(phrase) or (kinds == "S" and scene.word(phrase.end) == "-"):
        return None
    count, unit = counted
    if kinds[0] == "1" and not (scene.letter(phrase.end) == "D" and scene.letter(phrase.end + 1) == "W"):
        return None
    if count is None:
        value = TimeValue(type="DURATION", value=f"PTX{unit[1:]}" if unit.startswith("T") else f"PX{unit[-1]}")
    elif "r" in kinds:
        value = lasting(scene, count, unit, -1)
    else:
        value = TimeValue(type="DURATION", value=calendar.duration(count, unit))
    if count is not None and scene.word(phrase.start) == "within" and unit.startswith("T") and scene.to_come(phrase.start) is True:
        value = lasting(scene, count, unit, 1)
    ranged = "R" in kinds or re.search("n[-kh&]n", kinds) is not None
    return approximate(value) if "~" in kinds or ranged or unit == "BD" else value


def mean_and_half(phrase: Phrase) -> TimeValue | None:
    """An hour and a half, one year and a quarter; a year and a half ago."""
    unit = phrase.value("U")
    more = 0.25 if phrase.at("U", 1) is not None and phrase.value("U", 1) == "Q" else phrase.value("n", phrase.kinds.count("n") - 1)
    count = 1.0 if phrase.at("1") == phrase.at("n1") else phrase.value("n")
    if more not in (0.25, 0.5) or count is None or _is_age(phrase):
        return None
    if phrase.kinds[-1] == "G":
        return _half_ago(phrase.scene, count + more, unit)
    value = TimeValue(type="DURATION", value=calendar.duration(count + more, unit))
    return approximate(value) if "~" in phrase.kinds else value


def _half_ago(scene: Scene, count: float, unit: str) -> TimeValue | None:
    """A year and a half ago: the month that this leads to; the day for weeks, the moment for hours."""
    if unit.startswith("T"):
        return moment(scene, -count, unit)
    when = None if scene.today is None else calendar.moved(scene.today, -count, unit)
    return None if when is None else approximate(calendar.unit_of("M" if unit == "Y" else "D", when) or calendar.day(when))


def _is_age(phrase: Phrase) -> bool:
    """berusia 40 tahun, a 40-year-old, (40 tahun)."""
    scene, ages = phrase.scene, phrase.scene.words.lists["ages"]
    if scene.word(phrase.start - 1) in ages or scene.word(phrase.end) in ages or scene.word(phrase.start - 2) in ages:
        return True
    if scene.word(phrase.end) == "-" and scene.word(phrase.end + 1) in ages:
        return True
    return scene.letter(phrase.start - 1) == "<" and scene.letter(phrase.end) == ">" and phrase.kinds == "nU"


def _times_per(phrase: Phrase) -> TimeValue | None:
    """Three times a week, four times per year; not "three times a year's pay"."""
    end = phrase.scene.lexemes[phrase.end - 1].end
    if phrase.scene.text[end : end + 2] in ("'s", "\u2019s"):
        return None
    words = [phrase.scene.word(place) for place in range(phrase.start, phrase.end) if phrase.scene.kinds[place] == "_"]
    return TimeValue(type="SET", value=calendar.duration(1, phrase.value("UX"))) if words in (["times"], ["times", "per"]) else None


def mean_repeated(phrase: Phrase) -> TimeValue | None:
    """Dua kali sebulan, dua pekan sekali, sebulan sekali; not "sebulan kali" or "dua kali" of anything else."""
    counted = counted_units(phrase)
    if counted is None or counted[0] is None or (phrase.kinds[-1] == "4" and phrase.scene.word(phrase.end - 1) != "sekali"):
        return None
    return TimeValue(type="SET", value=calendar.duration(counted[0], counted[1]))


def mean_set(phrase: Phrase) -> TimeValue | None:
    """Every six months, setiap Senin, harian."""
    if (often := phrase.value("Q")) is not None:
        prefix, scene = phrase.scene.word(phrase.start - 2), phrase.scene
        if scene.letter(phrase.start - 1) == "-" and (scaled := _HALVED.get((prefix, often))) is not None:
            phrase.start -= 2
            return TimeValue(type="SET", value=scaled)
        return None if is_capital(phrase.scene, phrase.start) else TimeValue(type="SET", value=often)
    if (weekday := phrase.value("W")) is not None:
        return TimeValue(type="SET", value=f"XXXX-WXX-{weekday}{part_of_day_letters(phrase)}")
    if (month := phrase.value("M")) is not None:
        return TimeValue(type="SET", value=f"XXXX-{month:02d}")
    if "_" in phrase.kinds:
        return _times_per(phrase)
    counted = counted_units(phrase)
    if phrase.at("4") is not None and phrase.scene.language == "en":
        return None if counted is None else TimeValue(type="SET", value=calendar.duration(1, counted[1]))
    if counted is not None and phrase.at("2") is not None:
        return TimeValue(type="SET", value=calendar.duration(2, counted[1]))
    if counted is None:
        return TimeValue(type="SET", value=part_of_day_letters(phrase)) if phrase.at("P") is not None else None
    unit = "WE" if phrase.at("e") is not None and counted[1] == "W" else counted[1]
    return TimeValue(type="SET", value=calendar.duration(counted[0] or 1, unit))
