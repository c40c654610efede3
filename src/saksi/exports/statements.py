"""Statements as they are exported: the contract's object with its article and the string that its spans index."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from saksi.ledger.rows import statements_of
from saksi.records import Reading


def statement_records(reading: Reading) -> Iterator[dict[str, Any]]:
    """A record for each statement: headline's, dek's, then the text's. `field` is title, dek or text."""
    for field, statement in statements_of(reading):
        yield {**msgspec.structs.asdict(statement), "article": reading.article.id, "field": field}
