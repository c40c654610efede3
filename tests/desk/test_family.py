"""The family of an article: beside its text, and on a page of its own with every copy laid beside the origin."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from invented_readings import FERRY, ferries, ferry
from memory_ledger import MemoryLedger
from msgspec.structs import replace
from starlette.testclient import TestClient

from saksi.desk import create_app
from saksi.desk.kin import kinship
from saksi.ledger import open_ledger
from saksi.limits import DESK_COMPARED


@pytest.fixture
def of_ferries(ledger: MemoryLedger) -> MemoryLedger:
    ledger.add_family(ferries())
    return ledger


def words(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", page.replace("</li>", " "))).split())


def test_an_article_lists_the_others_of_its_family_with_what_they_changed(desk: TestClient, of_ferries: MemoryLedger) -> None:
    page = desk.get("/article/island?lang=en").text
    box = page[page.index('id="family"') : page.index("</section>", page.index('id="family"'))]

    assert 'href="/family/ferry"' in box
    assert re.findall(r'href="/article/(\w+)"', box) == ["ferry", "rush"]
    assert re.search(r"ferry & Sons · 2 January 2026, 03:04 .* · origin Ferry <rush> rush & Sons · 3 January 2026 · 3 edits", words(box))


def test_an_article_without_copies_says_nothing_of_a_family(desk: TestClient, of_ferries: MemoryLedger, hostile_reading) -> None:
    assert 'id="family"' not in desk.get(f"/article/{hostile_reading.article.id}").text


@pytest.mark.parametrize("name", ["ferry", "rush", "isl"])
def test_any_article_of_a_family_leads_to_its_page(desk: TestClient, of_ferries: MemoryLedger, name: str) -> None:
    page = desk.get(f"/family/{name}?lang=en")

    assert page.status_code == 200
    assert "One text in 3 articles" in words(page.text)
    assert "Credited agency" in page.text
    assert "word for word" in words(page.text)


def test_what_a_copy_changed_is_struck_out_and_underlined_in_its_place(desk: TestClient, of_ferries: MemoryLedger) -> None:
    page = desk.get("/family/ferry?lang=en").text
    beside = page[page.index('class="compared"') : page.index("</section>", page.index('class="compared"'))]
    beside = re.sub(r'<span class="unseen"[^>]*>[^<]*</span>', "", beside)

    paragraphs = [words(part) for part in re.findall(r"<p [^>]*>(.*?)</p>", re.sub(r"<(/?)(del|ins)>", r"{\1\2}", beside), re.S)]

    assert paragraphs == [
        "SUVA, Fiji (Nusa Wire) - A ferry with {del}112{/del} {ins}120{/ins} people {del}may have{/del} {ins}has{/ins} sunk off "
        "the island of Tern, the coast guard said.",
        "The owner denied that the ship was overloaded. Divers found nine bodies.",
        "{del}It was built in 1971.{/del}",
    ]


def test_an_article_alone_is_a_family_and_says_so(desk: TestClient, hostile_reading) -> None:
    page = desk.get(f"/family/{hostile_reading.article.id}?lang=id")

    assert page.status_code == 200
    assert "Satu teks dalam 1 artikel" in words(page.text)


def test_a_family_that_is_not_there(desk: TestClient) -> None:
    assert desk.get("/family/none").status_code == 404


def test_of_a_large_family_a_page_compares_the_first(ledger: MemoryLedger) -> None:
    ledger.add_family([ferry(f"f{number:03}", FERRY) for number in range(DESK_COMPARED + 5)])

    shown = kinship(ledger, "f001")

    assert (shown.total, len(shown.copies)) == (DESK_COMPARED + 5, DESK_COMPARED + 1)


def test_a_later_text_of_an_address_is_laid_beside_the_one_before_and_said_to_be_one(tmp_path: Path) -> None:
    second = FERRY.replace("112", "114")
    texts = {"first": FERRY, "second": second, "third": second.replace("114", "120")}
    at = {name: f"2026-01-02T0{hour}:00:00+00:00" for hour, name in enumerate(texts)}
    with open_ledger(str(tmp_path / "news.db")) as ledger:
        found = [ferry(name, text, published=at[name]) for name, text in texts.items()]
        ledger.add([replace(one, article=replace(one.article, uri="https://strait.example/ferry")) for one in found])
        desk = TestClient(create_app(ledger), headers={"Accept-Language": "en"})
        page = desk.get("/family/first").text
        article = desk.get("/article/third").text
        outlet = desk.get("/outlet?name=third+%26+Sons").text
        listed = desk.get("/outlet.json?name=third+%26+Sons").json()["articles"]

    third = page[page.index('<a href="/article/third">') :]
    assert "later text · 1 edit" in words(third)
    assert "The text of this address changed; before, it was: Ferry <second> 2 January 2026, 01:00" in words(third)
    assert '<a href="/article/second">' in third
    assert (third.count("</span>114</del>"), third.count("</span>120</ins>"), "112</del>" in third) == (1, 1, False)
    assert '<a href="/article/second">the text that stood at this address before</a>' in article
    assert "later text of this address · 1 edit" in words(article)
    assert "Its own texts, changed later 1 Ferry <third>" in words(outlet)
    assert "Copied, and what was changed 0" in words(outlet)
    assert [(one["is"], one["source"], one["edits"]) for one in listed] == [("later", "second", 1)]
