"""The in-tray: errands are read one after another, each input kept by itself, cancelled between articles, and bounded."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from saksi.errors import FetchRefused, MemberRefused
from saksi.ledger import open_ledger
from saksi.ledger.store import SqlLedger
from saksi.limits import TRAY_HELD, TRAY_OWN
from saksi.runs import tray as tray_module
from saksi.runs.tray import Errand, Input, Tray

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
TEXT = 'Harbour master Ilse Marrick said the pier was safe.\n\n"We checked every pile," she told reporters.'


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[SqlLedger]:
    with open_ledger(str(tmp_path / "news.db")) as opened:
        assert isinstance(opened, SqlLedger)
        yield opened


def tray_of(ledger: SqlLedger, fetch: object = None) -> Tray:
    return Tray(ledger, fetch=fetch, clock=lambda: NOON)  # type: ignore[arg-type]


def text(name: str = "a.txt") -> Input:
    return Input(name=name, data=TEXT.encode())


def read(errand: Errand) -> Errand:
    """The errand once nothing more will be read of it."""
    assert errand.ended.wait(20)
    return errand


def test_what_is_put_in_is_read_and_kept(ledger: SqlLedger) -> None:
    errand = read(tray_of(ledger).put("m1", (text(), Input(name="b.png", data=b"\x89PNG..."))))
    assert (errand.state, [item.status for item in errand.items]) == ("done", ["read", "refused"])
    assert errand.items[0].article == errand.articles[0]
    assert len(ledger.reading(errand.articles[0]).statements) == 2
    assert errand.inputs == ()
    assert errand.names == ("a.txt", "b.png")


def test_a_cancelled_errand_leaves_whole_articles_and_reads_no_more(ledger: SqlLedger) -> None:
    asked, goes_on = threading.Event(), threading.Event()

    def fetch(uri: str) -> object:
        asked.set()
        goes_on.wait(20)
        raise FetchRefused(uri, "nobody answers")

    tray = tray_of(ledger, fetch)
    errand = tray.put("m1", (text(), Input(name="https://kopi.example/a"), text("c.txt")))
    assert asked.wait(20)
    tray.cancel(errand)
    goes_on.set()
    read(errand)
    assert errand.state == "cancelled"
    assert [item.name for item in errand.items][:1] == ["a.txt"]
    assert "c.txt" not in {item.name for item in errand.items}


def test_nobody_fills_the_tray_alone_and_not_faster_than_a_person(ledger: SqlLedger, monkeypatch: pytest.MonkeyPatch) -> None:
    goes_on = threading.Event()

    def fetch(uri: str) -> object:
        goes_on.wait(20)
        raise FetchRefused(uri, "nobody answers")

    tray = tray_of(ledger, fetch)
    waiting = [tray.put("m1", (Input(name="https://kopi.example/a"),)) for _ in range(TRAY_OWN)]
    with pytest.raises(MemberRefused, match="enough to read"):
        tray.put("m1", (text(),))
    other = tray.put("m2", (text(),))
    goes_on.set()
    for errand in (*waiting, other):
        read(errand)
    monkeypatch.setattr(tray_module, "TRAY_HOUR", TRAY_OWN)
    with pytest.raises(MemberRefused, match="in an hour"):
        tray.put("m1", (text(),))
    read(tray.put("m2", (text(),)))


def test_the_oldest_errands_are_forgotten(ledger: SqlLedger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tray_module, "TRAY_HELD", 2)
    tray = tray_of(ledger)
    made = [read(tray.put("m1", (text(),))) for _ in range(4)]
    assert [tray.errand(each.id) is not None for each in made] == [False, False, True, True]
    assert tray.of("m1") == made[:1:-1]
    assert TRAY_HELD > TRAY_OWN


def test_closing_cancels_and_waits(ledger: SqlLedger) -> None:
    tray = tray_of(ledger)
    errand = tray.put("m1", tuple(text(f"{number}.txt") for number in range(50)))
    tray.close()
    assert errand.ended.is_set()
    tray.close()
