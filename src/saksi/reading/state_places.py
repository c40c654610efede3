"""State places: whether a state's name means its land ("in Libya") or the state ("Rusia membantah"), by the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from saksi.reading.laid_out import LaidOut
from saksi.reading.place_names import Toponym, sets_of
from saksi.words.packs import load


class _Words(NamedTuple):
    openers: frozenset[str]
    acts: frozenset[str]
    acts_on: frozenset[str]
    joints: frozenset[str]


@cache
def _words(code: str) -> _Words:
    listed = load(code, "place_words")
    return _Words(*(frozenset(listed[name]) for name in ("land_before", "acts", "acts_on", "joints")))


def is_land(laid: LaidOut, name: Toponym) -> bool:
    """Whether a state's name means the land.

    English names its states' deeds by a verb behind ("China has sent") or by a longer name ("United States Army"), and all
    else is land; Indonesian has no adjective, so that a state behind a noun is the state ("militer Suriah"), and only a
    preposition, a word of place or a comma makes it a land ("di Suriah", "Aleppo, Suriah").
    """
    words = _words(laid.lang.code)
    lower = laid.tokens.lower
    if _opened(lower, name.first, words):
        return True
    if laid.lang.code == "id":
        return _behind_place(laid, name.first, words)
    behind = name.last + 1
    if name.first and lower[name.first - 1] in words.acts_on:
        return False
    if behind >= len(lower):
        return True
    if laid.tokens.words[behind][0].isupper() or lower[behind] == "$":
        return False
    return lower[behind] not in words.acts and laid.lang.cue_at(lower, behind) is None


def _opened(lower: Sequence[str], first: int, words: _Words) -> bool:
    """Whether a preposition of place stands before a name, over an article: "in the UK will be"."""
    before = first - 1 if first and lower[first - 1] != "the" else first - 2
    return before >= 0 and lower[before] in words.openers


def _behind_place(laid: LaidOut, first: int, words: _Words) -> bool:
    """Whether a name goes on after a place: "Aleppo, Suriah", "Kairo (Mesir)", "di Irak dan Suriah"."""
    tokens = laid.tokens
    if first < 2 or tokens.lower[first - 1] not in words.joints:
        return False
    before = first - 2
    start = before
    while start > 0 and tokens.capital(start) and tokens.capital(start - 1):
        start -= 1
    if not tokens.capital(before):
        return False
    openers = words.openers | sets_of(laid.lang.code).kinds_before
    return tokens.words[first - 1] in ",(" or (start > 0 and tokens.lower[start - 1] in openers)
