"""Indonesian constructions: for every rule texts that it reads and texts that it leaves alone."""

from __future__ import annotations

import pytest
from said import Said, read_text, rows, said

FOUND: dict[str, list[tuple[str, list[Said]]]] = {
    "inverted": [
        (
            '"Kami menutup jembatan sampai air surut," kata Bupati Randu Alit, Sukma Jaya, Senin.',
            [Said("Sukma Jaya", "kata", "Kami menutup jembatan sampai air surut")],
        ),
        ("“Gudang itu kosong,” ujar Lestari.", [Said("Lestari", "ujar", "Gudang itu kosong")]),
        ('"Gudang itu kosong", ujarnya.', [Said("nya", "ujar", "Gudang itu kosong")]),
        (
            "Dua perahu hilang di muara, kata polisi.",
            [Said("polisi", "kata", "Dua perahu hilang di muara")],
        ),
        (
            '"Air naik," tutur Hasan, "lalu perahu kami hanyut."',
            [Said("Hasan", "tutur", "Air naik | lalu perahu kami hanyut")],
        ),
        (
            '"Kapan bantuan datang?" tanya Sumiati.',
            [Said("Sumiati", "tanya", "Kapan bantuan datang?", "ask", certainty="unspecified")],
        ),
        (
            '"Saya tidak pernah menerima uang itu!" tegas Wiryawan.',
            [Said("Wiryawan", "tegas", "Saya tidak pernah menerima uang itu!")],
        ),
        (
            "Warga, kata Lestari, sudah mengungsi ke bukit.",
            [Said("Lestari", "kata", "Warga | sudah mengungsi ke bukit")],
        ),
    ],
    "subject-verb": [
        (
            "Gubernur Sukma Jaya mengatakan bahwa jembatan itu aman.",
            [Said("Sukma Jaya", "mengatakan", "jembatan itu aman")],
        ),
        (
            "Sukma Jaya menegaskan, jembatan itu aman.",
            [Said("Sukma Jaya", "menegaskan", "jembatan itu aman")],
        ),
        (
            "Lestari, kepala gudang, mengatakan kepada wartawan bahwa beras itu hilang.",
            [Said("Lestari", "mengatakan", "beras itu hilang")],
        ),
        (
            'Lestari menyebut beras itu "tidak pernah sampai".',
            [Said("Lestari", "menyebut", 'beras itu "tidak pernah sampai"')],
        ),
        (
            "Kementerian Perhubungan membantah menutup pelabuhan itu.",
            [Said("Kementerian Perhubungan", "membantah", "menutup pelabuhan itu", "deny", "denied")],
        ),
        (
            "Sukma Jaya tidak membantah tuduhan itu.",
            [Said("Sukma Jaya", "tidak membantah", "tuduhan itu", "confirm", certainty="unspecified")],
        ),
        (
            "Sukma Jaya tak menampik pernah bertemu Hasan.",
            [Said("Sukma Jaya", "tak menampik", "pernah bertemu Hasan", "confirm", certainty="unspecified")],
        ),
        (
            "Sukma Jaya mengakui pernah bertemu Hasan.",
            [Said("Sukma Jaya", "mengakui", "pernah bertemu Hasan", "confirm")],
        ),
        (
            "Polisi menuduh Hasan membakar gudang.",
            [Said("Polisi", "menuduh", "Hasan membakar gudang", "accuse")],
        ),
        (
            "BMKG memperingatkan gelombang tinggi akan datang.",
            [Said("BMKG", "memperingatkan", "gelombang tinggi akan datang", "warn")],
        ),
        (
            "Warga meminta pemerintah membangun tanggul.",
            [Said("Warga", "meminta", "pemerintah membangun tanggul", "request", certainty="unspecified")],
        ),
        (
            "Sukma Jaya berjanji membangun tanggul tahun depan.",
            [Said("Sukma Jaya", "berjanji", "membangun tanggul tahun depan", "promise")],
        ),
        (
            "Hasan menduga gudang itu dibakar.",
            [Said("Hasan", "menduga", "gudang itu dibakar", "opine", certainty="probable")],
        ),
        (
            "Hasan menilai gudang itu mungkin dibakar.",
            [Said("Hasan", "menilai", "gudang itu mungkin dibakar", "opine", certainty="possible")],
        ),
        (
            "Lestari berharap hujan segera reda.",
            [Said("Lestari", "berharap", "hujan segera reda", "opine", certainty="unspecified")],
        ),
        (
            "Serikat nelayan mengecam penutupan pelabuhan itu.",
            [Said("Serikat nelayan", "mengecam", "penutupan pelabuhan itu", "opine", certainty="unspecified")],
        ),
        (
            "Hasan dan Lestari mengatakan gudang itu kosong.",
            [Said("Hasan | Lestari", "mengatakan", "gudang itu kosong")],
        ),
        (
            "Ia mengatakan gudang itu kosong.",
            [Said("Ia", "mengatakan", "gudang itu kosong")],
        ),
        (
            "Hasan membantahnya.",
            [Said("Hasan", "membantah", "nya", "deny", "denied")],
        ),
        (
            "Hasan menolak tuduhan itu.",
            [Said("Hasan", "menolak", "tuduhan itu", "deny", "denied")],
        ),
    ],
    "postposed": [
        (
            '"Gudang itu kosong," Lestari menegaskan.',
            [Said("Lestari", "menegaskan", "Gudang itu kosong")],
        ),
    ],
    "deferred-subject": [
        (
            "Kendati mengakui pernah bertemu Hasan, Sukma Jaya mengatakan tidak menerima uang.",
            [
                Said("Sukma Jaya", "mengakui", "pernah bertemu Hasan", "confirm"),
                Said("Sukma Jaya", "mengatakan", "tidak menerima uang"),
            ],
        ),
    ],
    "passive": [
        (
            "Tuduhan itu dibantah oleh Sukma Jaya.",
            [Said("Sukma Jaya", "dibantah", "Tuduhan itu", "deny", "denied")],
        ),
        ("Hal ini disampaikan Lestari di Pontianak.", [Said("Lestari", "disampaikan", "Hal ini")]),
        (
            "Dikatakan Lestari, gudang itu kosong.",
            [Said("Lestari", "Dikatakan", "gudang itu kosong")],
        ),
    ],
    "hearsay": [
        (
            "Pelaku diduga melarikan diri lewat muara.",
            [Said("", "diduga", "Pelaku | melarikan diri lewat muara", "opine", certainty="probable")],
        ),
        (
            "Diperkirakan hujan akan turun sampai besok.",
            [Said("", "Diperkirakan", "hujan akan turun sampai besok", "opine", certainty="probable")],
        ),
        (
            "Dua perahu dilaporkan hilang di muara.",
            [Said("", "dilaporkan", "Dua perahu | hilang di muara", "report", certainty="unspecified")],
        ),
    ],
    "according-to": [
        (
            "Menurut Lestari, gudang itu kosong sejak Maret.",
            [Said("Lestari", "Menurut", "gudang itu kosong sejak Maret")],
        ),
        ("Gudang itu kosong, menurut Lestari.", [Said("Lestari", "menurut", "Gudang itu kosong")]),
        (
            "Gudang itu, menurut Lestari, kosong sejak Maret.",
            [Said("Lestari", "menurut", "Gudang itu | kosong sejak Maret")],
        ),
        (
            "Namun, menurut Lestari, gudang itu kosong.",
            [Said("Lestari", "menurut", "gudang itu kosong")],
        ),
        ("Menurutnya, gudang itu kosong.", [Said("nya", "Menurut", "gudang itu kosong")]),
        (
            "Menurut dia, gudang itu kosong.",
            [Said("dia", "Menurut", "gudang itu kosong")],
        ),
        (
            "Berdasarkan data rumah sakit, korban berjumlah dua belas orang.",
            [Said("data rumah sakit", "Berdasarkan", "korban berjumlah dua belas orang")],
        ),
    ],
    "noun-that": [
        (
            "Di pasar beredar tuduhan bahwa Hasan membakar gudang.",
            [Said("", "tuduhan", "Hasan membakar gudang", "accuse")],
        ),
        (
            "Di pasar beredar keterangan Norwegia bahwa kapal itu karam.",
            [Said("Norwegia", "keterangan", "kapal itu karam")],
        ),
    ],
    "noun-about": [
        (
            "Ini menambah kekhawatiran Norwegia mengenai naiknya harga solar.",
            [Said("Norwegia", "kekhawatiran", "naiknya harga solar", "opine", certainty="unspecified")],
        ),
    ],
    "colon-quote": [
        (
            'Lestari menggeleng: "Beras itu tidak pernah sampai."',
            [Said("Lestari", ":", "Beras itu tidak pernah sampai")],
        ),
    ],
    "colon-label": [
        ("Lestari: Beras itu tidak pernah sampai.", [Said("Lestari", ":", "Beras itu tidak pernah sampai")]),
        (
            "T: Di mana beras itu?\n\nJ: Kami tidak tahu.",
            [
                Said("T", ":", "Di mana beras itu?", "ask", certainty="unspecified"),
                Said("J", ":", "Kami tidak tahu"),
            ],
        ),
    ],
    "quote-alone": [
        (
            'Lestari mengatakan beras itu hilang.\n\n"Kami sudah mencarinya ke semua gudang."',
            [
                Said("Lestari", "mengatakan", "beras itu hilang"),
                Said("Lestari", None, "Kami sudah mencarinya ke semua gudang"),
            ],
        ),
    ],
}

