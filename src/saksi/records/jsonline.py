"""Record <-> JSON line, by the contract: one article a line, keys in the contract's order."""

from __future__ import annotations

from typing import Any

import msgspec

from saksi.records.article import Article
from saksi.records.conflict import Conflict
from saksi.records.entity import Entity
from saksi.records.event import Event
from saksi.records.mention import Mention, PlaceValue, QuantityValue, TimeValue
from saksi.records.reading import Credit, Dateline, Reading
from saksi.records.relation import Relation
from saksi.records.span import Span
from saksi.records.statement import Statement

SCHEMA = 1

_encoder = msgspec.json.Encoder()
_ARTICLE_TOP = (
    "id",
    "uri",
    "sha256",
    "fetched",
    "version_of",
    "outlet",
    "outlet_about",
    "title",
    "dek",
    "author",
    "published",
    "updated",
    "section",
    "canonical",
    "language",
    "text",
)
_READING = (
    "title_statements",
    "dek_statements",
    "captions",
    "credits",
    "dateline",
    "entities",
    "mentions",
    "statements",
    "events",
    "relations",
    "conflicts",
)
_FOUND: dict[str, Any] = {
    "title_statements": tuple[Statement, ...],
    "dek_statements": tuple[Statement, ...],
    "captions": tuple[Span, ...],
    "credits": tuple[Credit, ...],
    "dateline": Dateline | None,
    "entities": tuple[Entity, ...],
    "statements": tuple[Statement, ...],
    "events": tuple[Event, ...],
    "relations": tuple[Relation, ...],
    "conflicts": tuple[Conflict, ...],
}
_SINCE = frozenset(["relations"])
"""What lines written by an earlier version do not have."""
_VALUES: dict[str, type[Any]] = {"time": TimeValue, "quantity": QuantityValue, "place": PlaceValue, "state": PlaceValue}


def reading_fields(reading: Reading) -> dict[str, Any]:
    """The contract's object for one read article, its values still records (`captions` are the reading's)."""
    article = reading.article
    fields: dict[str, Any] = {"schema": SCHEMA, "engine": reading.engine, "status": article.status}
    fields.update((name, getattr(article, name)) for name in _ARTICLE_TOP)
    fields.update((name, getattr(reading, name)) for name in _READING)
    fields["notes"] = article.notes
    return fields


def reading_line(reading: Reading) -> bytes:
    """One article as one line of JSON, UTF-8, without the line end."""
    return _encoder.encode(reading_fields(reading))


def refused_line(uri: str, reason: str) -> bytes:
    """The line for an input that could not be read."""
    return _encoder.encode({"uri": uri, "status": "refused", "reason": reason})


def line(fields: dict[str, Any]) -> bytes:
    """Any mapping of names to records or plain values as one line of JSON, UTF-8, without the line end."""
    return _encoder.encode(fields)


def parse_reading(data: bytes | str) -> Reading:
    """The reading that `reading_line` wrote. Raises msgspec.ValidationError or KeyError for anything else."""
    raw: dict[str, Any] = msgspec.json.decode(data)
    article = msgspec.convert({name: raw[name] for name in (*_ARTICLE_TOP, "status", "notes", "captions") if name in raw}, Article)
    found = {name: msgspec.convert(raw[name], kind) for name, kind in _FOUND.items() if name in raw or name not in _SINCE}
    mentions = tuple(_mention(m) for m in raw["mentions"])
    return Reading(article=article, engine=raw["engine"], mentions=mentions, **found)


def _mention(raw: dict[str, Any]) -> Mention:
    """A mention whose value is read by its kind; the JSON of values carries no tag."""
    value = raw.get("value")
    kind = _VALUES.get(raw["kind"])
    typed = msgspec.convert(value, kind) if value is not None and kind is not None else None
    fields = {name: raw[name] for name in ("start", "end", "text", "id", "kind", "entity", "stands_for")}
    return Mention(**fields, value=typed)
