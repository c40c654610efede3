"""Turns the annotated articles of this folder into scoring lines: written and annotated by hand, with offsets into their texts.

    python quality/gold/build.py FOLDER      writes FOLDER/en.jsonl, FOLDER/id.jsonl, and so on for each set

What is called blind was read by nobody who wrote a rule before it was first measured; decisions/ tells when, and with what figures.
The strings are placed as those of the demonstration's gold are (tests/demo/build_gold.py). A statement's `answers` counts from 1 here.
Exit code 1, and one line for each failure, where a string is not found verbatim in its article; 2 for a wrong call.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "tests" / "demo"))

from build_gold import line, write  # noqa: E402

SETS = tuple(sorted(path.stem for path in HERE.glob("*.yaml")))
"""File names without their ending; they begin with the language."""


def articles(name: str) -> list[dict[str, Any]]:
    """The annotated articles of one set, `answers` counted from 0 as the placing code does."""
    entries: list[dict[str, Any]] = yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
    for entry in entries:
        entry["language"] = name[:2]
        for statement in entry["statements"]:
            if "answers" in statement:
                statement["answers"] -= 1
    return entries


def built(name: str) -> tuple[list[dict[str, Any]], list[str]]:
    """The scoring lines of one set, and a line for each failure."""
    results = [line(entry, entry["id"], entry["id"], entry["text"], origin="gold") for entry in articles(name)]
    failures = [failure for _, lines in results for failure in lines]
    for record, _ in results:
        count = len(record["statements"])
        linked = [s["answers"]["statement"] for s in record["statements"] if s["answers"]]
        failures += [f"{record['id']}: answers statement {n + 1} of {count}" for n in linked if not 0 <= n < count]
    return [record for record, _ in results], failures


def main(arguments: list[str]) -> int:
    """Writes the lines of every set."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    failed = False
    for name in SETS:
        records, failures = built(name)
        write(Path(arguments[0]) / f"{name}.jsonl", records)
        print("\n".join(failures) or f"{name}: {sum(len(r['statements']) for r in records)} statements in {len(records)} articles")
        failed |= bool(failures)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
