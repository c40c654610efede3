"""Reads the judgements that are in force, and hands out readings as people mended them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection, delete, insert, select, update

from saksi.joining.mending import Mended, mended, mends
from saksi.ledger import bearings, search
from saksi.ledger.judging_tables import former_ids, judged_articles, judgements, kept_inputs
from saksi.ledger.rows import rows_of
from saksi.ledger.schema import articles, readings, statements
from saksi.ledger.schema import search as search_table
from saksi.ledger.search_rows import search_rows
from saksi.records import JoinVerdict, Judgement, Reading, Withdrawal
from saksi.records.jsonline import parse_reading
from saksi.records.judgement import in_force, subjects_of

_judgement = msgspec.json.Decoder(Judgement)


def every(connection: Connection) -> list[Judgement]:
    """All that was ever judged, withdrawals too, the oldest first."""
    lines = connection.execute(select(judgements.c.record).order_by(judgements.c.at, judgements.c.id)).scalars()
    return [_judgement.decode(line) for line in lines]


def joins_in_force(connection: Connection) -> list[Judgement]:
    """The verdicts on joins that nobody withdrew, the oldest first."""
    lines = connection.execute(select(judgements.c.record).where(judgements.c.kind.in_(("join", "withdrawal")))).scalars()
    return [one for one in in_force(list(map(_judgement.decode, lines))) if isinstance(one.says, JoinVerdict)]


def keep(connection: Connection, new: Sequence[Judgement]) -> list[str]:
    """Add judgements, each once; gives the ids of the articles that they are about, by what the articles are called now."""
    touched: dict[str, None] = {}
    for one in new:
        if connection.execute(select(judgements.c.id).where(judgements.c.id == one.judgement)).first() is not None:
            continue
        record = msgspec.json.encode(one).decode()
        kind = msgspec.to_builtins(one.says)["kind"]
        connection.execute(insert(judgements).values(id=one.judgement, at=one.at, by=one.by, kind=kind, record=record))
        about = list(dict.fromkeys(subject.article for subject in subjects_of(one.says)))
        if about:
            connection.execute(insert(judged_articles), [{"article": article, "judgement": one.judgement} for article in about])
        if isinstance(one.says, Withdrawal):
            about = _about(connection, one.says.judgement)
        touched.update(dict.fromkeys(now(connection, article) for article in about))
    return list(touched)


def _about(connection: Connection, judgement: str) -> list[str]:
    """The articles of a judgement, through withdrawals of withdrawals."""
    line = connection.execute(select(judgements.c.record).where(judgements.c.id == judgement)).scalar_one_or_none()
    if line is None:
        return []
    says = _judgement.decode(line).says
    return _about(connection, says.judgement) if isinstance(says, Withdrawal) else [subject.article for subject in subjects_of(says)]


def now(connection: Connection, identity: str) -> str:
    """What an id is called since articles were read anew: itself where nothing took its place."""
    found = connection.execute(select(former_ids.c.now).where(former_ids.c.id == identity)).scalar_one_or_none()
    return found or identity


def handed_out(connection: Connection, found: Sequence[Reading]) -> list[Reading]:
    """The readings as people's judgements have them."""
    if connection.execute(select(judged_articles.c.article).limit(1)).first() is None:
        return list(found)
    return [one.reading for one in mendings(connection, found)]


def mendings(connection: Connection, found: Sequence[Reading]) -> list[Mended]:
    """The readings, as they were read, with what people's judgements make of them."""
    called = {reading.article.id: {reading.article.id} for reading in found}
    formers = select(former_ids.c.id, former_ids.c.now).where(former_ids.c.kind == "article", former_ids.c.now.in_(called))
    for former, article in connection.execute(formers):
        called[article].add(former)
    by_article = _on_statements(connection, {name for names in called.values() for name in names})
    return [mended(reading, [one for name in sorted(called[reading.article.id]) for one in by_article.get(name, ())]) for reading in found]


def _on_statements(connection: Connection, names: Iterable[str]) -> dict[str, list[Judgement]]:
    """The judgements in force that mend statements, by the article that they name."""
    about = select(judged_articles.c.judgement).where(judged_articles.c.article.in_(list(names)))
    wanted = select(judgements.c.record).where(judgements.c.id.in_(about) | (judgements.c.kind == "withdrawal"))
    found: dict[str, list[Judgement]] = {}
    for one in in_force(list(map(_judgement.decode, connection.execute(wanted).scalars()))):
        if mends(one):
            found.setdefault(subjects_of(one.says)[0].article, []).append(one)
    return found


def note_input(connection: Connection, names: Sequence[str], path: str) -> None:
    """Write down that a file holds the bytes of these articles, as far as the ledger has them; once."""
    here = set(connection.execute(select(articles.c.id).where(articles.c.id.in_(names))).scalars())
    known = select(kept_inputs.c.article).where(kept_inputs.c.path == path, kept_inputs.c.article.in_(names))
    new = sorted(here - set(connection.execute(known).scalars()))
    if new:
        connection.execute(insert(kept_inputs), [{"article": article, "path": path} for article in new])


def judged_among(connection: Connection, names: Sequence[str]) -> list[str]:
    """Those of the articles that somebody judged, by these or former ids, maybe before this ledger had them."""
    found = connection.execute(select(judged_articles.c.article).where(judged_articles.c.article.in_(names)).distinct()).scalars()
    formerly = select(former_ids.c.now).join(judged_articles, judged_articles.c.article == former_ids.c.id)
    return sorted({*found, *connection.execute(formerly.where(former_ids.c.now.in_(names))).scalars()})


def rewrite(connection: Connection, names: Iterable[str]) -> None:
    """Bring the rows that lists and filters read up to what people made of these articles."""
    for name in names:
        line = connection.execute(select(readings.c.line).where(readings.c.article == name)).scalar_one_or_none()
        if line is None:
            continue
        (reading,) = handed_out(connection, [parse_reading(line)])
        rows = rows_of(reading)
        connection.execute(delete(statements).where(statements.c.article == name))
        connection.execute(delete(search_table).where(search_table.c.article == name))
        bearings.drop(connection, name)
        if rows.statements:
            connection.execute(insert(statements), list(rows.statements))
            search.put(connection, name, rows.article["dated"], search_rows(reading, rows))
        bearings.put(connection, reading, rows)
        connection.execute(update(articles).where(articles.c.id == name).values(statements=len(rows.statements)))
