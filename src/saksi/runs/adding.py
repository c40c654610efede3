"""Reads inputs into a ledger and keeps account of each: read, partly read or refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, Literal

import msgspec

from saksi.clock import Clock, now
from saksi.intake import Fetch
from saksi.ledger import Added, Ledger
from saksi.limits import LEDGER_BATCH, LEDGER_BATCH_CHARS
from saksi.records import Note, Reading, Refused
from saksi.runs.inputs import readings


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One article that was kept, or one input that was refused.

    `name` is its address, path or, for a line that has neither, its id. `notes` say what was left out of a partly read one,
    `reason` why a refused one could not be kept. `new` is False where the ledger held the article already.
    """

    name: str
    status: Literal["read", "partly", "refused"]
    new: bool = False
    statements: int = 0
    notes: tuple[Note, ...] = ()
    reason: str | None = None


class AddReport(msgspec.Struct, frozen=True, kw_only=True):
    """What became of the inputs: `read`, `partly` and `refused` add up to what came in, `new` and `held` to what is kept."""

    read: int = 0
    partly: int = 0
    refused: int = 0
    new: int = 0
    held: int = 0
    statements: int = 0

    @property
    def kept(self) -> int:
        """Articles of this run that now stand in the ledger."""
        return self.read + self.partly

    def with_item(self, item: Item) -> AddReport:
        """The report with one more item counted; `statements` counts those of new articles."""
        counts: dict[str, int] = {item.status: getattr(self, item.status) + 1}
        if item.new:
            counts |= {"new": self.new + 1, "statements": self.statements + item.statements}
        elif item.status != "refused":
            counts["held"] = self.held + 1
        return msgspec.structs.replace(self, **counts)


def add_inputs(
    paths: Iterable[str],
    ledger: Ledger,
    *,
    clock: Clock = now,
    stdin: BinaryIO | None = None,
    on_item: Callable[[Item], None] = lambda item: None,
    fetch: Fetch | None = None,
) -> AddReport:
    """Read each input (path, address or "-" for `stdin`) and keep its articles, a batch to a transaction. Addresses are fetched
    by `fetch`, by default by one Fetcher for all of them.

    `on_item` hears of each article and each refusal in the order of the inputs, once its batch is safe in the ledger.
    Raises LedgerError where the ledger fails; what was heard of by then is kept, and a second run goes on from there.
    """
    report = AddReport()
    for batch in _batches(readings(paths, stdin=stdin, clock=clock, fetch=fetch)):
        for item in _kept(batch, ledger):
            report = report.with_item(item)
            on_item(item)
    return report


def _batches(items: Iterable[Reading | Refused]) -> Iterator[list[Reading | Refused]]:
    batch: list[Reading | Refused] = []
    chars = 0
    for item in items:
        batch.append(item)
        chars += len(item.article.text) if isinstance(item, Reading) else 0
        if len(batch) == LEDGER_BATCH or chars >= LEDGER_BATCH_CHARS:
            yield batch
            batch, chars = [], 0
    if batch:
        yield batch


def _kept(batch: list[Reading | Refused], ledger: Ledger) -> list[Item]:
    """Add the readings of one batch; gives an item for each of its members, in order."""
    added = iter(ledger.add([item for item in batch if isinstance(item, Reading)]))
    return [_item(each, next(added)) if isinstance(each, Reading) else _refusal(each) for each in batch]


def _item(reading: Reading, added: Added) -> Item:
    article = reading.article
    name = article.uri or article.id
    if added.other_text:
        reason = f"the ledger keeps another text under the id {article.id!r}; give this one an id of its own"
        return Item(name=name, status="refused", reason=reason)
    return Item(name=name, status=article.status, new=added.new, statements=added.statements, notes=article.notes)


def _refusal(refused: Refused) -> Item:
    return Item(name=refused.uri, status="refused", reason=refused.reason)
