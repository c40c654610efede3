"""Entity: one person, organization, group, state or place of an article, however often and however it is named."""

from __future__ import annotations

from typing import Literal

import msgspec

EntityKind = Literal["person", "organization", "group", "state", "place"]


class Office(msgspec.Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A role that somebody holds: its title, of what, and its dated term where the text or gazetteer gives one.

    `from_` and `to` are days, months or years. A term of the gazetteer also has the key of its `office` there and `as_of`, the
    day until which that holds; one without `to` went on then, and nothing is said of later days.
    """

    title: str
    of: str | None = None
    from_: str | None = None
    to: str | None = None
    office: str | None = None
    as_of: str | None = None


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """`name` is the fullest form in the text, `aliases` the other forms; `qid` Wikidata's, `iso3` a state's code."""

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    qid: str | None = None
    iso3: str | None = None
    roles: tuple[Office, ...] = ()
