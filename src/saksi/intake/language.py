"""Tells the language of a text by its function words: Indonesian, Malay or English, else None. Tiny and fast on purpose."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from saksi.words.packs import load

LOOKED_AT = 3_000
"""Characters from the start that are looked at; function words are a third of any prose."""

ENOUGH_SHARE = 0.18
"""Share of words that must be function words of the language; prose has .25 to .45, another language under .08."""

ENOUGH_WORDS = 3
"""Fewer than this many function words tell nothing, but for a text of a line or two."""

LINE_WORDS, ENOUGH_IN_LINE = 25, 2
"""A text of fewer words than this is a line or two, in which this many function words must do."""

_WORD = re.compile(r"[^\W\d_]+")


@cache
def _groups() -> dict[str, str]:
    """Each function word with whose it is: "en", "id", "ms", or "both" for what Indonesian and Malay share."""
    indonesian, english = load("id", "functionwords"), load("en", "functionwords")
    lists = {
        "both": indonesian["indonesian"],
        "id": indonesian["only_indonesian"],
        "ms": indonesian["only_malay"],
        "en": english["english"],
    }
    return {str(form): name for name, group in lists.items() for form in group["forms"]}


@cache
def open_endings() -> frozenset[str]:
    """Words on which no printed line ends a sentence; of all packs."""
    return frozenset(str(form) for language in ("id", "en") for form in load(language, "functionwords")["ends_open"]["forms"])


def tell(text: str) -> str | None:
    """The ISO 639-1 code of the text's language ("id", "ms", "en"), None where it is another or too short to tell."""
    words = _WORD.findall(text[:LOOKED_AT].lower())
    total, groups = len(words), _groups()
    counts = Counter(groups[word] for word in words if word in groups)
    malayic, english = counts["id"] + counts["ms"] + counts["both"], counts["en"]
    if max(malayic, english) < (ENOUGH_IN_LINE if total < LINE_WORDS else ENOUGH_WORDS) or max(malayic, english) < ENOUGH_SHARE * total:
        return None
    if english > malayic:
        return "en"
    return "ms" if counts["ms"] > counts["id"] else "id"
