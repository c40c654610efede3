"""Families as they are exported: the contract's object, with the edits of every copy."""

from __future__ import annotations

from typing import Any

import msgspec

from saksi.records import Family


def family_record(family: Family) -> dict[str, Any]:
    """The record of one family."""
    return msgspec.structs.asdict(family)
