"""What a page declares about itself by meta tags and JSON-LD, gathered and not yet weighed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from html import unescape
from typing import Any

import msgspec

from saksi.intake.tree import Sign, Tree

LD_CHARS = 1_000_000
"""JSON-LD beyond this is not looked at; a page's own description has a few kilobytes."""

LD_DEPTH = 8
"""Levels of a JSON-LD graph that are looked at."""

_PAGE_TYPES = re.compile(r"article|posting|report|review|webpage", re.I)
_SPACE = re.compile(r"\s+")


class Said(msgspec.Struct, kw_only=True):
    """The page's declarations: meta tags by lower-case name, JSON-LD things with articles first, the <title>, the <link>s,
    the attributes of <html>, the elements that name a writer or a day.
    """

    metas: dict[str, str]
    objects: list[dict[str, Any]]
    tab: str | None = None
    links: dict[str, str] = {}
    root: dict[str, str] = {}
    signs: list[Sign] = []

    @property
    def address(self) -> str | None:
        """The page's own address, as it names it."""
        return self.links.get("canonical") or self.metas.get("og:url")

    def articles(self) -> Iterator[dict[str, Any]]:
        """The JSON-LD things that are an article."""
        return (thing for thing in self.objects if rank(thing) == 0)

    def of(self, thing: dict[str, Any]) -> dict[str, Any]:
        """The thing itself, or the one that it refers to by @id where it says nothing more."""
        name = thing.get("@id")
        return thing if "name" in thing or name is None else next((one for one in self.objects if one.get("@id") == name), thing)

    def pages(self) -> Iterator[dict[str, Any]]:
        """The JSON-LD things that are a page and no article: what a shop window or a list calls itself too."""
        return (thing for thing in self.objects if rank(thing) == 1)


def declarations(tree: Tree) -> Said:
    """Reads them from a parsed page."""
    metas = {key: value for key, given in tree.metas.items() if (value := clean(given))}
    return Said(metas=metas, objects=list(_objects(tree.scripts)), tab=clean(tree.tab), links=tree.links, root=tree.root, signs=tree.signs)


def clean(value: object) -> str | None:
    """A declared string with its white space single; None for anything else or nothing."""
    if not isinstance(value, str):
        return None
    text = _SPACE.sub(" ", value).strip()
    if "&" in text:
        text = unescape(text).strip()
    return text or None


def _objects(scripts: Sequence[str]) -> Iterator[dict[str, Any]]:
    found = [thing for script in scripts for thing in _things(_json(script), LD_DEPTH)]
    return iter(sorted(found, key=rank))


def rank(thing: dict[str, Any]) -> int:
    """0 for an article, 1 for a page, 2 for anything else (the outlet, a picture, a trail of links)."""
    kind = kind_of(thing)
    if ("headline" in thing and kind != "webpage") or ("article" in kind and "part" not in kind) or "posting" in kind:
        return 0
    return 1 if _PAGE_TYPES.search(kind) else 2


def kind_of(thing: dict[str, Any]) -> str:
    """Its types in lower case, parted by a blank."""
    kind = thing.get("@type")
    return " ".join(map(str, kind)).lower() if isinstance(kind, list) else str(kind or "").lower()


def _json(text: str) -> Any:
    if len(text) > LD_CHARS:
        return None
    body = (
        text.strip().removeprefix("<!--").removesuffix("-->").strip().removeprefix("//<![CDATA[").removesuffix("//]]>").strip().rstrip(";")
    )
    try:
        return msgspec.json.decode(body)
    except (msgspec.DecodeError, RecursionError):
        pass
    try:
        return json.loads(body, strict=False)
    except (ValueError, RecursionError):
        return None


def _things(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth == 0:
        return
    if isinstance(value, list):
        for one in value:
            yield from _things(one, depth - 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _things(value.get(key), depth - 1)
