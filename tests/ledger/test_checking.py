"""A ledger that is as it was written says so, and one that is not says where."""

from __future__ import annotations

import pytest
from sqlalchemy import Table, Update, delete, insert, select, update

from saksi.ledger.checking import check
from saksi.ledger.schema import articles, families, fingerprints, readings, search, statements


def of(table: Table, article: str) -> Update:
    """A change of the rows of one article."""
    return update(table).where((table.c.id if table is articles else table.c.article) == article)


TWICE = insert(search).from_select(
    ["number", "article", "place", "facets", "tokens"],
    select(search.c.number + 7, search.c.article, search.c.place + 7, search.c.facets, search.c.tokens).where(search.c.article == "a"),
)


@pytest.fixture
def filled(ledger, made):
    ledger.add([made("air surut \x00", id="a"), made("air naik", id="b", title="Air naik \x00"), made("Jum'at \\ itu'", id="c")])
    return ledger


def test_a_ledger_as_it_was_written(filled):
    found = check(filled)

    assert (found.unit, found.count, found.wrong) == ("articles", 3, ())


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (of(readings, "a").values(line="{"), ["article a: line 1 is no JSON", "article a: its reading cannot"]),
        (of(articles, "a").values(text_hash="0"), ["article a: its article is not what its text gives (text_hash)"]),
        (of(statements, "b").values(words="x"), ["article b: its statement 0 is not what its text gives (words)"]),
        (delete(statements).where(statements.c.article == "b"), ["article b: its statement 0 is missing", "2 statements, where"]),
        (of(search, "c").values(facets="[]"), ["article c: its entry of the search 0 is not what its text gives (facets)"]),
        (delete(search).where(search.c.article == "c"), ["its entry of the search 0 is missing", "2 entries of the search"]),
        (of(fingerprints, "a").values(words=99), ["article a: its fingerprint is not what its text gives (words)"]),
        (of(fingerprints, "a").values(family=99), ["article a: it is in no family", "0 articles, where it should have 1"]),
        (update(families).where(families.c.origin == "a").values(size=2), ["family a: 1 articles, where it should have 2"]),
        (update(families).where(families.c.origin == "a").values(origin="z"), ["family z: its origin is not in it"]),
        (delete(fingerprints).where(fingerprints.c.article == "a"), ["not as many of each: 3 articles, 3 readings, 2 fingerprints"]),
        (TWICE, ["article a: its entry of the search 7 has nothing that it was made from", "4 entries of the search"]),
    ],
)
def test_what_is_not_as_it_was_written_is_told(filled, change, told):
    with filled.writing() as connection:
        connection.execute(change)

    wrong = "\n".join(check(filled).wrong)

    assert [what for what in told if what not in wrong] == []


def test_a_span_that_is_not_what_stands_there_is_told(filled):
    with filled.writing() as connection:
        line = connection.execute(select(readings.c.line).where(readings.c.article == "b")).scalar_one()
        connection.execute(
            update(readings).where(readings.c.article == "b").values(line=line.replace('"text":"air naik"', '"text":"air turun"'))
        )

    assert "article b: line 1: 'air turun' is not what stands at" in "\n".join(check(filled).wrong)
