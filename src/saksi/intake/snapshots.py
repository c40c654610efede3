"""Keeps what was fetched in a web archive (WARC 1.1), byte for byte, so that a reading can be repeated and shown years later."""

from __future__ import annotations

import os
import zlib
from base64 import b32encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from hashlib import sha256
from io import FileIO
from mmap import ACCESS_READ, mmap
from pathlib import Path
from uuid import uuid4

from saksi import __version__
from saksi.clock import Clock, now
from saksi.errors import SnapshotRefused
from saksi.intake.answered import ASKED_FIELD
from saksi.intake.exchange import Exchange, Fetched, NotModified, payload

GZIP = 31
"""zlib's word for gzip's wrapping."""

_STEP = 1 << 20


class Snapshot:
    """A .warc.gz file to which answers are added, each record packed by itself; what stands in it is never changed.

    `name` makes the ids of records; tests give fixed ones.
    """

    def __init__(self, file: FileIO, name: Callable[[], str]) -> None:
        self.file = file
        self.name = name

    def begin(self, moment: str) -> None:
        """Say who made the file, as its first record."""
        said = f"software: Saksi {__version__}\r\nformat: WARC File Format 1.1\r\n"
        fields = {"WARC-Type": "warcinfo", "WARC-Date": _utc(moment), "Content-Type": "application/warc-fields"}
        self._append([_record(fields, self.name(), said.encode())])

    def keep(self, fetched: Fetched | NotModified) -> None:
        """Add every exchange of one fetched address: its answer, then its request. Raises SnapshotRefused where the disk fails."""
        records: list[bytes] = []
        for exchange in fetched.chain:
            last = exchange is fetched.chain[-1]
            records += self._pair(exchange, fetched.asked if last and isinstance(fetched, Fetched) else None)
        self._append(records)

    def _pair(self, exchange: Exchange, asked: str | None) -> list[bytes]:
        answer, request = self.name(), self.name()
        both = {"WARC-Target-URI": exchange.uri, "WARC-Date": _utc(exchange.moment)}
        if exchange.ip is not None:
            both["WARC-IP-Address"] = exchange.ip
        came = {"WARC-Type": "response"} | both | {"Content-Type": "application/http; msgtype=response"}
        if exchange.cut is not None:
            came["WARC-Truncated"] = exchange.cut
        if asked is not None:
            came[ASKED_FIELD] = asked
        came["WARC-Payload-Digest"] = digest(payload(exchange.response))
        sent = {"WARC-Type": "request"} | both | {"WARC-Concurrent-To": answer, "Content-Type": "application/http; msgtype=request"}
        return [_record(came, answer, exchange.response), _record(sent, request, exchange.request)]

    def _append(self, records: list[bytes]) -> None:
        # Straight to the disk: a kill leaves the file as it was or with one cut end, which the next opening finds.
        to = self.file.fileno()
        before = os.fstat(to).st_size
        left = memoryview(b"".join(records))
        try:
            while left:
                left = left[os.write(to, left) :]
            os.fsync(to)
        except BaseException as exc:
            with suppress(OSError):
                os.ftruncate(to, before)
            if isinstance(exc, OSError):
                raise SnapshotRefused(f"{self.file.name}: cannot be written: {exc.strerror or exc}") from exc
            raise


@contextmanager
def open_snapshot(path: Path, *, clock: Clock = now, name: Callable[[], str] | None = None) -> Iterator[Snapshot]:
    """A snapshot file to add to, made if it is not there, and held against other programs while it is open.

    Raises SnapshotRefused for a file of another kind, for one whose last record is cut off (a run was killed within it), and for
    one that another run adds to. Such a file is left as it is.
    """
    try:
        file = path.open("ab", buffering=0)
    except OSError as exc:
        raise SnapshotRefused(f"{path}: cannot be written: {exc.strerror or exc}") from exc
    with file:
        _hold(file, path)
        snapshot = Snapshot(file, name or (lambda: f"<urn:uuid:{uuid4()}>"))
        if path.stat().st_size == 0:
            snapshot.begin(clock().isoformat())
        else:
            _whole_or_refused(path)
        yield snapshot


def digest(data: bytes) -> str:
    """A digest as WARC writes it: "sha256:" and Base32."""
    return "sha256:" + b32encode(sha256(data).digest()).decode("ascii")


def members(path: Path) -> Iterator[tuple[int, int | None]]:
    """Where each packed record of a file begins and ends; the end is None for one that is cut or damaged.

    Behind a damaged one it goes on at the next that opens like a record of a web archive.
    """
    if path.stat().st_size == 0:
        return
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as data:
        begin = 0
        while 0 <= begin < len(data):
            end = _end(data, begin)
            yield begin, end
            begin = end if end is not None else _next(data, begin + 1)


def _end(data: mmap, begin: int) -> int | None:
    member = zlib.decompressobj(wbits=GZIP)
    at = begin
    try:
        while not member.eof and at < len(data):
            rest = data[at : at + _STEP]
            at += len(rest)
            while rest and not member.eof:
                member.decompress(rest, _STEP)
                rest = member.unconsumed_tail
            at -= len(member.unused_data)
        while not member.eof and member.decompress(b"", _STEP):
            pass
    except zlib.error:
        return None
    return at if member.eof else None


def _next(data: mmap, begin: int) -> int:
    while (begin := data.find(b"\x1f\x8b\x08", begin)) >= 0 and not opens_record(data[begin : begin + 1024]):
        begin += 1
    return begin


def opens_record(packed: bytes) -> bool:
    """Whether packed bytes open like a record of a web archive."""
    try:
        return zlib.decompressobj(wbits=GZIP).decompress(packed, 5) == b"WARC/"
    except zlib.error:
        return False


def _whole_or_refused(path: Path) -> None:
    with path.open("rb") as file:
        head = file.read(1024)
    if not opens_record(head):
        raise SnapshotRefused(f"{path}: is no packed web archive (.warc.gz) that can be added to; name another file")
    for begin, end in members(path):
        if end is None:
            what = f"a record is cut off or damaged from byte {begin:,} on, perhaps by a run that was killed"
            advice = f"name another file, look at it with saksi verify, or cut it off there (truncate -s {begin} FILE)"
            raise SnapshotRefused(f"{path}: {what}; {advice}")


def _hold(file: FileIO, path: Path) -> None:
    try:
        import fcntl
    except ImportError:  # pragma: no cover - not on Windows, where a file can be added to without
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as exc:
        raise SnapshotRefused(f"{path}: another run adds to it; wait for it, or name another file") from exc


def _record(fields: dict[str, str], name: str, block: bytes) -> bytes:
    """One record, packed by itself. By hand, since warcio writes the headers of an answer anew and not as they came."""
    head = {"WARC-Record-ID": name} | fields | {"WARC-Block-Digest": digest(block), "Content-Length": str(len(block))}
    lines = "".join(f"{key}: {value}\r\n" for key, value in head.items())
    packer = zlib.compressobj(wbits=GZIP)
    return packer.compress(f"WARC/1.1\r\n{lines}\r\n".encode() + block + b"\r\n\r\n") + packer.flush()


def _utc(moment: str) -> str:
    return datetime.fromisoformat(moment).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
