"""Turns the statements of one reading into cards: what the list beside the text shows of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Literal

import msgspec

from saksi.ledger.protocol import Stance
from saksi.ledger.stance import stance_of
from saksi.records import Answer, Entity, Party, Reading, Span, Statement

Place = Literal["title", "dek", "text"]


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who speaks or passes on: the full name, and as printed at the cue where that differs."""

    name: str
    printed: str | None = None
    resolved: bool = False


class Answered(msgspec.Struct, frozen=True, kw_only=True):
    """The statement that this one answers: `number` in this article, else the article where it stands."""

    statement: str
    number: int | None = None
    article: str | None = None
    speaker: str | None = None


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """One statement as the list shows it. `number` counts from 1 through title, dek and text, `quotes` are verbatim."""

    number: int
    place: Place
    statement: Statement
    stance: Stance
    speakers: tuple[Voice, ...]
    role: str | None
    relay: tuple[Voice, ...]
    quotes: tuple[str, ...]
    answers: Answered | None
    answered_by: tuple[int, ...]

    @property
    def id(self) -> str:
        return self.statement.id


def cards(reading: Reading) -> tuple[Card, ...]:
    """A card for each statement: the headline's first, then the dek's, then the text's by where they begin."""
    entities = {entity.id: entity for entity in reading.entities}
    placed = _placed(reading)
    strings = _strings(reading)
    numbers = {statement.id: number for number, (_, statement) in enumerate(placed, 1)}
    by_id = {statement.id: statement for _, statement in placed}
    answerers: dict[str, list[int]] = {}
    for _, statement in placed:
        if statement.answers is not None:
            answerers.setdefault(statement.answers.statement, []).append(numbers[statement.id])
    return tuple(
        Card(
            number=numbers[statement.id],
            place=place,
            statement=statement,
            stance=stance_of(statement),
            speakers=_voices(statement.speakers, entities),
            role=_role(statement, entities, strings[place]),
            relay=_voices(statement.relay, entities),
            quotes=tuple(content.text for content in statement.contents),
            answers=_answered(statement.answers, numbers, by_id, entities),
            answered_by=tuple(answerers.get(statement.id, ())),
        )
        for place, statement in placed
    )


def speakers_by_frequency(shown: Iterable[Card]) -> list[tuple[str, int]]:
    """Who speaks in the article and how often, the most frequent first; nobody who is only a pronoun or left out."""
    counts: dict[str, int] = {}
    for card in shown:
        for voice in card.speakers:
            if voice.resolved:
                counts[voice.name] = counts.get(voice.name, 0) + 1
    return sorted(counts.items(), key=lambda item: -item[1])


def _strings(reading: Reading) -> dict[Place, str]:
    """What the spans of each place index."""
    return {"title": reading.article.title or "", "dek": reading.article.dek or "", "text": reading.article.text}


def _placed(reading: Reading) -> list[tuple[Place, Statement]]:
    groups: tuple[tuple[Place, tuple[Statement, ...]], ...] = (
        ("title", reading.title_statements),
        ("dek", reading.dek_statements),
        ("text", reading.statements),
    )
    return [(place, statement) for place, group in groups for statement in sorted(group, key=_begins)]


def _begins(statement: Statement) -> int:
    spans = (*statement.speakers, *statement.contents, *((statement.cue,) if statement.cue is not None else ()))
    return min((span.start for span in spans), default=0)


def _voices(parties: Iterable[Party], entities: Mapping[str, Entity]) -> tuple[Voice, ...]:
    return tuple(_voice(party, entities) for party in parties)


def _voice(party: Party, entities: Mapping[str, Entity]) -> Voice:
    entity = entities.get(party.entity) if party.entity is not None else None
    if entity is None:
        return Voice(name=party.text)
    return Voice(name=entity.name, printed=None if entity.name == party.text else party.text, resolved=True)


def _role(statement: Statement, entities: Mapping[str, Entity], text: str) -> str | None:
    """The role as it stands beside the name, else the first that the article gives this speaker anywhere."""
    printed = sorted((*statement.roles, *statement.affiliations), key=lambda span: span.start)
    if printed:
        return printed[0].text + "".join(_joint(text, left, right) + right.text for left, right in pairwise(printed))
    if len(statement.speakers) != 1 or statement.speakers[0].entity is None:
        return None
    entity = entities.get(statement.speakers[0].entity)
    if entity is None or not entity.roles:
        return None
    office = entity.roles[0]
    return office.title if office.of is None else f"{office.title}, {office.of}"


def _joint(text: str, left: Span, right: Span) -> str:
    """A space between a role and an affiliation that stand side by side ("Kepala Kantor SAR"), else a comma."""
    return " " if text[left.end : right.start].isspace() else ", "


def _answered(
    answer: Answer | None,
    numbers: Mapping[str, int],
    by_id: Mapping[str, Statement],
    entities: Mapping[str, Entity],
) -> Answered | None:
    if answer is None:
        return None
    target = by_id.get(answer.statement)
    voices = _voices(target.speakers, entities) if target is not None else ()
    return Answered(
        statement=answer.statement,
        number=numbers.get(answer.statement),
        article=answer.article,
        speaker=voices[0].name if voices else None,
    )
