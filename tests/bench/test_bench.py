"""The benches start, and set beside each other what they say they do; nothing here looks at how long it takes."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

BENCH = Path(__file__).resolve().parents[2] / "bench"
PEERS = BENCH / "peers"
PEER = BENCH.parent / ".venv-bench" / "bin" / "python"
NOTHING_TO_SCORE = 3


class Token(NamedTuple):
    """A token as spaCy has them, as far as the bench looks at one."""

    idx: int
    text: str

    def __len__(self) -> int:
        return len(self.text)


class Quotation(NamedTuple):
    """A quotation as textacy gives them."""

    speaker: list[Token]
    cue: list[Token]
    content: list[Token]


def peer_script(name: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A script of bench/peers, imported without the peer."""
    monkeypatch.syspath_prepend(PEERS)
    spec = importlib.util.spec_from_file_location(name, PEERS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def ran(*command: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True, check=False)


def test_the_bench_of_reading_has_a_row_for_each_step() -> None:
    ended = ran(BENCH / "reading.py", 0.001)
    assert ended.returncode == 0, ended.stderr
    rows = [line[15:41].strip() for line in ended.stdout.splitlines() if line.startswith("demonstration")]
    assert rows == ["tokens + JSON (baseline)", "quotes + cues (baseline)", "reading", "file to JSON line"]


def test_a_quotation_of_the_peer_becomes_a_statement(monkeypatch: pytest.MonkeyPatch) -> None:
    quotation = Quotation(speaker=[Token(12, "Mira"), Token(17, "Lund")], cue=[Token(22, "said")], content=[Token(0, '"No,')])
    told = peer_script("quotations", monkeypatch).tell([quotation])
    cue, speakers, contents = {"start": 22, "end": 26}, [{"start": 12, "end": 21}], [{"start": 0, "end": 4}]
    assert told == {"statements": [{"kind": "direct", "speakers": speakers, "cue": cue, "contents": contents}]}


def test_an_article_that_a_reader_refuses_is_counted_and_empty(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rounds = peer_script("rounds", monkeypatch)
    given, found = tmp_path / "articles.jsonl", tmp_path / "found.jsonl"
    given.write_text('{"id": "a", "text": "one"}\n{"id": "b", "text": "two"}\n', encoding="utf-8")
    reader = rounds.Reader(lambda articles: [rounds.Lost("odd marks"), articles[1]["text"]], lambda text: {"statements": [text]})
    rounds.run(lambda: reader, [str(given), str(found), "1"])
    assert json.loads(capsys.readouterr().out)["lost"] == ["odd marks"]
    written = [json.loads(line)["statements"] for line in found.read_text(encoding="utf-8").splitlines()]
    assert written == [[], ["two"]]


def test_saksi_is_timed_over_its_whole_reading(tmp_path: Path) -> None:
    given, found = tmp_path / "articles.jsonl", tmp_path / "found.jsonl"
    given.write_text('{"id": "a", "text": "Mira Lund said the pier was shut.", "language": "en"}\n', encoding="utf-8")
    ended = ran(PEERS / "readings.py", given, found, 1)
    assert json.loads(ended.stdout).keys() == {"load", "seconds", "lost"}, ended.stderr
    read = json.loads(found.read_text(encoding="utf-8"))
    assert [statement["cue"]["text"] for statement in read["statements"]] == ["said"]
    assert [entity["name"] for entity in read["entities"]] == ["Mira Lund"]


def test_without_the_peer_the_comparison_says_how_to_get_it(tmp_path: Path) -> None:
    ended = ran(PEERS / "compare.py", "--peer", tmp_path / "python")
    assert (ended.returncode, ended.stderr) == (1, "the peer is not installed: run `make bench-peers`\n")


@pytest.mark.skipif(not PEER.is_file(), reason="needs the peer: `make bench-peers` brings it")
def test_both_are_set_side_by_side() -> None:
    ended = ran(PEERS / "compare.py", "--articles", 1, "--rounds", 1)
    assert ended.returncode in (0, NOTHING_TO_SCORE), ended.stderr
    rows = [line[:16].strip() for line in ended.stdout.splitlines() if line.startswith(("Saksi  ", "textacy "))]
    assert rows[:2] == ["Saksi", "textacy + spaCy"]


def test_the_bench_of_families_finds_what_it_planted() -> None:
    ended = subprocess.run(
        [sys.executable, BENCH / "families.py", "150", "--probes", "20"], capture_output=True, text=True, check=False, timeout=300
    )

    assert "recall, whole" in ended.stdout, ended.stderr
    assert re.search(r"false joins +0 ", ended.stdout)
    assert re.search(r"recall, whole +1\.0000", ended.stdout)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["search.py", "1000", "--queries", "20", "--store", "sqlite"], "sqlite: 1,000 statements filled"),
        (["kills.py", "1", "--store", "sqlite"], "imports to their end: 0 wrong"),
    ],
)
def test_the_benches_of_the_ledger_start(words: list[str], said: str) -> None:
    ended = subprocess.run([sys.executable, BENCH / words[0], *words[1:]], capture_output=True, text=True, check=False, timeout=300)
    assert (ended.stderr, said in ended.stdout) == ("", True)
