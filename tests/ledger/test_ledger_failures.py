"""A ledger that is locked, full, read-only or gone says so in one line and loses nothing."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
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


ADD_MANY = """
import sys
from saksi.ledger import open_ledger
from saksi.records import Article, Reading

path, first, last, size = sys.argv[1], *map(int, sys.argv[2:5])
print("ready", flush=True)
sys.stdin.readline()
ledger = open_ledger(path)
for start in range(first, last, size):
    ids = [f"a-{n:05}" for n in range(start, start + size)]
    ledger.add(Reading(article=Article(id=i, text=i + " air surut " * 50), engine="test") for i in ids)
    print(*ids, flush=True)
"""


def adding(path, first: int, last: int, size: int) -> subprocess.Popen[str]:
    """A process that adds articles numbered `first` to `last`, `size` to a call, once it reads a line."""
    command = [sys.executable, "-c", ADD_MANY, str(path), str(first), str(last), str(size)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def test_two_processes_make_one_ledger_and_add_to_it_at_once(path):
    """Each article that both add is kept once; neither process fails for the other's lock."""
    both = [adding(path, first, first + 60, 5) for first in (0, 30)]
    for process in both:
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in both:
        process.communicate(timeout=60)

    assert [process.returncode for process in both] == [0, 0]
    with open_ledger(str(path), create=False) as ledger:
        assert [f"a-{number:05}" for number in range(90)] == [reading.article.id for reading in ledger.readings()]
    assert whole(path)


def test_a_kill_while_adding_loses_nothing_that_was_committed(path):
    """What the process said it had added is there, and no call is there by half."""
    process = adding(path, 0, 100_000, 7)
    process.stdin.write("go\n")
    process.stdin.flush()
    said = [process.stdout.readline().split() for _ in range(4)]
    process.send_signal(signal.SIGKILL)
    rest, _ = process.communicate(timeout=60)
    said += [line.split() for line in rest.splitlines(keepends=True) if line.endswith("\n")]

    with open_ledger(str(path), create=False) as ledger:
        kept = {reading.article.id for reading in ledger.readings()}
        assert len(kept) == ledger.articles().total
    assert {article for line in said for article in line} <= kept
    assert len(kept) % 7 == 0
    assert whole(path)
