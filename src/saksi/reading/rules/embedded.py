"""Embedded clauses: how far a content reaches whose verb stands in a relative or subordinate clause."""

from __future__ import annotations

from typing import Final

from saksi.reading.drafts import Hit
from saksi.reading.marks import MARKS
from saksi.reading.rules.scene import Scene
from saksi.reading.subjects import Subject


def relative_end(scene: Scene, hit: Hit) -> int | None:
    """Last token of a relative clause that commas enclose ("The mayor, who warned that …, resigned"), None for another."""
    words = scene.laid.tokens.words
    relative = next(
        (i for i in range(hit.first - 1, scene.first, -1) if scene.laid.tokens.lower[i] in scene.laid.lang.singles["relative"]), -1
    )
    if relative <= scene.first or words[relative - 1] != ",":
        return None
    for i in range(hit.last + 1, scene.right + 1):
        if words[i] == "," and scene.laid.quote_of[i] < 0:
            return i - 1
        if words[i - 1] == "," and words[i] in MARKS and scene.laid.closing.get(scene.laid.quote_of[i]) == i:
            return i
    return None


def in_relative(scene: Scene, hit: Hit) -> bool:
    """Whether a coordinated English verb goes on in a relative clause ("who served and thought of himself as a clerk, told …")."""
    laid = scene.laid
    if laid.lang.code != "en":
        return False
    for i in range(hit.first - 1, scene.first, -1):
        if laid.tokens.words[i] == "," and laid.quote_of[i] < 0:
            return False
        if laid.tokens.lower[i] == "who":
            return laid.tokens.words[i - 1] == ","
    return False


def subordinate_end(scene: Scene, hit: Hit, subject: Subject) -> int | None:
    """Last token of an English clause that opens its sentence with a conjunction ("While he opposes a raid, his aides …"), else None."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    first = scene.first
    while first < subject.first and not laid.tokens.word(first):
        first += 1
    opens = any(lower[first] in sets[name] for name in ("because", "while", "but")) and lower[first] not in COORDINATING
    if laid.lang.code != "en" or not opens or subject.first < 0 or subject.first - first > 2:
        return None
    return next((i - 1 for i in range(hit.last + 1, scene.right) if laid.tokens.words[i] == "," and laid.quote_of[i] < 0), None)


COORDINATING: Final = ("but", "yet", "however")
"""Words that set one main clause against another and subordinate none."""


def whom_relative(scene: Scene, hit: Hit) -> bool:
    """ "whom the tabloids call …": the clause says something of its antecedent, nobody says anything."""
    lower, words = scene.laid.tokens.lower, scene.laid.tokens.words
    for i in range(hit.first - 1, scene.first, -1):
        if words[i] in ",;" or scene.laid.quote_of[i] >= 0:
            return False
        if lower[i] == "whom":
            return True
    return False
