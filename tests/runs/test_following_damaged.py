"""Feeds good, odd and damaged, followed: what can be read of any is followed, each item of it is read or refused with a reason."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from random import Random

import feedparser
import pytest
from answering_asks import ByHeart

from saksi.clock import fixed
from saksi.errors import InputRefused
from saksi.ledger import open_ledger
from saksi.ledger.following import OPEN, Following
from saksi.ledger.store import SqlLedger
from saksi.records import FeedStatus, SeenItem
from saksi.runs.following import Follower
from saksi.runs.subscribing import subscribe

CLOCK = fixed(datetime(2026, 3, 3, 2, 0, tzinfo=UTC))
SAID = "The lock keeper said that the water had risen by a hand since dawn, and that the lower gate would stay shut until Friday."
ITEM = f"<item><title>Lock</title><link>http://lock.example/1</link><description>{SAID}</description></item>"
CHANNEL = "<channel><title>Lock</title><link>http://lock.example/</link>%s</channel>"


def rss(items: str = ITEM, head: str = "") -> bytes:
    return f'{head}<rss version="2.0">{CHANNEL % items}</rss>'.encode()


READABLE: dict[str, bytes] = {
    "plain": rss(head='<?xml version="1.0" encoding="utf-8"?>'),
    "blank lines first": b"\n\n  " + rss(head='<?xml version="1.0"?>'),
    "byte order mark": b"\xef\xbb\xbf" + rss(),
    "utf-16": rss(head='<?xml version="1.0" encoding="utf-16"?>').decode().encode("utf-16"),
    "declared utf-8, written latin": rss(ITEM.replace("Lock<", "Écluse<"), '<?xml version="1.0" encoding="utf-8"?>')
    .decode()
    .encode("latin-1"),
    "declared unknown": rss(head='<?xml version="1.0" encoding="x-nowhere"?>'),
    "broken off": rss()[:-20],
    "bare ampersand": rss(ITEM.replace("Lock<", "Lock & gate<")),
    "html entity": rss(ITEM.replace("Lock<", "Lock&nbsp;gate&hellip;<")),
    "control character": rss(ITEM.replace("Lock<", "Lock\x0b\x01<")),
    "undeclared prefix": rss(ITEM.replace("<link>", "<media:thing>x</media:thing><link>")),
    "without a version": f"<rss>{CHANNEL % ITEM}</rss>".encode(),
    "without a channel title": f'<rss version="2.0"><channel>{ITEM}</channel></rss>'.encode(),
    "items beside the channel": f'<rss version="0.90"><channel><title>Lock</title></channel>{ITEM}</rss>'.encode(),
    "doctype": rss(head='<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/rss.dtd">'),
    "doctype with entities": rss(ITEM.replace("Lock<", "&gate;<"), '<!DOCTYPE rss [\n<!ENTITY gate "Gate">\n]>\n'),
    "comment first": b"<!-- made by hand -->" + rss(),
    "no date, no id": rss(),
    "atom": f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Lock</title><entry><title>Lock</title><id>urn:1</id>'
    f'<link href="http://lock.example/1"/><summary>{SAID}</summary></entry></feed>'.encode(),
    "atom of before": f'<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Lock</title><entry><title>Lock</title>'
    f'<link rel="alternate" href="http://lock.example/1"/><summary>{SAID}</summary></entry></feed>'.encode(),
    "rdf": f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>Lock</title>'
    f"</channel>{ITEM}</rdf:RDF>".encode(),
    "json feed": b'{"version": "https://jsonfeed.org/version/1.1", "title": "Lock", "items": [{"id": "1", "title": "Lock", '
    b'"url": "http://lock.example/1", "content_text": "' + SAID.encode() + b'"}]}',
}
UNREADABLE: dict[str, bytes] = {
    "nothing": b"",
    "words": b"the feed has moved",
    "page": b"<html><head><title>Gone</title></head><body><p>The feed has moved.</p></body></html>",
    "rubbish": bytes(range(256)) * 20,
    "other xml": b'<?xml version="1.0"?><note><to>Nobody</to></note>',
}


def followed(files: Mapping[str, bytes], ledger: SqlLedger) -> tuple[dict[str, FeedStatus], dict[str, str], list[SeenItem]]:
    """Each file as a feed of a host of its own, followed until nothing is due: what became of it, those refused with why, the items."""
    places = {f"http://feed{number}.example/rss": name for number, name in enumerate(files)}
    asks = ByHeart({address: files[name] for address, name in places.items()}, CLOCK)
    following = Following(ledger)
    refused: dict[str, str] = {}
    for address, name in places.items():
        try:
            assert [one.what for one in subscribe(address, following, asks, clock=CLOCK)] == ["new"], name
        except InputRefused as error:
            refused[name] = error.reason
    follower = Follower(ledger, following, asks, holder="test", clock=CLOCK, chance=Random(1))  # noqa: S311
    while follower.turn():
        pass
    return {places[one.feed.address]: one for one in following.feeds()}, refused, following.items()[0]


@pytest.fixture
def ledger(where: str) -> Iterator[SqlLedger]:
    with open_ledger(where) as opened:
        assert isinstance(opened, SqlLedger)
        yield opened


def test_whatever_can_be_read_of_a_feed_is_followed(ledger: SqlLedger) -> None:
    """The item's page answers 404, so what the feed carries is read; it is one item in all of them, and read once."""
    found, refused, items = followed(READABLE, ledger)
    assert refused == {}
    assert {name: one.feed.why for name, one in found.items() if one.feed.state != "followed" or one.feed.failures} == {}
    assert [(item.link, item.state) for item in items] == [("http://lock.example/1", "summary")]
    (row,) = ledger.articles().rows
    assert ledger.reading(row.id).article.text == SAID


@pytest.mark.parametrize("name", sorted(READABLE))
def test_each_damage_alone_costs_no_item(ledger: SqlLedger, name: str) -> None:
    _, _, items = followed({name: READABLE[name]}, ledger)
    assert [item.state for item in items] == ["summary"]


def test_what_is_no_feed_is_refused_with_a_reason(ledger: SqlLedger) -> None:
    found, refused, _ = followed(UNREADABLE, ledger)
    assert found == {}
    assert set(refused) == set(UNREADABLE)
    assert all(refused.values())


def test_all_readable_feeds_of_the_measuring_set_are_followed(shared: Path, ledger: SqlLedger) -> None:
    """Readable is what has a title or an entry for the library that reads feeds; each is followed, each entry is accounted for."""
    with tarfile.open(shared / "measure" / "badinput" / "feeds-feedparser.tar.gz") as packed:
        files = {one.name: file.read() for one in packed if (file := packed.extractfile(one)) is not None and one.name.endswith(".xml")}
    found, refused, items = followed(files, ledger)
    readable = {name for name, data in files.items() if (read := feedparser.parse(BytesIO(data))).entries or read.feed.get("title")}
    assert len(files) == 2_106
    assert {name: refused.get(name) or found[name].feed.why for name in readable if name in refused or found[name].feed.failures} == {}
    assert [item for item in items if item.state in OPEN or (item.state == "refused" and not item.why)] == []
