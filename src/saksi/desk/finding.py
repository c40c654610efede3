"""Finds a claim or an actor by any id that it has or had, so that an address once shared goes on leading there."""

from __future__ import annotations

from starlette.requests import Request

from saksi.desk.present import Present
from saksi.errors import NotInLedger
from saksi.joining.claims import Joined
from saksi.ledger.judging import judging_of
from saksi.records import JoinedActor
from saksi.runs.asked import claim_meant


def claim_found(request: Request, wanted: str) -> Joined:
    """A claim by its id, that of a statement in it, the first digits, or an id of former times. Raises NotInLedger."""
    present: Present = request.app.state.keeper.present()
    try:
        return present.claim(wanted)
    except NotInLedger:
        return claim_meant(wanted, present.claims, request.app.state.ledger)[0]


def actor_found(request: Request, wanted: str) -> JoinedActor:
    """An actor by its id, its Wikidata id, the first digits, or an id of former times. Raises NotInLedger."""
    present: Present = request.app.state.keeper.present()
    try:
        return present.actor(wanted)
    except NotInLedger:
        judging = judging_of(request.app.state.ledger)
        return present.actor(judging.now(wanted) if judging is not None and wanted else wanted)
