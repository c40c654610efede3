"""HTML pages of several layouts: body, captions, and what the page says about itself."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from saksi.intake.block import Page
from saksi.intake.html import read_page
from saksi.intake.tree import tame

PAGES = Path(__file__).parent / "pages"


def page(name: str) -> Page:
    """A page of this folder, read."""
    return read_page((PAGES / name).read_text(encoding="utf-8"))


def texts(read: Page) -> list[str]:
    """The paragraphs of its body."""
    return [block.text for block in read.blocks]


def test_news_portal_body() -> None:
    """Caption, dateline and list items stay; menu, share bar, pointer, hidden text, tags, related list and comments go."""
    read = page("portal.html")
    assert [text[:24] for text in texts(read)] == [
        "Petugas memasang pagar d",
        "WAY LUNIK, Kabar Pesisir",
        '"Dua tiang retak. Kami t',
        "Menurut dia, perbaikan m",
        "Truk di atas delapan ton",
        "Sepeda motor boleh memak",
        "Ketua RT setempat, Nurdi",
    ]
    assert [block.kind for block in read.blocks][:2] == ["caption", "prose"]


def test_news_portal_about_itself() -> None:
    read = page("portal.html")
    assert read.title == "Jembatan Way Lunik Ditutup Dua Pekan"
    assert read.dek == "Warga diminta memutar lewat jalan kebun, kata dinas"
    assert read.author == "Sri Handayani, Made Wirawan"
    assert read.published == "2021-03-08T07:15:00+07:00"
    assert (read.outlet, read.outlet_about, read.language) == ("Kabar Pesisir", "Kabar pelabuhan dan kampung nelayan sejak 2009", "id")


def test_weblog_with_breaks_for_paragraphs() -> None:
    read = page("weblog.html")
    assert [text[:13] for text in texts(read)] == ["The port offi", '"We were told', "Three skipper", "The ministry "]
    assert (read.author, read.published) == ("Tom Arkwright", "2018-05-22T10:04:00Z")


def test_page_laid_out_in_tables() -> None:
    """Rows of a small table stand as lines of their own; the column of links goes."""
    read = page("tables.html")
    assert "Hall | Workers" in texts(read)
    assert "North | 140" in texts(read)
    assert texts(read)[-1].startswith("Production had fallen")
    assert not any("Sport" in text or "rights reserved" in text for text in texts(read))
    assert read.author == "Greta Lindqvist"


def test_page_of_bare_divs() -> None:
    read = page("divsoup.html")
    assert [text[:20] for text in texts(read)] == [
        "Crew members of the ",
        "The owner said in a ",
        "A spokeswoman for th",
        "The Morvern at her b",
        "Passengers spent the",
    ]
    assert [block.text for block in read.blocks if block.kind == "caption"] == ["The Morvern at her berth on Thursday evening"]
    assert (read.title, read.outlet, read.author, read.published) == (
        "Ferry crew refuses to sail",
        "Island Post",
        "Nia Roberts",
        "2022-11-03T18:20:00Z",
    )


def test_agency_story_with_standfirst_and_quote() -> None:
    read = page("agency.html")
    assert [text[:14] for text in texts(read)] == ["TALI, Sept 14 ", '"People cried ', "Fees unchanged", "Fees stay as t", "An army spokes"]
    assert read.dek == "Traders cross for the first time in eleven months, officials say"
    assert (read.author, read.published, read.outlet) == ("Ifeoma Okoye", "2020-09-14", "The Meridian")


@pytest.mark.parametrize("tag", ["div", "span", "blockquote", "b", "font", "ul"])
@pytest.mark.parametrize("depth", [300, 60_000])
def test_deep_nesting_loses_no_text(tag: str, depth: int) -> None:
    inner = "The well is ninety metres deep, the mayor said, and the rope that they have is sixty metres long."
    outer = "A second rope was promised on Tuesday, but the cart that should bring it has broken a wheel, he said."
    read = read_page(f"<html><body>{f'<{tag}>' * depth}<p>{inner}</p>{f'</{tag}>' * depth}<p>{outer}</p></body></html>")
    assert texts(read) == [inner, outer]


def test_tag_with_endless_attributes_keeps_its_text() -> None:
    attributes = " ".join(f"a{number}" for number in range(120_000))
    assert texts(read_page(f"<p {attributes}>The gate was shut, said the guard, and nobody had the key to it any more.</p>"))[0].startswith(
        "The gate was shut"
    )


def test_formats_left_open_do_not_multiply() -> None:
    """Two thousand tags never closed before two thousand paragraphs would make four million elements."""
    broken = "".join(f"<p><b id={number}>" for number in range(2_000)) + "<p>word " * 2_000
    assert "<b" not in tame(broken)
    assert tame(broken).count("word ") == 2_000


def test_ordinary_page_is_not_touched_before_parsing() -> None:
    html = (PAGES / "portal.html").read_text(encoding="utf-8")
    assert tame(html) == html


@pytest.mark.parametrize(
    "declared",
    ['{"@type": "NewsArticle", "headline": ', '[[[["@type"]]]]', '{"@type": 7, "author": 3, "datePublished": [1]}', "null", "\x00"],
)
def test_broken_declarations_are_passed_over(declared: str) -> None:
    script = f'<script type="application/ld+json">{declared}</script>'
    read = read_page(f"<title>A quiet day at the weir</title>{script}<p>The weir was quiet, said the keeper, and so was he.</p>")
    assert (read.title, read.author, read.published) == ("A quiet day at the weir", None, None)


def test_page_whose_class_names_all_say_comment_is_still_read() -> None:
    story = "<p>The bridge will open on Sunday, the engineer said, and the first to cross it will be the goats.</p>" * 4
    assert len(texts(read_page(f"<div class='comments'>{story}</div>"))) == 4


def test_page_of_short_sentences_is_kept() -> None:
    assert texts(read_page("<p>He said no.<p>She left.")) == ["He said no.", "She left."]


def test_page_with_too_many_tags_is_read_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("saksi.intake.tree.HTML_TAGS", 40)
    read = read_page("<p>The weir was quiet, said the keeper, and so was he.</p>" * 30)
    assert len(read.blocks) == 20
    assert [note.code for note in read.notes] == ["too-many-tags"]


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 200_000 + "x",
        "<p>" * 200_000,
        "<b>" * 199_000 + "<p>x",
        "<a href=x>" * 150_000 + "x",
        "<table><tr><td>" * 60_000 + "x",
        "<li><ul>" * 90_000,
        "<!--" * 100_000,
        "<svg><title>" * 60_000,
        "<p title='" + ">" * 500_000,
        '<script type="application/ld+json">' + "[" * 200_000 + "</script><p>x",
        "<article><h1>" * 60_000 + "x",
        "&nbsp;" * 300_000,
        "\x00<p>\ud800</p>",
    ],
)
def test_hostile_pages_are_read_within_seconds(html: str) -> None:
    started = time.process_time()
    read_page(html)
    assert time.process_time() - started < 8


@pytest.mark.parametrize(
    ("declared", "shown", "expected"),
    [
        ("2024-03-06T02:16:49-08:00", "Published March 6, 2024", "2024-03-06T02:16:49-08:00"),
        ("2025-06-24", "August 25, 2024", "2024-08-25"),
        ("2024-03-06", "Last updated on November 19, 2023", "2024-03-06"),
        ("", "Veröffentlicht am 6. August 2009", "2009-08-06"),
        ("", "Rachel Moss | 28.01.2022, 06:00 Uhr", "2022-01-28"),
        ("", "2020年07月03日", "2020-07-03"),
        ("", "Selasa, 3 Maret 2020 | 10.15 WIB", "2020-03-03"),
        ("", "the fair of 5 May 2021 was shut early", None),
    ],
)
def test_declared_and_printed_days_are_weighed(declared: str, shown: str, expected: str | None) -> None:
    """A printed day that is months older than the declared one is that of publication; one of a change is not."""
    meta = f'<meta property="article:published_time" content="{declared}">' if declared else ""
    story = "<p>The weir was quiet on Monday, said the keeper, and the boats that lay there were dry and old.</p>" * 4
    assert read_page(f"<html><head>{meta}</head><body><h1>A quiet day at the weir</h1><div>{shown}</div>{story}").published == expected


def test_what_a_page_says_of_its_address_section_and_last_change() -> None:
    head = (
        '<link rel="canonical" href="https://pier.example/weir"><meta property="article:section" content="Harbour">'
        '<meta property="article:published_time" content="2026-01-02T08:00:00+07:00">'
        '<meta property="article:modified_time" content="2026-01-03T09:00:00+07:00">'
    )
    read = read_page(f"<html><head>{head}</head><body><h1>A quiet day at the weir</h1><p>The weir was quiet, said the keeper, and dry.</p>")
    assert (read.canonical, read.section) == ("https://pier.example/weir", "Harbour")
    assert (read.published, read.updated) == ("2026-01-02T08:00:00+07:00", "2026-01-03T09:00:00+07:00")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("<p>By Ann Lee and Budi Utomo</p>", "Ann Lee, Budi Utomo"),
        ("<p>Oleh Sri Handayani</p>", "Sri Handayani"),
        ("<div class=byline><a href=/a>Ann Lee</a><span>Senior Editor</span></div>", "Ann Lee"),
        ("<p>By Dr. Ann Lee - Mar 27, 2024</p>", "Dr. Ann Lee"),
        ("<p>Editor: Joko Susilo</p>", None),
    ],
)
def test_bylines_in_their_shapes(line: str, expected: str | None) -> None:
    story = "<p>The weir was quiet on Monday, said the keeper, and the boats that lay there were dry and old.</p>" * 4
    assert read_page(f"<h1>A quiet day at the weir</h1>{line}{story}").author == expected


def test_a_story_inside_a_menu_is_read() -> None:
    story = "The weir was quiet on Monday, said the keeper, and the boats that lay there were dry and old. " * 4
    assert texts(read_page(f"<nav><div>{story}</div></nav><footer>Pier Post</footer>")) == [story.strip()]


NEXT = [
    pytest.param("https://kabar.test/a/dermaga?page=2", ["more-pages"], id="its own second page"),
    pytest.param("https://kabar.test/a/dermaga/2", ["more-pages"], id="its own second page, as a folder"),
    pytest.param("https://kabar.test/a/pasar", [], id="the next story"),
]


@pytest.mark.parametrize(("address", "expected"), NEXT)
def test_a_story_that_goes_on_elsewhere_is_read_in_part(address: str, expected: list[str]) -> None:
    head = f'<link rel="canonical" href="https://kabar.test/a/dermaga"><link rel="next" href="{address}">'
    body = "<p>The pier fell to the waves on Sunday night, the village head said, and nobody was on it.</p>" * 4
    assert [note.code for note in read_page(f"<html><head>{head}</head><body>{body}</body></html>").notes] == expected


STORY = "The weir at Pell will be shut for nine days, the harbour office said, so that two of its gates can be mended."


@pytest.mark.parametrize(
    "odd",
    [
        "<!-- 3 > 2 and <b> 1 < 2 -->",
        '<?php echo "x" ?>',
        "<xmp>a < b</xmp>",
        '<a title="a > b < c" href="/x">.</a>',
        "<img alt='1 < 2'>",
        "<![CDATA[ <p> ]]>",
    ],
)
def test_angle_brackets_that_are_no_tags_cost_no_paragraph(odd: str) -> None:
    """A comment, a processing instruction, raw text or an attribute may hold brackets; the paragraphs round it stay whole."""
    found = texts(read_page(f"<article><p>{STORY}</p>{odd}<p>{STORY} Boats wait at the mole.</p></article>"))
    assert found[0] == STORY
    assert found[-1].endswith("Boats wait at the mole.")


def test_a_comment_of_the_head_declares_no_language() -> None:
    """The attributes of the page's own <html> hold, not those that a comment shows to one old browser."""
    head = '<!--[if IE 8]><html lang="en"><![endif]-->'
    assert read_page(f'<html lang="de"><head>{head}</head><body><p>{STORY}</p></body></html>').language == "de"
