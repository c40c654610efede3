"""The head of every page in a real Chromium: on one line where there is room, and its menu by keyboard, with and without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("argon2", reason="the desk's extra is not installed: pip install 'saksi[desk]'")

from axe_playwright_python.sync_playwright import Axe
from peopled_ledger import peopled
from playwright.sync_api import Browser, Page, expect
from test_browser import browser, served  # noqa: F401 - a fixture

from saksi.desk import create_app

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("menu")
    with peopled(folder / "news.db") as ledger, served(create_app(ledger)) as where:
        yield where


def opened(browser: Browser, desk: str, **options: object) -> Page:  # noqa: F811
    """The statements as the owner sees them."""
    context = browser.new_context(base_url=desk, **options)  # type: ignore[arg-type]
    context.add_cookies([{"name": "saksi_session", "value": "Sari", "url": desk}])
    page = context.new_page()
    page.goto("/statements")
    return page


@pytest.mark.parametrize("locale", ["id", "en"])
def test_the_head_stands_on_one_line_at_1280_pixels(browser: Browser, desk: str, locale: str) -> None:  # noqa: F811
    page = opened(browser, desk, viewport={"width": 1280, "height": 800}, locale=locale)
    box = page.locator(".masthead").bounding_box()
    assert box is not None
    assert box["height"] < 64
    page.context.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_the_menu_opens_and_leads_on_by_the_keyboard_alone(browser: Browser, desk: str, scripts: bool) -> None:  # noqa: F811
    page = opened(browser, desk, locale="en", java_script_enabled=scripts)
    page.locator(".masthead a", has_text="Watches").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Statements", exact=True)).to_have_attribute("aria-current", "page")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/places$"))
    page.context.close()


def test_the_menu_shuts_by_escape_and_by_a_click_elsewhere(browser: Browser, desk: str) -> None:  # noqa: F811
    page = opened(browser, desk, locale="en")
    summary, inside = page.locator(".more summary"), page.locator(".more ul")
    summary.click()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(inside).to_be_hidden()
    expect(summary).to_be_focused()
    summary.click()
    expect(inside).to_be_visible()
    page.locator("h1").click()
    expect(inside).to_be_hidden()
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing_in_the_open_menu(browser: Browser, desk: str, scheme: str, width: int) -> None:  # noqa: F811
    page = opened(browser, desk, viewport={"width": width, "height": 800}, color_scheme=scheme, locale="id")
    page.locator(".more summary").click()
    report = Axe().run(page, ".masthead", options={"rules": {"target-size": {"enabled": True}}}).response
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in report["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.context.close()
