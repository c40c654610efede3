"""Gender: whether he or she can be somebody, by title, role, given name or the text's own pronouns; nothing more is concluded."""

from __future__ import annotations

from functools import cache
from typing import Final, Literal

from saksi.reading.figure import Figure
from saksi.reading.laid_out import LaidOut
from saksi.reading.language import Language
from saksi.words.packs import load_shared

Gender = Literal["female", "male", ""]

MENTIONS_LOOKED_AT: Final = 12
"""Mentions of one person before which a title ("Mrs") is looked for; newspapers give it at the second at the latest."""


@cache
def given_names() -> dict[str, Gender]:
    """Given names that tell, as they are written."""
    listed = load_shared("given_names")
    return {**dict.fromkeys(listed["female"], "female"), **dict.fromkeys(listed["male"], "male")}


def gender_of_word(lang: Language, word: str) -> Gender:
    """What a pronoun, title or role in lower case tells: "she" and "chairwoman" female, "mr" male, most words nothing."""
    if word in lang.singles["female"]:
        return "female"
    return "male" if word in lang.singles["male"] else ""


def gender_of(laid: LaidOut, figure: Figure) -> str:
    """ "female", "male", or "" where nothing tells; what was found out once is kept in the figure."""
    if not figure.gender:
        figure.gender = _told(laid, figure)
    return figure.gender


def gender_before(laid: LaidOut, i: int) -> Gender:
    """What the title before the name at token `i` tells ("Mrs. Orr", "spokesman Orr")."""
    lower = laid.tokens.lower
    k = i - 2 if i > 1 and lower[i - 1] == "." else i - 1
    return gender_of_word(laid.lang, lower[k]) if k >= 0 else ""


def _told(laid: LaidOut, figure: Figure) -> Gender:
    for start, _ in figure.spans[:MENTIONS_LOOKED_AT]:
        if told := gender_before(laid, laid.tokens.at(start)):
            return told
    for words in [*figure.roles, *figure.descriptions]:
        for word in words.lower().split():
            if told := gender_of_word(laid.lang, word):
                return told
    return given_names().get(figure.name.split()[0], "") if figure.named else ""
