"""The rooms that the head of every page leads to, and the letters that go to them: an entry is one line here."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from saksi.desk.people import Need, Person, may
from saksi.desk.wording import message


class Entry(msgspec.Struct, frozen=True):
    """One room: its address, its name, the letter behind `g` that goes there (None for none), and what it asks for."""

    path: str
    name: str
    key: str | None = None
    need: Need = "read"

    def holds(self, path: str) -> bool:
        """Whether a page is this room or lies below it: "/watch/bantahan" lies below "/watch", nothing below "/"."""
        return path == self.path or (self.path != "/" and path.startswith(f"{self.path}/"))


DAILY = (
    Entry("/today", message("New"), "n"),
    Entry("/", message("Articles"), "a"),
    Entry("/claims", message("Claims"), "c"),
    Entry("/conflicts", message("Conflicts"), "x"),
    Entry("/actors", message("Actors"), "t"),
    Entry("/watch", message("Watches"), "w"),
)
"""What is opened every morning; it stands in the head of the page."""

MORE = (
    Entry("/statements", message("Statements"), "s"),
    Entry("/places", message("Places"), "p"),
    Entry("/map", message("Map"), "m"),
    Entry("/timeline", message("Timeline"), "i"),
    Entry("/network", message("Network"), "k"),
    Entry("/following", message("Following"), "f"),
    Entry("/judgements", message("Judgements"), "j"),
    Entry("/read", message("Read something"), "r", "write"),
    Entry("/collections", message("Collections"), "l", "write"),
    Entry("/members", message("Members"), None, "manage"),
)
"""What is opened now and then; it stands under "More"."""


class Menu(msgspec.Struct, frozen=True, kw_only=True):
    """The entries that one person may open."""

    daily: Sequence[Entry]
    more: Sequence[Entry]

    @property
    def keyed(self) -> list[Entry]:
        """Those that a letter goes to."""
        return [entry for entry in (*self.daily, *self.more) if entry.key is not None]


def menu_of(person: Person) -> Menu:
    """What the head of the page offers to somebody."""
    return Menu(
        daily=[entry for entry in DAILY if may(person, entry.need)],
        more=[entry for entry in MORE if may(person, entry.need)],
    )
