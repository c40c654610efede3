"""Which kinds a ledger is exported as, and in which formats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Any

from saksi.exports.articles import article_records
from saksi.exports.events import event_records
from saksi.exports.jsonl import json_lines
from saksi.exports.statements import statement_records
from saksi.exports.statements_csv import statement_table
from saksi.records import Reading

Export = Callable[[Iterable[Reading]], Iterator[bytes]]
"""Turns readings, in their order, into the bytes of a file, piece by piece."""


def _lines_of(records: Callable[[Reading], Iterator[dict[str, Any]]]) -> Export:
    return lambda readings: json_lines(chain.from_iterable(map(records, readings)))


EXPORTS: dict[str, dict[str, Export]] = {
    "articles": {"jsonl": _lines_of(article_records)},
    "statements": {"jsonl": _lines_of(statement_records), "csv": statement_table},
    "events": {"jsonl": _lines_of(event_records)},
}
"""Kind -> format -> how it is written."""
