"""`saksi verify`: says whether what was kept is still what was written."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from saksi.cli.exits import FAILED, WRONG
from saksi.cli.harmless import one_line

if TYPE_CHECKING:
    from saksi.intake.verifying import Checked


def verify(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE", help="Web archives (.warc, .warc.gz), readings (from saksi read --json) and ledgers.", show_default=False
        ),
    ],
) -> None:
    """Check what was kept: digests of web archives, spans of readings, everything in a ledger.

    Of a web archive, each record must be whole and have the digests that it names; of readings, each span must be
    what stands in the text there. Of a ledger (a SQLite file or the URL of a PostgreSQL database), each article must have the
    text that its hash names, each span must stand in it, each row must be what the reading gives, the sums must agree, and so must
    the claims and conflicts with those that all readings give when they are joined anew.
    What is wrong is named with the number of its record or reading, or the id of its article. The exit code is 1 where
    something is wrong, 2 where a file could not be checked.

    \b
    Example:
      saksi verify flood.warc.gz flood.jsonl
      saksi verify flood.db
    """
    code = max(map(_told, paths))
    if code:
        raise typer.Exit(code)


def _told(path: str) -> int:
    """Say what is found of one file; gives the exit code that it asks for."""
    from saksi.errors import InputRefused, LedgerError
    from saksi.intake.verifying import verify as check
    from saksi.ledger import is_ledger, shown_ledger

    try:
        found = _checked_ledger(path) if is_ledger(path) else check(Path(path))
    except LedgerError as error:
        print(one_line(f"refused {error}"), file=sys.stderr)
        return FAILED
    except InputRefused as refused:
        print(one_line(f"refused {path}: {refused.reason}"), file=sys.stderr)
        return FAILED
    name = shown_ledger(path)
    for what in found.wrong:
        print(one_line(f"{name}: {what}"), file=sys.stderr)
    print(one_line(f"{name}: {summary(found)}"))
    return WRONG if found.wrong else 0


def _checked_ledger(where: str) -> Checked:
    import msgspec

    from saksi.cli.counting import counted
    from saksi.ledger.checking import check
    from saksi.ledger.opening import opened
    from saksi.limits import LEDGER_BUSY_SECONDS
    from saksi.runs.account import wrong_in_claims

    with opened(where, create=False, busy_seconds=LEDGER_BUSY_SECONDS) as ledger, counted("checking") as count:
        found = check(ledger, on_batch=count)
        if found.wrong:  # what hangs on the rest is not looked at
            return found
        return msgspec.structs.replace(found, wrong=wrong_in_claims(ledger))


def summary(found: Checked) -> str:
    """ "12 records, 12 with something to check against: all as it was written" or how much is wrong."""
    unit = found.unit if found.count != 1 else found.unit.removesuffix("s")
    verdict = f"{len(found.wrong)} wrong" if found.wrong else "nothing wrong"
    return f"{found.count} {unit}, {found.checked} with something to check against: {verdict}"
