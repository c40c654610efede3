"""A member's own page: where they are logged in, their password, their notes and the watches on their list."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from saksi.clock import now
from saksi.desk.printing import printed
from saksi.desk.rooms.login import NOT_THE_SAME, TOO_MANY
from saksi.desk.rooms.talking import desk_of
from saksi.desk.wording import REFUSALS, message
from saksi.errors import MemberRefused
from saksi.ledger.discussion import Discussion
from saksi.ledger.members import Member, folded
from saksi.ledger.watching import watching_of
from saksi.limits import PASSWORD_LEAST_CHARS
from saksi.runs.membership import hashed, right_password

NOT_IT = message("This is not your password.")
CHANGED = message("You have a new password, and are logged out everywhere else.")


def account(request: Request) -> Response:
    """`/account`: the page; its forms end a session (`session`) or change the password (`password`, `new`, `again`)."""
    if request.method != "POST":
        return _page(request)
    members, person = desk_of(request)
    form = request.state.form
    if form.get("session"):
        members.close_session(person.id or "", form["session"])
        return RedirectResponse("/account#sessions", 303)
    wrong = _changed(request) if not person.alone else NOT_IT
    return _page(request, wrong=wrong, told="" if wrong else CHANGED, status=400 if wrong else 200)


def _changed(request: Request) -> str:
    """Change the password; gives what is wrong, "" where nothing is."""
    members, person = desk_of(request)
    form, name = request.state.form, person.name or ""
    address = request.client.host if request.client is not None else ""
    if not request.app.state.tries.take(address, folded(name)):
        return TOO_MANY
    if not right_password(members, Member(id=person.id or "", name=name, role="member", added=""), form.get("password", "")):
        return NOT_IT
    request.app.state.tries.forget(address, folded(name))
    if form.get("new", "") != form.get("again", ""):
        return NOT_THE_SAME
    try:
        members.set_password(name, hashed(form.get("new", "")), now=now(), who=name, keep=person.session)
    except MemberRefused as error:
        return REFUSALS[error.code]
    return ""


def _page(request: Request, *, wrong: str = "", told: str = "", status: int = 200) -> Response:
    members, person = desk_of(request)
    discussion = Discussion(members)
    kept = discussion.watchlist(person.id or "")
    watching = watching_of(request.app.state.ledger)
    return printed(
        request,
        "account.html",
        status=status,
        sessions=members.sessions(person.id or "", now()),
        notes=discussion.notes(person.id or ""),
        watches=[watch for watch in watching.watches() if watch.id in kept] if watching is not None else [],
        least=PASSWORD_LEAST_CHARS,
        wrong=wrong,
        told=told,
    )
