"""Every figure of quality/figures is found where it stands, alone, and means what is written there."""

from __future__ import annotations

import pytest
from cases import Case, cases, failing
from said import figures_of, times_of

from saksi.records import QuantityValue

ALL = [(language, case) for language in ("id", "en") for case in cases(f"figures/{language}.yaml")]
FAILS = [(language, case, why) for language in ("id", "en") for case, why in failing(f"figures/{language}.yaml")]

Meant = tuple[str, float | None, float | None, str | None, bool, str | None, float | None]


def _read(case: Case, language: str) -> list[Meant]:
    """What is read; the counted noun only where the case names it."""
    named = {phrase: "#" in meaning for phrase, meaning in case.found}
    found: list[Meant] = []
    for mention in figures_of(case.text, language, times_of(case.text, language, "2024-06-12")):
        value = mention.value
        assert isinstance(value, QuantityValue)
        noun = value.of if named.get(mention.text) else None
        found.append((mention.text, value.low, value.high, value.unit, value.approximate, noun, value.order))
    return found


def _wanted(case: Case) -> list[Meant]:
    return [(phrase, *_meant(meaning)) for phrase, meaning in case.found]


def _meant(meaning: str) -> tuple[float | None, float | None, str | None, bool, str | None, float | None]:
    """The parts of "100..200 km ~ #noun"."""
    size, *marks = meaning.split()
    low, dots, high = size.partition("..")
    noun = next((mark[1:].replace("_", " ") for mark in marks if mark.startswith("#")), None)
    unit = next((mark.replace("_", " ") for mark in marks if mark != "~" and not mark.startswith("#")), None)
    if size.startswith("^"):
        return None, None, unit, "~" in marks, noun, float(size[1:])
    first = float(low) if low else None
    last = first if not dots else float(high) if high else None
    return first, last, unit, "~" in marks, noun, None


@pytest.mark.parametrize(("language", "case"), ALL, ids=[f"{language}: {case.text}" for language, case in ALL])
def test_figures(language: str, case: Case) -> None:
    assert _read(case, language) == _wanted(case)


@pytest.mark.parametrize(("language", "case", "why"), FAILS)
def test_figures_that_are_read_wrongly_are_listed_with_their_reason(language: str, case: Case, why: str) -> None:
    assert why
    assert _read(case, language) != _wanted(case), "is read rightly now: move it to its group"


def test_there_are_as_many_cases_as_the_files_promise() -> None:
    for language in ("id", "en"):
        assert sum(1 for known, _ in ALL if known == language) >= 150
