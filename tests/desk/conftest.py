"""What the desk's tests share: a small ledger, and a client without a network."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

pytest.importorskip("starlette", reason="the desk's extra is not installed: pip install 'saksi[desk]'")

from invented_readings import harbour, hostile, many
from memory_ledger import MemoryLedger
from starlette.testclient import TestClient

from saksi.desk import create_app
from saksi.records import Reading


@pytest.fixture(scope="session")
def harbour_reading() -> Reading:
    return harbour()


@pytest.fixture(scope="session")
def hostile_reading() -> Reading:
    return hostile()


@pytest.fixture
def ledger(harbour_reading: Reading, hostile_reading: Reading) -> MemoryLedger:
    """An Indonesian article, a hostile English one, and sixty short ones: two pages of a list."""
    return MemoryLedger([harbour_reading, hostile_reading, *many(60)])


@pytest.fixture
def desk(ledger: MemoryLedger) -> Iterator[TestClient]:
    with TestClient(create_app(ledger), base_url="http://localhost:8787") as client:
        yield client
