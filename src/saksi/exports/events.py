"""Events as they are exported: the contract's object with its CAMEO code and its article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from saksi.records import Reading
from saksi.words.frames import cameo


def event_records(reading: Reading) -> Iterator[dict[str, Any]]:
    """A record for each event, in the order of the reading."""
    for event in reading.events:
        yield {**msgspec.structs.asdict(event), "cameo": cameo(event.category, event.mode), "article": reading.article.id}
