"""Finds the times that a text names and says which days they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from saksi.reading.lexeme import Lexeme
from saksi.reading.time_anchor import fix_anchor
from saksi.reading.time_drawn import drawn_together
from saksi.reading.time_grammar import CLOSED, GRAMMARS, STARTS, behind
from saksi.reading.time_joined import joined, opened
from saksi.reading.time_meaning import MEANINGS
from saksi.reading.time_scene import Found, Phrase, Scene
from saksi.reading.time_words import OPENING, letters
from saksi.reading.time_words import calendar as time_words
from saksi.records import Mention, TimeValue
from saksi.records.ids import content_id


def find_times(text: str, cut: Sequence[Lexeme], language: str, published: str | None) -> tuple[Mention, ...]:
    """The times of a text in their order, each with its TimeValue; none where the language has no pack.

    `cut` are the text's words and figures, as `numerals.lexemes` reads them. `published` is the article's ISO date or
    datetime, from which "yesterday" and "two hours ago" count. Without it the latest date that stands with its weekday
    is that day: "Jumat (24/3)" in the year nearest to the latest full date of the text in which that day is a Friday;
    else the full date of a dateline. What cannot be dated keeps its parts ("XXXX-03-24") or has no value.
    """
    if language not in GRAMMARS:
        return ()
    words = time_words(language)
    kinds, values = letters(cut, text, words)
    if words.joins and (drawn := drawn_together(cut, kinds, words)) is not cut:
        cut = drawn
        kinds, values = letters(cut, text, words)
    kinds = kinds.replace(OPENING, "_")
    scene = Scene(language=language, text=text, lexemes=cut, kinds=kinds, values=values, words=words)
    fix_anchor(scene, published)
    scene.forget_asked()
    return tuple(_mention(text, scene, found.phrase, opened(scene, found)) for found in joined(scene, _phrases(scene)))


def _phrases(scene: Scene) -> Iterator[Found]:
    """The phrases that mean a time, from left to right; what a meaning refuses is tried again one word on."""
    pattern, place = GRAMMARS[scene.language], 0
    while (start := STARTS.search(scene.kinds, place)) is not None:
        place = start.start() + 1
        found = _meant(scene, pattern, start.start())
        if found is None:
            continue
        place = found.phrase.end
        scene.remember(found.value)
        if found.phrase.at("M") is not None and found.phrase.at("y") is not None:
            scene.remember_year(found.phrase.end, found.value)
        yield found


def _meant(scene: Scene, pattern: re.Pattern[str], place: int) -> Found | None:
    """The first kind of phrase at a place that means a time."""
    match = pattern.match(scene.kinds, place)
    while match is not None and match.lastgroup is not None:
        phrase = Phrase(scene, *match.span(), closed=match.lastgroup in CLOSED)
        scene.forget_asked()
        value = MEANINGS[match.lastgroup](phrase)
        if value is not None:
            return Found(phrase, value if scene.asked is None else msgspec.structs.replace(value, anchor=scene.asked))
        match = behind(scene.language, match.lastgroup).match(scene.kinds, place)
    return None


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
