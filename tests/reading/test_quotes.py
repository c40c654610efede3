"""Quote marks find their partners by where they stand, whatever their glyph; an odd one costs its own paragraph."""

from __future__ import annotations

import pytest

from saksi.reading.language import language
from saksi.reading.quotes import pair_quotes
from saksi.reading.tokens import tokenise


def quoted(text: str) -> list[str]:
    """What stands between the marks of each quote, by opening mark."""
    tokens = tokenise(text)
    return [text[tokens.ends[q.opening] : tokens.starts[q.closing]] for q in pair_quotes(tokens, language("en"))]


GLYPHS = [
    ('"', '"'),
    ("“", "”"),
    ("”", "”"),
    ("“", '"'),
    ('"', "”"),
    ("„", "“"),
    ("„", "”"),
    ("«", "»"),
    ("»", "«"),
    ("‟", "”"),
    ("'", "'"),
    ("‘", "’"),
    ("’", "’"),
    ("‚", "‘"),
    ("‹", "›"),
    ("`", "'"),
]


@pytest.mark.parametrize(("opening", "closing"), GLYPHS)
def test_each_pair_of_glyphs(opening: str, closing: str) -> None:
    assert quoted(f"Lestari berkata, {opening}gudang itu kosong{closing} kemarin.") == ["gudang itu kosong"]


@pytest.mark.parametrize(("opening", "closing"), GLYPHS)
def test_two_quotes_in_a_sentence(opening: str, closing: str) -> None:
    text = f"{opening}Air naik,{closing} kata Lestari, {opening}lalu surut.{closing}"
    assert quoted(text) == ["Air naik,", "lalu surut."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Kata Hasan,"gudang itu kosong".', ["gudang itu kosong"]),
        ('Hasan:"gudang itu kosong"', ["gudang itu kosong"]),
        ('("gudang itu kosong")', ["gudang itu kosong"]),
        ('"Gudang itu kosong",ujarnya.', ["Gudang itu kosong"]),
        ('"Gudang itu kosong"ujarnya.', ["Gudang itu kosong"]),
        ('Ia menjawab "tidak"; lalu "ya".', ["tidak", "ya"]),
        ('"…dan kosong"', ["…dan kosong"]),
        ('"$5 is too much," she said.', ["$5 is too much,"]),
        ('"100 karung hilang," katanya.', ["100 karung hilang,"]),
        ('He said "no"—then left.', ["no"]),
    ],
)
def test_marks_glued_to_their_neighbours(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ma'ruf dan Jum'at di Qur'an",
        "The boys' boats and Libya's port didn't sink",
        "the fishermen’s quay, the ’90s",
        "Rock 'n roll",
        "Tingginya 5'11 kaki",
    ],
)
def test_an_apostrophe_is_no_quote_mark(text: str) -> None:
    assert quoted(text) == []


def test_a_quote_inside_a_quote() -> None:
    text = "\"He told me 'go home' and I went,\" she said."
    tokens = tokenise(text)
    pairs = pair_quotes(tokens, language("en"))
    assert [pair.nested for pair in pairs] == [False, True]
    assert quoted(text) == ["He told me 'go home' and I went,", "go home"]


def test_an_apostrophe_inside_a_quote_closes_nothing() -> None:
    assert quoted("‘I don’t know the captain’s name,’ she said.") == ["I don’t know the captain’s name,"]


@pytest.mark.parametrize("odd", ['"', "“", "”", "«"])
def test_an_odd_mark_costs_its_own_paragraph_only(odd: str) -> None:
    before, after = '"Air naik," kata Lestari.', 'Hasan berkata, "Air surut." Ia menyebut "lumpur".'
    text = f"{before}\n\nIni {odd}tanda yang lupa ditutup.\n\n{after}"
    assert quoted(text) == ["Air naik,", "Air surut.", "lumpur"]


def test_an_odd_mark_before_a_paragraph_that_opens_with_one_goes_no_further() -> None:
    """It looks like a quotation that goes on; the paragraph behind that is out of its reach."""
    text = 'Ini "tanda yang lupa ditutup.\n\n"Air surut," kata Hasan.\n\n"Lumpur di mana-mana," kata Lestari.'
    assert quoted(text)[-1] == "Lumpur di mana-mana,"


