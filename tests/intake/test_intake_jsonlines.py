"""Lines of JSON: the text is verbatim, the id is kept, a bad line costs itself alone."""

from __future__ import annotations

import gzip
import json
from io import BytesIO

import pytest

from saksi.intake import articles
from saksi.records import Article, Refused
from saksi.records.ids import article_id


def reads(data: bytes, uri: str = "-") -> list[Article | Refused]:
    """What the bytes give on stdin."""
    return list(articles(uri, stdin=BytesIO(data)))


def line(**fields: object) -> bytes:
    """One line of JSON."""
    return json.dumps(fields).encode() + b"\n"


def test_text_is_taken_verbatim() -> None:
    text = "  Share To:\r\n\r\nHome | News\n\n\nHe said no.\t\ufeff\u0000 "
    (one,) = reads(line(id="a-1", text=text))
    assert isinstance(one, Article)
    assert (one.id, one.text, one.status) == ("a-1", text, "read")


def test_fields_come_over() -> None:
    (one,) = reads(
        line(
            id=7,
            text="He said no.",
            title="T",
            uri="u:1",
            outlet="O",
            published="2017-03-24",
            language="en-GB",
            dek="D",
            author=["A B", "C D"],
        )
    )
    assert isinstance(one, Article)
    assert (one.id, one.title, one.uri, one.outlet, one.published, one.language, one.dek, one.author) == (
        "7",
        "T",
        "u:1",
        "O",
        "2017-03-24",
        "en",
        "D",
        "A B, C D",
    )


def test_language_and_id_are_found_where_they_are_not_given() -> None:
    (one,) = reads(line(text="Presiden mengatakan bahwa harga beras tidak akan naik karena persediaan masih cukup."))
    assert isinstance(one, Article)
    assert (one.language, one.uri, one.id) == ("id", "-:1", article_id("-:1", one.text))


def test_bad_lines_cost_themselves_alone() -> None:
    data = (
        line(id=1, text="One.")
        + b"{broken\n\n"
        + line(id=3)
        + line(id=4, text=5)
        + line(id=5, text="  ")
        + b"[1]\n"
        + line(id=7, text="Seven.")
    )
    results = reads(data)
    assert [one.id for one in results if isinstance(one, Article)] == ["1", "7"]
    refused = [one for one in results if isinstance(one, Refused)]
    assert [one.uri for one in refused] == ["-:2", "-:4", "-:5", "-:6", "-:7"]
    assert "no JSON" in refused[0].reason
    assert "text" in refused[1].reason
    assert "empty" in refused[3].reason


def test_last_line_without_an_end_is_read() -> None:
    assert len(reads(line(id=1, text="One.") + line(id=2, text="Two.").rstrip())) == 2


def test_half_characters_are_replaced_and_noted() -> None:
    (one,) = reads(b'{"id": "s", "text": "He said \\ud83d no."}\n')
    assert isinstance(one, Article)
    assert (one.text, one.status, one.notes[0].code) == ("He said \ufffd no.", "partly", "surrogates")


def test_line_that_is_no_utf_8_is_read_with_a_note() -> None:
    (one,) = reads(line(id=1, text="QQ").replace(b"QQ", "Zoë said no.".encode("cp1252")))
    assert isinstance(one, Article)
    assert (one.text, one.notes[0].code) == ("Zoë said no.", "charset")


def test_date_in_words_becomes_iso_and_nonsense_a_note() -> None:
    known, unknown = reads(line(id=1, text="One.", published="24 Maret 2017") + line(id=2, text="Two.", published="soon"))
    assert isinstance(known, Article)
    assert isinstance(unknown, Article)
    assert (known.published, unknown.published, unknown.notes[0].code) == ("2017-03-24", None, "published")


def test_packed_lines_and_a_cut_among_them() -> None:
    data = b"".join(line(id=number, text=f"He said {number}, or {number * 7919 % 1009}.") for number in range(300))
    whole = gzip.compress(data)
    assert [one.id for one in reads(whole) if isinstance(one, Article)] == [str(number) for number in range(300)]
    *some, last = reads(whole[:-200])
    assert sum(isinstance(one, Article) for one in some) > 100
    assert isinstance(last, Refused)
    assert "cut off" in last.reason


@pytest.mark.parametrize("indent", [None, 2])
def test_one_object_or_an_array_over_many_lines(indent: int | None) -> None:
    one = {"id": "a", "text": "He said no."}
    for value, ids in ((one, ["a"]), ([one, {**one, "id": "b"}], ["a", "b"])):
        assert [read.id for read in reads(json.dumps(value, indent=indent).encode()) if isinstance(read, Article)] == ids


def test_deep_json_is_refused() -> None:
    (one,) = reads(b'{"text": ' + b"[" * 200_000 + b"\n")
    assert isinstance(one, Refused)
