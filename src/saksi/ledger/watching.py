"""What the ledger keeps of watches: the conditions, the alerts that they raised, and to whom each was delivered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec
from sqlalchemy import Connection, and_, delete, func, insert, select, update

from saksi.errors import NotFollowed
from saksi.ledger.following_tables import alerts, are_there, deliveries, make, watches
from saksi.ledger.protocol import Ledger
from saksi.ledger.store import SqlLedger
from saksi.records import Alert, Watch

_watch = msgspec.json.Decoder(Watch)
_alert = msgspec.json.Decoder(Alert)


class Watching:
    """The tables of watches over an open ledger. Threads may share one."""

    def __init__(self, ledger: SqlLedger) -> None:
        self._ledger = ledger

    def add(self, watch: Watch) -> None:
        """Keep a watch. Raises NotFollowed where another one has its name."""
        with self._writing() as connection:
            if connection.execute(select(watches.c.id).where(watches.c.name == watch.name)).first() is not None:
                raise NotFollowed(f"{watch.name}: there is a watch of this name; remove it first, or give another name")
            connection.execute(insert(watches).values(id=watch.id, name=watch.name, condition=msgspec.json.encode(watch).decode()))

    def remove(self, wanted: str) -> Watch:
        """Drop a watch with its alerts. Raises NotFollowed."""
        gone = self.watch(wanted)
        with self._writing() as connection:
            for table in (deliveries, alerts):
                connection.execute(delete(table).where(table.c.watch == gone.id))
            connection.execute(delete(watches).where(watches.c.id == gone.id))
        return gone

    def watches(self) -> list[Watch]:
        """Every watch, by its name."""
        with self._asking() as connection:
            if connection is None:
                return []
            return [_watch.decode(line) for line in connection.execute(select(watches.c.condition).order_by(watches.c.name)).scalars()]

    def watch(self, wanted: str) -> Watch:
        """One watch by its name or id. Raises NotFollowed."""
        found = next((each for each in self.watches() if wanted in (each.name, each.id)), None)
        if found is None:
            raise NotFollowed(f"{wanted}: there is no watch of this name; saksi watch list shows all")
        return found

    def alerts(self, watch: str, *, offset: int = 0, limit: int | None = None) -> tuple[list[Alert], int]:
        """The alerts of a watch, by its id, the newest first, and how many there are."""
        mine = alerts.c.watch == watch
        with self._asking() as connection:
            if connection is None:
                return [], 0
            total = connection.execute(select(func.count()).select_from(alerts).where(mine)).scalar_one()
            order = (alerts.c.raised.desc(), alerts.c.article, alerts.c.statement)
            lines = connection.execute(select(alerts.c.record).where(mine).order_by(*order).offset(offset).limit(limit)).scalars()
            return [_alert.decode(line) for line in lines], total

    def raise_beside(self, connection: Connection, raised: Sequence[Alert]) -> None:
        """Keep alerts in the transaction that adds their articles; one that was raised before stays as it was."""
        for alert in raised:
            key = _key(alerts, alert)
            if connection.execute(select(alerts.c.watch).where(key)).first() is None:
                record = msgspec.json.encode(alert).decode()
                connection.execute(insert(alerts).values(**_columns(alert), raised=alert.raised, record=record))

    def undelivered(self, channel: str, watch: str) -> list[Alert]:
        """The alerts of a watch that were never given to a channel, the oldest first."""
        given = select(deliveries.c.watch).where(
            deliveries.c.channel == channel,
            deliveries.c.watch == alerts.c.watch,
            deliveries.c.article == alerts.c.article,
            deliveries.c.statement == alerts.c.statement,
        )
        with self._asking() as connection:
            if connection is None:
                return []
            wanted = select(alerts.c.record).where(alerts.c.watch == watch, ~given.exists())
            order = (alerts.c.raised, alerts.c.article, alerts.c.statement)
            return [_alert.decode(line) for line in connection.execute(wanted.order_by(*order)).scalars()]

    def delivered_last(self, channel: str, watch: str) -> str | None:
        """When a channel was last sent something of a watch, ISO in UTC; None where it never was."""
        with self._asking() as connection:
            if connection is None:
                return None
            wanted = and_(deliveries.c.channel == channel, deliveries.c.watch == watch)
            found: str | None = connection.execute(select(func.max(deliveries.c.moment)).where(wanted)).scalar_one()
            return found

    def take(self, channel: str, wanted: Sequence[Alert], moment: str) -> list[Alert]:
        """Those of the alerts that nobody else has taken for this channel; they count as being sent from now on."""
        taken = []
        with self._writing() as connection:
            for alert in wanted:
                key = and_(deliveries.c.channel == channel, _key(deliveries, alert))
                if connection.execute(select(deliveries.c.state).where(key)).first() is None:
                    connection.execute(insert(deliveries).values(channel=channel, **_columns(alert), state="sending", moment=moment))
                    taken.append(alert)
        return taken

    def settle(self, channel: str, sent: Sequence[Alert], *, well: bool) -> None:
        """After sending: they are sent, or, where it surely failed, to be sent again."""
        with self._writing() as connection:
            for alert in sent:
                key = and_(deliveries.c.channel == channel, _key(deliveries, alert))
                connection.execute(update(deliveries).where(key).values(state="sent") if well else delete(deliveries).where(key))

    def unsure(self, channel: str) -> int:
        """How many alerts were being sent when a run ended, so that nobody knows whether they arrived."""
        with self._asking() as connection:
            if connection is None:
                return 0
            wanted = and_(deliveries.c.channel == channel, deliveries.c.state == "sending")
            return int(connection.execute(select(func.count()).select_from(deliveries).where(wanted)).scalar_one())

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._ledger.writing() as connection:
            make(connection)
            yield connection

    @contextmanager
    def _asking(self) -> Iterator[Connection | None]:
        with self._ledger.asking() as connection:
            yield connection if are_there(connection) else None


def watching_of(ledger: Ledger) -> Watching | None:
    """The tables of watches of a ledger, None where its kind has none (one in memory)."""
    return Watching(ledger) if isinstance(ledger, SqlLedger) else None


def _columns(alert: Alert) -> dict[str, str]:
    return {"watch": alert.watch, "article": alert.article, "statement": alert.statement}


def _key(table: Any, alert: Alert) -> Any:
    return and_(*(table.c[name] == value for name, value in _columns(alert).items()))
