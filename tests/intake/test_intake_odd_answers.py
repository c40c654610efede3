"""Answers that no server should give: refused or read, never an exception, and read again from the snapshot as the same articles."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saksi.errors import FetchRefused
from saksi.intake import articles
from saksi.intake.snapshots import open_snapshot
from saksi.intake.verifying import verify
from saksi.records import Article
from town import ADDRESS, HOST, WAYS, built

TRIES = 60 * int(os.environ.get("SAKSI_FUZZ", "1"))
PIECES = [
    b"", b"\r\n", b"\n", b"\0", b" ", b"\xff", b"0\r\n\r\n", b";x", b"HTTP/1.1 100 Continue\r\n\r\n", b"Transfer-Encoding: chunked\r\n",
    b"Content-Encoding: gzip\r\n", b"Content-Encoding: deflate\r\n", b"Content-Length: 5\r\n", b"WARC/1.0\r\n",
    b"Content-Type: text/plain\r\n",
]  # fmt: skip
edits = st.lists(st.tuples(st.integers(0, 300), st.integers(0, 12), st.sampled_from(PIECES)), min_size=1, max_size=3)


@settings(max_examples=TRIES)
@given(st.sampled_from(WAYS), edits)
def test_a_damaged_answer_is_read_again_as_it_was_read(way: bytes, edits: list[tuple[int, int, bytes]]) -> None:
    for at, gone, piece in edits:
        way = way[:at] + piece + way[at + gone :]
    with built() as town, tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patched:
        patched.setattr("saksi.intake.asking._TIMEOUTS", {"connect": 1, "read": 1, "write": 1, "pool": 1})
        town.house(HOST).pages["/gate"] = way
        try:
            found = town.fetcher(ignore_robots=True).fetch(ADDRESS)
        except FetchRefused as refused:
            assert len(refused.reason) > 20  # noqa: PT017 - both ways are right
            return
        path = Path(folder) / "kept.warc.gz"
        with open_snapshot(path, clock=town.clock) as snapshot:
            snapshot.keep(found)
        live = [one for one in articles(ADDRESS, fetch=lambda uri: found) if isinstance(one, Article)]
        assert [one for one in articles(str(path)) if isinstance(one, Article)] == live
        assert verify(path).wrong == ()
