"""Tells the numbers that are figures from those that are part of a name, an address, an idiom, an age, a score or a serial."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from saksi.reading.figure_text import CountedNouns

_SERIAL: Final = 1e7
"""A bare figure from here on, written without marks, is a telephone or serial number."""
DASHES: Final = frozenset(["-", "\u2013"])
_ONES: Final = frozenset(["one", "satu"])
_ORDINAL_ENDS: Final = frozenset(["st", "nd", "rd", "th", "s"])
_MONEY: Final = frozenset(["USD", "EUR", "GBP", "IDR", "JPY", "CNY", "INR", "RUB", "MYR", "CHF", "SAR", "THB", "PHP", "BTC", "SGD", "AUD"])


class FigureNames(CountedNouns):
    """Judges the number at a place of a text by the words around it."""

    __slots__ = ()

    def stands_alone(self, figure: int, start: int, end: int, qualifiers: Sequence[str], ranged: bool) -> bool:
        """Is a figure without measure and noun still one: qualified, announced, grouped in thousands, or "two of them"?"""
        lexeme = self.lexemes[figure]
        if lexeme.number == 0.5 or (lexeme.number == 1 and lexeme.word in _ONES):
            return False
        if lexeme.shape == "v":
            return True
        if "least" in qualifiers or "most" in qualifiers or ("between" in qualifiers and ranged):
            return not self.is_compound(end)
        for words, _ in self.words.after.get(self.word(end), ()):
            if all(self.word(end + nth) == word for nth, word in enumerate(words)):
                return not ranged
        if self.is_compound(end) or lexeme.shape == "y" or (self.word(start - 1) == "," and self.word(end) == ","):
            return False
        grouped = lexeme.shape == "n" and (lexeme.scaled or (lexeme.number or 0.0) >= 1000) and not lexeme.word.isdigit()
        announced = self.word(start - 2 if self.word(start - 1) == "of" else start - 1) in self.words.lists["amounts"]
        return (grouped and lexeme.word[:1].isdigit()) or bool(qualifiers) or (announced and not self.capital(end))

    def is_compound(self, end: int) -> bool:
        """Is the figure the first half of a compound ("two-state", "two-thirds")?"""
        return self.word(end) in DASHES and self.adjacent(end) and self.adjacent(end + 1)

    def is_name(self, figure: int, start: int, end: int, unit: str | None, ranged: bool, qualified: bool) -> bool:
        """Is the number part of a name, address, ordinal, idiom, age, score, list or time rather than a figure?"""
        lexeme, lists = self.lexemes[figure], self.words.lists
        before, after = self.word(start - 1), self.word(end)
        if unit is not None:
            return self.is_numbered(start) and not qualified and unit not in _MONEY
        if after in self.words.times or before in lists["ages"] or (after in _ORDINAL_ENDS and self.adjacent(end)) or self.is_compound(end):
            return True
        if self.is_numbered(start) and not qualified and after not in lists["count_words"]:
            return True
        one = lexeme.number == 1 and lexeme.word in _ONES
        if one and (before in lists["before"] or after in lists["after_one"] or not self.counts_one(end)):
            return True
        if after in lists["after"]:
            return True
        if (ranged or lexeme.high is not None) and (
            after in lists["scores"] or any(self.word(start - back) in lists["scores"] for back in range(1, 6))
        ):
            return True
        return not qualified and self.is_serial(figure, start, end)

    def is_numbered(self, start: int) -> bool:
        """Does a word stand before the figure that makes it a number of something: "Article 5", "No. 5", not "no 5,000"?"""
        at = start - 2 if self.word(start - 1) == "." else start - 1
        return self.word(at) in self.words.lists["numbered"] and (self.word(at) != "no" or self.capital(at))

    def counts_one(self, end: int) -> bool:
        """Is "one" a count here, not a pronoun or article: before a person in English, any noun in Indonesian?"""
        return self.language == "id" or self.word(end) in self.words.lists["count_words"]

    def is_serial(self, figure: int, start: int, end: int) -> bool:
        """Is a bare number a serial, a list mark, a year, an age in brackets or part of a proper name?"""
        lexeme, after = self.lexemes[figure], self.word(end)
        plain = lexeme.word.isdigit()
        if (plain and not lexeme.scaled and (lexeme.number or 0.0) >= _SERIAL) or (
            lexeme.word[0] == "0" and lexeme.word[1:2] in "0123456789"
        ):
            return True
        if self.word(start - 1) in ("(", "[") and after in (")", "]"):
            return True
        if (start == 0 or self.lexemes[start - 1].shape == "b") and after in (".", ")"):
            return True
        lists = self.words.lists
        if lexeme.shape == "y":
            return after not in lists["count_words"] and after not in lists["counted"]
        if self.capital(start - 1) and plain and (not self.opens(start - 1) or self.camel(start - 1)):
            return after not in lists["count_words"]
        return self.capital(figure) and not self.opens(figure) and (self.capital(figure - 1) or self.capital(end))
