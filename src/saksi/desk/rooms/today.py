"""What is new: claims, denials and conflicts of the last days that the ledger knows, and the alerts of its watches."""

from __future__ import annotations

from datetime import date, timedelta

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from saksi.desk.asking import filter_value, tidied
from saksi.desk.clashing import facing
from saksi.desk.lines import Desk
from saksi.desk.present import Present
from saksi.desk.printing import printed
from saksi.desk.wording import message
from saksi.ledger.protocol import Ledger
from saksi.ledger.watching import watching_of
from saksi.limits import DESK_LISTED, DESK_NEW_DAYS

DAYS = (1, 7, 30)
NO_DAYS = message("What is new is shown for a number of days, as ?days=7.")
_DAY = len("2026-01-31")


def today(request: Request) -> Response:
    """`/today?days=`: the days that end with the newest article, for a ledger need not be of today."""
    if (tidy := tidied(request)) is not None:
        return tidy
    days = _days(request)
    ledger: Ledger = request.app.state.ledger
    present: Present = request.app.state.keeper.present()
    newest = next(filter(_is_day, (seen[:_DAY] for seen in present.last_seen())), "")
    since = (date.fromisoformat(newest) - timedelta(days=days - 1)).isoformat() if newest else ""
    desk = Desk(ledger)
    claims, claims_total = present.claims_since(since, limit=DESK_LISTED)
    denials = [
        (joined.claim, desk.line(member, "denied"))
        for joined in present.denied_in(since)
        for member in joined.members
        if member.setting.moment[:_DAY] >= since and joined.side(member) == "denied" and joined.claim.last_seen
    ]
    recent = [clash for clash in present.conflicts if _moment(desk, clash.b.article) >= since]
    held = watching_of(ledger)
    watches = [(watch, *held.alerts(watch.id, limit=3)) for watch in held.watches()] if held is not None else []
    return printed(
        request,
        "today.html",
        since=since,
        newest=newest,
        days=days,
        choices=DAYS,
        claims=claims,
        claims_total=claims_total,
        denials=denials[:DESK_LISTED],
        denials_total=len(denials),
        conflicts=[facing(clash, desk) for clash in recent[:DESK_LISTED]],
        conflicts_total=len(recent),
        watches=[(watch, alerts) for watch, alerts, total in watches if total],
    )


def _days(request: Request) -> int:
    asked = filter_value(request, "days") or "7"
    if not (asked.isascii() and asked.isdigit() and 1 <= int(asked[:4]) <= DESK_NEW_DAYS and len(asked) <= 3):
        raise HTTPException(400, NO_DAYS)
    return int(asked)


def _moment(desk: Desk, article: str) -> str:
    found = desk.reading(article).article
    return found.published or found.fetched or ""


def _is_day(text: str) -> bool:
    """Whether this is a day of the calendar; pages also say "yesterday" or nothing."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
