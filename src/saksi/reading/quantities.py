"""Finds the figures of a text: counts and measures with their ends, unit and counted noun; times, ages and names are none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from saksi.reading.figure_names import DASHES, FigureNames
from saksi.reading.lexeme import Lexeme
from saksi.records import Mention, QuantityValue, Span
from saksi.records.ids import content_id
from saksi.words.packs import LANGUAGES

_COLDEST_BARE, _HOTTEST_BARE = 10, 60
"""Degrees between which digits with a bare C or F behind them are taken for a temperature."""

_QUALIFIERS: Final = 3
"""Qualifiers before one figure ("diperkirakan sedikitnya sekitar")."""


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


class _Reader(FigureNames):
    """Reads the figures of one text."""

    __slots__ = ()

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
        if vague and self.lexemes[figure].high is None:
            return _Phrase(start=start, end=end, value=QuantityValue(unit=unit, of=of, approximate=True, order=low))
        return _Phrase(start=start, end=end, value=self.value(low, high, unit, of, qualifiers, ranged, vague))

    def value(
        self, low: float, high: float, unit: str | None, of: str | None, qualifiers: Sequence[str], ranged: bool, vague: bool = False
    ) -> QuantityValue:
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

    def range_end(self, first: _Amount, between: bool) -> _Amount | None:
        """The amount that closes a range which `first` opens: "15 hingga 20", "between 8 and 12"; None where none does."""
        link = self.word(first.end)
        if link not in self.words.lists["to"] and link not in DASHES and not (between and link in self.words.lists["and"]):
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
