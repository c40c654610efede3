"""Finds again what a judgement was made about, in a reading that another engine may have made: by words, not by ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from saksi.joining.shingles import folded
from saksi.records import Article, Entity, Reading, Span, Statement, Subject

Field = Literal["title", "dek", "text"]

OVERLAP = 0.5
"""Part of the code points of either that two contents have in common at least (intersection over union) to be one statement."""


def statements_in(reading: Reading) -> Iterator[tuple[Field, Statement]]:
    """Every statement with the string that it indexes."""
    yield from (("title", one) for one in reading.title_statements)
    yield from (("dek", one) for one in reading.dek_statements)
    yield from (("text", one) for one in reading.statements)


def subject_of(article: Article, field: Field, statement: Statement) -> Subject:
    """A statement as a judgement holds it."""
    return Subject(article=article.id, field=field, quotes=statement.contents, cue=statement.cue)


def string_of(article: Article, field: Field) -> str:
    """The string that the field's spans index; empty where the article has none."""
    return {"title": article.title, "dek": article.dek, "text": article.text}[field] or ""


def statement_meant(subject: Subject, reading: Reading) -> Statement | None:
    """The statement that a judgement was made about, None where nothing in the reading is that any more.

    The one with the same spans; else, with the quoted words found where they stand now, the one that shares most of them.
    """
    return statement_among(subject, reading.article, list(statements_in(reading)))


def statement_among(subject: Subject, article: Article, statements: Sequence[tuple[Field, Statement]]) -> Statement | None:
    """The same among these statements of an article."""
    here = [one for field, one in statements if field == subject.field]
    for one in here:
        if one.contents == subject.quotes and one.cue == subject.cue:
            return one
    quotes = placed(subject.quotes, string_of(article, subject.field))
    cue = subject.cue.text if subject.cue is not None else None
    likely = [(overlap(quotes, one.contents), _cue(one) == cue, -one.contents[0].start, one) for one in here]
    best = max(likely, key=lambda each: each[:3], default=None)
    return best[3] if best is not None and best[0] >= OVERLAP else None


def entity_meant(subject: Subject, reading: Reading) -> Entity | None:
    """The entity that goes by the subject's name in the reading, None where nobody does."""
    return entity_named(subject.name or "", reading.entities)


def entity_named(name: str, entities: Iterable[Entity]) -> Entity | None:
    """The entity of this name or, failing that, with this alias; case aside."""
    wanted = folded(name)
    every = list(entities)
    for one in every:
        if folded(one.name) == wanted:
            return one
    return next((one for one in every if wanted in map(folded, one.aliases)), None)


def placed(quotes: Iterable[Span], whole: str) -> tuple[Span, ...]:
    """The quotes where their words stand now: at their place, else the nearest; those that stand nowhere are left out."""
    found = (nearest(quote.text, whole, quote.start) for quote in quotes)
    return tuple(span for span in found if span is not None)


def nearest(words: str, whole: str, start: int) -> Span | None:
    """Where the words stand in the text, nearest to `start` (a code point), None where they do not."""
    places: list[int] = []
    at = whole.find(words) if words else -1
    while at >= 0:
        places.append(at)
        at = whole.find(words, at + 1)
    if not places:
        return None
    best = min(places, key=lambda place: (abs(place - start), place))
    return Span.cut(whole, best, best + len(words))


def overlap(a: Sequence[Span], b: Sequence[Span]) -> float:
    """Code points that both hold, as a part of those that either holds, 0..1."""
    mine = {point for span in a for point in range(span.start, span.end)}
    theirs = {point for span in b for point in range(span.start, span.end)}
    return len(mine & theirs) / len(mine | theirs) if mine and theirs else 0.0


def _cue(one: Statement) -> str | None:
    return one.cue.text if one.cue is not None else None
