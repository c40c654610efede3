"""Words, figures and marks keep their places, and nothing but white space lies between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksi.reading.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Air naik, lalu surut.", ["Air", "naik", ",", "lalu", "surut", "."]),
        ("pada 24/3 dan 29/11/2016", ["pada", "24/3", "dan", "29/11/2016"]),
        ("100-200 orang", ["100-200", "orang"]),
        ("Rp190,24 miliar", ["Rp190", ",", "24", "miliar"]),
        ("190,24 atau 1.250.000", ["190,24", "atau", "1.250.000"]),
        ("pukul 07.30 pagi", ["pukul", "07.30", "pagi"]),
        ("the U.S. and the E.U. met", ["the", "U.S.", "and", "the", "E.U.", "met"]),
        ("Ma'ruf al-Warfalli", ["Ma'ruf", "al-Warfalli"]),
        ("Covid-19 anak-anak", ["Covid-19", "anak-anak"]),
        ("Libya's port", ["Libya", "'s", "port"]),
        ("Libya’s port", ["Libya", "’s", "port"]),
        ("didn't and won’t", ["did", "n't", "and", "wo", "n’t"]),
        ("they've we'll I'm", ["they", "'ve", "we", "'ll", "I", "'m"]),
        ("Jum'at (24/3)", ["Jum'at", "(", "24/3", ")"]),
        ('"Ya," katanya', ['"', "Ya", ",", '"', "katanya"]),
        ("satu\ndua\n\ntiga", ["satu", "\n", "dua", "\n\n", "tiga"]),
        ("satu\n  \n dua", ["satu", "\n\n", "dua"]),
        ("Satu.\nDua.\nTiga.", ["Satu", ".", "\n\n", "Dua", ".", "\n\n", "Tiga", "."]),
        ("Satu dan\ndua.\nTiga dan\nempat.", ["Satu", "dan", "\n", "dua", ".", "\n", "Tiga", "dan", "\n", "empat", "."]),
        ("''Ya,'' katanya", ["''", "Ya", ",", "''", "katanya"]),
        ("``Ya'' dan ,,tidak''", ["``", "Ya", "''", "dan", ",,", "tidak", "''"]),
        ("''sebut 'ya'''", ["''", "sebut", "'", "ya", "'", "''"]),
        ("'''Ya' saja''", ["''", "'", "Ya", "'", "saja", "''"]),
        ('""Ya"" dan ""', ['""', "Ya", '""', "dan", '"', '"']),
        ("Jum`at, Ka‘bah, 1.000,, ya", ["Jum`at", ",", "Ka‘bah", ",", "1.000", ",", ",", "ya"]),
        ("", []),
        ("   ", []),
        ("…", ["…"]),
        ("kota😀besar", ["kota", "😀", "besar"]),
    ],
)
def test_a_text_is_cut_into_words(text: str, words: list[str]) -> None:
    assert tokenise(text).words == words


def test_lower_case_stands_beside_the_word_as_it_is() -> None:
    tokens = tokenise("Haftar di Moskow")
    assert tokens.lower == ["haftar", "di", "moskow"]
    assert [tokens.capital(i) for i in range(3)] == [True, False, True]


def test_a_mark_is_no_word() -> None:
    tokens = tokenise("Ya, 12.")
    assert [tokens.word(i) for i in range(len(tokens))] == [True, False, True, False]


def test_a_token_is_found_by_its_place() -> None:
    tokens = tokenise("Air naik lagi")
    assert [tokens.at(offset) for offset in (0, 1, 4, 9, 13)] == [0, 1, 1, 2, 3]
    assert tokens.slice(1, 2) == "naik lagi"


@given(st.text())
def test_every_token_stands_where_it_says(text: str) -> None:
    """No token is empty, none overlaps the next, and what lies between two is white space."""
    tokens = tokenise(text)
    end = 0
    for word, start, stop in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        assert end <= start < stop
        assert not text[end:start].strip()
        assert text[start:stop] == word or word in ("\n", "\n\n")
        end = stop
    assert not text[end:].strip()
