"""The rooms over HTTP: what they print, in which language, and what they refuse."""

from __future__ import annotations

import html
import re

import pytest
from invented_readings import HOSTILE
from memory_ledger import MemoryLedger
from starlette.testclient import TestClient

from saksi.desk import create_app
from saksi.desk.headers import SAFE_HEADERS
from saksi.desk.serving import LOOPBACK
from saksi.errors import LedgerError
from saksi.limits import DESK_LIT_STATEMENTS, DESK_QUERY_CHARS, FILTER_WORDS, PAGE_ROWS
from saksi.records import Reading

ROOMS = ("/", "/statements", "/nothing-here", "/article/none", "/static/desk.css", "/static/none.css", "/lights/3.css")


def words(page: str) -> str:
    """What a page says, its tags away, its items parted, white space single."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", page.replace("</li>", " "))).split())


def rows(page: str) -> int:
    return page.count('<tr role="row"') - page.count("<thead")


@pytest.mark.parametrize("path", ROOMS)
def test_every_answer_carries_the_safe_headers(desk: TestClient, path: str) -> None:
    answer = desk.get(path)
    assert {name: answer.headers.get(name) for name in SAFE_HEADERS} == SAFE_HEADERS


def test_the_policy_lets_nothing_in_from_elsewhere() -> None:
    assert SAFE_HEADERS["Content-Security-Policy"] == (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


def test_a_failing_room_still_answers_in_style_and_with_the_safe_headers(ledger: MemoryLedger, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(ledger, "articles", fail)
    answer = TestClient(create_app(ledger), raise_server_exceptions=False).get("/")
    assert answer.status_code == 500
    assert "broken" not in answer.text
    assert {name: answer.headers.get(name) for name in SAFE_HEADERS} == SAFE_HEADERS


def test_a_ledger_that_cannot_be_read_is_said_so_without_its_path(
    ledger: MemoryLedger, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise LedgerError("ledger /secret/place.db: locked")

    monkeypatch.setattr(ledger, "statements", fail)
    answer = TestClient(create_app(ledger)).get("/statements")
    assert answer.status_code == 503
    assert "secret" not in answer.text
    assert "secret" in caplog.text


def test_the_list_shows_each_article_with_what_is_known_of_it(desk: TestClient) -> None:
    page = words(desk.get("/?outlet=Kabar+Timur+Laut").text)
    assert "13 Oct 2026 Syahbandar: dermaga baru aman partly read Kabar Timur Laut Indonesian 8" in page


def test_the_list_is_filtered_by_outlet_and_language(desk: TestClient) -> None:
    assert rows(desk.get("/?language=id").text) == 1
    assert rows(desk.get("/?language=en").text) == PAGE_ROWS
    assert "No article fits" in desk.get("/?language=id&outlet=The+Marram+Courier").text


def test_pages_hold_every_row_once_and_keep_the_filters(desk: TestClient) -> None:
    first, second = desk.get("/?outlet=The+Marram+Courier"), desk.get("/?outlet=The+Marram+Courier&page=2")
    assert (rows(first.text), rows(second.text)) == (50, 10)
    assert 'href="/?outlet=The+Marram+Courier&amp;page=2"' in first.text
    links = re.findall(r'href="(/article/[0-9a-f]+)"', first.text + second.text)
    assert len(set(links)) == 60


@pytest.mark.parametrize("page", ["0", "3", "-1", "x", "1e3", "٢", "99999999999999999999"])
def test_a_page_that_is_not_there_is_a_404_in_style(desk: TestClient, page: str) -> None:
    answer = desk.get("/", params={"page": page})
    assert answer.status_code == 404
    assert "There is no such page" in answer.text


def test_an_empty_ledger_says_how_to_fill_it() -> None:
    assert "saksi add --ledger" in TestClient(create_app(MemoryLedger())).get("/").text


def test_an_article_is_found_by_its_short_id(desk: TestClient, harbour_reading: Reading) -> None:
    assert "Syahbandar" in desk.get(f"/article/{harbour_reading.article.id[:6]}").text


@pytest.mark.parametrize("path", ["/article/none", "/article/", "/article/a/b", "/article/%00", "/elsewhere"])
def test_what_is_not_there_is_a_404_in_style(desk: TestClient, path: str) -> None:
    answer = desk.get(path)
    assert answer.status_code == 404
    assert 'class="masthead"' in answer.text


def test_an_article_whose_maker_gave_it_an_id_with_a_slash_is_found(harbour_reading: Reading) -> None:
    from msgspec.structs import replace

    named = replace(harbour_reading, article=replace(harbour_reading.article, id="set a/1?#"))
    client = TestClient(create_app(MemoryLedger([named])))
    link = re.search(r'href="(/article/[^"]+)"', client.get("/").text)
    assert link is not None
    assert "Syahbandar" in client.get(html.unescape(link[1])).text


def test_an_article_shows_everything_of_its_page(desk: TestClient, harbour_reading: Reading) -> None:
    page = words(desk.get(f"/article/{harbour_reading.article.id}").text)
    for wanted in (
        "Kabar Timur Laut Berita dari pesisir, untuk pesisir",
        "Nelayan meragukannya",
        "By Sekar Wiyono",
        "13 October 2026, 08:30 GMT+07:00",
        "Credit: Nusa Wire",
        "Caption Kapal keruk",
        "Rukmana Dolok 5",
        "tabel jadwal a table of figures holds no sentences",
        "https://kabar.example/dermaga",
        "Two places that cannot both be right Two dates dibangun pada 2024 in the text (a) dibangun pada 2021 in the text (b)",
    ):
        assert wanted in page


def test_a_card_says_who_how_what_through_whom_and_what_it_answers(desk: TestClient, harbour_reading: Reading) -> None:
    page = desk.get(f"/article/{harbour_reading.article.id}").text
    cards = [words(card) for card in re.findall(r'<li class="card .*?</blockquote>.*?</ul>\s*</li>', page, re.DOTALL)]
    assert len(cards) == 8
    assert cards[0].endswith("in the headline")
    assert cards[2].startswith("Statement 3 Rukmana Dolok Asserted Kepala Syahbandar, Tanjung Samak in the text: nya Kami memeriksa")
    assert "para nelayan Unsure tiang ketujuh tampaknya bergeser" in cards[3]
    assert cards[3].endswith("informs probable reported, not quoted speaker not named through Nusa Wire answered by 5")
    assert "Kementerian Pelabuhan Denied laporan tersebut" in cards[4]
    assert cards[4].endswith("answers 4 (para nelayan)")


def test_the_statement_that_the_address_names_is_lit_without_any_script(desk: TestClient, harbour_reading: Reading) -> None:
    wanted = harbour_reading.statements[2].id
    page = desk.get(f"/article/{harbour_reading.article.id}?statement={wanted}").text
    assert re.findall(r'class="card [^"]*chosen" id="s-([^"]+)" aria-current="true"', page) == [wanted]


def test_a_statement_that_the_article_has_not_is_said_so(desk: TestClient, harbour_reading: Reading) -> None:
    page = desk.get(f"/article/{harbour_reading.article.id}?statement=beef").text
    assert "The statement that was asked for is not in this article." in page


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("stance=denied", 1),
        ("stance=unsure", 2),
        ("certainty=possible", 1),
        ("speaker=Rukmana+Dolok", 5),
        ("outlet=Kabar+Timur+Laut", 8),
        ("language=id&act=deny", 1),
        ("words=tiang+RUKMANA", 1),
        ("speaker=nobody", 0),
    ],
)
def test_the_table_is_filtered_by_what_the_address_says(desk: TestClient, query: str, expected: int) -> None:
    page = desk.get(f"/statements?{query}").text
    assert rows(page) == expected
    assert f"Statements {expected} statement{'' if expected == 1 else 's'} Words" in words(page)


def test_an_address_as_a_form_sends_it_is_cleared_of_empty_filters(desk: TestClient) -> None:
    answer = desk.get("/statements?words=&speaker=&stance=denied&certainty=&lang=id")
    assert str(answer.url).removeprefix("http://localhost:8787") == "/statements?stance=denied&lang=id"


def test_a_facet_adds_its_filter_and_the_chosen_one_takes_it_away(desk: TestClient) -> None:
    page = desk.get("/statements?stance=asserted&speaker=Rukmana+Dolok").text
    assert 'href="/statements?speaker=Rukmana+Dolok&amp;stance=asserted&amp;outlet=Kabar+Timur+Laut"' in page
    assert 'href="/statements?speaker=Rukmana+Dolok" aria-current="true"' in page
    assert 'href="/statements?stance=asserted" aria-current="true"' in page


def test_the_pages_of_the_table_keep_the_filters(desk: TestClient) -> None:
    assert 'href="/statements?speaker=Ilse+Marrick&amp;page=2"' in desk.get("/statements?speaker=Ilse+Marrick").text


def test_a_row_leads_to_the_place_in_the_text(desk: TestClient, harbour_reading: Reading) -> None:
    denial = harbour_reading.statements[3].id
    address = f"/article/{harbour_reading.article.id}?statement={denial}#m-{denial}"
    assert f'href="{address}"' in desk.get("/statements?stance=denied").text
    assert f'id="m-{denial}"' in desk.get(address).text


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"words": "x" * (DESK_QUERY_CHARS + 1)}, "too long"),
        ({"speaker": "a\x00b"}, "a character that no text has"),
        ({"stance": HOSTILE}, "asserted, denied or unsure"),
    ],
)
def test_a_filter_that_cannot_be_is_refused_in_words(desk: TestClient, query: dict[str, str], said: str) -> None:
    answer = desk.get("/statements", params=query)
    assert answer.status_code == 400
    assert said in answer.text
    assert HOSTILE not in answer.text


def test_the_longest_filter_holds_no_more_words_than_a_ledger_takes() -> None:
    assert (DESK_QUERY_CHARS + 1) // 2 <= FILTER_WORDS


@pytest.mark.parametrize("name", ["words", "speaker", "outlet", "act", "certainty", "language", "article"])
def test_a_filter_value_is_shown_as_text(desk: TestClient, name: str) -> None:
    page = desk.get("/statements", params={name: HOSTILE}).text
    assert HOSTILE not in page
    assert html.escape(HOSTILE) in page or html.escape(HOSTILE, quote=False) in page


def test_foreign_text_is_text_in_every_room(desk: TestClient, hostile_reading: Reading) -> None:
    """No tag of an article gets through, and no address that runs code becomes a link."""
    for path in ("/", "/statements", f"/article/{hostile_reading.article.id}"):
        page = desk.get(path).text
        assert HOSTILE not in page
        assert "alert(1)" in page
        assert not re.search(r'(?:href|src)="javascript:', page)


def test_names_that_turn_the_writing_direction_are_kept_apart(desk: TestClient) -> None:
    assert re.search(r"<bdi>Bridge [^<]*\u202egnp", desk.get("/").text)


def test_the_language_is_the_browsers_unless_another_is_chosen(desk: TestClient) -> None:
    def spoken(**sent: object) -> str:
        found = re.search(r'<html lang="(\w+)"', desk.get("/", **sent).text)  # type: ignore[arg-type]
        assert found is not None
        return found[1]

    assert spoken() == "en"
    assert spoken(headers={"accept-language": "id-ID,id;q=0.9,en;q=0.8"}) == "id"
    assert spoken(headers={"accept-language": "fr, *;q=0.1"}) == "en"
    assert spoken(params={"lang": "xx"}) == "en"
    assert spoken(params={"lang": "id"}) == "id"
    assert spoken() == "id", "the choice is kept in a cookie"
    assert spoken(params={"lang": "en"}, headers={"accept-language": "id"}) == "en"


def test_the_operators_language_counts_before_the_browsers(ledger: MemoryLedger) -> None:
    page = TestClient(create_app(ledger, interface_language="id")).get("/", headers={"accept-language": "en"}).text
    assert '<html lang="id"' in page


def test_an_interface_language_that_there_is_not_is_refused(ledger: MemoryLedger) -> None:
    with pytest.raises(ValueError, match="'fr'"):
        create_app(ledger, interface_language="fr")


def test_the_language_links_keep_the_rest_of_the_address(desk: TestClient) -> None:
    assert 'href="/statements?stance=denied&amp;lang=id"' in desk.get("/statements?stance=denied&lang=en").text


@pytest.mark.parametrize(
    ("asked", "link"),
    [
        ("/article/a%3Fb%23c", "/article/a%3Fb%23c?lang=id"),
        ("//elsewhere.example/x", "/elsewhere.example/x?lang=id"),
    ],
)
def test_the_language_links_stay_on_this_desk_and_at_this_address(desk: TestClient, asked: str, link: str) -> None:
    """A path that begins with two slashes would lead a browser to another host."""
    assert f'href="{link}"' in desk.get(f"http://localhost:8787{asked}").text


def test_the_text_is_marked_with_its_own_language(desk: TestClient, harbour_reading: Reading) -> None:
    page = desk.get(f"/article/{harbour_reading.article.id}?lang=en").text
    assert '<html lang="en">' in page
    assert '<article lang="id">' in page


def test_both_languages_say_the_same_with_other_words(desk: TestClient) -> None:
    assert "69 statements" in words(desk.get("/statements?lang=en").text)
    assert "69 pernyataan" in words(desk.get("/statements?lang=id").text)


def test_the_desk_takes_nothing_in(desk: TestClient) -> None:
    answer = desk.post("/statements")
    assert answer.status_code == 405
    assert "for reading" in answer.text


def test_a_name_that_is_not_ours_is_not_answered(ledger: MemoryLedger) -> None:
    client = TestClient(create_app(ledger, hosts=list(LOOPBACK.values())), base_url="http://localhost:8787")
    assert client.get("/").status_code == 200
    assert client.get("/", headers={"host": "[::1]:8787"}).status_code == 200
    assert client.get("/", headers={"host": "rebound.example"}).status_code == 400


def test_no_more_statements_light_up_than_the_limit(desk: TestClient) -> None:
    assert desk.get(f"/lights/{DESK_LIT_STATEMENTS}.css").status_code == 200
    assert desk.get(f"/lights/{DESK_LIT_STATEMENTS + 1}.css").status_code == 404
