"""Where a speaker's name begins and ends, several speakers in one phrase, and speakers without a name."""

from __future__ import annotations

import pytest
from said import read_text
from speaking import Speaker, found, rows, same

NAMES = {
    "id": [
        Speaker("Menteri Keuangan Sri Lestari mengatakan, {}.", "Sri Lestari", "Menteri Keuangan"),
        Speaker('"Gudang itu kosong," kata Sri Lestari.', "Sri Lestari"),
        Speaker("Ketua Himpunan Nelayan Lombok Lalu Gede Wirya mengatakan, {}.", "Lalu Gede Wirya", "Ketua", "Himpunan Nelayan Lombok"),
        Speaker("Direktur PT Layar Biru I Gusti Ketut Wirya mengatakan, {}.", "I Gusti Ketut Wirya", "Direktur", "PT Layar Biru"),
        Speaker("Ketua Bawaslu Papua Abdul Mu'ti bin Hasan mengatakan, {}.", "Abdul Mu'ti bin Hasan", "Ketua", "Bawaslu Papua"),
        Speaker("Hasan Basri, S.H., M.Hum., mengatakan {}.", "Hasan Basri"),
        Speaker(
            "Rektor Universitas Andalas Prof Dr Ir Hasan Basri MSc mengatakan, {}.",
            "Hasan Basri",
            "Rektor | Prof | Dr | Ir",
            "Universitas Andalas",
        ),
        Speaker("Kepala BPS DR. H. Hasan Basri, M.Si mengatakan, {}.", "Hasan Basri", "Kepala | DR. | H.", "BPS"),
        Speaker("Kombes Pol M. Hasan Basri mengatakan, {}.", "M. Hasan Basri", "Kombes Pol"),
        Speaker("Kapolres Randualit AKBP Hasan Basri mengatakan, {}.", "Hasan Basri", "Kapolres | AKBP", "Randualit"),
        Speaker('"Gudang itu kosong," kata Hasan dari Balai Karantina Mataram.', "Hasan", "", "Balai Karantina Mataram"),
        Speaker('"Gudang itu kosong," kata Hasan di Alun-alun Randualit.', "Hasan"),
        Speaker("Salah seorang warga, Siti, mengatakan {}.", "Siti", "warga"),
        Speaker("Warga bernama Siti mengatakan {}.", "Siti", "Warga"),
        Speaker("Seorang nelayan bernama Hasan Basri mengatakan {}.", "Hasan Basri", "nelayan"),
        Speaker("Hasan, warga desa itu, mengatakan {}.", "Hasan", "warga desa itu"),
        Speaker("Ibu korban, Sumiati, mengatakan {}.", "Sumiati", "Ibu korban"),
        Speaker("Ibu Sumiati mengatakan {}.", "Sumiati"),
        Speaker("Sahabat Rini mengatakan {}.", "Sahabat Rini"),
        Speaker(
            "Kepala Dinas Kesehatan Sleman dr. Mira Lestari, M.Kes., mengatakan {}.",
            "Mira Lestari",
            "Kepala | dr.",
            "Dinas Kesehatan Sleman",
        ),
        Speaker(
            '"Gudang itu kosong," kata Kepala Dinas Kesehatan Sleman dr. Mira Lestari.',
            "Mira Lestari",
            "Kepala | dr.",
            "Dinas Kesehatan Sleman",
        ),
        Speaker("Kepala desa Batu Ampar, Muh. Arsyad, mengatakan {}.", "Muh. Arsyad", "Kepala desa", "Batu Ampar"),
        Speaker("VP Komunikasi Korporat TJL Intan Lestari mengatakan {}.", "Intan Lestari", "VP Komunikasi Korporat", "TJL"),
        Speaker("Hasan Basri selaku Direktur Utama PT Layar Biru mengatakan {}.", "Hasan Basri", "Direktur Utama", "PT Layar Biru"),
        Speaker('"Gudang itu kosong," kata Siti (34), pedagang ikan dari Pulau Rindang.', "Siti", "pedagang ikan"),
        Speaker('"Gudang itu kosong," tutur Umm Salma (41), ibu tiga anak di Karang Melati.', "Umm Salma", "ibu tiga anak"),
        Speaker("Siti (34), warga Desa Sumberejo, mengatakan {}.", "Siti", "warga Desa Sumberejo"),
        Speaker("Imam Basri mengatakan, {}.", "Imam Basri"),
        Speaker("Imam masjid itu, Hasan, mengatakan {}.", "Hasan", "Imam masjid itu"),
        Speaker("Menteri Pertanian Bambang Surya Putra mengatakan, {}.", "Bambang Surya Putra", "Menteri Pertanian"),
        Speaker(
            "Kepala Bidang Kementerian Pertanian Agung Wirawan mengatakan, {}.", "Agung Wirawan", "Kepala Bidang", "Kementerian Pertanian"
        ),
        Speaker("Jaksa Agung Hasan Basri mengatakan, {}.", "Hasan Basri", "Jaksa Agung"),
        Speaker("Operator feri, PT Layar Biru, mengatakan {}.", "PT Layar Biru", "Operator feri"),
        Speaker("Surat kabar Dorvania, The Evening Lantern, melaporkan {}.", "The Evening Lantern"),
        Speaker("Kantor berita Norwegia, Fjordnytt, melaporkan {}.", "Fjordnytt"),
        Speaker("Media setempat, Kabar Randualit, melaporkan {}.", "Kabar Randualit"),
        Speaker("Menurut koran Norwegia, Northern Post, {}.", "Northern Post"),
        Speaker("Harian Pelita, Jawa Barat, melaporkan {}.", "Harian Pelita", "", "Jawa Barat"),
        Speaker(
            "Menteri Luar Negeri Dorvania Ansgar Tolke mengatakan, {}. Tolke tiba di Dorvania.",
            "Ansgar Tolke",
            "Menteri Luar Negeri",
            "Dorvania",
        ),
    ],
    "en": [
        Speaker("Sen. Joe Dent (R-Ky.) said {}.", "Joe Dent", "Sen."),
        Speaker("Dent, D-Ohio, said {}.", "Dent"),
        Speaker("John Dent Jr. said {}.", "John Dent Jr."),
        Speaker("John Dent III said {}.", "John Dent III"),
        Speaker("Abdullah bin Zayed said {}.", "Abdullah bin Zayed"),
        Speaker("Foreign Minister Omar al-Khalidi said {}.", "Omar al-Khalidi", "Foreign Minister"),
        Speaker("Mary O'Brien-Smith said {}.", "Mary O'Brien-Smith"),
        Speaker("Dutch Prime Minister Jan van der Meer said {}.", "Jan van der Meer", "Prime Minister", "Dutch"),
        Speaker('"The store was empty," said Ann Lee, a day after the fire.', "Ann Lee"),
    ],
}

