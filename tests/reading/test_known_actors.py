"""Where a text names a known actor, and where a form proves nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksi.reading.actors import known_actors
from saksi.reading.laid_out import lay_out
from saksi.reading.language import language
from saksi.words.actors import actors_with


def named(text: str, code: str = "id") -> list[tuple[str, str, str]]:
    return [(each.text, each.actor.name_en, each.by) for each in known_actors(lay_out(text, language(code)))]


def test_spans_are_of_the_text() -> None:
    text = "Kata KPK, Polri\nmembantu."
    assert [text[each.start : each.end] for each in known_actors(lay_out(text, language("id")))] == ["KPK", "Polri"]


def test_what_whoever_integrates_needs_is_there() -> None:
    (found,) = known_actors(lay_out("Ketua KPK diam.", language("id")))
    assert (found.actor.kind, found.actor.sectors, found.actor.countries, found.actor.qid) == (
        "organization",
        ("COP", "JUD"),
        ("IDN",),
        None,
    )


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("Juru bicara KPK menolak.", "id", ("KPK", "Corruption Eradication Commission", "form")),
        ("Corruption investigators from the KPK said so.", "en", ("KPK", "Corruption Eradication Commission", "form")),
        ("Gubernur BI menaikkan bunga.", "id", ("BI", "Bank Indonesia", "neighbour")),
        ("Rektor UI menolak.", "id", ("UI", "University of Indonesia", "neighbour")),
        ("Maskapai Garuda rugi.", "id", ("Garuda", "Garuda Indonesia", "neighbour")),
        ("PSI kalah dalam pemilu Indonesia.", "id", ("PSI", "Indonesian Solidarity Party", "country")),
        ("President Trump left.", "en", ("Trump", "Donald Trump", "neighbour")),
        ("Presiden AS Trump pergi.", "id", ("Trump", "Donald Trump", "neighbour")),
        ("Mahkamah Agung menolak gugatan itu.", "id", ("Mahkamah Agung", "Supreme Court of Indonesia", "country")),
        ("Mahkamah Agung India menolak.", "id", ("Mahkamah Agung India", "Supreme Court of India", "form")),
        ("the Indian Supreme Court ruled", "en", ("Indian Supreme Court", "Supreme Court of India", "form")),
        ("Jokowi pergi.", "id", ("Jokowi", "Joko Widodo", "form")),
        ("Polda\nMetro Jaya menahan dua orang.", "id", ("Polda\nMetro Jaya", "Jakarta Metropolitan Police", "form")),
    ],
)
def test_an_actor_is_named(text: str, code: str, expected: tuple[str, str, str]) -> None:
    assert named(text, code) == [expected]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("UI menolak.", "id"),
        ("Garuda terbang di atas sawah.", "id"),
        ("BI dan MA bertemu di Indonesia.", "id"),
        ("Trump Tower stood there.", "en"),
        ("Melania Trump left.", "en"),
        ("Hasan Prabowo menanam padi.", "id"),
        ("Kpk menolak.", "id"),
        ("Mahkamah Agung Zambia menolak.", "id"),
        ("Di Rusia, Kementerian Dalam Negeri membantah.", "id"),
        ("the Supreme Court ruled", "en"),
        ("Zambia's Financial Services Authority said so", "en"),
    ],
)
def test_a_form_that_proves_nothing_names_nobody(text: str, code: str) -> None:
    assert named(text, code) == []


def test_a_full_name_supports_the_short_one() -> None:
    assert named("Donald Trump spoke. Trump left.", "en") == [
        ("Donald Trump", "Donald Trump", "form"),
        ("Trump", "Donald Trump", "expansion"),
    ]


def test_an_expansion_supports_its_acronym_everywhere() -> None:
    found = named("BI diam. Bank Indonesia (BI) bicara.")
    assert found == [
        ("BI", "Bank Indonesia", "expansion"),
        ("Bank Indonesia", "Bank Indonesia", "form"),
        ("BI", "Bank Indonesia", "expansion"),
    ]


def test_an_acronym_that_is_decided_once_is_decided_for_the_text() -> None:
    assert named("UI menolak. Rektor UI menolak.") == [("UI", "University of Indonesia", "neighbour")] * 2


def test_an_acronym_that_the_text_expands_otherwise_is_another() -> None:
    assert named("Dewan Pemuda Rakyat (DPR) berdebat. DPR marah.") == []
    assert [name for _, name, _ in named("Dewan Perwakilan Rakyat (DPR) berdebat.")] == ["House of Representatives of Indonesia"] * 2


def test_the_longest_name_wins() -> None:
    assert named("Edhy Prabowo ditahan.") == [("Edhy Prabowo", "Edhy Prabowo", "form")]


def test_rows_of_ones_own_are_found(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text("as_of: 2026-01-01\nkind: group\nactors:\n  - '| REB | LBY | Tide Front | Front Pasang | | TF?'\n", encoding="utf-8")
    found = known_actors(lay_out("Milisi TF menyerang Libya.", language("id")), actors_with(file))
    assert [(each.text, each.actor.name_en) for each in found] == [("TF", "Tide Front")]
