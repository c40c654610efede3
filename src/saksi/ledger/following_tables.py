"""The tables of what is followed and watched, beside those of the ledger; made when something is first followed or watched."""

from __future__ import annotations

from sqlalchemy import Column, Connection, Index, Integer, MetaData, Table, inspect, select

from saksi.errors import LedgerError
from saksi.ledger.columns import LedgerText

FOLLOWING_VERSION = 1
"""Raised with every change of these tables; those of a higher version are not touched."""

metadata = MetaData()

_TEXT = LedgerText()

following_schema = Table("following_schema", metadata, Column("version", Integer, primary_key=True, autoincrement=False))

hosts = Table(
    "follow_hosts",
    metadata,
    Column("host", _TEXT, primary_key=True),
    Column("holder", _TEXT),  # who asks it just now, alone
    Column("lease", _TEXT, nullable=False),  # until when, in UTC; "" where nobody does
    Column("free", _TEXT, nullable=False),  # from when on it may be asked again; "" where it set no time
)

feeds = Table(
    "follow_feeds",
    metadata,
    Column("id", _TEXT, primary_key=True),
    Column("address", _TEXT, nullable=False, unique=True),
    Column("host", _TEXT, nullable=False),
    Column("kind", _TEXT, nullable=False),
    Column("moved", _TEXT),
    Column("name", _TEXT),
    Column("outlet", _TEXT),
    Column("page", _TEXT),
    Column("folders", _TEXT, nullable=False),  # a JSON list
    Column("zone", _TEXT),
    Column("ahead", Integer),
    Column("added", _TEXT, nullable=False),
    Column("interval", Integer, nullable=False),
    Column("etag", _TEXT),
    Column("last_modified", _TEXT),
    Column("digest", _TEXT),
    Column("asked", _TEXT),
    Column("answered", _TEXT),
    Column("changed", _TEXT),
    Column("failures", Integer, nullable=False),
    Column("due", _TEXT, nullable=False),
    Column("state", _TEXT, nullable=False),
    Column("why", _TEXT),
)

items = Table(
    "follow_items",
    metadata,
    Column("id", _TEXT, primary_key=True),
    Column("feed", _TEXT, nullable=False),  # the first that had it; outlives the feed
    Column("host", _TEXT, nullable=False),
    Column("guid", _TEXT),
    Column("link", _TEXT),
    Column("title", _TEXT),
    Column("published", _TEXT),
    Column("seen", _TEXT, nullable=False),
    Column("state", _TEXT, nullable=False),
    Column("why", _TEXT),
    Column("article", _TEXT),
    Column("snapshot", _TEXT),
    Column("tries", Integer, nullable=False),
    Column("due", _TEXT, nullable=False),
    Column("carried", _TEXT),
)

seen_keys = Table(
    "follow_keys",
    metadata,
    Column("key", _TEXT, primary_key=True),  # see intake.identity
    Column("item", _TEXT),  # None for what was there before and is not read
)

watches = Table(
    "watches",
    metadata,
    Column("id", _TEXT, primary_key=True),
    Column("name", _TEXT, nullable=False, unique=True),
    Column("condition", _TEXT, nullable=False),  # the watch as JSON
)

alerts = Table(
    "alerts",
    metadata,
    Column("watch", _TEXT, primary_key=True),
    Column("article", _TEXT, primary_key=True),
    Column("statement", _TEXT, primary_key=True),  # "" for the whole article
    Column("raised", _TEXT, nullable=False),
    Column("record", _TEXT, nullable=False),  # the alert as JSON
)

deliveries = Table(
    "alert_deliveries",
    metadata,
    Column("channel", _TEXT, primary_key=True),  # a hash: an address may hold a password
    Column("watch", _TEXT, primary_key=True),
    Column("article", _TEXT, primary_key=True),
    Column("statement", _TEXT, primary_key=True),
    Column("state", _TEXT, nullable=False),  # sending or sent
    Column("moment", _TEXT, nullable=False),
)

Index("follow_feeds_due", feeds.c.state, feeds.c.due)
Index("follow_feeds_host", feeds.c.host)
Index("follow_items_due", items.c.state, items.c.due)
Index("follow_items_host", items.c.host, items.c.state)
Index("follow_items_feed", items.c.feed, items.c.seen)
Index("follow_keys_item", seen_keys.c.item)
Index("alerts_newest", alerts.c.watch, alerts.c.raised)


def are_there(connection: Connection) -> bool:
    """Whether the tables were made. Raises LedgerError where a newer Saksi made them."""
    if not inspect(connection).has_table(following_schema.name):
        return False
    version = connection.execute(select(following_schema.c.version)).scalars().first()
    if version is not None and version > FOLLOWING_VERSION:
        raise LedgerError(
            f"a newer Saksi follows feeds in this ledger (tables {version}, here {FOLLOWING_VERSION}); upgrade Saksi to use it"
        )
    return True


def make(connection: Connection) -> None:
    """Make the tables where they are not, in the transaction of the connection, which may write."""
    if not are_there(connection):
        metadata.create_all(connection, checkfirst=False)
        connection.execute(following_schema.insert().values(version=FOLLOWING_VERSION))
