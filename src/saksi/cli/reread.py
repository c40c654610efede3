"""`saksi reread`: reads again what a ledger keeps, with this engine."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from saksi.cli.claims import LedgerFile
from saksi.cli.harmless import one_line


def reread(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATH]...", help="Kept snapshots or files; else all that an older engine read.", show_default=False),
    ] = None,
    ledger: LedgerFile = "saksi.db",
    everything: Annotated[bool, typer.Option("--all", help="Also what this engine read.")] = False,
) -> None:
    """Read kept articles again, after an upgrade of Saksi.

    Articles are read from the file that holds their bytes, where it is still there, else from the text that the ledger
    keeps. Ids that change redirect: the older ones still answer. People's judgements are carried over by the words that
    they are about; those that fit nothing any more are named, kept, and listed by `saksi judgements list --orphaned`.
    A run that was broken off is simply run again.

    \b
    Example:
      saksi reread --ledger libya.db
      saksi reread --ledger libya.db libya.warc.gz
    """
    from saksi.ledger import open_ledger
    from saksi.ledger.store import SqlLedger
    from saksi.runs.judging import standings
    from saksi.runs.rereading import reread as again

    with open_ledger(ledger, create=False) as opened:
        if not isinstance(opened, SqlLedger):  # pragma: no cover - the command line opens no other
            raise typer.BadParameter("this kind of ledger cannot be read again")
        report = again(opened, paths or (), everything=everything)
        orphans = [one.judgement.judgement for one in standings(opened) if one.state == "orphaned"]
    lacks = f", {report.lacks} that the ledger does not have" if report.lacks else ""
    print(one_line(f"{ledger}: {report.read} read again, {report.changed} changed{lacks}; {len(orphans)} judgements orphaned"))
    for orphan in orphans:
        print(f"orphaned {orphan}", file=sys.stderr)
