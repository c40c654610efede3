"""Web archives: every answer that is a page is read, every other record is counted."""

from __future__ import annotations

import gzip
import zlib
from io import BytesIO

import pytest

from saksi.intake import articles
from saksi.records import Article, Refused

STORY = "The tide gate was left open on Monday, the keeper said, and two fields were under water by noon."
PAGE = f"<html><head><title>Gate</title></head><body><article><p>{STORY}</p></article></body></html>".encode()


def record(
    kind: str, block: bytes, *, target: str = "https://marram.example/gate", date: str = "2026-03-03T02:00:00Z", extra: str = ""
) -> bytes:
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {target}\r\nWARC-Date: {date}\r\nContent-Length: {len(block)}\r\n{extra}\r\n"
    return head.encode() + block + b"\r\n\r\n"


def answer(body: bytes, *, status: str = "200 OK", content: str = "text/html; charset=utf-8", extra: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: {content}\r\n{extra}\r\n".encode() + body


HTTP = "Content-Type: application/http; msgtype=response\r\n"


def read(data: bytes) -> list[Article | Refused]:
    return list(articles("-", stdin=BytesIO(data)))


def page(data: bytes) -> Article:
    one = read(data)[0]
    assert isinstance(one, Article), one
    return one


@pytest.mark.parametrize("packed", [False, True])
def test_an_answer_is_read_with_its_address_and_day(packed: bool) -> None:
    records = [
        record("warcinfo", b"software: x\r\n", extra="Content-Type: application/warc-fields\r\n"),
        record("response", answer(PAGE), extra=HTTP),
    ]
    one = page(b"".join(map(gzip.compress, records)) if packed else b"".join(records))
    assert (one.uri, one.title, one.text, one.fetched) == ("https://marram.example/gate", "Gate", STORY, "2026-03-03T02:00:00+00:00")


def test_chunked_and_packed_bodies_are_joined() -> None:
    packed = gzip.compress(PAGE)
    chunks = b"".join(f"{len(part):x}\r\n".encode() + part + b"\r\n" for part in (packed[:50], packed[50:])) + b"0\r\n\r\n"
    body = answer(chunks, extra="Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n")
    assert page(record("response", body, extra=HTTP)).text == STORY
    deflated = answer(zlib.compress(PAGE), extra="Content-Encoding: deflate\r\n")
    assert page(record("response", deflated, extra=HTTP)).text == STORY


def test_the_servers_charset_counts_before_a_guess() -> None:
    text = "Kepala desa mengatakan „Gerbang“ itu ditutup pada hari Senin karena air naik sampai ke sawah warga di tepi sungai."
    body = f"<html><body><article><p>{text}</p></article></body></html>".encode("iso-8859-2", "xmlcharrefreplace")
    assert "Gerbang" in page(record("response", answer(body, content="text/html; charset=iso-8859-2"), extra=HTTP)).text
    arabic = "قال حارس البوابة إن المياه غمرت الحقول بعد أن تركت البوابة مفتوحة طوال الليل في القرية الصغيرة."
    body = f"<html><body><article><p>{arabic}</p></article></body></html>".encode("windows-1256")
    assert page(record("response", answer(body, content="text/html; charset=windows-1256"), extra=HTTP)).text == arabic


def test_what_is_no_page_is_counted_so_that_all_add_up() -> None:
    data = b"".join(
        [
            record("request", b"GET / HTTP/1.1\r\n\r\n", extra="Content-Type: application/http; msgtype=request\r\n"),
            record("response", answer(b"\x89PNG\r\n", content="image/png"), extra=HTTP),
            record("response", answer(b"", status="301 Moved", extra="Location: /x\r\n"), extra=HTTP),
            record("revisit", answer(b""), extra=HTTP),
            record("response", answer(PAGE), extra=HTTP),
            record("response", answer(b"<html><body><script>go()</script></body></html>"), target="https://marram.example/app", extra=HTTP),
        ]
    )
    one, empty, rest = read(data)
    assert isinstance(one, Article)
    assert isinstance(empty, Refused)
    assert isinstance(rest, Refused)
    assert (empty.uri, empty.reason.startswith("no running text")) == ("https://marram.example/app", True)
    assert rest.reason == "records without a page to read: 1 image/png, 1 answered 301, 1 seen before (revisit)"


def test_a_feed_in_an_archive_gives_its_items() -> None:
    item = b"<item><link>https://marram.example/1</link><description>The keeper said so.</description></item>"
    feed = b"<rss version='2.0'><channel>" + item + b"</channel></rss>"
    assert page(record("response", answer(feed, content="application/rss+xml"), extra=HTTP)).uri == "https://marram.example/1"


def test_a_record_that_is_cut_keeps_what_there_is_and_the_pages_before() -> None:
    data = record("response", answer(PAGE), extra=HTTP) + record("response", answer(PAGE * 3), extra=HTTP)[:-200]
    found = read(data)
    assert isinstance(found[0], Article)
    assert len(found) >= 2


@pytest.mark.parametrize(
    "data",
    [
        b"WARC/1.0\r\n\r\nnonsense",
        b"WARC/9.9 what\r\nis this\r\n\r\n",
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9999999\r\n\r\nHTTP/1.1 200 OK",
    ],
)
def test_a_broken_archive_is_refused_in_words(data: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    found = read(data)
    assert found
    assert all(isinstance(one, Refused) or one.text for one in found)
    assert capsys.readouterr() == ("", "")


def test_arc_of_the_nineties_is_read() -> None:
    body = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
    about = b"1 0 Archive\nURL IP-address Archive-date Content-type Archive-length\n"
    data = b"filedesc://x.arc 0.0.0.0 20010203040506 text/plain %d\n%s\n" % (len(about), about)
    data += b"https://marram.example/gate 192.0.2.1 20010203040506 text/html %d\n%s\n" % (len(body), body)
    one = page(data)
    assert (one.uri, one.text, one.fetched) == ("https://marram.example/gate", STORY, "2001-02-03T04:05:06+00:00")


def test_a_body_beyond_the_cap_is_refused_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("saksi.intake.warcs.INPUT_BYTES", len(PAGE) + 10)
    data = record("response", answer(PAGE * 3), extra=HTTP) + record("response", answer(PAGE), extra=HTTP)
    big, one = read(data)
    assert isinstance(big, Refused)
    assert isinstance(one, Article)
