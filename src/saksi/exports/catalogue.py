"""Which kinds a ledger is exported as, and in which formats."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

from saksi.exports.articles import article_records
from saksi.exports.claims import actor_records, claim_records, conflict_records
from saksi.exports.events import event_records
from saksi.exports.families import family_record
from saksi.exports.jsonl import json_lines
from saksi.exports.relations import relation_records
from saksi.exports.statements import statement_records
from saksi.exports.statements_csv import statement_table
from saksi.ledger import Ledger
from saksi.records import Reading

Export = Callable[[Ledger], Iterator[bytes]]
"""Turns what a ledger holds into the bytes of a file, piece by piece, in an order that does not depend on how it came in."""


def _lines_of(records: Callable[[Reading], Iterator[dict[str, Any]]]) -> Export:
    return lambda ledger: json_lines(chain.from_iterable(map(records, ledger.readings())))


def _judgement_lines(ledger: Ledger) -> Iterator[bytes]:
    from saksi.exports.judgements import judgement_records  # it takes the database library, which costs half a second

    return json_lines(judgement_records(ledger))


EXPORTS: dict[str, dict[str, Export]] = {
    "articles": {"jsonl": _lines_of(article_records)},
    "statements": {"jsonl": _lines_of(statement_records), "csv": lambda ledger: statement_table(ledger.readings())},
    "events": {"jsonl": _lines_of(event_records)},
    "relations": {"jsonl": _lines_of(relation_records)},
    "families": {"jsonl": lambda ledger: json_lines(map(family_record, ledger.families()))},
    "claims": {"jsonl": lambda ledger: json_lines(claim_records(ledger))},
    "conflicts": {"jsonl": lambda ledger: json_lines(conflict_records(ledger))},
    "actors": {"jsonl": lambda ledger: json_lines(actor_records(ledger))},
    "judgements": {"jsonl": _judgement_lines},
}
"""Kind -> format -> how it is written."""
