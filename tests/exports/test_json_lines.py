"""The JSON lines of each kind."""

from __future__ import annotations

import json

import pytest
from held_readings import Held

from saksi.exports.catalogue import EXPORTS
from saksi.records.jsonline import parse_reading


def exported(kind: str, *readings) -> list[dict]:
    written = b"".join(EXPORTS[kind]["jsonl"](Held(*readings)))
    assert written == b"" or written.endswith(b"\n")
    return [json.loads(line) for line in written.splitlines()]


def test_an_article_line_is_the_reading_itself(flood, awkward):
    lines = b"".join(EXPORTS["articles"]["jsonl"](Held(flood, awkward))).splitlines()

    assert [parse_reading(line) for line in lines] == [flood, awkward]


def test_a_statement_line_is_the_articles_statement_with_where_it_stands(flood, awkward):
    (article, _) = exported("articles", flood, awkward)

    lines = exported("statements", flood)

    inside = [*article["title_statements"], *article["statements"]]
    assert lines == [
        {**statement, "article": "flood", "field": field} for statement, field in zip(inside, ["title", "text", "text"], strict=True)
    ]


def test_every_span_of_a_statement_line_is_verbatim_in_the_string_that_it_names(flood, awkward):
    articles = {line["id"]: line for line in exported("articles", flood, awkward)}
    lines = exported("statements", flood, awkward)

    assert len(lines) == 4
    for line in lines:
        for span in (*line["speakers"], *line["contents"], *line["relay"]):
            assert articles[line["article"]][line["field"]][span["start"] : span["end"]] == span["text"]


def test_an_event_line_is_the_articles_event_with_its_article(flood, awkward):
    (article, _) = exported("articles", flood, awkward)

    assert exported("events", flood, awkward) == [{**article["events"][0], "cameo": "12", "article": "flood"}]


@pytest.mark.parametrize("kind", EXPORTS)
def test_nothing_gives_no_line(kind):
    assert exported(kind) == []
