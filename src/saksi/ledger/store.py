"""The ledger over SQLAlchemy Core: the protocol's promises, each kept in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from heapq import merge
from typing import Any, Self

from sqlalchemy import Connection, Engine, func, insert, select
from sqlalchemy.exc import DBAPIError

from saksi.errors import LedgerError, NotInLedger
from saksi.joining.edits import edits
from saksi.ledger import bearings, claiming, judged, judged_kin, kinship, queries, search, versions
from saksi.ledger.protocol import Added, ArticlePage, ArticleRow, Facet, SearchFilter, SearchPage, StatementFilter, StatementPage
from saksi.ledger.rows import ReadingRows, rows_of
from saksi.ledger.schema import articles, readings, statements
from saksi.ledger.search_rows import search_rows
from saksi.limits import LEDGER_BATCH
from saksi.records import Edit, Family, Reading
from saksi.records.jsonline import parse_reading

_NAMED = 5
"""Ids that an error names where a short id fits several."""

Beside = Callable[[Connection, Sequence[Added]], None]
"""Writes, in the transaction that adds readings, what belongs to them; an error of it undoes them all."""


class SqlLedger:
    """A ledger in a SQL database; see `saksi.ledger.protocol.Ledger`. Threads may share one.

    `reader` and `writer` are engines over the same database, `writer` one whose transactions take the write lock at
    their beginning. `name` is how errors call the ledger, `meaning` puts a driver's error into words.
    """

    def __init__(self, *, reader: Engine, writer: Engine, name: str, meaning: Callable[[BaseException | None], str]) -> None:
        self._reader = reader
        self._writer = writer
        self._name = name
        self._meaning = meaning

    def add(self, readings: Iterable[Reading], *, beside: Beside | None = None) -> list[Added]:
        """Keep the readings, each once; `beside` writes what belongs to them in the same transaction."""
        prepared = [(reading, self._rows(reading)) for reading in readings]
        added: list[Added] = []
        with self._transaction(self._writer) as connection:
            for start in range(0, len(prepared), LEDGER_BATCH):
                added += _add(connection, prepared[start : start + LEDGER_BATCH])
            if beside is not None:
                beside(connection, added)
        return added

    @property
    def name(self) -> str:
        """How it may be shown: without a password."""
        return self._name

    def writing(self) -> AbstractContextManager[Connection]:
        """A transaction that may write, for who knows the tables; whole or not at all. Raises LedgerError."""
        return self._transaction(self._writer)

    def asking(self) -> AbstractContextManager[Connection]:
        """The same for who only reads."""
        return self._transaction(self._reader)

    def articles(self, *, offset: int = 0, limit: int = 50, outlet: str | None = None, language: str | None = None) -> ArticlePage:
        wanted = queries.article_list(outlet, language)
        with self._transaction(self._reader) as connection:
            total = connection.execute(select(func.count()).select_from(wanted.subquery())).scalar_one()
            found = connection.execute(queries.part(wanted, offset, limit)).mappings().all()
        return ArticlePage(rows=tuple(ArticleRow(**row) for row in found), total=total)

    def reading(self, article: str) -> Reading:
        with self._transaction(self._reader) as connection:
            line = connection.execute(queries.line_of(judged.now(connection, article))).scalar_one_or_none()
            if line is None:
                line = connection.execute(queries.line_of(_whole_id(connection, article))).scalar_one()
            return judged.handed_out(connection, [parse_reading(line)])[0]

    def statements(self, wanted: StatementFilter, *, offset: int = 0, limit: int = 50) -> StatementPage:
        with self._transaction(self._reader) as connection:
            total = connection.execute(queries.statement_count(wanted)).scalar_one()
            found = connection.execute(queries.part(queries.statement_list(wanted), offset, limit)).mappings().all()
            facets = {name: _facet(connection, name, wanted) for name in queries.FACETS}
        return StatementPage(rows=tuple(search.statement_row(**row) for row in found), total=total, facets=facets)

    def search(self, wanted: SearchFilter, *, offset: int = 0, limit: int = 50) -> SearchPage:
        with self._transaction(self._reader) as connection:
            return search.find(connection, wanted, offset, limit)

    def readings(self) -> Iterator[Reading]:
        last: str | None = None
        while True:  # in short transactions, so that a long export keeps nobody from adding
            with self._transaction(self._reader) as connection:
                found = connection.execute(queries.lines_after(last, LEDGER_BATCH)).all()
                handed_out = judged.handed_out(connection, [parse_reading(line) for _, line in found])
            if not found:
                return
            yield from handed_out
            last = found[-1].article

    def families(self) -> Iterator[Family]:
        return map(self._family, self.kin())

    def kin(self) -> Iterator[kinship.Kin]:
        """Every family by its id, without its edits, which take reading both texts again."""
        with self._transaction(self._reader) as connection:
            replaced, judged_ones = judged_kin.judged_families(connection)
        found = (kin for kin in self._kin_of_texts() if kin.origin not in replaced)
        return merge(found, sorted(judged_ones, key=_by_origin), key=_by_origin)

    def _kin_of_texts(self) -> Iterator[kinship.Kin]:
        last: str | None = None
        while True:
            with self._transaction(self._reader) as connection:
                found = kinship.families_after(connection, last, LEDGER_BATCH)
            if not found:
                return
            yield from found
            last = found[-1].origin

    def family(self, article: str, *, compared: int | None = None) -> Family:
        with self._transaction(self._reader) as connection:
            kin = judged_kin.family_of(connection, judged.now(connection, article))
            if kin is None:
                kin = judged_kin.family_of(connection, _whole_id(connection, article))
        if kin is None:
            raise NotInLedger(f"no family of article {article!r} in the ledger")
        return self._family(kin, compared)

    def _family(self, kin: kinship.Kin, compared: int | None = None) -> Family:
        """The family with what each copy changed: the texts are compared when somebody asks, for origins change as articles come."""
        found: tuple[Edit, ...] = ()
        before = {version.article: version.version_of for version in kin.versions}
        copies = [article for article in kin.articles if article != kin.origin][:compared]
        if copies:
            texts = {name: self.reading(name) for name in {kin.origin, *copies, *(before[name] for name in copies if name in before)}}
            found = tuple(edit for copy in copies for edit in edits(texts[before.get(copy, kin.origin)], texts[copy]))
        return Family(
            family=kin.origin,
            articles=kin.articles,
            origin=kin.origin,
            agency=kin.agency,
            edits=found,
            versions=kin.versions,
            judgements=kin.judgements,
        )

    def close(self) -> None:
        self._reader.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def _rows(self, reading: Reading) -> ReadingRows:
        try:
            return rows_of(reading)
        except UnicodeEncodeError as error:
            raise LedgerError(
                f"ledger {self._name}: article {reading.article.id!a} holds half a character, which no file can: {error}"
            ) from error

    @contextmanager
    def _transaction(self, engine: Engine) -> Iterator[Connection]:
        try:
            with engine.begin() as connection:
                yield connection
        except DBAPIError as error:
            raise LedgerError(f"ledger {self._name}: {self._meaning(error.orig)}") from error
        except UnicodeEncodeError as error:
            raise LedgerError(f"ledger {self._name}: no name or word in it holds half a character: {error}") from error


def _add(connection: Connection, prepared: Sequence[tuple[Reading, ReadingRows]]) -> list[Added]:
    """Insert the readings whose article is not there yet, and find the family of each."""
    ids = {rows.article["id"] for _, rows in prepared}
    held = {
        row.id: (row.text_hash, row.statements)
        for row in connection.execute(select(articles.c.id, articles.c.text_hash, articles.c.statements).where(articles.c.id.in_(ids)))
    }
    fresh: list[tuple[Reading, ReadingRows]] = []
    added: list[Added] = []
    read_before = versions.read_before(connection, [reading for reading, _ in prepared])
    for reading, rows in prepared:
        if (older := read_before.get(reading.article.id)) is not None and reading.article.id not in held:
            added.append(Added(article=older[0], new=False, statements=older[1]))
            continue
        article, text_hash, count = (rows.article[name] for name in ("id", "text_hash", "statements"))
        new = article not in held
        if new:
            fresh.append((reading, rows))
            held[article] = (text_hash, count)
        kept_hash, kept_count = held[article]
        added.append(Added(article=article, new=new, statements=kept_count, other_text=kept_hash != text_hash))
    _insert(connection, [rows for _, rows in fresh])
    for reading, rows in fresh:
        search.put(connection, rows.article["id"], rows.article["dated"], search_rows(reading, rows))
        bearings.put(connection, reading, rows)
    versions.settle(connection, [reading for reading, _ in fresh])
    judged.rewrite(connection, judged.judged_among(connection, [reading.article.id for reading, _ in fresh]))
    mended = judged.handed_out(connection, [reading for reading, _ in fresh])
    claiming.settle(connection, {reading.article.id: reading for reading in mended})
    return added


def _insert(connection: Connection, fresh: Sequence[ReadingRows]) -> None:
    batches: tuple[tuple[Any, list[dict[str, Any]]], ...] = (
        (articles, [rows.article for rows in fresh]),
        (readings, [rows.reading for rows in fresh]),
        (statements, [row for rows in fresh for row in rows.statements]),
    )
    for table, rows in batches:
        if rows:
            connection.execute(insert(table), rows)


def _by_origin(kin: kinship.Kin) -> str:
    return kin.origin


def _whole_id(connection: Connection, digits: str) -> str:
    """The one id that begins with `digits`. Raises NotInLedger for none or several."""
    fitting = connection.execute(queries.ids_beginning(digits, _NAMED + 1)).scalars().all() if digits else []
    if not fitting:
        raise NotInLedger(f"no article {digits!r} in the ledger")
    if len(fitting) > 1:
        named = ", ".join(fitting[:_NAMED]) + (", …" if len(fitting) > _NAMED else "")
        raise NotInLedger(f"several articles begin with {digits!r}: {named}; give more of the id")
    return str(fitting[0])


def _facet(connection: Connection, name: str, wanted: StatementFilter) -> tuple[Facet, ...]:
    return tuple(Facet(value=value, count=count) for value, count in connection.execute(queries.facet(name, wanted)))
