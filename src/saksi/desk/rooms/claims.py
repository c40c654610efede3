"""The claims of the ledger, newest first: each said, denied or left open by how many, and how many tell it by themselves."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from saksi.desk.addresses import claim_address, claims_address
from saksi.desk.asking import filter_value, page_number, pages, tidied
from saksi.desk.forms import Row, formed
from saksi.desk.present import Present
from saksi.desk.printing import printed
from saksi.desk.wording import CLAIM_STATES, message
from saksi.joining.claims import Joined
from saksi.limits import PAGE_ROWS

NO_SUCH_STATE = message("A claim can be denied, unsure, told by several or undenied; this address asks for something else.")


def claims(request: Request) -> Response:
    """`/claims?words=&state=&page=`"""
    if (tidy := tidied(request)) is not None:
        return tidy
    query, fitting = _asked(request)
    number = page_number(request)
    return printed(
        request,
        "claims.html",
        rows=[joined.claim for joined in _page(fitting, number)],
        pages=pages(number, len(fitting)),
        list_page=lambda page: claims_address(**query, page=str(page)),
        query=query,
    )


def claims_form(request: Request) -> Response:
    """`/claims.json`, `/claims.csv`, `/claims.atom` under the same filters."""
    _, fitting = _asked(request)
    number = page_number(request)
    return formed(request, "claims", [claim_row(joined) for joined in _page(fitting, number)], pages(number, len(fitting)))


def claim_row(joined: Joined) -> Row:
    """A claim as lists for programs have it."""
    claim = joined.claim
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


def _page(fitting: list[Joined], number: int) -> list[Joined]:
    return fitting[(number - 1) * PAGE_ROWS : number * PAGE_ROWS]


def _asked(request: Request) -> tuple[dict[str, str | None], list[Joined]]:
    words, state = filter_value(request, "words"), filter_value(request, "state")
    if state is not None and state not in CLAIM_STATES:
        raise HTTPException(400, NO_SUCH_STATE)
    present: Present = request.app.state.keeper.present()
    sought = (words or "").casefold().split()
    return {"words": words, "state": state}, [one for one in present.claims if _is(one, state) and _holds(one, sought)]


def _is(joined: Joined, state: str | None) -> bool:
    claim = joined.claim
    return {
        None: True,
        "denied": bool(claim.denied),
        "unsure": bool(claim.unsure),
        "several": claim.origins > 1,
        "undenied": not claim.denied,
    }[state]


def _holds(joined: Joined, sought: list[str]) -> bool:
    """Whether one of its statements holds all the words."""
    if not sought:
        return True
    said = ("\n".join(span.text for span in (*m.statement.contents, *m.statement.speakers)).casefold() for m in joined.members)
    return any(all(word in text for word in sought) for text in said)
