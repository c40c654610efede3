"""What a search finds, in what order, and how its hits are shown."""

from __future__ import annotations

import msgspec
import pytest

from saksi.errors import LedgerError
from saksi.ledger import Facet, SearchFilter
from saksi.limits import FILTER_WORDS, SEARCH_COUNTED
from saksi.records import Event, Mention
from saksi.records.mention import PlaceValue


@pytest.fixture
def filled(ledger, made):
    """Four statements, the newest first: 0 attack (en), 1 menyerang, 2 serangan at Sirte, 3 without a date."""
    placed = made("serangan di Sirte gagal", published="2017-03-01", outlet="Kabar Pagi", speaker="Haftar", name="Khalifa Haftar")
    start = placed.article.text.index("Sirte")
    sirte = Mention(
        id="m1", kind="place", start=start, end=start + 5, text="Sirte", value=PlaceValue(name="Sirte", country="LBY", geonames=2210554)
    )
    event = Event(id="v1", trigger=placed.statements[0].contents[0], category="ASSAULT", statement=placed.statements[0].id)
    ledger.add(
        [
            made("pasukan menyerang kota", published="2017-03-24T10:00:00+07:00", polarity="denied", act="deny"),
            made("rebels attacked the port of Benghazi", published="2017-03-25", language="en", outlet="Post", speaker="Marta", name=None),
            msgspec.structs.replace(placed, mentions=(sirte,), events=(event,)),
            made("air surut, Jum'at itu", published=None),
        ]
    )
    return ledger


ORDER = ["rebels attacked the port of Benghazi", "pasukan menyerang kota", "serangan di Sirte gagal", "air surut, Jum'at itu"]


def found(page) -> list[int]:
    return [ORDER.index(hit.row.statement.contents[0].text) for hit in page.hits]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, [0, 1, 2, 3]),
        ({"words": "penyerangan"}, [1, 2]),
        ({"words": "ATTACKS"}, [0]),
        ({"words": "serangan sirte"}, [2]),
        ({"words": "serangan kota"}, [1]),
        ({"words": '"menyerang kota"'}, [1]),
        ({"words": '"kota menyerang"'}, []),
        ({"words": "“port of benghazi”"}, [0]),
        ({"words": '"benghazi marta"'}, []),
        ({"words": 'sirte "'}, [2]),
        ({"words": "jumat"}, [3]),
        ({"words": "Jum’at"}, [3]),
        ({"words": "Dewi"}, [1, 3]),
        ({"words": "'; DROP TABLE search; --"}, []),
        ({"words": '* OR " NOT @'}, []),
        ({"actor": "haftar"}, [2]),
        ({"actor": "Khalifa Haftar"}, [2]),
        ({"actor": "Haftar Khalifa"}, []),
        ({"speaker": "sari dewi"}, [1, 3]),
        ({"speaker": "dewi"}, []),
        ({"place": "sirte"}, [2]),
        ({"place": "Libya"}, [2]),
        ({"place": "LBY"}, [2]),
        ({"place": "Benghazi"}, []),
        ({"since": "2017-03-24"}, [0, 1]),
        ({"until": "2017-03-24"}, [1, 2]),
        ({"since": "2017-03", "until": "2017"}, [0, 1, 2]),
        ({"since": "2017-03-24T03:00", "until": "2017-03-24T03:00"}, [1]),
        ({"until": "2016-12"}, []),
        ({"stance": "denied"}, [1]),
        ({"stance": "asserted"}, [0, 2, 3]),
        ({"stance": "asserted", "words": ""}, [0, 2, 3]),
        ({"stance": "asserted", "language": "id"}, [2, 3]),
        ({"stance": "unsure"}, []),
        ({"act": "deny"}, [1]),
        ({"certainty": "certain", "language": "en"}, [0]),
        ({"outlet": "kabar pagi"}, [2]),
        ({"outlet": "Kabar"}, [1, 3]),
        ({"event": "assault"}, [2]),
        ({"words": "serang", "stance": "asserted", "until": "2017-03-20", "place": "sirte"}, [2]),
    ],
)
def test_words_and_filters_narrow_together(filled, wanted, expected):
    page = filled.search(SearchFilter(**wanted))

    assert (expected, len(expected), False) == (found(page), page.total, page.more)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("diserang", [["menyerang"], ["serangan"]]),
        ('"serangan di sirte" gagal', [["serangan", "di", "Sirte", "gagal"]]),
        ("haftar", [[]]),
        ("jumat", [["Jum'at"]]),
    ],
)
def test_a_hit_names_the_words_that_were_looked_for_as_they_stand_there(filled, words, expected):
    page = filled.search(SearchFilter(words=words))

    assert expected == [[mark.text for mark in hit.marks] for hit in page.hits]
    for hit in page.hits:
        text = filled.reading(hit.row.article).article.text
        assert all(text[mark.start : mark.end] == mark.text for mark in hit.marks)


def test_facets_count_the_hits_and_leave_out_their_own_filter(filled):
    facets = filled.search(SearchFilter(words="serang", stance="denied")).facets

    assert (Facet(value="asserted", count=1), Facet(value="denied", count=1)) == facets["stance"]
    assert (Facet(value="Sari Dewi", count=1),) == facets["speaker"]
    assert facets["place"] == ()
    assert (Facet(value="Sirte", count=1),) == filled.search(SearchFilter(words="gagal")).facets["place"]
    assert (Facet(value="ASSAULT", count=1),) == filled.search(SearchFilter(event="Assault")).facets["event"]


def test_pages_part_the_hits_also_past_those_that_are_counted(ledger, made, monkeypatch):
    monkeypatch.setattr("saksi.ledger.search.SEARCH_COUNTED", 5)
    ledger.add(made(f"angka {number}", published=f"2026-01-{number + 1:02}") for number in range(12))

    pages = [ledger.search(SearchFilter(words="angka"), offset=offset, limit=5) for offset in (0, 5, 10, 15)]

    shown = [hit.row.statement.contents[0].text for page in pages for hit in page.hits]
    assert shown == [f"angka {number}" for number in reversed(range(12))]
    assert {(5, True)} == {(page.total, page.more) for page in pages}
    assert ledger.search(SearchFilter(), offset=-3, limit=10**30).total == 5
    assert SEARCH_COUNTED > 5


@pytest.mark.parametrize(
    ("wanted", "complaint"),
    [
        ({"since": "kemarin"}, "since 'kemarin' is no date"),
        ({"until": "2017-13"}, "until '2017-13' is no date"),
        ({"until": "9999"}, "until '9999' is no date"),
        ({"actor": " - "}, "no name to look for"),
        ({"words": "kata " * (FILTER_WORDS + 1)}, f"more than {FILTER_WORDS} words"),
        ({"words": "\ud800a"}, ""),
        ({"outlet": "\ud800"}, None),
    ],
)
def test_what_cannot_be_looked_for_is_told(filled, wanted, complaint):
    if complaint is None or not complaint:
        assert filled.search(SearchFilter(**wanted)).total >= 0
        return
    with pytest.raises(LedgerError, match=complaint):
        filled.search(SearchFilter(**wanted))


def test_articles_of_one_minute_come_in_one_order_however_they_were_added(made, tmp_path):
    from saksi.ledger import open_ledger

    readings = [made(f"angka {number}", published="2026-01-01") for number in range(30)]
    orders = []
    for name, given in (("a.db", readings), ("b.db", readings[::-1])):
        with open_ledger(str(tmp_path / name)) as ledger:
            ledger.add(given)
            orders.append([hit.row.article for hit in ledger.search(SearchFilter()).hits])

    assert orders[0] == orders[1]
