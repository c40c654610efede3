"""Known actors in the cast: one actor is one entity, whatever it is called, and has its Wikidata id."""

from __future__ import annotations

import pytest

from saksi.reading.read import read
from saksi.records import Article, Entity


def entities(text: str, language: str) -> dict[str, Entity]:
    return {entity.name: entity for entity in read(Article(id="a", text=text, language=language)).entities}


def test_two_names_of_one_president_are_one_person() -> None:
    found = entities("Presiden Joko Widodo mengatakan jalan itu dibuka. Jokowi menambahkan, jembatan menyusul.", "id")
    (widodo,) = [one for one in found.values() if one.kind == "person"]
    assert widodo.name == "Joko Widodo"
    assert "Jokowi" in widodo.aliases
    assert widodo.qid == "Q3318231"


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Hezbollah said on Monday that the road was open.", "en", "Hezbollah"),
        ("Hamas membantah laporan itu pada Senin.", "id", "Hamas"),
        ("The town fell to al-Shabaab, residents said.", "en", "al-Shabaab"),
    ],
)
def test_an_armed_group_is_a_group_and_no_person(text: str, language: str, name: str) -> None:
    assert entities(text, language)[name].kind == "group"


def test_a_namesake_is_somebody_else() -> None:
    found = entities("Joko Widodo Santoso, pedagang di Klaten, mengatakan harga cabai naik.", "id")
    assert all(one.qid != "Q3318231" for one in found.values())


def test_a_body_that_no_rule_of_names_finds_is_there_once() -> None:
    found = entities("Penyidik KPK menahan dua orang. Ketua KPK mengatakan Komisi Pemberantasan Korupsi punya bukti.", "id")
    assert [one.name for one in found.values() if "KPK" in (one.name, *one.aliases)] == ["Komisi Pemberantasan Korupsi"]
