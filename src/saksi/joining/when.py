"""How far apart two articles came out."""

from __future__ import annotations

from datetime import datetime


def hours_between(a: str, b: str) -> float | None:
    """Hours between two ISO moments in UTC without a zone; None where either is "" (not known)."""
    if not a or not b:
        return None
    return abs((datetime.fromisoformat(a) - datetime.fromisoformat(b)).total_seconds()) / 3600
