"""What is PostgreSQL's alone: reaching a database, its locks, how our tables are known in it, and what its errors mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, func, insert, inspect, select, text
from sqlalchemy.exc import DBAPIError

from saksi.errors import LedgerError
from saksi.ledger import following_tables
from saksi.ledger.migrations import migrate
from saksi.ledger.schema import SCHEMA_VERSION, ledger_schema, metadata
from saksi.ledger.store import SqlLedger
from saksi.limits import CONNECT_SECONDS

NAMES = ("postgresql", "postgres")
"""How URLs call it."""

_WRITES = "saksi_writes"
"""The execution option of transactions that write."""

_MAKING = 0x53414B53
"""The advisory lock under which tables are made, "SAKS" in ASCII: before that there is no table to lock."""

_MEANINGS = {
    "55P03": "another program is writing to it; try again when that is done",
    "40P01": "another program is writing to it; try again when that is done",
    "53100": "there is no room left on the server's disk; make room and do it again, nothing that was kept is lost",
    "53300": "the server takes no more connections just now; try again later",
    "42501": "the user may not do this; give the user the rights on the database: GRANT CREATE, USAGE ON SCHEMA public TO …",
    "3F000": "it has no schema that the user may use; name one: postgresql://…?options=-csearch_path%3Dsaksi",
    "25006": "it can only be read: the server or the user is set to read only",
    "3D000": "there is no such database on the server; make it first, with createdb",
    "28P01": "the server refused the user or the password; give it in the URL, in PGPASSWORD or in ~/.pgpass",
    "28000": "the server lets this user in from here by no rule of its pg_hba.conf",
    "57P03": "the server is starting or stopping; try again in a moment",
    "42P01": "its tables are gone; put a copy of the database back, or make a new ledger from the same inputs",
    "XX001": "it is damaged; put a copy of the database back",
}
_FATAL = {"3D000": "database .* does not exist", "28P01": "password|role .* does not exist", "28000": "pg_hba"}
"""What a refused connection says in place of a code."""


def opened(url: URL, *, create: bool, busy_seconds: float) -> SqlLedger:
    """The ledger in a database, its tables made where there are none and `create` allows it. Raises LedgerError."""
    name = shown(url)
    engine = _engine(url, name, busy_seconds)
    try:
        _found(engine, name, create=create)
    except DBAPIError as error:
        raise LedgerError(f"ledger {name}: {meaning_for(url)(error.orig)}") from None  # the cause may hold the password
    finally:
        engine.dispose()
    return unchecked(url, busy_seconds=busy_seconds)


def unchecked(url: URL, *, busy_seconds: float) -> SqlLedger:
    """The ledger in a database, whatever is there."""
    name = shown(url)
    engine = _engine(url, name, busy_seconds)
    reader = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return SqlLedger(reader=reader, writer=_writer(engine), name=name, meaning=meaning_for(url))


def settle_numbers(connection: Connection, tables: Iterable[Table]) -> None:
    """After rows were brought with their numbers: let PostgreSQL count on from there. Nothing to do for another database."""
    if connection.dialect.name != "postgresql":
        return
    for table in tables:
        column = table.autoincrement_column
        if column is not None:
            counter = func.pg_get_serial_sequence(table.name, column.name)
            connection.execute(select(func.setval(counter, func.coalesce(select(func.max(column)).scalar_subquery(), 1))))


def _writer(engine: Engine) -> Engine:
    return engine.execution_options(**{_WRITES: True})


def shown(url: URL) -> str:
    """A URL as errors and reports may show it: without user, password and settings."""
    host = url.host or url.query.get("host") or ""
    port = f":{url.port}" if url.port else ""
    return f"postgresql://{host if isinstance(host, str) else host[0]}{port}/{url.database or ''}"


def meaning_for(url: URL) -> Any:
    """What puts an error of PostgreSQL into words for the person who has the database."""
    secrets = [secret for secret in (url.password, url.query.get("password")) if secret]

    def meaning(error: BaseException | None) -> str:
        said = str(error)
        code = getattr(error, "sqlstate", None) or next((code for code, words in _FATAL.items() if re.search(words, said)), None)
        known = _MEANINGS.get(code or "")
        if known is not None:
            return known
        first = " ".join(said.split()) or type(error).__name__
        for secret in secrets:
            first = first.replace(str(secret), "…")
        if code is None or code.startswith(("08", "57P")):
            return f"the server cannot be reached, or closed the connection; look whether it runs and where ({first})"
        return f"PostgreSQL says: {first}"

    return meaning


def _engine(url: URL, name: str, busy_seconds: float) -> Engine:
    try:
        engine = create_engine(
            url.set(drivername="postgresql+psycopg"),
            pool_pre_ping=True,
            # a plan that fits every search fits none: each is planned for its own words
            connect_args={"connect_timeout": CONNECT_SECONDS, "application_name": "saksi", "prepare_threshold": None},
        )
    except ImportError as error:
        raise LedgerError(f"ledger {name}: PostgreSQL needs an extra; pip install 'saksi[postgresql]'") from error

    @event.listens_for(engine, "connect")
    def settle(connection: Any, _record: object) -> None:
        connection.autocommit = True
        # compiling a question costs more than each of ours takes
        connection.execute(f"SET lock_timeout = {max(1, round(busy_seconds * 1000))}; SET jit = off; SET client_min_messages = warning")
        connection.autocommit = False

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        """One writer at a time, as in SQLite: else two could add an article each that would have been one family."""
        if connection.get_execution_options().get(_WRITES):
            connection.exec_driver_sql(f"LOCK TABLE {ledger_schema.name} IN SHARE ROW EXCLUSIVE MODE")

    return engine


def _found(engine: Engine, name: str, *, create: bool) -> None:
    with engine.begin() as connection:
        encoding = connection.execute(text("SHOW server_encoding")).scalar_one()
        if encoding != "UTF8":
            raise LedgerError(
                f"ledger {name}: it keeps text in {encoding}; make a database with createdb --encoding UTF8 --template template0"
            )
        if not inspect(connection).has_table(ledger_schema.name):
            if not create:
                raise LedgerError(f"ledger {name}: there is no ledger in the database; `saksi add` makes one")
            _make(connection, name)
        version = connection.execute(select(func.max(ledger_schema.c.version))).scalar_one()
    if version is None:
        raise LedgerError(f"ledger {name}: its tables are not whole; a `saksi move` that was broken off is ended by running it again")
    if version > SCHEMA_VERSION:
        raise LedgerError(f"ledger {name}: a newer Saksi made it (tables {version}, here {SCHEMA_VERSION}); upgrade Saksi to use it")
    if version < SCHEMA_VERSION:
        with _writer(engine).begin() as connection:
            migrate(connection)


def _make(connection: Connection, name: str) -> None:
    """Make the tables, unless another process did so while we waited for the lock."""
    connection.execute(select(func.pg_advisory_xact_lock(_MAKING)))
    inspector = inspect(connection)
    if inspector.has_table(ledger_schema.name):
        return
    ours = {*metadata.tables, *following_tables.metadata.tables}
    if taken := sorted(ours & set(inspector.get_table_names())):
        raise LedgerError(f"ledger {name}: another program has tables there ({', '.join(taken[:3])}); give a database of its own")
    metadata.create_all(connection, checkfirst=False)
    connection.execute(insert(ledger_schema).values(version=SCHEMA_VERSION))
