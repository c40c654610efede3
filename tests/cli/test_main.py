"""The rim of the program: every error becomes one line and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from saksi import __version__
from saksi.cli import main as rim
from saksi.errors import LedgerError


def raising(error: BaseException) -> Callable[[], None]:
    def run() -> None:
        raise error

    return run


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (LedgerError("a.db: not a ledger"), 2, "saksi: a.db: not a ledger\n"),
        (LedgerError("a\x1b[2J.db: not\na ledger"), 2, "saksi: a␛[2J.db: not a ledger\n"),
        (MemoryError(), 2, "saksi: there is not enough memory for this; try it in smaller parts\n"),
        (KeyError("e7"), 70, "saksi: a fault in Saksi (KeyError: 'e7'); please report it with what SAKSI_TRACEBACK=1 shows\n"),
    ],
)
def test_an_error_is_one_line_and_an_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: Exception, code: int, line: str
) -> None:
    monkeypatch.setattr(rim, "app", raising(error))
    with pytest.raises(SystemExit) as stopped:
        rim.main()
    assert (stopped.value.code, capsys.readouterr().err) == (code, line)


def test_a_fault_shows_its_place_where_that_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAKSI_TRACEBACK", "1")
    monkeypatch.setattr(rim, "app", raising(KeyError("e7")))
    with pytest.raises(KeyError):
        rim.main()


def test_an_interrupted_run_ends_quietly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("saksi.cli.read.interface_of_locale", raising(KeyboardInterrupt()))
    monkeypatch.setattr(sys, "argv", ["saksi", "read", "a.txt"])
    with pytest.raises(SystemExit) as stopped:
        rim.main()
    assert (stopped.value.code, capsys.readouterr().err) == (130, "")


def test_the_version_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["saksi", "--version"])
    with pytest.raises(SystemExit) as stopped:
        rim.main()
    assert (stopped.value.code, capsys.readouterr().out) == (0, f"saksi {__version__}\n")


def test_help_names_every_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["saksi", "--help"])
    with pytest.raises(SystemExit):
        rim.main()
    listed = capsys.readouterr().out.partition("Commands:")[2]
    assert [line.split()[0] for line in listed.splitlines() if line.startswith("  ") and line[2] != " "] == [*rim.COMMANDS, *rim.GROUPS]
