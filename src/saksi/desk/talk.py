"""What stands below an article or a claim: its comments, the reader's own note, and the collections that it can be put into."""

from __future__ import annotations

import msgspec
from starlette.requests import Request

from saksi.desk.people import Person, person_of
from saksi.ledger.discussion import Collection, Comment, Discussion, Thing, may_change
from saksi.ledger.members import members_of

GLIMPSE = 120
"""Characters of a title or quote by which a comment or a collection remembers a thing."""


class Talk(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that `talk.html` shows of a thing to one person."""

    thing: Thing
    person: Person
    comments: tuple[Comment, ...] = ()
    note: str = ""
    inside: tuple[Collection, ...] = ()
    outside: tuple[Collection, ...] = ()


def talk_of(request: Request, thing: Thing) -> Talk:
    """What the person who asks may see of the talk about a thing. Raises LedgerError."""
    person = person_of(request)
    members = members_of(request.app.state.ledger)
    if members is None:
        return Talk(thing=thing, person=person)
    discussion, owner = Discussion(members), person.role == "owner"
    comments = tuple(discussion.comments(thing, reader=person.id, moderates=owner))
    if person.id is None:
        return Talk(thing=thing, person=person, comments=comments)
    mine = [one for one in discussion.collections() if may_change(one, person.id, owner=owner)]
    held = {one.id for one in mine if any((each.kind, each.id) == (thing.kind, thing.id) for each in one.things)}
    return Talk(
        thing=thing,
        person=person,
        comments=comments,
        note=discussion.note(person.id, thing),
        inside=tuple(one for one in mine if one.id in held),
        outside=tuple(one for one in mine if one.id not in held),
    )


def glimpse(text: str) -> str:
    """The beginning of a title or quote."""
    return text if len(text) <= GLIMPSE else text[: GLIMPSE - 1] + "…"
