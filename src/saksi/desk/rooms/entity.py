"""One entity of an article: what it is called, what it says, what is said of it, and every place where it is named."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from saksi.desk.cards import cards
from saksi.desk.names import contexts, names
from saksi.desk.printing import printed
from saksi.ledger.protocol import Ledger


def entity(request: Request) -> Response:
    """`/article/{article}/entity/{entity}`; the article's id may be shortened. Raises NotInLedger, or 404 for an entity it has not."""
    ledger: Ledger = request.app.state.ledger
    reading = ledger.reading(request.path_params["article"])
    wanted = request.path_params["entity"]
    found = next((one for one in names(reading, cards(reading)) if one.entity.id == wanted), None)
    if found is None:
        raise HTTPException(404)
    return printed(
        request,
        "entity.html",
        article=reading.article,
        found=found,
        entity=found.entity,
        actor=request.app.state.keeper.present().actor_of(reading.article.id, found.entity),
        contexts=list(contexts(reading.article.text, found)),
    )
