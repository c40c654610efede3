"""Whom a short name, a role, a pronoun, an enclitic or an acronym means, from the text around it."""

from __future__ import annotations

import pytest
from said import names, parameters, read_text

RAIN = "Di lembah itu hujan turun dan sungai naik. " * 8
FILLER = "\n\n".join([RAIN.strip()] * 12)

CASES = {
    "id": [
        ('Thomas Waldberg tiba di Pontianak. "Kami mengawasi muara," ujar Waldberg.', ["Thomas Waldberg"]),
        ("Wening Astuti tiba di gudang. Ia mengatakan gudang itu kosong. Dia juga meminta bantuan.", ["Wening Astuti"] * 2),
        ('"Kami lapar," kata Lestari Dewi. "Anak-anak sakit," ujarnya kemudian.', ["Lestari Dewi"] * 2),
        ("Lestari Dewi membuka gudang itu. Menurutnya, beras itu hilang.", ["Lestari Dewi"]),
        ("Menurut Lestari Dewi, beras itu hilang. Menurut dia, truk itu juga hilang.", ["Lestari Dewi"] * 2),
        ('"Kami lapar," kata Lestari Dewi. Hasan datang dengan truk. "Beras ada," katanya.', ["Lestari Dewi", "Hasan"]),
        (
            "Kepala armada Norwegia mengatakan muara itu aman.\n\n"
            'Laksamana Ole Brandt, kepala armada Norwegia, menyebut "ada kapal asing".\n\n'
            '"Kami mengawasi," ujar Brandt.',
            ["Ole Brandt"] * 3,
        ),
        (
            "Hasan Basri bertemu dengan Wening Astuti di gudang beras itu. Basri mengatakan gudang kosong. Astuti membantahnya.",
            ["Hasan Basri", "Wening Astuti"],
        ),
        ("Kementerian Perhubungan menutup pelabuhan. Kementerian itu mengatakan dermaga retak.", ["Kementerian Perhubungan"]),
        (
            "Badan Pengawas Perikanan (BPP) sudah menutup pelabuhan itu sejak Senin. BPP mengatakan dermaga retak.",
            ["Badan Pengawas Perikanan"],
        ),
        ("Menteri Perhubungan Sukma Jaya meninjau pelabuhan itu pada siang hari. Sang menteri mengatakan dermaga aman.", ["Sukma Jaya"]),
        (f"Lestari Dewi mengatakan gudang itu kosong.\n\n{FILLER}\n\nMenurutnya, beras itu dijual.", ["Lestari Dewi"] * 2),
        pytest.param("Para nelayan menolak pulang. Mereka mengatakan ombak tinggi.", ["Para nelayan"]),
    ],
    "en": [
        ('Marla Voss walked to the quay. "It is empty," Voss said. She said the rice was gone.', ["Marla Voss"] * 2),
        (
            "Marla Voss, the mayor of Northhaven, said the store was empty. The mayor said the rice was stolen.",
            ["Marla Voss"] * 2,
        ),
        (
            "An energy ministry spokesman said the quay was empty. The ministry denied the report.",
            ["energy ministry spokesman", "ministry"],
        ),
        (
            "The Port Control Commission (PCC) shut the quay. The PCC said the piles were cracked. The commission said work would start.",
            ["Port Control Commission"] * 2,
        ),
        (
            "Today Marla Voss met Ole Brandt on the quay. Brandt said the store was empty. He said it had burned.",
            ["Ole Brandt"] * 2,
        ),
        (
            "Today Marla Voss met Ole Brandt on the quay. Brandt said it was empty. Voss said it was full. She said the keys were hers.",
            ["Ole Brandt", "Marla Voss", "Marla Voss"],
        ),
        (
            "The harbourmaster said the quay was shut.\n\nOle Brandt, the harbourmaster, said the piles were cracked.",
            ["Ole Brandt"] * 2,
        ),
        pytest.param("Marla Voss met Ole Brandt. Brandt said the store was empty.", ["Ole Brandt"]),
        pytest.param("The fishermen stayed on the quay. They said the waves were too high.", ["fishermen"]),
        pytest.param("Northern Star Ltd. sold the ship. The company said it made a loss.", ["Northern Star Ltd."]),
    ],
}


@pytest.mark.parametrize(("code", "text", "expected"), parameters(CASES))
def test_whom_it_means(code: str, text: str, expected: list[str]) -> None:
    found = names(read_text(text, code))
    assert found[: len(expected)] == expected
    assert set(found) <= set(expected)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("id", "Moskow membantah laporan itu. Rusia mengatakan tidak ada kapal."),
        ("en", "Moscow denied the report. Russia said there were no ships."),
    ],
)
def test_a_capital_speaks_for_its_state(code: str, text: str) -> None:
    reading = read_text(text, code)
    first, second = reading.statements
    assert first.speakers[0].entity == second.speakers[0].entity
    (state,) = [entity for entity in reading.entities if entity.id == first.speakers[0].entity]
    assert (state.kind, state.iso3) == ("state", "RUS")


def test_a_town_is_a_place_where_something_happens_in_it() -> None:
    reading = read_text("Lestari Dewi bertemu Hasan Basri di Moskow.")
    (town,) = [mention for mention in reading.mentions if mention.text == "Moskow"]
    assert town.kind == "place"


def test_two_unnamed_speakers_are_two() -> None:
    """A second spokesman with an indefinite article is somebody else."""
    first, second = read_text("A spokesman said the quay was shut. A driver said it was open.", "en").statements
    assert first.speakers[0].entity != second.speakers[0].entity


def test_one_person_is_one_record() -> None:
    """Role, full name, short name and pronoun come together in one entity with its aliases and office."""
    reading = read_text(
        'Laksamana Ole Brandt, kepala armada Norwegia, menyebut "ada kapal asing". "Kami mengawasi," ujar Brandt. Menurutnya, laut aman.'
    )
    (person,) = [entity for entity in reading.entities if entity.kind == "person"]
    assert person.name == "Ole Brandt"
    assert "Brandt" in person.aliases
    assert "Laksamana" in {office.title for office in person.roles}
    assert {statement.speakers[0].entity for statement in reading.statements} == {person.id}


def test_who_speaks_where_nobody_was_named_stays_open() -> None:
    (statement,) = read_text("Ia mengatakan gudang itu kosong.").statements
    assert (statement.speakers[0].entity, statement.speaker_kind) == (None, "unnamed")
