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
_PARTS = re.compile(r"[_\-:/]+|(?<=[a-z])(?=[A-Z])")


@lru_cache(maxsize=16384)
def judged(classes: str, name: str) -> int:
    """What an element's class list and id hint at, as bits. Cached: a site uses the same few hundred on every page."""
    bits = 0
    for word in classes[:MARKS_CHARS].split():
        bits |= _hint(word)
    if bits & SCREEN and bits & SUSPECT:
        bits = judged(" ".join(word for word in classes.split() if word != "hidden" and not _hint(word) & SCREEN), "")
    return bits | (_hint(name[:MARKS_CHARS]) & ~(CAPTION | DEK) if name else 0)


@lru_cache(maxsize=32768)
def _hint(word: str) -> int:
    """The hints of one class or id, by its parts ("article__body-text": article, body, text) and by two neighbours together."""
    bits, before = 0, ""
    for part in _PARTS.split(word):
        low = part.lower()
        bits |= _HINTS.get(low, 0) | _BEGIN.get(low[:START], 0) | _HINTS.get(f"{before}-{low}", 0)
        before = low or before
    return bits | (CAPTION if "caption" in word else 0)
