"""The owner's page: members, invitations, what visitors see, comments that wait, and the trail of what was done."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from saksi.clock import now
from saksi.desk.addresses import with_query
from saksi.desk.printing import printed
from saksi.desk.rooms.talking import desk_of
from saksi.ledger.discussion import Discussion
from saksi.ledger.members import SETTINGS
from saksi.runs.membership import invite


def members(request: Request) -> Response:
    """`/members`: the page; its forms invite, withdraw, remove and choose. A new invitation's link is shown once."""
    if request.method != "POST":
        return _page(request)
    held, person = desk_of(request)
    form, who = request.state.form, person.name or ""
    match form.get("act"):
        case "invite":
            secret = invite(held, role="owner" if form.get("role") == "owner" else "member", now=now(), who=who)
            return _page(request, link=str(request.base_url).rstrip("/") + with_query("/join", {"key": secret}))
        case "withdraw":
            held.withdraw(form.get("digest", ""), now=now(), who=who)
        case "remove":
            held.remove(form.get("member", ""), now=now(), who=who)
        case "choose":
            for name in SETTINGS.keys() & form.keys():
                held.choose(name, form.get(name, ""), now=now(), who=who)
    return RedirectResponse("/members", 303)


def _page(request: Request, *, link: str = "") -> Response:
    held, _ = desk_of(request)
    return printed(
        request,
        "members.html",
        everybody=held.everybody(),
        invitations=held.invitations(now()),
        settings={name: held.setting(name) for name in SETTINGS},
        waiting=Discussion(held).newest(states=("waiting",)),
        trail=held.trail(),
        link=link,
    )
