"""The dossier of an actor over all articles."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from saksi.desk.dossier import dossier
from saksi.desk.lines import Desk
from saksi.desk.present import Present
from saksi.desk.printing import printed
from saksi.limits import DESK_LISTED


def actor(request: Request) -> Response:
    """`/actor/{actor}`: by its id, its Wikidata id, or the first digits. Raises NotInLedger."""
    present: Present = request.app.state.keeper.present()
    found = present.actor(request.path_params["actor"])
    told = dossier(found, present, Desk(request.app.state.ledger))
    return printed(request, "actor.html", actor=found, dossier=told, most=DESK_LISTED)
