"""What members judge from the desk: statements, claims and families; and the list of what was judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, get_args
from urllib.parse import parse_qs, urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from saksi.desk.addresses import (
    article_address,
    claim_address,
    family_address,
    judge_address,
    judged_address,
    judgements_address,
    page_to_go_on,
)
from saksi.desk.asking import page_number, pages
from saksi.desk.lines import Desk
from saksi.desk.lines import line as line_of
from saksi.desk.marking import paragraph_bounds
from saksi.desk.people import person_of
from saksi.desk.present import Present
from saksi.desk.printing import printed
from saksi.desk.rooms.talking import text_of
from saksi.desk.verdicts import shown, signature
from saksi.desk.wording import message
from saksi.errors import JudgementRefused
from saksi.joining.carrying import statements_in, string_of
from saksi.ledger.judging import Judging, judging_of
from saksi.ledger.stance import stance_of
from saksi.limits import DESK_LISTED, DESK_QUERY_CHARS, JUDGEMENT_NOTE_CHARS, JUDGEMENT_QUOTE_CHARS, JUDGEMENT_QUOTES, PAGE_ROWS
from saksi.records import Judgement, OtherContents
from saksi.records.judgement import Verdict
from saksi.records.statement import Act, Certainty, Polarity
from saksi.runs.judging import Judge

NO_JUDGEMENTS = message("This kind of ledger keeps no judgements.")
NO_SUCH_VERDICT = message("This is no judgement that the desk takes.")
NO_STATEMENT = message("There is no such statement, or it was taken out.")
NOT_THERE = message("The name and the words must stand in the article as you write them; copy them from its text.")
NOT_YOUR_WORD = message("Only who judged, or an owner, may withdraw it.")


def judge(request: Request) -> Response:
    """`/judge/{statement}`: the forms to judge one statement, and the others of its claim. A POST keeps a judgement of it."""
    judging = judging_here(request)
    found = judging.article_of(request.path_params["statement"])
    if len(found) != 1:
        raise HTTPException(404, NO_STATEMENT)
    article, statement = found[0]
    return _judged(request, article, statement) if request.method == "POST" else _page(request, article, statement)


def _page(request: Request, article: str, statement: str, *, filled: Sequence[str] = (), wrong: str = "") -> Response:
    """The forms for a statement; `filled` are the words that somebody gave for what is said, where they were wrong."""
    present: Present = request.app.state.keeper.present()
    desk, joined = Desk(request.app.state.ledger), present.claim_of.get(statement)
    reading = desk.reading(article)
    field, said = next((field, one) for field, one in statements_in(reading) if one.id == statement)
    whole = string_of(reading.article, field)
    words = list(filled) or [span.text for span in said.contents]
    others = [line for line in desk.lines(joined) if line.statement.id != statement] if joined is not None else []
    return printed(
        request,
        "judge.html",
        status=400 if wrong else 200,
        line=line_of(reading, said, stance_of(said)),
        others=others[:DESK_LISTED],
        further=len(others) - DESK_LISTED,
        quotes=[*words, ""] if len(words) < JUDGEMENT_QUOTES else words,
        mendable=len(said.contents) <= JUDGEMENT_QUOTES,
        paragraphs=[whole[start:end] for start, end in paragraph_bounds(whole)],
        wrong=wrong,
    )


def judge_family(request: Request) -> Response:
    """`/judge-family`: whether two articles carry one text."""
    judging_here(request)
    form = request.state.form
    a, b = form.get("a", ""), meant(text_of(request, "b", DESK_QUERY_CHARS))
    made = judge_of(request).join(verdict_of(request), a, b, of="family", note=note_of(request))
    return _onward(family_address(a), made)


def judgements(request: Request) -> Response:
    """`/judgements?page=`: all that was judged, the newest first."""
    judging = judging_of(request.app.state.ledger)
    every = judging.every()[::-1] if judging is not None else []
    number = page_number(request)
    part = every[(number - 1) * PAGE_ROWS : number * PAGE_ROWS]
    holding = {one.judgement for one in judging.in_force()} if judging is not None else set()
    return printed(
        request,
        "judgements.html",
        found=list(shown(request, judging, part, holding)) if judging is not None else [],
        pages=pages(number, len(every)),
        list_page=judgements_address,
    )


def withdraw(request: Request) -> Response:
    """`/withdraw`: that a judgement no longer counts; one's own, or any for an owner. `next` is the page to go on to.

    Raises NotInLedger, 403.
    """
    person = person_of(request)
    one = judging_here(request).judgement(request.state.form.get("judgement", ""))
    if person.role != "owner" and one.by != signature(person):
        raise HTTPException(403, NOT_YOUR_WORD)
    judge_of(request).withdraw(one.judgement)
    onward = request.state.form.get("next", "")
    return RedirectResponse(page_to_go_on(onward) if onward else judgements_address(), 303)


def judging_here(request: Request) -> Judging:
    """The judgements of the ledger. Raises 404 where its kind keeps none."""
    judging = judging_of(request.app.state.ledger)
    if judging is None:
        raise HTTPException(404, NO_JUDGEMENTS)
    return judging


def meant(asked: str) -> str:
    """The id that an address of the desk, or an id itself, means.

    "abc" and "/claim/abc" mean abc, "https://desk.example/article/x?statement=abc#m-abc" means abc too.
    """
    try:
        parts = urlsplit(asked.strip())
    except ValueError:
        return asked
    return parse_qs(parts.query).get("statement", [parts.path.rstrip("/").rpartition("/")[2]])[0]


def _judged(request: Request, article: str, statement: str) -> Response:
    """Keep what the form says of a statement, and go on to where its consequence is seen."""
    form, by, note = request.state.form, judge_of(request), note_of(request)
    match form.get("says"):
        case "wrong":
            return _onward(article_address(article), by.wrong(statement, note=note))
        case "speaker":
            made = by.speaker(statement, text_of(request, "name", DESK_QUERY_CHARS), note=note)
        case "stance":
            made = by.stance(statement, note=note, **stance_in(request))
        case "contents":
            return _mended(request, article, statement)
        case "claim":
            other = meant(text_of(request, "other", DESK_QUERY_CHARS))
            return _onward(claim_address(statement), by.join(verdict_of(request), statement, other, of="claim", note=note))
        case _:
            raise HTTPException(400, NO_SUCH_VERDICT)
    return _onward(judge_address(statement), made)


def _mended(request: Request, article: str, statement: str) -> Response:
    """Keep which words are what is said; a statement whose words were mended goes by another id."""
    quotes = quotes_in(request)
    try:
        made = judge_of(request).contents(statement, quotes, note=note_of(request))
    except JudgementRefused:
        return _page(request, article, statement, filled=quotes, wrong=NOT_THERE)
    says = made.says
    now = statements_in(request.app.state.ledger.reading(article))
    mended = next((one.id for _, one in now if isinstance(says, OtherContents) and one.contents == says.quotes), statement)
    return _onward(article_address(article, mended), made)


def _onward(address: str, made: Judgement) -> Response:
    return RedirectResponse(judged_address(address, made.judgement), 303)


def judge_of(request: Request) -> Judge:
    return Judge(request.app.state.ledger, signature(person_of(request)))


def note_of(request: Request) -> str | None:
    return text_of(request, "note", JUDGEMENT_NOTE_CHARS) or None


def quotes_in(request: Request) -> list[str]:
    """The words that the form gives for what is said, in as many parts as are filled. Raises 400 where none is."""
    form: Mapping[str, str] = request.state.form
    names = [f"quote{number}" for number in range(1, JUDGEMENT_QUOTES + 1)]
    found = [words for name in names if name in form and (words := text_of(request, name, JUDGEMENT_QUOTE_CHARS))]
    if not found:
        raise HTTPException(400, NO_SUCH_VERDICT)
    return found


def verdict_of(request: Request) -> Verdict:
    asked = request.state.form.get("verdict")
    if asked not in get_args(Verdict):
        raise HTTPException(400, NO_SUCH_VERDICT)
    found: Verdict = asked
    return found


def stance_in(request: Request) -> dict[str, Any]:
    """What the form says of act, polarity and certainty; an empty one leaves what was read."""
    said = {name: request.state.form.get(name) or None for name in ("act", "polarity", "certainty")}
    for name, known in (("act", Act), ("polarity", Polarity), ("certainty", Certainty)):
        if said[name] is not None and said[name] not in get_args(known):
            raise HTTPException(400, NO_SUCH_VERDICT)
    return said
