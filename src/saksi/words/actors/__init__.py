"""The actors that news names (organizations, groups, people) and who held which office when, as reviewed facts in YAML.

`actors()` is the whole; `holder("president", "USA", date(2016, 5, 1))` says who held an office on a day, `holders_of("Obama")`
which offices somebody held. A file's `as_of` is the day until which its rows hold: nothing is said of later days. States stand in
`saksi.words.world`, places in `saksi.words.places`.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from saksi.words.actors.compiled import opened
from saksi.words.actors.gazetteer import Gazetteer, Sense, gazetteer
from saksi.words.actors.overlay import OwnRows, add_row, overlaid, own_row, own_rows, row_text, taken_forms
from saksi.words.actors.records import Actor, ActorForm, ActorKind, Holder, OfficeKind
from saksi.words.actors.rows import actors_in, holders_in, neighbours, offices_in, sectors

__all__ = [
    "Actor",
    "ActorForm",
    "ActorKind",
    "Gazetteer",
    "Holder",
    "OfficeKind",
    "OwnRows",
    "Sense",
    "actors",
    "actors_with",
    "add_row",
    "from_rows",
    "holder",
    "holders_of",
    "neighbours",
    "overlaid",
    "own_row",
    "own_rows",
    "row_text",
    "sectors",
    "taken_forms",
]


@cache
def actors() -> Gazetteer:
    """The gazetteer that ships with Saksi, opened once from what `from_rows` was compiled to. Raises WordsError where that is damaged."""
    return opened()


def from_rows() -> Gazetteer:
    """The gazetteer of the YAML files that ship with Saksi, every row checked; for whoever compiles or tests it, since it takes long.

    Raises WordsError, with file and line, where a row is malformed.
    """
    folder = resources.files("saksi.words").joinpath("actors")
    offices = offices_in(folder.joinpath("offices.yaml").read_text(encoding="utf-8"), "actors/offices.yaml")
    rows = [row for file in _files(folder) if file.name != "offices.yaml" for row in actors_in(_read(file), f"actors/{file.name}")]
    terms = [
        term for file in _files(folder.joinpath("holders")) for term in holders_in(_read(file), f"actors/holders/{file.name}", offices)
    ]
    return gazetteer(rows, terms, offices)


@cache
def actors_with(path: Path) -> Gazetteer:
    """The gazetteer with a user's file laid over it, read once. Raises WordsError, with file and line, for what cannot be right."""
    shipped = actors()
    return overlaid(shipped, own_rows(path, shipped.offices))


def holders_of(name: str) -> tuple[Holder, ...]:
    """The terms of the person of that name, form or Wikidata id, earliest first; empty for an unknown one."""
    return actors().holders_of(name)


def holder(office: str, state: str, on_date: dt.date) -> Holder | None:
    """Who surely held an office of a state (alpha-3), body or province on a day; None where the rows do not say.

    Raises WordsError for an office that `offices.yaml` does not hold.
    """
    return actors().holder(office, state, on_date)


def _files(folder: Traversable) -> list[Traversable]:
    return sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name)


def _read(file: Traversable) -> str:
    return file.read_text(encoding="utf-8")
