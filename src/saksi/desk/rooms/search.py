"""The search: statements by their words and by who, where, when and how, as verbatim excerpts with the hits marked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from saksi.desk.addresses import search_address
from saksi.desk.asking import filter_value, page_number, pages, tidied
from saksi.desk.choices import choices
from saksi.desk.forms import formed
from saksi.desk.printing import printed
from saksi.desk.rooms.statements import NO_SUCH_STANCE, said_row
from saksi.desk.wording import SEARCHED, message
from saksi.errors import LedgerError
from saksi.ledger.excerpts import excerpt
from saksi.ledger.protocol import Ledger, SearchFilter, SearchPage, Stance
from saksi.ledger.search import checked
from saksi.limits import DESK_EXCERPT_CHARS, PAGE_ROWS

FACETS = ("speaker", "place", "event", "stance", "outlet", "language", "act", "certainty")
"""Filters that the room offers with counts, in the order of the page."""

UNSEARCHABLE = message("This cannot be looked for. Write a date as 2017-03-24, 2017-03 or 2017, and a name with at least one letter.")


def search(request: Request) -> Response:
    """`/search?words=&actor=&speaker=&place=&event=&since=&until=&stance=&outlet=&language=&act=&certainty=&article=&page=`"""
    if (tidy := tidied(request)) is not None:
        return tidy
    query = _query(request)
    number = page_number(request)
    found = _found(request, query, number)
    return printed(
        request,
        "search.html",
        rows=[hit.row for hit in found.hits],
        excerpts={hit.row.statement.id: excerpt(hit, DESK_EXCERPT_CHARS) for hit in found.hits},
        more=found.more,
        pages=pages(number, found.total),
        list_page=lambda page: search_address(**query, page=str(page)),
        query=query,
        choices={name: choices(name, found.facets.get(name, ()), query, search_address) for name in FACETS},
        without={name: search_address(**{**query, name: None}) for name in SEARCHED},
    )


def search_form(request: Request) -> Response:
    """`/search.json`, `/search.csv`, `/search.atom` under the same filters."""
    number = page_number(request)
    found = _found(request, _query(request), number)
    return formed(request, "search", [said_row(hit.row) for hit in found.hits], pages(number, found.total))


def _query(request: Request) -> dict[str, str | None]:
    return {name: filter_value(request, name) for name in SEARCHED}


def _found(request: Request, query: Mapping[str, str | None], number: int) -> SearchPage:
    if query["stance"] is not None and query["stance"] not in get_args(Stance):
        raise HTTPException(400, NO_SUCH_STANCE)
    wanted = msgspec.convert(query, SearchFilter)
    try:
        checked(wanted)
    except LedgerError as error:
        raise HTTPException(400, UNSEARCHABLE) from error
    ledger: Ledger = request.app.state.ledger
    return ledger.search(wanted, offset=(number - 1) * PAGE_ROWS, limit=PAGE_ROWS)
