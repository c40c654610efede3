"""What members mend in an article and among actors: a statement that was missed, and who is one with whom."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from saksi.desk.addresses import actor_address, article_address, judged_address
from saksi.desk.finding import actor_found
from saksi.desk.marking import paragraph_bounds
from saksi.desk.present import is_actor
from saksi.desk.printing import printed
from saksi.desk.rooms.judging import NOT_THERE, judge_of, judging_here, meant, note_of, quotes_in, stance_in, verdict_of
from saksi.desk.rooms.talking import text_of
from saksi.desk.wording import message
from saksi.errors import JudgementRefused
from saksi.ledger.protocol import Ledger
from saksi.limits import DESK_QUERY_CHARS, JUDGEMENT_QUOTE_CHARS
from saksi.records import JoinedActor, MissedStatement, Reading

NOT_NAMED = message("This article does not name this actor, or no other one does.")
_OFFSET_DIGITS = 9
_PARTS = 3
"""Parts of what is said that the form of a missed statement has room for."""
_FIELDS = ("near", "speaker", "cue", "act", "polarity", "certainty", "note")


def missed(request: Request) -> Response:
    """`/missed/{article}?quote=&near=`: the form to add a statement that was not found, over the article's text; a POST keeps it."""
    judging_here(request)
    ledger: Ledger = request.app.state.ledger
    reading = ledger.reading(request.path_params["article"])
    if request.method != "POST":
        chosen = request.query_params.get("quote", "")[:JUDGEMENT_QUOTE_CHARS].replace("\x00", "")
        return _missed_page(request, reading, {"quote1": chosen, "near": request.query_params.get("near", "")})
    form: Mapping[str, str] = request.state.form
    act, polarity, certainty = stance_in(request).values()
    try:
        made = judge_of(request).missed(
            reading.article.id,
            quotes_in(request),
            near=_offset(form.get("near", "")),
            speaker=text_of(request, "speaker", DESK_QUERY_CHARS) or None,
            cue=text_of(request, "cue", DESK_QUERY_CHARS) or None,
            stance=(act or "inform", polarity or "affirmed", certainty or "certain"),
            note=note_of(request),
        )
    except JudgementRefused:
        return _missed_page(request, reading, form, wrong=NOT_THERE)
    says = made.says
    now = ledger.reading(reading.article.id).statements
    added = next((one.id for one in now if isinstance(says, MissedStatement) and one.contents == says.statement.quotes), None)
    return RedirectResponse(judged_address(article_address(reading.article.id, added), made.judgement), 303)


def judge_actor(request: Request) -> Response:
    """`/judge-actor`: whether actor `a` and another one (`b`, an address or an id) are one; or whether `a` is meant in one `article`."""
    judging_here(request)
    a, article = actor_found(request, request.state.form.get("a", "")), request.state.form.get("article", "")
    verdict, note = verdict_of(request), note_of(request)
    if article:
        here, there = _two_places(request, a, article)
        made = judge_of(request).persons(verdict, here, there, note=note)
    else:
        b = actor_found(request, meant(text_of(request, "b", DESK_QUERY_CHARS)))
        made = judge_of(request).join(verdict, a.actor, b.actor, of="actor", note=note)
    return RedirectResponse(judged_address(actor_address(a.actor), made.judgement), 303)


def _missed_page(request: Request, reading: Reading, filled: Mapping[str, str], *, wrong: str = "") -> Response:
    text, numbers = reading.article.text, range(1, _PARTS + 1)
    return printed(
        request,
        "missed.html",
        status=400 if wrong else 200,
        article=reading.article,
        paragraphs=[text[start:end] for start, end in paragraph_bounds(text)],
        filled={name: filled.get(name, "") for name in (*_FIELDS, *(f"quote{number}" for number in numbers))},
        quotes=numbers,
        wrong=wrong,
    )


def _two_places(request: Request, actor: JoinedActor, article: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """The actor in the article and in the first other one that names it, each as (article, name). Raises 400 where it is in no two."""
    ledger: Ledger = request.app.state.ledger
    others = [name for name in actor.articles if name != article]
    if article not in actor.articles or not others:
        raise HTTPException(400, NOT_NAMED)
    return _place(ledger.reading(article), actor), _place(ledger.reading(others[0]), actor)


def _place(reading: Reading, actor: JoinedActor) -> tuple[str, str]:
    return reading.article.id, next((one.name for one in reading.entities if is_actor(actor, one)), actor.name)


def _offset(told: str) -> int:
    """Where in the text words were chosen, in code points; 0 where nobody said it."""
    return int(told) if told.isascii() and told.isdigit() and len(told) <= _OFFSET_DIGITS else 0
