"""The founding page's credit, caption and contradiction come out of its text as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksi.reading.captions import find_captions
from saksi.reading.conflicts import find_conflicts
from saksi.reading.credits import find_credits, find_dateline

PAGE = Path(__file__).parents[2].parent / "shared" / "cases" / "founding" / "page.txt"


@pytest.fixture(scope="module")
def page() -> str:
    if not PAGE.exists():
        pytest.skip("the founding page does not lie beside this checkout")
    return PAGE.read_text(encoding="utf-8")


def test_the_agency_is_credited(page: str) -> None:
    assert [(credit.text, credit.agency) for credit in find_credits(page, "id")] == [("(Reuters)", "Reuters")]


def test_there_is_no_dateline(page: str) -> None:
    assert find_dateline(page, "id", "2017-03-25") is None


def test_the_caption_is_told_from_the_story(page: str) -> None:
    (caption,) = find_captions(page, "id", ())
    assert caption.text.startswith("Jenderal Khalifa Haftar, komandan")
    assert caption.text.endswith("(29/11/2016).")


def test_the_page_contradicts_itself(page: str) -> None:
    (conflict,) = find_conflicts(page, "id", (), (), find_captions(page, "id", ()))
    assert conflict.kind == "attribute"
    assert (conflict.a.text, conflict.b.text) == (
        "Haftar adalah tokoh penting di era Khaddafi",
        "Haftar adalah tokoh terbuang di era Khaddafi",
    )
    assert [(differing.a, differing.b) for differing in conflict.differs] == [("penting", "terbuang")]
