"""The lists that a desk shows: order, filters, facets and pages."""

from __future__ import annotations

import msgspec
import pytest

from saksi.errors import LedgerError
from saksi.ledger import Facet, StatementFilter
from saksi.limits import FACET_VALUES, FILTER_WORDS


@pytest.fixture
def filled(ledger, made):
    """Four articles of two outlets and languages, each with one statement."""
    ledger.add(
        [
            made("air surut di Tanjung", published="2026-02-01", title="Surut"),
            made("air naik 100% di Muara", published="2026-02-03", polarity="denied", act="deny"),
            made("the water fell", speaker="Marta", name=None, language="en", outlet="Post", published="2026-02-02", certainty="possible"),
            made("tidak ada kabar", speaker="Ia", name="Budi", outlet=None, fetched="2026-02-04T00:00:00+00:00", certainty="probable"),
        ]
    )
    return ledger


def said(page) -> list[str]:
    return [row.statement.contents[0].text for row in page.rows]


NEWEST_FIRST = ["tidak ada kabar", "air naik 100% di Muara", "the water fell", "air surut di Tanjung"]


def test_articles_come_newest_first_by_publication_else_fetching(filled):
    page = filled.articles()

    assert [row.published for row in page.rows[1:]] == ["2026-02-03", "2026-02-02", "2026-02-01"]
    assert (page.rows[0].published, page.rows[0].fetched) == (None, "2026-02-04T00:00:00+00:00")
    assert page.total == 4


def test_an_article_row_shows_what_the_list_needs(filled):
    (row,) = filled.articles(offset=3, limit=1).rows

    assert (row.title, row.outlet, row.language, row.status, row.statements) == ("Surut", "Kabar", "id", "read", 1)


@pytest.mark.parametrize(
    ("asked", "expected"), [({"outlet": "Kabar"}, 2), ({"language": "en"}, 1), ({"outlet": "Post", "language": "id"}, 0)]
)
def test_articles_are_narrowed_by_outlet_and_language(filled, asked, expected):
    page = filled.articles(**asked)

    assert (expected, expected) == (page.total, len(page.rows))


def test_statements_come_newest_article_first(filled):
    assert said(filled.statements(StatementFilter())) == NEWEST_FIRST


def test_statements_of_one_article_come_headline_first_then_down_the_text(ledger, made):
    reading = made("satu dua tiga")
    (statement,) = reading.statements
    start = statement.contents[0].start
    later = msgspec.structs.replace(statement, id="later", contents=(msgspec.structs.replace(statement.contents[0], start=start + 5),))
    reading = msgspec.structs.replace(reading, statements=(later, statement), title_statements=(later,))

    ledger.add([reading])

    rows = ledger.statements(StatementFilter()).rows
    assert [("title", "later"), ("text", statement.id), ("text", "later")] == [(row.field, row.statement.id) for row in rows]


def test_a_statement_row_shows_the_article_and_the_speaker_by_full_name(filled):
    row = filled.statements(StatementFilter()).rows[3]

    assert (
        row.title,
        row.outlet,
        row.published,
        row.language,
        row.speaker,
        row.stance,
    ) == ("Surut", "Kabar", "2026-02-01", "id", "Sari Dewi", "asserted")
    assert row.statement.speakers[0].text == "Sari"


def test_a_speaker_whose_entity_is_unknown_is_named_as_in_the_text_and_none_stays_none(ledger, made):
    agentless = made("banjir", speaker_kind="agentless")
    agentless = msgspec.structs.replace(agentless, statements=(msgspec.structs.replace(agentless.statements[0], speakers=()),))
    ledger.add([made("surut", speaker="Marta", name=None), agentless])

    page = ledger.statements(StatementFilter())

    assert {"Marta", None} == {row.speaker for row in page.rows}
    assert (Facet(value="Marta", count=1),) == page.facets["speaker"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"speaker": "Sari Dewi"}, [1, 3]),
        ({"stance": "denied"}, [1]),
        ({"stance": "unsure"}, [0, 2]),
        ({"act": "deny"}, [1]),
        ({"certainty": "possible"}, [2]),
        ({"outlet": "Post"}, [2]),
        ({"language": "id", "stance": "asserted"}, [3]),
        ({"words": "AIR di"}, [1, 3]),
        ({"words": "dewi  muara"}, [1]),
        ({"words": "100%"}, [1]),
        ({"words": "_"}, []),
        ({"words": "  "}, [0, 1, 2, 3]),
        ({"speaker": "sari dewi"}, []),
        ({"outlet": "' OR 1=1 --"}, []),
    ],
)
def test_filters_narrow_the_table_together(filled, wanted, expected):
    page = filled.statements(StatementFilter(**wanted))

    assert [NEWEST_FIRST[place] for place in expected] == said(page)
    assert len(expected) == page.total


def test_statements_of_one_article_alone(filled):
    article = filled.articles().rows[2].id

    assert said(filled.statements(StatementFilter(article=article))) == ["the water fell"]


def test_a_facet_counts_what_the_other_filters_leave(filled):
    """Else the choice of one value would hide all others that could be chosen instead."""
    facets = filled.statements(StatementFilter(stance="denied", language="id")).facets

    assert (Facet(value="asserted", count=1), Facet(value="denied", count=1), Facet(value="unsure", count=1)) == facets["stance"]
    assert (Facet(value="Sari Dewi", count=1),) == facets["speaker"]
    assert (Facet(value="id", count=1),) == facets["language"]


def test_facets_come_most_frequent_first_and_leave_out_what_has_no_value(filled):
    facets = filled.statements(StatementFilter()).facets

    assert (Facet(value="Kabar", count=2), Facet(value="Post", count=1)) == facets["outlet"]
    assert (Facet(value="Sari Dewi", count=2), Facet(value="Budi", count=1), Facet(value="Marta", count=1)) == facets["speaker"]
    assert {"speaker", "stance", "act", "certainty", "outlet", "language"} == set(facets)


def test_a_facet_names_no_more_values_than_somebody_can_look_through(ledger, made):
    ledger.add(made(f"angka {number}", name=f"Orang {number}") for number in range(FACET_VALUES + 1))

    assert len(ledger.statements(StatementFilter()).facets["speaker"]) == FACET_VALUES


def test_pages_part_the_list_and_figures_out_of_range_are_harmless(filled):
    pages = [said(filled.statements(StatementFilter(), offset=offset, limit=3)) for offset in (0, 3, 6, 10**30)]

    assert [NEWEST_FIRST[:3], NEWEST_FIRST[3:], [], []] == pages
    assert said(filled.statements(StatementFilter(), offset=-5, limit=10**30)) == NEWEST_FIRST
    assert filled.statements(StatementFilter(), offset=10**30).total == 4


def test_more_words_than_a_database_can_look_for_are_told(filled):
    words = [f"kata{number}" for number in range(FILTER_WORDS + 1)]

    assert filled.statements(StatementFilter(words=" ".join(words[:-1]))).total == 0
    with pytest.raises(LedgerError, match=f"at most {FILTER_WORDS}"):
        filled.statements(StatementFilter(words=" ".join(words)))


@pytest.mark.parametrize("wanted", [{"speaker": "\ud800"}, {"words": "\udcff"}, {"words": "x" * 60_000}])
def test_a_filter_that_no_database_can_take_is_told(filled, wanted):
    with pytest.raises(LedgerError):
        filled.statements(StatementFilter(**wanted))
