"""A newer engine reads kept articles again: ids of former times redirect, judgements stay with their words or are listed as orphaned."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from saksi.clock import fixed
from saksi.errors import NotInLedger
from saksi.exports.catalogue import EXPORTS
from saksi.ledger import open_ledger
from saksi.ledger.judging import judging_of
from saksi.ledger.rereading import take_over
from saksi.reading.read import read
from saksi.records import Article, Reading, Span
from saksi.records.ids import article_id, statement_id
from saksi.runs.account import account_of
from saksi.runs.adding import add_inputs
from saksi.runs.asked import claim_meant
from saksi.runs.judging import Judge, standings
from saksi.runs.rereading import reread
from saksi.runs.tracing import why

TEXT = (
    "The dam above Lower Marram broke on Monday night and 12 people died, mayor Ines Valdar said.\n\n"
    "She said the board had looked at the wall in spring. A clerk, Odo Brann, denied that a crack was seen."
)
CLOCK = fixed(datetime(2026, 2, 1, tzinfo=UTC))


def as_an_older_engine_had_it(reading: Reading) -> Reading:
    """The same article read worse: each content a few letters short, under other ids."""

    def shorter(one):
        content = one.contents[0]
        cut = Span.cut(reading.article.text, content.start, content.end - 3)
        cue = (one.cue.start, one.cue.end) if one.cue is not None else None
        return msgspec.structs.replace(one, id=statement_id(reading.article.id, cue, [(cut.start, cut.end)]), contents=(cut,), answers=None)

    return msgspec.structs.replace(reading, engine="saksi 0", statements=tuple(map(shorter, reading.statements)))


@pytest.fixture
def ledger(tmp_path: Path):
    with open_ledger(str(tmp_path / "news.db")) as opened:
        uri = "https://paper.example/dam"
        article = Article(
            id=article_id(uri, TEXT), uri=uri, outlet="Paper", published="2026-01-05T08:00:00+00:00", language="en", text=TEXT
        )
        opened.add([as_an_older_engine_had_it(read(article))])
        yield opened


def test_old_ids_of_statements_and_claims_lead_to_the_new_ones(ledger):
    old = account_of(ledger).claims

    report = reread(ledger)

    new = account_of(ledger).claims
    assert (report.read, report.changed) == (1, 1)
    assert {one.claim.claim for one in old}.isdisjoint(one.claim.claim for one in new)
    for one in old:
        found, former = claim_meant(one.claim.claim, new, ledger)
        assert former
        assert found.claim.gist.startswith(one.claim.gist)
        assert claim_meant(one.members[0].statement.id, new, ledger) == (found, True)
    assert reread(ledger).read == 0


def test_judgements_are_carried_over_by_their_words(ledger):
    judge = Judge(ledger, "rani", clock=CLOCK)
    (wall,) = [one for one in next(iter(ledger.readings())).statements if "wall in sp" in one.contents[0].text]
    judge.speaker(wall.id, "Odo Brann")

    reread(ledger)

    reading = next(iter(ledger.readings()))
    (found,) = [one for one in reading.statements if "wall in spring" in one.contents[0].text]
    names = {one.id: one.name for one in reading.entities}
    assert (found.by, names[found.speakers[0].entity]) == ("rani", "Odo Brann")
    assert [one.state for one in standings(ledger)] == ["holds"]


def test_what_fits_nothing_any_more_is_kept_and_listed_as_orphaned(ledger):
    judge = Judge(ledger, "rani", clock=CLOCK)
    reading = next(iter(ledger.readings()))
    (wall,) = [one for one in reading.statements if "wall in sp" in one.contents[0].text]
    judge.wrong(wall.id)
    text = TEXT.replace("She said the board had looked at the wall in spring.", "Rain fell.")
    article = msgspec.structs.replace(reading.article, id=article_id(reading.article.uri, text), text=text)

    assert take_over(ledger, reading.article.id, read(article))

    assert [one.state for one in standings(ledger)] == ["orphaned"]
    assert ledger.reading(reading.article.id).article.id == article.id
    assert ledger.family(reading.article.id).articles == (article.id,)
    assert [one.article.version_of for one in ledger.readings()] == [None]


def test_bytes_that_an_older_engine_read_are_no_new_version(ledger):
    held = next(iter(ledger.readings())).article
    with_bytes = msgspec.structs.replace(held, id="x", sha256="00", text=TEXT + " ", uri="https://other.example/dam")
    again = msgspec.structs.replace(with_bytes, id="y", text=TEXT)
    ledger.add([Reading(article=with_bytes, engine="saksi 0")])

    (added,) = ledger.add([Reading(article=again, engine="saksi 1")])

    assert (added.article, added.new) == ("x", False)


PAGE = """<html><head><title>Dam breaks</title></head><body><article><h1>Dam breaks</h1>
<p>The dam above Lower Marram broke on Monday night and 12 people died, mayor Ines Valdar said at the town hall.</p>
<p>Water stood in the market until morning, and soldiers carried the old out of their houses. Valdar said more rain would come.</p>
</article></body></html>"""


def test_an_article_is_read_again_from_the_file_that_holds_its_bytes(tmp_path):
    page = tmp_path / "dam.html"
    page.write_text(PAGE, encoding="utf-8")
    with open_ledger(str(tmp_path / "news.db")) as ledger:
        add_inputs([str(page)], ledger, clock=CLOCK)
        before = b"".join(EXPORTS["articles"]["jsonl"](ledger))
        reading = next(iter(ledger.readings()))
        take_over(ledger, reading.article.id, as_an_older_engine_had_it(reading))

        report = reread(ledger)

        assert (report.read, report.changed, report.lacks) == (1, 1, 0)
        assert b"".join(EXPORTS["articles"]["jsonl"](ledger)) == before
        assert judging_of(ledger).inputs(reading.article.id) == [str(page)]


def test_why_tells_every_step(tmp_path):
    page = tmp_path / "dam.html"
    page.write_text(PAGE, encoding="utf-8")
    with open_ledger(str(tmp_path / "news.db")) as ledger:
        add_inputs([str(page)], ledger, clock=CLOCK)
        reading = next(iter(ledger.readings()))
        rain = next(one for one in reading.statements if "more rain" in one.contents[0].text)
        judgement = Judge(ledger, "rani", clock=CLOCK).stance(rain.id, certainty="probable")

        found = why(rain.id, ledger)

        (trace,) = found.traces
        article = reading.article
        assert (trace.came.sha256, trace.came.fetched, trace.came.files) == (article.sha256, article.fetched, (str(page),))
        assert trace.intake.characters == len(article.text)
        assert article.text[trace.paragraph.start : trace.paragraph.end] == trace.paragraph.text
        assert rain.contents[0].text in trace.paragraph.text
        assert trace.speakers[0].entity.name == "Ines Valdar"
        assert (trace.statement.certainty, trace.as_read.certainty) == ("probable", "certain")
        assert trace.judgements == (judgement,)
        assert {one.statement.id for one in why(article.id, ledger).traces} == {one.id for one in reading.statements} | {
            one.id for one in reading.title_statements
        }
        with pytest.raises(NotInLedger):
            why("zz", ledger)
