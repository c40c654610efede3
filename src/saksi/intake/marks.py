"""What the class and id of an element hint at: furniture, the story's own box, a caption. Weak evidence, never a verdict."""

from __future__ import annotations

import re
from functools import lru_cache


def names(text: str) -> frozenset[str]:
    """The words of a string as a set: class names, tags."""
    return frozenset(text.split())


SUSPECT, CERTAIN, BODY, CAPTION, DEK, BYLINE, SCREEN = 1, 2, 4, 8, 16, 32, 64
"""Bits of a hint. CERTAIN is for what is furniture even where it is most of the page; SCREEN for what is hidden on one
width of screen and shown on another ("hidden md:block"), so that somebody sees it."""

MARKS_CHARS = 500
"""Characters of a class list that are looked at."""

START = 6
"""Letters of a word's beginning that are enough to know it by."""

_WHOLE = {
    SUSPECT: "share shares sharing sharebar sharedaddy social socials promo promos promotion ad ads adsbygoogle footer nav navbar "
    "navigation menu menus breadcrumb breadcrumbs popup modal overlay banner popular trending mostread tag tags taglist keywords signup "
    "login toolbar pagination pager skip assistive bacajuga terkait rekomendasi bio biography readmore teaser teasers "
    "dateline timestamp meta postmeta catlinks editsection reference reflist noprint donate donation cta upsell hidden tooltip "
    "toast loader rating ratings authorbox a2a most-read sign-up sr-only visually-hidden screen-reader baca-juga about-author read-more "
    "read-next more-stories no-print print-only live-update live-updates author-box st-btn jp-related",
    SUSPECT | CERTAIN: "comment comments commentlist respond cookie cookies consent gdpr related relatedposts sidebar tagcloud rail",
    SUSPECT | BYLINE: "byline bylines",
    BYLINE: "author penulis reporter",
    BODY: "article-body article-content article-text entry-content post-content story-content body-content detail-content read-content "
    "post-body story-body detail-body content-body detail-text articlebody articlecontent articletext",
    CAPTION: "caption captions figcaption imagecaption photocaption image-credit photo-credit photocredit keterangan-foto",
    DEK: "standfirst subtitle sub-title subhead subheading sub-head sub-heading subheadline dek deck summary article-description "
    "article-summary article-dek articledescription articlesummary articledek",
    SCREEN: "md-block lg-block sm-block md-flex lg-flex sm-flex md-inline lg-inline sm-inline md-grid lg-grid sm-grid",
}
_STARTS = {
    SUSPECT | CERTAIN: "disqus newsletter taboola outbrain onetrust recommend",
    SUSPECT: "subscribe advertisement sponsored addtoany",
}
_HINTS = {word: bits for bits, words in _WHOLE.items() for word in words.split()}
_BEGIN = {word[:START]: bits for bits, words in _STARTS.items() for word in words.split()}
_SINGLE = frozenset(word for word in _HINTS if "-" not in word)
_FIRST, _SECOND = (frozenset(word.split("-")[at] for word in _HINTS if "-" in word) for at in (0, -1))
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_APART = str.maketrans("_-:/", "    ")
_PARTS = re.compile(rf"[_\-:/]+|{_HUMP.pattern}")


@lru_cache(maxsize=16384)
def judged(classes: str, name: str) -> int:
    """What an element's class list and id hint at, as bits. Cached: a site uses the same few hundred on every page."""
    classes, name = classes[:MARKS_CHARS], name[:MARKS_CHARS]
    if _hints_at_nothing(f"{classes} {name}"):
        return 0
    bits = 0
    for word in classes.split():
        bits |= _hint(word)
    if bits & SCREEN and bits & SUSPECT:
        bits = judged(" ".join(word for word in classes.split() if word != "hidden" and not _hint(word) & SCREEN), "")
    return bits | (_hint(name) & ~(CAPTION | DEK) if name else 0)


def _hints_at_nothing(text: str) -> bool:
    """Most classes do not; all their parts are looked up at once to tell so."""
    if not text.islower():
        text = _HUMP.sub(" ", text).lower()
    parts = text.translate(_APART).split()
    return (
        _SINGLE.isdisjoint(parts)
        and (_SECOND.isdisjoint(parts) or _FIRST.isdisjoint(parts))
        and _BEGIN.keys().isdisjoint([part[:START] for part in parts])
        and "caption" not in text
    )


@lru_cache(maxsize=32768)
def _hint(word: str) -> int:
    """The hints of one class or id, by its parts ("article__body-text": article, body, text) and by two neighbours together."""
    bits, before = 0, ""
    parts = word.translate(_APART).split() if word.islower() else map(str.lower, _PARTS.split(word))
    for part in parts:
        bits |= _HINTS.get(part, 0) | _BEGIN.get(part[:START], 0) | _HINTS.get(f"{before}-{part}", 0)
        before = part or before
    return bits | (CAPTION if "caption" in word else 0)
