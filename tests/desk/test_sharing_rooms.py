"""What others show of the desk: the tags of a page, its card, and one claim in a frame."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from io import BytesIO

import pytest
from PIL import Image
from starlette.testclient import TestClient
from told_ledger import HOSTILE, told, told_rooms

from saksi.desk import create_app
from saksi.desk.drawing import HEIGHT, WIDTH, drawn
from saksi.desk.headers import FRAMED_HEADERS, SAFE_HEADERS
from saksi.desk.sharing import Shared
from saksi.limits import EMBED_LINES
from saksi.reading.read import read
from saksi.records import Article

SHARED = ("claim", "story", "article")
PATHS = {**told_rooms(""), "article": "/article/courier"}
PAYLOADS = (
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    "</textarea><b>x</b>",
    "{{ 7 * 7 }}",
    "\u202egnp.exe",
    "＜b＞\x00\x1b[2J",
)


@pytest.fixture(scope="module")
def desk() -> Iterator[TestClient]:
    with TestClient(create_app(told()), base_url="http://desk.example") as client:
        yield client


def tags(page: str) -> dict[str, str]:
    return {name: html.unescape(content) for name, content in re.findall(r'<meta property="(og:[\w:]+)" content="([^"]*)">', page)}


@pytest.mark.parametrize("name", SHARED)
def test_a_page_says_what_a_link_to_it_shows_and_its_card_is_there(desk: TestClient, name: str) -> None:
    said = tags(desk.get(f"{PATHS[name]}?lang=id").text)
    assert said["og:title"]
    assert said["og:description"]
    assert said["og:image"].startswith("http://desk.example/")
    card = desk.get(said["og:image"])
    assert card.headers["content-type"] == "image/png"
    with Image.open(BytesIO(card.content)) as picture:
        assert picture.size == (WIDTH, HEIGHT) == (int(said["og:image:width"]), int(said["og:image:height"]))
    again = desk.get(said["og:url"])
    assert again.status_code == 200
    assert tags(again.text)["og:url"] == said["og:url"]


@pytest.mark.parametrize("path", ["/claim/none.png", "/article/none.png", "/story/none.png", "/claim/none/embed"])
def test_what_is_not_there_has_no_card_and_no_frame(desk: TestClient, path: str) -> None:
    answer = desk.get(path)
    assert answer.status_code == 404
    assert answer.headers["content-security-policy"] == SAFE_HEADERS["Content-Security-Policy"]


def test_only_the_claim_for_a_frame_may_be_framed_and_it_runs_nothing(desk: TestClient) -> None:
    page, framed = desk.get(PATHS["claim"]), desk.get(f"{PATHS['claim']}/embed")
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
    assert {name: framed.headers[name] for name in SAFE_HEADERS} == {**SAFE_HEADERS, **FRAMED_HEADERS}
    assert "script-src" not in framed.headers["content-security-policy"]
    assert re.search(r"<script|<form|<img", framed.text) is None
    assert framed.text.count("<a href") == framed.text.count('target="_blank" rel="noopener"') == 2


def test_a_frame_shows_a_denial_however_late_it_came() -> None:
    ledger = told()
    text = "General Peter Marlow said that 12 people died at the Pellmoor bridge on Monday."
    ledger.add(
        [
            read(Article(id=f"early{n}", outlet=f"Outlet {n}", published=f"2026-05-04T0{n}:00:00+00:00", language="en", text=text))
            for n in range(6)
        ]
    )
    with TestClient(create_app(ledger), base_url="http://desk.example") as desk:
        framed = desk.get(f"{PATHS['claim']}/embed").text
    assert (framed.count("<li>"), framed.count('class="stance denied"')) == (EMBED_LINES, 1)
    assert "more ·" in framed


def test_the_line_to_paste_shows_the_claim_in_the_language_of_the_page(desk: TestClient) -> None:
    page = desk.get(f"{PATHS['claim']}?lang=id").text
    pasted = html.unescape(re.search(r"<textarea readonly[^>]*>(.*?)</textarea>", page, re.S)[1])  # type: ignore[index]
    source = html.unescape(re.fullmatch(r'<iframe src="([^"]+)" title="[^"]+" [^<>]+></iframe>', pasted)[1])  # type: ignore[index]
    assert '<html lang="id">' in desk.get(source).text


def test_foreign_markup_is_text_wherever_it_is_shared(desk: TestClient) -> None:
    for path in (f"{PATHS['claim']}/embed", *(PATHS[name] for name in SHARED)):
        assert "<b onclick" not in desk.get(path).text, path
    assert html.escape(HOSTILE, quote=False) in desk.get(f"{PATHS['claim']}/embed").text.replace("&#34;", '"')


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_a_claim_is_text_in_tags_frame_and_card(payload: str) -> None:
    text = f"Mayor Ana Lind said that the bridge {payload} was closed."
    ledger = told()
    ledger.add([read(Article(id="odd", title=payload, outlet=payload, published="2026-05-05", language="en", text=text))])
    with TestClient(create_app(ledger), base_url="http://desk.example") as desk:
        claim = next(row for row in desk.get("/claims.json").json()["claims"] if "was closed" in row["title"])["id"]
        for path in (f"/claim/{claim}", f"/claim/{claim}/embed", "/article/odd", "/story/odd"):
            page = desk.get(path)
            assert page.status_code == 200
            assert not any(f"<{tag}" in page.text for tag in ("script>", "img", "b>")), path
            assert "onerror=alert(1)&gt;" in page.text or f"<{payload}" not in page.text
        assert all(desk.get(path).status_code == 200 for path in (f"/claim/{claim}.png", "/article/odd.png", "/story/odd.png"))


@pytest.mark.parametrize("title", ["", "x" * 5000, "W" * 400, "kata " * 900, "a\nb\rc\td\x00e", "يقول الوزير", "Đặng Thị Ngọc: 1 €"])
def test_a_card_is_drawn_of_any_words(title: str) -> None:
    told_of = Shared(label="Klaim", title=title, told=title, facts=title, language="id", address="http://d/", picture="http://d/")
    with Image.open(BytesIO(drawn(told_of))) as picture:
        assert picture.size == (WIDTH, HEIGHT)
        assert all(
            picture.getpixel((x, y)) == picture.getpixel((WIDTH - 1, HEIGHT - 1))
            for x in range(WIDTH - 60, WIDTH, 9)
            for y in range(30, HEIGHT, 9)
        )
