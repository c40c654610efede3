"""What a speaker does by saying it, whether they hold it true, and how sure they are."""

from __future__ import annotations

import pytest
from said import parameters, read_text

CASES = {
    "id": [
        ("Hasan mengatakan gudang itu kosong.", "inform affirmed certain"),
        ("Hasan mengklaim gudang itu kosong.", "inform affirmed certain"),
        ("Hasan mengatakan gudang itu bisa jadi terbakar.", "inform affirmed possible"),
        ("Hasan mengatakan gudang itu mungkin terbakar.", "inform affirmed possible"),
        ("Hasan mengatakan gudang itu tidak mungkin terbakar.", "inform affirmed certain"),
        ("Hasan mengatakan gudang itu tampaknya terbakar.", "inform affirmed probable"),
        ("Polisi menyatakan pelaku kemungkinan besar melarikan diri.", "inform affirmed probable"),
        ("Polisi mengatakan pelaku diduga melarikan diri.", "inform affirmed probable"),
        ('"Saya pikir gudang itu kosong," kata Hasan.', "inform affirmed probable"),
        pytest.param("Hasan menduga gudang itu mungkin terbakar.", "opine affirmed possible"),
        ("Hasan yakin gudang itu kosong.", "opine affirmed certain"),
        ("Hasan tidak yakin gudang itu kosong.", "opine denied certain"),
        ("Hasan berharap gudang itu kosong.", "opine affirmed unspecified"),
        ("Hasan membantah gudang itu terbakar.", "deny denied certain"),
        ("Hasan membantah gudang itu mungkin terbakar.", "deny denied possible"),
        ("Hasan menyangkal pernah bertemu Lestari.", "deny denied certain"),
        ("Hasan menepis kabar tersebut.", "deny denied certain"),
        ('"Itu salah," kata Hasan.', "deny affirmed certain"),
        ('"Tidak benar gudang itu kosong," kata Hasan.', "deny affirmed certain"),
        ("Hasan tidak menampik kabar itu.", "confirm affirmed unspecified"),
        ("Hasan belum membantah laporan itu.", "confirm affirmed unspecified"),
        ("Hasan membenarkan laporan itu.", "confirm affirmed certain"),
        ("Hasan mengakui gudang itu kosong.", "confirm affirmed certain"),
        ("Hasan menuding Lestari membakar gudang.", "accuse affirmed certain"),
        ("Hasan memperingatkan gudang itu akan roboh.", "warn affirmed certain"),
        ("Hasan mengancam akan menutup gudang.", "warn affirmed certain"),
        ("Hasan mengimbau warga tetap di rumah.", "request affirmed unspecified"),
        ("Hasan berjanji memperbaiki gudang.", "promise affirmed certain"),
        ("Hasan bertanya apakah gudang itu terbakar.", "ask affirmed unspecified"),
        ('"Di mana beras itu?" tanya Hasan.', "ask affirmed unspecified"),
        ("Reuters melaporkan gudang itu terbakar.", "report affirmed certain"),
        ("Gudang itu dilaporkan terbakar.", "report affirmed unspecified"),
        ("Gudang itu diperkirakan terbakar.", "opine affirmed probable"),
    ],
    "en": [
        ("Voss said the store was empty.", "inform affirmed certain"),
        ("Voss said the store may have burned in May.", "inform affirmed possible"),
        ("Voss said the store burned in May.", "inform affirmed certain"),
        ("Voss said it was likely that the store burned.", "inform affirmed probable"),
        ("Voss said the store seems to have burned.", "inform affirmed probable"),
        ('"I think the store was empty," Voss said.', "inform affirmed probable"),
        ("Voss fears the store burned.", "opine affirmed probable"),
        ("Voss believes the store burned.", "opine affirmed certain"),
        ("Voss does not believe the store burned.", "opine denied certain"),
        ("Voss hopes the store is empty.", "opine affirmed unspecified"),
        ("Voss denied that the store had burned.", "deny denied certain"),
        ("Voss denied that the store may have burned.", "deny denied possible"),
        ("Voss disputed the account.", "deny denied certain"),
        ("Voss dismissed the claim.", "deny denied certain"),
        ('"That is not true," Voss said.', "deny affirmed certain"),
        ('"That is false," Voss said.', "deny affirmed certain"),
        ("Voss did not deny the report.", "confirm affirmed unspecified"),
        ("Voss never denied the report.", "confirm affirmed unspecified"),
        ("Voss refused to rule out a strike.", "inform affirmed possible"),
        ("Voss confirmed the report.", "confirm affirmed certain"),
        ("Voss conceded that the store was empty.", "confirm affirmed certain"),
        ("Voss accused the shipper of arson.", "accuse affirmed certain"),
        ("Voss warned that the store would collapse.", "warn affirmed certain"),
        ("Voss threatened to close the store.", "warn affirmed certain"),
        ("Voss demanded that the port be opened.", "request affirmed unspecified"),
        ("Voss asked the council to open the port.", "request affirmed unspecified"),
        ("Voss asked whether the port was open.", "ask affirmed unspecified"),
        ("Voss wondered whether the store had burned.", "ask affirmed unspecified"),
        ("Voss vowed to rebuild the store.", "promise affirmed certain"),
        ("Reuters reported that the store had burned.", "report affirmed certain"),
        ("The store reportedly burned.", "report affirmed unspecified"),
        ("The store is thought to have burned.", "opine affirmed probable"),
        pytest.param("Voss said the store could not possibly have burned.", "inform affirmed certain"),
    ],
}
SILENT = {
    "id": ["Hasan tidak membenarkan laporan itu.", "Hasan enggan berkomentar.", "Hasan menolak berbicara kepada wartawan."],
    "en": [
        "Voss did not confirm the report.",
        "Voss declined to comment.",
        "Voss would not say where the rice went.",
        pytest.param("Voss dismissed the guard."),
    ],
}


@pytest.mark.parametrize(("code", "text", "expected"), parameters(CASES))
def test_act_polarity_and_certainty(code: str, text: str, expected: str) -> None:
    (statement,) = read_text(text, code).statements
    assert f"{statement.act} {statement.polarity} {statement.certainty}" == expected


@pytest.mark.parametrize(("code", "text"), parameters(SILENT))
def test_a_refusal_to_speak_is_no_statement(code: str, text: str) -> None:
    assert read_text(text, code).statements == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"Gudang itu kosong," kata Hasan.', "direct"),
        ('Hasan menyebut gudang itu "kosong melompong".', "mixed"),
        ("Hasan mengatakan gudang itu kosong.", "indirect"),
        ('"Gudang itu," kata Hasan, "kosong."', "direct"),
    ],
)
def test_the_kind_looks_at_quote_marks_only(text: str, kind: str) -> None:
    (statement,) = read_text(text).statements
    assert statement.kind == kind