SEVERAL = {
    "id": [
        Speaker("Hasan Basri, Siti Lestari, dan Bambang Susilo mengatakan {}.", "Hasan Basri | Siti Lestari | Bambang Susilo"),
        Speaker("Hasan Basri dan Siti Lestari mengatakan {}.", "Hasan Basri | Siti Lestari"),
        Speaker("Hasan dan Koordinator Forum Kampus Siti Lestari menuntut {}.", "Hasan | Siti Lestari", "Koordinator", "Forum Kampus"),
        Speaker("Bupati Hasan Basri dan Wakil Bupati Siti Lestari mengatakan {}.", "Hasan Basri | Siti Lestari", "Bupati | Wakil Bupati"),
        Speaker("Kamar Dagang dan Industri mengatakan {}.", "Kamar Dagang dan Industri"),
        Speaker("Baik Hasan Basri maupun Siti Lestari mengatakan {}.", "Hasan Basri | Siti Lestari"),
        Speaker("Baik Dorvania maupun pemilik gudang mengatakan {}.", "Dorvania | pemilik gudang"),
        Speaker('"Gudang itu kosong," kata Hasan Basri maupun Siti Lestari.', "Hasan Basri | Siti Lestari"),
        Speaker("Baik, Hasan Basri mengatakan {}.", "Hasan Basri"),
    ],
    "en": [
        Speaker("Ann Lee and Ole Brandt said {}.", "Ann Lee | Ole Brandt"),
        Speaker("Both Ann Lee and Ole Brandt said {}.", "Ann Lee | Ole Brandt"),
        Speaker("Both Ann Lee and the ferry company said {}.", "Ann Lee | ferry company"),
        Speaker("Both sisters said {}.", "sisters"),
        Speaker("Ann Lee, Ole Brandt and Mira Lund said {}.", "Ann Lee | Ole Brandt | Mira Lund"),
        Speaker("Mayor Ann Lee and Gov. Ole Brandt said {}.", "Ann Lee | Ole Brandt", "Mayor | Gov."),
        Speaker("The Food and Drug Administration said {}.", "Food and Drug Administration"),
    ],
}

