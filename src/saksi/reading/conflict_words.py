"""The words that make two figures or sentences speak of one thing, or keep them apart, of one language as sets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

from saksi.words.packs import load


class Phrases(NamedTuple):
    """Words and phrases of several words, to be looked for in a clause."""

    single: frozenset[str]
    several: tuple[str, ...]

    @classmethod
    def of(cls, listed: Iterable[str]) -> Phrases:
        forms = tuple(listed)
        return cls(frozenset(form for form in forms if " " not in form), tuple(f" {form} " for form in forms if " " in form))

    def within(self, words: Iterable[str], joined: str) -> bool:
        """Whether one stands among `words` (small letters), or in `joined`: the same words, a blank between and around."""
        return not self.single.isdisjoint(words) or any(phrase in joined for phrase in self.several)


class ConflictWords(NamedTuple):
    """One language's lists; what each holds is said in words/<language>/conflict.yaml."""

    states: Mapping[str, Phrases]
    casualties: Phrases
    anybody: frozenset[str]
    people: tuple[Phrases, ...]
    updates: Phrases
    parts: Phrases
    not_yet: Phrases
    negations: frozenset[str]
    wholes: Phrases
    other_times: Phrases
    where: frozenset[str]
    nowhere: frozenset[str]
    definite: frozenset[str]
    copulas: frozenset[str]
    pointers: frozenset[str]
    light: frozenset[str]
    opposites: frozenset[frozenset[str]]
    clause_words: frozenset[str]
    ended: frozenset[str]
    seen: frozenset[str]
    stands_in: frozenset[str]


@cache
def conflict_words(language: str) -> ConflictWords:
    """The lists of a language pack. Raises WordsError for a language without one."""
    pack: dict[str, Any] = load(language, "conflict")
    calendar: dict[str, Any] = load(language, "calendar")
    return ConflictWords(
        states={state: Phrases.of(forms) for state, forms in pack["states"].items()},
        casualties=Phrases.of(pack["casualties"]),
        anybody=frozenset(pack["anybody"]),
        people=tuple(Phrases.of(kind) for kind in pack["people"]),
        updates=Phrases.of(pack["updates"]),
        parts=Phrases.of(pack["parts"]),
        not_yet=Phrases.of(pack["not_yet"]),
        negations=frozenset(pack["negations"]),
        wholes=Phrases.of(pack["wholes"]),
        other_times=Phrases.of(pack["other_times"]),
        where=frozenset(pack["where"]),
        nowhere=frozenset((*pack["nowhere"], *calendar["weekdays"]["words"], *calendar["months"]["words"])),
        definite=frozenset(pack["definite"]),
        copulas=frozenset(pack["copulas"]),
        pointers=frozenset(pack["pointers"]),
        light=frozenset(pack["light"]),
        opposites=frozenset(frozenset(pair) for pair in pack["opposites"]),
        clause_words=frozenset(pack["clause_words"]),
        ended=frozenset(pack["ended"]),
        seen=frozenset(pack["seen"]),
        stands_in=frozenset(pack["stands_in"]),
    )
