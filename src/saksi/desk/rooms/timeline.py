"""What statements and events speak of by its time, as a drawing and a table, and the page of one day, month or year."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from saksi.desk import timeline as laid_out
from saksi.desk.addresses import time_address, timeline_address
from saksi.desk.asking import filter_value, pages, tidied
from saksi.desk.forms import Row, formed
from saksi.desk.printing import drawing, printed
from saksi.desk.rooms.search import UNSEARCHABLE
from saksi.desk.surveying import is_day, searched, survey_at, wanted_by
from saksi.desk.wording import SEARCHED
from saksi.ledger.survey import Bar, Scale, Series
from saksi.limits import DESK_LISTED


def timeline(request: Request) -> Response:
    """`/timeline` under the filters of the search, `from` and `to` (a day, month or year that is spoken of) and `scale`."""
    if (tidy := tidied(request)) is not None:
        return tidy
    query, span, found = _asked(request)
    return printed(
        request,
        "timeline.html",
        series=found,
        drawing=laid_out.drawn(found),
        layout=laid_out,
        columns=laid_out.columns(found.bars),
        query=query,
        span=span,
        scales=get_args(Scale),
        without={name: timeline_address(**{**query, **span, name: None}) for name in SEARCHED},
        to_time=lambda at, lane=None: time_address(at, lane=lane, **query),
    )


def timeline_form(request: Request) -> Response:
    """`/timeline.json` and `/timeline.csv`, a row for each bar, and `/timeline.svg`, under the same filters. Raises 404 for other forms."""
    query, _, found = _asked(request)
    form = request.path_params["form"]
    if form == "svg":
        base = str(request.base_url).rstrip("/")
        parts = {"series": found, "drawing": laid_out.drawn(found), "layout": laid_out}
        return drawing(request, "timeline.svg", **parts, to_time=lambda at, lane=None: base + time_address(at, lane=lane, **query))
    if form not in ("json", "csv"):
        raise HTTPException(404)
    rows = [_row(bar, query) for bar in found.bars]
    return formed(request, "timeline", rows, pages(1, len(rows)), scale=found.scale, left_out=found.left_out)


def spoken_time(request: Request) -> Response:
    """`/timeline/{at}` under the filters of the search, and `lane` (a stance): the newest that speak of it. Raises 404 for no time."""
    at, query, lane = request.path_params["at"], searched(request), filter_value(request, "lane")
    if not is_day(at):
        raise HTTPException(404)
    if lane is not None and lane not in laid_out.LANES:
        raise HTTPException(400, UNSEARCHABLE)
    return printed(
        request,
        "time.html",
        at=at,
        lane=lane,
        lanes=laid_out.LANES,
        behind=survey_at(request).at_time(at, wanted_by(query), lane=lane, limit=DESK_LISTED),
        query=query,
        without={name: time_address(at, **{**query, "lane": lane, name: None}) for name in SEARCHED},
        to_lane=lambda lane: time_address(at, lane=lane, **query),
        back_to=timeline_address(**query),
    )


def _asked(request: Request) -> tuple[dict[str, str | None], dict[str, str | None], Series]:
    """The filters, the range that is spoken of with its scale, and what fits. Raises HTTPException 400."""
    query = searched(request)
    span = {name: filter_value(request, name) for name in ("from", "to", "scale")}
    if not all(is_day(value) for value in (span["from"], span["to"]) if value is not None):
        raise HTTPException(400, UNSEARCHABLE)
    try:
        scale = msgspec.convert(span["scale"], Scale | None)
    except msgspec.ValidationError as error:
        raise HTTPException(400, UNSEARCHABLE) from error
    found = survey_at(request).series(wanted_by(query), since=span["from"], until=span["to"], scale=scale, by_category=False)
    return query, span, found


def _row(bar: Bar, query: Mapping[str, str | None]) -> Row:
    more: dict[str, str | int | None] = {"stance": bar.lane, "statements": bar.statements, "events": bar.events}
    return Row(id=f"{bar.at}-{bar.lane}", address=time_address(bar.at, lane=bar.lane, **query), title=bar.at, moment=None, more=more)
