"""Tells the writers of a piece from what else stands in a byline; it knows shapes of names, no persons."""

from __future__ import annotations

import re
from collections.abc import Iterable

from saksi.intake.furniture import bare, stock

NAME_CHARS = 60
"""A longer stretch is a sentence about the writer, not a name."""

_PARTED = re.compile(r"\s*(?:[;/|•·]|,\s|\s(?:and|dan|und|et|y|&)\s)\s*")
_MARKS = re.compile(r"https?://|www\.|@|\d{2,}|[{}<>=]")


def writers(fields: Iterable[str | None]) -> str | None:
    """The names in the fields, each once, joined by ", "; None where none of them holds a name."""
    names: dict[str, str] = {}
    for field in fields:
        for part in _PARTED.split(field) if field else ():
            name = one_name(part)
            if name is not None:
                names.setdefault(bare(name), name)
    return ", ".join(names.values()) or None


def one_name(text: str) -> str | None:
    """The name in a stretch such as "By Ann Lee" or "Reporter: Budi Utomo", else None."""
    label = stock().byline.match(text)
    name = (text[label.end() :] if label else text).strip(" \t,.:;|-–—()[]\"'")
    if not 2 < len(name) <= NAME_CHARS or _MARKS.search(name) or len(name.split()) > 6:
        return None
    if bare(name) in stock().no_writer or stock().roles.match(name) or not name[0].isalpha() or name[0].islower():
        return None
    return name
