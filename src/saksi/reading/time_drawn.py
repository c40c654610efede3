"""Draws words of one meaning together before times are read: "later than", years and hours in words, dates with a month's name.

Nothing is dated here. A figure that holds two dates ("10/1-11/2/2017") is cut at its dash for the same reason.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from saksi.reading.lexeme import Lexeme
from saksi.reading.time_words import OPENING, Calendar

_SLASHED: Final = r"([0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{2,4})?)"
_TWO_DATES: Final = re.compile(rf"{_SLASHED}[-\u2013]{_SLASHED}")
_TWO_HOURS: Final = re.compile(r"(0[0-9][0-5][0-9])[-\u2013]([01][0-9][0-5][0-9])")
_DAY_AND_YEAR: Final = re.compile(r"([0-9]{1,2})-((?:19|20)[0-9]{2})")

_MAY_DRAW: Final = re.compile(
    rf"[KB@8eiUck{OPENING}nyMxLRXp](?:(?<=[KB@8eiUck{OPENING}])(?=[_gpDPkKBwUX])|(?<=X)(?=_)|(?<=p)(?=_\^)"  # an entry of several words
    r"|(?<=n)(?=-?n)|(?<=[IsMow]n)|(?<=w\u00b7n)|(?<=[ny])(?=[-/]M)|(?<=M)(?=-R)|(?<=[xLR]))"
)
"""Places that may be drawn together with those beside them; the set in front keeps the search fast."""
_CENTURIES: Final = range(15, 22)
_YEARS_IN_FULL: Final = range(1900, 2101)
_PAST_CENTURY: Final = range(20, 100)
"""Years of two digits behind a month's "of" that are the 1900s."""

Drawn = tuple[int, int, list[Lexeme]]
"""The first place that is taken, the one behind the last, and what stands for them."""


def drawn_together(cut: Sequence[Lexeme], kinds: str, words: Calendar) -> Sequence[Lexeme]:
    """The words and figures of a text with those of one meaning made one; `cut` itself where there are none.

    `kinds` has the letter of each, by which the few places are found that may be drawn together.

    "nineteen ninety-six" behind "in" becomes the year 1996, "22/Jan/2019" a date in digits, "prior to" one word of the
    pack. "Nineteen ninety-pound notes" stays two numbers.
    """
    made: list[Lexeme] = []
    behind = 0
    for match in _MAY_DRAW.finditer(kinds):
        place = match.start()
        if place < behind:
            continue
        drawn = _words(cut, place, words) if cut[place].shape == "w" else _figures(cut, place, words)
        if drawn is not None:
            made += cut[behind : drawn[0]]
            made += drawn[2]
            behind = drawn[1]
    return [*made, *cut[behind:]] if behind else cut


def _words(cut: Sequence[Lexeme], place: int, words: Calendar) -> Drawn | None:
    """Words that stand in the pack as one, or a month that opens a date with hyphens ("Sep-23-2020")."""
    for name in words.joins.get(cut[place].word, ()):
        if place + 1 < len(cut) and cut[place + 1].word != name[1]:
            continue
        others = cut[place : place + len(name)]
        if [lexeme.word for lexeme in others] == list(name):
            return place, place + len(name), [_one(others, "w", " ".join(name))]
    behind = cut[place + 1 : place + 3]
    month = _month(cut, place, words) if len(behind) > 1 and behind[0].word == "-" else None
    if month is None:
        return None
    figure = _DAY_AND_YEAR.fullmatch(behind[1].word)
    if figure is None:
        return None
    return place, place + 3, [_one(cut[place : place + 3], "d", f"{figure[2]}-{month:02d}-{int(figure[1]):02d}")]


def _figures(cut: Sequence[Lexeme], place: int, words: Calendar) -> Drawn | None:
    lexeme = cut[place]
    if lexeme.shape == "x" and not words.strokes and (two := _TWO_DATES.fullmatch(lexeme.word)) is not None:
        return place, place + 1, _halves(lexeme, two, "d")
    if lexeme.shape == "R" and (two := _TWO_HOURS.fullmatch(lexeme.word)) is not None:
        return place, place + 1, _halves(lexeme, two, "t")
    if lexeme.shape not in "ny" or lexeme.number is None:
        return None
    if lexeme.word.isalpha():
        return _year(cut, place, words) or _hour(cut, place, words)
    return _month_inside(cut, place, words) or _year_of_month(cut, place, words)


def _halves(lexeme: Lexeme, two: re.Match[str], shape: str) -> list[Lexeme]:
    """Both ends of a figure and the dash between them."""
    ends = [two[1], two[2]] if shape == "d" else [f"{end[:2]}:{end[2:]}" for end in (two[1], two[2])]
    dash = lexeme.start + two.end(1)
    return [
        Lexeme(lexeme.start, dash, ends[0], shape),
        Lexeme(dash, dash + 1, "-", "p"),
        Lexeme(dash + 1, lexeme.end, ends[1], shape),
    ]


