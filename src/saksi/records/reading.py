"""Reading: an article with everything that was found in it."""

from __future__ import annotations

import msgspec

from saksi.records.article import Article
from saksi.records.conflict import Conflict
from saksi.records.entity import Entity
from saksi.records.event import Event
from saksi.records.mention import Mention
from saksi.records.relation import Relation
from saksi.records.span import Span
from saksi.records.statement import Statement


class Credit(Span, frozen=True, kw_only=True):
    """Where the text credits an agency: "(Reuters)", "AP/", "JAKARTA, Antara –"; `agency` by its usual name."""

    agency: str


class Dateline(Span, frozen=True, kw_only=True):
    """The place, and sometimes the date, that opens an article; `place` names the place, `date` is ISO or None."""

    place: str | None = None
    date: str | None = None


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What `read(article)` gives. Spans of `title_statements` and `dek_statements` index those strings."""

    article: Article
    engine: str
    title_statements: tuple[Statement, ...] = ()
    dek_statements: tuple[Statement, ...] = ()
    captions: tuple[Span, ...] = ()
    credits: tuple[Credit, ...] = ()
    dateline: Dateline | None = None
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
