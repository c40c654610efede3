"""What phrases mean that name a time of day or a stretch of hours, and how hours are set on a day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from saksi.reading import calendar
from saksi.reading.time_parts import approximate, is_capital
from saksi.reading.time_scene import Phrase, Scene
from saksi.records import TimeValue

Hour = tuple[int, int | None]
"""Hour 0 to 24, and minute where one is named."""

_DAWN, _NOON = 5, 12
_LOCAL: Final = frozenset(["local time", "waktu setempat"])


def mean_clock(phrase: Phrase) -> TimeValue | None:
    """Pukul 07.30 WIB, 3pm, half past seven, tengah malam: on the day named before, if one was."""
    if phrase.kinds[-2:] == "eP":
        return _found(phrase, TimeValue(type="TIME", value="T00")) if phrase.value("P") == "TNI" else None
    if _is_counted_time(phrase):
        return None
    hour = _spoken(phrase) or _hour(phrase, phrase.at("tnxyC"))
    return None if hour is None else _found(phrase, TimeValue(type="TIME", value=_letters(hour)))


def _is_counted_time(phrase: Phrase) -> bool:
    """At 5 extra time, told from "at 5 Moscow time" and "at 5 local time"."""
    scene, behind = phrase.scene, phrase.end
    if scene.language != "en" or phrase.kinds[-1] not in "nxy" or scene.letter(behind) != "_":
        return False
    return not is_capital(scene, behind) and scene.word(behind) != "local"


def mean_hours(phrase: Phrase) -> TimeValue | None:
    """Pukul 09.30-11.00, from 4pm to 5pm: both ends, each on the half of the day that fits."""
    if "&" in phrase.kinds and "z" not in phrase.kinds:
        return None
    places = [place for place in range(phrase.start, phrase.end) if phrase.scene.kinds[place] in "tnxyC"]
    if (place := phrase.at("R")) is not None:
        first, last = _range(phrase, phrase.scene.lexemes[place].word)
    elif len(places) == 2:
        first, last = (_hour(phrase, place, whole=False) for place in places)
    else:
        return None
    if first is None or last is None:
        return None
    first, last = _on_one_half(phrase, first, last) if "IgP" not in phrase.kinds[:-3] else (_by_part(first, phrase), last)
    if _minutes(first) == _minutes(last):
        return None
    return _found(phrase, TimeValue(type="TIME", from_=_iso(first), to=_iso(last)))


def _found(phrase: Phrase, value: TimeValue) -> TimeValue:
    """The value on the day named before, with the zone and the doubt of its phrase."""
    zone = phrase.value("Z")
    if f"{phrase.scene.word(phrase.end)} {phrase.scene.word(phrase.end + 1)}" in _LOCAL:
        phrase.end += 2
    value = TimeValue(type="TIME", value=value.value, from_=value.from_, to=value.to, zone=zone or None)
    day = phrase.scene.last_day
    value = value if day is None else on_day(value, day)
    return approximate(value) if "~" in phrase.kinds else value


def on_day(value: TimeValue, day: date, named: str = "") -> TimeValue:
    """A time of day on a day; `named` is the day's own value, whose evening makes "between 7 and 9" the evening's."""
    clock = (value.value or "").rpartition("T")[2]
    if value.value is not None:
        at = re.fullmatch(r"([0-9]{2})(:[0-9]{2})?", clock)
        if at is not None and value.zone is None and 1 <= int(at[1]) < _NOON and named.endswith(("TNI", "TEV", "TAF")):
            late = int(at[1]) >= _DAWN or named.endswith(("TEV", "TAF"))
            clock = f"{int(at[1]) + _NOON * late:02d}{at[2] or ''}"
        found = calendar.day(day, "T" + clock)
        return TimeValue(type="TIME", value=found.value, from_=found.from_, to=found.to, approximate=value.approximate, zone=value.zone)
    first, last = (str(end).rpartition("T")[2] for end in (value.from_, value.to))
    if named.endswith(("TNI", "TEV", "TAF")) and int(last[:2]) < _NOON and first < last:
        first, last = (f"{int(end[:2]) + _NOON:02d}{end[2:]}" for end in (first, last))
    over = day if first < last else day + timedelta(days=1)
    return TimeValue(
        type="TIME", from_=f"{day.isoformat()}T{first}", to=f"{over.isoformat()}T{last}", approximate=value.approximate, zone=value.zone
    )


def _letters(hour: Hour) -> str:
    return f"T{hour[0]:02d}" if hour[1] is None else f"T{hour[0]:02d}:{hour[1]:02d}"


def _iso(hour: Hour) -> str:
    return f"{hour[0] % 24:02d}:{hour[1] or 0:02d}:00"


def _minutes(hour: Hour) -> int:
    return hour[0] * 60 + (hour[1] or 0)


def _spoken(phrase: Phrase) -> Hour | None:
    """Half past seven, 20 past eight, a quarter to nine; setengah tujuh is half before seven."""
    scene, kinds = phrase.scene, phrase.kinds
    past = phrase.at("rk") if scene.language == "en" else None
    if past is not None:
        head = Phrase(scene, phrase.start, past)
        step = 15 if phrase.value("U") == "Q" else head.value("n")
        hour = _hour(phrase, next((at for at in range(past, phrase.end) if scene.kinds[at] == "n"), None))
        if hour is None or step is None or hour[1] is not None:
            return None
        minute = int(step * 60 if step == 0.5 else step)
        if scene.kinds[past] == "k":
            return ((hour[0] - 1) % 24, 60 - minute) if 0 < minute < 60 else None
        return (hour[0], minute) if 0 < minute < 60 else None
    if scene.language == "id" and "nn" in kinds and phrase.value("n") == 0.5:
        hour = _hour(phrase, (phrase.at("n") or 0) + 1)
        return None if hour is None or hour[1] is not None else ((hour[0] - 1) % 24, 30)
    return None


def _written(figure: str, number: float | None) -> Hour | None:
    """Hour and minute of "07.30", "7:30", "7", "0730"; None for what is no time of day."""
    parts = re.split(r"[:.,]", figure)
    if not parts[0].isdigit():
        parts = [f"{-1 if number is None else number:.0f}"]
    if len(parts) == 3 and len(parts[2]) == 2:
        parts = parts[:2]
    if len(parts) == 1 and len(parts[0]) in (3, 4) and parts[0].isdigit():
        parts = [parts[0][:-2], parts[0][-2:]]
    if not all(part.isdigit() for part in parts) or (len(parts) > 1 and len(parts[1]) != 2):
        return None
    hour, minute = int(parts[0]), int(parts[1]) if len(parts) > 1 else None
    return (hour, minute) if hour <= 24 and (minute or 0) <= 59 else None


def _hour(phrase: Phrase, place: int | None, whole: bool = True) -> Hour | None:
    """The time of day at a place of the phrase; `whole` reads the phrase's half of day or part of day for it."""
    if place is None:
        return None
    if phrase.scene.kinds[place] == "C":
        return int(phrase.scene.values[place]), None
    lexeme = phrase.scene.lexemes[place]
    hour = _written(lexeme.word, lexeme.number)
    if hour is None:
        return None
    own = phrase.scene.values.get(place + 1) if place + 1 < phrase.end and phrase.scene.kinds[place + 1] == "q" else None
    if own is not None or (whole and phrase.at("q") is not None):
        return _by_half(hour, int(phrase.value("q") if own is None else own))
    return _by_part(hour, phrase) if whole else hour


