"""An actor over the articles that name it: what it says, denies and is said of it, what it does and has done to it, and with whom."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

import msgspec

from saksi.desk.lines import Desk, Line, line
from saksi.desk.present import Present, is_actor
from saksi.ledger.stance import stance_of
from saksi.limits import DESK_DOSSIER_ARTICLES, DESK_NEIGHBOURS
from saksi.records import Article, Entity, Event, JoinedActor, Reading

WIDTH, HEIGHT = 560, 340
"""Of the drawing of neighbours, in its own units."""


class Deed(msgspec.Struct, frozen=True, kw_only=True):
    """One event in which the actor acts (`acts`) or is acted on, with the others in it by name."""

    event: Event
    article: Article
    acts: bool
    others: tuple[str, ...]


class Neighbour(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody beside the actor: how often the actor speaks about them, acts on them, and is acted on by them."""

    name: str
    actor: str | None
    spoken_of: int
    acted_on: int
    acted_by: int
    x: float
    y: float

    @property
    def total(self) -> int:
        return self.spoken_of + self.acted_on + self.acted_by


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """What the page of an actor prints; `looked_into` says how many of its articles it is taken from."""

    says: tuple[Line, ...]
    denies: tuple[Line, ...]
    told: tuple[Line, ...]
    deeds: tuple[Deed, ...]
    neighbours: tuple[Neighbour, ...]
    looked_into: int


class _Gathered:
    """What is found article by article."""

    def __init__(self) -> None:
        self.lines: list[tuple[bool, Line]] = []
        self.deeds: list[Deed] = []
        self.ties: dict[str, Counter[tuple[str, str | None]]] = {"spoken_of": Counter(), "acted_on": Counter(), "acted_by": Counter()}


def dossier(actor: JoinedActor, present: Present, desk: Desk) -> Dossier:
    """The dossier of an actor, from at most limits.DESK_DOSSIER_ARTICLES of its articles. Raises NotInLedger."""
    found = _Gathered()
    names = actor.articles[:DESK_DOSSIER_ARTICLES]
    for name in names:
        _look_into(desk.reading(name), actor, present, found)
    found.lines.sort(key=lambda each: each[1].moment or "", reverse=True)
    says = [each for speaks, each in found.lines if speaks]
    return Dossier(
        says=tuple(each for each in says if each.side != "denied"),
        denies=tuple(each for each in says if each.side == "denied"),
        told=tuple(each for speaks, each in found.lines if not speaks),
        deeds=tuple(found.deeds),
        neighbours=_neighbours(found.ties),
        looked_into=len(names),
    )


def _look_into(reading: Reading, actor: JoinedActor, present: Present, found: _Gathered) -> None:
    ours = {entity.id for entity in reading.entities if is_actor(actor, entity)}
    known = {entity.id: entity for entity in reading.entities}

    def tie(kind: str, ids: Iterable[str]) -> None:
        for entity in (known[key] for key in ids if key in known and key not in ours):
            found.ties[kind][_who(present, reading, entity)] += 1

    for statement in (*reading.title_statements, *reading.dek_statements, *reading.statements):
        speaks = any(party.entity in ours for party in statement.speakers)
        if speaks or ours.intersection(statement.about):
            found.lines.append((speaks, line(reading, statement, stance_of(statement))))
        if speaks:
            tie("spoken_of", statement.about)
    for event in reading.events:
        acts, suffers = ours.intersection(event.actors), ours.intersection(event.recipients)
        if not acts and not suffers:
            continue
        others = event.recipients if acts else event.actors
        tie("acted_on" if acts else "acted_by", others)
        named = tuple(known[key].name for key in others if key in known and key not in ours)
        found.deeds.append(Deed(event=event, article=reading.article, acts=bool(acts), others=named))


def _who(present: Present, reading: Reading, entity: Entity) -> tuple[str, str | None]:
    actor = present.actor_of(reading.article.id, entity)
    return (actor.name, actor.actor) if actor is not None else (entity.name, None)


def _neighbours(ties: dict[str, Counter[tuple[str, str | None]]]) -> tuple[Neighbour, ...]:
    """The nearest ones, on an ellipse round the actor."""
    total = sum(ties.values(), Counter[tuple[str, str | None]]())
    nearest = sorted(total, key=lambda who: (-total[who], who[0]))[:DESK_NEIGHBOURS]
    return tuple(
        Neighbour(
            name=name,
            actor=actor,
            spoken_of=ties["spoken_of"][name, actor],
            acted_on=ties["acted_on"][name, actor],
            acted_by=ties["acted_by"][name, actor],
            x=round(WIDTH / 2 + math.sin(2 * math.pi * place / len(nearest)) * (WIDTH / 2 - 90), 1),
            y=round(HEIGHT / 2 - math.cos(2 * math.pi * place / len(nearest)) * (HEIGHT / 2 - 36), 1),
        )
        for place, (name, actor) in enumerate(nearest)
    )
