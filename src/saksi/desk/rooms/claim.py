"""One claim: the statement from which it has its id, with the talk about it."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from saksi.desk.cards import Card, cards
from saksi.desk.printing import printed
from saksi.desk.talk import talk_of
from saksi.ledger.discussion import Thing, statement_of_claim
from saksi.ledger.protocol import Ledger
from saksi.records import Article


def claim(request: Request) -> Response:
    """`/claim/{claim}`, by its whole id. Raises 404."""
    wanted = request.path_params["claim"]
    found = cited(request.app.state.ledger, wanted)
    if found is None:
        raise HTTPException(404)
    article, card = found
    talk = talk_of(request, Thing(kind="claim", id=wanted))
    return printed(request, "claim.html", article=article, card=card, talk=talk)


def cited(ledger: Ledger, claim: str) -> tuple[Article, Card] | None:
    """The article and the statement from which a claim has its id, None where there is none."""
    found = statement_of_claim(ledger, claim)
    if found is None:
        return None
    reading = ledger.reading(found[0])
    return next(((reading.article, card) for card in cards(reading) if card.id == found[1]), None)
