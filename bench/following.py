"""Measures a round of following: a thousand feeds asked, read and joined, within the CPU and memory that docs/measures.md allows.

`python bench/following.py [FEEDS] [--items N]`, 1,000 feeds of hosts of their own with two new items each unless told otherwise. All of
them are served by one server in a process of its own on this machine. The first round takes in every feed with its items; in the second
nothing has changed, and a third of the servers say so (304). Prints a line for each round; ends with 1 where a round costs more than is
allowed.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from httpcore2 import NetworkStream, SyncBackend

from saksi.intake.fetching import Fetcher
from saksi.ledger import open_ledger
from saksi.ledger.following import Following
from saksi.ledger.store import SqlLedger
from saksi.records import Feed
from saksi.records.ids import content_id
from saksi.runs.following import Follower

ALLOWED_MS = {"first": 250.0, "second": 15.0}
"""Milliseconds of CPU for each feed: with two items fetched, read and joined, and with nothing new."""
ALLOWED_MB = 400
"""Memory of the process at its largest, the words and names of both languages in it."""
START = datetime(2026, 3, 3, 2, 0, tzinfo=UTC)
SYLLABLES = [consonant + vowel for consonant in "bdgjklmnprst" for vowel in "aeiou"]
WORDS = 5_000
"""Made-up words of which the items are told, so that no two items are alike but by design."""
CUES = ("said on Monday that", "denied that", "told reporters that", "confirmed that", "warned that", "insisted that")
SENTENCES = 12


@cache
def words() -> list[str]:
    """The made-up words, the same in every run."""
    chance = Random(1)  # noqa: S311 - nothing secret
    return ["".join(chance.choices(SYLLABLES, k=chance.choice((2, 2, 3, 3, 4)))) for _ in range(WORDS)]


def told(number: int) -> str:
    """The text of an item, the same for the same number: some 250 words in attributed sentences. Every tenth is the one before it again."""
    chance = Random(number - (number % 10 == 9))  # noqa: S311 - nothing secret
    return " ".join(_sentence(chance) for _ in range(SENTENCES))


def _sentence(chance: Random) -> str:
    w = chance.choices(words(), k=12)
    who = f"{w[0].title()} {w[1].title()}, {chance.choice(('the mayor', 'a clerk', 'the keeper', 'a driver'))} of {w[2].title()},"
    what = f"{w[3]} {w[4]} had {w[5]}ed the {w[6]} {chance.choice(('before', 'after', 'because of', 'beside'))} {w[7]}"
    return f"{who} {chance.choice(CUES)} the {what}, and {w[8]} {w[9]} was {w[10]} by {chance.randint(2, 90)} {w[11]}."


class Press(BaseHTTPRequestHandler):
    """Serves every host: a feed of the host's items, and a page for each; every third host knows ETags."""

    items = 2
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        host = int("".join(filter(str.isdigit, self.headers["Host"].partition(":")[0])))
        tag = f'"{host}"' if host % 3 == 0 else None
        if self.path == "/rss" and tag is not None and self.headers.get("If-None-Match") == tag:
            self._answer(304, b"", tag)
        elif self.path == "/rss":
            self._answer(200, self._feed(host), tag)
        elif self.path.startswith("/a/"):
            number = host * self.items + int(self.path.removeprefix("/a/"))
            page = f"<html><head><title>Gate {number}</title></head><body><article><p>{told(number)}</p></article></body></html>"
            self._answer(200, page.encode(), None)
        else:
            self._answer(404, b"", None)

    def _feed(self, host: int) -> bytes:
        rows = (
            f"<item><title>Gate {host * self.items + item}</title><link>http://feed{host}.example/a/{item}</link>"
            "<pubDate>Tue, 03 Mar 2026 01:00:00 +0000</pubDate></item>"
            for item in range(self.items)
        )
        return f'<rss version="2.0"><channel><title>Lock {host}</title><language>en</language>{"".join(rows)}</channel></rss>'.encode()

    def _answer(self, status: int, body: bytes, tag: str | None) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Type", "text/html; charset=utf-8" if self.path.startswith("/a/") else "application/rss+xml")
        if tag is not None:
            self.send_header("ETag", tag)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


