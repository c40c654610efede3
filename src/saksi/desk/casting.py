"""Follows who acts in a growing ledger, so that a new article costs the reading of that article and not of all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from saksi.errors import NotInLedger
from saksi.joining.actors import Acting, Cast
from saksi.ledger.claims import claims_of
from saksi.ledger.protocol import Ledger
from saksi.limits import LEDGER_BATCH
from saksi.records import Reading
from saksi.runs.account import acting_of


class Casting:
    """The actors of one ledger as it stands. For one thread at a time."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._claims = claims_of(ledger)
        self._cast = Cast()
        self._last = self._held = 0

    def acting(self) -> list[Acting]:
        """Every actor by its id. Where people judged actors, or the ledger keeps no claims, all is found anew. Raises LedgerError."""
        if self._claims is None or self._claims.verdicts().actors:
            return acting_of(self._ledger)
        cast, held = self._cast, self._held
        new, total = self._claims.taken_in_since(self._last)
        if held + len(new) != total:  # some were mended, read anew, or went
            cast, held = Cast(), 0
            new, total = self._claims.taken_in_since(0)
        if new:
            self._cast, self._held = Cast(), -1  # until all is taken in, so that a failure leaves nothing half done
            cast.add(self._readings([article for _, article in new]))
            self._last = new[-1][0]
        self._cast, self._held = cast, held + len(new)
        return cast.acting()

    def _readings(self, names: list[str]) -> Iterable[Reading]:
        if len(names) <= LEDGER_BATCH:
            return self._one_by_one(names)
        wanted = set(names)
        return (reading for reading in self._ledger.readings() if reading.article.id in wanted)

    def _one_by_one(self, names: Iterable[str]) -> Iterator[Reading]:
        for name in names:
            try:
                yield self._ledger.reading(name)
            except NotInLedger:  # read anew under another id meanwhile; the next count tells
                continue