SILENT = [
    "Kepolisian tidak membenarkan ataupun membantah kabar itu.",
    "Jembatan itu ditutup sejak Senin.",
    "Dengan kata lain, jembatan itu ditutup.",
    "Kata kunci itu ditulis di kertas.",
    "Hasan enggan berkomentar.",
    "Hasan menolak berkomentar soal gudang itu.",
    "Kedua negara sepakat membuka pelabuhan.",
    "Pemerintah berencana membangun tanggul.",
    "Norwegia memanggil duta besar Islandia.",
    'Ia dijuluki "Raja Solar" oleh para nelayan.',
    'Kapal "Bintang Timur" bersandar di muara.',
    "Hasan membaca buku di teras rumahnya.",
    "Wali Kota Randu Alit: jalan panjang ke dermaga",
    "Foto: Lestari di depan gudang beras.",
    "Laporan itu setebal dua ratus halaman.",
    "Hasan tidak mengatakan apa-apa.",
    "Wali kota tidak mengatakan gudang itu kosong.",
    "Lembaga itu merilis citra satelit yang memperlihatkan dua kapal di muara.",
    "Uang itu ia sampaikan kepada panitia.",
    "Foto yang memperlihatkan gudang itu beredar luas.",
]

EDGES: list[tuple[str, str, list[Said]]] = [
    (
        "a word for a medium that is written as a name belongs to it",
        "Menurut dua pejabat yang dikutip Harian Muara, kapal itu tidak pernah datang.",
        [Said("dua pejabat", "Menurut", "kapal itu tidak pernah datang", relay="Harian Muara")],
    ),
    (
        "a figure begins what is said where no comma does",
        "Menurut warga 40 kios rusak.",
        [Said("warga", "Menurut", "40 kios rusak")],
    ),
    (
        "a figure before a comma belongs to whose word it is, as an age does",
        "Menurut warga 3 desa, banjir surut. Menurut pria 40 tahun itu, jalan putus.",
        [Said("warga 3 desa", "Menurut", "banjir surut"), Said("pria 40 tahun itu", "Menurut", "jalan putus")],
    ),
    (
        "behind a semicolon another source opens a clause of its own",
        "Kepala pasar mengatakan 40 kios rusak; menurut polisi 55 kios rusak.",
        [Said("Kepala pasar", "mengatakan", "40 kios rusak"), Said("polisi", "menurut", "55 kios rusak")],
    ),
    (
        "a name before the figure, and a number that belongs to a name",
        "Menurut BPBD 12 rumah rusak. Menurut Ketua RT 05, banjir surut; menurut Satpol PP 12 los penuh.",
        [
            Said("BPBD", "Menurut", "12 rumah rusak"),
            Said("Ketua RT 05", "Menurut", "banjir surut"),
            Said("Satpol PP", "menurut", "12 los penuh"),
        ],
    ),
    (
        "behind a comma it speaks for what stands before",
        "Empat puluh kios rusak, menurut polisi.",
        [Said("polisi", "menurut", "Empat puluh kios rusak")],
    ),
    (
        "who asks may stand between the verb and the question",
        "Ketika ditanya wartawan apakah jembatan itu aman, Murni Lestari menjawab: “Tidak.”",
        [
            Said("", "ditanya", "apakah jembatan itu aman", "ask", certainty="unspecified"),
            Said("Murni Lestari", "menjawab", "Tidak"),
        ],
    ),
    (
        "a day may stand between speaker and verb",
        "Murni Lestari, Rabu, mengatakan jembatan itu rusak.",
        [Said("Murni Lestari", "mengatakan", "jembatan itu rusak")],
    ),
    (
        "a report that cites somebody is its medium's, and the cited speak",
        "Menurut laporan Kabar Selat yang mengutip dua pejabat, kapal itu tenggelam.",
        [Said("dua pejabat", "Menurut", "kapal itu tenggelam", relay="Kabar Selat")],
    ),
    (
        "a plain role at the head of a sentence is somebody else",
        "Menteri Budi Santoso mengatakan jembatan itu aman. Polisi membantah laporan tersebut.",
        [Said("Budi Santoso", "mengatakan", "jembatan itu aman"), Said("Polisi", "membantah", "laporan tersebut", "deny", "denied")],
    ),
    (
        "an adverb of time is no part of the speaker",
        "Belakangan rumah sakit menyebut tiga orang tewas.",
        [Said("rumah sakit", "menyebut", "tiga orang tewas")],
    ),
    (
        "klaim is a noun inside a sentence too",
        "Pasar terkejut oleh klaim Norwegia bahwa kapal itu karam.",
        [Said("Norwegia", "klaim", "kapal itu karam")],
    ),
    (
        "a statement inside a quotation",
        '"Sopir truk mengatakan jalan itu putus sejak pagi," kata Lestari.',
        [
            Said("Lestari", "kata", "Sopir truk mengatakan jalan itu putus sejak pagi"),
            Said("Sopir truk", "mengatakan", "jalan itu putus sejak pagi", relay="Lestari"),
        ],
    ),
    ("a sentence may open with its attribution", "Kata dia, gudang itu kosong.", [Said("dia", "Kata", "gudang itu kosong")]),
    (
        "a quotation with a day in brackets behind it is no caption",
        '"Benar," ujar Lestari, Kamis (5/6).',
        [Said("Lestari", "ujar", "Benar")],
    ),
    (
        "the main clause goes on behind a relative clause of speech",
        "Lestari, yang memperingatkan bahwa tanggul akan jebol, mengundurkan diri.",
        [Said("Lestari", "memperingatkan", "tanggul akan jebol", "warn")],
    ),
    (
        "a manner may stand between the passive and its agent",
        "Kabar itu dibantah keras oleh juru bicara kementerian.",
        [Said("juru bicara kementerian", "dibantah", "Kabar itu", "deny", "denied")],
    ),
    (
        "percaya is a cue by itself",
        "Hasan tidak percaya gudang itu kosong.",
        [Said("Hasan", "tidak percaya", "gudang itu kosong", "opine", "denied")],
    ),
    (
        "what is not ruled out is possible",
        "Sukma Jaya tidak mengesampingkan kemungkinan menutup jembatan.",
        [Said("Sukma Jaya", "tidak mengesampingkan", "kemungkinan menutup jembatan", certainty="possible")],
    ),
    (
        "a medium that only passes on makes no record of its own, however short what it passes on",
        "Reuters melaporkan, pejabat Norwegia mengatakan dua perahu hilang.",
        [Said("pejabat Norwegia", "mengatakan", "dua perahu hilang", relay="Reuters")],
    ),
    (
        "a picture that opens its sentence shows what it shows",
        "Citra satelit memperlihatkan dua kapal di muara.",
        [Said("Citra satelit", "memperlihatkan", "dua kapal di muara")],
    ),
    (
        "a denial is handed on behind its pronoun",
        "Bantahan itu ia sampaikan di Lampung.",
        [Said("ia", "sampaikan", "Bantahan itu")],
    ),
    (
        "Al at the head of a sentence is no rank",
        "Al Jazeera, mengutip sumber militer, melaporkan dua perahu hilang.",
        [Said("sumber militer", "melaporkan", "dua perahu hilang", "report", relay="Al Jazeera")],
    ),
]


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [pytest.param(rule, *case, id=f"{rule}-{n}") for rule, cases in FOUND.items() for n, case in enumerate(cases)],
)
def test_a_construction_is_read(rule: str, text: str, expected: list[Said]) -> None:
    reading = read_text(text)
    assert rows(reading) == expected
    assert rule in {statement.rule for statement in reading.statements}


@pytest.mark.parametrize("text", SILENT)
def test_nobody_speaks(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(("text", "expected"), [pytest.param(text, rows, id=why) for why, text, rows in EDGES])
def test_an_edge(text: str, expected: list[Said]) -> None:
    assert said(text) == expected