@pytest.mark.parametrize("odd", ['"', "“", "”"])
def test_an_odd_mark_behind_a_word_costs_its_own_paragraph_only(odd: str) -> None:
    text = f'Ini tanda{odd} yang tersesat.\n\n"Air surut," kata Hasan.'
    assert quoted(text)[-1] == "Air surut,"


def test_an_odd_mark_does_not_reach_over_a_paragraph_without_marks() -> None:
    """A speaker who goes on repeats the mark in each paragraph or in none."""
    text = 'Ini "tanda yang lupa ditutup.\n\nHujan turun di lembah itu.\n\n"Air surut," kata Hasan.'
    assert quoted(text) == ["Air surut,"]


def test_a_quote_over_paragraphs_whose_marks_are_repeated() -> None:
    text = '"Air naik sejak pagi.\n\n"Lalu perahu kami hanyut," kata Lestari.'
    assert quoted(text) == ['Air naik sejak pagi.\n\n"Lalu perahu kami hanyut,']


def test_a_quote_over_paragraphs_whose_marks_are_not_repeated() -> None:
    text = '"Air naik sejak pagi.\n\nLalu perahu kami hanyut," kata Lestari.'
    assert quoted(text) == ["Air naik sejak pagi.\n\nLalu perahu kami hanyut,"]


def test_a_quote_over_three_paragraphs() -> None:
    text = "“Air naik.\n\n“Perahu hanyut.\n\n“Kami selamat,” kata Lestari."
    assert quoted(text) == ["Air naik.\n\n“Perahu hanyut.\n\n“Kami selamat,"]


def test_a_quote_does_not_swallow_an_article() -> None:
    """A closing mark thousands of characters away is no partner."""
    text = '"Air naik.\n\n' + "Hujan turun di lembah itu. " * 300 + '" kata Lestari.'
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("''Air naik,'' kata Hasan.", ["Air naik,"]),
        ("'' Air naik , '' kata Hasan .", [" Air naik , "]),
        ("Ia bilang ''sebut saja 'ya''' lalu pergi.", ["sebut saja 'ya'", "ya"]),
        ('"Ia bilang "ya" lalu pergi," kata Hasan.', ['Ia bilang "ya" lalu pergi,', "ya"]),
        ('"Air naik, "kata Hasan. "Lalu surut."', ["Air naik, ", "Lalu surut."]),
        ('"Air naik, kata Hasan. "Lalu surut," ujarnya.', ["Lalu surut,"]),
        ('"Air naik," kata Hasan. Lalu surut," ujarnya.', ["Air naik,"]),
        ('"Ia bilang "ya lalu pergi," kata Hasan.', ['Ia bilang "ya lalu pergi,']),
        ('"Pipa 5" itu bocor," kata Hasan.', ['Pipa 5" itu bocor,']),
        ('Pipa 5" dan pipa 7" bocor.', []),
        ('Tarr is 6\'2" and "not shy".', ["not shy"]),
        ("The '90s were the boys' years.", []),
        ("The boys' boats and the girls' boats sank.", []),
        ("'The boys' boats sank,' he said.", ["The boys' boats sank,"]),
        ("He wrote 'no regrets' in chalk.", ["no regrets"]),
        ("'Tis the boys' turn, 'twas said.", []),
        ("'Aisyiyah dan 'Abdul menolak 'perubahan' itu.", ["perubahan"]),
        ("“Air naik,' kata Hasan.", ["Air naik,"]),
        ("“Perahu boys' hilang, kata Hasan.", []),
        ('"Air naik," kata Hasan.\n\nIa menyebut "lumpur".\n\nIni "tanda\n\nlupa.', ["Air naik,", "lumpur"]),
    ],
)
def test_the_cheapest_reading_of_the_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_an_empty_pair_is_no_quote() -> None:
    assert quoted('Ia menulis "" di papan.') == []


def test_no_marks_no_quotes() -> None:
    assert quoted("Air naik lalu surut.") == []
    assert quoted("") == []
