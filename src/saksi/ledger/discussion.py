"""What members write about articles and claims: comments, private notes, collections, and which watches they keep on their list."""

from __future__ import annotations

from datetime import datetime, timedelta
from secrets import token_hex
from typing import Any, Literal

import msgspec
from sqlalchemy import RowMapping, Select, delete, func, insert, select, update

from saksi.errors import MemberRefused
from saksi.ledger.claim_tables import tellings, told
from saksi.ledger.members import ALONE, Members
from saksi.ledger.members_tables import collected, collections, comments, members, notes, trail, watchlists
from saksi.ledger.protocol import Ledger
from saksi.ledger.store import SqlLedger
from saksi.limits import COLLECTED, COLLECTIONS, COMMENTS_AN_HOUR, COMMENTS_SHOWN

Kind = Literal["article", "claim"]
KINDS: tuple[Kind, ...] = ("article", "claim")


class Thing(msgspec.Struct, frozen=True, kw_only=True):
    """An article or a claim, by its id. `label` is its title or quote, kept beside so that it is known once the thing is gone."""

    kind: Kind
    id: str
    label: str = ""


class Comment(msgspec.Struct, frozen=True, kw_only=True):
    """What a member wrote, as text. `name` is the author's, None for the single user of a desk without members."""

    id: str
    thing: Thing
    author: str
    name: str | None
    text: str
    made: str
    state: Literal["waiting", "shown", "hidden"]


class Collection(msgspec.Struct, frozen=True, kw_only=True):
    """Things that belong together for an investigation; every member sees it, its author and owners change it."""

    id: str
    name: str
    author: str
    author_name: str | None
    made: str
    things: tuple[Thing, ...] = ()


