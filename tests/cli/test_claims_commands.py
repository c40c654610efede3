"""`saksi claims`, `saksi claim` and `saksi conflicts` as somebody types them."""

from __future__ import annotations

import json

import pytest
import typer
from typer.testing import CliRunner

from saksi.cli.claims import claim, claims, conflicts
from saksi.cli.phrases import PHRASES
from saksi.errors import NotInLedger
from saksi.exports.catalogue import EXPORTS
from saksi.ledger import open_ledger
from saksi.reading.read import read
from saksi.records import Article, Reading

app = typer.Typer()
for command in (claims, claim, conflicts):
    app.command(command.__name__)(command)

REPORT = (
    "The water board has drained the Orrin reservoir near Halden at night, mayor Ines Valdar said on Friday.\n\n"
    "She said 40 boats lay in the mud. The harbour of Halden was closed to visitors."
)
DENIAL = (
    "The water board denied on Saturday that it had drained the Orrin reservoir near Halden at night.\n\n"
    '"Nobody opened a valve," its director, Tomas Reyle, said after he met mayor Ines Valdar.'
)


def told(name: str, text: str, published: str) -> Reading:
    return read(
        Article(id=name, uri=f"https://example.org/{name}", outlet=f"{name}\x1b[31m", published=published, language="en", text=text)
    )


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAKSI_LEDGER", raising=False)
    with open_ledger("saksi.db") as ledger:
        ledger.add([told("denial", DENIAL, "2026-01-03T09:00:00+00:00"), told("report", REPORT, "2026-01-02T09:00:00+00:00")])
    return lambda *words: CliRunner().invoke(app, list(words), catch_exceptions=False, env={"COLUMNS": "200"})


def test_the_table_counts_sides_and_origins(run):
    lines = run("claims", "--families", "2").stdout.splitlines()

    assert lines[0].split() == ["Claim", "Asserted", "Denied", "Unsure", "Origins", "Since", "What"]
    assert len(lines) == 2
    assert lines[1].split()[1:6] == ["1", "1", "0", "1", "2026-01-02"]
    assert "The water board has drained the Orrin reservoir" in lines[1]


def test_one_claim_shows_who_asserts_and_who_denies(run):
    (found,) = map(json.loads, run("claims", "--families", "2", "--json").stdout.splitlines())
    shown = run("claim", found["claim"][:6]).stdout

    assert [line.split()[0] for line in shown.splitlines()[3:5]] == ["asserts", "denies"]
    assert "Ines Valdar" in shown
    assert "\x1b[31m" not in shown
    assert json.loads(run("claim", found["denied"][0]["statement"], "--json").stdout) == found


def test_conflicts_name_both_places(run):
    lines = run("conflicts").stdout.splitlines()

    assert len(lines) == 2
    assert lines[1].startswith(f"{PHRASES['en']['polarity']}  report  ")
    assert "denied" in lines[1]
    assert PHRASES["id"]["polarity"] in run("conflicts", "--lang", "id").stdout


@pytest.mark.parametrize("kind", ["claims", "conflicts"])
def test_json_is_the_export(run, kind):
    with open_ledger("saksi.db") as ledger:
        lines = list(EXPORTS[kind]["jsonl"](ledger))

    assert list(map(json.loads, run(kind, "--json").stdout.splitlines())) == list(map(json.loads, lines))


@pytest.mark.parametrize("asked", ["zz", ""])
def test_an_id_that_is_not_there(run, asked):
    with pytest.raises(NotInLedger):
        run("claim", asked)
