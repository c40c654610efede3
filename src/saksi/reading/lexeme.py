"""One word, figure or mark of sums and dates."""

from __future__ import annotations

import msgspec


class Lexeme(msgspec.Struct, frozen=True, gc=False):
    """A word in lower case, a figure as it stands, or a mark.

    `shape` is w word, p mark, b paragraph break; of figures: n number, y number that may be a year, R range, v count without
    a number ("puluhan", from `number` to `high`; "ratusan", of the order of `number`), d date by digits, t clock by digits,
    x something else made of digits (a telephone number, a score board). `number` and, of a range, `high` are what it is
    worth; `scaled` says that a word like "million" was counted in, `share` that it is a part of one ("two thirds of").
    """

    start: int
    end: int
    word: str
    shape: str
    number: float | None = None
    high: float | None = None
    scaled: bool = False
    share: bool = False
