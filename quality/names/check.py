"""Checks the annotated names of this folder: every text occurs, every nth is there, nothing overlaps. It measures no reader.

    python quality/names/check.py                 every set; a line for each failure, then the counts
    python quality/names/check.py en id           the sets named
    python quality/names/check.py en --look       and every capitalised word that is neither annotated nor opens a sentence

An occurrence of a name is a whole word that does not lie inside a longer name of the same article: `nth` counts these from 1, and
an annotation without `nth` means all of them. Exit code 0 where everything is in order, 1 where something is not, 2 for a wrong call.
"""

from __future__ import annotations

import itertools
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import yaml

HERE = Path(__file__).resolve().parent
SETS = tuple(sorted(path.stem for path in HERE.glob("*.yaml") if path.stem != "plain"))
"""File names without their ending; they begin with the language."""

KINDS = ("person", "organization", "group", "state", "place")
ARTICLE_KEYS = {"id", "published", "text", "names", "left"}
NAME_KEYS = {"text", "kind", "entity", "nth", "stands_for", "point"}
LENGTH = range(90, 201)
"""Words of an article."""

OPENING = re.compile(r"(?:^|[\n.!?:…]|[–—]|\s-{1,2})[\s\"'“‘(]*$|[\"“(]$")
"""What stands before a word that has its capital from its position: a line, a sentence, a quotation, a bracket, a dateline's dash."""


class Placed(NamedTuple):
    """One annotated name at one place of its article: offsets in code points, end excluded."""

    start: int
    end: int
    name: dict[str, Any]


def occurrences(text: str, wanted: str, others: list[str]) -> list[int]:
    """Where `wanted` stands as a whole word of `text` and not inside one of the longer `others`.

    "Holt" in "Thomas Holt said. Holt left." has one where "Thomas Holt" is a name too, and two where it is none.
    """
    longer = [(at, at + len(other)) for other in others if len(other) > len(wanted) and wanted in other for at in whole(text, other)]
    return [at for at in whole(text, wanted) if not any(start <= at and at + len(wanted) <= end for start, end in longer)]


def whole(text: str, wanted: str) -> list[int]:
    """Offsets of `wanted` between two characters that are no letters and no digits: not in "Iranian" for "Iran"."""
    return [found.start() for found in re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", text)]


def place(article: dict[str, Any]) -> tuple[list[Placed], list[str]]:
    """The names of one article at their offsets, in the order of the text, and what is wrong with them."""
    text: str = article["text"]
    written = [name["text"] for name in article["names"]] + article.get("left", [])
    found: list[Placed] = []
    failures: list[str] = []
    for name in article["names"]:
        starts = occurrences(text, name["text"], written)
        nth = name.get("nth")
        if not starts:
            failures.append(f"{name['text']!r} does not occur by itself")
        elif nth is not None and not 1 <= nth <= len(starts):
            failures.append(f"{name['text']!r} has {len(starts)} occurrences, none with nth {nth}")
        else:
            found += [Placed(at, at + len(name["text"]), name) for at in (starts if nth is None else [starts[nth - 1]])]
    found.sort(key=lambda placed: placed[:2])
    for one, other in itertools.pairwise(found):
        if other.start < one.end:
            failures.append(f"{one.name['text']!r} and {other.name['text']!r} overlap at {other.start}")
    return found, failures


def shape(article: dict[str, Any]) -> Iterator[str]:
    """What is wrong with the fields of one article, a line each."""
    if extra := set(article) - ARTICLE_KEYS:
        yield f"unknown keys {sorted(extra)}"
    date.fromisoformat(article["published"])
    if (count := len(article["text"].split())) not in LENGTH:
        yield f"{count} words, not 90 to 200"
    kinds: dict[str, str] = {}
    for name in article["names"]:
        if extra := set(name) - NAME_KEYS:
            yield f"{name['text']!r} has unknown keys {sorted(extra)}"
        if name["kind"] not in KINDS:
            yield f"{name['text']!r} is of no kind: {name['kind']!r}"
        if kinds.setdefault(name["entity"], name["kind"]) != name["kind"]:
            yield f"{name['text']!r} gives {name['entity']} a second kind"
        if name["kind"] != "place" and {"stands_for", "point"} & set(name):
            yield f"{name['text']!r} is no place, so that it has no point and stands for nothing"
        if "point" in name and not (abs(name["point"][0]) <= 90 and abs(name["point"][1]) <= 180):
            yield f"{name['text']!r} lies nowhere: {name['point']}"
    for left in article.get("left", []):
        if left not in article["text"]:
            yield f"{left!r} is left out and does not occur"


def unannotated(article: dict[str, Any], placed: list[Placed], plain: set[str]) -> Iterator[str]:
    """Capitalised words for a second look, each with its surroundings: not annotated, not left out, not opening a sentence."""
    text: str = article["text"]
    covered = [(one.start, one.end) for one in placed]
    covered += [(at, at + len(left)) for left in article.get("left", []) for at in whole(text, left)]
    for word in re.finditer(r"\w[\w'’-]*", text):
        if not word[0][0].isupper() or re.sub(r"(?:['’]s?|\d+)$", "", word[0]) in plain or OPENING.search(text[: word.start()]):
            continue
        if not any(start < word.end() and word.start() < end for start, end in covered):
            yield f"{word[0]!r} in {text[max(0, word.start() - 30) : word.end() + 30]!r}".replace("\\n", " ")


def check(name: str, plain: set[str], look: bool) -> tuple[list[str], Counter[str]]:
    """The failures of one set and, where it is asked for, its second looks; and its counts."""
    articles: list[dict[str, Any]] = yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
    failures: list[str] = []
    counts: Counter[str] = Counter(articles=len(articles), words=sum(len(article["text"].split()) for article in articles))
    for article in articles:
        placed, wrong = place(article)
        failures += [f"{article['id']}: {line}" for line in (*shape(article), *wrong)]
        counts.update(one.name["kind"] for one in placed)
        counts["entities"] += len({one.name["entity"] for one in placed})
        counts["stands_for"] += sum("stands_for" in one.name for one in placed)
        counts["points"] += sum("point" in one.name for one in placed)
        counts["articles with points"] += any("point" in one.name for one in placed)
        if look:
            for line in unannotated(article, placed, plain):
                print(f"{article['id']}: look at {line}")
    if len({article["id"] for article in articles}) != len(articles):
        failures.append(f"{name}: an id stands twice")
    return failures, counts


def main(arguments: list[str]) -> int:
    """Check the sets named, or all."""
    names = [argument for argument in arguments if argument != "--look"] or list(SETS)
    if unknown := [name for name in names if name not in SETS]:
        print(f"no such set: {', '.join(unknown)}; there are {', '.join(SETS)}", file=sys.stderr)
        return 2
    lists: dict[str, str] = yaml.safe_load((HERE / "plain.yaml").read_text(encoding="utf-8"))
    plain = {word for words in lists.values() for word in words.split()}
    failed = False
    for name in names:
        failures, counts = check(name, plain, "--look" in arguments)
        print(*failures, sep="\n", end="\n" if failures else "")
        print(f"{name}: " + ", ".join(f"{count} {what}" for what, count in counts.items()))
        failed = failed or bool(failures)
    return int(failed)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
