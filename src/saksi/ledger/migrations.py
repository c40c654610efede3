"""Brings a ledger that an older Saksi made up to the tables of this one, each step whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import Connection, insert, select

from saksi.ledger import bearings, bearings_tables, claiming, judged, kinship, queries, search, versions
from saksi.ledger.claim_tables import TABLES as CLAIM_TABLES
from saksi.ledger.judging_tables import TABLES, by_uri
from saksi.ledger.rows import rows_of, text_rows
from saksi.ledger.schema import SCHEMA_VERSION, bands, families, fingerprints, ledger_schema, marks, metadata
from saksi.ledger.schema import search as search_table
from saksi.ledger.search_rows import search_rows
from saksi.limits import LEDGER_BATCH
from saksi.records.jsonline import parse_reading


def migrate(connection: Connection) -> None:
    """Take the steps from the ledger's version to this one's, in the transaction of the connection, which holds the write lock.

    A ledger of this version, or one that another process has just brought there, is left as it is.
    """
    version = connection.execute(select(ledger_schema.c.version).order_by(ledger_schema.c.version.desc())).scalars().first()
    for step in range((version or 0) + 1, SCHEMA_VERSION + 1):
        if step in STEPS:
            STEPS[step](connection)
            connection.execute(insert(ledger_schema).values(version=step))


def with_families(connection: Connection) -> None:
    """Version 2: the families. They are found anew from the readings, an article at a time, as they would have been."""
    metadata.create_all(connection, tables=[fingerprints, bands, marks, families], checkfirst=False)
    last: str | None = None
    while found := connection.execute(queries.lines_after(last, LEDGER_BATCH)).all():
        for article, line in found:
            kinship.keep(connection, text_rows(parse_reading(line)))
            last = article


def with_search(connection: Connection) -> None:
    """Version 3: the words that a search finds statements by."""
    metadata.create_all(connection, tables=[search_table], checkfirst=False)
    last: str | None = None
    while found := connection.execute(queries.lines_after(last, LEDGER_BATCH)).all():
        for article, line in found:
            reading = parse_reading(line)
            rows = rows_of(reading)
            search.put(connection, article, rows.article["dated"], search_rows(reading, rows))
            last = article


def with_judgements(connection: Connection) -> None:
    """Version 4: judgements, former ids, kept inputs; and articles of one address as versions."""
    metadata.create_all(connection, tables=TABLES)
    by_uri.create(connection, checkfirst=True)
    versions.chain_again(connection, versions.addresses_with_versions(connection))


def with_bearings(connection: Connection) -> None:
    """Version 5: where, when and between whom each statement and event is, of the readings as people mended them."""
    metadata.drop_all(connection, tables=bearings_tables.TABLES)  # all of it is made from the readings
    metadata.create_all(connection, tables=bearings_tables.TABLES, checkfirst=False)
    last: str | None = None
    while found := connection.execute(queries.lines_after(last, LEDGER_BATCH)).all():
        for reading in judged.handed_out(connection, [parse_reading(line) for _, line in found]):
            bearings.put(connection, reading, rows_of(reading))
        last = found[-1].article


def with_claims(connection: Connection) -> None:
    """Version 6: the claims, found anew from the readings as they would have been when they came."""
    metadata.drop_all(connection, tables=CLAIM_TABLES)  # all of it is made from the readings
    metadata.create_all(connection, tables=CLAIM_TABLES, checkfirst=False)
    last: str | None = None
    while found := connection.execute(queries.lines_after(last, LEDGER_BATCH)).all():
        mended = judged.handed_out(connection, [parse_reading(line) for _, line in found])
        claiming.settle(connection, {reading.article.id: reading for reading in mended})
        last = found[-1].article


STEPS: Mapping[int, Callable[[Connection], None]] = {
    2: with_families,
    3: with_search,
    4: with_judgements,
    5: with_bearings,
    6: with_claims,
}
"""The version that a step leads to, and what it does."""
