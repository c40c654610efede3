"""Events as they are exported: the contract's object with its article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from saksi.records import Reading


def event_records(reading: Reading) -> Iterator[dict[str, Any]]:
    """A record for each event, in the order of the reading."""
    for event in reading.events:
        yield {**msgspec.structs.asdict(event), "article": reading.article.id}
