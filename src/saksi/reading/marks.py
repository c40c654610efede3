"""Marks: what each quotation mark of a text may be, by its glyph and by what stands around it; who pairs with whom is not decided here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from saksi.reading.tokens import Tokens
from saksi.words.packs import load

DOUBLE: Final = frozenset(
    [
        '"',
        "“",
        "”",
        "„",
        "‟",
        "«",
        "»",
        "＂",
        "「",
        "」",
        "『",
        "』",
        "〝",
        "〞",
        "〟",
        "❝",
        "❞",
        "″",
        "''",
        "``",
        "’’",
        "‘‘",
        "´´",
        ",,",
        '""',
    ]
)
SINGLE: Final = frozenset("'‘’‚‛‹›`´＇❛❜")
MARKS: Final = DOUBLE | SINGLE
OPENS: Final = frozenset(["“", "„", "«", "‘", "‚", "‹", "「", "『", "〝", "❝", "❛", "``", "‘‘", ",,"])
CLOSES: Final = frozenset(["”", "»", "’", "›", "」", "』", "〞", "〟", "❞", "❜", "’’"])
INCHES: Final = frozenset(['"', "”", "″", "''", "’’"])

_BEFORE_OPENING: Final = frozenset(",-–—:;/")
_BEHIND_OPENING: Final = frozenset("([\"'‘“.…$€£#@-–—")
_CUT_SHORT: Final = frozenset(load("en", "grammar")["cut_short"])
"""English words that are written with an apostrophe for a lost beginning; a quotation in Indonesian may hold them too."""

GENITIVES: Final = ("'s", "’s")
"""The English genitive, which is written like a shortened "is"."""
POSSESSIVES: Final = frozenset({*GENITIVES, "'", "’"})
"""The ends of an English owner ("Oslo's", "the drivers'")."""

ODD, ODD_SINGLE = 40, 20
"""What it costs to pass over a mark, a single one less: it may be the apostrophe of a name."""
WRONG_SIDE, WRONG_GLYPH = 30, 5

SINGLE_WRONG_SIDE: Final = 2
"""How much more that costs with a single mark: two apostrophes are likelier than a quote with a misplaced mark."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark at a token: what it costs to take it as an opening mark, as a closing one, or as none at all.

    `soft` where it could be an apostrophe that only looks like a closing mark.
    """

    token: int
    double: bool
    opens: int
    closes: int
    passed: int
    soft: bool = False


def mark_at(tokens: Tokens, i: int) -> Mark:
    """The mark at token `i`, which is one of MARKS."""
    opens, closes = _sides(tokens, i)
    if tokens.words[i] in DOUBLE:
        return Mark(i, True, opens, closes, _passed_double(tokens, i))
    return _single(tokens, i, opens, closes)


def apostrophe(tokens: Tokens, i: int) -> bool:
    """Whether the single mark at `i`, if it has no partner, belongs to the word before or behind it."""
    return mark_at(tokens, i).passed < ODD_SINGLE


def last_inside(tokens: Tokens, closing: int) -> int:
    """The last token inside a quote that is no mark of a quote nested in it."""
    return next((i for i in range(closing - 1, closing - 3, -1) if tokens.words[i] not in MARKS), closing - 1)


def free_start(tokens: Tokens, i: int) -> bool:
    """Whether the mark at `i` stands like an opening one: nothing but space or an opening bracket before, a word behind."""
    opens, closes = _sides(tokens, i)
    return opens < closes


def _around(tokens: Tokens, i: int) -> tuple[str, str]:
    """The characters before and behind a token, a blank at the text's ends."""
    text, start, end = tokens.text, tokens.starts[i], tokens.ends[i]
    return text[start - 1] if start else " ", text[end] if end < len(text) else " "


def _sides(tokens: Tokens, i: int) -> tuple[int, int]:
    """The costs of opening and closing: by the spaces around the mark, and where they leave it open by its glyph."""
    before, after = _around(tokens, i)
    glyph = tokens.words[i]
    free_before = before.isspace() or before in "([{" or before in OPENS
    free_after = after.isspace() or not (after.isalnum() or after in OPENS or after in _BEHIND_OPENING)
    if free_before and not free_after:
        return 0, WRONG_SIDE
    if free_after and not free_before:
        return WRONG_SIDE, 0
    return (WRONG_GLYPH if glyph in CLOSES else 0), (WRONG_GLYPH if glyph in OPENS and before not in _BEFORE_OPENING else 0)


def _passed_double(tokens: Tokens, i: int) -> int:
    """What it costs to pass over a double mark: little behind a figure, where it means inches, less inside a sentence than at its head."""
    before, after = _around(tokens, i)
    if before.isdigit() and tokens.words[i] in INCHES:
        word = tokens.words[i - 1]
        return 0 if "'" in word or "’" in word else 12
    return ODD - 5 if after.islower() and i > 0 and tokens.word(i - 1) else ODD


def _single(tokens: Tokens, i: int, opens: int, closes: int) -> Mark:
    """A single mark: it may be the apostrophe of a year, of a word cut short, of an owner, or of an Arabic letter."""
    before, after = _around(tokens, i)
    opens, closes = opens * SINGLE_WRONG_SIDE, closes * SINGLE_WRONG_SIDE
    following = tokens.words[i + 1] if i + 1 < len(tokens) else ""
    if opens < closes:
        if following[:2].isdigit() and not following[2:3].isdigit():
            return Mark(i, False, opens + 1, closes, 3)
        return Mark(i, False, opens, closes, 2 if following.lower() in _CUT_SHORT else ODD_SINGLE)
    if before.isdigit() and closes < opens:
        return Mark(i, False, opens, closes + 2, 2, soft=True)
    if not before.isalpha() or closes >= opens:
        return Mark(i, False, opens, closes, ODD_SINGLE)
    owner = before in "sSzZxX"
    if not after.isspace():
        return Mark(i, False, opens, closes + 2, 2 if owner else 15, soft=owner)
    if following.lower() == "n" or tokens.lower[i - 1] in _CUT_SHORT:
        return Mark(i, False, opens, closes + 12, 0, soft=True)
    return Mark(i, False, opens, closes + (12 if owner else 4), 0 if owner else 15, soft=True)
