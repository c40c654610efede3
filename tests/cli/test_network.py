"""Addresses on the command line: read, added, kept and verified, with an exit code that says how it went."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from saksi.cli.main import app
from town import ADDRESS, HOST, STORY, Town, answer, page

Caller = Callable[..., Result]


@pytest.fixture
def call(town: Town, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Caller:
    """Calls saksi in an empty folder of a machine whose only network is the town."""
    town.house(HOST).pages["/gate"] = page()
    monkeypatch.setattr("saksi.intake.fetching.Network", lambda: town)
    monkeypatch.chdir(tmp_path)

    def called(*words: str) -> Result:
        return CliRunner().invoke(app, list(words))

    return called


def text(ended: Result) -> str:
    return str(json.loads(ended.stdout.splitlines()[0])["text"])


def test_an_address_is_read(call: Caller) -> None:
    ended = call("read", "--json", ADDRESS)
    assert (ended.exit_code, text(ended)) == (0, STORY)


def test_what_is_read_is_kept_where_that_is_asked_for(call: Caller, tmp_path: Path) -> None:
    live = call("read", "--json", ADDRESS, "--snapshot", "kept.warc.gz")
    again = call("read", "--json", "kept.warc.gz")
    assert live.stdout == again.stdout
    (tmp_path / "kept.jsonl").write_text(live.stdout, encoding="utf-8")
    ended = call("verify", "kept.warc.gz", "kept.jsonl")
    assert (ended.exit_code, ended.stdout) == (
        0,
        "kept.warc.gz: 3 records, 3 with something to check against: nothing wrong\n"
        "kept.jsonl: 1 reading, 1 with something to check against: nothing wrong\n",
    )


def test_an_address_is_added(call: Caller) -> None:
    ended = call("add", ADDRESS, "http://10.0.0.1/", "--snapshot", "kept.warc.gz")
    assert ended.exit_code == 0
    assert "1 article, 1 new" in ended.stdout
    assert "refused http://10.0.0.1/: 10.0.0.1 is a private network" in ended.stderr
    assert "1 held already" in call("add", "kept.warc.gz").stdout


def test_a_snapshot_is_made_and_added_to(call: Caller, town: Town) -> None:
    ended = call("snapshot", "--to", "kept.warc.gz", ADDRESS, "http://127.1/")
    size = len(page())
    assert ended.stdout == f"{ADDRESS}: answered 200, {size} bytes\nkept.warc.gz: 1 kept, 1 refused\n"
    assert "refused http://127.1/: its host is a number" in ended.stderr
    assert ended.exit_code == 0
    assert call("snapshot", "--to", "kept.warc.gz", "http://nowhere.example/").exit_code == 2
    town.servers[0].pages["/gate"] = answer(b"gone", status="410 Gone")
    assert "answered 410" in call("snapshot", "--to", "kept.warc.gz", ADDRESS).stdout
    assert call("verify", "kept.warc.gz").stdout.startswith("kept.warc.gz: 5 records, 5 ")


def test_a_damaged_file_is_told_by_the_exit_code(call: Caller, tmp_path: Path) -> None:
    call("snapshot", "--to", "kept.warc.gz", ADDRESS)
    path = tmp_path / "kept.warc.gz"
    path.write_bytes(path.read_bytes()[:-5])
    ended = call("verify", "kept.warc.gz")
    assert ended.exit_code == 1
    assert ended.stderr.startswith("kept.warc.gz: record 3: cut off or damaged from byte ")
    assert ended.stdout.endswith(": 1 wrong\n")
    assert call("verify", "kept.warc.gz", "none.warc.gz").exit_code == 2
    ended = call("snapshot", "--to", "kept.warc.gz", ADDRESS)
    assert ended.exit_code != 0
    assert "cut off or damaged" in str(ended.exception)


def test_robots_are_respected_unless_a_person_says_otherwise(call: Caller, town: Town) -> None:
    town.servers[0].pages["/robots.txt"] = answer(b"User-agent: *\nDisallow: /\n")
    ended = call("read", "--json", ADDRESS)
    assert ended.exit_code == 2
    assert "robots.txt asks programs to stay away" in json.loads(ended.stdout)["reason"]
    assert text(call("read", "--json", ADDRESS, "--ignore-robots")) == STORY


def test_a_run_over_files_asks_nothing(call: Caller, town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("saksi.intake.fetching.Fetcher", None)
    (tmp_path / "gate.txt").write_text(STORY, encoding="utf-8")
    assert text(call("read", "--json", "gate.txt")) == STORY
    assert (town.looked_up, town.dialled) == ([], [])
