"""Single keys in a real Chromium, and how much script a page brings."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from test_browser import browser, served  # noqa: F401 - a fixture
from told_ledger import told, told_rooms

from saksi.desk import create_app
from saksi.desk.app import STATIC_FOLDER

pytestmark = pytest.mark.browser
SCRIPT_BYTES = 30_000
"""Gzipped script that a page of text may bring."""


@pytest.fixture(scope="module")
def desk() -> Iterator[str]:
    with served(create_app(told())) as where:
        yield where


@pytest.fixture
def page(browser: Browser, desk: str) -> Iterator[Page]:  # noqa: F811
    context = browser.new_context(locale="en-GB", reduced_motion="reduce")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{desk}/claims")
    yield page
    context.close()
    assert complaints == []


def test_a_statement_is_found_and_opened_by_keys_alone(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("12 people")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/search.words=12"))  # waits until its script has run
    page.keyboard.press("/")
    expect(page.get_by_label("Words")).to_be_focused()
    page.keyboard.press("Tab")
    page.get_by_role("link", name="12 people died").first.focus()
    page.keyboard.press("k")
    page.keyboard.press("o")
    page.wait_for_url(re.compile("/article/.*statement="))
    page.keyboard.press("g")
    page.keyboard.press("x")
    expect(page).to_have_url(re.compile("/conflicts$"))


def test_a_claim_is_opened_by_keys_alone(page: Page) -> None:
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.wait_for_url(re.compile("/claim/"))
    expect(page.get_by_role("heading", name="Who asserts it")).to_be_visible()


def test_keys_are_shown_and_can_be_switched_off(page: Page) -> None:
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.get_by_label("Switch single keys off").check()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()
    page.get_by_role("button", name="Keys").click()
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()


def test_every_room_reads_without_scripts(browser: Browser, desk: str) -> None:  # noqa: F811
    page = browser.new_page(java_script_enabled=False)
    for name, path in told_rooms(desk).items():
        page.goto(path)
        assert page.locator("h1").is_visible(), name
        assert page.locator("dialog").is_hidden(), name
    page.close()


def test_scripts_stay_within_their_budget() -> None:
    sizes = {file.name: len(gzip.compress(file.read_bytes())) for file in Path(STATIC_FOLDER).glob("*.js")}
    print(f"gzipped script: {sizes}, {sum(sizes.values())} of {SCRIPT_BYTES} bytes")
    assert sum(sizes.values()) <= SCRIPT_BYTES
