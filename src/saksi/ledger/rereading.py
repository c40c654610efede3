"""Puts a newer engine's reading in the place of an older one: old ids redirect, people's judgements stay with their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, delete, insert, select, update

from saksi.joining.actors import actor_id
from saksi.joining.carrying import entity_named, statement_among, statements_in, subject_of
from saksi.joining.claims import claim_id
from saksi.ledger import bearings, claiming, judged, kinship, versions
from saksi.ledger.judging_tables import former_ids, kept_inputs
from saksi.ledger.rows import rows_of
from saksi.ledger.schema import articles, readings, search, statements
from saksi.ledger.store import SqlLedger
from saksi.records import Reading
from saksi.records.jsonline import parse_reading


def read_by_others(ledger: SqlLedger, engine: str) -> list[str]:
    """The articles that another engine than this one read, by id."""
    with ledger.asking() as connection:
        return list(connection.execute(select(articles.c.id).where(articles.c.engine != engine).order_by(articles.c.id)).scalars())


def held_as(ledger: SqlLedger, reading: Reading) -> str | None:
    """The article of the ledger that was read from the same bytes, by its id; None where there is none."""
    article = reading.article
    with ledger.asking() as connection:
        if connection.execute(select(articles.c.id).where(articles.c.id == article.id)).first() is not None:
            return article.id
        same_bytes = select(articles.c.id).where(articles.c.uri == article.uri, articles.c.sha256 == article.sha256)
        found = connection.execute(same_bytes.limit(2)).scalars().all()
    return str(found[0]) if len(found) == 1 and article.uri is not None and article.sha256 is not None else None


def take_over(ledger: SqlLedger, old: str, reading: Reading) -> bool:
    """Put a reading in the place of the article `old`, whole or not at all; gives whether anything changed. Raises LedgerError."""
    new = reading.article.id
    with ledger.writing() as connection:
        line = connection.execute(select(readings.c.line).where(readings.c.article == old)).scalar_one()
        before = parse_reading(line)
        rows = rows_of(reading)
        if rows.reading["line"] == line:
            return False
        loosened = [name for name in kinship.dissolve(connection, [old]) if name not in (old, new)]
        bearings.drop(connection, old)
        for column in (search.c.article, statements.c.article, readings.c.article, articles.c.id):
            connection.execute(delete(column.table).where(column == old))
        held = connection.execute(select(articles.c.id).where(articles.c.id == new)).first() is not None
        if not held:
            connection.execute(insert(articles).values(**rows.article))
            connection.execute(insert(readings).values(**rows.reading))
            if rows.statements:
                connection.execute(insert(statements), list(rows.statements))
        versions.settle(connection, () if held else [reading], loosened)
        _redirect(connection, dict(_moved(before, reading)))
        if new != old:
            paths = connection.execute(select(kept_inputs.c.path).where(kept_inputs.c.article == old)).scalars().all()
            for path in paths:
                judged.note_input(connection, [new], path)
            connection.execute(delete(kept_inputs).where(kept_inputs.c.article == old))
        judged.rewrite(connection, [new])
        now = parse_reading(connection.execute(select(readings.c.line).where(readings.c.article == new)).scalar_one())
        claiming.settle(connection, {old: None, new: judged.handed_out(connection, [now])[0]})
    return True


def _moved(before: Reading, after: Reading) -> Iterator[tuple[tuple[str, str], str]]:
    """(kind, id) -> what it is called now, for the article, its statements, the claims that they tell first, and its actors."""
    old, new = before.article, after.article
    if old.id != new.id:
        yield ("article", old.id), new.id
    now = list(statements_in(after))
    ids = {one.id for _, one in now}
    for field, one in statements_in(before):
        if one.id in ids and old.id == new.id:
            continue
        meant = statement_among(subject_of(old, field, one), new, now)
        yield ("statement", one.id), meant.id if meant is not None else ""
        yield ("claim", claim_id(old.id, one.id)), claim_id(new.id, meant.id) if meant is not None else ""
    for entity in before.entities:
        known = entity_named(entity.name, after.entities)
        if known is not None and actor_id(known) != actor_id(entity):
            yield ("actor", actor_id(entity)), actor_id(known)


def _redirect(connection: Connection, moved: Mapping[tuple[str, str], str]) -> None:
    """Write where old ids lead; those that led to an old one lead on."""
    for (kind, old), now in moved.items():
        connection.execute(update(former_ids).where(former_ids.c.now == old).values(now=now))
        connection.execute(delete(former_ids).where(former_ids.c.id.in_((old, now))))
        connection.execute(insert(former_ids).values(id=old, kind=kind, now=now))
