"""What an HTML page says about itself: JSON-LD, OpenGraph and meta tags weighed against the text that readers see."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any

import msgspec

from saksi.intake.block import Block, Page
from saksi.intake.dates import iso_date
from saksi.intake.furniture import bare, stock
from saksi.intake.names import writers

LD_CHARS = 1_000_000
"""JSON-LD beyond this is not looked at; a page's own description has a few kilobytes."""

LD_DEPTH = 8
"""Levels of a JSON-LD graph that are looked at."""

SAME_TITLE = 0.6
"""The share of a heading's words that must stand in the declared title for both to be one headline."""

_ARTICLE_TYPES = re.compile(r"article|posting|report|review|webpage", re.I)
_TITLE_PARTS = re.compile(r"\s+[|\-–—·•:»«]\s+|\s*\|\s*")
_SPACE = re.compile(r"\s+")
_LANGUAGE = re.compile(r"([a-zA-Z]{2,3})(?:[-_].*)?")
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date.published",
    "publishdate",
    "publish-date",
    "pubdate",
    "article.published",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dc.date.created",
    "dcterms.date",
    "cxenseparse:recs:publishtime",
    "content_publishdate",
    "rnews:datepublished",
    "og:pubdate",
    "article_date_original",
    "publication_date",
    "citation_publication_date",
    "date",
)
_AUTHOR = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "content_author",
    "article:author_name",
    "citation_author",
    "twitter:creator_name",
)


class Said(msgspec.Struct, kw_only=True):
    """The page's declarations, gathered and not yet weighed: meta tags by lower-case name, JSON-LD articles first."""

    metas: dict[str, str]
    objects: list[dict[str, Any]]


def describe(parser: Any, blocks: Sequence[Block]) -> Page:
    """Everything but the body; `blocks` are all blocks of the page. What is not evident stays None."""
    said = Said(metas=_metas(parser), objects=list(_objects(parser)))
    outlet = _outlet(said)
    title, outlet = _title(parser, said, blocks, outlet)
    return Page(
        blocks=[],
        title=title,
        author=_author(parser, said, blocks),
        published=_published(parser, said, blocks),
        outlet=outlet,
        outlet_about=_outlet_about(said),
        language=_language(parser, said),
    )


def clean(value: object) -> str | None:
    """A declared string with its white space single; None for anything else or nothing."""
    if not isinstance(value, str):
        return None
    text = _SPACE.sub(" ", value).strip()
    if "&" in text:
        text = unescape(text).strip()
    return text or None


def _metas(parser: Any) -> dict[str, str]:
    metas: dict[str, str] = {}
    for node in parser.css("meta[content]"):
        marks = node.attributes
        name = marks.get("property") or marks.get("name") or marks.get("itemprop")
        value = clean(marks.get("content"))
        if name and value and name.strip().lower() not in metas:
            metas[name.strip().lower()] = value
    return metas


def _objects(parser: Any) -> Iterator[dict[str, Any]]:
    found = [thing for node in parser.css('script[type="application/ld+json"]') for thing in _things(_json(node.text() or ""), LD_DEPTH)]
    return iter(sorted(found, key=_rank))


def _rank(thing: dict[str, Any]) -> int:
    kind = _kind(thing)
    if "headline" in thing or ("article" in kind and "part" not in kind) or "posting" in kind:
        return 0
    return 1 if _ARTICLE_TYPES.search(kind) else 2


def _kind(thing: dict[str, Any]) -> str:
    kind = thing.get("@type")
    return " ".join(map(str, kind)).lower() if isinstance(kind, list) else str(kind or "").lower()


def _json(text: str) -> Any:
    if len(text) > LD_CHARS:
        return None
    body = (
        text.strip().removeprefix("<!--").removesuffix("-->").strip().removeprefix("//<![CDATA[").removesuffix("//]]>").strip().rstrip(";")
    )
    try:
        return msgspec.json.decode(body)
    except (msgspec.DecodeError, RecursionError):
        pass
    try:
        return json.loads(body, strict=False)
    except (ValueError, RecursionError):
        return None


