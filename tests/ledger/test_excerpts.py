"""Excerpts are verbatim, around the first hit, and of about the length that is asked for."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksi.ledger import SearchHit, StatementRow
from saksi.ledger.excerpts import CUT, excerpt
from saksi.ledger.search_words import marked, wanted_in
from saksi.records import Span, Statement


def hit(words: str, *contents: str) -> SearchHit:
    spans, at = [], 7
    for content in contents:
        spans.append(Span(start=at, end=at + len(content), text=content))
        at += len(content) + 20
    wanted = wanted_in(words)
    statement = Statement(id="s", kind="indirect", speaker_kind="named", contents=tuple(spans), rule="hand", by="test")
    row = StatementRow(
        statement=statement, article="a", title=None, outlet=None, published=None, language="id", speaker=None, stance="asserted"
    )
    return SearchHit(row=row, marks=tuple(mark for span in spans for mark in marked(span, "id", wanted)))


def shown(found: SearchHit, width: int) -> str:
    return "".join(f"[{piece.text}]" if piece.hit else piece.text for piece in excerpt(found, width))


LONG = " ".join(f"kata{number}" for number in range(100))


@pytest.mark.parametrize(
    ("words", "contents", "expected"),
    [
        ("surut", ["air surut, surut"], "air [surut], [surut]"),
        ("", ["air surut"], "air surut"),
        ("", [LONG], "kata0 kata1 kata2 kata3 kata4 …"),
        ("kata50", [LONG], "…kata48 kata49 [kata50] kata51 …"),
        ("kata99", [LONG], "…kata97 kata98 [kata99]"),
        ("naik", ["air surut", "air naik", "lalu naik"], "air [naik]…lalu [naik]"),
        ("", ["air surut", "air naik"], "air surut…air naik"),
    ],
)
def test_excerpts(words, contents, expected):
    assert shown(hit(words, *contents), 34) == expected


@given(
    st.lists(st.text("ab c\n.", min_size=1, max_size=80), min_size=1, max_size=3), st.sampled_from(["a", "ab c", "b"]), st.integers(1, 60)
)
def test_every_piece_stands_in_a_content(contents, words, width):
    found = hit(words, *contents)

    pieces = [piece for piece in excerpt(found, width) if piece.text != CUT]

    assert all(any(piece.text in content for content in contents) for piece in pieces)
    assert any(piece.hit for piece in pieces) == bool(found.marks)
    assert msgspec.structs.asdict(found)
