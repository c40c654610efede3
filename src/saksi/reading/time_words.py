"""Gives every word of a text the letter of its kind, so that a phrase of time is a pattern over letters."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final, NamedTuple

from saksi.reading.feasts import Feast, feasts
from saksi.reading.lexeme import Lexeme
from saksi.words import packs

LETTERS: Final = {
    "during": "l", "prepositions": "p", "inside": "I", "one": "1", "whole": "m", "about": "~",
    "weekdays": "W", "months": "M", "units": "U", "days": "X", "ones": "S", "frequencies": "Q", "dayparts": "P",
    "relative_days": "A", "now": "N", "this": "i", "that": "a", "past": "b", "next": "f", "recent": "r",
    "before": "B", "later": "K", "ago": "G", "ahead": "G", "since": "s", "until": "h", "from": "D", "between": "z",
    "and": "&", "to": "k", "edges": "e", "edge_nouns": "@", "beside": "^", "alternate": "2", "every": "v",
    "clock": "c", "zones": "Z", "halves_of_day": "q", "noons": "C", "o_clock": "'", "eras": "E", "fillers": "g",
    "links": "w", "suffixes": "j", "towards": "u", "moments": "H", "several": "V", "just_past": "T",
    "just_ahead": "J", "ordinals": "o", "seasons": "F", "starting": "8", "countdown": "7", "rests": "3", "to_date": "6",
    "times_a": "4", "glued_units": "U",
}  # fmt: skip
"""The letter of each group of calendar.yaml; a word of two groups has the later letter, and the earlier as its other reading.

Figures keep the letters of their shapes, see Lexeme; Y is a range of years, L one of days ("3-5/6"), _ any other word;
O is the first word of a feast, 0 the others; o is an ordinal, 9 its further words.
"""

OPENING: Final = "5"
"""The letter of a word that means nothing of time alone, and opens an entry of several words ("prior to")."""

LISTS: Final = (
    "ages",
    "no_dates",
    "counted",
    "unsure",
    "future_cues",
    "past_cues",
    "anaphoric",
    "no_days",
    "no_feasts",
    "unsure_days",
    "accounts",
)
"""Groups of calendar.yaml that only say what may stand beside a time."""

_MARKS: Final = {
    ",": ",", "(": "<", ")": ">", "-": "-", "\u2013": "-", "\u2014": "\u2014", ".": ";", "!": ";", "?": ";", "~": "-", "/": "/", ":": ":",
}  # fmt: skip
_SENTENCE_MARKS: Final = frozenset([".", "!", "?", ":", '"', "\u201c"])
_YEAR_RANGE: Final = re.compile(r"(1[5-9]|20|21)[0-9][0-9][-\u2013](?:(?:1[5-9]|20|21)[0-9]{2}|[0-9]{2})")
_SEASON: Final = re.compile(r"(?:19|20)[0-9]{2}/(?:(?:19|20)[0-9]{2}|[0-9]{2})")
_DAY_RANGE: Final = re.compile(r"[0-9]{1,2}(?:/[0-9]{1,2})?[-\u2013][0-9]{1,2}/[0-9]{1,2}(?:/(?:20)?[0-9]{2})?")

Meaning = tuple[str, Any]
"""A letter, and what the word is worth."""


class Calendar(NamedTuple):
    """The time words of one language.

    `readings` gives each word's letter and worth, `others` the second reading of a word, `capital` the words whose
    first reading needs a capital ("May", "Minggu"), `lists` the words that may stand beside a time, `feasts` the names of
    feasts by their first word, the longest first, `joins` the entries of several words by their first one.
    `glued` are units only right behind a figure ("3h"); `strokes` says that two days joined by a dash ("30/5-2/6") stay one figure.
    """

    readings: Mapping[str, Meaning]
    others: Mapping[str, Meaning]
    capital: frozenset[str]
    lists: Mapping[str, frozenset[str]]
    feasts: Mapping[str, tuple[tuple[tuple[str, ...], Feast], ...]]
    joins: Mapping[str, tuple[tuple[str, ...], ...]]
    glued: frozenset[str]
    strokes: bool


@cache
def calendar(language: str) -> Calendar:
    """The time words of a language pack. Raises WordsError for a language without one."""
    pack: dict[str, Any] = packs.load(language, "calendar")
    readings: dict[str, Meaning] = {}
    others: dict[str, Meaning] = {}
    capital: set[str] = set()
    for group, letter in LETTERS.items():
        if group not in pack:
            continue
        words = pack[group]["words"]
        capital.update(pack[group].get("capital", ()))
        for word in words:
            reading = (letter, words[word] if isinstance(words, dict) else None)
            if word in capital and word in readings:
                others[word] = reading
            else:
                if word in readings:
                    others[word] = readings[word]
                readings[word] = reading
    lists = {name: frozenset(pack[name]["words"]) for name in LISTS}
    lists["short"] = frozenset(pack["months"]["short"])
    heads: dict[str, list[tuple[tuple[str, ...], Feast]]] = {}
    for name, feast in sorted(feasts(language).items(), key=lambda item: -len(item[0])):
        heads.setdefault(name[0], []).append((name, feast))
    named = {head: tuple(names) for head, names in heads.items()}
    glued = frozenset(pack.get("glued_units", {}).get("words", ()))
    joins = _joins(readings)
    for word in joins:
        readings.setdefault(word, (OPENING, None))
    for word in named:
        readings.setdefault(word, ("_", None))
    return Calendar(readings, others, frozenset(capital), lists, named, joins, glued, language == "id")


def _joins(readings: Mapping[str, Meaning]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The entries of several words by their first, the longest first."""
    joins: dict[str, tuple[tuple[str, ...], ...]] = {}
    for entry in sorted(readings, key=lambda word: -word.count(" ")):
        if " " in entry:
            name = tuple(entry.split(" "))
            joins[name[0]] = (*joins.get(name[0], ()), name)
    return joins


