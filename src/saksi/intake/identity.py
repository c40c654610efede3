"""Which item of a feed is the same as one seen before: by its link, else by its id, else by title, date and text; no ledger here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from urllib.parse import urljoin, urlsplit

import msgspec

from saksi.intake.addresses import canonical
from saksi.intake.feeds import FeedItem
from saksi.records.ids import content_id


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """One item with its link whole, and the keys (hashes) under which it is known: where one of them was seen before, the item was."""

    item: FeedItem
    link: str | None
    keys: tuple[str, ...]


def identities(items: Sequence[FeedItem], *, feed: str, uri: str, page: str | None = None) -> list[Identity]:
    """Each item with its keys, one for each that is told apart within this very answer.

    Links are whole and the same in every feed; `feed` (its id) parts ids and titles of one feed from those of others. A link that
    several items of different titles share, or that is the feed's own page, names none of them.
    """
    links = [_link(item, uri) for item in items]
    titles: dict[str, set[str]] = {}
    for item, link in zip(items, links, strict=True):
        if link is not None:
            titles.setdefault(canonical(link), set()).add(_title(item))
    front = {canonical(address) for address in (uri, page) if address is not None}
    found: list[Identity] = []
    told: Counter[str] = Counter()
    for item, link in zip(items, links, strict=True):
        place = None if link is None else canonical(link)
        shared = place is not None and (len(titles[place]) > 1 or place in front)
        one = _identity(item, link, place, shared, feed)
        if not any(told[key] for key in one.keys):
            found.append(one)
        told.update(one.keys)
    return found


def _identity(item: FeedItem, link: str | None, place: str | None, shared: bool, feed: str) -> Identity:
    title = _title(item)
    keys = []
    if place is not None:
        keys += [content_id("link", place)] if not shared else []
        keys.append(content_id("link and title", place, title))
    if item.guid is not None:
        keys.append(content_id("guid and title", feed, item.guid, title))
        if place is None:
            keys.append(content_id("guid", feed, item.guid))
    if place is None:  # an id that changes at each fetch is none
        keys.append(content_id("text", feed, title, item.stamp or "", item.carried.body))
    return Identity(item=item, link=link, keys=tuple(keys))


def whole_link(href: str | None, uri: str) -> str | None:
    """A link of a feed as a whole address of the web, None where it is none."""
    try:
        link = urljoin(uri, (href or "").strip())
        return link if href and urlsplit(link).scheme in ("http", "https") and urlsplit(link).hostname else None
    except ValueError:
        return None


def _link(item: FeedItem, uri: str) -> str | None:
    return item.carried.link or whole_link(item.href, uri)


def _title(item: FeedItem) -> str:
    return " ".join((item.carried.title or "").casefold().split())
