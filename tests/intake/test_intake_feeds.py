"""Feeds: RSS, Atom, RDF and JSON Feed, whole or linked, damaged, empty, or made to harm."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest

from saksi import limits
from saksi.intake import articles
from saksi.records import Article, Refused

LONG = " ".join(f"The ferry on quay {n} left late, the harbour master said, because the crane had jammed again." for n in range(12))
RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Quayside Courier</title><language>en-GB</language>
<item><title>Ferry late &amp;amp; angry</title><link>https://quay.example/ferry</link><guid isPermaLink="false">77</guid>
<dc:creator>Ina Brandt</dc:creator><pubDate>Tue, 03 Mar 2026 09:40:00 +0100</pubDate>
<description>A crane jammed.</description>
<content:encoded><![CDATA[<p>{LONG}</p><p>He denied that anybody was hurt.</p><script>alert(1)</script>]]></content:encoded></item>
<item><title>Fog expected</title><link>https://quay.example/fog</link><pubDate>Rabu, 4 Maret 2026 06:00:00 WIB</pubDate>
<description>&lt;p&gt;The port office said that fog was likely on Thursday.
&lt;a href="https://quay.example/fog"&gt;Read more&lt;/a&gt;&lt;/p&gt;</description></item>
<item><title>Only a headline</title><link>https://quay.example/bare</link></item>
</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="id"><title>Warta Dermaga</title>
<entry><title type="html">Kapal &lt;b&gt;terlambat&lt;/b&gt;</title><id>urn:x:1</id><link rel="alternate" href="https://dermaga.example/1"/>
<author><name>Sekar Wiyono</name></author><author><name>Tomo Wiradi</name></author><updated>2026-03-05T07:10:00+07:00</updated>
<content type="html">&lt;p&gt;Kepala pelabuhan mengatakan kapal itu terlambat dua jam
karena derek macet sejak pagi hari di dermaga lima.&lt;/p&gt;</content>
</entry></feed>"""
RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="https://x.example/"><title>Tide Table</title></channel>
<item rdf:about="https://x.example/1"><title>Ebb</title><link>https://x.example/1</link>
<description>The keeper said the ebb was low.</description></item>
</rdf:RDF>"""


def read(data: bytes | str) -> list[Article | Refused]:
    return list(articles("-", stdin=BytesIO(data.encode() if isinstance(data, str) else data)))


def test_each_item_of_a_feed_is_read_or_refused_with_the_page_that_has_it() -> None:
    whole, linked, bare = read(RSS)
    assert isinstance(whole, Article)
    assert isinstance(linked, Article)
    assert (whole.uri, whole.title, whole.author, whole.outlet) == (
        "https://quay.example/ferry",
        "Ferry late & angry",
        "Ina Brandt",
        "Quayside Courier",
    )
    assert (whole.published, whole.language, whole.status, whole.dek) == ("2026-03-03T09:40:00+01:00", "en", "read", "A crane jammed.")
    assert whole.text == f"{LONG}\n\nHe denied that anybody was hurt."
    assert linked.text.startswith("The port office said that fog was likely on Thursday.")
    assert (linked.status, [note.code for note in linked.notes]) == ("partly", ["summary"])
    assert "https://quay.example/fog" in linked.notes[0].why
    assert isinstance(bare, Refused)
    assert (bare.uri, "https://quay.example/bare" in bare.reason) == ("https://quay.example/bare", True)


def test_an_hour_in_west_indonesia_is_no_hour_in_utc() -> None:
    (one,) = read(ATOM)
    assert isinstance(one, Article)
    assert (one.published, one.author, one.title, one.language) == (
        "2026-03-05T07:10:00+07:00",
        "Sekar Wiyono, Tomo Wiradi",
        "Kapal terlambat",
        "id",
    )


def test_rdf_is_read() -> None:
    (one,) = read(RDF)
    assert isinstance(one, Article)
    assert (one.uri, one.text, one.outlet) == ("https://x.example/1", "The keeper said the ebb was low.", "Tide Table")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32", "utf-16-le"])
def test_a_feed_is_told_in_whatever_width_it_comes(encoding: str) -> None:
    text = RDF.replace('<?xml version="1.0"?>', "")
    assert isinstance(read(text.encode(encoding))[0], Article)


@pytest.mark.parametrize("minified", [True, False])
@pytest.mark.parametrize("escaped", [True, False])
def test_json_feed(minified: bool, escaped: bool) -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Tide Table",
        "language": "en",
        "items": [
            {
                "id": "https://x.example/1",
                "content_html": "<p>The keeper said the ebb was low.</p>",
                "title": "Ebb",
                "date_published": "2026-03-05T07:10:00Z",
                "authors": [{"name": "Ina Brandt"}],
            },
            {"id": "2", "content_text": "The keeper denied it.\n\nNobody else spoke."},
            "no item",
        ],
    }
    text = json.dumps(feed, indent=None if minified else 2)
    first, second = read(text.replace("/", "\\/") if escaped else text)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.uri, first.author, first.published, first.outlet) == (
        "https://x.example/1",
        "Ina Brandt",
        "2026-03-05T07:10:00+00:00",
        "Tide Table",
    )
    assert (second.uri, second.text) == ("-:2", "The keeper denied it.\n\nNobody else spoke.")


def test_a_damaged_feed_gives_what_can_be_read_with_a_note() -> None:
    whole, *_ = read(RSS[: RSS.index("<item><title>Fog")])
    assert isinstance(whole, Article)
    assert whole.status == "partly"
    assert "feed-damaged" in [note.code for note in whole.notes]


@pytest.mark.parametrize("data", ["<rss version='2.0'></rss>", "<feed xmlns='http://www.w3.org/2005/Atom'/>", "<rss><channel><title>x"])
def test_a_feed_without_items_is_refused(data: str) -> None:
    (one,) = read(data)
    assert isinstance(one, Refused)
    assert one.reason.startswith("a feed without any item")


def test_entities_neither_explode_nor_open_files() -> None:
    item = '<rss version="2.0"><channel><item><description>{}</description></item></channel></rss>'
    bomb = "".join(f'<!ENTITY l{n} "{"&l%s;" % (n - 1) * 10}">' for n in range(1, 9))
    lol = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "lol">{bomb}]>{item.format("&l8;")}'
    file = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>{item.format("a &x; b")}'
    for one in (*read(lol), *read(file)):
        assert isinstance(one, Refused) or len(one.text) < 1000
    name = Path("/etc/hostname").read_text(encoding="utf-8").strip()
    assert all(name not in one.text for one in read(file) if isinstance(one, Article))


def test_items_beyond_the_cap_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("saksi.intake.feeds.FEED_ITEMS", 2)
    assert limits.FEED_ITEMS > 2
    *_, last = read(RSS)
    assert isinstance(last, Refused)
    assert last.reason == "1 more items; of one feed 2 are read"


def test_a_page_that_speaks_of_feeds_is_none() -> None:
    page = "<html><body><article><p>" + LONG + "</p></article><rss></rss></body></html>"
    (one,) = read(page)
    assert isinstance(one, Article)
    assert one.text == LONG
