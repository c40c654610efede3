"""Indonesian: words of address and initials beside names, whose word a statement is, clauses without bahwa, and what is no statement."""

from __future__ import annotations

import pytest
from said import Said, read_text, said

ADDRESSED = (
    ("Mama Ester Wanggai", "Ester Wanggai"),
    ("Mbah Sarinem", "Sarinem"),
    ("Nek Ipah", "Ipah"),
    ("Om Yanto", "Yanto"),
    ("Tante Rosa Simbolon", "Rosa Simbolon"),
    ("Teh Lilis", "Lilis"),
    ("Daeng Rahman", "Rahman"),
    ("Bung Rudi Hartawan", "Rudi Hartawan"),
    ("Fitri Daeng Matta", "Fitri Daeng Matta"),
)


@pytest.mark.parametrize(("phrase", "name"), ADDRESSED, ids=[phrase for phrase, _ in ADDRESSED])
def test_words_of_address_are_no_part_of_a_name(phrase: str, name: str) -> None:
    """A word of kin before a name only addresses; between given name and surname it belongs to the name."""
    assert [row.speakers for row in said(f'"Air sudah surut," kata {phrase}.')] == [name]


OFFICES = (
    ("Peneliti lembaga itu, Rini Astuti", ["Peneliti"], ["lembaga itu"]),
    ("Kuasa hukum RHS, Hasan Basri", ["Kuasa hukum RHS"], []),
    ("Ketua RT setempat, Hasan Basri", ["Ketua RT"], []),
    ("Juru bicara KPK, Hasan Basri", ["Juru bicara"], ["KPK"]),
    ("Kepala Otorita Hasan Basri", ["Kepala"], ["Otorita"]),
    ("Kepala Balai Besar Wilayah Sungai Bogowonto Ir Hasan Basri", ["Kepala", "Ir"], ["Balai Besar Wilayah Sungai Bogowonto"]),
    ("Kapolres Wonosari AKBP Hasan Basri SIK MSi", ["Kapolres", "AKBP"], ["Wonosari"]),
)


@pytest.mark.parametrize(("phrase", "roles", "affiliations"), OFFICES, ids=[row[0] for row in OFFICES])
def test_roles_and_where_they_are_held(phrase: str, roles: list[str], affiliations: list[str]) -> None:
    """An institution that the text has named is where somebody works; a client's initials are no institution."""
    statement = read_text(f"{phrase} mengatakan air sudah surut.").statements[0]
    assert ([span.text for span in statement.roles], [span.text for span in statement.affiliations]) == (roles, affiliations)


SPOKEN = (
    ("Isu itu diamini Lurah Hasan Basri.", [Said("Hasan Basri", "diamini", "Isu itu", "confirm")]),
    ("Hasan mengeklaim pernah melihat macan.", [Said("Hasan", "mengeklaim", "pernah melihat macan")]),
    ("Camat Hasan Basri menyampaikan pasar akan dibuka Senin.", [Said("Hasan Basri", "menyampaikan", "pasar akan dibuka Senin")]),
    ("Camat Hasan Basri menyampaikan surat yang akan dibahas besok.", []),
    ("Camat Hasan Basri menyampaikan pesan untuk tidak panik.", []),
    (
        "Rini khawatir pembeli kembali ke warung lama.",
        [Said("Rini", "khawatir", "pembeli kembali ke warung lama", "opine", certainty="probable")],
    ),
    ("Rini takut gelap.", []),
    ("Kepada polisi, AK mengaku mencuri sepeda.", [Said("AK", "mengaku", "mencuri sepeda")]),
    ("Dalam surat tuntutan disebutkan, Hasan menerima suap.", [Said("surat tuntutan", "disebutkan", "Hasan menerima suap")]),
    ("Pada surat itu juga dijelaskan bahwa sekolah ditutup.", [Said("surat itu", "dijelaskan", "sekolah ditutup")]),
    ("Dalam rapat itu dijelaskan bahwa sekolah ditutup.", []),
    ("Kabar itu disebarkan oleh Yayasan Lentera.", [Said("Yayasan Lentera", "disebarkan", "Kabar itu", certainty="unspecified")]),
    ("Bantuan itu disebarkan oleh Yayasan Lentera.", []),
    ("Seorang di antaranya menuturkan air naik.", [Said("Seorang di antaranya", "menuturkan", "air naik")]),
    ("Salah seorang di antara mereka mengatakan air naik.", [Said("Salah seorang di antara mereka", "mengatakan", "air naik")]),
    ("Menurut dua sumber diplomatik, air naik.", [Said("dua sumber diplomatik", "Menurut", "air naik")]),
    ("Hasan ditanya soal pernyataan Kepala Dinas yang menyebut sekolah libur.", [Said("Kepala Dinas", "menyebut", "sekolah libur")]),
    (
        "Ia menantang lawannya itu bersumpah di masjid.",
        [Said("Ia", "menantang", "lawannya itu bersumpah di masjid", "request", certainty="unspecified")],
    ),
    ("Dia menunjukkan foto luka kepada wartawan.", []),
    ("Perlindungan indikasi geografis belum cukup.", []),
    ("Pasar itu terbakar. Demikian laporan dari Bandung.", []),
    (
        "Pasar itu terbakar. Demikian laporan harian Suara Kediri.",
        [Said("Suara Kediri", "laporan", "Pasar itu terbakar", certainty="unspecified")],
    ),
    (
        '"Kata paman saya, itu suara meriam. Ternyata petir," ujar Rini.',
        [
            Said("Rini", "ujar", "Kata paman saya, itu suara meriam. Ternyata petir"),
            Said("paman saya", "Kata", "itu suara meriam", relay="Rini"),
        ],
    ),
    ('"Menurut saya, jembatan itu kuat sekali," kata Rini.', [Said("Rini", "kata", "Menurut saya, jembatan itu kuat sekali")]),
    ('"Jangan bilang kami diam," kata Rini.', [Said("Rini", "kata", "Jangan bilang kami diam")]),
)


@pytest.mark.parametrize(("text", "expected"), SPOKEN, ids=[text for text, _ in SPOKEN])
def test_what_is_said_and_what_is_none(text: str, expected: list[Said]) -> None:
    """Each construction beside what only looks like it."""
    assert said(text) == expected
