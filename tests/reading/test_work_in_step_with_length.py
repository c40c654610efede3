"""Four times the text is about four times the work, whatever it repeats: function calls are counted, no time is taken."""

from __future__ import annotations

import sys
from itertools import count, islice
from types import FrameType
from typing import Any

import pytest
from said import read_text

SHORT, TIMES = 2_500, 4
MOST = 6.5
"""Times the calls; work by the square of the length would be sixteen times."""

REPEATED = [
    ("id", "{}", "katanya, "),
    ("id", "{}", "ujar Rini, "),
    ("id", "{}", "Rini Hartono, "),
    ("id", "{}", "‘a’ “b” "),
    ("id", "{}", "Menurut Rini, {n} orang tewas. "),
    ("id", "“{}”", "Rini mengatakan "),
    ("id", "“{}”", "Rusia membantah laporan itu. "),
    ("en", "{}", "he said, "),
    ("en", "{}", "Russia denied the report. "),
    ("en", "{}", "N{n} Hartono said it happened on May {d}, 2020. "),
    ("en", "“{}”", "he said, "),
    ("en", "“{}”", "who said "),
    ("en", "({})", "but he said "),
    ("en", "Rini said: “{}”", "but he said "),
    ("id", "Rini mengatakan: “{}”", "Rini, "),
    ("id", "“Ya,” kata Rini. {}", "“Kami N{n}.” "),
]


def text(unit: str, length: int) -> str:
    """The unit again and again, its figures counted up."""
    units = (unit.format(n=n, d=n % 28 + 1) for n in count())
    return "".join(islice(units, length // len(unit)))


def calls(words: str, language: str) -> int:
    """How many functions a reading calls, generators at every step."""
    made = 0

    def counted(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal made
        made += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        read_text(words, language)
    finally:
        sys.setprofile(before)
    return made


@pytest.mark.parametrize(("language", "inside", "unit"), REPEATED)
def test_four_times_the_text_is_four_times_the_work(language: str, inside: str, unit: str) -> None:
    short, long = (inside.format(text(unit, length)) for length in (SHORT, TIMES * SHORT))
    read_text(short, language)
    assert calls(long, language) / calls(short, language) < MOST
