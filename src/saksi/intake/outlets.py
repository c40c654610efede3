"""The outlet's name: from what a page declares, from the end of its title, from its copyright line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from saksi.intake.block import Block
from saksi.intake.declared import Said, clean, kind_of
from saksi.intake.furniture import bare, is_furniture, stock

NAME_CHARS, NAME_WORDS = 60, 7
"""A longer stretch is a notice or a slogan, not a name."""

HEAD_BLOCKS = 8
"""How many first blocks of a dump may print the outlet's name."""

FOOT_BLOCKS = 40
"""How many last blocks of a page may hold its copyright line; further up such a line belongs to a picture."""

TITLE_PARTS = re.compile(r"\s+[|\-–—·•:»«]\s+|\s*\|\s*")
"""What stands between a headline and the outlet's name."""

_RIGHTS_CHARS = 220
_RIGHTS = re.compile(
    r"(?:©|\(c\)(?=\s*\d{4})|\bcopyright\b|\bhak cipta\b)(?:[\s©@\d–,\-]|\(c\)|\bcopyright\b|\bby\b|\boleh\b|\bmilik\b)*", re.I
)
_SURE_RIGHTS = re.compile(r"©|(?<!\d)(?:19|20)\d\d(?!\d)")
_NAME_ENDS = re.compile(
    r"[.](?:\s|$)|[|•·;:,©()\d]|\s[-–—]\s|\ball rights\b|\ball content\b|\bhak cipta\b|\bregistered\b|\bdilindungi\b", re.I
)


def declared_outlet(said: Said) -> str | None:
    """The outlet as the page's own description names it; None where it does not."""
    publishers = (_publisher(thing.get("publisher")) for thing in said.articles())
    sites = (clean(thing.get("name")) for thing in said.objects if kind_of(thing) in ("newsmediaorganization", "website"))
    metas = said.metas.get
    named = (
        metas("og:site_name"),
        *publishers,
        metas("dcterms.publisher"),
        metas("dc.publisher"),
        metas("publisher"),
        *sites,
        metas("application-name"),
        metas("al:android:app_name"),
    )
    return next((name for name in named if name and len(name) <= 80 and "://" not in name), None)


def _publisher(value: Any) -> str | None:
    first = value[0] if isinstance(value, list) and value else value
    return clean(first.get("name") if isinstance(first, dict) else first)


def outlet_of_tab(tab: str | None, title: str | None) -> str | None:
    """What stands behind the headline in the page's <title>, where that begins with the headline."""
    if tab is None or title is None or not tab.startswith(title) or tab == title:
        return None
    parts = [part.strip() for part in TITLE_PARTS.split(tab[len(title) :].strip(" |-–—·:»")) if part.strip()]
    return parts[-1] if parts and 2 <= len(parts[-1]) <= 40 else None


def holders(blocks: Sequence[Block]) -> Iterator[str]:
    """The names in the copyright lines at the foot of the page, the last first, company forms (Ltd, PT) off."""
    for block in reversed(blocks[-FOOT_BLOCKS:]):
        if block.kind != "caption" and len(block.text) <= _RIGHTS_CHARS and (name := rights_holder(block.text)) is not None:
            yield name


def rights_holder(text: str) -> str | None:
    """The name in a line such as "© 2026 Harian Selat. Hak cipta dilindungi.", else None; a line without sign or year is a link."""
    found = _RIGHTS.search(text)
    if found is None or not _SURE_RIGHTS.search(text):
        return None
    rest = text[found.end() :]
    end = _NAME_ENDS.search(rest)
    name = _without_company(rest[: end.start()] if end else rest).strip(" \t\"'“”-–—")
    return name if _is_name(name) else None


def _without_company(name: str) -> str:
    words = name.split()
    forms = stock().company
    while words and bare(words[-1]) in forms:
        words.pop()
    while words and bare(words[0]) in forms:
        words.pop(0)
    return " ".join(words)


def _is_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(text) <= NAME_CHARS and 1 <= len(words) <= NAME_WORDS and not text[0].islower() and not is_furniture(text)


def printed_outlet(blocks: Sequence[Block]) -> str | None:
    """The outlet of a dump: whom its copyright line names, else a name of its head that comes again behind a dash or bar.

    The spelling of the page's head goes before that of the small print.
    """
    head = [block.text for block in blocks[:HEAD_BLOCKS] if not block.prose and _is_name(block.text)]
    tails = {bare(tail) for block in blocks if len(block.text) <= _RIGHTS_CHARS and (tail := _tail(block.text))}
    holder = next(holders(blocks), None)
    known = {bare(holder)} if holder is not None else tails
    return next((name for name in head if bare(name) in known), holder)


def agreed(behind_title: str | None, holder: str | None) -> str | None:
    """The name behind the title, shorn of a section ("World Weir Post") where the copyright line knows better; else the holder."""
    if behind_title is None or holder is None:
        return behind_title or holder
    return holder if bare(behind_title).endswith(" " + bare(holder)) else behind_title


def _tail(text: str) -> str:
    parts = TITLE_PARTS.split(text)
    return parts[-1] if len(parts) > 1 else ""


def without_outlet(title: str, outlet: str | None) -> str:
    """The headline with the outlet's name off its end ("TITLE - OUTLET"); a bar parts them whoever follows it."""
    cut = max((title.rfind(mark) for mark in (" | ", " - ", " – ", " — ", " · ", " : ", " » ")), default=-1)
    if cut <= 0:
        return title
    tail, key = bare(title[cut + 3 :]), bare(outlet or "")
    if (key and (tail == key or tail in key or key in tail)) or (title[cut : cut + 3] == " | " and cut > len(title) / 2):
        return title[:cut].strip()
    return title
