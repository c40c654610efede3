"""A process that adds articles to a ledger and says after each call which are in it: for tests of writers at once, and of kills."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from saksi.ledger import open_ledger
from saksi.records import Article, Reading


def article(number: int) -> Reading:
    """An article with a text of its own."""
    name = f"a-{number:05}"
    return Reading(article=Article(id=name, text=f"{name} air surut " * 50), engine="test")


def main() -> None:
    """Arguments: the ledger, the first number, the one behind the last, how many to a call. Begins once it reads a line."""
    where, first, last, size = sys.argv[1], *map(int, sys.argv[2:5])
    print("ready", flush=True)
    sys.stdin.readline()
    with open_ledger(where) as ledger:
        for start in range(first, last, size):
            print(*(added.article for added in ledger.add(map(article, range(start, start + size)))), flush=True)


def adding(where: str, first: int, last: int, size: int) -> subprocess.Popen[str]:
    """Such a process, ready to begin."""
    command = [sys.executable, str(Path(__file__)), where, str(first), str(last), str(size)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


if __name__ == "__main__":
    main()
