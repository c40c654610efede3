"""`saksi add` as somebody types it."""

from __future__ import annotations

import json

import pytest
import typer
from typer.testing import CliRunner

from saksi.cli.add import add, told
from saksi.ledger import open_ledger
from saksi.records import Note
from saksi.runs.adding import Item

app = typer.Typer()
app.command()(add)


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs the command in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAKSI_LEDGER", raising=False)
    return lambda *words, **given: CliRunner().invoke(app, [str(word) for word in words], **given)


@pytest.fixture
def news(tmp_path):
    lines = [{"id": f"a-{number}", "text": f"Sari mengatakan air surut {number} cm.", "language": "id"} for number in range(3)]
    file = tmp_path / "news.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return file


def test_articles_are_kept_in_the_default_ledger_and_summed_up(run, news, tmp_path):
    result = run(news)

    assert result.exit_code == 0
    assert result.stdout.startswith("saksi.db: 3 articles, 3 new with ")
    assert result.stderr == ""
    with open_ledger(str(tmp_path / "saksi.db"), create=False) as ledger:
        assert ledger.articles().total == 3


def test_adding_again_changes_nothing_and_says_so(run, news, tmp_path):
    run(news)
    before = (tmp_path / "saksi.db").read_bytes()

    result = run(news)

    assert result.exit_code == 0
    assert "0 new with 0 statements, 3 held already; 0 refused" in result.stdout
    assert (tmp_path / "saksi.db").read_bytes() == before


def test_the_ledger_is_named_by_option_or_environment(run, news, tmp_path):
    assert run("--ledger", "a.db", news).exit_code == 0
    assert run(news, env={"SAKSI_LEDGER": "b.db"}).exit_code == 0
    assert run("--ledger", "c.db", news, env={"SAKSI_LEDGER": "b.db"}).exit_code == 0

    assert {"a.db", "b.db", "c.db"} == {file.name for file in tmp_path.glob("*.db")}


def test_what_cannot_be_read_is_told_on_standard_error_and_the_rest_is_kept(run, news, tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.txt").touch()

    result = run("folder", news, "none.txt", "empty.txt")

    assert result.exit_code == 0
    assert "3 articles, 3 new" in result.stdout
    assert "; 3 refused" in result.stdout
    lines = result.stderr.splitlines()
    assert [line.split(":")[0] for line in lines] == ["refused folder", "refused none.txt", "refused empty.txt"]


def test_where_nothing_could_be_read_the_exit_code_is_2(run):
    result = run("none.txt")

    assert result.exit_code == 2
    assert "0 articles" in result.stdout
    assert len(result.stderr.splitlines()) == 1


def test_an_article_comes_through_a_pipe(run, tmp_path):
    result = run("-", input="Banjir surut\n\nJAKARTA - Sari mengatakan air sungai sudah surut sejak kemarin malam di semua kampung.\n")

    assert result.exit_code == 0
    with open_ledger(str(tmp_path / "saksi.db"), create=False) as ledger:
        assert "air sungai sudah surut" in next(ledger.readings()).article.text


def test_a_name_cannot_steer_the_terminal():
    line = told(Item(name="a\x1b[2Jb", status="refused", reason="is\nempty"))

    assert line == "refused a␛[2Jb: is empty"


def test_a_partly_read_input_is_told_with_each_reason():
    notes = (Note(code="c", what="line 3", why="it is no JSON"), Note(code="c", what="line 5", why="it is empty"))

    assert told(Item(name="a", status="partly", notes=notes)) == "partly a: line 3: it is no JSON; line 5: it is empty"
    assert told(Item(name="a", status="read")) is None


def test_on_a_terminal_a_running_count_stands_below_the_lines(run, news, monkeypatch):
    """Nothing of a name is taken for markup, and the count is gone at the end."""
    monkeypatch.setattr("saksi.cli.add._on_terminal", lambda: True)

    result = run(news, "[red]none[/red].txt")

    assert result.exit_code == 0
    assert "refused [red]none[/red].txt: " in result.stderr
    assert "3 articles" in result.stdout
