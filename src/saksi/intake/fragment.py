"""What feeds, wires and mail carry: a body of HTML or plain text without a page around it -> the article, under what they say of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256
from html import unescape

import msgspec

from saksi.intake.article import from_page
from saksi.intake.block import Block, Page
from saksi.records import Article, Note, Refused

_TAGGED = re.compile(
    r"<(?:p|br|div|span|a|b|i|em|strong|ul|ol|li|h[1-6]|blockquote|figure|img|table|!--)\b[^<>]*/?>|&(?:lt|amp|#\d+|[a-z]+);", re.I
)
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")

SUMMARY_CHARS = 700
"""A body that is longer than this is an article, whatever the field is called in which it came."""

FULL_TEXT_HINT = "the {what} carries a summary only; read the page itself for the rest: {link}"


class Carried(msgspec.Struct, frozen=True, kw_only=True):
    """One article as a feed, a wire or a letter carries it. `body` is HTML or plain text; `link` the page that has it whole."""

    what: str
    uri: str
    body: str
    whole: bool = True
    link: str | None = None
    title: str | None = None
    dek: str | None = None
    author: str | None = None
    published: str | None = None
    outlet: str | None = None
    language: str | None = None


def carried(one: Carried, *, fetched: str, notes: Sequence[Note] = ()) -> Article | Refused:
    """The article. A summary is read as one, with a note that names the page; without any text it is refused and the page named."""
    page = _page(one.body)
    if not page.blocks:
        hint = f"; read the page itself: {one.link}" if one.link else ""
        return Refused(uri=one.uri, reason=f"the {one.what} carries no text for it{hint}")
    for name in ("title", "dek", "author", "published", "outlet", "language"):
        given = getattr(one, name)
        if given or name in ("title", "outlet"):
            setattr(page, name, given)
    size = sum(len(block.text) for block in page.blocks)
    if not one.whole and one.link and size <= SUMMARY_CHARS:
        page.notes = [*page.notes, Note(code="summary", what="the article's text", why=FULL_TEXT_HINT.format(what=one.what, link=one.link))]
    digest = sha256(one.body.encode("utf-8", "replace")).hexdigest()
    return from_page(page, uri=one.uri, sha256=digest, fetched=fetched, notes=notes)


def is_tagged(text: str) -> bool:
    """Whether a body is HTML: it has tags or references of HTML, and not just a "<" of its own."""
    return _TAGGED.search(text) is not None


def _page(body: str) -> Page:
    """The body's blocks: all of it is the article but link lists and what the word lists call furniture."""
    if not is_tagged(body):
        return Page(blocks=[Block(text=" ".join(part.split())) for part in _BLANK_LINE.split(unescape(body)) if part.strip()])
    from saksi.intake.body import body_blocks, judge
    from saksi.intake.html import join_rows
    from saksi.intake.tree import cut_after_tags, parse

    html, notes = cut_after_tags(f"<html><body>{body}</body></html>")
    blocks = join_rows(parse(html).blocks)
    for block in blocks:
        judge(block)
    return Page(blocks=body_blocks(blocks), notes=notes)
