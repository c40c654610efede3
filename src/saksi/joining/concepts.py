"""Turns words of either language into concepts, so that "gugatan" and "complaint" are one; words without one are stemmed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from functools import cache
from typing import Any, NamedTuple

from saksi.joining.shingles import folded
from saksi.words.affixes import english, nasal
from saksi.words.packs import LANGUAGES, load, load_shared

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LONGEST_PHRASE = 3
_SHORTEST_STEM = 4
"""Letters that a stem keeps at least."""
_PREFIXES = ("memper", "diper", "di", "ber", "ter", "pe", "ke", "se")
_ENDINGS = ("kannya", "annya", "inya", "kan", "nya", "an", "i")
_ENGLISH_ENDINGS = ("ations", "ation", "ings", "ing", "ers", "ies", "ed", "es", "er", "s", "ly", "e", "y")


class Concept(NamedTuple):
    """A concept where it stands in a string; `key` is the row of the table or the stem, `known` whether a row has it."""

    key: str
    start: int
    end: int
    known: bool


class Table(NamedTuple):
    """The table of joining.yaml for one language, forms and phrases in small letters."""

    forms: Mapping[str, str]
    light: frozenset[str]
    negations: frozenset[str]
    pointing: frozenset[str]
    subjects: frozenset[str]
    updates: frozenset[str]
    so_not: tuple[str, ...]
    not_so: tuple[str, ...]


def concepts(text: str, language: str, names: Set[str] = frozenset()) -> list[Concept]:
    """The words of a text that carry meaning, in order; figures, function words and negations left out.

    `names` are words that stay as they are, for a name has no stem.

    >>> [concept.key for concept in concepts("pesawat itu mengangkut gula", "id")]
    ['plane', 'carry', 'sugar']
    """
    known = table(language)
    words = list(_WORD.finditer(text))
    spelt = [folded(word[0]) for word in words]
    found: list[Concept] = []
    place = 0
    while place < len(words):
        length, key = _row(spelt, place, known)
        start, end = words[place].start(), words[place + length - 1].end()
        word = spelt[place]
        if key is not None:
            found.append(Concept(key, start, end, True))
        elif word not in known.light and word not in known.negations and len(word) > 1:
            bare = word.removesuffix("'s")
            found.append(Concept(bare if bare in names else _stem(bare, language), start, end, False))
        place += length
    return found


def bare_words(text: str) -> list[str]:
    """All words of a text in small letters, function words too."""
    return [folded(word[0]) for word in _WORD.finditer(text)]


@cache
def table(language: str) -> Table:
    """The words that join, of one language; a language without a pack is read with English's."""
    language = language if language in LANGUAGES else "en"
    lists: dict[str, Any] = load_shared("joining")
    forms: dict[str, str] = {}
    rows = [(str(key), str(lemma)) for group in lists["groups"].values() for key, row in group["pairs"].items() for lemma in row[language]]
    for key, lemma in rows:
        forms.setdefault(lemma, key)
    for key, lemma in rows:
        for form in _forms(lemma, language):
            forms.setdefault(form, key)
    groups = (group for group in load(language, "functionwords").values() if isinstance(group, dict))
    closed = {str(form) for group in groups for form in group.get("forms", ())}
    negations = frozenset(map(str, lists["negations"][language]))
    light = (closed | set(map(str, lists["light"][language])) | _numbers(language) | _calendar(language)) - set(forms)
    contrasts = lists["contrasts"][language]
    return Table(
        forms=forms,
        light=frozenset(light - negations),
        negations=negations,
        pointing=frozenset(lists["pointing"][language]),
        subjects=frozenset(lists["subjects"][language]),
        updates=frozenset(lists["updates"][language]),
        so_not=tuple(contrasts["so_not"]),
        not_so=tuple(contrasts["not_so"]),
    )


@cache
def opposites(sort: str) -> Mapping[str, frozenset[str]]:
    """Concept -> those that exclude it; `sort` is weather or others."""
    found: dict[str, set[str]] = {}
    for a, b in load_shared("joining")["opposites"][sort]:
        found.setdefault(a, set()).add(b)
        found.setdefault(b, set()).add(a)
    return {key: frozenset(others) for key, others in found.items()}


def _row(spelt: list[str], place: int, known: Table) -> tuple[int, str | None]:
    """The longest phrase of the table that begins here: how many words it has, and its row."""
    for length in range(min(_LONGEST_PHRASE, len(spelt) - place), 0, -1):
        phrase = " ".join(spelt[place : place + length])
        if phrase in known.forms:
            return length, known.forms[phrase]
    word = spelt[place]
    for form in _simpler(word):
        if form in known.forms:
            return 1, known.forms[form]
    return 1, None


def _simpler(word: str) -> Iterator[str]:
    """A word without what hangs on it: a possessive, the Indonesian enclitics and particles, a doubled half ("rumah-rumah")."""
    for ending in ("'s", "nya", "lah", "kah", "pun", "ku", "mu"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM - 1:
            yield word[: -len(ending)]
    first, _, second = word.partition("-")
    if second and first == second:
        yield first
    elif second:
        yield second


def _forms(lemma: str, language: str) -> Iterator[str]:
    yield lemma
    if " " in lemma:
        return
    if language == "en":
        yield from english(lemma)
        yield from (f"{lemma}'s", f"{lemma}s'")
        return
    stem = nasal(lemma) if len(lemma) > 1 and lemma.isalpha() else lemma
    for ending in ("", "kan", "i"):
        yield stem + ending
        for prefix in ("di", "ter", "memper", "diper"):
            yield prefix + lemma + ending
    yield from ("ber" + lemma, "pe" + stem.removeprefix("me"), lemma + "an", lemma + "kan")
    yield from ("pe" + stem.removeprefix("me") + "an", "ke" + lemma + "an", "per" + lemma + "an")


def _stem(word: str, language: str) -> str:
    """A word without its commonest affixes; the same word always gives the same stem, which need be no word."""
    endings = _ENDINGS if language == "id" else _ENGLISH_ENDINGS
    if language == "id":
        for prefix in _PREFIXES:
            if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST_STEM:
                word = word[len(prefix) :]
                break
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def _numbers(language: str) -> set[str]:
    pack = load(language, "numbers")
    return {str(word) for group in ("addends", "teens", "multipliers", "scales", "wholes") for word in pack[group]["words"]}


def _calendar(language: str) -> set[str]:
    calendar = load(language, "calendar")
    return {str(word) for group in ("weekdays", "months") for word in calendar[group]["words"]}
