"""A span is a stretch of a text, verbatim."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksi.records import Span


def test_positions_count_code_points() -> None:
    assert Span.cut("naïve 👍 kata", 6, 7) == Span(start=6, end=7, text="👍")


@given(st.text(min_size=1), st.data())
def test_a_cut_span_stands_where_it_says(whole: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(whole) - 1))
    end = data.draw(st.integers(start + 1, len(whole)))
    span = Span.cut(whole, start, end)
    assert whole[span.start : span.end] == span.text


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (-1, 2), (0, 4), (3, 4)])
def test_an_empty_or_outlying_stretch_is_no_span(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"no stretch {start}:{end} in a text of 3 characters"):
        Span.cut("abc", start, end)


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Span(start=0, end=1, text="a").start = 2  # type: ignore[misc]
