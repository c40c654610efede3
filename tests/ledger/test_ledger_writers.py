"""Many write at once and are killed at any moment: nobody sees a lock, and nothing acknowledged is lost or doubled."""

from __future__ import annotations

import os
import subprocess
from random import Random
from threading import Timer

import pytest
from writing import adding

from saksi.ledger import open_ledger
from saksi.ledger.checking import check
from saksi.ledger.opening import opened

WRITERS = 8
KILLS = int(os.environ.get("SAKSI_KILLS", "3"))


def begin(process: subprocess.Popen[str]) -> None:
    process.stdin.write("go\n")
    process.stdin.flush()


def kept(where: str) -> list[str]:
    """The ids of the articles in a ledger that is whole, each once."""
    with opened(where, create=False, busy_seconds=5) as ledger:
        assert check(ledger).wrong == ()
        return [reading.article.id for reading in ledger.readings()]


def test_eight_writers_at_once_make_one_ledger_and_fill_it(where):
    """Each article that two of them add is kept once; nobody fails for another's lock, not even while the tables are made."""
    writers = [adding(where, 20 * number, 20 * number + 40, 5) for number in range(WRITERS)]
    for process in writers:
        begin(process)
    ended = [(process.communicate(timeout=120)[1], process.returncode) for process in writers]

    assert ended == [("", 0)] * WRITERS
    assert kept(where) == [f"a-{number:05}" for number in range(20 * (WRITERS + 1))]


def test_readers_are_not_kept_waiting_by_writers(where):
    with open_ledger(where) as ledger:
        writers = [adding(where, 100 * number, 100 * number + 40, 5) for number in range(2)]
        for process in writers:
            begin(process)
        totals = []
        while any(process.poll() is None for process in writers):
            totals.append(ledger.articles().total)
        for process in writers:
            assert process.communicate(timeout=60)[1] == ""

        assert totals == sorted(totals)
        assert ledger.articles().total == 80


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_kill_at_a_random_moment_loses_and_doubles_nothing(where, seed):
    """What the process said it had added is there, no call is there by half, and the next run goes on."""
    process = adding(where, 0, 100_000, 7)
    with process:
        begin(process)
        said = [process.stdout.readline().split()]
        killer = Timer(Random(seed).uniform(0, 0.4), process.kill)  # noqa: S311
        killer.start()
        said += [line.split() for line in process.stdout if line.endswith("\n")]
        killer.join()
        assert process.wait(60) != 0

    found = kept(where)
    assert {article for line in said for article in line} <= set(found)
    assert found == [f"a-{number:05}" for number in range(len(found))]
    assert len(found) % 7 == 0

    again = adding(where, 0, len(found) + 7, 7)
    begin(again)
    assert again.communicate(timeout=120)[1] == ""
    assert len(kept(where)) == len(found) + 7
