"""Governed: the event inside whose asking, promise, threat, refusal or accusation another event is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from saksi.reading.events.parts import Part, Row
from saksi.reading.events.sides import is_predicate
from saksi.reading.events.status import by_words
from saksi.reading.marks import GENITIVES
from saksi.records.event import EventStatus
from saksi.words.frame_cues import status_cues
from saksi.words.frames import plover


@dataclass(frozen=True, slots=True)
class Governor:
    """The part of the governing trigger and what it makes of what it governs; `absorbs` where that is no event of its own."""

    part: Part
    embeds: EventStatus | None
    absorbs: bool


def governor_of(row: Row, n: int) -> Governor | None:
    """Who governs the trigger at part `n`: the nearest trigger before it that says what becomes of what it tells.

    "urged Iran | to withdraw", "called for | an end to attacks", "accused the army of | shelling"; not over a comma, another
    verb or a relative clause.
    """
    parts, lower = row.parts, row.scene.laid.tokens.lower
    j = n - 1
    while j >= 0:
        part = parts[j]
        if part.trigger is not None:
            embeds = part.trigger.form.frame.embeds
            if embeds is not None:
                own = row.parts[n].trigger
                verbal = own is not None and plover()[own.form.frame.category]["quad"].startswith("verbal")
                return Governor(part, embeds, embeds != "possible" or verbal)
            if part.sort == "verb":
                return None
        elif part.sort == "opener":
            if (
                lower[part.first] not in row.scene.words["leads_on"]
                and lower[part.first] not in row.scene.laid.lang.singles["complementizers"]
            ):
                return None
        elif part.sort not in ("phrase", "skip", "preposition"):
            return None
        j -= 1
    return None


def no_event(row: Row, n: int, governor: Governor | None) -> bool:
    """Whether a trigger tells nothing where it stands: only a purpose, or a wish not to be named."""
    part, laid = row.parts[n], row.scene.laid
    trigger = part.trigger
    assert trigger is not None  # noqa: S101 - only triggers are asked for
    lower = laid.tokens.lower
    unnamed = laid.lang.singles["anonymity"] - laid.lang.singles["negators"]
    behind = lower[part.last + 1 : part.last + 1 + TO_BE_NAMED]
    if trigger.form.frame.category in _OF_SPEAKERS and any(word in unnamed or word in row.scene.words["comment"] for word in behind):
        return True
    if part.sort == "noun":
        return False
    led = n > 0 and row.parts[n - 1].sort == "preposition" and lower[row.parts[n - 1].first] in row.scene.words["purpose"]
    return led and governor is None and by_words(row, n, -1) == "asserted" and not _managed(row, n)


TO_BE_NAMED: Final = 6
"""Tokens behind a verb in which a wish to stay unnamed or silent is told ("asked not to be named", "belum bersedia berkomentar")."""

_OF_SPEAKERS: Final = frozenset(["REQUEST", "REJECT", "AGREE", "CONSULT"])


def _managed(row: Row, n: int) -> bool:
    """ "began to", "managed to": the verb before says that it was done."""
    lower, at = row.scene.laid.tokens.lower, row.parts[n].first
    cues = status_cues(row.scene.laid.lang.code)
    for i in range(max(0, at - 4), at):
        for cue in cues.get(lower[i], ()):
            if cue.status == "asserted" and i + len(cue.words) == at and tuple(lower[i:at]) == cue.words:
                return True
    return False


def compound(row: Row, n: int) -> bool:
    """ "patrol boats", "the attack helicopter", "korban serangan": the noun of an event only describes another."""
    laid = row.scene.laid
    if laid.lang.code == "en":
        behind = row.parts[n + 1] if n + 1 < len(row.parts) else None
        return behind is not None and behind.sort == "phrase" and not behind.pronoun and laid.tokens.words[behind.first] not in GENITIVES
    before = row.parts[n - 1] if n else None
    if before is None or before.sort != "phrase" or before.pronoun or before.modifies:
        return False
    if before.who and is_predicate(row, n):
        return False
    word = laid.tokens.lower[before.last]
    return word not in laid.lang.singles["determiners"] and word not in laid.lang.singles["many"] and word not in row.scene.words["series"]


def is_background(row: Row, n: int) -> bool:
    """Whether the noun of an event only says amid what or after what something else happens ("amid clashes", "di tengah bentrokan").

    Whoever denies or doubts the other does not deny this.
    """
    if row.parts[n].sort != "noun":
        return False
    k = n - 1
    while k >= 0 and (row.parts[k].modifies or row.parts[k].sort == "skip"):
        k -= 1
    return k >= 0 and any(word in row.scene.words["amid"] for word in row.scene.laid.tokens.lower[row.parts[k].first : row.parts[n].first])
