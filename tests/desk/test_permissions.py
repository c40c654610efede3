"""Who may enter which room, for every route of the desk: a route that the table does not name fails here."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

pytest.importorskip("argon2", reason="the desk's extra is not installed: pip install 'saksi[desk]'")

from invented_readings import harbour
from peopled_ledger import ARTICLE, CLAIM, peopled
from starlette.routing import Mount, Route
from starlette.testclient import TestClient

from saksi.clock import now
from saksi.desk import create_app
from saksi.desk.doors import NEEDS
from saksi.desk.people import Person, may, may_judge
from saksi.ledger.members import Members
from saksi.ledger.store import SqlLedger

OURS = {"Origin": "http://desk.example"}
FILLED = {
    "form": "json",
    "actor": "none",
    "place": "none",
    "at": "2017-03",
    "one": "none",
    "other": "none",
    "article": harbour().article.id,
    "entity": "e1",
    "claim": CLAIM,
    "watch": "bantahan",
    "count": "3",
    "collection": "none",
    "statement": harbour().statements[0].id,
    "errand": "none",
}
ROUTES = [route for route in create_app(object()).routes if isinstance(route, Route)]  # type: ignore[arg-type]
READ, ALL = ("visitor", "member", "owner"), ("visitor", "member", "owner")
WHO = {
    **dict.fromkeys(("articles", "article", "statements", "following", "watches", "watch", "watch_atom", "claim", "comments_atom"), READ),
    **dict.fromkeys(("articles_form", "statements_form", "claims", "claims_form", "claim_form", "conflicts", "conflicts_form"), READ),
    **dict.fromkeys(("search", "search_form"), READ),
    **dict.fromkeys(("today", "story", "actors", "actors_form", "actor", "outlet", "outlet_form"), READ),
    **dict.fromkeys(("places", "places_form", "place", "map", "map_form"), READ),
    **dict.fromkeys(("timeline", "timeline_form", "spoken_time", "network", "network_form", "tie"), READ),
    **dict.fromkeys(("lights", "login", "logout", "join"), ALL),
    **dict.fromkeys(("entity", "family", "family_form"), ("member", "owner")),  # where visitors see quotes only
    **dict.fromkeys(
        ("comment", "note", "gather", "watchlist", "collections", "collection", "account", "put_in", "errand"), ("member", "owner")
    ),
    "judgements": READ,
    **dict.fromkeys(("story_form", "watches_form", "watch_form", "following_form"), READ),
    **dict.fromkeys(("claim_embed", "claim_card", "article_card", "story_card"), READ),
    **dict.fromkeys(("judge", "judge_family", "judge_actor", "missed", "withdraw"), ("member", "owner")),
    **dict.fromkeys(("members", "moderate"), ("owner",)),
}
"""By the name of a route, who gets in, where the owner chose that visitors see quotes."""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlLedger]:
    with peopled(tmp_path_factory.mktemp("desk") / "news.db") as opened:
        Members(opened).choose("visitors", "quotes", now=now())
        yield opened


def client_of(ledger: SqlLedger, who: str, **headers: str) -> TestClient:
    secret = {"owner": "Sari", "member": "Rahmat"}.get(who)
    cookies = {} if secret is None else {"saksi_session": secret}
    return TestClient(create_app(ledger), base_url="http://desk.example", cookies=cookies, headers=headers, follow_redirects=False)


def path_of(route: Route) -> str:
    path = route.path
    for name in route.param_convertors:
        path = (
            path.replace(f"{{{name}:form}}", f"{{{name}}}")
            .replace(f"{{{name}:path}}", f"{{{name}}}")
            .replace(f"{{{name}:int}}", f"{{{name}}}")
            .replace(f"{{{name}}}", FILLED[name])
        )
    return path


def test_every_route_has_a_rule_and_every_rule_a_route() -> None:
    names = sorted(route.name for route in ROUTES)
    assert names == sorted(NEEDS) == sorted(WHO)
    others = [route for route in create_app(object()).routes if not isinstance(route, Route)]  # type: ignore[arg-type]
    assert [route.path for route in others if isinstance(route, Mount)] == ["/static"]
    assert len(others) == 1


@pytest.mark.parametrize("who", ["visitor", "member", "owner"])
@pytest.mark.parametrize(
    ("route", "method"), [(route, method) for route in ROUTES for method in sorted(route.methods or ()) if method != "HEAD"]
)
def test_a_room_lets_in_who_may_enter(ledger: SqlLedger, route: Route, method: str, who: str) -> None:
    if (route.name, method) == ("logout", "POST"):
        return  # ends the session that the next one needs; see test_members_rooms
    answer = client_of(ledger, who, **OURS).request(method, path_of(route), data={} if method == "POST" else None)
    page = answer.headers.get("location", "").startswith("/login")
    shut = page or (answer.status_code == 403 and route.name != "login")
    assert shut == (who not in WHO[route.name]), answer.text


@pytest.mark.parametrize("headers", [{}, {"Origin": "https://evil.example"}, {"Origin": "null"}, {**OURS, "Sec-Fetch-Site": "same-site"}])
@pytest.mark.parametrize("route", [route for route in ROUTES if "POST" in (route.methods or ())], ids=lambda route: route.name)
def test_no_form_comes_in_from_another_page(ledger: SqlLedger, route: Route, headers: dict[str, str]) -> None:
    answer = client_of(ledger, "owner", **headers).post(path_of(route), data={"kind": "article", "thing": ARTICLE.id, "text": "halo"})
    assert (answer.status_code, "This form came from another page" in answer.text) == (403, True)
    assert client_of(ledger, "owner").get("/account").status_code == 200


def test_a_route_that_nobody_listed_is_the_owners() -> None:
    assert may(Person(id="m1", role="owner"), "manage")
    assert not may(Person(id="m2", role="member"), "manage")
    assert [may_judge(Person(role=role)) for role in ("visitor", "member", "owner")] == [False, True, True]
