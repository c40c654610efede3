"""Joins times that stand side by side into one: a day and its hours, two ends of a stretch, a length and its start."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final

import msgspec

from saksi.reading import calendar
from saksi.reading.time_hours import on_day
from saksi.reading.time_scene import Found, Phrase, Scene
from saksi.records import TimeValue


def joined(scene: Scene, found: Iterable[Found]) -> list[Found]:
    """The times of a text, those of one phrase made one: "Senin (3/4) pukul 14.30", "from May to the end of June"."""
    kept: list[Found] = []
    for one in found:
        kept.append(one)
        while len(kept) > 1 and (both := _one(scene, kept[-2], kept[-1])) is not None:
            kept[-2:] = [both]
            scene.remember(both.value)
    return kept


def _one(scene: Scene, first: Found, second: Found) -> Found | None:
    """The two as one, where nothing but a word that joins them stands between."""
    between = scene.kinds[first.phrase.end : second.phrase.start]
    if len(between) > _LINKS:
        return None
    stretch = scene.text[scene.lexemes[first.phrase.end - 1].end : scene.lexemes[second.phrase.start].start]
    if "\n" in stretch:
        return None
    for join in (_day_and_clock, _part_and_clock, _set_and_clock, _ends, _clock_and_length, _length_from, _lengths):
        made = join(scene, first, second, between)
        if made is not None:
            anchor = second.value.anchor or first.value.anchor
            return Found(made.phrase, made.value if anchor is None else msgspec.structs.replace(made.value, anchor=anchor))
    return None


OPEN: Final = ""
"""The end that an open stretch does not have; None is an end that nobody knows."""

_LINKS: Final = 3
"""Words between two times of one phrase."""


def _spanning(scene: Scene, first: Found, second: Found) -> Phrase:
    return Phrase(scene, first.phrase.start, second.phrase.end, closed=first.phrase.closed)


def _is_day(value: TimeValue) -> bool:
    return value.type == "DATE" and value.from_ is not None and value.from_ == value.to


def _is_clock(value: TimeValue) -> bool:
    if value.type != "TIME":
        return False
    if value.value is None:
        return value.from_ is not None
    return value.value.rpartition("T")[2][:1].isdigit()


def _day_and_clock(scene: Scene, first: Found, second: Found, between: str) -> Found | None:
    if between not in ("", ",", "p", ",p", "w") or {first.value.type, second.value.type} != {"DATE", "TIME"}:
        return None
    day, clock = (first, second) if first.value.type == "DATE" else (second, first)
    if not _is_day(day.value) or not _is_clock(clock.value) or day.value.from_ is None:
        return None
    if clock.phrase.at("WMAOdi") is not None or (day is second and scene.kinds[second.phrase.start] in "^hs8"):
        return None
    value, phrase = on_day(clock.value, date.fromisoformat(day.value.from_), day.value.value or ""), _spanning(scene, first, second)
    if clock is second and scene.kinds[second.phrase.start] == "^" and value.value is not None:
        phrase.closed = True
        value = _beside(value, scene.values[second.phrase.start])
    return Found(phrase, value)


def _part_and_clock(scene: Scene, first: Found, second: Found, between: str) -> Found | None:
    """In the morning at 7, in the evening at 8: the hour of that half of day."""
    part, clock = first.value.value or "", (second.value.value or "").rpartition("T")[2]
    if between not in ("", ",") or first.phrase.kinds[0] != "I" or not part.startswith("T") or not part.isalpha():
        return None
    if not _is_clock(second.value) or not clock:
        return None
    hour = int(clock[:2])
    later = hour + 12 if part in ("TAF", "TEV", "TNI") and 1 <= hour < 12 else hour
    return Found(_spanning(scene, first, second), msgspec.structs.replace(second.value, value=f"T{later:02d}{clock[2:]}"))


def _set_and_clock(scene: Scene, first: Found, second: Found, between: str) -> Found | None:
    """Each Monday at 4pm, 6 a.m. every day: a set of one time of day, of a weekday's where one is named."""
    often, hour = (first, second) if first.value.type == "SET" else (second, first)
    if between not in ("", ",") or often.value.type != "SET" or not _is_clock(hour.value):
        return None
    if often.value.value is None or hour.value.value is None:
        return None
    weekday = often.value.value[:10] if often.value.value.startswith("XXXX-WXX-") else ""
    if not weekday and often.value.value not in _EVERY_DAY:
        return None
    clock = hour.value.value.rpartition("T")[2]
    return Found(_spanning(scene, first, second), TimeValue(type="SET", value=f"{weekday}T{clock}", zone=hour.value.zone))


