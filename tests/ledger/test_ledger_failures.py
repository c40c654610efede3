"""A ledger that is locked, full, read-only or gone says so in one line and loses nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing, contextmanager

import pytest
from sqlalchemy import Engine, event

from saksi.errors import LedgerError
from saksi.ledger import Ledger, SearchFilter, StatementFilter, open_ledger


@pytest.fixture
def store() -> str:
    """This is about files of SQLite."""
    return "sqlite"


READS: dict[str, Callable[[Ledger], object]] = {
    "articles": lambda ledger: ledger.articles(),
    "reading": lambda ledger: ledger.reading("a-1"),
    "statements": lambda ledger: ledger.statements(StatementFilter()),
    "search": lambda ledger: ledger.search(SearchFilter(words="air")),
    "readings": lambda ledger: list(ledger.readings()),
    "families": lambda ledger: list(ledger.families()),
    "family": lambda ledger: ledger.family("a-1"),
}


def test_every_call_of_a_ledger_is_among_those_that_are_tried_here():
    public = {name for name in vars(Ledger) if not name.startswith("_")}

    assert {*READS, "add", "close"} == public


@contextmanager
def on_connect(pragma: str):
    """Every connection that is opened meanwhile runs `pragma` first."""

    def run(connection, _record):
        connection.execute(pragma)

    event.listen(Engine, "connect", run)
    try:
        yield
    finally:
        event.remove(Engine, "connect", run)


def whole(path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_write_waits_for_another_writer_and_then_says_who_is_in_the_way(ledger, made, path):
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match=r"news\.db: another program is using it"):
            ledger.add([made()])
        assert ledger.articles().total == 0

    assert ledger.add([made()])[0].new


@pytest.mark.parametrize("name", READS)
def test_a_read_while_another_program_holds_the_whole_file(ledger, made, path, name):
    ledger.add([made(id="a-1")])
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LedgerError, match="another program is using it"):
            READS[name](ledger)

    READS[name](ledger)


def test_opening_while_another_program_holds_the_whole_file(ledger, path):
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LedgerError, match="another program is using it"):
            open_ledger(str(path), busy_seconds=0.05)


def test_a_full_disk_costs_nothing_that_was_kept(ledger, made, path):
    ledger.add([made("pertama")])
    with closing(sqlite3.connect(path)) as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()

    with on_connect(f"PRAGMA max_page_count = {pages}"), pytest.raises(LedgerError, match="no room left"):
        ledger.add(made(f"angka {number} " + "panjang " * 500) for number in range(20))

    assert ledger.articles().total == 1
    assert whole(path)
    assert ledger.add([made("kedua")])[0].new


def test_a_disk_that_is_full_at_the_first_opening_leaves_no_half_made_ledger(path):
    with on_connect("PRAGMA max_page_count = 2"), pytest.raises(LedgerError, match="no room left"):
        open_ledger(str(path))

    with open_ledger(str(path)) as ledger:
        assert ledger.articles().total == 0


def test_a_ledger_that_may_only_be_read_is_read_and_not_written(ledger, made, path):
    ledger.add([made(id="a-1")])
    with on_connect("PRAGMA query_only = ON"):
        with pytest.raises(LedgerError, match="can only be read"):
            ledger.add([made("lain")])
        for read in READS.values():
            read(ledger)


@pytest.mark.parametrize("name", [*READS, "add"])
def test_a_ledger_that_is_gone_is_told_and_not_made_again(ledger, made, path, name):
    ledger.add([made(id="a-1")])
    path.unlink()

    with pytest.raises(LedgerError, match="cannot be opened"):
        {**READS, "add": lambda ledger: ledger.add([made("lain")])}[name](ledger)
    assert not path.exists()


def test_a_damaged_ledger_is_told(ledger, made, path):
    ledger.add(made(f"angka {number}") for number in range(50))
    torn = bytearray(path.read_bytes())
    torn[4096:] = b"\xff" * (len(torn) - 4096)
    path.write_bytes(torn)

    with pytest.raises(LedgerError, match="damaged"):
        ledger.articles()
