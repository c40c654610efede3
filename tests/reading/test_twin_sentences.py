"""Sentences that a text tells twice with other words in one slot, and sentences that are only alike."""

from __future__ import annotations

from typing import Literal

import pytest

from saksi.reading.conflicts import find_conflicts
from saksi.records import Mention, QuantityValue, Span, TimeValue

LEAD = "Hasan Burhan adalah tokoh penting di masa itu"
TAIL = "Hasan Burhan adalah tokoh terbuang di masa itu"
STORY = "Kapal tiba pagi ini. Nelayan menyambutnya di dermaga.\n\nHarga ikan naik lagi. Warga mengeluh."


def twins(a: str, b: str, language: str = "id", between: str = STORY) -> list[tuple[str, str, str, str, str]]:
    text = f"{a}\n\n{between}\n\n{b}. Selesai."
    found = find_conflicts(text, language, (), (), ())
    return [(c.kind, c.a.text, c.b.text, c.differs[0].a, c.differs[0].b) for c in found]


def test_a_sentence_told_twice_with_another_attribute() -> None:
    """The spans are the sentences without their final stop."""
    assert twins(LEAD, TAIL) == [("attribute", LEAD, TAIL, "penting", "terbuang")]


def test_an_english_sentence_told_twice_with_another_attribute() -> None:
    a, b = "Hasan Burhan was a loyal officer of the old king", "Hasan Burhan was a disgraced officer of the old king"
    assert twins(a, b, "en") == [("attribute", a, b, "loyal", "disgraced")]


def test_opposites_need_no_copula() -> None:
    a, b = "Partai Bahari akhirnya menang dalam pemilihan bupati tahun itu", "Partai Bahari akhirnya kalah dalam pemilihan bupati tahun itu"
    assert twins(a, b) == [("attribute", a, b, "menang", "kalah")]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Hasan Burhan adalah tokoh penting di masa itu", "Hasan Burhan adalah tokoh penting di masa itu"),
        ("Hasan Burhan adalah tokoh penting di masa itu", "Umar Burhan adalah tokoh penting di masa itu"),
        ("Ia adalah tokoh penting di masa perang itu", "Ia adalah tokoh terbuang di masa perang itu"),
        ("Seorang guru berkata harga beras naik tajam tahun itu", "Seorang polisi berkata harga beras naik tajam tahun itu"),
        ("Hasan Burhan membeli rumah besar di tepi pantai", "Hasan Burhan membeli rumah kecil di tepi pantai"),
        ("Hasan Burhan adalah anggota komisi pertama di dewan itu", "Hasan Burhan adalah anggota komisi kedua di dewan itu"),
        ("Hasan Burhan adalah tokoh pesisir utara di masa itu", "Hasan Burhan adalah tokoh pesisir utaranya di masa itu"),
        ("Hasan Burhan adalah bupati ke 3 di kabupaten itu", "Hasan Burhan adalah bupati ke 4 di kabupaten itu"),
        ("Hasan Burhan adalah tokoh penting", "Hasan Burhan adalah tokoh terbuang"),
        ("Hasan Burhan adalah tokoh penting di masa itu", "Hasan Burhan adalah warga negara asing di masa itu"),
        ("Hasan Burhan kini adalah tokoh penting di masa itu", "Hasan Burhan kini adalah tokoh terbuang di masa itu"),
        ("Hasan Burhan lahir sebagai anak nelayan di Jepara", "Hasan Burhan lahir sebagai anak nelayan di Demak"),
    ],
)
def test_sentences_that_are_alike_without_a_conflict(a: str, b: str) -> None:
    assert twins(a, b) == []


def test_twins_side_by_side_are_a_figure_of_speech() -> None:
    assert find_conflicts(f"{LEAD}. {TAIL}.", "id", (), (), ()) == ()


def test_the_lines_of_a_list_are_no_twins() -> None:
    lines = [f"Hasan Burhan adalah tokoh {word} di masa itu." for word in ("penting", "terbuang", "terlupakan", "terkaya")]
    assert find_conflicts(f"\n\n{STORY}\n\n".join(lines), "id", (), (), ()) == ()


def test_a_caption_has_no_twin() -> None:
    text = f"{LEAD}\n\n{STORY}\n\n{TAIL}."
    assert find_conflicts(text, "id", (), (), (Span.cut(text, 0, len(LEAD)),)) == ()


SLOTS: dict[str, tuple[str, str, str]] = {
    "figure": ("Kapal Bahari karam dengan {} penumpang di selat sempit itu", "30", "50"),
    "date": ("Kapal Bahari karam pada {} di selat sempit itu", "Senin", "Selasa"),
    "place": ("Kapal Bahari karam di lepas pantai {} bersama muatannya", "Jepara", "Demak"),
}


def filled(kind: Literal["figure", "date", "place"], a: str, b: str) -> list[tuple[str, str, str]]:
    """The conflicts of a text that tells the sentence of `SLOTS` with `a` and again with `b`, both mentions of the kind."""
    frame = SLOTS[kind][0]
    text = f"{frame.format(a)}.\n\n{STORY.replace('lagi', 'tajam')}\n\n{frame.format(b)}."
    days = {"Senin": "2025-05-12", "Selasa": "2025-05-13", "Mei": "2025-05"}
    mentions: list[Mention] = []
    for n, (word, start) in enumerate(((a, text.index(a)), (b, text.rindex(b)))):
        end = start + len(word)
        if kind == "figure":
            value = QuantityValue(low=float(word), high=float(word), of="penumpang")
            mentions.append(Mention(id=f"m{n}", kind="quantity", start=start, end=end, text=word, value=value))
        elif kind == "date":
            day = TimeValue(type="DATE", value=days[word])
            mentions.append(Mention(id=f"m{n}", kind="time", start=start, end=end, text=word, value=day))
        else:
            mentions.append(Mention(id=f"m{n}", kind="place", start=start, end=end, text=word, entity=word.casefold()))
    return [(c.kind, c.differs[0].a, c.differs[0].b) for c in find_conflicts(text, "id", (), mentions, ())]


@pytest.mark.parametrize("kind", ["figure", "date", "place"])
def test_a_mention_that_differs_gives_the_conflict_its_kind(kind: Literal["figure", "date", "place"]) -> None:
    _, a, b = SLOTS[kind]
    assert filled(kind, a, b) == [(kind, a, b)]


def test_a_rounding_a_date_within_a_date_and_one_place_by_two_spellings_are_none() -> None:
    assert filled("figure", "287", "300") == []
    assert filled("date", "Senin", "Mei") == []
    assert filled("place", "Jepara", "JEPARA") == []


def test_a_language_without_words_has_no_conflicts() -> None:
    assert find_conflicts(f"{LEAD}. {STORY} {TAIL}.", "fr", (), (), ()) == ()


def test_the_same_sentence_ten_thousand_times_is_read_in_linear_time() -> None:
    """Hostile repetition: a list of pairs would never end."""
    text = "".join(f"Hasan Burhan adalah tokoh nomor{n} di masa itu. " for n in range(10_000))
    assert find_conflicts(text, "id", (), (), ()) == ()
