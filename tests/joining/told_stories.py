"""The stories: sets of articles in our own words, with the families that they fall into."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from saksi.reading.read import read
from saksi.records import Article, Reading

STORIES = sorted((Path(__file__).parent / "stories").glob("*.yaml"))


def story(path: Path) -> dict[str, Any]:
    """The set as it stands in its file."""
    loaded: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def readings_of(told: dict[str, Any]) -> list[Reading]:
    """The articles of a story, read. A copy is made from its original: some paragraphs of it, words replaced, a paragraph added."""
    by_id = {article["id"]: article for article in told["articles"]}
    return [read(_article(article, by_id)) for article in told["articles"]]


def _article(given: dict[str, Any], by_id: dict[str, Any]) -> Article:
    original = by_id[given["copy_of"]] if "copy_of" in given else given
    text = original["text"]
    paragraphs: Sequence[int] = given.get("paragraphs", ())
    if paragraphs:
        whole = text.split("\n\n")
        text = "\n\n".join(whole[number - 1] for number in paragraphs)
    for old, new in given.get("replace", {}).items():
        assert text.count(old) == 1, f"{given['id']}: {old!r} stands {text.count(old)} times in the text"
        text = text.replace(old, new)
    if "append" in given:
        text += "\n\n" + given["append"]
    return Article(
        id=given["id"],
        uri=f"https://example.org/{given['id']}",
        outlet=given["outlet"],
        title=given.get("title"),
        published=given["published"],
        language=original["language"],
        text=text,
    )
