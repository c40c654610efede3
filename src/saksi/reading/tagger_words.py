"""What the name tagger looks at in a word by itself: its letters, how it is written, the lists that hold it.

Each word is looked at once; what it gives is remembered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from saksi.limits import WORDS_REMEMBERED
from saksi.reading.language import language
from saksi.words.forenames import forenames
from saksi.words.packs import load_shared
from saksi.words.places import places
from saksi.words.world import world

NOTHING: Final = "\n"
"""Stands for the word before the first and behind the last of a sentence."""
_FIGURES: Final = re.compile(r"\d+")


@cache
def _gazetteer(code: str) -> dict[str, frozenset[str]]:
    """Words by what lists of names they occur in, each list under a short name."""
    known, towns = world(), places()
    given = load_shared("given_names")
    states, bodies = known.states_in[code], known.bodies_in[code]

    def split(forms: Iterator[str]) -> frozenset[str]:
        return frozenset(part for form in forms for part in form.split() if part[0].isupper())

    by_kind = {
        f"s{kind[0]}": split(form for form, meant in states.items() if meant.kind == kind)
        for kind in ("name", "demonym", "capital", "metonym")
    }
    return {
        **by_kind,
        "b": split(iter(bodies)),
        "n": split(iter(known.outlets)),
        "p": split(iter(towns.names)),
        "P1": frozenset(form for form in towns.names if " " not in form),
        "p?": frozenset(form for form in towns.ambiguous if " " not in form),
        "pa": towns.adjectives,
        "pi": split(iter(towns.indonesian)),
        "g": forenames(),
        "gf": frozenset(given["female"]),
        "gm": frozenset(given["male"]),
    }


_CLASSES: Final = {
    "role_heads": "R",
    "role_words": "r",
    "role_prefixes": "Rp",
    "ranks": "K",
    "rank_words": "k",
    "honorifics": "H",
    "institution_heads": "O",
    "institution_words": "o",
    "short_forms": "Os",
    "acronyms": "Oa",
    "establishments": "Oe",
    "company_heads": "Oc",
    "company_endings": "Ox",
    "companies": "Oc2",
    "bodies": "Ob",
    "collectives": "N",
    "name_particles": "np",
    "place_openers": "po",
    "place_endings": "pe",
    "territories": "pt",
    "villages": "pv",
    "media_nouns": "mn",
    "media_heads": "mh",
    "media_endings": "me",
    "organs": "or",
    "kin": "kin",
    "time_words": "t",
    "academic_degrees": "ad",
    "prepositions": "prep",
    "coordinators": "and",
    "determiners": "det",
    "small": "small",
}


@cache
def _classes(code: str) -> dict[str, tuple[str, ...]]:
    """Words in small letters, each with the short names of the classes of the language that list it."""
    found: dict[str, list[str]] = {}
    lang = language(code)
    for name, short in _CLASSES.items():
        for word in lang.singles.get(name, ()):
            found.setdefault(word, []).append(short)
    for word in lang.closed:
        found.setdefault(word, []).append("cl")
    for word, forms in lang.cues.items():
        if any(form.words == (word,) for form in forms):
            found.setdefault(word, []).append("cue")
    return {word: tuple(shorts) for word, shorts in found.items()}


@lru_cache(maxsize=WORDS_REMEMBERED)
def flags(code: str, word: str) -> tuple[str, ...]:
    """The lists that hold a word, by their short names; the case counts in lists of names only."""
    if not word[0].isalpha():
        return ()
    lower = word.lower()
    found = list(_classes(code).get(lower, ()))
    if word[0].isupper():
        titled = word.title() if word.isupper() and len(word) > 3 else word
        found += [short for short, listed in _gazetteer(code).items() if word in listed or titled in listed]
    elif language(code).noun_shaped(lower):
        found.append("ns")
    return tuple(found)


@lru_cache(maxsize=WORDS_REMEMBERED)
def case(word: str) -> str:
    """How a word is written: A all capitals, I an initial, T title, M mixed, a small, d with a figure, else the mark itself."""
    if word[0].isdigit():
        return "d"
    if not word[0].isalpha():
        return word[0]
    if word.islower():
        return "a"
    if len(word) == 1:
        return "I"
    if word.isupper():
        return f"A{min(len(word), 6)}"
    if word[0].isupper() and word[1:].islower():
        return "T"
    return "M"


def _far(code: str, word: str) -> tuple[str, ...]:
    """Features of a word two away."""
    return (f"w={_FIGURES.sub('0', word.lower())}", f"c={case(word)}", *(f"f={flag}" for flag in flags(code, word)))


def _near(code: str, word: str) -> tuple[str, ...]:
    """Features of a word right beside."""
    lower = word.lower()
    return (*_far(code, word), f"e={lower[-3:]}", f"e2={lower[-2:]}", f"b={lower[:3]}")


def _here(code: str, word: str) -> tuple[str, ...]:
    """Features of the word itself."""
    lower = _FIGURES.sub("0", word.lower())
    kind = case(word)
    found = [f"w={lower}", f"x={word}", f"c={kind}", f"l={min(len(word), 12)}"]
    listed = flags(code, word)
    found += [f"f={flag}" for flag in listed]
    found += [f"cf={kind},{flag}" for flag in listed]
    if not listed:
        found.append("f=0")
    if word[0].isalpha():
        found += [f"b{k}={lower[:k]}" for k in (2, 3, 4, 5) if len(lower) >= k]
        found += [f"e{k}={lower[-k:]}" for k in (1, 2, 3, 4, 5) if len(lower) >= k]
    if "-" in word:
        found.append("hyphen")
        found += [f"h={part.lower()}" for part in word.split("-")]
    if not word.isascii():
        found.append("foreign")
    return tuple(found)


_MAKERS: Final = {-2: _far, -1: _near, 0: _here, 1: _near, 2: _far}


def _word_features(code: str, word: str, offset: int) -> tuple[str, ...]:
    """Features of a word that stands `offset` away from the one that is looked at."""
    if word[0] == NOTHING:
        return (f"{offset}:none",)
    return tuple(f"{offset}:{feature}" for feature in _MAKERS[offset](code, word))


word_features = lru_cache(maxsize=WORDS_REMEMBERED)(_word_features)
