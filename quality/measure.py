"""Scores what Saksi reads against gold articles, and holds the figures to floors that only rise.

    python quality/measure.py            every set that is there: the scorer's figures, then the floors
    python quality/measure.py id-dev     one set
    python quality/measure.py --raise    lift the floors to what is measured now

The scorer and one part of the gold lie beside the checkout and are no part of it; the demonstration's gold lies in tests/demo, and
articles of our own in quality/gold. A floor in floors.json belongs to one state of its gold, named by a digest; of another it
fails until it is set anew. Exit code 0 where every floor holds, 1 where one does not, 3 where there is nothing to measure.
"""

from __future__ import annotations

import hashlib
import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import msgspec

ROOT = Path(__file__).resolve().parent.parent
SHARED_GOLD = ROOT.parent / "shared" / "measure" / "gold"
SCORER = SHARED_GOLD / "score_gold.py"
DEMO = ROOT / "tests" / "demo"
OWN = Path(__file__).with_name("gold")
FLOORS = Path(__file__).with_name("floors.json")
HANDED_ON = ("id", "text", "title", "uri", "outlet", "published", "language")
"""What a reader may see of a gold article."""

HELD = (
    "stmt_f1",
    "stmt_p",
    "stmt_r",
    "content_token_f1",
    "kind_acc",
    "speaker_span_acc",
    "speaker_name_acc",
    "cue_acc",
    "act_acc",
    "polarity_denied_acc",
    "certainty_acc",
    "certainty_hedged_acc",
    "speaker_kind_acc",
    "roles_acc",
    "affiliations_acc",
    "relay_f1",
    "answers_f1",
    "times_f1",
    "quantities_f1",
    "conflicts_f1",
    "credits_f1",
    "captions_f1",
    "dateline_f1",
)
"""The scorer's figures that have floors; the others are parts of these."""

LISTED = ("times", "quantities", "events", "conflicts", "credits", "captions")
"""What a gold article may leave unannotated; the scorer then gives 1.0, under which a floor could not fail."""

BELOW, NOTHING_THERE = 1, 3


class GoldSet(msgspec.Struct, frozen=True):
    """One set of gold articles: its name, its file in the scorer's form, and the bytes that its floors belong to."""

    name: str
    gold: Path
    digest: str


def gold_sets(names: list[str], scratch: Path) -> list[GoldSet]:
    """The sets that are there, or the named ones; the demonstration's gold is built into `scratch`."""
    if not SCORER.is_file():
        return []
    found = [GoldSet(path.stem, path, digest(path)) for path in sorted(SHARED_GOLD.glob("*-dev.jsonl"))]
    found.append(GoldSet("demonstration", scratch / "demonstration.jsonl", digest(DEMO / "gold.yaml")))
    found += [GoldSet(f"own-{path.stem}", scratch / f"{path.stem}.jsonl", digest(path)) for path in sorted(OWN.glob("*.yaml"))]
    for script, target in ((DEMO / "build_gold.py", scratch / "demonstration.jsonl"), (OWN / "build.py", scratch)):
        built = subprocess.run([sys.executable, script, target], check=False, stdout=subprocess.DEVNULL)  # noqa: S603 - our own scripts
        if built.returncode:
            sys.exit(f"{script.relative_to(ROOT)}: the gold does not fit its articles")
    return [gold for gold in found if not names or gold.name in names]


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]


def measure(gold: GoldSet, scratch: Path) -> dict[str, float]:
    """The figures of one set; the scorer's report goes to standard output."""
    articles, read = scratch / "articles.jsonl", scratch / "read.jsonl"
    lines = [json.loads(line) for line in gold.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    handed_on = ({key: line[key] for key in HANDED_ON if line.get(key) is not None} for line in lines)
    articles.write_text("".join(json.dumps(line) + "\n" for line in handed_on), encoding="utf-8")
    with read.open("wb") as out:
        subprocess.run([Path(sys.executable).with_name("saksi"), "read", "--json", articles], check=True, stdout=out)  # noqa: S603
    figures, report = scored(gold.gold, read)
    print(f"== {gold.name}\n{report}", end="")
    return figures


def scored(gold: Path, read: Path) -> tuple[dict[str, float], str]:
    """The scorer's figures for lines as `saksi read --json` prints them, without those of what the gold leaves out, and its report."""
    ended = subprocess.run([sys.executable, SCORER, gold, read], check=True, capture_output=True, text=True)  # noqa: S603
    line = next(line for line in ended.stdout.splitlines() if line.startswith("all: "))
    figures: dict[str, float] = json.loads(line.removeprefix("all: "))
    articles = [json.loads(each) for each in gold.read_text(encoding="utf-8").splitlines() if each.strip()]
    untried = {f"{name}_f1" for name in LISTED if not any(isinstance(article.get(name), list) for article in articles)}
    return {name: figure for name, figure in figures.items() if name not in untried}, ended.stdout


def below(measured: dict[str, float], floors: dict[str, float]) -> list[str]:
    """A line for every figure that is under its floor."""
    return [
        f"{name} is {measured.get(name, 0.0):.3f}, its floor {floor:.3f}"
        for name, floor in floors.items()
        if measured.get(name, 0.0) < floor
    ]


def raised(measured: dict[str, float], floors: dict[str, float]) -> dict[str, float]:
    """The floors lifted to what is measured, cut to three decimals; none is lowered, none is set at nothing."""
    reached = {name: math.floor(measured[name] * 1000) / 1000 for name in HELD if measured.get(name)}
    return {name: max(floors.get(name, 0.0), reached.get(name, 0.0)) for name in HELD if name in floors or name in reached}


def hold(gold: GoldSet, measured: dict[str, float], kept: dict[str, Any], *, lift: bool) -> bool:
    """Compare one set with its floors, or lift them in `kept`; False where a floor does not hold."""
    entry = kept.get(gold.name, {})
    same_gold = entry.get("digest") == gold.digest
    floors = entry.get("floors", {}) if same_gold else {}
    failed = below(measured, floors)
    if entry and not same_gold and not lift:
        failed = ["the gold is not the one its floors belong to; look at the figures, then set new floors with --raise"]
    if lift:
        kept[gold.name] = {"digest": gold.digest, "floors": raised(measured, floors)}
    for line in failed:
        print(f"{gold.name}: {line}")
    return not failed


def main(arguments: list[str]) -> int:
    """Measure the named sets, or all; gives the exit code."""
    lift = "--raise" in arguments
    names = [word for word in arguments if not word.startswith("--")]
    kept: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        sets = gold_sets(names, Path(folder))
        if not sets:
            print(f"nothing to measure: no gold or no scorer in {SHARED_GOLD.relative_to(ROOT.parent)}")
            return NOTHING_THERE
        held = [hold(gold, measure(gold, Path(folder)), kept, lift=lift) for gold in sets]
    if lift:
        FLOORS.write_text(json.dumps(kept, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return 0 if all(held) else BELOW


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
