"""The walk of the README can be walked: each command of it ends well, on the ledger that the one before left."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from saksi.cli.main import app


def test_every_command_of_the_walk_ends_well(checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    walk = (checkout / "README.md").read_text(encoding="utf-8").partition("## A walk")[2].partition("```sh\n")[2].partition("```")[0]
    commands = [shlex.split(line, comments=True)[1:] for line in walk.splitlines()]
    assert [command[0] for command in commands] == ["demo", "search", "watch", "watch", "judge", "desk"]
    monkeypatch.chdir(tmp_path)
    for command in commands[:-1]:
        ended = CliRunner().invoke(app, command)
        assert (command, ended.exit_code) == (command, 0)
        assert ended.stdout


def test_every_key_of_the_walk_leads_to_a_room(checkout: Path) -> None:
    menu = pytest.importorskip("saksi.desk.menu", reason="needs the extra `desk`")
    walk = (checkout / "README.md").read_text(encoding="utf-8").partition("## A walk")[2].partition("\n## ")[0]
    keys = set(re.findall(r"`g` +`(\w)`", " ".join(walk.split())))
    assert keys >= {"c", "n", "w"}
    assert keys - {entry.key for entry in (*menu.DAILY, *menu.MORE)} == set()
