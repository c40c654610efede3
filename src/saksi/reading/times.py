"""Finds the times that a text names and says which days they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from saksi.reading import calendar
from saksi.reading.lexemes import Lexeme
from saksi.reading.time_days import written_date
from saksi.reading.time_grammar import GRAMMARS, STARTS
from saksi.reading.time_meaning import MEANINGS
from saksi.reading.time_scene import Phrase, Scene
from saksi.reading.time_words import calendar as time_words
from saksi.reading.time_words import letters
from saksi.records import Mention, TimeValue
from saksi.records.ids import content_id


def find_times(text: str, cut: Sequence[Lexeme], language: str, published: str | None) -> tuple[Mention, ...]:
    """The times of a text in their order, each with its TimeValue; none where the language has no pack.

    `cut` are the text's words and figures, as `numerals.lexemes` reads them. `published` is the article's ISO date or
    datetime, the day that "yesterday" counts from. Without it the latest date that stands with its weekday is that day:
    "Jumat (24/3)" in the year nearest to the latest full date of the text in which that day is a Friday. What cannot be
    dated keeps its parts ("XXXX-03-24") or has no value.
    """
    if language not in GRAMMARS:
        return ()
    scene = _scene(text, cut, language)
    scene.today = _day_of(published)
    if scene.today is None:
        scene.today = _day_told(scene)
    return tuple(_mention(text, scene, phrase, value) for phrase, value in _joined(scene, _phrases(scene)))


def _scene(text: str, cut: Sequence[Lexeme], language: str) -> Scene:
    words = time_words(language)
    kinds, values = letters(cut, text, words)
    return Scene(language=language, text=text, lexemes=cut, kinds=kinds, values=values, words=words, today=None)


def _day_of(published: str | None) -> date | None:
    """The day of an ISO date or datetime; None for anything else."""
    try:
        return None if published is None else date.fromisoformat(published[:10])
    except ValueError:
        return None


_DATES = {
    "id": re.compile(r"W[^\n;_]{0,6}(?:nM(?:,?y)?|d)|nM,?y|d"),
    "en": re.compile(r"W[^\n;_]{0,6}(?:nj?w?M|Mg?nj?|d)(?:,?y)?|(?:nj?w?M|Mg?nj?),?y|d"),
}
"""Dates, with their weekday where one stands before them."""


def _day_told(scene: Scene) -> date | None:
    """The day of the report as the text tells it: its latest date that stands with a weekday."""
    full: list[date] = []
    told: list[date] = []
    partial: list[tuple[int, int, int]] = []
    for match in _DATES[scene.language].finditer(scene.kinds):
        phrase = Phrase(scene, *match.span())
        written, weekday = written_date(phrase), phrase.value("W")
        if written is None:
            continue
        day, month, year = written
        if year is None:
            if weekday is not None:
                partial.append((day, month, weekday))
        elif (when := calendar.real_date(year, month, day)) is not None:
            full.append(when)
            if weekday is not None:
                told.append(when)
    if full:
        latest = max(full)
        told += [when for day, month, weekday in partial if (when := calendar.weekday_fit(month, day, weekday, latest)) is not None]
    return max(told, default=None)


def _phrases(scene: Scene) -> Iterator[tuple[Phrase, TimeValue]]:
    """The phrases that mean a time, from left to right; what a meaning refuses is tried again one word on."""
    pattern, place = GRAMMARS[scene.language], 0
    while (start := STARTS.search(scene.kinds, place)) is not None:
        place = start.start() + 1
        match = pattern.match(scene.kinds, start.start())
        if match is None or match.lastgroup is None:
            continue
        phrase = Phrase(scene, *match.span())
        value = MEANINGS[match.lastgroup](phrase)
        if value is None:
            continue
        place = phrase.end
        _remember(scene, value)
        yield phrase, value


def _remember(scene: Scene, value: TimeValue) -> None:
    """Keep what later phrases may point back to."""
    if value.type in ("DATE", "TIME") and value.from_ is not None:
        scene.last = value
        if value.from_ == value.to:
            scene.last_day = date.fromisoformat(value.from_)


def _joined(scene: Scene, found: Iterator[tuple[Phrase, TimeValue]]) -> list[tuple[Phrase, TimeValue]]:
    """A day and a time of day side by side are one time: "Senin (3/4) pukul 14.30", "3pm on Tuesday"."""
    joined: list[tuple[Phrase, TimeValue]] = []
    for phrase, value in found:
        if joined and (both := _both(scene, joined[-1], (phrase, value))) is not None:
            joined[-1] = both
        else:
            joined.append((phrase, value))
    return joined


def _both(scene: Scene, first: tuple[Phrase, TimeValue], second: tuple[Phrase, TimeValue]) -> tuple[Phrase, TimeValue] | None:
    between = scene.kinds[first[0].end : second[0].start]
    one, two = first[1], second[1]
    stretch = scene.text[scene.lexemes[first[0].end - 1].end : scene.lexemes[second[0].start].start]
    if "\n" in stretch or between not in ("", ",", "p") or {one.type, two.type} != {"DATE", "TIME"}:
        return None
    day, clock = (one, two) if one.type == "DATE" else (two, one)
    if day.from_ is None or day.from_ != day.to or clock.value is None or not clock.value.rpartition("T")[2][:1].isdigit():
        return None
    value = calendar.day(date.fromisoformat(day.from_), "T" + clock.value.rpartition("T")[2])
    if clock.approximate:
        value = TimeValue(type="TIME", value=value.value, from_=value.from_, to=value.to, approximate=True)
    return Phrase(scene, first[0].start, second[0].end), value


def _mention(text: str, scene: Scene, phrase: Phrase, value: TimeValue) -> Mention:
    """The mention without the bracket that stands open at either end."""
    start, end = phrase.start, phrase.end
    kinds = scene.kinds
    if "<" in kinds[start:end] and ">" not in kinds[start:end]:
        start += kinds[start] == "<"
    if ">" in kinds[start:end] and "<" not in kinds[start:end]:
        end -= kinds[end - 1] == ">"
    first, last = scene.lexemes[start].start, scene.lexemes[end - 1].end
    return Mention(start=first, end=last, text=text[first:last], id=content_id("mention", first, last, "time"), kind="time", value=value)
