"""Scores the names that Saksi finds in the annotated texts of quality/names: precision, recall and F1, for all and for each kind.

    python quality/names.py            every open set that is there
    python quality/names.py id en      the sets named

A name is right where its bounds and its kind are the annotated ones. A mention counts by what it names: the name of a state is a state
wherever it stands, and a place where it is read as one. Roles, pronouns, times and figures are no names. Exit code 3 without a set.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from saksi.reading.read import read
from saksi.records import Article, Reading

FOLDER = Path(__file__).with_name("names")
KINDS = ("person", "organization", "group", "state", "place")
Found = set[tuple[int, int, str]]


def annotated(article: Mapping[str, Any]) -> Found:
    """The names of an article as (start, end, kind); one without `nth` stands wherever its text does outside longer names."""
    text = article["text"]
    taken: list[tuple[int, int]] = []
    places: dict[str, list[int]] = {}
    for form in sorted({name["text"] for name in article["names"]}, key=len, reverse=True):
        whole = re.compile(rf"(?<!\w){re.escape(form)}(?!\w)")
        starts = [found.start() for found in whole.finditer(text) if not any(a < found.end() and found.start() < b for a, b in taken)]
        taken += [(start, start + len(form)) for start in starts]
        places[form] = starts
    names: Found = set()
    for name in article["names"]:
        starts = places[name["text"]]
        wanted = name.get("nth")
        numbers = range(1, len(starts) + 1) if wanted is None else wanted if isinstance(wanted, list) else [wanted]
        names |= {(starts[n - 1], starts[n - 1] + len(name["text"]), name["kind"]) for n in numbers if n <= len(starts)}
    return names


def found(reading: Reading) -> Found:
    """The names of a reading as (start, end, kind)."""
    kinds = {entity.id: entity.kind for entity in reading.entities}
    names: Found = set()
    for mention in reading.mentions:
        kind = mention.kind
        if kind == "place" and mention.entity is not None and kinds.get(mention.entity) == "state":
            kind = "state"
        if kind in KINDS and mention.entity is not None:
            names.add((mention.start, mention.end, kind))
    return names


def counts(pairs: Iterable[tuple[Found, Found]]) -> dict[str, tuple[int, int, int]]:
    """For all and each kind: right, found, annotated."""
    sums = {kind: [0, 0, 0] for kind in ("all", *KINDS)}
    for mine, gold in pairs:
        for kind, (right, got, wanted) in ((kind, _counted(kind, mine, gold)) for kind in sums):
            sums[kind] = [sums[kind][0] + right, sums[kind][1] + got, sums[kind][2] + wanted]
    return {kind: (row[0], row[1], row[2]) for kind, row in sums.items()}


def _counted(kind: str, mine: Found, gold: Found) -> tuple[int, int, int]:
    got = {name for name in mine if kind in ("all", name[2])}
    wanted = {name for name in gold if kind in ("all", name[2])}
    return len(got & wanted), len(got), len(wanted)


def main(wanted: list[str]) -> int:
    """Print a line for each set and kind."""
    sets = [FOLDER / f"{name}.yaml" for name in wanted or ("id", "en") if (FOLDER / f"{name}.yaml").exists()]
    for path in sets:
        articles = yaml.safe_load(path.read_text(encoding="utf-8"))
        language = path.stem.partition("-")[0]
        pairs = []
        for article in articles:
            reading = read(Article(id=article["id"], sha256="", text=article["text"], language=language))
            pairs.append((found(reading), annotated(article)))
        for kind, (right, got, gold) in counts(pairs).items():
            f1 = 2 * right / max(1, got + gold)
            print(f"{path.stem:10} {kind:13} P {right / max(1, got):.3f}  R {right / max(1, gold):.3f}  F1 {f1:.3f}  of {gold}")
    return 0 if sets else 3


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
