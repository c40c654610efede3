"""Alerts or comments -> an Atom feed (RFC 4287), each entry with an id of its own, its quotes verbatim and its links."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from xml.etree import ElementTree

from saksi.desk.addresses import web_address
from saksi.ledger.discussion import Comment
from saksi.records import Alert, Watch
from saksi.records.ids import content_id
from saksi.runs.watchlist import news_words

ATOM = "http://www.w3.org/2005/Atom"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def atom(watch: Watch, alerts: Sequence[Alert], places: Sequence[str], *, page: str) -> bytes:
    """The feed of a watch: `alerts` the newest first, `places` where each stands in the desk, `page` the desk's page of the watch."""
    ElementTree.register_namespace("", ATOM)
    root = element(None, "feed")
    element(root, "id", f"urn:saksi:watch:{watch.id}")
    element(root, "title", watch.name)
    element(root, "updated", alerts[0].raised if alerts else watch.added)
    element(element(root, "author"), "name", "Saksi")
    element(root, "link", rel="alternate", type="text/html", href=page)
    for alert, place in zip(alerts, places, strict=True):
        _entry(root, alert, place)
    text: str = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'.encode()


def _entry(root: ElementTree.Element, alert: Alert, place: str) -> None:
    entry = element(root, "entry")
    element(entry, "id", f"urn:saksi:alert:{content_id('alert', alert.watch, alert.article, alert.statement)}")
    element(entry, "title", f"{alert.speaker}: {alert.quotes[0]}" if alert.speaker else alert.title or alert.quotes[0])
    element(entry, "updated", alert.raised)
    element(entry, "link", rel="alternate", type="text/html", href=place)
    if (page := web_address(alert.uri)) is not None:
        element(entry, "link", rel="via", href=page)
    said = " … ".join(f"“{quote}”" for quote in alert.quotes)
    where = ", ".join(filter(None, (alert.title, alert.outlet, alert.published)))
    who = f"{alert.speaker} ({alert.stance}): " if alert.speaker else ""
    element(entry, "content", "\n".join((f"{who}{said}", where, *news_words(alert))), type="text")


def element(parent: ElementTree.Element | None, name: str, text: str | None = None, **given: str) -> ElementTree.Element:
    made = ElementTree.Element(f"{{{ATOM}}}{name}") if parent is None else ElementTree.SubElement(parent, f"{{{ATOM}}}{name}")
    for key, value in given.items():
        made.set(key, value)
    if text is not None:
        made.text = xml_text(text)
    return made


def xml_text(text: str) -> str:
    """A text with what no XML may hold replaced."""
    return _NOT_XML.sub("\ufffd", text)


def comments_feed(comments: Sequence[Comment], *, base: str, place: Callable[[str, str], str]) -> bytes:
    """The feed of comments, the newest first; `place` gives the page of a kind and an id, `base` is what stands before it."""
    ElementTree.register_namespace("", ATOM)
    root = element(None, "feed")
    element(root, "id", "urn:saksi:comments")
    element(root, "title", "Saksi: comments")
    element(root, "updated", comments[0].made if comments else "1970-01-01T00:00:00+00:00")
    element(element(root, "author"), "name", "Saksi")
    for comment in comments:
        entry = element(root, "entry")
        element(entry, "id", f"urn:saksi:comment:{comment.id}")
        element(entry, "title", f"{comment.name or 'Saksi'}: {comment.thing.label}")
        element(entry, "updated", comment.made)
        address = f"{base}{place(comment.thing.kind, comment.thing.id)}#c-{comment.id}"
        element(entry, "link", rel="alternate", type="text/html", href=address)
        element(entry, "content", comment.text, type="text")
    text: str = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'.encode()
