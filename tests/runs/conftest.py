"""The stores in which following and watching are tested."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from live_outlets import in_memory


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest) -> Iterator[str]:
    """The address at which the test's ledger is made: a file that needs no disk, or a schema of the tests' own server."""
    if request.param == "postgresql":
        yield request.getfixturevalue("postgres").fresh()
    else:
        with in_memory() as folder:
            yield str(folder / "news.db")
