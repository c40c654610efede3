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


class Groups(NamedTuple):
    """Words and phrases that each belong to one group, to be looked for in a clause all at once."""

    single: Mapping[str, str]
    several: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, listed: Mapping[str, Iterable[str]]) -> Groups:
        forms = [(form, group) for group, members in listed.items() for form in members]
        several = tuple((f" {form} ", group) for form, group in forms if " " in form)
        return cls({form: group for form, group in forms if " " not in form}, several)

    def within(self, words: Iterable[str], joined: str) -> frozenset[str]:
        """The groups that `words` (small letters) belong to, or phrases of `joined`: the same words, a blank between and around."""
        found = {self.single[word] for word in words if word in self.single}
        found.update(group for phrase, group in self.several if phrase in joined)
        return frozenset(found)


class ConflictWords(NamedTuple):
    """One language's lists; what each holds is said in words/<language>/conflict.yaml."""

    states: Groups
    casualties: Phrases
    anybody: frozenset[str]
    people: Groups
    updates: Phrases
    parts: Phrases
    not_yet: Phrases
    negations: frozenset[str]
    half_negated: Phrases
    wholes: Phrases
    counters: frozenset[str]
    there_are: frozenset[str]
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
    own: frozenset[str]
    nothing: tuple[str, ...]
    none_of: tuple[str, ...]
    any_number: tuple[str, ...]
    but_one: frozenset[tuple[str, ...]]
    loads: frozenset[str]
    days: frozenset[str]
    bases: Mapping[str, str]


@cache
def conflict_words(language: str) -> ConflictWords:
    """The lists of a language pack. Raises WordsError for a language without one."""
    pack: dict[str, Any] = load(language, "conflict")
    calendar: dict[str, Any] = load(language, "calendar")
    return ConflictWords(
        states=Groups.of(pack["states"]),
        casualties=Phrases.of(pack["casualties"]),
        anybody=frozenset(pack["anybody"]),
        people=Groups.of({kind[0]: kind for kind in pack["people"]}),
        updates=Phrases.of(pack["updates"]),
        parts=Phrases.of(pack["parts"]),
        not_yet=Phrases.of(pack["not_yet"]),
        negations=frozenset(form for word in pack["negations"] for form in (word, word.replace("'", "’"))),
        half_negated=Phrases.of(pack["half_negated"]),
        wholes=Phrases.of(pack["wholes"]),
        counters=frozenset(pack["counters"]),
        there_are=frozenset(pack["there_are"]),
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
        own=frozenset(pack["own"]),
        nothing=tuple(pack["nothing"]),
        none_of=tuple(pack["none_of"]),
        any_number=tuple(pack["any_number"]),
        but_one=frozenset(tuple(phrase.split()) for phrase in pack["but_one"]),
        loads=frozenset(pack["loads"]),
        days=frozenset((*calendar["weekdays"]["words"], *calendar["months"]["words"])),
        bases=_bases(language),
    )


def _bases(language: str) -> dict[str, str]:
    """The base of every irregular past: "went" gives "go"; empty for a language that does not inflect its verbs."""
    verbs: dict[str, Any] = load(language, "irregular_verbs") if language == "en" else {}
    return {form: base for base, forms in verbs.items() for form in forms}
