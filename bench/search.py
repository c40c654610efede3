"""Measures how long a search takes in a large ledger, in both stores, and whether both find the same.

`python bench/search.py [STATEMENTS] [--store sqlite|postgresql] [--queries N] [--ledger FILE|URL]`. The statements are invented:
words of a made-up
vocabulary whose frequencies fall as those of news do, with speakers, places, outlets, events and three years of dates. Only the
tables that a search reads are filled. PostgreSQL is a server of its own in a temporary folder. `--ledger` keeps what was filled
in there and asks it again the next time.
"""

from __future__ import annotations

import argparse
import sys
import time
from bisect import bisect
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import accumulate, islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import msgspec
from sqlalchemy import insert, literal, select, text

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

import postgres_server
from saksi.ledger import SearchFilter, search
from saksi.ledger.opening import opened
from saksi.ledger.rows import rows_of
from saksi.ledger.schema import articles, statements
from saksi.ledger.schema import search as search_table
from saksi.ledger.search_rows import first_number, search_rows
from saksi.ledger.store import SqlLedger
from saksi.records import Article, Entity, Event, Mention, Party, Reading, Span, Statement
from saksi.records.mention import PlaceValue

STATEMENTS_EACH = 5
COPIES = 9
LATER = 37
"""Minutes from an article to its copy."""
VOCABULARY = 60_000
SPEAKERS = 3_000
PLACES = 800
OUTLETS = 40
CATEGORIES = ("ASSAULT", "COERCE", "CONSULT", "REQUEST", "ACCUSE", "AID", "AGREE", "PROTEST")
TARGET_MS = 50

Found = tuple[list[str], int, bool, object]
"""Ids of the statements of a page, the total, whether there are more, the facets."""


