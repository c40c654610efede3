"""The demonstration's pages come through intake whole and without their furniture."""

from __future__ import annotations

import datetime as dt
import json
import re
from functools import cache
from pathlib import Path

import pytest
import yaml
from build_gold import PAGES, body, gold

from saksi.records import Article

DAYS = {
    day: number
    for names in (
        ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
        ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    )
    for number, day in enumerate(names)
}
MONTHS = {
    month: number
    for names in (
        "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
        "January February March April May June July August September October November December",
    )
    for number, month in enumerate(names.split(), start=1)
}
SHORT_DATE = re.compile(rf"\b({'|'.join(DAYS)}),? \((\d{{1,2}})/(\d{{1,2}})(?:/(\d{{4}}))?\)")
LONG_DATE = re.compile(rf"\b({'|'.join(DAYS)}),? (\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})")
PAGE_NAMES = sorted(gold())


@cache
def read(page: str) -> Article:
    """The page as intake reads it."""
    from saksi.intake import articles

    name, _, line = page.partition("#")
    found = [article for article in articles(str(PAGES / name)) if isinstance(article, Article) and line in ("", article.id)]
    assert len(found) == 1
    return found[0]


def squeezed(text: str) -> str:
    """The text with every white space made one blank."""
    return " ".join(text.split())


def paragraphs(text: str) -> list[str]:
    """The text's paragraphs, each squeezed."""
    return [squeezed(paragraph) for paragraph in text.split("\n\n") if paragraph.strip()]


@pytest.mark.parametrize("page", PAGE_NAMES)
def test_body_survives_in_order(page: str) -> None:
    """From the first sentence to the last: no paragraph is lost, none changes its place."""
    text = squeezed(read(page).text)
    places = [text.find(paragraph) for paragraph in paragraphs(body(page))]
    assert -1 not in places
    assert sorted(places) == places


@pytest.mark.parametrize("page", PAGE_NAMES)
def test_furniture_is_gone(page: str) -> None:
    """What intake keeps stands in the body as a careful reader takes it: no menu, share bar, teaser, comment notice or footer."""
    expected = squeezed(body(page))
    assert [p for p in paragraphs(read(page).text) if p not in expected] == []


@pytest.mark.parametrize("page", PAGE_NAMES)
def test_language_is_told(page: str) -> None:
    assert read(page).language == gold()[page]["language"]


@pytest.mark.parametrize("page", [p for p in PAGE_NAMES if gold()[p].get("published")])
def test_title_and_date_are_read(page: str) -> None:
    article = read(page)
    assert article.title == gold()[page]["title"]
    assert (article.published or "")[:10] == gold()[page]["published"][:10]


@pytest.mark.parametrize("page", [p for p in PAGE_NAMES if "author" in gold()[p]])
def test_byline_is_read(page: str) -> None:
    """The blogger's name stands only in the footer; it is the byline all the same."""
    assert read(page).author == gold()[page]["author"]


@pytest.mark.parametrize("page", [p for p in PAGE_NAMES if gold()[p]["captions"] and ".html" in p])
def test_caption_is_marked(page: str) -> None:
    expected = gold()[page]["captions"][0]
    assert any(expected in squeezed(caption.text) for caption in read(page).captions)


def test_every_page_has_gold() -> None:
    lines = {f"mixed-archive.jsonl#{name}" for name in ids_in_archive()}
    files = {path.name for path in PAGES.iterdir() if path.suffix != ".jsonl"}
    assert files | lines == set(PAGE_NAMES)


def ids_in_archive() -> list[str]:
    """The ids of the lines of the .jsonl."""
    lines = (PAGES / "mixed-archive.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["id"] for line in lines]


def test_half_is_indonesian_half_english() -> None:
    languages = [entry["language"] for entry in gold().values()]
    assert (languages.count("id"), languages.count("en")) == (12, 12)


def test_stories_name_every_page_once() -> None:
    stories = yaml.safe_load((PAGES.parent / "stories.yaml").read_text(encoding="utf-8"))
    told = [page for story in stories["stories"].values() for page in story["pages"]]
    assert sorted(page["page"] for page in told) == PAGE_NAMES
    assert {page["outlet"] for page in told} == set(stories["outlets"])
    assert {page["from"] for page in told if "from" in page} <= set(PAGE_NAMES)


@pytest.mark.parametrize("path", sorted(PAGES.iterdir()), ids=lambda path: path.name)
def test_weekdays_fit_their_dates(path: Path) -> None:
    """A day named beside a date is that date's day; dates without a year are of 2026."""
    text = path.read_text(encoding="utf-8")
    short = [(day, dt.date(int(year or 2026), int(month), int(number))) for day, number, month, year in SHORT_DATE.findall(text)]
    long = [(day, dt.date(int(year), MONTHS[month], int(number))) for day, number, month, year in LONG_DATE.findall(text)]
    assert [(day, date) for day, date in short + long if date.weekday() != DAYS[day]] == []
