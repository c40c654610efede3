"""Joins times that stand side by side into one: a day and its hours, two ends of a stretch, a length and its start."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

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
    for join in (_day_and_clock, _set_and_clock, _ends, _length_from, _lengths):
        made = join(scene, first, second, between)
        if made is not None:
            anchor = second.value.anchor or first.value.anchor
            return Found(made.phrase, made.value if anchor is None else msgspec.structs.replace(made.value, anchor=anchor))
    return None


OPEN = ""
"""The end that an open stretch does not have; None is an end that nobody knows."""

_LINKS = 3
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
    if day is second and scene.kinds[second.phrase.start] in "^hs8":
        return None
    return Found(_spanning(scene, first, second), on_day(clock.value, date.fromisoformat(day.value.from_), day.value.value or ""))


def _set_and_clock(scene: Scene, first: Found, second: Found, between: str) -> Found | None:
    """Each Monday at 4pm."""
    if between not in ("", ",") or first.value.type != "SET" or not _is_clock(second.value):
        return None
    if first.value.value is None or second.value.value is None or not first.value.value.startswith("XXXX-WXX-"):
        return None
    clock = second.value.value.rpartition("T")[2]
    return Found(_spanning(scene, first, second), TimeValue(type="SET", value=f"{first.value.value[:10]}T{clock}", zone=second.value.zone))


def _ends(scene: Scene, first: Found, second: Found, between: str) -> Found | None:
    """From one day to another: "dari Senin hingga akhir pekan", "between now and May 21"."""
    start = first.phrase
    led = start.kinds[0] in "Dz8" or scene.letter(start.start - 1) in tuple("Dz8")
    closes = between == "" and second.phrase.kinds[0] == "h"
    if not (
        closes or (led and between in ("k", "&", "-", "\u2014", "h", "kg", "&g")) or (between == "-" and _is_full(scene, first, second))
    ):
        return None
    if not led and not (closes and scene.language == "id") and between != "-":
        return None
    begin, end = _first_day(scene, first.value), _last_day(scene, second.value)
    if first.value.value == "PRESENT_REF" and begin is not None and end is not None and end < begin and second.phrase.at("yd") is None:
        later = calendar.moved(date.fromisoformat(end), 1, "Y")
        end = end if later is None else later.isoformat()
    if begin is None or end is None or begin >= end or len(begin) != len(end):
        return None
    if start.kinds[0] not in "Dz8" and led:
        start = Phrase(scene, start.start - 1, start.end)
    about = first.value.approximate or second.value.approximate
    kind = "TIME" if len(end) > len("2017-03-25") else "DATE"
    return Found(Phrase(scene, start.start, second.phrase.end, closed=True), _stretch(kind, begin, end, about))


def _stretch(kind: str, begin: str, end: str, about: bool) -> TimeValue:
    return TimeValue(type="TIME" if kind == "TIME" else "DATE", from_=begin, to=end, approximate=about)


def _is_full(scene: Scene, first: Found, second: Found) -> bool:
    """Are both ends days by their date ("January 12, 2016 - 01/22/2016")?"""
    return all(_is_day(found.value) and found.phrase.at("yd") is not None for found in (first, second))


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
    if between not in ("", "&", ",") or first.value.type != "DURATION" or second.value.type != "DURATION":
        return None
    one, two = first.value.value or "", second.value.value or ""
    if "X" in one + two or not one or not two or first.value.from_ is not None or second.value.from_ is not None:
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
    return Found(_spanning(scene, first, second), TimeValue(type="DURATION", value=value, approximate=about))


def opened(scene: Scene, found: Found) -> TimeValue:
    """The value without its end behind "since", without its start behind "until"; "before" and "after" leave the time out.

    In "after Friday's vote" the day is not what the word opens, and the word is left out of the phrase.
    """
    phrase, value = found
    lead = scene.kinds[phrase.start]
    if scene.language == "en" and (lead == "l" or (lead == "I" and value.type == "DATE" and phrase.kinds[1:2] not in tuple("n1V~"))):
        phrase.start += scene.word(phrase.start) != "within"
        return value
    if lead == "^" and (_belongs(scene, phrase) or value.from_ is None or value.to is None):
        phrase.start += 1
        return value
    if phrase.closed or value.type not in ("DATE", "TIME") or value.from_ is None or value.to is None:
        return value
    if lead == "^":
        return _beside(value, scene.values[phrase.start])
    if lead in "s8":
        return msgspec.structs.replace(value, to=OPEN)
    if lead == "h":
        return msgspec.structs.replace(value, from_=OPEN)
    return value


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
