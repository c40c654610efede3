"""What the ledger keeps of following: feeds, hosts and items, each change whole or not at all; when to ask is decided elsewhere.

A follower takes one host at a time by a lease and is alone with it. Whatever it writes renews the lease, and is refused once another
follower has taken the host over. So a follower that dies at any moment loses and doubles nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, Literal

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, case, delete, func, insert, select, true, union_all, update

from saksi.errors import LeaseLost, NotFollowed
from saksi.ledger.following_tables import are_there, feeds, hosts, items, make, seen_keys
from saksi.ledger.protocol import Ledger
from saksi.ledger.store import SqlLedger
from saksi.limits import FOLLOW_LEASE_SECONDS, FOLLOW_TURN_ITEMS
from saksi.records import Feed, FeedStatus, SeenItem

OPEN = ("waiting", "fetched")
"""States of an item with which something is still to be done."""

_KEYS_AT_ONCE = 500


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """A host that a follower has to itself, with what is due there."""

    host: str
    holder: str
    feeds: tuple[Feed, ...]
    items: tuple[SeenItem, ...]


class NewItem(msgspec.Struct, frozen=True, kw_only=True):
    """An item with the keys under which it will be known; `item` None is remembered as old, and not read."""

    item: SeenItem | None
    keys: tuple[str, ...]


class Following:
    """The tables of following over an open ledger. Threads may share one. `lease_seconds` are for tests of followers that die."""

    def __init__(self, ledger: SqlLedger, *, lease_seconds: float = FOLLOW_LEASE_SECONDS) -> None:
        self._ledger = ledger
        self._lease = timedelta(seconds=lease_seconds)
        self._made = False

    def add(self, feed: Feed) -> Literal["new", "again", "held"]:
        """Follow a feed; one that was stopped is followed again, one that is followed stays as it is."""
        with self._writing() as connection:
            held = connection.execute(select(feeds.c.state).where(feeds.c.address == feed.address)).scalar_one_or_none()
            if held == "followed":
                return "held"
            if held is not None:
                again = {"state": "followed", "why": None, "failures": 0, "due": feed.due, "added": feed.added, "answered": None}
                connection.execute(update(feeds).where(feeds.c.address == feed.address).values(**again))
                return "again"
            _known_host(connection, feed.host)
            connection.execute(insert(feeds).values(**_feed_columns(feed)))
            return "new"

    def remove(self, feed: str) -> Feed:
        """Follow a feed no more, by address, id or name; what was read of it stays, what was still to be read does not."""
        gone = self.feed(feed)
        with self._writing() as connection:
            open_ones = select(items.c.id).where(items.c.feed == gone.id, items.c.state.in_(OPEN))
            connection.execute(delete(seen_keys).where(seen_keys.c.item.in_(open_ones)))
            connection.execute(delete(items).where(items.c.feed == gone.id, items.c.state.in_(OPEN)))
            connection.execute(delete(feeds).where(feeds.c.id == gone.id))
        return gone

    def feed(self, wanted: str) -> Feed:
        """One feed by its address, its name, or its id or the first digits of it. Raises NotFollowed."""
        every = [status.feed for status in self.feeds()]
        found = [each for each in every if wanted in (each.address, each.id, each.name)] or [
            each for each in every if wanted and each.id.startswith(wanted)
        ]
        if len(found) != 1:
            many = "several feeds go by it; give the address" if found else "no such feed is followed; saksi follow list shows all"
            raise NotFollowed(f"{wanted}: {many}")
        return found[0]

    def feeds(self) -> list[FeedStatus]:
        """Every feed by its address, with its items counted."""
        with self._asking() as connection:
            if connection is None:
                return []
            counts: dict[str, dict[str, int]] = {}
            counted = select(items.c.feed, items.c.state, func.count()).group_by(items.c.feed, items.c.state)
            for feed, state, count in connection.execute(counted):
                counts.setdefault(feed, {})[state] = count
            found = connection.execute(select(feeds).order_by(feeds.c.address)).mappings().all()
            return [FeedStatus(feed=_feed(row), counts=counts.get(row["id"], {})) for row in found]

    def items(
        self, *, feed: str | None = None, state: str | None = None, offset: int = 0, limit: int | None = None
    ) -> tuple[list[SeenItem], int]:
        """Items, the newest first by when they were seen, and how many fit."""
        asked = {items.c.feed: feed, items.c.state: state}
        wanted = and_(true(), *(column == value for column, value in asked.items() if value is not None))
        with self._asking() as connection:
            if connection is None:
                return [], 0
            total = connection.execute(select(func.count()).select_from(items).where(wanted)).scalar_one()
            rows = connection.execute(select(items).where(wanted).order_by(items.c.seen.desc(), items.c.id).offset(offset).limit(limit))
            return [SeenItem(**row) for row in rows.mappings()], total

    def next_due(self) -> datetime | None:
        """When something is to be done next, hosts that are shut or held counted; None where nothing is followed."""
        due = _dues()
        later = _later(due.c.due, _later(hosts.c.free, hosts.c.lease))
        with self._asking() as connection:
            if connection is None:
                return None
            found = connection.execute(select(func.min(later)).select_from(due.join(hosts, hosts.c.host == due.c.host))).scalar_one()
        return None if found is None else _read(found)

    def claim(self, holder: str, now: datetime) -> Turn | None:
        """The host at which something is due the longest and that nobody holds, to be asked by `holder` alone; None where none is."""
        moment, due = _written(now), _dues()
        free = and_(hosts.c.lease <= moment, hosts.c.free <= moment)
        longest = (
            select(hosts.c.host)
            .join(due, due.c.host == hosts.c.host)
            .where(due.c.due <= moment, free)
            .order_by(due.c.due, hosts.c.host)
            .limit(1)
        )
        with self._asking() as connection:  # most often nothing is due: that takes no lock
            if connection is None or connection.execute(longest).scalar_one_or_none() is None:
                return None
        with self._writing() as connection:
            host = connection.execute(longest.with_for_update(of=hosts, skip_locked=True)).scalar_one_or_none()
            if host is None:
                return None
            taken = {"holder": holder, "lease": _written(now + self._lease)}
            connection.execute(update(hosts).where(hosts.c.host == host).values(**taken))
            here = select(feeds).where(feeds.c.host == host, feeds.c.state == "followed", feeds.c.due <= moment).order_by(feeds.c.due)
            open_ones = and_(items.c.host == host, items.c.state.in_(OPEN), items.c.due <= moment)
            there = select(items).where(open_ones).order_by(items.c.due, items.c.seen, items.c.id).limit(FOLLOW_TURN_ITEMS)
            return Turn(
                host=host,
                holder=holder,
                feeds=tuple(_feed(row) for row in connection.execute(here).mappings()),
                items=tuple(SeenItem(**row) for row in connection.execute(there).mappings()),
            )

    def release(self, turn: Turn, *, free: datetime | None) -> None:
        """Let go of a host; it is asked again from `free` on."""
        with self._writing() as connection:
            mine = and_(hosts.c.host == turn.host, hosts.c.holder == turn.holder)
            connection.execute(update(hosts).where(mine).values(holder=None, lease="", free="" if free is None else _written(free)))

    def keep_feed(self, turn: Turn, feed: Feed, new: Sequence[NewItem], now: datetime) -> list[NewItem]:
        """Keep what one asking of a feed changed, and those of `new` of which no key is known yet; gives these. Raises LeaseLost."""
        with self._writing() as connection:
            self._hold(connection, turn, now)
            if not connection.execute(update(feeds).where(feeds.c.id == feed.id).values(**_feed_columns(feed))).rowcount:
                return []  # it was removed meanwhile
            _known_host(connection, feed.host)
            known = _known(connection, [key for each in new for key in each.keys])
            fresh = [each for each in new if known.isdisjoint(each.keys)]
            for each in fresh:
                if each.item is not None:
                    _known_host(connection, each.item.host)
                    connection.execute(insert(items).values(**msgspec.structs.asdict(each.item)))
            rows = {key: each.item.id if each.item is not None else None for each in fresh for key in each.keys}
            keys = [{"key": key, "item": item} for key, item in rows.items()]
            if keys:
                connection.execute(insert(seen_keys), keys)
            return fresh

    def follows(self, address: str) -> bool:
        """Whether a feed of this address is followed."""
        with self._asking() as connection:
            if connection is None:
                return False
            wanted = select(feeds.c.id).where(feeds.c.address == address, feeds.c.state == "followed")
            return connection.execute(wanted).first() is not None

    def unseen(self, keys: Sequence[str]) -> set[str]:
        """Those of the keys that are not known."""
        with self._asking() as connection:
            return set(keys) if connection is None else set(keys) - _known(connection, keys)

    def keep_item(self, turn: Turn, item: SeenItem, now: datetime) -> None:
        """Keep what became of an item without an article. Raises LeaseLost."""
        with self._writing() as connection:
            self._hold(connection, turn, now)
            connection.execute(update(items).where(items.c.id == item.id).values(**msgspec.structs.asdict(item)))

    def beside_article(self, turn: Turn, item: SeenItem, now: datetime) -> Callable[[Connection], None]:
        """The same, in the transaction that adds the item's article to the ledger."""

        def beside(connection: Connection) -> None:
            self._hold(connection, turn, now)
            connection.execute(update(items).where(items.c.id == item.id).values(**msgspec.structs.asdict(item)))

        return beside

    def _hold(self, connection: Connection, turn: Turn, now: datetime) -> None:
        mine = and_(hosts.c.host == turn.host, hosts.c.holder == turn.holder)
        if not connection.execute(update(hosts).where(mine).values(lease=_written(now + self._lease))).rowcount:
            raise LeaseLost(f"{turn.host}: another follower took it over; this one goes on elsewhere")

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._ledger.writing() as connection:
            if not self._made:
                make(connection)
            yield connection
        self._made = True  # tables once made stay; to ask each time costs as much as the writing

    @contextmanager
    def _asking(self) -> Iterator[Connection | None]:
        """A connection to read by, None where nothing was ever followed."""
        with self._ledger.asking() as connection:
            there = self._made or are_there(connection)
            yield connection if there else None
        self._made = there


