"""The actors of the ledger, those whom most articles name first."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from saksi.desk.addresses import actor_address, actors_address
from saksi.desk.asking import filter_value, page_number, pages, tidied
from saksi.desk.forms import Row, formed
from saksi.desk.present import Present
from saksi.desk.printing import printed
from saksi.desk.wording import ENTITY_KINDS, message
from saksi.limits import PAGE_ROWS
from saksi.records import JoinedActor

NO_SUCH_KIND = message("There is no kind of actor of this name.")


def actors(request: Request) -> Response:
    """`/actors?words=&kind=&page=`"""
    if (tidy := tidied(request)) is not None:
        return tidy
    query, fitting = _asked(request)
    number = page_number(request)
    return printed(
        request,
        "actors.html",
        rows=fitting[(number - 1) * PAGE_ROWS : number * PAGE_ROWS],
        pages=pages(number, len(fitting)),
        list_page=lambda page: actors_address(**query, page=str(page)),
        query=query,
    )


def actors_form(request: Request) -> Response:
    """`/actors.json`, `/actors.csv`, `/actors.atom`"""
    _, fitting = _asked(request)
    number = page_number(request)
    shown = fitting[(number - 1) * PAGE_ROWS : number * PAGE_ROWS]
    return formed(request, "actors", [_row(actor) for actor in shown], pages(number, len(fitting)))


def _asked(request: Request) -> tuple[dict[str, str | None], list[JoinedActor]]:
    words, kind = filter_value(request, "words"), filter_value(request, "kind")
    if kind is not None and kind not in ENTITY_KINDS:
        raise HTTPException(400, NO_SUCH_KIND)
    present: Present = request.app.state.keeper.present()
    sought = (words or "").casefold().split()
    fitting = [actor for actor in present.actors if kind in (None, actor.kind) and _called(actor, sought)]
    return {"words": words, "kind": kind}, fitting


def _called(actor: JoinedActor, sought: list[str]) -> bool:
    return all(word in "\n".join((actor.name, *actor.aliases)).casefold() for word in sought)


def _row(actor: JoinedActor) -> Row:
    more = {"kind": actor.kind, "qid": actor.qid, "articles": len(actor.articles), "statements": len(actor.statements)}
    return Row(id=actor.actor, address=actor_address(actor.actor), title=actor.name, moment=None, more=more)