def _things(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth == 0:
        return
    if isinstance(value, list):
        for one in value:
            yield from _things(one, depth - 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _things(value.get(key), depth - 1)


def _articles(said: Said) -> Iterator[dict[str, Any]]:
    return (thing for thing in said.objects if _rank(thing) == 0)


def _outlet(said: Said) -> str | None:
    named = said.metas.get("og:site_name")
    if named is None:
        for thing in _articles(said):
            publisher = thing.get("publisher")
            publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
            named = named or clean(publisher.get("name") if isinstance(publisher, dict) else publisher)
    named = named or said.metas.get("application-name") or said.metas.get("al:android:app_name")
    return named if named and len(named) <= 80 else None


def _title(parser: Any, said: Said, blocks: Sequence[Block], outlet: str | None) -> tuple[str | None, str | None]:
    """The headline, the outlet's name off its end; the outlet itself where only the <title> names it."""
    node = parser.css_first("title")
    tab = clean(node.text()) if node is not None else None
    headings = [block.text for block in blocks if block.kind == "heading" and block.level == 1]
    declared = [clean(thing.get("headline")) or clean(thing.get("name")) for thing in _articles(said)]
    candidates = [name for name in (*declared, said.metas.get("og:title"), said.metas.get("twitter:title")) if name]
    for heading in headings:
        if any(_alike(heading, name) for name in (*candidates, tab or "")):
            return heading, outlet or _outlet_of_tab(tab, heading)
    if candidates:
        first = _without_outlet(candidates[0], outlet)
        return first, outlet or _outlet_of_tab(tab, first)
    if len(headings) == 1 and len(headings[0]) > 15:
        return headings[0], outlet or _outlet_of_tab(tab, headings[0])
    if tab is None:
        return (headings[0] if headings else None), outlet
    parts = [part.strip() for part in _TITLE_PARTS.split(tab) if part.strip()]
    return (max(parts, key=len) if parts else tab), outlet


def _alike(heading: str, declared: str) -> bool:
    """Do most words of the shorter of the two stand in the other? A heading of one word names a section or the outlet."""
    a, b = set(bare(heading).split()), set(bare(declared).split())
    return len(a) > 1 and len(a & b) >= SAME_TITLE * min(len(a), len(b)) and len(a & b) >= SAME_TITLE * len(a)


def _without_outlet(name: str, outlet: str | None) -> str:
    cut = max((name.rfind(mark) for mark in (" | ", " - ", " – ", " — ", " · ", " : ", " » ")), default=-1)
    if cut <= 0:
        return name
    tail, key = bare(name[cut + 3 :]), bare(outlet or "")
    if (key and (tail == key or tail in key or key in tail)) or (" | " in name[cut : cut + 3] and cut > len(name) / 2):
        return name[:cut].strip()
    return name


def _outlet_of_tab(tab: str | None, title: str) -> str | None:
    if tab is None or not tab.startswith(title) or tab == title:
        return None
    rest = tab[len(title) :].strip(" |-–—·:»")
    parts = [part for part in _TITLE_PARTS.split(rest) if part.strip()]
    return parts[-1].strip() if parts and 2 <= len(parts[-1]) <= 40 else None


def _author(parser: Any, said: Said, blocks: Sequence[Block]) -> str | None:
    for thing in _articles(said):
        if names := writers(_named(thing.get("author")) or _named(thing.get("creator"))):
            return names
    for key in _AUTHOR:
        if names := writers([said.metas.get(key)]):
            return names
    for selector in (
        '[itemprop="author"] [itemprop="name"]',
        '[rel="author"]',
        '[itemprop="author"]',
        ".byline-name, .author-name, .byline a, .author a",
        ".byline, .author, .post-author",
    ):
        if names := writers(dict.fromkeys(clean(node.text()) for node in parser.css(selector)[:4])):
            return names
    for block in blocks:
        if len(block.text) <= 80 and (found := stock().byline.match(block.text)) and (names := writers([block.text[found.end() :]])):
            return names
    return None


def _named(value: Any) -> list[str | None]:
    if isinstance(value, list):
        return [name for one in value for name in _named(one)]
    if isinstance(value, dict):
        return _named(value.get("name"))
    return [clean(value)]


def _published(parser: Any, said: Said, blocks: Sequence[Block]) -> str | None:
    declared = [
        clean(thing.get(key)) for key in ("datePublished", "dateCreated", "uploadDate") for thing in said.objects if _rank(thing) < 2
    ]
    declared += [said.metas.get(key) for key in _PUBLISHED]
    for selector in ('[itemprop="datePublished"]', "time[pubdate]", "time[datetime]", "abbr[title]"):
        for node in parser.css(selector)[:3]:
            stamps = (node.attributes.get(key) for key in ("datetime", "content", "title"))
            declared.append(clean(next((stamp for stamp in stamps if stamp), None)) or clean(node.text()))
    for text in declared:
        if text and (day := iso_date(text)):
            return day
    for block in blocks:
        if len(block.text) <= 80 and (day := iso_date(block.text, label=True)):
            return day
    return None


def _outlet_about(said: Said) -> str | None:
    for thing in said.objects:
        if _kind(thing) in ("website", "newsmediaorganization", "organization", "blog") and (text := clean(thing.get("description"))):
            return text if len(text) <= 300 else None
    return None


def _language(parser: Any, said: Said) -> str | None:
    root = parser.root
    marks = root.attributes if root is not None else {}
    named = (
        marks.get("lang")
        or marks.get("xml:lang")
        or said.metas.get("og:locale")
        or said.metas.get("language")
        or said.metas.get("content-language")
    )
    found = _LANGUAGE.fullmatch(named.strip()) if named else None
    return found[1].lower() if found else None
