"""Claims, conflicts and actors as they are exported: the contract's objects."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from saksi.ledger import Ledger
from saksi.runs.account import account_of, actors_of, conflicts_of


def claim_records(ledger: Ledger) -> Iterator[dict[str, Any]]:
    """The record of each claim."""
    from saksi.ledger.claims import claims_of  # the database library costs half a second: only who exports claims pays it

    kept = claims_of(ledger)
    found = kept.records() if kept is not None else (joined.claim for joined in account_of(ledger).claims)
    return map(msgspec.structs.asdict, found)


def conflict_records(ledger: Ledger) -> Iterator[dict[str, Any]]:
    """The record of each conflict over two articles."""
    return map(msgspec.structs.asdict, conflicts_of(ledger))


def actor_records(ledger: Ledger) -> Iterator[dict[str, Any]]:
    """The record of each actor."""
    return map(msgspec.structs.asdict, actors_of(ledger))
