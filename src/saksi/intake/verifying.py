"""Checks what was kept: each record of a web archive against its digests, each span of a file of readings against its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import redirect_stderr
from io import StringIO
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from saksi.errors import InputRefused
from saksi.intake.inflate import MAGIC
from saksi.intake.snapshots import members
from saksi.intake.sniff import is_archive

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

DIGESTS = ("WARC-Block-Digest", "WARC-Payload-Digest")
NEEDED = ("WARC-Record-ID", "WARC-Date", "WARC-Type", "Content-Length")


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """What one file holds, in `unit`s ("records" or "readings"), how many of them carry something to check against, and what is wrong."""

    unit: str
    count: int
    checked: int
    wrong: tuple[str, ...]


def verify(path: Path) -> Checked:
    """Check one file, a web archive or lines of readings. Raises InputRefused for any other and for one that cannot be read."""
    try:
        with path.open("rb") as file:
            head = file.read(1024)
        if head.startswith(MAGIC):
            return _packed_archive(path)
        if is_archive(head):
            with path.open("rb") as file:
                return _checked("records", _records(file, ""))
        if head.lstrip()[:1] == b"{":
            with path.open("rb") as file:
                return _checked("readings", map(_reading, count(1), file))
    except OSError as exc:
        raise InputRefused(str(path), f"it could not be read: {exc.strerror or exc}") from exc
    raise InputRefused(str(path), "neither a web archive (.warc, .warc.gz) nor readings (saksi read --json); there is nothing to check")


class _One(msgspec.Struct, frozen=True):
    """One record or reading: whether it carries something to check against, and what is wrong with it."""

    has: bool
    wrong: tuple[str, ...] = ()


def _checked(unit: str, found: Iterable[_One]) -> Checked:
    number = checked = 0
    wrong: list[str] = []
    for number, one in enumerate(found, 1):
        checked += one.has
        wrong += [f"{unit.removesuffix('s')} {number}: {what}" for what in one.wrong]
    return Checked(unit=unit, count=number, checked=checked, wrong=tuple(wrong))


def _packed_archive(path: Path) -> Checked:
    """Member by member, so that damage in one record costs that record only."""
    from warcio.limitreader import LimitReader

    def found() -> Iterator[_One]:
        with path.open("rb") as file:
            for begin, end in members(path):
                if end is None:
                    yield _One(False, (f"cut off or damaged from byte {begin:,} on",))
                else:
                    file.seek(begin)
                    yield from _records(LimitReader(file, end - begin), f", at byte {begin:,}")

    return _checked("records", found())


def _records(stream: Any, where: str) -> Iterator[_One]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        with redirect_stderr(StringIO()):
            for record in ArchiveIterator(stream, check_digests=True):
                yield _record(record, where)
    except (ArchiveLoadFailed, ValueError, EOFError, AttributeError, TypeError, IndexError, KeyError) as exc:
        yield _One(False, (f"no record of a web archive{where} ({exc})",))


def _record(record: ArcWarcRecord, where: str) -> _One:
    while record.raw_stream.read(65_536):
        pass
    headers = record.rec_headers
    wrong = [f"it lacks {name}{where}" for name in NEEDED if record.format == "warc" and not headers.get_header(name)]
    if (left := getattr(record.raw_stream, "limit", 0)) > 0:
        wrong.append(f"{left:,} bytes of it are missing{where}")
    wrong += [f"{problem}{where}" for problem in record.digest_checker.problems]
    return _One(any(headers.get_header(name) for name in DIGESTS), tuple(wrong))


def wrong_in_reading(line: bytes) -> tuple[str, ...]:
    """What is wrong with the spans of one line of `saksi read --json`."""
    return _reading(1, line).wrong


def _reading(number: int, line: bytes) -> _One:
    """One line of `saksi read --json`: every span in it must be what stands in the text there."""
    try:
        value = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as exc:
        return _One(False, (f"line {number} is no JSON ({exc})",))
    text = value.get("text") if isinstance(value, dict) else None
    if not isinstance(text, str):
        return _One(False, () if isinstance(value, dict) and "reason" in value else (f"line {number} has no text to check against",))
    wrong: list[dict[str, Any]] = []
    for about, key in (("title", "title_statements"), ("dek", "dek_statements"), ("text", "")):
        of = value.get(about) or ""
        spans = _spans(value.pop(key, None) if key else value)
        wrong += [span for span in spans if of[span["start"] : span["end"]] != span["text"]]
    return _One(True, tuple(f"line {number}: {span['text'][:60]!r} is not what stands at {span['start']}" for span in wrong))


def _spans(value: object) -> Iterator[dict[str, Any]]:
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if isinstance(one.get("start"), int) and isinstance(one.get("end"), int) and isinstance(one.get("text"), str):
                yield one
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