_EVERY_DAY: Final = frozenset(["P1D", "TMO", "TAF", "TEV", "TNI"])


def _clock_and_length(scene: Scene, first: Found, second: Found, between: str) -> Found | None:
    """From 10 am for three hours, for two hours from 2pm; "for an hour and 20 minutes" goes on with the minutes."""
    clock, length = (second, first) if first.value.type == "DURATION" else (first, second)
    if clock.value.type != "TIME" or length.value.type != "DURATION" or not (length.value.value or "").startswith("PT"):
        return None
    going_on = clock.value.value is None and "l" in clock.phrase.kinds
    led = scene.kinds[second.phrase.start] if between == "" else between
    if led not in (("", "n", "&") if going_on else ("l",) if length is second else ("D", ",D")):
        return None
    start, seconds = _iso_moment(clock.value), _seconds(length.value.value or "")
    begin, end = (clock.value.from_, clock.value.to) if going_on else (start, start)
    if begin is None or end is None or seconds is None or "X" in (length.value.value or ""):
        return None
    last = datetime.fromisoformat(end if "-" in end else f"{_NO_DAY}T{end}") + timedelta(seconds=seconds)
    stop = last.isoformat() if "-" in end else last.time().isoformat()
    return Found(_spanning(scene, first, second), _stretch("TIME", begin, stop, clock.value.approximate or length.value.approximate))


_DATE_LONG: Final = len("2017-03-25")
_NO_DAY: Final = "2001-01-01"
"""Any day, to count hours on."""


def _iso_moment(value: TimeValue) -> str | None:
    """The datetime of a time of day, without its day where none is known."""
    day_, _, at = (value.value or "").rpartition("T")
    if not at[:2].isdigit() or not (day_ == "" or day_[:4].isdigit()) or at == "24":
        return None
    return f"{day_}{'T' * bool(day_)}{at}{':00' * (2 - at.count(':'))}"


def _seconds(length: str) -> float | None:
    """The seconds of a TIMEX3 length of hours, minutes and seconds, such as PT3H30M; None for a longer one than a day."""
    parts = re.fullmatch(r"PT(?:([0-9.]+)H)?(?:([0-9.]+)M)?(?:([0-9.]+)S)?", length)
    if parts is None:
        return None
    total = sum(float(part or 0) * worth for part, worth in zip(parts.groups(), (3600, 60, 1), strict=True))
    return total if 0 < total <= _DAY else None


_DAY: Final = 24 * 60 * 60


def _ends(scene: Scene, first: Found, second: Found, between: str) -> Found | None:
    """From one day to another: "dari Senin hingga akhir pekan", "between now and May 21"."""
    start = first.phrase
    led = start.kinds[0] in "Dz8" or scene.letter(start.start - 1) in tuple("Dz8")
    closes = between == "" and second.phrase.kinds[0] == "h"
    full = between in ("-", "k") and _is_full(scene, first, second)
    if not (closes or (led and between in ("k", "&", "-", "\u2014", "h", "kg", "&g")) or full):
        return None
    through = closes and (scene.language == "id" or scene.word(second.phrase.start) == "through")
    if not led and not through and not full:
        return None
    begin, end = _first_day(scene, first.value), _last_day(scene, second.value)
    if first.value.value == "PRESENT_REF":
        begin, end = _from_now(scene, second, begin, end)
    if begin is None and scene.today is not None and _is_clock(first.value) and second.value.type == "TIME":
        begin = f"{scene.today.isoformat()}T{_iso_moment(first.value)}"
    if begin is None or end is None or begin >= end or len(begin) != len(end):
        return None
    if start.kinds[0] not in "Dz8" and led:
        start = Phrase(scene, start.start - 1, start.end)
    about = first.value.approximate or second.value.approximate
    kind = "TIME" if len(end) > len("2017-03-25") else "DATE"
    return Found(Phrase(scene, start.start, second.phrase.end, closed=True), _stretch(kind, begin, end, about))


