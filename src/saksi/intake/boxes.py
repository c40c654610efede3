"""Which elements of a page hold its story, which are furniture by their marks, which are boxes of links; it reads no words."""

from __future__ import annotations

from collections.abc import Sequence

from saksi.intake.block import Block
from saksi.intake.tree import Element

HIDDEN_HOLDS = 0.6
"""A hidden box that holds more than this share of the prose is the story, shown by a script or to subscribers."""

CERTAIN_HOLDS = 0.95
"""Even what is called comments in so many words is not, where it holds more than this share of the prose."""

GOES_DOWN = 0.85
"""The story is looked for inside the one child that holds at least this share of its parent's prose."""

PART_SHARE = 0.05
"""A part of a story that is marked as body in several pieces holds at least this share."""

MARKED_SHARE = 0.3
"""An element marked as the story's body is taken at its word where it holds this share of the prose."""

REPEATED_CHARS = 40
"""A block of this length that comes word for word again in another box is the same block."""

CARD_LINKED, BESIDE_CARDS = 0.8, 250
"""The share of a card's heading that is a link, and the least prose that must stand outside all cards."""

_LISTS = frozenset(["ul", "ol", "li", "dl", "table", "tbody", "tr", "td", "p", "blockquote"])

BOX_LINKED, BOX_PROSE, BOX_BLOCKS = 0.5, 0.3, 2
"""A box of links: at least so much of its text is linked, at most so much is prose, in at least so many blocks."""


def held(elements: Sequence[Element], blocks: Sequence[Block]) -> list[int]:
    """Trusted prose under each element; a parent's number is always smaller than its child's."""
    sums = [0] * len(elements)
    for block in blocks:
        sums[block.place] += block.trusted
    for number in range(len(elements) - 1, 0, -1):
        if sums[number]:
            sums[elements[number].parent] += sums[number]
    return sums


def hidden(elements: Sequence[Element]) -> list[bool]:
    """Which elements are hidden, or stand in one that is."""
    inside = [False] * len(elements)
    for number in range(1, len(elements)):
        inside[number] = elements[number].hidden or inside[elements[number].parent]
    return inside


def headed(elements: Sequence[Element], blocks: Sequence[Block], unseen: Sequence[bool]) -> list[bool]:
    """Which elements hold a heading of the first level that readers see: what the headline stands in is no furniture."""
    found = [False] * len(elements)
    heads = [block.place for block in blocks if block.kind == "heading" and block.level == 1]
    for number in [place for place in heads if not unseen[place]] or heads:
        while number and not found[number]:
            found[number] = True
            number = elements[number].parent
    return found


def stories(elements: Sequence[Element], sums: Sequence[int], unseen: Sequence[bool]) -> list[bool]:
    """Which elements are marked as body and hold much of the prose, or hold such a one."""
    found = [False] * len(elements)
    for start, element in enumerate(elements):
        number = start if element.body and not unseen[start] and sums[start] > MARKED_SHARE * sums[0] else 0
        while number and not found[number]:
            found[number] = True
            number = elements[number].parent
    return found


def suspects(elements: Sequence[Element], sums: Sequence[int], safe: Sequence[bool], much: float | None) -> list[bool]:
    """Which elements are furniture by their marks.

    One with more prose than `much` is so only where its marks are certain, or never where `much` is None.
    """
    whole, shown = CERTAIN_HOLDS * sums[0], HIDDEN_HOLDS * sums[0]
    marked = [False] * len(elements)
    for number in range(1, len(elements)):
        element = elements[number]
        own = (
            element.suspect
            and not safe[number]
            and much is not None
            and (sums[number] <= much or (element.certain and sums[number] <= (shown if element.hidden else whole)))
        )
        marked[number] = marked[element.parent] or own
    return marked


