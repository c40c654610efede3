"""What is SQLite's alone: opening a file, its locks and journal, how our files are known, and what its errors mean."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, insert
from sqlalchemy.pool import NullPool

from saksi.errors import LedgerError
from saksi.ledger.migrations import migrate
from saksi.ledger.schema import SCHEMA_VERSION, ledger_schema, metadata
from saksi.limits import LEDGER_CACHE_KB

APPLICATION_ID = 0x53414B53
"""Marks a SQLite file as a ledger, "SAKS" in ASCII: https://www.sqlite.org/pragma.html#pragma_application_id."""

WAL_IS_SAFE = (3, 51, 3)
"""Earlier ones can corrupt a write-ahead log that two connections use at once: https://www.sqlite.org/wal.html."""

_FIRST_BYTES = b"SQLite format 3\0"
_BEGIN = "sqlite_begin"
"""The execution option that says which BEGIN opens a transaction."""

_MEANINGS = {
    "SQLITE_READONLY_DBMOVED": "it was moved or deleted while it was open",
    "SQLITE_BUSY": "another program is using it; try again when that is done",
    "SQLITE_LOCKED": "another program is using it; try again when that is done",
    "SQLITE_FULL": "there is no room left for it on the disk; make room and do it again, nothing that was kept is lost",
    "SQLITE_READONLY": "it can only be read: the file or its folder is write-protected",
    "SQLITE_CANTOPEN": "it cannot be opened: look whether its folder is there and may be read and written",
    "SQLITE_PERM": "it cannot be opened: look whether you may read and write it",
    "SQLITE_NOTADB": "it is no SQLite database; give another file",
    "SQLITE_CORRUPT": "it is damaged; put a copy of it back, or make a new one from the same inputs",
    "SQLITE_IOERR": "the disk failed while it was read or written; look after the disk and do it again",
}


def meaning(error: BaseException | None) -> str:
    """What an error of SQLite means to the person who has the file."""
    name = getattr(error, "sqlite_errorname", None) or ""
    primary = "_".join(name.split("_")[:2])
    return _MEANINGS.get(name) or _MEANINGS.get(primary) or f"SQLite says: {error}"


def engine_for(path: Path, *, busy_seconds: float) -> Engine:
    """An engine over an existing file: each transaction opens it anew, so that a file that is gone is noticed.

    Transactions begin by SQLAlchemy's word, not the driver's (its documented way for SQLite), plainly for reading.
    """
    engine = create_engine("sqlite://", creator=lambda: _connect(path, "rw", busy_seconds), poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN"))

    return engine


def writer(engine: Engine) -> Engine:
    """The same engine for transactions that write: each takes the lock at once, so that none fails half-way."""
    return engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})


def found(path: Path, *, create: bool, busy_seconds: float) -> None:
    """See to it that `path` is a ledger of this version, made where there is nothing yet and `create` allows it.

    Raises LedgerError or sqlite3.Error.
    """
    if path.is_dir():
        raise LedgerError(f"ledger {path}: it is a folder; give a file in it, e.g. {path / 'saksi.db'}")
    if not path.parent.is_dir():
        raise LedgerError(f"ledger {path}: there is no folder {path.parent}; make it first")
    if path.is_file() and path.stat().st_size and not _begins_as_database(path):
        raise LedgerError(f"ledger {path}: {_MEANINGS['SQLITE_NOTADB']}")  # SQLite itself would overwrite a file of a few bytes
    if not create and not path.exists():
        raise LedgerError(f"ledger {path}: there is no such file; `saksi add --ledger {path} FILE...` makes one")
    with closing(_connect(path, "rwc" if create else "rw", busy_seconds)) as connection:
        if _is_empty(connection):
            if not create:
                raise LedgerError(f"ledger {path}: the file is empty; `saksi add --ledger {path} FILE...` fills it")
            _make(path, busy_seconds)
        if _check(connection, path) < SCHEMA_VERSION:
            _bring_up(path, busy_seconds)
        _choose_journal(connection)


def damage(connection: Connection) -> Iterator[str]:
    """What SQLite itself finds wrong with a file, pages and indexes; nothing for another database."""
    if connection.dialect.name == "sqlite":
        found = connection.exec_driver_sql("PRAGMA integrity_check").scalars()
        yield from (f"the file is damaged: {what}" for what in found if what != "ok")


def is_database(path: Path) -> bool:
    """Whether there is a file that SQLite made. Raises OSError."""
    return path.is_file() and _begins_as_database(path)


def _begins_as_database(path: Path) -> bool:
    """Whether a file starts with SQLite's own words: https://www.sqlite.org/fileformat.html. Raises OSError."""
    with path.open("rb") as file:
        return file.read(len(_FIRST_BYTES)) == _FIRST_BYTES


def _connect(path: Path, mode: str, busy_seconds: float) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=busy_seconds, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{LEDGER_CACHE_KB}")
    return connection


def _is_empty(connection: sqlite3.Connection) -> bool:
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return not tables and not _application(connection)


def _application(connection: sqlite3.Connection) -> int:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    return int(application)


def _make(path: Path, busy_seconds: float) -> None:
    """Make the tables, unless another process did so while we waited for the lock."""
    engine = writer(engine_for(path, busy_seconds=busy_seconds))
    with engine.begin() as connection:
        if connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one():
            return
        metadata.create_all(connection, checkfirst=False)
        connection.execute(insert(ledger_schema).values(version=SCHEMA_VERSION))
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def _bring_up(path: Path, busy_seconds: float) -> None:
    """Bring the tables of an older Saksi up to this one's; a file that may only be read cannot be opened before that."""
    with writer(engine_for(path, busy_seconds=busy_seconds)).begin() as connection:
        migrate(connection)


def _check(connection: sqlite3.Connection, path: Path) -> int:
    """The version of a ledger's tables. Raises LedgerError for what is no ledger, or a newer one."""
    if _application(connection) != APPLICATION_ID:
        raise LedgerError(f"ledger {path}: the file belongs to another program; give another one")
    (version,) = connection.execute("SELECT max(version) FROM ledger_schema").fetchone()
    if version is None:
        raise LedgerError(f"ledger {path}: its tables are not whole; put a copy of it back, or make a new one from the same inputs")
    if version > SCHEMA_VERSION:
        raise LedgerError(f"ledger {path}: a newer Saksi made it (tables {version}, here {SCHEMA_VERSION}); upgrade Saksi to use it")
    return int(version)


def _choose_journal(connection: sqlite3.Connection) -> None:
    """Write-ahead logging where this SQLite does it safely, else the rollback journal.

    A file that may only be read stays as it is. A log that others have open just now is not read beside them: that is
    the very case in which it can be corrupted.
    """
    wanted = "wal" if sqlite3.sqlite_version_info >= WAL_IS_SAFE else "delete"
    (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
    if mode == wanted:
        return
    try:
        connection.execute(f"PRAGMA journal_mode = {wanted}")
    except sqlite3.OperationalError as error:
        if wanted == "delete" and (getattr(error, "sqlite_errorname", None) or "").startswith("SQLITE_BUSY"):
            raise
