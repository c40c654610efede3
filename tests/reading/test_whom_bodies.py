"""Whom a noun for a body, "it", "they", a title of several and an epithet mean, and where nobody's name shows what it names."""

from __future__ import annotations

import pytest
from said import names, parameters, read_text

CASES = {
    "id": [
        pytest.param(
            "Rimba Hijau Nusa mendesak polisi bertindak. Organisasi itu yakin sungai akan rusak.",
            ["Rimba Hijau Nusa"] * 2,
            id="an organisation whose name does not say so",
        ),
        pytest.param(
            "Komisi Sungai Nasional (KSN) mengatakan air naik. Komisi itu meminta warga pindah. KSN menyebut dua desa terendam.",
            ["Komisi Sungai Nasional"] * 3,
            id="a commission, by its noun and its initials",
        ),
        pytest.param(
            "Kabar itu dipertanyakan UNIFIL. Menurut misi PBB itu, patroli tidak melihat apa-apa.",
            ["UNIFIL"] * 2,
            id="a mission of a larger body",
        ),
        pytest.param(
            "Hasan mengatakan solar cukup. Kementerian itu mengatakan harga tetap.",
            ["Hasan", "Kementerian itu"],
            id="a ministry is no person",
        ),
        pytest.param(
            "Badan Air Nasional menutup pintu air. Menurut data badan tersebut, air naik.",
            ["Badan Air Nasional"],
            id="a body's figures, by its noun",
        ),
        pytest.param("PT Bara Utama menutup tambang. Menurut laporan perusahaan, batu bara habis.", ["PT Bara Utama"], id="its report"),
        pytest.param("Bank Embun menutup kantor. Pihak bank meminta maaf.", ["Bank Embun"], id="the bank's side"),
        pytest.param(
            "Warta Embun menulis bahwa kapal itu kosong. Koran itu menyebut dua sopir hilang.", ["Warta Embun"] * 2, id="the newspaper"
        ),
        pytest.param(
            'Penggemar yang menamakan diri "Bala Rusa" menuntut pelatih mundur. Mereka mengancam tidak datang.',
            ["Bala Rusa"] * 2,
            id="they by the name that they give themselves",
        ),
        pytest.param(
            "Komite Wasit mengatakan rekaman diperiksa. Suporter yang marah membakar ban. Mereka meminta laga diulang.",
            ["Komite Wasit", "Suporter"],
            id="they are the subject with a relative",
        ),
        pytest.param(
            "Dua pedagang, Laras dan Tomo, mengadu ke dinas. Mereka mengatakan kios terbakar.",
            ["Dua pedagang"],
            id="they are two with names",
        ),
        pytest.param(
            "Bupati Kuala Enggan, Tomo Wiradi, mengatakan pasar dibuka. Wakil Bupati Laras Widuri mengatakan sewa tetap. "
            "Bupati menambahkan parkir gratis.",
            ["Tomo Wiradi", "Laras Widuri", "Tomo Wiradi"],
            id="the regent is not the deputy",
        ),
        pytest.param(
            "Menteri Pertanian Tomo Wiradi mengatakan beras cukup. Menteri Perdagangan Laras Widuri mengatakan harga naik. "
            "Menteri Pertanian menjanjikan impor.",
            ["Tomo Wiradi", "Laras Widuri", "Tomo Wiradi"],
            id="one of two ministers",
        ),
        pytest.param(
            "Menteri Pertanian Tomo Wiradi mengatakan beras cukup. Menteri Perdagangan Laras Widuri mengatakan harga naik. "
            "Mendag meminta warga tenang.",
            ["Tomo Wiradi", "Laras Widuri", "Laras Widuri"],
            id="an office by its short form",
        ),
        pytest.param(
            "Ketua majelis hakim Laras Widuri menunda sidang. Sang hakim menegur warga: “Diam!”",
            ["Laras Widuri"],
            id="the judge",
        ),
        pytest.param("Ibu korban mengatakan anaknya hilang. Ia meminta polisi mencari.", ["Ibu korban"] * 2, id="a mother without a name"),
        pytest.param(
            "Laras Widuri, pemilik warung, mengatakan kompor meledak. Tomo Wiradi, tetangganya, berlari. Dia mengatakan api besar.",
            ["Laras Widuri", "Tomo Wiradi"],
            id="somebody new with an apposition is the subject",
        ),
        pytest.param(
            "Laras Widuri mengatakan pasar sepi.\n\nSewa kios naik. Hujan turun setiap hari.\n\n“Kami rugi,” ujarnya.",
            ["Laras Widuri"] * 2,
            id="rain is nobody",
        ),
        pytest.param(
            "Pelatih Elang Biru, Yance Sahetapy, marah. Ia menilai wasit lalai. Kapten Elang Biru, Dodi Wirya, menyesal. "
            "“Maaf,” kata bek 31 tahun itu.",
            ["Yance Sahetapy", "Dodi Wirya"],
            id="a club between role and name is no person",
        ),
        pytest.param(
            "Moskow mengatakan kapal itu kosong. Rusia menuntut maaf. Kremlin membantah ada senjata.", ["Rusia"] * 3, id="a state's name"
        ),
        pytest.param(
            "Karim Dahlan ditanya soal ucapan Bupati Tomo Wiradi yang menyebut tarif naik. Ia mengaku belum mendengarnya.",
            ["Tomo Wiradi", "Karim Dahlan"],
            id="who was asked, not who spoke in the relative",
        ),
        pytest.param(
            "Tiga pegawai mengatakan kas kosong. Ketiganya meminta nama mereka dirahasiakan.", ["Tiga pegawai"] * 2, id="all three"
        ),
        pytest.param(
            "Mantan camat Lembayung, Tomo Wiradi, meminta maaf. “Saya lelah,” kata mantan camat itu.",
            ["Tomo Wiradi"] * 2,
            id="a former one",
        ),
        pytest.param(
            "Simak Muara, lembaga yang berkantor di Chiang Mai, mengatakan air naik. Lembaga itu menuduh dinas lalai.",
            ["Simak Muara"] * 2,
            id="a body by its apposition",
        ),
        pytest.param(
            "PT Bara Utama Tbk (BRUT) menutup tambang. Manajemen BRUT membantah kabar itu.", ["PT Bara Utama Tbk"], id="its management"
        ),
        pytest.param(
            "Laras Widuri menyanyi. Menurut manajer Laras, Tomo, jadwal penuh. Laras mengatakan panggung rusak.",
            ["Tomo", "Laras Widuri"],
            id="whose manager it was",
        ),
        pytest.param(
            "Pasangan Tomo Wiradi-Laras Widuri unggul. Tomo Wiradi, 50 tahun, mengatakan hasil itu baik. Tomo meminta relawan tenang.",
            ["Tomo Wiradi"] * 2,
            id="a ticket of two is not either",
        ),
        pytest.param(
            "Pelatih Persigala, Milan Dorsky, marah. Ia menilai wasit lalai.",
            ["Milan Dorsky"],
            id="a club by its name, a man with a town's",
        ),
        pytest.param("Adapun Hasan Basri menolak. Hasan mengatakan kas kosong.", ["Hasan Basri"], id="what opens a sentence is no name"),
    ],
    "en": [
        pytest.param(
            "The daily Elm Voice reported on Friday that the weir had failed. The paper said the repair would cost a million.",
            ["Elm Voice"] * 2,
            id="the daily and the paper",
        ),
        pytest.param(
            "The weir had failed, business daily Vekstbladet reported on Friday. The newspaper said the repair was dear.",
            ["Vekstbladet"] * 2,
            id="a daily that no list has",
        ),
        pytest.param(
            "The Elm River Authority (ERA) said the weir was safe. The agency said swimming was fine. ERA added that fishing was too.",
            ["Elm River Authority"] * 3,
            id="an authority is an agency",
        ),
        pytest.param("The Reform League lost two seats. The party said it would appeal.", ["Reform League"], id="a league is a party"),
        pytest.param("The High Court stopped the work. The court said the permit was void.", ["High Court"], id="the court"),
        pytest.param(
            "Voss & Daughters said on Monday that it would close its mill. The company said orders had dropped.",
            ["Voss & Daughters"] * 2,
            id="a company of a family",
        ),
        pytest.param(
            "Turkish shipyard Karlin Marine sold two boats. Karlin said the price was fair. The company said it had papers.",
            ["Karlin Marine"] * 2,
            id="the first word of a company's name",
        ),
        pytest.param(
            'The third, a former Karlin engineer, said he had seen it. "Nobody asked," he said.', ["third"] * 2, id="whose engineer he was"
        ),
        pytest.param(
            "The operator, Delta Flume, said the line was shut. The company said it was old.",
            ["Delta Flume"] * 2,
            id="an operator is a company",
        ),
        pytest.param(
            "Two people with knowledge of the plan said the mill was sold.", ["Two people with knowledge of the plan"], id="who somebody is"
        ),
        pytest.param(
            "The mill was sold, the Derwent Fathom reported, citing two aides. The newspaper said the price was low.",
            ["two aides", "Derwent Fathom"],
            id="a newspaper by what it does",
        ),
        pytest.param(
            "Larch United drew on Sunday. Larch president Ana Sorrel was furious. She said the referee was blind.",
            ["Ana Sorrel"],
            id="whose president she is is not she",
        ),
        pytest.param(
            "The United Nations condemned it. The company said it was sorry.",
            ["United Nations", "company"],
            id="the United Nations are no company",
        ),
        pytest.param(
            "Business lobby CPX said taxes were high. CPX added that jobs would go.",
            ["CPX"] * 2,
            id="what sort of body it is before its name",
        ),
        pytest.param(
            "Prime Minister Ole Lund said help was near. The minister said the mine was shut.",
            ["Ole Lund", "minister"],
            id="a prime minister is no minister",
        ),
        pytest.param("Halvard Brothers closed its mill. The firm said orders had dropped.", ["Halvard Brothers"], id="brothers are a firm"),
        pytest.param("Oslo-based Larch Metals said it would close.", ["Larch Metals"], id="where it has its seat is no part of its name"),
        pytest.param(
            "Nora Halvard, the mayor, said the weir was safe. The Anglers' Club disagreed with her. It demanded a survey.",
            ["Nora Halvard", "Anglers' Club"],
            id="it is a club of many",
        ),
        pytest.param(
            'Railtor has corrected its notice: trains stop at noon. "Sorry for the mix-up," it wrote.',
            ["Railtor"],
            id="it shows that a name is no person's",
        ),
        pytest.param(
            "The Foreign Ministry agrees with the farmers: the dam, it noted in a letter, was safe.",
            ["Foreign Ministry"],
            id="it in the sentence of what it means",
        ),
        pytest.param(
            "The dam is old, the Elm Voice reported, quoting a study that it said had been kept in a drawer.",
            ["study", "Elm Voice"],
            id="what a relative goes on from is not it",
        ),
        pytest.param(
            'Nora Halvard said the water was brown. "Nobody should swim," Weir Watch UK wrote on its website.\n\n'
            "She added that the beach was shut.",
            ["Nora Halvard", "Weir Watch UK", "Nora Halvard"],
            id="she is no society",
        ),
        pytest.param("Bakers, unsurprisingly, were furious. They said flour was dear.", ["Bakers"], id="they over an adverb"),
        pytest.param(
            "The Green Hill party was pleased. Farmers, as ever, were split. They complained that nobody had asked them.",
            ["Farmers"],
            id="they are not the party",
        ),
        pytest.param("Two teachers, Ole Lund and Signe Dahl, resigned. They said the roof leaked.", ["Two teachers"], id="they are two"),
        pytest.param(
            "Foreign Minister Ole Lund said talks had failed. Trade Minister Nora Halvard said they went on. "
            "The foreign minister said he would leave.",
            ["Ole Lund", "Nora Halvard", "Ole Lund"],
            id="one of two ministers",
        ),
        pytest.param(
            "Norway's foreign minister, Ole Lund, said talks had failed. Sweden's foreign minister, Eva Dahl, said they went on. "
            "The Norwegian minister said he would leave.",
            ["Ole Lund", "Eva Dahl", "Ole Lund"],
            id="one of two states",
        ),
        pytest.param(
            "Deputy Mayor Ole Lund said the fair was off. The mayor said it was on.",
            ["Ole Lund", "mayor"],
            id="the mayor is not the deputy",
        ),
        pytest.param("Norway said the ship was empty. The Norwegians demanded an apology.", ["Norway"] * 2, id="a state by its people"),
        pytest.param(
            "Nora Halvard likes to say that she learned to swim early. Her late husband, the painter Kenji Orr, disliked water.\n\n"
            '"People fear it," she told me last year.',
            ["Nora Halvard"] * 2,
            id="a husband is not she",
        ),
    ],
}


@pytest.mark.parametrize(("code", "text", "expected"), parameters(CASES))
def test_whom_a_speaker_means(code: str, text: str, expected: list[str | None]) -> None:
    assert names(read_text(text, code)) == expected
