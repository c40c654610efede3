"""Finds statements by words, actors, places, time and the rest: the newest first, alike in either database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, and_, cast, insert, literal_column, select, table, true
from sqlalchemy.dialects.postgresql import TSQUERY

from saksi.errors import LedgerError
from saksi.ledger.columns import phrases_of
from saksi.ledger.dating import dated
from saksi.ledger.protocol import Facet, SearchFilter, SearchHit, SearchPage, StatementRow
from saksi.ledger.schema import articles, search, statements
from saksi.ledger.search_rows import ACTOR, EXACT, PLACE, Facets, exact_token, first_number, minute_of, name_tokens, slots
from saksi.ledger.search_words import Phrase, Wanted, marked, wanted_in
from saksi.limits import FACET_VALUES, SEARCH_COUNTED
from saksi.records import Statement

FACETS: dict[str, Callable[[Facets], Iterable[str | None]]] = {
    "speaker": lambda of: (of.speaker,),
    "stance": lambda of: (of.stance,),
    "act": lambda of: (of.act,),
    "certainty": lambda of: (of.certainty,),
    "outlet": lambda of: (of.outlet,),
    "language": lambda of: (of.language,),
    "place": lambda of: of.places,
    "event": lambda of: of.events,
}
"""The fields of a SearchFilter that hits are counted by, with their values in one hit."""

MOSTLY, OTHERWISE = "asserted", ("denied", "unsure")
"""The stance of nearly all statements: to look through the few others, and leave them out, takes a tenth of the time."""

_facets = msgspec.json.Decoder(Facets)
_statement = msgspec.json.Decoder(Statement)
_MOST = 2**31 - 1


def put(connection: Connection, article: str, moment: str, rows: Sequence[dict[str, Any]]) -> None:
    """Number the rows of a new article and keep them."""
    if not rows:
        return
    for top in slots(article, moment):
        taken = select(search.c.number).where(search.c.number.between(top - len(rows) + 1, top)).limit(1)
        if connection.execute(taken).first() is None:
            break
    connection.execute(insert(search), [{**row, "number": top - place} for place, row in enumerate(rows)])


def checked(wanted: SearchFilter) -> None:
    """Raises LedgerError where no ledger can look for this: a date that is none, a name without a letter, too many words."""
    wanted_in(wanted.words or "")
    list(narrowing(wanted))
    between(wanted)


def find(connection: Connection, wanted: SearchFilter, offset: int, limit: int) -> SearchPage:
    """One page of what is found. Raises LedgerError."""
    words = wanted_in(wanted.words or "")
    offset, limit = max(0, min(offset, _MOST)), max(0, min(limit, SEARCH_COUNTED))
    found = connection.execute(_hits(connection, wanted, words).limit(SEARCH_COUNTED + 1)).all()
    numbers = [row.number for row in found[offset : offset + limit]]
    if offset + limit > SEARCH_COUNTED and len(found) > SEARCH_COUNTED:
        deeper = _hits(connection, wanted, words).offset(offset).limit(limit)
        numbers = [row.number for row in connection.execute(deeper)]
    return SearchPage(
        hits=tuple(shown(connection, numbers, words)),
        total=min(len(found), SEARCH_COUNTED),
        more=len(found) > SEARCH_COUNTED,
        facets=dict(_counted(connection, wanted, words, [row.facets for row in found[:SEARCH_COUNTED]])),
    )


def numbers_of(connection: Connection, wanted: SearchFilter) -> Select[Any]:
    """The numbers of all that fits, in no order, for queries over other tables. Raises LedgerError."""
    hits = _hits(connection, wanted, wanted_in(wanted.words or ""))
    return hits.order_by(None).with_only_columns(hits.selected_columns[0])


def _hits(connection: Connection, wanted: SearchFilter, words: Sequence[Wanted]) -> Select[Any]:
    """(number, facets) of what fits, the newest first."""
    groups: list[Sequence[Phrase]] = [one.phrases for one in words]
    without: list[Sequence[Phrase]] = []
    groups += ((phrase,) for phrase in narrowing(msgspec.structs.replace(wanted, stance=None)))
    if wanted.stance == MOSTLY and groups:
        without.append([(exact_token("stance", other),) for other in OTHERWISE])
    elif wanted.stance is not None:
        groups.append([(exact_token("stance", wanted.stance),)])
    since, until = between(wanted)
    if connection.dialect.name == "sqlite" and groups:
        # the index itself is read from its end, which is the newest
        number: ColumnElement[int] = literal_column("search_index.rowid")
        match: ColumnElement[bool] = literal_column("search_index").op("MATCH")(phrases_of(groups, without, "sqlite"))
        listed = select(search.c.number, search.c.facets).select_from(table("search_index")).join(search, search.c.number == number)
    else:
        number = search.c.number
        match = search.c.tokens.op("@@")(cast(phrases_of(groups, without, "postgresql"), TSQUERY)) if groups else true()
        listed = select(search.c.number, search.c.facets)
    conditions = [number >= since] if since is not None else []
    conditions += [number < until] if until is not None else []
    return listed.where(and_(match, *conditions)).order_by(number.desc())


def narrowing(wanted: SearchFilter) -> Iterator[Phrase]:
    """The tokens of every filter that is set. Raises LedgerError for a name without a letter."""
    for field in EXACT:
        value = getattr(wanted, field)
        if value is not None:
            yield (exact_token(field, value),)
    for kind, field in ((ACTOR, "actor"), (PLACE, "place")):
        name = getattr(wanted, field)
        if name is not None:
            tokens = name_tokens(kind, name)
            if not tokens:
                raise LedgerError(f"{name!r} is no name to look for; give a word of it")
            yield tokens


def between(wanted: SearchFilter) -> tuple[int | None, int | None]:
    """The lowest number from `since` on, and the first one after `until`; what has no date is in neither."""
    since = first_number(_minutes(wanted.since, "since")[0]) if wanted.since else None
    until = first_number(_minutes(wanted.until, "until")[1]) if wanted.until else None
    return (first_number(1) if until is not None and since is None else since), until


def _minutes(moment: str, field: str) -> tuple[int, int]:
    """The first minute of a year, month, day or moment, and the first one after it. Raises LedgerError for anything else."""
    try:
        if len(moment) <= 10:
            year, month, day = [*map(int, moment.split("-")), None, None][:3]
            first = date(year or 0, month or 1, day or 1)
            after = first + timedelta(days=1) if day else date(first.year + (month in (None, 12)), (month or 12) % 12 + 1, 1)
            return minute_of(dated(first.isoformat(), None)), minute_of(dated(after.isoformat(), None))
        at = minute_of(dated(datetime.fromisoformat(moment).isoformat(), None))
    except (ValueError, OverflowError):
        raise LedgerError(f"{field} {moment!r} is no date; write it as 2017-03-24, 2017-03 or 2017") from None
    return at, at + 1


def shown(connection: Connection, numbers: Sequence[int], words: Sequence[Wanted]) -> Iterator[SearchHit]:
    """The statements of these numbers, the newest first."""
    columns = (getattr(statements.c, name) for name in ("record", "article", "field", "outlet", "language", "speaker", "stance"))
    asked = (
        select(*columns, articles.c.title, articles.c.published)
        .select_from(search)
        .join(statements, and_(statements.c.article == search.c.article, statements.c.place == search.c.place))
        .join(articles, articles.c.id == search.c.article)
        .where(search.c.number.in_(numbers))
        .order_by(search.c.number.desc())
    )
    for found in connection.execute(asked).mappings():
        row = statement_row(**found)
        spans = row.statement.contents
        yield SearchHit(row=row, marks=tuple(mark for span in spans for mark in marked(span, row.language, words)))


def _counted(
    connection: Connection, wanted: SearchFilter, words: Sequence[Wanted], lines: Sequence[str]
) -> Iterator[tuple[str, tuple[Facet, ...]]]:
    """Every facet over the hits; one that is narrowed by, over what the other filters leave."""
    found = [_facets.decode(line) for line in lines]
    for name, values in FACETS.items():
        over = found
        if getattr(wanted, name) is not None:
            others = msgspec.structs.replace(wanted, **{name: None})
            over = [_facets.decode(row.facets) for row in connection.execute(_hits(connection, others, words).limit(SEARCH_COUNTED))]
        counts = Counter(value for facets in over for value in values(facets) if value)
        ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        yield name, tuple(Facet(value=value, count=count) for value, count in ordered[:FACET_VALUES])


def statement_row(*, record: str, **columns: Any) -> StatementRow:
    """A row of a list of statements from its columns."""
    return StatementRow(statement=_statement.decode(record), **columns)