def link_boxes(elements: Sequence[Element], blocks: Sequence[Block], safe: Sequence[bool]) -> list[bool]:
    """Which elements are boxes of links to other pages, or stand in one. A list inside the story's own box may be of links."""
    chars, linked, prose, count = ([0] * len(elements) for _ in range(4))
    for block in blocks:
        place = block.place
        chars[place] += len(block.text)
        linked[place] += block.link_chars
        prose[place] += block.prose
        count[place] += 1
    for number in range(len(elements) - 1, 0, -1):
        if count[number]:
            parent = elements[number].parent
            chars[parent] += chars[number]
            linked[parent] += linked[number]
            prose[parent] += prose[number]
            count[parent] += count[number]
    boxed, inside = [False] * len(elements), [False] * len(elements)
    for number in range(1, len(elements)):
        element = elements[number]
        inside[number] = inside[element.parent] or element.body
        own = count[number] >= BOX_BLOCKS and linked[number] >= BOX_LINKED * chars[number]
        own = own and prose[number] <= BOX_PROSE * min(chars[number], prose[0])
        listed = inside[number] and element.name in _LISTS
        boxed[number] = boxed[element.parent] or (own and not safe[number] and not listed)
    return boxed


def cards(elements: Sequence[Element], blocks: Sequence[Block]) -> list[bool]:
    """Which <article> elements open with a linked heading, or stand in such a one: cards of other pages beside a story.

    Where they hold nearly all the prose, they are the story: entries of a live blog, each with its own address.
    """
    opened: dict[int, bool] = {}
    inside = _articles(elements)
    for block in blocks:
        if block.kind == "heading" and inside[block.place]:
            opened.setdefault(inside[block.place], block.link_share > CARD_LINKED)
    carded = [False] * len(elements)
    for number in range(1, len(elements)):
        carded[number] = carded[elements[number].parent] or opened.get(number, False)
    outside = sum(block.prose for block in blocks if not carded[block.place] and not block.suspect)
    return carded if outside >= BESIDE_CARDS else [False] * len(elements)


def _articles(elements: Sequence[Element]) -> list[int]:
    """The number of the innermost <article> round each element, 0 where there is none."""
    inside = [0] * len(elements)
    for number in range(1, len(elements)):
        inside[number] = number if elements[number].name == "article" else inside[elements[number].parent]
    return inside


def once(elements: Sequence[Element], blocks: Sequence[Block]) -> list[Block]:
    """The blocks without what the page prints again in another box: a caption on its picture and under it, a story twice
    for two widths of screen. What comes again in the same box the writer repeats."""
    first: dict[str, int] = {}
    kept: list[Block] = []
    for block in blocks:
        box = elements[block.place].parent
        if len(block.text) < REPEATED_CHARS or first.setdefault(block.text, box) == box:
            kept.append(block)
    return kept


def story_element(elements: Sequence[Element], sums: Sequence[int]) -> int:
    """The least element round all that is marked as body; then down as long as one child holds the bulk of the prose."""
    marked = [number for number, element in enumerate(elements) if element.body and sums[number] > PART_SHARE * sums[0]]
    top = 0
    if marked and max(sums[number] for number in marked) >= MARKED_SHARE * sums[0]:
        top = marked[0]
        for number in marked[1:]:
            top = _common(elements, top, number)
    best = _largest_children(elements, sums)
    while best[top] and sums[best[top]] >= GOES_DOWN * sums[top]:
        top = best[top]
    return top


def _largest_children(elements: Sequence[Element], sums: Sequence[int]) -> list[int]:
    """For each element the child with most prose, 0 where no child has any."""
    best = [0] * len(elements)
    for number in range(1, len(elements)):
        parent = elements[number].parent
        if sums[number] > (sums[best[parent]] if best[parent] else 0):
            best[parent] = number
    return best


def _common(elements: Sequence[Element], a: int, b: int) -> int:
    while a != b:
        if a > b:
            a = elements[a].parent
        else:
            b = elements[b].parent
    return a
