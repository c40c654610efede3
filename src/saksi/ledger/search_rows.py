"""What is kept of a statement so that a search finds it: its words, and what it can be narrowed by; no database here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import msgspec

from saksi.ledger.columns import BETWEEN
from saksi.ledger.rows import ReadingRows, statements_in_order
from saksi.ledger.search_words import stems_in, words_in
from saksi.limits import SEARCH_TOKENS
from saksi.records import Entity, Event, Mention, Reading, Statement
from saksi.records.ids import content_id
from saksi.records.mention import PlaceValue
from saksi.words.world import world

PLACES_OF_ARTICLE = 1024
"""Numbers that one article takes at a time; of 2**30 in each minute, so that two articles of one minute rarely ask for the same."""

_MINUTE_BITS = 30

ACTOR, PLACE = "a", "p"
"""Kinds of token that are words of a name, so that a part of the name finds it too."""

EXACT = {"speaker": "k", "stance": "s", "act": "c", "certainty": "u", "outlet": "o", "language": "l", "event": "e", "article": "i"}
"""Kinds of token that are one whole value, by the field of a SearchFilter."""


class Facets(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """What the hits of a search are counted by."""

    speaker: str | None
    stance: str
    act: str
    certainty: str
    outlet: str | None
    language: str | None
    places: tuple[str, ...] = ()
    events: tuple[str, ...] = ()


def search_rows(reading: Reading, rows: ReadingRows) -> list[dict[str, Any]]:
    """A row for each statement, in their order, without its number."""
    found = []
    index = _Index(reading)
    for (field, statement), columns in zip(statements_in_order(reading), rows.statements, strict=True):
        mentions = index.within(statement) if field == "text" else []
        places = index.places(statement, mentions)
        events = tuple(dict.fromkeys(event.category for event in reading.events if event.statement == statement.id))
        facets = Facets(
            **{name: columns[name] for name in ("speaker", "stance", "act", "certainty", "outlet", "language")},
            places=tuple(dict.fromkeys(place for place, _ in places)),
            events=events,
        )
        exact = {**{name: [columns[name]] for name in EXACT if name in columns}, "event": events}
        tokens = [*_said(statement, columns, index), *_named(ACTOR, index.actors(statement, mentions)), *_named(PLACE, index.forms(places))]
        tokens = tokens[:SEARCH_TOKENS] + [exact_token(name, value) for name, values in exact.items() for value in values if value]
        line = msgspec.json.encode(facets).decode()
        found.append({"article": columns["article"], "place": columns["place"], "facets": line, "tokens": tokens})
    return found


def event_tokens(reading: Reading, event: Event, stance: str) -> list[str]:
    """What an event that the outlet tells in its own voice is narrowed by: the tokens of a statement's row, but for words and speaker."""
    index, article = _Index(reading), reading.article
    exact = {"stance": stance, "outlet": article.outlet, "language": article.language, "event": event.category, "article": article.id}
    places = index.placed(event)
    tokens = [*_named(ACTOR, index.acting(event)), *_named(PLACE, index.forms(places))]
    return [*tokens, *(exact_token(name, value) for name, value in exact.items() if value)]


def exact_token(field: str, value: str) -> str:
    """The token of a whole value, case aside."""
    return f"{BETWEEN}{EXACT[field]}{content_id(value.casefold())}"


def name_tokens(kind: str, name: str) -> tuple[str, ...]:
    """The tokens of a name, word by word, unstemmed."""
    return tuple(f"{BETWEEN}{kind}{word.folded}" for word in words_in(name) if word.folded)


def minute_of(dated: str) -> int:
    """Minutes since the year 1 of what `dating.dated` gives, 0 where no date is known."""
    return 1 + (datetime.fromisoformat(dated) - datetime.min) // timedelta(minutes=1) if dated else 0


def first_number(minute: int) -> int:
    """The lowest number of a minute."""
    return minute << _MINUTE_BITS


