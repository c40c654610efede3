"""Gives every word of a text the letter of its kind, so that a phrase of time is a pattern over letters."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from saksi.reading.lexemes import Lexeme
from saksi.words import packs

LETTERS = {
    "ages": "_", "no_dates": "_", "counted": "_", "unsure": "_", "future_cues": "_", "past_cues": "_", "anaphoric": "_",
    "during": "l", "prepositions": "p", "inside": "I", "one": "1", "whole": "m", "about": "~",
    "weekdays": "W", "months": "M", "units": "U", "days": "X", "ones": "S", "frequencies": "Q", "dayparts": "P",
    "relative_days": "A", "now": "N", "this": "i", "that": "a", "past": "b", "next": "f", "recent": "r",
    "before": "B", "later": "K", "ago": "G", "ahead": "G", "since": "s", "until": "h", "from": "D", "between": "z",
    "and": "&", "to": "k", "edges": "e", "edge_nouns": "@", "beside": "^", "alternate": "2", "every": "v", "clock": "c", "zones": "Z", "halves_of_day": "q",
    "noons": "C", "o_clock": "'", "eras": "E", "fillers": "g", "links": "w", "suffixes": "j", "towards": "u",
    "moments": "H", "several": "V", "just_past": "T", "just_ahead": "J", "ordinals": "o", "seasons": "F", "holidays": "O",
}  # fmt: skip
"""The letter of each group of calendar.yaml. Figures keep the letters of their shapes, see Lexeme."""

_MARKS = {",": ",", "(": "<", ")": ">", "-": "-", "\u2013": "-", "\u2014": "\u2014", ".": ";", "!": ";", "?": ";", "/": "/", ":": ":"}
_FRAMES = frozenset("_")


class Calendar(NamedTuple):
    """The time words of one language: letter and value of each word, words that need a capital, and word lists."""

    kinds: Mapping[str, str]
    values: Mapping[str, Any]
    capital: frozenset[str]
    small: Mapping[str, tuple[str, Any]]
    lists: Mapping[str, frozenset[str]]


@cache
def calendar(language: str) -> Calendar:
    """The time words of a language pack. Raises WordsError for a language without one."""
    pack: dict[str, Any] = packs.load(language, "calendar")
    kinds: dict[str, str] = {}
    values: dict[str, Any] = {}
    small: dict[str, tuple[str, Any]] = {}
    capital: set[str] = set()
    for group, letter in LETTERS.items():
        if group not in pack or letter == "_":
            continue
        words = pack[group]["words"]
        needs = set(pack[group].get("capital", ()))
        capital |= needs
        for word in words:
            value = words[word] if isinstance(words, dict) else None
            if word in needs or word not in capital:
                if word in kinds and word in needs:
                    small[word] = (kinds[word], values[word])
                elif word in kinds:
                    small[word] = (kinds[word], values[word])
                kinds[word], values[word] = letter, value
            else:
                small[word] = (letter, value)
    lists = {name: frozenset(pack[name]["words"]) for name, letter in LETTERS.items() if letter == "_" and name in pack}
    lists["short"] = frozenset(pack["months"].get("short", ()))
    return Calendar(kinds, values, frozenset(capital), small, lists)


def letters(lexemes: Sequence[Lexeme], text: str, words: Calendar) -> tuple[str, list[Any]]:
    """One letter a lexeme, and beside it what the word is worth."""
    kinds: list[str] = []
    values: list[Any] = []
    for place, lexeme in enumerate(lexemes):
        kind, value = _FIGURES.get(lexeme.shape, ""), None
        if lexeme.shape == "w":
            kind = words.kinds.get(lexeme.word, "_")
            if kind != "_":
                value = words.values[lexeme.word]
                kind, value = _reading(lexemes, place, text, words, kind, value)
        elif lexeme.shape == "p":
            kind = _MARKS.get(lexeme.word, "\u00b7")
        elif lexeme.shape == "R" and lexeme.number is not None and _year_range(lexeme):
            kind = "Y"
        kinds.append(kind)
        values.append(value)
    return "".join(kinds), values


def _opens(lexemes: Sequence[Lexeme], place: int) -> bool:
    """Does a sentence begin at a place, so that a capital says nothing?"""
    return place == 0 or lexemes[place - 1].shape == "b" or lexemes[place - 1].word in _SENTENCE_MARKS


def _is_marked(lexemes: Sequence[Lexeme], place: int, words: Calendar) -> bool:
    """Does a mark of time stand behind the word ("Minggu lalu")?"""
    return place + 1 < len(lexemes) and words.kinds.get(lexemes[place + 1].word, "_") in "bfi"


_SENTENCE_MARKS = frozenset(('.', '!', '?', ':', '"', '\u201c'))


def _is_counted(lexemes: Sequence[Lexeme], place: int, words: Calendar) -> bool:
    """Does a number stand before the word ("72 jam"), one that is not itself a time of day ("pukul 8 malam")?"""
    if not place or (lexemes[place - 1].shape not in "nR" and words.kinds.get(lexemes[place - 1].word) != "V"):
        return False
    return place < 2 or words.kinds.get(lexemes[place - 2].word) != "c"


_FIGURES = {"n": "n", "y": "y", "R": "R", "d": "d", "t": "t", "x": "x", "b": "\n"}


def _reading(lexemes: Sequence[Lexeme], place: int, text: str, words: Calendar, kind: str, value: Any) -> tuple[str, Any]:
    """A word with two readings: by its capital ("May", "Minggu"), by a number before it ("a second", "3 seconds")."""
    lexeme = lexemes[place]
    if lexeme.word in words.capital and not text[lexeme.start].isupper():
        return words.small.get(lexeme.word, ("_", None))
    if kind in "ocP" and lexeme.word in words.small and _is_counted(lexemes, place, words):
        return words.small[lexeme.word]
    if kind == "W" and lexeme.word in words.small and _opens(lexemes, place) and _is_marked(lexemes, place, words):
        return words.small[lexeme.word]
    if kind == "j" and (not place or lexemes[place - 1].end != lexeme.start):
        return "_", None
    return kind, value


_YEAR_RANGE = re.compile(r"(1[5-9]|20|21)[0-9][0-9][-\u2013](?:(?:1[5-9]|20|21)[0-9]{2}|[0-9]{2})")


def _year_range(lexeme: Lexeme) -> bool:
    """Is a range of figures one of years: 2014-2018, 2014-18?"""
    return _YEAR_RANGE.fullmatch(lexeme.word) is not None
