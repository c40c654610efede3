"""What every test may use: the checkout, and what lies beside it on some machines."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

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
