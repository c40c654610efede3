"""What members send from the pages of articles, claims and watches: comments, notes, what they gather, watches for their list."""

from __future__ import annotations

from typing import Literal

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from saksi.clock import now
from saksi.desk.addresses import thing_address, watch_address
from saksi.desk.atom import comments_feed
from saksi.desk.cited import cited
from saksi.desk.people import Person, person_of
from saksi.desk.talk import glimpse
from saksi.desk.wording import message
from saksi.ledger.discussion import Discussion, Thing, may_change
from saksi.ledger.members import Members, members_of
from saksi.ledger.protocol import Ledger
from saksi.ledger.watching import watching_of
from saksi.limits import ATOM_ALERTS, COMMENT_CHARS, MEMBER_NAME_CHARS, NOTE_CHARS

EMPTY = message("There is nothing in it yet.")
TOO_LONG = message("This is longer than what is taken here.")
NO_THING = message("There is no such article or claim.")
NOT_YOURS = message("Only who began a collection, or an owner, may change it.")
NO_MEMBERS = message("This kind of ledger keeps no members.")


def comment(request: Request) -> Response:
    """`/comment`: a comment on an article or claim, seen at once or once an owner lets it."""
    members, person = desk_of(request)
    thing, text = _thing(request), text_of(request, "text", COMMENT_CHARS)
    if not text:
        raise HTTPException(400, EMPTY)
    shown = person.role == "owner" or members.setting("comments") == "open"
    made = Discussion(members).comment(thing, person.id or "", text, shown=shown, now=now(), who=person.name or "")
    return RedirectResponse(f"{thing_address(thing.kind, thing.id)}#c-{made}", 303)


def moderate(request: Request) -> Response:
    """`/moderate`: show or hide a comment."""
    members, person = desk_of(request)
    form = request.state.form
    state: Literal["shown", "hidden"] = "shown" if form.get("state") == "shown" else "hidden"
    thing = Discussion(members).moderate(form.get("comment", ""), state, now=now(), who=person.name or "")
    onward = "/members#waiting" if form.get("from") == "members" else f"{thing_address(thing.kind, thing.id)}#talk"
    return RedirectResponse(onward, 303)


def note(request: Request) -> Response:
    """`/note`: keep one's own words on a thing; empty ones drop them."""
    members, person = desk_of(request)
    thing = _thing(request)
    Discussion(members).keep_note(person.id or "", thing, text_of(request, "text", NOTE_CHARS), now=now())
    return RedirectResponse(f"{thing_address(thing.kind, thing.id)}#note", 303)


def gather(request: Request) -> Response:
    """`/gather`: put a thing into a collection, or into a new one with the name that was given; `out` takes it out."""
    members, person = desk_of(request)
    discussion, form = Discussion(members), request.state.form
    if form.get("out"):
        thing = Thing(kind="claim" if form.get("kind") == "claim" else "article", id=form.get("thing", ""))
        discussion.put_back(changeable(discussion, form["out"], person), thing)
    else:
        thing, name = _thing(request), text_of(request, "name", MEMBER_NAME_CHARS)
        begun = discussion.begin(name, person.id or "", now=now()) if name else form.get("collection", "")
        discussion.gather(changeable(discussion, begun, person), thing, now=now())
    return RedirectResponse(f"{thing_address(thing.kind, thing.id)}#gather", 303)


def watchlist(request: Request) -> Response:
    """`/watchlist`: put a watch on one's list, or take it off. Raises NotFollowed."""
    members, person = desk_of(request)
    watching = watching_of(request.app.state.ledger)
    if watching is None:
        raise HTTPException(404)
    form = request.state.form
    watch = watching.watch(form.get("watch", ""))
    Discussion(members).keep_watch(person.id or "", watch.id, kept=form.get("keep") == "yes")
    return RedirectResponse(watch_address(watch.id), 303)


def comments_atom(request: Request) -> Response:
    """`/comments.atom`: the newest comments that everybody sees."""
    members = members_of(request.app.state.ledger)
    found = Discussion(members).newest(limit=ATOM_ALERTS) if members is not None else []
    body = comments_feed(found, base=str(request.base_url).rstrip("/"), place=thing_address)
    return Response(body, media_type="application/atom+xml", headers={"Cache-Control": "private, no-cache"})


def desk_of(request: Request) -> tuple[Members, Person]:
    """The members' tables and who asks. Raises 404 where the ledger has none."""
    members = members_of(request.app.state.ledger)
    if members is None:
        raise HTTPException(404, NO_MEMBERS)
    return members, person_of(request)


def text_of(request: Request, field: str, most: int) -> str:
    """A field's text with plain line ends and no blanks around. Raises 400 for a longer one than `most` characters."""
    text = str(request.state.form.get(field, "")).replace("\r\n", "\n").replace("\r", "\n").strip()
    if len(text) > most:
        raise HTTPException(400, TOO_LONG)
    return text


def changeable(discussion: Discussion, collection: str, person: Person) -> str:
    """The id of a collection that this person may change. Raises MemberRefused for none, 403 for another's."""
    found = discussion.collection(collection)
    if not may_change(found, person.id or "", owner=person.role == "owner"):
        raise HTTPException(403, NOT_YOURS)
    return found.id


def _thing(request: Request) -> Thing:
    """The thing that a form is about, with its title or quote. Raises NotInLedger, or 404."""
    ledger: Ledger = request.app.state.ledger
    form = request.state.form
    if form.get("kind") == "article":
        article = ledger.reading(form.get("thing", "")).article
        return Thing(kind="article", id=article.id, label=glimpse(article.title or article.text))
    found = cited(ledger, form.get("thing", "")) if form.get("kind") == "claim" else None
    if found is None:
        raise HTTPException(404, NO_THING)
    return Thing(kind="claim", id=form["thing"], label=glimpse(" … ".join(found[1].quotes)))