def serve(items: int, ready: Connection) -> None:
    """Serve until the process is ended; sends the port."""
    Press.items = items
    server = ThreadingHTTPServer(("127.0.0.1", 0), Press)
    server.daemon_threads = True
    ready.send(server.server_address[1])
    server.serve_forever()


class Street:
    """Every host stands behind one port of this machine; time passes only in sleep."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.time = 0.0

    def look_up(self, host: str, port: int) -> Sequence[str]:
        return ["93.184.216.34"]

    def dial(self, ip: str, port: int, timeout: float) -> NetworkStream:
        return SyncBackend().connect_tcp("127.0.0.1", self.port, timeout, socket_options=[])

    def tick(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.time += seconds

    def clock(self) -> datetime:
        return START + timedelta(seconds=int(self.time))


def measured(feeds: int, items: int, port: int, folder: Path) -> bool:
    """Follow two rounds and print what they cost; whether both stayed within what is allowed."""
    street = Street(port)
    ledger = open_ledger(str(folder / "news.db"))
    assert isinstance(ledger, SqlLedger)
    following = Following(ledger)
    for number in range(feeds):
        following.add(_feed(number, street.clock()))
    well = True
    for name in ("first", "second"):
        asks = Fetcher(clock=street.clock, tick=street.tick, sleep=street.sleep, dialler=street)
        follower = Follower(ledger, following, asks, holder=name, clock=street.clock, chance=Random(1))  # noqa: S311 - nothing secret
        cpu, wall, turns = time.process_time(), time.perf_counter(), 0
        while follower.turn() or _more(following, street):
            turns += 1
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000
        _, read = following.items(state="read", limit=0)
        each = cpu * 1_000 / feeds
        fine = each <= ALLOWED_MS[name] and memory <= ALLOWED_MB and read == feeds * items
        well &= fine
        print(
            f"{name} round: {feeds:,} feeds, {read:,} items read, {cpu:.1f} s of CPU "
            f"({each:.1f} ms a feed, {ALLOWED_MS[name]:.0f} allowed), "
            f"{wall:.0f} s in all, {memory:.0f} MB at most ({ALLOWED_MB} allowed){'' if fine else ' – MORE THAN ALLOWED'}",
            flush=True,
        )
        street.time += 86_400
    return well


def _feed(number: int, moment: datetime) -> Feed:
    address = f"http://feed{number}.example/rss"
    stamp = moment.isoformat()
    return Feed(id=content_id("feed", address), address=address, host=f"feed{number}.example", added=stamp, interval=1_800, due=stamp)


def _more(following: Following, street: Street) -> bool:
    """Sleep until what is still due in this round; False where the next thing is an asking of the next round."""
    due = following.next_due()
    if due is None or due > street.clock() + timedelta(seconds=600):
        return False
    street.sleep(max(1.0, (due - street.clock()).total_seconds()))
    return True


def main() -> int:
    """Serve, follow, and give 0 where all stayed within what is allowed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("feeds", nargs="?", type=int, default=1_000, metavar="FEEDS")
    parser.add_argument("--items", type=int, default=2, metavar="N", help="new items in each feed")
    given = parser.parse_args()
    mine, theirs = multiprocessing.Pipe()
    press = multiprocessing.get_context("spawn").Process(target=serve, args=(given.items, theirs), daemon=True)
    press.start()
    try:
        with tempfile.TemporaryDirectory() as folder:
            return 0 if measured(given.feeds, given.items, mine.recv(), Path(folder)) else 1
    finally:
        press.terminate()


if __name__ == "__main__":
    sys.exit(main())
