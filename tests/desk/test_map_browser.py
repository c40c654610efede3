"""The map in a real Chromium: complete without scripts, quiet, accessible in both languages, both schemes and three widths."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

pytest.importorskip("argon2", reason="the desk's extra is not installed: pip install 'saksi[desk]'")

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect
from test_browser import browser, served  # noqa: F401 - a fixture

from saksi.desk import create_app
from saksi.ledger import open_ledger
from saksi.reading.read import read
from saksi.records import Article

pytestmark = pytest.mark.browser

SAID = {"a": "that 12 people died in Jakarta", "b": "that ferries leave for Bogor", "c": "that the port of Tripoli in Libya is shut"}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    texts = {name: f"Mayor Ana Lind said {said}." for name, said in SAID.items()}
    with open_ledger(str(tmp_path_factory.mktemp("map") / "news.db")) as ledger:
        ledger.add([read(Article(id=name, title=name, outlet="o", language="en", text=text)) for name, text in texts.items()])
        with served(create_app(ledger)) as where:
            yield where


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 820, 1440])
@pytest.mark.parametrize("locale", ["id", "en"])
def test_axe_finds_nothing_on_the_map(browser: Browser, desk: str, scheme: str, width: int, locale: str) -> None:  # noqa: F811
    context = browser.new_context(base_url=desk, viewport={"width": width, "height": 900}, color_scheme=scheme, locale=locale)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto("/map")
    report = Axe().run(page, options={"rules": {"target-size": {"enabled": True}}}).response
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in report["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_dot_leads_to_its_place_and_nothing_is_asked_of_others(browser: Browser, desk: str, scripts: bool) -> None:  # noqa: F811
    context = browser.new_context(base_url=desk, java_script_enabled=scripts, locale="en")
    page = context.new_page()
    called: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: called.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto("/map?actor=lind")
    page.locator("svg.map a[aria-label^='Tripoli']").click()
    expect(page).to_have_url(re.compile(r"/place/\d+\?actor=lind$"))
    expect(page.locator("h1")).to_have_text("Tripoli")
    assert {urlsplit(url).netloc for url in called} == {urlsplit(desk).netloc}
    assert complaints == []
    context.close()
