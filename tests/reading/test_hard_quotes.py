"""Speech between marks of every kind: who says what, with which cue, where quotes are split, resumed, nested, unclosed or long."""

from __future__ import annotations

from typing import Any

import pytest
from said import parameters, read_text, said

Row = tuple[str, str | None, str]

SAID: dict[str, list[Any]] = {
    "id": [
        # marks of every kind
        ("''Panen tahun ini bagus,'' kata Suminar. ''Lumbung penuh.''", [("Suminar", "kata", "Panen tahun ini bagus | Lumbung penuh")]),
        ("``Panen tahun ini bagus,'' ujar Suminar.", [("Suminar", "ujar", "Panen tahun ini bagus")]),
        (",,Panen tahun ini bagus,'' ujar Suminar.", [("Suminar", "ujar", "Panen tahun ini bagus")]),
        ("`Panen tahun ini bagus,' ujar Suminar.", [("Suminar", "ujar", "Panen tahun ini bagus")]),
        ("„Panen tahun ini bagus,“ ujar Suminar.", [("Suminar", "ujar", "Panen tahun ini bagus")]),
        ("»Panen tahun ini bagus,« ujar Suminar.", [("Suminar", "ujar", "Panen tahun ini bagus")]),
        ("‹Panen tahun ini bagus,› ujar Suminar.", [("Suminar", "ujar", "Panen tahun ini bagus")]),
        ("「Panen tahun ini bagus,」 ujar Suminar.", [("Suminar", "ujar", "Panen tahun ini bagus")]),
        ("＂Panen tahun ini bagus,＂ ujar Suminar.", [("Suminar", "ujar", "Panen tahun ini bagus")]),
        ('""Panen tahun ini bagus,"" ujar Suminar.', [("Suminar", "ujar", "Panen tahun ini bagus")]),
        ("´Panen tahun ini bagus,´ ujar Suminar.", [("Suminar", "ujar", "Panen tahun ini bagus")]),
        ("“Panen tahun ini bagus,' ujar Suminar.", [("Suminar", "ujar", "Panen tahun ini bagus")]),
        ("''Lumbung 'Dewi Sri' penuh sejak pagi,'' tutur Suminar.", [("Suminar", "tutur", "Lumbung 'Dewi Sri' penuh sejak pagi")]),
        (
            "''Mereka bilang 'tunggu dulu','' tutur Suminar.",
            [("Suminar", "tutur", "Mereka bilang 'tunggu dulu'"), ("Mereka", "bilang", "tunggu dulu")],
        ),
        # glued marks
        ('Suminar berkata"Lumbung penuh".', [("Suminar", "berkata", "Lumbung penuh")]),
        ('Suminar menjawab:"Lumbung penuh."', [("Suminar", "menjawab", "Lumbung penuh")]),
        ('"Lumbung penuh,"kata Suminar.', [("Suminar", "kata", "Lumbung penuh")]),
        ('"Lumbung penuh, "kata Suminar. "Semua lega."', [("Suminar", "kata", "Lumbung penuh | Semua lega")]),
        ('" Lumbung penuh, " kata Suminar.', [("Suminar", "kata", "Lumbung penuh")]),
        ('"Lumbung penuh" , kata Suminar.', [("Suminar", "kata", "Lumbung penuh")]),
        ('("Lumbung penuh," kata Suminar.)', [("Suminar", "kata", "Lumbung penuh")]),
        # what stands before the closing mark
        ('"Lumbung penuh!" seru Suminar.', [("Suminar", "seru", "Lumbung penuh!")]),
        ('"Lumbung penuh…" gumam Suminar.', [("Suminar", "gumam", "Lumbung penuh…")]),
        ('"Lumbung itu—" kata Suminar, "—kosong."', [("Suminar", "kata", "Lumbung itu— | —kosong")]),
        ('"Lumbung penuh". Suminar menambahkan, "Semua lega".', [("Suminar", "menambahkan", "Semua lega")]),
        # split and resumed
        (
            "'Kami menunggu,' kata Suminar. 'Tak ada kabar,' lanjutnya.",
            [("Suminar", "kata", "Kami menunggu"), ("nya", "lanjut", "Tak ada kabar")],
        ),
        ('"Kami menunggu," kata Suminar, "sampai malam."', [("Suminar", "kata", "Kami menunggu | sampai malam")]),
        (
            '"Kami menunggu," kata Suminar.\n\n"Tak ada kabar sampai malam."',
            [("Suminar", "kata", "Kami menunggu | Tak ada kabar sampai malam")],
        ),
        (
            '"Kami menunggu," kata Suminar, petani di Desa Wonokerto, yang lumbungnya terendam. "Tak ada kabar sampai malam."',
            [("Suminar", "kata", "Kami menunggu | Tak ada kabar sampai malam")],
        ),
        (
            '"Kami menunggu," kata Suminar saat ditemui di rumahnya, Rabu (3/4). "Tak ada kabar sampai malam."',
            [("Suminar", "kata", "Kami menunggu | Tak ada kabar sampai malam")],
        ),
        # over paragraphs
        (
            '"Air naik.\n\n"Lumbung terendam.\n\n"Kami lari," kata Suminar.',
            [("Suminar", "kata", 'Air naik. "Lumbung terendam. "Kami lari')],
        ),
        ("“Air naik.\n\nLumbung terendam.\n\nKami lari,” kata Suminar.", [("Suminar", "kata", "Air naik. Lumbung terendam. Kami lari")]),
        ("'Air naik.\n\n'Lumbung terendam,' kata Suminar.", [("Suminar", "kata", "Air naik. 'Lumbung terendam")]),
        ("''Air naik.\n\n''Lumbung terendam,'' kata Suminar.", [("Suminar", "kata", "Air naik. ''Lumbung terendam")]),
        (
            'Suminar berkata, "Air naik.\n\n"Lumbung terendam."\n\nHasan mengangguk.',
            [("Suminar", "berkata", 'Air naik. "Lumbung terendam')],
        ),
        # odd marks
        ('Ini "tanda yang lupa ditutup.\n\n"Air surut," kata Hasan.', [("Hasan", "kata", "Air surut")]),
        ('Pipa 5" itu bocor.\n\n"Air surut," kata Hasan.', [("Hasan", "kata", "Air surut")]),
        ('"Pipanya 5" dan bocor," kata Hasan.', [("Hasan", "kata", 'Pipanya 5" dan bocor')]),
        ('"Air surut, kata Hasan.\n\n"Lumpur tebal," kata Suminar.', [("Hasan", "kata", "Air surut"), ("Suminar", "kata", "Lumpur tebal")]),
        # apostrophes
        (
            "'Salat Jum'at dan tadarus Al-Qur'an tetap jalan,' kata Hasan.",
            [("Hasan", "kata", "Salat Jum'at dan tadarus Al-Qur'an tetap jalan")],
        ),
        ("Pengurus 'Aisyiyah Ngawi berkata, 'Panti tetap buka.'", [("Aisyiyah Ngawi", "berkata", "Panti tetap buka")]),
        (
            "'Pada 1990-an di sini sawah,' kata Hasan. 'Sekarang pabrik.'",
            [("Hasan", "kata", "Pada 1990-an di sini sawah | Sekarang pabrik")],
        ),
        # dashes as marks of dialogue
        ("– Lumbung penuh, kata Suminar.", [("Suminar", "kata", "Lumbung penuh")]),
        ("— Lumbung penuh, — ujar Suminar.", [("Suminar", "ujar", "Lumbung penuh")]),
    ],
    "en": [
        # marks of every kind
        ("''Good soil,'' said Martha Quill. ''We never had better.''", [("Martha Quill", "said", "Good soil | We never had better")]),
        ("``The lake froze twice,'' said Owen Tarr.", [("Owen Tarr", "said", "The lake froze twice")]),
        ("`` The lake froze twice , '' said Owen Tarr .", [("Owen Tarr", "said", "The lake froze twice")]),
        ("`The lake froze twice,' said Owen Tarr.", [("Owen Tarr", "said", "The lake froze twice")]),
        ("„The lake froze twice“, said Owen Tarr.", [("Owen Tarr", "said", "The lake froze twice")]),
        ("»The lake froze twice«, said Owen Tarr.", [("Owen Tarr", "said", "The lake froze twice")]),
        ("« The lake froze twice », said Owen Tarr.", [("Owen Tarr", "said", "The lake froze twice")]),
        ("「The lake froze twice」, said Owen Tarr.", [("Owen Tarr", "said", "The lake froze twice")]),
        ("＂The lake froze twice,＂ said Owen Tarr.", [("Owen Tarr", "said", "The lake froze twice")]),
        ("’’The lake froze twice,’’ said Owen Tarr.", [("Owen Tarr", "said", "The lake froze twice")]),
        ('""The lake froze twice,"" said Owen Tarr.', [("Owen Tarr", "said", "The lake froze twice")]),
        ("“The lake froze twice,'' said Owen Tarr.", [("Owen Tarr", "said", "The lake froze twice")]),
        ("The growers' ''season of mud'' was over, Quill said.", [("Quill", "said", "The growers' ''season of mud'' was over")]),
        ("''It was 'mud season' again,'' Quill said.", [("Quill", "said", "It was 'mud season' again")]),
        ("''Call it 'mud season,''' Quill said.", [("Quill", "said", "Call it 'mud season,'")]),
        ("'It was \"mud season\" again,' Quill said.", [("Quill", "said", 'It was "mud season" again')]),
        ('"It was "mud season" again," Quill said.', [("Quill", "said", 'It was "mud season" again')]),
        # glued marks
        ('She said:"No one came."', [("She", "said", "No one came")]),
        ('Tarr said"no one came".', [("Tarr", "said", "no one came")]),
        ('"No one came,"Tarr said.', [("Tarr", "said", "No one came")]),
        ('"No one came, "Tarr said. "Not even the dog."', [("Tarr", "said", "No one came | Not even the dog")]),
        ('("No one came," Tarr said later.)', [("Tarr", "said", "No one came")]),
        # what stands before the closing mark
        ('"Not again!" shouted Tarr.', [("Tarr", "shouted", "Not again!")]),
        ('"Well…" Tarr said.', [("Tarr", "said", "Well…")]),
        ('"We waited—" Tarr said, "—and nobody came."', [("Tarr", "said", "We waited— | —and nobody came")]),
        # split and resumed
        ('"The well is dry," Tarr said. "It will not fill again."', [("Tarr", "said", "The well is dry | It will not fill again")]),
        ('"The well," Tarr said, "is dry."', [("Tarr", "said", "The well | is dry")]),
        ('"The well is dry," Tarr said.\n\n"It will not fill again."', [("Tarr", "said", "The well is dry | It will not fill again")]),
        (
            '"The well is dry," Tarr said. "It is over," he added.',
            [("Tarr", "said", "The well is dry"), ("he", "added", "It is over")],
        ),
        (
            '"The bridge is safe," said Ines Rolfe, an engineer based in Carver, Ohio, who inspects dams. "We tested every bolt."',
            [("Ines Rolfe", "said", "The bridge is safe | We tested every bolt")],
        ),
        (
            '"The bridge is safe," said Ines Rolfe, a former adviser to Mr. Pell, who ran for mayor in 1999. "We tested every bolt."',
            [("Ines Rolfe", "said", "The bridge is safe | We tested every bolt")],
        ),
        (
            '"The bridge is safe," said Ines Rolfe, whose firm built it and who has checked it twice. "We tested every bolt."',
            [("Ines Rolfe", "said", "The bridge is safe | We tested every bolt")],
        ),
        (
            '"The bridge is safe," said Rolfe, 44, a mother of two who moved to Carver last spring. "We tested every bolt."',
            [("Rolfe", "said", "The bridge is safe | We tested every bolt")],
        ),
        (
            '"The bridge is safe," Rolfe, who inspects dams, said. "We tested every bolt."',
            [("Rolfe", "said", "The bridge is safe | We tested every bolt")],
        ),
        (
            '"The bridge is safe," Rolfe said, noting that it had been tested twice. "We checked every bolt."',
            [("Rolfe", "said", "The bridge is safe | We checked every bolt"), ("Rolfe", "noting", "it had been tested twice")],
        ),
        # over paragraphs
        (
            '"The well is dry.\n\n"It will not fill.\n\n"We are leaving," Tarr said.',
            [("Tarr", "said", 'The well is dry. "It will not fill. "We are leaving')],
        ),
        (
            "“The well is dry.\n\nIt will not fill.\n\nWe are leaving,” Tarr said.",
            [("Tarr", "said", "The well is dry. It will not fill. We are leaving")],
        ),
        ("‘The well is dry.\n\n‘We are leaving,’ Tarr said.", [("Tarr", "said", "The well is dry. ‘We are leaving")]),
        ("''The well is dry.\n\n''We are leaving,'' Tarr said.", [("Tarr", "said", "The well is dry. ''We are leaving")]),
        ('Tarr said: "The well is dry.\n\n"We are leaving."\n\nThe dog barked.', [("Tarr", "said", 'The well is dry. "We are leaving')]),
        # odd marks
        ('The "old mill burned down.\n\n"The well is dry," Tarr said.', [("Tarr", "said", "The well is dry")]),
        (
            '"The well is dry, Tarr said.\n\n"We are leaving," said Quill.',
            [("Tarr", "said", "The well is dry"), ("Quill", "said", "We are leaving")],
        ),
        ('"The pipe is 5" wide," Tarr said.', [("Tarr", "said", 'The pipe is 5" wide')]),
        ('Tarr, who is 6\'2", said "no one came".', [("Tarr", "said", "no one came")]),
        # apostrophes
        ("'The boys' boats sank,' Tarr said.", [("Tarr", "said", "The boys' boats sank")]),
        ("'It was the '90s,' Tarr said.", [("Tarr", "said", "It was the '90s")]),
        (
            "'Tis over for good, Tarr said. 'No one came at all.'",
            [("Tarr", "said", "'Tis over for good"), ("Tarr", None, "No one came at all")],
        ),
        (
            "The girls' school reopened, Tarr said. 'The boys' boats sank.'",
            [("Tarr", "said", "The girls' school reopened"), ("Tarr", None, "The boys' boats sank")],
        ),
    ],
}


def told(text: str, language: str) -> list[Row]:
    """Speaker, cue and contents of each statement."""
    return [(row.speakers, row.cue, row.contents) for row in said(text, language)]


@pytest.mark.parametrize(("language", "text", "expected"), parameters(SAID))
def test_who_says_what(language: str, text: str, expected: list[Row]) -> None:
    assert told(text, language) == expected


KINDS = {
    "id": [
        ("''Panen bagus,'' kata Suminar.", "direct"),
        ("„Panen bagus,“ kata Suminar.", "direct"),
        ("Menurut Suminar, panen itu ''bagus''.", "mixed"),
        ("Suminar menyebut lumbung 'Aisyiyah penuh.", "indirect"),
        ("– Panen bagus, kata Suminar.", "indirect"),
    ],
    "en": [
        ("''Good soil,'' Quill said.", "direct"),
        ("Quill said the soil was ''good''.", "mixed"),
        ("Quill said the boys' boats sank in the '90s.", "indirect"),
    ],
}


@pytest.mark.parametrize(("language", "text", "expected"), parameters(KINDS))
def test_the_kind_looks_at_the_marks_whatever_their_glyph(language: str, text: str, expected: str) -> None:
    assert [statement.kind for statement in read_text(text, language).statements] == [expected]
