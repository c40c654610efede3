"""Pages read by Saksi and by every peer that is installed, scored against the same gold in the same run.

    python bench/pages.py GOLD.jsonl PAGES [--sets NAME ...] [--peers NAME ...] [--captions]

GOLD holds one object a line: {"id", "set", "text", "title", "author", "published"}, any of the last four missing where
nobody annotated it. PAGES holds <id>.html, or <set>/<id>.html.gz. A peer that is not installed is left out.

text: F1 of four-word runs, counted with repetition, precision and recall meant over pages; Saksi's captions are taken
out (gold bodies have none) unless --captions is given. title: equal but for case and punctuation. author: F1 of names.
date: the same day; invented: a day where gold has none. The interval is of the difference to Saksi in mean page F1
(paired bootstrap, 2,000 draws, 95 %). Speed is CPU time of the call alone, the page already decoded.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import statistics
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Answer = dict[str, Any]
Reader = Callable[[str, str], Answer]

RUN = 4
DRAWS = 2_000
WORD = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
BETWEEN_NAMES = re.compile(r"\s*(?:[,;/|&\n]|\b(?:and|und|et|y|dan|e|og|och)\b)\s*", re.I)


def saksi(captions: bool) -> Reader:
    """This project, from the text of the page to the article."""
    from saksi.intake.article import from_page
    from saksi.intake.html import read_page
    from saksi.records import Article

    def read(html: str, url: str) -> Answer:
        article = from_page(read_page(html.replace("\0", "").replace("\ufeff", "")), uri=url, sha256="", fetched="", notes=())
        if not isinstance(article, Article):
            return {}
        text = article.text
        for span in () if captions else reversed(article.captions):
            text = text[: span.start] + text[span.end :]
        return {"text": text, "title": article.title, "author": article.author, "published": article.published}

    return read


def trafilatura(precise: bool) -> Reader:
    """Its default and its mode of high precision."""
    from trafilatura import bare_extraction

    def read(html: str, url: str) -> Answer:
        found = bare_extraction(html, url=url, include_comments=False, favor_precision=precise, with_metadata=True)
        return {} if found is None else {"text": found.text, "title": found.title, "author": found.author, "published": found.date}

    return read


def newspaper4k() -> Reader:
    """Its article parser, without fetching."""
    import newspaper

    def read(html: str, url: str) -> Answer:
        article = newspaper.Article(url, fetch_images=False)
        article.download(input_html=html)
        article.parse()
        day = str(article.publish_date or "")[:10]
        return {"text": article.text, "title": article.title, "author": article.authors, "published": day}

    return read


def readability() -> Reader:
    """The body as blocks of text, the short title."""
    from lxml import html as lxml_html
    from readability import Document

    def read(html: str, url: str) -> Answer:
        document = Document(html)
        body = document.summary(html_partial=True)
        blocks = lxml_html.fromstring(body).xpath(
            "//*[self::p or self::li or self::h2 or self::h3 or self::blockquote or self::td]//text()"
        )
        return {"text": "\n".join(blocks), "title": document.short_title()}

    return read


def resiliparse() -> Reader:
    """Its plain text of the main content; it reads no title, writer or date."""
    from resiliparse.extract.html2text import extract_plain_text

    return lambda html, url: {"text": extract_plain_text(html, main_content=True)}


def turbohtml() -> Reader:
    """The article of the parser that Saksi uses."""
    import turbohtml as parser

    def read(html: str, url: str) -> Answer:
        article = parser.parse(html).article()
        return {"text": article.text, "title": article.title, "author": article.byline, "published": str(article.date or "")[:10]}

    return read


def dump() -> Reader:
    """This project, from all visible text of the page as html_text copies it, a block a line."""
    from html_text import extract_text

    from saksi.intake.plain import read_dump

    def read(html: str, url: str) -> Answer:
        page = read_dump(extract_text(html))
        text = "\n\n".join(block.text for block in page.blocks if block.kind != "caption")
        return {"text": text, "title": page.title, "author": page.author, "published": page.published}

    return read


PEERS: dict[str, Callable[[], Reader]] = {
    "Saksi, from a plain dump": dump,
    "trafilatura": lambda: trafilatura(False),
    "trafilatura, precise": lambda: trafilatura(True),
    "newspaper4k": newspaper4k,
    "readability-lxml": readability,
    "resiliparse": resiliparse,
    "turbohtml": turbohtml,
}


def runs(text: str) -> Counter[tuple[str, ...]]:
    """The four-word runs of a text, counted."""
    words = WORD.findall(text)
    return Counter(tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1)) if words)


def bare(text: str | None) -> str:
    """Case and punctuation off."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text or "").casefold()))


def names(value: Any) -> set[str]:
    """The names of a string or list."""
    fields = value if isinstance(value, list) else [value or ""]
    return {name for field in fields for part in BETWEEN_NAMES.split(str(field)) if (name := bare(part))}


def pages(gold: Path, folder: Path, sets: list[str]) -> Iterator[tuple[Answer, str]]:
    """Each page's gold and its text."""
    for one in map(json.loads, gold.open(encoding="utf-8")):
        if sets and one.get("set") not in sets:
            continue
        plain, packed = folder / f"{one['id']}.html", folder / str(one.get("set")) / f"{one['id']}.html.gz"
        if plain.exists() or packed.exists():
            data = plain.read_bytes() if plain.exists() else gzip.decompress(packed.read_bytes())
            yield one, decoded(data)


