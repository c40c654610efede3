"""Claims, conflicts and actors as they are exported: the contract's objects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from saksi.ledger import Ledger
from saksi.runs.account import account_of, actors_of


def claim_records(ledger: Ledger) -> Iterator[dict[str, Any]]:
    """The record of each claim."""
    return (msgspec.structs.asdict(joined.claim) for joined in account_of(ledger).claims)


def conflict_records(ledger: Ledger) -> Iterator[dict[str, Any]]:
    """The record of each conflict over two articles."""
    for clash in account_of(ledger).conflicts:
        yield msgspec.structs.asdict(clash)


def actor_records(ledger: Ledger) -> Iterator[dict[str, Any]]:
    """The record of each actor."""
    return map(msgspec.structs.asdict, actors_of(ledger))
