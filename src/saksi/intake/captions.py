"""Knows a picture's caption among paragraphs by its words alone."""

from __future__ import annotations

import re

from saksi.intake.furniture import stock

CAPTION_CHARS = 400
"""A longer paragraph tells a story of its own."""

_DATED_END = re.compile(r"[(\[]\s*(?:\w+,\s*)?\d{1,2}[/.\-\s][\w.]{1,10}[/.\-\s]\d{2,4}\s*[)\]]\.?$")
_DATELINE = re.compile(r"[^\W\d_a-z][^\Wa-z]{2,}[^a-z\n]{0,30}(?:, [^,\n]{2,40})?\s[-–—]{1,2}\s")
_CREDIT_END = re.compile(r"[(\[]([^()\[\]]{2,80})[)\]]\.?$")
_VERB = re.compile(
    r"(?<![\w'’-])(?:(?:me[mnlrwy]|ber|di|ter)[a-z]{4,}|kata|ujar|ucap|tutur|jelas|tegas|ungkap|imbuh|said|says|told|added)(?:nya)?(?!\w)"
)
_NO_VERB = frozenset(
    [
        "terhadap",
        "tersebut",
        "terkait",
        "terakhir",
        "terbaru",
        "bersama",
        "berita",
        "berikut",
        "berbagai",
        "menteri",
        "menjadi",
        "terdiri",
        "dinding",
        "dingin",
    ]
)


def is_caption(text: str) -> bool:
    """A caption: one sentence that ends in a bracketed date and has no main verb, or a line with a photographer's credit."""
    if len(text) > CAPTION_CHARS:
        return False
    words = stock()
    credit = _CREDIT_END.search(text)
    if credit is not None and words.caption_credit.match(credit[1].strip()):
        return True
    opening = words.caption_credit.match(text)
    if opening is not None and text[opening.end() :].lstrip()[:1] in (":", "/"):
        return True
    return _DATED_END.search(text) is not None and not has_verb(text) and ". " not in text


def before_dateline(text: str, below: str) -> bool:
    """Does a line that ends in a bracketed date stand over the dateline that opens the story ("LUBUK, Antara - ...")?"""
    return len(text) <= CAPTION_CHARS and _DATED_END.search(text) is not None and _DATELINE.match(below) is not None


def has_verb(text: str) -> bool:
    """Does a lower-case word of the text look like a main verb of Indonesian (by its prefix) or like a verb of saying?"""
    return any(found[0] not in _NO_VERB for found in _VERB.finditer(text))
