"""What the reading of figures and times gets of the tokens: words, figures and marks with borders of their own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksi.reading.lexeme import Lexeme
from saksi.reading.lexemes import cut_lexemes, cut_stretch
from saksi.reading.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "words", "shapes"),
    [
        ("Covid-19 reda.", ["covid", "-", "19", "reda", "."], "wpxwp"),
        ("Naik 100–200 ton", ["naik", "100–200", "ton"], "wRw"),
        ("She didn't pay Libya's bill", ["she", "didn't", "pay", "libya", "bill"], "wwwww"),
        ("the dogs' 3pm walk", ["the", "dogs", "'", "3", "pm", "walk"], "wwpnww"),
        ("Rp5.000 (24/3)", ["rp", "5.000", "(", "24/3", ")"], "wnpdp"),
        ("U.S. troops_2 left", ["u.s.", "troops_2", "left"], "www"),
        ("satu\nbaris, 5\n\n6", ["satu", "baris", ",", "5", "\n", "6"], "wwpnbn"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_words_figures_and_marks(text: str, words: list[str], shapes: str) -> None:
    found = cut_lexemes(tokenise(text))
    assert [lexeme.word for lexeme in found] == words
    assert "".join(lexeme.shape for lexeme in found) == shapes


@given(st.text(alphabet="aBnRp5é.,:'’_-–/\" \nsıİ²½٣", max_size=40))
def test_the_tokens_give_what_a_cut_of_the_bare_text_gives(text: str) -> None:
    anew: list[Lexeme] = []
    cut_stretch(text, 0, len(text), anew)
    assert [lexeme for lexeme in cut_lexemes(tokenise(text)) if lexeme.shape != "b"] == anew
