"""Reads inputs into a ledger and keeps account of each: read, partly read or refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal

import msgspec

from saksi.clock import Clock, now
from saksi.intake import Fetch
from saksi.ledger import Added, Ledger
from saksi.limits import LEDGER_BATCH, LEDGER_BATCH_CHARS
from saksi.records import Note, Reading, Refused
from saksi.runs.inputs import by_need, fetcher, outcomes
from saksi.runs.keeping import keep

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One article that was kept, or one input that was refused.

    `name` is its address, path or, for a line that has neither, its id, `article` the id under which it is
    kept. `notes` say what was left out of a partly read one, `reason` why a refused one could not be kept. `new` is False
    where the ledger held the article already.
    """

    name: str
    status: Literal["read", "partly", "refused"]
    article: str | None = None
    new: bool = False
    statements: int = 0
    notes: tuple[Note, ...] = ()
    reason: str | None = None


Outcome = tuple[tuple[str | None, ...], Reading | Refused]
"""What became of an article, with the files that hold its bytes."""


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
    snapshot: str | None = None,
) -> AddReport:
    """Read each input (path, address or "-" for `stdin`) and keep its articles, a batch to a transaction. Addresses are fetched
    by `fetch`, by default by one Fetcher for all of them.

    Which files hold an article's bytes is kept beside it: the one that was read (all of them for pages of a story that were
    joined), or for an address the `snapshot`.

    `on_item` hears of each article and each refusal in the order of the inputs, once its batch is safe in the ledger.
    Raises LedgerError where the ledger fails; what was heard of by then is kept, and a second run goes on from there.
    """
    came = outcomes(paths, stdin=stdin, clock=clock, fetch=fetch or by_need(lambda: fetcher(clock)))
    read = ((tuple(kept_in(path, snapshot) for path in where), one) for where, one in came)
    return keep_readings(read, ledger, clock=clock, on_item=on_item)


def keep_readings(
    read: Iterable[Outcome], ledger: Ledger, *, clock: Clock = now, on_item: Callable[[Item], None] = lambda item: None
) -> AddReport:
    """Keep what was read, a batch to a transaction, with the files that hold the bytes of each; `on_item` hears as above.

    Raises LedgerError.
    """
    report = AddReport()
    for batch in _batches(read):
        for item in _kept(batch, ledger, clock):
            report = report.with_item(item)
            on_item(item)
    return report


def _batches(read: Iterable[Outcome]) -> Iterator[list[Outcome]]:
    batch: list[Outcome] = []
    chars = 0
    for held_in, item in read:
        batch.append((held_in, item))
        chars += len(item.article.text) if isinstance(item, Reading) else 0
        if len(batch) == LEDGER_BATCH or chars >= LEDGER_BATCH_CHARS:
            yield batch
            batch, chars = [], 0
    if batch:
        yield batch


def kept_in(path: str, snapshot: str | None) -> str | None:
    """The file that holds the bytes of what is read from `path`, None where they are kept nowhere."""
    if path.startswith(("http://", "https://")):
        return str(Path(snapshot).absolute()) if snapshot is not None else None
    return str(Path(path).absolute()) if path != "-" else None


def _kept(batch: list[Outcome], ledger: Ledger, clock: Clock) -> list[Item]:
    """Add the readings of one batch; gives an item for each of its members, in order."""
    wanted = [(held_in, item) for held_in, item in batch if isinstance(item, Reading)]
    added = iter(keep([reading for _, reading in wanted], ledger, clock=clock, beside=_noted(wanted)))
    return [_item(each, next(added)) if isinstance(each, Reading) else _refusal(each) for _, each in batch]


def _noted(wanted: Sequence[tuple[tuple[str | None, ...], Reading]]) -> Callable[[Connection], None] | None:
    """What writes down, beside the articles, which files hold their bytes."""
    by_file: dict[str, list[str]] = {}
    for held_in, reading in wanted:
        for file in dict.fromkeys(file for file in held_in if file is not None):
            by_file.setdefault(file, []).append(reading.article.id)
    if not by_file:
        return None
    from saksi.ledger.judged import note_input

    def note(connection: Connection) -> None:
        for path, names in by_file.items():
            note_input(connection, names, path)

    return note


def _item(reading: Reading, added: Added) -> Item:
    article = reading.article
    name = article.uri or article.id
    if added.other_text:
        reason = f"the ledger keeps another text under the id {article.id!r}; give this one an id of its own"
        return Item(name=name, status="refused", reason=reason)
    return Item(name=name, status=article.status, article=article.id, new=added.new, statements=added.statements, notes=article.notes)


def _refusal(refused: Refused) -> Item:
    return Item(name=refused.uri, status="refused", reason=refused.reason)