class World:
    """What the invented news is made of: one vocabulary, and what `seed` makes of it."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(0)  # noqa: S311 - invented data
        syllables = [c + v for c in ("b", "d", "g", "k", "l", "m", "n", "p", "r", "s", "t", "ny", "ng", "c", "j") for v in "aeiou"]
        prefixes, suffixes = ("", "", "", "me", "di", "ter", "pe"), ("", "", "", "an", "kan", "i")
        made: dict[str, None] = {}
        while len(made) < VOCABULARY:
            root = "".join(self.chance.choices(syllables, k=self.chance.choice((2, 2, 3, 3, 4))))
            made[self.chance.choice(prefixes) + root + self.chance.choice(suffixes)] = None
        self.words = list(made)
        self.weights = list(accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))
        self.speakers = [f"{self.word(9).title()} {self.word(99).title()}" for _ in range(SPEAKERS)]
        self.places = [self.word(500).title() for _ in range(PLACES)]
        self.outlets = [f"Kabar {self.word(50).title()}" for _ in range(OUTLETS)]
        self.chance = Random(seed)  # noqa: S311 - invented data

    def word(self, least: int = 0) -> str:
        """A word of a rank, the frequent ones more often."""
        return self.words[max(least, bisect(self.weights, self.chance.random() * self.weights[-1])) % VOCABULARY]

    def of(self, names: list[str]) -> str:
        """A name, the first ones more often."""
        return names[int(len(names) * self.chance.random() ** 2)]

    def reading(self, number: int) -> Reading:
        """An article of five sentences, each a statement."""
        chance, parts, found, mentions, events, entities = self.chance, [], [], [], [], {}
        at = 0
        for place in range(STATEMENTS_EACH):
            speaker, where = self.of(self.speakers), self.of(self.places)
            said = " ".join([*(self.word() for _ in range(chance.randrange(10, 24))), "di", where])
            start = at + len(speaker) + 7
            content = Span(start=start, end=start + len(said), text=said)
            parts.append(f"{speaker} kata: {said}.")
            who = Party(start=at, end=at + len(speaker), text=speaker, entity=f"e{place}")
            entities[speaker] = Entity(id=f"e{place}", kind="person", name=speaker)
            named = content.end - len(where)
            value = PlaceValue(name=where, country="IDN")
            mentions.append(Mention(id=f"m{place}", kind="place", start=named, end=content.end, text=where, value=value))
            if chance.random() < 0.4:
                events.append(Event(id=f"v{place}", trigger=content, category=chance.choice(CATEGORIES), statement=f"s{number}-{place}"))
            found.append(
                Statement(
                    id=f"s{number}-{place}",
                    kind="indirect",
                    speakers=(who,),
                    speaker_kind="named",
                    contents=(content,),
                    polarity="denied" if chance.random() < 0.06 else "affirmed",
                    rule="bench",
                    by="bench",
                )
            )
            at = content.end + 3
        return Reading(
            article=self.article(f"{number:08x}", "\n\n".join(parts)),
            engine="bench",
            entities=tuple(entities.values()),
            mentions=tuple(mentions),
            events=tuple(events),
            statements=tuple(found),
        )

    def article(self, name: str, body: str) -> Article:
        """Who published it and when."""
        published = datetime(2023, 1, 1) + timedelta(minutes=self.chance.randrange(3 * 365 * 24 * 60))
        language, outlet = self.chance.choice(("id", "id", "en")), self.of(self.outlets)
        return Article(id=name, text=body, outlet=outlet, published=published.isoformat(), language=language, title=f"Judul {name}")

    def question(self) -> SearchFilter:
        """What somebody may look for: words from everyday to rare, phrases, and filters with and without words."""
        chance = self.chance
        kind = chance.randrange(10)
        if kind < 2:
            return SearchFilter(words=self.word())
        if kind < 4:
            return SearchFilter(words=f"{self.word()} {self.word()}")
        if kind == 4:
            return SearchFilter(words=f'"{self.word()} {self.word()}"')
        if kind == 5:
            return SearchFilter(words=self.word(), stance="denied")
        if kind == 6:
            return SearchFilter(words=self.word(), place=self.of(self.places), since="2024")
        if kind == 7:
            return SearchFilter(actor=self.of(self.speakers).split()[-1], until="2025-06")
        if kind == 8:
            return SearchFilter(outlet=self.of(self.outlets), event=chance.choice(CATEGORIES), stance="asserted")
        return SearchFilter(words=self.word(), since="2024-03", until="2024-03", outlet=self.of(self.outlets))


def fill(ledger: SqlLedger, count: int) -> None:
    """Bring the tables of a search to `count` statements: a tenth is made, the others are the same some minutes later."""
    world = World(1)
    readings = (world.reading(number) for number in range(count // STATEMENTS_EACH // (COPIES + 1)))
    while batch := list(islice(readings, 500)):
        rows = [(reading, rows_of(reading)) for reading in batch]
        with ledger.writing() as connection:
            connection.execute(insert(articles), [each.article for _, each in rows])
            connection.execute(insert(statements), [row for _, each in rows for row in each.statements])
            for reading, each in rows:
                search.put(connection, each.article["id"], each.article["dated"], search_rows(reading, each))

    for copy in range(1, COPIES + 1):
        with ledger.writing() as connection:
            for table, changed in (
                (articles, {"id": f"{copy}-"}),
                (statements, {"article": f"{copy}-", "id": f"{copy}-"}),
                (search_table, {"article": f"{copy}-", "number": copy * LATER * first_number(1)}),
            ):
                key = table.c.article if "article" in table.c else table.c.id
                columns = [literal(changed[c.name], c.type) + c if c.name in changed else c for c in table.c]
                connection.execute(insert(table).from_select(list(table.c), select(*columns).where(~key.contains("-"))))


def ask(ledger: SqlLedger, questions: list[SearchFilter]) -> tuple[list[tuple[float, float]], list[Found]]:
    """Milliseconds and milliseconds of this process's CPU of each question, and what was found."""
    took, found = [], []
    for question in questions:
        begun, worked = time.perf_counter(), time.process_time()
        page = ledger.search(question, limit=20)
        took.append(((time.perf_counter() - begun) * 1000, (time.process_time() - worked) * 1000))
        found.append(([hit.row.statement.id for hit in page.hits], page.total, page.more, page.facets))
    return took, found


