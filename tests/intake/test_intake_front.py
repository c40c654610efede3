"""Lines between headline and story leave the text for their fields; sentences of the story never do."""

from __future__ import annotations

import pytest

from saksi.intake.block import Block, Page
from saksi.intake.front import Info, info_line, take_front, take_tail
from saksi.intake.html import read_page
from saksi.intake.names import one_name
from saksi.intake.plain import read_dump

LEAD = "The weir was shut on Monday, its keeper said, after the river had risen by two metres in one night."
NEXT = '"I have seen it higher," said the keeper. "But then there was no town below it, and nobody asked me."'


@pytest.mark.parametrize(
    ("line", "info"),
    [
        ("By Ann Lee", Info("Ann Lee", None, True)),
        ("Pewarta: Bayu Segara", Info("Bayu Segara", None, True)),
        ("By Ann Lee | Sunday 8 March 2020", Info("Ann Lee", "2020-03-08", True)),
        ("By Ann Lee, 8 March 2020", Info("Ann Lee", "2020-03-08", True)),
        ("Oleh Redaksi | Selasa, 3 Maret 2020, 23.45 WITA", Info(None, "2020-03-03", True)),
        ("Redaksi - Kabar Pesisir", Info()),
        ("By Post staff and agencies", Info(None, None, True)),
        ("Published 8 March 2020 · 10:15", Info(None, "2020-03-08")),
        ("Editor: Bayu Segara", Info()),
    ],
)
def test_line_of_information(line: str, info: Info) -> None:
    assert info_line(line, "Kabar Pesisir") == info


@pytest.mark.parametrize(
    "line",
    [
        "By Friday the port was shut.",
        "By noon nobody was left.",
        "Airline sacks staff",
        "Wartawan Tempo Ditangkap di Pelabuhan",
        "Laporan Bank Dunia Dinilai Keliru",
        "Oleh karena itu, pelabuhan ditutup.",
        "The port was shut on 8 March 2020.",
        "Reporter: Siapa yang menutup pelabuhan?",
        "Kabar Pesisir",
        "Share | Print",
        "By " + "a" * 200,
        "8 March",
    ],
)
def test_sentence_or_headline_is_no_line_of_information(line: str) -> None:
    assert info_line(line, "Kabar Pesisir") is None


def blocks(*texts: str) -> list[Block]:
    """Paragraphs as blocks."""
    return [Block(text=text) for text in texts]


def test_standfirst_stands_between_headline_and_byline() -> None:
    page = Page(blocks=[], title="Weir shut")
    told = take_front(page, blocks("Weir shut", "Two towns wait. One river does not.", "By Ann Lee | 8 March 2020", LEAD, NEXT))
    assert [block.text for block in told] == [LEAD, NEXT]
    assert (page.dek, page.author, page.published) == ("Two towns wait. One river does not.", "Ann Lee", "2020-03-08")


def test_paragraph_over_a_date_is_no_standfirst() -> None:
    """In a diary of days the first entry stands above the second day's date."""
    page = Page(blocks=[], title="Weir diary")
    told = take_front(page, blocks(LEAD, "Tuesday 9 March 2020", NEXT))
    assert [block.text for block in told] == [LEAD, "Tuesday 9 March 2020", NEXT]
    assert (page.dek, page.published) == (None, None)


def test_byline_far_inside_a_story_stays() -> None:
    page = Page(blocks=[], title="Weir shut")
    assert len(take_front(page, blocks(LEAD, NEXT, "By Ann Lee", LEAD))) == 4
    assert page.author is None


def test_fields_that_are_known_are_not_overwritten() -> None:
    page = Page(blocks=[], title="Weir shut", author="Bo Chan", published="2020-03-09")
    assert [block.text for block in take_front(page, blocks("By Ann Lee", "8 March 2020", LEAD))] == [LEAD]
    assert (page.author, page.published) == ("Bo Chan", "2020-03-09")


def test_names_under_a_story_leave_the_text() -> None:
    page = Page(blocks=[])
    told = take_tail(page, blocks(LEAD, NEXT, "Pewarta: Bayu Segara", "Editor: Siti Aminah"))
    assert [block.text for block in told] == [LEAD, NEXT]
    assert page.author == "Bayu Segara"


def test_last_line_of_a_conversation_stays() -> None:
    page = Page(blocks=[])
    assert len(take_tail(page, blocks(LEAD, "Reporter: Siapa yang menutup pelabuhan?"))) == 2


def test_byline_in_a_paragraph_leaves_a_page() -> None:
    front = "<p class=by>By Ann Lee</p><p>Sunday 8 March 2020, 14:30</p>"
    page = read_page(f"<h1>Weir shut after a night of rain</h1><div>{front}<p>{LEAD}</p><p>{NEXT}</p></div>")
    assert [block.text for block in page.blocks] == [LEAD, NEXT]
    assert (page.author, page.published) == ("Ann Lee", "2020-03-08")


