"""Members in a real Chromium: invited, logged in and out, commenting by the keyboard alone, in both languages, with and without scripts."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Iterator

import pytest

pytest.importorskip("argon2", reason="the desk's extra is not installed: pip install 'saksi[desk]'")

import uvicorn
from followed_ledger import HOSTILE
from invented_readings import harbour
from peopled_ledger import ARTICLE, CLAIM, TYPED, hostile_talk, peopled
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from saksi.clock import now
from saksi.desk import create_app
from saksi.ledger.members import Members
from saksi.ledger.store import SqlLedger
from saksi.runs.judging import Judge
from saksi.runs.membership import invite

pytestmark = pytest.mark.browser

SIZES = {"wide": {"width": 1440, "height": 900}, "narrow": {"width": 390, "height": 844}}
WORDS = {
    "en": ("Log in", "Only a member may post a comment.", "Log out"),
    "id": ("Masuk", "Hanya anggota yang boleh menulis komentar.", "Keluar"),
}
PAGE = f"/article/{ARTICLE.id}"
JUDGED = f"/judge/{harbour().statements[0].id}"
ROOMS = (PAGE, f"/claim/{CLAIM}", "/account", "/members", "/collections", "/login", "/join?key=x", "/judgements", JUDGED)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    path = os.environ.get("SAKSI_CHROMIUM") or shutil.which("chromium")
    if path is None:
        if os.environ.get("SAKSI_NEED_BROWSER") == "1":
            pytest.fail("SAKSI_NEED_BROWSER is set, and there is no chromium")
        pytest.skip("there is no chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlLedger]:
    with peopled(tmp_path_factory.mktemp("desk") / "news.db") as opened:
        hostile_talk(opened)
        Judge(opened, HOSTILE).stance(harbour().statements[0].id, certainty="possible", note=HOSTILE)
        yield opened


@pytest.fixture(scope="module")
def address(ledger: SqlLedger) -> Iterator[str]:
    config = uvicorn.Config(create_app(ledger), host="127.0.0.1", port=0, log_level="error", lifespan="off", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


def visit(
    chromium: Browser, address: str, size: str = "wide", *, language: str = "en", scripts: bool = True, scheme: str = "light", who: str = ""
) -> BrowserContext:
    context = chromium.new_context(
        base_url=address,
        viewport=SIZES[size],
        locale=language,
        java_script_enabled=scripts,
        color_scheme="dark" if scheme == "dark" else "light",
    )
    if who:
        context.add_cookies([{"name": "saksi_session", "value": who, "url": address}])
    return context


def tab_to(page: Page, name: str) -> None:
    """Go on by the tabulator until what has this name, or this field's name, holds the focus."""
    for _ in range(400):
        page.keyboard.press("Tab")
        held = page.evaluate("() => { const e = document.activeElement; return [e.textContent.trim(), e.name || ''] }")
        if name in held:
            return
    raise AssertionError(f"the tabulator does not lead to {name}")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_a_visitor_logs_in_where_the_box_would_be_comments_and_leaves(
    chromium: Browser, address: str, size: str, language: str, scripts: bool
) -> None:
    enter, only, leave = WORDS[language]
    said = f"halo {size} {language} {scripts}"
    with visit(chromium, address, size, language=language, scripts=scripts) as context:
        page = context.new_page()
        page.goto(PAGE)
        told = page.get_by_text(only)
        expect(told).to_be_visible()
        told.get_by_role("link", name=enter).click()
        page.locator("input[name=name]").fill("Rahmat")
        page.locator("input[name=password]").fill(TYPED)
        page.get_by_role("button", name=enter).click()
        expect(page).to_have_url(f"{address}{PAGE}")
        page.locator("form[action='/comment'] textarea").fill(said)
        page.locator("form[action='/comment'] button").click()
        expect(page.get_by_text(said)).to_be_visible()
        page.get_by_role("button", name=leave).click()
        page.goto(PAGE)
        expect(page.get_by_text(only)).to_be_visible()
        expect(page.get_by_text(said)).to_be_visible()


def test_joining_and_commenting_go_by_the_keyboard_alone(chromium: Browser, address: str, ledger: SqlLedger) -> None:
    secret = invite(Members(ledger), role="member", now=now(), who="Sari")
    with visit(chromium, address) as context:
        page = context.new_page()
        page.goto(f"/join?key={secret}")
        for typed in ("Dewi", TYPED, TYPED):
            page.keyboard.type(typed)
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page).to_have_url(f"{address}/")
        page.goto(f"/claim/{CLAIM}")
        tab_to(page, "text")
        page.keyboard.type("lewat papan ketik")
        tab_to(page, "Post")
        page.keyboard.press("Enter")
        expect(page.get_by_text("lewat papan ketik")).to_be_visible()
        tab_to(page, "Log out")
        page.keyboard.press("Enter")
        expect(page.get_by_role("link", name="Log in")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["wide", "narrow"])
@pytest.mark.parametrize("path", ROOMS)
def test_the_rooms_of_members_are_whole(chromium: Browser, address: str, path: str, size: str, scheme: str) -> None:
    """No script of a member's runs, nothing hangs over the edge, every field and button has a name, controls can be hit."""
    with visit(chromium, address, size, scheme=scheme, who="Sari") as context:
        page = context.new_page()
        alarms: list[str] = []
        page.on("dialog", lambda dialog: (alarms.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: alarms.append(request.url) if not request.url.startswith(address) else None)
        page.goto(path)
        for details in page.locator("details").all():
            details.evaluate("element => { element.open = true }")
        assert alarms == []
        assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
        assert page.locator("h1").count() == 1
        for field in page.locator("main :is(input:not([type=hidden]), select, textarea)").all():
            assert field.evaluate(
                "element => element.labels !== null && element.labels.length === 1 && element.labels[0].textContent.trim() !== ''"
            )
        for button in page.locator("button, summary").all():
            box = button.bounding_box()
            assert button.text_content()
            assert box is None or (box["width"] >= 24 and box["height"] >= 24)
        if path == PAGE:
            expect(page.locator(".comment .words").first).to_have_text(HOSTILE)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_member_judges_and_withdraws_by_the_keyboard_alone(chromium: Browser, address: str, scripts: bool) -> None:
    with visit(chromium, address, scripts=scripts, who="Rahmat") as context:
        page = context.new_page()
        page.goto(PAGE)
        page.locator(f'a[href="{JUDGED}"]').focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{JUDGED}")
        page.get_by_label("Said or denied").focus()
        page.keyboard.press("ArrowDown")
        tab_to(page, "Change it")
        page.keyboard.press("Enter")
        expect(page.locator(".sayings .stance")).to_contain_text("Denied")
        page.goto("/judgements")
        tab_to(page, "Withdraw")
        page.keyboard.press("Enter")
        expect(page.get_by_text("withdrew a judgement").first).to_be_visible()
