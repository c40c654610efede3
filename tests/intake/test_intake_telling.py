"""Language, dates, names and captions told from a few words."""

from __future__ import annotations

import pytest

from saksi.intake.captions import is_caption
from saksi.intake.dates import iso_date
from saksi.intake.furniture import ends_body, is_furniture
from saksi.intake.language import tell
from saksi.intake.names import one_name, writers


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Wali kota mengatakan bahwa pasar itu akan dibuka kembali pada hari Senin karena perbaikan sudah selesai.", "id"),
        ("Datuk Bandar berkata pasar itu boleh dibuka semula pada hari Isnin kerana kerja pembaikan telah siap, iaitu lebih awal.", "ms"),
        ("The mayor said that the market would open again on Monday because the repairs were done.", "en"),
        ("El alcalde dijo que el mercado abrirá de nuevo el lunes porque las obras han terminado por fin.", None),
        ("Der Bürgermeister sagte, der Markt werde am Montag wieder öffnen, weil die Arbeiten beendet sind.", None),
        ("Мэр сказал, что рынок откроется в понедельник.", None),
        ("12 34", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert tell(text) == language


@pytest.mark.parametrize(
    ("stamp", "iso"),
    [
        ("2017-03-24", "2017-03-24"),
        ("2017-03-24T08:05:00+0700", "2017-03-24T08:05:00+07:00"),
        ("2017-03-24 08:05:09.123 Z", "2017-03-24T08:05:09Z"),
        ("20170324", "2017-03-24"),
        ("Jumat, 24 Maret 2017 08:05 WIB", "2017-03-24"),
        ("24 Agustus 2019", "2019-08-24"),
        ("March 24th, 2017", "2017-03-24"),
        ("24.03.2017", "2017-03-24"),
        ("03.04.2017", "2017-04-03"),
        ("24/03/2017", "2017-03-24"),
        ("03/04/2017", None),
        ("2017-13-40", None),
        ("31 Februari 2017", None),
        ("1203-01-01", None),
        ("yesterday", None),
    ],
)
def test_stamp(stamp: str, iso: str | None) -> None:
    assert iso_date(stamp) == iso


def test_sentence_with_a_date_is_no_date_line() -> None:
    assert iso_date("Updated: 24 March 2017, 10:15 GMT", label=True) == "2017-03-24"
    assert iso_date("The bridge was shut on 24 March 2017 by the town.", label=True) is None


@pytest.mark.parametrize(
    ("byline", "name"),
    [
        ("By Ann Lee", "Ann Lee"),
        ("Oleh: Budi Utomo", "Budi Utomo"),
        ("Reporter Siti Aminah", "Siti Aminah"),
        ("admin", None),
        ("https://example.org/ann", None),
        ("by staff", None),
        ("", None),
    ],
)
def test_name_in_a_byline(byline: str, name: str | None) -> None:
    assert one_name(byline) == name


def test_several_writers_each_once() -> None:
    assert writers(["By Ann Lee and Bo Chan", "ANN LEE", None]) == "Ann Lee, Bo Chan"


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("Menteri Luar Negeri Laila Hanum, saat kunjungan ke Rabat, Maroko, (2/5/2018).", True),
        ("Foto: Made Wirawan/Kabar Pesisir", True),
        ("Warga menunggu di dermaga. (Foto: Made Wirawan)", True),
        ("Ia mengatakan hal itu di Rabat, Rabu (2/5/2018).", False),
        ("He left on Friday.", False),
    ],
)
def test_caption(text: str, caption: bool) -> None:
    assert is_caption(text) is caption


@pytest.mark.parametrize(
    "text",
    [
        "Share To:",
        "0 comments so far,add yours",
        "12 Comments",
        "Baca juga: Harga naik",
        "© 2020 Somebody",
        "• • •",
        "Facebook Twitter WhatsApp",
        "MENU",
    ],
)
def test_furniture(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "(Reuters)",
        "He left.",
        "Diperbarui oleh pemerintah pusat, aturan itu kini berlaku di semua pelabuhan dan kampung nelayan di pesisir.",
        "* * *",
    ],
)
def test_no_furniture(text: str) -> None:
    assert not is_furniture(text)


def test_heading_of_what_follows() -> None:
    assert ends_body("Related Articles:")
    assert not ends_body("The related article was withdrawn by its writer.")


@pytest.mark.parametrize(
    "text", ["a" * 100_000, "( " * 50_000, "1/" * 50_000, "A b " * 25_000, '"' * 100_000, "(foto" * 20_000, "me" * 50_000]
)
def test_long_runs_are_read_in_linear_time(text: str) -> None:
    """Each comes back at all: a pattern that backtracks would not within the life of the test run."""
    assert not is_caption(text)
    assert not is_furniture(text)
    iso_date(text)
    tell(text)
