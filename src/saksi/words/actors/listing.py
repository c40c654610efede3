"""Reads a file of the gazetteer into its rows, each with the line it stands on; it knows no column's meaning."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import msgspec
import yaml

from saksi.errors import WordsError

ROWS = ("actors", "holders", "offices")
"""The keys under which a document has its rows; a file may hold documents of several."""

_COMMA = re.compile(r"(?<!\\),")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Place(msgspec.Struct, frozen=True):
    """Where a row stands: the file as a person would name it, and its line, counted from 1."""

    file: str
    line: int

    def error(self, what: str) -> WordsError:
        """What is wrong with the row, with its place in front."""
        return WordsError(f"{self.file}, line {self.line}: {what}")


class Row(msgspec.Struct, frozen=True):
    """One row: its cells, stripped, and where it stands."""

    cells: tuple[str, ...]
    place: Place


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """One document of a file. `kind` is what its head says of all rows, "" where it says nothing; `columns` counts a row's cells."""

    as_of: dt.date
    kind: str
    rows: tuple[Row, ...]


def listings(text: str, file: str, rows_under: str, columns: int) -> Iterator[Listing]:
    """The documents of one file that have rows of one sort, in their order; empty documents and those of other sorts are left out.

    `file` names it in errors, `rows_under` is the key of the list of rows ("actors", "holders"), `columns` how many cells a row
    has. Raises WordsError, with file and line, for a document that is no YAML, has no such list or no `as_of`, or for a row
    with another number of columns.
    """
    try:
        for document in yaml.compose_all(text, Loader=_LOADER):
            if document is not None and not _of_another_sort(document, rows_under):
                yield _listing(document, file, rows_under, columns)
    except yaml.YAMLError as exc:
        mark = getattr(exc, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark is not None else ""
        hint = 'put a row that begins with "|" or holds ": " in quotation marks'
        raise WordsError(f"{file}{where}: no valid YAML ({getattr(exc, 'problem', exc)}); {hint}") from exc


def listed(cell: str) -> list[str]:
    r"""The members of a list inside a cell, parted by commas; "\," is a comma inside a name."""
    return [member.replace("\\,", ",").strip() for member in _COMMA.split(cell) if member.strip()]


def _of_another_sort(document: Any, rows_under: str) -> bool:
    if not isinstance(document, yaml.MappingNode):
        return False
    keys = {key.value for key, _ in document.value}
    return rows_under not in keys and not keys.isdisjoint(ROWS)


def _listing(document: Any, file: str, rows_under: str, columns: int) -> Listing:
    line = document.start_mark.line + 1
    if not isinstance(document, yaml.MappingNode):
        raise WordsError(f"{file}, line {line}: expected as_of, kind and {rows_under}, each on a line of its own")
    heads = {key.value: value for key, value in document.value}
    if "as_of" not in heads or rows_under not in heads:
        raise WordsError(f"{file}, line {line}: this part needs a line as_of: YYYY-MM-DD and a list {rows_under}:")
    rows = heads[rows_under]
    if not isinstance(rows, yaml.SequenceNode):
        raise Place(file, rows.start_mark.line + 1).error(f'{rows_under} is no list; begin each row with "  - "')
    return Listing(
        as_of=_date(heads["as_of"], file),
        kind=str(heads["kind"].value) if "kind" in heads else "",
        rows=tuple(_row(node, file, columns) for node in rows.value),
    )


def _date(node: Any, file: str) -> dt.date:
    try:
        return dt.date.fromisoformat(node.value)
    except (TypeError, ValueError) as exc:
        raise Place(file, node.start_mark.line + 1).error("as_of is no date; write YYYY-MM-DD, the day until which the rows hold") from exc


def _row(node: Any, file: str, columns: int) -> Row:
    place = Place(file, node.start_mark.line + 1)
    if not isinstance(node, yaml.ScalarNode):
        raise place.error('a row is one line of columns parted by "|"; one with ": " in it must stand in quotation marks')
    cells = tuple(cell.strip() for cell in node.value.split("|"))
    if len(cells) != columns:
        raise place.error(f'a row of {len(cells)} columns instead of {columns}, parted by "|": {node.value}')
    return Row(cells, place)
