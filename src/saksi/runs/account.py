"""Gives one account of all that a ledger holds: its claims and the conflicts over articles, which it keeps, and the actors.

All of it follows from the readings and the judgements; what is kept is checked by finding it anew.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from saksi.joining.actors import Acting, acting_in
from saksi.joining.claims import Joined, join, neighbours_of
from saksi.joining.clashes import clashes
from saksi.joining.propositions import Setting, propositions
from saksi.joining.regrouping import NONE, Verdicts, resolved
from saksi.ledger import Ledger
from saksi.records import Clash, Family, JoinedActor, Reading


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """What all articles together say. Each list is in the order of the records' ids; `verdicts` are people's, as far as they fit."""

    claims: tuple[Joined, ...]
    conflicts: tuple[Clash, ...]
    verdicts: Verdicts = NONE


def account_of(ledger: Ledger) -> Account:
    """The claims of a ledger and what conflicts over its articles, as the ledger keeps them, else found anew."""
    from saksi.ledger.claims import claims_of

    kept = claims_of(ledger)
    if kept is None:
        return account_anew(ledger)
    return Account(claims=tuple(kept.every()), conflicts=tuple(kept.conflicts()), verdicts=kept.verdicts())


def account_anew(ledger: Ledger) -> Account:
    """The same from the readings, the families and the judgements alone. Holds every reading in memory while it works."""
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


def conflicts_of(ledger: Ledger) -> tuple[Clash, ...]:
    """What conflicts over the articles of a ledger, by id."""
    from saksi.ledger.claims import claims_of

    kept = claims_of(ledger)
    return tuple(kept.conflicts()) if kept is not None else account_anew(ledger).conflicts


def wrong_in_claims(ledger: Ledger) -> tuple[str, ...]:
    """Where the claims and conflicts that a ledger keeps are not those that its readings give, a line for each."""
    kept, anew = account_of(ledger), account_anew(ledger)
    sorts = (
        ("claim", {one.claim.claim: one.claim for one in kept.claims}, {one.claim.claim: one.claim for one in anew.claims}),
        ("conflict", {one.conflict: one for one in kept.conflicts}, {one.conflict: one for one in anew.conflicts}),
    )
    return tuple(
        f"{sort} {name}: it is not what the articles give"
        for sort, mine, theirs in sorts
        for name in sorted({*mine, *theirs})
        if mine.get(name) != theirs.get(name)
    )


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
    from saksi.ledger.told_rows import kinship_in, scene_of, setting_from  # the database library costs half a second

    article, scene = reading.article, scene_of(reading)
    return setting_from(article.id, scene, kinship_in(family, article.id, article.uri, article.outlet, scene))
