"""What the contract promises of every reading, kept on each page of the demonstration."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import msgspec
import pytest

from saksi.intake import articles
from saksi.reading.read import read
from saksi.records import Article, Reading, Span, Statement
from saksi.records.jsonline import parse_reading, reading_line

PAGES = sorted((Path(__file__).parents[2] / "src" / "saksi" / "demo" / "pages").iterdir())
WORDS_BETWEEN = 5_000
RAIN = "Hujan turun di lembah itu dan sungai naik. " * 10


@pytest.fixture(scope="module", params=PAGES, ids=lambda page: page.name)
def readings(request: pytest.FixtureRequest) -> list[Reading]:
    """What is read of one page; a .jsonl has several articles."""
    return [read(article) for article in articles(str(request.param)) if isinstance(article, Article)]


def spans(statement: Statement) -> Iterator[Span]:
    yield from chain(statement.speakers, statement.roles, statement.affiliations, statement.contents, statement.relay)
    if statement.cue is not None:
        yield statement.cue
    if statement.answers is not None and statement.answers.anaphor is not None:
        yield statement.answers.anaphor


def everything(reading: Reading) -> Iterator[Span]:
    """Every span that indexes the article's text."""
    yield from chain(reading.captions, reading.credits, reading.mentions)
    if reading.dateline is not None:
        yield reading.dateline
    for conflict in reading.conflicts:
        yield from (conflict.a, conflict.b)
    for statement in reading.statements:
        yield from spans(statement)


def misplaced(text: str | None, found: Iterator[Span]) -> list[Span]:
    return [span for span in found if (text or "")[span.start : span.end] != span.text or not span.text]


def test_every_span_is_verbatim(readings: list[Reading]) -> None:
    for reading in readings:
        assert misplaced(reading.article.text, everything(reading)) == []
        assert misplaced(reading.article.title, chain.from_iterable(map(spans, reading.title_statements))) == []
        assert misplaced(reading.article.dek, chain.from_iterable(map(spans, reading.dek_statements))) == []


def test_ids_are_there_and_are_told_apart(readings: list[Reading]) -> None:
    for reading in readings:
        entities, mentions = {entity.id for entity in reading.entities}, {mention.id for mention in reading.mentions}
        statements = [*reading.title_statements, *reading.dek_statements, *reading.statements]
        assert len({statement.id for statement in statements}) == len(statements)
        assert (len(entities), len(mentions)) == (len(reading.entities), len(reading.mentions))
        meant = {party.entity for statement in statements for party in (*statement.speakers, *statement.relay)}
        assert meant | {mention.entity for mention in reading.mentions} <= entities | {None}
        assert {statement.time for statement in statements} | {statement.venue for statement in statements} <= mentions | {None}
        answered = {statement.answers.statement for statement in statements if statement.answers is not None}
        assert answered <= {statement.id for statement in statements}


def test_cue_and_speaker_never_overlap(readings: list[Reading]) -> None:
    for statement in chain.from_iterable(reading.statements for reading in readings):
        cue = statement.cue
        assert cue is None or all(party.end <= cue.start or cue.end <= party.start for party in statement.speakers)


def test_who_is_not_named_is_agentless(readings: list[Reading]) -> None:
    for statement in chain.from_iterable(reading.statements for reading in readings):
        assert bool(statement.speakers) != (statement.speaker_kind == "agentless")


def test_a_line_of_json_gives_the_reading_back(readings: list[Reading]) -> None:
    for reading in readings:
        given_back = parse_reading(reading_line(reading))
        assert reading_line(given_back) == reading_line(reading)


def test_the_same_article_gives_the_same_reading(readings: list[Reading]) -> None:
    for reading in readings:
        assert read(reading.article) == reading


def contents(reading: Reading) -> list[list[tuple[int, str]]]:
    return [[(part.start, part.text) for part in statement.contents] for statement in reading.statements]


def test_where_a_paragraph_stands_does_not_matter(readings: list[Reading]) -> None:
    """The same contents are found where five thousand words in which nobody speaks part the first paragraph from the others."""
    rain = "\n\n".join([RAIN.strip()] * (WORDS_BETWEEN // len(RAIN.split()))) + "\n\n"
    for reading in readings:
        text = reading.article.text
        split = text.index("\n\n") + 2
        article = msgspec.structs.replace(reading.article, captions=())
        parted = read(msgspec.structs.replace(article, text=text[:split] + rain + text[split:]))
        expected = [[(start if start < split else start + len(rain), part) for start, part in each] for each in contents(read(article))]
        assert contents(parted) == expected
