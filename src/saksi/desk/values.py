"""The times and figures of an article in words: as the text puts them, and what they were taken to mean."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from saksi.desk.names import anchor
from saksi.records import Mention
from saksi.records.mention import QuantityValue, TimeValue
from saksi.records.plainly import plainly


class Value(msgspec.Struct, frozen=True, kw_only=True):
    """One time or figure: its verbatim text, where it stands on the page, and its meaning; empty where none was found."""

    text: str
    anchor: str
    meaning: str
    approximate: bool = False
    of: str | None = None


class Values(msgspec.Struct, frozen=True, kw_only=True):
    """The times and the figures of one article, each in the order of the text."""

    times: tuple[Value, ...]
    figures: tuple[Value, ...]


def values(mentions: Iterable[Mention]) -> Values:
    """What the article's page lists beside its names."""
    listed = list(mentions)
    return Values(
        times=tuple(_value(mention, mention.value) for mention in listed if isinstance(mention.value, TimeValue)),
        figures=tuple(_value(mention, mention.value) for mention in listed if isinstance(mention.value, QuantityValue)),
    )


def _value(mention: Mention, value: TimeValue | QuantityValue) -> Value:
    of = value.of if isinstance(value, QuantityValue) else None
    return Value(text=mention.text, anchor=anchor(mention), meaning=plainly(value), approximate=value.approximate, of=of)
