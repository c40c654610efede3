"""Who held which office on the day of an article comes from dated rows, and from nothing else."""

from __future__ import annotations

import pytest

from saksi.reading.read import read
from saksi.records import Article
from saksi.records.entity import Office


def roles(text: str, language: str, published: str | None, name: str) -> tuple[Office, ...]:
    entities = read(Article(id="a", language=language, text=text, published=published)).entities
    return next(entity.roles for entity in entities if entity.name == name)


def test_a_title_of_the_text_gets_the_dates_of_the_term() -> None:
    (held,) = roles("President Barack Obama said on Sunday that talks had begun.", "en", "2016-05-01", "Barack Obama")
    assert (held.title, held.office, held.from_, held.to) == ("President", "president", "2009-01-20", "2017-01-20")


def test_who_is_named_without_a_title_gets_the_usual_one_in_the_language_of_the_text() -> None:
    (held,) = roles("Barack Obama mengatakan perundingan telah dimulai.", "id", "2016-05-01", "Barack Obama")
    assert (held.title, held.of, held.from_) == ("presiden", "Amerika Serikat", "2009-01-20")


@pytest.mark.parametrize("published", ["2008-05-01", "2017-03-01", None])
def test_no_term_is_told_of_another_day_or_of_none(published: str | None) -> None:
    found = roles("Barack Obama mengatakan perundingan telah dimulai.", "id", published, "Barack Obama")
    assert all(held.office != "president" for held in found)


def test_who_once_held_an_office_is_not_its_holder() -> None:
    """The title "mantan presiden" is none of an office held on the day."""
    (held,) = roles("Mantan Presiden Barack Obama mengatakan perundingan telah dimulai.", "id", "2020-05-01", "Barack Obama")
    assert held.from_ is None


def test_nothing_is_told_past_the_day_until_which_the_rows_hold() -> None:
    found = roles("Presiden Prabowo Subianto mengatakan harga beras turun.", "id", "2030-05-01", "Prabowo Subianto")
    assert [(held.title, held.from_) for held in found] == [("Presiden", None)]
