"""Times and figures of long hostile texts: no error, spans verbatim, work in step with length."""

from __future__ import annotations

import pytest
from said import figures_of, times_of

from saksi.reading import time_scene
from saksi.reading.time_grammar import GRAMMARS

HOSTILE = {
    "digits": "1" * 100_000,
    "digits and strokes": "1/" * 50_000,
    "digits and hyphens": "1-" * 50_000,
    "spaced digits": "1 " * 50_000,
    "spaces": " " * 100_000,
    "line ends": "\n " * 50_000,
    "abbreviations": "a." * 50_000,
    "apostrophes": "a'" * 50_000,
    "number words": "dua puluh " * 10_000,
    "English number words": "hundred and two " * 6_000,
    "weekdays": "Senin Friday " * 7_000,
    "approximate": "sekitar about " * 7_000,
    "doubled": "kira-kira " * 10_000,
    "brackets": "(" * 100_000,
    "qualifiers": "at least up to " * 6_000,
    "era": "era " + "Baru " * 20_000,
    "capital letters that grow in lower case": "\u0130stanbul 5 orang Senin " * 4_000,
    "lone surrogates": "\ud800 5 km " * 10_000,
}


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("name", HOSTILE)
def test_spans_stay_verbatim(name: str, language: str) -> None:
    text = HOSTILE[name]
    times = times_of(text, language, "2020-01-01")
    for mention in (*times, *figures_of(text, language, times)):
        assert text[mention.start : mention.end] == mention.text


def test_no_repetition_in_the_grammar_is_without_a_bound() -> None:
    """A pattern whose every repetition is bounded does a bounded amount of work at each word."""
    for pattern in GRAMMARS.values():
        bare = pattern.pattern.replace(r"\^", "")
        assert "*" not in bare
        assert "+" not in bare


def test_the_words_that_tell_of_tense_are_few() -> None:
    assert time_scene._TENSE_REACH < 20
