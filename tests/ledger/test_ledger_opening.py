"""What may be opened as a ledger, and what each refusal says."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from saksi.errors import LedgerError
from saksi.ledger import open_ledger, sqlite
from saksi.ledger.schema import SCHEMA_VERSION


@pytest.fixture
def store() -> str:
    """This is about files of SQLite."""
    return "sqlite"


def journal(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        return str(connection.execute("PRAGMA journal_mode").fetchone()[0])


def refusal(where: object, **options: object) -> str:
    with pytest.raises(LedgerError) as refused:
        open_ledger(str(where), **options)
    assert "\n" not in str(refused.value)
    return str(refused.value)


def test_a_new_file_is_marked_as_a_ledger(ledger, path):
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (sqlite.APPLICATION_ID,)
        assert connection.execute("SELECT version FROM ledger_schema").fetchall() == [(SCHEMA_VERSION,)]


def test_an_empty_file_becomes_a_ledger(path):
    path.touch()

    with open_ledger(str(path)) as ledger:
        assert ledger.articles().total == 0


@pytest.mark.parametrize("name", ["spasi dan #tanda?.db", "100%25.db", "berita-é.db"])
def test_a_path_is_taken_as_it_is(tmp_path, name):
    open_ledger(str(tmp_path / name)).close()

    assert [name] == [file.name for file in tmp_path.iterdir()]


def test_without_leave_to_make_one_a_missing_or_empty_file_is_told_with_what_to_do(path):
    assert "there is no such file; `saksi add --ledger" in refusal(path, create=False)
    assert not path.exists()

    path.touch()
    assert "the file is empty" in refusal(path, create=False)


def test_a_folder_and_a_missing_folder_are_told(tmp_path):
    assert "it is a folder" in refusal(tmp_path)
    assert f"there is no folder {tmp_path / 'none'}" in refusal(tmp_path / "none" / "news.db")
    (tmp_path / "file").touch()
    assert "there is no folder" in refusal(tmp_path / "file" / "news.db")


@pytest.mark.parametrize("content", [b"Seorang pejabat mengatakan air surut.\n" * 200, b"\x00" * 4096, b"S"])
def test_a_file_that_is_no_database_is_told_and_left_alone(path, content):
    path.write_bytes(content)

    assert "no SQLite database" in refusal(path)
    assert content == path.read_bytes()


def test_another_programs_database_is_told_and_left_alone(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    before = path.read_bytes()

    assert "belongs to another program" in refusal(path)
    assert before == path.read_bytes()


def test_another_programs_database_that_has_no_tables_yet_is_told(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 252006673")

    assert "belongs to another program" in refusal(path)


def test_a_ledger_of_a_newer_version_is_told(ledger, path):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE ledger_schema SET version = 99")

    assert "a newer Saksi made it (tables 99" in refusal(path)


@pytest.mark.parametrize("change", ["DELETE FROM ledger_schema", "DROP TABLE ledger_schema"])
def test_a_ledger_that_lost_its_version_is_told(ledger, path, change):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(change)

    assert f"ledger {path}: " in refusal(path)


@pytest.mark.parametrize(
    ("where", "complaint"),
    [
        ("", "no ledger is named"),
        ("sqlite://", "names no file"),
        ("mysql://desk:geheim@db/news", "no ledger is kept in mysql"),
        ("postgresql://desk:geheim@db", "names no database"),
        ("postgresql://desk:geheim@127.0.0.1:1/news", "cannot be reached"),
        ("postgresql://desk:geheim@127.0.0.1:port/news", "URL cannot be read"),
        ("postgres://desk@/news?password=geheim&host=/nowhere", "cannot be reached"),
        ("://geheim", "URL cannot be read"),
        ("x\0.db", "no ledger is named"),
        ("sqlite:///x\0.db", "no ledger is named"),
        ("sqlite:///x%00.db", "names no file"),
    ],
)
def test_an_address_that_means_no_ledger_is_told_without_its_password(where, complaint):
    assert complaint in refusal(where)
    assert "geheim" not in refusal(where)


def test_a_log_is_written_ahead_only_where_sqlite_does_so_safely(path, monkeypatch):
    monkeypatch.setattr(sqlite, "WAL_IS_SAFE", (3, 0, 0))
    open_ledger(str(path)).close()
    assert journal(path) == "wal"

    monkeypatch.setattr(sqlite, "WAL_IS_SAFE", (99, 0, 0))
    open_ledger(str(path)).close()
    assert journal(path) == "delete"


def test_a_log_that_another_program_has_open_is_not_turned_back_under_it(path, monkeypatch):
    monkeypatch.setattr(sqlite, "WAL_IS_SAFE", (3, 0, 0))
    open_ledger(str(path)).close()
    monkeypatch.setattr(sqlite, "WAL_IS_SAFE", (99, 0, 0))

    with closing(sqlite3.connect(path)) as other:
        other.execute("SELECT * FROM articles").fetchall()
        assert "another program" in refusal(path, busy_seconds=0.05)


def test_a_journal_that_another_program_uses_is_left_where_a_log_would_be_safe(path, monkeypatch):
    monkeypatch.setattr(sqlite, "WAL_IS_SAFE", (99, 0, 0))
    open_ledger(str(path)).close()
    monkeypatch.setattr(sqlite, "WAL_IS_SAFE", (3, 0, 0))

    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM articles").fetchall()
        open_ledger(str(path), busy_seconds=0.05).close()

    assert journal(path) == "delete"


def test_a_file_that_may_only_be_read_keeps_its_journal_and_is_read(path, monkeypatch):
    """Its log cannot be turned back; that is no reason not to read it."""
    monkeypatch.setattr(sqlite, "WAL_IS_SAFE", (3, 0, 0))
    open_ledger(str(path)).close()
    connect = sqlite._connect
    monkeypatch.setattr(sqlite, "WAL_IS_SAFE", (99, 0, 0))
    monkeypatch.setattr(sqlite, "_connect", lambda path, _mode, busy_seconds: connect(path, "ro", busy_seconds))

    with open_ledger(str(path)) as ledger:
        assert ledger.articles().total == 0
    assert journal(path) == "wal"


def test_a_name_that_is_too_long_is_told(tmp_path):
    assert "cannot be opened" in refusal(tmp_path / ("x" * 300))


def test_the_ledger_is_imported_without_the_database_library():
    """Commands that open none are not made to wait half a second for it."""
    code = "import saksi.ledger, saksi.runs, saksi.exports.catalogue, sys; sys.exit('sqlalchemy' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
