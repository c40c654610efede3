"""Scores the relations that Saksi reads in sentences of our own against those written beside them.

    python quality/relations/check.py             both languages, the half that is looked at: figures, and what is wrong
    python quality/relations/check.py --blind     the half that is not: figures only

A relation is right where kind, both sides by name, `past`, `denied` and its days are. Exit code 1 where a figure is under `LEAST`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import yaml

from saksi.reading.read import read
from saksi.records import Article
from saksi.words.world import world

LEAST = 0.75
"""F1 under which a set fails."""


def told(text: str, language: str) -> set[str]:
    """The relations of a sentence in the form of the files."""
    reading = read(Article(id="a", text=text, language=language))
    names = {entity.id: entity.name for entity in reading.entities}
    found = set()
    for one in reading.relations:
        marks = (*(["past"] if one.past else []), *(["denied"] if one.denied else []), *filter(None, (one.from_, one.to)))
        found.add(" ".join((f"{one.kind}: {names[one.subject]} > {names[one.object]}", *marks)))
    return set(map(by_state, found))


def by_state(relation: str) -> str:
    """A relation with its states by their codes, since a text may name one by its people only ("French")."""
    kind, _, rest = relation.partition(": ")
    subject, _, behind = rest.partition(" > ")
    state, _, marks = behind.partition(" ")
    return f"{kind}: {_code(subject)} > {_code(state)} {marks}" if state in world().states else f"{kind}: {_code(subject)} > {behind}"


def _code(name: str) -> str:
    form = world().states.get(name)
    return name if form is None or form.iso3 is None else form.iso3


def check(path: Path, *, quiet: bool) -> float:
    """F1 of one file; prints the figures and, unless `quiet`, what was missed and what was made up."""
    right = given = wanted = 0
    for case in yaml.safe_load(path.read_text(encoding="utf-8")):
        gold, found = set(map(by_state, case["relations"])), told(case["text"], path.stem[:2])
        right, given, wanted = right + len(gold & found), given + len(found), wanted + len(gold)
        if gold != found and not quiet:
            print(f"  {case['text']}\n    missed {sorted(gold - found)}, made up {sorted(found - gold)}")
    f1 = 2 * right / (given + wanted)
    print(f"{path.stem}: {right} of {wanted} found, {given - right} made up, F1 {f1:.3f}")
    return f1


def main(arguments: list[str]) -> int:
    """Check the half that is looked at, or the blind one; gives the exit code."""
    blind = "--blind" in arguments
    paths = [path for path in sorted(Path(__file__).parent.glob("*.yaml")) if path.stem.endswith("-blind") == blind]
    return int(min(check(path, quiet=blind) for path in paths) < LEAST)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
