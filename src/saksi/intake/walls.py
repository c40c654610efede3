"""Calls a page what it is where it holds no whole article: a paywall's stub, a wall before the article, an index of other pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from saksi.intake.block import Block, Page
from saksi.intake.furniture import forms
from saksi.records import Note

STUB_CHARS, DECLARED_STUB_CHARS = 1_200, 2_500
"""A shorter text is a stub where the page asks its readers to subscribe; a longer one only where the page declares so."""

ASKS_CHARS = 300
"""A block that asks readers to subscribe or to prove that they are human is no longer than this."""

WALL_CHARS = 900
"""A page with more running text than this holds more than a wall."""

ANSWER_IT = "open the address in a browser, answer the notice and save the page"

INDEX_LINKS, INDEX_PROSE, HEADLINE_CHARS = 20, 800, 25
"""So many linked headlines of this length, beside at most so much prose, make an index."""


def call(page: Page, blocks: Sequence[Block], *, free: bool, article: bool) -> None:
    """Sets the page's note ("stub", "index") or why it is refused (a wall); `blocks` are all of the page.

    `free` is False where the page declares its article to be for subscribers, `article` says whether it declares one.
    """
    size = sum(len(block.text) for block in page.blocks)
    prose = sum(block.prose for block in page.blocks)
    if size < WALL_CHARS and not article and (asked := _asks(blocks, "walls")) is not None:
        page.wall = f"a notice stands where the article should be ({asked[:60]!r}); {ANSWER_IT}"
    elif size < (STUB_CHARS if free else DECLARED_STUB_CHARS) and (not free or _asks(blocks, "subscribers") is not None):
        what = f"the page shows {size:,} characters of an article for subscribers"
        page.notes = [*page.notes, Note(code="stub", what=what, why="log in and save the page to have the rest read")]
    elif not article and prose < INDEX_PROSE and (links := _headlines(blocks)) >= INDEX_LINKS:
        what = f"the page lists {links} others and tells no story of its own"
        page.notes = [*page.notes, Note(code="index", what=what, why="give the pages of the articles that it lists")]


def _asks(blocks: Sequence[Block], group: str) -> str | None:
    """The first block that holds a phrase of the group."""
    phrases = _phrases(group)
    return next((block.text for block in blocks if len(block.text) <= ASKS_CHARS and phrases.search(block.text)), None)


@cache
def _phrases(group: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms(group)))})(?!\w)", re.I)


def _headlines(blocks: Sequence[Block]) -> int:
    """How many different headlines are links to other pages."""
    return len({block.text for block in blocks if len(block.text) >= HEADLINE_CHARS and block.link_share > 0.8 and " " in block.text})
