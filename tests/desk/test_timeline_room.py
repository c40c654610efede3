"""The timeline and the page of one time: what they draw and list, how they narrow, and what they refuse."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from saksi.desk import create_app
from saksi.desk.timeline import columns, drawn
from saksi.ledger import open_ledger
from saksi.ledger.survey import Bar, Series
from saksi.reading.read import read
from saksi.records import Article

HOSTILE = "<script>alert(1)</script>"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    texts = {
        "a": "General Peter Marlow said that 12 people died in Jakarta on 3 March 2026.",
        "b": "Mayor Ana Lind denied that 12 people died in Jakarta on 3 March 2026.",
        "c": "Mayor Ana Lind said that ferries left for Bogor on 9 January 2026.",
        "d": "Mayor Ana Lind said that the harbour was built in 1998.",
    }
    with open_ledger(str(tmp_path_factory.mktemp("desk") / "news.db")) as ledger:
        when = "2026-05-04T08:00:00+00:00"
        ledger.add([read(Article(id=k, title=HOSTILE, outlet=HOSTILE, published=when, language="en", text=t)) for k, t in texts.items()])
        yield TestClient(create_app(ledger), base_url="http://desk.example", headers={"Accept-Language": "en"})


def bars(desk: TestClient, **asked: str) -> dict[tuple[str, str], int]:
    listed = desk.get("/timeline.json", params=asked).json()["timeline"]
    return {(one["title"], one["stance"]): one["statements"] for one in listed}


def test_statements_stand_at_the_time_that_they_speak_of(desk: TestClient) -> None:
    march = {("2026-03", "asserted"): 1, ("2026-03", "denied"): 1}
    assert bars(desk, scale="month") == {("2026-01", "asserted"): 1, **march}
    assert desk.get("/timeline.json?scale=month").json()["left_out"] == 1  # a year fits no bar of a month
    assert bars(desk, scale="year")["1998", "asserted"] == 1
    assert bars(desk, scale="month", **{"from": "2026-02"}) == march
    assert bars(desk, scale="month", actor="marlow") == {("2026-03", "asserted"): 1}
    assert bars(desk, scale="month", since="2027") == {}


@pytest.mark.parametrize("query", ["from=2026-3", "to=yesterday", "scale=week", "since=x", "stance=true", "from=2026-13", "to=2026-02-30"])
def test_what_is_no_time_is_refused_in_words(desk: TestClient, query: str) -> None:
    answer = desk.get(f"/timeline?{query}")
    assert (answer.status_code, "Write a date as" in answer.text) == (400, True)


def test_a_bar_leads_to_what_it_counts_and_keeps_the_filters(desk: TestClient) -> None:
    page = desk.get("/timeline?scale=month&place=jakarta").text
    assert 'href="/timeline/2026-03?lane=denied&amp;place=jakarta"' in page
    assert "Mar 2026 · Denied · 1 statement" in page
    behind = desk.get("/timeline/2026-03?lane=denied&place=jakarta").text
    assert ("Ana Lind" in behind, "Peter Marlow" in behind, HOSTILE in behind) == (True, False, False)
    assert "Peter Marlow" in desk.get("/timeline/2026-03").text
    assert desk.get("/timeline/2026-03?lane=true").status_code == 400
    assert {desk.get(f"/timeline/{at}").status_code for at in ("2026-3", "now", "2026-02-30")} == {404}


def test_a_ledger_without_times_says_so(desk: TestClient) -> None:
    assert "Nothing that fits" in desk.get("/timeline?words=zzz").text
    assert desk.get("/timeline.svg?words=zzz").status_code == 200


def test_the_drawing_is_a_file_of_its_own(desk: TestClient) -> None:
    answer = desk.get("/timeline.svg?scale=month&lang=id")
    root = ElementTree.fromstring(answer.text)  # noqa: S314 - our own
    assert answer.headers["content-type"] == "image/svg+xml"
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert {link.get("href", "")[:29] for link in root.iter("{http://www.w3.org/2000/svg}a")} == {"http://desk.example/timeline/"}
    assert ",2026-03,,denied,1,0" in desk.get("/timeline.csv?scale=month").text
    assert desk.get("/timeline.atom").status_code == 404


def bar(at: str, statements: int, events: int = 0, lane: str = "asserted") -> Bar:
    return Bar(at=at, lane=lane, statements=statements, events=events)


def test_a_gap_is_drawn_as_wide_as_it_is_and_a_long_one_is_marked() -> None:
    near = drawn(Series(scale="month", bars=(bar("2025-12", 4), bar("2026-01", 1, 1), bar("2026-03", 2)), left_out=0))
    first, second, third = near.bars
    assert third.x - second.x == pytest.approx(2 * (second.x - first.x))
    assert (near.skips, near.highest) == ((), 4)
    assert second.said == second.done
    far = drawn(Series(scale="year", bars=(bar("1945", 1), bar("2026", 1)), left_out=0))
    assert len(far.skips) == 1
    assert far.bars[1].x < 500


def test_the_table_has_the_newest_time_first_and_counts_the_lanes() -> None:
    listed = columns((bar("2025", 4), bar("2026", 1, 1), bar("2026", 2, lane="denied")))
    assert [(one.at, one.lanes, one.statements, one.events) for one in listed] == [
        ("2026", {"asserted": 2, "denied": 2, "unsure": 0}, 3, 1),
        ("2025", {"asserted": 4, "denied": 0, "unsure": 0}, 4, 0),
    ]
