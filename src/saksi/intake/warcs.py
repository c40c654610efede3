"""WARC and ARC -> the pages that were answered in them; warcio parts the records, every byte of a page is read here as if saved."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import redirect_stderr
from io import RawIOBase, StringIO
from typing import TYPE_CHECKING, Any

from saksi.intake.moments import in_utc
from saksi.limits import INPUT_BYTES
from saksi.records import Article, Refused

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

PageReader = Callable[[str, bytes, str, str | None], Iterable[Article | Refused]]
"""Reads one page: its address, its bytes, when it was fetched, the charset that its answer declares."""

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


def read_archive(chunks: Iterator[bytes], read: PageReader, *, uri: str, fetched: str) -> Iterator[Article | Refused]:
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


def _record(record: ArcWarcRecord, read: PageReader, where: str, fetched: str, passed: Counter[str]) -> Iterator[Article | Refused]:
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
    headers = record.http_headers
    status = headers.get_statuscode() if headers is not None else ""
    declared = (headers.get_header("content-type") if headers is not None else record.rec_headers.get_header("Content-Type")) or ""
    content = declared.partition(";")[0].strip().lower()
    if status and not status.startswith("2"):
        passed[f"answered {status}"] += 1
    elif content and content not in PAGES:
        passed[content] += 1
    else:
        data = _whole(record)
        if data is None:
            yield Refused(uri=address, reason=f"larger than {INPUT_BYTES // 1_000_000} MB, which no page is")
        elif not data.strip():
            passed["empty"] += 1
        else:
            stamp = record.rec_headers.get_header("WARC-Date") or record.rec_headers.get_header("archive-date")
            yield from read(address, data, in_utc(stamp, fetched), _charset(declared))


def _whole(record: ArcWarcRecord) -> bytes | None:
    """The answer's body, chunks joined and inflated; None where it is too large. What a damaged body still gives is kept."""
    stream: Any = record.content_stream()
    data = bytearray()
    while len(data) <= INPUT_BYTES:
        piece = stream.read(65_536)
        if not piece:
            return bytes(data)
        data += piece
    return None


def _charset(declared: str) -> str | None:
    for part in declared.split(";")[1:]:
        name, _, value = part.partition("=")
        if name.strip().lower() == "charset":
            return value.strip(" \"'").lower() or None
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
