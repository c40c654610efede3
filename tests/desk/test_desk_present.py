"""Whether the desk says the same of a ledger that keeps claims and actors as of one that finds them anew."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from starlette.testclient import TestClient
from told_ledger import told, told_ledger

from saksi.desk.app import create_app
from saksi.desk.casting import Casting
from saksi.desk.present import Keeper, Present
from saksi.errors import NotInLedger
from saksi.joining.actors import Cast, acting_in
from saksi.ledger.rereading import take_over
from saksi.reading.read import read
from saksi.records import Article
from saksi.runs.account import acting_of

NEW = read(
    Article(
        id="new",
        outlet="Tidewatch",
        published="2026-05-05",
        language="en",
        text="Mayor Ana Lind said that 15 people died at the Pellmoor bridge on Monday. General Peter Marlow denied it.",
    )
)


@pytest.mark.parametrize(
    "address",
    [
        *(f"/claims.json?state={state}" for state in ("denied", "unsure", "several", "undenied")),
        "/claims.json",
        "/claims.json?page=2",
        "/claims.json?words=marlow",
        "/conflicts.json",
        "/actors.json",
        "/today",
        "/today?days=1",
    ],
)
def test_lists_are_the_same_from_kept_claims(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every state, page and search of the claims; conflicts, actors and what is new."""
    ledger = told_ledger(tmp_path / "ledger.db")
    found = TestClient(create_app(ledger)).get(address)
    _look_through_all(monkeypatch)
    anew = TestClient(create_app(ledger)).get(address)
    assert anew.status_code == found.status_code
    assert anew.text == found.text


@pytest.mark.parametrize("day", ["", "2026-05-04", "2026-05-05", "2027"])
def test_what_is_new_is_the_same_from_kept_claims(day: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Claims since a day, their last days, and the denials of the day."""
    anew, kept = _both(tmp_path, monkeypatch)
    assert anew.claims_since(day, limit=2) == kept.claims_since(day, limit=2)
    assert list(anew.last_seen()) == list(kept.last_seen())
    assert _denials(anew, day) == _denials(kept, day)


def _both(folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Present, Present]:
    """The account that looks through all claims, and the one that asks for those it needs."""
    ledger = told_ledger(folder / "ledger.db")
    kept = Keeper(ledger).present()
    _look_through_all(monkeypatch)
    return Keeper(ledger).present(), kept


def _look_through_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("saksi.desk.present.claims_of", lambda ledger: None)


def _denials(present: Present, day: str) -> list[tuple[str, str]]:
    return [
        (joined.claim.claim, member.statement.id)
        for joined in present.denied_in(day)
        for member in joined.members
        if joined.side(member) == "denied" and member.setting.moment[:10] >= day
    ]


def test_a_claim_is_found_by_every_id_from_kept_claims(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its id, the first digits, and that of a statement; what is nothing is refused by both."""
    anew, kept = _both(tmp_path, monkeypatch)
    for joined in anew.claims:
        for wanted in (joined.claim.claim, joined.claim.claim[:12], *(member.statement.id for member in joined.members)):
            assert anew.claim(wanted).claim == kept.claim(wanted).claim
    for present in (anew, kept):
        with pytest.raises(NotInLedger):
            present.claim("zzz")


def test_actors_that_come_one_by_one_are_those_of_all_together() -> None:
    """In any order of the readings."""
    readings = [*told().readings(), NEW]
    for order in (readings, readings[::-1]):
        cast = Cast()
        for reading in order:
            cast.add([reading])
        assert acting_in(readings) == cast.acting()


def test_the_actors_follow_a_ledger_that_grows_and_is_read_anew(tmp_path: Path) -> None:
    """A new article is taken in; where an old one is read anew, all are."""
    ledger = told_ledger(tmp_path / "ledger.db")
    casting = Casting(ledger)
    before = casting.acting()
    assert acting_of(ledger) == before
    ledger.add([NEW])
    assert acting_of(ledger) == casting.acting() != before
    renamed = msgspec.structs.replace(NEW, entities=NEW.entities[:1])
    assert take_over(ledger, "post", msgspec.structs.replace(renamed, article=msgspec.structs.replace(renamed.article, id="post")))
    assert acting_of(ledger) == casting.acting()


def test_the_newest_article_read_anew_is_seen_at_once(tmp_path: Path) -> None:
    """Neither the number of articles nor that of judgements tells of it."""
    ledger = told_ledger(tmp_path / "ledger.db")
    ledger.add([NEW])
    keeper = Keeper(ledger)
    assert "Peter Marlow" in {actor.name for actor in keeper.present().actors if NEW.article.id in actor.articles}
    gone = [entity for entity in NEW.entities if entity.name != "Peter Marlow"]
    assert take_over(ledger, NEW.article.id, msgspec.structs.replace(NEW, entities=tuple(gone)))
    assert "Peter Marlow" not in {actor.name for actor in keeper.present().actors if NEW.article.id in actor.articles}
