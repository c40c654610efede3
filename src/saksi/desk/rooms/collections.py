"""Collections of articles and claims for an investigation: the list, and one with its things."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from saksi.clock import now
from saksi.desk.addresses import collection_address
from saksi.desk.printing import printed
from saksi.desk.rooms.talking import EMPTY, changeable, desk_of, text_of
from saksi.ledger.discussion import Discussion, Thing, may_change
from saksi.limits import MEMBER_NAME_CHARS


def collections(request: Request) -> Response:
    """`/collections`: every collection; the form begins one."""
    held, person = desk_of(request)
    discussion = Discussion(held)
    if request.method != "POST":
        return printed(request, "collections.html", rows=discussion.collections(), chars=MEMBER_NAME_CHARS)
    name = text_of(request, "name", MEMBER_NAME_CHARS)
    if not name:
        raise HTTPException(400, EMPTY)
    return RedirectResponse(collection_address(discussion.begin(name, person.id or "", now=now())), 303)


def collection(request: Request) -> Response:
    """`/collections/{collection}`: its things; the forms take one out (`kind`, `thing`), or drop the whole. Raises MemberRefused."""
    held, person = desk_of(request)
    discussion = Discussion(held)
    found = discussion.collection(request.path_params["collection"])
    if request.method != "POST":
        mine = may_change(found, person.id or "", owner=person.role == "owner")
        return printed(request, "collection.html", collection=found, mine=mine)
    form, key = request.state.form, changeable(discussion, found.id, person)
    if form.get("drop"):
        discussion.drop(key)
        return RedirectResponse("/collections", 303)
    discussion.put_back(key, Thing(kind="claim" if form.get("kind") == "claim" else "article", id=form.get("thing", "")))
    return RedirectResponse(collection_address(key), 303)
