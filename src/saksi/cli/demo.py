"""`saksi demo`: fills a ledger with the shipped articles and opens the desk over it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from saksi.cli.desk import PORT, has_display, open_desk
from saksi.cli.exits import NOTHING_READ

if TYPE_CHECKING:
    from rich.table import Table

    from saksi.ledger import Ledger
    from saksi.runs.adding import Item

ENDINGS = (".html", ".txt", ".jsonl")
"""How the names of shipped pages end."""


def demo(
    ledger: Annotated[
        str, typer.Option("--ledger", metavar="FILE", help="The ledger to fill; made if it is not there, and kept.")
    ] = "saksi-demo.db",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port of the desk; 0 takes any free one.")] = PORT,
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Open the desk, or stop once the ledger is filled.")] = True,
    open_browser: Annotated[bool, typer.Option("--open/--no-open", help="Open a browser where there is a display to show it on.")] = True,
) -> None:
    """See Saksi at work: read two dozen invented articles into a ledger and open the desk over it.

    The articles come with Saksi; nothing is fetched. Running it again changes nothing in the ledger.

    \b
    Example:
      saksi demo --port 8788
    """
    from saksi.ledger import open_ledger

    with open_ledger(ledger) as opened:
        kept = _fill(opened)
        _show_what_was_found(opened)
        if not kept:
            raise typer.Exit(NOTHING_READ)
        if serve:
            open_desk(opened, "localhost", port, language=None, browser=open_browser and has_display())


def _fill(ledger: Ledger) -> int:
    """Read the shipped pages into the ledger under a progress bar; gives how many articles it now holds of them."""
    from rich.console import Console
    from rich.progress import track

    from saksi.cli.add import told
    from saksi.runs.adding import add_inputs

    console = Console(stderr=True, markup=False, highlight=False, emoji=False)

    def tell(item: Item) -> None:
        line = told(item)
        if line is not None:
            console.print(line, soft_wrap=True)

    kept = 0
    with ExitStack() as stack:
        pages = sorted(_pages(stack))
        for page in track(pages, "Reading the articles", console=console, disable=not sys.stderr.isatty()):
            kept += add_inputs([str(page)], ledger, on_item=tell).kept
    return kept


def _pages(stack: ExitStack) -> Iterator[Path]:
    """The shipped pages as files, wherever the installation keeps them."""
    from importlib import resources

    folder = stack.enter_context(resources.as_file(resources.files("saksi.demo").joinpath("pages")))
    return (page for page in folder.iterdir() if page.suffix in ENDINGS)


def _show_what_was_found(ledger: Ledger) -> None:
    from rich.console import Console

    Console(markup=False, highlight=False, emoji=False).print(_found(ledger))


def _found(ledger: Ledger) -> Table:
    """One row a language and a last one for all: articles, statements, and how their speakers stand to them."""
    from rich.table import Table

    from saksi.ledger import StatementFilter

    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Language")
    for heading in ("Articles", "Statements", "Asserted", "Denied", "Unsure"):
        table.add_column(heading, justify="right")
    languages = [facet.value for facet in ledger.statements(StatementFilter(), limit=1).facets["language"]]
    for language in (*sorted(languages), None):
        articles = ledger.articles(language=language, limit=1).total
        found = ledger.statements(StatementFilter(language=language), limit=1)
        stances = {facet.value: facet.count for facet in found.facets["stance"]}
        counts = (articles, found.total, *(stances.get(stance, 0) for stance in ("asserted", "denied", "unsure")))
        table.add_row(language or "all", *map(str, counts), style="bold" if language is None else None)
    return table
