"""Which page of a story an HTML page is, and where the others are: by what it declares and by the links of its pager."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

import msgspec

from saksi.intake.addresses import numbered
from saksi.intake.block import Page
from saksi.records import Article, Refused

HREF_CHARS = 400
"""Characters around the name of a story within which its link begins and ends."""

LINKS = 200
"""Links to a story that are looked at on one page; share bars make thirty."""

_LISTS = frozenset("tag tags category kategori topic topics topik search cari index indeks author penulis archive archives arsip".split())
"""Parts of an address under which lists of stories stand."""

_WORDS = re.compile(r"[-_]+")


class Pager(msgspec.Struct, frozen=True, kw_only=True):
    """One page among those of its story.

    `stem` is the story's address without a page's number, `number` this page's (1 for the first), `pages` the addresses of the
    others by number, as far as this page names them.
    """

    stem: str
    number: int
    pages: dict[int, str]


class StoryPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page of a story that has several: what it gives by itself, and its place among the others."""

    article: Article
    pager: Pager


Came = Article | Refused | StoryPage
"""What one page gives: its article, why there is none, or a page of a story that has several."""


def pager_of(page: Page, html: str, uri: str) -> Pager | None:
    """The pager of an article's page that names other pages of the same story; None for any other page.

    `uri` is the address at which it was found, or a path. "…/dermaga" with a link to "…/dermaga?page=2" has one; with a link to
    "…/pasar" (the next story), to a page of comments or as a list of stories ("…/tag/dermaga") it has none.
    """
    found = uri if uri.startswith(("http://", "https://")) else None
    own = page.canonical or found
    if own is None:
        return None
    stem, number = numbered(own)
    if not _may_be_story(stem, page):
        return None
    if found is not None and (there := numbered(found))[0] == stem:
        number = there[1] or number or 1
    before, after = _same(page.before, own, stem), _same(page.after, own, stem)
    pages = dict(one for one in (before, after) if one is not None) | _linked(html, own, stem)
    if number is None:
        told = before[0] + 1 if before is not None else after[0] - 1 if after is not None else None
        number = told or next(one for one in range(1, len(pages) + 2) if one not in pages)
    pages.pop(number, None)
    return Pager(stem=stem, number=number, pages=pages) if pages else None


def _may_be_story(stem: str, page: Page) -> bool:
    """Whether an address is a story's: the page declares an article, or its last part is made of words; lists never are."""
    parts = stem.partition("?")[0].split("/")[1:]
    if not parts or not _LISTS.isdisjoint(parts) or any(note.code == "index" for note in page.notes):
        return False
    return page.is_article or len(_WORDS.split(parts[-1])) > 2


def _same(href: str | None, own: str, stem: str) -> tuple[int, str] | None:
    """The number and whole address of a link to another page of the story; an address without a number is the first page's."""
    if not href:
        return None
    address = _whole(href, own)
    there, number = numbered(address)
    return (1 if number is None else number, address) if there == stem else None


def _whole(href: str, own: str) -> str:
    try:
        return urljoin(own, href.replace("&amp;", "&").strip()).partition("#")[0]
    except ValueError:
        return ""


def _linked(html: str, own: str, stem: str) -> dict[int, str]:
    """The numbered pages of the story to which the page links, by number. Only links that hold the story's own name are looked at."""
    name = urlsplit(f"//{stem}").path.rpartition("/")[2].removesuffix(".html").removesuffix(".htm")
    found: dict[int, str] = {}
    hrefs = [*_hrefs(html, name), *_hrefs(html, '"?'), *_hrefs(html, "'?")] if name else []
    for href in hrefs:
        address = _whole(href, own)
        there, number = numbered(address)
        if there == stem and number is not None and address.startswith(("http://", "https://")):
            found.setdefault(number, address)
    return found


def _hrefs(html: str, name: str) -> list[str]:
    """The quoted texts around a name that end in something with a digit behind it."""
    found: dict[str, None] = {}
    at = html.find(name)
    for _ in range(LINKS):
        if at < 0:
            break
        behind = at + len(name)
        begin = max(html.rfind(quote, max(0, at - HREF_CHARS), at + 1) for quote in "\"'")
        ends = [end for quote in "\"'" if (end := html.find(quote, behind, behind + HREF_CHARS)) >= 0]
        if begin >= 0 and ends and html[begin - 1] == "=" and any(map(str.isdigit, html[behind : min(ends)])):
            found[html[begin + 1 : min(ends)]] = None
        at = html.find(name, behind)
    return list(found)
