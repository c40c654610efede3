"""The table of all statements, with filters that live in the address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from saksi.desk.addresses import article_address, statements_address
from saksi.desk.asking import filter_value, page_number, pages, tidied
from saksi.desk.choices import choices
from saksi.desk.forms import Row, formed
from saksi.desk.printing import printed
from saksi.desk.wording import FILTERS, message
from saksi.ledger.protocol import Ledger, Stance, StatementFilter, StatementRow
from saksi.limits import PAGE_ROWS

FACETS = ("speaker", "stance", "certainty", "act", "outlet", "language")
"""Filters that the room offers with counts, in the order of the page."""

NO_SUCH_STANCE = message("A statement is asserted, denied or unsure; this address asks for something else.")


def statements(request: Request) -> Response:
    """`/statements?words=&speaker=&stance=&certainty=&act=&outlet=&language=&article=&page=`"""
    if (tidy := tidied(request)) is not None:
        return tidy
    ledger: Ledger = request.app.state.ledger
    query = {name: filter_value(request, name) for name in FILTERS}
    number = page_number(request)
    found = ledger.statements(_wanted(query), offset=(number - 1) * PAGE_ROWS, limit=PAGE_ROWS)
    return printed(
        request,
        "statements.html",
        rows=found.rows,
        pages=pages(number, found.total),
        list_page=lambda page: statements_address(**query, page=str(page)),
        query=query,
        choices={name: choices(name, found.facets.get(name, ()), query, statements_address) for name in FACETS},
        without={name: statements_address(**{**query, name: None}) for name in FILTERS},
    )


def statements_form(request: Request) -> Response:
    """`/statements.json`, `/statements.csv`, `/statements.atom` under the same filters."""
    ledger: Ledger = request.app.state.ledger
    number = page_number(request)
    wanted = _wanted({name: filter_value(request, name) for name in FILTERS})
    found = ledger.statements(wanted, offset=(number - 1) * PAGE_ROWS, limit=PAGE_ROWS)
    return formed(request, "statements", [said_row(row) for row in found.rows], pages(number, found.total))


def said_row(row: StatementRow) -> Row:
    """A statement as lists for programs have it."""
    return Row(
        id=row.statement.id,
        address=article_address(row.article, row.statement.id),
        title=" … ".join(content.text for content in row.statement.contents),
        moment=row.published,
        more={
            "speaker": row.speaker,
            "stance": row.stance,
            "certainty": row.statement.certainty,
            "act": row.statement.act,
            "relay": ", ".join(party.text for party in row.statement.relay) or None,
            "outlet": row.outlet,
            "headline": row.title,
            "language": row.language,
        },
    )


def _wanted(query: Mapping[str, str | None]) -> StatementFilter:
    if query["stance"] is not None and query["stance"] not in get_args(Stance):
        raise HTTPException(400, NO_SUCH_STANCE)
    return msgspec.convert(query, StatementFilter)
