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
    "open_ledger",
]


def open_ledger(where: str, *, create: bool = True, busy_seconds: float = LEDGER_BUSY_SECONDS) -> Ledger:
    """The ledger at `where`: the path of a SQLite file, or a URL ("sqlite:///news.db").

    Where there is no file yet, one is made unless `create` is False. A write waits `busy_seconds` for another
    program. Raises LedgerError with one line that says what is wrong and what to do.
    """
    from saksi.ledger.opening import opened  # SQLAlchemy costs half a second: only who opens a ledger pays it

    return opened(where, create=create, busy_seconds=busy_seconds)
