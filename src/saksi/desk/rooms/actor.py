"""The dossier of an actor over all articles."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from saksi.desk.dossier import dossier
from saksi.desk.finding import actor_found
from saksi.desk.lines import Desk
from saksi.desk.present import Present
from saksi.desk.printing import printed
from saksi.desk.verdicts import verdicts_on
from saksi.ledger.bearings import tie_key_of
from saksi.ledger.protocol import Ledger
from saksi.limits import DESK_LISTED


def actor(request: Request) -> Response:
    """`/actor/{actor}`: by its id, its Wikidata id, the first digits, or an id of former times. Raises NotInLedger."""
    present: Present = request.app.state.keeper.present()
    found = actor_found(request, request.path_params["actor"])
    told = dossier(found, present, Desk(request.app.state.ledger))
    ledger: Ledger = request.app.state.ledger
    return printed(
        request,
        "actor.html",
        actor=found,
        dossier=told,
        tie_key=tie_key_of(found),
        most=DESK_LISTED,
        named_in=[ledger.reading(article).article for article in found.articles[:DESK_LISTED]],
        judged=verdicts_on(request, found.judgements),
    )
