"""Measures how the ledger finds families: recall of planted copies, false joins, time of a lookup, CPU and size.

`python bench/families.py [ARTICLES] [--probes N] [--ledger FILE]`, 20,000 articles unless told otherwise. The articles are made up:
words by a Zipf law, stock phrases, an outlet's own closing lines, notices on templates. One in ten is a copy of another:
whole, cut to its first part, without its dateline and with a figure changed, a passage cut and one added, or with about
every twelfth word replaced. The ledger is filled, then more articles of the same sort are looked up and added one by one.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, islice
from pathlib import Path

from sqlalchemy import insert

from saksi.joining.families import decide
from saksi.ledger import kinship, open_ledger
from saksi.ledger.rows import rows_of, text_rows
from saksi.ledger.schema import articles, readings
from saksi.ledger.store import SqlLedger
from saksi.records import Article, Reading

ALLOWED_MS = 10.0
"""Milliseconds: 99 of 100 lookups, and the mean CPU of adding one article to the families."""
TEMPLATES = 8
FILLED_AT_ONCE = 1_000
"""Articles in one transaction while the ledger is filled; `saksi add` takes 50."""
PLANTED = ("whole", "shortened", "changed", "cut and longer", "reworded")


class Press:
    """Makes articles, the same ones for the same seed. `group` of an article id is the text that it carries."""

    def __init__(self, seed: int = 1) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - nothing secret
        syllables = [a + b for a in "bdgjklmnprst" for b in "aeiou"]
        self.words = ["".join(self.chance.choices(syllables, k=self.chance.choice((1, 2, 2, 3, 3, 4)))) for _ in range(20_000)]
        self.weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.words))))
        self.names = [word.title() for word in self.words[500:4_500]]
        self.phrases = [self._run(self.chance.randint(4, 8)) for _ in range(300)]
        self.closings = [self._sentence(self.chance.randint(12, 30)) for _ in range(60)]
        self.templates = [[self._run(self.chance.randint(5, 9)) for _ in range(9)] for _ in range(TEMPLATES)]
        self.group: dict[str, str] = {}
        self.kind: dict[str, str] = {}
        self.texts: list[tuple[str, list[str]]] = []
        self.made = 0

    def articles(self) -> Iterator[Reading]:
        while True:
            self.made += 1
            name = f"a{self.made:07}"
            drawn = self.chance.random()
            if drawn < 0.02:
                text, group, kind = self._notice(), name, "notice"
            elif drawn < 0.12 and self.texts:
                kind = self.chance.choice(PLANTED)
                group, paragraphs = self.chance.choice(self.texts)
                text = self._copy(kind, paragraphs)
            else:
                paragraphs = self._story()
                group, text, kind = name, "\n\n".join(paragraphs), "story"
                self.texts.append((group, paragraphs))
            if kind != "notice" and self.chance.random() < 0.4:
                text += "\n\n" + self.chance.choice(self.closings)
            self.group[name], self.kind[name] = group, kind
            published = f"2026-{self.chance.randint(1, 12):02}-{self.chance.randint(1, 28):02}T{self.chance.randint(0, 23):02}:00:00+00:00"
            yield Reading(
                article=Article(id=name, uri=f"https://example.org/{name}", published=published, language="id", text=text), engine="bench"
            )

    def _run(self, count: int) -> str:
        return " ".join(self.chance.choices(self.words, cum_weights=self.weights, k=count))

    def _sentence(self, count: int) -> str:
        words = self._run(count).split()
        for place in range(1, len(words)):
            drawn = self.chance.random()
            if drawn < 0.08:
                words[place] = self.chance.choice(self.names)
            elif drawn < 0.11:
                words[place] = str(self.chance.randint(2, 900))
        if self.chance.random() < 0.35:
            words.append(self.chance.choice(self.phrases))
        return " ".join(words).capitalize() + "."

    def _story(self) -> list[str]:
        paragraphs = [" ".join(self._sentence(self.chance.randint(10, 24)) for _ in range(2)) for _ in range(self.chance.randint(4, 14))]
        paragraphs[0] = f"{self.chance.choice(self.names).upper()} - {paragraphs[0]}"
        return paragraphs

    def _notice(self) -> str:
        parts = self.chance.choice(self.templates)
        slots = [self.chance.choice(self.names) if place % 2 else str(self.chance.randint(10, 9_999)) for place in range(len(parts))]
        return ". ".join(f"{part} {slot} {part[::-1].replace(' ', 'a')[:8]}" for part, slot in zip(parts, slots, strict=True)) + "."

    def _copy(self, kind: str, paragraphs: Sequence[str]) -> str:
        copied = list(paragraphs)
        if kind == "shortened":
            copied = copied[: max(1, len(copied) * self.chance.randint(20, 70) // 100)]
        elif kind == "changed":
            copied[0] = copied[0].partition(" - ")[2]
            copied[-1] = self._words(copied[-1], lambda word: "1234" if word.isdigit() else word)
        elif kind == "cut and longer":
            del copied[len(copied) // 2]
            copied.append(self._sentence(15))
        elif kind == "reworded":
            copied = [self._words(part, lambda word: self._run(1) if self.chance.random() < 1 / 12 else word) for part in copied]
        return "\n\n".join(copied)

    def _words(self, text: str, change: Callable[[str], str]) -> str:
        return " ".join(map(change, text.split(" ")))


def fill(ledger: SqlLedger, press: Press, count: int) -> float:
    """Add so many articles; gives the CPU seconds of the ledger's part."""
    made, spent = press.articles(), 0.0
    while count:
        batch = list(islice(made, min(FILLED_AT_ONCE, count)))
        begun = time.process_time()
        ledger.add(batch)
        spent += time.process_time() - begun
        count -= len(batch)
    return spent


