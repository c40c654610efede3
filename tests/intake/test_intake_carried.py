"""Letters, wires (ninjs), PDF documents and lists of feeds (OPML)."""

from __future__ import annotations

import json
from email.message import EmailMessage
from io import BytesIO
from typing import Any

import pytest

from saksi.errors import InputRefused
from saksi.intake import articles
from saksi.intake.opml import Outline, read_opml, write_opml
from saksi.records import Article, Refused

STORY = "The tide gate was left open on Monday, the keeper said, and two fields were under water by noon."


def read(data: bytes) -> Article | Refused:
    (one,) = articles("-", stdin=BytesIO(data))
    return one


def letter(**parts: str) -> EmailMessage:
    found = EmailMessage()
    found["From"] = "Ina Brandt <ina@quay.example>"
    found["To"] = "desk@saksi.example"
    found["Subject"] = "Pernyataan pers: gerbang"
    found["Date"] = "Tue, 03 Mar 2026 09:40:00 +0700"
    found["Message-ID"] = "<1@quay.example>"
    found.set_content(parts["plain"])
    if "html" in parts:
        found.add_alternative(parts["html"], subtype="html")
    return found


@pytest.mark.parametrize("html", [True, False])
def test_a_letter_is_read_with_its_sender_and_day(html: bool) -> None:
    parts = {"plain": f"{STORY}\n\nHe denied that he had slept."}
    if html:
        parts["html"] = f"<html><body><table><tr><td><p>{STORY}</p><p>He denied that he had slept.</p></td></tr></table></body></html>"
    one = read(letter(**parts).as_bytes())
    assert isinstance(one, Article)
    assert (one.title, one.author, one.published) == ("Pernyataan pers: gerbang", "Ina Brandt", "2026-03-03T09:40:00+07:00")
    assert one.text == f"{STORY}\n\nHe denied that he had slept."


def test_attachments_are_named_not_dropped() -> None:
    message = letter(plain=STORY)
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="report.pdf")
    one = read(message.as_bytes())
    assert isinstance(one, Article)
    assert (one.status, [(note.code, note.what) for note in one.notes]) == ("partly", [("attachment", "report.pdf")])


def test_a_letter_in_a_charset_that_nobody_knows_is_still_read() -> None:
    one = read(letter(plain=STORY).as_bytes().replace(b'charset="utf-8"', b'charset="x-quay"'))
    assert isinstance(one, Article)
    assert one.text == STORY


def test_a_transcript_with_speakers_is_no_letter() -> None:
    one = read(b"From: the mayor, a word.\n\nDate: unknown, said the clerk, and he denied that there ever was one at all.")
    assert isinstance(one, Article)
    assert one.title is None
    assert one.text.startswith("From: the mayor")


VERSION_1 = {
    "uri": "urn:wire:1",
    "headline": "Gate open",
    "body_html": f"<p>{STORY}</p>",
    "byline": "Ina Brandt",
    "versioncreated": "2026-03-03T02:00:00Z",
    "language": "en-GB",
    "infosources": [{"name": "Marram Wire"}],
}
VERSION_3 = {
    "uri": "urn:wire:1",
    "headlines": [{"role": "slug", "value": "gate"}, {"role": "main", "value": "Gate open"}],
    "bodies": [{"role": "main", "contentType": "text/html", "value": f"<p>{STORY}</p>"}, {"role": "plain", "value": "short"}],
    "by": [{"value": "Ina Brandt"}],
    "versionCreated": "2026-03-03T02:00:00Z",
    "language": "en",
    "infoSources": [{"name": "Marram Wire"}],
}


