"""The relations of one article as its page lists them: who commands, leads, backs whom, and what lies where, each once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from saksi.desk.cards import Card
from saksi.desk.marking import Mark
from saksi.desk.names import Named
from saksi.records import Reading, Relation
from saksi.records.relation import told_once


class Bond(msgspec.Struct, frozen=True, kw_only=True):
    """One relation; `anchor` is the id of its words in the text, `carrier` the card of the statement that tells it."""

    anchor: str
    relation: Relation
    subject: Named
    object: Named
    carrier: Card | None


def bonds(reading: Reading, cards: Iterable[Card], named: Sequence[Named]) -> tuple[Bond, ...]:
    """The relations in the order of the text, told twice listed once; one of the outlet's own voice has no carrier."""
    by_entity = {one.entity.id: one for one in named}
    by_statement = {card.statement.id: card for card in cards}
    return tuple(
        Bond(
            anchor=_anchor(one),
            relation=one,
            subject=by_entity[one.subject],
            object=by_entity[one.object],
            carrier=by_statement.get(one.statement or ""),
        )
        for one in told_once(reading.relations)
        if one.subject in by_entity and one.object in by_entity
    )


def bond_marks(reading: Reading) -> Iterator[Mark]:
    """The words of each relation, marked so that the list can point at them."""
    for one in told_once(reading.relations):
        yield Mark(start=one.trigger.start, end=one.trigger.end, names=("bond",), anchor=_anchor(one))


def _anchor(relation: Relation) -> str:
    return f"b-{relation.id}"
