"""A ledger on disk that follows and watches, for the rooms that show it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from invented_readings import harbour, hostile
from msgspec.structs import replace

from saksi.ledger import open_ledger
from saksi.ledger.following import Following, NewItem
from saksi.ledger.store import SqlLedger
from saksi.ledger.watching import Watching
from saksi.records import Feed, SeenItem
from saksi.runs.keeping import keep
from saksi.runs.watchlist import made

NOW = "2026-03-03T02:00:00+00:00"
HOSTILE = "<script>alert(1)</script>"


def item(number: int, state: str, **given: Any) -> NewItem:
    one = SeenItem(
        id=f"i{number}",
        feed="f1",
        host="kabar.example",
        title=f"Berita {number}",
        seen=NOW,
        state=state,
        due=NOW,
        **given,  # type: ignore[arg-type]
    )
    return NewItem(item=one, keys=(f"k{number}",))


def filled(path: Path) -> SqlLedger:
    """A ledger that follows two feeds and watches for denials and for a hostile outlet."""
    ledger = open_ledger(str(path))
    assert isinstance(ledger, SqlLedger)
    following, watching = Following(ledger), Watching(ledger)
    feed = Feed(id="f1", address="http://kabar.example/rss", host="kabar.example", name="Kabar", ahead=7, added=NOW, interval=1800, due=NOW)
    following.add(feed)
    gone = Feed(id="f2", address="http://gone.example/rss", host="gone.example", name=HOSTILE, added=NOW, interval=1800, due=NOW)
    following.add(replace(gone, state="stopped", why="its server says that it is gone for good (410)"))
    turn = following.claim("test", datetime.fromisoformat(NOW))
    assert turn is not None
    new = [
        item(1, "read", article=harbour().article.id, link="http://kabar.example/1"),
        item(2, "refused", why="answered 404: there is no such page", link="http://kabar.example/2"),
        item(3, "waiting", link="javascript:alert(1)"),
        item(4, "partly", why="the body ends at a wall", link=f"http://kabar.example/{'4' * 200}", article=harbour().article.id),
    ]
    following.keep_feed(turn, feed, new, datetime.fromisoformat(NOW))
    for name, asked in (("bantahan", {"stance": "denied"}), ("hostile", {"words": ["script"]}), ("nothing", {"words": ["zzz"]})):
        watching.add(replace(made(name, **asked), id=name))
    keep([harbour(), hostile()], ledger)
    return ledger
