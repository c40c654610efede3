"""Reads the claims that the ledger keeps: one, a page, or all; with what their members are made of where that is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from sqlalchemy import Connection, select, true

from saksi.joining.claims import Joined
from saksi.joining.regrouping import Verdicts
from saksi.ledger import conflicting, summing
from saksi.ledger.claim_tables import claims, tellings
from saksi.ledger.protocol import Ledger
from saksi.ledger.store import SqlLedger
from saksi.limits import LEDGER_BATCH
from saksi.records import Claim, Clash

_claim = msgspec.json.Decoder(Claim)


class Claims:
    """The claims of an open ledger. Threads may share one."""

    def __init__(self, ledger: SqlLedger) -> None:
        self._ledger = ledger

    def records(self) -> Iterator[Claim]:
        """Every claim by its id; a stream."""
        last: str | None = None
        while True:
            after = true() if last is None else claims.c.id > last
            with self._ledger.asking() as connection:
                asked = select(claims.c.id, claims.c.record).where(after).order_by(claims.c.id).limit(LEDGER_BATCH)
                found = connection.execute(asked).all()
            if not found:
                return
            yield from (_claim.decode(row.record) for row in found)
            last = found[-1].id

    def every(self) -> Iterator[Joined]:
        """Every claim with its members, by its id; a stream."""
        last: str | None = None
        while True:
            after = true() if last is None else claims.c.id > last
            with self._ledger.asking() as connection:
                found = connection.execute(select(claims.c.id).where(after).order_by(claims.c.id).limit(LEDGER_BATCH)).scalars().all()
                joined = _joined(connection, found)
            if not found:
                return
            yield from joined
            last = found[-1]

    def conflicts(self) -> list[Clash]:
        """All conflicts over articles, by their ids."""
        with self._ledger.asking() as connection:
            return conflicting.every(connection)

    def verdicts(self) -> Verdicts:
        """People's verdicts on claims and actors, as far as what they are about is there."""
        with self._ledger.asking() as connection:
            return summing.verdicts_now(connection)


def claims_of(ledger: Ledger) -> Claims | None:
    """The claims of a ledger, None where its kind keeps none (one in memory)."""
    return Claims(ledger) if isinstance(ledger, SqlLedger) else None


def _joined(connection: Connection, ids: Sequence[str]) -> list[Joined]:
    """The claims of these ids, by id, as they are kept, with their members."""
    rows = summing.telling_rows(connection, tellings.c.claim.in_(ids))
    records = connection.execute(select(claims.c.record).where(claims.c.id.in_(ids)).order_by(claims.c.id)).scalars()
    return summing.members_of(connection, rows, [_claim.decode(record) for record in records])
