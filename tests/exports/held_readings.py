"""A ledger as far as an export looks into it."""

from __future__ import annotations

from collections.abc import Iterator

from saksi.records import Family, Reading


class Held:
    """A ledger as far as an export looks into it: readings in their order, no families."""

    def __init__(self, *readings: Reading) -> None:
        self._readings = readings

    def readings(self) -> Iterator[Reading]:
        return iter(self._readings)

    def families(self) -> Iterator[Family]:
        return iter(())
