"""Puts the rooms of the desk together: routes, headers, errors."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from http import HTTPStatus
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from saksi.desk.doors import guarded
from saksi.desk.headers import SAFE_HEADERS, SafeHeaders
from saksi.desk.interface import LANGUAGES
from saksi.desk.lights import lights
from saksi.desk.present import Keeper
from saksi.desk.printing import printed
from saksi.desk.rooms.account import account
from saksi.desk.rooms.actor import actor
from saksi.desk.rooms.actors import actors, actors_form
from saksi.desk.rooms.article import article
from saksi.desk.rooms.articles import articles, articles_form
from saksi.desk.rooms.claim import claim, claim_form
from saksi.desk.rooms.claims import claims, claims_form
from saksi.desk.rooms.collections import collection, collections
from saksi.desk.rooms.conflicts import conflicts, conflicts_form
from saksi.desk.rooms.entity import entity
from saksi.desk.rooms.family import family, family_form
from saksi.desk.rooms.following import following, following_form
from saksi.desk.rooms.in_tray import errand, put_in
from saksi.desk.rooms.judging import judge, judge_family, judgements, withdraw
from saksi.desk.rooms.login import join, login, logout
from saksi.desk.rooms.map import map_form, map_room
from saksi.desk.rooms.members import members
from saksi.desk.rooms.mending import judge_actor, missed
from saksi.desk.rooms.network import network, network_form, tie
from saksi.desk.rooms.outlet import outlet, outlet_form
from saksi.desk.rooms.places import place, places, places_form
from saksi.desk.rooms.search import search, search_form
from saksi.desk.rooms.sharing import article_card, claim_card, claim_embed, story_card
from saksi.desk.rooms.statements import statements, statements_form
from saksi.desk.rooms.story import story, story_form
from saksi.desk.rooms.talking import comment, comments_atom, gather, moderate, note, watchlist
from saksi.desk.rooms.timeline import spoken_time, timeline, timeline_form
from saksi.desk.rooms.today import today
from saksi.desk.rooms.watch import watch, watch_atom, watch_form, watches, watches_form
from saksi.desk.tries import Tries
from saksi.desk.wording import REFUSALS, message
from saksi.errors import JudgementRefused, MemberRefused, NotFollowed, NotInLedger, SaksiError
from saksi.intake import Fetch
from saksi.ledger.protocol import Ledger
from saksi.limits import DESK_LIT_STATEMENTS
from saksi.runs.tray import Tray

STATIC_FOLDER = Path(__file__).parent / "static"
NOT_HERE = message("There is nothing at this address.")
NO_ARTICLE = message("The ledger holds nothing with this id, or several things whose ids begin like this.")
NOT_FOLLOWED = message("No feed and no watch of this name is known here.")
LEDGER_FAILED = message("The ledger could not be read.")
NOT_JUDGED = message("This cannot be judged: names and words must stand in the article as you write them, and two things be two.")
DESK_FAILED = message("Something went wrong at the desk; the program's log says what.")
PLAIN_REASONS = {404: NOT_HERE, 405: message("This desk is for reading; it takes nothing in.")}
"""Our words where Starlette raised with nothing but the standard phrase."""

_PHRASES = frozenset(status.phrase for status in HTTPStatus)
_log = logging.getLogger(__name__)


def create_app(
    ledger: Ledger,
    *,
    interface_language: str | None = None,
    hosts: Sequence[str] = ("*",),
    on_this_machine: bool = False,
    fetch: Fetch | None = None,
) -> Starlette:
    """The desk over an open ledger, as an ASGI application that closes nothing.

    `interface_language` ("id" or "en") is spoken to who chose none; without it the browser's wish counts. `hosts` are
    the names under which the desk answers: give them where it listens on this machine only, so that no foreign page
    can reach it under a name of its own. `on_this_machine` says that it listens there only: while the ledger has no
    members, whoever comes is then its owner. `fetch` asks for addresses that members give, by default the guarded Fetcher.
    What is being read for them is waited for by `app.state.tray.close()`. Raises ValueError for an interface language that there is not.
    """
    if interface_language is not None and interface_language not in LANGUAGES:
        raise ValueError(f"the desk speaks {' and '.join(LANGUAGES)}, not {interface_language!r}")
    app = Starlette(
        routes=[guarded(route) for route in _routes()],
        middleware=[Middleware(SafeHeaders), Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False)],
        exception_handlers={
            HTTPException: refused,
            NotInLedger: no_article,
            NotFollowed: not_followed,
            MemberRefused: member_refused,
            JudgementRefused: judgement_refused,
            SaksiError: ledger_failed,
            500: desk_failed,
        },
    )
    app.state.ledger = ledger
    app.state.keeper = Keeper(ledger)
    app.state.interface_language = interface_language
    app.state.on_this_machine = on_this_machine
    app.state.tries = Tries()
    app.state.tray = Tray(ledger, fetch=fetch)
    return app


def _routes() -> list[BaseRoute]:
    """Every address of the desk; who may enter is listed in `doors.NEEDS`."""
    static = Mount("/static", StaticFiles(directory=STATIC_FOLDER), name="static")
    return [*_one_text(), *_all_texts(), *_what_comes_in(), *_members_work(), static]


def _one_text() -> list[BaseRoute]:
    """Articles, their families, statements, and what is found in them."""
    return [
        Route("/", articles, name="articles"),
        Route("/articles.{form}", articles_form, name="articles_form"),
        Route("/article/{article:path}/entity/{entity}", entity, name="entity"),
        Route("/article/{article:path}.png", article_card, name="article_card"),
        Route("/article/{article:path}", article, name="article"),
        Route("/family/{article:path}.{form:form}", family_form, name="family_form"),
        Route("/family/{article:path}", family, name="family"),
        Route("/lights/{count:int}.css", light_sheet, name="lights"),
        Route("/statements", statements, name="statements"),
        Route("/statements.{form}", statements_form, name="statements_form"),
        Route("/search", search, name="search"),
        Route("/search.{form}", search_form, name="search_form"),
    ]


def _all_texts() -> list[BaseRoute]:
    """What all texts together say, drawn too."""
    return [
        Route("/claims", claims, name="claims"),
        Route("/claims.{form}", claims_form, name="claims_form"),
        Route("/claim/{claim}/embed", claim_embed, name="claim_embed"),
        Route("/claim/{claim}.png", claim_card, name="claim_card"),
        Route("/claim/{claim}.{form}", claim_form, name="claim_form"),
        Route("/claim/{claim}", claim, name="claim"),
        Route("/conflicts", conflicts, name="conflicts"),
        Route("/conflicts.{form}", conflicts_form, name="conflicts_form"),
        Route("/today", today, name="today"),
        Route("/story/{article:path}.png", story_card, name="story_card"),
        Route("/story/{article:path}.{form:form}", story_form, name="story_form"),
        Route("/story/{article:path}", story, name="story"),
        Route("/actors", actors, name="actors"),
        Route("/actors.{form}", actors_form, name="actors_form"),
        Route("/actor/{actor}", actor, name="actor"),
        Route("/places", places, name="places"),
        Route("/places.{form}", places_form, name="places_form"),
        Route("/map", map_room, name="map"),
        Route("/map.{form}", map_form, name="map_form"),
        Route("/place/{place}", place, name="place"),
        Route("/timeline", timeline, name="timeline"),
        Route("/timeline.{form}", timeline_form, name="timeline_form"),
        Route("/timeline/{at}", spoken_time, name="spoken_time"),
        Route("/network", network, name="network"),
        Route("/network.{form}", network_form, name="network_form"),
        Route("/network/{one}/{other}", tie, name="tie"),
        Route("/outlet", outlet, name="outlet"),
        Route("/outlet.{form}", outlet_form, name="outlet_form"),
    ]


def _what_comes_in() -> list[BaseRoute]:
    """What is followed and watched."""
    return [
        Route("/following.{form}", following_form, name="following_form"),
        Route("/following", following, name="following"),
        Route("/watch.{form}", watches_form, name="watches_form"),
        Route("/watch", watches, name="watches"),
        Route("/watch/{watch}.atom", watch_atom, name="watch_atom"),
        Route("/watch/{watch}.{form:form}", watch_form, name="watch_form"),
        Route("/watch/{watch}", watch, name="watch"),
    ]


def _members_work() -> list[BaseRoute]:
    """Coming in, and what members do: talk, gather, judge, have texts read, manage."""
    return [
        Route("/login", login, name="login", methods=["GET", "POST"]),
        Route("/logout", logout, name="logout", methods=["POST"]),
        Route("/join", join, name="join", methods=["GET", "POST"]),
        Route("/comments.atom", comments_atom, name="comments_atom"),
        Route("/comment", comment, name="comment", methods=["POST"]),
        Route("/moderate", moderate, name="moderate", methods=["POST"]),
        Route("/note", note, name="note", methods=["POST"]),
        Route("/gather", gather, name="gather", methods=["POST"]),
        Route("/watchlist", watchlist, name="watchlist", methods=["POST"]),
        Route("/collections", collections, name="collections", methods=["GET", "POST"]),
        Route("/collections/{collection}", collection, name="collection", methods=["GET", "POST"]),
        Route("/judge/{statement}", judge, name="judge", methods=["GET", "POST"]),
        Route("/judge-family", judge_family, name="judge_family", methods=["POST"]),
        Route("/judge-actor", judge_actor, name="judge_actor", methods=["POST"]),
        Route("/missed/{article:path}", missed, name="missed", methods=["GET", "POST"]),
        Route("/withdraw", withdraw, name="withdraw", methods=["POST"]),
        Route("/judgements", judgements, name="judgements"),
        Route("/read", put_in, name="put_in", methods=["GET", "POST"]),
        Route("/read/{errand}", errand, name="errand", methods=["GET", "POST"]),
        Route("/account", account, name="account", methods=["GET", "POST"]),
        Route("/members", members, name="members", methods=["GET", "POST"]),
    ]


def light_sheet(request: Request) -> Response:
    """`/lights/{count}.css`: the style sheet that lights up the statements of an article that has `count` of them."""
    count = request.path_params["count"]
    if count > DESK_LIT_STATEMENTS:
        raise HTTPException(404)
    return Response(lights(count), media_type="text/css", headers={"Cache-Control": "no-cache"})


def refused(request: Request, error: Exception) -> Response:
    """A page for an address that leads nowhere or asks for what cannot be."""
    if not isinstance(error, HTTPException):
        raise error
    reason = PLAIN_REASONS.get(error.status_code, error.detail) if error.detail in _PHRASES else error.detail
    answer = _error_page(request, error.status_code, reason)
    answer.headers.update(error.headers or {})
    return answer


def no_article(request: Request, error: Exception) -> Response:
    return _error_page(request, 404, NO_ARTICLE)


def not_followed(request: Request, error: Exception) -> Response:
    return _error_page(request, 404, NOT_FOLLOWED)


def member_refused(request: Request, error: Exception) -> Response:
    code = error.code if isinstance(error, MemberRefused) else ""
    return _error_page(request, 404 if code == "gone" else 409, REFUSALS[code])


def judgement_refused(request: Request, error: Exception) -> Response:
    return _error_page(request, 409, NOT_JUDGED)


def ledger_failed(request: Request, error: Exception) -> Response:
    _log.error("%s", error)
    return _error_page(request, 503, LEDGER_FAILED)


def desk_failed(request: Request, error: Exception) -> Response:
    """The last resort, whose error the server logs. It is made outside of SafeHeaders, and so brings them itself."""
    answer = _error_page(request, 500, DESK_FAILED)
    answer.headers.update(SAFE_HEADERS)
    return answer


def _error_page(request: Request, status: int, reason: str) -> Response:
    return printed(request, "refused.html", status=status, code=status, reason=reason)
