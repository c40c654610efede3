"""The rooms in a real Chromium: marks, lights, keyboard, filters, languages, accessibility, and silence on the network."""

from __future__ import annotations

import os
import re
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from followed_ledger import filled
from invented_readings import ferries, harbour, hostile, many
from memory_ledger import MemoryLedger
from playwright.sync_api import Browser, Page, expect, sync_playwright
from starlette.applications import Starlette
from told_ledger import told, told_rooms

from saksi.desk import create_app
from saksi.desk.cards import cards
from saksi.records import Reading, Span

pytestmark = pytest.mark.browser

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
ROOMS = {
    "articles": "/",
    "article": f"/article/{harbour().article.id}?statement={harbour().statements[3].id}",
    "hostile article": f"/article/{hostile().article.id}",
    "entity": f"/article/{harbour().article.id}/entity/e1",
    "place": f"/article/{harbour().article.id}/entity/e4",
    "family": "/family/rush",
    "member": "/article/rush",
    "statements": "/statements?stance=asserted",
    "nothing found": "/statements?words=zzz",
}
FOLLOWED_ROOMS = {
    "following": "/following",
    "items": "/following?feed=f1",
    "items of a state": "/following?state=refused",
    "watches": "/watch",
    "watch": "/watch/bantahan",
    "hostile watch": "/watch/hostile",
    "watch without alerts": "/watch/nothing",
}
OPEN = Callable[..., Page]


def chromium() -> str:
    """The browser to drive; skips where there is none, and fails where one must be."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = os.environ.get("SAKSI_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if found is None:
        reason = f"no browser: install chromium or set SAKSI_CHROMIUM (looked for {', '.join(names)})"
        if os.environ.get("SAKSI_NEED_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A desk over three kinds of articles, served on a free port of this machine."""
    ledger = MemoryLedger([harbour(), hostile(), *many(60)])
    ledger.add_family(ferries())
    with served(create_app(ledger)) as where:
        yield where


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A desk over a ledger that follows and watches."""
    with filled(tmp_path_factory.mktemp("followed") / "news.db") as ledger, served(create_app(ledger)) as where:
        yield where


@pytest.fixture(scope="module")
def many_told() -> Iterator[str]:
    """A desk over articles that tell one thing differently."""
    with served(create_app(told())) as where:
        yield where


@contextmanager
def served(app: Starlette) -> Iterator[str]:
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off", ws="none"))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        yield f"http://localhost:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[OPEN]:
    """Opens a room in a browser of its own; at the end nothing may have left this machine or broken the page's rules."""
    contexts, called, complaints = [], [], []

    def visit(path: str, **options: object) -> Page:
        context = browser.new_context(**{"viewport": WIDE, "locale": "en-GB", "reduced_motion": "reduce", **options})  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("request", lambda request: called.append(request.url))
        page.on("console", lambda message: complaints.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: (complaints.append(dialog.message), dialog.dismiss()))
        page.goto(address + path)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert {urlsplit(url).netloc for url in called} <= {urlsplit(address).netloc}
    assert complaints == []


@pytest.fixture(scope="module")
def reading() -> Reading:
    return harbour()


@pytest.fixture
def article(reading: Reading) -> str:
    return f"/article/{reading.article.id}"


def marked(page: Page, name: str) -> str:
    """The text under a mark, its paragraphs joined."""
    return "".join(page.locator(f"article span.{name}").all_text_contents())


def background(page: Page, selector: str) -> str:
    return page.locator(selector).first.evaluate("element => getComputedStyle(element).backgroundColor")


def lit(page: Page) -> set[int]:
    """The numbers of the statements whose card is lit."""
    plain = "rgb(255, 255, 255)"
    numbers = range(1, page.locator(".card").count() + 1)
    return {number for number in numbers if background(page, f".card.n{number}") != plain}


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


@pytest.mark.parametrize("scripts", [True, False])
def test_marks_land_on_the_words_of_the_spans(visit: OPEN, article: str, reading: Reading, scripts: bool) -> None:
    page = visit(article, java_script_enabled=scripts)

    def joined(spans: tuple[Span, ...]) -> str:
        return "".join(span.text for span in spans)

    for card in cards(reading):
        statement, number = card.statement, card.number
        assert marked(page, f"c{number}") == joined(statement.contents)
        assert marked(page, f"p{number}") == joined(statement.speakers)
        assert marked(page, f"u{number}") == joined((statement.cue,) if statement.cue is not None else ())
        assert marked(page, f"r{number}") == joined(statement.relay)
        assert marked(page, f"o{number}") == joined(statement.roles)
    assert page.locator(".text .clash:not(a)").all_text_contents() == ["2024", "2021"]