def _by_half(hour: Hour, later: int) -> Hour | None:
    return (hour[0] % 12 + later, hour[1]) if 1 <= hour[0] <= 12 else None


def _by_part(hour: Hour, phrase: Phrase) -> Hour:
    """The hour of a part of day: jam 8 malam is 20, pukul 2 siang 14, jam 12 malam midnight."""
    part = phrase.value("P")
    night = part == "TNI" and phrase.scene.word(phrase.at("P") or 0) != "dini"
    if hour[0] == 12 and night:
        return 0, hour[1]
    if (night and _DAWN <= hour[0] <= 11) or (part == "TEV" and 1 <= hour[0] <= 11) or (part == "TAF" and 1 <= hour[0] <= 6):
        return hour[0] + 12, hour[1]
    return hour


def _range(phrase: Phrase, word: str) -> tuple[Hour | None, Hour | None]:
    first, last = re.split(r"[-\u2013]", word)[:2]
    return _written(first, None), _written(last, None)


def _on_one_half(phrase: Phrase, first: Hour, last: Hour) -> tuple[Hour, Hour]:
    """The half of day that only the second end names holds for both, unless the first would come after: 11-1pm."""
    own = [place for place in range(phrase.start, phrase.end) if phrase.scene.kinds[place] == "q"]
    if own:
        later = int(phrase.scene.values[own[-1]])
        if last[0] <= 12 and phrase.scene.kinds[own[-1] - 1] in "R":
            last = _by_half(last, later) or last
        if len(own) == 1 and first[0] <= 12 and phrase.scene.kinds[own[0] + 1 : phrase.end].strip("Z") == "":
            halved = _by_half(first, later)
            first = halved if halved is not None and _minutes(halved) < _minutes(last) else first
        elif len(own) == 1 and _minutes(last) <= _minutes(first) and last[0] < 12:
            last = last[0] + 12, last[1]
        return first, last
    if phrase.at("P") is not None:
        return _by_part(first, phrase), _by_part(last, phrase)
    if _minutes(last) <= _minutes(first) and last[0] < 12 and phrase.scene.language == "en":
        last = last[0] + 12, last[1]
    return first, last


def moment(scene: Scene, count: float, unit: str) -> TimeValue | None:
    """The time of day so many hours, minutes or seconds from that of the report; None where that is not known."""
    if scene.clock is None or scene.today is None:
        return None
    seconds = count * {"TH": 3600, "TM": 60, "TS": 1}[unit]
    try:
        when = scene.clock + timedelta(seconds=seconds)
    except OverflowError:
        return None
    day = when.date().isoformat()
    return TimeValue(type="TIME", value=when.replace(microsecond=0).isoformat(), from_=day, to=day)
