"""`saksi desk`: opens the reading desk over a ledger, in a browser on this machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from saksi.cli.harmless import one_line
from saksi.errors import DeskError

if TYPE_CHECKING:
    from saksi.ledger import Ledger

PORT = 8787
"""Where the desk stands unless another port is asked for."""


def desk(
    ledger: Annotated[
        str, typer.Option("--ledger", metavar="FILE", envvar="SAKSI_LEDGER", help="The ledger to read, as `saksi add` made it.")
    ] = "saksi.db",
    host: Annotated[str, typer.Option(help="The address to listen on; others than localhost let the network in.")] = "localhost",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on; 0 takes any free one.")] = PORT,
    language: Annotated[
        str | None, typer.Option(metavar="id|en", help="The interface's language for whoever chose none; else the browser's.")
    ] = None,
    follow: Annotated[bool, typer.Option("--follow", help="Ask the followed feeds meanwhile, and read what is new.")] = False,
    snapshots: Annotated[
        Path | None,
        typer.Option(
            "--snapshots", metavar="DIR", help="With --follow: keep what is fetched in web archives in this folder.", show_default=False
        ),
    ] = None,
    open_browser: Annotated[bool, typer.Option("--open/--no-open", help="Open a browser once the desk is there.")] = False,
) -> None:
    """Read a ledger in the browser: articles with their statements marked, and a table of all statements.

    The desk asks nobody else on the network unless it follows, and serves until Ctrl-C. On this machine it is yours without a
    password, as long as the ledger has no members; elsewhere visitors read, and members write (see `saksi members`).

    \b
    Example:
      saksi desk --ledger libya.db
      saksi desk --follow
    """
    if language not in (None, "id", "en"):
        raise typer.BadParameter("the desk speaks id and en", param_hint="--language")
    from saksi.ledger import open_ledger

    if snapshots is not None and not follow:
        raise typer.BadParameter("only what is followed is kept; add --follow", param_hint="--snapshots")
    with open_ledger(ledger, create=False) as opened, _followed(opened, follow, snapshots):
        open_desk(opened, host, port, language=language, browser=open_browser)


@contextmanager
def _followed(ledger: Ledger, wanted: bool, snapshots: Path | None) -> Iterator[None]:
    """Follows beside what runs inside, where that is wanted."""
    if not wanted:
        yield
        return
    from saksi.ledger.following import following_of
    from saksi.runs.background import beside

    following = following_of(ledger)
    if following is None:
        raise DeskError("this kind of ledger follows nothing; leave --follow out")
    with beside(ledger, following, snapshots=snapshots):
        yield


def open_desk(ledger: Ledger, host: str, port: int, *, language: str | None, browser: bool) -> None:
    """Serve the ledger until Ctrl-C and say where. Raises DeskError where the extra is missing or the port is taken."""
    try:
        from saksi.desk.serving import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "saksi":
            raise
        raise DeskError(f"the desk needs {error.name}, which is not installed; try: pip install 'saksi[desk]'") from error

    def say(address: str) -> None:
        print(f"The desk is open on {one_line(address)} (Ctrl-C closes it)", flush=True)
        if browser:
            import webbrowser

            webbrowser.open(address)

    serve(ledger, host, port, on_open=say, interface_language=language)


def has_display() -> bool:
    """Whether a browser could show a window here."""
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
