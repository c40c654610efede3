"""Clause parts: the stretches between commas before a verb, over brackets, quotations and parentheses of dashes."""

from __future__ import annotations

from typing import Final

from saksi.reading.laid_out import LONGEST_TITLE, LaidOut
from saksi.reading.parties import Stretch
from saksi.reading.phrases import (
    MOST_PARTS,
)
from saksi.reading.verbs import finite_at, past_like

DASHES: Final = frozenset("-–—")


def bracket_before(laid: LaidOut, closing: int, left: int) -> int:
    """Token of the bracket that `closing` closes, -1 where there is none within 12 tokens."""
    for j in range(closing - 1, max(left, closing - 12) - 1, -1):
        if laid.tokens.words[j] == "(":
            return j
    return -1


def clause_parts(laid: LaidOut, j: int, left: int, verb: int) -> list[Stretch]:
    """The stretches between commas from `j` leftward to the start of the clause, nearest first; (k, k-1) is empty."""
    words = laid.tokens.words
    parts: list[Stretch] = []
    end = i = j
    while i >= left and len(parts) < MOST_PARTS:
        word = words[i]
        if word == ")" and (opening := bracket_before(laid, i, left)) >= 0:
            i = opening - 1
            continue
        if laid.quote_of[i] >= 0 and laid.quote_of[i] != laid.quote_of[verb]:
            opening = laid.quote_of[i]
            if opening < left or not _part_of_name(laid, opening, verb):
                break
            if words[i - 1] == "," and i == laid.closing.get(opening):
                parts.append((i + 1, end))
                end = i
            i = opening - 1
            continue
        if word in DASHES and not parts and end == i and (opening := _dashed(laid, i, left)) > left:
            i = end = opening - 1
            continue
        if word == ",":
            parts.append((i + 1, end))
            end = i - 1
        elif _stands_free(laid, i) or _opens(laid, i, end, left, parts):
            break
        i -= 1
    parts.append((i + 1, end))
    return parts


def _stands_free(laid: LaidOut, i: int) -> bool:
    """Whether a dash that is glued to no word before it stands here."""
    return laid.tokens.words[i] in DASHES and (i == 0 or laid.tokens.ends[i - 1] != laid.tokens.starts[i])


def _opens(laid: LaidOut, i: int, end: int, left: int, parts: list[Stretch]) -> bool:
    """Whether the clause opens behind token `i`: a mark, or a conjunction that is no part of the subject."""
    word, sets = laid.tokens.lower[i], laid.lang.singles
    if laid.tokens.words[i] in ";:" or word == "\n\n" or (word in sets["but"] and not _inserted(laid, i, left)):
        return True
    if word in sets["complementizers"] and not (all(a > b for a, b in parts) and _describes(laid, i, end, left)):
        return True
    if word in sets["relative"] and i > left and laid.tokens.lower[i - 1] in sets["relative_prepositions"]:
        return True
    return not parts and _opens_nearest(laid, i, end, left)


def _describes(laid: LaidOut, i: int, end: int, left: int) -> bool:
    """Whether an English relative describes the noun before it, which is the subject ("The clerk that left said")."""
    return laid.lang.code == "en" and laid.tokens.lower[i] in laid.lang.singles["relative"] and i < end and _noun_before(laid, i, left)


def _opens_nearest(laid: LaidOut, i: int, end: int, left: int) -> bool:
    """Whether a word opens the clause where no comma stands between it and the verb: "which critics said", "when Lee said"."""
    word, sets = laid.tokens.lower[i], laid.lang.singles
    if word in sets["object_relatives"] and i < end and _plain(laid, i + 1, end):
        return True
    if laid.lang.code == "en" and word in sets["question_words"] and word not in sets["relative"]:
        return True
    return i not in laid.titles and (word in sets["while"] or word in sets["because"]) and end > i and _opens_clause(laid, i, left)


LONGEST_DASHED: Final = 30
"""Tokens that a parenthesis between dashes may hold."""


def _dashed(laid: LaidOut, closing: int, left: int) -> int:
    """The dash that opens the parenthesis which `closing` closes ("the judge — who was ill — said"), -1 without one."""
    first = closing - 1 if closing > left and laid.tokens.words[closing - 1] in DASHES else closing
    for i in range(first - 2, max(left, first - LONGEST_DASHED) - 1, -1):
        if laid.dash(i):
            return i - 1 if i - 1 > left and laid.tokens.words[i - 1] in DASHES else i
    return -1


def _inserted(laid: LaidOut, i: int, left: int) -> bool:
    """ "Lee, however, said": a connective between commas."""
    words = laid.tokens.words
    return i > left and words[i - 1] == "," and i + 1 < len(words) and words[i + 1] == ","


def _part_of_name(laid: LaidOut, opening: int, verb: int) -> bool:
    """Whether a short quote belongs to the phrase ("the \"Creek Lions\" claimed"), not to what was said before it."""
    words, closing = laid.tokens.words, laid.closing[laid.quote_of[opening]]
    if closing - opening > LONGEST_TITLE or opening == 0 or not laid.tokens.word(opening - 1):
        return False
    return words[closing - 1] not in ",.?!" or closing == verb - 1 or laid.title_at(laid.quote_of[opening])


def _opens_clause(laid: LaidOut, i: int, left: int) -> bool:
    """Whether a conjunction opens a clause here; inside an Indonesian subject it opens an adverbial ("Bima saat dihubungi")."""
    if laid.lang.code == "id" and laid.tokens.lower[i + 1] in laid.lang.singles["definite"]:
        return False
    return (
        laid.lang.code == "en"
        or i <= left
        or not laid.tokens.word(i - 1)
        or laid.tokens.lower[i] not in laid.lang.singles["adverbial_openers"]
    )


def _plain(laid: LaidOut, first: int, last: int) -> bool:
    """Whether a stretch is a subject without any verb ("which critics said", not "groups that came said")."""
    return not any(finite_at(laid, i) or past_like(laid, i) or laid.lang.cue_at(laid.tokens.lower, i) for i in range(first, last + 1))


def _noun_before(laid: LaidOut, i: int, left: int) -> bool:
    return i > left and laid.tokens.word(i - 1) and laid.lang.cue_at(laid.tokens.lower, i - 1) is None
