"""Where readings are kept: one protocol, the databases behind it."""

from __future__ import annotations

from saksi.ledger.protocol import (
    Added,
    ArticlePage,
    ArticleRow,
    Facet,
    Ledger,
    SearchFilter,
    SearchHit,
    SearchPage,
    Stance,
    StatementFilter,
    StatementPage,
    StatementRow,
)
from saksi.limits import LEDGER_BUSY_SECONDS

__all__ = [
    "Added",
    "ArticlePage",
    "ArticleRow",
    "Facet",
    "Ledger",
    "SearchFilter",
    "SearchHit",
    "SearchPage",
    "Stance",
    "StatementFilter",
    "StatementPage",
    "StatementRow",
    "is_ledger",
    "open_ledger",
    "shown_ledger",
]


def open_ledger(where: str, *, create: bool = True, busy_seconds: float = LEDGER_BUSY_SECONDS) -> Ledger:
    """The ledger at `where`: the path of a SQLite file, or a URL ("sqlite:///news.db", "postgresql://desk@localhost/news").

    Where there is no ledger yet, one is made unless `create` is False; the database of PostgreSQL must be there. A write
    waits `busy_seconds` for another program. Raises LedgerError with one line that says what is wrong and what to do.
    """
    from saksi.ledger.opening import opened  # SQLAlchemy costs half a second: only who opens a ledger pays it

    return opened(where, create=create, busy_seconds=busy_seconds)


def is_ledger(where: str) -> bool:
    """Whether an address is that of a ledger rather than of another file: a URL of a database, or a file that SQLite made."""
    from saksi.ledger.opening import is_place

    return is_place(where)


def shown_ledger(where: str) -> str:
    """The name of a ledger as it may be shown: a path as it is, a URL without its password."""
    if "://" not in where:
        return where
    from saksi.ledger.opening import shown

    return shown(where)
