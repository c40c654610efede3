"""The ledger's tables, in words that SQLite and PostgreSQL both understand."""

from __future__ import annotations

from sqlalchemy import DDL, BigInteger, Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, event

from saksi.ledger.columns import LedgerText, Tokens

SCHEMA_VERSION = 6
"""Raised with every change of the tables; a ledger of a higher version is not touched."""

metadata = MetaData()

_TEXT = LedgerText()

ledger_schema = Table("ledger_schema", metadata, Column("version", Integer, primary_key=True, autoincrement=False))

articles = Table(
    "articles",
    metadata,
    Column("id", _TEXT, primary_key=True),
    Column("uri", _TEXT),
    Column("sha256", _TEXT),
    Column("fetched", _TEXT),
    Column("version_of", _TEXT),
    Column("outlet", _TEXT),
    Column("title", _TEXT),
    Column("published", _TEXT),
    Column("language", _TEXT),
    Column("status", _TEXT, nullable=False),
    Column("engine", _TEXT, nullable=False),
    Column("dated", _TEXT, nullable=False),  # see dating.dated
    Column("text_hash", _TEXT, nullable=False),  # tells another text under the same id
    Column("statements", Integer, nullable=False),  # how many, headline and dek included
)

readings = Table(
    "readings",
    metadata,
    Column("article", _TEXT, ForeignKey("articles.id"), primary_key=True),
    Column("line", _TEXT, nullable=False),  # the whole reading as its JSON line; the rest can be made again from it
)

statements = Table(
    "statements",
    metadata,
    Column("article", _TEXT, ForeignKey("articles.id"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),  # running number: headline, dek, then down the text
    Column("id", _TEXT, nullable=False),
    Column("field", _TEXT, nullable=False),  # title, dek or text: which string its spans index
    Column("speaker", _TEXT),
    Column("stance", _TEXT, nullable=False),
    Column("act", _TEXT, nullable=False),
    Column("certainty", _TEXT, nullable=False),
    Column("outlet", _TEXT),
    Column("language", _TEXT),
    Column("dated", _TEXT, nullable=False),
    Column("words", _TEXT, nullable=False),  # contents and speaker, case folded
    Column("record", _TEXT, nullable=False),  # the statement as JSON
)

fingerprints = Table(
    "fingerprints",
    metadata,
    Column("number", Integer, primary_key=True),  # the article as bands and marks call it; means nothing outside of this ledger
    Column("article", _TEXT, ForeignKey("articles.id"), nullable=False, unique=True),
    Column("family", Integer, nullable=False),  # families.number
    Column("scheme", Integer, nullable=False),  # version of the algorithm, joining.signatures.SCHEME
    Column("words", Integer, nullable=False),
    Column("marks", Integer, nullable=False),  # how many
    Column("figures", LargeBinary, nullable=False),  # hashes of figures and dates, 32 bits each, little-endian
    Column("names", LargeBinary, nullable=False),
    Column("moment", _TEXT, nullable=False),  # when it came out, see joining.origins.moment_of
    Column("standing", _TEXT, nullable=False),  # as JSON; chooses the origin of a family, see joining.origins
    Column("agency", _TEXT),  # whose text it says it is
)

bands = Table(
    "bands",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("text", Integer, primary_key=True, autoincrement=False),  # fingerprints.number
    sqlite_with_rowid=False,
)

marks = Table(
    "marks",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("text", Integer, primary_key=True, autoincrement=False),  # fingerprints.number
    sqlite_with_rowid=False,
)

families = Table(
    "families",
    metadata,
    Column("number", Integer, primary_key=True),  # means nothing outside of this ledger
    Column("origin", _TEXT, nullable=False, unique=True),  # the article that the others come from: the family's id
    Column("size", Integer, nullable=False),
)

search = Table(
    "search",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),  # the newer, the higher, see search_rows.numbers
    Column("article", _TEXT, ForeignKey("articles.id"), nullable=False),
    Column("place", Integer, nullable=False),  # with the article: which statement
    Column("facets", _TEXT, nullable=False),  # as JSON, see search_rows.Facets
    Column("tokens", Tokens, nullable=False),
)

for _statement in (
    "CREATE VIRTUAL TABLE search_index USING fts5(tokens, content='search', content_rowid='number', columnsize=0,"
    " tokenize=\"ascii tokenchars '@'\")",
    "CREATE TRIGGER search_added AFTER INSERT ON search BEGIN"
    " INSERT INTO search_index (rowid, tokens) VALUES (new.number, new.tokens); END",
    "CREATE TRIGGER search_removed AFTER DELETE ON search BEGIN"
    " INSERT INTO search_index (search_index, rowid, tokens) VALUES ('delete', old.number, old.tokens); END",
):
    event.listen(search, "after_create", DDL(_statement).execute_if(dialect="sqlite"))  # type: ignore[no-untyped-call]

Index("search_article", search.c.article)
Index(  # without its list of what is still to be sorted in, which every search would read through
    "search_tokens",
    search.c.tokens,
    postgresql_using="gin",
    postgresql_with={"fastupdate": "off"},
).ddl_if(dialect="postgresql")
Index("fingerprints_family", fingerprints.c.family)
Index("articles_newest", articles.c.dated.desc(), articles.c.id)
Index("statements_newest", statements.c.dated.desc(), statements.c.article, statements.c.place)
Index("statements_id", statements.c.id)
Index(  # holds every column of a facet, so that counting them reads no record
    "statements_facets",
    statements.c.speaker,
    statements.c.stance,
    statements.c.act,
    statements.c.certainty,
    statements.c.language,
    statements.c.outlet,
)
