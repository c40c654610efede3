"""The lists of places are whole and in order, and their forms prove what an editor would let them prove."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from saksi.errors import WordsError
from saksi.words import places as places_module
from saksi.words.packs import load_shared
from saksi.words.places import places
from saksi.words.world import world


def lists(group: str, inside: object) -> Iterator[tuple[str, list[str]]]:
    """Every list below a group with its own name: ("indonesia.cities.Bali", ["Denpasar"])."""
    if isinstance(inside, Mapping):
        for name, inner in inside.items():
            yield from lists(f"{group}.{name}" if group else name, inner)
    else:
        yield group, [form.strip() for form in str(inside).split(",")]


def all_lists() -> dict[str, list[str]]:
    return dict(lists("", load_shared("places")))


KNOWN = (
    "Indramayu, Bantul, Kutai Kartanegara, Papua Pegunungan, Jatim, Jakarta Selatan, South Jakarta, Jabodetabek, Wamena, Palangka Raya, "
    "Palangkaraya, Benghazi, Sirte, Fezzan, Sidi Barrani, Donbas, Gaza, Aleppo, Mumbai, New York, Istanbul, Jenewa, Geneva, Tepi Barat, "
    "West Bank, Eropa, Asia Tenggara, Timur Tengah, Laut China Selatan, Red Sea"
)


@pytest.mark.parametrize("form", KNOWN.split(", "))
def test_a_place_is_known_for_certain(form: str) -> None:
    assert form in places().names
    assert form not in places().ambiguous


@pytest.mark.parametrize("form", ["Malang", "Batu", "Buru", "Batu Bara", "Pati", "Surat", "Nusantara", "Austin", "Bima", "Nice", "Reading"])
def test_a_namesake_of_a_person_or_a_word_proves_nothing(form: str) -> None:
    assert form in places().names
    assert form in places().ambiguous


@pytest.mark.parametrize(
    "form", ["Barat", "Timur", "West", "East", "Utara", "Selat", "Teluk", "Kota", "indramayu", "INDRAMAYU", "Joko", "Arab"]
)
def test_sides_common_nouns_and_other_cases_are_no_places(form: str) -> None:
    assert form not in places().names


@pytest.mark.parametrize("form", ["European", "Africans", "Gazans", "Middle Eastern", "Latin American"])
def test_adjectives_and_peoples_of_regions(form: str) -> None:
    assert form in places().adjectives
    assert form in places().names


def test_a_place_is_no_adjective() -> None:
    assert places().adjectives.isdisjoint({"Europe", "Eropa", "Africa", "Gaza"})


def test_indonesia_has_all_its_provinces_kabupaten_and_kota() -> None:
    """38 provinces, 416 kabupaten, 98 kota: as the Ministry of Home Affairs has counted them since 2022."""
    indonesia = load_shared("places")["indonesia"]
    provinces = {form.strip() for form in indonesia["provinces"].split(",")}
    counted = {kind: [form for _, forms in lists(kind, indonesia[kind]) for form in forms] for kind in ("regencies", "cities")}
    assert len(provinces) == 38
    assert set(indonesia["regencies"]) == provinces
    assert set(indonesia["cities"]) < provinces
    assert len(counted["regencies"]) == len(set(counted["regencies"])) == 416
    assert len(counted["cities"]) == len(set(counted["cities"])) == 98


@pytest.mark.parametrize(
    ("province", "kabupaten", "kota"),
    [("Jawa Timur", 29, 9), ("Jawa Tengah", 29, 6), ("Sumatera Utara", 25, 8), ("Nusa Tenggara Timur", 21, 1), ("Papua Pegunungan", 8, 0)],
)
def test_a_province_has_as_many_as_the_ministry_counts(province: str, kabupaten: int, kota: int) -> None:
    found = all_lists()
    assert len(found[f"indonesia.regencies.{province}"]) == kabupaten
    assert len(found.get(f"indonesia.cities.{province}", [])) == kota


def test_every_list_is_sorted_and_repeats_nothing() -> None:
    for name, forms in all_lists().items():
        assert forms == sorted(set(forms), key=lambda form: (form.casefold(), form)), name


def test_a_name_stands_in_one_list_only() -> None:
    """Provinces, kabupaten and kota do share names (Gorontalo is all three); nothing else may stand twice."""
    seen: dict[str, str] = {}
    for name, forms in all_lists().items():
        kind = ".".join(name.split(".")[:2])
        if kind.startswith("ambiguous"):
            continue
        whole = "indonesia.units" if kind in ("indonesia.provinces", "indonesia.regencies", "indonesia.cities") else name
        for form in forms:
            assert seen.setdefault(form, whole) == whole, form


def test_what_is_ambiguous_or_an_adjective_is_a_name() -> None:
    assert places().ambiguous <= places().names
    assert places().adjectives <= places().names


def test_states_and_bodies_are_not_repeated() -> None:
    """Tripoli and Jakarta are found through `world()`; a place that is listed here as well would be read two ways."""
    assert places().names.isdisjoint(world().states)
    assert places().names.isdisjoint(world().bodies)


def test_a_name_shared_with_an_outlet_is_ambiguous_as_an_outlet() -> None:
    """ "Sabah" is a state of Malaysia and a Turkish paper: the paper must then need a word for an outlet beside it."""
    shared = places().names & set(world().outlets)
    assert "Sabah" in shared
    assert {form for form in shared if not world().outlets[form].ambiguous} == set()


def test_every_name_is_found_whole_in_a_text() -> None:
    """No name is hidden by a shorter one, or unfindable by the way it is spelt."""
    for name in sorted(places().names):
        assert list(places().forms.find(f"di {name}, kata")) == [(3, 3 + len(name), name)]


def test_names_are_found_in_a_text() -> None:
    text = "Dari Kutai\nKartanegara ke Benghazi, Bab el-Mandeb dan Cox's Bazar; bukan Bantulan."
    assert [form for _, _, form in places().forms.find(text)] == ["Kutai Kartanegara", "Benghazi", "Bab el-Mandeb", "Cox's Bazar"]


@pytest.mark.parametrize("broken", ["Bandung,, Bogor", "Bandung, Bogor,", ["Bandung"], None])
def test_a_malformed_list_is_named(broken: object) -> None:
    with pytest.raises(WordsError, match=r"places\.yaml: indonesia\.towns "):
        list(places_module._forms("indonesia", {"towns": broken}))
