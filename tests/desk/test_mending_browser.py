"""Mending in a real Chromium: words chosen in the text, the keyboard alone, without scripts, and what axe says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("argon2", reason="the desk's extra is not installed: pip install 'saksi[desk]'")

from axe_playwright_python.sync_playwright import Axe
from peopled_ledger import settle
from playwright.sync_api import Browser, Page, expect
from test_browser import browser, served  # noqa: F401 - a fixture
from told_ledger import told_ledger

from saksi.desk import create_app

pytestmark = pytest.mark.browser

CHOOSE = """(words) => {
  const walk = document.createTreeWalker(document.querySelector("[data-choose]"), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const at = walk.currentNode.data.indexOf(words[0]);
    if (at < 0) continue;
    const last = words[1] === undefined ? walk.currentNode : null;
    const range = document.createRange();
    range.setStart(walk.currentNode, at);
    let node = walk.currentNode;
    while (!last && !node.data.includes(words[1]) && walk.nextNode()) node = walk.currentNode;
    range.setEnd(node, last ? at + words[0].length : node.data.indexOf(words[1]) + words[1].length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return;
  }
}"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("mending")
    with told_ledger(folder / "news.db") as ledger:
        settle(ledger)
        with served(create_app(ledger)) as where:
            yield where


def opened(browser: Browser, desk: str, path: str, **options: object) -> Page:  # noqa: F811
    context = browser.new_context(base_url=desk, locale="en", **options)  # type: ignore[arg-type]
    context.add_cookies([{"name": "saksi_session", "value": "Rahmat", "url": desk}])
    page = context.new_page()
    page.goto(path)
    return page


def test_words_chosen_in_an_article_become_a_missed_statement_and_are_undone(browser: Browser, desk: str) -> None:  # noqa: F811
    page = opened(browser, desk, "/article/courier")
    page.evaluate(CHOOSE, ["General", "Monday"])
    page.get_by_role("link", name="Add the chosen words as a missed statement").click()
    words = page.get_by_label("What is said, as it stands in the text")
    expect(words).to_have_value("General Peter Marlow said that 12 people died at the Pellmoor bridge on Monday")
    page.evaluate(CHOOSE, ["The army attacked the Pellmoor bridge"])
    page.get_by_role("button", name="what is said").click()
    expect(words).to_have_value("The army attacked the Pellmoor bridge")
    page.get_by_role("button", name="Add it").click()
    expect(page.locator(".undo")).to_contain_text("this was missed")
    expect(page.locator(".card.chosen")).to_contain_text("The army attacked the Pellmoor bridge")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".cards")).not_to_contain_text("The army attacked the Pellmoor bridge")
    page.context.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_missed_statement_is_added_by_the_keyboard_alone(browser: Browser, desk: str, scripts: bool) -> None:  # noqa: F811
    page = opened(browser, desk, "/article/wire", java_script_enabled=scripts)
    page.get_by_role("link", name="Add a missed statement").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/missed/wire")
    page.get_by_label("What is said, as it stands in the text").focus()
    page.keyboard.type("15 people")
    page.get_by_role("button", name="Add it").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/article/wire.*judged="))
    page.get_by_role("button", name="Undo").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".undo")).to_have_count(0)
    page.context.close()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing(browser: Browser, desk: str, scheme: str, width: int) -> None:  # noqa: F811
    page = opened(browser, desk, "/article/post", viewport={"width": width, "height": 800}, color_scheme=scheme)
    judge = page.locator('a[href^="/judge/"]').first.get_attribute("href")
    actor = page.request.get(f"{desk}/actors.json").json()["actors"][0]["address"]
    for path in ("/article/post", "/missed/post?quote=12", str(judge), actor):
        page.goto(path)
        if page.locator("[data-choose]").count():
            page.evaluate(CHOOSE, ["12 people"])
        report = Axe().run(page, options={"rules": {"target-size": {"enabled": True}}}).response
        assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in report["violations"]] == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    page.context.close()
