"""`saksi outlets` and `saksi outlet` as somebody types them."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from saksi.cli.main import app
from saksi.errors import NotInLedger
from saksi.ledger import open_ledger
from saksi.reading.read import read
from saksi.records import Article

TEXT = (
    "The dam above Lower Marram broke on Monday night, and 12 people died, mayor Ines Valdar said.\n\n"
    "Water stood in the market until morning, and the road to the coast was closed. Soldiers carried the old out of their houses, "
    "and a school took in families from the river bank.\n\n"
    "The board that owns the dam said it had found no fault when it looked at the wall in spring."
)


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAKSI_LEDGER", raising=False)
    told = [
        ("a", "Marram Courier", "2026-01-05T08:00:00+00:00", TEXT, "https://courier.example/dam"),
        ("b", "Marram Courier", "2026-01-05T11:00:00+00:00", TEXT + " Rain fell.", "https://courier.example/dam"),
        ("c", "Tide Watch", "2026-01-05T09:00:00+00:00", TEXT.replace("12 people", "14 people"), "https://tide.example/dam"),
        ("d", "Tide Watch", "2026-01-07T09:00:00+00:00", "A ferry sank off Halden, a clerk said.", "https://tide.example/ferry"),
    ]
    with open_ledger("saksi.db") as ledger:
        for name, outlet, published, text, uri in told:
            about = "News\x1b[31m from the river" if name == "d" else None
            article = Article(id=name, uri=uri, outlet=outlet, outlet_about=about, published=published, language="en", text=text)
            ledger.add([read(article)])
    return lambda *words: CliRunner().invoke(app, list(words), catch_exceptions=False, env={"COLUMNS": "200"}).stdout


def test_what_an_outlet_has_by_itself_and_what_it_took(run):
    lines = run("outlets").splitlines()
    assert [line.split()[-6:] for line in lines[1:]] == [["2", "1", "0", "1", "0", "1"], ["2", "1", "1", "0", "1", "0"]]


def test_one_outlet_says_how_it_describes_itself_and_what_it_changed(run):
    shown = run("outlet", "tide watch")
    assert "“News" in shown
    assert "\x1b[31m" not in shown
    assert "Marram Courier 1" in shown
    assert "figure 1" in shown
    (found,) = map(json.loads, run("outlet", "Tide Watch", "--json").splitlines())
    assert (found["taken_from"], found["edits"]) == ({"Marram Courier": 1}, {"figure": 1})
    assert "Disalin dari" in run("outlet", "Tide Watch", "--lang", "id")


def test_an_outlet_that_is_not_there(run):
    with pytest.raises(NotInLedger):
        run("outlet", "Nobody's Paper")
