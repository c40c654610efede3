"""Role, affiliation and name of a speaker, in the phrases that news prints most and that are cut wrong most easily."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from said import read_text

CLAUSE = {"id": "gudang itu kosong", "en": "the store was empty"}


class Speaker(NamedTuple):
    """An attribution with {} for what is said; speakers, roles and affiliations are joined by " | "."""

    sentence: str
    speakers: str
    roles: str = ""
    affiliations: str = ""


OFFICES = {
    "id": [
        Speaker(
            "Kepala Dinas Kesehatan Kota Randualit Wening Astuti mengatakan, {}.",
            "Wening Astuti",
            "Kepala",
            "Dinas Kesehatan Kota Randualit",
        ),
        Speaker(
            "Kepala Bidang Humas Polda Sulawesi Utara Komisaris Besar Hasan Basri mengatakan, {}.",
            "Hasan Basri",
            "Kepala Bidang Humas | Komisaris Besar",
            "Polda Sulawesi Utara",
        ),
        Speaker(
            "Kepala Biro Penerangan Masyarakat Divisi Humas Polri Brigadir Jenderal (Pol) Hasan Basri mengatakan, {}.",
            "Hasan Basri",
            "Kepala Biro Penerangan Masyarakat | Brigadir Jenderal (Pol)",
            "Divisi Humas Polri",
        ),
        Speaker(
            "Direktur Jenderal Perhubungan Laut Kementerian Perhubungan Agus Wirawan mengatakan, {}.",
            "Agus Wirawan",
            "Direktur Jenderal Perhubungan Laut",
            "Kementerian Perhubungan",
        ),
        Speaker(
            "Deputi Bidang Pengendalian Pencemaran Kementerian Lingkungan Hidup Dewi Lestari mengatakan, {}.",
            "Dewi Lestari",
            "Deputi Bidang Pengendalian Pencemaran",
            "Kementerian Lingkungan Hidup",
        ),
        Speaker(
            "Kepala Badan Ketahanan Pangan Kementerian Pertanian Bambang Susilo mengatakan, {}.",
            "Bambang Susilo",
            "Kepala Badan Ketahanan Pangan",
            "Kementerian Pertanian",
        ),
        Speaker(
            "Kepala Bareskrim Polri Komisaris Jenderal Hasan Basri mengatakan, {}.",
            "Hasan Basri",
            "Kepala Bareskrim | Komisaris Jenderal",
            "Polri",
        ),
        Speaker(
            "Guru Besar Fakultas Hukum Universitas Airlangga Hasan Basri menilai, {}.",
            "Hasan Basri",
            "Guru Besar Fakultas Hukum",
            "Universitas Airlangga",
        ),
        Speaker(
            "Pengajar Fakultas Teknik Universitas Andalas, Hasan Basri, menilai, {}.",
            "Hasan Basri",
            "Pengajar",
            "Fakultas Teknik Universitas Andalas",
        ),
        Speaker("Wakil Ketua Komisi VIII DPR Hasan Basri menilai, {}.", "Hasan Basri", "Wakil Ketua Komisi VIII", "DPR"),
        Speaker(
            "Ketua Dewan Pimpinan Daerah Himpunan Nelayan Indonesia Hasan Basri menilai, {}.",
            "Hasan Basri",
            "Ketua Dewan Pimpinan Daerah",
            "Himpunan Nelayan Indonesia",
        ),
        Speaker(
            "Ketua Umum Ikatan Dokter Indonesia (IDI) Mira Lestari mengatakan, {}.",
            "Mira Lestari",
            "Ketua Umum",
            "Ikatan Dokter Indonesia (IDI)",
        ),
        Speaker(
            "Ketua Yayasan Lembaga Konsumen Indonesia Mira Lestari mengatakan, {}.",
            "Mira Lestari",
            "Ketua",
            "Yayasan Lembaga Konsumen Indonesia",
        ),
        Speaker(
            "Ketua Kamar Dagang dan Industri (Kadin) Sumatera Barat Mira Lestari mengatakan, {}.",
            "Mira Lestari",
            "Ketua",
            "Kamar Dagang dan Industri (Kadin) Sumatera Barat",
        ),
        Speaker(
            "Sekretaris Perusahaan PT Bank Layar Biru Tbk Mira Lestari mengatakan, {}.",
            "Mira Lestari",
            "Sekretaris Perusahaan",
            "PT Bank Layar Biru Tbk",
        ),
        Speaker("CEO Bukabekas Mira Lestari mengatakan, {}.", "Mira Lestari", "CEO", "Bukabekas"),
        Speaker("Kepala BNPB Mira Lestari mengatakan, {}.", "Mira Lestari", "Kepala", "BNPB"),
        Speaker(
            "Pelaksana Tugas Kepala Dinas Perhubungan Papua Hasan Basri mengatakan, {}.",
            "Hasan Basri",
            "Pelaksana Tugas Kepala",
            "Dinas Perhubungan Papua",
        ),
        Speaker(
            "Menteri Koordinator Bidang Politik, Hukum, dan Keamanan Hasan Basri mengatakan, {}.",
            "Hasan Basri",
            "Menteri Koordinator Bidang Politik, Hukum, dan Keamanan",
        ),
        Speaker(
            '"Gudang itu kosong," kata Menteri Koordinator Bidang Politik, Hukum, dan Keamanan Hasan Basri di Randualit.',
            "Hasan Basri",
            "Menteri Koordinator Bidang Politik, Hukum, dan Keamanan",
        ),
        Speaker(
            "Kepala Dinas Tenaga Kerja, Transmigrasi, dan Energi DKI Jakarta Hasan Basri mengatakan, {}.",
            "Hasan Basri",
            "Kepala",
            "Dinas Tenaga Kerja, Transmigrasi, dan Energi DKI Jakarta",
        ),
        Speaker("Menteri Riset dan Teknologi Bambang Susilo mengatakan, {}.", "Bambang Susilo", "Menteri Riset dan Teknologi"),
        Speaker(
            "Pengamat kebijakan publik dari Universitas Andalas, Hasan Basri, mengatakan, {}.",
            "Hasan Basri",
            "Pengamat kebijakan publik",
            "Universitas Andalas",
        ),
        Speaker(
            "Deputi Bidang Inovasi pada Lembaga Administrasi Negara Hasan Basri mengatakan, {}.",
            "Hasan Basri",
            "Deputi Bidang Inovasi",
            "Lembaga Administrasi Negara",
        ),
        Speaker(
            '"Gudang itu kosong," sebut peneliti Lembaga Arsip Nasional (LAN), Dewi Lestari, dalam diskusi.',
            "Dewi Lestari",
            "peneliti",
            "Lembaga Arsip Nasional (LAN)",
        ),
        Speaker(
            "Kata sumber di kantor itu, gudang kosong. Peneliti dan pengajar Institut Teknologi Randualit Hasan Basri mengatakan, {}.",
            "Hasan Basri",
            "Peneliti dan pengajar",
            "Institut Teknologi Randualit",
        ),
        Speaker(
            "Pengamat penerbangan sekaligus anggota Ombudsman, Hasan Basri, mengatakan, {}.",
            "Hasan Basri",
            "Pengamat penerbangan | anggota",
            "Ombudsman",
        ),
        Speaker(
            "Wakil Ketua MPR dan anggota Komisi III DPR, Hasan Basri, mengatakan, {}.",
            "Hasan Basri",
            "Wakil Ketua | anggota Komisi III",
            "MPR | DPR",
        ),
        Speaker("Kapolda Metro Jaya Irjen Hasan Basri mengatakan, {}.", "Hasan Basri", "Kapolda | Irjen", "Metro Jaya"),
        Speaker("Sekjen PDI-P Hasan Basri mengatakan, {}.", "Hasan Basri", "Sekjen", "PDI-P"),
        Speaker("Ketua Fraksi Golkar DPRD Randualit Hasan Basri mengatakan, {}.", "Hasan Basri", "Ketua Fraksi Golkar", "DPRD Randualit"),
        Speaker("Ketua Bali Hotel Association Gede Wirya mengatakan, {}.", "Gede Wirya", "Ketua", "Bali Hotel Association"),
        Speaker(
            "Vice President of Marketplace Bukabekas Mira Lestari mengatakan, {}.",
            "Mira Lestari",
            "Vice President of Marketplace",
            "Bukabekas",
        ),
        Speaker("Konsul Jenderal RI di Chicago Mira Lestari mengatakan, {}.", "Mira Lestari", "Konsul Jenderal", "RI"),
        Speaker(
            "Juru bicara militer Sarth, Kolonel Dragan Velic, mengatakan {}.", "Dragan Velic", "Juru bicara | Kolonel", "militer Sarth"
        ),
        Speaker(
            "Kepala BNPB yang juga Ketua Satgas Banjir Hasan Basri mengatakan, {}.", "Hasan Basri", "Kepala | Ketua", "BNPB | Satgas Banjir"
        ),
        Speaker("Anggota tim kampanye Hasan Basri mengatakan, {}.", "Hasan Basri", "Anggota tim kampanye"),
    ],
    "en": [
        Speaker("Union president Ann Lee said {}.", "Ann Lee", "president", "Union"),
        Speaker("The union's president, Ann Lee, said {}.", "Ann Lee", "president", "union"),
        Speaker("Central bank governor Ann Lee said {}.", "Ann Lee", "governor", "Central bank"),
        Speaker("Foreign Ministry spokeswoman Ann Lee said {}.", "Ann Lee", "spokeswoman", "Foreign Ministry"),
        Speaker("Norwegian Foreign Ministry spokesman Ole Brandt said {}.", "Ole Brandt", "spokesman", "Norwegian Foreign Ministry"),
        Speaker("US President Ann Lee said {}.", "Ann Lee", "President", "US"),
        Speaker("U.S. Secretary of State Ann Lee said {}.", "Ann Lee", "Secretary of State", "U.S."),
        Speaker("Rear Adm. Ole Brandt said {}.", "Ole Brandt", "Rear Adm."),
        Speaker("Police Chief Ann Lee said {}.", "Ann Lee", "Police Chief"),
        Speaker("Deputy Prime Minister Ann Lee said {}.", "Ann Lee", "Deputy Prime Minister"),
        Speaker("Army spokesman Col. Ole Brandt said {}.", "Ole Brandt", "spokesman | Col.", "Army"),
        Speaker("Norwegian army spokesman Col. Ole Brandt said {}.", "Ole Brandt", "army spokesman | Col.", "Norwegian"),
        Speaker("The agency's director, Ann Lee, said {}.", "Ann Lee", "director", "agency"),
        Speaker("Northhaven University professor Ann Lee said {}.", "Ann Lee", "professor", "Northhaven University"),
        Speaker("Ann Lee, chief executive of Harbour Lines, said {}.", "Ann Lee", "chief executive", "Harbour Lines"),
        Speaker("Harbour Lines chief executive Ann Lee said {}.", "Ann Lee", "chief executive", "Harbour Lines"),
        Speaker(
            "Robert McAllister, a senior executive at Harbour's parent company, United Lines, said {}.",
            "Robert McAllister",
            "senior executive",
            "Harbour's parent company | United Lines",
        ),
        Speaker(
            "Matt Dowd, a former commissioner with the Water Commission who is now retired, said {}.",
            "Matt Dowd",
            "former commissioner",
            "Water Commission",
        ),
        Speaker("Karen Lee, 41, of Northhaven, said {}.", "Karen Lee"),
        Speaker("The prime minister's spokesman, Ole Brandt, said {}.", "Ole Brandt", "spokesman", "prime minister"),
        Speaker("Prime Minister's spokesman Ole Brandt said {}.", "Ole Brandt", "spokesman", "Prime Minister"),
        Speaker("Iran's Revolutionary Guard commander Reza Karimi said {}.", "Reza Karimi", "commander", "Iran's Revolutionary Guard"),
        Speaker("Ann Lee, a shepherd, said {}.", "Ann Lee", "shepherd"),
        Speaker('"The store was empty," said Ann Lee, a shepherd.', "Ann Lee", "shepherd"),
        Speaker('"The store was empty," said Ann Lee, 34, a fishmonger from Northhaven.', "Ann Lee", "fishmonger"),
        Speaker(
            '"The store was empty," said Ann Lee, head of the Northhaven search and rescue office.',
            "Ann Lee",
            "head",
            "Northhaven search and rescue office",
        ),
        Speaker("The operator, Delta Lines, said {}.", "Delta Lines", "operator"),
        Speaker("Ann Lee, an analyst at Farrow & Tidd, said {}.", "Ann Lee", "analyst", "Farrow & Tidd"),
        Speaker("Dr Ann Lee, the surgeon on duty, said {}.", "Ann Lee", "Dr | surgeon"),
        Speaker(
            "Ann Lee, director of research at the Nordic Institute in Oslo, said {}.", "Ann Lee", "director of research", "Nordic Institute"
        ),
        Speaker("Mother of two Ann Lee said {}.", "Ann Lee", "Mother of two"),
        Speaker("Former U.S. ambassador to Norway Ole Brandt said {}.", "Ole Brandt", "ambassador", "U.S."),
        Speaker('"The store was empty," said Ole Brandt, a lawyer for the family.', "Ole Brandt", "lawyer", "family"),
        Speaker('"The store was empty," said Ole Brandt for the third time.', "Ole Brandt"),
        Speaker("Amnesty International's Ann Lee said {}.", "Ann Lee", "", "Amnesty International"),
        Speaker("Ann Baker, the mayor, said {}.", "Ann Baker", "mayor"),
    ],
}

TERRITORIES = [
    Speaker("Gubernur Jawa Barat Hasan Basri mengatakan, {}.", "Hasan Basri", "Gubernur Jawa Barat"),
    Speaker("Wali Kota Surabaya Hasan Basri mengatakan, {}.", "Hasan Basri", "Wali Kota Surabaya"),
    Speaker("Wakil Bupati Sidoarjo Hasan Basri mengatakan, {}.", "Hasan Basri", "Wakil Bupati Sidoarjo"),
    Speaker("Penjabat Sementara Bupati Indramayu Hasan Basri mengatakan, {}.", "Hasan Basri", "Penjabat Sementara Bupati Indramayu"),
    Speaker("Gubernur Lagos Babajide Okafor mengatakan, {}.", "Babajide Okafor", "Gubernur", "Lagos"),
    Speaker("Gubernur Bank Indonesia Hasan Basri mengatakan, {}.", "Hasan Basri", "Gubernur", "Bank Indonesia"),
    Speaker("Perdana Menteri Norwegia Ole Brandt mengatakan, {}.", "Ole Brandt", "Perdana Menteri", "Norwegia"),
    Speaker("Kepala Desa Sumberejo, Hasan Basri, mengatakan, {}.", "Hasan Basri", "Kepala Desa Sumberejo"),
    Speaker("Kepala Desa Budi Santoso mengatakan, {}.", "Budi Santoso", "Kepala Desa"),
    Speaker("Ketua RT 05 Pak Darmo mengatakan, {}.", "Darmo", "Ketua RT 05"),
    Speaker(
        '"Gudang itu kosong," kata Kepala Dusun Nglarang, Kelurahan Sumberejo, Kecamatan Mlati, Hasan Basri di Sleman.',
        "Hasan Basri",
        "Kepala Dusun Nglarang, Kelurahan Sumberejo, Kecamatan Mlati",
    ),
]

NAMES = {
    "id": [
        Speaker("Menteri Keuangan Sri Lestari mengatakan, {}.", "Sri Lestari", "Menteri Keuangan"),
        Speaker('"Gudang itu kosong," kata Sri Lestari.', "Sri Lestari"),
        Speaker("Ketua Himpunan Nelayan Lombok Lalu Gede Wirya mengatakan, {}.", "Lalu Gede Wirya", "Ketua", "Himpunan Nelayan Lombok"),
        Speaker("Direktur PT Layar Biru I Gusti Ketut Wirya mengatakan, {}.", "I Gusti Ketut Wirya", "Direktur", "PT Layar Biru"),
        Speaker("Ketua Bawaslu Papua Abdul Mu'ti bin Hasan mengatakan, {}.", "Abdul Mu'ti bin Hasan", "Ketua", "Bawaslu Papua"),
        Speaker("Hasan Basri, S.H., M.Hum., mengatakan {}.", "Hasan Basri"),
        Speaker("Rektor Universitas Andalas Prof Dr Ir Hasan Basri MSc mengatakan, {}.", "Hasan Basri", "Rektor", "Universitas Andalas"),
        Speaker("Kepala BPS DR. H. Hasan Basri, M.Si mengatakan, {}.", "Hasan Basri", "Kepala", "BPS"),
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
    ],
    "en": [
        Speaker("Ann Lee and Ole Brandt said {}.", "Ann Lee | Ole Brandt"),
        Speaker("Both Ann Lee and Ole Brandt said {}.", "Ann Lee | Ole Brandt"),
        Speaker("Ann Lee, Ole Brandt and Mira Lund said {}.", "Ann Lee | Ole Brandt | Mira Lund"),
        Speaker("Mayor Ann Lee and Gov. Ole Brandt said {}.", "Ann Lee | Ole Brandt", "Mayor | Gov."),
        Speaker("The Food and Drug Administration said {}.", "Food and Drug Administration"),
    ],
}

NO_NAME = {
    "id": [
        Speaker("Seorang pejabat yang enggan disebut namanya mengatakan {}.", "Seorang pejabat"),
        Speaker("Wakil pengusaha mengatakan {}.", "Wakil pengusaha"),
        Speaker("Ketua Ikatan Dokter Indonesia mengatakan {}.", "Ketua Ikatan Dokter Indonesia"),
    ],
    "en": [
        Speaker("A source familiar with the matter said {}.", "source"),
        Speaker("The Norwegian embassy said {}.", "Norwegian embassy"),
        Speaker("Mediators from Norway said {}.", "Mediators", "", "Norway"),
        Speaker("According to an estimate by the port authority, {}.", "estimate", "", "port authority"),
        Speaker("Data from Norway said {}.", "Data from Norway"),
        Speaker("Norway's embassy said {}.", "embassy", "", "Norway"),
        Speaker("Reza Karimi came late. Karimi's ministry said {}.", "ministry"),
        Speaker("Patients' families said {}.", "families"),
    ],
}


def found(case: Speaker, code: str) -> Speaker:
    """What is read of the sentence's last statement."""
    statement = read_text(case.sentence.format(CLAUSE[code]), code).statements[-1]
    parts = (statement.speakers, statement.roles, statement.affiliations)
    return Speaker(case.sentence, *(" | ".join(" ".join(span.text.split()) for span in spans) for spans in parts))


