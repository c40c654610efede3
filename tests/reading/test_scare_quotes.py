"""Words between marks that nobody is said to have said: titles, nicknames, slogans, scare quotes, foreign words."""

from __future__ import annotations

from typing import Any

import pytest
from said import parameters, said

UNSAID: dict[str, list[Any]] = {
    "id": [
        'Film "Hujan di Lereng Merapi" tayang mulai pekan depan.',
        'Buku "Sawah Terakhir di Kota" karya Ratri Anggun terbit tahun lalu.',
        'Lagu "Pulang" diputar tiga kali malam itu.',
        'Sutarman "Kliwon" Wijaya membuka warung di tepi jalan.',
        'Pria yang akrab disapa "Pak Kumis" itu berjualan sejak 1998.',
        'Warga membentangkan spanduk bertuliskan "Tolak Tambang di Tanah Kami".',
        'Mereka membawa poster bertuliskan "Air untuk Semua".',
        'Kaus bertuliskan "Saya Petani" laris di pasar itu.',
        'Program "Satu Desa Satu Embung" berjalan sejak Mei.',
        'Operasi bersandi "Elang Malam" berakhir Selasa dini hari.',
        'Acara bertema "Merawat Laut" digelar di Pelabuhan Tuban.',
        'Pameran bertajuk "Tanah dan Ingatan" dibuka di Solo.',
        'Polisi menggerebek "pabrik" rumahan di Lumajang.',
        'Para "pahlawan devisa" itu tiba tanpa dijemput siapa pun.',
        'Istilah "mudik" berasal dari kata "udik".',
        'Kapal "Sinar Bahari" karam di Laut Sawu.',
        'Kelompok musik "Senja Kala" tampil di alun-alun.',
        'Tarian itu dikenal sebagai "tari lilin".',
        'Kelompok yang disebut-sebut "Negara Islam" itu menguasai bukit.',
        'Di dinding tertulis "Dilarang Masuk".',
        "Kue 'lapis' itu dijual di pasar 'Aisyiyah.",
        'Mereka makan "sushi" dan "ramen" di kedai baru.',
        'Ia memenangi lomba "Guru Teladan" tingkat kabupaten.',
        'Tim berjuluk "Laskar Bukit" itu kalah 0-2.',
    ],
    "en": [
        'The film "Rain on the Ridge" opens next week.',
        'Her book "The Last Paddy" came out in May.',
        'The band played "Homeward" three times.',
        'Owen "Sparks" Tarr opened a garage on Mill Road.',
        'The man known as "Uncle Beard" has sold nuts here since 1998.',
        'Marchers carried a banner reading "No Mine on Our Land".',
        'Some held signs that read "Water for All".',
        'T-shirts with the words "I Farm" sold out by noon.',
        'The "One Village, One Pond" programme began in May.',
        'Operation "Night Owl" ended at dawn.',
        'The so-called "Free Ridge Army" holds the hill.',
        'Police raided a "factory" in a garage in Carver.',
        'The "heroes" landed and nobody met them.',
        'The word "yacht" comes from Dutch.',
        'The ferry "Northern Light" sank off Skagen.',
        'The dance is known as "the candle".',
        'They ate "sushi" and "ramen" in the new place.',
        'He won the "Teacher of the Year" award.',
        "The '90s were the fishermen's best years.",
        'The team, nicknamed "the Larks", lost 2-0.',
        'An exhibition titled "Soil and Memory" opened in Leeds.',
        'A painting called "Harvest" hangs in the hall.',
        'The 5" pipe and the 7" pipe leaked.',
        'On the wall somebody had painted "Keep Out".',
        'He starred in "The Long Field" and "Mud Season".',
    ],
}


@pytest.mark.parametrize(("language", "text"), parameters(UNSAID))
def test_quoted_words_that_nobody_says(language: str, text: str) -> None:
    assert said(text, language) == []


BESIDE_SPEECH: dict[str, list[Any]] = {
    "id": [
        ('"Kami menang," kata Suminar. Film "Hujan" diputar malam itu.', ["Kami menang"]),
        ('"Kami menang," kata Suminar. "Laskar Bukit" kalah 0-2.', ["Kami menang"]),
        ('"Kami menang," kata Suminar.\n\n"Hujan di Lereng Merapi"\n\nFilm itu tayang pekan depan.', ["Kami menang"]),
        ('Ratri berkata film "Hujan di Lereng Merapi" gagal.', ['film "Hujan di Lereng Merapi" gagal']),
        ('Sutarman "Kliwon" Wijaya mengatakan panen gagal.', ["panen gagal"]),
        ('Pria yang disapa "Pak Kumis" itu mengatakan panen gagal.', ["panen gagal"]),
        ('Menurut Ratri, "pabrik" itu hanya gudang.', ['"pabrik" itu hanya gudang']),
    ],
    "en": [
        ('"We won," Tarr said. The film "Rain" was shown that night.', ["We won"]),
        ('"We won," Tarr said. "The Larks" lost 2-0.', ["We won"]),
        ('"We won," Tarr said.\n\n"Rain on the Ridge"\n\nThe film opens next week.', ["We won"]),
        ('Tarr said the film "Rain on the Ridge" had failed.', ['the film "Rain on the Ridge" had failed']),
        ('Owen "Sparks" Tarr said the harvest had failed.', ["the harvest had failed"]),
        ('According to Tarr, the "factory" was only a shed.', ['the "factory" was only a shed']),
    ],
}


@pytest.mark.parametrize(("language", "text", "expected"), parameters(BESIDE_SPEECH))
def test_titles_and_nicknames_beside_speech(language: str, text: str, expected: list[str]) -> None:
    assert [row.contents for row in said(text, language)] == expected
