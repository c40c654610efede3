"""Governed: the event inside whose asking, promise, threat, refusal or accusation another event is told."""

from __future__ import annotations

from dataclasses import dataclass

from saksi.reading.events.parts import Part, Row
from saksi.records.event import EventStatus


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
                return Governor(part, embeds, embeds != "possible")
            if part.sort == "verb":
                return None
        elif part.sort == "opener":
            if lower[part.first] not in _LEADS_ON and lower[part.first] not in row.scene.laid.lang.singles["complementizers"]:
                return None
        elif part.sort not in ("phrase", "skip", "preposition"):
            return None
        j -= 1
    return None


_LEADS_ON = frozenset(["that", "bahwa", "agar", "supaya", "untuk"])
