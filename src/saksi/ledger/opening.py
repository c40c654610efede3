"""Finds out what kind of ledger an address means, and opens it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from saksi.errors import LedgerError
from saksi.ledger import sqlite
from saksi.ledger.store import SqlLedger


def opened(where: str, *, create: bool, busy_seconds: float) -> SqlLedger:
    """The ledger at a path or URL; see `saksi.ledger.open_ledger`."""
    path = _path(where)
    try:
        sqlite.found(path, create=create, busy_seconds=busy_seconds)
    except sqlite3.Error as error:
        raise LedgerError(f"ledger {path}: {sqlite.meaning(error)}") from error
    except DBAPIError as error:
        raise LedgerError(f"ledger {path}: {sqlite.meaning(error.orig)}") from error
    except (OSError, ValueError) as error:
        raise LedgerError(f"ledger {where!r}: it cannot be opened: {error}") from error
    engine = sqlite.engine_for(path, busy_seconds=busy_seconds)
    return SqlLedger(reader=engine, writer=sqlite.writer(engine), name=str(path), meaning=sqlite.meaning)


def _path(where: str) -> Path:
    """The SQLite file that a path or a URL names. A URL is not repeated in an error: it may hold a password."""
    if not where or "\0" in where:
        raise LedgerError("no ledger is named; give the path of a file, e.g. saksi.db")
    if "://" not in where:
        return Path(where).expanduser()
    try:
        url = make_url(where)
    except ArgumentError as error:
        raise LedgerError("the ledger's URL cannot be read; give the path of a file, e.g. saksi.db") from error
    if url.get_backend_name() != "sqlite":
        raise LedgerError(f"this version keeps no ledger in {url.get_backend_name()}; give the path of a file, e.g. saksi.db")
    if not url.database or "\0" in url.database:
        raise LedgerError("the ledger's URL names no file; write it as sqlite:///saksi.db")
    return Path(url.database)
