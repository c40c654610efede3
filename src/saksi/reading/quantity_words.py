"""The words that stand around figures, as tables: qualifiers, measures, currencies and what makes a number no figure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final, NamedTuple

from saksi.words import packs

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""Phrases by their key word, longest first: the words of each and what it is."""


class QuantityWords(NamedTuple):
    """`before` are qualifiers by their last word (least, most, about, reach, between); `after` by their first (parts)."""

    before: Phrases
    after: Phrases
    units: Phrases
    signs: Mapping[str, str]
    shorthands: Mapping[str, float]
    lists: Mapping[str, frozenset[str]]
    verb_prefixes: tuple[str, ...]
    times: frozenset[str]


@cache
def quantity_words(language: str) -> QuantityWords:
    """The tables of one language. Raises WordsError for a language without a pack."""
    pack: dict[str, Any] = packs.load(language, "numbers")
    calendar: dict[str, Any] = packs.load(language, "calendar")
    units: dict[str, Any] = packs.load_shared("units")
    qualifiers = [(_words(phrase), name) for name in ("least", "most", "about", "reach", "between") for phrase in pack[name]["phrases"]]
    measures: list[tuple[tuple[str, ...], str]] = [
        ((word,), unit) for table in ("measures", "currencies") for unit, words in units[table].items() for word in words
    ]
    measures += [(tuple(entry["words"]), entry["unit"]) for entry in units["phrases"]]
    lists = {name: frozenset(pack[name]["words"]) for name in _LISTS}
    lists |= {name: frozenset(pack["idioms"][name]) for name in ("before", "after", "after_one")}
    lists |= {
        "share_links": frozenset((*pack["shares"]["of"], *pack["shares"].get("links", ()))),
        "from": frozenset(pack["changes"]["from"]),
    }
    lists |= {name: frozenset(pack[name]["phrases"]) for name in ("to", "and")}
    lists["counted"] = frozenset(calendar["counted"]["words"])
    return QuantityWords(
        before=_by_key(qualifiers, -1),
        after=_by_key([(_words(phrase), "parts") for phrase in pack["parts"]["phrases"]], 0),
        units=_by_key(measures, 0),
        signs={sign: unit for unit, signs in units["signs"].items() for sign in signs},
        shorthands={word: float(worth) for word, worth in units["shorthands"]["words"].items()},
        lists=lists,
        verb_prefixes=tuple(pack["verb_prefixes"]["words"]),
        times=frozenset(word for group in ("units", "days", "weekdays", "months") for word in calendar[group]["words"]),
    )


_LISTS: Final = ("count_words", "ages", "numbered", "scores", "determiners", "leftover", "amounts", "classifiers", "changes")


def _words(phrase: str) -> tuple[str, ...]:
    """The lexemes of a phrase, a hyphen counted as one."""
    return tuple(re.findall(r"[\w']+|-", phrase))


def _by_key(entries: list[tuple[tuple[str, ...], str]], key: int) -> Phrases:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, name in entries:
        table.setdefault(words[key], []).append((words, name))
    return {word: tuple(sorted(found, key=lambda entry: -len(entry[0]))) for word, found in table.items()}
