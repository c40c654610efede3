"""Writes records as JSON lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from saksi.records.jsonline import line


def json_lines(records: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    """Each record as one line of JSON, UTF-8, with its line end."""
    return (line(record) + b"\n" for record in records)
