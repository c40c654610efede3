"""Who wrote a page: its declarations first, then elements named for writers, then the lines round the headline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from saksi.intake.block import Block
from saksi.intake.declared import Said, clean, kind_of
from saksi.intake.front import is_label, labelled_name
from saksi.intake.furniture import bare, stock
from saksi.intake.names import NAME_CHARS, one_name, writers
from saksi.intake.tree import SIGN_CHARS

BYLINE_CHARS = 80
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
    "citation_author",
    "twitter:creator_name",
)


def author(said: Said, near: Sequence[Block], outlet: str | None) -> str | None:
    """The writers, joined by ", "; `near` are the blocks round the headline and up to the story.

    A desk or the outlet itself is named only where there is no person, and only where a news article declares it or
    readers see it as a byline.
    """
    persons = (names for fields in _fields(said, near) if (names := writers(fields, outlet)))
    return next(persons, None) or next(_desks(said, near), None)


def _fields(said: Said, near: Sequence[Block]) -> Iterator[Sequence[str | None]]:
    for thing in said.articles():
        yield _people(thing.get("author"))
        yield _people(thing.get("creator"))
    for key in _METAS:
        yield [said.metas.get(key)]
    yield _texts(said, "author")
    yield from ([block.text] for block in near if len(block.text) <= BYLINE_CHARS and stock().byline.match(block.text))
    yield from ([labelled_name(one.text, below.text, None).author] for one, below in pairwise(near) if is_label(one.text))
    yield [text for text in _texts(said, "byline") if text and _full_name(text)]


def _texts(said: Said, kind: str) -> list[str | None]:
    return list(dict.fromkeys(clean(sign.text) for sign in said.signs if sign.kind == kind and len(sign.text) < SIGN_CHARS))[:FIRST_OF]


def _full_name(text: str) -> bool:
    """A byline's label, or two words that stay when all else is off: a class called "author" also stands on links and buttons."""
    name = one_name(text)
    return stock().byline.match(text) is not None or (name is not None and " " in name)


def _desks(said: Said, near: Sequence[Block]) -> Iterator[str]:
    """Desks and outlets that the page declares to be its author."""
    shown = {bare(stock().byline.sub("", block.text, count=1)) for block in near if len(block.text) <= BYLINE_CHARS}
    for thing in said.articles():
        yield from (name for name in _names(thing.get("author")) if "newsarticle" in kind_of(thing) or bare(name) in shown)
    yield from (name for key in _METAS if (name := said.metas.get(key)) and bare(name) in shown and bare(name) not in stock().no_writer)


def _names(value: Any) -> list[str]:
    """The names in a JSON-LD author, of persons and organizations alike."""
    if isinstance(value, list):
        return [name for one in value for name in _names(one)]
    name = clean(value.get("name") if isinstance(value, dict) else value)
    return [name] if name is not None and len(name) <= NAME_CHARS and "://" not in name and bare(name) not in stock().no_writer else []


def _people(value: Any) -> list[str | None]:
    """The names in a JSON-LD author; what calls itself an organization is no person."""
    if isinstance(value, list):
        return [name for one in value for name in _people(one)]
    if isinstance(value, dict):
        return [] if "organization" in str(value.get("@type")).lower() else _people(value.get("name"))
    return [clean(value)]