def probe(ledger: SqlLedger, press: Press, count: int) -> dict[str, list[float]]:
    """Look up and add further articles, one by one; gives milliseconds of each step: lookups by the wall clock, the rest of CPU."""
    spent: dict[str, list[float]] = {"lookup": [], "lookup, CPU": [], "fingerprint": [], "family": []}
    with ledger.writing() as connection:
        for reading in islice(press.articles(), count):
            begun = time.process_time()
            rows = text_rows(reading)
            spent["fingerprint"].append((time.process_time() - begun) * 1000)
            begun, begun_cpu = time.perf_counter(), time.process_time()
            decide(rows.sheet, rows.fingerprint, list(kinship.near(connection, rows)), lambda ids: kinship.sheets_of(connection, ids))
            spent["lookup"].append((time.perf_counter() - begun) * 1000)
            spent["lookup, CPU"].append((time.process_time() - begun_cpu) * 1000)
            whole = rows_of(reading)
            connection.execute(insert(articles), [whole.article])
            connection.execute(insert(readings), [whole.reading])
            begun = time.process_time()
            kinship.keep(connection, rows)
            spent["family"].append((time.process_time() - begun) * 1000)
    return spent


def judge(ledger: SqlLedger, press: Press) -> None:
    """Print how many planted copies are in the family of their text, by kind, and how many joins are false."""
    family_of = {article: kin.origin for kin in ledger.kin() for article in kin.articles}
    for kind in PLANTED:
        copies = [name for name, is_a in press.kind.items() if is_a == kind]
        found = sum(family_of[name] == family_of[press.group[name]] for name in copies)
        print(f"recall, {kind:15} {found / max(1, len(copies)):8.4f}  ({found} of {len(copies)})")
    groups: dict[str, set[str]] = {}
    for article, family in family_of.items():
        groups.setdefault(family, set()).add(press.group[article])
    print(f"false joins            {sum(len(found) - 1 for found in groups.values()):8}  (texts that share a family with another text)")


def percentile(values: Sequence[float], part: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * part))]


def measure(path: Path, count: int, probes: int) -> bool:
    press = Press()
    with open_ledger(str(path)) as ledger:
        assert isinstance(ledger, SqlLedger)
        spent = fill(ledger, press, count)
        print(f"{count} articles, {spent / count * 1000:.2f} ms of CPU each to add without their reading")
        steps = probe(ledger, press, probes)
        judge(ledger, press)
    whole = [a + b for a, b in zip(steps["fingerprint"], steps["family"], strict=True)]
    mean, slowest = sum(whole) / len(whole), percentile(steps["lookup"], 0.99)
    for step in ("lookup", "lookup, CPU"):
        print(f"{step + ', ms':22} " + "  ".join(f"p{part} {percentile(steps[step], part / 100):.2f}" for part in (50, 95, 99)))
    own = sum(steps["fingerprint"]) / probes
    print(f"family part, CPU, ms   mean {mean:.2f}  p99 {percentile(whole, 0.99):.2f}  (the fingerprint {own:.2f} of it)")
    print(f"memory, peak           {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB, the made articles among it")
    print(f"ledger                 {path.stat().st_size / 1e6:.0f} MB, {path.stat().st_size / (count + probes):.0f} bytes an article")
    return slowest <= ALLOWED_MS and mean <= ALLOWED_MS


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=int, default=20_000)
    parser.add_argument("--probes", type=int, default=2_000, help="articles that are looked up and added one by one at the end")
    parser.add_argument("--ledger", type=Path, help="keep the ledger there; else it is thrown away")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        kept = measure(asked.ledger or Path(folder) / "bench.db", asked.articles, asked.probes)
    raise SystemExit(0 if kept else "slower than allowed")


if __name__ == "__main__":
    main()
