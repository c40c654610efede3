"""Pages of one story that come in together -> one article, in the order of the pages; it reads no file and asks for no page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

import msgspec

from saksi.intake.article import LEFT_OUT, capped
from saksi.intake.furniture import bare
from saksi.intake.pager import Came, StoryPage
from saksi.limits import PAGES_WAITING
from saksi.records import Article, Note, Refused, Span
from saksi.records.ids import article_id, content_id

EDGE = 4
"""Paragraphs at either end of a page that may be its running head or its last lines, where the other pages have them too."""

NEW_SHARE = 0.5
"""The least share of a page's text that no earlier page has; below it, it is the same page with other comments."""

_PAGE_OF = re.compile(r"\W*\b(?:page|halaman|hal|laman)\W*\d+(?:\s*(?:of|dari|/)\s*\d+)?\W*$|\s+\(?\d{1,2}\s*/\s*\d{1,2}\)?$", re.I)

Whole = tuple[tuple[str, ...], Article | Refused]
"""An outcome with the inputs that it came from, in the order of the pages."""
_Waiting = list[tuple[str, StoryPage]]


def joined(came: Iterable[tuple[str, Came]]) -> Iterator[Whole]:
    """What came, each with the input that it came from, the pages of one story joined.

    Whatever is no page of a longer story goes straight through. Such a page waits until all that the pages name are there, until
    nothing more comes, or until PAGES_WAITING others wait, the story that opened first going first: pages that lie further apart
    are not joined. Page 2 of "…/dermaga" joins its page 1; "…/pasar", which page 1 calls the next story, does not.
    """
    table = _Table()
    for where, one in came:
        if isinstance(one, StoryPage):
            yield from table.lay(where, one)
        else:
            yield (where,), one
    for stem in list(table.waiting):
        yield from table.take(stem)


class _Table:
    """The pages that wait for others, by their story's address, and the texts of the pages that were joined of late."""

    def __init__(self) -> None:
        self.waiting: dict[str, _Waiting] = {}
        self.count = 0
        self.done: dict[str, set[str]] = {}

    def lay(self, where: str, page: StoryPage) -> Iterator[Whole]:
        """Adds a page; gives the story that it completes, or that must make room."""
        stem = page.pager.stem
        if _key(page) in self.done.get(stem, ()):
            uri = page.article.uri or where
            yield (where,), Refused(uri=uri, reason=f"page {page.pager.number} of a story that was read just before, all its pages as one")
            return
        self.waiting.setdefault(stem, []).append((where, page))
        self.count += 1
        if not _missing([one for _, one in self.waiting[stem]]):
            yield from self.take(stem)
        elif self.count > PAGES_WAITING:
            yield from self.take(next(iter(self.waiting)))

    def take(self, stem: str) -> Iterator[Whole]:
        """The outcomes of the pages of one address, which wait no longer."""
        pages = self.waiting.pop(stem)
        self.count -= len(pages)
        taken, again, apart = _sorted(pages)
        if len(taken) == 1:
            yield from (((where,), page.article) for where, page in pages)
            return
        self.done[stem] = {_key(page) for _, page in taken}
        if len(self.done) > PAGES_WAITING:
            del self.done[next(iter(self.done))]
        yield tuple(where for where, _ in (*taken, *again)), _one([page for _, page in taken], [page for _, page in again])
        yield from (((where,), page.article) for where, page in apart)


def _key(page: StoryPage) -> str:
    return content_id(page.pager.number, page.article.text)


def goes_on(earlier: Sequence[StoryPage], page: StoryPage) -> bool:
    """Whether a page is a further one of the same story: another number, the same headline, mostly other text; one of them names it,
    or a page between.
    """
    if any(page.pager.stem != one.pager.stem or page.pager.number == one.pager.number for one in earlier):
        return False
    near = {page.pager.number, *page.pager.pages}
    if not any(one.pager.number in near or not near.isdisjoint(one.pager.pages) for one in earlier):
        return False
    titles = {_headline(one.article.title) for one in (*earlier, page) if one.article.title}
    before = {paragraph for one in earlier for paragraph in one.article.text.split("\n\n")}
    fresh = sum(len(paragraph) for paragraph in page.article.text.split("\n\n") if paragraph not in before)
    return len(titles) < 2 and fresh >= NEW_SHARE * len(page.article.text)