def _one(taken: Sequence[Lexeme], shape: str, word: str, number: float | None = None) -> Lexeme:
    return Lexeme(taken[0].start, taken[-1].end, word, shape, number)


def _letter(cut: Sequence[Lexeme], place: int, words: Calendar) -> str:
    """The letter of a word; of a figure or mark its shape; empty beyond the text."""
    if not 0 <= place < len(cut):
        return ""
    return words.readings.get(cut[place].word, ("_",))[0] if cut[place].shape == "w" else cut[place].shape


def _month(cut: Sequence[Lexeme], place: int, words: Calendar) -> int | None:
    letter, number = words.readings.get(cut[place].word, ("_", None))
    return int(number) if letter == "M" else None


def _month_inside(cut: Sequence[Lexeme], place: int, words: Calendar) -> Drawn | None:
    """A date whose month is a word between hyphens or strokes: 22/Jan/2019, 23-Sep-2020, 2019/Aug/01."""
    parts = cut[place : place + 5]
    if len(parts) < 5 or parts[1].word not in ("/", "-") or parts[3].word != parts[1].word or parts[0].end != parts[1].start:
        return None
    month = _month(cut, place + 2, words)
    shapes = parts[0].shape + parts[4].shape
    if month is None or shapes not in ("ny", "yn"):
        return None
    day, year = (parts[0], parts[4]) if shapes == "ny" else (parts[4], parts[0])
    if not (day.word.isdigit() and len(day.word) < 3):
        return None
    return place, place + 5, [_one(parts, "d", f"{int(year.number or 0):04d}-{month:02d}-{int(day.word):02d}")]


def _year_of_month(cut: Sequence[Lexeme], place: int, words: Calendar) -> Drawn | None:
    """The year of "April of 87" and "the summer of '69", with its apostrophe."""
    figure = cut[place].word
    marked = _letter(cut, place - 1, words) == "p" and cut[place - 1].word in ("'", "\u2019", "\u2018")
    of = place - 1 - marked
    if len(figure) != 2 or not figure.isdigit() or _letter(cut, of, words) != "w" or _letter(cut, of - 1, words) not in ("M", "F"):
        return None
    if int(figure) not in _PAST_CENTURY:
        return None
    return of + 1, place + 1, [_one(cut[of + 1 : place + 1], "y", f"19{figure}", 1900.0 + int(figure))]


def _year(cut: Sequence[Lexeme], place: int, words: Calendar) -> Drawn | None:
    """Nineteen ninety-six, two thousand and fifteen, where the word before them leads up to a year."""
    number, lead = cut[place].number or 0.0, _letter(cut, place - 1, words)
    if number in _YEARS_IN_FULL:
        alone = _letter(cut, place + 1, words) in ("", "p", "b", "&") and not (lead == "I" and _letter(cut, place - 2, words) == "n")
        return (place, place + 1, [_one(cut[place : place + 1], "y", f"{number:.0f}", number)]) if alone and lead in tuple("IsMo") else None
    second = cut[place + 1].number if _letter(cut, place + 1, words) == "n" and cut[place + 1].word.isalpha() else None
    if number not in _CENTURIES or second is None or not 10 <= second <= 99 or lead not in tuple("IshMwDzek^o"):
        return None
    after = cut[place + 2].word if place + 2 < len(cut) else ""
    if after == "-" or after in words.lists["counted"] or _letter(cut, place + 2, words) in ("U", "X"):
        return None
    year = 100 * number + second
    return place, place + 2, [_one(cut[place : place + 2], "y", f"{year:.0f}", year)]


def _hour(cut: Sequence[Lexeme], place: int, words: Calendar) -> Drawn | None:
    """Two thirty, five-thirty, where the word before them leads up to a time of day."""
    number, lead = cut[place].number or 0.0, _letter(cut, place - 1, words)
    at = place + 2 if place + 1 < len(cut) and cut[place + 1].word == "-" else place + 1
    minute = cut[at].number if _letter(cut, at, words) == "n" and cut[at].word.isalpha() else None
    if minute is None or not 1 <= number <= 12 or not 10 <= minute <= 59 or minute != int(minute) or number != int(number):
        return None
    led = (
        lead in tuple("chDz~")
        or (lead == "o" and _letter(cut, at + 1, words) in ("", "p", "b"))
        or (lead == "k" and _letter(cut, place - 2, words) in ("n", "t"))
    )
    after = cut[at + 1].word if at + 1 < len(cut) else ""
    if not led or after == "-" or after in words.lists["counted"] or _letter(cut, at + 1, words) in ("U", "X", "n", "M"):
        return None
    return place, at + 1, [_one(cut[place : at + 1], "t", f"{number:.0f}:{minute:.0f}")]
