"""Outlets that publish as the town's time goes by, each with odd habits; every request is logged with its moment."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from town import HTML, START, Server, Town, answer

RSS = "application/rss+xml; charset=utf-8"
HOUR = 3_600


@contextmanager
def in_memory() -> Iterator[Path]:
    """A folder whose files need no disk, where there is one: what is tested are thousands of small transactions, not the disk."""
    memory = Path("/dev/shm")  # noqa: S108
    with TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as folder:
        yield Path(folder)


class Outlet(dict[str, bytes]):
    """An outlet's server: a feed of its newest items, a page for each. `habits` are those that the methods below ask for."""

    def __init__(self, town: Town, host: str, ip: str, *, every: float, offset: float = 0.0, habits: frozenset[str] = frozenset()) -> None:
        super().__init__()
        self.town = town
        self.host = host
        self.every = every
        self.offset = offset
        self.habits = habits
        self.log: list[tuple[float, str, int]] = []
        self.server: Server = town.house(host, ip=ip)
        self.server.pages = self  # type: ignore[assignment]
        self.shown = 10
        self.refusals: dict[str, int] = {}

    @property
    def address(self) -> str:
        """What somebody adds: the feed, or the front page of a site that has none."""
        return f"http://{self.host}/" if "sitemap" in self.habits else self.feed

    @property
    def feed(self) -> str:
        return f"http://{self.host}/rss"

    def story(self, number: int) -> str:
        return (
            f"The keeper of {self.host} said on Monday that gate number {number} had been left open overnight by the crew of the ferry. "
            f"Two fields beside dike {number} were under water by noon, she said, and the harbour office denied that it had been warned. "
            f"“We closed gate {number} at dusk,” said Rani Sulu, the harbour master, “and nobody has told us anything else since.” "
            f"The council is to look into the night of the flood next week, its clerk said, and report on gate {number} in the spring."
        )

    def published(self, until: float | None = None) -> list[int]:
        """The numbers of the items that are out."""
        gone = ((self.town.time if until is None else until) - 1000.0) - self.offset
        return list(range(int(gone // self.every) + 1)) if gone >= 0 else []

    def moment(self, number: int) -> datetime:
        return START + timedelta(seconds=self.offset + number * self.every)

    def get(self, path: str, default: object = None) -> bytes:  # type: ignore[override]
        asked = self.town.time
        found = self._answer(path)
        self.log.append((asked, path, int(found[9:12])))
        return found

    def _answer(self, path: str) -> bytes:
        day = (self.town.time - 1000.0) / 86_400
        if path == "/robots.txt":
            return answer(b"User-agent: *\nCrawl-delay: 10\n") if "crawl-delay" in self.habits else answer(b"", status="404 Not Found")
        if "slow" in self.habits:
            self.town.time += 5
        if path == "/" and "sitemap" in self.habits:
            return answer(b"<html><head><title>Gates</title></head><body><p>Gates.</p></body></html>", Content_Type=HTML)
        if path == "/sitemap.xml" and "sitemap" in self.habits:
            return answer(self.sitemap(), Content_Type="application/xml")
        if path == "/rss" and "moved" in self.habits and day > 2:
            return answer(b"", status="301 Moved Permanently", Location="/new-rss")
        if path in ("/rss", "/new-rss"):
            return self._feed(day)
        if path.startswith("/go/"):
            return answer(b"", status="302 Found", Location="/a/" + path.removeprefix("/go/"))
        if path.startswith("/a/"):
            return self._page(path)
        return answer(b"no", status="404 Not Found")

    def _feed(self, day: float) -> bytes:
        if "gone" in self.habits and day > 3:
            return answer(b"", status="410 Gone")
        if "vanishes" in self.habits and day > 2:
            return answer(b"", status="404 Not Found")
        if "returns" in self.habits and 2 < day < 4:
            return answer(b"", status="404 Not Found")
        if "busy" in self.habits and len(self.log) % 7 == 3:
            return answer(b"", status="429 Too Many Requests", Retry_After="5400")
        newest = self.published()[-self.shown :]
        tag = f'"{newest[-1] if newest else 0}"'
        if "etag" in self.habits:
            if tag.encode() in self.server.requests[-1]:
                return answer(b"", status="304 Not Modified", ETag=tag)
            return answer(self.body(newest), Content_Type=RSS, ETag=tag)
        if "last-modified" in self.habits:
            stamp = format_datetime(self.moment(newest[-1]) if newest else START, usegmt=True)
            if stamp.encode() in self.server.requests[-1]:
                return answer(b"", status="304 Not Modified")
            return answer(self.body(newest), Content_Type=RSS, Last_Modified=stamp)
        if "charset" in self.habits:
            return answer(self.body(newest), Content_Type="application/rss+xml; charset=iso-8859-1")
        return answer(self.body(newest), Content_Type=RSS)

    def body(self, numbers: list[int]) -> bytes:
        items = "".join(map(self._item, reversed(numbers)))
        head = f"<title>{self.host}</title><link>http://{self.host}/</link><language>en</language>"
        return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>{head}{items}</channel></rss>'.encode()

    def sitemap(self) -> bytes:
        rows = (f"<url><loc>http://{self.host}/a/{n}</loc><lastmod>{self.moment(n).isoformat()}</lastmod></url>" for n in self.published())
        return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{"".join(rows)}</urlset>'.encode()

    def _item(self, number: int) -> str:
        turn = len(self.log)
        guid = f"{self.host}/{number}" + (f"?t={turn}" if "guids" in self.habits else "")
        link = f"http://{self.host}/{'go' if 'redirects' in self.habits else 'a'}/{number}"
        if "tracking" in self.habits:
            link += f"?utm_source=rss&utm_campaign={turn}"
        summary = f"Gate {number} – seen {turn} times" if "changing" in self.habits else f"Gate {number} – open"
        if "summaries" in self.habits:
            link, summary = f"http://{self.host}/wall/{number}", self.story(number)
        when = format_datetime(self.moment(number))
        if "local" in self.habits:
            when = format_datetime((self.moment(number) + timedelta(hours=7)).replace(tzinfo=UTC))
        if "wib" in self.habits:
            when = (self.moment(number) + timedelta(hours=7)).strftime("%d/%m/%Y %H:%M WIB")
        if "zoneless" in self.habits:
            when = (self.moment(number) + timedelta(hours=7)).strftime("%Y-%m-%d %H:%M:%S")
        if "lies" in self.habits:
            when = format_datetime(START + timedelta(days=400))
        head = f"<title>Gate {number}</title><guid isPermaLink='false'>{guid}</guid>"
        if "linkless" in self.habits:
            return f"<item>{head}<description>{self.story(number)}</description></item>"
        rest = f"<link>{escape(link)}</link><description>{escape(summary)}</description><pubDate>{when}</pubDate>"
        return f"<item>{head}{rest}</item>"

    def _page(self, path: str) -> bytes:
        if "fails" in self.habits and self.refusals.setdefault(path, 0) < 2:
            self.refusals[path] += 1
            return answer(b"", status="503 Service Unavailable")
        number = path.removeprefix("/a/").partition("?")[0]
        html = f"<html><head><title>Gate {number}</title></head><body><article><p>{self.story(int(number))}</p></article></body></html>"
        return answer(html.encode(), Content_Type=HTML)

    def visits(self) -> Iterator[tuple[float, float]]:
        """The moments of each two requests that followed each other, those for robots.txt and those it sent on to itself left out."""
        asked = [when for when, path, status in self.log if path not in ("/robots.txt",) and status not in (301, 302)]
        return pairwise(asked)
