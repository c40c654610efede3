"""Sums up what hangs together as claims, people's verdicts included, and writes them; the others stay as they are."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from saksi.joining.claims import Joined, key_of
from saksi.joining.claims import told as joined_of
from saksi.joining.propositions import Proposition
from saksi.joining.regrouping import Verdicts, resolved
from saksi.ledger import candidates, judged
from saksi.ledger.claim_tables import claims, tellings, told
from saksi.ledger.schema import readings, statements
from saksi.ledger.told_rows import claim_row, propositions_from
from saksi.records import Claim, Reading
from saksi.records.jsonline import parse_reading
from saksi.records.judgement import subjects_of


def sum_up(connection: Connection, parts: Collection[int], before: Collection[str]) -> tuple[list[Joined], Collection[str]]:
    """Write the claims that these parts make anew, with all that people's verdicts hang on them.

    `before` are claims that are no more. Gives what was made, and all that it takes the place of.
    """
    verdicts = verdicts_now(connection)
    concerned, gone = _concerned(connection, set(parts), set(before), verdicts)
    rows = telling_rows(connection, tellings.c.part.in_(concerned))
    linked = frozenset(row["statement"] for row in rows if row["linked"])
    seen = {row["article"]: row["seen"] for row in rows}
    made = joined_of(_grouped(connection, rows, "part").values(), linked, seen, verdicts)
    _replace(connection, rows, made, gone)
    return made, gone


def verdicts_now(connection: Connection) -> Verdicts:
    """People's verdicts on claims and actors, as far as what they are about is there."""
    joins = judged.joins_in_force(connection)
    names = {subject.article for one in joins for subject in subjects_of(one.says)}
    called = {name: judged.now(connection, name) for name in names}
    lines = connection.execute(select(readings.c.line).where(readings.c.article.in_({*called, *called.values()}))).scalars()
    found = {one.article.id: one for one in judged.handed_out(connection, [parse_reading(line) for line in lines])}

    def reading(article: str) -> Reading | None:
        return found.get(article) or found.get(called[article])

    return resolved(joins, reading)


def telling_rows(connection: Connection, wanted: Any) -> list[Mapping[str, Any]]:
    """Statements as they are kept for joining, with their article and their record."""
    asked = (
        select(tellings, told.c.article, told.c.seen, statements.c.record)
        .join(told, told.c.number == tellings.c.told)
        .join(statements, (statements.c.article == told.c.article) & (statements.c.place == tellings.c.place))
        .where(wanted)
    )
    return [dict(row) for row in connection.execute(asked).mappings()]


def members_of(connection: Connection, rows: Sequence[Mapping[str, Any]], made: Iterable[Claim]) -> list[Joined]:
    """Claims, as they are kept, with their members out of these rows."""
    by_claim = _grouped(connection, rows, "claim")
    linked = frozenset(row["statement"] for row in rows if row["linked"])
    return [Joined(claim=claim, members=tuple(by_claim[claim.claim]), linked=linked) for claim in made]


def _grouped(connection: Connection, rows: Sequence[Mapping[str, Any]], by: str) -> dict[Any, list[Proposition]]:
    """What is said in rows that have one value in a column."""
    settings = candidates.settings_of(connection, {row["told"] for row in rows})
    group_of = {(row["article"], row["statement"]): row[by] for row in rows}
    found: dict[Any, list[Proposition]] = {}
    for one in propositions_from(rows, settings):
        found.setdefault(group_of[key_of(one)], []).append(one)
    return found


def _concerned(connection: Connection, parts: set[int], gone: set[str], verdicts: Verdicts) -> tuple[set[int], set[str]]:
    """These parts and all that they had a claim in common with, or have by a verdict; the claims that they were in."""
    keys = {key for pair in verdicts.claims for key in (pair.a, pair.b)}
    asked = select(told.c.article, tellings.c.statement, tellings.c.part).join(told, told.c.number == tellings.c.told)
    at = asked.where(tellings.c.statement.in_({statement for _, statement in keys}))
    part_of = {(row.article, row.statement): row.part for row in connection.execute(at)} if keys else {}
    judged_parts = [(part_of.get(pair.a), part_of.get(pair.b)) for pair in verdicts.claims]
    known: set[int] = set()
    while parts - known:
        known |= parts
        gone.update(connection.execute(select(tellings.c.claim).where(tellings.c.part.in_(parts))).scalars())
        parts |= set(connection.execute(select(tellings.c.part).where(tellings.c.claim.in_(gone - {""}))).scalars())
        parts |= {part for pair in judged_parts for part in pair if part is not None and parts.intersection(pair)}
    return parts, gone - {""}


def _replace(connection: Connection, rows: Iterable[Mapping[str, Any]], made: Sequence[Joined], gone: Collection[str]) -> None:
    """Write the claims in place of those that are no more, and in which claim each statement is."""
    connection.execute(delete(claims).where(claims.c.id.in_(gone)))
    if made:
        connection.execute(insert(claims), [claim_row(joined.claim) for joined in made])
    claim_of = {key_of(member): joined.claim.claim for joined in made for member in joined.members}
    now: dict[str, list[int]] = {}
    for row in rows:
        claim = claim_of[row["article"], row["statement"]]
        if row["claim"] != claim:
            now.setdefault(claim, []).append(row["number"])
    for claim, numbers in now.items():
        connection.execute(update(tellings).where(tellings.c.number.in_(numbers)).values(claim=claim))
