"""The places that statements and events are about, on a map with the table beside it, and the map for programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from saksi.desk.addresses import map_address, place_address
from saksi.desk.asking import pages, tidied
from saksi.desk.atlas import atlas
from saksi.desk.forms import formed
from saksi.desk.printing import drawing, printed
from saksi.desk.rooms.places import place_row, places_asked
from saksi.desk.wording import SEARCHED
from saksi.ledger.survey import PlaceCount


def map_room(request: Request) -> Response:
    """`/map` under the filters of the search."""
    if (tidy := tidied(request)) is not None:
        return tidy
    query, found = places_asked(request)
    return printed(
        request,
        "map.html",
        rows=found.rows,
        total=found.total,
        atlas=atlas(found.rows),
        query=query,
        without={name: map_address(**{**query, name: None}) for name in SEARCHED},
        to_place=lambda place: place_address(place, **query),
    )


def map_form(request: Request) -> Response:
    """`/map.svg`, `/map.geojson`, `/map.csv` under the same filters. Raises HTTPException 404 for another form."""
    form = request.path_params["form"]
    if form not in ("svg", "geojson", "csv"):
        raise HTTPException(404)
    query, found = places_asked(request)
    base = str(request.base_url).rstrip("/")
    if form == "svg":
        return drawing(request, "drawing.html", atlas=atlas(found.rows), to_place=lambda place: base + place_address(place, **query))
    if form == "geojson":
        body = msgspec.json.encode(_features(found.rows, query, base))
        return Response(body, media_type="application/geo+json", headers={"Cache-Control": "private, no-cache"})
    return formed(request, "places", [place_row(place, query) for place in found.rows], pages(1, len(found.rows)))


def _features(places: Sequence[PlaceCount], query: Mapping[str, str | None], base: str) -> dict[str, Any]:
    """The places as RFC 7946 has them: a point each, the longitude first."""
    features = [
        {
            "type": "Feature",
            "id": place.place,
            "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
            "properties": {
                "name": place.name,
                "country": place.country,
                "land": place.land,
                **msgspec.structs.asdict(place.counts),
                "address": base + place_address(place.place, **query),
            },
        }
        for place in places
    ]
    return {"type": "FeatureCollection", "features": features}
