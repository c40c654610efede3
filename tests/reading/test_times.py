"""What the reading of times promises: which words are times, and which days they mean."""

from __future__ import annotations

import pytest
from said import times_of

from saksi.reading.times import find_times
from saksi.records import Mention, TimeValue


def times(text: str, language: str, published: str | None) -> list[tuple[str, str | None]]:
    """The words and the TIMEX3 value of every time."""
    return [(m.text, value(m).value) for m in times_of(text, language, published)]


def value(mention: Mention) -> TimeValue:
    assert isinstance(mention.value, TimeValue)
    return mention.value


def only(text: str, language: str, published: str | None = "2017-03-25") -> TimeValue:
    """The value of the one time that a text names."""
    (mention,) = times_of(text, language, published)
    return value(mention)


FOUNDING = (
    "Haftar di Moskow, Rusia, (29/11/2016).\n\nKepala militer AS pada Jum'at (24/3) mengatakan hal itu. "
    "Awal bulan ini, Reuters melaporkan. AS mengirim pasukan selama dua tahun terakhir."
)


def test_without_a_published_date_the_year_is_the_one_whose_weekday_fits_after_the_latest_full_date() -> None:
    found = {m.text: value(m) for m in times_of(FOUNDING, "id", None)}
    assert found["(29/11/2016)"].value == "2016-11-29"
    assert found["Jum'at (24/3)"].value == "2017-03-24"
    early = found["Awal bulan ini"]
    assert (early.from_, early.to, early.approximate) == ("2017-03-01", "2017-03-10", True)
    lasting = found["selama dua tahun terakhir"]
    assert (lasting.type, lasting.value, lasting.from_, lasting.to) == ("DURATION", "P2Y", "2015-03-24", "2017-03-24")


def test_a_day_just_before_the_latest_full_date_is_not_put_years_ahead() -> None:
    text = "Pemilihan tertunda hingga Rabu (9/12/2020). Massa datang pada Selasa (8/12)."
    assert [v for _, v in times(text, "id", None)] == ["2020-12-09", "2020-12-08"]


