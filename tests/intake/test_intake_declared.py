"""Outlet, writer and date of a page: what is declared, what is shown, and when neither is enough."""

from __future__ import annotations

import json
from typing import Any

import pytest

from saksi.intake.block import Block, Page
from saksi.intake.furniture import bare
from saksi.intake.html import read_page
from saksi.intake.outlets import agreed, outlet_of_tab, printed_outlet, rights_holder

STORY = "<p>The weir was shut on Monday, its keeper said, after the river had risen by two metres in one night.</p>" * 3


def page(front: str = "", after: str = "", declared: dict[str, Any] | None = None, head: str = "") -> Page:
    """A page with a headline, `front` between it and the story, and `after` behind it."""
    script = f'<script type="application/ld+json">{json.dumps(declared)}</script>' if declared is not None else ""
    return read_page(
        f"<head>{head}{script}</head><body><h1>Weir shut after a night of rain</h1>{front}<article>{STORY}</article>{after}</body>"
    )


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("© 2026 Harian Pesisir", "Harian Pesisir"),
        ("© 2026 Weir Gazette Ltd. All rights reserved.", "Weir Gazette"),
        ("Hak cipta 2026 Kabar Pesisir", "Kabar Pesisir"),
        ("Copyright © 2011-2026 PT Kabar Pesisir, hak cipta dilindungi", "Kabar Pesisir"),
        ("© The Weir Post 2026. Registered at the Old Mill.", "The Weir Post"),
        ("Hak cipta dilindungi undang-undang", None),
        ("Copyright Policy", None),
        ("© 2026", None),
        ("© 2026 all rights reserved", None),
        ("No copyright was claimed for the song by the band in 1970", None),
    ],
)
def test_copyright_line(line: str, name: str | None) -> None:
    assert rights_holder(line) == name


def test_outlet_behind_the_headline_of_the_tab() -> None:
    assert outlet_of_tab("Weir shut - Tidemark", "Weir shut") == "Tidemark"
    assert outlet_of_tab("Weir shut | News | Tidemark", "Weir shut") == "Tidemark"
    assert outlet_of_tab("Weir shut", "Weir shut") is None
    assert outlet_of_tab("Tidemark: weir shut", "Weir shut") is None


def test_section_before_the_outlet_is_shorn_by_the_copyright_line() -> None:
    assert agreed("World Weir Post", "Weir Post") == "Weir Post"
    assert agreed("Weir Post", "Mill Media") == "Weir Post"
    assert (agreed(None, "Weir Post"), agreed("Weir Post", None)) == ("Weir Post", "Weir Post")


def test_outlet_of_a_dump_by_its_head_and_another_line() -> None:
    """The head's spelling goes before the small print's; a name that stands alone proves nothing."""
    head = [Block(text="KABAR PESISIR"), Block(text="Cari Berita")]
    assert printed_outlet([*head, Block(text="© 2026 Kabar Pesisir")]) == "KABAR PESISIR"
    assert printed_outlet([*head, Block(text="Tentang kami - Kabar Pesisir")]) == "KABAR PESISIR"
    assert printed_outlet(head) is None


def test_photo_credit_is_no_outlet() -> None:
    assert page(front="<p class=caption>The weir. © 2026 Bo Chan</p>", after="<p>Home</p>" * 50).outlet is None


def test_outlet_by_publisher_and_by_copyright() -> None:
    assert page(head='<meta name="dcterms.publisher" content="Weir Press Agency">').outlet == "Weir Press Agency"
    assert page(declared={"@type": "NewsArticle", "publisher": {"name": "Weir Gazette"}}).outlet == "Weir Gazette"
    assert page(after="<footer>© 2026 Weir Post</footer>").outlet == "Weir Post"


def test_date_of_a_mere_page_must_be_shown() -> None:
    declared = {"@type": "WebPage", "datePublished": "2020-03-08T10:00:00+00:00"}
    assert page(declared=declared).published is None
    assert page(declared=declared, front="<div>8 March 2020</div>").published == "2020-03-08T10:00:00+00:00"


def test_date_of_an_article_needs_no_showing() -> None:
    assert page(declared={"@type": "NewsArticle", "datePublished": "2020-03-08"}).published == "2020-03-08"


def test_day_of_a_change_counts_only_where_no_other_is_shown() -> None:
    changed, first = "<div>Updated 9 March 2020</div>", "<div>8 March 2020</div>"
    assert page(front=changed + first).published == "2020-03-08"
    assert page(front=changed).published == "2020-03-09"


def test_dates_of_other_pages_are_not_its_own() -> None:
    assert page(after="<div>12 May 2021</div>").published is None


def test_calendar_gives_no_date() -> None:
    days = "".join(f"<div>{day} March 2020</div><div>Concert at the mill</div>" for day in range(1, 7))
    assert page(front=days).published is None


def test_organization_is_a_writer_in_news_only() -> None:
    by = {"@type": "Organization", "name": "Weir Works"}
    assert page(declared={"@type": "BlogPosting", "author": by}).author is None
    assert page(declared={"@type": "NewsArticle", "author": by}).author == "Weir Works"


def test_desk_is_a_writer_where_readers_see_it() -> None:
    declared = {"@type": "BlogPosting", "author": {"@type": "Person", "name": "Weir Team"}}
    assert page(declared=declared).author is None
    assert page(declared=declared, front="<div>By Weir Team</div>").author == "Weir Team"


def test_outlet_is_no_writer_beside_a_person() -> None:
    declared = {"@type": "NewsArticle", "author": [{"name": "The Weir Post"}, {"name": "Ann Lee"}], "publisher": {"name": "Weir Post"}}
    assert page(declared=declared).author == "Ann Lee"


def test_link_in_a_box_for_writers_is_no_name() -> None:
    assert page(front="<div class=author><a href=/x>Type</a></div>").author is None


@pytest.mark.parametrize(
    ("text", "key"),
    [("12. Berita Terkait:", "berita terkait"), ("  A  b ", "a b"), ("1 2 3", ""), ("", ""), ("_x_", "x")],
)
def test_text_for_comparison(text: str, key: str) -> None:
    assert bare(text) == key
