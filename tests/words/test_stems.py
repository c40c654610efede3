"""Stems bring the forms of a word together, and keep other words apart."""

from __future__ import annotations

import pytest

from saksi.words.stems import stem


@pytest.mark.parametrize(
    "family",
    [
        "serang menyerang diserang penyerangan serangan terserang",
        "tembak menembak ditembak penembakan tembakan tertembak",
        "temu bertemu pertemuan",
        "tuduh menuduh dituduh tuduhan",
        "bantah membantah membantahnya dibantah bantahan",
        "culik menculik diculik penculikan penculik",
        "sepakat menyepakati disepakati kesepakatan",
        "selidik menyelidiki diselidiki penyelidikan penyelidik",
        "pilih memilih dipilih pemilihan pemilu pilkada",
        "imbau mengimbau himbauan",
        "perang berperang peperangan",
    ],
)
def test_the_forms_of_an_indonesian_root_have_one_stem(family):
    assert {stem(word, "id") for word in family.split()} == {family.split()[0]}


@pytest.mark.parametrize(("one", "other"), [("pendapat", "dapat"), ("tari", "tarik"), ("tersangka", "sangka"), ("beku", "pembekukan")])
def test_words_of_another_meaning_keep_a_stem_of_their_own(one, other):
    assert stem(one, "id") != stem(other, "id")


def test_the_forms_of_an_english_word_have_one_stem():
    assert len({stem(word, "en") for word in "attack attacks attacked attacking".split()}) == 1


@pytest.mark.parametrize("language", ["fr", None])
def test_a_word_of_a_language_without_a_stemmer_stays_as_it_is(language):
    assert stem("attaques", language) == "attaques"


@pytest.mark.parametrize("word", ["", "a", "é", "ß", "x" * 40, "-", "12", "الجيش"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_no_word_breaks_a_stemmer(word, language):
    assert isinstance(stem(word, language), str)
