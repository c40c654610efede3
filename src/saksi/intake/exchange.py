"""What was asked and what came back, as records: byte for byte for a snapshot, and parted for a reader."""

from __future__ import annotations

from typing import Literal

import msgspec

from saksi.records import Note

Cut = Literal["disconnect", "time"]
"""Why an answer ends early: the connection was closed within it, or it took too long (WARC-Truncated, WARC 1.1, 5.13)."""


class Validators(msgspec.Struct, frozen=True, kw_only=True):
    """What an earlier answer said of its version, to ask only for a newer one; as the headers had it, None where it said nothing."""

    etag: str | None = None
    last_modified: str | None = None


class Exchange(msgspec.Struct, frozen=True, kw_only=True):
    """One request and its answer as they went over the connection, inside TLS.

    `ip` is the address that was dialled, None behind a proxy; `moment` an aware ISO datetime; `cut` says why `response` ends early.
    """

    uri: str
    moment: str
    ip: str | None
    request: bytes
    response: bytes
    status: int
    cut: Cut | None = None


class Fetched(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to an address, whatever its status.

    `asked` is the address that was asked for, `uri` the one that answered in the end; `headers` are pairs with lower-case names;
    `body` is as it came, still packed where content-encoding says so; `fetched` an aware ISO datetime. `chain` holds every
    exchange, redirects first.
    """

    asked: str
    uri: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    fetched: str
    chain: tuple[Exchange, ...]

    @property
    def cut(self) -> Cut | None:
        """Why the body ends early, None for a whole one."""
        return self.chain[-1].cut

    @property
    def validators(self) -> Validators:
        """What to send along when it is asked for again."""
        return Validators(etag=self.header("etag"), last_modified=self.header("last-modified"))

    def header(self, name: str) -> str | None:
        """The value of a header by its lower-case name, several joined by commas; None where there is none."""
        return ", ".join(value for key, value in self.headers if key == name) or None


class NotModified(msgspec.Struct, frozen=True, kw_only=True):
    """The answer that nothing is newer than what the validators name (304); `chain` as in Fetched."""

    asked: str
    uri: str
    fetched: str
    chain: tuple[Exchange, ...]


def doubts(asked: str, uri: str, cut: str | None) -> list[Note]:
    """What stands beside an article because of the way it came: an unprotected last step, an early end."""
    notes = []
    if asked.lower().startswith("https:") and uri.lower().startswith("http:"):
        notes.append(Note(code="unprotected", what=uri, why=f"{asked} sent on to it; anybody on the way could have changed it"))
    if cut is not None:
        why = {"disconnect": "the connection was closed within it", "time": "it took too long", "length": "it was too long"}.get(cut, cut)
        notes.append(Note(code="answer-cut", what="the end of the answer", why=f"{why}; what came before was read"))
    return notes


def one_answer(wire: bytes, length: int | None) -> bytes:
    """The final answer among the bytes of a connection: without the interim ones (1xx) and what follows its `length` of body."""
    while (at := _head_end(wire)) and wire[9:10] == b"1":
        wire = wire[at:]
    return wire if length is None or not at else wire[: at + length]


def payload(message: bytes) -> bytes:
    """What follows the head of an HTTP message, chunks and packing as they came."""
    at = _head_end(message)
    return message[at:] if at else b""


def _head_end(wire: bytes) -> int:
    """Where the head of an answer ends, behind its blank line; 0 where it does not."""
    ends = [at + len(mark) for mark in (b"\r\n\r\n", b"\n\n", b"\n\r\n") if (at := wire.find(mark)) >= 0]
    return min(ends, default=0)
