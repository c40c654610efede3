"""What an HTML page says about itself, weighed against the text that readers see: headline, outlet, writer, date, language."""

from __future__ import annotations

import re
from collections.abc import Sequence

from saksi.intake.block import Block, Page
from saksi.intake.bylines import author
from saksi.intake.declared import Said, clean, declarations, kind_of
from saksi.intake.furniture import bare
from saksi.intake.names import is_outlet
from saksi.intake.outlets import TITLE_PARTS, agreed, declared_outlet, holders, outlet_of_tab, without_outlet
from saksi.intake.published import moments
from saksi.intake.tree import Tree

SAME_TITLE = 0.5
"""How much alike (Dice, 0..1) a heading and a declared title must be to be one headline."""

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
    place = blocks[start].place if start < len(blocks) else len(tree.elements)
    when = moments(said, blocks, near, around, outlet, place)
    return Page(
        blocks=[],
        title=title,
        author=author(said, near, outlet, place),
        published=when.published,
        updated=when.updated,
        canonical=_address(said),
        section=_section(said),
        outlet=outlet,
        outlet_about=_outlet_about(said),
        language=_language(said),
        is_article=any(True for _ in said.articles()) or said.metas.get("og:type") == "article",
        free=not any(str(thing.get("isAccessibleForFree")).lower() == "false" for thing in said.articles()),
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
    declared = [clean(thing.get("headline")) or clean(thing.get("name")) for thing in said.articles()]
    candidates = [name for name in (*declared, said.metas.get("og:title"), said.metas.get("twitter:title")) if name]
    headings = [block.text for block in blocks if block.kind == "heading" and block.level == 1 and not is_outlet(block.text, outlet)]
    printed = _printed(headings, [*candidates, tab or ""], above)
    if printed is not None:
        named = [without_outlet(name, outlet) for name in candidates]
        agreed_on = any(declared) and "news" in kind_of(next(said.articles())) and len(named) > 1 and bare(named[0]) == bare(named[1])
        title = named[0] if agreed_on else _whole(printed, named, above)
        return title, outlet or outlet_of_tab(tab, printed)
    if candidates:
        first = without_outlet(candidates[0], outlet)
        return first, outlet or outlet_of_tab(tab, first)
    if tab is None:
        return (headings[0] if headings else None), outlet
    long = (block.text for block in reversed(above) if len(block.text) > HEADLINE_CHARS)
    line = next((text for text in long if tab.startswith(text) or tab.endswith(text)), None)
    if line is not None:
        return line, outlet or outlet_of_tab(tab, line)
    parts = [part.strip() for part in TITLE_PARTS.split(tab) if part.strip()]
    return (max(parts, key=len) if parts else tab), outlet


def _printed(headings: Sequence[str], declared: Sequence[str], above: Sequence[Block]) -> str | None:
    """The heading of the first level that is most like a declared title; else the one and only heading above the story."""
    likest = max(headings, key=lambda heading: max(_likeness(heading, name) for name in declared), default=None)
    if likest is not None and max(_likeness(likest, name) for name in declared) >= SAME_TITLE:
        return likest
    over = [block.text for block in above if block.kind == "heading" and block.level == 1]
    return over[0] if len(over) == 1 and over[0] in headings and len(over[0]) > HEADLINE_CHARS and " " in over[0] else None


def _whole(printed: str, declared: Sequence[str], above: Sequence[Block]) -> str:
    """The heading, or the declared title where the two differ by the kicker alone ("Kenya: Nairobi from below")."""
    for name in declared:
        kicker, _, rest = name.partition(": ")
        if bare(rest) == bare(printed) and any(bare(block.text) == bare(kicker) for block in above):
            return name
        if len(name.split()) > 2 and bare(printed).endswith(" " + bare(name)):
            return name
    return printed


def _likeness(heading: str, declared: str) -> float:
    """The share of words that two titles have in common; 0 for a heading of one word, which names a section or the outlet."""
    a, b = set(bare(heading).split()), set(bare(declared).split())
    if len(a) < 2 or not b:
        return 1.0 if a and a == b else 0.0
    both = len(a & b)
    return 2 * both / (len(a) + len(b)) if both >= SAME_TITLE * len(a) else 0.0


def _address(said: Said) -> str | None:
    """The page's canonical address, where it is whole."""
    return said.address if said.address is not None and said.address.startswith(("http://", "https://")) else None


def _section(said: Said) -> str | None:
    """The part of the paper that the page says it stands in; the first where it names several."""
    named = [thing.get("articleSection") for thing in said.articles()] + [said.metas.get(key) for key in ("article:section", "section")]
    texts = (clean(one[0] if isinstance(one, list) and one else one) for one in named)
    return next((text for text in texts if text and len(text) <= 60), None)


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
