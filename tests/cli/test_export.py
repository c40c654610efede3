"""`saksi export` as somebody types it."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
import typer
from typer.testing import CliRunner

from saksi.cli.export import export
from saksi.errors import LedgerError, OutputRefused
from saksi.ledger import open_ledger
from saksi.records import Article, Event, Party, Reading, Span, Statement

app = typer.Typer()
app.command()(export)


def reading(article: str) -> Reading:
    text = "Sari mengatakan air surut."
    statement = Statement(
        id=f"s-{article}",
        kind="indirect",
        speakers=(Party(start=0, end=4, text="Sari"),),
        speaker_kind="named",
        contents=(Span.cut(text, 16, 25),),
        rule="hand",
        by="test",
    )
    event = Event(id=f"v-{article}", trigger=Span.cut(text, 20, 25), category="CONSULT")
    return Reading(article=Article(id=article, text=text), engine="test", statements=(statement,), events=(event,))


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs the command in a folder that holds a ledger, saksi.db, of two articles; errors of ours come through."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAKSI_LEDGER", raising=False)
    with open_ledger("saksi.db") as ledger:
        ledger.add([reading("b"), reading("a")])
    return lambda *words, **given: CliRunner().invoke(app, list(words), catch_exceptions=False, **given)


@pytest.mark.parametrize(("kind", "ids"), [("articles", ["a", "b"]), ("statements", ["s-a", "s-b"]), ("events", ["v-a", "v-b"])])
def test_each_kind_comes_one_record_a_line_in_a_stable_order(run, kind, ids):
    result = run(kind, "--format", "jsonl")

    assert result.exit_code == 0
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ids
    assert run(kind).stdout == result.stdout


def test_a_file_holds_what_standard_output_would(run, tmp_path):
    shown = run("statements", "--format", "csv")

    assert run("statements", "--format", "csv", "--output", "out.csv").stdout == ""
    assert (tmp_path / "out.csv").read_bytes() == shown.stdout_bytes


def test_a_format_that_a_kind_does_not_have_is_told_with_the_one_it_has(run):
    result = run("articles", "--format", "csv")

    assert result.exit_code == 2
    assert "articles are not written as csv; use --format jsonl" in " ".join(result.stderr.split())


@pytest.mark.parametrize("words", [("opinions",), ("statements", "--format", "xml"), ()])
def test_a_kind_or_format_that_there_is_not_is_told_with_what_there_is(run, words):
    assert run(*words).exit_code == 2


def test_a_ledger_that_is_not_there_is_told_and_not_made(run, tmp_path):
    with pytest.raises(LedgerError, match="there is no such file"):
        run("articles", "--ledger", "none.db")

    assert not (tmp_path / "none.db").exists()


def test_the_ledger_itself_is_not_overwritten(run, tmp_path):
    before = (tmp_path / "saksi.db").read_bytes()

    with pytest.raises(OutputRefused, match="perhaps the ledger itself"):
        run("articles", "--output", "saksi.db")

    assert (tmp_path / "saksi.db").read_bytes() == before


def test_a_reader_that_stops_early_sees_no_traceback(run, tmp_path):
    """As in `saksi export articles | head -1`."""
    with open_ledger("saksi.db") as ledger:
        ledger.add(reading(f"c-{number:05}") for number in range(300))
    taken, given = os.pipe()
    process = subprocess.Popen(
        [sys.executable, "-c", "from saksi.cli.main import main; main()", "export", "articles"],
        stdout=given,
        stderr=subprocess.PIPE,
        text=True,
    )
    os.close(given)
    os.read(taken, 10)
    os.close(taken)

    _, complaint = process.communicate(timeout=60)

    assert complaint == ""
