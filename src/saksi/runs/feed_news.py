"""One answer of a followed feed -> its items as records, and what the feed itself is known to be now; no ledger and no network."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, TypeVar

import msgspec

from saksi.errors import FetchRefused
from saksi.intake.answered import Answered
from saksi.intake.feeds import Feed as FeedBody
from saksi.intake.feeds import FeedItem, feed_of, is_json_feed, json_feed_of, json_value
from saksi.intake.fragment import Carried, carried
from saksi.intake.guard import judge_address
from saksi.intake.identity import Identity, identities
from saksi.intake.sitemaps import Listed
from saksi.intake.sniff import HEAD_BYTES, kind
from saksi.intake.stamps import INDONESIAN_HOURS, declared, hours_ahead, is_repaired, published
from saksi.ledger.following import NewItem
from saksi.limits import SITEMAP_BACK_SECONDS
from saksi.records import Article, Feed, SeenItem
from saksi.records.ids import content_id

_Record = TypeVar("_Record", bound=msgspec.Struct)

BARE_CHARS = 300
"""A text shorter than this is no article, though the feed calls it the whole one; its page is read."""


def body_of(got: Answered) -> FeedBody:
    """What a followed address answered, as a feed. Raises FetchRefused where it is none."""
    head = got.data[:HEAD_BYTES]
    value = json_value(got.data) if got.data.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"{" else None
    if is_json_feed(value):
        return json_feed_of(value, uri=got.uri)
    what = kind(head, got.uri.partition("?")[0])
    if what != "feed":
        raise FetchRefused(got.uri, "it answers with something that is no feed; look at it in a browser, it may have moved")
    found = feed_of(got.data, uri=got.uri)
    if found.trouble is not None and not found.items and found.title is None:
        raise FetchRefused(got.uri, f"its feed is too damaged to be read ({found.trouble}); tell the outlet")
    return found


def listed_items(listed: Iterable[Listed]) -> list[FeedItem]:
    """The pages of a sitemap as items that carry nothing."""
    return [
        FeedItem(
            guid=None,
            href=one.address,
            stamp=one.stamp,
            carried=Carried(
                what="sitemap",
                uri=one.address,
                body="",
                whole=False,
                link=one.address,
                title=one.title,
                language=one.language,
                outlet=one.outlet,
            ),
        )
        for one in listed
    ]


def with_clock(feed: Feed, body_language: str | None, items: Sequence[FeedItem], now: datetime) -> Feed:
    """The feed with what its newest dates say of its clock: local time given as GMT, or no longer."""
    stamps = [item.stamp for item in items]
    hours = _hours(feed, body_language)
    ahead = hours_ahead(stamps, now, hours) if hours else None
    if ahead is not None:
        return msgspec.structs.replace(feed, ahead=max(ahead, feed.ahead or 0))
    if feed.ahead is not None and feed.answered is not None:
        asked = datetime.fromisoformat(feed.answered)
        fresh = [stamp for stamp in stamps if _since(stamp, asked)]
        if is_repaired(fresh, now, asked, feed.ahead):
            return msgspec.structs.replace(feed, ahead=None)
    return feed


def new_items(feed: Feed, page: str | None, items: Sequence[FeedItem], uri: str, now: datetime) -> list[NewItem]:
    """Every item of an answer with its keys; which of them are new only the ledger knows."""
    return [_new(feed, one, now) for one in identities(items, feed=feed.id, uri=uri, page=page or feed.page)]


def carried_article(item: SeenItem) -> Article | None:
    """The article that the feed itself carried, None where it carried none."""
    return None if item.carried is None else msgspec.json.decode(item.carried, type=Article)


def _new(feed: Feed, one: Identity, now: datetime) -> NewItem:
    if feed.kind == "sitemap" and _is_old(feed, one.item.stamp):
        return NewItem(item=None, keys=one.keys)
    when = published(one.item.stamp, zone=feed.zone, ahead=feed.ahead, seen=now)
    address = one.link or f"{feed.address}#{one.keys[-1]}"  # its number in the feed would be another's tomorrow
    given = clean(msgspec.structs.replace(one.item.carried, link=one.link, uri=address, published=when.at))
    if feed.outlet is not None:
        given = msgspec.structs.replace(given, outlet=feed.outlet)
    article = carried(given, fetched=now.isoformat(), notes=() if when.note is None else (when.note,))
    whole = isinstance(article, Article) and not _is_bare(article, given)
    host, link = _host(one.link)
    moment = now.isoformat()
    item = SeenItem(
        id=content_id("item", one.keys[0]),
        feed=feed.id,
        host=feed.host if whole or host is None else host,
        guid=one.item.guid,
        link=link or one.link,
        title=given.title,
        published=when.at,
        seen=moment,
        state="fetched" if whole or host is None else "waiting",
        due=moment,
        carried=msgspec.json.encode(article).decode() if isinstance(article, Article) else None,
    )
    if item.state == "fetched" and item.carried is None:
        item = msgspec.structs.replace(item, state="refused", why="the feed carries no text for it and no address that may be asked")
    return NewItem(item=clean(item), keys=one.keys)


def _is_bare(article: Article, given: Carried) -> bool:
    """Whether the page has to be read for the whole text: the feed carries a summary, or a line or two."""
    if given.link is None:
        return False
    return (not given.whole and any(note.code == "summary" for note in article.notes)) or len(article.text) < BARE_CHARS


def _is_old(feed: Feed, stamp: str | None) -> bool:
    """A sitemap lists all that a site ever published; what is older than our following it is not read."""
    found = declared(stamp, feed.zone)
    if found is None:
        return feed.answered is None
    when = datetime.fromisoformat(found)
    added = datetime.fromisoformat(feed.added)
    aware = when if when.tzinfo is not None else when.replace(tzinfo=added.tzinfo)
    return aware < added - timedelta(seconds=SITEMAP_BACK_SECONDS)


def _hours(feed: Feed, language: str | None) -> tuple[int, ...]:
    """By how many hours a feed's clock may run ahead if it gives local time as GMT; none where its place is not known."""
    if feed.zone is not None:
        hours = int(feed.zone[:3])
        return (hours,) if hours > 0 else ()
    host = judge_address(feed.moved or feed.address).host
    return INDONESIAN_HOURS if language in ("id", "in") or host.endswith(".id") else ()


def _since(stamp: str | None, asked: datetime) -> bool:
    found = declared(stamp)
    if found is None or len(found) <= 10:
        return False
    when = datetime.fromisoformat(found)
    return (when if when.tzinfo is not None else when.replace(tzinfo=asked.tzinfo)) > asked


def _host(link: str | None) -> tuple[str | None, str | None]:
    """The host that an item's page stands on and its address in its one spelling; None twice for one that may not be asked."""
    if link is None:
        return None, None
    try:
        target = judge_address(link)
    except FetchRefused:
        return None, None
    return target.host, target.url


def clean(record: _Record) -> _Record:
    """A record whose strings hold no half characters and no zero characters, which no database keeps."""
    said: dict[str, Any] = {
        name: value.encode("utf-8", "replace").decode("utf-8").replace("\0", "")
        for name, value in msgspec.structs.asdict(record).items()
        if isinstance(value, str)
    }
    return msgspec.structs.replace(record, **said)
