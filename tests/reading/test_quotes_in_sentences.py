"""Quotations inside longer sentences: interrupted, introduced, with a title before the verb, behind a gerund, with an adverb of manner."""

from __future__ import annotations

from typing import Any

import pytest
from said import parameters, said

Row = tuple[str, str | None, str]

SENTENCES: dict[str, list[Any]] = {
    "id": [
        ('Suminar tersenyum dan berkata, "Silakan tunggu."', [("Suminar", "berkata", "Silakan tunggu")]),
        ('Saat ditanya wartawan, Suminar tersenyum lalu menjawab, "Silakan tunggu."', [("Suminar", "menjawab", "Silakan tunggu")]),
        ("Saat ditanya wartawan, Suminar tersenyum.", []),
        ('Dalam acara "Kopi Pagi," Suminar mengatakan pasar tutup.', [("Suminar", "mengatakan", "pasar tutup")]),
        ('Penulis buku "Sawah Kita", Suminar, mengatakan pasar tutup.', [("Suminar", "mengatakan", "pasar tutup")]),
        ('Jika pasar tutup, kata Suminar, "kami bangkrut."', [("Suminar", "kata", "Jika pasar tutup | kami bangkrut")]),
        (
            'Suminar mengatakan ia mendapat tawaran, tetapi "tawaran itu bukan yang saya mau."',
            [("Suminar", "mengatakan", 'ia mendapat tawaran, tetapi "tawaran itu bukan yang saya mau."')],
        ),
        ('Suminar mengatakan bahwa "pasar sudah tutup".', [("Suminar", "mengatakan", "pasar sudah tutup")]),
        ('Suminar berujar pelan, "Pasar tutup," sebelum menutup kiosnya.', [("Suminar", "berujar", "Pasar tutup")]),
        ('Dengan suara bergetar Suminar berkata: "Pasar tutup."', [("Suminar", "berkata", "Pasar tutup")]),
        ('"Pasar tutup," begitu kata Suminar.', [("Suminar", "kata", "Pasar tutup")]),
        ('"Pasar tutup." Kata Suminar.', [("Suminar", "Kata", "Pasar tutup")]),
        ('Kata Suminar, "Pasar tutup."', [("Suminar", "Kata", "Pasar tutup")]),
        ('Suminar menyebut rencana itu "gila".', [("Suminar", "menyebut", 'rencana itu "gila"')]),
        ('"Pasar tutup," kata Suminar; "semua rugi," kata Hasan.', [("Suminar", "kata", "Pasar tutup"), ("Hasan", "kata", "semua rugi")]),
        ('Suminar: "Pasar tutup." Hasan: "Semua rugi."', [("Suminar", ":", "Pasar tutup"), ("Hasan", ":", "Semua rugi")]),
        ('"Di mana?" tanya Suminar. "Di sini," jawab Hasan.', [("Suminar", "tanya", "Di mana?"), ("Hasan", "jawab", "Di sini")]),
        (
            '"Pasar tutup," kata Suminar yang sudah lama berjualan di sana. "Besok buka."',
            [("Suminar", "kata", "Pasar tutup | Besok buka")],
        ),
    ],
    "en": [
        ("Ms. Pell smiled and said, ''Please wait.''", [("Pell", "said", "Please wait")]),
        (
            "When asked whom she liked, Ms. Pell smiled and said, ''Please wait.''",
            [("", "asked", "whom she liked"), ("Pell", "said", "Please wait")],
        ),
        ('On "Morning Call," Ines Rolfe said the mill was closed.', [("Ines Rolfe", "said", "the mill was closed")]),
        ('Rolfe, the co-author of "Going Slow," about mills, said the mill was closed.', [("Rolfe", "said", "the mill was closed")]),
        ('If it closes, Rolfe said, "we are lost."', [("Rolfe", "said", "If it closes | we are lost")]),
        ('The truth is, he added, "there are no rules."', [("he", "added", "The truth is | there are no rules")]),
        ('As boos rose from the crowd, the mayor said, "Please be quiet."', [("mayor", "said", "Please be quiet")]),
        (
            'Rolfe said he had offers, but "the offers were not what I wanted."',
            [("Rolfe", "said", 'he had offers, but "the offers were not what I wanted."')],
        ),
        ('Rolfe said he had offers, but the "offers" were fake.', [("Rolfe", "said", "he had offers")]),
        ("Rolfe, however, said she was ''the right one.''", [("Rolfe", "said", "she was ''the right one.''")]),
        ('She went on: "It leaks like an old boat."', [("She", "went on", "It leaks like an old boat")]),
        ("The show went on, and people cheered.", []),
        ('"It is fine," she shrugged.', [("she", "shrugged", "It is fine")]),
        ("When asked, she shrugged.", []),
        ('He called her actions "careless."', [("He", "called", 'her actions "careless."')]),
        ('The man called "Sparks" fixes cars.', []),
        ('The candidate labeled "a leader for hard times" won.', []),
        ('Rolfe spoke for an hour, calling him "the worst mayor in years."', [("Rolfe", "calling", 'him "the worst mayor in years."')]),
        (
            'Rolfe hailed the vote as "fantastic," telling reporters that it was "a great thing."',
            [("Rolfe", "hailed", 'the vote as "fantastic,"'), ("Rolfe", "telling", 'it was "a great thing."')],
        ),
        ('The board issued a statement saying it acted "out of care."', [("board", "saying", 'it acted "out of care."')]),
        (
            'Rolfe dismissed a report saying the bridge was "unsafe."',
            [("Rolfe", "dismissed", 'a report saying the bridge was "unsafe."'), ("report", "saying", 'the bridge was "unsafe."')],
        ),
        (
            'Rolfe was asked, "Did you know?" She answered, "I had no idea."',
            [("", "asked", "Did you know?"), ("She", "answered", "I had no idea")],
        ),
        ('He looked at me, furrowed his brow and said, "I am in!"', [("He", "said", "I am in!")]),
        ('Rolfe asked the clerk, "Who paid?"', [("Rolfe", "asked", "Who paid?")]),
        ('"We left," Rolfe said in a statement, "and the board stayed."', [("Rolfe", "said", "We left | and the board stayed")]),
        ('Rolfe said quietly, "We lost," before he left.', [("Rolfe", "said", "We lost")]),
        ('Rolfe said, "We lost," and walked out.', [("Rolfe", "said", "We lost")]),
        ('Rolfe said that "the damage is done."', [("Rolfe", "said", "the damage is done")]),
        ('(On Monday he said he would "strongly consider" it.)', [("he", "said", 'he would "strongly consider" it')]),
        ('Rolfe, who vowed that the town "will not pay," left.', [("Rolfe", "vowed", 'the town "will not pay,"')]),
        (
            '"It is not mine," Owen Tarr, 67, a retired clerk in Allen, Pa., said in an interview.',
            [("Owen Tarr", "said", "It is not mine")],
        ),
        (
            '"It pays well," Rolfe said, describing how she builds "mixers." "And we are like a family."',
            [("Rolfe", "said", "It pays well | And we are like a family"), ("Rolfe", "describing", 'how she builds "mixers."')],
        ),
        (
            '"They lied to us," Rolfe said.\n\n"There is no excuse for that!" Rolfe said last week.',
            [("Rolfe", "said", "They lied to us"), ("Rolfe", "said", "There is no excuse for that!")],
        ),
    ],
}


@pytest.mark.parametrize(("language", "text", "expected"), parameters(SENTENCES))
def test_a_quotation_in_its_sentence(language: str, text: str, expected: list[Row]) -> None:
    assert [(row.speakers, row.cue, row.contents) for row in said(text, language)] == expected
