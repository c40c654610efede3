"""What others show of the desk: one claim in a frame of their page, and the cards beside links to claims, articles and stories."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from saksi.desk.drawing import drawn
from saksi.desk.finding import claim_found
from saksi.desk.headers import FRAMED_HEADERS
from saksi.desk.lines import Desk, Line, first_of
from saksi.desk.printing import printed
from saksi.desk.rooms.story import told_in
from saksi.desk.sharing import Shared, shared_article, shared_claim, shared_story
from saksi.ledger.protocol import Ledger
from saksi.limits import EMBED_LINES


def claim_embed(request: Request) -> Response:
    """`/claim/{claim}/embed`: the claim with its first lines, for the frame of any page; it has links only. Raises NotInLedger."""
    joined = claim_found(request, request.path_params["claim"])
    lines = Desk(request.app.state.ledger).lines(joined)
    shared = shared_claim(request, joined.claim, first_of(lines))
    answer = printed(request, "embed.html", claim=joined.claim, first=first_of(lines), lines=_heard(lines), total=len(lines), shared=shared)
    answer.headers.update(FRAMED_HEADERS)
    return answer


def claim_card(request: Request) -> Response:
    """`/claim/{claim}.png`. Raises NotInLedger."""
    joined = claim_found(request, request.path_params["claim"])
    return _picture(shared_claim(request, joined.claim, first_of(Desk(request.app.state.ledger).lines(joined))))


def article_card(request: Request) -> Response:
    """`/article/{article}.png`. Raises NotInLedger."""
    ledger: Ledger = request.app.state.ledger
    return _picture(shared_article(request, ledger.reading(request.path_params["article"])))


def story_card(request: Request) -> Response:
    """`/story/{article}.png`. Raises NotInLedger."""
    desk = Desk(request.app.state.ledger)
    ids = told_in(request, desk)
    return _picture(shared_story(request, desk.reading(ids[0]).article, len(ids)))


def _heard(lines: list[Line]) -> list[Line]:
    """The lines that a frame has room for, oldest first, and of each side one at least: no denial falls out because it came late."""
    firsts = {line.side: line for line in reversed(lines)}.values()
    others = [line for line in lines if not any(line is first for first in firsts)]
    kept = [*firsts, *others][:EMBED_LINES]
    return [line for line in lines if any(line is one for one in kept)]


def _picture(shared: Shared) -> Response:
    return Response(
        drawn(shared), media_type="image/png", headers={"Vary": "Cookie, Accept-Language", "Cache-Control": "private, no-cache"}
    )
