"""One address read again with other text is a new version: neither a copy nor an origin, in whatever order the texts come."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from saksi.exports.catalogue import EXPORTS
from saksi.ledger import open_ledger
from saksi.reading.read import read
from saksi.records import Article, Reading, Version
from saksi.runs.account import account_of

FIRST = (
    "The dam above Lower Marram broke on Monday night, and 12 people died, mayor Ines Valdar said.\n\n"
    "Water stood in the market until morning, and the road to the coast was closed. Soldiers carried the old out of their houses, "
    "and a school took in families from the river bank.\n\n"
    "The board that owns the dam said it had found no fault when it looked at the wall in spring."
)
SECOND = FIRST.replace("12 people died", "14 people died") + "\n\nA court will ask who signed the report."


def told(name: str, text: str, uri: str, published: str) -> Reading:
    return read(Article(id=name, uri=f"https://{uri}.example/dam", outlet=uri, published=published, language="en", text=text))


ARTICLES = [
    told("paper-1", FIRST, "paper", "2026-01-05T08:00:00+00:00"),
    told("paper-2", SECOND, "paper", "2026-01-05T11:00:00+00:00"),
    told("paper-3", SECOND.replace("14 people", "15 people"), "paper", "2026-01-05T15:00:00+00:00"),
    told("copier", FIRST, "copier", "2026-01-05T09:00:00+00:00"),
    told("later", SECOND, "later", "2026-01-05T12:00:00+00:00"),
]


def exported(path: Path, order: tuple[Reading, ...]) -> bytes:
    with open_ledger(str(path)) as ledger:
        for reading in order:
            ledger.add([reading])
        return b"".join(line for kind in EXPORTS for line in EXPORTS[kind]["jsonl"](ledger))


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    with open_ledger(str(tmp_path_factory.mktemp("versions") / "news.db")) as opened:
        opened.add(reversed(ARTICLES))
        yield opened


def test_each_later_text_names_the_one_before_it(ledger):
    said = {reading.article.id: reading.article.version_of for reading in ledger.readings()}
    assert said == {"paper-1": None, "paper-2": "paper-1", "paper-3": "paper-2", "copier": None, "later": None}


def test_a_version_is_in_the_family_of_the_first_text_with_its_edits_against_the_one_before(ledger):
    family = ledger.family("paper-3")

    assert family.origin == "paper-1"
    assert family.versions == (Version(article="paper-2", version_of="paper-1"), Version(article="paper-3", version_of="paper-2"))
    assert [(edit.removed, edit.added) for edit in family.edits if edit.article == "paper-3"] == [("14", "15")]
    assert next((edit.removed, edit.added) for edit in family.edits if edit.article == "paper-2") == ("12", "14")
    assert [edit for edit in family.edits if edit.article == "copier"] == []


def test_a_paper_that_corrects_itself_is_in_no_conflict_with_itself(ledger):
    own = {"paper-1", "paper-2", "paper-3"}
    assert [clash for clash in account_of(ledger).conflicts if {clash.a.article, clash.b.article} <= own] == []


def test_the_order_in_which_the_texts_come_does_not_matter(tmp_path):
    chosen = list(permutations(ARTICLES))[::11]
    assert len({exported(tmp_path / f"{turn}.db", order) for turn, order in enumerate(chosen)}) == 1


def test_a_file_read_under_one_name_twice_is_no_version(tmp_path):
    with open_ledger(str(tmp_path / "news.db")) as ledger:
        for name, text in (("a", FIRST), ("b", SECOND)):
            ledger.add([Reading(article=Article(id=name, uri="page.html", text=text), engine="test")])
        assert [reading.article.version_of for reading in ledger.readings()] == [None, None]
