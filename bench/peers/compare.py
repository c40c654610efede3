"""Sets Saksi beside its peer on the same English articles, in one run: load time, speed, articles lost, and scores where gold lies.

    python bench/peers/compare.py [--rounds N] [--articles N] [--peer PYTHON]

The peer runs in .venv-bench, which `make bench-peers` fills. Speed is that of the demonstration's English articles and of the
English gold beside the checkout. Seconds are CPU of one process on one thread, loading apart; articles are counted as 300 words.
Exit code 0, 1 where the peer is not installed, 3 where there is no scorer beside the checkout: then speed is all that is told.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "quality"))

import measure  # noqa: E402 - the scorer is quality/measure.py's

from saksi.intake import articles  # noqa: E402
from saksi.records import Article  # noqa: E402

DEMO = ROOT / "src" / "saksi" / "demo" / "pages"
PEER = ROOT / ".venv-bench" / "bin" / "python"
WORDS = 300
ROUNDS = 5
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")
SEEN = ("id", "text", "language", "published")
"""Fields of an article that the readers get: no titles, which a pipeline over a text does not read either."""
SCORES = {
    "stmt_p": "precision",
    "stmt_r": "recall",
    "stmt_f1": "F1",
    "stmt_f1_direct": "F1 direct",
    "cue_acc": "cue",
    "speaker_name_acc": "speaker",
}
"""The scorer's figures that are shown, by their column; cue and speaker are of the statements that were found."""


class Run(msgspec.Struct, frozen=True):
    """What one reader made of one set: seconds of CPU to load and to read it, and the reason for every article it lost."""

    load: float
    seconds: float
    lost: list[str]


class Set(msgspec.Struct, frozen=True):
    """English articles under a name; `gold` has the same articles as lines of the scorer, None where there is none."""

    name: str
    lines: list[dict[str, Any]]
    gold: bool

    @property
    def words(self) -> int:
        """Words of all its articles."""
        return sum(len(line["text"].split()) for line in self.lines)


def sets(scratch: Path) -> Iterator[Set]:
    """The gold sets with their English articles, but for the blind ones; without gold, the demonstration's English articles."""
    for gold in measure.gold_sets([], scratch):
        if gold.name.endswith("-blind"):
            continue
        lines = [json.loads(line) for line in gold.gold.read_text(encoding="utf-8").splitlines() if line]
        if english := [line for line in lines if line["language"] == "en"]:
            yield Set(gold.name, english, gold=True)
    if not measure.SCORER.is_file():
        read = (article for path in sorted(DEMO.iterdir()) for article in articles(str(path)))
        yield Set("demonstration", [line_of(one) for one in read if isinstance(one, Article) and one.language == "en"], gold=False)


def line_of(article: Article) -> dict[str, Any]:
    return {key: getattr(article, key) for key in SEEN}


def run(python: Path | str, script: str, given: Path, found: Path, rounds: int) -> Run:
    """One reader over one set, in a process of its own on one thread."""
    command = [python, HERE / script, given, found, str(rounds)]
    ended = subprocess.run(command, check=True, capture_output=True, env={**os.environ, **ONE_THREAD})
    return msgspec.json.decode(ended.stdout, type=Run)


def main(arguments: list[str]) -> int:
    """Compare, print, and give the exit code."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--rounds", type=int, default=ROUNDS, help="rounds over the articles; the fastest counts")
    options.add_argument("--articles", type=int, help="articles of each set, all unless given")
    options.add_argument("--peer", type=Path, default=PEER, help="the Python of the environment that has the peer")
    given = options.parse_args(arguments)
    if not given.peer.is_file():
        print("the peer is not installed: run `make bench-peers`", file=sys.stderr)
        return 1
    readers = {"Saksi": (Path(sys.executable), "readings.py"), "textacy + spaCy": (given.peer, "quotations.py")}
    with tempfile.TemporaryDirectory() as folder:
        found = [compare(one, readers, Path(folder), given.rounds) for one in cut(sets(Path(folder)), given.articles)]
    if any(found):
        return 0
    print("no quality to measure: there is no gold or no scorer beside the checkout")
    return measure.NOTHING_THERE


def cut(all_sets: Iterator[Set], most: int | None) -> Iterator[Set]:
    """The sets with no more articles than asked for."""
    for one in all_sets:
        yield msgspec.structs.replace(one, lines=one.lines[:most])


def compare(one: Set, readers: dict[str, tuple[Path, str]], scratch: Path, rounds: int) -> bool:
    """Print what both readers make of one set; whether it could be scored."""
    gold, given, found = (scratch / name for name in ("gold.jsonl", "articles.jsonl", "found.jsonl"))
    seen = ({key: line[key] for key in SEEN if line.get(key) is not None} for line in one.lines)
    for file, lines in ((gold, one.lines), (given, seen)):
        file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    print(f"== {one.name}: {len(one.lines)} English articles, {one.words} words")
    print(f"{'':16} {'load s':>8} {'articles/s':>11} {'lost':>5}", *(f"{name:>9}" for name in SCORES.values() if one.gold))
    rates = []
    for name, (python, script) in readers.items():
        ran = run(python, script, given, found, rounds)
        rates.append(one.words / WORDS / ran.seconds)
        scored = measure.scored(gold, found)[0] if one.gold else {}
        shown = (f"{scored[key]:9.3f}" for key in SCORES if one.gold)
        print(f"{name:16} {ran.load:8.2f} {rates[-1]:11.0f} {len(ran.lost):5}", *shown)
    print(f"Saksi reads {rates[0] / rates[1]:.1f} times as many articles a second")
    return one.gold


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
