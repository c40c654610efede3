"""The events of an article on its page: one row each, their triggers marked in the text, and the lines of the terminal."""

from __future__ import annotations

from saksi.cli.phrases import PHRASES, Interface
from saksi.cli.rows import event_lines
from saksi.desk.cards import cards
from saksi.desk.happenings import event_marks, happenings
from saksi.desk.names import names
from saksi.desk.wording import EVENT_STATUS, EVENTS
from saksi.reading.read import read
from saksi.records import Article
from saksi.words.frames import plover

READING = read(Article(id="a", text="Ukraine said Russia had bombed Odesa. Rebels may attack Kharkiv.", language="en"))


def test_every_category_has_words_for_the_visitor() -> None:
    assert EVENTS.keys() == plover().keys()
    assert {f"event_{category}" for category in EVENTS} <= PHRASES[Interface.INDONESIAN].keys()
    assert {f"status_{status}" for status in EVENT_STATUS} <= PHRASES[Interface.ENGLISH].keys()


def test_a_row_names_both_sides_and_the_statement_that_tells_it() -> None:
    shown = cards(READING)
    first, second = happenings(READING, shown, names(READING, shown))
    assert [one.entity.name for one in first.actors] == ["Russia"]
    assert [one.entity.name for one in first.recipients] == ["Odesa"]
    assert first.carrier is shown[0]
    assert [one.entity.name for one in second.actors] == ["Rebels"]
    assert second.carrier is None


def test_each_trigger_is_marked_where_its_row_leads_and_what_is_no_fact_is_marked_so() -> None:
    shown = cards(READING)
    rows, marks = happenings(READING, shown, names(READING, shown)), list(event_marks(READING))
    assert [mark.anchor for mark in marks] == [row.anchor for row in rows]
    assert [mark.names for mark in marks] == [("event",), ("event", "event-possible")]


def test_the_terminal_tells_an_event_in_a_line() -> None:
    assert event_lines(READING, PHRASES[Interface.ENGLISH])[0] == "Russia → Odesa · violence: bombed · told as having happened (1)"
    assert event_lines(READING, PHRASES[Interface.INDONESIAN])[1] == "Rebels → Kharkiv · kekerasan: attack · mungkin"
