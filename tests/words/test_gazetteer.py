"""The gazetteer finds places by any of their names, and its index is that of the word lists."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest

from saksi.errors import WordsError
from saksi.words.gazetteer import Gazetteer, border, candidates, fold, gazetteer, km_between
from saksi.words.packs import load_shared
from saksi.words.world import world

INDEX = Path("src/saksi/words/geonames/index.bin")


@pytest.mark.parametrize(
    ("name", "country", "filed"),
    [
        ("Kairo", "EGY", "Cairo"),
        ("CAIRO", "EGY", "Cairo"),
        ("Yerusalem", "ISR", "Jerusalem"),
        ("Moskwa", "RUS", "Moscow"),
        ("Sidi Barrani", "EGY", "Sīdī Barānī"),
        ("Perancis", "FRA", "France"),
        ("Jalur Gaza", "PSE", "Gaza"),
        ("Fezzan", "LBY", "Fezzan"),
        ("Donbas", "UKR", "Donbas"),
        ("Jabar", "IDN", "Jawa Barat"),
        ("Papua Selatan", "IDN", "Papua Selatan"),
        ("Selat Malaka", "", "Malacca Strait"),
        ("Bandara Soekarno-Hatta", "IDN", "Soekarno-Hatta"),
        ("pangkalan yang tak ada", None, None),
        ("", None, None),
    ],
)
def test_a_name_leads_to_its_place(name: str, country: str | None, filed: str | None) -> None:
    first = next(iter(candidates(name)), None)
    assert (first and first.country, first and first.name) == (country, filed)


def test_namesakes_come_by_population_and_other_names_last() -> None:
    found = candidates("Paris")
    assert [row.alternate for row in found] == sorted(row.alternate for row in found)
    own = [row.population for row in found if not row.alternate]
    assert own == sorted(own, reverse=True)
    assert {"FRA", "USA", "CAN"} <= {row.country for row in found}


def test_papua_is_not_papua_new_guinea() -> None:
    assert {row.country for row in candidates("Papua")} == {"IDN"}
    assert {row.country for row in candidates("Papua Nugini")} == {"PNG"}


def test_every_state_and_capital_has_a_point() -> None:
    forms = {form: state for forms in world().states_in.values() for form, state in forms.items() if state.kind in ("name", "capital")}
    assert [form for form in forms if not candidates(form)] == []
    names = {form: state.iso3 for form, state in forms.items() if state.kind == "name"}
    assert [form for form, iso3 in names.items() if not any(r.sort == "country" and r.country == iso3 for r in candidates(form))] == []


def test_the_index_is_that_of_the_word_lists() -> None:
    """Whoever edits points.yaml or states.yaml builds the index anew."""
    lines = [
        line
        for group, rows in load_shared("points").items()
        if group not in ("as_of", "states", "units", "provinces", "forms")
        for line in rows
    ]
    names = [name.strip() for line in lines for name in line.split("|")[0].split("=")]
    assert len(names) > 600
    assert [name for name in names if not any(row.geonames is None or row.sort == "country" for row in candidates(name))] == []
    assert [line for line in load_shared("points")["forms"] for form in line.split("|")[2].split(",") if not candidates(form.strip())] == []


def test_every_kabupaten_and_kota_of_the_word_list_has_a_point() -> None:
    listed = load_shared("places")["indonesia"]
    for group, word in (("regencies", "Kabupaten"), ("cities", "Kota")):
        names = [name.strip() for line in listed[group].values() for name in line.split(",")]
        lacking = [n for n in names if not any(r.country == "IDN" for r in (*candidates(f"{word} {n}"), *candidates(n)))]
        assert lacking == []


def test_borders_lie_between_their_states() -> None:
    points = border("LBY", "EGY")
    assert points == border("EGY", "LBY") != ()
    assert all(24 < point.lon < 27 for point in points)
    assert border("IDN", "EGY") == ()


def test_it_is_small_and_opens_at_once(checkout: Path) -> None:
    assert (checkout / INDEX).stat().st_size < 20_000_000
    begin = perf_counter()
    assert Gazetteer(checkout / INDEX).candidates("Tripoli")
    assert perf_counter() - begin < 0.05


def test_a_file_that_is_no_index_is_refused(tmp_path: Path) -> None:
    for content in (b"", b"short", b"x" * 400):
        (tmp_path / "index.bin").write_bytes(content)
        with pytest.raises(WordsError, match=r"index\.bin"):
            Gazetteer(tmp_path / "index.bin")
    with pytest.raises(WordsError, match=r"none\.bin"):
        Gazetteer(tmp_path / "none.bin")


@pytest.mark.parametrize(
    ("name", "key"), [("São Tomé", "sao tome"), ("St. Louis", "st louis"), ("Al-Jufra", "al jufra"), ("Sana'a", "sanaa")]
)
def test_folding(name: str, key: str) -> None:
    assert fold(name) == key


def test_distance() -> None:
    assert round(km_between(-6.2, 106.8, 1.35, 103.8)) in range(880, 910)
    assert gazetteer() is gazetteer()