@pytest.mark.parametrize("lines", [True, False], ids=["a line", "a file"])
@pytest.mark.parametrize(("item", "title"), [(VERSION_1, "Gate open"), (VERSION_3, "gate")], ids=["1", "3"])
def test_a_wire_is_read(item: dict[str, Any], title: str, lines: bool) -> None:
    one = read(json.dumps(item, indent=None if lines else 1).encode())
    assert isinstance(one, Article)
    assert (one.uri, one.title, one.author, one.published) == ("urn:wire:1", title, "Ina Brandt", "2026-03-03T02:00:00+00:00")
    assert (one.outlet, one.language, one.text) == ("Marram Wire", "en", STORY)


def test_newsml_is_refused_with_the_way_out() -> None:
    one = read(b'<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentSet/></newsItem>')
    assert isinstance(one, Refused)
    assert "ninjs" in one.reason


def pdf(text: str, *, locked: bool = False) -> bytes:
    """A document of one page, written by hand."""
    stream = b"BT /F1 12 Tf 40 700 Td 14 TL " + b" ".join(b"(%s) Tj T*" % line.encode() for line in text.splitlines()) + b" ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Title (Gate report) /Author (Ina Brandt) /CreationDate (D:20260303094000+07'00') >>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer << /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (len(objects) + 1, table, trailer)


def test_a_pdf_is_read_its_lines_joined() -> None:
    pytest.importorskip("pypdf", reason="the extra is not installed: pip install 'saksi[documents]'")
    one = read(pdf("The tide gate was left open on Monday, the keeper said,\nand two fields were under water by noon on that day."))
    assert isinstance(one, Article)
    assert one.text == "The tide gate was left open on Monday, the keeper said, and two fields were under water by noon on that day."
    assert (one.title, one.author, one.published) == ("Gate report", "Ina Brandt", "2026-03-03")


def test_a_scan_and_a_damaged_pdf_are_refused_in_words() -> None:
    pytest.importorskip("pypdf", reason="the extra is not installed: pip install 'saksi[documents]'")
    scan, broken = read(pdf("")), read(b"%PDF-1.4\nnothing here")
    assert isinstance(scan, Refused)
    assert isinstance(broken, Refused)
    assert "OCR" in scan.reason
    assert "cannot be read" in broken.reason


OPML = b"""<opml version="2.0"><head><title>x</title></head><body>
<outline text="Pesisir"><outline text="Dermaga" xmlUrl="https://dermaga.example/feed" htmlUrl="https://dermaga.example/"/>
<outline text="Harian"><outline text="Ombak" xmlUrl="https://ombak.example/feed"/></outline></outline>
<outline text="Dermaga lagi" xmlUrl="https://dermaga.example/feed"/><outline text="Quay" xmlUrl="https://quay.example/rss"/></body></opml>"""


def test_a_list_of_feeds_comes_in_and_goes_out() -> None:
    found = read_opml(OPML, uri="feeds.opml")
    assert [(one.feed, one.name, one.folders) for one in found] == [
        ("https://dermaga.example/feed", "Dermaga", ("Pesisir",)),
        ("https://ombak.example/feed", "Ombak", ("Pesisir", "Harian")),
        ("https://quay.example/rss", "Quay", ()),
    ]
    assert read_opml(write_opml(found, title="Semua").encode(), uri="again") == found


def test_a_list_of_feeds_holds_no_article() -> None:
    one = read(OPML)
    assert isinstance(one, Refused)
    assert "a list of 3 feeds (OPML)" in one.reason


@pytest.mark.parametrize(
    "data",
    [
        b"<opml><body>",
        b"<opml version='2.0'><head/></opml>",
        b'<!DOCTYPE opml [<!ENTITY a "b">]><opml><body><outline text="&a;" xmlUrl="https://x.example/"/></body></opml>',
    ],
)
def test_a_broken_list_is_refused(data: bytes) -> None:
    with pytest.raises(InputRefused):
        read_opml(data, uri="feeds.opml")


def test_names_of_feeds_are_text() -> None:
    feeds = (Outline(feed="https://x.example/?a=1&b=2", name='<b>"x"</b> & y', folders=("a<b",)),)
    assert read_opml(write_opml(feeds, title="&").encode(), uri="x") == feeds
