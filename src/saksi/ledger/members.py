"""Who may write at the desk: members, invitations, sessions, the owner's settings and the trail; hashes come from outside."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, delete, func, insert, or_, select, update

from saksi.errors import MemberRefused
from saksi.ledger.members_tables import (
    are_there,
    collections,
    comments,
    invitations,
    make,
    members,
    notes,
    sessions,
    settings,
    trail,
    watchlists,
)
from saksi.ledger.protocol import Ledger
from saksi.ledger.store import SqlLedger
from saksi.limits import TRAIL_ROWS

Role = Literal["member", "owner"]

ALONE = "alone"
"""The author of what the single user of a desk without members writes; the first owner takes it over."""

SETTINGS: Mapping[str, tuple[str, ...]] = {
    "visitors": ("full", "quotes"),
    "comments": ("open", "moderated"),
    "addresses": ("off", "fetched"),
}
"""What the owner chooses, and from what; the first is what holds where nothing was chosen."""


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody with a name and a password; `removed` is when they were shut out, whose comments stay."""

    id: str
    name: str
    role: Role
    added: str
    removed: str | None = None


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """One browser in which a member is logged in. `digest` tells it from others and opens nothing."""

    digest: str
    made: str
    ends: str
    agent: str


class Invitation(msgspec.Struct, frozen=True, kw_only=True):
    """A link by which one person may become a member, once, until `ends`."""

    digest: str
    role: Role
    made: str
    made_by: str
    ends: str


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the trail: who did what to which thing, when. `who` is empty for the command line."""

    moment: str
    who: str
    act: str
    thing: str


class Members:
    """The tables of members over an open ledger. Threads may share one. Moments are aware datetimes in UTC."""

    def __init__(self, ledger: SqlLedger) -> None:
        self._ledger = ledger

    def any(self) -> bool:
        """Whether the ledger has members, and so asks who is there."""
        with self.asking() as connection:
            wanted = select(members.c.id).where(members.c.removed.is_(None)).limit(1)
            return connection is not None and connection.execute(wanted).first() is not None

    def everybody(self) -> list[Member]:
        """Every member by name, those who were removed too."""
        with self.asking() as connection:
            found = [] if connection is None else connection.execute(select(members).order_by(members.c.folded)).mappings().all()
            return [_member(row) for row in found]

    def add(self, name: str, password: str, *, role: Role, now: datetime, who: str = "") -> Member:
        """A new member under `password`, a hash. The first is an owner and takes over what the single user wrote. Raises MemberRefused."""
        with self.writing() as connection:
            return _added(connection, name, password, role, now, who)

    def remove(self, name: str, *, now: datetime, who: str = "") -> Member:
        """Shut a member out at once: no password, no session. The last owner stays. Raises MemberRefused."""
        with self.writing() as connection:
            gone = _named(connection, name)
            owners = select(func.count()).select_from(members).where(members.c.role == "owner", members.c.removed.is_(None))
            if gone.role == "owner" and connection.execute(owners).scalar_one() == 1:
                raise MemberRefused(f"{gone.name} is the only owner; add another one first", "only_owner")
            connection.execute(update(members).where(members.c.id == gone.id).values(password="", removed=_written(now)))
            connection.execute(delete(sessions).where(sessions.c.member == gone.id))
            connection.execute(delete(notes).where(notes.c.member == gone.id))
            connection.execute(delete(watchlists).where(watchlists.c.member == gone.id))
            _note(connection, now, who, "removed", gone.name)
            return gone

    def password_of(self, name: str) -> tuple[str, str] | None:
        """The id and the hash of a member by name, case aside; None for nobody, and for one who was removed."""
        with self.asking() as connection:
            if connection is None:
                return None
            wanted = select(members.c.id, members.c.password).where(members.c.folded == folded(name), members.c.removed.is_(None))
            found = connection.execute(wanted).first()
            return None if found is None else (found.id, found.password)

    def set_password(self, name: str, password: str, *, now: datetime, who: str = "", keep: str = "") -> None:
        """Give a member another hash; every session but that of digest `keep` ends. Raises MemberRefused."""
        with self.writing() as connection:
            one = _named(connection, name)
            connection.execute(update(members).where(members.c.id == one.id).values(password=password))
            connection.execute(delete(sessions).where(sessions.c.member == one.id, sessions.c.digest != keep))
            _note(connection, now, who, "password", one.name)

    def refresh_password(self, member: str, password: str) -> None:
        """The same password under newer parameters; nothing else changes."""
        with self.writing() as connection:
            connection.execute(update(members).where(members.c.id == member, members.c.removed.is_(None)).values(password=password))

    def invite(self, digest: str, *, role: Role, ends: datetime, now: datetime, who: str = "") -> None:
        """Keep an invitation. Raises MemberRefused where there is no owner yet, since the first to come would own the desk."""
        with self.writing() as connection:
            if connection.execute(select(members.c.id).where(members.c.role == "owner", members.c.removed.is_(None))).first() is None:
                raise MemberRefused("there is no owner yet; saksi members add NAME makes the first one", "no_owner")
            row = {"digest": digest, "role": role, "made": _written(now), "made_by": who, "ends": _written(ends)}
            connection.execute(insert(invitations).values(**row))
            _note(connection, now, who, "invited", role)

    def invitations(self, now: datetime) -> list[Invitation]:
        """Those that are still good, the first to end first."""
        with self.asking() as connection:
            if connection is None:
                return []
            wanted = select(invitations).where(invitations.c.used_by.is_(None), invitations.c.ends > _written(now))
            return [_invitation(row) for row in connection.execute(wanted.order_by(invitations.c.ends)).mappings()]

    def withdraw(self, digest: str, *, now: datetime, who: str = "") -> None:
        """Make an invitation that nobody used yet good for nothing."""
        with self.writing() as connection:
            if connection.execute(delete(invitations).where(invitations.c.digest == digest, invitations.c.used_by.is_(None))).rowcount:
                _note(connection, now, who, "withdrew", digest[:8])

    def join(self, digest: str, name: str, password: str, *, now: datetime) -> Member:
        """Use an invitation up and become a member, both or neither. Raises MemberRefused for one that is not good any more."""
        with self.writing() as connection:
            good = (invitations.c.digest == digest, invitations.c.used_by.is_(None), invitations.c.ends > _written(now))
            taken = connection.execute(update(invitations).where(*good).values(used_by="")).rowcount
            if taken != 1:
                raise MemberRefused("this invitation was used, withdrawn or has ended; ask the owner for another one", "invitation")
            role = connection.execute(select(invitations.c.role).where(invitations.c.digest == digest)).scalar_one()
            one = _added(connection, name, password, role, now, name)
            connection.execute(update(invitations).where(invitations.c.digest == digest).values(used_by=one.id))
            return one

    def open_session(self, member: str, digest: str, *, ends: datetime, now: datetime, agent: str) -> None:
        """Log a member in; sessions that have ended are swept out. Raises MemberRefused for one who was removed meanwhile."""
        with self.writing() as connection:
            if connection.execute(select(members.c.id).where(members.c.id == member, members.c.removed.is_(None))).first() is None:
                raise MemberRefused("this member was removed")
            connection.execute(delete(sessions).where(sessions.c.ends <= _written(now)))
            row = {"digest": digest, "member": member, "made": _written(now), "ends": _written(ends), "agent": agent}
            connection.execute(insert(sessions).values(**row))

    def member_of(self, digest: str, now: datetime) -> Member | None:
        """Who is logged in by the session of this digest; None where it has ended."""
        with self.asking() as connection:
            if connection is None:
                return None
            there = sessions.join(members, members.c.id == sessions.c.member)
            good = (sessions.c.digest == digest, sessions.c.ends > _written(now), members.c.removed.is_(None))
            found = connection.execute(select(members).select_from(there).where(*good)).mappings().first()
            return None if found is None else _member(found)

    def sessions(self, member: str, now: datetime) -> list[Session]:
        """Where a member is logged in, the newest first."""
        with self.asking() as connection:
            if connection is None:
                return []
            wanted = select(sessions).where(sessions.c.member == member, sessions.c.ends > _written(now)).order_by(sessions.c.made.desc())
            rows = connection.execute(wanted).mappings().all()
            return [Session(**{name: value for name, value in row.items() if name != "member"}) for row in rows]

    def close_session(self, member: str, digest: str) -> None:
        """End one session of a member's."""
        with self.writing() as connection:
            connection.execute(delete(sessions).where(sessions.c.digest == digest, sessions.c.member == member))

    def setting(self, name: str) -> str:
        """What the owner chose, of SETTINGS."""
        with self.asking() as connection:
            wanted = select(settings.c.value).where(settings.c.name == name)
            found = None if connection is None else connection.execute(wanted).scalar_one_or_none()
            return SETTINGS[name][0] if found is None else str(found)

    def choose(self, name: str, value: str, *, now: datetime, who: str = "") -> None:
        """Keep a choice of SETTINGS. Raises MemberRefused for what there is not."""
        if value not in SETTINGS.get(name, ()):
            raise MemberRefused(f"{name} can be {' or '.join(SETTINGS.get(name, ('nothing',)))}, not {value!r}")
        with self.writing() as connection:
            connection.execute(delete(settings).where(settings.c.name == name))
            connection.execute(insert(settings).values(name=name, value=value))
            _note(connection, now, who, "chose", f"{name}={value}")

    def trail(self, limit: int = TRAIL_ROWS) -> list[Done]:
        """What was done, the newest first."""
        with self.asking() as connection:
            if connection is None:
                return []
            wanted = select(trail.c.moment, trail.c.who, trail.c.act, trail.c.thing).order_by(trail.c.number.desc()).limit(limit)
            return [Done(**row) for row in connection.execute(wanted).mappings()]

    def note(self, now: datetime, who: str, act: str, thing: str) -> None:
        """Put a line into the trail, for what changes no table."""
        with self.writing() as connection:
            _note(connection, now, who, act, thing)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that may write, with the tables there."""
        with self._ledger.writing() as connection:
            make(connection)
            yield connection

    @contextmanager
    def asking(self) -> Iterator[Connection | None]:
        """The same for who only reads; None where nothing of members was ever written."""
        with self._ledger.asking() as connection:
            yield connection if are_there(connection) else None


def members_of(ledger: Ledger) -> Members | None:
    """The tables of members of a ledger, None where its kind has none (one in memory)."""
    return Members(ledger) if isinstance(ledger, SqlLedger) else None


def folded(name: str) -> str:
    """How names are compared: compatibility forms, case and spaces aside, so that "Sari" and "ＳＡＲＩ " are one."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _added(connection: Connection, name: str, password: str, role: Role, now: datetime, who: str) -> Member:
    first = connection.execute(select(members.c.id).limit(1)).first() is None
    if first and role != "owner":
        raise MemberRefused("the first one to be added owns the desk")
    if connection.execute(select(members.c.id).where(members.c.folded == folded(name))).first() is not None:
        raise MemberRefused("this name is taken; choose another one", "taken")
    count = connection.execute(select(func.count()).select_from(members)).scalar_one()
    one = Member(id=f"m{count + 1}", name=name, role=role, added=_written(now))
    connection.execute(insert(members).values(**msgspec.structs.asdict(one), folded=folded(name), password=password))
    if first:
        for table, column in ((comments, "author"), (collections, "author"), (notes, "member"), (watchlists, "member")):
            connection.execute(update(table).where(table.c[column] == ALONE).values({column: one.id}))
    _note(connection, now, who, "added", f"{one.name} ({role})")
    return one


def _named(connection: Connection, name: str) -> Member:
    found = connection.execute(
        select(members).where(or_(members.c.folded == folded(name), members.c.id == name), members.c.removed.is_(None))
    )
    row = found.mappings().first()
    if row is None:
        raise MemberRefused(f"{name}: there is no such member; saksi members list shows all", "gone")
    return _member(row)


def _member(row: Mapping[Any, Any]) -> Member:
    return Member(**{name: row[name] for name in Member.__struct_fields__})


def _invitation(row: Mapping[Any, Any]) -> Invitation:
    return Invitation(**{name: row[name] for name in Invitation.__struct_fields__})


def _note(connection: Connection, now: datetime, who: str, act: str, thing: str) -> None:
    connection.execute(insert(trail).values(moment=_written(now), who=who, act=act, thing=thing))


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
