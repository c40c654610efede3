"""Reads counts without a number ("ratusan", "tens of thousands") and parts of a whole ("dua pertiga", "one in five")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from saksi.reading.lexeme import Lexeme
from saksi.reading.number_words import Numbers

_MOST_PARTS: Final = 1000
"""A share out of more than this is two counts."""


def loose_number(cut: Sequence[Lexeme], at: int, words: Numbers) -> tuple[Lexeme, int] | None:
    """The count without a number, or the part in one word, at a place, and the place after it; None where there is none."""
    word = cut[at].word
    if word in words.shares:
        return _made(cut, at, at + 1, 1 / words.shares[word], None, "n", True), at + 1
    if word in words.some:
        return _some(cut, at, words)
    low, high = words.vague[word]
    end, scale = at + 1, 1.0
    while end < len(cut) and words.roles.get(cut[end].word) == "scales":
        scale *= words.worth[cut[end].word]
        end += 1
    if _word(cut, end) in words.of and (greater := words.vague.get(_word(cut, end + 1))) is not None and greater[0] > low:
        scale, end = scale * greater[0], end + 2
    elif word in words.with_of and _word(cut, end) not in words.of:
        return None
    most = None if high is None else (high + 1) * scale - 1
    return _made(cut, at, end, low * scale, most, "v", False), end


def _some(cut: Sequence[Lexeme], at: int, words: Numbers) -> tuple[Lexeme, int] | None:
    """Beberapa ratus, several thousand: from two to nine of them."""
    end, scale = at + 1, 1.0
    while end < len(cut) and words.roles.get(cut[end].word) in ("scales", "multipliers") and words.worth[cut[end].word] >= 12:
        scale *= words.worth[cut[end].word]
        end += 1
    if scale == 1.0:
        return None
    start = at - 1 if at and words.roles.get(cut[at - 1].word) == "articles" else at
    return _made(cut, start, end, 2 * scale, 9 * scale, "v", False), end


def share(cut: Sequence[Lexeme], at: int, words: Numbers) -> tuple[Lexeme, int] | None:
    """The part of a whole that begins at a place: dua pertiga, a third of, two-thirds of, one in five; None for another number."""
    if words.roles.get(cut[at].word) == "halves":
        return _half_of(cut, at, words)
    count = _small(cut[at], words)
    if count is None:
        return None
    behind = at + 2 if _word(cut, at + 1) == "-" else at + 1
    parts = words.behind.get(_word(cut, behind))
    if parts is not None and count < parts and (not words.articles_open or _word(cut, behind + 1) in words.of):
        return _made(cut, at, behind + 1, count / parts, None, "n", True), behind + 1
    return _out_of(cut, at, count, words)


def _half_of(cut: Sequence[Lexeme], at: int, words: Numbers) -> tuple[Lexeme, int] | None:
    """Half of the voters, setengah dari warga; the first half of 2021 and half of the year are times."""
    if _word(cut, at + 1) not in words.of or (at and (cut[at - 1].word in words.hyphened or words.roles.get(cut[at - 1].word) is not None)):
        return None
    following = cut[at + 2 : at + 4]
    if not following or following[0].shape != "w" or any(lexeme.word in words.lasting for lexeme in following):
        return None
    return _made(cut, at, at + 1, 0.5, None, "n", True), at + 1


def _out_of(cut: Sequence[Lexeme], at: int, count: float, words: Numbers) -> tuple[Lexeme, int] | None:
    """Satu dari lima, one in five, three out of ten; a unit of time behind it makes two counts."""
    if _word(cut, at + 1) not in words.out_of or words.roles.get(cut[at].word) == "articles":
        return None
    last = at + 3 if _word(cut, at + 1) == "out" and _word(cut, at + 2) in words.of else at + 2
    if last >= len(cut) or (_word(cut, at + 1) == "out" and last == at + 2):
        return None
    parts = _small(cut[last], words)
    following = cut[last + 1] if last + 1 < len(cut) else None
    if parts is None or not count < parts <= _MOST_PARTS or following is None or following.shape != "w":
        return None
    if (words.out_of_these and parts not in words.out_of_these) or (at and cut[at - 1].word in words.not_behind):
        return None
    if following.word in words.lasting or words.roles.get(following.word) is not None or words.roles.get(cut[last].word) == "articles":
        return None
    return _made(cut, at, last + 1, count / parts, None, "n", True), last + 1


def _small(lexeme: Lexeme, words: Numbers) -> float | None:
    """The whole number of one word or of digits; an article is one."""
    role = words.roles.get(lexeme.word)
    if role == "addends":
        return words.worth[lexeme.word]
    if role == "articles":
        return 1.0
    return float(lexeme.word) if lexeme.shape == "n" and lexeme.word.isdigit() else None


def _word(cut: Sequence[Lexeme], place: int) -> str:
    return cut[place].word if 0 <= place < len(cut) else ""


def _made(cut: Sequence[Lexeme], start: int, end: int, low: float, high: float | None, shape: str, part: bool) -> Lexeme:
    return Lexeme(cut[start].start, cut[end - 1].end, cut[start].word, shape, low, high, True, part)
