"""`saksi family` as somebody types it."""

from __future__ import annotations

import json

import pytest
import typer
from typer.testing import CliRunner

from saksi.cli.family import family
from saksi.cli.phrases import PHRASES
from saksi.errors import NotInLedger
from saksi.exports.catalogue import EXPORTS
from saksi.ledger import open_ledger
from saksi.records import Article, Reading
from saksi.records.family import EditKind

app = typer.Typer()
app.command()(family)

TEXT = (
    "SUVA, Fiji (AFP) - A ferry with 112 people on board may have sunk off the island of Tern on Friday, the coast guard said.\n\n"
    "Its owner said he knew of no distress call, and two fishermen said they had seen lights after midnight."
)


def carried(name: str, text: str, published: str) -> Reading:
    return Reading(
        article=Article(id=name, title=f"Ferry \x1b[31m{name}", outlet=name.upper(), published=published, text=text), engine="test"
    )


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAKSI_LEDGER", raising=False)
    changed = TEXT.replace("112", "120").replace("may have sunk", "has sunk")
    with open_ledger("saksi.db") as ledger:
        ledger.add([carried("rush", changed, "2026-01-02T09:00:00+00:00"), carried("afp", TEXT, "2026-01-02T08:00:00+00:00")])
    return lambda *words: CliRunner().invoke(app, list(words), catch_exceptions=False, env={"COLUMNS": "120"})


def test_the_table_names_each_article_and_each_edit(run):
    shown = run("rush").stdout

    assert "Family afp" in shown.splitlines()[0]
    assert [line.split()[0] for line in shown.splitlines()[1:4]] == ["Article", "afp", "rush"]
    assert "figure: “112” → “120”" in shown
    assert "hedge: “may have” → “has”" in shown
    assert "\x1b[31m" not in shown


def test_the_labels_are_those_of_the_language_that_is_asked_for(run):
    assert "angka: “112” → “120”" in run("rush", "--lang", "id").stdout


def test_json_is_the_line_of_the_export(run):
    with open_ledger("saksi.db") as ledger:
        (line,) = EXPORTS["families"]["jsonl"](ledger)

    assert json.loads(run("afp", "--json").stdout) == json.loads(line)


def test_an_id_that_is_not_there(run):
    with pytest.raises(NotInLedger):
        run("none")


@pytest.mark.parametrize("kind", EditKind.__args__)
def test_every_kind_of_edit_has_a_word_in_both_languages(kind):
    assert all(phrases[f"edit_{kind}"] for phrases in PHRASES.values())
