"""The kinds of column that SQLite and PostgreSQL keep and compare alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Dialect, Text, TypeDecorator
from sqlalchemy.dialects.postgresql import TEXT, TSVECTOR

BETWEEN = "@"
"""A token that parts two fields, so that no phrase runs over from one into the next."""

_LEXEME = re.compile(r"'((?:[^']|'')*)':([\d,]+)")


class LedgerText(TypeDecorator[str]):
    """Text that is compared by code point in either database, so that both give one order.

    PostgreSQL keeps no NUL; the replacement character stands for it. Whole records are JSON, which writes it as an escape.
    """

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        return TEXT(collation="C") if dialect.name == "postgresql" else Text()

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:
        return as_kept(value)


class Tokens(TypeDecorator[list[str]]):
    """Words in their order, as the full-text index of either database takes them: no database takes text apart by itself.

    A token holds no white space and no quote mark. PostgreSQL drops the partings and keeps the places.
    """

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        return TSVECTOR() if dialect.name == "postgresql" else Text()

    def process_bind_param(self, value: list[str] | None, dialect: Dialect) -> str | None:
        if value is None or dialect.name != "postgresql":
            return None if value is None else " ".join(value)
        places: dict[str, list[str]] = {}
        for place, token in enumerate(value, 1):
            if token != BETWEEN:
                places.setdefault(token, []).append(str(place))
        return " ".join(f"{lexeme(token)}:{','.join(at)}" for token, at in places.items())

    def process_result_value(self, value: Any, dialect: Dialect) -> list[str] | None:
        if value is None or dialect.name != "postgresql":
            return None if value is None else str(value).split(" ")
        found = {int(place): token.replace("''", "'") for token, places in _LEXEME.findall(value) for place in places.split(",")}
        return [found.get(place, BETWEEN) for place in range(1, max(found, default=0) + 1)]


def as_kept(value: Any) -> Any:
    """A value as a database keeps it; older ledgers in SQLite have NUL too."""
    return value.replace("\0", "\ufffd") if isinstance(value, str) else value


def lexeme(token: str) -> str:
    """A token as PostgreSQL reads it in a literal of its text search types."""
    return "'" + token.replace("\\", "\\\\").replace("'", "''") + "'"


Groups = Sequence[Iterable[tuple[str, ...]]]
"""Groups of phrases."""


def phrases_of(groups: Groups, without: Groups, dialect: str) -> str:
    """What either database looks for: of every group at least one phrase, and none of those in `without`."""
    if dialect == "postgresql":
        said = [" | ".join("<->".join(map(lexeme, phrase)) for phrase in group) for group in (*groups, *without)]
        wanted = [f"({one})" for one in said[: len(groups)]] + [f"!({one})" for one in said[len(groups) :]]
        return " & ".join(wanted)
    said = ["(" + " OR ".join(f'"{" ".join(phrase)}"' for phrase in group) + ")" for group in (*groups, *without)]
    return " NOT ".join(["(" + " AND ".join(said[: len(groups)]) + ")", *said[len(groups) :]])
