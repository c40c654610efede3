"""Where two articles cannot both be right: both places verbatim, with the words that differ."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from saksi.desk.addresses import article_address, conflicts_address
from saksi.desk.asking import filter_value, page_number, pages, tidied
from saksi.desk.clashing import Facing, facing
from saksi.desk.forms import Row, formed
from saksi.desk.lines import Desk
from saksi.desk.present import Present
from saksi.desk.printing import printed
from saksi.desk.wording import CONFLICTS, message
from saksi.limits import PAGE_ROWS
from saksi.records import Clash

NO_SUCH_KIND = message("There is no conflict of this kind.")


def conflicts(request: Request) -> Response:
    """`/conflicts?kind=&page=`"""
    if (tidy := tidied(request)) is not None:
        return tidy
    kind, fitting = _asked(request)
    number = page_number(request)
    return printed(
        request,
        "conflicts.html",
        rows=_page(request, fitting, number),
        pages=pages(number, len(fitting)),
        list_page=lambda page: conflicts_address(kind, page),
        kind=kind,
    )


def conflicts_form(request: Request) -> Response:
    """`/conflicts.json`, `/conflicts.csv`, `/conflicts.atom`"""
    _, fitting = _asked(request)
    number = page_number(request)
    return formed(request, "conflicts", [_row(one) for one in _page(request, fitting, number)], pages(number, len(fitting)))


def _asked(request: Request) -> tuple[str | None, list[Clash]]:
    kind = filter_value(request, "kind")
    if kind is not None and kind not in CONFLICTS:
        raise HTTPException(400, NO_SUCH_KIND)
    present: Present = request.app.state.keeper.present()
    return kind, [clash for clash in present.conflicts if kind in (None, clash.kind)]


def _page(request: Request, fitting: list[Clash], number: int) -> list[Facing]:
    desk = Desk(request.app.state.ledger)
    return [facing(clash, desk) for clash in fitting[(number - 1) * PAGE_ROWS : number * PAGE_ROWS]]


def _row(one: Facing) -> Row:
    clash = one.clash
    return Row(
        id=clash.conflict,
        address=article_address(clash.b.article),
        title=f"{clash.a.text} / {clash.b.text}",
        moment=one.b.article.published or one.b.article.fetched,
        more={
            "kind": clash.kind,
            "a": clash.a.text,
            "b": clash.b.text,
            "differs": "; ".join(f"{pair.a} / {pair.b}" for pair in clash.differs),
            "a_article": clash.a.article,
            "b_article": clash.b.article,
        },
    )
