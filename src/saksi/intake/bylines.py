"""Who wrote a page: its declarations, elements named for writers, and the lines round the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from saksi.intake.block import Block
from saksi.intake.dates import dated_line
from saksi.intake.declared import Said, clean, kind_of
from saksi.intake.front import info_line, is_label, labelled_name
from saksi.intake.furniture import bare, is_furniture, stock
from saksi.intake.names import NAME_CHARS, is_outlet, one_name, writers
from saksi.intake.tree import SIGN_CHARS, Sign
from saksi.words.forenames import forenames

BYLINE_CHARS = 110
"""A longer line that begins like a byline is a sentence."""

FIRST_OF = 4
"""How many elements of one kind are looked at; further ones belong to other pages' cards."""

_METAS = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "content_author",
    "article:author_name",
    "cxenseparse:author",
    "citation_author",
)
_USER = re.compile(r"[^\W_][\w.-]{2,30}")


def author(said: Said, near: Sequence[Block], outlet: str | None, place: int) -> str | None:
    """The writers, joined by ", "; `near` are the blocks round the headline and up to the story, which begins in element `place`.

    A desk or the outlet itself is named only where there is no person, and only where a news article declares it or
    readers see it as a byline.
    """
    found = (names for names in _persons(said, near, outlet, place) if names)
    return next(found, None) or next(_desks(said, near), None)


def _persons(said: Said, near: Sequence[Block], outlet: str | None, place: int) -> Iterator[str | None]:
    for thing in said.articles():
        yield writers(_people(said, thing.get("author")), outlet) or _user(said, thing.get("author"), outlet)
        yield writers(_people(said, thing.get("creator")), outlet)
    yield next(_printed(near, outlet), None)
    yield _signed(said, "author", outlet, place)
    for key in _METAS:
        yield writers([said.metas.get(key)], outlet)
    yield _signed(said, "byline", outlet, place)
    yield from _beside_dates(near, outlet)


def _printed(near: Sequence[Block], outlet: str | None) -> Iterator[str]:
    """The names behind a label such as "By" in the lines before the story."""
    for block in near:
        if len(block.text) <= BYLINE_CHARS and block.kind != "heading" and (names := _of_line(block.text, outlet, labelled=True)):
            yield names
    for label, below in pairwise(near):
        if is_label(label.text) and (name := labelled_name(label.text, below.text, outlet).author):
            yield name


def _of_line(text: str, outlet: str | None, *, labelled: bool) -> str | None:
    """The names in one line; without a label only where the line is a full name."""
    if stock().byline.match(text) is not None:
        info = info_line(text, outlet)
        return info.author if info is not None and info.author else writers([text], outlet)
    if labelled:
        return None
    name = one_name(text)
    return writers([text], outlet) if name is not None and " " in name else None


def _signed(said: Said, kind: str, outlet: str | None, place: int) -> str | None:
    """The names in elements of one kind: those before the story first, then those behind it, where classes mean commenters too."""
    signs = [sign for sign in said.signs if sign.kind == kind and 2 < len(sign.text) < SIGN_CHARS]
    behind = [sign for sign in signs if sign.place > place]
    for group in ([sign for sign in signs if sign.place <= place], behind):
        heard = group if group is not behind or kind == "author" else [sign for sign in group if stock().byline.match(sign.text.strip())]
        found = [names for sign in heard[:FIRST_OF] if (names := _of_sign(sign, outlet, sure=kind == "author"))]
        if found and kind == "author":
            return writers(found, outlet)
        if found:
            return found[0]
    return None


def _of_sign(sign: Sign, outlet: str | None, *, sure: bool) -> str | None:
    """The names in an element: of its first line that holds one, and of those that an "and" or a comma ties to it."""
    lines = [line.strip() for line in sign.text.split("\n") if line.strip()]
    names: list[str] = []
    for number, line in enumerate(lines):
        tied = not names or lines[number - 1] in _TIES or line.startswith(_TIES)
        found = _of_line(line, outlet, labelled=False) or (writers([line], outlet) if sure else None)
        if found is not None and tied:
            names.append(found)
        elif names and line not in _TIES:
            break
    return ", ".join(dict.fromkeys(names)) or None


_TIES = (",", "and", "&", "dan", "with", "und", "y", "et", ";", "/")


def _beside_dates(near: Sequence[Block], outlet: str | None) -> Iterator[str]:
    """A known given name that opens a line beside or with the date: "Rachel Moss | 12 March 2026"."""
    for number, block in enumerate(near):
        if block.kind == "heading" or len(block.text) > BYLINE_CHARS or is_furniture(block.text):
            continue
        words = block.text.split()
        if not len(words) >= 2 or words[0] not in forenames():
            continue
        line = _before_date(block.text)
        beside = any(dated_line(one.text) for one in near[max(0, number - 1) : number + 2])
        if line and beside and (name := one_name(line)) and 2 <= len(name.split()) <= 4 and not is_outlet(name, outlet):
            yield name


_DATE_BEGINS = re.compile(r"\s*(?:[|·•⋅–—/-]|\b(?:on|pada)\b)?\s*(?:\d|\b[^\W\d_]{3,12}\.? \d{1,2},? \d{4}).*")


def _before_date(text: str) -> str:
    return _DATE_BEGINS.sub("", text, count=1).strip()


def _user(said: Said, value: Any, outlet: str | None) -> str | None:
    """A weblog's writer who goes by one lower-case word ("seastormy"), where the page declares a person so."""
    first = value[0] if isinstance(value, list) and value else value
    if not isinstance(first, dict) or "organization" in kind_of(first):
        return None
    name = clean(said.of(first).get("name"))
    return name if name and _USER.fullmatch(name) and bare(name) not in stock().no_writer and not is_outlet(name, outlet) else None


def _desks(said: Said, near: Sequence[Block]) -> Iterator[str]:
    """Desks and outlets that the page declares to be its author."""
    shown = {bare(stock().byline.sub("", block.text, count=1)) for block in near if len(block.text) <= BYLINE_CHARS}
    for thing in said.articles():
        yield from (name for name in _names(said, thing.get("author")) if "newsarticle" in kind_of(thing) or bare(name) in shown)
    yield from (name for key in _METAS if (name := said.metas.get(key)) and bare(name) in shown and bare(name) not in stock().no_writer)


def _names(said: Said, value: Any) -> list[str]:
    """The names in a JSON-LD author, of persons and organizations alike."""
    if isinstance(value, list):
        return [name for one in value for name in _names(said, one)]
    name = clean(said.of(value).get("name") if isinstance(value, dict) else value)
    return [name] if name is not None and len(name) <= NAME_CHARS and "://" not in name and bare(name) not in stock().no_writer else []


def _people(said: Said, value: Any) -> list[str | None]:
    """The names in a JSON-LD author; what calls itself an organization is no person."""
    if isinstance(value, list):
        return [name for one in value for name in _people(said, one)]
    if isinstance(value, dict):
        person = said.of(value)
        return [] if "organization" in kind_of(person) else _people(said, person.get("name"))
    return [clean(value)]
