"""Follows feeds and sites: takes a host, asks what is due there, reads what is new, and lets go of it; one host at a time."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from hashlib import sha256
from random import Random
from typing import Literal, Protocol

import msgspec

from saksi.clock import Clock, now
from saksi.errors import FetchRefused, InputRefused, LeaseLost, LedgerError, SnapshotRefused
from saksi.intake import articles
from saksi.intake.discovery import whole
from saksi.intake.exchange import Fetched, NotModified, Validators
from saksi.intake.feeds import FeedItem
from saksi.intake.guard import judge_address
from saksi.intake.manners import come_back
from saksi.intake.sitemaps import Listed, read_sitemap
from saksi.ledger import Ledger
from saksi.ledger.following import Following, Turn
from saksi.limits import SITEMAP_ADDRESSES, SITEMAPS_AT_ONCE
from saksi.records import Article, Feed, Reading, Refused, SeenItem
from saksi.runs.feed_news import body_of, carried_article, listed_items, new_items, with_clock
from saksi.runs.inputs import read_one
from saksi.runs.keeping import keep
from saksi.runs.pacing import after_answer, after_failure, retry

_log = logging.getLogger(__name__)

FOR_GOOD = (301, 308)
"""Redirects that say that an address has moved for good."""

PASSING = (408, 425, 429)
"""Answers below 500 after which a page is asked for again."""


HEARD_AGE_SECONDS = 3_600
"""The longest that a Cache-Control is heard with: many servers give every file a week or a year, their feeds too."""


class Asks(Protocol):
    """What of a Fetcher is used here."""

    def fetch(self, uri: str, validators: Validators | None = None) -> Fetched | NotModified: ...
    def rest(self, host: str) -> float: ...


class Happened(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one feed or one item, for whoever looks on. `name` is an address or a title."""

    what: Literal["feed", "item"]
    state: str
    name: str
    new: int = 0
    why: str | None = None