class Discussion:
    """Comments, notes, collections and watchlists over the tables of members. Texts come checked for length."""

    def __init__(self, members: Members) -> None:
        self._members = members

    def comment(self, thing: Thing, author: str, text: str, *, shown: bool, now: datetime, who: str) -> str:
        """Keep a comment, to be seen at once or once a moderator lets it; gives its id. Raises MemberRefused for too many in an hour."""
        with self._members.writing() as connection:
            hour_ago = _written(now - timedelta(hours=1))
            recent = select(func.count()).select_from(comments).where(comments.c.author == author, comments.c.made > hour_ago)
            if connection.execute(recent).scalar_one() >= COMMENTS_AN_HOUR:
                raise MemberRefused(f"that was {COMMENTS_AN_HOUR} comments in an hour; write on later", "pace")
            made, state = token_hex(8), "shown" if shown else "waiting"
            row = {"id": made, **_columns(thing), "author": author, "text": text, "made": _written(now), "state": state}
            connection.execute(insert(comments).values(**row))
            connection.execute(insert(trail).values(moment=_written(now), who=who, act="commented", thing=f"{thing.kind} {thing.id}"))
            return made

    def comments(self, thing: Thing, *, reader: str | None, moderates: bool = False) -> list[Comment]:
        """What `reader` may see of the comments on a thing, the oldest first: what is shown, their own, and for a moderator all."""
        seen = comments.c.state == "shown"
        if reader is not None:
            seen = seen | (comments.c.author == reader)
        wanted = _comments().where(comments.c.kind == thing.kind, comments.c.thing == thing.id)
        return self._found((wanted if moderates else wanted.where(seen)).order_by(comments.c.made, comments.c.id).limit(COMMENTS_SHOWN))

    def newest(self, *, states: tuple[str, ...] = ("shown",), limit: int = COMMENTS_SHOWN) -> list[Comment]:
        """The newest comments in these states, for a feed or a moderator."""
        return self._found(_comments().where(comments.c.state.in_(states)).order_by(comments.c.made.desc(), comments.c.id).limit(limit))

    def moderate(self, comment: str, state: Literal["shown", "hidden"], *, now: datetime, who: str) -> Thing:
        """Show or hide a comment; gives what it is about. Raises MemberRefused where there is none."""
        with self._members.writing() as connection:
            found = connection.execute(select(comments.c.kind, comments.c.thing, comments.c.label).where(comments.c.id == comment)).first()
            if found is None:
                raise MemberRefused("there is no such comment", "gone")
            connection.execute(update(comments).where(comments.c.id == comment).values(state=state))
            connection.execute(insert(trail).values(moment=_written(now), who=who, act=state, thing=f"comment {comment}"))
            return _thing(found)

    def note(self, member: str, thing: Thing) -> str:
        """A member's own words on a thing, which nobody else is shown; "" where there are none."""
        with self._members.asking() as connection:
            here = (notes.c.member == member, notes.c.kind == thing.kind, notes.c.thing == thing.id)
            found = None if connection is None else connection.execute(select(notes.c.text).where(*here)).scalar_one_or_none()
            return found or ""

    def notes(self, member: str) -> list[tuple[Thing, str]]:
        """Every note of a member, the newest first."""
        with self._members.asking() as connection:
            wanted = select(notes).where(notes.c.member == member).order_by(notes.c.changed.desc(), notes.c.kind, notes.c.thing)
            rows = [] if connection is None else connection.execute(wanted).all()
            return [(_thing(row), row.text) for row in rows]

    def keep_note(self, member: str, thing: Thing, text: str, *, now: datetime) -> None:
        """Keep a note in place of the one before; an empty one drops it."""
        with self._members.writing() as connection:
            connection.execute(delete(notes).where(notes.c.member == member, notes.c.kind == thing.kind, notes.c.thing == thing.id))
            if text:
                row = {
                    "member": member,
                    "kind": thing.kind,
                    "thing": thing.id,
                    "label": thing.label,
                    "text": text,
                    "changed": _written(now),
                }
                connection.execute(insert(notes).values(**row))

    def collections(self) -> list[Collection]:
        """Every collection by name, with its things, the oldest first."""
        with self._members.asking() as connection:
            if connection is None:
                return []
            held: dict[str, list[Thing]] = {}
            for row in connection.execute(select(collected).order_by(collected.c.made, collected.c.kind, collected.c.thing)):
                held.setdefault(row.collection, []).append(_thing(row))
            there = collections.outerjoin(members, members.c.id == collections.c.author)
            wanted = select(collections, members.c.name.label("author_name")).select_from(there)
            rows = connection.execute(wanted.order_by(collections.c.name, collections.c.id)).mappings().all()
            return [Collection(**row, things=tuple(held.get(row["id"], ()))) for row in rows]

    def collection(self, wanted: str) -> Collection:
        """One collection by its id. Raises MemberRefused."""
        for one in self.collections():
            if one.id == wanted:
                return one
        raise MemberRefused("there is no such collection", "gone")

    def begin(self, name: str, author: str, *, now: datetime) -> str:
        """A new collection; gives its id. Raises MemberRefused where there are too many."""
        with self._members.writing() as connection:
            if connection.execute(select(func.count()).select_from(collections)).scalar_one() >= COLLECTIONS:
                raise MemberRefused(f"there are {COLLECTIONS} collections already; drop one that is done with", "full")
            made = token_hex(8)
            connection.execute(insert(collections).values(id=made, name=name, author=author, made=_written(now)))
            return made

    def gather(self, collection: str, thing: Thing, *, now: datetime) -> None:
        """Put a thing into a collection, once. Raises MemberRefused for no such one or a full one."""
        if len(self.collection(collection).things) >= COLLECTED:
            raise MemberRefused(f"this collection is full with {COLLECTED} things; begin another one", "full")
        with self._members.writing() as connection:
            connection.execute(delete(collected).where(*_in(collection, thing)))
            row = {"collection": collection, **_columns(thing), "made": _written(now)}
            connection.execute(insert(collected).values(**row))

    def put_back(self, collection: str, thing: Thing) -> None:
        """Take a thing out of a collection."""
        with self._members.writing() as connection:
            connection.execute(delete(collected).where(*_in(collection, thing)))

    def drop(self, collection: str) -> None:
        """Drop a collection; the things in it stay where they are."""
        with self._members.writing() as connection:
            connection.execute(delete(collected).where(collected.c.collection == collection))
            connection.execute(delete(collections).where(collections.c.id == collection))

    def watchlist(self, member: str) -> set[str]:
        """Ids of the watches that a member keeps on their list."""
        with self._members.asking() as connection:
            wanted = select(watchlists.c.watch).where(watchlists.c.member == member)
            return set() if connection is None else set(connection.execute(wanted).scalars())

    def keep_watch(self, member: str, watch: str, *, kept: bool) -> None:
        """Put a watch on a member's list, or take it off."""
        with self._members.writing() as connection:
            connection.execute(delete(watchlists).where(watchlists.c.member == member, watchlists.c.watch == watch))
            if kept:
                connection.execute(insert(watchlists).values(member=member, watch=watch))

    def _found(self, wanted: Select[Any]) -> list[Comment]:
        with self._members.asking() as connection:
            rows = [] if connection is None else connection.execute(wanted).mappings().all()
            return [_comment(row) for row in rows]


def may_change(collection: Collection, member: str, *, owner: bool) -> bool:
    """Whether somebody may change a collection: its author, an owner, and the single user of a desk without members."""
    return owner or member in (collection.author, ALONE)


def statement_of_claim(ledger: Ledger, claim: str) -> tuple[str, str] | None:
    """Article and statement from which a claim has its id, its first one then; an id that was joined into another still has it."""
    if not isinstance(ledger, SqlLedger):
        return None
    with ledger.asking() as connection:
        asked = select(told.c.article, tellings.c.statement).join(told, told.c.number == tellings.c.told).where(tellings.c.alone == claim)
        found = connection.execute(asked).first()
        return (found.article, found.statement) if found is not None else None


def _columns(thing: Thing) -> dict[str, str]:
    return {"kind": thing.kind, "thing": thing.id, "label": thing.label}


def _thing(row: Any) -> Thing:
    return Thing(kind=row.kind, id=row.thing, label=row.label)


def _comment(row: RowMapping) -> Comment:
    columns = {name: row[name] for name in Comment.__struct_fields__ if name != "thing"}
    return Comment(**columns, thing=Thing(kind=row["kind"], id=row["thing"], label=row["label"]))


def _comments() -> Select[Any]:
    there = comments.outerjoin(members, members.c.id == comments.c.author)
    return select(comments, members.c.name.label("name")).select_from(there)


def _in(collection: str, thing: Thing) -> tuple[Any, ...]:
    return collected.c.collection == collection, collected.c.kind == thing.kind, collected.c.thing == thing.id


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
