"""Sentences end where a reader ends them: not at abbreviations, initials or figures, and never inside a quotation."""

from __future__ import annotations

import pytest

from saksi.reading.laid_out import lay_out
from saksi.reading.language import language


def sentences(text: str, code: str = "id") -> list[str]:
    laid = lay_out(text, language(code))
    return [laid.tokens.slice(s.first, s.last) for s in laid.sentences]


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("id", ["Air naik.", "Perahu hanyut.", "Kami selamat!"]),
        ("id", ["Di mana beras itu?", "Tidak ada yang tahu."]),
        ("id", ["Dr. Lestari tiba di Jl. Melati No. 5 kemarin.", "Ia bertemu Hasan."]),
        ("id", ["Kol. Purn. H. Sukma Jaya, S.H., M.H., hadir.", "Ia diam."]),
        ("id", ["Harga naik 2,5 persen menjadi Rp 12.500 per liter.", "Warga mengeluh."]),
        ("id", ["Rapat mulai pukul 07.30 WIB.", "Hasan terlambat."]),
        ("id", ["Muh. Hasan dan Moh. Jafar datang.", "Mereka diam."]),
        ("en", ["Mr. Lund met Dr. Voss at 7.30 p.m. on the quay.", "They left."]),
        ("en", ["J. K. Brandt owns the ship.", "He is ill."]),
        ("en", ["The U.S. Navy left the port.", "It was empty."]),
        ("en", ["Gen. Lund and Lt. Col. Voss came.", "Sen. Brandt stayed."]),
        ("en", ["The rate rose 2.5 percent.", "Prices fell."]),
        ("en", ["Was it I.", "Nobody knew."]),
        ("id", ["Surat itu ditandatangani R.", "Ia membayar tunai."]),
        ("id", ["Korban berinisial N. B.", "Mereka diam."]),
        ("id", ["Pembunuhnya S.", "Sementara T. Wirya hadir."]),
        ("id", ["Gudang itu milik B.", "Warga mengeluh."]),
        ("id", ["M. Lalu Wirya dan H. Ustaz Hasan hadir."]),
        ("en", ["The clerk met witness R.", "She paid in cash."]),
        ("en", ["It was plan B.", "When it failed, they left."]),
        ("en", ["Ole B. Lund and J. K. An own it."]),
        ("en", ["Northern Star Ltd. sold the ship.", "The crew left."]),
    ],
)
def test_a_paragraph_is_cut_into_sentences(code: str, parts: list[str]) -> None:
    assert sentences(" ".join(parts), code) == parts


@pytest.mark.parametrize(
    "text",
    [
        '"Air naik. Perahu hanyut. Kami selamat," kata Lestari.',
        '"Di mana beras itu? Siapa yang membawanya?" tanya Lestari.',
        '"Jangan!" teriak Hasan.',
        'Lestari berkata, "Air naik. Perahu hanyut."',
        'Ia menyebut "pulang. sekarang." sebagai perintah.',
    ],
)
def test_a_quotation_stays_with_its_attribution(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize("text", ['"Never!" Voss said.', '"Where is it?" the mayor asked on Monday.', '"It sank. We swam," Voss said.'])
def test_a_quotation_stays_with_a_speaker_who_begins_with_a_capital(text: str) -> None:
    assert sentences(text, "en") == [text]


def test_a_sentence_ends_with_its_quotation() -> None:
    assert sentences('Lestari berkata, "Air naik." Hasan diam.') == ['Lestari berkata, "Air naik."', "Hasan diam."]


def test_a_new_quotation_is_a_new_sentence() -> None:
    assert sentences('"Air naik," katanya. "Perahu hanyut."') == ['"Air naik," katanya.', '"Perahu hanyut."']


def test_no_sentence_crosses_a_paragraph() -> None:
    laid = lay_out("Tanpa titik di akhir\n\nParagraf baru. Kalimat baru", language("id"))
    assert [laid.tokens.slice(s.first, s.last) for s in laid.sentences] == ["Tanpa titik di akhir", "Paragraf baru.", "Kalimat baru"]
    assert [s.paragraph for s in laid.sentences] == [0, 1, 1]


def test_a_line_end_is_no_sentence_end() -> None:
    assert sentences("Kapal itu menuju\nPontianak kemarin. Hasan diam.") == ["Kapal itu menuju\nPontianak kemarin.", "Hasan diam."]


def test_several_stops_end_one_sentence() -> None:
    assert sentences("Mengapa?! Entah... Pulanglah.") == ["Mengapa?!", "Entah...", "Pulanglah."]


def test_a_stop_without_a_space_behind_it_ends_a_sentence() -> None:
    assert sentences("Gudang itu kosong.Lestari diam.") == ["Gudang itu kosong.", "Lestari diam."]


def test_nothing_has_no_sentences() -> None:
    assert sentences("") == []
    assert sentences("\n\n \n") == []
