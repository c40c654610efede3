"""Pages and dumps in the shapes of outlets' templates: body, headline, writer, day, caption, credit and dateline, all exact."""

from __future__ import annotations

import pytest
from templates import SIGNED, Filled, filled

from saksi.intake.block import Page
from saksi.intake.html import read_page
from saksi.intake.plain import read_dump
from saksi.reading.credits import find_credits, find_dateline

PAGES = [pytest.param(one, id=one.shape) for one in filled("portals.yaml")]
DUMPS = [pytest.param(one, id=f"{one.shape}-{number}") for number, one in enumerate(filled("dumps.yaml"))]


def told(page: Page) -> dict[str, object]:
    """What was read, in the shape of `printed`."""
    body = [block.text for block in page.blocks if block.kind not in ("caption", "heading")]
    text = "\n\n".join(body)
    return {
        "title": page.title,
        "author": page.author,
        "date": page.published[:10] if page.published else None,
        "caption": [block.text for block in page.blocks if block.kind == "caption"],
        "body": body,
        "credits": [credit.agency for credit in find_credits(text, "id")],
        "dateline": dateline.place if (dateline := find_dateline(text, "id", page.published)) is not None else None,
    }


def printed(one: Filled) -> dict[str, object]:
    """What the page tells."""
    story = one.story
    agencies, place = SIGNED[story.title]
    return {
        "title": story.title,
        "author": story.writer if "author" in one.has else None,
        "date": story.stamp[:10] if "date" in one.has else None,
        "caption": [story.caption] if "caption" in one.has else [],
        "body": list(story.paragraphs),
        "credits": agencies,
        "dateline": place,
    }


@pytest.mark.parametrize("one", PAGES)
def test_a_page_gives_what_it_prints(one: Filled) -> None:
    assert printed(one) == told(read_page(f"<html>{one.page}</html>"))


@pytest.mark.parametrize("one", DUMPS)
def test_a_dump_gives_what_it_prints(one: Filled) -> None:
    assert printed(one) == told(read_dump(one.page))
