"""The claims of the ledger, newest first: each said, denied or left open by how many, and how many tell it by themselves."""

from __future__ import annotations

from typing import cast

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from saksi.desk.addresses import claim_address, claims_address
from saksi.desk.asking import filter_value, page_number, pages, tidied
from saksi.desk.forms import Row, formed
from saksi.desk.present import Present, is_in
from saksi.desk.printing import printed
from saksi.desk.wording import CLAIM_STATES, message
from saksi.joining.claims import Joined
from saksi.ledger.claims import State
from saksi.limits import PAGE_ROWS
from saksi.records import Claim

NO_SUCH_STATE = message("A claim can be denied, unsure, told by several or undenied; this address asks for something else.")


def claims(request: Request) -> Response:
    """`/claims?words=&state=&page=`"""
    if (tidy := tidied(request)) is not None:
        return tidy
    number = page_number(request)
    query, rows, total = _asked(request, number)
    return printed(
        request,
        "claims.html",
        rows=rows,
        pages=pages(number, total),
        list_page=lambda page: claims_address(**query, page=str(page)),
        query=query,
    )


def claims_form(request: Request) -> Response:
    """`/claims.json`, `/claims.csv`, `/claims.atom` under the same filters."""
    number = page_number(request)
    _, rows, total = _asked(request, number)
    return formed(request, "claims", [claim_row(claim) for claim in rows], pages(number, total))


def claim_row(claim: Claim) -> Row:
    """A claim as lists for programs have it."""
    return Row(
        id=claim.claim,
        address=claim_address(claim.claim),
        title=claim.gist,
        moment=claim.last_seen,
        more={
            "asserted": len(claim.asserted),
            "denied": len(claim.denied),
            "unsure": len(claim.unsure),
            "origins": claim.origins,
            "families": len(claim.families),
            "first_seen": claim.first_seen,
            "last_seen": claim.last_seen,
        },
    )


def _asked(request: Request, number: int) -> tuple[dict[str, str | None], list[Claim], int]:
    """What is asked for, that page of the claims that fit, and how many do."""
    words, state = filter_value(request, "words"), filter_value(request, "state")
    if state is not None and state not in CLAIM_STATES:
        raise HTTPException(400, NO_SUCH_STATE)
    present: Present = request.app.state.keeper.present()
    narrowed, query = cast("State | None", state), {"words": words, "state": state}
    start, sought = (number - 1) * PAGE_ROWS, (words or "").casefold().split()
    if not sought:
        return query, *present.claim_page(narrowed, offset=start, limit=PAGE_ROWS)
    fitting = [one.claim for one in present.claims if is_in(one.claim, narrowed) and _holds(one, sought)]
    return query, fitting[start : start + PAGE_ROWS], len(fitting)


def _holds(joined: Joined, sought: list[str]) -> bool:
    """Whether one of its statements holds all the words."""
    said = ("\n".join(span.text for span in (*m.statement.contents, *m.statement.speakers)).casefold() for m in joined.members)
    return any(all(word in text for word in sought) for text in said)