def parted(figures: list[float], part: float) -> float:
    """The figure below which that part of them lies."""
    return sorted(figures)[min(len(figures) - 1, int(len(figures) * part))]


def asked(question: SearchFilter) -> str:
    """A question without what it leaves open."""
    return ", ".join(f"{name} {value}" for name, value in msgspec.structs.asdict(question).items() if value)


@contextmanager
def ledger_in(store: str, kept: str | None) -> Iterator[SqlLedger]:
    """The ledger that is kept, else an empty one in a temporary folder or server."""
    if kept is not None:
        with opened(kept, create=True, busy_seconds=5) as ledger:
            yield ledger
        return
    if store == "sqlite":
        with TemporaryDirectory() as folder, opened(f"{folder}/bench.db", create=True, busy_seconds=5) as ledger:
            yield ledger
        return
    with postgres_server.running() as server, opened(server.fresh(), create=True, busy_seconds=5) as ledger:
        with ledger.writing() as connection:
            for index in search_table.indexes:
                index.drop(connection)
        yield ledger


def ready(ledger: SqlLedger, store: str) -> None:
    """Index what was filled in, and let the database look at it, as its own housekeeping would have by then."""
    if store == "postgresql":
        with ledger.writing() as connection:
            connection.execute(text("SET LOCAL maintenance_work_mem = '512MB'"))
            for index in search_table.indexes:
                index.create(connection)
        with ledger.writing() as connection:
            connection.execute(text("ANALYZE"))


def main() -> int:
    """Fill, ask, tell; gives the exit code 1 where the target is missed or the stores differ."""
    parser = argparse.ArgumentParser()
    parser.add_argument("statements", nargs="?", type=int, default=1_000_000)
    parser.add_argument("--store", choices=("sqlite", "postgresql"))
    parser.add_argument("--queries", type=int, default=400)
    parser.add_argument("--ledger", help="keep the filled ledger there, in the store that it names; else it is thrown away")
    given = parser.parse_args()
    if given.ledger is not None:
        given.store = "postgresql" if "://" in given.ledger else "sqlite"
    world = World(2)
    questions = [world.question() for _ in range(given.queries)]
    answers, missed = [], False
    for store in (given.store,) if given.store else ("sqlite", "postgresql"):
        if store == "postgresql" and postgres_server.found() is None:
            print("postgresql: no server here")
            continue
        with ledger_in(store, given.ledger) as ledger:
            begun = time.perf_counter()
            if ledger.articles(limit=1).total == 0:
                fill(ledger, given.statements)
            filled = time.perf_counter()
            ready(ledger, store)
            indexed = time.perf_counter()
            ask(ledger, questions[:50])
            took, found = ask(ledger, questions)
        answers.append(found)
        empty, more = sum(not total for _, total, _, _ in found), sum(more for _, _, more, _ in found)
        p50, p95, p99 = (parted([ms for ms, _ in took], part) for part in (0.5, 0.95, 0.99))
        cpu = parted([ms for _, ms in took], 0.95)
        missed |= p95 > TARGET_MS
        print(
            f"{store}: {given.statements:,} statements filled in {filled - begun:.0f} s, indexed in {indexed - filled:.0f} s; "
            f"{len(took)} searches: p50 {p50:.1f} ms, p95 {p95:.1f} ms, p99 {p99:.1f} ms; of CPU here p95 {cpu:.1f} ms; "
            f"{empty} found nothing, {more} more than can be counted",
            flush=True,
        )
        slowest = sorted(zip(took, questions, strict=True), key=lambda pair: -pair[0][0])[:3]
        print(*(f"  {ms:.0f} ms: {asked(question)}" for (ms, _), question in slowest), sep="\n")
    if len(answers) == 2:
        differ = sum(one != other for one, other in zip(*answers, strict=True))
        print(f"both stores: {len(questions) - differ} of {len(questions)} answers are the same")
        missed |= differ > 0
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
