"""Block: one paragraph-like stretch of a page on its way to being body or furniture; it does not judge."""

from __future__ import annotations

from typing import Literal

import msgspec

from saksi.intake.furniture import is_furniture
from saksi.records import Note

BlockKind = Literal["prose", "heading", "item", "cell", "caption", "quote"]


class Block(msgspec.Struct, gc=False):
    """One stretch of visible text, white space collapsed.

    `link_chars` counts the characters that stand inside links (0 for a plain dump). `place` is the number of the
    page element that holds it, `suspect` says that the page's own marks (tags, classes) call it furniture, `row` and
    `cell` number the table row and the cell that hold it, `level` is a heading's, `blank_before` says that a blank
    line parts it from the one before (dumps). `prose` is what it is worth in characters of running text, once judged (body.judge).
    """

    text: str
    kind: BlockKind = "prose"
    link_chars: int = 0
    place: int = 0
    suspect: bool = False
    row: int = 0
    cell: int = 0
    level: int = 0
    blank_before: bool = True
    prose: int = 0

    @property
    def link_share(self) -> float:
        """The share of the text that is links, 0..1."""
        return min(1.0, self.link_chars / max(1, len(self.text)))

    @property
    def furniture(self) -> bool:
        """Do its words belong to the page?"""
        return is_furniture(self.text)

    @property
    def trusted(self) -> int:
        """`prose`, or 0 where the page's marks speak against the block."""
        return 0 if self.suspect else self.prose


class Page(msgspec.Struct, kw_only=True):
    """What one page gave: its body blocks in order and what it says about itself; None is unknown.

    `before` and `after` are the addresses that it declares as its previous and next page, as they stand there.
    `is_article` says whether it declares an article, `free` whether everybody may read that, `wall` why there is no
    article, where a notice stands in its place.
    """

    blocks: list[Block]
    title: str | None = None
    dek: str | None = None
    author: str | None = None
    published: str | None = None
    updated: str | None = None
    canonical: str | None = None
    before: str | None = None
    after: str | None = None
    section: str | None = None
    outlet: str | None = None
    outlet_about: str | None = None
    language: str | None = None
    is_article: bool = False
    free: bool = True
    wall: str | None = None
    notes: list[Note] = []
