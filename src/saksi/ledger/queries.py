"""The questions that the ledger asks its tables, as statements that no database has run yet."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, select, true

from saksi.errors import LedgerError
from saksi.ledger.columns import LedgerText
from saksi.ledger.protocol import StatementFilter
from saksi.ledger.rows import folded
from saksi.ledger.schema import articles, readings, statements
from saksi.limits import CONTENT_CHARS, FACET_VALUES, FILTER_WORDS

FACETS = ("speaker", "stance", "act", "certainty", "outlet", "language")
"""The columns that a table of statements can be narrowed by; each is a field of StatementFilter."""

_MOST = 2**31 - 1
"""The largest offset or limit that is passed on; either database takes it."""


def article_list(outlet: str | None, language: str | None) -> Select[Any]:
    """Articles, newest first."""
    columns = (
        getattr(articles.c, name)
        for name in ("id", "uri", "title", "outlet", "published", "fetched", "language", "status", "statements", "version_of")
    )
    asked = {articles.c.outlet: outlet, articles.c.language: language}
    conditions = [column == value for column, value in asked.items() if value is not None]
    return select(*columns).where(true(), *conditions).order_by(articles.c.dated.desc(), articles.c.id)


def statement_list(wanted: StatementFilter) -> Select[Any]:
    """Statements that fit, newest article first, then by place, with the title and date of their article."""
    columns = (getattr(statements.c, name) for name in ("record", "article", "field", "outlet", "language", "speaker", "stance"))
    return (
        select(*columns, articles.c.title, articles.c.published)
        .join(articles, articles.c.id == statements.c.article)
        .where(fitting(wanted))
        .order_by(statements.c.dated.desc(), statements.c.article, statements.c.place)
    )


def statement_count(wanted: StatementFilter) -> Select[Any]:
    """How many statements fit."""
    return select(func.count()).select_from(statements).where(fitting(wanted))


def facet(name: str, wanted: StatementFilter) -> Select[Any]:
    """(value, count) over the statements that fit all other filters than `name`'s own, most frequent first."""
    column = statements.c[name]
    count = func.count()
    return (
        select(column, count)
        .where(fitting(wanted, but=name), column.is_not(None))
        .group_by(column)
        .order_by(count.desc(), column)
        .limit(FACET_VALUES)
    )


def fitting(wanted: StatementFilter, *, but: str | None = None) -> ColumnElement[bool]:
    """The condition that a filter means, one filter left out if `but` names it. Raises LedgerError for too many words."""
    conditions: list[ColumnElement[bool]] = [
        statements.c[name] == getattr(wanted, name) for name in (*FACETS, "article") if name != but and getattr(wanted, name) is not None
    ]
    words = sorted(set(folded(wanted.words or "").split()))
    if len(words) > FILTER_WORDS:
        raise LedgerError(f"{len(words)} words to look for; give at most {FILTER_WORDS}")
    longest = max(map(len, words), default=0)
    if longest > CONTENT_CHARS:
        raise LedgerError(f"a word of {longest:,} letters to look for; give a part of it")
    conditions += [statements.c.words.contains(word, autoescape=True) for word in words]
    return and_(true(), *conditions)


def lines_after(article: str | None, count: int) -> Select[Any]:
    """(article, line) of the next readings by article id."""
    after = true() if article is None else readings.c.article > article
    return select(readings.c.article, readings.c.line).where(after).order_by(readings.c.article).limit(count)


def line_of(article: str) -> Select[Any]:
    """The line of one reading, by its whole id."""
    return select(readings.c.line).where(readings.c.article == article)


def ids_beginning(digits: str, count: int) -> Select[Any]:
    """The first ids that begin with `digits`."""
    begins = func.substr(articles.c.id, 1, len(digits), type_=LedgerText()) == digits
    return select(articles.c.id).where(begins).order_by(articles.c.id).limit(count)


def part(query: Select[Any], offset: int, limit: int) -> Select[Any]:
    """One page of a list; figures out of range are brought into it."""
    return query.offset(_bounded(offset)).limit(_bounded(limit))


def _bounded(figure: int) -> int:
    return max(0, min(figure, _MOST))
