"""What the rooms over counts share: the survey of the ledger, the filters of the search, and dates in an address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request

from saksi.desk.asking import filter_value
from saksi.desk.rooms.search import UNSEARCHABLE
from saksi.desk.wording import SEARCHED
from saksi.errors import LedgerError, NotInLedger
from saksi.ledger.protocol import SearchFilter
from saksi.ledger.search import checked
from saksi.ledger.survey import Survey, survey_of

_ISO = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


def survey_at(request: Request) -> Survey:
    """The survey of the desk's ledger. Raises NotInLedger where it counts nothing."""
    survey = survey_of(request.app.state.ledger)
    if survey is None:
        raise NotInLedger("this ledger counts no places, times and ties")
    return survey


def searched(request: Request) -> dict[str, str | None]:
    """The filters of the search in an address."""
    return {name: filter_value(request, name) for name in SEARCHED}


def wanted_by(query: Mapping[str, str | None]) -> SearchFilter:
    """The same as the ledger takes them. Raises HTTPException 400."""
    try:
        wanted = msgspec.convert(query, SearchFilter)
        checked(wanted)
    except (LedgerError, msgspec.ValidationError) as error:
        raise HTTPException(400, UNSEARCHABLE) from error
    return wanted


def is_day(text: str) -> bool:
    """Whether a text is a day, month or year as a timeline writes it: "2017-03-24", "2017-03" and "2017", but not "2017-3"."""
    try:
        return _ISO.fullmatch(text) is not None and bool(date.fromisoformat(f"{text}-01-01"[:10]))
    except ValueError:
        return False
