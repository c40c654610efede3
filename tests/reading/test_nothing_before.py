"""Something against a word that nothing came before, a number against the denial of any, one name against another."""

from __future__ import annotations

import pytest

from saksi.reading.read import read
from saksi.records import Article

BETWEEN = {
    "en": "Shops stayed open until late. Few people wished to talk. Rain fell in the evening.",
    "id": "Toko tetap buka sampai larut. Warga enggan berbicara. Hujan turun pada malam hari.",
}


def kinds(text: str, language: str) -> list[str]:
    reading = read(Article(id="a", text=text, language=language, published="2026-11-20"))
    return [conflict.kind for conflict in reading.conflicts]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Residents said the shelling began on Tuesday. The ministry said nothing happened before Wednesday.", "en"),
        ("An official said the gates moved at 9:40 p.m. on Thursday. The chair said no gate was touched before midnight.", "en"),
        ("Warga mengatakan penembakan dimulai pada Selasa. Kementerian mengatakan tidak ada yang terjadi sebelum Rabu.", "id"),
    ],
)
def test_something_before_the_time_before_which_nothing_happened(text: str, language: str) -> None:
    assert kinds(text, language) == ["date"]


@pytest.mark.parametrize(
    "text",
    [
        "Residents said the shelling began on Thursday. The ministry said nothing happened before Wednesday.",
        "An official said the pumps stopped at 9:40 p.m. on Thursday. The chair said no gate was touched before midnight.",
        "The ministry said the shelling began on Tuesday. The ministry said nothing happened before Wednesday.",
    ],
)
def test_a_later_time_another_thing_and_the_same_speaker_are_none(text: str) -> None:
    assert kinds(text, "en") == []


def test_a_number_against_the_denial_of_any() -> None:
    text = "The minister denied that any {} had been agreed. A copy of the accord mentions 5,000 posts."
    assert kinds(text.format("number"), "en") == ["polarity"]
    assert kinds(text.format("pay rise"), "en") == []


@pytest.mark.parametrize(
    ("told", "first", "second", "found"),
    [
        ("The company is led by {}, a former judge.", "Anna Kowalska", "Peter Lindqvist", ["attribute"]),
        ("The company was visited by {}, a former judge.", "Anna Kowalska", "Peter Lindqvist", []),
        ("The ship was carrying {} to Benghazi on Friday.", "sugar", "weapons", ["attribute"]),
        ("The ship carried {} to Benghazi in convoy.", "sugar", "weapons", []),
    ],
)
def test_where_one_alone_can_be_right(told: str, first: str, second: str, found: list[str]) -> None:
    text = f"{told.format(first)}\n\n{BETWEEN['en']}\n\n{told.format(second)}"
    assert kinds(text, "en") == found
