"""The in-tray in a real Chromium: pasted and dropped anywhere, by the keyboard alone, without scripts, with its progress and its end."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("argon2", reason="the desk's extra is not installed: pip install 'saksi[desk]'")

from axe_playwright_python.sync_playwright import Axe
from peopled_ledger import peopled
from playwright.sync_api import Browser, Page, expect
from test_browser import browser, served  # noqa: F401 - a fixture

from saksi.clock import now
from saksi.desk import create_app
from saksi.errors import FetchRefused
from saksi.ledger.members import Members

pytestmark = pytest.mark.browser

TEXT = "Harbour master Ilse Marrick said the pier was safe <img src=x onerror=alert(1)>."
ANSWERS = threading.Event()
"""Set where the addresses of these tests may answer."""

PASTE = """([kind, words]) => {
  const carried = new DataTransfer();
  carried.setData("text/plain", words);
  const event = kind === "paste" ? new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true })
    : new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true });
  document.querySelector("h1").dispatchEvent(event);
}"""
DROP = """(words) => {
  const carried = new DataTransfer();
  carried.items.add(new File([words], "dermaga.txt", { type: "text/plain" }));
  document.querySelector("h1").dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
}"""


def fetch(uri: str) -> object:
    ANSWERS.wait(20)
    raise FetchRefused(uri, "nobody answers")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("tray")
    with peopled(folder / "news.db") as ledger:
        Members(ledger).choose("addresses", "fetched", now=now())
        app = create_app(ledger, fetch=fetch)  # type: ignore[arg-type]
        with served(app) as where:
            yield where
        ANSWERS.set()
        app.state.tray.close()


@pytest.fixture
def opened(browser: Browser, desk: str) -> Iterator[object]:  # noqa: F811
    """Opens a page as Rahmat; no script of a text may run, and nothing may call elsewhere."""
    contexts, alarms = [], []

    def open_page(path: str, **options: object) -> Page:
        context = browser.new_context(base_url=desk, locale="en", **options)  # type: ignore[arg-type]
        contexts.append(context)
        context.add_cookies([{"name": "saksi_session", "value": "Rahmat", "url": desk}])
        page = context.new_page()
        page.on("dialog", lambda dialog: (alarms.append(dialog.message), dialog.dismiss()))
        page.on("console", lambda message: alarms.append(message.text) if message.type in ("error", "warning") else None)
        page.on("request", lambda request: alarms.append(request.url) if not request.url.startswith(desk) else None)
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert alarms == []


@pytest.mark.parametrize("way", ["paste", "drop"])
def test_a_text_from_anywhere_is_asked_about_and_read(opened, way: str) -> None:  # type: ignore[no-untyped-def]
    page = opened("/claims")
    page.evaluate(PASTE, [way, TEXT])
    dialog = page.get_by_role("dialog", name="Have this read?")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_label("A text, or one address a line")).to_have_value(TEXT)
    expect(dialog.get_by_role("button", name="Have it read")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/article/"))
    expect(page.locator(".text")).to_contain_text(TEXT)


def test_a_file_that_is_dropped_is_read(opened) -> None:  # type: ignore[no-untyped-def]
    page = opened("/today")
    page.evaluate(DROP, f"{TEXT} She spoke on Monday.")
    page.get_by_role("dialog").get_by_role("button", name="Have it read").click()
    expect(page).to_have_url(re.compile("/article/"))
    expect(page.locator(".colophon")).to_contain_text("dermaga.txt")


def test_what_is_pasted_into_a_field_stays_there_and_the_dialog_can_be_left(opened) -> None:  # type: ignore[no-untyped-def]
    page = opened("/claims")
    page.locator("[data-search]").evaluate(
        "field => field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: new DataTransfer(), bubbles: true }))"
    )
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.evaluate(PASTE, ["paste", TEXT])
    page.get_by_role("button", name="Cancel").click()
    expect(page.locator("dialog[open]")).to_have_count(0)
    page.evaluate(PASTE, ["paste", TEXT])
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)


@pytest.mark.parametrize("scripts", [True, False])
def test_the_form_goes_by_the_keyboard_alone(opened, scripts: bool) -> None:  # type: ignore[no-untyped-def]
    page = opened("/read", java_script_enabled=scripts)
    page.get_by_label("A text, or one address a line").focus()
    page.keyboard.type(f"Mayor Ilse Marrick said the road was open {scripts}.")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/article/"))


@pytest.mark.parametrize("scripts", [True, False])
def test_progress_is_seen_and_the_rest_can_be_cancelled(opened, scripts: bool) -> None:  # type: ignore[no-untyped-def]
    ANSWERS.clear()
    page = opened("/read", java_script_enabled=scripts)
    page.get_by_label("A text, or one address a line").fill("https://kopi.example/a\nhttps://kopi.example/b")
    page.get_by_role("button", name="Have it read").click()
    expect(page).to_have_url(re.compile("/read/"))
    expect(page.get_by_role("status")).to_contain_text("1 of 2")
    page.get_by_role("button", name="Cancel").first.click()
    expect(page.get_by_text("It ends as soon as")).to_be_visible(timeout=10_000)
    ANSWERS.set()
    expect(page.get_by_role("status")).to_contain_text("cancelled", timeout=10_000)
    expect(page.locator("#progress[data-running]")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(opened, scheme: str, width: int) -> None:  # type: ignore[no-untyped-def]
    page = opened("/read", viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.get_by_label("A text, or one address a line").fill("Mayor Ilse Marrick said the road was open.")
    page.get_by_label(re.compile("Files")).set_input_files([{"name": "a.png", "mimeType": "image/png", "buffer": b"\x89PNG...."}])
    rooms = ["/read", "errand", "dialog"]
    for room in rooms:
        if room == "errand":
            page.get_by_role("button", name="Have it read").click()
            expect(page).to_have_url(re.compile("/read/"))
        elif room == "dialog":
            page.evaluate(PASTE, ["paste", TEXT])
        report = Axe().run(page, options={"rules": {"target-size": {"enabled": True}}}).response
        assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in report["violations"]] == [], room
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), room
