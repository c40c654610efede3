"""Given names by which a personal name is known to begin, whatever the language; no state, institution or role is among them."""

from __future__ import annotations

from functools import cache

from saksi.words.packs import load_shared


@cache
def forenames() -> frozenset[str]:
    """The names as they are written, read once."""
    return frozenset(name for line in load_shared("forenames").values() for name in map(str.strip, line.split(",")))
