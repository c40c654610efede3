"""The number words of a language as tables, and what digits with marks are worth by the marks of a language or a text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from saksi.reading.lexeme import Lexeme
from saksi.words import packs


class Numbers(NamedTuple):
    """The number words of one language: `roles` names what a word does, `worth` what it is worth.

    After a `hyphened` word and a hyphen a figure is a number of its own ("29 Mei-20 Juni", "semester I-2020", "mid-2023").
    `vague` counts have a least and perhaps a greatest; `shares` and the words `behind` a number divide one ("dua pertiga");
    `out_of_these` are the only wholes of "satu dari lima", any where empty, and `not_behind` the words that make it a count
    ("salah satu dari lima"); `lasting` are units of time, which are no shares ("one in five minutes").
    """

    roles: Mapping[str, str]
    worth: Mapping[str, float]
    thousands: str
    decimal: str
    grouped: re.Pattern[str]
    hyphened: frozenset[str]
    vague: Mapping[str, tuple[float, float | None]]
    with_of: frozenset[str]
    some: frozenset[str]
    shares: Mapping[str, float]
    behind: Mapping[str, float]
    of: frozenset[str]
    out_of: frozenset[str]
    out_of_these: frozenset[float]
    not_behind: frozenset[str]
    lasting: frozenset[str]
    articles_open: bool


@cache
def numbers(language: str) -> Numbers:
    """The number words of a language pack. Raises WordsError for a language without one."""
    pack: dict[str, Any] = packs.load(language, "numbers")
    roles: dict[str, str] = {}
    worth: dict[str, float] = {}
    for group in ("addends", "teens", "multipliers", "scales", "wholes", "halves"):
        for word, value in pack[group]["words"].items():
            roles[word] = group
            worth[word] = float(value)
    roles.update((word, "joins") for word in pack["joins"]["words"])
    roles.update((word, "articles") for word in pack["articles"]["words"])
    shares, vague = pack["shares"], pack["vague"]
    roles.update((word, "loose") for word in (*vague["words"], *pack["some"]["words"], *shares["words"]))
    thousands, decimal = pack["digits"]["thousands"], pack["digits"]["decimal"]
    grouped = re.compile(rf"[0-9]{{1,3}}(?:{re.escape(thousands)}[0-9]{{3}})+(?:{re.escape(decimal)}[0-9]+)?")
    calendar: dict[str, Any] = packs.load(language, "calendar")
    hyphened = frozenset(word for group in ("months", "ordinals", "edges") for word in calendar[group]["words"])
    return Numbers(
        roles=roles,
        worth=worth,
        thousands=thousands,
        decimal=decimal,
        grouped=grouped,
        hyphened=hyphened,
        vague={word: (float(ends[0]), float(ends[1]) if len(ends) > 1 else None) for word, ends in vague["words"].items()},
        with_of=frozenset(vague.get("with_of", ())),
        some=frozenset(pack["some"]["words"]),
        shares={word: float(parts) for word, parts in shares["words"].items()},
        behind={word: float(parts) for word, parts in shares["behind"].items()},
        of=frozenset(shares["of"]),
        out_of=frozenset(shares["out_of"]),
        out_of_these=frozenset(map(float, shares["out_of_these"])),
        not_behind=frozenset(shares["not_behind"]),
        lasting=frozenset((*calendar["units"]["words"], *calendar["days"]["words"])),
        articles_open=bool(pack["articles"]["words"]),
    )


def _swapped(words: Numbers) -> Numbers:
    """The same words with the marks of the other convention."""
    thousands, decimal = words.decimal, words.thousands
    grouped = re.compile(rf"[0-9]{{1,3}}(?:{re.escape(thousands)}[0-9]{{3}})+(?:{re.escape(decimal)}[0-9]+)?")
    return words._replace(thousands=thousands, decimal=decimal, grouped=grouped)


def as_written(cut: Sequence[Lexeme], words: Numbers) -> Numbers:
    """The marks by the text's own use: the other convention's where figures can only be that and none can only be this one."""
    figures = [lexeme.word for lexeme in cut if lexeme.shape == "n" and not lexeme.word.isdigit()]
    if not figures:
        return words
    other = _swapped(words)
    if any(_only_by(words, figure) for figure in figures) or not any(_only_by(other, figure) for figure in figures):
        return words
    return other


def _only_by(words: Numbers, figure: str) -> bool:
    """Can a figure be written by these marks alone: 1.234.567 or 1.234,5 with points for thousands, 3,5 with a comma for tenths?"""
    if figure.count(words.thousands) > 1 or (words.thousands in figure and words.decimal in figure):
        return words.grouped.fullmatch(figure) is not None
    whole, mark, tenths = figure.partition(words.decimal)
    return mark != "" and whole.isdigit() and len(tenths) == 1


def worth_of(figure: str, words: Numbers) -> float | None:
    """What digits with marks are worth ("1.500" is 1500 in Indonesian and 1.5 in English), None if they are no number."""
    if figure.isdigit():
        return float(figure)
    if words.grouped.fullmatch(figure):
        return float(figure.replace(words.thousands, "").replace(words.decimal, "."))
    if figure.count(words.decimal) == 1 and words.thousands not in figure:
        return float(figure.replace(words.decimal, "."))
    if figure.count(words.thousands) == 1 and words.decimal not in figure and words.thousands == ".":
        return float(figure)
    return None
