"""The program `saksi`: its commands, and the one place where an error becomes a line and an exit code."""

from __future__ import annotations

import sys

import typer

from saksi import __version__
from saksi.errors import SaksiError

NOTHING_READ = 2
"""Exit code where no input could be read, or the call itself is wrong."""

app = typer.Typer(
    name="saksi",
    help="Read news and keep a ledger of who says what, on whose word, and who denies it.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback(invoke_without_command=True)
def saksi(version: bool = typer.Option(False, "--version", help="Print the version and stop.")) -> None:
    if version:
        print(f"saksi {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the command line; SaksiError becomes one line on standard error and exit code 2."""
    try:
        app()
    except SaksiError as error:
        print(f"saksi: {error}", file=sys.stderr)
        sys.exit(NOTHING_READ)
