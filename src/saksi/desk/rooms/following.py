"""What is followed: the feeds with what became of their items, or the items of one feed or state with the reasons."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from saksi.desk.addresses import article_address, following_address
from saksi.desk.asking import filter_value, page_number, pages, tidied
from saksi.desk.forms import Row, formed
from saksi.desk.printing import printed
from saksi.desk.wording import ITEM_STATES, message
from saksi.ledger.following import Following, following_of
from saksi.ledger.protocol import Ledger
from saksi.limits import PAGE_ROWS
from saksi.records import FeedStatus, SeenItem

NO_SUCH_STATE = message("No item of a feed can be in this state.")


def following(request: Request) -> Response:
    """`/following?feed=&state=&page=`; without feed and state the list of feeds. Raises NotFollowed for a feed that there is not."""
    if (tidy := tidied(request)) is not None:
        return tidy
    ledger: Ledger = request.app.state.ledger
    held = following_of(ledger)
    feed, state = _asked(request)
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


def following_form(request: Request) -> Response:
    """`/following.json`, `.csv`, `.atom`: the feeds, or under the same filters the items. Raises NotFollowed."""
    held = following_of(request.app.state.ledger)
    (wanted, state), number = _asked(request), page_number(request)
    offset = (number - 1) * PAGE_ROWS
    if held is not None and (wanted is not None or state is not None):
        key = held.feed(wanted).id if wanted is not None else None
        found, total = held.items(feed=key, state=state, offset=offset, limit=PAGE_ROWS)
        return formed(request, "items", [_item_row(item) for item in found], pages(number, total))
    every = held.feeds() if held is not None else []
    return formed(request, "feeds", [_feed_row(each) for each in every[offset : offset + PAGE_ROWS]], pages(number, len(every)))


def _asked(request: Request) -> tuple[str | None, str | None]:
    """The feed and the state that the address asks for. Raises HTTPException 400 for a state that there is not."""
    feed, state = filter_value(request, "feed"), filter_value(request, "state")
    if state is not None and state not in ITEM_STATES:
        raise HTTPException(400, NO_SUCH_STATE)
    return feed, state


def _feed_row(row: FeedStatus) -> Row:
    feed = row.feed
    counts = {name: row.counts.get(name, 0) for name in ITEM_STATES}
    more = {"feed": feed.moved or feed.address, "state": feed.state, "why": feed.why, "asked": feed.asked, "due": feed.due, **counts}
    return Row(id=feed.id, address=following_address(feed.id), title=feed.name or feed.address, moment=feed.asked or feed.added, more=more)


def _item_row(item: SeenItem) -> Row:
    address = article_address(item.article) if item.article is not None else following_address(item.feed, item.state)
    more = {"feed": item.feed, "state": item.state, "why": item.why, "link": item.link, "published": item.published}
    return Row(id=item.id, address=address, title=item.title or item.link or item.id, moment=item.seen, more=more)


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
