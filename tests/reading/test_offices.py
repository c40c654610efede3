"""Role and affiliation of a speaker, in the phrases that news prints most and that are cut wrong most easily."""

from __future__ import annotations

import pytest
from speaking import Speaker, found, rows, same

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
        Speaker("The hospital's director, Dr Ann Lee, said {}.", "Ann Lee", "director | Dr", "hospital"),
        Speaker("Ann Lee, a biologist with the foundation Lobo Libre, said {}.", "Ann Lee", "biologist", "Lobo Libre"),
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
    Speaker("Kepala Desa Sumberejo, Hasan Basri, mengatakan, {}.", "Hasan Basri", "Kepala Desa", "Sumberejo"),
    Speaker("Kepala Desa Budi Santoso mengatakan, {}.", "Budi Santoso", "Kepala Desa"),
    Speaker("Ketua RT 05 Pak Darmo mengatakan, {}.", "Darmo", "Ketua RT 05"),
    Speaker(
        '"Gudang itu kosong," kata Kepala Dusun Nglarang, Kelurahan Sumberejo, Kecamatan Mlati, Hasan Basri di Sleman.',
        "Hasan Basri",
        "Kepala Dusun Nglarang, Kelurahan Sumberejo, Kecamatan Mlati",
    ),
]


@pytest.mark.parametrize(("code", "case"), rows(OFFICES))
def test_the_office_is_told_from_its_institution(code: str, case: Speaker) -> None:
    assert same(found(case, code), case), found(case, code)


@pytest.mark.parametrize(("code", "case"), rows({"id": TERRITORIES}))
def test_the_title_of_a_territorys_head_holds_its_indonesian_territory(code: str, case: Speaker) -> None:
    assert same(found(case, code), case), found(case, code)