def test_a_mention_is_verbatim_and_keeps_its_id() -> None:
    text = "Tiba kemarin. Pergi 12 Mei 2020."
    for mention in times_of(text, "id", "2020-05-13"):
        assert text[mention.start : mention.end] == mention.text
        assert mention.kind == "time"
    assert [m.id for m in times_of(text, "id", "2020-05-13")] == [m.id for m in times_of(text, "id", "2020-05-13")]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Banjir terjadi kemarin.", "2017-03-24"),
        ("Banjir terjadi kemarin lusa.", "2017-03-23"),
        ("Banjir terjadi hari ini.", "2017-03-25"),
        ("Banjir terjadi tadi malam.", "2017-03-24TNI"),
        ("Ia datang besok pagi.", "2017-03-26TMO"),
        ("Banjir terjadi pekan lalu.", "2017-W11"),
        ("Minggu lalu banjir terjadi.", "2017-W11"),
        ("Banjir terjadi Minggu malam.", "2017-03-19TNI"),
        ("Rapat digelar bulan depan.", "2017-04"),
        ("Rapat digelar Senin mendatang.", "2017-03-27"),
        ("Rapat akan digelar pada Senin.", "2017-03-27"),
        ("Rapat digelar sejak Senin.", "2017-03-20"),
        ("Rapat digelar Senin (20/3) malam.", "2017-03-20TNI"),
        ("Rapat digelar Sabtu malam (18/3).", "2017-03-18TNI"),
        ("Rapat digelar Minggu (22/11/2020) malam.", "2020-11-22TNI"),
        ("Rapat digelar Rabu, 5 April 2017.", "2017-04-05"),
        ("Rapat digelar 14-2-2024.", "2024-02-14"),
        ("Rapat digelar 6 Nop 2019.", "2019-11-06"),
        ("Ankara, 16/3 - Turki membantah.", "2017-03-16"),
        ("Pada Januari 2020 ia pergi.", "2020-01"),
        ("Mei lalu ia pergi.", "2016-05"),
        ("Maret lalu ia pergi.", "2016-03"),
        ("Survei digelar 29 Mei 2016.", "2016-05-29"),
        ("Agustus mendatang ia pergi.", "2017-08"),
        ("Sejak 2011 perang berlangsung.", "2011"),
        ("Pertengahan 2016 ia pergi.", "2016"),
        ("Harga naik pada kuartal II 2021.", "2021-Q2"),
        ("Kota itu dibangun pada abad ke-19.", "18XX"),
        ("Konflik pecah pada 1990-an.", "199X"),
        ("Ia pergi dua hari lalu.", "2017-03-23"),
        ("Ia pergi lima bulan yang lalu.", "2016-10"),
        ("Ia pergi sehari sebelumnya.", "2017-03-24"),
        ("Ia menunggu setengah jam.", "PT0.5H"),
        ("Gencatan senjata berlaku 72 jam.", "PT72H"),
        ("Gencatan senjata berlaku selama sepekan.", "P1W"),
        ("Rapat digelar setiap Senin.", "XXXX-WXX-1"),
        ("Rapat digelar setiap enam bulan.", "P6M"),
        ("Ledakan terjadi pukul 14.30 WIB.", "T14:30"),
        ("Ledakan terjadi pukul 8 malam.", "T20"),
        ("Senin (20/3) pukul 14.30 WIB ledakan terjadi.", "2017-03-20T14:30"),
        ("Saat ini ia diam.", "PRESENT_REF"),
    ],
)
def test_indonesian(phrase: str, expected: str) -> None:
    assert only(phrase, "id").value == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("He left yesterday.", "2017-03-24"),
        ("He left last Friday.", "2017-03-17"),
        ("He left on Friday, officials said.", "2017-03-24"),
        ("He will leave on Friday.", "2017-03-31"),
        ("He said on Friday it would rain.", "2017-03-24"),
        ("He leaves next Monday.", "2017-03-27"),
        ("He left on 24 March.", "2017-03-24"),
        ("LAGOS, May 14 (Reuters) - He left.", "2017-05-14"),
        ("He left on Nov. 5, 2016.", "2016-11-05"),
        ("He left on the 30th of June 2016.", "2016-06-30"),
        ("He left on 22/04/2016.", "2016-04-22"),
        ("He left on 2/3/2017.", "2017-02-03"),
        ("The house burned in May.", "2016-05"),
        ("The house burned in mid-July 2016.", "2016-07"),
        ("It was founded in 2000.", "2000"),
        ("The music of the 1990s.", "199X"),
        ("Rates could double by the end of the week.", "2017-W12"),
        ("He left three weeks ago.", "2017-03-04"),
        ("Sales were lower a year earlier.", "2016"),
        ("He leaves the day after tomorrow.", "2017-03-27"),
        ("They met two weeks before 13 May 1999.", "1999-04-29"),
        ("He waited nearly three hours.", "PT3H"),
        ("A three-day visit.", "P3D"),
        ("A ½ hour call.", "PT0.5H"),
        ("He waited half an hour.", "PT0.5H"),
        ("Pipes are inspected every six months.", "P6M"),
        ("Pipes are inspected every other week.", "P2W"),
        ("He left last night.", "2017-03-24TNI"),
        ("Shots were heard at 3:30 pm.", "T15:30"),
        ("Shots were heard at 3pm on Tuesday.", "2017-03-21T15"),
        ("In the first week of October 2016 it rained.", "2016-10"),
    ],
)
def test_english(phrase: str, expected: str) -> None:
    assert only(phrase, "en").value == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Skor akhir 24/3 menurut juri."),
        ("id", "Pasal 14/2 dibahas."),
        ("id", "Senin Otto, pengamat, menulis buku."),
        ("id", "Koran Minggu Pagi terbit di Jogja."),
        ("id", "Partai Mei Merah kalah."),
        ("id", "Sebanyak 100-200 militan bertahan."),
        ("id", "Harga itu 2.500 rupiah, pasal 2018."),
        ("id", "Hubungi 0812-3456-2020."),
        ("id", "Umar berusia 40 tahun. Siti (41 tahun) hadir."),
        ("id", "Sebanyak 2020 orang hadir."),
        ("en", "This may or may not be right, and they march on."),
        ("en", "April Jones and May Smith came second."),
        ("en", "A 40-year-old man aged well."),
        ("en", "Deliver 2000 pieces of toys."),
        ("en", "The Daily Gleam had a 4:3 screen."),
        ("en", "Tel: +86 138-2010-2015"),
    ],
)
def test_no_time_here(language: str, text: str) -> None:
    assert times(text, language, "2017-03-25") == []


