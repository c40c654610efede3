"""The annotated names of quality/names: in order, and checked by a check that can fail."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml


@pytest.fixture(scope="module")
def check(checkout: Path) -> ModuleType:
    """quality/names/check.py, which is a program and no part of the package."""
    spec = importlib.util.spec_from_file_location("names_check", checkout / "quality" / "names" / "check.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def article(*names: dict[str, Any]) -> dict[str, Any]:
    """An article whose text has two Holts, one inside a longer name."""
    return {"id": "x", "published": "2024-01-01", "text": "Gen. Thomas Holt spoke in Iran. Holt left.", "names": list(names)}


def name(text: str, **more: Any) -> dict[str, Any]:
    """An annotation of a person."""
    return {"text": text, "kind": "person", "entity": "e1", **more}


@pytest.mark.parametrize(("stem", "articles"), [("en", 30), ("en-blind", 30), ("id", 20), ("id-blind", 20)])
def test_every_set_is_whole_and_in_order(check: ModuleType, stem: str, articles: int) -> None:
    """Each has its number of articles, and nothing to object to."""
    failures, counts = check.check(stem, set(), look=False)
    assert ([], articles) == (failures, counts["articles"])


def test_an_occurrence_inside_a_longer_name_is_none_of_the_shorter(check: ModuleType) -> None:
    """The "Holt" of "Thomas Holt" is not annotated twice."""
    placed, failures = check.place(article(name("Thomas Holt"), name("Holt")))
    assert failures == []
    assert [(one.name["text"], one.start) for one in placed] == [("Thomas Holt", 5), ("Holt", 32)]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ([name("Ira")], "does not occur"),
        ([name("Holt", nth=3)], "none with nth 3"),
        ([name("Thomas Holt"), name("Holt spoke")], "overlap"),
        ([name("Holt"), name("Holt", entity="e2")], "overlap"),
    ],
)
def test_a_wrong_annotation_is_refused(check: ModuleType, wrong: list[dict[str, Any]], said: str) -> None:
    """Not a word of the text, no such occurrence, two names over one stretch."""
    _, failures = check.place(article(*wrong))
    assert any(said in failure for failure in failures)


def test_a_bare_capital_is_listed_for_a_second_look(check: ModuleType) -> None:
    """ "Iran" is neither annotated nor at the head of a sentence; "Gen" is plain."""
    text = article(name("Thomas Holt"), name("Holt"))
    placed, _ = check.place(text)
    (line,) = check.unannotated(text, placed, {"Gen"})
    assert line.startswith("'Iran'")


def test_no_text_of_the_open_half_is_in_the_blind_one(checkout: Path) -> None:
    """The halves share no id and no text."""
    for language in ("en", "id"):
        halves = [
            yaml.safe_load((checkout / "quality" / "names" / f"{stem}.yaml").read_text(encoding="utf-8"))
            for stem in (language, f"{language}-blind")
        ]
        for key in ("id", "text"):
            seen, blind = ({entry[key] for entry in half} for half in halves)
            assert set() == seen & blind
