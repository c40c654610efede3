"""Readings made by hand, and a ledger to put them into."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from saksi.ledger import Ledger, open_ledger
from saksi.records import Article, Entity, Party, Reading, Span, Statement
from saksi.records.ids import article_id, statement_id

Made = Callable[..., Reading]


def made(said: str = "air surut", *, speaker: str = "Sari", name: str | None = "Sari Dewi", **given: Any) -> Reading:
    """An article in which `speaker` (whose entity has `name`) says `said`; `given` sets fields of statement or article."""
    text = f"{speaker} mengatakan {said}."
    uri = given.pop("uri", f"https://kabar.example/{said}")
    article = given.pop("id", None) or article_id(uri, text)
    start = text.index(said)
    content = Span.cut(text, start, start + len(said))
    of_statement = {key: given.pop(key) for key in ("act", "polarity", "certainty", "speaker_kind") if key in given}
    statement = Statement(
        id=statement_id(article, None, [(content.start, content.end)]),
        kind="indirect",
        speakers=(Party(start=0, end=len(speaker), text=speaker, entity="e1" if name else None),),
        contents=(content,),
        rule="hand",
        by="test",
        **{"speaker_kind": "named", **of_statement},
    )
    title_statements = given.pop("title_statements", ())
    entities = (Entity(id="e1", kind="person", name=name),) if name else ()
    return Reading(
        article=Article(id=article, uri=uri, text=text, **{"language": "id", "outlet": "Kabar", **given}),
        engine="test",
        entities=entities,
        statements=(statement,),
        title_statements=title_statements,
    )


@pytest.fixture(name="made")
def made_fixture() -> Made:
    return made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest) -> str:
    """The database behind the ledger; a module about one of them has a fixture of this name that says so."""
    return str(request.param)


@pytest.fixture
def where(store: str, request: pytest.FixtureRequest) -> str:
    """The address at which the test's ledger is made."""
    return str(request.getfixturevalue("path") if store == "sqlite" else request.getfixturevalue("postgres").fresh())


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    with open_ledger(where, busy_seconds=0.05) as opened:
        yield opened
