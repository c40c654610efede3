"""What an HTML page says about itself, weighed against the text that readers see: headline, outlet, writer, date, language."""

from __future__ import annotations

import re
from collections.abc import Sequence

from saksi.intake.block import Block, Page
from saksi.intake.bylines import author
from saksi.intake.declared import Said, clean, declarations, kind_of
from saksi.intake.furniture import bare
from saksi.intake.outlets import TITLE_PARTS, agreed, declared_outlet, holders, outlet_of_tab, without_outlet
from saksi.intake.published import published
from saksi.intake.tree import Tree

SAME_TITLE = 0.6
"""The share of a heading's words that must stand in the declared title for both to be one headline."""

BEFORE_HEADLINE = 2
"""How many blocks above the headline may hold byline and date."""

WITHOUT_HEADLINE = 8
"""The same before a story whose headline is not found on the page."""

BETWEEN = 120
"""How many blocks between headline and story are looked through; what lies between them on a page is share bars and pictures."""

AROUND = 24
"""How many blocks after the headline are looked through for other dates."""

HEADLINE_CHARS = 15
"""A lone heading that is shorter names a section."""

_LANGUAGE = re.compile(r"([a-zA-Z]{2,3})(?:[-_].*)?")


def describe(tree: Tree, blocks: Sequence[Block], start: int) -> Page:
    """Everything but the body; `blocks` are all blocks of the page, number `start` is the story's first. What is not evident stays None."""
    said = declarations(tree)
    declared = declared_outlet(said)
    title, outlet = _title(said, blocks[: start + 1], blocks, declared)
    outlet = declared or agreed(outlet, next(holders(blocks), None))
    headline = _headline(blocks[: start + 1], title)
    first = max(0, start - WITHOUT_HEADLINE) if headline is None else max(0, headline - BEFORE_HEADLINE)
    near = blocks[first : min(start, first + BETWEEN)]
    around = blocks[first : first + AROUND]
    return Page(
        blocks=[],
        title=title,
        author=author(said, near, outlet),
        published=published(said, near, around, outlet),
        outlet=outlet,
        outlet_about=_outlet_about(said),
        language=_language(said),
    )


def _headline(above: Sequence[Block], title: str | None) -> int | None:
    """The number of the last block above the story that is the title."""
    if title is None:
        return None
    key, most = bare(title), 2 * len(title)
    return next(
        (number for number in range(len(above) - 1, -1, -1) if len(above[number].text) <= most and bare(above[number].text) == key), None
    )


def _title(said: Said, above: Sequence[Block], blocks: Sequence[Block], outlet: str | None) -> tuple[str | None, str | None]:
    """The headline, the outlet's name off its end; the outlet itself where only the <title> names it."""
    tab = said.tab
    headings = [block.text for block in blocks if block.kind == "heading" and block.level == 1]
    declared = [clean(thing.get("headline")) or clean(thing.get("name")) for thing in said.articles()]
    candidates = [name for name in (*declared, said.metas.get("og:title"), said.metas.get("twitter:title")) if name]
    for heading in headings:
        if any(_alike(heading, name) for name in (*candidates, tab or "")):
            return heading, outlet or outlet_of_tab(tab, heading)
    if candidates:
        first = without_outlet(candidates[0], outlet)
        return first, outlet or outlet_of_tab(tab, first)
    if len(headings) == 1 and len(headings[0]) > HEADLINE_CHARS:
        return headings[0], outlet or outlet_of_tab(tab, headings[0])
    if tab is None:
        return (headings[0] if headings else None), outlet
    printed = next((block.text for block in reversed(above) if len(block.text) > HEADLINE_CHARS and tab.startswith(block.text)), None)
    if printed is not None:
        return printed, outlet or outlet_of_tab(tab, printed)
    parts = [part.strip() for part in TITLE_PARTS.split(tab) if part.strip()]
    return (max(parts, key=len) if parts else tab), outlet


def _alike(heading: str, declared: str) -> bool:
    """Do most words of the shorter of the two stand in the other? A heading of one word names a section or the outlet."""
    a, b = set(bare(heading).split()), set(bare(declared).split())
    return len(a) > 1 and len(a & b) >= SAME_TITLE * min(len(a), len(b)) and len(a & b) >= SAME_TITLE * len(a)


def _outlet_about(said: Said) -> str | None:
    for thing in said.objects:
        if kind_of(thing) in ("website", "newsmediaorganization", "organization", "blog") and (text := clean(thing.get("description"))):
            return text if len(text) <= 300 else None
    return None


def _language(said: Said) -> str | None:
    named = (
        said.root.get("lang")
        or said.root.get("xml:lang")
        or said.metas.get("og:locale")
        or said.metas.get("language")
        or said.metas.get("content-language")
    )
    found = _LANGUAGE.fullmatch(named.strip()) if named else None
    return found[1].lower() if found else None
