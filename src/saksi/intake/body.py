"""Tells body from furniture among the blocks of a page, by the shape of their text first and the page's marks second."""

from __future__ import annotations

import re
from collections.abc import Sequence

from saksi.intake.block import Block
from saksi.intake.furniture import ends_body, heads_comments, points_elsewhere

PROSE_CHARS = 80
"""A block of this length that ends like a sentence is prose; shorter ones are judged with their neighbours."""

LINKED = 0.5
"""A block of which more than this share is links points elsewhere."""

ENDED_AFTER = 0.4
"""A heading such as "Comments" ends the body only after this share of the page's prose; before, it is a label."""

BESIDE_AFTER = 0.75
"""A heading such as "Related" ends it only after this share; earlier it is a box that the story flows around."""

_STOPPED = re.compile(r"[.!?…。！？।:;][\"'”’»)\]】」]*$")
_STOPS = (".", '"', "”", "»", ")", "」", "?", "!")
_INNER_STOP = re.compile(r"[.!?…,;]\s|[。，、！？]")


def ends_like_sentence(text: str) -> bool:
    """Does the text end with a mark that ends a sentence, closing quotes and brackets aside?"""
    return text.endswith(_STOPS) or _STOPPED.search(text[-8:].rstrip()) is not None


def judge(block: Block) -> None:
    """Settles once how much prose the block is worth."""
    block.prose = _prose_chars(block)


def _prose_chars(block: Block) -> int:
    """How many characters of running text the block is worth; 0 for labels and link lists."""
    text, size = block.text, len(block.text)
    if size < 20 or block.kind in ("heading", "caption") or block.link_share > LINKED:
        return 0
    ends = ends_like_sentence(text)
    if not ends and size < PROSE_CHARS:
        return 0
    stops = _INNER_STOP.search(text, 0, 2000) is not None
    worth = size if ends and (size >= PROSE_CHARS or stops) else size // 2 if ends or stops else 0
    # Last, for it is dear: what its words say of it.
    return 0 if worth and block.furniture else worth


def body_blocks(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of one candidate stretch that are body, in order; each must have been judged.

    What the page's marks call furniture is dropped, so is what follows the end of the body, so are furniture by
    words and link lists between paragraphs.
    """
    kept = [block for block in blocks[: _end_of_body(blocks)] if not block.suspect and (block.prose or not _goes(block))]
    return _without_bare_headings(_trim_tail(kept))


def _goes(block: Block) -> bool:
    if block.furniture or points_elsewhere(block.text):
        return True
    if block.link_share > LINKED and block.kind != "heading":
        return len(block.text) < PROSE_CHARS or block.link_share > 0.85
    return False


def _end_of_body(blocks: Sequence[Block]) -> int:
    total = sum(block.trusted for block in blocks)
    so_far = 0
    for index, block in enumerate(blocks):
        over = so_far > ENDED_AFTER * total and not block.trusted
        if over and (heads_comments(block.text) or (so_far > BESIDE_AFTER * total and ends_body(block.text))):
            return index
        so_far += block.trusted
    return len(blocks)


def _trim_tail(kept: list[Block]) -> list[Block]:
    while kept and kept[-1].kind == "heading":
        kept.pop()
    return kept


def _without_bare_headings(kept: list[Block]) -> list[Block]:
    """A heading directly followed by another of the same or a higher level has lost what it headed."""
    return [
        block
        for block, after in zip(kept, [*kept[1:], None][: len(kept)], strict=True)
        if not (block.kind == "heading" and after is not None and after.kind == "heading" and after.level <= block.level)
    ]
