"""An outlet: what it tells by itself, whose text it copies, and what it changes in it."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from saksi.desk.asking import filter_value
from saksi.desk.printing import printed
from saksi.desk.wording import EDITS
from saksi.ledger.protocol import ArticleRow, Ledger
from saksi.limits import DESK_DOSSIER_ARTICLES
from saksi.records import Article, Edit


def outlet(request: Request) -> Response:
    """`/outlet?name=`. Raises HTTPException 404 for an outlet of which the ledger has nothing."""
    ledger: Ledger = request.app.state.ledger
    name = filter_value(request, "name")
    found = ledger.articles(outlet=name, limit=DESK_DOSSIER_ARTICLES) if name is not None else None
    if found is None or not found.rows:
        raise HTTPException(404)
    own: list[ArticleRow] = []
    copies: list[tuple[ArticleRow, Article, list[tuple[str, int]]]] = []
    for row in found.rows:
        family = ledger.family(row.id)
        if family.origin == row.id:
            own.append(row)
        else:
            copies.append((row, ledger.reading(family.origin).article, _kinds(family.edits, row.id)))
    return printed(request, "outlet.html", name=name, own=own, copies=copies, total=found.total)


def _kinds(edits: tuple[Edit, ...], article: str) -> list[tuple[str, int]]:
    """What one copy changed, as (message of the kind, count)."""
    changed = [edit.kind for edit in edits if edit.article == article]
    return [(EDITS[kind], changed.count(kind)) for kind in EDITS if kind in changed]
