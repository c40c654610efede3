"""`saksi move`: brings a ledger from one store into another."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from saksi.cli.counting import counted
from saksi.cli.harmless import one_line


def move(
    from_: Annotated[str, typer.Argument(metavar="FROM", help="The ledger: a SQLite file or a URL.", show_default=False)],
    to: Annotated[str, typer.Argument(metavar="TO", help="Where it is to be; no ledger with articles may be there.", show_default=False)],
) -> None:
    """Move a ledger into another store, a SQLite file or a PostgreSQL database; the old one stays as it was.

    Everything in it is brought over, what is followed and watched too. At the end the rows of every table are counted and hashed
    on both sides. A move that was broken off is ended by running it again; until then the new ledger cannot be opened.
    Nobody can add to the old one while it is moved. A password is better kept in PGPASSWORD or ~/.pgpass than in a URL.

    \b
    Example:
      saksi move libya.db postgresql://desk@localhost/news
      saksi move postgresql://desk@localhost/news libya.db
    """
    from saksi.ledger import shown_ledger
    from saksi.ledger.moving import count_rows
    from saksi.ledger.moving import move as bring
    from saksi.ledger.opening import opened
    from saksi.limits import LEDGER_BUSY_SECONDS

    with opened(from_, create=False, busy_seconds=LEDGER_BUSY_SECONDS) as source:
        total = count_rows(source) if sys.stderr.isatty() else None
        with counted("moving", total) as count:
            tables = bring(source, to, busy_seconds=LEDGER_BUSY_SECONDS, on_rows=count)
    rows = {table.name: table.rows for table in tables}
    all_rows = sum(rows.values())
    print(
        one_line(
            f"{shown_ledger(to)}: {rows['articles']} articles with {rows['statements']} statements, "
            f"{all_rows} rows in {len(tables)} tables; counts and hashes are those of {shown_ledger(from_)}"
        )
    )
