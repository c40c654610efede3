"""Who stands before the desk: a visitor, a member or an owner; and what each may do, in this one place."""

from __future__ import annotations

from typing import Literal

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from saksi.clock import now
from saksi.errors import SaksiError
from saksi.ledger.members import ALONE, members_of
from saksi.limits import SESSION_SECONDS
from saksi.runs.membership import digest_of

Need = Literal["open", "read", "texts", "write", "judge", "manage"]
"""What a room asks for: nothing; reading; reading whole texts; writing comments, notes and collections; judging; managing."""

HANDED_ON = ("forwarded", "x-forwarded-for", "via")
"""Headers that a proxy puts on what it hands on; what comes by one is not the single user on this machine."""


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody at the desk. `id` and `name` are None for a visitor; `name` is empty for the single user of a desk without members.

    `session` is the digest of their session; `texts` says whether they see whole texts, `doors` whether one can log in here.
    """

    id: str | None = None
    name: str | None = None
    role: Literal["visitor", "member", "owner"] = "visitor"
    session: str = ""
    texts: bool = True
    doors: bool = False

    @property
    def alone(self) -> bool:
        return self.id == ALONE


def may(person: Person, need: Need) -> bool:
    """Whether somebody may enter a room that asks for `need`."""
    match need:
        case "open" | "read":
            return True
        case "texts":
            return person.texts
        case "write":
            return person.role != "visitor"
        case "judge":
            return may_judge(person)
        case "manage":
            return person.role == "owner"


def may_judge(person: Person) -> bool:
    """Whether somebody may judge what was read: joins, missed statements, spans."""
    return person.role != "visitor"


def person_of(request: Request) -> Person:
    """Who asks, found once a request. Raises LedgerError."""
    found: Person | None = getattr(request.state, "person", None)
    if found is None:
        found = request.state.person = _found(request)
    return found


def person_or_visitor(request: Request) -> Person:
    """The same for a page that must be printed whatever happens."""
    try:
        return person_of(request)
    except SaksiError:
        return Person()


def cookie_name(request: Request) -> str:
    """Over https the name by which browsers let no other host and no plain page set it."""
    return "__Host-saksi" if request.url.scheme == "https" else "saksi_session"


def keep_session(request: Request, answer: Response, secret: str) -> None:
    """Give the browser the secret of a session: not for scripts, not for requests from other pages, over https only there."""
    secure = request.url.scheme == "https"
    answer.set_cookie(cookie_name(request), secret, max_age=SESSION_SECONDS, path="/", httponly=True, samesite="lax", secure=secure)


def _found(request: Request) -> Person:
    members = members_of(request.app.state.ledger)
    if members is None:
        return Person()
    secret = request.cookies.get(cookie_name(request))
    if secret:
        member = members.member_of(digest_of(secret), now())
        if member is not None:
            return Person(id=member.id, name=member.name, role=member.role, session=digest_of(secret), doors=True)
    doors = members.any()
    local = request.app.state.on_this_machine and not any(name in request.headers for name in HANDED_ON)
    if local and not doors:
        return Person(id=ALONE, name="", role="owner")
    return Person(texts=members.setting("visitors") == "full", doors=doors)
