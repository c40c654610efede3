"""People's judgements hold over what was read and joined, in whatever order they came, until they are withdrawn."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest

from saksi.errors import JudgementRefused, NotInLedger
from saksi.exports.catalogue import EXPORTS
from saksi.ledger import Ledger, StatementFilter, open_ledger
from saksi.ledger.judging import judging_of
from saksi.reading.read import read
from saksi.records import Article, Judgement, Reading
from saksi.runs.account import account_of, actors_of
from saksi.runs.judging import Judge, standings

REPORT = (
    "The water board has drained the Orrin reservoir near Halden at night, mayor Ines Valdar said on Friday.\n\n"
    "She said 40 boats lay in the mud. The harbour of Halden was closed to visitors, a clerk named Odo Brann told reporters.\n\n"
    "Divers were called in from the coast."
)
DENIAL = (
    "The water board denied on Saturday that it had drained the Orrin reservoir near Halden at night.\n\n"
    '"Nobody opened a valve," its director, Tomas Reyle, said after he met mayor Ines Valdar.'
)
START = datetime(2026, 2, 1, tzinfo=UTC)


def told(name: str, text: str, published: str, **given: Any) -> Reading:
    article = {"id": name, "uri": f"https://example.org/{name}", "outlet": name, "published": published, "language": "en", **given}
    return read(Article(text=text, **article))


def fill(ledger: Ledger) -> None:
    ledger.add([told("denial", DENIAL, "2026-01-03T09:00:00+00:00"), told("report", REPORT, "2026-01-02T09:00:00+00:00")])


@pytest.fixture
def ledger(tmp_path: Path):
    with open_ledger(str(tmp_path / "news.db")) as opened:
        fill(opened)
        yield opened


@pytest.fixture
def judge(ledger: Ledger) -> Judge:
    moments = (START + timedelta(minutes=minute) for minute in range(1000))
    return Judge(ledger, "rani", clock=lambda: next(moments))


def statement(ledger: Ledger, article: str, words: str) -> Any:
    return next(one for one in ledger.reading(article).statements if words in one.contents[0].text)


def exported(ledger: Ledger) -> bytes:
    return b"".join(line for kind in EXPORTS for line in EXPORTS[kind]["jsonl"](ledger))


def test_a_speaker_is_corrected_in_readings_lists_and_actors(ledger, judge):
    boats = statement(ledger, "report", "40 boats")

    judge.speaker(boats.id, "Odo Brann")

    mended = statement(ledger, "report", "40 boats")
    entities = {one.id: one.name for one in ledger.reading("report").entities}
    assert (entities[mended.speakers[0].entity], mended.by, mended.id) == ("Odo Brann", "rani", boats.id)
    assert mended.speakers[0].text == ledger.reading("report").article.text[mended.speakers[0].start : mended.speakers[0].end]
    assert boats.id in {row.statement.id for row in ledger.statements(StatementFilter(speaker="Odo Brann")).rows}
    assert boats.id in next(actor for actor in actors_of(ledger) if actor.name == "Odo Brann").statements


def test_a_wrong_statement_is_gone_and_comes_back_when_that_is_withdrawn(ledger, judge):
    before = exported(ledger)
    boats = statement(ledger, "report", "40 boats")

    said = judge.wrong(boats.id, note="the caption")
    assert boats.id not in {one.id for one in ledger.reading("report").statements}
    assert ledger.statements(StatementFilter(words="40 boats")).total == 0

    judge.withdraw(said.judgement)
    assert without_judgements(exported(ledger)) == without_judgements(before)
    assert [one.state for one in standings(ledger)] == ["withdrawn", "withdrawal"]


def without_judgements(lines: bytes) -> list[bytes]:
    return [line for line in lines.splitlines() if b'"says"' not in line]


def test_a_missed_statement_is_added_with_its_speaker(ledger, judge):
    judge.missed("report", ["Divers were called in"], speaker="Ines Valdar", stance=("inform", "affirmed", "possible"))

    added = statement(ledger, "report", "Divers")
    assert (added.speakers[0].text, added.certainty, added.rule, added.by) == ("Ines Valdar", "possible", "member", "rani")


def test_contents_and_stance_are_mended_and_the_old_id_still_leads_there(ledger, judge):
    boats = statement(ledger, "report", "40 boats")

    judge.contents(boats.id, ["40 boats lay"])
    mended = statement(ledger, "report", "40 boats lay")
    judge.stance(mended.id, polarity="denied", certainty="probable")

    found = statement(ledger, "report", "40 boats lay")
    assert (found.contents[0].text, found.polarity, found.certainty) == ("40 boats lay", "denied", "probable")
    assert found.id != boats.id


def test_a_claim_is_parted_and_joined_by_people(ledger, judge):
    claim = next(one for one in account_of(ledger).claims if len(one.claim.families) == 2)
    mine, theirs = (side[0].statement for side in (claim.claim.asserted, claim.claim.denied))

    parted = judge.join("different", mine, theirs)

    claims = {side.statement: one.claim for one in account_of(ledger).claims for side in (*one.claim.asserted, *one.claim.denied)}
    assert claims[mine].claim != claims[theirs].claim
    assert claims[mine].judgements == claims[theirs].judgements == (parted.judgement,)

    judge.join("same", mine, theirs)
    assert next(one for one in account_of(ledger).claims if len(one.claim.families) == 2).claim.claim == claim.claim.claim


def test_unsure_changes_nothing_and_shows(ledger, judge):
    before = [msgspec.structs.replace(one.claim, judgements=()) for one in account_of(ledger).claims]
    claim = next(one for one in account_of(ledger).claims if len(one.claim.families) == 2).claim

    said = judge.join("unsure", claim.asserted[0].statement, claim.denied[0].statement)

    after = [one.claim for one in account_of(ledger).claims]
    assert [msgspec.structs.replace(one, judgements=()) for one in after] == before
    assert next(one for one in after if one.claim == claim.claim).judgements == (said.judgement,)


def test_families_are_joined_and_parted_by_people(ledger, judge):
    judge.join("same", "report", "denial", of="family")
    (family,) = ledger.families()
    assert (family.articles, family.origin) == (("report", "denial"), "report")
    assert family == ledger.family("denial")

    judge.join("different", "denial", "report", of="family")
    assert [each.articles for each in ledger.families()] == [("denial",), ("report",)]
    assert len(ledger.family("report").judgements) == 2


def test_actors_are_joined_and_parted_and_the_old_id_still_leads_there(ledger, judge):
    by_name = {actor.name: actor for actor in actors_of(ledger)}
    clerk, director = by_name["Odo Brann"], by_name["Tomas Reyle"]

    judge.join("same", clerk.actor, director.actor)

    joined = next(actor for actor in actors_of(ledger) if {"Odo Brann", "Tomas Reyle"} <= {actor.name, *actor.aliases})
    assert joined.articles == ("denial", "report")

    judge.join("different", "Ines Valdar", joined.actor)
    assert len(actors_of(ledger)) == len(by_name) - 1


def test_what_cannot_be_judged_says_why(ledger, judge):
    boats = statement(ledger, "report", "40 boats")
    with pytest.raises(JudgementRefused, match="do not stand in the article"):
        judge.contents(boats.id, ["fifty boats"])
    with pytest.raises(JudgementRefused, match="does not name"):
        judge.speaker(boats.id, "Nobody Here")
    with pytest.raises(JudgementRefused, match="one thing"):
        judge.join("same", boats.id, boats.id)
    with pytest.raises(NotInLedger):
        judge.wrong("zz")
    assert standings(ledger) == []


def every_judgement(ledger: Ledger, judge: Judge) -> list[Judgement]:
    boats, valve = statement(ledger, "report", "40 boats"), statement(ledger, "denial", "Nobody opened")
    drained, denied = statement(ledger, "report", "drained the Orrin"), statement(ledger, "denial", "drained the Orrin")
    judge.speaker(boats.id, "Odo Brann")
    judge.contents(boats.id, ["40 boats lay"])
    judge.stance(valve.id, certainty="possible")
    judge.missed("report", ["Divers were called in"], speaker="Ines Valdar")
    judge.join("different", drained.id, denied.id)
    judge.join("same", "report", "denial", of="family")
    judge.join("different", "Ines Valdar", "Tomas Reyle")
    judge.withdraw(judge.wrong(drained.id).judgement)
    return [one.judgement for one in standings(ledger)]


def test_the_same_judgements_in_any_order_give_the_same_bytes(ledger, judge, tmp_path):
    said = every_judgement(ledger, judge)
    expected = exported(ledger)
    chance = random.Random(3)  # noqa: S311 - nothing secret
    for turn in range(5):
        chance.shuffle(said)
        with open_ledger(str(tmp_path / f"{turn}.db")) as other:
            fill(other)
            for one in said:
                kept(other)([one])
            kept(other)(said)  # again: nothing changes
            assert exported(other) == expected


def kept(ledger: Ledger) -> Callable[[list[Judgement]], None]:
    judging = judging_of(ledger)
    assert judging is not None
    return judging.keep
