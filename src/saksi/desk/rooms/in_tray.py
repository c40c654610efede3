"""The in-tray: a member pastes a text or addresses, or gives files, and sees how far their reading is."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from saksi.clock import now
from saksi.desk.addresses import article_address, errand_address, web_address
from saksi.desk.people import person_of
from saksi.desk.printing import printed
from saksi.desk.rooms.talking import desk_of, text_of
from saksi.desk.uploads import Upload
from saksi.desk.wording import message
from saksi.limits import DESK_LISTED, PASTE_CHARS, PUT_IN_FILES, PUT_IN_SECONDS, URL_CHARS
from saksi.runs.tray import Errand, Input, Tray

NOTHING = message("There is nothing to read in it: paste a text or an address, or choose files.")
TOO_MANY = message("These are more addresses than the desk takes at a time.")
NOT_AN_ADDRESS = message("Where a text was published is told by an address that begins with https:// or http://.")
NO_ADDRESSES = message(
    "This desk does not ask for addresses until its owner allows it, on the page of members or by: saksi members addresses fetched"
)
NO_ERRAND = message("The desk does not remember this reading; what was read stands among the articles.")
PASTED = "pasted.txt"
"""The name of a text of which nobody said where it was published."""

_TRAIL_CHARS = 120


def put_in(request: Request) -> Response:
    """`/read`: the form, and what one put in before. A POST takes `text` (words, or an address a line), `uri` and `files` in."""
    tray: Tray = request.app.state.tray
    members, person = desk_of(request)
    if request.method != "POST":
        return printed(
            request,
            "in_tray.html",
            errands=tray.of(person.id or "")[:DESK_LISTED],
            fetches=members.setting("addresses") == "fetched",
        )
    inputs = _inputs(text_of(request, "text", PASTE_CHARS), text_of(request, "uri", URL_CHARS), request.state.files)
    if any(one.data is None for one in inputs) and members.setting("addresses") != "fetched":
        raise HTTPException(403, NO_ADDRESSES)
    made = tray.put(person.id or "", inputs)
    members.note(now(), person.name or "", "put in", ", ".join(one.name for one in inputs)[:_TRAIL_CHARS])
    made.ended.wait(PUT_IN_SECONDS)
    read = made.articles
    straight = made.state == "done" and len(read) == len(made.items) == 1
    return RedirectResponse(article_address(read[0]) if straight else errand_address(made.id), 303)


def errand(request: Request) -> Response:
    """`/read/{errand}`: how far a reading is, and what came of it; a POST cancels it. One's own, or any for an owner. Raises 404."""
    tray: Tray = request.app.state.tray
    found = _own(request, tray)
    if request.method == "POST":
        members, person = desk_of(request)
        if not found.ended.is_set():
            tray.cancel(found)
            members.note(now(), person.name or "", "cancelled", ", ".join(found.names)[:_TRAIL_CHARS])
            found.ended.wait(PUT_IN_SECONDS)
        return RedirectResponse(errand_address(found.id), 303)
    return printed(request, "errand.html", errand=found, running=not found.ended.is_set(), stopping=found.cancelled.is_set())


def _own(request: Request, tray: Tray) -> Errand:
    person = person_of(request)
    found = tray.errand(request.path_params["errand"])
    if found is None or (found.by != person.id and person.role != "owner"):
        raise HTTPException(404, NO_ERRAND)
    return found


def _inputs(text: str, uri: str, files: tuple[Upload, ...]) -> tuple[Input, ...]:
    """What a form asks to have read: each line an address where all are, else one text; and the files. Raises 400."""
    lines = text.split()
    addresses = bool(lines) and all(web_address(line) is not None for line in lines)
    if addresses and len(lines) > PUT_IN_FILES:
        raise HTTPException(413, TOO_MANY)
    if uri and web_address(uri) is None:
        raise HTTPException(400, NOT_AN_ADDRESS)
    told = [Input(name=line) for line in lines] if addresses else [Input(name=uri or PASTED, data=text.encode())] if text else []
    found = (*told, *(Input(name=each.name, data=each.data) for each in files))
    if not found:
        raise HTTPException(400, NOTHING)
    return found
