"""What a list can be narrowed to: the values of each filter, how many each leaves, and the address that sets or drops it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from saksi.desk.wording import VALUES
from saksi.ledger.protocol import Facet


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """One value of a filter: what it is called, how many statements it leaves, the address that sets or drops it."""

    value: str
    count: int
    address: str
    chosen: bool


def choices(name: str, facets: tuple[Facet, ...], query: Mapping[str, str | None], address: Callable[..., str]) -> list[Choice]:
    """The values of one filter; the chosen one is among them even where nothing is left of it."""
    counts = {facet.value: facet.count for facet in facets}
    chosen = query[name]
    if chosen is not None:
        counts.setdefault(chosen, 0)
    if name in VALUES:
        counts = {value: counts[value] for value in (*VALUES[name], *counts) if value in counts}
    return [
        Choice(
            value=value,
            count=count,
            address=address(**{**query, name: None if value == chosen else value}),
            chosen=value == chosen,
        )
        for value, count in counts.items()
    ]
