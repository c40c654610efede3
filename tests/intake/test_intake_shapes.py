"""Pages in the shapes of outlets' and weblogs' templates: exactly the story, its caption, its writer and its day."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from shapes import DUMPS, ENGLISH, INDONESIAN, PICTURED, SHAPES, Story

from saksi.intake.block import Page
from saksi.intake.html import read_page
from saksi.intake.plain import read_dump

STORIES = [pytest.param(INDONESIAN, id="id"), pytest.param(ENGLISH, id="en")]


def body(read: Page) -> list[str]:
    """Its paragraphs without captions and headings."""
    return [block.text for block in read.blocks if block.kind not in ("caption", "heading")]


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("shape", SHAPES)
def test_the_story_and_nothing_else_is_read(shape: Callable[[Story], str], story: Story) -> None:
    """Credit and dateline stand in the first paragraph, as printed."""
    assert body(read_page(shape(story))) == list(story.paragraphs)


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("shape", SHAPES)
def test_headline_writer_and_day_are_those_printed_or_declared(shape: Callable[[Story], str], story: Story) -> None:
    read = read_page(shape(story))
    assert read.title == story.title
    assert read.author == story.writer
    assert (read.published or "")[:10] == "2024-02-19"


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("shape", SHAPES)
def test_captions_are_marked(shape: Callable[[Story], str], story: Story) -> None:
    captions = [block.text for block in read_page(shape(story)).blocks if block.kind == "caption"]
    assert captions == ([story.caption] if shape in PICTURED else [])


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("shape", DUMPS)
def test_a_dump_gives_the_story_and_nothing_else(shape: Callable[[Story], str], story: Story) -> None:
    read = read_dump(shape(story))
    assert [block.text for block in read.blocks] == list(story.paragraphs)
    assert read.title == story.title
