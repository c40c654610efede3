"""The tables of claims: what is kept of each article and statement so that a new one finds its claims, and the claims.

All of it can be made again from the readings, the families and the judgements.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table

from saksi.ledger.columns import LedgerText
from saksi.ledger.schema import metadata

_TEXT = LedgerText()

told = Table(
    "told",
    metadata,
    Column("number", Integer, primary_key=True),  # the article as the next tables call it; means nothing outside of this ledger
    Column("article", _TEXT, nullable=False, unique=True),
    Column("family", _TEXT, nullable=False),  # as people's verdicts have it
    Column("agency", _TEXT),  # whose text it carries, see told_rows.agency_in
    Column("address", _TEXT),  # where several versions of it were read
    Column("seen", _TEXT),  # when it came out, as it says itself
    Column("scene", _TEXT, nullable=False),  # as JSON, see told_rows.Scene
    sqlite_autoincrement=True,  # no number is given twice: the highest one tells whether anything came or changed
)

told_names = Table(
    "told_names",
    metadata,
    Column("name", _TEXT, primary_key=True),
    Column("day", Integer, primary_key=True, autoincrement=False),  # from year 1, 0 where none is known
    Column("told", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

tellings = Table(
    "tellings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("told", Integer, ForeignKey("told.number"), nullable=False),
    Column("place", Integer, nullable=False),  # with the article: which statement
    Column("statement", _TEXT, nullable=False),  # its id
    Column("alone", _TEXT, nullable=False),  # the id of the claim that it would be by itself
    Column("linked", Boolean, nullable=False),  # whether it only answers another one of its article
    Column("content", _TEXT, nullable=False),  # as JSON, see propositions.Content
    Column("part", Integer, nullable=False),  # what hangs together by what texts say has one number; it means nothing by itself
    Column("claim", _TEXT, nullable=False),  # after people's verdicts
)

claims = Table(
    "claims",
    metadata,
    Column("id", _TEXT, primary_key=True),
    Column("first_seen", _TEXT, nullable=False),  # "" where that is not known
    Column("last_seen", _TEXT, nullable=False),
    Column("families", Integer, nullable=False),  # how many, as the next ones
    Column("origins", Integer, nullable=False),
    Column("asserted", Integer, nullable=False),
    Column("denied", Integer, nullable=False),
    Column("unsure", Integer, nullable=False),
    Column("record", _TEXT, nullable=False),  # the claim as JSON
)

conflicts = Table(
    "conflicts",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("sort", _TEXT, nullable=False),  # within a claim, altered in a copy, or rival accounts
    Column("claim", _TEXT),  # of the first sort
    Column("a", _TEXT, nullable=False),  # the articles: the origin and its copy, else the older one first
    Column("b", _TEXT, nullable=False),
    Column("record", _TEXT, nullable=False),  # as JSON: the Clash, of the last sort the clashes.Rival
)

TABLES = (told, told_names, tellings, claims, conflicts)

Index("told_family", told.c.family)
Index("told_names_told", told_names.c.told)
Index("tellings_told", tellings.c.told)
Index("tellings_statement", tellings.c.statement)
Index("tellings_alone", tellings.c.alone)
Index("tellings_part", tellings.c.part)
Index("tellings_claim", tellings.c.claim)
Index(  # in the order of the list, with what it is narrowed by
    "claims_newest",
    claims.c.last_seen.desc(),
    claims.c.families.desc(),
    claims.c.id.desc(),
    claims.c.denied,
    claims.c.unsure,
    claims.c.origins,
)
Index("conflicts_claim", conflicts.c.claim)
Index("conflicts_a", conflicts.c.a)
Index("conflicts_b", conflicts.c.b)
Index("claims_first", claims.c.first_seen)
