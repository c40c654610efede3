"""Reads tokens as words, figures and marks of sums and dates, with their places; what a figure means is left to others."""

from __future__ import annotations

import re
from typing import Final

from saksi.reading.lexeme import Lexeme
from saksi.reading.tokens import Tokens

_LEXEME: Final = re.compile(
    r"([Rr][Pp](?=[0-9])|[^\W\d_](?:\.(?:[^\W\d_]\.)+|\w*(?:['\u2019]\w+)*))"  # 1 a word, letters with points (U.S.), Rp on its figure
    r"|([0-9]+(?:[.,:/\-\u2013][0-9]+)*)"  # 2 a figure
    r"|([^\s\w]|[_²³½¼¾])"  # 3 a mark
)
_JOINING: Final = "_'\u2019n"
"""First characters of tokens that go on with the word right before them: underscores, apostrophes, the clitic "n't"."""
_FIGURE_CHARS: Final = 24
"""A figure with more characters than this is a serial number; the longest date and amount have about twenty."""

_SHAPES: Final = (
    ("d", re.compile(r"[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{2,4})?|[0-9]{4}([/-])[0-9]{1,2}\1[0-9]{1,2}|[0-9]{1,2}([-.])[0-9]{1,2}\2[0-9]{4}")),
    ("t", re.compile(r"[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?")),
    ("R", re.compile(r"[0-9][0-9.,]*[-\u2013][0-9][0-9.,]*")),
    ("n", re.compile(r"[0-9]+(?:[.,][0-9]+)*")),
)
_YEARS: Final = (1500, 2150)
"""A bare figure of four digits between these may be a year."""


def cut_lexemes(tokens: Tokens) -> list[Lexeme]:
    """The words, figures and marks of a text in their order; figures by their shape only, words without a genitive 's.

    A word of letters and a mark are what they are among the tokens. What holds a digit, a hyphen or an apostrophe has
    other borders here ("Covid-19" is three, "didn't" is one), so the text is cut anew from there to the next blank.
    """
    found: list[Lexeme] = []
    words, lower, starts, ends = tokens.words, tokens.lower, tokens.starts, tokens.ends
    last, behind = len(words) - 1, 0
    for i, word in enumerate(words):
        if i < behind:
            continue
        if word.isalpha():
            if i == last or ends[i] != starts[i + 1] or words[i + 1][0] not in _JOINING:
                found.append(Lexeme(starts[i], ends[i], lower[i], "w"))
                continue
        elif word == "\n\n":
            found.append(Lexeme(starts[i], ends[i], "\n", "b"))
            continue
        elif word == "\n":
            continue
        elif len(word) == 1 and not word.isalnum():
            found.append(Lexeme(starts[i], ends[i], word, "p"))
            continue
        behind = i + 1
        while behind <= last and ends[behind - 1] == starts[behind] and words[behind][0] != "\n":
            behind += 1
        cut_stretch(tokens.text, starts[i], ends[behind - 1], found)
    return found


def cut_stretch(text: str, first: int, last: int, found: list[Lexeme]) -> None:
    """Append the lexemes of a stretch without blanks to those found before it."""
    for match in _LEXEME.finditer(text, first, last):
        kind = match.lastindex
        start, end = match.span()
        if kind == 1:
            word = match[0].lower()
            if "'" in word or "\u2019" in word:
                word = word.replace("\u2019", "'")
                if word.endswith("'s"):
                    word, end = word[:-2], end - 2
            found.append(Lexeme(start, end, word, "w"))
        elif kind == 3:
            found.append(Lexeme(start, end, match[0], "p"))
        else:
            glued = len(found) > 1 and _glued(found[-1], found[-2], start)
            found.append(Lexeme(start, end, match[0], "x" if glued else shape_of(match[0])))


def _glued(last: Lexeme, before: Lexeme, start: int) -> bool:
    """Is a figure at `start` part of a name ("Covid-19", "Su-35") or a chain of figures ("+86 138")?"""
    if last.end != start or last.shape != "p":
        return False
    if last.word in "-\u2013":
        return before.end == last.start and before.shape in "wx"
    return last.word in "+#@_=&"


def shape_of(figure: str) -> str:
    """The shape letter of a run of digits and the marks between them."""
    if len(figure) > _FIGURE_CHARS:
        return "x"
    if figure.isdigit():
        if len(figure) == 4 and _YEARS[0] <= int(figure) <= _YEARS[1]:
            return "y"
        return "x" if len(figure) > 2 and figure[0] == "0" else "n"
    for shape, pattern in _SHAPES:
        if pattern.fullmatch(figure):
            return shape
    return "x"
