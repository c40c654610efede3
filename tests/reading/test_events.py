"""What the text tells as having happened: sentences of our own with their events and everyday senses that tell none."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
import yaml

from saksi.reading.read import read
from saksi.records import Article, Event, Reading
from saksi.words.frames import plover

CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(Path(__file__).with_name("event_cases.yaml").read_text(encoding="utf-8"))
LEAST = 60


def reading_of(text: str, language: str) -> Reading:
    return read(Article(id="a", text=text, language=language))


def told(text: str, language: str) -> list[list[Any]]:
    """Trigger, category, mode, actors, recipients and status of each event, by names."""
    found = reading_of(text, language)
    names = {entity.id: entity.name for entity in found.entities}
    return [
        [e.trigger.text, e.category, e.mode, [names[one] for one in e.actors], [names[one] for one in e.recipients], e.status]
        for e in found.events
    ]


@pytest.mark.parametrize(("language", "case"), [(language, case) for language, cases in CASES.items() for case in cases])
def test_a_sentence_tells_its_events(language: str, case: dict[str, Any]) -> None:
    got, expected = told(case["text"], language), case["events"]
    assert [event[1:] for event in got] == [event[1:] for event in expected]
    assert all(part[0] in event[0] for event, part in zip(got, expected, strict=True))


def test_there_are_cases_enough_with_traps_among_them() -> None:
    for cases in CASES.values():
        assert len(cases) >= LEAST
        assert sum(not case["events"] for case in cases) >= LEAST // 4


def test_an_event_is_tied_to_the_innermost_statement_that_carries_it() -> None:
    found = reading_of("Ukraine said Russia had bombed Odesa.", "en")
    assert [event.statement for event in found.events] == [found.statements[0].id]


def test_an_event_of_the_outlets_own_voice_has_no_statement() -> None:
    assert [event.statement for event in reading_of("Russia bombed Odesa on Monday.", "en").events] == [None]


def test_an_accusation_that_is_denied_tells_a_denied_event() -> None:
    text = "The ministry accused the army of shelling the market. The army denied the accusation."
    found = {event.trigger.text: event.status for event in reading_of(text, "en").events}
    assert found["shelling"] == "denied"
    assert found["accused"] == "asserted"


def test_what_is_denied_does_not_deny_what_went_on_around_it() -> None:
    text = "Pemerintah Turki membantah telah mengirim pasukan ke Libya di tengah bentrokan antarmilisi."
    found = {event.trigger.text: event.status for event in reading_of(text, "id").events}
    assert found == {"mengirim pasukan": "denied", "bentrokan": "asserted"}


def test_place_and_time_stand_beside_the_sides() -> None:
    found = reading_of("Israel bombed a school in Gaza on 3 May 2024.", "en")
    mentions = {mention.id: mention.text for mention in found.mentions}
    event = found.events[0]
    assert [mentions[place] for place in event.places] == ["Gaza"]
    assert "3 May 2024" in mentions[event.time or ""]


def test_who_acts_without_a_name_becomes_an_entity_with_its_mentions_and_only_then() -> None:
    found = reading_of("Rebels attacked a convoy. Shoppers liked the bakery.", "en")
    made = [entity for entity in found.entities if entity.kind == "group"]
    assert [entity.name for entity in made] == ["Rebels"]
    assert [mention.text for mention in found.mentions if mention.entity == made[0].id] == ["Rebels"]


@pytest.mark.parametrize("seed", range(20))
def test_random_texts_give_verbatim_spans_own_ids_and_known_categories(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - texts, no secrets
    for language, cases in CASES.items():
        words = " ".join(case["text"] for case in cases).split()
        text = " ".join(dice.choice(words) for _ in range(120)) + dice.choice(["", ".", "\n\n(", "“"])
        check(reading_of(text, language))


@pytest.mark.parametrize(
    "text", ["", ".", "attack", "(attack", "attack)", "serangan", "by by by", "and and", "yang", ", , ,", "attacked by", "“bombed”"]
)
def test_scraps_break_nothing(text: str) -> None:
    for language in CASES:
        check(reading_of(text, language))


def check(found: Reading) -> None:
    known = {entity.id for entity in found.entities}
    mentions = {mention.id for mention in found.mentions}
    statements = {statement.id for statement in found.statements}
    assert len({event.id for event in found.events}) == len(found.events)
    for event in found.events:
        check_event(event, found.article.text)
        assert {*event.actors, *event.recipients} <= known
        assert not {*event.actors} & {*event.recipients}
        assert {*event.places, *((event.time,) if event.time else ())} <= mentions
        assert event.statement is None or event.statement in statements


def check_event(event: Event, text: str) -> None:
    assert text[event.trigger.start : event.trigger.end] == event.trigger.text
    assert event.mode is None or event.mode in plover()[event.category]["modes"]


def test_position_does_not_matter() -> None:
    sentence = "Israel bombed a school in Gaza on Monday, killing ten people."
    plain = "The baker opened his shop.\n\n"
    assert told(plain * 200 + sentence, "en") == told(sentence, "en")
