"""Indonesian stance: act, polarity with negations and double negations, certainty from hedges in cue and content with their scope."""

from __future__ import annotations

import pytest
from said import read_text

CASES: dict[str, str] = {
    "Hasan khawatir sekali bahwa gudang itu terbakar.": "opine affirmed probable",
    "Dari pengakuannya, gudang itu kosong.": "inform affirmed certain",
    # denials and what undoes them
    "Hasan membantah menerima uang.": "deny denied certain",
    "Hasan membantah tidak menerima uang.": "deny denied certain",
    "Hasan membantah keras tudingan itu.": "deny denied certain",
    "Hasan tidak membantah kabar itu.": "confirm affirmed unspecified",
    "Hasan tak menampik pernah menerima uang.": "confirm affirmed unspecified",
    "Hasan tidak memungkiri gudang itu pernah terbakar.": "confirm affirmed unspecified",
    "Hasan tak dapat menyangkal bahwa gudang itu terbakar.": "confirm affirmed unspecified",
    "Kabar itu tidak dibantah Hasan.": "confirm affirmed unspecified",
    "Hasan mengesampingkan kemungkinan gudang itu dibakar.": "deny denied certain",
    "Hasan tidak mengesampingkan kemungkinan gudang itu dibakar.": "inform affirmed possible",
    "Hasan tak menutup kemungkinan gudang itu dibakar.": "inform affirmed possible",
    "Hasan menolak tudingan tersebut.": "deny denied certain",
    "Hasan meragukan klaim itu.": "deny denied certain",
    "Hasan ragu gudang itu dibakar.": "opine denied certain",
    "Hasan tidak percaya gudang itu dibakar.": "opine denied certain",
    "Hasan tidak yakin bahwa gudang itu dibakar.": "opine denied certain",
    "Hasan menyatakan gudang itu tidak dibakar.": "inform affirmed certain",
    '"Tidak, itu bohong," kata Hasan.': "deny affirmed certain",
    '"Itu fitnah," tegas Hasan.': "deny affirmed certain",
    '"Kabar itu tidak benar," ujar Hasan.': "deny affirmed certain",
    '"Tuduhan itu tidak berdasar sama sekali," ujarnya.': "deny affirmed certain",
    # bearing out
    "Hasan membenarkan bahwa gudang itu terbakar.": "confirm affirmed certain",
    "Kabar itu dibenarkan Hasan.": "confirm affirmed certain",
    # evidential verbs
    "Hasan mengaku melihat api di gudang.": "inform affirmed certain",
    "Hasan mengakui kesalahannya.": "confirm affirmed certain",
    "Hasan mengatakan dokumen itu terbukti palsu.": "inform affirmed certain",
    "Hasan mengatakan dokumen itu tampaknya palsu.": "inform affirmed probable",
    "Hasan mengatakan dokumen itu sepertinya palsu.": "inform affirmed probable",
    "Hasan mengatakan dokumen itu kelihatannya palsu.": "inform affirmed probable",
    "Hasan mengatakan asap terlihat dari pasar.": "inform affirmed certain",
    # hedges and their scope
    "Hasan mengatakan gudang itu mungkin dibakar.": "inform affirmed possible",
    "Hasan mengatakan mungkin saja gudang itu dibakar.": "inform affirmed possible",
    "Hasan mengatakan bisa jadi gudang itu dibakar.": "inform affirmed possible",
    "Hasan mengatakan ada kemungkinan gudang itu dibakar.": "inform affirmed probable",
    "Hasan mengatakan gudang itu tidak mungkin dibakar.": "inform affirmed certain",
    "Hasan mengatakan belum tentu gudang itu dibakar.": "inform affirmed possible",
    "Hasan mengatakan gudang itu hampir pasti dibakar.": "inform affirmed probable",
    "Hasan mengatakan gudang itu pasti dibakar.": "inform affirmed certain",
    "Hasan mengatakan pelaku yang diduga membakar gudang itu sudah ditangkap.": "inform affirmed certain",
    "Hasan meyakini gudang itu dibakar.": "opine affirmed certain",
    "Hasan menduga gudang itu dibakar.": "opine affirmed probable",
    "Hasan khawatir gudang itu dibakar.": "opine affirmed probable",
    "Hasan mengatakan gudang itu dikhawatirkan roboh.": "inform affirmed probable",
    '"Setahu saya gudang itu kosong," kata Hasan.': "inform affirmed probable",
    '"Menurut saya, gudang itu dibakar," kata Hasan.': "inform affirmed certain",
    # requests, promises, questions and warnings
    "Hasan menegaskan agar warga tidak mendekati gudang.": "inform affirmed unspecified",
    "Hasan memperingatkan agar warga tidak mendekati gudang.": "warn affirmed unspecified",
    "Hasan melarang warga mendekati gudang.": "request affirmed unspecified",
    "Hasan berharap gudang itu segera dibuka.": "opine affirmed unspecified",
    "Hasan menjanjikan gudang baru.": "promise affirmed certain",
    "Hasan mengancam menutup gudang.": "warn affirmed certain",
    "Hasan mempertanyakan izin gudang itu.": "ask affirmed unspecified",
    '"Mengapa gudang itu dibiarkan kosong?" ujar Hasan.': "ask affirmed unspecified",
    # hearsay
    "Gudang itu diduga dibakar.": "opine affirmed probable",
    "Gudang itu disebut-sebut akan dijual.": "report affirmed unspecified",
    "Gudang itu kabarnya akan dijual.": "report affirmed unspecified",
    "Konon gudang itu berhantu.": "report affirmed unspecified",
    "Hasan dituduh membakar gudang.": "accuse affirmed certain",
}
SILENT = [
    "Hasan tidak membenarkan kabar itu.",
    "Hasan tidak membenarkan maupun membantah kabar itu.",
    "Hasan belum memberikan keterangan soal kabar itu.",
    "Hasan menolak memberi keterangan.",
    "Kabar itu belum dikonfirmasi.",
    "Kabar itu tidak diduga sebelumnya.",
    "Gudang itu terbukti menyalahi aturan.",
    "Asap terlihat dari pasar.",
]


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_act_polarity_and_certainty(text: str, expected: str) -> None:
    (statement,) = read_text(text).statements
    assert f"{statement.act} {statement.polarity} {statement.certainty}" == expected


@pytest.mark.parametrize("text", SILENT)
def test_nobody_takes_a_stand(text: str) -> None:
    assert read_text(text).statements == ()
