"""Opens a path, an address or stdin, tells what it is and hands it to its reader; every trouble ends as a note or a refusal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

import msgspec

from saksi.clock import Clock, now
from saksi.errors import InputRefused
from saksi.intake.charset import decode
from saksi.intake.inflate import MAGIC, Inflating
from saksi.intake.sniff import HEAD_BYTES, Kind, kind, refusal
from saksi.limits import INFLATED_BYTES, INPUT_BYTES, STORY_PAGES
from saksi.records import Article, Note, Refused

if TYPE_CHECKING:
    from saksi.intake.answered import Answered
    from saksi.intake.exchange import Fetched, NotModified
    from saksi.intake.pager import Came

Fetch = Callable[[str], "Fetched | NotModified"]
"""Gives the answer to an address, as Fetcher.fetch does. Raises FetchRefused."""

CHUNK_BYTES = 1 << 18


def articles(
    uri: str, *, stdin: BinaryIO | None = None, clock: Clock = now, fetch: Fetch | None = None, further: bool = True
) -> Iterator[Article | Refused]:
    """Every article of one input, or why it cannot be read; never an exception for what the input holds.

    `uri` is a path to a page (.html), a plain dump of one (.txt), a .jsonl file, a feed, a web archive (WARC, ARC), a wire's
    ninjs, an e-mail or a PDF, any of them gzipped, or "-" for `stdin` (the process's own by default). The bytes decide what
    it is, the suffix only in doubt. `fetched` is the
    clock's moment of opening.

    An address ("https://…") is fetched by `fetch`, by default by a Fetcher of its own; for several addresses give one Fetcher's,
    so that it minds its manners. The article's `uri` is then the address that answered in the end.

    Pages of one story are joined (see `joined`); for an address the `further` ones are fetched, at most STORY_PAGES of its host.
    """
    from saksi.intake.joined import joined

    return (one for _, one in joined((uri, each) for each in pages(uri, stdin=stdin, clock=clock, fetch=fetch, further=further)))


def pages(
    uri: str, *, stdin: BinaryIO | None = None, clock: Clock = now, fetch: Fetch | None = None, further: bool = True
) -> Iterator[Came]:
    """As `articles`, the pages of a story that has several still by themselves, so that those of several inputs can be joined."""
    shown = uri.encode("utf-8", "replace").decode("utf-8")
    try:
        if is_address(uri):
            asking = fetch or _own_fetch(clock)
            yield from _with_further(uri, asking) if further else _fetched(uri, asking)
            return
        with _opened(uri, stdin) as stream:
            yield from _read(shown, stream, clock().isoformat())
    except InputRefused as refused:
        yield Refused(uri=shown, reason=refused.reason)
    except (OSError, ValueError) as exc:
        yield Refused(uri=shown, reason=_trouble(exc))


def pages_in(name: str, data: bytes, *, clock: Clock = now) -> Iterator[Came]:
    """As `pages`, of bytes that came under a name, read as a file of this name would be; nothing is opened or called."""
    try:
        yield from _read(name, BytesIO(data), clock().isoformat())
    except InputRefused as refused:
        yield Refused(uri=name, reason=refused.reason)


def is_address(uri: str) -> bool:
    """Whether an input is an address and not a path: "https://kopi.example/x", and not a file that happens to be named so."""
    return "://" in uri[:12] and not os.path.exists(uri)


def _own_fetch(clock: Clock) -> Fetch:
    from saksi.intake.fetching import Fetcher

    return Fetcher(clock=clock).fetch


def _with_further(uri: str, fetch: Fetch) -> Iterator[Came]:
    """What an address holds; where that is a page of a story, its further pages too, as long as each goes on with it on the same host."""
    from saksi.intake.joined import goes_on
    from saksi.intake.pager import StoryPage

    story: list[StoryPage] = []
    for one in _fetched(uri, fetch):
        if isinstance(one, StoryPage):
            story.append(one)
        yield one
    while 0 < len(story) <= STORY_PAGES:
        pager = story[-1].pager
        address = pager.pages.get(pager.number + 1)
        if address is None or urlsplit(address).netloc != urlsplit(story[-1].article.uri or "").netloc:
            return
        try:
            found = next(_fetched(address, fetch))
        except InputRefused as refused:
            found = Refused(uri=address, reason=refused.reason)
        if isinstance(found, Refused):
            yield found
        if not isinstance(found, StoryPage) or not goes_on(story, found):
            return
        story.append(found)
        yield found


def _fetched(uri: str, fetch: Fetch) -> Iterator[Came]:
    from saksi.intake.answered import answered

    one = answered(fetch(uri))
    yield from (one,) if isinstance(one, Refused) else _answered(one)


@contextmanager
def _opened(uri: str, stdin: BinaryIO | None) -> Iterator[BinaryIO]:
    if uri == "-":
        yield sys.stdin.buffer if stdin is None else stdin
        return
    if os.path.isdir(uri):
        raise InputRefused(uri, "a directory; give the files in it, such as " + os.path.join(uri, "*"))
    with open(uri, "rb") as stream:
        yield stream


def _trouble(exc: Exception) -> str:
    if isinstance(exc, FileNotFoundError):
        return "there is no such file; look at the spelling of the path"
    if isinstance(exc, PermissionError):
        return "you may not read this file; look at its permissions"
    if isinstance(exc, OSError):
        return f"it could not be read: {exc.strerror or exc}"
    return f"this is no path of a file: {exc}"


class _Raw:
    """The stream in chunks, hashed as it goes by."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.digest = sha256()

    def __iter__(self) -> Iterator[bytes]:
        while chunk := self.stream.read(CHUNK_BYTES):
            self.digest.update(chunk)
            yield chunk


def _read(uri: str, stream: BinaryIO, fetched: str) -> Iterator[Came]:
    raw = _Raw(stream)
    chunks: Iterator[bytes] = iter(raw)
    head, chunks = _head(chunks, len(MAGIC))
    packed = Inflating(uri, chunks) if head.startswith(MAGIC) else None
    if packed is not None:
        head, chunks = _head(iter(packed), HEAD_BYTES)
    else:
        head, chunks = _head(chunks, HEAD_BYTES)
    if not head.strip():
        trouble = packed.trouble if packed else None
        raise InputRefused(uri, "the gzip data is damaged from its beginning" if trouble else "it is empty")
    if words := refusal(head):
        raise InputRefused(uri, words)
    what = kind(head, uri)
    if what == "jsonl":
        yield from _lines(uri, chunks, packed, fetched)
    elif what == "archive":
        yield from _archive(uri, chunks, packed, fetched)
    else:
        data = _whole(uri, chunks, INPUT_BYTES if packed is None else INFLATED_BYTES)
        notes = [packed.trouble] if packed is not None and packed.trouble is not None else []
        yield from (_with(notes, one) for one in one_body(uri, data, what, raw.digest.hexdigest(), fetched))


def one_body(uri: str, data: bytes, what: Kind, digest: str, fetched: str, told: str | None = None) -> Iterator[Came]:
    """The articles of one body of bytes that is whole; `told` is the encoding that a server named. Readers load what they need only."""
    if what == "json":
        from saksi.intake.jsonlines import read_whole

        yield from read_whole(data, uri=uri, fetched=fetched)
    elif what == "feed":
        from saksi.intake.feeds import read_feed

        yield from read_feed(data, uri=uri, fetched=fetched)
    elif what == "opml":
        from saksi.intake.opml import read_opml

        count = len(read_opml(data, uri=uri))
        yield Refused(uri=uri, reason=f"a list of {count} feeds (OPML), which holds no article; give the feeds themselves")
    elif what == "letter":
        from saksi.intake.letters import read_letter

        yield read_letter(data, uri=uri, fetched=fetched)
    elif what == "pdf":
        from saksi.intake.documents import read_document

        yield read_document(data, uri=uri, fetched=fetched)
    else:
        yield _page(uri, data, what, digest, fetched, told)


def _head(chunks: Iterator[bytes], size: int) -> tuple[bytes, Iterator[bytes]]:
    """At least `size` first bytes where there are so many, and all chunks again."""
    taken: list[bytes] = []
    have = 0
    for chunk in chunks:
        taken.append(chunk)
        have += len(chunk)
        if have >= size:
            break
    return b"".join(taken)[: max(size, HEAD_BYTES)], chain(taken, chunks)


def _whole(uri: str, chunks: Iterable[bytes], most: int) -> bytes:
    data = bytearray()
    for chunk in chunks:
        data += chunk
        if len(data) > most:
            raise InputRefused(
                uri, f"larger than {most // 1_000_000} MB, which no page is; give a .jsonl file with one article a line, or split it"
            )
    return bytes(data)


def _lines(uri: str, chunks: Iterator[bytes], packed: Inflating | None, fetched: str) -> Iterator[Article | Refused]:
    from saksi.intake.jsonlines import read_lines

    yield from read_lines(chunks, uri=uri, fetched=fetched)
    if packed is not None and packed.trouble is not None:
        yield Refused(uri=uri, reason=f"{packed.trouble.what}: {packed.trouble.why}")


def _archive(uri: str, chunks: Iterator[bytes], packed: Inflating | None, fetched: str) -> Iterator[Came]:
    from saksi.intake.warcs import read_archive

    yield from read_archive(chunks, _answered, uri=uri, fetched=fetched)
    if packed is not None and packed.trouble is not None:
        yield Refused(uri=uri, reason=f"{packed.trouble.what}: {packed.trouble.why}")


def _answered(one: Answered) -> Iterator[Came]:
    """One answer, live or of an archive, by the same readers as a saved file."""
    from saksi.intake.coding import unpacked

    uri, data, notes = one.uri, one.data, list(one.notes)
    digest = sha256(data).hexdigest()
    try:
        if data.startswith(MAGIC):
            data, more = unpacked(uri, data, "gzip")
            notes += more
        head = data[:HEAD_BYTES]
        if words := refusal(head):
            raise InputRefused(uri, words)
        what = kind(head, uri.partition("#")[0].partition("?")[0])
        found: Iterator[Came]
        if what == "jsonl" and one.asked:
            found = _lines(uri, iter([data]), None, one.fetched)
        elif what == "archive" and one.asked:
            found = _archive(uri, iter([data]), None, one.fetched)
        else:
            found = one_body(uri, data, "text" if what in ("jsonl", "archive") else what, digest, one.fetched, one.told)
        yield from (_with(notes, each) for each in found)
    except InputRefused as refused:
        yield Refused(uri=refused.uri, reason=refused.reason)


def _page(uri: str, data: bytes, what: Kind, digest: str, fetched: str, told: str | None) -> Came:
    """A page's article, or its page of one; the parser is loaded only where a page of HTML asks for it."""
    from saksi.intake.article import from_page

    text, notes = decode(data, told)
    if "\0" in text:
        notes.append(Note(code="nul", what=f"{text.count(chr(0))} zero characters", why="they are no text and were taken out"))
        text = text.replace("\0", "")
    text = text.replace("\ufeff", "")
    if what != "html":
        from saksi.intake.plain import read_dump

        return from_page(read_dump(text), uri=uri, sha256=digest, fetched=fetched, notes=notes)
    from saksi.intake.html import read_page
    from saksi.intake.pager import StoryPage, pager_of

    page = read_page(text)
    article = from_page(page, uri=uri, sha256=digest, fetched=fetched, notes=notes)
    pager = pager_of(page, text, uri)
    return article if pager is None or isinstance(article, Refused) else StoryPage(article=article, pager=pager)


def _with(notes: list[Note], one: Came) -> Came:
    if isinstance(one, Refused) or not notes:
        return one
    if not isinstance(one, Article):
        return msgspec.structs.replace(one, article=_with(notes, one.article))
    from saksi.intake.article import LEFT_OUT

    cut = any(note.code in LEFT_OUT for note in notes)
    return msgspec.structs.replace(one, status="partly" if cut else one.status, notes=(*one.notes, *notes))
