"""What stands between the headline and the story's element: the lead picture's caption, the standfirst, a first paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from saksi.intake.block import Block
from saksi.intake.body import ends_like_sentence
from saksi.intake.dates import dated_line
from saksi.intake.front import DEK_LEAST, DEK_MOST, info_line
from saksi.intake.furniture import bare
from saksi.intake.tree import Element

LEAD_BLOCKS, CAPTION_LEAST = 12, 15
"""How many blocks before the story a lead picture's caption may stand, and how many characters make one."""

LEADS = 8
"""How many blocks under the headline, furniture aside, may be standfirst or first paragraphs."""

PARAGRAPH_CHARS = 120
"""A block of this length between headline and story is a paragraph of it, where a standfirst is already known."""


def marked_dek(elements: Sequence[Element], blocks: Sequence[Block], found: Sequence[Block]) -> Block | None:
    """The block that the page marks as standfirst, where it stands before the story's first prose."""
    for block in blocks:
        place = block.place
        if DEK_LEAST <= len(block.text) <= DEK_MOST and (elements[place].dek or elements[elements[place].parent].dek):
            return block
        if found and block.kind == "prose" and len(block.text) > DEK_MOST and any(block is one for one in found[:3]):
            return None
    return None


def leads(blocks: Sequence[Block], found: Sequence[Block], title: str | None, dek: Block | None) -> tuple[Block | None, list[Block]]:
    """The standfirst (the marked one where there is one), and the captions and paragraphs that stand before the story's first block."""
    first = next((index for index, block in enumerate(blocks) if found and block is found[0]), 0)
    headline = next((index for index in range(first - 1, -1, -1) if _is_headline(blocks[index], title)), None)
    start = max(0, first - LEAD_BLOCKS)
    if headline is not None:
        start = headline + 1 if headline + 1 > start else start
    taken: list[Block] = []
    for block in blocks[start:first]:
        if block.kind == "caption" and not block.suspect and len(block.text) >= CAPTION_LEAST and not block.furniture:
            taken.append(block)
    if headline is None:
        return dek, taken
    for block in [one for one in blocks[headline + 1 : first] if _may_lead(one)][:LEADS]:
        if block is dek or (dek is not None and bare(block.text) == bare(dek.text)):
            continue
        if dek is None and len(block.text) <= DEK_MOST:
            dek = block
        elif len(block.text) >= PARAGRAPH_CHARS and ends_like_sentence(block.text):
            taken.append(block)
    return dek, sorted(taken, key=lambda block: next(index for index, one in enumerate(blocks) if one is block))


def _is_headline(block: Block, title: str | None) -> bool:
    if block.kind != "heading":
        return False
    return (block.level == 1 and not block.suspect) or (title is not None and bare(block.text) == bare(title))


def _may_lead(block: Block) -> bool:
    if block.suspect or block.kind not in ("prose", "heading", "quote") or block.furniture or block.link_share > 0.3:
        return False
    text = block.text
    return len(text) >= DEK_LEAST and " " in text and ends_like_sentence(text) and info_line(text) is None and dated_line(text) is None
