"""Finds the articles that may tell of one happening with another one: those of its days with names in common."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, bindparam, func, select, union_all

from saksi.joining.propositions import Setting
from saksi.joining.same_claim import DAYS_APART, SHARED_NAMES
from saksi.ledger.claim_tables import told, told_names
from saksi.ledger.told_rows import NO_DAY, Kinship, scene_from, setting_from


def near(connection: Connection, setting: Setting) -> set[int]:
    """The numbers of all articles of which `same_claim.one_happening` may hold with this one, and of others; its own too."""
    found = set(connection.execute(_IN_FAMILY, {"family": setting.family}).scalars())
    if not setting.names:
        return found
    names = sorted(setting.names)
    if setting.day is None:
        return found | set(connection.execute(_ON_ANY_DAY, {"names": names}).scalars())
    days = {"since": setting.day - DAYS_APART, "until": setting.day + DAYS_APART}
    found.update(connection.execute(_ON_DAYS, {"names": names, **days}).scalars())
    if setting.places:
        around = {"names": sorted(setting.places), "since": setting.day - 1, "until": setting.day + 1}
        found.update(connection.execute(_AROUND, around).scalars())
    return found


def settings_of(connection: Connection, numbers: Iterable[int]) -> dict[int, Setting]:
    """What articles are about, by their numbers."""
    rows = connection.execute(select(told).where(told.c.number.in_(list(numbers)))).mappings()
    return {row["number"]: setting_in(row) for row in rows}


def setting_in(row: RowMapping) -> Setting:
    """What an article is about, from its row."""
    kinship = Kinship(family=row["family"], agency=row["agency"], address=row["address"])
    return setting_from(row["article"], scene_from(row["scene"]), kinship)


def _named(*, dated: bool) -> Select[Any]:
    named = select(told_names.c.told).where(told_names.c.name.in_(bindparam("names", expanding=True)))
    if not dated:
        return named
    return named.where(told_names.c.day.between(bindparam("since"), bindparam("until")))


def _with_names_in_common(named: Any) -> Select[Any]:
    each = named.subquery()
    return select(each.c.told).group_by(each.c.told).having(func.count() >= SHARED_NAMES)


_IN_FAMILY = select(told.c.number).where(told.c.family == bindparam("family"))
_ON_ANY_DAY = _with_names_in_common(_named(dated=False))
_ON_DAYS = _with_names_in_common(union_all(_named(dated=True), _named(dated=False).where(told_names.c.day == NO_DAY)))
_AROUND = _named(dated=True).distinct()
