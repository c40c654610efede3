"""An outlet: what it tells by itself, whose text it copies, what it changes in it, and where it changed its own."""

from __future__ import annotations

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from saksi.desk.addresses import article_address
from saksi.desk.asking import filter_value, pages
from saksi.desk.forms import Row, formed
from saksi.desk.printing import printed
from saksi.desk.wording import EDITS
from saksi.ledger.protocol import ArticleRow, Ledger
from saksi.limits import DESK_DOSSIER_ARTICLES, PAGE_ROWS
from saksi.records import Article, Edit


class Carried(msgspec.Struct, frozen=True, kw_only=True):
    """An article of the outlet. `source` is the origin that it copies or, where `later`, the text at its address before; None for its own.

    `kinds` says what it changed in that, as (message of the kind, count).
    """

    row: ArticleRow
    source: Article | None = None
    later: bool = False
    kinds: tuple[tuple[str, int], ...] = ()


def outlet(request: Request) -> Response:
    """`/outlet?name=`. Raises HTTPException 404 for an outlet of which the ledger has nothing."""
    name, carried, total = _asked(request)
    return printed(
        request,
        "outlet.html",
        name=name,
        own=[one.row for one in carried if one.source is None],
        copies=[one for one in carried if one.source is not None and not one.later],
        changed=[one for one in carried if one.later],
        looked=len(carried),
        total=total,
    )


def outlet_form(request: Request) -> Response:
    """`/outlet.json`, `/outlet.csv`, `/outlet.atom` with the same `?name=`: its newest articles, and what each is."""
    _, carried, _ = _asked(request)
    rows = [_row(one) for one in carried[:PAGE_ROWS]]
    return formed(request, "articles", rows, pages(1, len(rows)))


def _asked(request: Request) -> tuple[str, list[Carried], int]:
    ledger: Ledger = request.app.state.ledger
    name = filter_value(request, "name")
    found = ledger.articles(outlet=name, limit=DESK_DOSSIER_ARTICLES) if name is not None else None
    if name is None or found is None or not found.rows:
        raise HTTPException(404)
    return name, [_carried(ledger, row) for row in found.rows], found.total


def _carried(ledger: Ledger, row: ArticleRow) -> Carried:
    family = ledger.family(row.id, compared=0)
    if family.origin == row.id:
        return Carried(row=row)
    family = ledger.family(row.id)
    before = next((version.version_of for version in family.versions if version.article == row.id), None)
    source = ledger.reading(before or family.origin).article
    return Carried(row=row, source=source, later=before is not None, kinds=_kinds(family.edits, row.id))


def _row(one: Carried) -> Row:
    source = one.source
    return Row(
        id=one.row.id,
        address=article_address(one.row.id),
        title=one.row.title or "",
        moment=one.row.published,
        more={
            "is": "own" if source is None else "later" if one.later else "copy",
            "source": source.id if source is not None else None,
            "source_outlet": source.outlet if source is not None else None,
            "edits": sum(count for _, count in one.kinds),
            "statements": one.row.statements,
        },
    )


def _kinds(edits: tuple[Edit, ...], article: str) -> tuple[tuple[str, int], ...]:
    """What one article changed, as (message of the kind, count)."""
    changed = [edit.kind for edit in edits if edit.article == article]
    return tuple((EDITS[kind], changed.count(kind)) for kind in EDITS if kind in changed)