def test_table_page_gives_title_standfirst_byline_and_caption() -> None:
    caption = "The weir on Monday. Ann Lee/Tidemark"
    html = (
        "<title>Weir shut after a night of rain - Tidemark</title><table><tr><td><a href=/>Front page</a> | <a href=/n>News</a></td></tr>"
        "<tr><td><div>Weir shut after a night of rain</div><div><b>Two towns wait. One river does not.</b></div>"
        "<div>By Ann Lee | Sunday 8 March 2020</div>"
        f"<table><tr><td class=caption><i>{caption}</i></td></tr></table><div>{LEAD}</div><div>{NEXT}</div></td></tr></table>"
    )
    page = read_page(html)
    assert [(block.kind, block.text) for block in page.blocks if block.kind == "caption"] == [("caption", caption)]
    assert [block.text for block in page.blocks if block.kind != "caption"] == [LEAD, NEXT]
    assert (page.title, page.outlet) == ("Weir shut after a night of rain", "Tidemark")
    assert (page.dek, page.author, page.published) == ("Two towns wait. One river does not.", "Ann Lee", "2020-03-08")


def test_label_over_a_linked_name() -> None:
    """The names are links, which leave a body early; their labels leave with them."""
    names = "<p>Reporter</p><p><a href=/u>Rudi Utomo</a></p><p>Editor</p><p><a href=/a>Siti Aminah</a></p><p>8 Maret 2020 10:15 WIB</p>"
    page = read_page(f"<div><h1>Bendungan ditutup semalam</h1>{names}<p>{LEAD}</p><p>{NEXT}</p></div>")
    assert [block.text for block in page.blocks] == [LEAD, NEXT]
    assert (page.author, page.published) == ("Rudi Utomo", "2020-03-08")


def test_label_over_a_name_in_the_text() -> None:
    page = Page(blocks=[])
    assert [block.text for block in take_front(page, blocks("Penulis:", "Rudi Utomo", "Editor", "Siti Aminah", LEAD))] == [LEAD]
    assert page.author == "Rudi Utomo"


def test_short_line_under_a_headline_is_not_the_headline() -> None:
    page = read_dump("\n\n".join(["Menu", "Cari", "The weir was shut after a night of rain", "Weir Post, Old Mill", LEAD, NEXT, "Share"]))
    assert page.title == "The weir was shut after a night of rain"


def test_short_headline_is_kept_where_nothing_longer_stands_above() -> None:
    assert read_dump("\n\n".join(["Menu", "Cari", "Old weir shut again", "By Ann Lee", LEAD, NEXT, "Share"])).title == "Old weir shut again"


def test_dump_signed_by_its_desk_keeps_its_headline() -> None:
    head = ["Kabar Pesisir", "Depan", "Cari", "Bendungan Ditutup Setelah Hujan Semalam", "Redaksi - Kabar Pesisir", "Senin, 9 Maret 2020"]
    page = read_dump("\n\n".join([*head, LEAD, NEXT, "Komentar (0)", "Hak cipta 2020 Kabar Pesisir"]))
    assert [block.text for block in page.blocks] == [LEAD, NEXT]
    assert (page.title, page.author, page.published) == ("Bendungan Ditutup Setelah Hujan Semalam", None, "2020-03-09")
    assert page.outlet == "Kabar Pesisir"


def test_writer_right_before_the_comments_of_a_dump() -> None:
    """Also where the line between them describes no outlet."""
    page = read_dump("\n\n".join([LEAD, NEXT, "Bagikan ke:", "Bayu Segara", "Apa yang terlihat dari dermaga", "Tulis Komentar:"]))
    assert (page.author, page.outlet_about) == ("Bayu Segara", None)


@pytest.mark.parametrize(
    ("byline", "name"),
    [
        ("Ann Lee Reporter", "Ann Lee"),
        ("Review Editor", None),
        ("By Ann van der Berg in London", "Ann van der Berg"),
        ("Selasa", None),
        ("Updated by Ann Lee", None),
        ("Siti binti Ahmad", "Siti binti Ahmad"),
        ("Tim Redaksi", None),
    ],
)
def test_shape_of_a_name(byline: str, name: str | None) -> None:
    assert one_name(byline) == name


@pytest.mark.parametrize("text", ["By " + "1 May " * 20, "| " * 70, "By A " * 30, "- 1.1 " * 25])
def test_crowded_line_is_read(text: str) -> None:
    """As long as such a line may be, and full of what parts it."""
    assert info_line(text) is None
