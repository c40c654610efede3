"""Where, when and between whom: what a ledger counts of its statements and events."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from saksi.errors import LedgerError, NotInLedger
from saksi.ledger import SearchFilter
from saksi.ledger.bearings import place_id, tie_key
from saksi.ledger.checking import check
from saksi.ledger.survey import Counts, Survey
from saksi.records import Entity, Event, Mention, Reading
from saksi.records.mention import PlaceValue, TimeValue

SIRTE = PlaceValue(name="Sirte", country="LBY", geonames=2210554, lat=31.2, lon=16.6)
MISRATA = PlaceValue(name="Misrata", country="LBY", geonames=2214846, lat=32.4, lon=15.1)
LIBYA = PlaceValue(name="Libya", country="LBY", geonames=2215636, lat=27.0, lon=17.0)


def told(made: Any, said: str, **given: Any) -> Reading:
    """A statement about Libya's army that names a place and a day, with an event that it tells and one of the outlet's own voice."""
    value, day, status = given.pop("value"), given.pop("day"), given.pop("status", "asserted")
    reading = made(said, **given)
    statement, content = reading.statements[0], reading.statements[0].contents[0]
    where = Mention(id="m1", kind="place", entity="e3", start=content.start, end=content.start + 3, text=content.text[:3], value=value)
    when = Mention(id="m2", kind="time", start=content.start, end=content.end, text=content.text, value=TimeValue(**day))
    acting = Mention(id="m3", kind="state", entity="e2", start=content.start, end=content.end, text=content.text, value=LIBYA)
    army, libya = Entity(id="e2", kind="organization", name="Tentara"), Entity(id="e4", kind="state", name="Libya", iso3="LBY", qid="Q1016")
    place = Entity(id="e3", kind="place", name=value.name)
    event = Event(
        id="v1", trigger=content, category="ASSAULT", actors=("e2",), recipients=("e4",), places=("m1",), time="m2", statement=statement.id
    )
    own = msgspec.structs.replace(event, id="v2", category="AID", statement=None, status=status)
    return msgspec.structs.replace(
        reading,
        entities=(*reading.entities, army, libya, place),
        mentions=(where, when, acting),
        statements=(msgspec.structs.replace(statement, about=("e2", "e3")),),
        events=(event, own),
    )


OCTOBER = {"type": "DATE", "value": "2026-10-13", "from_": "2026-10-13", "to": "2026-10-13"}
YEAR = {"type": "DATE", "value": "2024", "from_": "2024-01-01", "to": "2024-12-31"}


@pytest.fixture
def filled(ledger, made):
    ledger.add(
        [
            told(made, "serangan di Sirte", value=SIRTE, day=OCTOBER, published="2026-10-14", outlet="Kabar"),
            told(made, "bantuan ke Sirte", value=SIRTE, day=OCTOBER, published="2026-11-02", outlet="Post", polarity="denied"),
            told(made, "gencatan di Misrata", value=MISRATA, day=YEAR, published="2026-11-03", outlet="Post", status="possible"),
        ]
    )
    return ledger


def named(page) -> dict[str, Counts]:
    return {row.name: row.counts for row in page.rows}


def test_places_count_statements_and_events_and_a_state_that_acts_is_no_place(filled):
    found = Survey(filled).places(SearchFilter())

    assert named(found) == {"Sirte": Counts(statements=2, denied=1, events=4), "Misrata": Counts(statements=1, events=2)}
    assert [row.place for row in found.rows] == ["2210554", "2214846"]
    assert (Survey(filled).places(SearchFilter(), limit=1).total, len(Survey(filled).places(SearchFilter(), limit=1).rows)) == (2, 1)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"outlet": "post"}, {"Sirte": (1, 2), "Misrata": (1, 2)}),
        ({"since": "2026-11", "until": "2026-11-02"}, {"Sirte": (1, 2)}),
        ({"words": "gencatan"}, {"Misrata": (1, 1)}),  # words are those of what is said: what the outlet tells by itself has none
        ({"speaker": "Sari Dewi", "place": "misrata"}, {"Misrata": (1, 1)}),
        ({"actor": "tentara", "outlet": "Kabar"}, {"Sirte": (1, 2)}),
        ({"place": "sirte"}, {"Sirte": (2, 4)}),
        ({"event": "AID"}, {"Sirte": (0, 2), "Misrata": (0, 1)}),
        ({"event": "ASSAULT", "outlet": "Kabar"}, {"Sirte": (1, 1)}),
        ({"stance": "denied"}, {"Sirte": (1, 1)}),
        ({"stance": "unsure"}, {"Misrata": (0, 1)}),
        ({"words": "zzz"}, {}),
        ({"actor": "%"}, None),
    ],
)
def test_filters_of_the_search_narrow_statements_and_events(filled, wanted, expected):
    if expected is None:
        with pytest.raises(LedgerError):
            Survey(filled).places(SearchFilter(**wanted))
        return
    found = named(Survey(filled).places(SearchFilter(**wanted)))
    assert {name: (counts.statements, counts.events) for name, counts in found.items()} == expected


def test_a_place_has_its_newest_its_months_and_what_lies_near(filled):
    survey = Survey(filled)
    sirte = survey.place("2210554", SearchFilter())

    assert (sirte.name, sirte.counts.events) == ("Sirte", 4)
    assert [near.name for near in survey.near(sirte, 2)] == ["Misrata"]
    assert survey.near(sirte, 0.5) == ()
    behind = survey.at_place("2210554", SearchFilter(), limit=3)
    assert [hit.row.statement.contents[0].text for hit in behind.hits] == ["bantuan ke Sirte", "serangan di Sirte"]
    assert [(told.event.id, told.article.outlet, told.actors) for told in behind.events][:1] == [("v1", "Post", ("Tentara",))]
    assert (behind.counts.statements, behind.counts.events) == (2, 4)
    assert {month: counts.statements for month, counts in survey.published("2210554", SearchFilter()).items()} == {
        "2026-10": 1,
        "2026-11": 1,
    }
    with pytest.raises(NotInLedger):
        survey.place("nowhere", SearchFilter())


def test_a_series_goes_by_the_time_that_is_spoken_of(filled):
    days = Survey(filled).series(SearchFilter(), since="2026", until="2026-10", scale=None, by_category=False)
    assert (days.scale, days.left_out) == ("day", 0)
    assert [(bar.at, bar.lane, bar.statements, bar.events) for bar in days.bars] == [
        ("2026-10-13", "asserted", 1, 4),
        ("2026-10-13", "denied", 1, 0),
    ]
    everything = Survey(filled).series(SearchFilter(), since=None, until=None, scale="month", by_category=True)
    assert ({bar.lane for bar in everything.bars}, everything.left_out) == ({"AID", "ASSAULT"}, 2)  # a year fits no month
    years = Survey(filled).series(SearchFilter(), since=None, until=None, scale="year", by_category=True)
    assert [(bar.at, bar.lane, bar.events) for bar in years.bars][:2] == [("2024", "AID", 1), ("2024", "ASSAULT", 1)]
    behind = Survey(filled).at_time("2026-10", SearchFilter(), lane="denied", limit=9)
    assert [hit.row.statement.contents[0].text for hit in behind.hits] == ["bantuan ke Sirte"]


def test_a_network_says_who_speaks_about_whom_and_who_acts_on_whom(filled):
    found = Survey(filled).network(SearchFilter())
    names = {key: name for key, (name, _) in found.named.items()}

    assert [(names[tie.source], names[tie.target], tie.spoken.statements, tie.acted) for tie in found.ties] == [
        ("Tentara", "Libya", 0, {"material cooperation": 3, "material conflict": 3}),
        ("Sari Dewi", "Tentara", 3, {}),
    ]
    army = next(key for key, name in names.items() if name == "Tentara")
    sari = next(key for key, name in names.items() if name == "Sari Dewi")
    around = Survey(filled).network(SearchFilter(), around=sari)
    assert (len(around.ties), around.total) == (1, 1)
    behind = Survey(filled).between(army, sari, SearchFilter(), limit=2)
    assert (len(behind.hits), behind.counts.statements, behind.events) == (2, 3, ())


def test_who_is_known_by_name_only_shares_a_key_with_namesakes_and_no_actor():
    sari = Entity(id="e1", kind="person", name="Sari Dewi")
    other = Entity(id="e9", kind="person", name="sari  dewi")
    assert tie_key(sari) == tie_key(other)
    assert tie_key(sari).startswith("p")
    assert not tie_key(Entity(id="e1", kind="person", name="Sari Dewi", qid="Q1")).startswith("p")


def test_a_place_without_a_number_is_known_by_name_and_point():
    assert place_id(SIRTE) == "2210554"
    here = PlaceValue(name="Afrika", lat=7.0, lon=21.0)
    assert place_id(here) == place_id(msgspec.structs.replace(here, country="X")) != place_id(msgspec.structs.replace(here, lat=8.0))


def test_what_is_counted_is_what_the_readings_give(filled):
    assert check(filled).wrong == ()
    with filled.writing() as connection:
        connection.exec_driver_sql("DELETE FROM spots WHERE running = 0 AND name = 'Misrata'")
    assert ["row of spots 0 is missing" in line for line in check(filled).wrong] == [True]
