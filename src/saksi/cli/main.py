"""The program `saksi`: its commands, and the one place where an error becomes a line and an exit code."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from typing import Annotated

import typer

from saksi import __version__
from saksi.cli.actor import actor
from saksi.cli.actors import ACTOR_COMMANDS, actors_app
from saksi.cli.add import add
from saksi.cli.claims import claim, claims, conflicts
from saksi.cli.demo import demo
from saksi.cli.desk import desk
from saksi.cli.exits import FAILED
from saksi.cli.export import export
from saksi.cli.family import family
from saksi.cli.follow import FOLLOW_COMMANDS, follow_app
from saksi.cli.harmless import one_line
from saksi.cli.judge import JUDGE_COMMANDS, JUDGEMENTS_COMMANDS, judge_app, judgements_app
from saksi.cli.members import MEMBER_COMMANDS, members_app
from saksi.cli.move import move
from saksi.cli.outlets import outlet, outlets
from saksi.cli.read import read
from saksi.cli.reread import reread
from saksi.cli.search import search
from saksi.cli.snapshot import snapshot
from saksi.cli.verify import verify
from saksi.cli.watch import WATCH_COMMANDS, watch_app
from saksi.cli.why import why
from saksi.errors import SaksiError

FAULT = 70
"""Exit code of a fault in Saksi itself, as sysexits.h has it (EX_SOFTWARE)."""

COMMANDS: dict[str, Callable[..., None]] = {
    "read": read,
    "add": add,
    "snapshot": snapshot,
    "verify": verify,
    "move": move,
    "export": export,
    "search": search,
    "family": family,
    "claims": claims,
    "claim": claim,
    "conflicts": conflicts,
    "actor": actor,
    "outlets": outlets,
    "outlet": outlet,
    "why": why,
    "reread": reread,
    "desk": desk,
    "demo": demo,
}
"""In the order of the help. They import what is heavy when they are called."""

GROUPS: dict[str, tuple[typer.Typer, dict[str, Callable[..., None]]]] = {
    "follow": (follow_app, FOLLOW_COMMANDS),
    "watch": (watch_app, WATCH_COMMANDS),
    "actors": (actors_app, ACTOR_COMMANDS),
    "judge": (judge_app, JUDGE_COMMANDS),
    "judgements": (judgements_app, JUDGEMENTS_COMMANDS),
    "members": (members_app, MEMBER_COMMANDS),
}
"""Commands that have commands of their own."""

app = typer.Typer(
    name="saksi",
    help="Read news and keep a ledger of who says what, on whose word, and who denies it.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback(invoke_without_command=True)
def saksi(version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False) -> None:
    if version:
        print(f"saksi {__version__}")
        raise typer.Exit


for _name, _command in COMMANDS.items():
    app.command(_name)(_command)
for _name, (_group, _) in GROUPS.items():
    app.add_typer(_group, name=_name)


def main() -> None:
    """Run the command line. No error leaves it as a traceback: each becomes one line on standard error and an exit code."""
    _quiet_log()
    try:
        app()
    except SaksiError as error:
        _stop(str(error), FAILED)
    except MemoryError:
        _stop("there is not enough memory for this; try it in smaller parts", FAILED)
    except Exception as error:
        if os.environ.get("SAKSI_TRACEBACK"):
            raise
        _stop(f"a fault in Saksi ({type(error).__name__}: {error}); please report it with what SAKSI_TRACEBACK=1 shows", FAULT)


def _quiet_log() -> None:
    """Keep the tracebacks that runs log off the terminal unless they are asked for: each fault is told as a refusal too."""
    if not os.environ.get("SAKSI_TRACEBACK"):
        logging.getLogger("saksi.runs").addHandler(logging.NullHandler())


def _stop(line: str, code: int) -> None:
    print(f"saksi: {one_line(line)}", file=sys.stderr)
    sys.exit(code)
