"""Moves a ledger from one store to another: every row of every table, then a comparison of counts and hashes.

A move that is broken off is ended by running it again. Until its end the new ledger has no version and nobody can open it. The
old one takes no writes meanwhile, and stays as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, MetaData, Table, and_, delete, func, insert, inspect, select, true, tuple_, update
from sqlalchemy.exc import IntegrityError

from saksi.errors import LedgerError
from saksi.ledger import following_tables, members_tables, schema
from saksi.ledger.columns import as_kept
from saksi.ledger.opening import opened, place_of, unchecked
from saksi.ledger.postgresql import settle_numbers
from saksi.ledger.schema import ledger_schema
from saksi.ledger.store import SqlLedger
from saksi.limits import LEDGER_BATCH, MOVE_ROWS

EVERYTHING: tuple[MetaData, ...] = (schema.metadata, following_tables.metadata, members_tables.metadata)
"""All tables that a ledger may have."""

Row = dict[str, Any]
Key = tuple[Any, ...]


class MovedTable(msgspec.Struct, frozen=True, kw_only=True):
    """One table that was moved: its rows, and the hash over all of them in the order of their keys, the same on both sides."""

    name: str
    rows: int
    hash: str


def move(source: SqlLedger, to: str, *, busy_seconds: float, on_rows: Callable[[int], None] = lambda count: None) -> list[MovedTable]:
    """Move everything to the address `to`, where no ledger with articles may be; `on_rows` hears of rows that are there.

    Raises LedgerError; what was moved by then stays for the next run.
    """
    target = _opened_for_moving(to, busy_seconds)
    with target, source.writing() as old:
        tables = [table for part in EVERYTHING for table in part.sorted_tables if _has(old, table) and table is not ledger_schema]
        try:
            _bring(old, target, tables, on_rows)
        except IntegrityError:
            raise LedgerError(f"ledger {target.name}: what it holds does not fit what is moved; remove it and move again") from None
        moved = _compared(old, target, tables)
        versions = _rows_of(old.execute(select(ledger_schema)))
        with target.writing() as new:
            settle_numbers(new, tables)
            new.execute(insert(ledger_schema), versions)
    return moved


def count_rows(ledger: SqlLedger) -> int:
    """How many rows there are to move."""
    with ledger.asking() as connection:
        tables = [table for part in EVERYTHING for table in part.sorted_tables if _has(connection, table)]
        return sum(int(connection.execute(select(func.count()).select_from(table)).scalar_one()) for table in tables)


def _opened_for_moving(to: str, busy_seconds: float) -> SqlLedger:
    """A ledger without version: one that a move was broken off in, or one that is made for it. Raises LedgerError."""
    place = place_of(to)
    missing = isinstance(place, Path) and not (place.is_file() and place.stat().st_size)
    if not missing:
        target = unchecked(to, busy_seconds=busy_seconds)
        with target.asking() as connection:
            begun = _has(connection, ledger_schema) and not connection.execute(select(ledger_schema)).first()
        if begun:
            return target
        target.close()
    target = opened(to, create=True, busy_seconds=busy_seconds)
    with target.writing() as connection:
        tables = [table for part in EVERYTHING for table in part.sorted_tables if _has(connection, table) and table is not ledger_schema]
        taken = any(connection.execute(select(*table.primary_key).limit(1)).first() for table in tables if "version" not in table.c)
        if not taken:
            connection.execute(delete(ledger_schema))
    if taken:
        target.close()
        raise LedgerError(f"ledger {target.name}: there is a ledger already; give the name of one that is not there yet")
    return target


def _bring(old: Connection, target: SqlLedger, tables: Sequence[Table], on_rows: Callable[[int], None]) -> None:
    with target.writing() as new:
        for part in EVERYTHING:
            part.create_all(new, tables=[table for table in tables if table.metadata is part and not _has(new, table)], checkfirst=False)
        begun = {table for table in tables if new.execute(select(*table.primary_key).limit(1)).first() is not None}
    for table in reversed(tables):
        if table in begun:
            _drop_others(old, target, table)
    for table in tables:
        for rows in _batches(old, table):
            if table in begun:
                with target.asking() as new:
                    held = _between(new, table, rows)
                rows_left = [row for key, row in _keyed(table, rows).items() if key not in held]
            else:
                rows_left = rows
            if rows_left:
                with target.writing() as new:
                    new.execute(insert(table), rows_left)
            on_rows(len(rows))


def _drop_others(old: Connection, target: SqlLedger, table: Table) -> None:
    """Take out of the new ledger what an earlier run brought and the old one holds no more, or otherwise.

    A row that others lean on is changed in its place.
    """
    leaned_on = any(key.column.table is table for part in EVERYTHING for other in part.sorted_tables for key in other.foreign_keys)
    last: Key | None = None
    while True:
        with target.asking() as new:
            rows = _next(new, table, last)
        if not rows:
            return
        wanted = _between(old, table, rows)
        otherwise = [key for key, row in _keyed(table, rows).items() if wanted.get(key) != as_kept_row(row)]
        if otherwise:
            with target.writing() as new:
                for key in otherwise:
                    here = and_(*(column == value for column, value in zip(table.primary_key, key, strict=True)))
                    kept = leaned_on and key in wanted
                    new.execute(update(table).where(here).values(**wanted[key]) if kept else delete(table).where(here))
        last = _key(table, rows[-1])


def _compared(old: Connection, target: SqlLedger, tables: Sequence[Table]) -> list[MovedTable]:
    """Every table as both sides have it. Raises LedgerError where they differ."""
    moved = []
    with target.asking() as new:
        for table in tables:
            one, other = _sum(old, table), _sum(new, table)
            if one != other:
                said = f"{one.rows} rows in the one, {other.rows} in the other"
                raise LedgerError(f"ledger {target.name}: table {table.name} did not arrive as it was ({said}); move again")
            moved.append(one)
    return moved


def _sum(connection: Connection, table: Table) -> MovedTable:
    digest = blake2b(digest_size=16)
    count = 0
    for rows in _batches(connection, table):
        for row in rows:
            digest.update(msgspec.json.encode(as_kept_row(row)))
        count += len(rows)
    return MovedTable(name=table.name, rows=count, hash=digest.hexdigest())


def _batches(connection: Connection, table: Table) -> Iterator[list[Row]]:
    """The rows of a table by their keys."""
    last: Key | None = None
    while rows := _next(connection, table, last):
        yield rows
        last = _key(table, rows[-1])


def _next(connection: Connection, table: Table, last: Key | None) -> list[Row]:
    keys = list(table.primary_key)
    after = true() if last is None else tuple_(*keys) > tuple_(*last, types=[key.type for key in keys])
    size = LEDGER_BATCH if "line" in table.c else MOVE_ROWS
    return _rows_of(connection.execute(select(table).where(after).order_by(*keys).limit(size)))


def _between(connection: Connection, table: Table, rows: Sequence[Row]) -> dict[Key, Row]:
    """The rows of another ledger from the first to the last key of these, as every database keeps them."""
    keys = list(table.primary_key)
    first, last = (tuple_(*_key(table, row), types=[key.type for key in keys]) for row in (rows[0], rows[-1]))
    found = _rows_of(connection.execute(select(table).where(tuple_(*keys) >= first, tuple_(*keys) <= last)))
    return {key: as_kept_row(row) for key, row in _keyed(table, found).items()}


def _rows_of(result: Any) -> list[Row]:
    return [dict(row) for row in result.mappings()]


def _keyed(table: Table, rows: Sequence[Row]) -> dict[Key, Row]:
    return {_key(table, row): row for row in rows}


def _key(table: Table, row: Mapping[str, Any]) -> Key:
    return tuple(as_kept(row[column.name]) for column in table.primary_key)


def as_kept_row(row: Row) -> Row:
    """A row as every database keeps it."""
    return {name: as_kept(value) for name, value in row.items()}


def _has(connection: Connection, table: Table) -> bool:
    return inspect(connection).has_table(table.name)
