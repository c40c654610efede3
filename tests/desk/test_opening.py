"""`saksi desk` and `saksi demo` as programs: ports, missing pieces, and a ledger that is filled once."""

from __future__ import annotations

import errno
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.request import urlopen

import pytest
from invented_readings import harbour

from saksi.cli import desk as desk_command
from saksi.desk.serving import serve
from saksi.errors import DeskError
from saksi.ledger import open_ledger


def saksi(*words: str) -> list[str]:
    return [sys.executable, "-c", "from saksi.cli.main import main; main()", *words]


def ran(words: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture
def filled(tmp_path: Path) -> str:
    path = str(tmp_path / "news.db")
    with open_ledger(path) as ledger:
        ledger.add([harbour()])
    return path


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT to send to one process")
def test_the_desk_opens_says_where_and_closes_on_ctrl_c(filled: str, tmp_path: Path) -> None:
    with subprocess.Popen(saksi("desk", "--ledger", filled, "--port", "0"), cwd=tmp_path, stdout=subprocess.PIPE, text=True) as program:
        try:
            assert program.stdout is not None
            address = next(word for word in program.stdout.readline().split() if word.startswith("http://localhost:"))
            with urlopen(address, timeout=30) as answer:  # noqa: S310 - our own address
                assert "Syahbandar: dermaga baru aman" in answer.read().decode()
            program.send_signal(signal.SIGINT)
            assert program.wait(timeout=30) == 0
        finally:
            program.kill()


def test_a_taken_port_is_one_line_that_names_another(filled: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other, open_ledger(filled) as ledger:
        port = other.getsockname()[1]
        with pytest.raises(DeskError) as told:
            serve(ledger, "127.0.0.1", port, on_open=lambda address: pytest.fail(f"opened {address}"))
    assert str(told.value) == f"port {port} on 127.0.0.1 is taken; try another, e.g. --port {port + 1}"


def test_an_address_that_is_not_of_this_machine_is_one_line(filled: str) -> None:
    """192.0.2.1 is set aside for documentation, and so is nobody's."""
    with open_ledger(filled) as ledger, pytest.raises(DeskError, match=r"no address 192\.0\.2\.1 to listen on"):
        serve(ledger, "192.0.2.1", 0, on_open=lambda address: pytest.fail(f"opened {address}"))


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(errno.EACCES, "Permission denied"), "port 80 on 127.0.0.1 is not ours to take; try one above 1023, e.g. --port 8787"),
        (OSError(errno.ENOBUFS, "No buffer space"), "cannot listen on 127.0.0.1, port 80: No buffer space"),
    ],
)
def test_a_port_that_the_system_refuses_is_one_line(filled: str, monkeypatch: pytest.MonkeyPatch, error: OSError, told: str) -> None:
    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr("saksi.desk.serving.socket.socket.bind", refuse)
    with open_ledger(filled) as ledger, pytest.raises(DeskError) as raised:
        serve(ledger, "127.0.0.1", 80, on_open=lambda address: pytest.fail(f"opened {address}"))
    assert str(raised.value) == told


def test_a_host_that_nobody_knows_is_one_line(filled: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr("saksi.desk.serving.socket.getaddrinfo", unknown)
    with open_ledger(filled) as ledger, pytest.raises(DeskError, match=r"cannot listen on desk, port 1: .*not known"):
        serve(ledger, "desk", 1, on_open=lambda address: pytest.fail(f"opened {address}"))


def test_a_missing_ledger_is_one_line(tmp_path: Path) -> None:
    done = ran(saksi("desk", "--ledger", "none.db"), tmp_path)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "none.db" in done.stderr
    assert not (tmp_path / "none.db").exists()


def test_a_missing_extra_is_one_line_that_says_how_to_install_it(filled: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "saksi.desk.serving")
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    with open_ledger(filled) as ledger, pytest.raises(DeskError, match=r"pip install 'saksi\[desk\]'"):
        desk_command.open_desk(ledger, "localhost", 0, language=None, browser=False)


@pytest.mark.parametrize(("variable", "expected"), [("DISPLAY", True), ("WAYLAND_DISPLAY", True), (None, False)])
def test_a_browser_is_opened_only_where_it_can_be_seen(monkeypatch: pytest.MonkeyPatch, variable: str | None, expected: bool) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    if variable is not None:
        monkeypatch.setenv(variable, ":0")
    assert desk_command.has_display() is expected


def test_the_demonstration_fills_its_ledger_once(tmp_path: Path) -> None:
    first = ran(saksi("demo", "--no-serve"), tmp_path)
    second = ran(saksi("demo", "--no-serve"), tmp_path)
    assert first.returncode == 0
    assert "refused" not in first.stderr
    assert second.stdout == first.stdout
    with open_ledger(str(tmp_path / "saksi-demo.db"), create=False) as ledger:
        total = ledger.articles(limit=1).total
    assert total == 24
    assert first.stdout.splitlines()[-1].split()[:2] == ["all", "24"]
