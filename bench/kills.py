"""Kills an import with -9 at random moments, and looks each time whether anything acknowledged was lost or doubled.

`python bench/kills.py [KILLS] [--store sqlite|postgresql]`, 100 in each store unless told otherwise. The import reads a file of
invented articles, as `saksi add` does, and says of each when it is safe in the ledger. It is killed, the ledger is checked as
`saksi verify` does, and the import is begun again, until the file is in or ten runs are over; then comes the next ledger.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import Timer

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

import postgres_server
from saksi.ledger.checking import check
from saksi.ledger.opening import opened

ARTICLES = 200
LONGEST_SECONDS = 4.0
RUNS_EACH = 10
"""Runs into one ledger at most; so that some kills fall into the making of its tables."""
IMPORT = """
import sys
from saksi.ledger import open_ledger
from saksi.runs.adding import add_inputs
with open_ledger(sys.argv[1]) as ledger:
    add_inputs([sys.argv[2]], ledger, on_item=lambda item: print(item.name, item.status, flush=True))
"""


def write_articles(file: Path) -> list[str]:
    """Articles of several statements, every tenth a copy of the one before; gives their ids."""
    chance = Random(3)  # noqa: S311
    nouns = "jembatan pasar pelabuhan sekolah kantor jalan tanggul gudang stasiun rumah sakit".split()
    verbs = "rusak dibuka ditutup terbakar diperbaiki diserang dijaga dikosongkan".split()
    lines, before = [], ""
    for number in range(ARTICLES):
        said = [f"{chance.choice(nouns)} {chance.choice(nouns)} nomor {chance.randrange(999)} {chance.choice(verbs)}" for _ in range(2)]
        text = "\n\n".join(f"Kepala dinas, Budi Santoso, mengatakan {one} sejak pagi." for one in said)
        text = before if number % 10 == 9 else text
        before = text
        lines.append(json.dumps({"id": f"a{number:04}", "uri": f"a{number:04}", "text": text, "language": "id"}))
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return [f"a{number:04}" for number in range(ARTICLES)]


@contextmanager
def places(store: str, folder: str) -> Iterator[Callable[[], str]]:
    """Gives what gives the address of an empty ledger."""
    if store == "sqlite":
        numbers = iter(range(10**6))
        yield lambda: f"{folder}/kills-{next(numbers)}.db"
        return
    with postgres_server.running() as server:
        yield server.fresh


def one_kill(where: str, file: Path, seconds: float) -> tuple[list[str], bool]:
    """Import until the end or the kill; gives the ids that were acknowledged, and whether the import ended by itself."""
    process = subprocess.Popen([sys.executable, "-c", IMPORT, where, str(file)], stdout=subprocess.PIPE, text=True)
    with process:
        killer = Timer(seconds, process.kill)
        killer.start()
        assert process.stdout is not None
        said = [line.split() for line in process.stdout if line.endswith("\n")]
        ended = process.wait() == 0
        killer.cancel()
    assert {status for _, status in said} <= {"read", "partly"}, said
    return [name for name, _ in said], ended


def wrong_in(where: str, acknowledged: set[str], known: list[str], *, ended: bool) -> list[str]:
    """What is lost, doubled or not whole."""
    try:
        ledger = opened(where, create=True, busy_seconds=5)
    except Exception as error:
        return [f"it cannot be opened: {error}"]
    with ledger:
        wrong = list(check(ledger).wrong)
        kept = [reading.article.id for reading in ledger.readings()]
    wrong += [f"{name} was acknowledged and is lost" for name in acknowledged - set(kept)]
    wrong += [f"{name} is there twice" for name in set(kept) if kept.count(name) > 1]
    return wrong + (["the file is not whole"] if ended and kept != known else [])


def main() -> int:
    """Kill, check, tell; gives the exit code 1 where anything was lost or doubled."""
    parser = argparse.ArgumentParser()
    parser.add_argument("kills", nargs="?", type=int, default=100)
    parser.add_argument("--store", choices=("sqlite", "postgresql"))
    given = parser.parse_args()
    chance, failed = Random(time.time_ns()), False  # noqa: S311
    for store in (given.store,) if given.store else ("sqlite", "postgresql"):
        with TemporaryDirectory() as folder, places(store, folder) as fresh:
            file = Path(folder) / "articles.jsonl"
            known = write_articles(file)
            killed = ended_count = runs = 0
            wrong: list[str] = []
            where, acknowledged = fresh(), set[str]()
            while killed < given.kills:
                said, ended = one_kill(where, file, chance.uniform(0.3, LONGEST_SECONDS))
                acknowledged |= set(said)
                wrong += wrong_in(where, acknowledged, known, ended=ended)
                killed += not ended
                ended_count += ended
                runs += 1
                if ended or runs % RUNS_EACH == 0:
                    where, acknowledged = fresh(), set()
            print(f"{store}: {killed} kills, {ended_count} imports to their end: {len(wrong)} wrong")
            for what in wrong[:20]:
                print(f"  {what}")
            failed |= bool(wrong)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
