"""A plain dump of a page -> Page: finds the stretch of blocks that is the story, and the title and writer beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from saksi.intake.block import Block, Page
from saksi.intake.body import body_blocks, ends_like_sentence, judge
from saksi.intake.bylines import BYLINE_CHARS
from saksi.intake.captions import before_dateline, is_caption
from saksi.intake.front import info_line, take_front, take_tail
from saksi.intake.furniture import ends_body, heads_comments, is_furniture, stock
from saksi.intake.names import is_outlet, one_name
from saksi.intake.outlets import printed_outlet, without_outlet
from saksi.intake.stretch import headline, story_span
from saksi.intake.wrapping import cut_after_lines, paragraphs

TITLE_CHARS = 220
"""A longer line is no headline."""

CAPTION_AMONG = 4
"""A caption is told by its bracketed date among this many first blocks of a story only; later such a block is prose."""

BEFORE_BLOCKS = 8
"""How many lines before the story are looked through for its headline."""

SHORT_TITLE = 5
"""Words of a line that may be names or a place under the headline as well as the headline."""

AFTER_BLOCKS = 6
"""How many blocks behind the story are looked through for its writer."""

_NAME = re.compile(r"[^\W\d_a-z][\w'’.\-]*(?:\s+(?:[^\W\d_a-z][\w'’.\-]*|bin|binti|de|van|von|al|da|di)){1,4}")


def read_dump(text: str) -> Page:
    """The story's blocks in order, and title, writer, date and the outlet's own words where they are evident.

    A dump without furniture comes through whole.
    """
    text, notes = cut_after_lines(text)
    blocks = paragraphs(text)
    for block in blocks:
        judge(block)
    start, end = story_span(blocks)
    page = Page(blocks=[], outlet=printed_outlet(blocks), notes=notes)
    _before(page, blocks[:start])
    _after(page, blocks[end:])
    if (repeated := headline(blocks[:start])) is not None:
        page.title = blocks[repeated].text
    story = blocks[start:end]
    story = body_blocks(story) or story
    story = take_tail(page, take_front(page, story[_opening(page, story) :]))
    for block, below in pairwise([*story, Block(text="")][: CAPTION_AMONG + 1]):
        if is_caption(block.text) or before_dateline(block.text, below.text):
            block.kind = "caption"
    page.blocks = story
    return page


def _before(page: Page, blocks: Sequence[Block]) -> None:
    """Title, writer and date among the last lines before the story, nearest first; a short line gives way to a longer one above it."""
    short: str | None = None
    for block in reversed(blocks[-BEFORE_BLOCKS:]):
        _take(page, block)
        if page.title is None:
            continue
        if len(page.title.split()) > SHORT_TITLE:
            break
        short, page.title = short or page.title, None
    page.title = page.title or short


def _opening(page: Page, story: Sequence[Block]) -> int:
    """How many first blocks of the story are its title, byline and date; they leave the text for their fields."""
    first = next((index for index, block in enumerate(story[:8]) if block.prose), 0)
    taken = 0
    for index in range(first):
        if story[index + 1].text[0].islower():
            break
        known = (page.title, page.author, page.published)
        if is_caption(story[index].text) or not _take(page, story[index], index == 0):
            break
        taken = index + 1 if known != (page.title, page.author, page.published) else taken
    return taken


def _take(page: Page, block: Block, may_be_title: bool = True) -> bool:
    """Reads one line as date, byline or headline; False where it is none of them."""
    text = block.text
    info = info_line(text, page.outlet)
    if info is not None:
        page.author, page.published = page.author or info.author, page.published or info.published
        return True
    title = without_outlet(text, page.outlet)
    if may_be_title and page.title is None and _is_headline(title):
        page.title = title
        return True
    return is_furniture(text)


def _is_headline(text: str) -> bool:
    return 15 <= len(text) <= TITLE_CHARS and text.count(" ") >= 2 and not text.endswith((".", ":", ";", ",")) and not is_furniture(text)


def _after(page: Page, blocks: Sequence[Block]) -> None:
    """The writer's name under the share bar, as weblogs print it: over the outlet's own description, or right before the comments."""
    texts = [block.text for block in blocks[:AFTER_BLOCKS]]
    for number, text in enumerate(texts):
        if heads_comments(text):
            return
        if page.author is None and len(text) <= BYLINE_CHARS and stock().byline.match(text):
            page.author = one_name(text)
        elif _NAME.fullmatch(text) and not is_furniture(text) and not is_outlet(text, page.outlet):
            below = texts[number + 1 : number + 3]
            described = next((line for line in below[:1] if describes_outlet(line)), None)
            if described is not None or (number and ends_body(texts[number - 1]) and any(map(heads_comments, below))):
                page.author, page.outlet_about = page.author or one_name(text), described
                return


def describes_outlet(text: str) -> bool:
    """Is this a line in which an outlet says what it is: some words without a full stop, a word for news among the first?"""
    words = text.split()
    if not 3 <= len(words) <= 20 or ends_like_sentence(text) or is_furniture(text):
        return False
    return stock().describes_outlet.search(" ".join(words[:4])) is not None
