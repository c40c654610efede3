"""A ledger that forgets: the protocol over a dictionary, for tests of the desk that need no database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Self

from saksi.errors import NotInLedger
from saksi.joining.edits import edits
from saksi.ledger.protocol import (
    Added,
    ArticlePage,
    ArticleRow,
    Facet,
    SearchFilter,
    SearchHit,
    SearchPage,
    StatementFilter,
    StatementPage,
    StatementRow,
)
from saksi.ledger.stance import stance_of
from saksi.records import Family, Reading, Statement

FACETS = ("speaker", "stance", "act", "certainty", "outlet", "language")


class MemoryLedger:
    """Keeps readings as long as the test runs."""

    def __init__(self, readings: Iterable[Reading] = ()) -> None:
        self._readings: dict[str, Reading] = {}
        self.named_families: list[Family] = []
        self.add(readings)

    def add(self, readings: Iterable[Reading]) -> list[Added]:
        done = []
        for reading in readings:
            new = reading.article.id not in self._readings
            self._readings.setdefault(reading.article.id, reading)
            done.append(Added(article=reading.article.id, new=new, statements=len(_statements(reading))))
        return done

    def articles(self, *, offset: int = 0, limit: int = 50, outlet: str | None = None, language: str | None = None) -> ArticlePage:
        fitting = [
            reading
            for reading in self._newest_first()
            if outlet in (None, reading.article.outlet) and language in (None, reading.article.language)
        ]
        return ArticlePage(rows=tuple(_article_row(reading) for reading in fitting[offset : offset + limit]), total=len(fitting))

    def reading(self, article: str) -> Reading:
        if article in self._readings:
            return self._readings[article]
        fitting = [reading for key, reading in self._readings.items() if key.startswith(article)]
        if len(fitting) != 1:
            raise NotInLedger(f"{len(fitting)} articles begin with {article!r}")
        return fitting[0]

    def statements(self, wanted: StatementFilter, *, offset: int = 0, limit: int = 50) -> StatementPage:
        rows = [row for reading in self._newest_first() for row in _statement_rows(reading)]
        fitting = [row for row in rows if _fits(row, wanted)]
        facets = {name: _facet(rows, wanted, name) for name in FACETS}
        return StatementPage(rows=tuple(fitting[offset : offset + limit]), total=len(fitting), facets=facets)

    def search(self, wanted: SearchFilter, *, offset: int = 0, limit: int = 50) -> SearchPage:
        """As the table of statements, by the filters that it has too; without marks."""
        same = {name: getattr(wanted, name) for name in (*FACETS, "article", "words")}
        page = self.statements(StatementFilter(**same), offset=offset, limit=limit)
        hits = tuple(SearchHit(row=row, marks=()) for row in page.rows)
        return SearchPage(hits=hits, total=page.total, more=False, facets={**page.facets, "place": (), "event": ()})

    def readings(self) -> Iterator[Reading]:
        yield from (self._readings[key] for key in sorted(self._readings))

    def add_family(self, readings: Sequence[Reading]) -> None:
        """Keep these as one family, the first its origin."""
        self.add(readings)
        origin, *copies = readings
        found = tuple(edit for copy in copies for edit in edits(origin, copy))
        ids = tuple(reading.article.id for reading in readings)
        self.named_families.append(Family(family=ids[0], articles=ids, origin=ids[0], agency="Nusa Wire", edits=found))

    def families(self) -> Iterator[Family]:
        """Each article by itself, but for the families that the test names."""
        grouped = {article for family in self.named_families for article in family.articles}
        singles = (Family(family=key, articles=(key,), origin=key) for key in self._readings if key not in grouped)
        yield from sorted((*self.named_families, *singles), key=lambda family: family.family)

    def family(self, article: str, *, compared: int | None = None) -> Family:
        key = self.reading(article).article.id
        return next(family for family in self.families() if key in family.articles)

    def close(self) -> None:
        """Nothing to let go of."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def _newest_first(self) -> list[Reading]:
        return sorted(self._readings.values(), key=lambda reading: reading.article.published or "", reverse=True)


def _statements(reading: Reading) -> tuple[Statement, ...]:
    return (*reading.title_statements, *reading.dek_statements, *reading.statements)


def _article_row(reading: Reading) -> ArticleRow:
    article = reading.article
    return ArticleRow(
        id=article.id,
        uri=article.uri,
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        fetched=article.fetched,
        language=article.language,
        status=article.status,
        statements=len(_statements(reading)),
    )


def _statement_rows(reading: Reading) -> Iterator[StatementRow]:
    names = {entity.id: entity.name for entity in reading.entities}
    article = reading.article
    for statement in _statements(reading):
        first = statement.speakers[0] if statement.speakers else None
        yield StatementRow(
            statement=statement,
            article=article.id,
            title=article.title,
            outlet=article.outlet,
            published=article.published,
            language=article.language,
            speaker=names.get(first.entity or "", first.text) if first is not None else None,
            stance=stance_of(statement),
        )


def _value(row: StatementRow, name: str) -> str | None:
    return getattr(row.statement if name in ("act", "certainty") else row, name)


def _fits(row: StatementRow, wanted: StatementFilter, but: str | None = None) -> bool:
    for name in (*FACETS, "article"):
        asked = getattr(wanted, name)
        if name != but and asked is not None and _value(row, name) != asked:
            return False
    text = " ".join([*(content.text for content in row.statement.contents), row.speaker or ""]).casefold()
    return all(word in text for word in (wanted.words or "").casefold().split())


def _facet(rows: Iterable[StatementRow], wanted: StatementFilter, name: str) -> tuple[Facet, ...]:
    values = (_value(row, name) for row in rows if _fits(row, wanted, but=name))
    return tuple(Facet(value=value, count=count) for value, count in Counter(value for value in values if value).most_common())
