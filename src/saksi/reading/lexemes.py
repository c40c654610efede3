"""Cuts a text into words, figures and marks, with their places; what a figure means is left to others."""

from __future__ import annotations

import re

import msgspec

_TOKEN = re.compile(
    r"([Rr][Pp](?=[0-9])|[^\W\d_](?:\.(?:[^\W\d_]\.)+|\w*(?:['\u2019]\w+)*))"  # 1 a word, letters with points (U.S.), Rp on its figure
    r"|([0-9]+(?:[.,:/\-\u2013][0-9]+)*)"  # 2 a figure
    r"|(\n[^\S\n]*\n\s*)"  # 3 a paragraph break
    r"|([^\s\w]|[_²³½¼¾])"  # 4 a mark
)
_FIGURE_CHARS = 24
"""A figure with more characters than this is a serial number; the longest date and amount have about twenty."""

_SHAPES = (
    ("d", re.compile(r"[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{2,4})?|[0-9]{4}([/-])[0-9]{1,2}\1[0-9]{1,2}|[0-9]{1,2}([-.])[0-9]{1,2}\2[0-9]{4}")),
    ("t", re.compile(r"[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?")),
    ("R", re.compile(r"[0-9][0-9.,]*[-\u2013][0-9][0-9.,]*")),
    ("n", re.compile(r"[0-9]+(?:[.,][0-9]+)*")),
)
_YEARS = (1500, 2150)
"""A bare figure of four digits between these may be a year."""


class Lexeme(msgspec.Struct, frozen=True, gc=False):
    """A word in lower case, a figure as it stands, or a mark.

    `shape` is w word, p mark, b paragraph break; of figures: n number, y number that may be a year, R range, d date by
    digits, t clock by digits, x something else made of digits (a telephone number, a score board). `number` and, of a
    range, `high` are what it is worth; `scaled` says that a word like "million" was counted in.
    """

    start: int
    end: int
    word: str
    shape: str
    number: float | None = None
    high: float | None = None
    scaled: bool = False


def tokens(text: str) -> list[Lexeme]:
    """The words, figures and marks of a text in their order; figures by their shape only, words without a genitive 's."""
    found: list[Lexeme] = []
    for match in _TOKEN.finditer(text):
        kind = match.lastindex
        start, end = match.span()
        if kind == 1:
            word = match[0].lower()
            if "'" in word or "\u2019" in word:
                word = word.replace("\u2019", "'")
                if word.endswith("'s"):
                    word, end = word[:-2], end - 2
            found.append(Lexeme(start, end, word, "w"))
        elif kind == 4:
            found.append(Lexeme(start, end, match[0], "p"))
        elif kind == 2:
            glued = len(found) > 1 and _glued(found[-1], found[-2], start)
            found.append(Lexeme(start, end, match[0], "x" if glued else shape_of(match[0])))
        else:
            found.append(Lexeme(start, end, "\n", "b"))
    return found


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
