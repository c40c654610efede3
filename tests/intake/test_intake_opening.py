"""Whatever is given, each input ends as articles or as one clear refusal."""

from __future__ import annotations

import gzip
import os
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksi import limits
from saksi.clock import fixed
from saksi.intake import articles
from saksi.records import Article, Refused
from saksi.records.ids import article_id

STORY = "The tide gate was left open on Monday, the keeper said, and two fields were under water by noon.\n\nHe denied that he had slept."


def reads(data: bytes) -> list[Article | Refused]:
    """What the bytes give on stdin."""
    return list(articles("-", stdin=BytesIO(data)))


def article(data: bytes) -> Article:
    """The one article that the bytes give."""
    (one,) = reads(data)
    assert isinstance(one, Article), one
    return one


def reason(data: bytes) -> str:
    """Why the bytes are refused."""
    (one,) = reads(data)
    assert isinstance(one, Refused), one
    assert "\n" not in one.reason
    return one.reason


def codes(one: Article) -> list[str]:
    """The codes of an article's notes."""
    return [note.code for note in one.notes]


def test_article_says_where_and_when_it_came_from(tmp_path: Path) -> None:
    path = tmp_path / "gate.txt"
    path.write_text(STORY, encoding="utf-8")
    (one,) = articles(str(path), clock=fixed(datetime(2024, 5, 1, 12, 0, tzinfo=UTC)))
    assert isinstance(one, Article)
    assert (one.uri, one.fetched, one.text, one.language) == (str(path), "2024-05-01T12:00:00+00:00", STORY, "en")
    assert one.sha256 == sha256(STORY.encode()).hexdigest()
    assert one.id == article_id(str(path), STORY)


def test_packed_page_is_hashed_as_it_came() -> None:
    packed = gzip.compress(STORY.encode(), mtime=0)
    one = article(packed)
    assert (one.text, one.sha256, one.status) == (STORY, sha256(packed).hexdigest(), "read")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\r\n\t", "empty"),
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0rest", "JPEG"),
        (b"BZh91AY", "bunzip2"),
        (bytes(range(256)) * 40, "binary"),
        (b"\x00" * 5000, "binary"),
        (b'<?xml version="1.0"?><rss version="2.0"></rss>', "feed"),
        (b"WARC/1.0\r\n", "records without a page"),
        (b"<html><body><script>go()</script></body></html>", "no running text"),
        (gzip.compress(gzip.compress(b"x" * 100, mtime=0), mtime=0), "gzip inside gzip"),
        (b"\x1f\x8b\x08\x00garbage that is no gzip", "damaged"),
        (gzip.compress(b"", mtime=0), "empty"),
    ],
)
def test_what_holds_no_article_is_refused_in_one_line(data: bytes, words: str) -> None:
    assert words in reason(data)


def test_directory_missing_path_and_address_are_refused(tmp_path: Path) -> None:
    for uri, words in (
        (str(tmp_path), "directory"),
        (str(tmp_path / "none.txt"), "no such file"),
        ("http://intranet/a", "save the page"),
        ("a\0b", "no path"),
    ):
        (one,) = articles(uri)
        assert isinstance(one, Refused)
        assert words in one.reason


def test_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "shut.txt"
    path.write_text(STORY)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    (one,) = articles(str(path))
    assert isinstance(one, Refused)
    assert "permissions" in one.reason


def test_file_name_that_is_no_unicode(tmp_path: Path) -> None:
    """A name in another encoding is shown with replacements; the page is read."""
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")
    try:
        with open(path, "wb") as stream:
            stream.write(STORY.encode())
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    (one,) = articles(os.fsdecode(path))
    assert isinstance(one, Article)
    assert one.uri is not None
    assert one.uri.encode("utf-8")


