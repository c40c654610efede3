"""Keeps the conflicts over articles: those within claims, what copies altered, and rival accounts; and reads them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import msgspec
from sqlalchemy import Connection, delete, insert, or_, select

from saksi.joining.claims import Joined
from saksi.joining.clashes import Rival, altered, listed, within
from saksi.joining.edits import edits
from saksi.ledger import judged
from saksi.ledger.claim_tables import conflicts, told
from saksi.ledger.held import Held
from saksi.ledger.kindred import Kindred
from saksi.ledger.schema import readings
from saksi.records import Clash, Reading
from saksi.records.jsonline import parse_reading

WITHIN, ALTERED, RIVAL = "within", "altered", "rival"

_clash = msgspec.json.Decoder(Clash)
_rival = msgspec.json.Decoder(Rival)


def every(connection: Connection) -> list[Clash]:
    """All conflicts over articles, by their ids."""
    rows = connection.execute(select(conflicts).order_by(conflicts.c.number)).all()
    families = select(told.c.article, told.c.family).where(told.c.article.in_({name for row in rows for name in (row.a, row.b)}))
    family_of = {row.article: row.family for row in connection.execute(families)} if rows else {}
    rivals = [
        msgspec.structs.replace(_rival.decode(row.record), families=(family_of[row.a], family_of[row.b]))
        for row in rows
        if row.sort == RIVAL
    ]
    plain = {sort: [_clash.decode(row.record) for row in rows if row.sort == sort] for sort in (WITHIN, ALTERED)}
    return listed(plain[WITHIN], plain[ALTERED], rivals)


def put_within(connection: Connection, made: Iterable[Joined], gone: Collection[str]) -> None:
    """Write what conflicts within claims, in place of those that are no more."""
    connection.execute(delete(conflicts).where(conflicts.c.claim.in_(gone)))
    _put(
        connection,
        [_row(WITHIN, clash, clash.a.article, clash.b.article, joined.claim.claim) for joined in made for clash in within(joined)],
    )


def forget_rivals(connection: Connection, names: Collection[str]) -> None:
    """Drop the rival accounts of these articles, which are compared anew."""
    theirs = or_(conflicts.c.a.in_(names), conflicts.c.b.in_(names))
    connection.execute(delete(conflicts).where(conflicts.c.sort == RIVAL, theirs))


def put_rivals(connection: Connection, rivals: Iterable[Rival]) -> None:
    _put(connection, [_row(RIVAL, one, one.clash.a.article, one.clash.b.article) for one in rivals])


def compare_copies(connection: Connection, kin: Kindred, changed: Mapping[str, Reading | None], held: Held) -> None:
    """Write what copies altered, of the changed articles and of those that have another origin now."""
    names = {*changed, *kin.relabelled}
    connection.execute(
        delete(conflicts).where(conflicts.c.sort == ALTERED, or_(conflicts.c.b.in_(names), conflicts.c.a.in_(list(changed))))
    )
    pairs = {
        (family.origin, copy)
        for family in {id(kin.families[name]): kin.families[name] for name in names if name in kin.families}.values()
        for copy in family.copies
        if copy in names or family.origin in changed
    }
    known = {article: reading for article, reading in changed.items() if reading is not None}
    known |= _readings(connection, {name for pair in pairs for name in pair} - known.keys())
    found = []
    for origin, copy in sorted(pairs):
        if origin not in known or copy not in known:
            continue  # a ledger that is brought up has not come to it yet
        made = altered(known[origin], edits(known[origin], known[copy]), held.said_in(origin), held.said_in(copy))
        found += [_row(ALTERED, clash, origin, copy) for clash in made]
    _put(connection, found)


def _readings(connection: Connection, names: Collection[str]) -> dict[str, Reading]:
    lines = connection.execute(select(readings.c.line).where(readings.c.article.in_(names))).scalars().all() if names else ()
    return {one.article.id: one for one in judged.handed_out(connection, [parse_reading(line) for line in lines])}


def _row(sort: str, record: Clash | Rival, a: str, b: str, claim: str | None = None) -> dict[str, str | None]:
    return {"sort": sort, "claim": claim, "a": a, "b": b, "record": msgspec.json.encode(record).decode()}


def _put(connection: Connection, rows: list[dict[str, str | None]]) -> None:
    if rows:
        connection.execute(insert(conflicts), rows)
