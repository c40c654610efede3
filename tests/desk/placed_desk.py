"""A desk over three short articles that name two places, for the tests of the rooms that count by place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from starlette.testclient import TestClient

from saksi.desk import create_app
from saksi.ledger import open_ledger
from saksi.reading.read import read
from saksi.records import Article

TEXTS = {
    "a": "General Peter Marlow said that 12 people died in Jakarta on Monday.",
    "b": "Mayor Ana Lind denied that 12 people died in Jakarta.",
    "c": "Mayor Ana Lind said that ferries leave for Bogor.",
}


@contextmanager
def placed_desk(folder: Path, title: str) -> Iterator[TestClient]:
    """Its articles and their outlet all go by one title."""
    with open_ledger(str(folder / "news.db")) as ledger:
        when = "2026-05-04T08:00:00+00:00"
        articles = (Article(id=k, title=title, outlet=title, published=when, language="en", text=t) for k, t in TEXTS.items())
        ledger.add([read(article) for article in articles])
        yield TestClient(create_app(ledger), base_url="http://desk.example", headers={"Accept-Language": "en"})
