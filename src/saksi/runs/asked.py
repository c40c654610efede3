"""Finds what an id means, also one that a claim, a statement or an actor had before it was joined, mended or read anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from saksi.errors import NotInLedger
from saksi.joining.actors import Acting
from saksi.joining.claims import Joined, claim_id, former_ids
from saksi.ledger import Ledger


def claim_meant(wanted: str, claims: Sequence[Joined], ledger: Ledger) -> tuple[Joined, bool]:
    """The claim that goes by an id, the first digits of one, or that of a statement in it; whether the id is a former one.

    Raises NotInLedger for none or several.
    """
    for now in _called_now(wanted, ledger):
        for former, fitting in (
            (False, [one for one in claims if one.claim.claim.startswith(now)]),
            (False, [one for one in claims if any(member.statement.id.startswith(now) for member in one.members)]),
            (True, [one for one in claims if any(identity.startswith(now) for identity in former_ids(one))]),
        ):
            if len(fitting) > 1:
                raise NotInLedger(f"several claims begin with {wanted!r}; give more of the id")
            if fitting:
                return fitting[0], former or now != wanted
    raise NotInLedger(f"no claim {wanted!r} in the ledger; saksi claims lists them")


def _called_now(wanted: str, ledger: Ledger) -> Iterable[str]:
    """What an id may be called now, the id itself first."""
    from saksi.ledger.judging import judging_of  # the database library costs half a second

    if not wanted:
        return
    yield wanted
    judging = judging_of(ledger)
    if judging is None:
        return
    now = judging.now(wanted)
    if now != wanted:
        yield now
    renamed = {old: new for old, new in judging.renamed().items() if new}
    yield from (renamed[name] for name in (wanted, now) if name in renamed)
    by_claim = {claim_id(reading, old): claim_id(reading, new) for old, new in renamed.items() for reading in judging.articles_of(new)}
    yield from (by_claim[name] for name in (wanted, now) if name in by_claim)


def actors_meant(wanted: str, actors: Iterable[Acting], ledger: Ledger) -> list[Acting]:
    """The actors that an id, the first digits of one, an id of former times, a Wikidata id or a name means; the surest sort alone."""
    from saksi.ledger.judging import judging_of

    every = list(actors)
    judging = judging_of(ledger)
    now = judging.now(wanted) if judging is not None else wanted
    low = wanted.casefold()
    sorts = (
        [one for one in every if wanted in (one.actor.actor, one.actor.qid)],
        [one for one in every if wanted in one.former],
        [one for one in every if now == one.actor.actor or now in one.former],
        [one for one in every if one.actor.name.casefold() == low],
        [one for one in every if low in map(str.casefold, one.actor.aliases)],
        [one for one in every if len(wanted) >= _DIGITS and one.actor.actor.startswith(wanted)],
    )
    return next((found for found in sorts if found), [])


_DIGITS = 4
"""Fewer digits may be part of a name."""