@pytest.mark.parametrize(
    ("language", "text", "first", "last"),
    [
        ("id", "Latihan digelar 3-7 April 2017.", "2017-04-03", "2017-04-07"),
        ("id", "Latihan digelar Maret hingga Mei 2016.", "2016-03-01", "2016-05-31"),
        ("id", "Perang antara 2014 dan 2016 berakhir.", "2014-01-01", "2016-12-31"),
        ("id", "Rapat dari 5 Desember hingga 7 Februari 2019.", "2018-12-05", "2019-02-07"),
        ("id", "Survei digelar 29 Mei-20 Juni 2020.", "2020-05-29", "2020-06-20"),
        ("id", "Masa jabatan 2019-2023.", "2019-01-01", "2023-12-31"),
        ("en", "It lasted from 9 to 12 June 2016.", "2016-06-09", "2016-06-12"),
        ("en", "It lasted from 2014 to 2016.", "2014-01-01", "2016-12-31"),
    ],
)
def test_a_stretch_has_its_ends_and_no_value_of_its_own(language: str, text: str, first: str, last: str) -> None:
    found = only(text, language)
    assert (found.value, found.from_, found.to) == (None, first, last)


def test_a_weekday_named_again_is_the_one_that_its_date_told() -> None:
    text = "Bentrokan pecah sejak Senin (12/5). Dua orang tewas sejak Senin, kata polisi."
    assert [v for _, v in times(text, "id", "2025-05-22")] == ["2025-05-12", "2025-05-12"]


def test_a_time_of_day_and_that_night_belong_to_the_day_named_before() -> None:
    text = "Roket jatuh pada Sabtu malam (20/1). Sekitar pukul 23.15 listrik padam. Kami diam malam itu."
    assert [v for _, v in times(text, "id", "2024-01-22")] == ["2024-01-20TNI", "2024-01-20T23:15", "2024-01-20TNI"]


def test_what_cannot_be_dated_keeps_its_parts() -> None:
    assert times("Ia tiba pada Senin.", "id", None) == [("Senin", "XXXX-WXX-1")]
    assert times("Ia tiba pada 24/3.", "id", None) == [("24/3", "XXXX-03-24")]
    assert times("He came yesterday.", "en", None) == [("yesterday", None)]


def test_an_era_is_named_but_not_dated() -> None:
    assert times("Ia tokoh penting di era Orde Baru.", "id", "2020-01-01") == [("era Orde Baru", None)]


def test_days_that_no_calendar_has_are_no_times() -> None:
    assert times("Pada 31/2/2020 dan 45/1/2020.", "id", "2020-01-01") == []


def test_the_edge_of_the_calendar_is_no_error() -> None:
    assert times("Ia pergi 9000 tahun lalu dan 99999999999 hari lalu.", "id", "2020-01-01") is not None
    assert times("He left 500 centuries ago.", "en", "0001-01-01") is not None


def test_another_language_or_a_broken_date_is_no_error() -> None:
    assert find_times("Hier fuhr er.", (), "de", "2020-01-01") == ()
    assert times("He left today.", "en", "not a date") == [("today", None)]
