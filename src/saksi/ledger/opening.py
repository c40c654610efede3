"""Finds out what kind of ledger an address means, and opens it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from saksi.errors import LedgerError
from saksi.ledger import postgresql, sqlite
from saksi.ledger.store import SqlLedger


def opened(where: str, *, create: bool, busy_seconds: float) -> SqlLedger:
    """The ledger at a path or URL; see `saksi.ledger.open_ledger`."""
    place = place_of(where)
    if isinstance(place, URL):
        return postgresql.opened(place, create=create, busy_seconds=busy_seconds)
    try:
        sqlite.found(place, create=create, busy_seconds=busy_seconds)
    except sqlite3.Error as error:
        raise LedgerError(f"ledger {place}: {sqlite.meaning(error)}") from error
    except DBAPIError as error:
        raise LedgerError(f"ledger {place}: {sqlite.meaning(error.orig)}") from error
    except (OSError, ValueError) as error:
        raise LedgerError(f"ledger {where!r}: it cannot be opened: {error}") from error
    return unchecked(where, busy_seconds=busy_seconds)


def unchecked(where: str, *, busy_seconds: float) -> SqlLedger:
    """The ledger at a path or URL, whatever is there: for who makes it whole first."""
    place = place_of(where)
    if isinstance(place, URL):
        return postgresql.unchecked(place, busy_seconds=busy_seconds)
    engine = sqlite.engine_for(place, busy_seconds=busy_seconds)
    return SqlLedger(reader=engine, writer=sqlite.writer(engine), name=str(place), meaning=sqlite.meaning)


def place_of(where: str) -> Path | URL:
    """The SQLite file or the PostgreSQL database that an address names. A URL is not repeated in an error: it may hold a password."""
    if not where or "\0" in where:
        raise LedgerError("no ledger is named; give the path of a file, e.g. saksi.db")
    if "://" not in where:
        return Path(where).expanduser()
    try:
        url = make_url(where)
    except (ArgumentError, ValueError):
        raise LedgerError(
            "the ledger's URL cannot be read; write it as postgresql://user@host/database, or give the path of a file"
        ) from None
    if url.get_backend_name() in postgresql.NAMES:
        return _database(url)
    if url.get_backend_name() != "sqlite":
        raise LedgerError(f"no ledger is kept in {url.get_backend_name()}; give the path of a file, or postgresql://user@host/database")
    if not url.database or "\0" in url.database:
        raise LedgerError("the ledger's URL names no file; write it as sqlite:///saksi.db")
    return Path(url.database)


def _database(url: URL) -> URL:
    if not url.database or "\0" in url.database:
        raise LedgerError("the ledger's URL names no database; write it as postgresql://user@host/database")
    return url


def shown(where: str) -> str:
    """An address as errors and reports may show it."""
    place = place_of(where)
    return postgresql.shown(place) if isinstance(place, URL) else str(place)


def is_place(where: str) -> bool:
    """Whether an address is that of a ledger; a file that cannot be looked into is none."""
    if "://" in where:
        return where.startswith(("sqlite:", *(f"{name}{end}" for name in postgresql.NAMES for end in (":", "+"))))
    try:
        return sqlite.is_database(Path(where).expanduser())
    except OSError:
        return False
