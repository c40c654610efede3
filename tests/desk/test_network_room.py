"""The network and the page of one tie: what they list and draw, how they narrow, and what foreign names come to."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from saksi.desk import create_app
from saksi.desk.network import drawn, tone
from saksi.ledger import open_ledger
from saksi.ledger.bearings import tie_key, tie_key_of
from saksi.ledger.survey import Counts, Network, Tie
from saksi.limits import NETWORK_DRAWN
from saksi.reading.read import read
from saksi.records import Article, Entity, JoinedActor

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    texts = {
        "a": "Mayor Ana Lind said that the United Nations sent aid. Mayor Ana Lind said that the United Nations was late.",
        "b": "Russia said that Turkey lied. Russia attacked Turkey on Monday.",
    }
    with open_ledger(str(tmp_path_factory.mktemp("desk") / "news.db")) as ledger:
        when = "2026-05-04T08:00:00+00:00"
        ledger.add([read(Article(id=k, title=HOSTILE, outlet=HOSTILE, published=when, language="en", text=t)) for k, t in texts.items()])
        yield TestClient(create_app(ledger), base_url="http://desk.example", headers={"Accept-Language": "en"})


def listed(desk: TestClient, **asked: str) -> dict[str, tuple[int, int]]:
    rows = desk.get("/network.json", params=asked).json()["network"]
    return {one["title"]: (one["spoken"], one["material_conflict"]) for one in rows}


def test_who_speaks_about_and_acts_on_whom_is_counted_and_narrowed(desk: TestClient) -> None:
    found = listed(desk)
    assert found["Ana Lind → United Nations"][0] == 2
    assert found["Russia → Turkey"][0] == 1
    assert "Russia → Turkey" not in listed(desk, actor="lind")
    assert listed(desk, words="zzz") == {}
    assert "Nobody who fits" in desk.get("/network?words=zzz").text
    assert desk.get("/network?since=yesterday").status_code == 400


def test_a_tie_leads_to_its_words_and_each_end_to_its_own_network(desk: TestClient) -> None:
    row = next(one for one in desk.get("/network.json").json()["network"] if one["title"] == "Ana Lind → United Nations")
    page = desk.get(row["address"]).text
    assert ("sent aid" in page, "Turkey" in page, HOSTILE in page) == (True, False, False)
    own = desk.get("/network", params={"around": row["source_key"]}).text
    assert "<h1>Network · <bdi>Ana Lind</bdi></h1>" in own
    assert "Turkey" not in own
    assert desk.get("/network/none/nobody").status_code == 404
    assert desk.get("/network?around=nobody").status_code == 200


def test_the_drawing_is_a_file_of_its_own(desk: TestClient) -> None:
    root = ElementTree.fromstring(desk.get("/network.svg").text)  # noqa: S314 - our own
    assert {link.get("href", "")[:28] for link in root.iter(f"{SVG}a")} == {"http://desk.example/network/"}
    assert "Ana Lind → United Nations" in desk.get("/network.csv").text
    assert desk.get("/network.atom").status_code == 404


def tie(source: str, target: str, spoken: int, **acted: int) -> Tie:
    return Tie(source=source, target=target, spoken=Counts(statements=spoken), acted={k.replace("_", " "): n for k, n in acted.items()})


def test_more_names_than_a_circle_holds_are_left_out_and_counted() -> None:
    ties = tuple(tie("hub", f"end{place:02}", 99 - place) for place in range(40))
    named = {end: (HOSTILE, "person") for one in ties for end in (one.source, one.target)}
    found = drawn(Network(ties=ties, named=named, total=40), around="hub")
    assert (len(found.ends), len(found.lines), found.left_out) == (NETWORK_DRAWN, NETWORK_DRAWN - 1, 41 - NETWORK_DRAWN)
    assert found == drawn(Network(ties=ties, named=named, total=40), around="hub")
    assert len({(end.x, end.y) for end in found.ends}) == NETWORK_DRAWN
    assert drawn(Network(ties=(), named={}, total=0), around="hub").ends == ()


def test_the_tone_of_a_tie_is_what_is_mostly_done() -> None:
    assert tone(tie("a", "b", 9)) == "spoken"
    assert tone(tie("a", "b", 9, verbal_conflict=1)) == "conflict"
    assert tone(tie("a", "b", 9, verbal_conflict=1, material_cooperation=2)) == "cooperation"


def test_an_actor_has_the_key_of_its_ties() -> None:
    person = Entity(id="e1", kind="person", name="Ana Lind")
    assert tie_key_of(JoinedActor(actor="x", name="Ana Lind", kind="person")) == tie_key(person)
    assert tie_key_of(JoinedActor(actor="x", name="Turkey", kind="state")) == "x"
