"""The tables of people's judgements, of former ids, and of where the bytes of an article are kept."""

from __future__ import annotations

from sqlalchemy import Column, Index, Table

from saksi.ledger.columns import LedgerText
from saksi.ledger.schema import articles, metadata

_TEXT = LedgerText()

judgements = Table(
    "judgements",
    metadata,
    Column("id", _TEXT, primary_key=True),
    Column("at", _TEXT, nullable=False),
    Column("by", _TEXT, nullable=False),
    Column("kind", _TEXT, nullable=False),
    Column("record", _TEXT, nullable=False),  # the judgement as JSON; a row is never changed and never deleted
)

judged_articles = Table(
    "judged_articles",
    metadata,
    Column("article", _TEXT, primary_key=True),
    Column("judgement", _TEXT, primary_key=True),
)

former_ids = Table(
    "former_ids",
    metadata,
    Column("id", _TEXT, primary_key=True),
    Column("kind", _TEXT, nullable=False),  # article, statement, claim or actor
    Column("now", _TEXT, nullable=False),  # "" where nothing took its place
)

kept_inputs = Table(
    "kept_inputs",
    metadata,
    Column("article", _TEXT, primary_key=True),
    Column("path", _TEXT, primary_key=True),  # a file that holds the article's bytes: what was read, or the snapshot
)

TABLES = (judgements, judged_articles, former_ids, kept_inputs)

Index("former_ids_now", former_ids.c.now)
by_uri = Index("articles_uri", articles.c.uri)