def letters(lexemes: Sequence[Lexeme], text: str, words: Calendar) -> tuple[str, dict[int, Any]]:
    """One letter a lexeme, and by place what its word is worth."""
    kinds: list[str] = []
    values: dict[int, Any] = {}
    known, heads = words.readings.get, words.feasts
    feasts_at: list[int] = []
    for place, lexeme in enumerate(lexemes):
        kind = lexeme.shape
        if kind == "w":
            reading = known(lexeme.word)
            if reading is None:
                kind = "_"
            elif lexeme.word in heads and (named := _feast(lexemes, place, heads[lexeme.word])) is not None:
                kind, values[place] = "O", named
                feasts_at.append(place)
            else:
                kind, value = _reading(lexemes, place, text, words, reading)
                if value is not None:
                    values[place] = value
        elif kind == "p":
            kind = _MARKS.get(lexeme.word, "\u00b7")
        elif kind == "b":
            kind = "\n"
        elif kind == "v":
            kind = "V"
        elif kind in "Rx":
            kind = _by_strokes(lexeme.word, kind)
        kinds.append(kind)
    if "o" in kinds:
        _join_ordinals(lexemes, kinds, values)
    for place in feasts_at:
        name, values[place] = values[place]
        kinds[place + 1 : place + len(name)] = "0" * (len(name) - 1)
    return "".join(kinds), values


def _join_ordinals(lexemes: Sequence[Lexeme], kinds: list[str], values: dict[int, Any]) -> None:
    """Twenty-sixth and thirty first are one ordinal: its worth at the first word, 9 for the others."""
    for place, kind in enumerate(kinds):
        if kind != "o" or values.get(place, 10) > 9 or not place:
            continue
        first = place - 2 if kinds[place - 1] == "-" else place - 1
        if first >= 0 and kinds[first] == "n" and lexemes[first].number in (20.0, 30.0) and lexemes[first].word.isalpha():
            values[first] = int(lexemes[first].number or 0) + values[place]
            kinds[first : place + 1] = ["o", *"9" * (place - first)]


def _feast(lexemes: Sequence[Lexeme], place: int, names: Sequence[tuple[tuple[str, ...], Feast]]) -> tuple[tuple[str, ...], Feast] | None:
    """The name of a feast that begins at a place, the longest that fits."""
    for name, feast in names:
        others = lexemes[place + 1 : place + len(name)]
        if len(name) == 1 or [lexeme.word for lexeme in others] == list(name[1:]):
            return name, feast
    return None


def _by_strokes(figure: str, shape: str) -> str:
    """The letter of a figure of two parts: years (2014-18, 2014/2015), days of a month (3-5/6), or its own shape."""
    if _YEAR_RANGE.fullmatch(figure) is not None:
        return "Y"
    if _SEASON.fullmatch(figure) is not None and (int(figure[:4]) + 1) % 100 == int(figure[-2:]):
        return "Y"
    return "L" if _DAY_RANGE.fullmatch(figure) is not None else shape


def _reading(lexemes: Sequence[Lexeme], place: int, text: str, words: Calendar, first: Meaning) -> Meaning:
    """The reading of a word by its capital ("May", "Minggu") and by a number before it ("a second", "3 seconds")."""
    lexeme = lexemes[place]
    other = words.others.get(lexeme.word)
    if lexeme.word in words.capital and not text[lexeme.start].isupper():
        return ("_", None) if other is None else other
    if first[0] == "j" and not _is_glued(lexemes, place):
        return "_", None
    if first[0] == "U" and lexeme.word in words.glued and not (_is_glued(lexemes, place) and lexemes[place - 1].shape in "nR"):
        return "_", None
    if other is None:
        return first
    if first[0] in "ocP" and _is_counted(lexemes, place, words) and not (first[0] == "o" and _letter(lexemes, place - 2, words) == "M"):
        return other
    if first[0] == "W" and _opens(lexemes, place) and _is_marked(lexemes, place, words):
        return other
    return first


def _is_glued(lexemes: Sequence[Lexeme], place: int) -> bool:
    """Does the word stand right behind another, without a blank?"""
    return place > 0 and lexemes[place - 1].end == lexemes[place].start


def _is_counted(lexemes: Sequence[Lexeme], place: int, words: Calendar) -> bool:
    """Does a number stand before the word ("72 jam"), one that is not itself a time of day ("pukul 8 malam")?"""
    if not place or (lexemes[place - 1].shape not in "nR" and _letter(lexemes, place - 1, words) != "V"):
        return False
    before = place - 3 if place > 1 and lexemes[place - 2].shape == "n" else place - 2
    return _letter(lexemes, before, words) != "c"


def _is_marked(lexemes: Sequence[Lexeme], place: int, words: Calendar) -> bool:
    """Does a mark of time stand behind the word ("Minggu lalu")?"""
    return _letter(lexemes, place + 1, words) in ("b", "f", "i")


def _opens(lexemes: Sequence[Lexeme], place: int) -> bool:
    """Does a sentence begin at a place, so that a capital says nothing?"""
    return place == 0 or lexemes[place - 1].shape == "b" or lexemes[place - 1].word in _SENTENCE_MARKS


def _letter(lexemes: Sequence[Lexeme], place: int, words: Calendar) -> str:
    return words.readings.get(lexemes[place].word, ("_", None))[0] if 0 <= place < len(lexemes) else ""
