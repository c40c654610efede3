"""Every story gives its claims, with sides and origins, and its conflicts over articles, and no others."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import msgspec
import pytest
from told_stories import STORIES, readings_of, story

from saksi.exports.catalogue import EXPORTS
from saksi.ledger import open_ledger
from saksi.records import Claim, Clash, JoinedActor, Reading
from saksi.runs.account import Account, account_of

WITH_CLAIMS = [path for path in STORIES if "conflicts" in story(path)]
SIDES = ("asserted", "denied", "unsure")


def account(readings: list[Reading], path: Path) -> Account:
    with open_ledger(str(path)) as ledger:
        ledger.add(readings)
        return account_of(ledger)


def statement_at(readings: list[Reading], article: str, quote: str) -> str:
    """The statement of an article's text whose content holds the quote, or is held by it: the one nearest in length."""
    (reading,) = [reading for reading in readings if reading.article.id == article]
    fitting = [s for s in reading.statements if any(quote in content.text or content.text in quote for content in s.contents)]
    assert fitting, f"{article}: no statement holds {quote!r}"
    return min(fitting, key=lambda s: abs(len(s.contents[0].text) - len(quote))).id


def sides(claim: Claim) -> dict[tuple[str, str], str]:
    return {(one.article, one.statement): side for side in SIDES for one in getattr(claim, side)}


@pytest.mark.parametrize("path", WITH_CLAIMS, ids=lambda path: path.stem)
def test_a_story_gives_its_claims(path: Path, tmp_path: Path) -> None:
    told = story(path)
    readings = readings_of(told)
    claims = [joined.claim for joined in account(readings, tmp_path / "story.db").claims]

    for expected in told.get("claims", ()):
        quotes = [(side, article, quote) for side in SIDES for article, quote in expected.get(side, {}).items()]
        wanted = {(article, statement_at(readings, article, quote)): side for side, article, quote in quotes}
        (claim,) = [claim for claim in claims if wanted.keys() & sides(claim).keys()]
        assert {key: side for key, side in sides(claim).items() if key in wanted} == wanted
        assert claim.origins == expected["origins"]
    for pair in told.get("apart", ()):
        keys = {(article, statement_at(readings, article, quote)) for one in pair for article, quote in one.items()}
        assert len([claim for claim in claims if keys & sides(claim).keys()]) == 2


@pytest.mark.parametrize("path", WITH_CLAIMS, ids=lambda path: path.stem)
def test_a_story_gives_its_conflicts_and_no_others(path: Path, tmp_path: Path) -> None:
    told = story(path)
    found = list(account(readings_of(told), tmp_path / "story.db").conflicts)

    for expected in told["conflicts"]:
        fitting = [clash for clash in found if fits(clash, expected)]
        assert fitting, f"not found: {expected}"
        found.remove(fitting[0])
    assert [(clash.kind, clash.differs, clash.a.text, clash.b.text) for clash in found] == []


def fits(clash: Clash, expected: dict[str, Any]) -> bool:
    places = ((clash.a, expected["a"]), (clash.b, expected["b"]))
    return clash.kind == expected["kind"] and all(place.article == article and words in place.text for place, (article, words) in places)


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_every_statement_is_in_one_claim_and_every_gist_and_place_is_verbatim(path: Path, tmp_path: Path) -> None:
    readings = readings_of(story(path))
    texts = {reading.article.id: reading.article.text for reading in readings}
    told = account(readings, tmp_path / "story.db")

    everything = [
        (reading.article.id, statement.id)
        for reading in readings
        for statement in (*reading.title_statements, *reading.dek_statements, *reading.statements)
    ]
    assert sorted(key for joined in told.claims for key in sides(joined.claim)) == sorted(everything)
    strings = [string for reading in readings for string in (reading.article.text, reading.article.title or "")]
    assert all(any(joined.claim.gist in string for string in strings) for joined in told.claims)
    for clash in told.conflicts:
        assert clash.a.article != clash.b.article
        for place, words in ((clash.a, clash.differs[0].a), (clash.b, clash.differs[0].b)):
            assert texts[place.article][place.start : place.end] == place.text
            assert words in texts[place.article]


def test_any_order_gives_the_same_bytes_that_read_back_as_the_same_records(tmp_path: Path) -> None:
    """All stories in one ledger, in eight orders and in batches of different sizes."""
    readings = [reading for path in STORIES for reading in readings_of(story(path))]
    chance = random.Random(7)  # noqa: S311 - nothing secret
    kinds = {"claims": Claim, "conflicts": Clash, "actors": JoinedActor}
    written: dict[str, set[bytes]] = {kind: set() for kind in kinds}
    for turn in range(8):
        chance.shuffle(readings)
        step = chance.choice([1, 3, len(readings)])
        with open_ledger(str(tmp_path / f"{turn}.db")) as ledger:
            for start in range(0, len(readings), step):
                ledger.add(readings[start : start + step])
            for kind in kinds:
                written[kind].add(b"".join(EXPORTS[kind]["jsonl"](ledger)))

    assert {kind: len(each) for kind, each in written.items()} == dict.fromkeys(kinds, 1)
    for kind, record in kinds.items():
        lines = next(iter(written[kind])).splitlines()
        assert lines
        assert [msgspec.json.encode(msgspec.json.decode(line, type=record)) for line in lines] == lines
