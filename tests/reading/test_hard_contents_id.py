"""Where an Indonesian content begins and ends: around the cue, before frames and adjuncts, at coordination and other clauses."""

from __future__ import annotations

import pytest
from said import Said, said

FOUND: dict[str, tuple[str, list[Said]]] = {
    "with bahwa": ("Hasan mengatakan bahwa dermaga itu retak.", [Said("Hasan", "mengatakan", "dermaga itu retak")]),
    "with a comma": ("Hasan mengatakan, dermaga itu retak.", [Said("Hasan", "mengatakan", "dermaga itu retak")]),
    "with a colon": ("Hasan mengatakan: dermaga itu retak.", [Said("Hasan", "mengatakan", "dermaga itu retak")]),
    "with nothing": ("Hasan mengatakan dermaga itu retak.", [Said("Hasan", "mengatakan", "dermaga itu retak")]),
    "with bahwa behind a comma": ("Hasan mengatakan, bahwa dermaga itu retak.", [Said("Hasan", "mengatakan", "dermaga itu retak")]),
    "a second verb with dan": (
        "Hasan mengatakan dermaga itu retak dan menambahkan bahwa kapal dialihkan ke Sambas.",
        [Said("Hasan", "mengatakan", "dermaga itu retak"), Said("Hasan", "menambahkan", "kapal dialihkan ke Sambas")],
    ),
    "a second verb with serta": (
        "Hasan menyebut dermaga itu retak serta meminta nelayan menjauh.",
        [
            Said("Hasan", "menyebut", "dermaga itu retak"),
            Said("Hasan", "meminta", "nelayan menjauh", "request", certainty="unspecified"),
        ],
    ),
    "a second verb behind a comma": (
        "Hasan membantah tudingan itu, lalu menegaskan bahwa dermaga itu aman.",
        [Said("Hasan", "membantah", "tudingan itu", "deny", "denied"), Said("Hasan", "menegaskan", "dermaga itu aman")],
    ),
    "a second verb with sambil": (
        "Hasan membantah tudingan itu sambil menegaskan bahwa dermaga itu aman.",
        [Said("Hasan", "membantah", "tudingan itu", "deny", "denied"), Said("Hasan", "menegaskan", "dermaga itu aman")],
    ),
    "two things said, joined by dan bahwa": (
        "Hasan mengatakan bahwa dermaga itu retak dan bahwa kapal dialihkan ke Sambas.",
        [Said("Hasan", "mengatakan", "dermaga itu retak dan bahwa kapal dialihkan ke Sambas")],
    ),
    "dan inside the content stays": (
        "Hasan mengatakan dermaga itu retak dan berkarat.",
        [Said("Hasan", "mengatakan", "dermaga itu retak dan berkarat")],
    ),
    "a but-clause of the outlet": (
        "Hasan mengatakan dermaga itu retak, tetapi kapal tetap bersandar sampai malam.",
        [Said("Hasan", "mengatakan", "dermaga itu retak")],
    ),
    "not only, but also": (
        "Hasan mengatakan dermaga itu tidak hanya retak, tetapi juga miring.",
        [Said("Hasan", "mengatakan", "dermaga itu tidak hanya retak, tetapi juga miring")],
    ),
    "a concession of the speaker": (
        "Hasan mengatakan dermaga itu dibuka meskipun hujan belum reda.",
        [Said("Hasan", "mengatakan", "dermaga itu dibuka meskipun hujan belum reda")],
    ),
    "another speaker behind sementara": (
        "Hasan mengatakan dermaga itu retak, sementara Lestari menyebut dermaga itu aman.",
        [Said("Hasan", "mengatakan", "dermaga itu retak"), Said("Lestari", "menyebut", "dermaga itu aman")],
    ),
    "a place frames, it is not said": (
        "Di Pontianak, Hasan mengatakan, dermaga itu retak.",
        [Said("Hasan", "mengatakan", "dermaga itu retak")],
    ),
    "what is told of comes before the speaker too": (
        "Dalam perbaikan itu, Hasan mengatakan, dermaga ditutup sebulan.",
        [Said("Hasan", "mengatakan", "Dalam perbaikan itu | dermaga ditutup sebulan")],
    ),
    "an occasion frames, it is not said": (
        "Dalam rapat dengan nelayan tahun lalu, Hasan mengatakan, dermaga itu retak.",
        [Said("Hasan", "mengatakan", "dermaga itu retak")],
    ),
    "a topic frames, it is not said": (
        "Terkait dermaga itu, Hasan menyebut perbaikannya selesai bulan depan.",
        [Said("Hasan", "menyebut", "perbaikannya selesai bulan depan")],
    ),
    "apalagi and selain itu lead in": (
        "Apalagi, Hasan sudah menyampaikan bahwa dermaga itu retak.",
        [Said("Hasan", "menyampaikan", "dermaga itu retak")],
    ),
    "a condition before the speaker is said": (
        "Jika hujan tidak reda, Hasan memperkirakan, dermaga itu runtuh pekan depan.",
        [Said("Hasan", "memperkirakan", "Jika hujan tidak reda | dermaga itu runtuh pekan depan", "opine", certainty="probable")],
    ),
    "what points ends before its adjuncts": (
        "Hasan mengungkapkan hal itu ketika mengunjungi dermaga di Sambas.",
        [Said("Hasan", "mengungkapkan", "hal itu")],
    ),
    "what points ends before the addressee": (
        "Hasan membenarkan kabar tersebut kepada wartawan di Sambas, Senin.",
        [Said("Hasan", "membenarkan", "kabar tersebut", "confirm")],
    ),
    "what points ends before the occasion": (
        "Hasan membantah tuduhan itu saat ditemui di rumahnya.",
        [Said("Hasan", "membantah", "tuduhan itu", "deny", "denied")],
    ),
    "around the cue, a subject before it": (
        "Dermaga itu, kata Hasan, retak sejak Maret.",
        [Said("Hasan", "kata", "Dermaga itu | retak sejak Maret")],
    ),
    "before the cue, an adjunct behind it": (
        "Dermaga itu retak sejak Maret, kata Hasan di Sambas, Senin.",
        [Said("Hasan", "kata", "Dermaga itu retak sejak Maret")],
    ),
    "an enclitic in the middle": (
        '"Dermaga itu retak," katanya, "dan kapal harus pindah."',
        [Said("nya", "kata", "Dermaga itu retak | dan kapal harus pindah")],
    ),
    "a resumed quotation": (
        '"Dermaga itu retak," kata Hasan. "Kapal harus pindah ke Sambas malam ini."',
        [Said("Hasan", "kata", "Dermaga itu retak | Kapal harus pindah ke Sambas malam ini")],
    ),
    "a lead into the quotation belongs to it": (
        'Dermaga itu "retak dari ujung ke ujung", kata Hasan.',
        [Said("Hasan", "kata", 'Dermaga itu "retak dari ujung ke ujung"')],
    ),
    "an addressee and a day before bahwa": (
        "Hasan mengatakan kepada wartawan, Senin (3/6), bahwa dermaga itu retak.",
        [Said("Hasan", "mengatakan", "dermaga itu retak")],
    ),
    "a quoted medium at the end is no content": (
        "Hasan mengatakan dermaga itu retak, seperti dikutip dari Antara, Senin.",
        [Said("Hasan", "mengatakan", "dermaga itu retak", relay="Antara")],
    ),
    "a relative clause inside the content stays": (
        "Hasan mengatakan dermaga yang dibangun tahun lalu itu retak.",
        [Said("Hasan", "mengatakan", "dermaga yang dibangun tahun lalu itu retak")],
    ),
    "agar is no content": (
        "Hasan meminta agar dermaga itu ditutup.",
        [Said("Hasan", "meminta", "dermaga itu ditutup", "request", certainty="unspecified")],
    ),
    "a request with its addressee": (
        "Hasan mengimbau nelayan agar tidak melaut.",
        [Said("Hasan", "mengimbau", "nelayan agar tidak melaut", "request", certainty="unspecified")],
    ),
    "the whole subject of hearsay": (
        "Perbaikan dermaga di Sambas atau di Singkawang dikhawatirkan terlambat.",
        [
            Said(
                "",
                "dikhawatirkan",
                "Perbaikan dermaga di Sambas atau di Singkawang | terlambat",
                "opine",
                certainty="probable",
            )
        ],
    ),
    "hearsay without its adverbs": (
        "Dua perahu nelayan juga dilaporkan hilang.",
        [Said("", "dilaporkan", "Dua perahu nelayan | hilang", "report", certainty="unspecified")],
    ),
    "a report written in a relative clause": (
        "Tahun ini lebih baik dibandingkan dengan perkiraan Maret lalu yang menyebut ekspor akan turun sepertiga.",
        [Said("perkiraan Maret lalu", "menyebut", "ekspor akan turun sepertiga")],
    ),
    "there are some who say": (
        "Bahkan, ada sebagian warga yang meminta dermaga itu dibongkar.",
        [Said("sebagian warga", "meminta", "dermaga itu dibongkar", "request", certainty="unspecified")],
    ),
    "the speaker of a clause that when introduces": (
        "Saat dihubungi, Hasan mengaku tidak tahu soal dermaga itu.",
        [Said("Hasan", "mengaku", "tidak tahu soal dermaga itu")],
    ),
    "a passive with its clause behind the agent": (
        "Disampaikan Hasan, dermaga itu retak sejak Maret.",
        [Said("Hasan", "Disampaikan", "dermaga itu retak sejak Maret")],
    ),
    "a passive with an enclitic and its clause": (
        "Diakuinya, dermaga itu retak sejak Maret.",
        [Said("nya", "Diakui", "dermaga itu retak sejak Maret", "confirm")],
    ),
    "a subject, a passive with an enclitic, and what is said of it": (
        "Dermaga itu disebutnya rapuh.",
        [Said("nya", "disebut", "Dermaga itu | rapuh")],
    ),
    "what the speaker does meanwhile": (
        "Hasan mengklaim dermaga itu aman, sembari membuka peta.",
        [Said("Hasan", "mengklaim", "dermaga itu aman")],
    ),
    "whom a medium cites, at the end": (
        "Reuters melaporkan harga solar naik, mengutip dua pedagang.",
        [Said("dua pedagang", "melaporkan", "harga solar naik", "report", relay="Reuters")],
    ),
    "the sentence's own verb behind a noun and its clause": (
        "Kabar bahwa pasar ikan akan ditutup masih simpang siur.",
        [Said("", "Kabar", "pasar ikan akan ditutup", "report", certainty="unspecified")],
    ),
    "a day before the subject": (
        "Kini warga berharap dermaga itu dibuka.",
        [Said("warga", "berharap", "dermaga itu dibuka", "opine", certainty="unspecified")],
    ),
    "saat ini before the subject": (
        "Saat ini Norwegia menilai pelabuhan itu aman.",
        [Said("Norwegia", "menilai", "pelabuhan itu aman", "opine")],
    ),
    "the reason that is only supposed": (
        "Hasan ditahan karena diduga mencuri solar.",
        [Said("", "diduga", "mencuri solar", "opine", certainty="probable")],
    ),
    "sudah lama is no content": (
        "Retaknya dermaga itu sudah lama dikeluhkan nelayan.",
        [Said("nelayan", "dikeluhkan", "Retaknya dermaga itu", "opine", certainty="unspecified")],
    ),
    "a contrast without a subject of its own is said too": (
        "Hasan mengatakan gudang itu ditutup, tetapi bukan karena banjir.",
        [Said("Hasan", "mengatakan", "gudang itu ditutup, tetapi bukan karena banjir")],
    ),
    "a contrast with a subject of its own is not": (
        "Hasan mengatakan gudang itu ditutup, tetapi warga tidak percaya.",
        [Said("Hasan", "mengatakan", "gudang itu ditutup")],
    ),
    "what the speaker does by it is no part of what is said": (
        "Hasan mengatakan gudang itu ditutup, tetapi enggan merinci alasannya.",
        [Said("Hasan", "mengatakan", "gudang itu ditutup")],
    ),
}

SILENT = [
    "Apalagi, Hasan sudah menyampaikan perkembangan terkini.",
    "Sementara itu, dari Sambas, Kepala Dinas Perikanan Hasan menyampaikan perkembangan terkini.",
    "Tak hanya percaya pada teknologi, Lestari juga percaya pada tetangganya.",
    "Pada 2031, nilainya mencapai dua triliun rupiah.",
    "Hasan memberi keterangan kepada polisi.",
    "Kabar itu belum dikonfirmasi oleh kepolisian.",
    "Sampai Senin belum ada kelompok yang mengaku membakar dermaga itu.",
    "Rencana itu akan diumumkan oleh Hasan pekan depan.",
]


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*case, id=why) for why, case in FOUND.items()])
def test_a_content_ends_where_its_clause_ends(text: str, expected: list[Said]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("text", SILENT)
def test_nothing_was_said(text: str) -> None:
    assert said(text) == []


def test_a_negation_before_a_passive_is_no_content() -> None:
    assert [row.contents for row in said("Kabar itu tidak dibantah Hasan.")] == ["Kabar itu"]
