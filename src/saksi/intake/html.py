"""HTML -> Page: finds the element that holds the story and lets the block classifier judge what is in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from saksi.intake.block import Block, Page
from saksi.intake.body import body_blocks, ends_like_sentence, judge
from saksi.intake.front import DEK_LEAST, DEK_MOST, FRONT_BLOCKS, repeats, take_front, take_tail
from saksi.intake.metadata import describe
from saksi.intake.tree import Element, Tree, cut_after_tags, parse

HOLDS_PAGE = 0.4
"""An element with more than this share of the page's prose is no share bar, whatever its class says."""

HOLDS_LITTLE = 0.1
"""The same share where the first hearing left no story."""

CERTAIN_HOLDS = 0.95
"""Even what is called comments in so many words is not, where it holds more than this share of the prose."""

LEAD_BLOCKS, CAPTION_LEAST = 12, 15
"""How many blocks before the story a lead picture's caption may stand, and how many characters make one."""

GOES_DOWN = 0.85
"""The story is looked for inside the one child that holds at least this share of its parent's prose."""

PART_SHARE = 0.05
"""A part of a story that is marked as body in several pieces holds at least this share."""

STORY_CHARS = 250
"""A story has at least this much prose; where the page's marks leave less, they are heard less."""

STORY_GROWS = 1.5
"""How much more prose hearing the marks less must bring."""

MARKED_SHARE = 0.3
"""An element marked as the story's body is taken at its word where it holds this share of the prose."""

ROW_CELL_CHARS = 80
"""Cells shorter than this stand together as one row; longer ones are a layout's columns, each a paragraph."""


def read_page(html: str) -> Page:
    """The page's body blocks, captions among them in place, and what the page says about itself."""
    html, notes = cut_after_tags(html)
    tree = parse(html)
    blocks = join_rows(tree.blocks)
    found = story(tree, blocks)
    page = describe(tree, blocks, _opening(blocks, found))
    page.notes = notes
    dek = _dek(tree.elements, blocks, found)
    page.dek = dek.text if dek is not None else None
    captions = _lead_captions(blocks, found)
    told = [block for block in found if block is not dek and not (block.kind == "heading" and repeats(block, page))]
    page.blocks = [*captions, *take_tail(page, take_front(page, told))]
    return page


def _opening(blocks: Sequence[Block], found: Sequence[Block]) -> int:
    """The number of the first block of the story that is prose, else of its first block, else how many blocks there are."""
    first = next((block for block in found[:FRONT_BLOCKS] if block.prose), found[0] if found else None)
    return next((number for number, block in enumerate(blocks) if block is first), len(blocks))


def _lead_captions(blocks: Sequence[Block], found: Sequence[Block]) -> list[Block]:
    """Captions between the headline and the story: the lead picture often stands outside the story's element."""
    first = next((index for index, block in enumerate(blocks) if found and block is found[0]), 0)
    before = blocks[max(0, first - LEAD_BLOCKS) : first]
    headline = max((index for index, block in enumerate(before) if block.kind == "heading" and block.level == 1), default=-1)
    captions = (block for block in before[headline + 1 :] if block.kind == "caption")
    return [block for block in captions if not block.suspect and len(block.text) >= CAPTION_LEAST and not block.furniture]


def _dek(elements: Sequence[Element], blocks: Sequence[Block], found: Sequence[Block]) -> Block | None:
    """The block that the page marks as standfirst, where it stands before the story's first prose."""
    for block in blocks:
        place = block.place
        if DEK_LEAST <= len(block.text) <= DEK_MOST and (elements[place].dek or elements[elements[place].parent].dek):
            return block
        if found and block.kind == "prose" and len(block.text) > DEK_MOST and any(block is one for one in found[:3]):
            return None
    return None


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
    held = _held(tree.elements, blocks)
    headed = _headed(tree.elements, blocks)
    found: list[Block] = []
    for much in (HOLDS_PAGE * held[0], HOLDS_LITTLE * held[0], None):
        marked = _suspects(tree.elements, held, headed, much)
        for block in blocks:
            block.suspect = marked[block.place]
        again = _within(tree.elements, blocks)
        if _prose(again) > STORY_GROWS * _prose(found):
            found = again
        if _prose(found) >= STORY_CHARS:
            break
    return found or [block for block in blocks if ends_like_sentence(block.text) and not block.furniture]


def _prose(blocks: Sequence[Block]) -> int:
    return sum(block.prose for block in blocks)


def _held(elements: Sequence[Element], blocks: Sequence[Block]) -> list[int]:
    """Trusted prose under each element; a parent's number is always smaller than its child's."""
    held = [0] * len(elements)
    for block in blocks:
        held[block.place] += block.trusted
    for number in range(len(elements) - 1, 0, -1):
        held[elements[number].parent] += held[number]
    return held


def _headed(elements: Sequence[Element], blocks: Sequence[Block]) -> list[bool]:
    """Which elements hold a heading of the first level: what the headline stands in is no furniture."""
    headed = [False] * len(elements)
    for block in blocks:
        number = block.place if block.kind == "heading" and block.level == 1 else 0
        while number and not headed[number]:
            headed[number] = True
            number = elements[number].parent
    return headed


def _suspects(elements: Sequence[Element], held: Sequence[int], headed: Sequence[bool], much: float | None) -> list[bool]:
    """Which elements are furniture by their marks.

    One with more prose than `much` is so only where its marks are certain, or never where `much` is None.
    """
    whole = CERTAIN_HOLDS * held[0]
    marked = [False] * len(elements)
    for number in range(1, len(elements)):
        element = elements[number]
        own = (
            element.suspect
            and not headed[number]
            and much is not None
            and (held[number] <= much or (element.certain and held[number] <= whole))
        )
        marked[number] = marked[element.parent] or own
    return marked


def _within(elements: Sequence[Element], blocks: Sequence[Block]) -> list[Block]:
    top = _story_element(elements, _held(elements, blocks))
    inside = [False] * len(elements)
    inside[top] = True
    for number in range(top + 1, len(elements)):
        inside[number] = inside[elements[number].parent]
    return body_blocks([block for block in blocks if inside[block.place]])


def _story_element(elements: Sequence[Element], held: Sequence[int]) -> int:
    """The least element round all that is marked as body; then down as long as one child holds the bulk of the prose."""
    marked = [number for number, element in enumerate(elements) if element.body and held[number] > PART_SHARE * held[0]]
    top = 0
    if marked and max(held[number] for number in marked) >= MARKED_SHARE * held[0]:
        top = marked[0]
        for number in marked[1:]:
            top = _common(elements, top, number)
    children: dict[int, list[int]] = {}
    for number in range(1, len(elements)):
        children.setdefault(elements[number].parent, []).append(number)
    while below := children.get(top):
        best = max(below, key=lambda number: held[number])
        if held[best] < GOES_DOWN * held[top] or not held[best]:
            break
        top = best
    return top


def _common(elements: Sequence[Element], a: int, b: int) -> int:
    while a != b:
        if a > b:
            a = elements[a].parent
        else:
            b = elements[b].parent
    return a