def following_of(ledger: Ledger) -> Following | None:
    """The tables of following of a ledger, None where its kind has none (one in memory)."""
    return Following(ledger) if isinstance(ledger, SqlLedger) else None


def _dues() -> Any:
    """(host, due) of everything that is still to be done."""
    of_feeds = select(feeds.c.host, feeds.c.due).where(feeds.c.state == "followed")
    of_items = select(items.c.host, items.c.due).where(items.c.state.in_(OPEN))
    return union_all(of_feeds, of_items).subquery()


def _later(one: ColumnElement[str], other: ColumnElement[str]) -> ColumnElement[str]:
    return case((one > other, one), else_=other)


def _known(connection: Connection, keys: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for start in range(0, len(keys), _KEYS_AT_ONCE):
        found |= set(connection.execute(select(seen_keys.c.key).where(seen_keys.c.key.in_(keys[start : start + _KEYS_AT_ONCE]))).scalars())
    return found


def _known_host(connection: Connection, host: str) -> None:
    if connection.execute(select(hosts.c.host).where(hosts.c.host == host)).scalar_one_or_none() is None:
        connection.execute(insert(hosts).values(host=host, lease="", free=""))


def _feed_columns(feed: Feed) -> dict[str, Any]:
    return {**msgspec.structs.asdict(feed), "folders": msgspec.json.encode(feed.folders).decode()}


def _feed(row: Any) -> Feed:
    return Feed(**{**row, "folders": tuple(msgspec.json.decode(row["folders"]))})


def _written(moment: datetime) -> str:
    """ISO in UTC to the second: of one length, so that it sorts as text."""
    return moment.astimezone(UTC).replace(microsecond=0).isoformat()


def _read(moment: str) -> datetime:
    return datetime.fromisoformat(moment)
