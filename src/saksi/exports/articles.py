"""Articles as they are exported: the contract's object for one read article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from saksi.records import Reading
from saksi.records.jsonline import reading_fields


def article_records(reading: Reading) -> Iterator[dict[str, Any]]:
    """The one record of a reading."""
    yield reading_fields(reading)
