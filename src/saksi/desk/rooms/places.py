"""The places that statements and events are about, as a table, and the page of one place."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from saksi.desk.addresses import place_address, places_address
from saksi.desk.asking import pages, tidied
from saksi.desk.forms import Row, formed
from saksi.desk.printing import printed
from saksi.desk.surveying import searched, survey_at, wanted_by
from saksi.desk.wording import SEARCHED
from saksi.ledger.survey import PlaceCount, PlacesPage
from saksi.limits import DESK_LISTED

NEAR_DEGREES = 2.0
"""How far to each side other places count as near: some two hundred kilometres."""


def places(request: Request) -> Response:
    """`/places` under the filters of the search."""
    if (tidy := tidied(request)) is not None:
        return tidy
    query, found = places_asked(request)
    return printed(
        request,
        "places.html",
        rows=found.rows,
        total=found.total,
        query=query,
        without={name: places_address(**{**query, name: None}) for name in SEARCHED},
        to_place=lambda place: place_address(place, **query),
    )


def places_form(request: Request) -> Response:
    """`/places.json`, `/places.csv`, `/places.atom` under the same filters."""
    query, found = places_asked(request)
    rows = [place_row(place, query) for place in found.rows]
    return formed(request, "places", rows, pages(1, len(rows)))


def place(request: Request) -> Response:
    """`/place/{place}` under the filters of the search. Raises NotInLedger."""
    survey, query = survey_at(request), searched(request)
    wanted = wanted_by(query)
    found = survey.place(request.path_params["place"], wanted)
    return printed(
        request,
        "place.html",
        place=found,
        behind=survey.at_place(found.place, wanted, limit=DESK_LISTED),
        months=survey.published(found.place, wanted),
        near=survey.near(found, NEAR_DEGREES),
        query=query,
        without={name: place_address(found.place, **{**query, name: None}) for name in SEARCHED},
        here=place_address(found.place),
    )


def places_asked(request: Request) -> tuple[dict[str, str | None], PlacesPage]:
    """The filters of the address, and the places under them. Raises HTTPException 400 for filters that cannot be."""
    query = searched(request)
    return query, survey_at(request).places(wanted_by(query))


def place_row(place: PlaceCount, query: Mapping[str, str | None]) -> Row:
    """A place with its point and counts, for programs; its address keeps the filters."""
    more: dict[str, str | int | None] = {"country": place.country, "lat": str(place.lat), "lon": str(place.lon), "land": int(place.land)}
    more |= msgspec.structs.asdict(place.counts)
    return Row(id=place.place, address=place_address(place.place, **query), title=place.name, moment=None, more=more)
