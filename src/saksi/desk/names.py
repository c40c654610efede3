"""Who and what one article names: each entity with its places in the text and what it says, and the times and figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from saksi.desk.cards import Card
from saksi.records import Entity, Mention, Reading
from saksi.records.entity import EntityKind
from saksi.records.mention import PlaceValue

KINDS: tuple[EntityKind, ...] = ("person", "organization", "group", "state", "place")
"""In the order in which the page lists them."""

CONTEXT = 90
"""Characters on either side of a name where it is shown by itself, before the cut at a word."""


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """One entity as the page shows it; `number` counts from 1 through the article, `speaks` and `told_of` number its cards."""

    number: int
    entity: Entity
    mentions: tuple[Mention, ...]
    speaks: tuple[Card, ...]
    told_of: tuple[Card, ...]

    @property
    def place(self) -> PlaceValue | None:
        """Where it lies, for a place or state that was found on the map."""
        values = (mention.value for mention in self.mentions)
        return next((value for value in values if isinstance(value, PlaceValue) and value.lat is not None), None)


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """One place of a name in the text: the words around it, and the id under which the article's page shows it."""

    anchor: str
    before: str
    text: str
    behind: str


def names(reading: Reading, cards: Iterable[Card]) -> tuple[Named, ...]:
    """The entities that the text names, in the order in which they come in; a metonym names two, the city and the state."""
    mentions: dict[str, list[Mention]] = {}
    for mention in reading.mentions:
        for entity in dict.fromkeys(key for key in (mention.entity, mention.stands_for) if key is not None):
            mentions.setdefault(entity, []).append(mention)
    speaks, told_of = _cards_of(cards)
    return tuple(
        Named(
            number=number,
            entity=entity,
            mentions=tuple(mentions.get(entity.id, ())),
            speaks=tuple(speaks.get(entity.id, ())),
            told_of=tuple(told_of.get(entity.id, ())),
        )
        for number, entity in enumerate(reading.entities, 1)
    )


def by_kind(found: Iterable[Named]) -> list[tuple[EntityKind, list[Named]]]:
    """Per kind the entities with a place in the text, those that are named most often first; kinds without any are left out."""
    listed = [one for one in found if one.mentions]
    groups = ((kind, [one for one in listed if one.entity.kind == kind]) for kind in KINDS)
    return [(kind, sorted(group, key=lambda one: -len(one.mentions))) for kind, group in groups if group]


def anchor(mention: Mention) -> str:
    """The id of a mention on the article's page."""
    return f"n-{mention.id}"


def contexts(text: str, named: Named) -> Iterator[Context]:
    """Each place where the entity is named, with the words around it, inside its paragraph."""
    for mention in named.mentions:
        yield Context(
            anchor=anchor(mention),
            before=_before(text, mention.start),
            text=mention.text,
            behind=_behind(text, mention.end),
        )


def _cards_of(cards: Iterable[Card]) -> tuple[Mapping[str, list[Card]], Mapping[str, list[Card]]]:
    """By entity, the statements that it makes and those that are about it."""
    speaks: dict[str, list[Card]] = {}
    told_of: dict[str, list[Card]] = {}
    for card in cards:
        for entity in dict.fromkeys(party.entity for party in card.statement.speakers if party.entity is not None):
            speaks.setdefault(entity, []).append(card)
        for entity in card.statement.about:
            told_of.setdefault(entity, []).append(card)
    return speaks, told_of


def _before(text: str, start: int) -> str:
    opens = text.rfind("\n\n", 0, start)
    paragraph = 0 if opens < 0 else opens + 2
    if start - paragraph <= CONTEXT:
        return text[paragraph:start]
    return f"… {text[start - CONTEXT : start].partition(' ')[2]}"


def _behind(text: str, end: int) -> str:
    closes = text.find("\n\n", end)
    paragraph = len(text) if closes < 0 else closes
    if paragraph - end <= CONTEXT:
        return text[end:paragraph]
    return f"{text[end : end + CONTEXT].rpartition(' ')[0]} …"
