"""What is no article is called what it is: a wall is refused, a stub and an index get a note that says what to do."""

from __future__ import annotations

import pytest

from saksi.intake.article import from_page
from saksi.intake.html import read_page
from saksi.records import Article, Refused

LEAD = "The harbour office closed its gate on Monday after the crane had leaned over the road for two days, its keeper said."


def read(html: str) -> Article | Refused:
    """The article of a page, or its refusal."""
    return from_page(read_page(html), uri="page.html", sha256="0", fetched="2026-11-25T00:00:00+00:00", notes=())


@pytest.mark.parametrize(
    "notice",
    [
        "Checking your browser before you go on. This takes a few seconds.",
        "Please verify you are human by completing the action below.",
        "Before you continue: we and our partners store and read information on your device.",
        "Pastikan Anda bukan robot sebelum membuka halaman ini.",
    ],
)
def test_a_wall_is_refused_with_what_to_do(notice: str) -> None:
    found = read(f"<title>One moment</title><h1>One moment</h1><p>{notice}</p><button>Accept</button>")
    assert isinstance(found, Refused)
    assert "save the page" in found.reason


@pytest.mark.parametrize(
    "plea",
    [
        "Subscribe to continue reading this story.",
        "Already a subscriber? Log in",
        "Artikel ini khusus pelanggan. Berlangganan untuk membaca.",
    ],
)
def test_a_stub_is_read_in_part_with_a_note(plea: str) -> None:
    found = read(
        f"<meta property=og:type content=article><h1>Crane leans over the road</h1><p>{LEAD}</p><div class=paywall><p>{plea}</p></div>"
    )
    assert isinstance(found, Article)
    assert (found.status, [note.code for note in found.notes]) == ("partly", ["stub"])
    assert "log in" in found.notes[0].why


def test_a_page_that_declares_its_article_not_free_is_a_stub_where_it_is_short() -> None:
    script = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Crane", "isAccessibleForFree": "False"}</script>'
    assert [note.code for note in read(f"{script}<h1>Crane</h1><p>{LEAD}</p>").notes] == ["stub"]  # type: ignore[union-attr]
    whole = "".join(f"<p>{LEAD} It was the {number}. time.</p>" for number in range(40))
    assert read(f"{script}<h1>Crane</h1>{whole}").notes == ()  # type: ignore[union-attr]


def test_a_whole_story_with_a_plea_under_it_is_no_stub() -> None:
    whole = "".join(f"<p>{LEAD} It was the {number}. time.</p>" for number in range(20))
    assert read(f"<h1>Crane</h1>{whole}<p>Already a subscriber? Log in</p>").notes == ()  # type: ignore[union-attr]


def test_an_index_of_other_pages_is_called_one() -> None:
    cards = "".join(f"<li><h3><a href=/{n}>Headline number {n} of what happened today</a></h3></li>" for n in range(30))
    found = read(f"<title>The Pier Post</title><h1>Today</h1><p>{LEAD}</p><ul>{cards}</ul>")
    assert isinstance(found, Article)
    assert [note.code for note in found.notes] == ["index"]
    assert "30 others" in found.notes[0].what
