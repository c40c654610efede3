"""`saksi judge`, `saksi judgements`, `saksi actor`, `saksi why` and `saksi reread` as somebody types them."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from saksi.cli.main import app
from saksi.errors import JudgementRefused, NotInLedger
from saksi.ledger import open_ledger
from saksi.reading.read import read
from saksi.records import Article

REPORT = (
    "The water board has drained the Orrin reservoir near Halden at night, mayor Ines Valdar said on Friday.\n\n"
    "She said 40 boats lay in the mud. The harbour of Halden was closed to visitors, a clerk named Odo Brann told reporters."
)
DENIAL = (
    "The water board denied on Saturday that it had drained the Orrin reservoir near Halden at night.\n\n"
    '"Nobody opened a valve," its director, Tomas Reyle, said after he met mayor Ines Valdar.'
)


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("SAKSI_LEDGER", "SAKSI_BY"):
        monkeypatch.delenv(name, raising=False)
    told = (("denial", DENIAL, "2026-01-03T09:00:00+00:00"), ("report", REPORT, "2026-01-02T09:00:00+00:00"))
    with open_ledger("saksi.db") as ledger:
        for name, text, published in told:
            uri = f"https://example.org/{name}"
            ledger.add([read(Article(id=name, uri=uri, outlet=f"{name}\x1b[31m", published=published, language="en", text=text))])
    return lambda *words: CliRunner().invoke(app, list(words), catch_exceptions=False, env={"COLUMNS": "200"}).stdout


def statement(words: str) -> str:
    with open_ledger("saksi.db") as ledger:
        every = [one for reading in ledger.readings() for one in reading.statements]
    return next(one.id for one in every if words in one.contents[0].text)


def test_a_judgement_is_kept_listed_and_withdrawn(run):
    said = run("judge", "wrong", statement("40 boats"), "--by", "rani", "--note", "a\x1b[31m caption")
    identity = said.split(":")[0]
    listed = run("judgements")
    assert identity in listed
    assert "rani" in listed
    assert "holds" in listed
    assert "\x1b[31m" not in listed

    run("judgements", "withdraw", identity[:8], "--by", "budi")
    states = [json.loads(line)["state"] for line in run("judgements", "list", "--json").splitlines()]
    assert states == ["withdrawn", "withdrawal"]
    assert run("judgements", "list", "--orphaned", "--json") == ""
    assert "dicabut" in run("judgements", "list", "--lang", "id")


def test_a_verdict_shows_where_the_claim_is_shown(run):
    run("judge", "unsure", statement("drained the Orrin"), statement("40 boats"), "--by", "rani", "--note", "ask her")

    assert "(judged)" in run("claims")
    shown = run("claim", statement("40 boats"))
    assert "judged: doubtful: " in shown
    assert "rani, " in shown
    assert "(ask her)" in shown


def test_a_claim_answers_to_the_id_of_what_was_joined_to_it(run):
    claims = {one["gist"]: one["claim"] for one in map(json.loads, run("claims", "--json").splitlines())}
    boats = next(claim for gist, claim in claims.items() if "40 boats" in gist)

    run("judge", "same", boats, statement("drained the Orrin"), "--by", "rani")

    (first, *_) = run("claim", boats).splitlines()
    assert first.startswith(f"{boats} is now ")
    assert "40 boats" in run("claim", first.split()[-1])


def test_a_family_shows_verdicts(run):
    run("judge", "same", "report", "denial", "--of", "family", "--by", "rani")

    shown = run("family", "denial")
    assert "Family report" in shown
    assert "judged: the same: report / denial – rani" in shown


def test_an_actor_is_shown_by_name_and_by_id(run):
    shown = run("actor", "Odo Brann")
    identity = shown.split()[1].rstrip(":")
    assert json.loads(run("actor", identity, "--json"))["name"] == "Odo Brann"
    with pytest.raises(NotInLedger):
        run("actor", "Nobody")


def test_why_is_told_in_both_languages_and_as_json(run):
    told = run("why", statement("40 boats"))
    assert [line.split()[0] for line in told.splitlines()[2:8]] == ["statement", "bytes", "article", "intake", "paragraph", "rule"]
    assert "Ines Valdar, named at" in told
    assert "penutur" in run("why", statement("40 boats"), "--lang", "id")
    (found,) = map(json.loads, run("why", statement("40 boats"), "--json").splitlines())
    assert found["traces"][0]["statement"]["id"] == statement("40 boats")


def test_what_is_mended_by_hand(run):
    boats = statement("40 boats")
    run("judge", "speaker", boats, "Odo Brann", "--by", "rani")
    run("judge", "stance", boats, "--certainty", "possible", "--by", "rani")
    run("judge", "contents", boats, "40 boats lay", "--by", "rani")
    run("judge", "missed", "report", "closed to visitors", "--speaker", "Odo Brann", "--cue", "told", "--by", "rani")
    run("judge", "different", "Ines Valdar", "Odo Brann", "--by", "rani")

    every = [json.loads(line) for line in run("export", "statements").splitlines()]
    mine = {one["contents"][0]["text"]: one for one in every if one["by"] == "rani"}
    assert mine["40 boats lay"]["certainty"] == "possible"
    assert mine["closed to visitors"]["cue"]["text"] == "told"
    assert len(run("export", "judgements").splitlines()) == 5
    with pytest.raises(JudgementRefused):
        run("judge", "stance", statement("40 boats"), "--by", "rani")


def test_reread_says_what_came_of_it(run):
    assert run("reread").strip() == "saksi.db: 0 read again, 0 changed; 0 judgements orphaned"
    assert run("reread", "--all").strip() == "saksi.db: 2 read again, 0 changed; 0 judgements orphaned"
