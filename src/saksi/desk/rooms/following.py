"""What is followed: the feeds with what became of their items, or the items of one feed or state with the reasons."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from saksi.desk.addresses import following_address
from saksi.desk.asking import filter_value, page_number, pages, tidied
from saksi.desk.printing import printed
from saksi.desk.wording import ITEM_STATES, message
from saksi.ledger.following import Following, following_of
from saksi.ledger.protocol import Ledger
from saksi.limits import PAGE_ROWS

NO_SUCH_STATE = message("No item of a feed can be in this state.")


def following(request: Request) -> Response:
    """`/following?feed=&state=&page=`; without feed and state the list of feeds. Raises NotFollowed for a feed that there is not."""
    if (tidy := tidied(request)) is not None:
        return tidy
    ledger: Ledger = request.app.state.ledger
    held = following_of(ledger)
    feed, state = filter_value(request, "feed"), filter_value(request, "state")
    if state is not None and state not in ITEM_STATES:
        raise HTTPException(400, NO_SUCH_STATE)
    if held is not None and (feed is not None or state is not None):
        return _items(request, held, feed, state)
    number = page_number(request)
    every = held.feeds() if held is not None else []
    shown = every[(number - 1) * PAGE_ROWS : number * PAGE_ROWS]
    return printed(
        request,
        "following.html",
        rows=shown,
        pages=pages(number, len(every)),
        list_page=lambda page: following_address(page=page),
        totals={name: sum(each.counts.get(name, 0) for each in every) for name in ITEM_STATES},
    )


def _items(request: Request, held: Following, wanted: str | None, state: str | None) -> Response:
    feed = held.feed(wanted) if wanted is not None else None
    number = page_number(request)
    key = feed.id if feed is not None else None
    found, total = held.items(feed=key, state=state, offset=(number - 1) * PAGE_ROWS, limit=PAGE_ROWS)
    return printed(
        request,
        "items.html",
        feed=feed,
        state=state,
        rows=found,
        pages=pages(number, total),
        list_page=lambda page: following_address(key, state, page),
        names={each.feed.id: each.feed.name or each.feed.address for each in held.feeds()},
    )
