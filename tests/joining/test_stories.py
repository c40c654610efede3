"""Every story falls into its families, with the origin, the agency and each edit of each copy."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from told_stories import STORIES, readings_of, story

from saksi.exports.catalogue import EXPORTS
from saksi.ledger import open_ledger
from saksi.records import Family, Reading


def families_of(readings: list[Reading], path: Path) -> list[Family]:
    with open_ledger(str(path)) as ledger:
        ledger.add(readings)
        return list(ledger.families())


def plain(family: Family) -> dict[str, Any]:
    edits = [{"article": edit.article, "kind": edit.kind, "removed": edit.removed, "added": edit.added} for edit in family.edits]
    return {"articles": list(family.articles), "origin": family.origin, "agency": family.agency, "edits": sorted(edits, key=str)}


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_a_story_falls_into_its_families(path: Path, tmp_path: Path) -> None:
    told = story(path)

    found = families_of(readings_of(told), tmp_path / "story.db")

    expected = [{**family, "edits": sorted(family.get("edits", []), key=str)} for family in told["families"]]
    assert [plain(family) for family in found] == sorted(expected, key=lambda family: family["origin"])


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_every_span_of_an_edit_is_verbatim_in_its_article(path: Path, tmp_path: Path) -> None:
    readings = readings_of(story(path))
    texts = {reading.article.id: reading.article.text for reading in readings}

    for family in families_of(readings, tmp_path / "story.db"):
        for edit in family.edits:
            for text, span, words in ((texts[family.origin], edit.a, edit.removed), (texts[edit.article], edit.b, edit.added)):
                assert (span.text if span is not None else "") == words
                assert span is None or text[span.start : span.end] == span.text


def test_every_article_is_in_exactly_one_family(tmp_path: Path) -> None:
    readings = [reading for path in STORIES for reading in readings_of(story(path))]

    found = families_of(readings, tmp_path / "stories.db")

    assert sorted(name for family in found for name in family.articles) == sorted(reading.article.id for reading in readings)
    assert all(family.family == family.origin in family.articles for family in found)


def test_any_order_gives_the_same_bytes(tmp_path: Path) -> None:
    """All stories in one ledger, in twelve orders and in batches of different sizes."""
    readings = [reading for path in STORIES for reading in readings_of(story(path))]
    chance = random.Random(7)  # noqa: S311 - nothing secret
    written = set()
    for turn in range(12):
        chance.shuffle(readings)
        step = chance.choice([1, 3, len(readings)])
        with open_ledger(str(tmp_path / f"{turn}.db")) as ledger:
            for start in range(0, len(readings), step):
                ledger.add(readings[start : start + step])
            written.add(tuple(b"".join(EXPORTS[kind]["jsonl"](ledger)) for kind in ("articles", "families")))

    assert len(written) == 1
