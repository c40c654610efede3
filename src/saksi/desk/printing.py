"""Prints a page: a template in the visitor's language, as an answer with its headers."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from saksi import __version__
from saksi.desk import addresses, wording
from saksi.desk.atom import xml_text
from saksi.desk.interface import COOKIE, LANGUAGES, Interface, chosen_language, interface
from saksi.desk.menu import menu_of
from saksi.desk.people import may, person_or_visitor
from saksi.desk.reasons import reason_in
from saksi.desk.verdicts import just_judged
from saksi.limits import (
    COMMENT_CHARS,
    DESK_QUERY_CHARS,
    JUDGEMENT_NOTE_CHARS,
    JUDGEMENT_QUOTE_CHARS,
    MEMBER_NAME_CHARS,
    NOTE_CHARS,
    PASTE_CHARS,
)
from saksi.records.plainly import plainly

COOKIE_SECONDS = 365 * 24 * 3600
"""How long a browser keeps the chosen language: a year, anew at each choice."""


def visit(request: Request) -> Interface:
    """The interface in the language of this request."""
    return interface(chosen_language(request, request.app.state.interface_language))


def printed(request: Request, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
    """The page that `template` makes of the context; keeps the language where the address chose one."""
    speaking = visit(request)
    page = _environment(speaking.language).get_template(template)
    person = person_or_visitor(request)
    html = page.render(
        interface=speaking,
        path=request.scope["path"],
        person=person,
        menu=menu_of(person),
        back=_back(request),
        just=just_judged(request) if status == 200 else None,
        judges=may(person, "judge"),
        other_language=_language_links(request),
        other_form=_form_links(request),
        version=__version__,
        **context,
    )
    headers = {"Vary": "Cookie, Accept-Language", "Cache-Control": "private, no-cache"}
    answer = HTMLResponse(html, status_code=status, headers=headers)
    if request.query_params.get("lang") in LANGUAGES:
        answer.set_cookie(COOKIE, speaking.language, max_age=COOKIE_SECONDS, httponly=True, samesite="lax")
    return answer


def drawing(request: Request, template: str, **context: Any) -> Response:
    """The same as a picture of its own, which a program that knows nothing of the desk can show."""
    speaking = visit(request)
    picture = _environment(speaking.language).get_template(template).render(interface=speaking, **context)
    headers = {"Vary": "Cookie, Accept-Language", "Cache-Control": "private, no-cache"}
    return Response(xml_text(picture), media_type="image/svg+xml", headers=headers)


def _back(request: Request) -> str:
    """The address of this very page on this desk, without what is said once only."""
    query = {name: value for name, value in request.query_params.items() if name not in ("lang", "judged")}
    return addresses.with_query(addresses.own_path(request.scope["path"]), query)


def _language_links(request: Request) -> Callable[[str], str]:
    """Gives the address of this very page in another language."""
    query = {name: value for name, value in request.query_params.items() if name != "lang"}
    path = addresses.own_path(request.scope["path"])
    return lambda language: addresses.with_query(path, {**query, "lang": language})


def _form_links(request: Request) -> Callable[[str], str]:
    """Gives the address of this very list in another form."""
    query = {name: value for name, value in request.query_params.items() if name != "lang"}
    return lambda form: addresses.form_address(request.scope["path"], form, query)


@cache
def _environment(language: str) -> Environment:
    environment = Environment(
        loader=PackageLoader("saksi.desk", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.install_gettext_translations(interface(language).messages, newstyle=True)  # type: ignore[attr-defined]
    environment.globals.update(
        article_address=addresses.article_address,
        family_address=addresses.family_address,
        entity_address=addresses.entity_address,
        mention_address=addresses.mention_address,
        wikidata_address=addresses.wikidata_address,
        statements_address=addresses.statements_address,
        search_address=addresses.search_address,
        claim_address=addresses.claim_address,
        claims_address=addresses.claims_address,
        conflicts_address=addresses.conflicts_address,
        actor_address=addresses.actor_address,
        place_address=addresses.place_address,
        places_address=addresses.places_address,
        timeline_address=addresses.timeline_address,
        network_address=addresses.network_address,
        map_address=addresses.map_address,
        story_address=addresses.story_address,
        outlet_address=addresses.outlet_address,
        following_address=addresses.following_address,
        watch_address=addresses.watch_address,
        atom_address=addresses.atom_address,
        thing_address=addresses.thing_address,
        collection_address=addresses.collection_address,
        judge_address=addresses.judge_address,
        missed_address=addresses.missed_address,
        login_address=addresses.login_address,
        errand_address=addresses.errand_address,
        plainly=plainly,
        web_address=addresses.web_address,
        last_part=addresses.last_part,
        languages=LANGUAGES,
        reason=lambda text: reason_in(text, interface(language).messages.gettext),
        wording=wording,
        query_chars=DESK_QUERY_CHARS,
        comment_chars=COMMENT_CHARS,
        note_chars=NOTE_CHARS,
        judgement_note_chars=JUDGEMENT_NOTE_CHARS,
        name_chars=MEMBER_NAME_CHARS,
        paste_chars=PASTE_CHARS,
        judgement_quote_chars=JUDGEMENT_QUOTE_CHARS,
    )
    return environment
