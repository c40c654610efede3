"""The claims and conflicts that a ledger keeps are those that its readings give, whatever came in which order."""

from __future__ import annotations

import random
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import delete, insert

from saksi.clock import fixed
from saksi.ledger import open_ledger
from saksi.ledger.claim_tables import TABLES, claims
from saksi.ledger.judging import judging_of
from saksi.ledger.schema import ledger_schema
from saksi.ledger.store import SqlLedger
from saksi.records import Reading
from saksi.runs.account import account_of, wrong_in_claims
from saksi.runs.judging import Judge

sys.path.insert(0, str(Path(__file__).parents[1] / "joining"))

from told_stories import STORIES, readings_of, story

CLOCK = fixed(datetime(2026, 11, 25, tzinfo=UTC))


@pytest.fixture(scope="module")
def found() -> list[Reading]:
    """The articles of some stories, copies and translations among them."""
    return [reading for path in STORIES[:6] for reading in readings_of(story(path))]


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a ledger that is not there yet, in either store."""
    return str(tmp_path / "news.db" if request.param == "sqlite" else request.getfixturevalue("postgres").fresh())


def test_in_any_order_and_under_judgements_they_are_what_the_readings_give(where: str, found: list[Reading]) -> None:
    order = list(found)
    random.Random(7).shuffle(order)  # noqa: S311 - nothing secret
    with open_ledger(where) as ledger:
        for start in range(0, len(order), 5):
            ledger.add(order[start : start + 5])
        assert wrong_in_claims(ledger) == ()

        judge = Judge(ledger, "rani", clock=CLOCK)
        told = [reading for reading in order if len(reading.statements) > 1]
        joined = next(one for one in account_of(ledger).claims if len(one.members) > 1)
        first, second = joined.members[0].statement.id, joined.members[1].statement.id
        said = [
            judge.join("different", first, second, of="claim"),
            judge.join("same", told[0].statements[0].id, told[1].statements[0].id, of="claim"),
            judge.join("same", told[0].article.id, told[2].article.id, of="family"),
            judge.wrong(told[3].statements[0].id),
        ]
        assert wrong_in_claims(ledger) == ()

        for one in said:
            judge.withdraw(one.judgement)
            assert wrong_in_claims(ledger) == ()
        assert judging_of(ledger) is not None


def test_an_older_ledger_gets_its_claims_when_it_is_opened(where: str, found: list[Reading]) -> None:
    with open_ledger(where) as ledger:
        assert isinstance(ledger, SqlLedger)
        ledger.add(found[:12])
        kept = [one.claim for one in account_of(ledger).claims]
        with ledger.writing() as connection:
            for table in reversed(TABLES):
                table.drop(connection)
            connection.execute(delete(ledger_schema))
            connection.execute(insert(ledger_schema).values(version=4))
    with open_ledger(where) as ledger:
        assert [one.claim for one in account_of(ledger).claims] == kept
        assert wrong_in_claims(ledger) == ()


def test_a_claim_that_was_tampered_with_is_told(where: str, found: list[Reading]) -> None:
    with open_ledger(where) as ledger:
        assert isinstance(ledger, SqlLedger)
        ledger.add(found[:4])
        gone = account_of(ledger).claims[0].claim.claim
        with ledger.writing() as connection:
            connection.execute(delete(claims).where(claims.c.id == gone))
        assert wrong_in_claims(ledger) == (f"claim {gone}: it is not what the articles give",)
