"""Page -> Article: paragraphs parted by one blank line, captions as spans, caps kept, notes beside."""

from __future__ import annotations

from collections.abc import Sequence

from saksi.intake.block import Page
from saksi.intake.language import tell
from saksi.limits import ARTICLE_CHARS
from saksi.records import Article, Note, Refused, Span
from saksi.records.ids import article_id

LEFT_OUT = frozenset(
    [
        "bytes-replaced",
        "gzip-damaged",
        "gzip-cut",
        "gzip-tail",
        "answer-cut",
        "too-long",
        "too-many-tags",
        "too-many-lines",
        "nul",
        "surrogates",
        "summary",
        "feed-damaged",
        "attachment",
        "no-text",
        "stub",
        "more-pages",
    ]
)
"""Codes of the notes that say that something is missing; others only doubt."""

NO_TEXT = "no running text was found in it; if a script builds the page, save it from the browser once it is shown"


def from_page(page: Page, *, uri: str, sha256: str, fetched: str, notes: Sequence[Note]) -> Article | Refused:
    """The article of a page, or its refusal where the page holds no text at all."""
    paragraphs: list[str] = []
    captions: list[Span] = []
    size = 0
    for block in page.blocks:
        if block.kind == "caption":
            captions.append(Span(start=size, end=size + len(block.text), text=block.text))
        paragraphs.append(block.text)
        size += len(block.text) + 2
    text, more = capped("\n\n".join(paragraphs))
    every = (*notes, *page.notes, *more)
    if page.wall is not None:
        return Refused(uri=uri, reason=page.wall)
    if not text:
        unread = "; ".join(f"{note.what} were not read: {note.why}" for note in page.notes)
        return Refused(uri=uri, reason=f"{NO_TEXT} ({unread})" if unread else NO_TEXT)
    return Article(
        id=article_id(uri, text),
        status="partly" if any(note.code in LEFT_OUT for note in every) else "read",
        uri=uri,
        sha256=sha256,
        fetched=fetched,
        outlet=page.outlet,
        outlet_about=page.outlet_about,
        title=page.title,
        dek=page.dek,
        author=page.author,
        published=page.published,
        updated=page.updated,
        section=page.section,
        canonical=page.canonical,
        language=tell(text) or page.language,
        text=text,
        captions=tuple(span for span in captions if span.end <= len(text)),
        notes=every,
    )


def capped(text: str) -> tuple[str, list[Note]]:
    """The text up to ARTICLE_CHARS, cut at the end of a paragraph (of a line, of a word where there is none), with a note."""
    if len(text) <= ARTICLE_CHARS:
        return text, []
    cut = next((at for mark in ("\n\n", "\n", " ") if (at := text.rfind(mark, 0, ARTICLE_CHARS)) > ARTICLE_CHARS // 2), ARTICLE_CHARS)
    why = f"an article is read up to {ARTICLE_CHARS:,} characters; split the text to read the rest"
    return text[:cut], [Note(code="too-long", what=f"{len(text) - cut:,} characters after {cut:,}", why=why)]
