"""Every time of quality/times is found where it stands, alone, and means what is written there."""

from __future__ import annotations

import pytest
from cases import Case, cases, failing, load, parts
from said import figures_of, times_of

from saksi.records import TimeValue

ALL = [(language, case) for language in ("id", "en") for case in cases(f"times/{language}.yaml")]
FAILS = [(language, case, why) for language in ("id", "en") for case, why in failing(f"times/{language}.yaml")]
TRAPS = [(group["language"], group["no"], text) for group in load("times/traps.yaml")["groups"] for text in group["texts"]]


def _meanings(case: Case, language: str) -> list[tuple[str, str]]:
    """What is read, written as the case writes it: only the parts that the case checks."""
    written = []
    wanted = dict(case.found)
    for mention in times_of(case.text, language, case.on):
        value = mention.value
        assert isinstance(value, TimeValue)
        _, ends, marks = parts(wanted.get(mention.text, "?"))
        shown = value.value or "-"
        if ends is not None:
            shown += f" {value.from_}..{value.to}"
        if value.approximate or "~" in marks:
            shown += " ~" if value.approximate else " exact"
        if value.zone is not None:
            shown += f" {value.zone}"
        written.append((mention.text, shown))
    return written


@pytest.mark.parametrize(("language", "case"), ALL, ids=[f"{language}: {case.text}" for language, case in ALL])
def test_times(language: str, case: Case) -> None:
    assert _meanings(case, language) == list(case.found)


@pytest.mark.parametrize(("language", "case", "why"), FAILS)
def test_times_that_are_read_wrongly_are_listed_with_their_reason(language: str, case: Case, why: str) -> None:
    assert why
    assert _meanings(case, language) != list(case.found), "is read rightly now: move it to its group"


@pytest.mark.parametrize(("language", "no", "text"), TRAPS, ids=[f"{language}: {text}" for language, _, text in TRAPS])
def test_traps(language: str, no: str, text: str) -> None:
    times = times_of(text, language, "2024-06-12")
    if "time" in no:
        assert [mention.text for mention in times] == []
    if "figure" in no:
        assert [mention.text for mention in figures_of(text, language, times)] == []


@pytest.mark.parametrize("entry", load("times/traps.yaml")["fails"], ids=lambda entry: entry["text"])
def test_traps_that_still_catch_are_listed_with_their_reason(entry: dict[str, str]) -> None:
    assert entry["why"]
    times = times_of(entry["text"], entry["language"], "2024-06-12")
    assert times or figures_of(entry["text"], entry["language"], times), "catches no longer: move it to its group"


def test_there_are_as_many_cases_as_the_files_promise() -> None:
    counts = {language: sum(1 for known, _ in ALL if known == language) for language in ("id", "en")}
    assert counts["id"] >= 300
    assert counts["en"] >= 150
    assert len(TRAPS) >= 200
