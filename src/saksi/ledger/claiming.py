"""Keeps the claims in the ledger: finds those of new and changed articles, and leaves the others as they are.

What decides stands in `saksi.joining`; here is which articles it has to look at. A new article is compared with those of its days
that have names in common with it. Where an article changed, or went, what hung together with it is joined anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

import msgspec
from sqlalchemy import Connection, delete, insert, select, update

from saksi.joining.claims import key_of, neighbours_of, tied_together, ties_between, ties_within
from saksi.joining.clashes import rival_accounts
from saksi.joining.propositions import Proposition
from saksi.joining.same_claim import one_happening
from saksi.ledger import candidates, conflicting, summing
from saksi.ledger.claim_tables import tellings, told, told_names
from saksi.ledger.held import Held
from saksi.ledger.kindred import Kindred, kindred
from saksi.ledger.told_rows import ToldRows, name_rows, told_row, told_rows
from saksi.records import Reading

Node = tuple[str, int]
"""A statement that is joined anew, or a part that stays whole, by its number."""


def settle(connection: Connection, changed: Mapping[str, Reading | None]) -> None:
    """Bring the claims up to articles that came, were mended or read anew (their readings), or went (None).

    Families and judgements must be settled already.
    """
    rows = {article: told_rows(reading) if reading is not None else None for article, reading in changed.items()}
    kin = kindred(connection, {article: its.scene if its is not None else None for article, its in rows.items()})
    before = _before(connection, [*changed, *kin.moved])
    _drop(connection, changed)
    for its in rows.values():
        if its is not None:
            _put(connection, its, kin)
    for article in kin.relabelled:
        connection.execute(update(told).where(told.c.article == article).values(msgspec.structs.asdict(kin.now[article])))
    anew = [article for article, reading in changed.items() if reading is not None] + sorted(kin.moved)
    held = Held(connection)
    conflicting.forget_rivals(connection, [*changed, *kin.moved])
    parts = _join(connection, held, anew, before.parts) if anew or before.parts else set()
    conflicting.compare_copies(connection, kin, changed, held)
    relabelled = select(tellings.c.part).join(told, told.c.number == tellings.c.told).where(told.c.article.in_(kin.relabelled))
    parts.update(connection.execute(relabelled).scalars())
    made, gone = summing.sum_up(connection, parts, before.claims)
    conflicting.put_within(connection, made, gone)


class _Before(msgspec.Struct, frozen=True):
    """The parts and the claims that articles had statements in."""

    parts: frozenset[int]
    claims: frozenset[str]


def _before(connection: Connection, names: Sequence[str]) -> _Before:
    asked = select(tellings.c.part, tellings.c.claim).join(told, told.c.number == tellings.c.told).where(told.c.article.in_(names))
    rows = connection.execute(asked).all()
    return _Before(frozenset(row.part for row in rows), frozenset(row.claim for row in rows))


def _drop(connection: Connection, names: Iterable[str]) -> None:
    numbers = connection.execute(select(told.c.number).where(told.c.article.in_(list(names)))).scalars().all()
    if numbers:
        for column in (tellings.c.told, told_names.c.told, told.c.number):
            connection.execute(delete(column.table).where(column.in_(numbers)))


def _put(connection: Connection, rows: ToldRows, kin: Kindred) -> None:
    """Keep an article; its statements are in no claim yet."""
    (number,) = connection.execute(insert(told).values(told_row(rows, kin.now[rows.article]))).inserted_primary_key or (0,)
    if names := name_rows(rows, number):
        connection.execute(insert(told_names), names)
    if rows.tellings:
        connection.execute(insert(tellings), [{**row, "told": number, "part": 0, "claim": ""} for row in rows.tellings])


def _join(connection: Connection, held: Held, names: Sequence[str], loosened: frozenset[int]) -> set[int]:
    """Join the statements of these articles, and of the loosened parts, with all others; gives the parts that they make."""
    anew = set(connection.execute(select(told.c.number).where(told.c.article.in_(names))).scalars())
    left = select(tellings.c.told).where(tellings.c.part.in_(loosened))
    left_over = set(connection.execute(left).scalars()) - anew
    held.listen(anew | left_over)
    loose = {held.number_of[key_of(one)] for article in anew for one in held.said[article]}
    loose |= {number for number, part in held.part_of.items() if part in loosened}
    pairs = _happenings(connection, held, anew)
    ties = list(chain(_ties_of(held, anew, pairs), _ties_left(held, left_over)))
    conflicting.put_rivals(connection, (rival for a, b in pairs for rival in rival_accounts(held.said[a], held.said[b])))

    def node(one: Proposition) -> Node:
        number = held.number_of[key_of(one)]
        return ("telling", number) if number in loose else ("part", held.part_of[number])

    nodes = [(node(a), node(b)) for a, b in ties]
    alone = dict.fromkeys(chain((("telling", number) for number in sorted(loose)), chain.from_iterable(nodes)))
    groups = tied_together(([each] for each in alone), nodes)
    return {_keep(connection, group) for group in groups if any(kind == "telling" for kind, _ in group)}


def _happenings(connection: Connection, held: Held, anew: set[int]) -> list[tuple[int, int]]:
    """The pairs of articles of one happening of which at least one is new or changed, the older one first, with what they say."""
    pairs: dict[tuple[int, int], None] = {}
    for number in sorted(anew):
        near = candidates.near(connection, held.settings[number]) - {number}
        held.look(near)
        mine = held.settings[number]
        for other in sorted(near):
            theirs = held.settings[other]
            if one_happening(mine, theirs):
                older_first = (mine.moment, mine.article) < (theirs.moment, theirs.article)
                pairs[(number, other) if older_first else (other, number)] = None
    held.listen(number for pair in pairs for number in pair)
    return list(pairs)


def _ties_of(held: Held, anew: set[int], pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[Proposition, Proposition]]:
    """What ties the statements of new or changed articles, among each other and with those of the same happenings."""
    for number in anew:
        yield from ties_within(held.said[number])
    for a, b in pairs:
        yield from ties_between(held.said[a], held.said[b])


def _ties_left(held: Held, left_over: set[int]) -> Iterator[tuple[Proposition, Proposition]]:
    """What ties the statements of loosened parts that did not change themselves."""
    said = {held.settings[number].article: held.said[number] for number in left_over}
    for members in said.values():
        yield from ties_within(members)
    for x, y in neighbours_of(held.settings[number] for number in left_over):
        yield from ties_between(said[x.article], said[y.article])


def _keep(connection: Connection, group: Sequence[Node]) -> int:
    """Write what hangs together as one part; gives its number, which is that of one of its statements."""
    parts = sorted(number for kind, number in group if kind == "part")
    loose = sorted(number for kind, number in group if kind == "telling")
    kept, *others = parts or loose[:1]
    if others:
        connection.execute(update(tellings).where(tellings.c.part.in_(others)).values(part=kept))
    connection.execute(update(tellings).where(tellings.c.number.in_(loose)).values(part=kept))
    return kept
