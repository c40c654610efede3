"""What is said does not depend on the glyphs of the marks, nor on where the paragraph stands."""

from __future__ import annotations

import pytest
from said import read_text, rows

STYLES = {
    "straight": ('"', '"'),
    "curly": ("“", "”"),
    "same curly": ("”", "”"),
    "two single": ("''", "''"),
    "backticks": ("``", "''"),
    "two curly single": ("‘‘", "’’"),
    "low": ("„", "“"),
    "low and high": ("„", "”"),
    "guillemets": ("«", "»"),
    "guillemets inward": ("»", "«"),
    "corners": ("「", "」"),
    "full width": ("＂", "＂"),
    "single": ("'", "'"),
    "single curly": ("‘", "’"),
    "single guillemets": ("‹", "›"),
    "backtick": ("`", "'"),
    "acute": ("´", "´"),
}

ARTICLES = {
    "id": (
        "«Tambak itu kering,» kata Wiranti, petambak di Desa Kaliombo. «Sudah dua bulan.»\n\n"
        "Bupati Darmaji membantah kabar itu. «Semua tambak terairi,» ujarnya, Rabu (3/4).\n\n"
        "Menurut Wiranti, pompa itu «hanya pajangan».\n\n"
        "«Kami menunggu sejak pagi.\n\n«Lalu kami pulang,» tutur Wiranti. Darmaji menjawab: «Sabar!»\n\n"
        "«Apakah pompa akan diperbaiki?» tanya Wiranti.\n\n"
        "Film «Tambak Terakhir» diputar malam itu. «Bagus,» kata Darmaji, «tetapi terlalu panjang.»"
    ),
    "en": (
        "«The ponds are dry,» said Wilma Aske, a farmer in Stenby. «It has been two months.»\n\n"
        "Mayor Dag Holm denied the report. «Every pond is fed,» he said on Wednesday.\n\n"
        "According to Aske, the pump was «only for show».\n\n"
        "«We waited all morning.\n\n«Then we went home,» Aske said. Holm replied: «Patience!»\n\n"
        "«Will the pump be mended?» Aske asked.\n\n"
        "The film «The Last Pond» was shown that night. «Good,» said Holm, «but too long.»"
    ),
}


def dressed(text: str, opening: str, closing: str) -> str:
    return text.replace("«", opening).replace("»", closing)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("language", ARTICLES)
def test_every_style_of_marks_gives_the_same_statements(language: str, style: str) -> None:
    text = ARTICLES[language]
    wanted = read_text(text, language)
    found = read_text(dressed(text, *STYLES[style]), language)
    assert [row._replace(contents="") for row in rows(found)] == [row._replace(contents="") for row in rows(wanted)]
    assert [statement.kind for statement in found.statements] == [statement.kind for statement in wanted.statements]
    contents = [[span.text for span in statement.contents] for statement in found.statements]
    assert contents == [[dressed(span.text, *STYLES[style]) for span in statement.contents] for statement in wanted.statements]


@pytest.mark.parametrize("style", ["straight", "two single", "single", "curly"])
@pytest.mark.parametrize("language", ARTICLES)
def test_a_long_article_before_it_changes_nothing(language: str, style: str) -> None:
    filler = {"id": "Hujan turun di lembah itu sejak pagi. ", "en": "Rain fell on the valley all morning long. "}[language]
    text = dressed(ARTICLES[language], *STYLES[style])
    before = "\n\n".join([filler * 10] * 65)
    assert rows(read_text(f"{before}\n\n{text}", language)) == rows(read_text(text, language))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("language", ARTICLES)
def test_an_odd_mark_before_an_article_costs_it_nothing(language: str, style: str) -> None:
    odd = {"id": "Ini {}tanda yang lupa ditutup.", "en": "A {}mark that nobody closed."}[language].format(STYLES[style][0])
    text = dressed(ARTICLES[language], *STYLES[style])
    assert rows(read_text(f"{odd}\n\n{text}", language)) == rows(read_text(text, language))
