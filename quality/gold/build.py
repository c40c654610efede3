"""Turns en.yaml and id.yaml into scoring lines: articles written and annotated by hand, with offsets into their texts.

    python quality/gold/build.py FOLDER      writes FOLDER/en.jsonl and FOLDER/id.jsonl

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

LANGUAGES = ("en", "id")


def articles(language: str) -> list[dict[str, Any]]:
    """The annotated articles of one language, `answers` counted from 0 as the placing code does; none where the file is not there."""
    path = HERE / f"{language}.yaml"
    entries: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else []
    for entry in entries:
        entry["language"] = language
        for statement in entry["statements"]:
            if "answers" in statement:
                statement["answers"] -= 1
    return entries


def built(language: str) -> tuple[list[dict[str, Any]], list[str]]:
    """The scoring lines of one language, and a line for each failure."""
    results = [line(entry, entry["id"], entry["id"], entry["text"], origin="gold") for entry in articles(language)]
    failures = [failure for _, lines in results for failure in lines]
    for record, _ in results:
        count = len(record["statements"])
        linked = [s["answers"]["statement"] for s in record["statements"] if s["answers"]]
        failures += [f"{record['id']}: answers statement {n + 1} of {count}" for n in linked if not 0 <= n < count]
    return [record for record, _ in results], failures


def main(arguments: list[str]) -> int:
    """Writes the lines of both languages."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    failed = False
    for language in LANGUAGES:
        records, failures = built(language)
        if not records:
            continue
        write(Path(arguments[0]) / f"{language}.jsonl", records)
        print("\n".join(failures) or f"{language}: {sum(len(r['statements']) for r in records)} statements in {len(records)} articles")
        failed |= bool(failures)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
