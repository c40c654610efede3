"""Reads the claims that the ledger keeps: one, a page, or all; with what their members are made of where that is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec
from sqlalchemy import ColumnElement, Connection, func, select, true

from saksi.joining.claims import Joined
from saksi.joining.regrouping import Verdicts
from saksi.ledger import conflicting, summing
from saksi.ledger.claim_tables import claims, tellings, told
from saksi.ledger.protocol import Ledger
from saksi.ledger.queries import part
from saksi.ledger.schema import articles
from saksi.ledger.store import SqlLedger
from saksi.limits import LEDGER_BATCH
from saksi.records import Claim, Clash

State = Literal["denied", "unsure", "several", "undenied"]
"""What a list of claims can be narrowed to: somebody denies it, leaves it open, several tell it by themselves, nobody denies it."""

_STATES: dict[State | None, ColumnElement[bool]] = {
    None: true(),
    "denied": claims.c.denied > 0,
    "unsure": claims.c.unsure > 0,
    "several": claims.c.origins > 1,
    "undenied": claims.c.denied == 0,
}
_NEWEST = (claims.c.last_seen.desc(), claims.c.families.desc(), claims.c.id.desc())
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

    def page(self, state: State | None, *, offset: int, limit: int) -> tuple[list[Claim], int]:
        """The claims in a state, those that were last told the latest first, and how many there are."""
        return self._listed(_STATES[state], offset, limit)

    def since(self, moment: str, *, limit: int) -> tuple[list[Claim], int]:
        """The claims that were first told at a moment or later, in the same order, and how many there are."""
        return self._listed(claims.c.first_seen >= moment, 0, limit)

    def _listed(self, wanted: ColumnElement[bool], offset: int, limit: int) -> tuple[list[Claim], int]:
        asked = select(claims.c.record).where(wanted).order_by(*_NEWEST)
        with self._ledger.asking() as connection:
            total = connection.execute(select(func.count()).select_from(claims).where(wanted)).scalar_one()
            found = connection.execute(part(asked, offset, limit)).scalars().all()
        return [_claim.decode(record) for record in found], total

    def last_seen(self) -> Iterator[str]:
        """When claims were last told, as their articles say it, each once, from the back of the order of texts."""
        last: str | None = None
        while True:
            before = true() if last is None else claims.c.last_seen < last
            with self._ledger.asking() as connection:
                last = connection.execute(select(func.max(claims.c.last_seen)).where(before)).scalar_one()
            if last is None:
                return
            yield last

    def denied_in(self, day: str) -> list[Joined]:
        """The claims that somebody denies and an article of this day (in UTC) or later tells, the newest first."""
        told_then = select(tellings.c.claim).join(told, told.c.number == tellings.c.told).join(articles, articles.c.id == told.c.article)
        undated = articles.c.dated == ""
        ids = told_then.where((articles.c.dated >= day) | undated)
        asked = select(claims.c.id).where(claims.c.denied > 0, claims.c.id.in_(ids)).order_by(*_NEWEST)
        with self._ledger.asking() as connection:
            found = connection.execute(asked).scalars().all()
            by_id = {one.claim.claim: one for one in _joined(connection, found)} if found else {}
        return [by_id[name] for name in found]

    def called(self, wanted: str) -> list[Joined]:
        """The claim with this id, else those whose ids begin with it, at most two; else that with a statement of this id."""
        begun = (claims.c.id >= wanted) & (claims.c.id <= wanted + "g")  # ids are of hex digits, behind which g sorts
        holding = select(tellings.c.claim).where(tellings.c.statement == wanted).distinct()
        with self._ledger.asking() as connection:
            for asked in (select(claims.c.id).where(claims.c.id == wanted), select(claims.c.id).where(begun), holding):
                found = connection.execute(asked.limit(2)).scalars().all() if wanted else ()
                if found:
                    return _joined(connection, found)
        return []

    def conflicts(self) -> list[Clash]:
        """All conflicts over articles, by their ids."""
        with self._ledger.asking() as connection:
            return conflicting.every(connection)

    def state(self) -> tuple[int, int]:
        """What differs once an article came, went, was mended or read anew: the highest number, and how many articles there are."""
        with self._ledger.asking() as connection:
            highest, count = connection.execute(select(func.coalesce(func.max(told.c.number), 0), func.count()).select_from(told)).one()
        return int(highest), int(count)

    def taken_in_since(self, number: int) -> tuple[list[tuple[int, str]], int]:
        """(number, article) of the articles behind a number, and how many there are in all.

        Numbers rise as articles come; one that is mended or read anew gets a new number, so that the count gives it away.
        """
        new = select(told.c.number, told.c.article).where(told.c.number > number).order_by(told.c.number)
        with self._ledger.asking() as connection:
            rows = [(row.number, row.article) for row in connection.execute(new)]
            return rows, connection.execute(select(func.count()).select_from(told)).scalar_one()

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
