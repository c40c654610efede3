"""The families as people's verdicts have them, over what the texts say."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from saksi.joining import alignment
from saksi.joining.regrouping import Pair, regrouped, verdicts_on
from saksi.joining.shingles import wording
from saksi.ledger import judged, kinship


def family_of(connection: Connection, article: str) -> kinship.Kin | None:
    """The family of an article by its whole id, None where the ledger has no such article."""
    rows = kinship.family_rows(connection, article)
    if not rows:
        return None
    return next((kin for kin in judged_families(connection)[1] if article in kin.articles), None) or kinship.kin_of(rows)


def judged_families(connection: Connection) -> tuple[frozenset[str], list[kinship.Kin]]:
    """The families that a verdict in force is about: which ids of the texts' families they take the place of, and what they are."""
    verdicts = verdicts_on("family", judged.joins_in_force(connection))
    if not verdicts:
        return frozenset(), []
    pairs = [
        Pair(one.judgement, says.verdict, judged.now(connection, says.a.article), judged.now(connection, says.b.article))
        for one, says in verdicts
    ]
    held: dict[str, list[Any]] = {}
    for article in sorted({name for pair in pairs for name in (pair.a, pair.b)}):
        rows = kinship.family_rows(connection, article)
        if rows:
            held[kinship.kin_of(rows).origin] = rows
    by_article = {row.article: row for origin in sorted(held) for row in held[origin]}
    groups = [sorted((row.article for row in rows), key=lambda name: (by_article[name].moment, name)) for _, rows in sorted(held.items())]
    bonds = [(row.article, row.version_of) for row in by_article.values() if row.version_of is not None]
    parts = regrouped(groups, pairs, _Likeness(connection).of, bonds)
    return frozenset(held), [_kin(part, by_article, pairs) for part in parts]


def _kin(part: list[str], by_article: dict[str, Any], pairs: list[Pair[str]]) -> kinship.Kin:
    here = tuple(sorted({pair.judgement for pair in pairs if pair.a in part or pair.b in part}))
    return kinship.kin_of([by_article[name] for name in part], here)


class _Likeness:
    """How much of the shorter of two texts stands in the other, in order; asked only where a family is parted."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._words: dict[str, tuple[str, ...]] = {}

    def of(self, a: str, b: str) -> float:
        x, y = self._worded(a), self._worded(b)
        return alignment.common(x, y) / (min(len(x), len(y)) or 1)

    def _worded(self, article: str) -> tuple[str, ...]:
        if article not in self._words:
            (sheet,) = kinship.sheets_of(self._connection, [article])
            self._words[article] = wording(sheet.text).words
        return self._words[article]
