"""The tables of members and of what they write, beside those of the ledger; made when the first of it is written."""

from __future__ import annotations

from sqlalchemy import Column, Connection, Index, Integer, MetaData, Table, Text, inspect, select

from saksi.errors import LedgerError

MEMBERS_VERSION = 1
"""Raised with every change of these tables; those of a higher version are not touched."""

metadata = MetaData()

_TEXT = Text(collation="C").with_variant(Text(), "sqlite")

members_schema = Table("members_schema", metadata, Column("version", Integer, primary_key=True, autoincrement=False))

settings = Table(
    "members_settings",
    metadata,
    Column("name", _TEXT, primary_key=True),  # see members.SETTINGS
    Column("value", _TEXT, nullable=False),
)

members = Table(
    "members",
    metadata,
    Column("id", _TEXT, primary_key=True),
    Column("name", _TEXT, nullable=False),
    Column("folded", _TEXT, nullable=False, unique=True),  # the name as it is compared
    Column("role", _TEXT, nullable=False),  # owner or member
    Column("password", _TEXT, nullable=False),  # as argon2 writes it; "" for one who was removed
    Column("added", _TEXT, nullable=False),
    Column("removed", _TEXT),
)

invitations = Table(
    "member_invitations",
    metadata,
    Column("digest", _TEXT, primary_key=True),  # of the secret in the link, which is kept nowhere
    Column("role", _TEXT, nullable=False),
    Column("made", _TEXT, nullable=False),
    Column("made_by", _TEXT, nullable=False),  # a member's name, or "" for the command line
    Column("ends", _TEXT, nullable=False),
    Column("used_by", _TEXT),  # members.id
)

sessions = Table(
    "member_sessions",
    metadata,
    Column("digest", _TEXT, primary_key=True),  # of the cookie's secret, which is kept nowhere
    Column("member", _TEXT, nullable=False),
    Column("made", _TEXT, nullable=False),
    Column("ends", _TEXT, nullable=False),
    Column("agent", _TEXT, nullable=False),  # what the browser calls itself
)

comments = Table(
    "comments",
    metadata,
    Column("id", _TEXT, primary_key=True),
    Column("kind", _TEXT, nullable=False),  # article or claim
    Column("thing", _TEXT, nullable=False),  # its id
    Column("label", _TEXT, nullable=False),  # its title or quote, as it was then
    Column("author", _TEXT, nullable=False),  # members.id
    Column("text", _TEXT, nullable=False),
    Column("made", _TEXT, nullable=False),
    Column("state", _TEXT, nullable=False),  # waiting, shown or hidden
)

notes = Table(
    "member_notes",
    metadata,
    Column("member", _TEXT, primary_key=True),
    Column("kind", _TEXT, primary_key=True),
    Column("thing", _TEXT, primary_key=True),
    Column("label", _TEXT, nullable=False),  # its title or quote, as it was then
    Column("text", _TEXT, nullable=False),
    Column("changed", _TEXT, nullable=False),
)

collections = Table(
    "collections",
    metadata,
    Column("id", _TEXT, primary_key=True),
    Column("name", _TEXT, nullable=False),
    Column("author", _TEXT, nullable=False),
    Column("made", _TEXT, nullable=False),
)

collected = Table(
    "collected",
    metadata,
    Column("collection", _TEXT, primary_key=True),
    Column("kind", _TEXT, primary_key=True),
    Column("thing", _TEXT, primary_key=True),
    Column("label", _TEXT, nullable=False),  # its title or quote, as it was then
    Column("made", _TEXT, nullable=False),
)

watchlists = Table(
    "member_watches",
    metadata,
    Column("member", _TEXT, primary_key=True),
    Column("watch", _TEXT, primary_key=True),  # watches.id
)

trail = Table(
    "member_trail",
    metadata,
    Column("number", Integer, primary_key=True),  # only orders what happened in one second
    Column("moment", _TEXT, nullable=False),
    Column("who", _TEXT, nullable=False),  # a member's name, "" for the command line
    Column("act", _TEXT, nullable=False),
    Column("thing", _TEXT, nullable=False),
)

Index("member_sessions_member", sessions.c.member)
Index("comments_thing", comments.c.kind, comments.c.thing, comments.c.made)
Index("comments_state", comments.c.state, comments.c.made)


def are_there(connection: Connection) -> bool:
    """Whether the tables were made. Raises LedgerError where a newer Saksi made them."""
    if not inspect(connection).has_table(members_schema.name):
        return False
    version = connection.execute(select(members_schema.c.version)).scalars().first()
    if version is not None and version > MEMBERS_VERSION:
        raise LedgerError(
            f"a newer Saksi keeps the members of this ledger (tables {version}, here {MEMBERS_VERSION}); upgrade Saksi to use it"
        )
    return True


def make(connection: Connection) -> None:
    """Make the tables where they are not, in the transaction of the connection, which may write."""
    if not are_there(connection):
        metadata.create_all(connection, checkfirst=False)
        connection.execute(members_schema.insert().values(version=MEMBERS_VERSION))
