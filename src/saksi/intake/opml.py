"""OPML in and out: a list of feeds with their names and folders; entities are refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree import ElementTree

import msgspec
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from saksi.errors import InputRefused
from saksi.limits import OPML_FEEDS


class Outline(msgspec.Struct, frozen=True, kw_only=True):
    """One feed of the list: its address, its name, the page that it belongs to, and the folders that hold it, outermost first."""

    feed: str
    name: str | None = None
    page: str | None = None
    folders: tuple[str, ...] = ()


def read_opml(data: bytes, *, uri: str) -> tuple[Outline, ...]:
    """The feeds of a list, each address once, in their order. Raises InputRefused where it is no OPML or holds too many."""
    try:
        root = fromstring(data)
    except DefusedXmlException as exc:
        raise InputRefused(uri, "a list of feeds (OPML) that declares entities, as no such list needs; take its DOCTYPE out") from exc
    except (ElementTree.ParseError, ValueError, LookupError) as exc:
        raise InputRefused(uri, f"a list of feeds (OPML) that is damaged: {exc}") from exc
    body = root.find("body") if root.tag == "opml" else None
    if body is None:
        raise InputRefused(uri, "no list of feeds: an OPML file has <opml> and in it <body>")
    found: dict[str, Outline] = {}
    for outline in _outlines(body):
        found.setdefault(outline.feed, outline)
        if len(found) > OPML_FEEDS:
            raise InputRefused(uri, f"a list of more than {OPML_FEEDS:,} feeds; split it")
    return tuple(found.values())


def write_opml(feeds: Iterable[Outline], *, title: str) -> str:
    """The list as OPML 2.0, folders as outlines that hold others."""
    root = ElementTree.Element("opml", version="2.0")
    ElementTree.SubElement(ElementTree.SubElement(root, "head"), "title").text = title
    held: dict[tuple[str, ...], ElementTree.Element] = {(): ElementTree.SubElement(root, "body")}
    for one in feeds:
        for depth in range(1, len(one.folders) + 1):
            path = one.folders[:depth]
            if path not in held:
                held[path] = ElementTree.SubElement(held[path[:-1]], "outline", text=path[-1])
        given = {"type": "rss", "text": one.name or one.feed, "xmlUrl": one.feed, **({"htmlUrl": one.page} if one.page else {})}
        ElementTree.SubElement(held[one.folders], "outline", given)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _outlines(body: ElementTree.Element) -> Iterator[Outline]:
    """Without recursion: lists nest as deep as their makers like."""
    waiting: list[tuple[ElementTree.Element, tuple[str, ...]]] = [(child, ()) for child in reversed(body)]
    while waiting:
        element, folders = waiting.pop()
        name = (element.get("text") or element.get("title") or "").strip() or None
        feed = (element.get("xmlUrl") or element.get("xmlurl") or "").strip()
        if feed:
            yield Outline(feed=feed, name=name, page=element.get("htmlUrl"), folders=folders)
        inner = (*folders, name) if name and not feed else folders
        waiting.extend((child, inner) for child in reversed(element))
