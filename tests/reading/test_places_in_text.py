"""Places in a text: which words are one, which place they mean, and how far from it."""

from __future__ import annotations

import pytest

from saksi.reading.read import read
from saksi.records import Article, Mention, PlaceValue


def found(text: str, language: str) -> dict[str, Mention]:
    """The mentions of places and states by their words, the last of each."""
    reading = read(Article(id="a", text=text, language=language))
    assert all(text[m.start : m.end] == m.text for m in reading.mentions)
    return {m.text: m for m in reading.mentions if m.kind in ("place", "state") and m.entity is not None}


def value(text: str, language: str, words: str) -> PlaceValue:
    meant = found(text, language)[words].value
    assert isinstance(meant, PlaceValue)
    return meant


@pytest.mark.parametrize(
    ("language", "text", "words", "country", "near"),
    [
        ("en", "A court in Atlanta, Georgia, heard the case.", "Georgia", "USA", (33, -83)),
        ("en", "Talks were held in Tbilisi and Batumi, and Georgia signed the deal.", "Georgia", "GEO", (42, 44)),
        ("en", "The mayor of Paris, Texas, has resigned.", "Paris", "USA", (34, -96)),
        ("en", "The mayor of Paris spoke in Lyon.", "Paris", "FRA", (49, 2)),
        ("en", "Ships left the Port of Odessa.", "Port of Odessa", "UKR", (46, 31)),
        ("en", "Shells fell on the Gaza Strip.", "Gaza Strip", "PSE", (31, 34)),
        ("id", "Pasukan itu terlihat di Sidi Barrani.", "Sidi Barrani", "EGY", (32, 26)),
        ("id", "Presiden tiba di Perancis.", "Perancis", "FRA", (46, 2)),
        ("id", "Warga mengungsi ke Papua.", "Papua", "IDN", (-4, 138)),
        ("id", "Banjir melanda Kabupaten Bogor.", "Kabupaten Bogor", "IDN", (-7, 107)),
        ("id", "Pesawat mendarat di pangkalan udara Al-Watiya.", "Al-Watiya", "LBY", (32, 12)),
        ("id", "Kapal merapat di pelabuhan Tanjung Priok.", "pelabuhan Tanjung Priok", "IDN", (-6, 107)),
        ("id", "Menteri mendarat di Bandara Soekarno-Hatta.", "Bandara Soekarno-Hatta", "IDN", (-6, 107)),
    ],
)
def test_which_place_is_meant(language: str, text: str, words: str, country: str, near: tuple[int, int]) -> None:
    meant = value(text, language, words)
    assert (meant.country, (round(meant.lat or 0), round(meant.lon or 0))) == (country, near)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "George Washington said he was tired.", "Washington"),
        ("en", "Paris Hilton was seen at the races.", "Paris"),
        ("en", "The hearing is set for late May.", "May"),
        ("en", "Reading is fun, the teacher said.", "Reading"),
        ("id", "Saham di Bursa Efek Indonesia turun.", "Indonesia"),
        ("id", "Harga naik sejak Senin.", "Senin"),
    ],
)
def test_what_is_no_place(language: str, text: str, words: str) -> None:
    mention = found(text, language).get(words)
    assert mention is None or mention.kind == "state"


@pytest.mark.parametrize(
    ("language", "text", "words", "kind"),
    [
        ("en", "Thousands have fled to Libya.", "Libya", "place"),
        ("en", "Cases rose in the UK will be counted.", "UK", "place"),
        ("en", "Russia has sent troops to Libya.", "Russia", "state"),
        ("id", "Pengungsi tiba di Turki dan Yordania.", "Yordania", "place"),
        ("id", "Suriah membantah laporan itu.", "Suriah", "state"),
    ],
)
def test_a_land_is_told_from_its_state(language: str, text: str, words: str, kind: str) -> None:
    reading = read(Article(id="a", text=text, language=language))
    kinds = {m.text: m.kind for m in reading.mentions}
    assert kinds[words] == kind
    states = {entity.id for entity in reading.entities if entity.kind == "state"}
    assert {m.entity for m in reading.mentions if m.text == words} <= states


def test_a_capital_that_stands_for_its_government_keeps_what_it_stands_for() -> None:
    reading = read(Article(id="a", text="Jakarta menolak usulan tersebut.", language="id"))
    [mention] = [m for m in reading.mentions if m.text == "Jakarta"]
    states = {entity.id: entity.iso3 for entity in reading.entities}
    assert (mention.kind, states[mention.stands_for or ""]) == ("place", "IDN")


@pytest.mark.parametrize(
    ("language", "text", "words", "offset"),
    [
        (
            "id",
            "Pangkalan itu sekitar 100 km dari perbatasan Mesir-Libya.",
            "perbatasan Mesir-Libya",
            (100.0, "perbatasan Mesir-Libya", None),
        ),
        (
            "en",
            "The base is 60 miles from the border between Egypt and Libya.",
            "border between Egypt and Libya",
            (96.54, "border between Egypt and Libya", None),
        ),
        ("en", "The town lies 30 miles north of Aleppo, in Syria.", "Aleppo", (48.27, "Aleppo", "north")),
        ("id", "Pertempuran pecah di selatan Tripoli, Libya.", "Tripoli", (None, "Tripoli", "selatan")),
    ],
)
def test_offsets(language: str, text: str, words: str, offset: tuple[float | None, str, str | None]) -> None:
    meant = value(text, language, words).offset
    assert meant is not None
    assert (meant.km, meant.from_, meant.direction) == offset


def test_an_offset_moves_the_point_only_where_it_says_where_to() -> None:
    north = value("The town lies 60 km north of Aleppo, in Syria.", "en", "Aleppo")
    near = value("The town lies in Syria, 60 km from Aleppo.", "en", "Aleppo")
    assert round((north.lat or 0) - (near.lat or 0), 2) == 0.54
    assert near.offset is not None


def test_a_length_measures_no_place() -> None:
    assert value("The pipeline of 60 km runs to Aleppo, in Syria.", "en", "Aleppo").offset is None


def test_one_sense_in_one_article() -> None:
    text = "Fire broke out in Paris, Texas. Firemen of Paris were late."
    reading = read(Article(id="a", text=text, language="en"))
    assert {m.value.country for m in reading.mentions if m.text == "Paris" and isinstance(m.value, PlaceValue)} == {"USA"}


def test_a_place_that_the_gazetteer_lacks_has_no_point() -> None:
    mention = found("Warga Desa Kolvarina di Lembah Sarthana mengungsi.", "id").get("Desa Kolvarina")
    assert mention is not None
    assert mention.value is None


def test_an_entity_goes_with_the_last_of_its_mentions() -> None:
    reading = read(Article(id="a", text="George Washington said he was tired.", language="en"))
    assert [entity.name for entity in reading.entities] == ["George Washington"]
