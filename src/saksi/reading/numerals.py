"""Reads numbers, in digits and in words, by the marks and words of a language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import msgspec

from saksi.reading.lexeme import Lexeme
from saksi.reading.lexemes import cut_lexemes, shape_of
from saksi.reading.loose_numbers import loose_number, share
from saksi.reading.number_words import Numbers, as_written, numbers, worth_of
from saksi.reading.tokens import Tokens

_TENS: Final = frozenset({20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0, 90.0})

_FRACTIONS: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75}
"""What may follow a whole number and belong to it: "3½ years", "2 1/2 jam"."""
_WITH_FRACTION: Final = 1000.0
"""Whole numbers from here on are years, sums and codes, which no fraction follows."""

_SPELLED_WORDS: Final = 16
"""Words of one spelled number; longer ones are lists of numbers."""


def lexemes(tokens: Tokens, language: str) -> tuple[Lexeme, ...]:
    """Words, figures and marks of a text, every number read and spelled numbers made one lexeme."""
    cut = cut_lexemes(tokens)
    words = as_written(cut, numbers(language))
    roles = words.roles
    read: list[Lexeme] = []
    place = 0
    for at, lexeme in enumerate(cut):
        if at < place:
            continue
        shape = lexeme.shape
        if shape in "wp":
            if lexeme.word in roles and (spelled := _in_words(cut, at, words)) is not None:
                lexeme, place = spelled
        elif shape in "nyR":
            lexeme, place = (share(cut, at, words) if shape == "n" else None) or _figure(cut, at, words)
        elif shape == "x" and at > 1 and cut[at - 2].word in words.hyphened and cut[at - 1].word in "-\u2013":
            lexeme = _figure(_unglued(cut, at), 0, words)[0]
        read.append(lexeme)
    return tuple(read)


def _in_words(cut: Sequence[Lexeme], at: int, words: Numbers) -> tuple[Lexeme, int] | None:
    """The number that words at a place spell, loosely or as a share, and the place after it."""
    if words.roles[cut[at].word] == "loose":
        return loose_number(cut, at, words)
    return share(cut, at, words) or _spelled(cut, at, words)


def _unglued(cut: Sequence[Lexeme], at: int) -> list[Lexeme]:
    """The figure at a place by its own shape, whatever stands before its hyphen."""
    return [msgspec.structs.replace(cut[at], shape=shape_of(cut[at].word))]


def _figure(cut: Sequence[Lexeme], place: int, words: Numbers) -> tuple[Lexeme, int]:
    """The figure at `place` with its fraction and the scale behind it ("3½", "43,6 triliun", "5bn"), and the place after it."""
    lexeme = cut[place]
    low_text, _, high_text = lexeme.word.replace("\u2013", "-").partition("-")
    low = worth_of(low_text, words)
    high = worth_of(high_text, words) if high_text else None
    if low is None or (high_text and high is None):
        return msgspec.structs.replace(lexeme, shape="x"), place + 1
    after, scale = place + 1, 1.0
    if lexeme.shape == "n" and after < len(cut) and cut[after].word in _FRACTIONS and _takes_fraction(lexeme, cut[after], low):
        low += _FRACTIONS[cut[after].word]
        lexeme = msgspec.structs.replace(lexeme, end=cut[after].end)
        after += 1
    while after < len(cut) and words.roles.get(cut[after].word) == "scales" and scale < 1e12:
        scale *= words.worth[cut[after].word]
        after += 1
    if scale == 1.0:
        return msgspec.structs.replace(lexeme, number=low, high=high), after
    shape = "n" if lexeme.shape == "y" else lexeme.shape
    scaled = msgspec.structs.replace(
        lexeme, end=cut[after - 1].end, shape=shape, number=low * scale, high=None if high is None else high * scale, scaled=True
    )
    return scaled, after


def _takes_fraction(whole: Lexeme, fraction: Lexeme, worth: float) -> bool:
    """Does the fraction belong to the figure right before it, with a blank between at most; no date ("5 1/2" of May) is meant by one."""
    return whole.word.isdigit() and worth < _WITH_FRACTION and fraction.start - whole.end <= 1


def _spelled(cut: Sequence[Lexeme], place: int, words: Numbers) -> tuple[Lexeme, int] | None:
    """The number that words from `place` on spell, and the place after it; None where they spell none."""
    role = words.roles[cut[place].word]
    if role == "joins":
        return None
    sum_ = _Sum()
    at = end = place
    if role == "articles":
        at += 1
        if at < len(cut) and words.roles.get(cut[at].word) != "halves":
            sum_.group = sum_.last = 1.0
            sum_.room = 0.0
    while at < len(cut) and at - place < _SPELLED_WORDS:
        if end > place:
            at = end + _join(cut, end, words)
        if at >= len(cut) or not sum_.take(words.roles.get(cut[at].word, ""), words.worth.get(cut[at].word, 0.0)):
            break
        at = end = at + 1
    if end == place:
        return None
    return Lexeme(cut[place].start, cut[end - 1].end, cut[place].word, "n", sum_.total + sum_.group, None, sum_.scaled), end


class _Sum:
    """A spelled number on its way: `group` waits for a scale, `last` for a multiplier, `room` bounds the next addend."""

    __slots__ = ("ceiling", "group", "last", "room", "scaled", "total")

    def __init__(self) -> None:
        self.total = self.group = self.last = 0.0
        self.room = self.ceiling = float("inf")
        self.scaled = False

    def take(self, role: str, worth: float) -> bool:
        """Count one word in; False where it cannot go on this number."""
        if role == "addends" and worth < self.room:
            self.group += worth
            self.last = worth
            self.room = 10.0 if worth in _TENS else 100.0 if worth == 100 else 0.0
        elif role == "teens" and 0 < self.last < 10:
            self.group, self.last, self.room = self.group + worth, 0.0, 0.0
        elif role == "multipliers" and 0 < self.last < worth:
            self.group, self.last, self.room = self.group + self.last * (worth - 1), 0.0, worth
        elif role == "scales" and self.group > 0 and worth < self.ceiling:
            self._close(self.group * worth, worth)
        elif role == "wholes" and self.group == 0 and worth < self.ceiling:
            self._close(worth, worth)
        elif role == "halves" and self.room in (0.0, float("inf")):
            self.group, self.last, self.room = self.group + worth, 0.0, -1.0
        else:
            return False
        return True

    def _close(self, amount: float, scale: float) -> None:
        self.total, self.group, self.last = self.total + amount, 0.0, 0.0
        self.room = self.ceiling = scale
        self.scaled = True


def _join(cut: Sequence[Lexeme], at: int, words: Numbers) -> int:
    """How many words at `at` only join a spelled number: "and", "and a", "a" before a scale, a hyphen."""
    roles = [words.roles.get(lexeme.word, "") for lexeme in cut[at : at + 3]] + ["", "", ""]
    if roles[0] == "joins":
        return 2 if roles[1] == "articles" and roles[2] == "halves" else 1
    if roles[0] == "articles":
        return 1 if roles[1] == "scales" else 0
    hyphen = (
        cut[at].word == "-" and roles[1] == "addends" and cut[at - 1].end == cut[at].start and cut[at].end == cut[at + 1].start
        if at < len(cut)
        else False
    )
    return 1 if hyphen else 0
