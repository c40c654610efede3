"""Which stretch of a plain dump's blocks is the story: what brings most prose for least furniture, mended at both ends.

It judges stretches; what a block is by its own words is settled before (body.judge).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from saksi.intake.block import Block
from saksi.intake.furniture import bare, ends_body, heads_comments
from saksi.intake.outlets import TITLE_PARTS

_Span = tuple[int, int]

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

BLOCK_BRINGS = 400
"""The most that one block can bring, so that one long notice does not outweigh a story."""

STORY_BRINGS = 1_000
"""A stretch before a heading of comments that brings this much is the story, however much the readers wrote."""

HEADLINE_LEAST, HEADLINE_MOST = 15, 220
"""Characters of a line that may be the page's headline."""

LEAD_BLOCKS = 25
"""How many blocks may stand between headline and story: share bar, picture, a list of contents, first paragraphs."""

LEAD_CHARS = 80
"""A shorter line between headline and story is no first paragraph."""

TEASER_CHARS = 300
"""A summary of another page under its headline is one short paragraph."""

TEASERS = 2
"""So many of them in a row, each under a label of its own, are a list of other pages, where much else was prose."""

BEFORE_TEASERS = 0.5
"""The share of the prose that must stand before such a list; a story told in captioned pictures has less."""


def story_span(blocks: Sequence[Block]) -> _Span:
    """Start and end of the story among blocks that have been judged; everything where there is no furniture."""
    if not any(_is_about_the_page(block) for block in blocks):
        return 0, len(blocks)
    start, end = _richest(blocks, _gains(blocks))
    start = _from_headline(blocks, start, end)
    return start, _before_teasers(blocks, start, end)


def _is_about_the_page(block: Block) -> bool:
    return not block.prose and (block.furniture or heads_comments(block.text) or ends_body(block.text))


def _gains(blocks: Sequence[Block]) -> list[int]:
    gains: list[int] = []
    list_left = LIST_COSTS
    for block in blocks:
        if block.prose:
            gain, list_left = min(block.prose, BLOCK_BRINGS), LIST_COSTS
        elif ends_body(block.text):
            gain = -END_COSTS
        else:
            cost = FURNITURE_COSTS if block.furniture else LABEL_COSTS if len(block.text) < LABEL_CHARS else 0
            gain = -min(cost, list_left)
            list_left += gain
        gains.append(gain)
    return gains


def _richest(blocks: Sequence[Block], gains: Sequence[int]) -> _Span:
    """The stretch that brings most, of the first part between headings of comments that brings enough for a story."""
    cuts = [at for at, block in enumerate(blocks) if not block.prose and heads_comments(block.text)]
    best, best_span = 0, (0, len(blocks))
    for first, last in pairwise([0, *cuts, len(blocks)]):
        running, start = 0, first
        for at in range(first, last):
            if running <= 0:
                running, start = 0, at
            running += gains[at]
            if running > best:
                best, best_span = running, (start, at + 1)
        if best >= STORY_BRINGS:
            break
    return best_span


def _from_headline(blocks: Sequence[Block], start: int, end: int) -> int:
    """The first paragraph under the headline, where the dump opens with the page's title and the headline repeats it."""
    title = headline(blocks)
    if title is None or title >= end:
        return start
    if title >= start:
        return title + 1
    if start - title > LEAD_BLOCKS:
        return start
    return next((at for at in range(title + 1, start) if blocks[at].prose >= LEAD_CHARS), start)


def headline(blocks: Sequence[Block]) -> int | None:
    """The number of the line that says again what the first line says, the outlet's name behind it aside; None without one."""
    named = {bare(part) for block in blocks[:1] for part in TITLE_PARTS.split(block.text) if len(part) >= HEADLINE_LEAST}
    lines = enumerate(blocks[1:], 1)
    return next((at for at, one in lines if not one.prose and len(one.text) <= HEADLINE_MOST and bare(one.text) in named), None)


def _before_teasers(blocks: Sequence[Block], start: int, end: int) -> int:
    """The end of the stretch without a list of other pages behind the story: headlines, each over one short paragraph."""
    runs = list(_runs(blocks, start, end))
    whole = sum(chars for _, _, chars in runs)
    left = len(runs)
    while left and runs[left - 1][1] - runs[left - 1][0] == 1 and runs[left - 1][2] < TEASER_CHARS:
        left -= 1
    listed = len(runs) - left >= TEASERS and left > 0
    return runs[left - 1][1] if listed and sum(chars for _, _, chars in runs[:left]) >= BEFORE_TEASERS * whole else end


def _runs(blocks: Sequence[Block], start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Each run of prose: its start, its end, its characters of prose."""
    for told, group in groupby(range(start, end), key=lambda at: blocks[at].prose > 0):
        numbers = list(group)
        if told:
            yield numbers[0], numbers[-1] + 1, sum(blocks[at].prose for at in numbers)
