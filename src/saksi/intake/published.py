"""When a page was published and last changed: what it declares, its stamps, the date lines round the headline, its address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

import msgspec

from saksi.intake.block import Block
from saksi.intake.dates import dated_line, iso_date, labelled_date, tells_change
from saksi.intake.declared import Said, clean
from saksi.intake.front import INFO_CHARS, info_line

LISTED = 3
"""So many different days round a headline are a calendar or a list of pages, none of them the page's own."""

APART_DAYS = 2
"""A printed day that is this much older than the declared one is the day of publication; less may be two zones."""

LABELLED_CHARS = 60
"""A longer line with a label and a date, far from the headline, tells of something else."""

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
    "uploaddate",
)
_PUBLISHED_META = re.compile(r"publish|pub[-_.]?date", re.I)
_NOT_PUBLISHED = re.compile(r"modif|updat|publisher|last", re.I)
_UPDATED_METAS = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "dc.date.modified")
_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)([/-]?)(\d\d)\2(\d\d)(?!\d)")


class Moments(msgspec.Struct, frozen=True):
    """ISO dates or datetimes; None is unknown."""

    published: str | None = None
    updated: str | None = None


def moments(said: Said, blocks: Sequence[Block], near: Sequence[Block], around: Sequence[Block], outlet: str | None, place: int) -> Moments:
    """`blocks` are all of the page, `near` those before the story, `around` some more on both sides of its beginning.

    `place` is the number of the element in which the story begins: stamps behind it belong to comments and to lists of
    other pages.

    What a page that is no article declares ("WebPage") counts only where readers see the same day near the headline.
    """
    seen = list(_seen(near, outlet))
    crowded = len({day for day, _, _ in _seen(around, outlet)}) >= LISTED
    shown = [] if crowded else [day for day, changed, _ in seen if not changed]
    sure = [] if crowded else [day for day, changed, alone in seen if alone and not changed]
    changes = [] if crowded else [day for day, changed, _ in seen if changed]
    stamps = [day for sign in said.signs if sign.kind == "date" and sign.place <= place and (day := _stamp(sign.stamp, sign.text))]
    published = (
        _weighed(next(_declared(said), None), sure, stamps)
        or next(_of_page(said, [*shown, *stamps]), None)
        or next(iter([*shown, *stamps]), None)
        or _only(said)
        or _labelled(blocks)
        or _of_address(said)
        or next(iter(changes), None)
    )
    return Moments(published, next(_updates(said), None) or next(iter(changes), None))


def _only(said: Said) -> str | None:
    """The day of all stamps of the page, where it is one and the same."""
    days = [day for sign in said.signs if sign.kind == "date" and (day := _stamp(sign.stamp, sign.text))]
    return days[0] if len({day[:10] for day in days}) == 1 else None


def _labelled(blocks: Sequence[Block]) -> str | None:
    """The day behind a label anywhere on the page, where all such lines have the same."""
    days = [day for block in blocks if len(block.text) < LABELLED_CHARS and (day := labelled_date(block.text))]
    return days[0] if len({day[:10] for day in days}) == 1 else None


def _weighed(declared: str | None, shown: Sequence[str], stamps: Sequence[str]) -> str | None:
    """The declared moment; the one day that readers see where that is days older; the same instant in the newsroom's own zone."""
    if declared is None:
        return None
    days = {day[:10] for day in shown}
    if len(days) == 1 and _days(declared) - _days(shown[0]) >= APART_DAYS:
        return shown[0]
    instant = _instant(declared)
    return next((stamp for stamp in stamps if instant is not None and _instant(stamp) == instant), declared)


def _days(day: str) -> int:
    return date.fromisoformat(day[:10]).toordinal()


def _instant(moment: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(moment)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None


def _stamp(stamp: str | None, text: str) -> str | None:
    """The moment of an element for dates; None where its text says that the page was changed then."""
    if tells_change(text):
        return None
    return (iso_date(stamp) if stamp else None) or (iso_date(text) if (text := text.strip()) and len(text) < 60 else None)


def _declared(said: Said) -> Iterator[str]:
    named = [clean(thing.get(key)) for key in _KEYS for thing in said.articles()] + [said.metas.get(key) for key in _METAS]
    named += [sign.stamp or clean(sign.text) for sign in said.signs if sign.kind == "published"]
    named += [value for key, value in said.metas.items() if _PUBLISHED_META.search(key) and not _NOT_PUBLISHED.search(key)]
    return (day for text in named if text and (day := iso_date(text)))


def _of_page(said: Said, shown: Sequence[str]) -> Iterator[str]:
    for key in _KEYS:
        for thing in said.pages():
            day = iso_date(clean(thing.get(key)) or "")
            if day and any(day[:10] == other[:10] for other in shown):
                yield day


def _updates(said: Said) -> Iterator[str]:
    named = [clean(thing.get("dateModified")) for thing in said.articles()] + [said.metas.get(key) for key in _UPDATED_METAS]
    return (day for text in named if text and (day := iso_date(text)))


def _of_address(said: Said) -> str | None:
    """The day in the page's own address ("/2026/09/24/harbour", "-20260924")."""
    found = _IN_ADDRESS.search(said.address or "")
    return iso_date(f"{found[1]}-{found[3]}-{found[4]}") if found is not None else None


def _seen(blocks: Sequence[Block], outlet: str | None) -> Iterator[tuple[str, bool, bool]]:
    """The day of each date line, whether it says that the page was changed then, whether the line is nothing but that."""
    for block in blocks:
        if len(block.text) > INFO_CHARS or block.kind == "heading" or not any(map(str.isdigit, block.text)) or block.link_share > 0.5:
            continue
        info = info_line(block.text, outlet)
        day = (info.published if info is not None else None) or dated_line(block.text)
        if day is not None:
            yield day, tells_change(block.text), labelled_date(block.text) is not None or iso_date(block.text, label=True) is not None
