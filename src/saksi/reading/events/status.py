"""Status: whether an event is asserted, denied, possible, planned or supposed, by the words before it and by who carries it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from saksi.reading.events.parts import Row
from saksi.reading.events.scene import Scene
from saksi.reading.events.triggers import Trigger
from saksi.records import Statement
from saksi.records.event import EventStatus
from saksi.words.frame_cues import StatusCue, status_cues

BEFORE: Final = 7
"""Tokens before a trigger in which a negator, modal or verb of intent bears on it."""

_RANK: Final[dict[EventStatus, int]] = {"denied": 0, "hypothetical": 1, "planned": 2, "possible": 3, "asserted": 4}


def carried(statement: Statement | None, denied: frozenset[str]) -> EventStatus:
    """What the statement that carries an event makes of it; `denied` are the statements that another denies."""
    if statement is None:
        return "asserted"
    if statement.polarity == "denied" or statement.id in denied:
        return "denied"
    return "possible" if statement.certainty in ("possible", "probable") else "asserted"


def by_words(row: Row, n: int, light: int) -> EventStatus:
    """What the words around the trigger at part `n` make of it; `light` is the part of the verb that carries a noun, or -1."""
    if (n, light) in row.told:
        return row.told[n, light]
    row.told[n, light] = status = _by_words(row, n, light)
    return status


def _by_words(row: Row, n: int, light: int) -> EventStatus:
    scene, trigger = row.scene, row.parts[n].trigger
    assert trigger is not None  # noqa: S101 - only triggers are asked for
    found = [_before(scene, row, trigger.first, noun=trigger.noun)]
    if light >= 0:
        found.append(_before(scene, row, row.parts[light].first, noun=False))
    first, last = row.parts[0].first, row.parts[-1].last
    if scene.laid.tokens.words[last] == "?" or any(scene.laid.tokens.words[i] == "?" for i in range(trigger.last, last + 1)):
        found.append("possible")
    if _supposed(scene, first, trigger):
        found.append("hypothetical")
    return min(found, key=_RANK.__getitem__)


def _supposed(scene: Scene, first: int, trigger: Trigger) -> bool:
    """Whether a condition opens the clause of a trigger."""
    lower, words = scene.laid.tokens.lower, scene.laid.tokens.words
    cues = status_cues(scene.laid.lang.code)
    i = trigger.first - 1
    while i >= first and words[i] not in (",", ";", ":", ".", '"', "“", "”") and lower[i] not in scene.laid.lang.singles["but"]:
        if any(cue.scope == "clause" and cue.status == "hypothetical" and _stands(cue, lower, i) for cue in cues.get(lower[i], ())):
            return True
        i -= 1
    return False


def _before(scene: Scene, row: Row, at: int, *, noun: bool) -> EventStatus:
    """The strongest status that a cue before a token gives it."""
    lower = scene.laid.tokens.lower
    cues = status_cues(scene.laid.lang.code)
    begin = max(row.parts[0].first, at - BEFORE)
    best: EventStatus = "asserted"
    too = scene.words["noun_too"]
    i = begin
    while i < at:
        cue = next((one for one in cues.get(lower[i], ()) if _fits(one, lower, i, at, noun=noun, nouns_too=too)), None)
        if cue is None:
            i += 1
            continue
        end = i + len(cue.words) + (_tail(cue, lower, i, at) or 0)
        if _RANK[cue.status] < _RANK[best] and _bears(scene, end, at, noun=noun, cue=cue):
            best = cue.status
        i += len(cue.words)
    return best


def _fits(cue: StatusCue, lower: Sequence[str], i: int, at: int, *, noun: bool, nouns_too: frozenset[str]) -> bool:
    if cue.status == "asserted" or (cue.scope == "clause" and cue.status == "hypothetical"):
        return False
    if noun and cue.scope == "verb" and " ".join(cue.words) not in nouns_too:
        return False
    if not noun and cue.scope == "noun":
        return False
    return i + len(cue.words) <= at and _stands(cue, lower, i) and (not cue.tail or _tail(cue, lower, i, at) is not None)


def _stands(cue: StatusCue, lower: Sequence[str], i: int) -> bool:
    return len(cue.words) == 1 or tuple(lower[i : i + len(cue.words)]) == cue.words


def _tail(cue: StatusCue, lower: Sequence[str], i: int, at: int) -> int | None:
    for k in range(i + len(cue.words) + 1, at):
        if tuple(lower[k : k + len(cue.tail)]) == cue.tail and cue.tail:
            return k + len(cue.tail) - i - len(cue.words)
    return None


def _bears(scene: Scene, begin: int, at: int, *, noun: bool, cue: StatusCue) -> bool:
    """Whether no other clause, name or verb comes between a cue and the trigger that it bears on."""
    laid = scene.laid
    sets = laid.lang.singles
    verbs = 0
    for i in range(begin, at):
        word = laid.tokens.lower[i]
        if not laid.tokens.word(i) and word not in ("-", "'s", "’s"):
            return False
        if any(word in sets[name] for name in ("but", "because", "while", "relative", "complementizers")):
            return False
        if i in scene.inside and not noun and cue.scope != "clause":
            return False
        if word in sets["coordinators"] and verbs == 0 and begin + 1 < i:
            return False
        adjective = noun and cue.status == "possible" and cue.words[-1] != "of"
        if laid.lang.code == "en" and (adjective or not noun) and (word in sets["articles"] or word in sets["possessives"]):
            return False
    return True