class Follower:
    """Does what is due. `holder` is its name among followers of one ledger, `keep_answer` keeps each answer in a snapshot and gives
    its name, `chance` spreads the askings."""

    def __init__(
        self,
        ledger: Ledger,
        following: Following,
        asks: Asks,
        *,
        holder: str,
        clock: Clock = now,
        chance: Random | None = None,
        keep_answer: Callable[[Fetched | NotModified], str | None] = lambda fetched: None,
        on_event: Callable[[Happened], None] = lambda happened: None,
        stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        self.ledger = ledger
        self.following = following
        self.asks = asks
        self.holder = holder
        self.clock = clock
        self.chance = chance or Random()  # noqa: S311 - it spreads askings and hides nothing
        self.keep_answer = keep_answer
        self.on_event = on_event
        self.stopped = stopped

    def turn(self) -> bool:
        """Do what is due at one host; False where nothing is due anywhere. Raises LedgerError and SnapshotRefused."""
        turn = self.following.claim(self.holder, self.clock())
        if turn is None:
            return False
        try:
            with suppress(LeaseLost):
                for feed in turn.feeds:
                    if not self.stopped():
                        self._feed(turn, feed)
                for item in turn.items:
                    if not self.stopped():
                        self._item(turn, item)
        finally:
            rest = self.asks.rest(turn.host)
            self.following.release(turn, free=self.clock() + timedelta(seconds=rest + 1) if rest else None)
        return True

    def _feed(self, turn: Turn, feed: Feed) -> None:
        moment = self.clock()
        asked = msgspec.structs.replace(feed, asked=moment.isoformat())
        try:
            fetched = self.asks.fetch(feed.moved or feed.address, Validators(etag=feed.etag, last_modified=feed.last_modified))
            self.keep_answer(fetched)
            self._answered(turn, asked, fetched)
        except InputRefused as refused:
            self._failed(turn, asked, refused.reason, status=None, wait=self.asks.rest(turn.host))
        except (LeaseLost, LedgerError, SnapshotRefused):
            raise
        except Exception as error:  # the rim: a feed on which Saksi fails costs no other
            _log.error("following %s failed", feed.address, exc_info=error)
            why = f"Saksi itself failed on it ({type(error).__name__}: {error}); please report it with this feed"
            self._failed(turn, asked, why, status=None, wait=0)

    def _answered(self, turn: Turn, feed: Feed, fetched: Fetched | NotModified) -> None:
        if isinstance(fetched, NotModified):
            self._unchanged(turn, feed)
            return
        if not 200 <= fetched.status < 300:
            wait = come_back(fetched.header("retry-after"), self.clock()) or 0.0
            why = whole_or_why(fetched)
            self._failed(turn, feed, why, status=fetched.status, wait=wait)
            return
        got = whole(fetched)
        digest = sha256(got.data).hexdigest()
        if digest == feed.digest:
            self._unchanged(turn, msgspec.structs.replace(feed, **_validators(fetched)))
            return
        if feed.kind == "sitemap":
            items, page, least, language = self._listed(got.data, fetched.uri), feed.page, 0, None
        else:
            body = body_of(got)
            items, page, least, language = list(body.items), body.page, body.least_seconds, body.language
            feed = msgspec.structs.replace(feed, name=feed.name or body.title, page=feed.page or body.page)
        moved = self._moved(feed, fetched)
        if moved is None:
            why = f"it has moved to {fetched.uri}, which is followed already"
            self._keep_feed(turn, msgspec.structs.replace(feed, state="stopped", why=why), "stopped")
            return
        feed = with_clock(moved, language, items, self.clock())
        if fetched.cut is None:
            feed = msgspec.structs.replace(feed, digest=digest, **_validators(fetched))
        self._news(turn, feed, items, page, fetched.uri, max(least, _max_age(fetched)))

    def _news(self, turn: Turn, feed: Feed, items: list[FeedItem], page: str | None, uri: str, least: int) -> None:
        moment = self.clock()
        found = new_items(feed, page, items, uri, moment)
        unseen = self.following.unseen([key for each in found for key in each.keys])
        new = sum(all(key in unseen for key in each.keys) for each in found)
        follows = after_answer(feed, new=new, least_seconds=least, now=moment, chance=self.chance)
        stamp = moment.isoformat()
        kept = msgspec.structs.replace(
            feed,
            answered=stamp,
            changed=stamp if new else feed.changed,
            failures=0,
            why=None,
            interval=follows.interval,
            due=follows.due.isoformat(),
        )
        fresh = self.following.keep_feed(turn, kept, found, moment)
        self.on_event(Happened(what="feed", state="changed" if fresh else "unchanged", name=feed.address, new=len(fresh)))

    def _unchanged(self, turn: Turn, feed: Feed) -> None:
        moment = self.clock()
        follows = after_answer(feed, new=0, least_seconds=0, now=moment, chance=self.chance)
        stamp = moment.isoformat()
        kept = msgspec.structs.replace(feed, answered=stamp, failures=0, why=None, interval=follows.interval, due=follows.due.isoformat())
        self._keep_feed(turn, kept, "unchanged")

    def _failed(self, turn: Turn, feed: Feed, why: str, *, status: int | None, wait: float) -> None:
        follows = after_failure(feed, status=status, come_back=wait, now=self.clock(), chance=self.chance)
        kept = msgspec.structs.replace(feed, failures=feed.failures + 1, why=follows.stopped or why, due=follows.due.isoformat())
        if follows.stopped is not None:
            kept = msgspec.structs.replace(kept, state="stopped")
        self._keep_feed(turn, kept, "stopped" if follows.stopped else "failed")

    def _keep_feed(self, turn: Turn, feed: Feed, state: str) -> None:
        self.following.keep_feed(turn, feed, (), self.clock())
        self.on_event(Happened(what="feed", state=state, name=feed.address, why=feed.why))

    def _moved(self, feed: Feed, fetched: Fetched) -> Feed | None:
        """The feed at its new address where every step said that it has moved for good; None where that one is followed already."""
        steps = fetched.chain[:-1]
        if not steps or any(step.status not in FOR_GOOD for step in steps) or fetched.uri == feed.address:
            return feed
        if self.following.follows(fetched.uri):
            return None
        return msgspec.structs.replace(feed, moved=fetched.uri, host=judge_address(fetched.uri).host)

    def _listed(self, data: bytes, uri: str) -> list[FeedItem]:
        """The pages of a sitemap; of an index, those of its sitemaps of news and of its newest."""
        found = read_sitemap(data, uri=uri)
        pages: list[Listed] = list(found.pages)
        for one in sorted(sorted(found.sitemaps, key=lambda each: each.stamp or "", reverse=True), key=lambda each: not each.news)[
            :SITEMAPS_AT_ONCE
        ]:
            with suppress(InputRefused):
                fetched = self.asks.fetch(one.address)
                self.keep_answer(fetched)
                pages += read_sitemap(whole(fetched).data, uri=one.address).pages
        return listed_items(pages[:SITEMAP_ADDRESSES])

    def _item(self, turn: Turn, item: SeenItem) -> None:
        try:
            if item.state == "fetched":
                self._read(turn, item, carried_article(item), None)
            else:
                self._page(turn, item)
        except (LeaseLost, LedgerError, SnapshotRefused):
            raise
        except Exception as error:  # the rim: an item on which Saksi fails costs no other
            _log.error("reading %s failed", item.link, exc_info=error)
            why = f"Saksi itself failed on it ({type(error).__name__}: {error}); please report it with this address"
            self._settle(turn, msgspec.structs.replace(item, state="refused", why=why, carried=None))

    def _page(self, turn: Turn, item: SeenItem) -> None:
        link = item.link or ""
        item = msgspec.structs.replace(item, tries=item.tries + 1)
        try:
            fetched = self.asks.fetch(link)
        except FetchRefused as refused:
            self._again(turn, item, refused.reason, self.asks.rest(turn.host))
            return
        item = msgspec.structs.replace(item, snapshot=self.keep_answer(fetched))
        if isinstance(fetched, Fetched) and (fetched.status in PASSING or fetched.status >= 500):
            self._again(turn, item, whole_or_why(fetched), come_back(fetched.header("retry-after"), self.clock()) or 0.0)
            return
        found = list(articles(link, clock=self.clock, fetch=lambda uri: fetched, further=False))
        article = next((one for one in found if isinstance(one, Article)), None)
        if article is not None:
            self._read(turn, item, completed(article, carried_article(item), item), None)
        else:
            self._without_page(
                turn, item, next((one.reason for one in found if isinstance(one, Refused)), "there is nothing at its address")
            )

    def _again(self, turn: Turn, item: SeenItem, why: str, wait: float) -> None:
        due = retry(item.tries, come_back=wait, now=self.clock(), chance=self.chance)
        if due is None:
            self._without_page(turn, item, f"asked {item.tries} times: {why}")
            return
        self._settle(turn, msgspec.structs.replace(item, why=why, due=due.isoformat()))

    def _without_page(self, turn: Turn, item: SeenItem, why: str) -> None:
        """The feed's summary is read where the page cannot be."""
        article = carried_article(item)
        if article is None:
            self._settle(turn, msgspec.structs.replace(item, state="refused", why=why))
        else:
            self._read(turn, item, article, why)

    def _read(self, turn: Turn, item: SeenItem, article: Article | None, without_page: str | None) -> None:
        name = item.link or item.id
        reading = Refused(uri=name, reason="the feed carries no text for it") if article is None else read_one(article, name)
        if isinstance(reading, Refused):
            self._settle(turn, msgspec.structs.replace(item, state="refused", why=reading.reason, carried=None))
            return
        kept = done(item, reading, without_page)
        keep([reading], self.ledger, clock=self.clock, beside=self.following.beside_article(turn, kept, self.clock()))
        self._told(kept)

    def _settle(self, turn: Turn, item: SeenItem) -> None:
        self.following.keep_item(turn, item, self.clock())
        self._told(item)

    def _told(self, item: SeenItem) -> None:
        self.on_event(Happened(what="item", state=item.state, name=item.link or item.title or item.id, why=item.why))


def done(item: SeenItem, reading: Reading, without_page: str | None) -> SeenItem:
    """An item whose article was read, with what is left out of it."""
    article = reading.article
    left_out = "; ".join(f"{note.what}: {note.why}" for note in article.notes) or None
    state: Literal["summary", "read", "partly"] = "summary" if without_page is not None else article.status
    return msgspec.structs.replace(
        item, state=state, why=without_page or (left_out if state == "partly" else None), article=article.id, carried=None
    )


def completed(article: Article, summary: Article | None, item: SeenItem) -> Article:
    """A page's article with what the page itself does not say, and its feed does."""
    told = {name: getattr(summary, name) for name in ("outlet", "author", "language")} if summary is not None else {}
    told |= {"title": item.title, "published": item.published}
    lacking = {name: value for name, value in told.items() if getattr(article, name) is None and value is not None}
    notes = article.notes
    if "published" in lacking and summary is not None:
        notes = (*notes, *(note for note in summary.notes if note.code in ("feed-clock", "feed-date")))
    return msgspec.structs.replace(article, notes=notes, **lacking)


def whole_or_why(fetched: Fetched) -> str:
    """Why an answer that is none is none, in words for a person."""
    try:
        whole(fetched)
    except FetchRefused as refused:
        return refused.reason
    return f"answered {fetched.status}"


def _validators(fetched: Fetched) -> dict[str, str | None]:
    return {"etag": fetched.validators.etag, "last_modified": fetched.validators.last_modified}


def _max_age(fetched: Fetched) -> int:
    """Seconds for which an answer says that it stays as it is."""
    for part in (fetched.header("cache-control") or "").lower().split(","):
        name, _, value = part.strip().partition("=")
        if name == "max-age" and value.isascii() and value.isdigit() and len(value) < 9:
            return min(int(value), HEARD_AGE_SECONDS)
    return 0
