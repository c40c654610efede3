"""Event: who did what to whom, by the PLOVER categories."""

from __future__ import annotations

from typing import Literal

import msgspec

from saksi.records.span import Span

EventStatus = Literal["asserted", "denied", "possible", "planned", "hypothetical"]


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """`statement` is the id of the statement that carries the event, None for the outlet's own voice."""

    id: str
    trigger: Span
    category: str
    mode: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    time: str | None = None
    status: EventStatus = "asserted"
    statement: str | None = None