def test_page_beyond_the_cap_is_refused() -> None:
    assert "larger than 20 MB" in reason(b"word " * (limits.INPUT_BYTES // 5 + 2))


def test_line_of_50_mb_costs_that_line_only() -> None:
    data = b'{"id": 1, "text": "' + b"x" * 50_000_000 + b'"}\n{"id": 2, "text": "He said no."}\n'
    first, second = reads(data)
    assert isinstance(first, Refused)
    assert "20,000,000 bytes" in first.reason
    assert first.uri == "-:1"
    assert isinstance(second, Article)
    assert second.id == "2"


def test_truncated_gzip_is_read_as_far_as_it_goes() -> None:
    paragraphs = "\n\n".join(f"On day {n} the keeper said that the water stood at {n * n} centimetres." for n in range(400))
    one = article(gzip.compress(paragraphs.encode())[:-400])
    assert one.status == "partly"
    assert codes(one)[0] == "gzip-cut"
    assert paragraphs.startswith(one.text[:1000])


def test_damaged_gzip_keeps_what_comes_before_the_damage() -> None:
    packed = bytearray(gzip.compress(STORY.encode()))
    packed[-8] ^= 255  # the checksum
    one = article(bytes(packed))
    assert (one.text, one.status, codes(one)) == (STORY, "partly", ["gzip-damaged"])


def test_gzip_of_two_members_and_of_padding() -> None:
    both = gzip.compress(STORY[:40].encode()) + gzip.compress(STORY[40:].encode())
    assert article(both).text == STORY
    assert article(both + b"\0" * 512).notes == ()
    assert codes(article(both + b"tail")) == ["gzip-tail"]


def test_gzip_bomb_is_refused() -> None:
    assert "200 times" in reason(gzip.compress(b"a" * 60_000_000, mtime=0))


def test_long_article_is_kept_to_the_end_of_a_paragraph(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("saksi.intake.article.ARTICLE_CHARS", 1_000)
    one = article("\n\n".join(f"Paragraph {n} is here, and it says that all is well." for n in range(100)).encode())
    assert len(one.text) <= 1_000
    assert one.text.endswith("well.")
    assert (one.status, codes(one)) == ("partly", ["too-long"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings(encoding: str) -> None:
    assert (
        article(("“Non,” said Zoë Núñez — and left the café at noon.\r\n").encode(encoding)).text
        == "“Non,” said Zoë Núñez — and left the café at noon."
    )


def test_windows_1252_without_a_word_is_noted() -> None:
    one = article("“No,” said Zoë Núñez, who owns the café on the quay.".encode("cp1252"))
    assert one.text.startswith("“No,” said Zoë Núñez")
    assert (one.status, codes(one)) == ("read", ["charset"])


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("iso-8859-1", "cp1252"),
        ("windows-1251", "cp1251"),
        ("shift_jis", "shift_jis"),
        ("x-no-such-charset", "cp1252"),
        ("utf-8", "cp1252"),
    ],
)
def test_declared_charset_of_a_page(declared: str, encoding: str) -> None:
    said = {
        "cp1251": "Он сказал, что мост закрыт, и ушёл домой, не дожидаясь ответа от города.",
        "shift_jis": "橋は閉鎖された、と市長は述べた。住民は別の道を使うように、と語った。",
    }
    text = said.get(encoding, "Zoë said the café was shut, and that its owner had gone to Köln, naïve as ever.")
    one = article(f'<html><head><meta charset="{declared}"></head><body><p>{text}</p></body></html>'.encode(encoding))
    assert one.text == text


def test_stray_bytes_in_utf_8_are_replaced_and_noted() -> None:
    one = article("Zoë said “no” at the café. ".encode() * 20 + b"\xff\xfe")
    assert (one.status, codes(one)) == ("partly", ["bytes-replaced"])
    assert one.text.startswith("Zoë said “no” at the café.")


def test_zero_characters_and_marks_inside_the_text() -> None:
    one = article(b"The keeper\x00 said \xef\xbb\xbfno, and shut the gate behind him." + b" He said it twice." * 20)
    assert one.text.startswith("The keeper said no, and shut")
    assert (one.status, codes(one)) == ("partly", ["nul"])


def test_suffix_is_only_a_hint(tmp_path: Path) -> None:
    for name, data, opening in (
        ("a.txt", b"<!DOCTYPE html><p>" + STORY.encode(), "The tide gate was left open"),
        ("b.html", b'{"id": "x", "text": "He said no."}', "He said no."),
        ("c.jsonl", b"<html><body><p>He said no, she said.", "He said no, she said."),
    ):
        path = tmp_path / name
        path.write_bytes(data)
        (one,) = articles(str(path))
        assert isinstance(one, Article), one
        assert one.text.startswith(opening)


@given(st.binary(max_size=3_000))
def test_any_bytes_end_as_article_or_refusal(data: bytes) -> None:
    results = reads(data)
    assert results
    for one in results:
        if isinstance(one, Article):
            assert one.text
            assert all(one.text[span.start : span.end] == span.text for span in one.captions)
            one.text.encode("utf-8")


@given(
    st.lists(
        st.sampled_from(
            [
                b"<p>",
                b"</div>",
                b"<div class=share>",
                b"<li>",
                b"<table><tr><td>",
                b"<a href=x>",
                b"</a>",
                b"<br>",
                b"<h1>",
                b"<!--",
                b"-->",
                b"<script>",
                b"</script>",
                b'"',
                b"'",
                b"&amp;",
                b"\xff",
                b"\x00",
                b"\n",
                b"He said it is so, and left. ",
                b"Share To:",
                b"By Ann Lee",
            ]
        ),
        max_size=80,
    )
)
def test_any_soup_of_tags_ends_as_article_or_refusal(parts: list[bytes]) -> None:
    for whole in (b"<html>" + b"".join(parts), b"\n".join(parts), gzip.compress(b"".join(parts), mtime=0)[:-3]):
        assert all(isinstance(one, Article | Refused) for one in reads(whole))
