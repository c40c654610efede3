"""One text and the articles that carry it: the origin, and each copy laid beside it word by word."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from saksi.desk.kin import kinship
from saksi.desk.printing import printed
from saksi.desk.verdicts import verdicts_on
from saksi.ledger.protocol import Ledger


def family(request: Request) -> Response:
    """`/family/{article}`: the family of any of its articles; the id may be shortened. Raises NotInLedger."""
    ledger: Ledger = request.app.state.ledger
    kin = kinship(ledger, request.path_params["article"], texts=True)
    return printed(request, "family.html", kin=kin, judged=verdicts_on(request, kin.family.judgements))
