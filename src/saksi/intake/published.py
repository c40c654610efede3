"""When a page was published: its declarations first, then the date lines round the headline; in doubt nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from saksi.intake.block import Block
from saksi.intake.dates import iso_date
from saksi.intake.declared import Said, clean
from saksi.intake.front import info_line
from saksi.intake.furniture import stock

DATE_LINE_CHARS = 80
"""A longer line with a date is a sentence."""

LISTED = 4
"""So many bare date lines round a headline are a calendar or a list of pages, none of them the page's own."""

_KEYS = ("datePublished", "dateCreated", "uploadDate")
_METAS = (
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


def published(said: Said, near: Sequence[Block], around: Sequence[Block], outlet: str | None) -> str | None:
    """The ISO date or datetime; `near` are the blocks before the story, `around` some more on both sides of its beginning.

    What a page that is no article declares ("WebPage") counts only where readers see the same day near the headline:
    shop windows and lists carry such dates too.
    """
    for text in _declared(said):
        if text and (day := iso_date(text)):
            return day
    seen = list(_seen(near, outlet))
    crowded = sum(1 for _ in _seen(around, outlet)) >= LISTED
    shown = [] if crowded else [day for day, updated in seen if not updated] + [day for day, updated in seen if updated]
    said_by_page = [day for key in _KEYS for thing in said.pages() if (text := clean(thing.get(key))) and (day := iso_date(text))]
    for day in said_by_page:
        if any(day[:10] == other[:10] for other in shown):
            return day
    return shown[0] if shown else None


def _declared(said: Said) -> Iterator[str | None]:
    for key in _KEYS:
        yield from (clean(thing.get(key)) for thing in said.articles())
    yield from (said.metas.get(key) for key in _METAS)
    yield from (sign.stamp or clean(sign.text) for sign in said.signs if sign.kind == "date")


def _seen(blocks: Sequence[Block], outlet: str | None) -> Iterator[tuple[str, bool]]:
    """The date of each date line, and whether it says that the page was changed then."""
    for block in blocks:
        if len(block.text) > DATE_LINE_CHARS:
            continue
        info = info_line(block.text, outlet)
        day = info.published if info is not None else iso_date(block.text, label=True)
        if day is not None:
            yield day, stock().changed.search(block.text) is not None
