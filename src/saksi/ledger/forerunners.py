"""Finds what a ledger held before an article that may tell of the same happening: by date, by a name in common, by family."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, or_, select, true

from saksi.joining.concepts import bare_words
from saksi.joining.propositions import Setting
from saksi.joining.same_claim import DAYS_APART
from saksi.ledger import judged_kin, kinship
from saksi.ledger.schema import articles, fingerprints, readings
from saksi.limits import STORY_ARTICLES
from saksi.records import Family, Reading
from saksi.records.jsonline import parse_reading


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A reading of the ledger with its family, whose edits are left out."""

    reading: Reading
    family: Family


class _Named(msgspec.Struct, frozen=True):
    """Of an entity of a reading's line what tells whether two articles share it; the rest is passed over."""

    name: str
    qid: str | None = None
    iso3: str | None = None


class _Names(msgspec.Struct, frozen=True):
    entities: tuple[_Named, ...] = ()


_names = msgspec.json.Decoder(_Names)


def held_one(connection: Connection, article: str) -> Held | None:
    """One article of the ledger by its whole id, None where it is not there."""
    line = connection.execute(select(readings.c.line).where(readings.c.article == article)).scalar_one_or_none()
    kin = judged_kin.family_of(connection, article)
    return None if line is None or kin is None else Held(reading=parse_reading(line), family=_family(kin))


def before_all(latest: Sequence[str]) -> ColumnElement[bool]:
    """The condition on articles that were there before these came."""
    return articles.c.id.not_in(latest)


def before_one(dated: str, article: str) -> ColumnElement[bool]:
    """The condition on articles that came out before one."""
    return or_(articles.c.dated < dated, and_(articles.c.dated == dated, articles.c.id < article))


def forerunners(connection: Connection, setting: Setting, family: Family, earlier: ColumnElement[bool]) -> Iterator[Held]:
    """The articles of `earlier` that share a name or the family with one, the oldest first, as `same_claim.one_happening` needs them;
    of very many the newest limits.STORY_ARTICLES are looked at."""
    mine = select(articles.c.dated).where(articles.c.id == setting.article).scalar_subquery()
    dated = connection.execute(select(mine)).scalar_one()
    wanted = (
        select(articles.c.id, readings.c.line)
        .join(readings, readings.c.article == articles.c.id)
        .where(articles.c.id != setting.article, earlier, _near(dated))
        .order_by(articles.c.dated.desc(), articles.c.id)
        .limit(STORY_ARTICLES)
    )
    kin = frozenset(family.articles)
    found = [row for row in connection.execute(wanted) if row.id in kin or not setting.names.isdisjoint(_keys(row.line))]
    for row in reversed(found):
        its = judged_kin.family_of(connection, row.id)
        if its is not None:
            yield Held(reading=parse_reading(row.line), family=_family(its))


def by_date(connection: Connection) -> list[tuple[str, str]]:
    """When each article came out and its id, the oldest first."""
    wanted = select(articles.c.dated, articles.c.id).join(fingerprints, fingerprints.c.article == articles.c.id)
    return [(row.dated, row.id) for row in connection.execute(wanted.order_by(articles.c.dated, articles.c.id))]


def _near(dated: str) -> ColumnElement[bool]:
    if not dated:
        return true()
    moment = datetime.fromisoformat(dated)
    span = timedelta(days=DAYS_APART + 1)
    try:
        first, last = (bound.isoformat(timespec="microseconds") for bound in (moment - span, moment + span))
    except OverflowError:
        return true()
    # No BETWEEN: PostgreSQL refuses it with the collation that each bound value brings along.
    return or_(articles.c.dated == "", and_(articles.c.dated >= first, articles.c.dated <= last))


def _keys(line: str) -> Iterator[str]:
    """What `propositions.setting_of` may call the entities of an article, and more."""
    for entity in _names.decode(line).entities:
        key = entity.qid or entity.iso3
        if key is not None:
            yield key
        else:
            yield from bare_words(entity.name)


def _family(kin: kinship.Kin) -> Family:
    return Family(family=kin.origin, articles=kin.articles, origin=kin.origin, agency=kin.agency)
