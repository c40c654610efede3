"""HTML -> Page: finds the element that holds the story and lets the block classifier judge what is in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from saksi.intake.block import Block, Page
from saksi.intake.body import body_blocks, ends_like_sentence, judge
from saksi.intake.boxes import cards, headed, held, hidden, link_boxes, once, stories, story_element, suspects
from saksi.intake.dates import is_moment
from saksi.intake.front import FRONT_BLOCKS, repeats, take_front, take_tail
from saksi.intake.lead import leads, marked_dek
from saksi.intake.metadata import describe
from saksi.intake.tree import Element, Tree, cut_after_tags, parse
from saksi.intake.walls import call
from saksi.records import Note

HOLDS_PAGE = 0.4
"""An element with more than this share of the page's prose is no share bar, whatever its class says."""

HOLDS_LITTLE = 0.1
"""The same share where the first hearing left no story."""

STORY_CHARS = 250
"""A story has at least this much prose; where the page's marks leave less, they are heard less."""

SHORT_STORY_CHARS = 150
"""The least unlinked text of an element marked as body that is taken at its word though it is no prose."""

STORY_GROWS = 1.5
"""How much more prose hearing the marks less must bring."""

ROW_CELL_CHARS = 80
"""Cells shorter than this stand together as one row; longer ones are a layout's columns, each a paragraph."""


def read_page(html: str) -> Page:
    """The page's body blocks, captions among them in place, and what the page says about itself."""
    html, notes = cut_after_tags(html)
    tree = parse(html)
    blocks = join_rows(tree.blocks)
    found = story(tree, blocks)
    page = describe(tree, blocks, _opening(blocks, found))
    page.before, page.after = tree.links.get("prev") or tree.links.get("previous"), tree.links.get("next")
    page.notes = [*notes, *_goes_on(page)]
    dek, before = leads(blocks, found, page.title, marked_dek(tree.elements, blocks, found))
    page.dek = dek.text if dek is not None else None
    told = [block for block in found if block is not dek and not (block.kind == "heading" and repeats(block, page))]
    opening = next((number for number, block in enumerate(told) if block.prose), 0)
    told = [block for number, block in enumerate(told) if number >= opening or block.kind != "prose" or not is_moment(block.text)]
    page.blocks = [*before, *take_tail(page, take_front(page, told))]
    call(page, blocks, free=page.free, article=page.is_article)
    return page


def _goes_on(page: Page) -> list[Note]:
    """A note where the page declares that its story goes on at an address of its own ("…/story?page=2").

    A next page with another address ("…/next-story") is another story, as weblogs link them.
    """
    after, own = page.after or "", (page.canonical or "").partition("?")[0].rstrip("/")
    if own.count("/") < 3 or not after.startswith((f"{own}?", f"{own}/")):
        return []
    why = f"the story goes on at {after}; add that page too, or the one that shows all of it"
    return [Note(code="more-pages", what="the rest of the story", why=why)]


def _opening(blocks: Sequence[Block], found: Sequence[Block]) -> int:
    """The number of the first block of the story that is prose, else of its first block, else how many blocks there are."""
    first = next((block for block in found[:FRONT_BLOCKS] if block.prose), found[0] if found else None)
    return next((number for number, block in enumerate(blocks) if block is first), len(blocks))


def join_rows(blocks: Sequence[Block]) -> list[Block]:
    """The short cells of one table row as one block, parted by " | "; long cells, and cells of several blocks, stay apart."""
    joined: list[Block] = []
    for row, cells in groupby(blocks, key=lambda block: block.row):
        group = list(cells)
        alone = len({cell.cell for cell in group}) == len(group)
        if row and alone and len(group) > 1 and all(len(cell.text) < ROW_CELL_CHARS for cell in group):
            whole = " | ".join(cell.text for cell in group)
            joined.append(Block(text=whole, kind="cell", link_chars=sum(c.link_chars for c in group), place=group[0].place, row=row))
        else:
            joined.extend(group)
    return joined


def story(tree: Tree, blocks: list[Block]) -> list[Block]:
    """The blocks of the story, in order. The page's marks are heard as far as they leave a story."""
    for block in blocks:
        judge(block)
    elements = tree.elements
    sums, unseen = held(elements, blocks), hidden(elements)
    safe = [one or other for one, other in zip(headed(elements, blocks, unseen), stories(elements, sums, unseen), strict=True)]
    boxed = link_boxes(elements, blocks, safe)
    found: list[Block] = []
    for much in (HOLDS_PAGE * sums[0], HOLDS_LITTLE * sums[0], None):
        marked = suspects(elements, sums, safe, much)
        for block in blocks:
            block.suspect = marked[block.place] or boxed[block.place]
        carded = cards(elements, blocks)
        for block in blocks:
            block.suspect = block.suspect or carded[block.place]
        again = _within(elements, blocks)
        if _prose(again) > STORY_GROWS * _prose(found):
            found = again
        if _prose(found) >= STORY_CHARS:
            break
        if much is not None and (short := _marked_body(elements, blocks, marked)):
            return short
    return once(elements, found) or [block for block in blocks if ends_like_sentence(block.text) and not block.furniture]


def _prose(blocks: Sequence[Block]) -> int:
    return sum(block.prose for block in blocks)


def _within(elements: Sequence[Element], blocks: Sequence[Block]) -> list[Block]:
    return body_blocks(_under(elements, blocks, story_element(elements, held(elements, blocks))))


def _under(elements: Sequence[Element], blocks: Sequence[Block], top: int) -> list[Block]:
    inside = [False] * len(elements)
    inside[top] = True
    for number in range(top + 1, len(elements)):
        inside[number] = inside[elements[number].parent]
    return [block for block in blocks if inside[block.place]]


def _marked_body(elements: Sequence[Element], blocks: Sequence[Block], marked: Sequence[bool]) -> list[Block]:
    """What the one element marked as body holds, where that is short or no prose, such as a calendar or a list of names."""
    bodies = [at for at, element in enumerate(elements) if element.body and not marked[at] and not elements[element.parent].body]
    if len(bodies) != 1:
        return []
    found = body_blocks(_under(elements, blocks, bodies[0]))
    return found if sum(len(block.text) - block.link_chars for block in found) >= SHORT_STORY_CHARS else []
