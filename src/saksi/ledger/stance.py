"""How a speaker stands to what is said, in the three words that a table filters by."""

from __future__ import annotations

from saksi.ledger.protocol import Stance
from saksi.records import Statement


def stance_of(statement: Statement) -> Stance:
    """Denied where the speaker holds the content false, unsure where it is hedged or nobody stands behind it, else asserted."""
    if statement.polarity == "denied":
        return "denied"
    if statement.certainty in ("possible", "probable") or statement.speaker_kind == "agentless":
        return "unsure"
    return "asserted"
