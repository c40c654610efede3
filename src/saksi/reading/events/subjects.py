"""Subjects: who does what a verb tells, by what stands before it in its sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from saksi.reading.events.parts import Part, Row

DEPTH: Final = 6
"""Verbs over which one subject is handed on ("X came, saw and won")."""


@dataclass(slots=True, eq=False)
class Sides:
    """Entity ids, and the parts that stand for pronouns; `event` is the noun of an event that is the subject.

    `shared` is the verb whose subject this is too ("bombed the town, killing ten").
    """

    who: list[str] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)
    event: Part | None = None
    shared: Part | None = None
    known: bool = False

    def add(self, part: Part) -> None:
        self.known = True
        self.parts.append(part)
        self.who += [one for one in part.who if one not in self.who]


def subject_of(row: Row, n: int, depth: int = 0) -> Sides:
    """Who does what the verb at part `n` tells, by what stands before it."""
    parts = row.parts
    j = n - 1
    joined = marked = False
    while j >= 0 and parts[j].sort in ("skip", "comma", "and", "preposition"):
        sort = parts[j].sort
        if sort == "and":
            joined = True
        elif sort == "comma":
            marked = True
        elif sort == "preposition" and not marked:
            break
        j -= 1
    if j < 0 or depth > DEPTH:
        return Sides()
    if parts[j].sort == "preposition":
        return _led(row, j, n, depth)
    if joined or (marked and _gerund(row, n)):
        shared = _verb_before(row, j)
        if shared >= 0:
            found = subject_of(row, shared, depth + 1)
            found.shared = parts[shared] if not joined else None
            return found
    if parts[j].sort == "relative":
        return _antecedent(row, j - 1)
    if marked and not joined:
        j = _over_apposition(row, j)
    found = _nearest(row, j, depth)
    gerund = row.scene.laid.lang.code == "en" and _gerund(row, n)
    if gerund and not found.who and found.event is None and not any(part.pronoun for part in found.parts):
        shared = _verb_before(row, j)
        if shared >= 0 and shared != n:
            return subject_of(row, shared, depth + 1)
    return found


def _gerund(row: Row, n: int) -> bool:
    trigger = row.parts[n].trigger
    word = row.scene.laid.tokens.lower[row.parts[n].first]
    return word.endswith("ing") if trigger is None else trigger.form.voice == "gerund" or (row.scene.laid.lang.code == "id")


def _nearest(row: Row, j: int, depth: int) -> Sides:
    """The free phrase that stands nearest before, with those joined to it."""
    parts = row.parts
    bound: Part | None = None
    while j >= 0:
        part = parts[j]
        if part.sort == "noun":
            if not _led_by(row, j):
                return Sides(event=part, known=True)
        elif part.sort == "phrase" and part.modifies:
            pass
        elif part.sort == "phrase":
            chain = _chain_left(row, j)
            lead = lead_of(row, chain[-1])
            if lead is None:
                verb = _object_of(row, chain[-1])
                if verb >= 0 and _in_relative(row, verb):
                    return _antecedent(row, _relative_before(row, verb) - 1)
                return _taken(row, chain, bound)
            if lead in row.scene.words["belongs"] and bound is None:
                bound = part
            elif lead not in row.scene.words["belongs"]:
                bound = None
            j = chain[-1] - 1
        elif part.sort == "verb":
            relative = _relative_before(row, j)
            if relative > 0:
                return _antecedent(row, relative - 1)
            return subject_of(row, j, depth + 1)
        elif part.sort in ("opener", "end"):
            break
        elif part.sort == "relative":
            return _antecedent(row, j - 1)
        j -= 1
    return Sides()


def _taken(row: Row, chain: list[int], bound: Part | None) -> Sides:
    found = Sides(known=True)
    for k in reversed(chain):
        found.add(row.parts[k])
    if not found.who and not any(part.pronoun for part in found.parts) and bound is not None:
        found.add(bound)
    return found


def _chain_left(row: Row, j: int) -> list[int]:
    """Phrases joined by "and" or commas that end at part `j`, the last first."""
    parts, chain = row.parts, [j]
    ands = 0
    while True:
        k = chain[-1] - 1
        comma = False
        while k >= 0 and parts[k].sort in ("and", "comma"):
            ands += parts[k].sort == "and"
            comma = True
            k -= 1
        if not comma or k < 0 or parts[k].sort != "phrase" or parts[k].modifies or not (parts[k].who and ands):
            return chain
        chain.append(k)


def lead_of(row: Row, k: int) -> str | None:
    """The preposition before a phrase, None for none; adverbs between count for nothing."""
    k -= 1
    while k >= 0 and row.parts[k].sort == "skip":
        k -= 1
    if k >= 0 and row.parts[k].sort == "preposition":
        return row.scene.laid.tokens.lower[row.parts[k].first]
    return None


def _led_by(row: Row, k: int) -> bool:
    """Whether a noun of an event stands behind a preposition, over what describes it."""
    while k > 0 and row.parts[k - 1].sort in ("phrase", "skip") and (row.parts[k - 1].modifies or row.parts[k - 1].sort == "skip"):
        k -= 1
    return k > 0 and row.parts[k - 1].sort == "preposition"


def _object_of(row: Row, k: int) -> int:
    """The verb right before a phrase, -1 for none."""
    k -= 1
    while k >= 0 and row.parts[k].sort == "skip":
        k -= 1
    return k if k >= 0 and row.parts[k].sort == "verb" else -1


def _relative_before(row: Row, verb: int) -> int:
    k = verb - 1
    while k >= 0 and row.parts[k].sort == "skip":
        k -= 1
    return k if k >= 0 and row.parts[k].sort == "relative" else -1


def _in_relative(row: Row, verb: int) -> bool:
    return _relative_before(row, verb) > 0


def _verb_before(row: Row, j: int) -> int:
    """The nearest verb of the clause at or before a part that is not inside a relative clause; -1 for none."""
    while j >= 0:
        if row.parts[j].sort == "verb" and not _in_relative(row, j) and not _said_behind(row, j):
            return j
        if row.parts[j].sort in ("end", "opener"):
            return -1
        j -= 1
    return -1


def _said_behind(row: Row, j: int) -> bool:
    """A verb of speech whose speaker stands behind what is said (", said the general, and killed")."""
    return row.parts[j].first in row.scene.cues and j > 0 and row.parts[j - 1].sort in ("comma", "end")


def _led(row: Row, preposition: int, n: int, depth: int) -> Sides:
    """Behind "to" the one who is asked or the subject; behind "of" the one who is accused; behind "by" the subject."""
    parts = row.parts
    verb = _verb_before(row, preposition - 1)
    before = preposition - 1
    if before >= 0 and parts[before].sort == "phrase" and lead_of(row, before) is None and verb >= 0 and verb == _object_of(row, before):
        trigger = parts[verb].trigger
        governed = trigger is not None and trigger.form.frame.embeds is not None and not trigger.passive
        lower = row.scene.laid.tokens.lower[parts[preposition].first]
        if governed and lower in row.scene.words["accused_of"]:
            return _taken(row, [before], None)
    if verb >= 0:
        return subject_of(row, verb, depth + 1)
    return _nearest(row, preposition - 1, depth)


def _antecedent(row: Row, j: int) -> Sides:
    """Whom a relative pronoun means: the phrase before it, over where that is."""
    parts = row.parts
    while j >= 0 and parts[j].sort in ("comma", "skip"):
        j -= 1
    while j >= 0 and parts[j].sort in ("phrase", "noun"):
        lead = lead_of(row, j)
        if parts[j].sort == "noun" and (lead is None or not parts[j].modifies):
            return Sides(event=parts[j], known=True)
        if lead is None or (lead not in row.scene.words["placed"] and parts[j].who and lead in row.scene.words["belongs"]):
            chain = _chain_left(row, j)
            return _taken(row, chain if lead is None and len(chain) > 1 else [j], None)
        if parts[j].who and not parts[j].place:
            return _taken(row, [j], None)
        j -= 2
        while j >= 0 and parts[j].sort == "skip":
            j -= 1
    return Sides()


def _over_apposition(row: Row, j: int) -> int:
    """From the comma behind an apposition to the phrase before it: "Harbour Trust, the second-largest bank, denied"."""
    parts = row.parts
    k = j
    while k >= 0 and parts[k].sort not in ("comma", "end", "opener"):
        if parts[k].sort == "verb" and _relative_before(row, k) < 0 and not _participial(row, k) and not _described(row, k):
            return j
        k -= 1
    if k > 0 and parts[k].sort == "comma":
        before = k - 1
        while before >= 0 and parts[before].sort == "skip":
            before -= 1
        if before >= 0 and parts[before].sort in ("phrase", "noun") and not _opens(row, before):
            return before
    return j


def _participial(row: Row, k: int) -> bool:
    """A verb right behind a comma, that only describes ("X, based in Y, attacked")."""
    return k > 0 and row.parts[k - 1].sort in ("comma", "skip")


def _described(row: Row, k: int) -> bool:
    """A participle in an apposition with an article ("X, a body linked to Y, investigated")."""
    before = k - 1
    if before < 1 or row.parts[before].sort != "phrase" or row.parts[before - 1].sort != "comma":
        return False
    return row.scene.laid.tokens.lower[row.parts[before].first] in row.scene.laid.lang.singles["articles"]


def _opens(row: Row, before: int) -> bool:
    """Whether a phrase only opens the sentence, behind a preposition ("In Tripoli, rebels, ...")."""
    return before <= 1 and lead_of(row, before) is not None
