"""Measures what the claims cost: of adding an article to a ledger that holds many, and of asking, beside finding all anew.

`python bench/claims.py [ARTICLES]`, 1,000 unless told otherwise. The articles are those of the demonstration, again and again, some
days later each time. So each family and each claim grows with the ledger, which is the hardest that can be asked of them: ledgers of
news have families of a few articles.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

import msgspec

import saksi
from saksi.clock import now
from saksi.ledger import open_ledger
from saksi.ledger.claims import claims_of
from saksi.records import Reading
from saksi.runs.account import account_anew
from saksi.runs.inputs import readings

PAGES = sorted((Path(saksi.__file__).parent / "demo" / "pages").iterdir())
APART = 30
"""Days between one copy of the set and the next."""
BATCH = 50


def made() -> Iterator[Reading]:
    """The demonstration's readings, each time some days later and under other addresses."""
    found = [one for one in readings(map(str, PAGES), clock=now) if isinstance(one, Reading)]
    turn = 0
    while True:
        for one in found:
            article = one.article
            day = (date.fromisoformat((article.published or "2026-01-01")[:10]) + timedelta(days=turn * APART)).isoformat()
            said = {"id": f"{article.id}-{turn}", "uri": f"https://example.org/{turn}/{article.id}", "published": day}
            text = f"{article.text}\n\nTurn {turn} of {article.id}."
            yield msgspec.structs.replace(one, article=msgspec.structs.replace(article, text=text, **said))
        turn += 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="?", type=int, default=1_000)
    count = parser.parse_args().articles
    with tempfile.TemporaryDirectory() as folder, open_ledger(f"{folder}/bench.db") as ledger:
        articles, spent = made(), []
        while sum(len(part) for part, _ in spent) < count:
            part = list(islice(articles, BATCH))
            begun = time.process_time()
            ledger.add(part)
            spent.append((part, time.process_time() - begun))
        each = [seconds * 1000 / len(part) for part, seconds in spent]
        print(f"{count} articles; adding one, CPU without its reading: {each[0]:.1f} ms at first, {each[-1]:.1f} ms at the end")
        kept = claims_of(ledger)
        assert kept is not None
        begun = time.process_time()
        number = sum(1 for _ in kept.records())
        asked = time.process_time() - begun
        begun = time.process_time()
        account_anew(ledger)
        anew = time.process_time() - begun
        print(f"{number} claims: read in {asked:.2f} s of CPU, found anew in {anew:.2f} s, {anew / asked:.0f} times as much")


if __name__ == "__main__":
    main()
