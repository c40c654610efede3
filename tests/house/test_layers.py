"""Imports go down the layers, and starting costs no heavy import."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from saksi.cli.main import COMMANDS, GROUPS

HEAVY = {"babel", "httpcore2", "idna", "jinja2", "protego", "rich", "sqlalchemy", "starlette", "turbohtml", "uvicorn", "warcio", "yaml"}


def test_imports_go_down_the_layers(checkout: Path) -> None:
    ended = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"], cwd=checkout, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout


def loaded_by(program: str) -> set[str]:
    """The top-level modules that a fresh interpreter has loaded after the program."""
    code = f"import sys\ntry:\n    {program}\nexcept SystemExit:\n    pass\nprint(*sys.modules, file=sys.stderr)"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in ended.stderr.split()}


def called(*words: str) -> str:
    return f"from saksi.cli.main import main; sys.argv = {['saksi', *words]}; main()"


@pytest.mark.parametrize("program", ["import saksi", "import saksi.intake", "import saksi.ledger", called("--help")])
def test_starting_imports_nothing_heavy(program: str) -> None:
    """What is heavy is imported by the command that needs it, when it is called."""
    assert loaded_by(program) & {*HEAVY, "pydantic"} == set()


@pytest.mark.parametrize("command", [*COMMANDS, *GROUPS])
def test_help_of_a_command_imports_nothing_heavy(command: str) -> None:
    """But for pydantic, with which Typer looks at the parameters of a command."""
    assert loaded_by(called(command, "--help")) & HEAVY == set()
