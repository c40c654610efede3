"""Logging in and out, and becoming a member by an invitation."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from saksi.clock import now
from saksi.desk.addresses import page_to_go_on
from saksi.desk.people import cookie_name, keep_session, person_of
from saksi.desk.printing import printed
from saksi.desk.tries import Tries
from saksi.desk.wording import REFUSALS, message
from saksi.errors import MemberRefused
from saksi.ledger.members import Members, folded, members_of
from saksi.limits import PASSWORD_LEAST_CHARS
from saksi.runs.membership import checked_name, digest_of, hashed, log_in, open_session

WRONG = message("Name and password do not fit together.")
TOO_MANY = message("Too many tries. Wait a quarter of an hour.")
NOT_THE_SAME = message("The two passwords are not the same.")


def login(request: Request) -> Response:
    """`/login?next=`: the form, and what it sends. Whoever gets in has a new session; the one before ends."""
    if request.method != "POST":
        return _login_page(request, page_to_go_on(request.query_params.get("next", "/")))
    form, members = request.state.form, members_of(request.app.state.ledger)
    name, onward = form.get("name", ""), page_to_go_on(form.get("next", "/"))
    tries: Tries = request.app.state.tries
    if not tries.take(_address(request), folded(name)):
        return _login_page(request, onward, name=name, wrong=TOO_MANY, status=429)
    secret = None
    if members is not None and person_of(request).doors:
        secret = log_in(members, name, form.get("password", ""), agent=request.headers.get("user-agent", ""), now=now())
    if members is None or secret is None:
        return _login_page(request, onward, name=name, wrong=WRONG, status=403)
    tries.forget(_address(request), folded(name))
    return _inside(request, members, secret, onward)


def logout(request: Request) -> Response:
    """`/logout`: ends this session, in the ledger and in the browser."""
    _end(request, members_of(request.app.state.ledger))
    answer = RedirectResponse("/", 303)
    answer.delete_cookie(cookie_name(request), path="/", httponly=True, samesite="lax", secure=request.url.scheme == "https")
    return answer


def join(request: Request) -> Response:
    """`/join?key=`: choose name and password by an invitation, which is good once."""
    if request.method != "POST":
        return _join_page(request, request.query_params.get("key", ""))
    form, members = request.state.form, members_of(request.app.state.ledger)
    key, name, password = form.get("key", ""), form.get("name", ""), form.get("password", "")
    if not request.app.state.tries.take(_address(request), ""):
        return _join_page(request, key, name=name, wrong=TOO_MANY, status=429)
    if password != form.get("again", ""):
        return _join_page(request, key, name=name, wrong=NOT_THE_SAME, status=400)
    if members is None or not any(each.digest == digest_of(key) for each in members.invitations(now())):
        return _join_page(request, key, name=name, wrong=REFUSALS["invitation"], status=400)
    try:
        member = members.join(digest_of(key), checked_name(name), hashed(password), now=now())
    except MemberRefused as error:
        return _join_page(request, key, name=name, wrong=REFUSALS[error.code], status=400)
    secret = open_session(members, member.id, agent=request.headers.get("user-agent", ""), now=now())
    return _inside(request, members, secret, "/")


def _inside(request: Request, members: Members, secret: str, onward: str) -> Response:
    _end(request, members)
    answer = RedirectResponse(onward, 303)
    keep_session(request, answer, secret)
    return answer


def _end(request: Request, members: Members | None) -> None:
    person = person_of(request)
    if members is not None and person.id is not None and person.session:
        members.close_session(person.id, person.session)


def _address(request: Request) -> str:
    return request.client.host if request.client is not None else ""


def _login_page(request: Request, onward: str, *, name: str = "", wrong: str = "", status: int = 200) -> Response:
    return printed(request, "login.html", status=status, onward=onward, name=name, wrong=wrong)


def _join_page(request: Request, key: str, *, name: str = "", wrong: str = "", status: int = 200) -> Response:
    return printed(request, "join.html", status=status, key=key, name=name, wrong=wrong, least=PASSWORD_LEAST_CHARS)