def test_the_text_is_printed_whole(visit: OPEN, article: str, reading: Reading) -> None:
    page = visit(article)
    page.evaluate("document.querySelectorAll('.reference, .caption .label').forEach(each => each.remove())")
    paragraphs = [" ".join(text.split()) for text in page.locator(".text p").all_text_contents()]
    assert paragraphs == [" ".join(text.split()) for text in reading.article.text.split("\n\n")]


@pytest.mark.parametrize("scripts", [True, False])
def test_a_statement_under_the_pointer_lights_its_parts(visit: OPEN, article: str, scripts: bool) -> None:
    page = visit(article, java_script_enabled=scripts)
    names = ("p4", "u4", "c4", "r4", "c5")
    before = {name: background(page, f".{name}") for name in names}
    page.hover(".card.n4")
    page.wait_for_timeout(300)
    after = {name: background(page, f".{name}") for name in names}
    assert {name for name in names if before[name] != after[name]} == {"p4", "u4", "c4", "r4"}
    assert background(page, ".card.n4") != background(page, ".card.n5")
    assert len({after[name] for name in ("p4", "u4", "c4", "r4")}) == 4


@pytest.mark.parametrize("scripts", [True, False])
def test_words_under_the_pointer_light_their_statements(visit: OPEN, article: str, scripts: bool) -> None:
    page = visit(article, java_script_enabled=scripts)
    page.hover(".text .c5")
    assert lit(page) == {5}
    page.hover(".text .u8")
    assert lit(page) == {7, 8}, "a statement inside a statement"
    page.hover(".card.n5")
    assert lit(page) == {5}
    page.hover(".brand")
    assert lit(page) == set()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_link_to_a_statement_lights_it(visit: OPEN, article: str, reading: Reading, scripts: bool) -> None:
    denial, report = reading.statements[3].id, reading.statements[2].id
    assert lit(visit(f"{article}?statement={denial}", java_script_enabled=scripts)) == {5}
    assert lit(visit(f"{article}#s-{denial}", java_script_enabled=scripts)) == {5}
    page = visit(f"{article}?statement={denial}#m-{denial}", java_script_enabled=scripts)
    assert lit(page) == {5}
    page.goto(f"{page.url.partition('#')[0]}#s-{report}")
    assert lit(page) == {4}, "what was chosen since counts before what the address was opened with"


def test_the_keyboard_reaches_a_statement_and_enter_shows_it_in_the_text(visit: OPEN, article: str, reading: Reading) -> None:
    page = visit(article)
    page.locator(".card.n4 a.who").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".card.n5 a.who")).to_be_focused()
    assert lit(page) == {5}
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"#m-{reading.statements[3].id}$"))
    expect(page.locator(".reference.f5")).to_be_in_viewport()
    assert lit(page) == {5}


def test_the_keyboard_goes_from_the_text_to_the_list(visit: OPEN, article: str, reading: Reading) -> None:
    page = visit(article)
    page.locator(".reference.f8").focus()
    assert lit(page) == {8}
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"#s-{reading.statements[6].id}$"))
    expect(page.locator(".card.n8")).to_be_in_viewport()


@pytest.mark.parametrize("path", ["/", "/statements"])
def test_tab_begins_at_the_link_that_skips_to_the_content(visit: OPEN, path: str) -> None:
    page = visit(path)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_words_that_are_clicked_choose_the_innermost_statement(visit: OPEN, article: str, reading: Reading) -> None:
    page = visit(article)
    page.locator(".text .u8").click()
    expect(page).to_have_url(re.compile(f"#m-{reading.statements[6].id}$"))


@pytest.mark.parametrize("scripts", [True, False])
def test_each_layer_of_marks_is_switched_off_and_on(visit: OPEN, article: str, scripts: bool) -> None:
    page = visit(article, java_script_enabled=scripts)

    def line(selector: str) -> str:
        return page.locator(selector).first.evaluate("element => getComputedStyle(element).borderBottomColor")

    name, time, clear = ".text .of-person", ".text .of-time", "rgba(0, 0, 0, 0)"
    assert clear not in (line(name), line(time))
    page.get_by_label("Names").uncheck()
    assert line(name) == clear != line(time)
    page.get_by_label("Times").uncheck()
    assert line(time) == clear
    assert background(page, ".text .c2") != clear
    page.get_by_label("Statements", exact=True).uncheck()
    page.wait_for_timeout(300)
    assert background(page, ".text .c2") == clear
    expect(page.locator(".text .reference.f2")).to_be_hidden()
    page.get_by_label("Names").check()
    assert line(name) != clear


def test_a_name_in_the_list_lights_its_places_and_leads_to_its_page(visit: OPEN, article: str) -> None:
    page = visit(article)
    entry = page.locator(".named a", has_text="Rukmana Dolok")
    entry.hover()
    assert page.locator(".text .lit-e").all_text_contents() == ["Rukmana Dolok", "Rukmana"]
    page.hover(".brand")
    expect(page.locator(".text .lit-e")).to_have_count(0)
    entry.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Rukmana Dolok")
    page.locator(".contexts a").nth(1).click()
    expect(page.locator(".text .of-person").nth(1)).to_be_in_viewport()


