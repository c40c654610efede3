"""One claim: who asserts it, who denies it, who is unsure, how its figure moved, and where each of them says so."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from saksi.desk.addresses import article_address
from saksi.desk.asking import pages
from saksi.desk.finding import claim_found
from saksi.desk.forms import Row, formed
from saksi.desk.lines import Desk, Line, first_of
from saksi.desk.present import Present
from saksi.desk.printing import printed
from saksi.desk.series import series
from saksi.desk.sharing import embed_snippet, shared_claim
from saksi.desk.talk import talk_of
from saksi.desk.verdicts import verdicts_on
from saksi.ledger.discussion import Thing
from saksi.limits import PAGE_ROWS
from saksi.records import Place


def claim(request: Request) -> Response:
    """`/claim/{claim}`: by its id, that of a statement in it, the first digits, or an id of former times. Raises NotInLedger."""
    present: Present = request.app.state.keeper.present()
    joined = claim_found(request, request.path_params["claim"])
    desk = Desk(request.app.state.ledger)
    lines = desk.lines(joined)
    first = first_of(lines)
    shared = shared_claim(request, joined.claim, first)
    conflicts = [clash for clash in present.conflicts if _touches(clash.a, lines) and _touches(clash.b, lines)]
    return printed(
        request,
        "claim.html",
        claim=joined.claim,
        lines=lines,
        first=first,
        shared=shared,
        snippet=embed_snippet(request, joined.claim.claim, shared),
        series=series(joined),
        articles={line.article.id: line.article for line in lines},
        conflicts=conflicts,
        actor_of=lambda line, speaker: _actor(present, desk, line, speaker.entity),
        judged=verdicts_on(request, joined.claim.judgements),
        talk=talk_of(request, Thing(kind="claim", id=joined.claim.claim)),
    )


def claim_form(request: Request) -> Response:
    """`/claim/{claim}.json`, `.csv`, `.atom`: its statements, oldest first. Raises NotInLedger."""
    joined = claim_found(request, request.path_params["claim"])
    lines = Desk(request.app.state.ledger).lines(joined)
    rows = [line_row(line) for line in lines[:PAGE_ROWS]]
    return formed(request, "statements", rows, pages(1, len(rows)))


def line_row(line: Line) -> Row:
    """A statement as lists for programs have it."""
    return Row(
        id=line.statement.id,
        address=article_address(line.article.id, line.statement.id),
        title=" … ".join(line.quotes),
        moment=line.moment,
        more={
            "side": line.side,
            "speaker": line.who or None,
            "relay": ", ".join(line.relay) or None,
            "certainty": line.statement.certainty,
            "outlet": line.article.outlet,
            "headline": line.article.title,
            "uri": line.article.uri,
        },
    )


def _touches(place: Place, lines: list[Line]) -> bool:
    return any(
        line.article.id == place.article and any(place.start < span.end and span.start < place.end for span in line.statement.contents)
        for line in lines
    )


def _actor(present: Present, desk: Desk, line: Line, entity: str | None) -> str | None:
    """The id of the actor who speaks, None where nobody is known by name."""
    found = next((one for one in desk.reading(line.article.id).entities if one.id == entity), None)
    actor = present.actor_of(line.article.id, found) if found is not None else None
    return actor.actor if actor is not None else None