def _headline(title: str) -> str:
    """A title without what numbers its page ("… - Halaman 2", "… (2/3)"), for comparison."""
    return bare(_PAGE_OF.sub("", title))


def _missing(pages: Sequence[StoryPage]) -> dict[int, str | None]:
    """The pages that are named or must be there, and are not, by number, with the address where one is known."""
    known = {number: address for page in pages for number, address in page.pager.pages.items() if number > 0}
    here = {page.pager.number for page in pages}
    return {number: known.get(number) for number in range(1, max((*known, *here)) + 1) if number not in here}


def _sorted(waiting: _Waiting) -> tuple[_Waiting, _Waiting, _Waiting]:
    """The pages of one story in order, those that came again, and those that are none of it."""
    taken: _Waiting = []
    again: _Waiting = []
    apart: _Waiting = []
    for where, page in sorted(waiting, key=lambda pair: pair[1].pager.number):
        twin = next((one for _, one in taken if one.pager.number == page.pager.number), None)
        if twin is not None and twin.article.text == page.article.text:
            again.append((where, page))
        elif not taken or goes_on([one for _, one in taken], page):
            taken.append((where, page))
        else:
            apart.append((where, page))
    return taken, again, apart


def _one(pages: Sequence[StoryPage], again: Sequence[StoryPage]) -> Article:
    """One article of several pages: address and what is said of it from the first that says it ("Halaman 2" in a
    title is no outlet), `sha256` over the pages' digests.
    """
    articles = [page.article for page in pages]
    first = articles[0]
    text, captions = _text(articles)
    text, cut = capped(text)
    notes = dict.fromkeys(note for one in articles for note in one.notes if note.code != "more-pages")
    every = (*notes, *cut, *_told(pages, again))
    said = {
        name: next((value for one in articles if (value := getattr(one, name)) and _PAGE_OF.sub("", value)), None)
        for name in ("outlet", "outlet_about", "title", "dek", "author", "published", "updated", "section", "language")
    }
    return msgspec.structs.replace(
        first,
        **said,
        id=article_id(first.uri, text),
        sha256=sha256("".join(one.sha256 or "" for one in articles).encode()).hexdigest(),
        status="partly" if any(note.code in LEFT_OUT for note in every) else "read",
        text=text,
        captions=tuple(span for span in captions if span.end <= len(text)),
        notes=every,
    )


def _told(pages: Sequence[StoryPage], again: Sequence[StoryPage]) -> list[Note]:
    """Which pages were joined, which came twice, which are missing."""
    listed = ", ".join(f"{page.pager.number} ({page.article.uri})" for page in pages)
    told = [Note(code="joined-pages", what=f"{len(pages)} pages of one story", why=f"read as one article, in this order: {listed}")]
    if again:
        which = ", ".join(f"{page.pager.number} ({page.article.uri})" for page in again)
        told.append(Note(code="page-twice", what=f"page {which}", why="it came more than once and is read once"))
    if missing := _missing(pages):
        which = ", ".join(str(number) if address is None else f"{number} ({address})" for number, address in missing.items())
        told.append(Note(code="more-pages", what=f"page {which}", why="it did not come; add all pages of the story together"))
    return told


def _text(articles: Sequence[Article]) -> tuple[str, list[Span]]:
    """The pages' paragraphs in order and the captions among them; a running head stays on the first page, last lines on the last."""
    pages = [one.text.split("\n\n") for one in articles]
    kept: list[str] = []
    captions: list[Span] = []
    size = 0
    for number, (article, page) in enumerate(zip(articles, pages, strict=True)):
        marked = {span.start for span in article.captions}
        begin = _shared(page, pages[0][:EDGE]) if number else 0
        end = len(page) - (_shared(page[:begin:-1], pages[-1][-EDGE:]) if number < len(pages) - 1 else 0)
        at = 0
        for place, paragraph in enumerate(page):
            if begin <= place < end:
                if at in marked:
                    captions.append(Span(start=size, end=size + len(paragraph), text=paragraph))
                kept.append(paragraph)
                size += len(paragraph) + 2
            at += len(paragraph) + 2
    return "\n\n".join(kept), captions


def _shared(page: Sequence[str], edge: Sequence[str]) -> int:
    """How many paragraphs from a page's end, EDGE at most, another page has at the same end."""
    return next((number for number, paragraph in enumerate(page[:EDGE]) if paragraph not in edge), min(EDGE, len(page)))
