"""State places: whether a state's name means its land ("in Libya") or the state ("Rusia membantah"), by the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from saksi.reading.laid_out import LaidOut
from saksi.reading.place_names import Toponym, sets_of
from saksi.words.packs import load
from saksi.words.world import world

LONGEST_LIST: Final = 12
"""Names of a list, from comma to comma, behind which the word that opens it is looked for."""


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


def opens_land(laid: LaidOut, i: int) -> bool:
    """Whether a token before a state's name makes a land of it: "di", "ibukota", "yakni"."""
    return laid.tokens.lower[i] in _words(laid.lang.code).openers


def _opened(lower: Sequence[str], first: int, words: _Words) -> bool:
    """Whether a preposition of place stands before a name, over an article: "in the UK will be"."""
    before = first - 1 if first and lower[first - 1] != "the" else first - 2
    return before >= 0 and lower[before] in words.openers


def _behind_place(laid: LaidOut, first: int, words: _Words) -> bool:
    """Whether a name goes on after a place: "Aleppo, Suriah", "Kairo (Mesir)", "di Irak dan Suriah", "di Irak, Iran dan Suriah"."""
    tokens, joint = laid.tokens, first - 1
    if joint < 1 or tokens.lower[joint] not in words.joints:
        return False
    if tokens.words[joint] != "," and tokens.words[joint - 1] == ",":
        joint -= 1
    before = start = joint - 1
    if before < 0 or not tokens.capital(before):
        return False
    while start > 0 and tokens.capital(start - 1):
        start -= 1
    if tokens.words[joint] == "(" or (tokens.words[joint] == "," == tokens.words[first - 1] and not _is_state(laid, start, before)):
        return True
    openers = words.openers | sets_of(laid.lang.code).kinds_before
    return _opened_list(laid, start, openers)


def _is_state(laid: LaidOut, first: int, last: int) -> bool:
    """Whether tokens are a state's own name, so that a comma behind goes on with a list and not with what holds a place."""
    state = world().states_in[laid.lang.code].get(laid.tokens.slice(first, last))
    return state is not None and state.kind == "name"


def _opened_list(laid: LaidOut, first: int, openers: frozenset[str]) -> bool:
    """Whether the list of names to which a name belongs is opened by a word of place: "di Irak, Iran"."""
    tokens, i = laid.tokens, first
    for _ in range(LONGEST_LIST):
        if i < 2 or tokens.words[i - 1] != "," or not tokens.capital(i - 2):
            break
        i -= 2
        while i > 0 and tokens.capital(i - 1):
            i -= 1
    return i > 0 and tokens.lower[i - 1] in openers
