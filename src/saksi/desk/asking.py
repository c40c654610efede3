"""What an address asks for: filters and page numbers, checked before a ledger sees them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse

from saksi.desk.addresses import own_path, with_query
from saksi.desk.wording import message
from saksi.limits import DESK_PAGES, DESK_QUERY_CHARS, PAGE_ROWS

TOO_LONG = message("A filter in this address is too long.")
UNREADABLE = message("A filter in this address holds a character that no text has.")
NO_SUCH_PAGE = message("There is no such page in this list.")


class Pages(msgspec.Struct, frozen=True, kw_only=True):
    """Where in a list of `total` rows a page stands; `number` counts from 1."""

    number: int
    total: int

    @property
    def count(self) -> int:
        """How many pages there are; an empty list has one."""
        return max(1, -(-self.total // PAGE_ROWS))

    @property
    def first(self) -> int:
        return (self.number - 1) * PAGE_ROWS + 1

    @property
    def last(self) -> int:
        return min(self.number * PAGE_ROWS, self.total)

    def neighbours(self) -> Iterator[int | None]:
        """The page before and the page after, None at either end."""
        yield self.number - 1 if self.number > 1 else None
        yield self.number + 1 if self.number < self.count else None


def tidied(request: Request) -> RedirectResponse | None:
    """Where a form left filters empty: to the address without them, which is the one worth sharing."""
    asked = dict(request.query_params)
    return RedirectResponse(with_query(own_path(request.scope["path"]), asked)) if "" in asked.values() else None


def filter_value(request: Request, name: str) -> str | None:
    """One filter of the address, None where it is empty. Raises HTTPException 400 for what no ledger should see."""
    value = request.query_params.get(name, "").strip()
    if len(value) > DESK_QUERY_CHARS:
        raise HTTPException(400, TOO_LONG)
    if "\x00" in value:
        raise HTTPException(400, UNREADABLE)
    return value or None


def page_number(request: Request) -> int:
    """The page that the address asks for, from 1. Raises HTTPException 404 for what is no page number."""
    asked = request.query_params.get("page", "1")
    if not (asked.isascii() and asked.isdigit() and len(asked) <= len(str(DESK_PAGES)) and 1 <= int(asked) <= DESK_PAGES):
        raise HTTPException(404, NO_SUCH_PAGE)
    return int(asked)


def pages(number: int, total: int) -> Pages:
    """The page in its list. Raises HTTPException 404 where the list ends before it."""
    found = Pages(number=number, total=total)
    if number > found.count:
        raise HTTPException(404, NO_SUCH_PAGE)
    return found
