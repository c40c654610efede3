"""The watches, the alerts of one, and the same as an Atom feed."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from saksi.desk.addresses import article_address, watch_address
from saksi.desk.asking import page_number, pages
from saksi.desk.atom import atom
from saksi.desk.forms import Row, formed
from saksi.desk.people import person_of
from saksi.desk.printing import printed
from saksi.errors import NotFollowed
from saksi.ledger.discussion import Discussion
from saksi.ledger.members import members_of
from saksi.ledger.protocol import Ledger
from saksi.ledger.watching import Watching, watching_of
from saksi.limits import ATOM_ALERTS, PAGE_ROWS
from saksi.records import Alert, Watch
from saksi.records.ids import content_id


def watches(request: Request) -> Response:
    """`/watch`: every watch with its condition and the count of its alerts."""
    ledger: Ledger = request.app.state.ledger
    held = watching_of(ledger)
    rows = [(each, held.alerts(each.id, limit=0)[1]) for each in held.watches()] if held is not None else []
    return printed(request, "watches.html", rows=rows)


def watches_form(request: Request) -> Response:
    """`/watch.json`, `.csv`, `.atom`: the watches, each with what it asks for."""
    held = watching_of(request.app.state.ledger)
    every = held.watches() if held is not None else []
    number = page_number(request)
    shown = every[(number - 1) * PAGE_ROWS : number * PAGE_ROWS]
    rows = [_watch_row(each, held.alerts(each.id, limit=0)[1]) for each in shown] if held is not None else []
    return formed(request, "watches", rows, pages(number, len(every)))


def watch_form(request: Request) -> Response:
    """`/watch/{watch}.json`, `.csv`: the alerts of one watch, the newest first; as Atom it is `watch_atom`. Raises NotFollowed."""
    held = _held(request)
    found = held.watch(request.path_params["watch"])
    number = page_number(request)
    alerts, total = held.alerts(found.id, offset=(number - 1) * PAGE_ROWS, limit=PAGE_ROWS)
    return formed(request, "alerts", [_alert_row(alert) for alert in alerts], pages(number, total))


def watch(request: Request) -> Response:
    """`/watch/{watch}?page=`: the alerts of one watch, by its id or name. Raises NotFollowed."""
    held = _held(request)
    found = held.watch(request.path_params["watch"])
    number = page_number(request)
    alerts, total = held.alerts(found.id, offset=(number - 1) * PAGE_ROWS, limit=PAGE_ROWS)
    return printed(
        request,
        "watch.html",
        watch=found,
        kept=_kept(request, found.id),
        alerts=alerts,
        pages=pages(number, total),
        list_page=lambda page: watch_address(found.id, page),
    )


def watch_atom(request: Request) -> Response:
    """`/watch/{watch}.atom`. Raises NotFollowed."""
    held = _held(request)
    found = held.watch(request.path_params["watch"])
    alerts, _ = held.alerts(found.id, limit=ATOM_ALERTS)
    base = str(request.base_url).rstrip("/")
    places = [base + article_address(alert.article, alert.statement or None) for alert in alerts]
    body = atom(found, alerts, places, page=base + watch_address(found.id))
    return Response(body, media_type="application/atom+xml", headers={"Cache-Control": "private, no-cache"})


def _watch_row(watch: Watch, alerts: int) -> Row:
    named = {name: "; ".join(getattr(watch, name)) or None for name in ("actors", "speakers", "about", "places", "outlets", "words")}
    more = {**named, "stance": watch.stance, "news": watch.news, "alerts": alerts}
    return Row(id=watch.id, address=watch_address(watch.id), title=watch.name, moment=watch.added, more=more)


def _alert_row(alert: Alert) -> Row:
    return Row(
        id=content_id("alert", alert.watch, alert.article, alert.statement),
        address=article_address(alert.article, alert.statement or None),
        title=" … ".join(alert.quotes),
        moment=alert.raised,
        more={
            "speaker": alert.speaker,
            "stance": alert.stance,
            "news": alert.news,
            "headline": alert.title,
            "outlet": alert.outlet,
            "published": alert.published,
            "uri": alert.uri,
            "before": alert.before.quote if alert.before is not None else None,
        },
    )


def _kept(request: Request, watch: str) -> bool | None:
    """Whether the watch is on the list of who asks; None for a visitor, who has none."""
    person, members = person_of(request), members_of(request.app.state.ledger)
    return None if person.id is None or members is None else watch in Discussion(members).watchlist(person.id)


def _held(request: Request) -> Watching:
    ledger: Ledger = request.app.state.ledger
    held = watching_of(ledger)
    if held is None:
        raise NotFollowed("this kind of ledger keeps no watches")
    return held
