"""A ledger moves from any store to any other, whole."""

from __future__ import annotations

import importlib
import pkgutil

import pytest
from sqlalchemy import MetaData

import saksi.ledger
from saksi.errors import LedgerError
from saksi.exports.catalogue import EXPORTS
from saksi.ledger import SearchFilter, moving, open_ledger
from saksi.ledger.checking import check
from saksi.ledger.following import Following
from saksi.ledger.moving import move
from saksi.ledger.watching import Watching
from saksi.records import Feed, Watch

STORES = ("sqlite", "postgresql")


@pytest.fixture(params=STORES)
def to(request, tmp_path) -> str:
    """An address where no ledger is yet."""
    return str(tmp_path / "new.db") if request.param == "sqlite" else request.getfixturevalue("postgres").fresh()


@pytest.fixture
def filled(ledger, made):
    ledger.add([made(f"angka {number} \x00 naik", published="2026-01-01", title=f"Judul {number}\x00") for number in range(120)])
    ledger.add([made("air naik lagi di muara sungai yang lebar", id=f"x-{number}") for number in range(3)])
    Following(ledger).add(
        Feed(
            id="f1",
            address="https://kabar.example/feed",
            host="kabar.example",
            kind="feed",
            added="2026-01-01T00:00:00+00:00",
            due="",
            interval=600,
        )
    )
    Watching(ledger).add(Watch(id="w1", name="naik", words=("naik",), added="2026-01-01T00:00:00+00:00"))
    return ledger


def exported(ledger) -> dict[str, list[bytes]]:
    return {kind: list(write["jsonl"](ledger)) for kind, write in EXPORTS.items()}


def found(ledger):
    return ledger.search(SearchFilter(words="naik", since="2026"), limit=200)


def test_everything_arrives(filled, to):
    moved = move(filled, to, busy_seconds=1)

    with open_ledger(to, create=False) as new:
        assert exported(filled) == exported(new)
        assert found(filled) == found(new)
        assert list(filled.kin()) == list(new.kin())
        assert Following(filled).feeds() == Following(new).feeds()
        assert [watch.name for watch in Watching(new).watches()] == ["naik"]
        assert check(new).wrong == ()
    assert {table.name: table.rows for table in moved}["articles"] == 123


def test_a_ledger_that_arrived_takes_new_articles(filled, to, made):
    move(filled, to, busy_seconds=1)
    with open_ledger(to, create=False) as new:
        assert new.add([made("kabar baru"), made("angka 7 \x00 naik", id="again")])[0].new
        assert check(new).wrong == ()


@pytest.mark.parametrize("at", [0, 1, 4, 9])
def test_a_move_that_is_broken_off_is_ended_by_the_next(filled, to, made, at):
    """Until then nobody can open the new ledger, and what was added to the old one meanwhile comes along."""

    def stop(_count: int) -> None:
        nonlocal at
        at -= 1
        if at < 0:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        move(filled, to, busy_seconds=1, on_rows=stop)
    with pytest.raises(LedgerError, match="not whole"):
        open_ledger(to)
    filled.add([made("datang kemudian", id="a-early"), made("angka 5 \x00 naik", id="b-copy")])

    move(filled, to, busy_seconds=1)

    with open_ledger(to, create=False) as new:
        assert exported(filled) == exported(new)
        assert check(new).wrong == ()


def test_a_ledger_with_articles_is_not_overwritten(filled, to, made):
    with open_ledger(to) as new:
        new.add([made("sudah ada")])

    with pytest.raises(LedgerError, match="there is a ledger already"):
        move(filled, to, busy_seconds=1)
    with open_ledger(to, create=False) as new:
        assert new.articles().total == 1


def test_a_row_that_is_not_as_it_was_is_told(filled, to, monkeypatch):
    sums = iter(["a", "b"] * 50)
    monkeypatch.setattr(moving, "_sum", lambda _connection, table: moving.MovedTable(name=table.name, rows=1, hash=next(sums)))

    with pytest.raises(LedgerError, match="did not arrive as it was"):
        move(filled, to, busy_seconds=1)
    with pytest.raises(LedgerError, match="not whole"):
        open_ledger(to)


def test_nobody_writes_to_the_old_ledger_meanwhile(filled, to, made, where):
    refused = []

    def write(_count: int) -> None:
        if not refused:
            with open_ledger(where, busy_seconds=0.05) as other, pytest.raises(LedgerError, match="another program"):
                other.add([made("lain")])
            refused.append(True)

    move(filled, to, busy_seconds=1, on_rows=write)

    assert refused


def test_every_table_of_a_ledger_is_among_those_that_move():
    known = {id(metadata) for metadata in moving.EVERYTHING}
    for module in pkgutil.iter_modules(saksi.ledger.__path__):
        names = vars(importlib.import_module(f"saksi.ledger.{module.name}"))
        assert {name for name, value in names.items() if isinstance(value, MetaData) and id(value) not in known} == set(), module.name
