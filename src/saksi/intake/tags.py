"""What an opening tag says of the element that it opens, told from the tag alone; it knows HTML's tag names and no page."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import msgspec

from saksi.intake.block import BlockKind
from saksi.intake.marks import BODY, BYLINE, CAPTION, CERTAIN, DEK, SUSPECT, judged, names

DROPPED = (
    "script style noscript template svg math iframe object embed canvas audio video select button textarea input dialog map "
    "noembed noframes"
).split()
"""Elements without running text, or whose text is not shown."""

_VOID = names("area base br col embed hr img input link meta param source track wbr")
_INLINE = names(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp "
    "small span strike strong sub sup time tt u var picture amp-img c-wiz"
)
_SUSPECT_ROLES = frozenset(["navigation", "banner", "contentinfo", "search", "complementary", "dialog"])
_SUSPECT_TAGS = names("nav footer aside menu fieldset title")
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_KINDS: dict[str, BlockKind] = {
    "li": "item",
    "dd": "item",
    "dt": "item",
    "td": "cell",
    "th": "cell",
    "blockquote": "quote",
    **dict.fromkeys(_HEADINGS, "heading"),
}
_HIDING = ("display:none", "display: none", "visibility:hidden", "visibility: hidden")
_TELLING = re.compile(r" (?:itemprop|rel|role|style|hidden|aria-hidden|datetime|pubdate|title|content)\b")
"""Attributes beside class and id that may say something of their element."""

_ATTRIBUTE = re.compile(r'([^\s=]+)(?:="([^"]*)")?')
_DATE_PROPERTIES = names("datePublished dateCreated uploadDate")


class Tag(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One kind of opening tag. `plain` are those that change nothing but the look of their text; `kind` and `level` are None
    where the element takes them over from its parent; `sign` is
    "author", "byline", "date" or "published" where the element names a writer or a day, `stamp` what it says of that without its text."""

    name: str
    plain: bool = False
    void: bool = False
    inline: bool = False
    link: bool = False
    kind: BlockKind | None = None
    level: int | None = None
    suspect: bool = False
    certain: bool = False
    hidden: bool = False
    body: bool = False
    dek: bool = False
    sign: str | None = None
    stamp: str | None = None


@lru_cache(maxsize=16384)
def tag_of(text: str) -> Tag:
    """The kind of tag that `text` is, the angle brackets off ('p class="lead"'). Cached: a page repeats a few hundred."""
    name, _, rest = text.partition(" ")
    if not rest or name in _VOID:
        return _bare(name)
    if name == "time" or _TELLING.search(text) is not None:
        return _described(name, attributes(rest))
    classes, own = _value(text, ' class="'), _value(text, ' id="')
    return _described(name, {"class": classes, "id": own}) if judged(classes, own) else _bare(name)


def _value(text: str, opening: str) -> str:
    """The value behind the opening of an attribute, "" where the tag has none; the parser escapes quote marks in values."""
    start = text.find(opening) + len(opening)
    return text[start : text.index('"', start)] if start >= len(opening) else ""


def _described(name: str, given: dict[str, str]) -> Tag:
    """An element with attributes that say something of it."""
    hidden = _is_hidden(given)
    marks = judged(given.get("class", ""), given.get("id", ""))
    sign, stamp = _sign(name, given, marks)
    own = _bare(name)
    kind: BlockKind | None = "caption" if marks & CAPTION and own.level is None else own.kind
    return Tag(
        name=name,
        plain=own.plain and kind is None and sign is None and not hidden,
        inline=own.inline and not hidden,
        link=name == "a",
        kind=kind,
        level=own.level,
        suspect=own.suspect or hidden or (marks & SUSPECT > 0 and name != "p") or given.get("role") in _SUSPECT_ROLES,
        certain=hidden or marks & CERTAIN > 0,
        hidden=hidden,
        body=marks & BODY > 0 or given.get("itemprop") == "articleBody",
        dek=marks & DEK > 0,
        sign=sign,
        stamp=stamp,
    )


@cache
def _bare(name: str) -> Tag:
    """An element without attributes, or with none that says anything."""
    return Tag(
        name=name,
        void=name in _VOID,
        plain=name in _INLINE and name not in ("a", "time"),
        inline=name in _INLINE,
        link=name == "a",
        kind="caption" if name == "figcaption" else _KINDS.get(name),
        level=_HEADINGS.get(name),
        suspect=name in _SUSPECT_TAGS,
        certain=name == "title",
    )


def attributes(text: str) -> dict[str, str]:
    """The attributes of a tag as the parser writes them, values still escaped."""
    return {key: value or "" for key, value in _ATTRIBUTE.findall(text)}


def _is_hidden(given: dict[str, str]) -> bool:
    style = given.get("style")
    return "hidden" in given or given.get("aria-hidden") == "true" or (style is not None and any(way in style for way in _HIDING))


def _sign(name: str, given: dict[str, str], marks: int) -> tuple[str | None, str | None]:
    """Whether the element names a writer or a day, and what stands in its attributes for it."""
    prop = given.get("itemprop", "")
    if prop == "author" or given.get("rel") == "author":
        return "author", None
    if not _DATE_PROPERTIES.isdisjoint(prop.split()) or "pubdate" in given:
        return "published", given.get("datetime") or given.get("content") or given.get("title")
    if name == "time" or (name == "abbr" and "title" in given):
        return "date", given.get("datetime") or given.get("content") or given.get("title")
    if marks & BYLINE:
        return "byline", None
    return None, None
