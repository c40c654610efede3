"""Relations as they are exported: the contract's object with the names of both sides and its article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from saksi.records import Reading


def relation_records(reading: Reading) -> Iterator[dict[str, Any]]:
    """A record for each relation, in the order of the reading."""
    names = {entity.id: entity.name for entity in reading.entities}
    for one in reading.relations:
        fields: dict[str, Any] = msgspec.to_builtins(one)
        yield {**fields, "subject_name": names[one.subject], "object_name": names[one.object], "article": reading.article.id}
