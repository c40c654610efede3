"""Finds in a reading where, when and between whom its statements and events are, and keeps that as rows beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, insert, select

from saksi.joining.actors import actor_key
from saksi.ledger.bearings_tables import TABLES, spots, ties, times
from saksi.ledger.protocol import Stance
from saksi.ledger.rows import ReadingRows, statements_in_order
from saksi.ledger.schema import search
from saksi.ledger.search_rows import event_tokens, first_number, minute_of
from saksi.records import Entity, Event, JoinedActor, Mention, Reading, Statement
from saksi.records.event import EventStatus
from saksi.records.ids import content_id
from saksi.records.mention import PlaceValue, TimeValue
from saksi.words.frames import plover

STANCE_OF: dict[EventStatus, Stance] = {
    "asserted": "asserted",
    "denied": "denied",
    "possible": "unsure",
    "planned": "unsure",
    "hypothetical": "unsure",
}
"""What the status of an event comes to in the words that a table filters by."""

NAME_ONLY = "p"
"""Begins the key of a person who is known by name only: namesakes share it, so that it is the id of no actor."""

Row = dict[str, Any]


class Bearings(msgspec.Struct, frozen=True, kw_only=True):
    """The rows of one reading for the tables of the same names."""

    spots: tuple[Row, ...]
    times: tuple[Row, ...]
    ties: tuple[Row, ...]


def put(connection: Connection, reading: Reading, rows: ReadingRows) -> None:
    """Keep the bearings of an article whose rows of the search are kept already."""
    article = reading.article.id
    numbers = dict(map(tuple, connection.execute(select(search.c.place, search.c.number).where(search.c.article == article))))
    found = bearings(reading, rows, numbers)
    for table, new in ((spots, found.spots), (times, found.times), (ties, found.ties)):
        if new:
            connection.execute(insert(table), list(new))


def drop(connection: Connection, article: str) -> None:
    """Let go of the bearings of an article."""
    for table in TABLES:
        connection.execute(delete(table).where(table.c.article == article))


def bearings(reading: Reading, rows: ReadingRows, numbers: dict[int, int]) -> Bearings:
    """Every bearing of a reading; `numbers` are those of the search, by the place of the statement."""
    index = _Index(reading)
    found: dict[str, list[Row]] = {"spots": [], "times": [], "ties": []}
    statements = statements_in_order(reading)
    for (field, statement), columns in zip(statements, rows.statements, strict=True):
        shared = {**_NO_EVENT, "number": numbers[columns["place"]], "stance": columns["stance"]}
        mentions = index.within(statement) if field == "text" else []
        found["spots"] += ({**shared, **spot} for spot in index.spots([*index.mentions([statement.venue]), *_places(mentions)]))
        named = index.stretches(mentions) or index.stretches(index.mentions([statement.time]))
        found["times"] += ({**shared, **stretch} for stretch in named)
        found["ties"] += ({**shared, **tie, "quad": None} for tie in index.ties(_speakers(statement), statement.about))
    carriers = {statement.id: columns["place"] for (_, statement), columns in zip(statements, rows.statements, strict=True)}
    for event in reading.events:
        shared = _of_event(reading, rows, event, carriers.get(event.statement or ""), numbers)
        quad = plover()[event.category]["quad"] if event.category in plover() else None
        found["spots"] += ({**shared, **spot} for spot in index.spots(index.mentions(event.places)))
        found["times"] += ({**shared, **stretch} for stretch in index.stretches(index.mentions([event.time])))
        found["ties"] += ({**shared, **tie, "quad": quad} for tie in index.ties(event.actors, event.recipients))
    article = reading.article.id
    return Bearings(
        **{name: tuple({"article": article, "running": n, **row} for n, row in enumerate(each)) for name, each in found.items()}
    )


_NO_EVENT: Row = {"told": 1, "event": None, "category": None, "tokens": None}


def _of_event(reading: Reading, rows: ReadingRows, event: Event, carrier: int | None, numbers: dict[int, int]) -> Row:
    shared: Row = {"event": event.id, "category": event.category, "stance": STANCE_OF[event.status]}
    if carrier is not None:
        return {**shared, "told": 1, "number": numbers[carrier], "tokens": None}
    tokens = event_tokens(reading, event, shared["stance"])
    return {**shared, "told": 0, "number": first_number(minute_of(rows.article["dated"])), "tokens": f" {' '.join(tokens)} "}


def place_id(value: PlaceValue) -> str:
    """The id of a place: its GeoNames number, else a hash of its name and point."""
    return str(value.geonames) if value.geonames is not None else content_id("place", value.name, value.lat, value.lon)


def tie_key(entity: Entity) -> str:
    """By what somebody is one in a network: the id of the actor where that follows from the entity alone, as for all but persons
    without a Wikidata id; those are one by their name, with NAME_ONLY before it."""
    key = actor_key(entity)
    return f"{NAME_ONLY if key[0] == 'person' else ''}{content_id('actor', *key, '')}"


def tie_key_of(actor: JoinedActor) -> str:
    """The same of an actor over all articles."""
    return tie_key(Entity(id="", kind="person", name=actor.name, qid=actor.qid)) if actor.kind == "person" else actor.actor


class _Index:
    """What a reading names, found by id."""

    def __init__(self, reading: Reading) -> None:
        self._entities = {entity.id: entity for entity in reading.entities}
        self._mentions = {mention.id: mention for mention in reading.mentions}

    def mentions(self, ids: Iterable[str | None]) -> list[Mention]:
        return [self._mentions[name] for name in ids if name in self._mentions]

    def within(self, statement: Statement) -> list[Mention]:
        """The mentions inside of what is said."""
        spans = [(span.start, span.end) for span in statement.contents]
        return [m for m in self._mentions.values() if any(start <= m.start and m.end <= end for start, end in spans)]

    def spots(self, mentions: Iterable[Mention]) -> Iterator[Row]:
        """Each place that has a point, once."""
        known: dict[str, Row] = {}
        for mention in mentions:
            value = mention.value
            if not isinstance(value, PlaceValue) or value.lat is None or value.lon is None:
                continue
            entity = self._entities.get(mention.entity or "")
            land = int(entity is not None and entity.kind == "state")
            row: Row = {
                "place": place_id(value),
                "name": value.name,
                "country": value.country,
                "land": land,
                "lat": value.lat,
                "lon": value.lon,
            }
            known.setdefault(row["place"], row)
        return iter(known.values())

    def stretches(self, mentions: Iterable[Mention]) -> list[Row]:
        """Each stretch of days that has both ends, once; "every Monday", and how long something lasts, are none."""
        known: dict[tuple[str, str], Row] = {}
        for mention in mentions:
            if isinstance(mention.value, TimeValue) and mention.value.type != "SET":
                first, last = _day(mention.value.from_), _day(mention.value.to)
                if first is not None and last is not None and first <= last:
                    row: Row = {"first": first.isoformat(), "last": last.isoformat(), "days": (last - first).days + 1}
                    known.setdefault((row["first"], row["last"]), row)
        return list(known.values())

    def ties(self, sources: Iterable[str], targets: Iterable[str]) -> Iterator[Row]:
        """From each named one to each other one; places neither speak nor act."""
        ends = list(dict.fromkeys(self._named(targets)))
        for source in dict.fromkeys(self._named(sources)):
            for target in ends:
                a, b = self._entities[source], self._entities[target]
                if tie_key(a) != tie_key(b):
                    yield {
                        "source": tie_key(a),
                        "source_name": a.name,
                        "source_kind": a.kind,
                        "target": tie_key(b),
                        "target_name": b.name,
                        "target_kind": b.kind,
                    }

    def _named(self, ids: Iterable[str]) -> Iterator[str]:
        for name in ids:
            entity = self._entities.get(name)
            if entity is not None and entity.kind != "place" and (entity.name[:1].isupper() or entity.name[:1].isdigit()):
                yield name


def _speakers(statement: Statement) -> Sequence[str]:
    return [party.entity for party in statement.speakers if party.entity is not None]


def _places(mentions: Iterable[Mention]) -> list[Mention]:
    """Those that name a place; a state that is named as somebody who acts is none."""
    return [mention for mention in mentions if mention.kind == "place"]


def _day(moment: str | None) -> date | None:
    """The day of an ISO day or moment; None for a bare time of day and where nothing is known."""
    try:
        return date.fromisoformat((moment or "")[:10])
    except ValueError:
        return None