def same(read: Speaker, expected: Speaker) -> bool:
    """Whether two descriptions agree, but for the capital with which a sentence begins."""
    return [part[:1].lower() + part[1:] for part in read[1:]] == [part[:1].lower() + part[1:] for part in expected[1:]]


def rows(table: dict[str, list[Speaker]]) -> list[object]:
    """The cases of a table by language as parameters, named by their sentences."""
    return [pytest.param(code, case, id=f"{code}-{case.sentence}") for code, cases in table.items() for case in cases]


@pytest.mark.parametrize(("code", "case"), rows(OFFICES))
def test_the_office_is_told_from_its_institution(code: str, case: Speaker) -> None:
    assert same(found(case, code), case), found(case, code)


@pytest.mark.parametrize(("code", "case"), rows({"id": TERRITORIES}))
def test_the_title_of_a_territorys_head_holds_its_indonesian_territory(code: str, case: Speaker) -> None:
    assert same(found(case, code), case), found(case, code)


@pytest.mark.parametrize(("code", "case"), rows(NAMES))
def test_a_name_begins_and_ends_where_the_person_does(code: str, case: Speaker) -> None:
    assert same(found(case, code), case), found(case, code)


@pytest.mark.parametrize(("code", "case"), rows(SEVERAL))
def test_several_speakers_are_each_one(code: str, case: Speaker) -> None:
    assert same(found(case, code), case), found(case, code)


@pytest.mark.parametrize(("code", "case"), rows(NO_NAME))
def test_a_speaker_without_a_name_is_the_phrase(code: str, case: Speaker) -> None:
    assert same(found(case, code), case), found(case, code)
