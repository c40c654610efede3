"""Gives one account of all that a ledger holds: its claims, the conflicts over articles, the actors. Found anew from the readings.

Nothing of it is kept in the ledger, so it follows from what the ledger holds and from nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from saksi.joining.actors import Acting, acting_in
from saksi.joining.claims import Joined, join, neighbours_of
from saksi.joining.clashes import clashes
from saksi.joining.origins import agency_of, moment_of
from saksi.joining.propositions import Setting, first_handed_on, propositions, setting_of
from saksi.joining.regrouping import NONE, Verdicts, resolved
from saksi.ledger import Ledger
from saksi.ledger.dating import dated
from saksi.records import Clash, Family, JoinedActor, Reading
from saksi.words.world import world


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """What all articles together say. Each list is in the order of the records' ids; `verdicts` are people's, as far as they fit."""

    claims: tuple[Joined, ...]
    conflicts: tuple[Clash, ...]
    verdicts: Verdicts = NONE


def account_of(ledger: Ledger) -> Account:
    """The claims of a ledger and what conflicts over its articles. Holds every reading in memory while it works."""
    readings = {reading.article.id: reading for reading in ledger.readings()}
    families = list(ledger.families())
    family_of = {article: family for family in families for article in family.articles}
    settings = {name: setting_in(reading, family_of[name]) for name, reading in readings.items()}
    neighbours = list(neighbours_of(settings.values()))
    found = [one for name, reading in readings.items() for one in propositions(reading, settings[name])]
    seen = {name: reading.article.published or reading.article.fetched for name, reading in readings.items()}
    verdicts = _verdicts(ledger, readings)
    joined = join(found, neighbours, seen, verdicts)
    return Account(claims=tuple(joined), conflicts=tuple(clashes(joined, neighbours, families, readings)), verdicts=verdicts)


def actors_of(ledger: Ledger) -> list[JoinedActor]:
    """Everybody and everything that the ledger's articles name, by id."""
    return [acting.actor for acting in acting_of(ledger)]


def acting_of(ledger: Ledger) -> list[Acting]:
    """The same with the ids that each had before others were joined to it."""
    from saksi.ledger.judging import judging_of  # the database library costs half a second: only who asks a ledger pays it

    judging = judging_of(ledger)
    if judging is None or not judging.in_force():
        return acting_in(ledger.readings())
    readings = {reading.article.id: reading for reading in ledger.readings()}
    return acting_in(readings.values(), _verdicts(ledger, readings))


def _verdicts(ledger: Ledger, readings: Mapping[str, Reading]) -> Verdicts:
    """People's verdicts on claims and actors, as far as what they are about is still there."""
    from saksi.ledger.judging import judging_of

    judging = judging_of(ledger)
    if judging is None:
        return NONE
    return resolved(judging.in_force(), lambda article: readings.get(article) or readings.get(judging.now(article)))


def setting_in(reading: Reading, family: Family) -> Setting:
    """What an article of a family is about as a whole."""
    article = reading.article
    moment = dated(article.published, article.fetched)
    return setting_of(
        reading,
        family=family.family,
        agency=_agency(reading, family),
        moment=moment_of(article.published, moment),
        address=article.uri if _has_versions(article.id, family) else None,
        day=date.fromisoformat(moment[:10]).toordinal() if moment else None,
    )


def _has_versions(article: str, family: Family) -> bool:
    return any(article in (version.article, version.version_of) for version in family.versions)


def _agency(reading: Reading, family: Family) -> str | None:
    """The agency whose text an article carries: its family's, unless it is handed on further down than in the first statement only."""
    if len(family.articles) > 1 or reading.credits:
        return family.agency
    outlet = world().outlets.get(reading.article.outlet or "")
    if outlet is not None and outlet.kind == "agency":
        return family.agency
    return agency_of(reading) or family.agency if first_handed_on(reading) else None
