"""Who handed a statement on: over insertions, turns and quotations, to a medium in many ways, and who did not."""

from __future__ import annotations

import pytest
from said import parameters, said

Row = tuple[str, str, str]
"""Speakers, contents and relay of one statement."""

CASES = {
    "id": [
        (
            "Kementerian Kesehatan, kata Hasan, menjanjikan obat pekan ini.",
            [("Hasan", "Kementerian Kesehatan | menjanjikan obat pekan ini", ""), ("Kementerian Kesehatan", "obat pekan ini", "Hasan")],
        ),
        (
            "Hasan marah. Warga, lanjutnya, sudah berkali-kali meminta lampu jalan.",
            [("nya", "Warga | sudah berkali-kali meminta lampu jalan", ""), ("Warga", "lampu jalan", "nya")],
        ),
        ("Polisi, menurut Hasan, membantah kabar itu.", [("Hasan", "Polisi | membantah kabar itu", ""), ("Polisi", "kabar itu", "Hasan")]),
        ('"Sopir itu mengaku mengantuk," kata Hasan.', [("Hasan", "Sopir itu mengaku mengantuk", ""), ("Sopir itu", "mengantuk", "Hasan")]),
        (
            '"Bupati bilang jalan sudah mulus," ujar Hasan.',
            [("Hasan", "Bupati bilang jalan sudah mulus", ""), ("Bupati", "jalan sudah mulus", "Hasan")],
        ),
        (
            '"Menurut dokter, luka itu ringan," kata Hasan.',
            [("Hasan", "Menurut dokter, luka itu ringan", ""), ("dokter", "luka itu ringan", "Hasan")],
        ),
        ("Menurut Hasan, yang menjaga pasar, gudang itu kosong.", [("Hasan", "gudang itu kosong", "")]),
        ("Menurut Hasan, yang kosong adalah gudang, bukan pasar.", [("Hasan", "yang kosong adalah gudang, bukan pasar", "")]),
        (
            "Hasan mengatakan gudang itu kosong dalam keterangan yang dimuat kantor berita Embun.",
            [("Hasan", "gudang itu kosong", "Embun")],
        ),
        (
            "Hasan mengatakan gudang itu kosong dalam keterangan yang dirilis Dinas Pasar.",
            [("Hasan", "gudang itu kosong dalam keterangan yang dirilis Dinas Pasar", "")],
        ),
        ("Hasan mengatakan kepada Embun.com, gudang itu kosong.", [("Hasan", "gudang itu kosong", "Embun.com")]),
        ('"Gudang itu kosong," kata Hasan kepada Embun.id, Senin (3/2).', [("Hasan", "Gudang itu kosong", "Embun.id")]),
        ('"Gudang itu kosong," kata Hasan saat dihubungi Warta Embun.', [("Hasan", "Gudang itu kosong", "Warta Embun")]),
        ('"Gudang itu kosong," kata Hasan saat dihubungi Reuters, Senin.', [("Hasan", "Gudang itu kosong", "Reuters")]),
        ('"Gudang itu kosong," tulis Hasan lewat akun Instagram-nya.', [("Hasan", "Gudang itu kosong", "")]),
        ('"Gudang itu kosong," kata Hasan kepada wartawan.', [("Hasan", "Gudang itu kosong", "")]),
        ("Berbicara kepada CNN Indonesia, Hasan mengatakan gudang itu kosong.", [("Hasan", "gudang itu kosong", "CNN Indonesia")]),
        ("Dilansir BBC, Hasan mengatakan gudang itu kosong.", [("Hasan", "gudang itu kosong", "BBC")]),
        ("Dikutip dari Reuters, Hasan menyebut gudang itu kosong.", [("Hasan", "gudang itu kosong", "Reuters")]),
        ("Seperti dilansir Reuters, gudang itu kosong.", [("Reuters", "gudang itu kosong", "")]),
        ("Menurut sumber yang dikutip Reuters, gudang itu kosong.", [("sumber", "gudang itu kosong", "Reuters")]),
        ("Reuters mengutip Hasan yang mengatakan gudang itu kosong.", [("Hasan", "gudang itu kosong", "Reuters")]),
        ("Mewakili keluarga, Hasan mengatakan pemakaman ditunda.", [("Hasan", "pemakaman ditunda", "")]),
        (
            "Hasan mengatakan warga berharap jalan dibuka.",
            [("Hasan", "warga berharap jalan dibuka", ""), ("warga", "jalan dibuka", "Hasan")],
        ),
        (
            "Warta: Ada masalah?\n\nHasan: Ada. Camat bilang jalan sudah mulus. Saya ragu.",
            [
                ("Warta", "Ada masalah?", ""),
                ("Hasan", "Ada. Camat bilang jalan sudah mulus. Saya ragu", ""),
                ("Camat", "jalan sudah mulus", "Hasan"),
            ],
        ),
        (
            '"Menurut dokter, luka itu ringan," kata Hasan.',
            [("Hasan", "Menurut dokter, luka itu ringan", ""), ("dokter", "luka itu ringan", "Hasan")],
        ),
        (
            '"Dari keterangan nakhoda, mesin kapal mati," kata Hasan.',
            [("Hasan", "Dari keterangan nakhoda, mesin kapal mati", ""), ("nakhoda", "mesin kapal mati", "Hasan")],
        ),
        (
            '"Istri saya bertanya kapan gajian, saya diam," kata Hasan.',
            [("Hasan", "Istri saya bertanya kapan gajian, saya diam", ""), ("Istri saya", "kapan gajian", "Hasan")],
        ),
        ('"Data kami berkata lain," kata Hasan.', [("Hasan", "Data kami berkata lain", "")]),
        ('"Bagaimana menurut Anda?" kata Hasan.', [("Hasan", "Bagaimana menurut Anda?", "")]),
        ("Lestari mengutip ahli hukum Hasan Basri yang mengatakan gudang itu kosong.", [("Hasan Basri", "gudang itu kosong", "Lestari")]),
        (
            "Harian Muara Sentinel memuat foto itu. Hasan mengatakan kepada Sentinel, gudang itu kosong.",
            [("Hasan", "gudang itu kosong", "Sentinel")],
        ),
        ('"Gudang itu kosong," kata Hasan dikutip dari kanal YouTube Ruang Embun.', [("Hasan", "Gudang itu kosong", "Ruang Embun")]),
        ('"Gudang itu kosong," kata Hasan kepada AFP. (AFP)', [("Hasan", "Gudang itu kosong", "")]),
        ('"Gudang itu kosong," kata Hasan kepada AFP. (AFP/Reuters)', [("Hasan", "Gudang itu kosong", "AFP")]),
    ],
    "en": [
        (
            "Voss said growers feared that rain would come.",
            [("Voss", "growers feared that rain would come", ""), ("growers", "rain would come", "Voss")],
        ),
        (
            "Traders said investors believed prices would fall.",
            [("Traders", "investors believed prices would fall", ""), ("investors", "prices would fall", "Traders")],
        ),
        (
            "The central bank thinks the effect would be small, the news agency Lensa reported.",
            [("central bank", "the effect would be small", "Lensa")],
        ),
        ("The ministry believes the dam is safe, the Elm Courier reported.", [("ministry", "the dam is safe", "Elm Courier")]),
        ("Lund denied the claim, the Elm Courier reported.", [("Lund", "the claim", "Elm Courier")]),
        (
            "Farmers, Voss said, have repeatedly demanded a new road.",
            [("Voss", "Farmers | have repeatedly demanded a new road", ""), ("Farmers", "a new road", "Voss")],
        ),
        (
            "Voss admitted that she had seen them but felt they were too small.",
            [("Voss", "she had seen them", ""), ("Voss", "they were too small", "")],
        ),
        ("The dam is safe: the gates, Voss argued, were mended in May.", [("Voss", "the gates | were mended in May", "")]),
        ("Voss told the Elm Voice the store was empty.", [("Voss", "the store was empty", "Elm Voice")]),
        ('"The store is empty," Voss told broadcaster RTK.', [("Voss", "The store is empty", "RTK")]),
        ('"The store is empty," Voss wrote on X.', [("Voss", "The store is empty", "")]),
        ('"The store is empty," Voss said in a post on Facebook.', [("Voss", "The store is empty", "")]),
        ('"The store is empty," Voss told reporters.', [("Voss", "The store is empty", "")]),
        ('"The store is empty," Voss told The Associated Press by phone.', [("Voss", "The store is empty", "Associated Press")]),
        ("Speaking to Sky News, Voss said the store was empty.", [("Voss", "the store was empty", "Sky News")]),
        ("Citing two drivers, the Elm Courier said the store was empty.", [("two drivers", "the store was empty", "Elm Courier")]),
        ("Lund said the store was empty, Reuters reported.", [("Lund", "the store was empty", "Reuters")]),
        ('"The store is empty," Lund was quoted as saying by state news agency Lensa.', [("Lund", "The store is empty", "Lensa")]),
        ("Speaking on behalf of Voss, Lund said the store was empty.", [("Lund", "the store was empty", "")]),
        ("Lund said his client was innocent.", [("Lund", "his client was innocent", "")]),
        (
            "According to Lund, Voss claimed the store was empty.",
            [("Lund", "Voss claimed the store was empty", ""), ("Voss", "the store was empty", "Lund")],
        ),
        (
            "According to the officer, Voss smelled of beer and claimed he was tired.",
            [("officer", "Voss smelled of beer and claimed he was tired", ""), ("Voss", "he was tired", "officer")],
        ),
        ("According to Ada Voss, who guards the store, it was empty.", [("Ada Voss", "it was empty", "")]),
        ("The store, according to Ada Voss, which closed in May, was old.", [("Ada Voss", "The store | which closed in May, was old", "")]),
        ("The Courier, which cited two clerks, said the store was empty.", [("two clerks", "the store was empty", "Courier")]),
        ("The Courier, which hired two clerks, said the store was empty.", [("Courier", "the store was empty", "")]),
        ("According to the Courier, quoting an unnamed clerk, the store was empty.", [("clerk", "the store was empty", "Courier")]),
        ("According to the Courier, a clerk lied.", [("Courier", "a clerk lied", "")]),
        ("The store was empty, Voss said in a statement carried by the state news agency ELM.", [("Voss", "The store was empty", "ELM")]),
        (
            "Voss said in a statement carried by the state news agency ELM that the store was empty.",
            [("Voss", "the store was empty", "ELM")],
        ),
        ("A flag carried by the Courier was torn, Voss said.", [("Voss", "A flag carried by the Courier was torn", "")]),
        ("Voss said the store was empty, a claim that Lund rejected.", [("Voss", "the store was empty", ""), ("Lund", "a claim", "")]),
        (
            "Voss hopes to reach Elmsworth, where officials say two bridges are missing.",
            [("Voss", "to reach Elmsworth, where officials say two bridges are missing", ""), ("officials", "two bridges are missing", "")],
        ),
        ('"The store is empty," Voss told the public broadcaster Elm Live.', [("Voss", "The store is empty", "Elm Live")]),
        ('"The store is empty," Voss told the Elm Voice website.', [("Voss", "The store is empty", "Elm Voice")]),
        ('"The store is empty," Voss told Radio Elm.', [("Voss", "The store is empty", "Radio Elm")]),
        (
            '"The clerk told me the store was empty," Voss told Reuters.',
            [("Voss", "The clerk told me the store was empty", "Reuters"), ("clerk", "the store was empty", "Voss")],
        ),
        ('"Anyone who says otherwise has not been there," Voss said.', [("Voss", "Anyone who says otherwise has not been there", "")]),
        (
            "The bank thinks it would be “small and brief,” the Elm Courier reported.",
            [("bank", "it would be “small and brief,”", "Elm Courier")],
        ),
    ],
}


@pytest.mark.parametrize(("code", "text", "expected"), parameters(CASES))
def test_who_handed_it_on(code: str, text: str, expected: list[Row]) -> None:
    assert [(row.speakers, row.contents, row.relay) for row in said(text, code)] == expected
