"""The tables of states, bodies and outlets are well formed, and their forms mean what an editor would say they mean."""

from __future__ import annotations

import pytest

from saksi.errors import WordsError
from saksi.words import world as world_module
from saksi.words.forms import Forms
from saksi.words.packs import LANGUAGES, load_shared
from saksi.words.world import world


@pytest.mark.parametrize(
    ("form", "iso3", "kind"),
    [
        ("AS", "USA", "name"),
        ("Amerika Serikat", "USA", "name"),
        ("U.S.", "USA", "name"),
        ("Perancis", "FRA", "name"),
        ("Prancis", "FRA", "name"),
        ("Inggris", "GBR", "name"),
        ("Tiongkok", "CHN", "name"),
        ("Cina", "CHN", "name"),
        ("Korut", "PRK", "name"),
        ("Korsel", "KOR", "name"),
        ("Kosovo", "XKX", "name"),
        ("Palestina", "PSE", "name"),
        ("Sahara Barat", "ESH", "name"),
        ("Russian", "RUS", "demonym"),
        ("Libyans", "LBY", "demonym"),
        ("Moskow", "RUS", "capital"),
        ("Moscow", "RUS", "capital"),
        ("Wina", "AUT", "capital"),
        ("Kremlin", "RUS", "metonym"),
        ("Gedung Putih", "USA", "metonym"),
        ("Downing Street", "GBR", "metonym"),
    ],
)
def test_a_form_names_its_state(form: str, iso3: str, kind: str) -> None:
    meant = world().states[form]
    assert (meant.iso3, meant.kind) == (iso3, kind)


def test_forms_are_kept_by_case() -> None:
    """ "AS" is a state, "as" is an English conjunction; "US" is a state, "us" a pronoun."""
    assert "as" not in world().states
    assert "us" not in world().states


def test_a_form_can_mean_other_things_in_other_languages() -> None:
    assert world().states_in["id"]["Saudi"].kind == "name"
    assert world().states_in["en"]["Saudi"].kind == "demonym"
    assert "AU" not in world().bodies_in["id"], "in Indonesian AU is the air force"
    assert world().bodies_in["en"]["AU"].name_en == "African Union"
    assert "UN" not in world().bodies_in["id"], "in Indonesian UN was the school leaving examination"


@pytest.mark.parametrize("form", ["PBB", "UN", "United Nations", "Perserikatan Bangsa-Bangsa"])
def test_the_united_nations_by_every_name(form: str) -> None:
    assert world().bodies[form].qid == "Q1065"


@pytest.mark.parametrize(
    ("form", "name", "kind"),
    [
        ("ANTARA", "Antara", "agency"),
        ("Ant", "Antara", "agency"),
        ("Associated Press", "AP", "agency"),
        ("REUTERS", "Reuters", "agency"),
        ("KOMPAS", "Kompas", "newspaper"),
        ("detik.com", "detikcom", "site"),
        ("Aljazeera", "Al Jazeera", "broadcaster"),
        ("Telegram", "Telegram", "platform"),
    ],
)
def test_an_outlet_goes_by_its_usual_name(form: str, name: str, kind: str) -> None:
    outlet = world().outlets[form]
    assert (outlet.name, outlet.kind) == (name, kind)


@pytest.mark.parametrize("form", ["Antara", "Ant", "Time", "X", "Line", "The National"])
def test_everyday_words_are_marked_ambiguous(form: str) -> None:
    assert world().outlets[form].ambiguous


@pytest.mark.parametrize("form", ["Georgia", "Jordan", "Lima", "Victoria"])
def test_names_that_others_share_are_marked_ambiguous(form: str) -> None:
    assert world().states[form].ambiguous


def test_no_state_is_listed_twice_and_every_one_has_both_names() -> None:
    states = [form for form in world().states.values() if form.kind == "name"]
    by_code = {form.iso3 for form in states}
    rows = load_shared("states")["states"]
    assert len(by_code) == len(rows)
    assert len({form.qid for form in states}) == len(rows)
    assert all(form.name_en and form.name_id for form in states)


def test_every_member_of_the_united_nations_is_there() -> None:
    """193 members, and the five others that news speaks of as states: Palestine, Kosovo, Taiwan, Vatican, Western Sahara."""
    assert len({form.iso3 for form in world().states.values()}) == 198


def test_no_name_of_one_state_is_a_name_of_another() -> None:
    """A form is given to one row only, so that the order of the rows decides nothing."""
    seen: dict[tuple[str, str], str] = {}
    for row in load_shared("states")["states"]:
        cells = [cell.strip() for cell in row.split("|")]
        for language, cell in (("en", f"{cells[2]}, {cells[4]}, {cells[6]}"), ("id", f"{cells[3]}, {cells[5]}")):
            for form in {name.strip(" ?") for name in cell.split(",")} - {""}:
                assert seen.setdefault((language, form), cells[0]) == cells[0], form


def test_outlets_are_listed_once() -> None:
    names = [row.split("|")[0].strip() for row in load_shared("outlets")["outlets"]]
    assert sorted(set(names)) == sorted(names)


def test_both_languages_have_their_tables() -> None:
    assert set(world().states_in) == set(world().bodies_in) == set(LANGUAGES)


def test_the_longest_form_is_found() -> None:
    text = "Sudan Selatan dan Sudan, juga U.S. troops."
    assert list(world().state_forms.find(text)) == [(0, 13, "Sudan Selatan"), (18, 23, "Sudan"), (30, 34, "U.S.")]


def test_a_form_never_ends_or_begins_inside_a_word() -> None:
    assert list(world().state_forms.find("Indonesianya Iranian Malian ASEAN PASAR")) == [(13, 20, "Iranian"), (21, 27, "Malian")]


def test_a_line_break_stands_for_a_blank() -> None:
    assert list(world().state_forms.find("Amerika\nSerikat")) == [(0, 15, "Amerika Serikat")]


def test_forms_at_a_token() -> None:
    forms = Forms(["Al Jazeera", "Al Arabiya"])
    assert forms.at("kata Al Arabiya", 5, "Al") == "Al Arabiya"
    assert forms.at("kata Al Zaidi", 5, "Al") is None


def test_a_row_with_a_column_too_few_is_named() -> None:
    with pytest.raises(WordsError, match=r"outlets\.yaml.*Reuters"):
        world_module._outlets(["Reuters | agency | mul"])
