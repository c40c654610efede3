"""What is followed: feeds and sites, and the items seen in them, as the ledger keeps them. No clock and no network here."""

from __future__ import annotations

from typing import Literal

import msgspec

FeedKind = Literal["feed", "sitemap"]
ItemState = Literal["waiting", "fetched", "read", "partly", "summary", "refused"]


class Feed(msgspec.Struct, frozen=True, kw_only=True):
    """One followed feed or sitemap. Moments are ISO in UTC, to the second, so that they sort as text.

    `address` is what was added, `moved` where it lives now if it said so for good. `interval` is in seconds. `zone` is the offset
    ("+07:00") of moments that name none; `ahead` the hours by which its clock runs ahead, None where it does not. `state` "stopped"
    has its reason in `why`; a followed one has the trouble of its last asking there, or None.
    """

    id: str
    address: str
    host: str
    kind: FeedKind = "feed"
    moved: str | None = None
    name: str | None = None
    outlet: str | None = None
    page: str | None = None
    folders: tuple[str, ...] = ()
    zone: str | None = None
    ahead: int | None = None
    added: str
    interval: int
    etag: str | None = None
    last_modified: str | None = None
    digest: str | None = None
    asked: str | None = None
    answered: str | None = None
    changed: str | None = None
    failures: int = 0
    due: str
    state: Literal["followed", "stopped"] = "followed"
    why: str | None = None


class SeenItem(msgspec.Struct, frozen=True, kw_only=True):
    """One item of a feed. `state`: waiting (its page is to be fetched), fetched (its text came with the feed and is to be read), read,
    partly (read with something left out), summary (its page could not be had, the feed's summary was read), refused.

    `why` says what is left out or why it was refused; `due` when it is tried next. `carried` is the article that the feed itself
    carried, as JSON, until it is read. `article` is the article's id in the ledger.
    """

    id: str
    feed: str
    host: str
    guid: str | None = None
    link: str | None = None
    title: str | None = None
    published: str | None = None
    seen: str
    state: ItemState = "waiting"
    why: str | None = None
    article: str | None = None
    snapshot: str | None = None
    tries: int = 0
    due: str
    carried: str | None = None


class FeedStatus(msgspec.Struct, frozen=True, kw_only=True):
    """A feed with how many of its items are in each state."""

    feed: Feed
    counts: dict[str, int]
