"""The command `saksi read`: who says what in the given texts, for people on a terminal or as JSON lines for programs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from saksi.cli.exits import NOTHING_READ
from saksi.cli.harmless import one_line
from saksi.cli.network import IgnoreRobots, SnapshotFile, fetching
from saksi.cli.phrases import PHRASES, Interface, interface_of_locale

if TYPE_CHECKING:
    from saksi.records import Reading, Refused


def read(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="A saved page (.html), a plain dump of one (.txt), lines of JSON (.jsonl), a feed, a web archive (.warc), "
            "an e-mail (.eml), a PDF, an address (https://…), or - for standard input.",
        ),
    ],
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object an article and line, and nothing else.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Add the rule behind each statement and the words it keyed on.")] = False,
    language: Annotated[
        Interface | None,
        typer.Option(
            "--language", "--lang", metavar="id|en", help="The language of headings and labels; else the locale's.", show_default=False
        ),
    ] = None,
    snapshot: SnapshotFile = None,
    ignore_robots: IgnoreRobots = False,
) -> None:
    """Show who says what in a text, on whose word, and who denies it.

    The text is printed with its speakers, cues and contents marked, and below it one row for every statement.
    Files are read without any network. An address is asked for at its own host, where robots.txt allows it; nothing is
    sent anywhere else, and nothing is kept but in a snapshot. Pages of one story that are given together are read as
    one article; of an address that is such a page, the further ones are fetched.

    \b
    saksi read page.html
    saksi read *.txt --explain
    saksi read https://example.org/news --snapshot news.warc.gz
    curl -s https://example.org/news | saksi read - --json

    Exit code 0, or 2 where no input could be read.
    """
    from saksi.runs.inputs import readings

    with fetching(ignore_robots=ignore_robots, snapshot=snapshot) as fetch:
        found = readings(paths, stdin=sys.stdin.buffer, fetch=fetch)
        count = print_lines(found) if json else print_pages(found, language or interface_of_locale(), explain=explain)
    if not count:
        raise typer.Exit(NOTHING_READ)


def print_lines(found: Iterable[Reading | Refused]) -> int:
    """Print each outcome as a line of JSON in UTF-8; gives how many articles were read."""
    from saksi.records import Reading
    from saksi.records.jsonline import reading_line, refused_line

    count = 0
    for outcome in found:
        line = reading_line(outcome) if isinstance(outcome, Reading) else refused_line(outcome.uri, outcome.reason)
        sys.stdout.buffer.write(line + b"\n")
        sys.stdout.buffer.flush()
        count += isinstance(outcome, Reading)
    return count


def print_pages(found: Iterable[Reading | Refused], interface: Interface, *, explain: bool) -> int:
    """Draw each reading for a person, and say on standard error what was refused; gives how many articles were read."""
    from rich.console import Console

    from saksi.cli.terminal import Page

    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    page = Page(Console(), PHRASES[interface], explain=explain)
    count = 0
    for reading in _told(found):
        page.show(reading)
        sys.stdout.flush()
        count += 1
    return count


def _told(found: Iterable[Reading | Refused]) -> Iterator[Reading]:
    """The readings; what was refused goes to standard error on the way."""
    from saksi.records import Refused

    for outcome in found:
        if isinstance(outcome, Refused):
            print(f"saksi: {one_line(outcome.uri)}: {one_line(outcome.reason)}", file=sys.stderr)
        else:
            yield outcome
