"""One text and the articles that carry it: the origin, and each copy laid beside it word by word."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from saksi.desk.addresses import article_address
from saksi.desk.asking import page_number, pages
from saksi.desk.forms import Row, formed
from saksi.desk.kin import Copy, kinship
from saksi.desk.printing import printed
from saksi.desk.verdicts import verdicts_on
from saksi.ledger.protocol import Ledger
from saksi.limits import PAGE_ROWS


def family(request: Request) -> Response:
    """`/family/{article}`: the family of any of its articles; the id may be shortened. Raises NotInLedger."""
    ledger: Ledger = request.app.state.ledger
    kin = kinship(ledger, request.path_params["article"], texts=True)
    return printed(request, "family.html", kin=kin, judged=verdicts_on(request, kin.family.judgements))


def family_form(request: Request) -> Response:
    """`/family/{article}.json`, `.csv`, `.atom`: the articles that its page lists, oldest first, by pages. Raises NotInLedger."""
    ledger: Ledger = request.app.state.ledger
    kin = kinship(ledger, request.path_params["article"])
    number = page_number(request)
    shown = kin.copies[(number - 1) * PAGE_ROWS : number * PAGE_ROWS]
    return formed(request, "copies", [_row(copy, kin.family.agency) for copy in shown], pages(number, len(kin.copies)))


def _row(copy: Copy, agency: str | None) -> Row:
    article = copy.article
    return Row(
        id=article.id,
        address=article_address(article.id),
        title=article.title or article.id,
        moment=article.published or article.fetched,
        more={
            "role": "origin" if copy.origin else "later" if copy.before is not None else "copy",
            "edits": copy.edits,
            "outlet": article.outlet,
            "agency": agency,
            "language": article.language,
            "uri": article.uri,
            "before": copy.before.id if copy.before is not None else None,
        },
    )
