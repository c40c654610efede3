"""What a statement answers by a figure, an apposition, a quoted judgement or a question, and what answers nothing."""

from __future__ import annotations

import pytest
from said import parameters, read_text

CASES = {
    "id": [
        ("Hasan mengatakan kios itu terbakar. Hal serupa diungkapkan Lestari.", []),
        ("Hasan mengatakan gudang itu kosong. Lestari menyesalkan ulah pembawa pesan tersebut.", []),
        (
            'Hasan menuduh Lestari menjual beras. Lestari menepis tuduhan itu. "Tidak ada beras di sini," katanya.',
            [("Lestari menjual beras", "tuduhan itu"), ("Lestari menjual beras", None)],
        ),
        (
            "Hasan menuduh Lestari menjual beras. Tomo mengatakan hujan turun. Lestari menolak tuduhan telah menjual beras.",
            [("Lestari menjual beras", "tuduhan")],
        ),
        (
            "Hasan mengatakan kapal itu dijual. Tomo membantah kabar itu. Lestari juga menyangkal kabar tersebut.",
            [("kapal itu dijual", "kabar itu"), ("kapal itu dijual", "kabar tersebut")],
        ),
        ('Hasan mengatakan izin itu cacat. "Kabar itu tidak benar," kata Lestari.', [("izin itu cacat", "Kabar itu")]),
        ("Hasan mengatakan izin itu cacat. Lestari mempertanyakan klaim itu.", [("izin itu cacat", "klaim itu")]),
        ("Tomo mengatakan izin tambang sudah penuh. Pengadilan menolak permohonan izin tambang milik Hasan.", []),
        (
            'Hasan mengatakan kapal itu dijual kepada Lestari. Lestari menepis kabar tersebut. "Itu rumor," tegasnya.',
            [("kapal itu dijual kepada Lestari", "kabar tersebut"), ("kapal itu dijual kepada Lestari", "Itu")],
        ),
        ('Hasan mengatakan kapal itu dijual. Lestari membantah adanya pungutan. "Tidak benar itu," tegasnya.', []),
        (
            'Hasan mengatakan kapal itu dijual. Lestari menepis kabar itu. "Tidak benar itu," tegasnya.',
            [("kapal itu dijual", "kabar itu"), ("kapal itu dijual", "itu")],
        ),
        (
            "Hasan menyesalkan sikap Dinas Pasar. Menurut dia, sumur itu kering. Dinas Pasar membantahnya.",
            [("sumur itu kering", "nya")],
        ),
        (
            "Hasan mengatakan Dinas Pasar lalai. Menurut dia, sumur itu kering. Dinas Pasar membantahnya.",
            [("Dinas Pasar lalai", "nya")],
        ),
        (
            "Hasan mengatakan ia mengirim surat kepada Lestari. Tomo mengatakan hujan turun. Lestari membantah menerima surat semacam itu.",
            [("ia mengirim surat kepada Lestari", "surat semacam itu")],
        ),
        ("Hasan mengatakan hujan turun. Lestari membantah menerima surat semacam itu.", []),
        ("Kabar bahwa dinas menutup dua kios dipastikan tidak benar.", [("dinas menutup dua kios", "Kabar")]),
        ("Kabar bahwa empat sapi hilang, menurut Hasan, tidak benar.", [("empat sapi hilang", "Kabar")]),
        ("Beredar kabar bahwa sumur itu kering. Kabar itu dipastikan palsu.", [("sumur itu kering", "Kabar itu")]),
        ("Hasan mengatakan gudang itu kosong. Lestari menyesalkan ulah pembawa pesan tersebut.", []),
        ('Mahasiswa menuntut rektor mundur. Hasan menyebut tuntutan mahasiswa "salah waktu".', []),
        ("Hasan menyatakan tiga orang diamankan. Lestari menyebutnya penculikan terang-terangan.", []),
        (
            "Reuters melaporkan kapal Norwegia menabrak dermaga. Militer Norwegia tidak membantah penabrakan itu.",
            [("kapal Norwegia menabrak dermaga", None)],
        ),
        (
            "Hasan mengatakan sewa naik 45 persen. Aturan membatasi 20 persen, katanya. Angka 45 persen itu disanggah pengelola.",
            [("sewa naik 45 persen", "Angka 45 persen itu")],
        ),
        (
            "Warga menuduh PT Bara menebang pohon di hulu. Hasan mengatakan PT Bara berizin. PT Bara membantah menebang pohon di hulu.",
            [("PT Bara menebang pohon di hulu", None)],
        ),
        ("Usulan serupa pernah disampaikan Hasan pada Mei.", []),
        ("Hasan mengusulkan pasar dipindah. Usulan serupa pernah dilontarkan Lestari.", []),
        ('Ditanya apakah ia bertemu Lestari, Hasan menjawab, "Tidak."', [("apakah ia bertemu Lestari", None)]),
        ("Ditanya soal pertemuan itu, Hasan mengatakan lupa.", []),
        ("Saat ditanya apakah gudang itu kosong, Hasan membantah.", []),
        ('"Apakah Anda yang menandatangani?" tanya hakim. "Bukan," jawab Hasan.', [("Apakah Anda yang menandatangani?", None)]),
        (
            "Hasan menuding Lestari menerima suap. Menanggapi hal itu, Lestari mengatakan uang itu pinjaman.",
            [("Lestari menerima suap", "hal itu")],
        ),
        (
            "Hasan menuding Lestari menerima suap. Menanggapi tudingan itu, Lestari mengatakan uang itu pinjaman.",
            [("Lestari menerima suap", "tudingan itu")],
        ),
        ("Hasan menuding Lestari menerima suap. Lestari mengecam tudingan itu.", [("Lestari menerima suap", "tudingan itu")]),
        (
            "Hasan menuding Lestari menerima suap. Lestari membantah tudingan Hasan dan mengatakan uang itu pinjaman.",
            [("Lestari menerima suap", "tudingan Hasan")],
        ),
        (
            "Jaksa meyakini Lestari menerima uang dari pengembang. Lestari membantah menerima uang tersebut.",
            [("Lestari menerima uang dari pengembang", None)],
        ),
        ("Hasan mengatakan gudang itu kosong. Lestari mengamini pernyataan tersebut.", [("gudang itu kosong", "pernyataan tersebut")]),
        ("Hasan mengatakan gudang itu kosong. Lestari menolak berkomentar.", []),
        ("Hasan meminta jalan ditutup. Lestari menolak permintaan itu.", [("jalan ditutup", "permintaan itu")]),
        ('Hasan mengatakan gudang itu kosong. "Itu tidak benar," kata Lestari.', [("gudang itu kosong", "Itu")]),
        ('Hasan mengatakan gudang itu kosong. "Itu sudah lama," kata Lestari.', []),
        ("Hasan mengatakan gudang itu kosong. Lestari menilai pernyataan Hasan menyesatkan.", [("gudang itu kosong", "pernyataan Hasan")]),
        ("Hasan menyampaikan harapan itu di Muara. Lestari mengatakan rencana itu baik.", []),
    ],
    "en": [
        ("Voss demanded a full inquiry. The line is expected to stay closed.", []),
        (
            'Voss said the cats were sold. A post claimed they were stolen. "That post is false," Lund said.',
            [("they were stolen", "That post")],
        ),
        ("Voss said the rebels had fled. A source denied that was the case.", [("the rebels had fled", "that")]),
        ("Voss said the fish were old. Lund acknowledged as much.", [("the fish were old", "as much")]),
        ('Voss said the loaves were stale. Lund told the Elm Voice that this was "absurd".', [("the loaves were stale", "this")]),
        ('Voss said the loaves were stale. Lund said it was "watching closely".', []),
        ("Voss said 40 people had left. Orr said it would rain. Lund disputed the figure.", [("40 people had left", "the figure")]),
        ("Voss said 40 people had left. Lund questioned those findings.", [("40 people had left", "those findings")]),
        ("Lund said he might sell the mill. He now denies making the remark.", [("he might sell the mill", "the remark")]),
        (
            "Voss said the mill was sold. Orr denied the report. Lund also denied it.",
            [("the mill was sold", "the report"), ("the mill was sold", "it")],
        ),
        (
            'Voss accused Lund of selling rice. Lund denied the accusation. "There is no rice," he said.',
            [("Lund of selling rice", "the accusation"), ("Lund of selling rice", None)],
        ),
        ("Voss rejected an offer of help. Lund rejected the offer of rice.", []),
        (
            'Voss said Lund was paid. Lund called the claim "a fable". Orr confirmed it.',
            [("Lund was paid", "the claim"), ("Lund was paid", "it")],
        ),
        ("Voss accused Lund of selling rice, an allegation that Lund denies.", [("Lund of selling rice", "an allegation")]),
        ("Voss said the store was empty, a claim rejected by Lund.", [("the store was empty", "a claim")]),
        (
            'Voss claims that the question was loaded, because it spoke of "pain". Lund denies this.',
            [('the question was loaded, because it spoke of "pain"', "this")],
        ),
        (
            'A rumour that the mill will close spread on Monday. The owner, Dill, denied it. "That is nonsense," he said.',
            [("the mill will close spread on Monday", "it"), ("the mill will close spread on Monday", "That")],
        ),
        (
            'An army spokesman said the mine was laid by men of the ELF. They want spoils, he said. "This is a lie," ELF chief Dill said.',
            [("the mine was laid by men of the ELF", "This")],
        ),
        (
            "Analysts suggested that a merger was likely. One said the books were thin. Lund dismissed the suggestion.",
            [("a merger was likely", "the suggestion")],
        ),
        ("Voss said the store was empty. The report was sent on Monday, Lund said.", []),
        ("Voss put the losses at 40 percent. Lund disputed that figure.", [("the losses at 40 percent", "that figure")]),
        ("Asked by the clerk, Ada Orr, whether he had met Voss, Lund said he had not.", [("whether he had met Voss", None)]),
        ("Asked by the clerk, Ada Orr, about the mill, Lund said it was shut.", []),
        (
            "Voss said Lund had been sent a map. Orr said it rained. Lund denied seeing any such map.",
            [("Lund had been sent a map", "any such map")],
        ),
        ("Voss said it rained. Lund denied seeing any such map.", []),
        ("Voss said the mill was sold, a tale Lund rejected as a joke.", []),
        ('Voss accused Lund of theft, a charge Orr rejected as "absurd".', [("Lund of theft", "a charge")]),
        ("Voss accused the mill of theft, an allegation the clerk rejected as nonsense.", [("the mill of theft", "an allegation")]),
        ("Voss accused the mill of theft, and Lund rejected the sale as nonsense.", []),
        ("Asked whether he had met Voss, Lund said he had not.", [("whether he had met Voss", None)]),
        ('Asked whether he had met Voss, Lund replied: "Never."', [("whether he had met Voss", None)]),
        ('Asked if the mill would close, Lund said: "No."', [("if the mill would close", None)]),
        ('"Did you sign it?" the judge asked. "No," Lund replied.', [("Did you sign it?", None)]),
        ('"Why was it shut?" asked Voss. The mill was old, Lund answered.', [("Why was it shut?", None)]),
        ("Voss said the mill had leaked for years. Lund denied that the mill had leaked.", [("the mill had leaked for years", None)]),
        ("Voss said the mill was sold to Orr. Lund denied that it had been sold.", [("the mill was sold to Orr", None)]),
        ("Voss said the police had beaten him. Police denied the allegation.", [("the police had beaten him", "the allegation")]),
        ("Voss said the police had beaten him. The police did not respond.", []),
        ("Voss said the police had beaten him. Lund confirmed his account.", [("the police had beaten him", "his account")]),
        ("Voss said the army had crossed the river. A diplomat confirmed the crossing.", [("the army had crossed the river", None)]),
        ("Voss said the army had crossed the river. A diplomat confirmed that two men were hurt.", []),
        ("Voss said the police had beaten him. The footage bore out his account.", [("the police had beaten him", "his account")]),
        ("Voss called for a strike. Lund rejected the call.", [("a strike", "the call")]),
        ("Lund denied the report. Nobody had asked him.", []),
    ],
}


@pytest.mark.parametrize(("code", "text", "expected"), parameters(CASES))
def test_what_is_answered(code: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    reading = read_text(text, code)
    contents = {statement.id: statement.contents[0].text for statement in reading.statements}
    answers = [statement.answers for statement in reading.statements if statement.answers is not None]
    assert [(contents[answer.statement], answer.anaphor and answer.anaphor.text) for answer in answers] == expected
