"""One article: its text with the statements marked, and the statements beside it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from saksi.desk.asking import filter_value
from saksi.desk.cards import speakers_by_frequency
from saksi.desk.kin import kinship
from saksi.desk.names import by_kind
from saksi.desk.printing import printed, visit
from saksi.desk.sharing import shared_article
from saksi.desk.spread import spread
from saksi.desk.talk import talk_of
from saksi.desk.values import values
from saksi.desk.verdicts import mended_by, verdicts_on
from saksi.ledger.discussion import Thing
from saksi.ledger.protocol import Ledger
from saksi.limits import DESK_LIT_STATEMENTS


def article(request: Request) -> Response:
    """`/article/{article}?statement=`; the id may be shortened. Raises NotInLedger."""
    ledger: Ledger = request.app.state.ledger
    reading = ledger.reading(request.path_params["article"])
    laid_out = spread(reading, visit(request))
    chosen = filter_value(request, "statement")
    return printed(
        request,
        "article.html",
        reading=reading,
        article=reading.article,
        shared=shared_article(request, reading),
        spread=laid_out,
        speakers=speakers_by_frequency(laid_out.cards),
        names=by_kind(laid_out.names),
        values=values(reading.mentions),
        kin=kinship(ledger, reading.article.id),
        lights=min(len(laid_out.cards), DESK_LIT_STATEMENTS),
        judged=verdicts_on(request, mended_by(request, reading.article.id)),
        talk=talk_of(request, Thing(kind="article", id=reading.article.id)),
        chosen=chosen,
        missing=chosen is not None and all(card.id != chosen for card in laid_out.cards),
    )
