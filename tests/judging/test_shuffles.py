"""The demonstration's articles give the same ledger, byte for byte on export, in whatever order they come.

A few orders are tried; SAKSI_SHUFFLES=200 tries two hundred.
"""

from __future__ import annotations

import os
import random
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from saksi.clock import fixed
from saksi.exports.catalogue import EXPORTS
from saksi.ledger import open_ledger
from saksi.records import Judgement, Reading
from saksi.runs.inputs import readings
from saksi.runs.judging import Judge, judging_in, standings

PAGES = sorted((Path(__file__).parents[2] / "src" / "saksi" / "demo" / "pages").iterdir())
CLOCK = fixed(datetime(2026, 11, 25, tzinfo=UTC))
SHUFFLES = int(os.environ.get("SAKSI_SHUFFLES", "3"))


def digest(path: Path, order: list[Reading], said: list[Judgement], step: int) -> str:
    with open_ledger(str(path)) as ledger:
        for start in range(0, len(order), step):
            ledger.add(order[start : start + step])
        for one in said:
            judging_in(ledger).keep([one])
        written = sha256()
        for kind in EXPORTS:
            for line in EXPORTS[kind]["jsonl"](ledger):
                written.update(line)
        return written.hexdigest()


def judgements(path: Path, found: list[Reading]) -> list[Judgement]:
    """Somebody's judgements on statements and families of the set."""
    with open_ledger(str(path)) as ledger:
        ledger.add(found)
        judge = Judge(ledger, "rani", clock=CLOCK)
        told = [reading for reading in found if len(reading.statements) > 1]
        judge.wrong(told[0].statements[0].id)
        judge.stance(told[1].statements[0].id, certainty="possible")
        judge.join("different", told[2].statements[0].id, told[3].statements[0].id)
        judge.join("same", told[0].article.id, told[-1].article.id, of="family")
        return [one.judgement for one in standings(ledger)]


def test_every_order_gives_one_hash(tmp_path: Path) -> None:
    found = [one for one in readings(map(str, PAGES), clock=CLOCK) if isinstance(one, Reading)]
    said = judgements(tmp_path / "judged.db", found)
    chance = random.Random(11)  # noqa: S311 - nothing secret
    hashes = set()
    for turn in range(SHUFFLES):
        chance.shuffle(found)
        chance.shuffle(said)
        path = tmp_path / f"{turn}.db"
        hashes.add(digest(path, found, said, chance.choice([1, 5, len(found)])))
        path.unlink()
    assert len(hashes) == 1
