"""The terminal view of a reading, with and without colours."""

from __future__ import annotations

import io

import msgspec
import pytest
from rich.cells import cell_len
from rich.console import Console

from saksi.cli.phrases import PHRASES, Interface
from saksi.cli.terminal import Page
from saksi.records import Article, Party, Reading, Span, Statement

PLAIN = """\
Jembatan ditutup

by Rani Sulu · Harian Selat · 2026-11-23 · (Nusa Wire) · id · partly read
jembatan.html

Kolonel ‹Aru Bintang› {mengatakan} pada Senin, [1 jembatan itu "tak bisa
diperbaiki"].

‹via: Nusa Wire› mengutip ‹dua insinyur› yang {melaporkan}, [2 jembatan mungkin
dibuka lagi pada Maret]. ‹Perusahaan› {membantah} [3 laporan itu].

Dua belas orang terluka. Di akhir: sepuluh orang terluka. (NW)

Marks: [1 what is said]  ‹speaker›  {cue}  ‹via: who passed it on›

Statements (3)
  Who                Stance  What                    How sure Through   Answers
1 Kolonel Aru        says    jembatan itu "tak bisa  certain
  Bintang                    diperbaiki"
2 dua insinyur       reports jembatan mungkin dibuka possible Nusa Wire
                             lagi pada Maret
3 Perusahaan         denies  laporan itu             certain            2

Why each stands here
  Rule   Words it keyed on
1 verb   cue “mengatakan”; “Aru Bintang”; “Kolonel”
2 verb   cue “melaporkan”; “dua insinyur”
3 denial cue “membantah”; “Perusahaan”; points back with “laporan itu”

Two places that cannot both be right
figure: “Dua belas” / “sepuluh”
  – Dua belas orang terluka
  – sepuluh orang terluka

Left out or doubtful
share bar: no part of the article

"""


def shown(
    reading: Reading, *, width: int = 80, colours: bool = False, no_color: bool = False, interface: str = "en", explain: bool = False
) -> str:
    """What a terminal of this width gets to see, without the blanks at line ends."""
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=colours, color_system="truecolor" if colours else None, no_color=no_color)
    Page(console, PHRASES[Interface(interface)], explain=explain).show(reading)
    return "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())


def of_text(text: str, *statements: Statement) -> Reading:
    return Reading(article=Article(id="a1", text=text), engine="saksi 0", statements=statements)


def said(number: int, speaker: tuple[int, int], content: tuple[int, int], text: str) -> Statement:
    party = Party(start=speaker[0], end=speaker[1], text=text[slice(*speaker)])
    return Statement(
        id=f"s{number}",
        kind="indirect",
        speakers=(party,),
        speaker_kind="unnamed",
        contents=(Span.cut(text, *content),),
        rule="verb",
        by="saksi",
    )


def test_a_page_of_eighty_columns_without_colours(reading: Reading) -> None:
    assert shown(reading, explain=True) == PLAIN


def test_without_explain_the_rules_are_not_shown(reading: Reading) -> None:
    assert "Rule" not in shown(reading)


@pytest.mark.parametrize("width", [20, 40, 60, 80, 100, 200])
@pytest.mark.parametrize("interface", list(Interface))
def test_nothing_is_wider_than_the_terminal(reading: Reading, width: int, interface: str) -> None:
    lines = shown(reading, width=width, explain=True, interface=interface).splitlines()
    assert max(cell_len(line) for line in lines) <= width


def test_the_interface_speaks_indonesian(reading: Reading) -> None:
    page = shown(reading, interface="id", width=100)
    assert "Pernyataan (3)" in page
    assert "3 Perusahaan         membantah" in page


def test_both_languages_have_every_phrase() -> None:
    assert PHRASES[Interface.ENGLISH].keys() == PHRASES[Interface.INDONESIAN].keys()


def test_with_colours_marks_are_styles_and_raised_numbers(reading: Reading) -> None:
    page = shown(reading, colours=True)
    assert "²\x1b[0m\x1b[4mjembatan mungkin" in page
    assert "\x1b[1;36mAru Bintang\x1b[0m" in page
    assert "[2 " not in page


def test_no_color_on_a_terminal_gives_brackets(reading: Reading) -> None:
    """NO_COLOR leaves bold and underlined, but nothing may depend on them."""
    page = shown(reading, colours=True, no_color=True)
    assert "[2 jembatan mungkin" in page
    assert "‹Aru Bintang›" in page


def test_a_statement_within_a_statement_closes_first() -> None:
    text = "A said that B said it rained."
    reading = of_text(text, said(1, (0, 1), (12, 28), text), said(2, (12, 13), (19, 28), text))
    assert "‹A› said that [1 ‹B› said [2 it rained]]." in shown(reading)


def test_a_content_over_several_paragraphs_is_marked_in_each() -> None:
    text = "A: one\n\ntwo\nthree. End"
    assert "‹A›: [1 one]\n\n[1 two\nthree]. End" in shown(of_text(text, said(1, (0, 1), (3, 17), text)))


def test_a_text_in_which_nobody_speaks_says_so() -> None:
    page = shown(of_text("It rained."))
    assert page.endswith("It rained.\n\nNobody is said to have said anything.\n\n")


def test_a_line_parts_two_articles() -> None:
    out = io.StringIO()
    page = Page(Console(file=out, width=80), PHRASES[Interface.ENGLISH], explain=False)
    page.show(of_text("It rained."))
    page.show(of_text("It did."))
    assert out.getvalue().splitlines().count("─" * 80) == 1


def test_hearsay_is_called_so() -> None:
    text = "It reportedly rained."
    hearsay = msgspec.structs.replace(said(1, (0, 2), (0, 20), text), speakers=(), speaker_kind="agentless")
    assert "1 hearsay" in shown(of_text(text, hearsay))


def test_an_answer_to_another_article_says_elsewhere(reading: Reading) -> None:
    last = reading.statements[2]
    assert last.answers is not None
    answers = msgspec.structs.replace(last.answers, statement="unknown", article="a2")
    moved = msgspec.structs.replace(reading, statements=(msgspec.structs.replace(last, answers=answers),))
    assert "elsewhere" in shown(moved)


def test_a_long_content_is_cut_in_the_table_and_whole_in_the_text() -> None:
    text = f"A: {'kata ' * 100}akhir"
    page = shown(of_text(text, said(1, (0, 1), (3, len(text)), text)))
    table = page[page.index("Statements (1)") :]
    assert "kata…" in table
    assert table.count("kata") < 60
    assert page.count("kata") >= 100


def test_a_denied_content_is_denied_whatever_the_act(reading: Reading) -> None:
    """ "That is wrong", within quote marks, is affirmed by who says it, and contradicts."""
    last = reading.statements[2]
    reported = msgspec.structs.replace(last, act="report")
    contradicted = msgspec.structs.replace(last, polarity="affirmed")
    assert "3 Perusahaan         denies" in shown(msgspec.structs.replace(reading, statements=(*reading.statements[:2], reported)))
    assert " contradicts " in shown(msgspec.structs.replace(reading, statements=(*reading.statements[:2], contradicted)), width=100)


def test_foreign_text_steers_nothing() -> None:
    """Escape sequences of a title, an address or a name stay letters; markup of the terminal library stays text."""
    article = Article(id="a1", uri="\x1b[2Ja.html", title="\x1b[31m[red]judul[/red]", author="\x9b1m", text="isi\x07 \u202e[bold]")
    page = shown(Reading(article=article, engine="saksi 0"))
    assert "\x1b" not in page
    assert "␛[31m[red]judul[/red]" in page
    assert "isi␇ \ufffd[bold]" in page
