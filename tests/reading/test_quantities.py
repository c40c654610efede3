"""What the reading of figures promises: ends, units, counted nouns, and the numbers that are no figures."""

from __future__ import annotations

import pytest
from said import figures_of, times_of

from saksi.reading.quantities import find_quantities
from saksi.records import QuantityValue

Found = tuple[str, float | None, float | None, str | None]


def figures(text: str, language: str) -> list[Found]:
    """Words, low end, high end and unit of every figure, times aside."""
    found = []
    for mention in figures_of(text, language, times_of(text, language, "2020-05-05")):
        assert isinstance(mention.value, QuantityValue)
        assert text[mention.start : mention.end] == mention.text
        found.append((mention.text, mention.value.low, mention.value.high, mention.value.unit))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sedikitnya 58 orang tewas.", ("Sedikitnya 58 orang", 58, None, None)),
        ("Tidak lebih dari tujuh orang tewas.", ("Tidak lebih dari tujuh orang", None, 7, None)),
        ("Hingga 500 rumah rusak.", ("Hingga 500 rumah", None, 500, None)),
        ("Jaraknya kira-kira 400 kilometer.", ("kira-kira 400 kilometer", 400, 400, "km")),
        ("Ada sekitar 100-200 militan ISIS.", ("sekitar 100-200 militan ISIS", 100, 200, None)),
        ("Media menyebut 15 hingga 20 rudal.", ("15 hingga 20 rudal", 15, 20, None)),
        ("Benda itu masuk 2 sampai 3 kilometer.", ("2 sampai 3 kilometer", 2, 3, "km")),
        ("Ada 100 sampai 200 ribu pengungsi.", ("100 sampai 200 ribu pengungsi", 100_000, 200_000, None)),
        ("Kota itu dihuni kurang lebih 40.000 jiwa.", ("kurang lebih 40.000 jiwa", 40_000, 40_000, None)),
        ("Tujuh belas drone jatuh.", ("Tujuh belas drone", 17, 17, None)),
        ("Nilainya Rp 43,6 triliun.", ("Rp 43,6 triliun", 43.6e12, 43.6e12, "IDR")),
        ("Nilainya 190,24 juta dollar AS.", ("190,24 juta dollar AS", 190_240_000, 190_240_000, "USD")),
        ("Indonesia menerima 1,71 miliar dosis.", ("1,71 miliar dosis", 1.71e9, 1.71e9, None)),
        ("Harganya Rp50.000/kg.", ("Rp50.000", 50_000, 50_000, "IDR")),
        ("Harga naik 5,5 persen.", ("5,5 persen", 5.5, 5.5, "%")),
        ("Kecepatannya 60 km/jam.", ("60 km/jam", 60, 60, "km/h")),
        ("Satu korban luka dirawat.", ("Satu korban", 1, 1, None)),
    ],
)
def test_indonesian(text: str, expected: Found) -> None:
    assert figures(text, "id") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 58 people died.", ("At least 58 people", 58, None, None)),
        ("As many as 30 smugglers died.", ("As many as 30 smugglers", None, 30, None)),
        ("It may have spilled up to 3,000 barrels.", ("up to 3,000 barrels", None, 3000, "barrel")),
        ("It killed between 8 and 12 people.", ("between 8 and 12 people", 8, 12, None)),
        ("They lost between $200 million and $250 million.", ("between $200 million and $250 million", 200e6, 250e6, "USD")),
        ("They lost between $2 and $3 million.", ("between $2 and $3 million", 2e6, 3e6, "USD")),
        ("It cost at least 2.4 million euros.", ("at least 2.4 million euros", 2.4e6, None, "EUR")),
        ("It cost £5m.", ("£5m", 5e6, 5e6, "GBP")),
        ("It lies about 80 km away.", ("about 80 km", 80, 80, "km")),
        ("They came within 200 to 500 metres.", ("200 to 500 metres", 200, 500, "m")),
        ("Two Iranian patrol boats followed.", ("Two Iranian patrol boats", 2, 2, None)),
        ("They sent half a million refugees.", ("half a million refugees", 500_000, 500_000, None)),
        ("A dozen tanks came.", ("A dozen tanks", 12, 12, None)),
        ("Twenty-six people died.", ("Twenty-six people", 26, 26, None)),
        ("There was no 5,000.", ("5,000", 5000, 5000, None)),
        ("He put the number of fishermen at 16.", ("16", 16, 16, None)),
        ("By evening 3 more died.", ("3 more", 3, 3, None)),
        ("Prices rose 1.5 percent.", ("1.5 percent", 1.5, 1.5, "%")),
    ],
)
def test_english(text: str, expected: Found) -> None:
    assert figures(text, "en") == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Salah satu faksi terkuat menolak satu sama lain."),
        ("id", "Pasal 27 ayat (3), nomor 11."),
        ("id", "Indonesia menang 2-1 atas Malaysia."),
        ("id", "Covid-19 dan F-16 dan Boeing 737."),
        ("id", "Umm Khaled (41), ibu rumah tangga, berusia 41 tahun."),
        ("id", "Hubungi (021) 5551234 atau 0812-3456-2020."),
        ("id", "Perang pada 2011, Senin (4/5), pukul 07.30."),
        ("id", "Kedua negara dan orang ketiga sepakat."),
        ("en", "One of them said no one would come, one way or another."),
        ("en", "Article 51, Resolution 2254, No. 5 and the 4th division."),
        ("en", "They won 3-1 after a two-state solution."),
        ("en", "The founder, Leopold Ames, 70, laughed. My father is 80."),
        ("en", "COVID-19 hit the Group of Seven in 2019."),
        ("en", "He lives at 10 Downing Street."),
        ("en", "1. First item\n\n2. Second item"),
    ],
)
def test_no_figure_here(language: str, text: str) -> None:
    assert figures(text, language) == []


def test_a_noun_left_out_is_the_one_counted_before() -> None:
    text = "Sedikitnya 58 orang tewas dan sekitar 70-80 lainnya luka-luka."
    first, second = figures_of(text, "id", ())
    assert isinstance(first.value, QuantityValue)
    assert isinstance(second.value, QuantityValue)
    assert (first.value.of, second.value.of, second.value.approximate) == ("orang", "orang", True)


def test_what_is_taken_is_no_figure() -> None:
    text = "Two weeks later 14 fishermen came."
    assert [found[0] for found in figures(text, "en")] == ["14 fishermen"]


def test_another_language_has_no_figures() -> None:
    assert find_quantities("5 Leute", (), "de", ()) == ()
