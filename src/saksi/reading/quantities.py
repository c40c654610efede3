"""Finds the figures of a text: counts and measures with their ends, unit and counted noun; times, ages and names are none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from saksi.reading.lexemes import Lexeme
from saksi.reading.number_words import numbers
from saksi.reading.quantity_words import QuantityWords, quantity_words
from saksi.records import Mention, QuantityValue, Span
from saksi.records.ids import content_id
from saksi.words.packs import LANGUAGES

_QUALIFIERS = 3
"""Qualifiers before one figure ("diperkirakan sedikitnya sekitar")."""

_NOUN_REACH = 4
"""Words behind an English figure in which its noun may stand ("two Iranian patrol boats")."""

_SERIAL = 1e7
"""A bare figure from here on, written without marks, is a telephone or serial number."""


def find_quantities(text: str, cut: Sequence[Lexeme], language: str, taken: Sequence[Span]) -> tuple[Mention, ...]:
    """The figures of a text in their order, each with its QuantityValue; none where the language has no pack.

    `cut` are the text's words and figures, as `numerals.lexemes` reads them; `taken` are stretches that are no figures, such
    as the times of the text. "At least" fills `low` only, "up to" `high` only. `unit` is a measure or currency code, `of` the
    counted noun as it stands in the text, or what an earlier figure counted where the noun is left out ("sekitar 70-80 lainnya").
    """
    if language not in LANGUAGES:
        return ()
    reader = _Reader(text, cut, language)
    free = _free_figures(reader.lexemes, taken)
    found: list[Mention] = []
    place = 0
    for figure in free:
        if figure < place:
            continue
        phrase = reader.phrase(figure)
        if phrase is not None:
            place = phrase.end
            found.append(_mention(text, reader.lexemes, phrase))
    return tuple(found)


def _free_figures(cut: Sequence[Lexeme], taken: Sequence[Span]) -> list[int]:
    """The places of numbers that no taken stretch holds."""
    free: list[int] = []
    stretches = sorted((span.start, span.end) for span in taken)
    nth = 0
    for place, lexeme in enumerate(cut):
        if lexeme.number is None:
            continue
        while nth < len(stretches) and stretches[nth][1] <= lexeme.start:
            nth += 1
        if nth == len(stretches) or lexeme.end <= stretches[nth][0]:
            free.append(place)
    return free


def _mention(text: str, cut: Sequence[Lexeme], phrase: _Phrase) -> Mention:
    start, end = cut[phrase.start].start, cut[phrase.end - 1].end
    return Mention(
        start=start, end=end, text=text[start:end], id=content_id("mention", start, end, "quantity"), kind="quantity", value=phrase.value
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrase:
    """The lexemes of one figure with all that belongs to it, `end` excluded."""

    start: int
    end: int
    value: QuantityValue


@dataclass(frozen=True, slots=True, kw_only=True)
class _Amount:
    """One number with its currency sign or measure, `end` excluded."""

    start: int
    end: int
    low: float
    high: float
    unit: str | None
    scale: float


class _Reader:
    """Reads figures of one text; remembers the noun that was counted last."""

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

    def phrase(self, figure: int) -> _Phrase | None:
        """The figure at a place with its qualifiers, range, measure or noun; None where it is no figure."""
        first = self.amount(figure)
        if self.lexemes[figure].share:
            return self.share(figure)
        start, end, unit, low, high = first.start, first.end, first.unit, first.low, first.high
        qualifiers, start = self.qualifiers(start)
        last = self.range_end(first, "between" in qualifiers)
        if last is not None:
            end, unit, high = last.end, last.unit or unit, last.high
            low = low * last.scale if first.scale == 1 and last.scale > 1 and first.low < last.low / last.scale else low
        elif qualifiers and qualifiers[-1] == "between":
            start += 1
        ranged = last is not None or low != high
        if self.is_name(figure, start, end, unit, ranged, bool(qualifiers)):
            return None
        of: str | None = None
        if unit is None:
            noun = self.noun(end + (self.lexemes[figure].shape == "v" and self.word(end) in self.words.lists["share_links"]))
            if noun is None and not self.stands_alone(figure, start, end, qualifiers, ranged):
                return None
            end, of = noun if noun is not None else (end, self.counted)
            self.counted = of
        vague = self.lexemes[figure].shape == "v"
        return _Phrase(start=start, end=end, value=self.value(low, high, unit, of, qualifiers, ranged, vague))

    def value(self, low: float, high: float, unit: str | None, of: str | None, qualifiers: Sequence[str], ranged: bool, vague: bool = False) -> QuantityValue:
        """The ends that qualifiers leave: "at least" the low one, "up to" the high one."""
        about = "about" in qualifiers or vague
        if not ranged and "least" in qualifiers:
            return QuantityValue(low=low, unit=unit, of=of, approximate=about)
        if not ranged and ("most" in qualifiers or "reach" in qualifiers):
            return QuantityValue(high=high, unit=unit, of=of, approximate=about)
        return QuantityValue(low=low, high=high, unit=unit, of=of, approximate=about)

    def amount(self, figure: int) -> _Amount:
        """The number at a place with the sign before it and the measure behind it."""
        lexeme = self.lexemes[figure]
        low = lexeme.number or 0.0
        high = low if lexeme.high is None else lexeme.high
        start, sign = self.sign(figure)
        end, scale = figure + 1, self.scale(lexeme)
        if sign is not None and self.adjacent(end) and (worth := self.words.shorthands.get(self.word(end))) is not None:
            low, high, end, scale = low * worth, high * worth, end + 1, worth
        if lexeme.shape == "v" and self.word(end) in self.words.lists["share_links"] and (found := self.measure(end + 1))[0] is not None:
            return _Amount(start=start, end=found[1], low=low, high=high, unit=sign or found[0], scale=scale)
        if self.is_heat(figure):
            return _Amount(start=start, end=end + 1, low=low, high=high, unit=f"deg{self.word(end).upper()}", scale=scale)
        after = end + 1 if self.word(end) == "-" and self.adjacent(end) and self.adjacent(end + 1) else end
        unit, stop = self.measure(after)
        if unit is not None:
            return _Amount(start=start, end=stop, low=low, high=high, unit=sign or unit, scale=scale)
        return _Amount(start=start, end=end, low=low, high=high, unit=sign, scale=scale)

    def scale(self, lexeme: Lexeme) -> float:
        """What the last word of a number multiplies by: 1e6 for "2.4 million", 1 where none does."""
        if not lexeme.scaled:
            return 1.0
        return self.scales.get(self.text[lexeme.start : lexeme.end].split()[-1].lower(), 1.0)

    def adjacent(self, place: int) -> bool:
        """Does the lexeme at a place stand right behind the one before it?"""
        return 0 < place < len(self.lexemes) and self.lexemes[place].start == self.lexemes[place - 1].end

    def sign(self, figure: int) -> tuple[int, str | None]:
        """Where an amount begins, and the currency whose sign stands before it: $, US$, Rp, Rp."""
        at = figure - 1
        if self.word(at) == "." and self.word(at - 1) in self.words.signs and self.adjacent(at):
            at -= 1
        currency = self.words.signs.get(self.word(at))
        if currency is None:
            return figure, None
        if self.word(at) == "$" and self.adjacent(at) and (wider := self.words.signs.get(self.word(at - 1) + "$")) is not None:
            return at - 1, wider
        return at, currency

    def is_heat(self, figure: int) -> bool:
        """Do digits with a C or F glued to them tell a temperature ("25C"), not a seat or a class ("7C")?"""
        end = figure + 1
        size = self.lexemes[figure].number or 0.0
        return self.word(end) in ("c", "f") and self.capital(end) and self.adjacent(end) and _COLDEST_BARE <= size <= _HOTTEST_BARE

    def measure(self, place: int) -> tuple[str | None, int]:
        """The measure or currency that stands at a place, and the place behind it."""
        for words, unit in self.words.units.get(self.word(place), ()):
            if all(self.word(place + nth) == word for nth, word in enumerate(words)):
                return unit, place + len(words)
        return None, place

    def qualifiers(self, start: int) -> tuple[list[str], int]:
        """What qualifies the figure that begins at a place, and where the first qualifier begins."""
        found: list[str] = []
        while len(found) < _QUALIFIERS:
            entries = self.words.before.get(self.word(start - 1), ())
            fitting = next((entry for entry in entries if self.stands_before(entry[0], start)), None)
            if fitting is None or (fitting[1] == "between" and found):
                break
            start -= len(fitting[0])
            found.append(fitting[1])
        return found, start

    def stands_before(self, words: Sequence[str], place: int) -> bool:
        """Do these words stand right before a place?"""
        first = place - len(words)
        return first >= 0 and all(self.word(first + nth) == word for nth, word in enumerate(words))

    def range_end(self, first: _Amount, between: bool) -> _Amount | None:
        """The amount that closes a range which `first` opens: "15 hingga 20", "between 8 and 12"; None where none does."""
        link = self.word(first.end)
        if link not in self.words.lists["to"] and link not in _DASHES and not (between and link in self.words.lists["and"]):
            return None
        for figure in range(first.end + 1, min(first.end + 4, len(self.lexemes))):
            lexeme = self.lexemes[figure]
            if lexeme.number is not None and lexeme.high is None:
                last = self.amount(figure)
                same = first.unit is None or last.unit in (None, first.unit)
                apart = first.low > last.high or self.changes(first.start)
                return last if same and not apart and last.start == first.end + 1 and first.low == first.high else None
        return None

    def changes(self, start: int) -> bool:
        """Does a verb of change before "from" make two figures of it ("rose from 2 million to 3 million")?"""
        return self.word(start - 1) in self.words.lists["from"] and any(
            self.word(at) in self.words.lists["changes"] for at in range(max(start - 5, 0), start - 1)
        )

    def share(self, figure: int) -> _Phrase | None:
        """A part of a whole in percent: "dua pertiga pemilih", "one in five of the children"."""
        lexeme, lists = self.lexemes[figure], self.words.lists
        qualifiers, start = self.qualifiers(figure)
        end = figure + 1
        while end < figure + 3 and self.word(end) in lists["share_links"]:
            end += 1
        noun = self.noun(end)
        if noun is None and not qualifiers and self.word(figure + 1) not in lists["share_links"]:
            return None
        end, of = noun if noun is not None else (figure + 1, None)
        percent = round(100 * (lexeme.number or 0.0), 2)
        return _Phrase(start=start, end=end, value=self.value(percent, percent, "%", of, qualifiers, False))

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

    def stands_alone(self, figure: int, start: int, end: int, qualifiers: Sequence[str], ranged: bool) -> bool:
        """Is a figure without measure and noun still one: qualified, announced, grouped in thousands, or "two of them"?"""
        lexeme = self.lexemes[figure]
        if lexeme.number == 0.5 or lexeme.number == 1:
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
        return self.word(end) in _DASHES and self.adjacent(end) and self.adjacent(end + 1)

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
        if (ranged or lexeme.high is not None) and (after in lists["scores"] or any(self.word(start - back) in lists["scores"] for back in range(1, 6))):
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


_COLDEST_BARE, _HOTTEST_BARE = 10, 60
_OPENERS = frozenset([".", "!", "?", ":", '"', "\u201c", "\u2018", "'", "\u2014", ";"])
_DASHES = frozenset(["-", "\u2013"])
_ONES = frozenset(["one", "satu"])
_ORDINAL_ENDS = frozenset(["st", "nd", "rd", "th", "s"])
_MONEY = frozenset(["USD", "EUR", "GBP", "IDR", "JPY", "CNY", "INR", "RUB", "MYR", "CHF", "SAR", "THB", "PHP", "BTC", "SGD", "AUD"])