NO_NAME = {
    "id": [
        Speaker("Seorang pejabat yang enggan disebut namanya mengatakan {}.", "Seorang pejabat"),
        Speaker("Wakil pengusaha mengatakan {}.", "Wakil pengusaha"),
        Speaker("Ada yang mengatakan {}.", "Ada yang"),
        Speaker("Ada pula yang menilai {}.", "Ada pula yang"),
        Speaker("Ada juga nelayan yang mengatakan {}.", "nelayan"),
        Speaker('"Gudang itu kosong," ujar beliau lirih.', "beliau"),
        Speaker('"Gudang itu kosong," ujar mereka santai saat ditemui.', "mereka"),
        Speaker("Ketua Ikatan Dokter Indonesia mengatakan {}.", "Ketua Ikatan Dokter Indonesia"),
    ],
    "en": [
        Speaker("A source familiar with the matter said {}.", "source"),
        Speaker("The Norwegian embassy said {}.", "Norwegian embassy"),
        Speaker("Mediators from Norway said {}.", "Mediators", "", "Norway"),
        Speaker("According to an estimate by the port authority, {}.", "estimate", "", "port authority"),
        Speaker("Data from Norway said {}.", "Data from Norway"),
        Speaker("In her next quarterly letter she wrote that {}.", "she"),
        Speaker("In her next quarterly letter the chair wrote that {}.", "chair"),
        Speaker("Last month officials said {}.", "officials"),
        Speaker("The second time a grey-haired porter said {}.", "grey-haired porter"),
        Speaker("That night the captain said {}.", "captain"),
        Speaker("The time traveller said {}.", "time traveller"),
        Speaker("Norway's embassy said {}.", "embassy", "", "Norway"),
        Speaker("The council's figures said {}.", "figures", "", "council"),
        Speaker("Reza Karimi came late. Karimi's ministry said {}.", "ministry"),
        Speaker("Patients' families said {}.", "families"),
    ],
}


@pytest.mark.parametrize(("code", "case"), rows(NAMES))
def test_a_name_begins_and_ends_where_the_person_does(code: str, case: Speaker) -> None:
    assert same(found(case, code), case), found(case, code)


def test_nobody_says_what_there_is_nobody_to_say() -> None:
    assert read_text("Tidak ada yang mengatakan gudang itu kosong.").statements == ()


@pytest.mark.parametrize(("code", "case"), rows(SEVERAL))
def test_several_speakers_are_each_one(code: str, case: Speaker) -> None:
    assert same(found(case, code), case), found(case, code)


@pytest.mark.parametrize(("code", "case"), rows(NO_NAME))
def test_a_speaker_without_a_name_is_the_phrase(code: str, case: Speaker) -> None:
    assert same(found(case, code), case), found(case, code)