def test_a_contradiction_leads_to_both_its_places(visit: OPEN, article: str) -> None:
    page = visit(article)
    page.locator(".rivals a").nth(1).click()
    expect(page).to_have_url(re.compile("#k1-b$"))
    expect(page.locator("#k1-b")).to_be_in_viewport()
    page.locator("#k1-b").click()
    expect(page.locator(".rivals")).to_be_in_viewport()


@pytest.mark.parametrize("scripts", [True, False])
def test_filters_narrow_the_table_and_live_in_the_address(visit: OPEN, scripts: bool) -> None:
    page = visit("/statements", java_script_enabled=scripts)
    page.get_by_label("Stance").select_option("asserted")
    page.get_by_label("Words").fill("rukmana dermaga")
    page.get_by_role("button", name="Show").click()
    assert asked(page) == {"stance": ["asserted"], "words": ["rukmana dermaga"]}
    expect(page.locator(".rows tbody tr")).to_have_count(3)
    page.locator(".facets a", has_text="Rukmana Dolok").click()
    assert asked(page) == {"stance": ["asserted"], "words": ["rukmana dermaga"], "speaker": ["Rukmana Dolok"]}
    page.get_by_role("link", name="Stance Asserted").click()
    assert asked(page) == {"words": ["rukmana dermaga"], "speaker": ["Rukmana Dolok"]}
    page.get_by_role("link", name="Drop all filters").click()
    assert asked(page) == {}


def test_a_shared_address_shows_the_filters_that_are_in_force(visit: OPEN) -> None:
    page = visit("/statements?stance=denied&language=id")
    expect(page.locator("select[name=stance]")).to_have_value("denied")
    expect(page.locator("select[name=language]")).to_have_value("id")
    page.locator(".rows .what a").click()
    expect(page.locator(".reference.f5")).to_be_in_viewport()
    assert lit(page) == {5}


def test_pages_of_the_table_are_turned(visit: OPEN) -> None:
    page = visit("/statements?speaker=Ilse+Marrick")
    page.get_by_role("link", name="Older").click()
    expect(page.locator(".rows tbody tr")).to_have_count(10)
    assert asked(page) == {"speaker": ["Ilse Marrick"], "page": ["2"]}


def test_the_language_is_switched_and_kept(visit: OPEN) -> None:
    page = visit("/statements?stance=denied")
    page.get_by_role("link", name="Indonesia", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Pernyataan")
    assert asked(page)["stance"] == ["denied"]
    page.get_by_role("link", name="Artikel", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Artikel")


def test_foreign_text_runs_nothing(visit: OPEN) -> None:
    """The fixture fails on any dialog, and on any complaint of the content policy."""
    page = visit(f"/article/{hostile().article.id}")
    expect(page.get_by_role("heading", level=1)).to_contain_text("<script>alert(1)</script>")
    assert page.locator("article b, article script").count() == 0


@pytest.mark.parametrize("viewport", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize(("scheme", "language"), [("light", "en"), ("dark", "id")])
def test_axe_finds_nothing(
    browser: Browser, address: str, followed: str, many_told: str, scheme: str, language: str, viewport: dict[str, int]
) -> None:
    context = browser.new_context(viewport=viewport, color_scheme=scheme, locale=language, reduced_motion="reduce")  # type: ignore[arg-type]
    try:
        page = context.new_page()
        rooms = {name: address + path for name, path in {**ROOMS, "nothing there": "/nothing-there"}.items()}
        rooms |= {name: followed + path for name, path in FOLLOWED_ROOMS.items()}
        rooms |= told_rooms(many_told)
        for name, path in rooms.items():
            page.goto(path)
            report = Axe().run(page).response
            assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in report["violations"]] == [], name
            assert "color-contrast" in {each["id"] for each in report["passes"]}, f"{name}: axe looked at nothing"
    finally:
        context.close()


@pytest.mark.parametrize("locale", ["id-ID", "en-GB"])
@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_no_room_scrolls_sideways(browser: Browser, address: str, followed: str, many_told: str, width: int, locale: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, locale=locale)
    rooms = {name: where + path for where, paths in ((address, ROOMS), (followed, FOLLOWED_ROOMS)) for name, path in paths.items()}
    for name, path in {**rooms, **told_rooms(many_told)}.items():
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    page.close()


def test_a_page_prints_without_its_controls(visit: OPEN, article: str) -> None:
    page = visit(article)
    page.emulate_media(media="print")
    expect(page.locator(".masthead nav").first).to_be_hidden()
    expect(page.locator(".card.n8")).to_be_visible()
