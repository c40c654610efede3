"""What a denial, a confirmation or a reaction answers where several statements stand before it, and where none is meant."""

from __future__ import annotations

import pytest
from said import parameters, read_text

CASES = {
    "id": [
        pytest.param(
            "Hasan mengatakan Lestari menjual beras. Ia menyebut truk berangkat pukul dua. Lestari menepis tudingan itu.",
            [("Lestari menjual beras", "tudingan itu")],
            id="the accusation is the first thing that was said",
        ),
        pytest.param(
            "Hasan mengatakan hujan akan turun. Ia menyebut Lestari menjual beras. Lestari menepis tudingan itu.",
            [("Lestari menjual beras", "tudingan itu")],
            id="the accusation names whom it accuses",
        ),
        pytest.param(
            "Hasan mengatakan gudang itu kosong. Lestari mengatakan kabar itu tidak benar.",
            [("gudang itu kosong", "kabar itu")],
            id="says that the news is not true",
        ),
        pytest.param(
            'Hasan menuduh Lestari menjual beras. Lestari menyebut tuduhan itu "dongeng".',
            [("Lestari menjual beras", "tuduhan itu")],
            id="calls the accusation a tale",
        ),
        pytest.param(
            'Hasan menuduh Lestari menjual beras. "Itu bohong," kata Lestari.', [("Lestari menjual beras", "Itu")], id="that is a lie"
        ),
        pytest.param(
            "Hasan menuduh Lestari menjual beras. Menanggapi tuduhan tersebut, Lestari mengatakan beras itu rusak.",
            [("Lestari menjual beras", "tuduhan tersebut")],
            id="in response to it",
        ),
        pytest.param(
            "Oslo menuduh Hasan menjual beras. Tomo mengatakan hujan akan turun. Hasan membantah tuduhan Oslo.",
            [("Hasan menjual beras", "tuduhan Oslo")],
            id="whose accusation",
        ),
        pytest.param(
            "Hasan mengatakan gudang itu kosong. Tomo mengatakan gudang itu penuh. Lestari membantah pernyataan Hasan.",
            [("gudang itu kosong", "pernyataan Hasan")],
            id="whose statement, over another's",
        ),
        pytest.param(
            "Hasan menuduh Lestari menjual beras. Lestari membantah pernah pergi ke pasar.",
            [("Lestari menjual beras", None)],
            id="the accused denies",
        ),
        pytest.param(
            "Reuters melaporkan Norwegia mengirim kapal ke muara. Norwegia membantah mengirim kapal.",
            [("Norwegia mengirim kapal ke muara", None)],
            id="the same words, denied",
        ),
        pytest.param(
            "Tomo menyerukan gencatan senjata. Norwegia mengkritik seruan itu.",
            [("gencatan senjata", "seruan itu")],
            id="criticises a call",
        ),
        pytest.param(
            "Hasan mengancam akan menutup pelabuhan. Tomo mengatakan hujan akan turun. Lestari mengecam ancaman itu.",
            [("akan menutup pelabuhan", "ancaman itu")],
            id="a threat condemned",
        ),
        pytest.param(
            "Hasan mengusulkan pasar dipindah. Lestari menolak usulan tersebut.",
            [("pasar dipindah", "usulan tersebut")],
            id="a proposal rejected",
        ),
        pytest.param("Hasan mengatakan gudang itu kosong. Hal itu dibenarkan Lestari.", [("gudang itu kosong", "Hal itu")], id="borne out"),
        pytest.param("Hasan mengatakan gudang itu kosong. Hal senada disampaikan Lestari.", [], id="who only says the same"),
        pytest.param(
            'Hasan ditanya apakah gudang itu kosong. "Saya tidak tahu," jawabnya.', [("apakah gudang itu kosong", None)], id="a reply"
        ),
        pytest.param(
            "Hasan membantah laporan itu. Sehari sebelumnya, Reuters melaporkan gudang itu kosong.",
            [("gudang itu kosong", "laporan itu")],
            id="the report comes behind its denial",
        ),
        pytest.param("Gudang itu konon dibakar orang. Hasan membenarkan pembakaran itu.", [("Gudang itu", None)], id="a deed borne out"),
        pytest.param(
            'Hasan membantah Lestari dibayar. Tomo juga membantah kabar itu. Lestari menyebut bantahan itu "dongeng".',
            [("kabar itu", "bantahan itu")],
            id="the nearest denial",
            marks=pytest.mark.xfail(strict=True, reason="a denial that only points is passed over"),
        ),
        pytest.param(
            'Hasan mengatakan gudang itu kosong. Lestari tertawa. "Itu rumor," katanya.',
            [("gudang itu kosong", "Itu")],
            id="that is a rumour",
        ),
        pytest.param(
            'Hasan ditemui di pasar. "Terlalu dini," jawab Hasan saat ditanya apakah gudang itu kosong.',
            [("apakah gudang itu kosong", None)],
            id="a reply before its question",
        ),
        pytest.param(
            "Hasan menuduh Lestari menjual beras. Hasan mengatakan hujan akan turun. Lestari menampik tuduhan Hasan.",
            [("Lestari menjual beras", "tuduhan Hasan")],
            id="of its owner's statements the accusation",
        ),
        pytest.param("Hasan mengatakan laporan itu sudah dikirim ke kantor polisi.", [], id="a paper that was sent"),
        pytest.param(
            "Tomo mengatakan gudang itu kosong. Hasan mengatakan laporan itu sudah dikirim.", [], id="a paper that was sent, behind another"
        ),
        pytest.param(
            "Hasan mengatakan gudang itu kosong. Lestari mengakui lebih dari tiga truk rusak.", [], id="an admission of something else"
        ),
        pytest.param("Lestari mengatakan gudang itu kosong. Hasan membantah pernah bertemu Tomo.", [], id="a denial of something else"),
        pytest.param(
            "Hasan mengatakan gudang itu kosong. Hal itu disampaikan Hasan di Oslo.", [], id="what was said is not answered by its time"
        ),
        pytest.param("Tomo mengatakan gudang itu kosong. Hasan meragukan keterangan dinas.", [], id="somebody else's account"),
    ],
    "en": [
        pytest.param(
            "A driver said Lund had sold the rice. The driver said the truck left at two. Lund denied the claim.",
            [("Lund had sold the rice", "the claim")],
            id="the claim is the first thing that was said",
        ),
        pytest.param(
            "A driver said it would rain. The driver said Lund had sold the rice. Lund denied the claim.",
            [("Lund had sold the rice", "the claim")],
            id="the claim names whom it accuses",
        ),
        pytest.param(
            "Voss said the store was empty. Lund said the claim was false.", [("the store was empty", "the claim")], id="says it is false"
        ),
        pytest.param(
            "Voss accused Lund of selling rice. Lund called the accusation “a fable.”",
            [("Lund of selling rice", "the accusation")],
            id="calls it a fable",
        ),
        pytest.param('"The store is empty," Voss said. "That is a lie," Lund said.', [("The store is empty", "That")], id="that is a lie"),
        pytest.param(
            "Voss accused Lund of selling rice. Responding to the accusation, Lund said the rice was spoilt.",
            [("Lund of selling rice", "the accusation")],
            id="in response to it",
        ),
        pytest.param(
            "Moscow said the store was empty. Lund said it was full. Voss rejected Moscow's claim.",
            [("the store was empty", "Moscow's claim")],
            id="whose claim",
        ),
        pytest.param(
            "Voss said the store was empty. Lund said it would rain. Orr disputed Voss's account.",
            [("the store was empty", "Voss's account")],
            id="whose account, over another's",
        ),
        pytest.param(
            "Voss accused Lund of selling rice. Lund denied that he had been to the market.",
            [("Lund of selling rice", None)],
            id="the accused denies",
        ),
        pytest.param(
            "Reuters reported that Norway had sent ships to the strait. Norway denied sending ships.",
            [("Norway had sent ships to the strait", None)],
            id="the same words, denied",
        ),
        pytest.param(
            "Voss proposed that the market move. Lund rejected the proposal.",
            [("the market move", "the proposal")],
            id="a proposal rejected",
        ),
        pytest.param(
            "Voss warned that the dam could burst. Orr said it would rain. Lund dismissed the warning.",
            [("the dam could burst", "the warning")],
            id="a warning dismissed",
        ),
        pytest.param(
            "Voss threatened to close the port. Lund condemned the threat.",
            [("to close the port", "the threat")],
            id="a threat condemned",
        ),
        pytest.param(
            "Voss said the store was empty. That was confirmed by the harbourmaster, Mira Lund.",
            [("the store was empty", "That")],
            id="borne out, in a passive",
        ),
        pytest.param(
            "Voss said the store was empty. The claim was denied by Lund.",
            [("the store was empty", "The claim")],
            id="denied, in a passive",
        ),
        pytest.param(
            "Norway denied the report. Reuters had reported on Monday that the ship sank.",
            [("the ship sank", "the report")],
            id="the report comes behind its denial",
        ),
        pytest.param(
            'Voss said the store was empty. Lund cast doubt on that: "She has not been there."',
            [("the store was empty", "that"), ("the store was empty", None)],
            id="doubt, and the words for it",
        ),
        pytest.param(
            'Voss said Lund had been paid. Lund laughed: "That is ridiculous."',
            [("Lund had been paid", "That")],
            id="that is ridiculous",
        ),
        pytest.param(
            "Voss said Lund had been paid. Lund told the court that this was untrue.",
            [("Lund had been paid", "this")],
            id="this was untrue",
        ),
        pytest.param("Voss said the store was empty. Lund confirmed the existence of the report.", [], id="a report that exists"),
        pytest.param("Lund said the report had been sent to the police.", [], id="a paper that was sent"),
        pytest.param(
            "Voss said the store was empty. Lund said the report had been sent to the police.", [], id="a paper sent, behind another"
        ),
        pytest.param(
            "Voss said the store was empty. Lund admitted that more than three trucks were broken.", [], id="an admission of something else"
        ),
        pytest.param("Voss said the store was empty. Lund denied meeting Orr.", [], id="a denial of something else"),
        pytest.param("Voss said the store was empty. Lund rejected the ministry's account.", [], id="somebody else's account"),
        pytest.param(
            "Q: Where is the rice?\n\nA: Gone.\n\nQ: Who took it?\n\nA: We ask that too.",
            [("Where is the rice?", None), ("Who took it?", None)],
            id="questions answer nothing",
        ),
    ],
}


@pytest.mark.parametrize(("code", "text", "expected"), parameters(CASES))
def test_what_is_answered(code: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    reading = read_text(text, code)
    contents = {statement.id: statement.contents[0].text for statement in reading.statements}
    answers = [statement.answers for statement in reading.statements if statement.answers is not None]
    assert [(contents[answer.statement], answer.anaphor and answer.anaphor.text) for answer in answers] == expected
