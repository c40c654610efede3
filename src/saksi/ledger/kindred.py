"""Tells which articles a change of families concerns, and whose statements have to be compared anew for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from saksi.ledger import judged_kin, kinship
from saksi.ledger.claim_tables import told
from saksi.ledger.kinship import Kin
from saksi.ledger.schema import articles
from saksi.ledger.told_rows import Kinship, Scene, kinship_in, scene_from


class Kindred(msgspec.Struct, frozen=True, kw_only=True):
    """The families of articles, and what these have from them `now`. Of those that are kept already, some `moved` away from
    articles of their family or to others, and for the `relabelled` ones the row must be written anew; an article may be both."""

    families: dict[str, Kin]
    now: dict[str, Kinship]
    moved: frozenset[str]
    relabelled: tuple[str, ...]


def kindred(connection: Connection, changed: Mapping[str, Scene | None]) -> Kindred:
    """What all articles have from their families that are, or were, in one with a changed article.

    `changed` gives what a new or changed article is about, None for one that went.
    """
    kin = _concerned(connection, changed)
    rows = {row.article: row for row in connection.execute(select(told).where(told.c.article.in_(list(kin))))}
    now: dict[str, Kinship] = {}
    for row in connection.execute(select(articles.c.id, articles.c.uri, articles.c.outlet).where(articles.c.id.in_(list(kin)))):
        scene = changed.get(row.id) or (scene_from(rows[row.id].scene) if row.id in rows else None)
        if scene is not None:
            now[row.id] = kinship_in(kin[row.id], row.id, row.uri, row.outlet, scene)
    kept = {article: _had(rows[article]) for article in now if article in rows and article not in changed}
    return Kindred(
        families=kin,
        now=now,
        moved=moved({article: (had.family, now[article].family) for article, had in kept.items()}),
        relabelled=tuple(sorted(article for article, had in kept.items() if had != now[article])),
    )


def moved(families: Mapping[str, tuple[str, str]]) -> frozenset[str]:
    """Whose statements have to be compared anew, for articles that were in a family and are in another one.

    A family that goes by a new name, or takes in others, stays where it is, and so does the largest part of one that falls apart.
    """
    blocks = Counter(families.values())
    stays: dict[str, str] = {}
    for before, now in sorted(blocks, key=lambda block: (-blocks[block], block)):
        if before not in stays and now not in stays.values():
            stays[before] = now
    return frozenset(article for article, (before, now) in families.items() if stays.get(before) != now)


def _had(row: Any) -> Kinship:
    return Kinship(family=row.family, agency=row.agency, address=row.address)


def _concerned(connection: Connection, changed: Iterable[str]) -> dict[str, Kin]:
    """Per article its family, of all that are or were in one with these."""
    replaced, judged = judged_kin.judged_families(connection)
    found: dict[str, Kin] = {}
    names, seen = set(changed), set[str]()
    while names - seen:
        seen |= names
        kins = [kin for kin in kinship.families_of(connection, names) if kin.origin not in replaced]
        if any(names & set(kin.articles) for kin in judged):  # one verdict leads to the next
            kins += judged
        found.update((article, kin) for kin in kins for article in kin.articles)
        names |= found.keys()
        were = select(told.c.family).where(told.c.article.in_(list(names)))
        names.update(connection.execute(select(told.c.article).where(told.c.family.in_(were))).scalars())
    return found
