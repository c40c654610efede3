"""Foreign text cannot steer the terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksi.cli.harmless import harmless, one_line


@pytest.mark.parametrize(
    ("foreign", "shown"),
    [
        ("\x1b[2Jkosong", "␛[2Jkosong"),
        ("judul\x1b]0;lain\x07", "judul␛]0;lain␇"),
        ("\x9b31mmerah", "\ufffd31mmerah"),
        ("abc\rxyz", "abc␍xyz"),
        ("aman\u202elasrever", "aman\ufffdlasrever"),
        ("\u2066a\u2069", "\ufffda\ufffd"),
        ("\ud800", "\ufffd"),
        ("”Naïve – 👍🏽 kata”\tx\ny", "”Naïve – 👍🏽 kata”\tx\ny"),
    ],
)
def test_what_steers_is_shown_and_not_obeyed(foreign: str, shown: str) -> None:
    assert harmless(foreign) == shown


@given(st.text(st.characters(exclude_categories=[])))
def test_nothing_that_steers_is_left_and_no_offset_moves(foreign: str) -> None:
    shown = harmless(foreign)
    assert len(shown) == len(foreign)
    assert {unicodedata.category(letter) for letter in shown if letter not in "\t\n"} & {"Cc", "Cs", "Zl", "Zp"} == set()
    assert {unicodedata.bidirectional(letter) for letter in shown} & {
        "LRE",
        "RLE",
        "LRO",
        "RLO",
        "PDF",
        "LRI",
        "RLI",
        "FSI",
        "PDI",
    } == set()


def test_one_line_is_one_line() -> None:
    assert one_line("  satu\n\n dua\ttiga ") == "satu dua tiga"
