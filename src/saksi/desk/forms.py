"""A list of the desk for programs: one page of it as JSON, as CSV or as an Atom feed."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from io import StringIO
from xml.etree import ElementTree

import msgspec
from starlette.convertors import Convertor, register_url_convertor
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from saksi.desk.asking import Pages
from saksi.desk.atom import ATOM, element

FORMS = ("json", "csv", "atom")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take for a formula at the start of a cell."""


class FormConvertor(Convertor[str]):
    """The end of an address that is one of FORMS, where what stands before it may have dots and slashes: `{article:path}.{form:form}`."""

    regex = "|".join(FORMS)

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("form", FormConvertor())


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One thing of a list: its id, its address in the desk, its words verbatim, when it was said (ISO or None), and `more` by column."""

    id: str
    address: str
    title: str
    moment: str | None
    more: Mapping[str, str | int | None] = {}


def formed(request: Request, name: str, rows: Sequence[Row], pages: Pages, **beside: str | int) -> Response:
    """The page of the list `name` in the form that the address ends with; JSON also says what stands `beside` it.

    Raises HTTPException 404 for another form.
    """
    base = str(request.base_url).rstrip("/")
    form = request.path_params["form"]
    if form == "json":
        listed = [_columns(row, base) for row in rows]
        body = msgspec.json.encode({name: listed, "total": pages.total, "page": pages.number, "pages": pages.count, **beside})
        return _answer(body, "application/json")
    if form == "csv":
        return _answer(_table(rows, base).encode(), "text/csv; charset=utf-8")
    if form == "atom":
        return _answer(_feed(name, rows, str(request.url).partition("?")[0], base), "application/atom+xml")
    raise HTTPException(404)


def _answer(body: bytes, kind: str) -> Response:
    return Response(body, media_type=kind, headers={"Cache-Control": "private, no-cache"})


def _columns(row: Row, base: str) -> dict[str, str | int | None]:
    return {"id": row.id, "address": base + row.address, "title": row.title, "moment": row.moment, **row.more}


def _table(rows: Sequence[Row], base: str) -> str:
    written = StringIO()
    listed = [_columns(row, base) for row in rows]
    table = csv.DictWriter(written, listed[0] if listed else ("id", "address", "title", "moment"))
    table.writeheader()
    table.writerows({name: _cell(value) for name, value in columns.items()} for columns in listed)
    return written.getvalue()


def _cell(value: str | int | None) -> str | int | None:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _feed(name: str, rows: Sequence[Row], here: str, base: str) -> bytes:
    ElementTree.register_namespace("", ATOM)
    root = element(None, "feed")
    element(root, "id", here)
    element(root, "title", f"Saksi: {name}")
    moments = [_stamp(row.moment) for row in rows]
    element(root, "updated", max(moments, default=_stamp(None)))
    element(element(root, "author"), "name", "Saksi")
    element(root, "link", rel="self", href=here)
    for row, moment in zip(rows, moments, strict=True):
        entry = element(root, "entry")
        element(entry, "id", f"urn:saksi:{name}:{row.id}")
        element(entry, "title", row.title)
        element(entry, "updated", moment)
        element(entry, "link", rel="alternate", type="text/html", href=base + row.address)
        element(entry, "content", "\n".join(f"{key}: {value}" for key, value in row.more.items() if value), type="text")
    text: str = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'.encode()


def _stamp(moment: str | None) -> str:
    """A moment as RFC 3339 wants it; the first of all where none is known."""
    try:
        found = datetime.fromisoformat(moment or "")
    except ValueError:
        found = datetime.fromtimestamp(0, UTC)
    return (found if found.tzinfo is not None else found.replace(tzinfo=UTC)).isoformat(timespec="seconds")
