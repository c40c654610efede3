"""Status: whether an event is asserted, denied, only possible, planned or supposed, by the words before its trigger."""

from __future__ import annotations

from saksi.reading.events.scene import Scene, status_words
from saksi.reading.events.triggers import Trigger
from saksi.records import Statement
from saksi.records.event import EventStatus

_BEFORE: tuple[EventStatus, ...] = ("denied", "planned", "possible")

BEFORE = 6
"""Tokens before a trigger in which a negator, modal or verb of intent bears on it."""


def status(scene: Scene, trigger: Trigger, left: int, statement: Statement | None) -> EventStatus:
    """What the words around it make of an event; of who carries it, what the statement makes of its content."""
    own = _by_words(scene, trigger, left)
    if own != "asserted" or statement is None:
        return own
    if statement.polarity == "denied":
        return "denied"
    return "possible" if statement.certainty in ("possible", "probable") else "asserted"


def _by_words(scene: Scene, trigger: Trigger, left: int) -> EventStatus:
    lower = scene.laid.tokens.lower
    words = status_words(scene.laid.lang.code)
    begin = max(left, trigger.first - BEFORE)
    before = lower[begin : trigger.first]
    if any(word in words["hypothetical"] for word in lower[left : trigger.first]):
        return "hypothetical"
    for size in (3, 2, 1):
        for k in range(len(before) - size, -1, -1):
            phrase = " ".join(before[k : k + size])
            for name in _BEFORE:
                if phrase in words[name] and _bears(scene, begin + k + size, trigger):
                    return name
    return "asserted"


def _bears(scene: Scene, begin: int, trigger: Trigger) -> bool:
    """Whether no other clause or name comes between a word and the trigger that it bears on."""
    laid = scene.laid
    sets = laid.lang.singles
    for i in range(begin, trigger.first):
        word = laid.tokens.lower[i]
        if not laid.tokens.word(i) or any(word in sets[name] for name in ("but", "because", "while", "relative", "complementizers")):
            return False
        if not trigger.noun and scene.name_at(i) is not None:
            return False
    return True
