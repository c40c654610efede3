"""PDF -> the article in it, page by page, by pypdf; scanned pages hold no text, and a note says so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING

from saksi.intake.article import from_page
from saksi.intake.plain import read_dump
from saksi.limits import ARTICLE_CHARS, PDF_PAGES
from saksi.records import Article, Note, Refused

if TYPE_CHECKING:
    from pypdf import PdfReader

NEEDS_EXTRA = "a PDF document; install what reads it: pip install 'saksi[documents]', or save its text as .txt"
LOCKED = "a PDF that asks for a password; save it without one, or its text as .txt"
SCANNED = "a PDF without any text, such as a scan; recognise its letters first (OCR) and save the text as .txt"


def read_document(data: bytes, *, uri: str, fetched: str) -> Article | Refused:
    """The text of all pages as one article, lines of a column joined into paragraphs as in a plain dump."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ModuleNotFoundError:
        return Refused(uri=uri, reason=NEEDS_EXTRA)
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return Refused(uri=uri, reason=LOCKED)
        pages, notes = _pages(reader)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError, RecursionError) as exc:
        return Refused(uri=uri, reason=f"a PDF that cannot be read ({type(exc).__name__}: {exc}); open it and save its text as .txt")
    if not any(page.strip() for page in pages):
        return Refused(uri=uri, reason=SCANNED)
    found = read_dump("\n\n".join(pages))
    title, author, made = _about(reader)
    found.title, found.author, found.published = found.title or title, found.author or author, found.published or made
    return from_page(found, uri=uri, sha256=sha256(data).hexdigest(), fetched=fetched, notes=notes)


def _pages(reader: PdfReader) -> tuple[list[str], list[Note]]:
    texts: list[str] = []
    notes: list[Note] = []
    blank: list[int] = []
    size = 0
    for number, text in enumerate(_texts(reader), 1):
        if number > PDF_PAGES or size > ARTICLE_CHARS:
            notes.append(Note(code="too-long", what=f"the pages from {number} on", why=f"of a PDF {PDF_PAGES} pages are read; split it"))
            break
        if not text.strip():
            blank.append(number)
        texts.append(text)
        size += len(text)
    if blank and len(blank) < len(texts):
        which = ", ".join(map(str, blank[:10]))
        notes.append(Note(code="no-text", what=f"page {which}", why="no text stands on it; it may be a picture or a scan"))
    return texts, notes


def _texts(reader: PdfReader) -> Iterator[str]:
    for page in reader.pages:
        yield page.extract_text()


def _about(reader: PdfReader) -> tuple[str | None, str | None, str | None]:
    """Title, author and day as the document's own record has them; programs write nonsense there, so the text's own come first."""
    title = author = made = None
    with suppress(Exception):
        about = reader.metadata
        if about is not None:
            title, author = about.title, about.author
            made = about.creation_date.date().isoformat() if isinstance(about.creation_date, datetime) else None
    return title or None, author or None, made
