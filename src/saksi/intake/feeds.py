"""RSS, Atom, RDF and JSON Feed -> the article of each item; feedparser reads the XML, from bytes, and fetches nothing."""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any, TypeGuard

from saksi.intake.fragment import Carried, carried, is_tagged
from saksi.intake.moments import moment
from saksi.intake.sniff import narrowed
from saksi.limits import FEED_ITEMS
from saksi.records import Article, Note, Refused

_DECLARATION = re.compile(rb"^\s*<\?xml[^>]*\?>")
"""What a wide feed says of its encoding is untrue once it was made narrow."""

DAMAGED = "the feed is damaged ({}); what could be read of it was read"


def read_feed(data: bytes, *, uri: str, fetched: str) -> Iterator[Article | Refused]:
    """An Article or a Refused for each item; one Refused where the feed has none."""
    import feedparser

    narrow = narrowed(data)
    if narrow is not data:
        data = _DECLARATION.sub(b"", narrow.removeprefix(BOM_UTF8), count=1)
    found = feedparser.parse(BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    notes = [Note(code="feed-damaged", what="the feed", why=DAMAGED.format(found.get("bozo_exception")))] if found.bozo else []
    if not found.entries:
        trouble = f": {found.get('bozo_exception')}" if found.bozo else ""
        yield Refused(uri=uri, reason=f"a feed without any item{trouble}")
        return
    feed = found.feed
    for number, entry in enumerate(found.entries[:FEED_ITEMS], 1):
        yield carried(_entry(entry, feed, f"{uri}:{number}"), fetched=fetched, notes=notes)
    yield from _beyond(uri, len(found.entries))


def read_json_feed(data: Mapping[str, Any], *, uri: str, fetched: str) -> Iterator[Article | Refused]:
    """The same of a JSON Feed (https://jsonfeed.org), versions 1 and 1.1."""
    items = [item for item in _list(data.get("items")) if isinstance(item, dict)]
    if not items:
        yield Refused(uri=uri, reason="a feed without any item")
        return
    for number, item in enumerate(items[:FEED_ITEMS], 1):
        yield carried(_item(item, data, f"{uri}:{number}"), fetched=fetched)
    yield from _beyond(uri, len(items))


def is_json_feed(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether a JSON value is a JSON Feed: its version says so."""
    return isinstance(value, dict) and str(value.get("version", "")).startswith("https://jsonfeed.org/version/")


def _beyond(uri: str, items: int) -> Iterator[Refused]:
    if items > FEED_ITEMS:
        yield Refused(uri=f"{uri}:{FEED_ITEMS + 1}", reason=f"{items - FEED_ITEMS:,} more items; of one feed {FEED_ITEMS:,} are read")


def _entry(entry: Mapping[str, Any], feed: Mapping[str, Any], where: str) -> Carried:
    contents = [str(part.get("value") or "") for part in _list(entry.get("content"))]
    summary = str(entry.get("summary") or "")
    body = max(contents, key=len, default="") or summary
    link = _web(entry.get("link")) or _web(entry.get("id"))
    return Carried(
        what="feed",
        uri=link or where,
        body=body,
        whole=bool(contents),
        link=link,
        title=_line(entry.get("title")),
        dek=_dek(summary, body),
        author=_people(entry.get("authors")) or _line(entry.get("author")),
        published=moment(entry.get("published") or entry.get("updated")),
        outlet=_line(feed.get("title")),
        language=_language(feed.get("language")),
    )


def _item(item: Mapping[str, Any], feed: Mapping[str, Any], where: str) -> Carried:
    body = _text(item, "content_html") or _text(item, "content_text") or _text(item, "summary")
    link = _web(item.get("url")) or _web(item.get("external_url")) or _web(item.get("id"))
    authors = [*_list(item.get("authors")), item.get("author")]
    return Carried(
        what="feed",
        uri=link or where,
        body=body,
        whole=bool(_text(item, "content_html") or _text(item, "content_text")),
        link=link,
        title=_line(item.get("title")),
        dek=_dek(_text(item, "summary"), body),
        author=_people(authors),
        published=moment(_text(item, "date_published") or _text(item, "date_modified")),
        outlet=_line(feed.get("title")),
        language=_language(item.get("language") or feed.get("language")),
    )


def _dek(summary: str, body: str) -> str | None:
    """The summary where it stands beside the text and is plain; WordPress repeats the opening there, which is no dek."""
    line = _line(summary) if summary != body and not is_tagged(summary) else None
    return None if line is None or line.rstrip("[]…. ")[:80] in " ".join(body.split()) else line


def _people(authors: object) -> str | None:
    names = (_line(one.get("name")) if isinstance(one, dict) else _line(one) for one in _list(authors))
    return ", ".join(dict.fromkeys(name for name in names if name)) or None


def _line(value: object) -> str | None:
    """One line of plain text; tags that a title carries are taken off, and mail addresses that stand for a name are not one."""
    if not isinstance(value, str):
        return None
    from saksi.intake.tree import parse

    text = " ".join(block.text for block in parse(value).blocks) if is_tagged(value) else value
    return " ".join(text.split()) or None


def _text(item: Mapping[str, Any], name: str) -> str:
    value = item.get(name)
    return value if isinstance(value, str) else ""


def _list(value: object) -> Sequence[Any]:
    return value if isinstance(value, list) else []


def _web(value: object) -> str | None:
    return value.strip() if isinstance(value, str) and value.strip().lower().startswith(("http://", "https://")) else None


def _language(value: object) -> str | None:
    code = value.strip().lower().replace("_", "-").partition("-")[0] if isinstance(value, str) else ""
    return code if len(code) in (2, 3) and code.isalpha() else None


def json_value(data: bytes) -> object:
    """The JSON value of the bytes, None where they are none."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None
