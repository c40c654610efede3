"""Lines of JSON -> Articles, the text taken verbatim; a bad line costs that line only."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

import msgspec

from saksi.intake.article import LEFT_OUT, capped
from saksi.intake.charset import decode
from saksi.intake.dates import iso_date
from saksi.intake.feeds import is_json_feed, json_value, read_json_feed
from saksi.intake.language import tell
from saksi.intake.ninjs import is_ninjs, read_ninjs
from saksi.limits import JSONL_LINE_BYTES
from saksi.records import Article, Note, Refused
from saksi.records.ids import article_id

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d.*)?")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Line(msgspec.Struct):
    """One line as the contract has it; other keys are passed over."""

    text: str
    id: str | int | None = None
    title: str | None = None
    uri: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    dek: str | None = None
    author: str | list[str] | None = None


_decoder = msgspec.json.Decoder(Line)


def lines(chunks: Iterable[bytes]) -> Iterator[tuple[int, bytes | None]]:
    """Line number (from 1) and bytes of each line that is not blank; None for a line beyond JSONL_LINE_BYTES."""
    number, kept, too_long = 1, bytearray(), False
    for chunk in chunks:
        start = 0
        while (end := chunk.find(b"\n", start)) >= 0:
            kept += chunk[start:end]
            if too_long or len(kept) > JSONL_LINE_BYTES:
                yield number, None
            elif not kept.isspace() and kept:
                yield number, bytes(kept)
            number, too_long, start = number + 1, False, end + 1
            kept.clear()
        kept += chunk[start:]
        if len(kept) > JSONL_LINE_BYTES:
            too_long = True
            kept.clear()
    if too_long:
        yield number, None
    elif kept and not kept.isspace():
        yield number, bytes(kept)


def read_lines(chunks: Iterable[bytes], *, uri: str, fetched: str) -> Iterator[Article | Refused]:
    """An Article or a Refused for each line; the uri of a line that gives none is "<uri>:<line number>"."""
    for number, line in lines(chunks):
        where = f"{uri}:{number}"
        if line is None:
            yield Refused(uri=where, reason=f"a line of more than {JSONL_LINE_BYTES:,} bytes; one article is one line")
        else:
            yield read_line(line, uri=where, fetched=fetched)


def read_whole(data: bytes, *, uri: str, fetched: str) -> Iterator[Article | Refused]:
    """A file that is one JSON value over many lines: one article, or an array of articles."""
    try:
        value = json.loads(decode(data)[0], strict=False)
    except (ValueError, RecursionError) as exc:
        yield Refused(uri=uri, reason=f"it looks like JSON but is none ({_short(exc)}); write one object a line (.jsonl)")
        return
    if is_json_feed(value):
        yield from read_json_feed(value, uri=uri, fetched=fetched)
        return
    for number, one in enumerate(value if isinstance(value, list) else [value], 1):
        where = f"{uri}:{number}" if isinstance(value, list) else uri
        if is_ninjs(one):
            yield read_ninjs(one, uri=where, fetched=fetched)
            continue
        raw = json.dumps(one, ensure_ascii=True).encode()
        yield read_line(raw, uri=where, fetched=fetched)


def read_line(line: bytes, *, uri: str, fetched: str) -> Article | Refused:
    """The article of one line. Refused where it is no JSON object with a "text" string that holds something."""
    notes: list[Note] = []
    try:
        given = _decoder.decode(line.removeprefix(b"\xef\xbb\xbf"))
    except msgspec.ValidationError as exc:
        if is_ninjs(item := json_value(line)):
            return read_ninjs(item, uri=uri, fetched=fetched)
        return Refused(uri=uri, reason=f'the line is no article, an object with "text" (and "id"): {_short(exc)}')
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as exc:
        second = _second_try(line, notes)
        if second is None:
            return Refused(uri=uri, reason=f"the line is no JSON: {_short(exc)}")
        given = second
    if not given.text.strip():
        return Refused(uri=uri, reason='the line\'s "text" is empty')
    text, more = capped(given.text)
    where = given.uri or uri
    published = _published(given.published, notes)
    return Article(
        id=article_id(where, given.text) if given.id is None else str(given.id),
        status="partly" if any(note.code in LEFT_OUT for note in (*notes, *more)) else "read",
        uri=where,
        sha256=sha256(line).hexdigest(),
        fetched=fetched,
        outlet=given.outlet or None,
        title=given.title or None,
        dek=given.dek or None,
        author=", ".join(given.author) if isinstance(given.author, list) else given.author or None,
        published=published,
        language=_language(given.language) or tell(text),
        text=text,
        notes=(*notes, *more),
    )


def _second_try(line: bytes, notes: list[Note]) -> Line | None:
    """What a strict decoder refuses and a person would not: stray bytes, lone surrogates, raw control characters."""
    text, about = decode(line)
    try:
        value = json.loads(text, strict=False)
        clean = _without_surrogates(value, notes)
        given = msgspec.convert(clean, Line)
    except (ValueError, RecursionError, msgspec.ValidationError):
        return None
    notes.extend(about)
    return given


def _without_surrogates(value: Any, notes: list[Note]) -> Any:
    if isinstance(value, dict):
        return {key: _without_surrogates(one, notes) if key in Line.__struct_fields__ else None for key, one in value.items()}
    if isinstance(value, list):
        return [_without_surrogates(one, notes) for one in value if isinstance(one, str)]
    if isinstance(value, str) and _SURROGATE.search(value):
        notes.append(Note(code="surrogates", what="half characters", why="they stand as U+FFFD; no encoding can write them"))
        return _SURROGATE.sub("\ufffd", value)
    return value


def _published(given: str | None, notes: list[Note]) -> str | None:
    if not given or _ISO.fullmatch(given.strip()):
        return given.strip() if given else None
    day = iso_date(given)
    if day is None:
        notes.append(Note(code="published", what=given[:60], why="no date could be told from it"))
    return day


def _language(given: str | None) -> str | None:
    code = (given or "").strip().lower().replace("_", "-").split("-")[0]
    return code if 2 <= len(code) <= 3 and code.isalpha() else None


def _short(exc: Exception) -> str:
    return str(exc).splitlines()[0][:120]
