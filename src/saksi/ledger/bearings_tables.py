"""The tables of bearings: where, when and between whom each statement and event is; maps, timelines and networks count them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Column, Float, ForeignKey, Index, Integer, Table

from saksi.ledger.columns import LedgerText
from saksi.ledger.schema import metadata

_TEXT = LedgerText()


def _shared() -> tuple[Column[Any], ...]:
    """What every bearing has. A row is about an event where `event` is set, else about a statement."""
    return (
        Column("article", _TEXT, ForeignKey("articles.id"), primary_key=True),
        Column("running", Integer, primary_key=True, autoincrement=False),
        Column("number", BigInteger, nullable=False),  # search.number of the statement, or the lowest of the article's minute
        Column("told", Integer, nullable=False),  # 1: by the statement of that number, 0: in the outlet's own voice
        Column("event", _TEXT),
        Column("category", _TEXT),  # of the event
        Column("stance", _TEXT, nullable=False),  # of an event: what its status comes to
        Column("tokens", _TEXT),  # of an event in the outlet's own voice: what it can be narrowed by, see search_rows.event_tokens
    )


spots = Table(
    "spots",
    metadata,
    *_shared(),
    Column("place", _TEXT, nullable=False),  # see bearings.place_id
    Column("name", _TEXT, nullable=False),
    Column("country", _TEXT),
    Column("land", Integer, nullable=False),  # 1: a state's land as a whole, whose point is its middle
    Column("lat", Float, nullable=False),
    Column("lon", Float, nullable=False),
)

times = Table(
    "times",
    metadata,
    *_shared(),
    Column("first", _TEXT, nullable=False),  # ISO day
    Column("last", _TEXT, nullable=False),
    Column("days", Integer, nullable=False),
)

ties = Table(
    "ties",
    metadata,
    *_shared(),
    Column("source", _TEXT, nullable=False),  # who speaks or acts, see bearings.tie_key
    Column("target", _TEXT, nullable=False),  # about or on whom
    Column("source_name", _TEXT, nullable=False),
    Column("target_name", _TEXT, nullable=False),
    Column("source_kind", _TEXT, nullable=False),
    Column("target_kind", _TEXT, nullable=False),
    Column("quad", _TEXT),  # of an event: verbal or material, cooperation or conflict
)

TABLES = (spots, times, ties)

# Each holds every column of its count, so that counting reads no row.
Index("spots_counted", spots.c.place, spots.c.number, spots.c.told, spots.c.category, spots.c.stance)
Index("spots_number", spots.c.number)
Index("spots_lat", spots.c.lat, spots.c.lon)
Index("times_counted", times.c.first, times.c.days, times.c.number, times.c.told, times.c.category, times.c.stance)
Index("times_number", times.c.number)
Index("ties_counted", ties.c.source, ties.c.target, ties.c.number, ties.c.told, ties.c.category, ties.c.stance, ties.c.quad)
Index("ties_target", ties.c.target)
Index("ties_number", ties.c.number)
