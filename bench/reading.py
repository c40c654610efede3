"""Measures articles a second on one core: reading alone, and from file to JSON line, beside two baselines of the same run.

The texts are the development gold where it lies beside the checkout, and the pages of the demonstration. Figures are for
articles of 300 words: the words of a set are counted and divided. `python bench/reading.py [seconds a measurement]`.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from time import process_time

import msgspec

from saksi.intake import articles
from saksi.reading.read import read
from saksi.records import Article
from saksi.records.jsonline import reading_line

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "measure" / "gold"
DEMO = ROOT / "src" / "saksi" / "demo" / "pages"
WORDS = 300
SECONDS = 3.0

_TOKEN = re.compile(r"\w+|[^\w\s]")
_QUOTE = re.compile(r"[\"“”]([^\"“”\n]{3,1000})[\"“”]")
_CUE = re.compile(r"\b(?:said|says|told|added|according to|kata|ujar|katanya|ujarnya|mengatakan|menurut|menyebut|membantah)\b", re.I)


class Measured(msgspec.Struct, frozen=True):
    """One row: what was measured, articles of 300 words a second of CPU."""

    name: str
    rate: float


def sets() -> dict[str, list[str]]:
    """The sets that are there, each as its input files."""
    found = {path.stem: [str(path)] for path in sorted(GOLD.glob("*-dev.jsonl"))}
    demo = [str(path) for path in sorted(DEMO.glob("*")) if path.suffix in {".html", ".txt", ".jsonl"}]
    return found | ({"demonstration": demo} if demo else {})


def tokens_and_json(article: Article) -> bytes:
    """The first baseline: every token of the text, and the text as JSON."""
    return json.dumps({"tokens": len(_TOKEN.findall(article.text)), "text": article.text}).encode()


def quotes_and_cues(article: Article) -> int:
    """The second baseline: quoted stretches, each with the nearest word of saying in the 80 characters on either side."""
    found = 0
    for quote in _QUOTE.finditer(article.text):
        around = article.text[max(0, quote.start() - 80) : quote.start()] + " " + article.text[quote.end() : quote.end() + 80]
        found += _CUE.search(around) is not None
    return found


def rate(work: Callable[[], object], words: int, seconds: float) -> float:
    """Articles of 300 words in a second of CPU; one round to warm up, then rounds until `seconds` have gone, the fastest counts."""
    work()
    fastest, spent = float("inf"), 0.0
    while spent < seconds:
        begin = process_time()
        work()
        round_time = max(process_time() - begin, 1e-9)
        fastest, spent = min(fastest, round_time), spent + round_time
    return words / WORDS / fastest


def measure(files: list[str], seconds: float) -> Iterable[Measured]:
    """The four rows of one set."""
    texts = [article for file in files for article in articles(file) if isinstance(article, Article)]
    words = sum(len(article.text.split()) for article in texts)

    def all_of(step: Callable[[Article], object]) -> Callable[[], object]:
        return lambda: [step(article) for article in texts]

    def from_file_to_line() -> list[bytes]:
        return [reading_line(read(article)) for file in files for article in articles(file) if isinstance(article, Article)]

    yield Measured("tokens + JSON (baseline)", rate(all_of(tokens_and_json), words, seconds))
    yield Measured("quotes + cues (baseline)", rate(all_of(quotes_and_cues), words, seconds))
    yield Measured("reading", rate(all_of(read), words, seconds))
    yield Measured("file to JSON line", rate(from_file_to_line, words, seconds))


def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    print("the reading runs", "as plain Python" if str(sys.modules[read.__module__].__file__).endswith(".py") else "compiled")
    print(f"{'set':14} {'what':26} {'articles/s':>11} {'x tokens':>9} {'x quotes':>9}")
    for name, files in sets().items():
        measured = list(measure(files, seconds))
        tokens, quotes = measured[0].rate, measured[1].rate
        for row in measured:
            print(f"{name:14} {row.name:26} {row.rate:11,.0f} {tokens / row.rate:9.1f} {quotes / row.rate:9.1f}")


if __name__ == "__main__":
    main()
