"""What the class and id of an element hint at: furniture, the story's own box, a caption. Weak evidence, never a verdict."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import ClassVar

import msgspec


def names(text: str) -> frozenset[str]:
    """The words of a string as a set: class names, tags."""
    return frozenset(text.split())


_SUSPECT = names(
    "share shares sharing sharebar sharedaddy social socials related relatedposts comment comments commentlist "
    "respond promo promos promotion ad ads adsbygoogle sidebar footer nav navbar navigation menu menus breadcrumb "
    "breadcrumbs cookie cookies consent gdpr popup modal overlay banner popular trending mostread tag tags taglist "
    "tagcloud keywords signup login toolbar pagination pager skip assistive bacajuga terkait rekomendasi bio "
    "biography readmore teaser teasers byline bylines dateline timestamp meta postmeta catlinks toc editsection "
    "reference reflist noprint donate donation cta upsell rail hidden tooltip toast loader rating ratings authorbox"
)
_CERTAIN = names("comment comments commentlist respond cookie cookies consent gdpr related relatedposts sidebar tagcloud rail")
_CERTAIN_STARTS = ("disqus", "newsletter", "taboola", "outbrain", "onetrust", "recommend")
_DEK = re.compile(
    r"standfirst|sub[-_]?title|sub[-_]?head|article[-_]{0,2}(?:description|summary|dek)|(?:^|[\s_-])(?:dec?k|summary)(?=$|[\s_-])",
)
_SUSPECT_STARTS = (
    *_CERTAIN_STARTS,
    "subscri",
    "advert",
    "sponsor",
    "addtoany",
    "a2a",
    "cookie",
    "cmp-",
    "jp-related",
)
_SUSPECT_PAIRS = re.compile(
    r"most[-_]read|sign[-_]up|sr[-_]only|visually[-_]hidden|screen[-_]reader|baca[-_]juga|about[-_]author|read[-_](?:more|next)|more[-_]stories|no[-_]print|"
    r"print[-_]only|live[-_]update|st[-_]btn|author[-_]box"
)
_CAPTION = re.compile(r"caption|image[-_]credit|photo[-_]?credit|keterangan[-_]foto")
_BODY = re.compile(
    r"article[-_]{0,2}(?:body|content|text)|(?:entry|post|story|body|detail|read)[-_]{1,2}content|(?:post|story|detail)[-_]{1,2}body|content[-_]body|detail[-_]text"
)
_PARTS = re.compile(r"[\s_\-]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Marks(msgspec.Struct, frozen=True):
    """Hints of one element; `suspect` is for furniture, `certain` for what is furniture even where it is most of the page."""

    suspect: bool
    certain: bool
    body: bool
    caption: bool
    dek: bool

    NONE: ClassVar[Marks]


Marks.NONE = Marks(False, False, False, False, False)


@lru_cache(maxsize=8192)
def judged(classes: str | None, name: str | None) -> Marks:
    """What an element's class list and id hint at. Cached: a site uses the same few hundred on every page."""
    if not classes and not name:
        return Marks.NONE
    given = f"{classes or ''} {name or ''}"[:500]
    lower = given.lower()
    parts = _PARTS.split(_HUMP.sub("-", given).lower())
    certain = not _CERTAIN.isdisjoint(parts) or any(part.startswith(_CERTAIN_STARTS) for part in parts)
    suspect = (
        certain
        or not _SUSPECT.isdisjoint(parts)
        or any(part.startswith(_SUSPECT_STARTS) for part in parts)
        or _SUSPECT_PAIRS.search(lower) is not None
    )
    named = (classes or "").lower()
    return Marks(suspect, certain, _BODY.search(lower) is not None, _CAPTION.search(named) is not None, _DEK.search(named) is not None)
