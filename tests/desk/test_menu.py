"""The head of every page: the daily rooms in sight, the others under "More", and to each person what they may open."""

from __future__ import annotations

from saksi.desk.menu import DAILY, MORE, menu_of
from saksi.desk.people import Person


def names(role: str) -> list[str]:
    """What stands under "More" for somebody."""
    return [entry.name for entry in menu_of(Person(id="m1", role=role)).more]  # type: ignore[arg-type]


def test_everybody_sees_what_they_may_open_and_no_more() -> None:
    assert names("visitor") == ["Statements", "Places", "Map", "Timeline", "Network", "Following", "Judgements"]
    assert names("member") == [*names("visitor"), "Read something", "Collections"]
    assert names("owner") == [*names("member"), "Members"]


def test_every_letter_leads_to_one_room() -> None:
    keys = [entry.key for entry in (*DAILY, *MORE) if entry.key is not None]
    assert sorted(keys) == sorted(set(keys))


def test_a_room_holds_what_lies_below_it() -> None:
    by_path = {entry.path: entry for entry in (*DAILY, *MORE)}
    assert by_path["/watch"].holds("/watch/bantahan")
    assert not by_path["/watch"].holds("/watching")
    assert by_path["/"].holds("/")
    assert not by_path["/"].holds("/today")
