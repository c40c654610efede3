"""Relation: what binds somebody to somebody or something for longer than an event: an office, a command, an alliance, a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from saksi.records.span import Span

RelationKind = Literal["commands", "leads", "member-of", "ally-of", "opposes", "backs", "located-in", "office-held"]


class Relation(msgspec.Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """`subject` commands, leads, backs ... `object`; both are ids of entities. The sides of ally-of may change places.

    `trigger` are the words that say so, of an office its title. `from_` and `to` are ISO days, None where the text gives none;
    `past` where the text says that it is over ("the former leader"), `denied` where it says that it is not so. `statement` is the
    innermost statement that tells it, None in the outlet's own voice; `rule` names what made it.
    """

    id: str
    kind: RelationKind
    subject: str
    object: str
    trigger: Span
    from_: str | None = None
    to: str | None = None
    past: bool = False
    denied: bool = False
    statement: str | None = None
    rule: str


def told_once(relations: Iterable[Relation]) -> Iterator[Relation]:
    """Of relations that say the same the first."""
    seen = set()
    for one in relations:
        key = (one.kind, one.subject, one.object, one.past, one.denied, one.from_, one.to)
        if key not in seen:
            seen.add(key)
            yield one
