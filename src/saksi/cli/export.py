"""`saksi export`: writes what a ledger holds for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from saksi.cli.claims import LedgerFile


def export(
    kind: Annotated[
        Literal["articles", "statements", "events", "relations", "families", "claims", "conflicts", "actors", "judgements"],
        typer.Argument(help="What to export, one record a line.", show_default=False),
    ],
    ledger: LedgerFile = "saksi.db",
    format_: Annotated[
        Literal["jsonl", "csv"], typer.Option("--format", help="JSON lines for programs; csv (statements only) for spreadsheets.")
    ] = "jsonl",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write there instead of to standard output.", show_default=False),
    ] = None,
) -> None:
    """Print one kind of what a ledger holds, in an order that stays the same.

    Records come by the id of their article and then by their place in it, all others by their own ids: the same articles
    give the same file, in whatever order they were added. A statement's, an event's and a relation's line names its
    article; a statement's "field" says whether its offsets count in the article's text, title or dek. Families are articles that
    carry one text, with what each copy changed; claims join what is said alike over articles and languages; conflicts
    are where two articles cannot both be right; actors are who and what the articles name; judgements
    are what people decided, with whether it holds. In csv, a cell that a
    spreadsheet would take for a formula has an apostrophe before it.

    \b
    Example:
      saksi export --ledger libya.db statements --format jsonl --output statements.jsonl
      saksi export --ledger libya.db articles | head -1
    """
    from saksi.exports.catalogue import EXPORTS
    from saksi.exports.destination import write_whole
    from saksi.ledger import open_ledger

    write = EXPORTS[kind].get(format_)
    if write is None:
        raise typer.BadParameter(f"{kind} are not written as {format_}; use --format {' or '.join(EXPORTS[kind])}")
    with open_ledger(ledger, create=False) as opened:
        if output is None:
            sys.stdout.buffer.writelines(write(opened))
            sys.stdout.buffer.flush()
        else:
            write_whole(output, write(opened))
