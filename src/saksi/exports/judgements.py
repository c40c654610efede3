"""Judgements as they are exported: who decided what, when, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from saksi.ledger import Ledger
from saksi.runs.judging import Standing, standings


def standing_record(standing: Standing) -> dict[str, Any]:
    """The record of one judgement; `state` is holds, withdrawn, orphaned or withdrawal."""
    one = standing.judgement
    return {"judgement": one.judgement, "by": one.by, "at": one.at, "state": standing.state, "says": one.says, "note": one.note}


def judgement_records(ledger: Ledger) -> Iterator[dict[str, Any]]:
    """The record of each judgement, the oldest first; none where the ledger keeps no judgements."""
    return map(standing_record, standings(ledger))
