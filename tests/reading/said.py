"""What the tests of reading compare: each statement as one row of plain words, and the reading of a bare text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import pytest

from saksi.reading.numerals import lexemes
from saksi.reading.quantities import find_quantities
from saksi.reading.read import read
from saksi.reading.times import find_times
from saksi.reading.tokens import tokenise
from saksi.records import Article, Mention, Reading, Statement


class Said(NamedTuple):
    """One statement; several speakers, contents or relays are joined by " | ", no speaker is "", no cue is None."""

    speakers: str
    cue: str | None
    contents: str
    act: str = "inform"
    polarity: str = "affirmed"
    certainty: str = "certain"
    relay: str = ""


def read_text(text: str, language: str = "id", **fields: Any) -> Reading:
    """The reading of an article that is nothing but this text."""
    return read(Article(id="a1", text=text, language=language, **fields))


def row(statement: Statement) -> Said:
    """The statement in plain words; a line end inside a span reads as a space."""
    return Said(
        speakers=_joined(party.text for party in statement.speakers),
        cue=None if statement.cue is None else _joined([statement.cue.text]),
        contents=_joined(span.text for span in statement.contents),
        act=statement.act,
        polarity=statement.polarity,
        certainty=statement.certainty,
        relay=_joined(party.text for party in statement.relay),
    )


def rows(reading: Reading) -> list[Said]:
    """All statements of the text, in its order."""
    return [row(statement) for statement in reading.statements]


def said(text: str, language: str = "id") -> list[Said]:
    """The rows of a bare text."""
    return rows(read_text(text, language))


def times_of(text: str, language: str, published: str | None) -> tuple[Mention, ...]:
    """The times of a bare text."""
    return find_times(text, lexemes(tokenise(text), language), language, published)


def figures_of(text: str, language: str, times: Sequence[Mention]) -> tuple[Mention, ...]:
    """The figures of a bare text beside its times."""
    return find_quantities(text, lexemes(tokenise(text), language), language, times)


def names(reading: Reading) -> list[str | None]:
    """For each statement the full name of its first speaker's entity, None without a speaker or an entity."""
    full = {entity.id: entity.name for entity in reading.entities}
    return [full.get(statement.speakers[0].entity or "") if statement.speakers else None for statement in reading.statements]


def parameters(table: dict[str, list[Any]]) -> list[Any]:
    """The rows of a table by language as parameters, each with its language in front; marks and ids are kept."""
    found = []
    for code, cases in table.items():
        for case in cases:
            values, marks = (case.values, case.marks) if hasattr(case, "marks") else (case if isinstance(case, tuple) else (case,), ())
            name = getattr(case, "id", None)
            found.append(pytest.param(code, *values, marks=marks, id=name and f"{code}: {name}"))
    return found


def _joined(parts: Any) -> str:
    return " | ".join(" ".join(part.split()) for part in parts)
