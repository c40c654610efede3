"""WARC and ARC -> the pages that were answered in them; warcio parts the records, every byte of a page is read here as if saved."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import redirect_stderr
from io import RawIOBase, StringIO
from typing import TYPE_CHECKING, Any

from saksi.errors import InputRefused
from saksi.intake.answered import ASKED_FIELD, Answered, AnswerReader, charset_of
from saksi.intake.coding import dechunked, unpacked
from saksi.intake.exchange import doubts
from saksi.intake.moments import in_utc
from saksi.limits import INPUT_BYTES
from saksi.records import Refused

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

    from saksi.intake.pager import Came

PAGES = (
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "application/rss+xml",
    "application/atom+xml",
    "application/pdf",
    "text/xml",
    "application/xml",
)
"""Kinds of content that may hold an article; of the others an archive holds a hundred for each page."""

SILENT = frozenset(["warcinfo", "arc_header", "request", "metadata", "continuation"])
"""Records that belong to others and hold no answer."""


def read_archive(chunks: Iterator[bytes], read: AnswerReader, *, uri: str, fetched: str) -> Iterator[Came]:
    """What `read` makes of each page, then one Refused that counts the records that are no pages, so that all add up."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    passed: Counter[str] = Counter()
    number = found = 0
    try:
        for number, record in enumerate(_quietly(ArchiveIterator(_Stream(chunks), check_digests=False)), 1):
            for one in _record(record, read, f"{uri}:{number}", fetched, passed):
                found += 1
                yield one
    except (ArchiveLoadFailed, ValueError, EOFError, UnicodeDecodeError, AttributeError, TypeError, IndexError, KeyError) as exc:
        why = f"the archive is damaged there ({exc}); the records before it were read, none behind it"
        yield Refused(uri=f"{uri}:{number + 1}", reason=why)
        return
    if passed or not found:
        listed = ", ".join(f"{count} {what}" for what, count in passed.most_common())
        yield Refused(uri=uri, reason=f"records without a page to read: {listed or 'no answer among them'}")


def _quietly(records: Iterator[ArcWarcRecord]) -> Iterator[ArcWarcRecord]:
    """The records, without what warcio writes to the terminal about lengths that are off by a line; it reads on all the same."""
    while True:
        with redirect_stderr(StringIO()):
            record = next(records, None)
        if record is None:
            return
        yield record


def _record(record: ArcWarcRecord, read: AnswerReader, where: str, fetched: str, passed: Counter[str]) -> Iterator[Came]:
    kind = record.rec_type
    if kind in SILENT:
        return
    if kind == "revisit":
        passed["seen before (revisit)"] += 1
        return
    address = record.rec_headers.get_header("WARC-Target-URI") or record.rec_headers.get_header("uri") or where
    if kind not in ("response", "resource", "conversion") or not address.startswith(("http:", "https:", where)):
        passed[str(kind or "broken") if address == where else f"{kind} of {address.partition(':')[0]}:"] += 1
        return
    declared = _header(record, "content-type") if record.http_headers is not None else record.rec_headers.get_header("Content-Type") or ""
    status = record.http_headers.get_statuscode() if record.http_headers is not None else ""
    content = declared.partition(";")[0].strip().lower()
    asked = record.rec_headers.get_header(ASKED_FIELD)
    if status and not status.startswith("2"):
        passed[f"answered {status}"] += 1
    elif asked is None and content and content not in PAGES:
        passed[content] += 1
    else:
        one = _answered(record, address, declared, asked, fetched)
        if one is None:
            passed["empty"] += 1
        else:
            yield from (one,) if isinstance(one, Refused) else read(one)


def _answered(record: ArcWarcRecord, address: str, declared: str, asked: str | None, fetched: str) -> Answered | Refused | None:
    try:
        body = _whole(record)
        if body is None:
            return Refused(uri=address, reason=f"larger than {INPUT_BYTES // 1_000_000} MB, which no page is")
        data, notes = unpacked(address, body, _header(record, "content-encoding"))
    except InputRefused as refused:
        return Refused(uri=address, reason=refused.reason)
    if not data.strip():
        return None
    stamp = record.rec_headers.get_header("WARC-Date") or record.rec_headers.get_header("archive-date")
    return Answered(
        uri=address,
        data=data,
        fetched=in_utc(stamp, fetched),
        told=charset_of(declared),
        asked=asked is not None,
        notes=(*notes, *doubts(asked or address, address, record.rec_headers.get_header("WARC-Truncated"))),
    )


def _header(record: ArcWarcRecord, name: str) -> str:
    """A header of the answer that a record holds, "" where it has none."""
    return "" if record.http_headers is None else record.http_headers.get_header(name) or ""


def _whole(record: ArcWarcRecord) -> bytes | None:
    """The answer's body, chunks joined, still packed; None where it is too large. What a damaged body still gives is kept."""
    data = bytearray()
    while len(data) <= INPUT_BYTES:
        piece = record.raw_stream.read(65_536)
        if not piece:
            return dechunked(bytes(data), _header(record, "transfer-encoding"))
        data += piece
    return None


logging.getLogger("warcio").addHandler(logging.NullHandler())


class _Stream(RawIOBase):
    """Chunks as a stream that can be read."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = iter(chunks)
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._left:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._left = chunk
        size = min(len(buffer), len(self._left))
        buffer[:size] = self._left[:size]
        self._left = self._left[size:]
        return size
