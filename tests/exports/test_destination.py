"""A file that an export is written to: whole or as it was."""

from __future__ import annotations

import os
import sqlite3
import threading
from contextlib import closing

import pytest

from saksi.errors import OutputRefused
from saksi.exports.destination import write_whole


def breaks_off():
    yield b"half"
    raise RuntimeError("broke off")


def test_a_new_file_holds_all_pieces_and_may_be_read_as_any_other(tmp_path):
    write_whole(tmp_path / "out.jsonl", [b"a\n", b"b\n"])
    (tmp_path / "other").touch()

    assert (tmp_path / "out.jsonl").read_bytes() == b"a\nb\n"
    assert (tmp_path / "out.jsonl").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_an_export_that_breaks_off_leaves_the_older_file_and_no_other(tmp_path):
    old = tmp_path / "out.jsonl"
    old.write_bytes(b"old")

    with pytest.raises(RuntimeError):
        write_whole(old, breaks_off())

    assert old.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["out.jsonl"]


def test_an_older_file_keeps_its_rights_and_a_link_its_target(tmp_path):
    old, link = tmp_path / "out.jsonl", tmp_path / "link"
    old.write_bytes(b"old")
    old.chmod(0o600)
    link.symlink_to(old)

    write_whole(link, [b"new"])

    assert link.is_symlink()
    assert old.read_bytes() == b"new"
    assert old.stat().st_mode & 0o777 == 0o600


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    heard: list[bytes] = []
    listener = threading.Thread(target=lambda: heard.append(pipe.read_bytes()))
    listener.start()

    write_whole(pipe, [b"a", b"b"])

    listener.join()
    assert heard == [b"ab"]
    assert pipe.is_fifo()


def test_a_database_is_not_overwritten(tmp_path):
    ledger = tmp_path / "news.db"
    with closing(sqlite3.connect(ledger)) as connection:
        connection.execute("CREATE TABLE t (x)")
    before = ledger.read_bytes()

    with pytest.raises(OutputRefused, match="perhaps the ledger itself"):
        write_whole(ledger, [b"a"])

    assert ledger.read_bytes() == before


@pytest.mark.parametrize("name", ["none/out.jsonl", ".", "x" * 300])
def test_a_place_that_cannot_be_written_is_told(tmp_path, name):
    with pytest.raises(OutputRefused, match="cannot be written"):
        write_whole(tmp_path / name, [b"a"])
