"""Who speaks about whom and who acts on whom, as a table and a drawing, and the page of what stands behind one tie."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from saksi.desk import network as laid_out
from saksi.desk.addresses import actor_address, network_address, search_address, tie_address
from saksi.desk.asking import filter_value, pages, tidied
from saksi.desk.forms import Row, formed
from saksi.desk.printing import drawing, printed
from saksi.desk.surveying import searched, survey_at, wanted_by
from saksi.desk.wording import QUADS, SEARCHED
from saksi.errors import NotInLedger
from saksi.ledger.bearings import NAME_ONLY
from saksi.ledger.survey import Network, Tie
from saksi.limits import DESK_LISTED


def network(request: Request) -> Response:
    """`/network` under the filters of the search; `around` is the key of one whose ties, and theirs among each other, are asked for."""
    if (tidy := tidied(request)) is not None:
        return tidy
    query, around, found = _asked(request)
    return printed(
        request,
        "network.html",
        network=found,
        drawing=laid_out.drawn(found, around),
        layout=laid_out,
        quads=QUADS,
        around=around,
        query=query,
        without={name: network_address(around=around, **{**query, name: None}) for name in SEARCHED},
        home=network_address(around=around),
        all_ties=network_address(**query),
        to_end=lambda key: network_address(around=key, **query),
        to_tie=lambda tie: tie_address(tie.source, tie.target, **query),
        to_actor=_to_actor(found, around),
    )


def network_form(request: Request) -> Response:
    """`/network.json` and `/network.csv`, a row for each tie, and `/network.svg`, under the same filters. Raises 404 for other forms."""
    query, around, found = _asked(request)
    form = request.path_params["form"]
    if form == "svg":
        base = str(request.base_url).rstrip("/")
        parts = {"network": found, "drawing": laid_out.drawn(found, around), "layout": laid_out}
        return drawing(request, "network.svg", **parts, to_tie=lambda tie: base + tie_address(tie.source, tie.target, **query))
    if form not in ("json", "csv"):
        raise HTTPException(404)
    rows = [_row(tie, found, query) for tie in found.ties]
    return formed(request, "network", rows, pages(1, len(rows)), ties=found.total)


def tie(request: Request) -> Response:
    """`/network/{one}/{other}` under the filters of the search: the newest in which either speaks about or acts on the other.

    Raises NotInLedger where there is no such thing.
    """
    one, other, query = request.path_params["one"], request.path_params["other"], searched(request)
    survey, wanted = survey_at(request), wanted_by(query)
    named = survey.names((one, other))
    if len(named) < 2:
        raise NotInLedger(f"no tie between {one!r} and {other!r}")
    return printed(
        request,
        "tie.html",
        ends=[(key, named[key][0]) for key in (one, other)],
        behind=survey.between(one, other, wanted, limit=DESK_LISTED),
        query=query,
        without={name: tie_address(one, other, **{**query, name: None}) for name in SEARCHED},
        home=tie_address(one, other),
        to_end=lambda key: network_address(around=key, **query),
    )


def _asked(request: Request) -> tuple[dict[str, str | None], str | None, Network]:
    query, around = searched(request), filter_value(request, "around")
    return query, around, survey_at(request).network(wanted_by(query), around=around)


def _to_actor(found: Network, around: str | None) -> str | None:
    """The page of the one that a network is about; who is known by name only may be several, and is searched for."""
    if around not in found.named:
        return None
    return search_address(actor=found.named[around][0]) if around.startswith(NAME_ONLY) else actor_address(around)


def _row(tie: Tie, found: Network, query: Mapping[str, str | None]) -> Row:
    source, target = found.named[tie.source][0], found.named[tie.target][0]
    more: dict[str, str | int | None] = {"source": source, "target": target, "source_key": tie.source, "target_key": tie.target}
    more |= {"spoken": tie.spoken.statements, "spoken_denied": tie.spoken.denied, "spoken_unsure": tie.spoken.unsure}
    more |= {quad.replace(" ", "_"): tie.acted.get(quad, 0) for quad in QUADS}
    address = tie_address(tie.source, tie.target, **query)
    return Row(id=f"{tie.source}-{tie.target}", address=address, title=f"{source} → {target}", moment=None, more=more)
