"""`saksi add`: reads inputs into a ledger and says what became of each."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from saksi.cli.exits import NOTHING_READ
from saksi.cli.harmless import one_line
from saksi.cli.network import IgnoreRobots, SnapshotFile, fetching

if TYPE_CHECKING:
    from saksi.runs.adding import AddReport, Item


def add(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Files (.html, .txt, .jsonl, feeds, .warc, .eml, .pdf), addresses (https://…) or - for what comes through a pipe.",
            show_default=False,
        ),
    ],
    ledger: Annotated[
        str,
        typer.Option(
            "--ledger",
            metavar="FILE",
            envvar="SAKSI_LEDGER",
            help="A SQLite file, made if it is not there, or a PostgreSQL URL.",
        ),
    ] = "saksi.db",
    snapshot: SnapshotFile = None,
    ignore_robots: IgnoreRobots = False,
) -> None:
    """Read articles and keep them in a ledger.

    Adding the same article again changes nothing, so a run that was broken off is simply run again. Each input that
    was read in part or refused is named with the reason; the others are kept all the same. The exit code is 2 where
    nothing could be read. Pages of one story that are given together become one article; of an address that is such a
    page, the further ones are fetched.

    \b
    Example:
      saksi add --ledger libya.db page.html articles.jsonl
      saksi add --ledger libya.db --snapshot libya.warc.gz https://example.org/news
      saksi export --ledger libya.db statements --format csv --output libya.csv
    """
    from saksi.ledger import open_ledger, shown_ledger
    from saksi.runs.adding import add_inputs

    with open_ledger(ledger) as opened, fetching(ignore_robots=ignore_robots, snapshot=snapshot) as fetch, _told() as tell:
        report = add_inputs(paths, opened, stdin=sys.stdin.buffer, on_item=tell, fetch=fetch, snapshot=snapshot)
    print(f"{one_line(shown_ledger(ledger))}: {summary(report)}")
    if not report.kept:
        raise typer.Exit(NOTHING_READ)


def summary(report: AddReport) -> str:
    """What became of the inputs, in one line: "3 articles (1 read in part), 2 new with 7 statements, 1 held already; 1 refused"."""
    articles = "1 article" if report.kept == 1 else f"{report.kept} articles"
    partly = f" ({report.partly} read in part)" if report.partly else ""
    statements = "1 statement" if report.statements == 1 else f"{report.statements} statements"
    held = f", {report.held} held already" if report.held else ""
    return f"{articles}{partly}, {report.new} new with {statements}{held}; {report.refused} refused"


def told(item: Item) -> str | None:
    """The line about an input that was not read whole; None where there is nothing to say."""
    if item.status == "refused":
        return one_line(f"refused {item.name}: {item.reason}")
    if item.status == "partly":
        why = "; ".join(f"{note.what}: {note.why}" for note in item.notes)
        return one_line(f"partly {item.name}: {why}")
    return None


@contextmanager
def _told() -> Iterator[Callable[[Item], None]]:
    """Gives what tells of each item: lines on standard error, and on a terminal a running count below them."""
    if not _on_terminal():
        yield _say
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True, markup=False, highlight=False, emoji=False)
    columns = (SpinnerColumn(), TextColumn("{task.completed:.0f} so far", markup=False), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        count = progress.add_task("adding", total=None)

        def tell(item: Item) -> None:
            line = told(item)
            if line is not None:
                progress.console.print(line, soft_wrap=True)
            progress.advance(count)

        yield tell


def _on_terminal() -> bool:
    return sys.stderr.isatty()


def _say(item: Item) -> None:
    line = told(item)
    if line is not None:
        print(line, file=sys.stderr)
