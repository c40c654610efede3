"""A site's address -> what of it can be followed: the feeds that its page names, else its sitemaps, else a refusal with advice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urljoin

import msgspec

from saksi.errors import FetchRefused, InputRefused
from saksi.intake.answered import Answered, answered
from saksi.intake.charset import decode
from saksi.intake.coding import unpacked
from saksi.intake.exchange import Fetched, NotModified, Validators
from saksi.intake.feeds import feed_of, is_json_feed, json_feed_of, json_value
from saksi.intake.identity import whole_link
from saksi.intake.inflate import MAGIC
from saksi.intake.opml import Outline, read_opml
from saksi.intake.sitemaps import is_sitemap, read_sitemap
from saksi.intake.sniff import HEAD_BYTES, kind
from saksi.records import Refused
from saksi.records.following import FeedKind

if TYPE_CHECKING:
    from turbohtml import Element

_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
_GUESSES = ("/news-sitemap.xml", "/sitemap-news.xml", "/sitemap.xml")
"""Where sitemaps stand that no robots.txt names."""

NOTHING = (
    "its page names no feed, and no sitemap was found; look on the site for a link called RSS and give its address, "
    "or give single pages to `saksi add`"
)


class Asks(Protocol):
    """What of a Fetcher is used here."""

    def fetch(self, uri: str, validators: Validators | None = None) -> Fetched | NotModified: ...
    def sitemaps(self, uri: str) -> tuple[str, ...]: ...


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """Something that can be followed. `others` are further feeds of the same page, which are not followed unless they are added."""

    address: str
    kind: FeedKind
    name: str | None = None
    page: str | None = None
    folders: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def discover(address: str, asks: Asks) -> list[Found]:
    """What stands at an address: a feed itself, a list of feeds, a sitemap, or a site that names one. Raises FetchRefused."""
    got = whole(asks.fetch(address))
    head = got.data[:HEAD_BYTES]
    what = kind(head, got.uri.partition("?")[0])
    if what == "opml":
        return [_outlined(each) for each in read_opml(got.data, uri=got.uri)]
    if is_sitemap(head):
        read_sitemap(got.data, uri=got.uri)
        return [Found(address=got.uri, kind="sitemap")]
    if what == "feed" or (what == "json" and is_json_feed(json_value(got.data))):
        return [_feed(got)]
    if what == "html":
        named = list(alternates(decode(got.data, got.told)[0], got.uri))
        for each in named:
            if (found := _tried(each, asks)) is not None:
                others = tuple(other for other in named if other != each)
                return [msgspec.structs.replace(found, page=found.page or got.uri, others=others)]
        return [_site(got.uri, asks)]
    raise FetchRefused(address, "it is neither a feed, nor a list of feeds, nor a page of a site; look at the address in a browser")


def whole(fetched: Fetched | NotModified) -> Answered:
    """The body of an answer, unpacked though it came as a file that is packed. Raises FetchRefused where there is none."""
    one = answered(fetched)
    if isinstance(one, Refused):
        raise FetchRefused(one.uri, one.reason)
    if one.data.startswith(MAGIC):
        one = msgspec.structs.replace(one, data=unpacked(one.uri, one.data, "gzip")[0])
    return one


def _given(element: Element, name: str) -> str:
    """An attribute as one string; the parser parts those that hold several words (rel)."""
    value = element.attrs.get(name) or ""
    return value.strip() if isinstance(value, str) else " ".join(value)


def alternates(html: str, uri: str) -> Iterator[str]:
    """The feeds that a page's head names, each once, those of comments last."""
    import turbohtml

    found: dict[str, bool] = {}
    page = turbohtml.parse(html)
    base = page.select_one("base[href]")
    whence = urljoin(uri, _given(base, "href")) if base is not None else uri
    for link in page.select("link[rel][href]"):
        said = {name: _given(link, name).lower() for name in ("rel", "type", "title", "href")}
        if "alternate" in said["rel"].split() and said["type"].partition(";")[0].strip() in _FEED_TYPES:
            address = whole_link(_given(link, "href"), whence)
            if address is not None:
                found.setdefault(address, "comment" in said["href"] + said["title"] or "komentar" in said["title"])
    return iter(sorted(found, key=lambda each: found[each]))


def _feed(got: Answered) -> Found:
    value = json_value(got.data) if got.data.lstrip()[:1] == b"{" else None
    feed = json_feed_of(value, uri=got.uri) if is_json_feed(value) else feed_of(got.data, uri=got.uri)
    if feed.trouble is not None and not feed.items and feed.title is None:
        raise FetchRefused(got.uri, f"its feed is too damaged to be read ({feed.trouble}); tell the outlet")
    return Found(address=got.uri, kind="feed", name=feed.title, page=feed.page)


def _tried(address: str, asks: Asks) -> Found | None:
    try:
        got = whole(asks.fetch(address))
        what = kind(got.data[:HEAD_BYTES], got.uri.partition("?")[0])
        return _feed(got) if what in ("feed", "json") else None
    except InputRefused:
        return None


def _site(uri: str, asks: Asks) -> Found:
    """The sitemap of a site, one of news before others."""
    named = sorted(asks.sitemaps(uri), key=lambda each: "news" not in each.lower())
    for address in dict.fromkeys([*named, *(urljoin(uri, guess) for guess in _GUESSES)]):
        try:
            got = whole(asks.fetch(address))
            if is_sitemap(got.data[:HEAD_BYTES]) and (listed := read_sitemap(got.data, uri=got.uri)) and (listed.pages or listed.sitemaps):
                return Found(address=got.uri, kind="sitemap", page=uri)
        except InputRefused:
            continue
    raise FetchRefused(uri, NOTHING)


def _outlined(each: Outline) -> Found:
    return Found(address=each.feed, kind="feed", name=each.name, page=each.page, folders=each.folders)