def _from_now(scene: Scene, last: Found, begin: str | None, end: str | None) -> tuple[str | None, str | None]:
    """What runs from now on ends later: a weekday in the week after, a date in the year after, an hour in the afternoon."""
    if last.value.type == "TIME" and scene.clock is not None and (at := _iso_moment(last.value)) is not None:
        stop = datetime.fromisoformat(at if "-" in at else f"{scene.clock.date().isoformat()}T{at}")
        while stop <= scene.clock and "-" not in at:
            stop += timedelta(hours=12)
        return scene.clock.replace(microsecond=0).isoformat(), stop.isoformat()
    if begin is None or end is None or end >= begin or last.phrase.at("yd") is not None or len(end) != len(begin):
        return begin, end
    later = calendar.moved(date.fromisoformat(end), 1, "Y" if last.phrase.at("W") is None or last.phrase.at("M") is not None else "W")
    return begin, end if later is None else later.isoformat()


def _stretch(kind: str, begin: str, end: str, about: bool) -> TimeValue:
    return TimeValue(type="TIME" if kind == "TIME" else "DATE", from_=begin, to=end, approximate=about)


def _is_full(scene: Scene, first: Found, second: Found) -> bool:
    """Are both ends days by their date ("January 12, 2016 - 01/22/2016"), or the second the day of the report?"""
    if not (_is_day(first.value) and _is_day(second.value)) or first.phrase.at("yd") is None:
        return False
    return second.phrase.at("yd") is not None or second.phrase.kinds == "A"


def _first_day(scene: Scene, value: TimeValue) -> str | None:
    if value.value == "PRESENT_REF" and scene.today is not None:
        return scene.today.isoformat()
    return value.from_ if value.type == "DATE" else _moment(value)


def _last_day(scene: Scene, value: TimeValue) -> str | None:
    if value.value == "PRESENT_REF" and scene.today is not None:
        return scene.today.isoformat()
    return value.to if value.type == "DATE" else _moment(value)


def _moment(value: TimeValue) -> str | None:
    """The datetime of a time of day whose day is known."""
    at = value.value or ""
    return f"{at}{':00' * (2 - at.count(':'))}" if value.type == "TIME" and at[:4].isdigit() and at[11:12].isdigit() else None


def _length_from(scene: Scene, first: Found, second: Found, between: str) -> Found | None:
    """Three days starting on Monday; three days from Tuesday; dua pekan setelah Lebaran."""
    length = first.value.value or ""
    if first.value.type != "DURATION" or first.value.from_ is not None or not length.startswith("P") or "X" in length:
        return None
    count, unit = _counted(length)
    base = second.value.from_ if second.value.type == "DATE" else None
    if base is None or count is None:
        return None
    start = date.fromisoformat(base)
    if between == "D" and second.phrase.kinds == "W" and scene.today is not None and start < scene.today:
        start += timedelta(days=7)
        base, second = start.isoformat(), Found(second.phrase, calendar.day(start))
    led = between or second.phrase.kinds[0]
    if led in ("8", "8p", "8D", ",D", ",8", "s") and unit in "DWMY":
        last = calendar.moved(start, count, unit)
        if last is not None:
            return Found(_spanning(scene, first, second), _stretch("DATE", base, (last - timedelta(days=1)).isoformat(), False))
    if led in ("^", "D") and second.value.to == base:
        when = calendar.moved(start, -count if scene.values.get(second.phrase.start - len(between)) == -1 else count, unit)
        if when is not None:
            return Found(_spanning(scene, first, second), calendar.day(when))
    return None


def _counted(length: str) -> tuple[float | None, str]:
    """The count and unit of a TIMEX3 length of one unit, such as P3D."""
    unit = length[-1]
    try:
        return float(length[1:-1]), unit
    except ValueError:
        return None, unit


