"""Checks a ledger: every text and span, every row against the reading that it was made from, and all sums."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, func, select
from sqlalchemy.sql.selectable import FromClause

from saksi.intake.verifying import Checked, wrong_in_reading
from saksi.ledger import judged, queries
from saksi.ledger.bearings import bearings
from saksi.ledger.bearings_tables import TABLES
from saksi.ledger.columns import as_kept
from saksi.ledger.rows import rows_of, text_rows
from saksi.ledger.schema import articles, families, fingerprints, readings, search, statements
from saksi.ledger.search_rows import search_rows
from saksi.ledger.sqlite import damage
from saksi.ledger.store import SqlLedger
from saksi.limits import LEDGER_BATCH
from saksi.records.jsonline import parse_reading


def check(ledger: SqlLedger, *, on_batch: Callable[[int], None] = lambda count: None) -> Checked:
    """What is wrong with a ledger; `on_batch` hears how many more articles were looked at. Raises LedgerError."""
    wrong: list[str] = []
    count = 0
    last: str | None = None
    while True:
        with ledger.asking() as connection:
            found = connection.execute(queries.lines_after(last, LEDGER_BATCH)).all()
            if not found:
                break
            kept = _Kept(connection, dict(map(tuple, found)))
        for article, line in found:
            wrong += (f"article {article}: {what}" for what in _article(article, line, kept))
            last = article
        count += len(found)
        on_batch(len(found))
    with ledger.asking() as connection:
        wrong += _sums(connection)
        wrong += damage(connection)
    return Checked(unit="articles", count=count, checked=count, wrong=tuple(wrong))


class _Kept:
    """The rows of some articles, by article, and the readings as people mended them."""

    def __init__(self, connection: Connection, lines: Mapping[str, str]) -> None:
        ids = list(lines)
        judged_ones = [parse_reading(lines[name]) for name in judged.judged_among(connection, ids)]
        self.mended = {reading.article.id: reading for reading in judged.handed_out(connection, judged_ones)}
        self.articles = _rows(connection, articles, articles.c.id, ids)
        self.statements = _rows(connection, statements, statements.c.article, ids)
        self.search = _rows(connection, search, search.c.article, ids)
        self.bearings = {table.name: _rows(connection, table, table.c.article, ids) for table in TABLES}
        self.fingerprints = _rows(connection, fingerprints, fingerprints.c.article, ids)


def _rows(connection: Connection, table: Table, key: ColumnElement[str], ids: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in connection.execute(select(table).where(key.in_(ids))).mappings():
        found.setdefault(str(row[key.name]), []).append(dict(row))
    return found


def _article(article: str, line: str, kept: _Kept) -> Iterator[str]:
    """What is wrong with one article."""
    yield from wrong_in_reading(line.encode("utf-8", "replace"))
    try:
        reading = parse_reading(line)
        mended = kept.mended.get(article, reading)
        rows = rows_of(mended)
    except (msgspec.DecodeError, msgspec.ValidationError, KeyError, TypeError, UnicodeEncodeError) as error:
        yield f"its reading cannot be read ({error})"
        return
    if reading.article.id != article:
        yield f"its reading is that of {reading.article.id}"
        return
    wanted = search_rows(mended, rows)
    yield from _differing("article", [rows.article], kept.articles.get(article, []), "id")
    yield from _differing("statement", rows.statements, kept.statements.get(article, []), "place")
    yield from _differing("entry of the search", wanted, kept.search.get(article, []), "place")
    numbers = {row["place"]: row["number"] for row in kept.search.get(article, [])}
    if len(numbers) == len(rows.statements):
        found = bearings(mended, rows, numbers)
        for name, held in kept.bearings.items():
            yield from _differing(f"row of {name}", getattr(found, name), held.get(article, []), "running")
    yield from _differing("fingerprint", [text_rows(reading).columns], kept.fingerprints.get(article, []), "article")


def _differing(what: str, wanted: Iterable[Mapping[str, Any]], kept: Iterable[Mapping[str, Any]], key: str) -> Iterator[str]:
    """Where rows are not what the reading gives."""
    held = {row[key]: row for row in kept}
    for row in wanted:
        found = held.pop(row[key], None)
        named = f"{what} {row[key]}" if key in ("place", "running") else what
        if found is None:
            yield f"its {named} is missing"
            continue
        columns = [name for name, value in row.items() if as_kept(found[name]) != as_kept(value)]
        if columns:
            yield f"its {named} is not what its text gives ({', '.join(columns)})"
    for left in held:
        yield f"its {what} {left} has nothing that it was made from"


def _sums(connection: Connection) -> Iterator[str]:
    """What does not add up over the tables."""
    kept = {table.name: _count(connection, table) for table in (articles, readings, fingerprints)}
    if len(set(kept.values())) > 1:
        yield "not as many of each: " + ", ".join(f"{count} {name}" for name, count in kept.items())
    told = connection.execute(select(func.coalesce(func.sum(articles.c.statements), 0))).scalar_one()
    counts = {"statements": _count(connection, statements), "entries of the search": _count(connection, search)}
    for name, count in counts.items():
        if count != told:
            yield f"{count} {name}, where the articles have {told} statements"
    members = select(fingerprints.c.family, func.count().label("size")).group_by(fingerprints.c.family).subquery()
    asked = select(families.c.origin, families.c.size, members.c.size.label("found")).outerjoin(
        members, members.c.family == families.c.number
    )
    for origin, size, found in connection.execute(asked):
        if size != (found or 0):
            yield f"family {origin}: {found or 0} articles, where it should have {size}"
    lost = select(fingerprints.c.article).where(fingerprints.c.family.not_in(select(families.c.number)))
    for (article,) in connection.execute(lost):
        yield f"article {article}: it is in no family"
    own = select(fingerprints.c.family).where(fingerprints.c.article == families.c.origin).scalar_subquery()
    for (origin,) in connection.execute(select(families.c.origin).where(own.is_distinct_from(families.c.number))):
        yield f"family {origin}: its origin is not in it"


def _count(connection: Connection, table: FromClause) -> int:
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())
