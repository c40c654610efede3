"""The names of places below the states as lookup tables over their exact forms; it resolves none to a point on the map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import msgspec

from saksi.errors import WordsError
from saksi.words.forms import Forms
from saksi.words.packs import load_shared


class Places(msgspec.Struct, frozen=True, kw_only=True):
    """Provinces, cities, islands, regions, continents and seas by their exact, case-sensitive forms, of one or more words.

    `ambiguous` holds those of `names` that are also a given name, a surname or an everyday word ("Malang", "Austin"), so that
    the form alone proves nothing; `adjectives` those that are an English adjective or people ("European", "Gazans");
    `indonesian` those of the provinces, regencies, cities and towns of Indonesia.
    `forms` finds `names` in a text. States, capitals and bodies are not among them: look for those of `world()` first and let
    the longer form win, since "Afrika Selatan" and "Uni Eropa" hold names of this list.
    """

    names: frozenset[str]
    ambiguous: frozenset[str]
    adjectives: frozenset[str]
    indonesian: frozenset[str]
    forms: Forms


@cache
def places() -> Places:
    """The tables, read once. Raises WordsError where a list is no line of names parted by commas."""
    listed: Mapping[str, Any] = load_shared("places")
    names = frozenset(form for group, lists in listed.items() if group != "ambiguous" for form in _forms(group, lists))
    return Places(
        names=names,
        ambiguous=frozenset(_forms("ambiguous", listed["ambiguous"])),
        adjectives=frozenset(_forms("adjectives", listed["adjectives"])),
        indonesian=frozenset(_forms("indonesia", listed["indonesia"])),
        forms=Forms(names),
    )


def _forms(group: str, lists: object) -> Iterator[str]:
    """The names of a list, or of all lists of a group of lists."""
    if isinstance(lists, str):
        for form in map(str.strip, lists.split(",")):
            if not form:
                raise WordsError(f"word list places.yaml: {group} has a comma without a name before or behind it")
            yield form
    elif isinstance(lists, Mapping):
        for name, inner in lists.items():
            yield from _forms(f"{group}.{name}", inner)
    else:
        raise WordsError(f"word list places.yaml: {group} is no line of names: {lists!r}")