def slots(article: str, dated: str) -> Iterator[int]:
    """The highest numbers from which on downwards the statements of an article may be numbered, until one fits.

    So the newest article comes first, articles of one minute in an order that follows from their ids, statements down the text.
    """
    first = first_number(minute_of(dated))
    attempt = 0
    while True:
        slot = int(content_id("slot", article, attempt), 16) % ((1 << _MINUTE_BITS) // PLACES_OF_ARTICLE)
        yield first + (slot + 1) * PLACES_OF_ARTICLE - 1
        attempt += 1


def _said(statement: Statement, columns: dict[str, Any], index: _Index) -> list[str]:
    """The stems of what is said, and by whom, each part by itself."""
    spans = (*statement.contents, *statement.speakers, *statement.roles, *statement.affiliations)
    texts = dict.fromkeys([*(span.text for span in spans), columns["speaker"] or ""])
    tokens: list[str] = []
    for text in texts:
        tokens += [*stems_in(text, index.language), BETWEEN]
    return tokens


def _named(kind: str, names: Iterable[str]) -> list[str]:
    """The tokens of names, each form once, parted."""
    forms = dict.fromkeys(name_tokens(kind, name) for name in names)
    return [token for form in forms if form for token in (*form, BETWEEN)]


class _Index:
    """What a reading names, found by id."""

    def __init__(self, reading: Reading) -> None:
        self.language = reading.article.language
        self._entities = {entity.id: entity for entity in reading.entities}
        self._mentions = {mention.id: mention for mention in reading.mentions}
        self._events: dict[str, list[str]] = {}
        for event in reading.events:
            if event.statement is not None:
                self._events.setdefault(event.statement, []).extend(event.places)

    def within(self, statement: Statement) -> list[Mention]:
        """The mentions inside of what is said."""
        spans = [(span.start, span.end) for span in statement.contents]
        return [m for m in self._mentions.values() if any(start <= m.start and m.end <= end for start, end in spans)]

    def actors(self, statement: Statement, mentions: Iterable[Mention]) -> Iterator[str]:
        """The names of who speaks, hands on, or is spoken of."""
        parties = (*statement.speakers, *statement.relay)
        yield from (party.text for party in parties)
        said_of = [party.entity for party in parties] + list(statement.about)
        said_of += [name for m in mentions if m.kind != "place" for name in (m.entity, m.stands_for)]
        for name in dict.fromkeys(said_of):
            entity = self._entities.get(name or "")
            if entity is not None and entity.kind != "place":
                yield from _names(entity)

    def places(self, statement: Statement, mentions: Iterable[Mention]) -> list[tuple[str, Mention]]:
        """(name, mention) of where it is said to have been, and of each place that it names."""
        ids = [statement.venue, *self._events.get(statement.id, ())]
        found = [self._mentions[name] for name in ids if name in self._mentions] + list(mentions)
        return [(_place_name(mention), mention) for mention in dict.fromkeys(found) if mention.kind in ("place", "state")]

    def acting(self, event: Event) -> Iterator[str]:
        """The names of who acts and on whom."""
        for name in (*event.actors, *event.recipients):
            entity = self._entities.get(name)
            if entity is not None and entity.kind != "place":
                yield from _names(entity)

    def placed(self, event: Event) -> list[tuple[str, Mention]]:
        """(name, mention) of where an event is."""
        found = [self._mentions[name] for name in event.places if name in self._mentions]
        return [(_place_name(mention), mention) for mention in found]

    def forms(self, places: Iterable[tuple[str, Mention]]) -> Iterator[str]:
        """Every name that a place goes by here, with that of its state."""
        for name, mention in places:
            yield from (name, mention.text)
            entity = self._entities.get(mention.entity or "")
            if entity is not None:
                yield from _names(entity)
            if isinstance(mention.value, PlaceValue) and mention.value.country:
                yield from _state_names(mention.value.country)


def _names(entity: Entity) -> Iterator[str]:
    yield from (entity.name, *entity.aliases, entity.qid or "")
    if entity.kind == "state" and entity.iso3:
        yield from _state_names(entity.iso3)


def _place_name(mention: Mention) -> str:
    return mention.value.name if isinstance(mention.value, PlaceValue) else mention.text


def _state_names(iso3: str) -> tuple[str, ...]:
    return (iso3, *_states().get(iso3, ()))


@cache
def _states() -> dict[str, tuple[str, str]]:
    """The code of each state -> its English and its Indonesian name."""
    return {form.iso3: (form.name_en, form.name_id) for form in world().states.values()}
