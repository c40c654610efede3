"""Saksi, timed as its peers are: the whole reading of the same articles. `python readings.py ARTICLES.jsonl FOUND.jsonl ROUNDS`."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any

from rounds import Article, Reader, run


def load() -> Reader:
    """The reading with its English words, ready to read."""
    from saksi.reading.read import read
    from saksi.records import Article as Record
    from saksi.records import Reading
    from saksi.records.jsonline import reading_line

    def read_all(articles: Sequence[Article]) -> list[Any]:
        return [read(Record(**article)) for article in articles]

    def tell(reading: Reading) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(reading_line(reading))
        return told

    read(Record(id="", text="He said so.", language="en"))
    return Reader(read_all, tell)


if __name__ == "__main__":
    run(load, sys.argv[1:])