def decoded(data: bytes) -> str:
    """The same text for everybody."""
    from saksi.intake.charset import decode

    return decode(data)[0]


class Score:
    """One reader on one set."""

    def __init__(self) -> None:
        self.precision: list[float] = []
        self.recall: list[float] = []
        self.pages: dict[str, float] = {}
        self.counts: Counter[str] = Counter()
        self.seconds: list[float] = []

    def add(self, gold: Answer, answer: Answer, seconds: float) -> None:
        """Counts one page."""
        self.seconds.append(seconds)
        if gold.get("text") is not None:
            self.text(gold["id"], runs(gold["text"]), runs(answer.get("text") or ""))
        if gold.get("title"):
            self.counts.update(titles=1, titled=bool(answer.get("title")), title=bare(gold["title"]) == bare(answer.get("title")))
        if gold.get("author"):
            wanted, got = names(gold["author"]), names(answer.get("author"))
            self.counts.update(both=len(wanted & got), wanted=len(wanted), got=len(got))
        if gold.get("published"):
            self.counts.update(
                days=1, dated=bool(answer.get("published")), day=str(answer.get("published") or "")[:10] == gold["published"][:10]
            )
        elif "published" in gold:
            self.counts.update(dayless=1, invented=bool(answer.get("published")))

    def text(self, name: str, wanted: Counter[tuple[str, ...]], got: Counter[tuple[str, ...]]) -> None:
        """Counts a page's body."""
        both = (wanted & got).total()
        if got:
            self.precision.append(both / got.total())
        if wanted:
            self.recall.append(both / wanted.total())
        self.pages[name] = 2 * both / max(1, wanted.total() + got.total())

    def row(self, name: str, own: Score | None) -> str:
        """One line of the table."""
        p, r = (statistics.fmean(values) if values else 0.0 for values in (self.precision, self.recall))
        f = list(self.pages.values())
        share = lambda part, whole: f"{self.counts[part] / self.counts[whole]:.3f}" if self.counts[whole] else ""  # noqa: E731
        author = 2 * self.counts["both"] / max(1, self.counts["wanted"] + self.counts["got"])
        cells = [
            name,
            f"{2 * p * r / max(1e-9, p + r):.3f}" if f else "",
            f"{sum(one >= 0.95 for one in f) / len(f):.2f}" if f else "",
            f"{sum(one < 0.5 for one in f) / len(f):.2f}" if f else "",
            share("title", "titles") if self.counts["titled"] else "",
            f"{author:.3f}" if self.counts["got"] else "",
            share("day", "days") if self.counts["dated"] else "",
            share("invented", "dayless") if self.counts["dated"] else "",
            f"{len(self.seconds) / sum(self.seconds):.0f}",
            f"{1000 * sorted(self.seconds)[int(0.99 * (len(self.seconds) - 1))]:.0f}",
            interval(self.pages, own.pages) if own is not None and f else "",
        ]
        return "| " + " | ".join(cells) + " |"


def interval(one: dict[str, float], other: dict[str, float]) -> str:
    """The 95 % interval of the mean difference of page F1, `one` minus `other`."""
    differences = [one[name] - other[name] for name in one]
    draw = random.Random(20261125)  # noqa: S311 - a repeatable draw, no secret
    means = sorted(statistics.fmean(draw.choices(differences, k=len(differences))) for _ in range(DRAWS))
    return f"{means[int(0.025 * DRAWS)]:+.3f} to {means[int(0.975 * DRAWS)]:+.3f}"


COLUMNS = (
    "reader",
    "text F1",
    "pages ≥ .95",
    "pages < .5",
    "title",
    "author F1",
    "date",
    "invented date",
    "pages a CPU-second",
    "p99 ms",
    "page F1 minus Saksi's",
)
HEAD = f"| {' | '.join(COLUMNS)} |\n| --- |{' ---: |' * 9} --- |"


def main() -> None:
    """Prints a table for each set."""
    told = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    told.add_argument("gold", type=Path)
    told.add_argument("pages", type=Path)
    told.add_argument("--sets", nargs="*", default=[])
    told.add_argument("--peers", nargs="*", default=list(PEERS))
    told.add_argument("--captions", action="store_true")
    given = told.parse_args()
    readers: dict[str, Reader] = {"Saksi": saksi(given.captions)}
    for name in given.peers:
        try:
            readers[name] = PEERS[name]()
        except ImportError as missing:
            print(f"{name} is left out: {missing}", file=sys.stderr)
    scores: dict[str, dict[str, Score]] = {}
    for gold, html in pages(given.gold, given.pages, given.sets):
        of_set = scores.setdefault(str(gold.get("set")), {name: Score() for name in readers})
        for name, read in readers.items():
            started = time.process_time()
            try:
                answer = read(html, str(gold.get("url") or "https://example.org/"))
            except Exception:
                answer = {}
            of_set[name].add(gold, answer, time.process_time() - started)
    for name, of_set in scores.items():
        print(f"\n{name}: {len(next(iter(of_set.values())).seconds)} pages\n\n{HEAD}")
        for reader, score in of_set.items():
            print(score.row(reader, of_set["Saksi"] if reader != "Saksi" else None))


if __name__ == "__main__":
    main()
