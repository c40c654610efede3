"""Tells the later texts of one address from its first, and puts new articles into their families accordingly.

Only the first text of an address can be a copy or an origin: the later ones go where it goes. Which is the first follows from
what the articles say of themselves, so that the order in which they come does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, select, update

from saksi.ledger import kinship
from saksi.ledger.rows import text_rows
from saksi.ledger.schema import articles, readings
from saksi.records import Reading
from saksi.records.jsonline import parse_reading, reading_line

_ADDRESS = ("http://", "https://")
"""A file's name may be used for another text tomorrow; an address of the web is an article's own."""


def settle(connection: Connection, fresh: Sequence[Reading], loosened: Sequence[str] = ()) -> None:
    """Put new articles, whose rows are kept already, into their families, each later text of an address with the first one.

    `loosened` are articles of the ledger that are in no family just now.
    """
    by_id = {reading.article.id: reading for reading in fresh}
    moved, first_of = _chained(connection, {reading.article.uri or "" for reading in fresh})
    loosened = [*loosened, *(kinship.dissolve(connection, sorted(moved - by_id.keys())) if moved - by_id.keys() else ())]
    first_of |= _chained(connection, set(), loosened)[1]
    waiting = [*by_id, *loosened]
    for article in waiting:
        if article not in first_of:
            kinship.keep(connection, text_rows(by_id.get(article) or _reading(connection, article)))
    for article in waiting:
        if article in first_of:
            kinship.attach(connection, text_rows(by_id.get(article) or _reading(connection, article)), first_of[article])


def read_before(connection: Connection, found: Sequence[Reading]) -> dict[str, tuple[str, int]]:
    """Of these readings those whose bytes another engine read before: the article that it made of them, and its statements' count.

    Such a text is no new version of the page; `saksi reread` takes it over.
    """
    wanted = {(reading.article.uri, reading.article.sha256): reading for reading in found if reading.article.sha256 is not None}
    columns = (articles.c.id, articles.c.uri, articles.c.sha256, articles.c.engine, articles.c.statements)
    here = select(*columns).where(articles.c.uri.in_([uri for uri, _ in wanted if uri is not None])).order_by(articles.c.id)
    older: dict[str, tuple[str, int]] = {}
    for row in connection.execute(here):
        reading = wanted.get((row.uri, row.sha256))
        if reading is not None and reading.engine != row.engine and reading.article.id != row.id:
            older.setdefault(reading.article.id, (row.id, row.statements))
    return older


def addresses_with_versions(connection: Connection) -> list[str]:
    """The addresses under which the ledger holds several articles."""
    counted: dict[str, int] = {}
    for uri in connection.execute(select(articles.c.uri).where(articles.c.uri.like("http%"))).scalars():
        counted[uri] = counted.get(uri, 0) + 1
    return sorted(uri for uri, count in counted.items() if count > 1)


def chain_again(connection: Connection, uris: Iterable[str]) -> None:
    """Tell the versions of these addresses anew, for articles that are in families already, and mend the families."""
    moved, _ = _chained(connection, set(uris))
    if moved:
        settle(connection, (), kinship.dissolve(connection, sorted(moved)))


def _chained(connection: Connection, uris: set[str], names: Sequence[str] = ()) -> tuple[set[str], dict[str, str]]:
    """Which articles at these addresses, or at those of `names`, became later texts or first ones; the first of each later one."""
    if names:
        uris = set(connection.execute(select(articles.c.uri).where(articles.c.id.in_(names), articles.c.uri.is_not(None))).scalars())
    uris = {uri for uri in uris if uri.startswith(_ADDRESS)}
    columns = (articles.c.id, articles.c.uri, articles.c.dated, articles.c.fetched, articles.c.version_of)
    by_uri: dict[str, list[Any]] = {}
    for row in connection.execute(select(*columns).where(articles.c.uri.in_(uris))):
        by_uri.setdefault(row.uri, []).append(row)
    moved: set[str] = set()
    first_of: dict[str, str] = {}
    for rows in by_uri.values():
        ordered = sorted(rows, key=lambda row: (row.dated, row.fetched or "", row.id))
        for place, row in enumerate(ordered):
            before = ordered[place - 1].id if place else None
            if place:
                first_of[row.id] = ordered[0].id
            if row.version_of != before:
                if (row.version_of is None) != (before is None):
                    moved.add(row.id)
                _say(connection, row.id, before)
    return moved, first_of


def _say(connection: Connection, article: str, before: str | None) -> None:
    """Write of which article this one is the next version."""
    connection.execute(update(articles).where(articles.c.id == article).values(version_of=before))
    reading = _reading(connection, article)
    said = msgspec.structs.replace(reading, article=msgspec.structs.replace(reading.article, version_of=before))
    connection.execute(update(readings).where(readings.c.article == article).values(line=reading_line(said).decode()))


def _reading(connection: Connection, article: str) -> Reading:
    return parse_reading(connection.execute(select(readings.c.line).where(readings.c.article == article)).scalar_one())
