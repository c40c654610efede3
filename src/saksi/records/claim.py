"""Claim: what several statements say or deny together; and what follows from claims: conflicts over articles, actors."""

from __future__ import annotations

import msgspec

from saksi.records.conflict import ConflictKind, Differing
from saksi.records.entity import EntityKind
from saksi.records.span import Span


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One statement of a claim, with its article and, where it is known, the entity of who speaks (first of several)."""

    statement: str
    article: str
    entity: str | None = None


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """Statements with the same content, in whatever article or language, each on one side.

    `claim` is the id of its first statement's content, `gist` that content verbatim. `families` are the ids of all that
    carry it, `origins` counts those that carry it by themselves, a relayed agency once. `first_seen` and `last_seen` are
    when the oldest and the newest of its articles came out (published, else fetched), as the articles give it, or None.
    `judgements` are the ids of people's verdicts on what is joined in it, in force.
    """

    claim: str
    gist: str
    asserted: tuple[Side, ...] = ()
    denied: tuple[Side, ...] = ()
    unsure: tuple[Side, ...] = ()
    families: tuple[str, ...] = ()
    origins: int = 0
    first_seen: str | None = None
    last_seen: str | None = None
    judgements: tuple[str, ...] = ()


class Place(Span, frozen=True, kw_only=True):
    """A span of the text of one article among many."""

    article: str


class Clash(msgspec.Struct, frozen=True, kw_only=True):
    """A conflict between two articles, the older one first; its id follows from both places."""

    conflict: str
    a: Place
    b: Place
    kind: ConflictKind
    differs: tuple[Differing, ...] = ()


class HeldOffice(msgspec.Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A role that an actor holds, with its dated term where one is given, and the articles that give it."""

    title: str
    of: str | None = None
    from_: str | None = None
    to: str | None = None
    articles: tuple[str, ...] = ()


class JoinedActor(msgspec.Struct, frozen=True, kw_only=True):
    """One person, body, state or place over all articles that name it. `statements` are those that it makes itself."""

    actor: str
    name: str
    kind: EntityKind
    qid: str | None = None
    aliases: tuple[str, ...] = ()
    roles: tuple[HeldOffice, ...] = ()
    articles: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    judgements: tuple[str, ...] = ()
