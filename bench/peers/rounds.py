"""Times a reader of articles in a process of its own: CPU of its loading, and of the fastest of several rounds over the articles.

Knows no reader: each has a script beside this one, which `compare.py` starts.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

Article = dict[str, Any]
"""A line of JSON with `id`, `text` and what else a reader may see of an article."""


class Lost(NamedTuple):
    """An article that a reader refused, and why."""

    why: str


class Reader(NamedTuple):
    """`read` is timed and gives what it found in each article, or Lost; `tell` turns that into keys of the JSON of `saksi read`."""

    read: Callable[[Sequence[Article]], list[Any]]
    tell: Callable[[Any], dict[str, Any]]


def run(load: Callable[[], Reader], arguments: Sequence[str]) -> None:
    """`ARTICLES.jsonl FOUND.jsonl ROUNDS`: writes what was found, prints the seconds and the reasons of losses as JSON."""
    articles = [json.loads(line) for line in Path(arguments[0]).read_text(encoding="utf-8").splitlines() if line]
    begin = process_time()
    reader = load()
    loaded = process_time() - begin
    found = reader.read(articles)
    fastest = min(_seconds(reader, articles) for _ in range(int(arguments[2])))
    with Path(arguments[1]).open("w", encoding="utf-8") as out:
        for article, result in zip(articles, found, strict=True):
            told = {"statements": []} if isinstance(result, Lost) else reader.tell(result)
            out.write(json.dumps(told | {"id": article["id"], "text": article["text"]}) + "\n")
    lost = [result.why for result in found if isinstance(result, Lost)]
    json.dump({"load": loaded, "seconds": fastest, "lost": lost}, sys.stdout)


def _seconds(reader: Reader, articles: Sequence[Article]) -> float:
    begin = process_time()
    reader.read(articles)
    return process_time() - begin
