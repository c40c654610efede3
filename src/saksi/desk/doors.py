"""The door before every room: who may enter, where a form came from, and what it holds. A room that is not listed is the owner's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import parse_qsl, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from saksi.desk.addresses import login_address
from saksi.desk.people import Need, may, person_of
from saksi.desk.uploads import FILES_TOO, files_of, is_upload
from saksi.desk.wording import message
from saksi.limits import FORM_BYTES, FORM_FIELDS

SAFE = frozenset(("GET", "HEAD", "OPTIONS"))
NEEDS: Mapping[str, Need] = {
    "articles": "read",
    "entity": "texts",
    "article": "read",
    "family": "texts",
    "statements": "read",
    "following": "read",
    "watches": "read",
    "watch_atom": "read",
    "watch": "read",
    "lights": "open",
    "claim": "read",
    "family_form": "texts",
    "story_form": "read",
    "watches_form": "read",
    "watch_form": "read",
    "following_form": "read",
    "claim_embed": "read",
    "claim_card": "read",
    "article_card": "read",
    "story_card": "read",
    "articles_form": "read",
    "statements_form": "read",
    "search": "read",
    "search_form": "read",
    "claims": "read",
    "claims_form": "read",
    "claim_form": "read",
    "conflicts": "read",
    "conflicts_form": "read",
    "today": "read",
    "story": "read",
    "actors": "read",
    "actors_form": "read",
    "actor": "read",
    "places": "read",
    "places_form": "read",
    "map": "read",
    "map_form": "read",
    "place": "read",
    "timeline": "read",
    "timeline_form": "read",
    "spoken_time": "read",
    "network": "read",
    "network_form": "read",
    "tie": "read",
    "outlet": "read",
    "outlet_form": "read",
    "comments_atom": "read",
    "login": "open",
    "logout": "open",
    "join": "open",
    "comment": "write",
    "note": "write",
    "gather": "write",
    "watchlist": "write",
    "collections": "write",
    "collection": "write",
    "account": "write",
    "judge": "judge",
    "judge_family": "judge",
    "judge_actor": "judge",
    "missed": "judge",
    "withdraw": "judge",
    "judgements": "read",
    "put_in": "write",
    "errand": "write",
    "members": "manage",
    "moderate": "manage",
}
"""By the name of a route what it asks for."""

FOREIGN = message("This form came from another page. Open the page here, and send it from there.")
NO_FORM = message("This is no form of the desk, or a longer one than it takes.")
MEMBERS_ONLY = message("Only a member may do this.")
OWNERS_ONLY = message("Only an owner of the desk may do this.")
TEXTS_ONLY = message("Visitors see quotes with links here; whole texts are for members.")
REASONS: Mapping[Need, str] = {"texts": TEXTS_ONLY, "manage": OWNERS_ONLY}


def guarded(route: BaseRoute) -> BaseRoute:
    """The same route behind the door; what is mounted (style sheets, scripts) has none."""
    if not isinstance(route, Route):
        return route
    room: Callable[[Request], Response] = route.endpoint

    async def enter(request: Request) -> Response:
        if request.method not in SAFE:
            check_origin(request)
        elsewhere = await run_in_threadpool(_stopped, request, NEEDS.get(route.name, "manage"))
        if elsewhere is not None:
            return elsewhere
        if request.method not in SAFE:
            if route.name in FILES_TOO and is_upload(request):
                request.state.form, request.state.files = await files_of(request)
            else:
                request.state.form, request.state.files = await form_of(request), ()
        answer = await run_in_threadpool(room, request)
        if person_of(request).session:
            answer.headers["Cache-Control"] = "private, no-store"  # going back after logging out shows the page no more
        return answer

    return Route(route.path, enter, name=route.name, methods=list(route.methods or ("GET",)))


def check_origin(request: Request) -> None:
    """Let a form in only from a page of this desk: by Sec-Fetch-Site, and by Origin, of which a browser sends one at least. Raises 403."""
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    same_site = site is None or site == "same-origin"
    same_origin = origin is None or urlsplit(origin).netloc == request.headers.get("host")
    if (site is None and origin is None) or not same_site or not same_origin:
        raise HTTPException(403, FOREIGN)


async def form_of(request: Request) -> dict[str, str]:
    """The fields of a form, each once. Raises 400 for what no text has, 413 for too much, 415 for another kind."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/x-www-form-urlencoded":
        raise HTTPException(415, NO_FORM)
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > FORM_BYTES:
            raise HTTPException(413, NO_FORM)
    try:
        fields = dict(parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=FORM_FIELDS))
    except ValueError as error:
        raise HTTPException(400, NO_FORM) from error
    if any("\x00" in value for value in fields.values()):
        raise HTTPException(400, NO_FORM)
    return fields


def _stopped(request: Request, need: Need) -> Response | None:
    """Where who may not enter is sent to: a visitor who could log in, to there. None for who may. Raises 403."""
    person = person_of(request)
    if may(person, need):
        return None
    if person.role == "visitor" and person.doors and request.method in SAFE and need != "texts":
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(login_address(request.url.path + query), 303)
    raise HTTPException(403, REASONS.get(need, MEMBERS_ONLY))
