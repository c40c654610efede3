"""The words around the figures of one text, and the counted noun behind a figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from saksi.reading.lexeme import Lexeme
from saksi.reading.number_words import numbers
from saksi.reading.quantity_words import QuantityWords, quantity_words

_NOUN_REACH: Final = 4
"""Words behind an English figure in which its noun may stand ("two Iranian patrol boats")."""
_OPENERS: Final = frozenset([".", "!", "?", ":", '"', "\u201c", "\u2018", "'", "\u2014", ";"])


class FigureText:
    """The lexemes of one text and the tables of its language; a place beyond the text is an empty word."""

    __slots__ = ("counted", "language", "lexemes", "scales", "text", "words")

    def __init__(self, text: str, cut: Sequence[Lexeme], language: str) -> None:
        self.text = text
        self.language = language
        self.lexemes = cut
        self.words: QuantityWords = quantity_words(language)
        self.scales = numbers(language).worth
        self.counted: str | None = None

    def word(self, place: int) -> str:
        """The word at a place, empty beyond the text."""
        return self.lexemes[place].word if 0 <= place < len(self.lexemes) else ""

    def capital(self, place: int) -> bool:
        """Does the word at a place begin with a capital?"""
        if not 0 <= place < len(self.lexemes) or self.lexemes[place].shape != "w":
            return False
        return not self.text[self.lexemes[place].start : self.lexemes[place].end].islower()

    def camel(self, place: int) -> bool:
        """Has the word at a place a capital behind its first letter, as a brand's ("iPhone")?"""
        word = self.text[self.lexemes[place].start : self.lexemes[place].end]
        return word[:1].islower() and self.capital(place)

    def opens(self, place: int) -> bool:
        """Does a sentence, line or quotation begin at a place?"""
        return place == 0 or self.lexemes[place - 1].shape == "b" or self.word(place - 1) in _OPENERS

    def adjacent(self, place: int) -> bool:
        """Does the lexeme at a place stand right behind the one before it?"""
        return 0 < place < len(self.lexemes) and self.lexemes[place].start == self.lexemes[place - 1].end

    def stands_before(self, words: Sequence[str], place: int) -> bool:
        """Do these words stand right before a place?"""
        first = place - len(words)
        return first >= 0 and all(self.word(first + nth) == word for nth, word in enumerate(words))


class CountedNouns(FigureText):
    """Finds the noun that a figure counts; `counted` is the one that was counted last."""

    __slots__ = ()

    def noun(self, place: int) -> tuple[int, str | None] | None:
        """The counted noun at a place: where it ends, and its words; None where none stands there."""
        word = self.word(place)
        if place >= len(self.lexemes) or self.lexemes[place].shape != "w":
            return None
        if word in self.words.lists["leftover"]:
            return self.doubled(place), self.counted
        if self.language == "id":
            return self.noun_first(place)
        return self.noun_last(place)

    def doubled(self, place: int) -> int:
        """The place behind a word or a doubled word (luka-luka)."""
        return place + 3 if self.word(place + 1) == "-" and self.word(place + 2).startswith(self.word(place)) else place + 1

    def noun_first(self, place: int) -> tuple[int, str | None] | None:
        """Indonesian: the noun opens its phrase, and a name may close it (tentara Armenia)."""
        word = self.word(place)
        known = word in self.words.lists["count_words"]
        if not known and (word in self.words.lists["determiners"] or word in self.words.times or len(word) < 3):
            return None
        if not known and word.startswith(self.words.verb_prefixes) and len(word) > 6:
            return None
        if word in self.words.lists["classifiers"] and (counted := self.classified(place + 1)) is not None:
            return counted
        end = self.doubled(place)
        while end < place + 3 and self.capital(end) and not self.capital(place):
            end += 1
        return end, self.text[self.lexemes[place].start : self.lexemes[end - 1].end]

    def classified(self, place: int) -> tuple[int, str] | None:
        """What a classifier counts (tiga ekor sapi)."""
        word = self.word(place)
        if place >= len(self.lexemes) or self.lexemes[place].shape != "w" or word in self.words.lists["determiners"]:
            return None
        if word in self.words.lists["leftover"] or (word.startswith(self.words.verb_prefixes) and len(word) > 6):
            return None
        end = self.doubled(place)
        return end, self.text[self.lexemes[place].start : self.lexemes[end - 1].end]

    def noun_last(self, place: int) -> tuple[int, str | None] | None:
        """English: adjectives first, the plural closes the phrase."""
        for at in range(place, min(place + _NOUN_REACH, len(self.lexemes))):
            word = self.word(at)
            if word == "-" and at > place and self.adjacent(at) and self.adjacent(at + 1):
                continue
            stop = self.lexemes[at].shape != "w" or word in self.words.lists["determiners"] or word in self.words.times
            if stop:
                return None if at == place or self.lexemes[at].shape == "n" else self.singular(place)
            plural = word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3
            if plural or word in self.words.lists["count_words"] or word.endswith("men"):
                return at + 1, self.text[self.lexemes[at].start : self.lexemes[at].end]
        return self.singular(place)

    def singular(self, place: int) -> tuple[int, str | None] | None:
        """A noun without a plural mark right behind the figure (staff, aircraft); a verb form is none."""
        word = self.word(place)
        if self.capital(place) or word.endswith(("ed", "ing", "ly")) or len(word) < 4:
            return None
        return place + 1, word
