"""The events of one article as its page lists them: who did what to whom, where, when, and whether it happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from saksi.desk.cards import Card
from saksi.desk.marking import Mark
from saksi.desk.names import Named
from saksi.records import Event, Mention, Reading


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """One event; `anchor` is the id of its trigger in the text, `carrier` the card of the statement that tells it."""

    anchor: str
    event: Event
    actors: tuple[Named, ...]
    recipients: tuple[Named, ...]
    places: tuple[Mention, ...]
    time: Mention | None
    carrier: Card | None


def happenings(reading: Reading, cards: Iterable[Card], named: Sequence[Named]) -> tuple[Happening, ...]:
    """The events in the order of the text; an event of the outlet's own voice has no carrier."""
    by_entity = {one.entity.id: one for one in named}
    by_mention = {mention.id: mention for mention in reading.mentions}
    by_statement = {card.statement.id: card for card in cards}
    return tuple(
        Happening(
            anchor=_anchor(event),
            event=event,
            actors=tuple(by_entity[one] for one in event.actors if one in by_entity),
            recipients=tuple(by_entity[one] for one in event.recipients if one in by_entity),
            places=tuple(by_mention[one] for one in event.places if one in by_mention),
            time=by_mention.get(event.time or ""),
            carrier=by_statement.get(event.statement or ""),
        )
        for event in reading.events
    )


def event_marks(reading: Reading) -> Iterator[Mark]:
    """The trigger of each event, marked with what is said of it."""
    for event in reading.events:
        names = ("event",) if event.status == "asserted" else ("event", f"event-{event.status}")
        yield Mark(start=event.trigger.start, end=event.trigger.end, names=names, anchor=_anchor(event))


def _anchor(event: Event) -> str:
    return f"v-{event.id}"
