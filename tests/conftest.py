"""What every test may use: the checkout, and what lies beside it on some machines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

import postgres_server
from town import Town, built

ROOT = Path(__file__).resolve().parent.parent

settings.register_profile("saksi", deadline=None)  # a test says nothing about time on a machine that others use too
settings.load_profile("saksi")


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The root of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared(checkout: Path) -> Path:
    """The folder of shared cases and gold beside the checkout; a test that needs it is skipped where it is not."""
    folder = checkout.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs ../shared, which is not here")
    return folder


@pytest.fixture
def town(monkeypatch: pytest.MonkeyPatch) -> Iterator[Town]:
    """A town of servers to fetch from, with no setting of the machine that runs the tests."""
    for name in ("SAKSI_CONTACT", "SAKSI_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with built() as one:
        yield one


@pytest.fixture(scope="session")
def postgres() -> Iterator[postgres_server.Server]:
    """A PostgreSQL server that the tests start for themselves."""
    if postgres_server.found() is None:
        pytest.skip("needs a PostgreSQL server (Debian: apt-get install postgresql), which is not here")
    with postgres_server.running() as server:
        yield server
