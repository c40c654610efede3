"""What the tests of a speaker's phrase compare: an attribution with speakers, roles and affiliations in plain words."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from said import read_text

CLAUSE = {"id": "gudang itu kosong", "en": "the store was empty"}


class Speaker(NamedTuple):
    """An attribution with {} for what is said; speakers, roles and affiliations are joined by " | "."""

    sentence: str
    speakers: str
    roles: str = ""
    affiliations: str = ""


def found(case: Speaker, code: str) -> Speaker:
    """What is read of the sentence's last statement."""
    statement = read_text(case.sentence.format(CLAUSE[code]), code).statements[-1]
    parts = (statement.speakers, statement.roles, statement.affiliations)
    return Speaker(case.sentence, *(" | ".join(" ".join(span.text.split()) for span in spans) for spans in parts))


def same(read: Speaker, expected: Speaker) -> bool:
    """Whether two descriptions agree, but for the capital with which a sentence begins."""
    return [part[:1].lower() + part[1:] for part in read[1:]] == [part[:1].lower() + part[1:] for part in expected[1:]]


def rows(table: dict[str, list[Speaker]]) -> list[object]:
    """The cases of a table by language as parameters, named by their sentences."""
    return [pytest.param(code, case, id=f"{code}-{case.sentence}") for code, cases in table.items() for case in cases]
