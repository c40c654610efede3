"""A plain dump of a page -> Page: finds the stretch of blocks that is the story, and the title and writer beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from saksi.intake.block import Block, Page
from saksi.intake.body import body_blocks, ends_like_sentence, prose_chars
from saksi.intake.captions import is_caption
from saksi.intake.dates import iso_date
from saksi.intake.furniture import ends_body, heads_comments, is_furniture, stock
from saksi.intake.names import one_name
from saksi.intake.wrapping import paragraphs

LABEL_COSTS = 60
"""What a short block that is no prose costs the stretch it stands in, in characters of prose: some subheadings are
cheap, a menu of twenty words is dearer than a paragraph."""

LABEL_CHARS = 200
"""A longer block is no label, whatever it ends in."""

FURNITURE_COSTS = 90
"""What a button or notice costs the stretch."""

LIST_COSTS = 600
"""The most that one run of labels and buttons costs: a long list inside a story does not end it."""

END_COSTS = 400
"""What the heading of related pages costs."""

COMMENTS_COST = 2_000
"""What the heading of the readers' comments costs."""

BLOCK_BRINGS = 400
"""The most that one block can bring, so that one long notice does not outweigh a story."""

TITLE_CHARS = 220
"""A longer line is no headline."""

CAPTION_AMONG = 4
"""A caption is told by its bracketed date among this many first blocks of a story only; later such a block is prose."""

_NAME = re.compile(r"[^\W\d_a-z][\w'’.\-]*(?:\s+(?:[^\W\d_a-z][\w'’.\-]*|bin|binti|de|van|von|al|da|di)){1,4}")


def read_dump(text: str) -> Page:
    """The story's blocks in order, and title, writer, date and the outlet's own words where they are evident.

    A dump without furniture comes through whole.
    """
    blocks = paragraphs(text)
    for block in blocks:
        block.prose = prose_chars(block)
    start, end = story_span(blocks)
    page = Page(blocks=[])
    _before(page, blocks[:start])
    _after(page, blocks[end:])
    story = blocks[start:end]
    story = body_blocks(story) or story
    story = story[_opening(page, story) :]
    for block in story[:CAPTION_AMONG]:
        if is_caption(block.text):
            block.kind = "caption"
    page.blocks = story
    return page


def story_span(blocks: Sequence[Block]) -> tuple[int, int]:
    """Start and end of the stretch that brings most prose for least furniture; everything where there is no furniture."""
    if not any(_is_about_the_page(block) for block in blocks):
        return 0, len(blocks)
    gains = _gains(blocks)
    best, best_span = 0, (0, len(blocks))
    running, start = 0, 0
    for index, gain in enumerate(gains):
        if running <= 0:
            running, start = 0, index
        running += gain
        if running > best:
            best, best_span = running, (start, index + 1)
    return best_span


def _is_about_the_page(block: Block) -> bool:
    return not block.prose and (heads_comments(block.text) or ends_body(block.text) or is_furniture(block.text))


def _gains(blocks: Sequence[Block]) -> list[int]:
    gains: list[int] = []
    list_left = LIST_COSTS
    for block in blocks:
        if block.prose:
            gain, list_left = min(block.prose, BLOCK_BRINGS), LIST_COSTS
        elif heads_comments(block.text):
            gain = -COMMENTS_COST
        elif ends_body(block.text):
            gain = -END_COSTS
        else:
            cost = FURNITURE_COSTS if is_furniture(block.text) else LABEL_COSTS if len(block.text) < LABEL_CHARS else 0
            gain = -min(cost, list_left)
            list_left += gain
        gains.append(gain)
    return gains


def _before(page: Page, blocks: Sequence[Block]) -> None:
    """Title, writer and date among the last lines before the story, nearest first."""
    for block in reversed(blocks[-8:]):
        if page.title is not None:
            break
        _take(page, block)


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
    if page.published is None and (day := iso_date(text, label=True)):
        page.published = day
        return True
    label = stock().byline.match(text)
    if label is not None and len(text) <= 80:
        name = one_name(text)
        page.author = page.author or name
        return name is not None
    if may_be_title and page.title is None and _is_headline(text):
        page.title = text
        return True
    return is_furniture(text)


def _is_headline(text: str) -> bool:
    return 15 <= len(text) <= TITLE_CHARS and text.count(" ") >= 2 and not text.endswith((".", ":", ";", ",")) and not is_furniture(text)


def _after(page: Page, blocks: Sequence[Block]) -> None:
    """The writer's name behind the share bar with the outlet's own description under it, as weblogs print them."""
    for block, after in zip(blocks[:6], [*blocks[1:6], None], strict=False):
        if heads_comments(block.text):
            return
        if page.author is None and len(block.text) <= 80 and stock().byline.match(block.text):
            page.author = one_name(block.text)
        elif after is not None and _NAME.fullmatch(block.text) and not is_furniture(block.text) and describes_outlet(after.text):
            page.author = page.author or one_name(block.text)
            page.outlet_about = after.text
            return


def describes_outlet(text: str) -> bool:
    """Is this a line in which an outlet says what it is: some words without a full stop, a word for news among the first?"""
    words = text.split()
    if not 3 <= len(words) <= 20 or ends_like_sentence(text) or is_furniture(text):
        return False
    return stock().describes_outlet.search(" ".join(words[:4])) is not None
