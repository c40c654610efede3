"""Ids are hashes of content."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from saksi.records.ids import article_id, content_id, statement_id


def test_an_id_is_the_same_in_every_run() -> None:
    """The value is written down: a ledger of last year must meet the ids of today."""
    assert content_id("article", "a.html", "Katanya.") == "0fae8b52ba580fc9"
    assert statement_id("0fae8b52ba580fc9", (0, 4), [(5, 9)]) == "7ef4adf9ec1d3bbc"


def test_parts_are_told_apart() -> None:
    assert content_id("ab", "c") != content_id("a", "bc")


def test_an_article_is_its_address_and_its_text() -> None:
    assert len({article_id("a", "x"), article_id("b", "x"), article_id("a", "y"), article_id(None, "x")}) == 4


def test_a_statement_is_its_article_cue_and_contents() -> None:
    ids = [
        statement_id("a", (0, 4), [(5, 9)]),
        statement_id("b", (0, 4), [(5, 9)]),
        statement_id("a", None, [(5, 9)]),
        statement_id("a", (0, 4), [(5, 8)]),
        statement_id("a", (0, 4), [(5, 9), (12, 20)]),
        statement_id("a", (0, 4), [(5, 9)], field="title"),
    ]
    assert len(set(ids)) == len(ids)


@given(st.text())
def test_any_text_has_an_id(text: str) -> None:
    """Lone surrogates too, which JSON can carry and UTF-8 cannot."""
    assert len(article_id(text + "\ud800", text)) == 16
