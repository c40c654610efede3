"""Sitemaps and news sitemaps -> the addresses that they list (https://www.sitemaps.org/protocol.html); it fetches nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import msgspec
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from saksi.errors import InputRefused
from saksi.limits import SITEMAP_ADDRESSES


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """One address of a sitemap: a page, or a further sitemap. `stamp` is its date verbatim; `news` whether it says it is news."""

    address: str
    stamp: str | None = None
    title: str | None = None
    language: str | None = None
    outlet: str | None = None
    news: bool = False


class Sitemap(msgspec.Struct, frozen=True, kw_only=True):
    """The pages of a sitemap, or of an index the further sitemaps; `beyond` were left out."""

    pages: tuple[Listed, ...] = ()
    sitemaps: tuple[Listed, ...] = ()
    beyond: int = 0


def read_sitemap(data: bytes, *, uri: str) -> Sitemap:
    """What a sitemap lists: XML, or plain addresses one a line. Raises InputRefused where it is neither."""
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _plain(data, uri)
    try:
        root = fromstring(data)
    except DefusedXmlException as exc:
        raise InputRefused(uri, "a sitemap that declares entities, as none needs; it is not read") from exc
    except (ElementTree.ParseError, ValueError, LookupError) as exc:
        raise InputRefused(uri, f"a sitemap that is damaged: {exc}") from exc
    kind = _name(root)
    if kind not in ("urlset", "sitemapindex"):
        raise InputRefused(uri, f"no sitemap: it opens with <{kind}>")
    found = [one for child in root for one in _listed(child)]
    kept = tuple(found[:SITEMAP_ADDRESSES])
    beyond = len(found) - len(kept)
    return Sitemap(pages=kept, beyond=beyond) if kind == "urlset" else Sitemap(sitemaps=kept, beyond=beyond)


def is_sitemap(head: bytes) -> bool:
    """Whether the beginning of an answer is a sitemap's."""
    return b"<urlset" in head[:4_000] or b"<sitemapindex" in head[:4_000]


def _plain(data: bytes, uri: str) -> Sitemap:
    lines = [line.strip() for line in data.decode("utf-8", "replace").splitlines()]
    found = [line for line in lines if line.startswith(("http://", "https://"))]
    if not found or len(found) < len([line for line in lines if line]) / 2:
        raise InputRefused(uri, "no sitemap: neither XML nor a list of addresses")
    return Sitemap(pages=tuple(Listed(address=line) for line in found[:SITEMAP_ADDRESSES]), beyond=max(0, len(found) - SITEMAP_ADDRESSES))


def _listed(entry: Any) -> Iterator[Listed]:
    said: dict[str, str] = {}
    for element in entry.iter():
        text = (element.text or "").strip()
        if text and (_name(element) in ("loc", "lastmod") or "/sitemap-news/" in str(element.tag)):
            said.setdefault(_name(element), " ".join(text.split()))
    address = said.get("loc", "")
    if address.startswith(("http://", "https://")):
        yield Listed(
            address=address,
            stamp=said.get("publication_date") or said.get("lastmod"),
            title=said.get("title"),
            language=said.get("language"),
            outlet=said.get("name"),
            news="publication_date" in said or "news" in address.lower().rpartition("/")[2],
        )


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2].lower()
