"""A state's name is its land behind words of place and in the lists they open, the state where it acts or qualifies."""

from __future__ import annotations

import pytest

from saksi.reading.read import read
from saksi.records import Article


def kinds(text: str, language: str = "id") -> dict[str, str]:
    return {mention.text: mention.kind for mention in read(Article(id="a", language=language, text=text)).mentions}


@pytest.mark.parametrize(
    ("text", "lands"),
    [
        ("Wabah menyebar di tiga negara, yakni Guinea, Liberia dan Mali.", ["Guinea", "Liberia", "Mali"]),
        ("Wabah menyebar di tiga negara, yakni Guinea, Liberia, dan Mali.", ["Guinea", "Liberia", "Mali"]),
        ("Bantuan dikirim ke Irak, Iran dan Suriah.", ["Irak", "Iran", "Suriah"]),
        ("Bom meledak di utara ibukota Afghanistan.", ["Afghanistan"]),
        ("Pesawat itu mendarat di Aleppo, Suriah.", ["Suriah"]),
    ],
)
def test_a_land(text: str, lands: list[str]) -> None:
    found = kinds(text)
    assert {land: found[land] for land in lands} == dict.fromkeys(lands, "place")


def test_states_that_act_together_are_no_lands() -> None:
    found = kinds("Rusia, Cina dan Iran menolak usul itu.")
    assert [found[state] for state in ("Rusia", "Cina", "Iran")] == ["state"] * 3


@pytest.mark.parametrize(
    "text", ["Ia menyebut negara Barat itu kaya.", "Banyak negara Timur ikut serta.", "Harga naik di negara Baru itu."]
)
def test_a_word_for_a_state_makes_no_state_of_a_town(text: str) -> None:
    """The gazetteer has towns named Barat, Timur and Baru, and no states."""
    assert not {"Barat", "Timur", "Baru"} & {text for text, kind in kinds(text).items() if kind == "place"}


def test_a_word_of_its_own_sort_still_proves_a_town() -> None:
    assert kinds("Ia lahir di kota Malang dan tinggal di kabupaten Jember.") == {"Malang": "place", "kabupaten Jember": "place"}