def _lengths(scene: Scene, first: Found, second: Found, between: str) -> Found | None:
    """Three hours and twenty minutes: one length of two units, the finer one behind."""
    if between not in ("", "&", ",") or {first.value.type, second.value.type} != {"DURATION"} or second.phrase.kinds[0] in "lIg":
        return None
    one, two = first.value.value or "", second.value.value or ""
    if "X" in one + two or not one or not two or second.value.from_ is not None or len(first.value.from_ or "") > _DATE_LONG:
        return None
    fineness = "YMWD"
    clock_one, clock_two = one.startswith("PT"), two.startswith("PT")
    order = (
        clock_one * 10 + ("HMS" if clock_one else fineness).find(one[-1]),
        clock_two * 10 + ("HMS" if clock_two else fineness).find(two[-1]),
    )
    if order[0] >= order[1] or "." in one:
        return None
    value = one + (two.removeprefix("PT") if clock_one else two.removeprefix("P"))
    about = first.value.approximate or second.value.approximate
    start, stop = _longer(scene, first.value, two)
    return Found(_spanning(scene, first, second), TimeValue(type="DURATION", value=value, from_=start, to=stop, approximate=about))


def _longer(scene: Scene, length: TimeValue, more: str) -> tuple[str | None, str | None]:
    """The ends of "the last three months and two weeks": those of the first length, moved on by the second."""
    if length.from_ is None or length.to is None or scene.today is None:
        return None, None
    count, unit = _counted(more)
    today, back = scene.today.isoformat(), length.to == scene.today.isoformat()
    far = calendar.moved(date.fromisoformat(length.from_ if back else length.to), (-1 if back else 1) * (count or 0), unit)
    if far is None:
        return length.from_, length.to
    return (far.isoformat(), today) if back else (today, far.isoformat())


def opened(scene: Scene, found: Found) -> TimeValue:
    """The value without its end behind "since", without its start behind "until"; "before" and "after" leave the time out.

    In "after Friday's vote" and "after dusk on Friday" the day is not what the word opens, and the word is left out of the phrase.
    """
    phrase, value = found
    lead = scene.kinds[phrase.start]
    if scene.language == "en" and (lead == "l" or (lead == "I" and value.type in _STRETCHES and phrase.kinds[1:2] not in tuple("n1V~"))):
        phrase.start += scene.word(phrase.start) != "within"
        return value
    if lead == "^" and (phrase.kinds[1:3].lstrip("g")[:1] == "P" or _belongs(scene, phrase) or value.from_ is None or value.to is None):
        phrase.start += 1
        return value
    if phrase.closed or value.type not in ("DATE", "TIME") or value.from_ is None or value.to is None:
        return value
    if lead == "^":
        return _beside(value, scene.values[phrase.start])
    if value.type == "TIME" and lead in "sh" and (value.value or "")[:4].isdigit():
        return _beside(value, 1 if lead == "s" else -1)
    if lead in "s8":
        return msgspec.structs.replace(value, to=OPEN)
    if lead == "h":
        return msgspec.structs.replace(value, from_=OPEN)
    return value


_STRETCHES: Final = frozenset(["DATE", "DURATION"])


def _belongs(scene: Scene, phrase: Phrase) -> bool:
    """Is the time behind "after" that of something else: "Friday's vote", "the March election", "a Monday meeting"?"""
    end = scene.lexemes[phrase.end - 1].end
    if scene.text[end : end + 2] in ("'s", "\u2019s"):
        return True
    return scene.language == "en" and phrase.kinds[1:2] in "g1" and scene.letter(phrase.end) == "_"


def _beside(value: TimeValue, side: int) -> TimeValue:
    """Open before or after a day or stretch, without it; before or after a time of day, on its day."""
    if value.type == "TIME":
        at = value.value or ""
        edge = f"{at}{':00' * (2 - at.count(':'))}"
        if not at[:4].isdigit():
            return value
        return msgspec.structs.replace(value, from_=edge if side > 0 else OPEN, to=edge if side < 0 else OPEN)
    when = calendar.moved(date.fromisoformat(str(value.to if side > 0 else value.from_)), side, "D")
    iso = OPEN if when is None else when.isoformat()
    return msgspec.structs.replace(value, from_=iso if side > 0 else OPEN, to=iso if side < 0 else OPEN)
