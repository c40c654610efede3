"""The in-tray over HTTP: texts, addresses and files, who may give them, how much, and what is said of each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("argon2", reason="the desk's extra is not installed: pip install 'saksi[desk]'")

from followed_ledger import HOSTILE
from markupsafe import escape
from peopled_ledger import peopled
from starlette.testclient import TestClient

from saksi.clock import now
from saksi.desk import create_app
from saksi.desk.uploads import _name
from saksi.errors import FetchRefused
from saksi.ledger.members import Members
from saksi.ledger.store import SqlLedger
from saksi.limits import PASTE_CHARS, PUT_IN_BYTES, PUT_IN_FILES

TEXT = 'Harbour master Ilse Marrick said the pier was safe.\n\n"We checked every pile," she told reporters.'
MARKUP = "<img src=x onerror=alert(1)>"
BOX = {"Content-Type": "multipart/form-data; boundary=x"}


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[SqlLedger]:
    with peopled(tmp_path / "news.db") as opened:
        yield opened


def at(ledger: SqlLedger, who: str = "Rahmat") -> TestClient:
    def fetch(uri: str) -> object:
        raise FetchRefused(uri, f"nobody answers {HOSTILE}")

    headers = {"Origin": "http://desk.example", "Accept-Language": "en"}
    app = create_app(ledger, fetch=fetch)  # type: ignore[arg-type]
    return TestClient(app, base_url="http://desk.example", cookies={"saksi_session": who}, headers=headers, follow_redirects=False)


def sent(desk: TestClient, text: str = "", uri: str = "", files: dict[str, bytes] | None = None) -> tuple[int, str]:
    """The status of what was sent as the form of the page sends it, and where it leads or what it says."""
    parts = [("files", (name, data)) for name, data in (files or {"": b""}).items()]
    answer = desk.post("/read", data={"text": text, "uri": uri}, files=parts)
    return answer.status_code, answer.headers.get("location", answer.text)


def test_a_pasted_text_leads_straight_to_its_article(ledger: SqlLedger) -> None:
    desk = at(ledger)
    status, where = sent(desk, TEXT)
    assert status == 303
    page = desk.get(where).text
    assert "Ilse Marrick" in page
    assert "pasted.txt" in page
    assert next((done.who, done.act, done.thing) for done in Members(ledger).trail()) == ("Rahmat", "put in", "pasted.txt")
    assert sent(desk, TEXT) == (303, where)


def test_a_text_may_be_told_where_it_was_published(ledger: SqlLedger) -> None:
    _, where = sent(at(ledger), TEXT, "https://kopi.example/dermaga")
    assert ledger.reading(where.rpartition("/")[2]).article.uri == "https://kopi.example/dermaga"
    assert sent(at(ledger), TEXT, "javascript:alert(1)")[0] == 400


def test_files_are_read_and_each_is_told_of(ledger: SqlLedger) -> None:
    desk = at(ledger)
    page = f"<html><title>Dermaga</title><body><p>{TEXT}</p></body></html>".encode()
    status, where = sent(desk, files={"C:\\berita\\a.html": page, f"{MARKUP}.png": b"\x89PNG...."})
    assert (status, where.partition("/read/")[1]) == (303, "/read/")
    told = desk.get(where).text
    assert "a.html</bdi></a>" in told
    assert "a PNG picture" in told
    assert MARKUP not in told
    assert str(escape(MARKUP)) in told
    assert at(ledger).get(where).status_code == 404, "another program does not remember it"
    assert "What you put in" in desk.get("/read").text


def test_addresses_wait_for_the_owners_word(ledger: SqlLedger) -> None:
    status, told = sent(at(ledger), "https://kopi.example/a\nhttps://kopi.example/b")
    assert (status, "saksi members addresses fetched" in told) == (403, True)
    assert "until the owner allows it" in at(ledger).get("/read").text
    assert at(ledger, "Sari").post("/members", data={"act": "choose", "addresses": "fetched"}).status_code == 303
    assert Members(ledger).setting("visitors") == "full"
    desk = at(ledger)
    status, where = sent(desk, "https://kopi.example/a\nhttps://kopi.example/b")
    told = desk.get(where).text
    assert (status, told.count("nobody answers"), told.count("kopi.example/a")) == (303, 2, 1)
    assert HOSTILE not in told


def test_what_is_too_much_or_nothing_is_refused(ledger: SqlLedger) -> None:
    desk = at(ledger)
    assert "There is nothing to read in it" in sent(desk)[1]
    Members(ledger).choose("addresses", "fetched", now=now())
    assert sent(desk, "\n".join(["https://kopi.example/a"] * (PUT_IN_FILES + 1)))[0] == 413
    assert sent(desk, files={f"{number}.txt": b"halo" for number in range(PUT_IN_FILES + 1)})[0] in (400, 413)
    assert sent(desk, "a" * (PASTE_CHARS + 1))[0] == 400
    assert sent(desk, files={"a.txt": b"a" * PUT_IN_BYTES})[0] == 413
    assert desk.post("/read", content=b"--x\r\nbroken", headers=BOX).status_code == 400
    assert desk.post("/read", content=b"--x\r\nContent-Disposition: form-data\r\n\r\n\r\n--x--", headers=BOX).status_code == 400
    assert desk.post("/comment", content=b"--x--", headers=BOX).status_code == 415, "other forms take no files"


def test_an_errand_is_seen_and_cancelled_by_its_member_and_an_owner_alone(ledger: SqlLedger) -> None:
    app = create_app(ledger)
    who = {
        name: TestClient(
            app,
            base_url="http://desk.example",
            cookies={"saksi_session": name},
            headers={"Origin": "http://desk.example"},
            follow_redirects=False,
        )
        for name in ("Rahmat", "Sari")
    }
    where = sent(who["Sari"], files={"a.txt": TEXT.encode(), "b.png": b"\x89PNG...."})[1]
    assert [who[name].get(where).status_code for name in ("Sari", "Rahmat")] == [200, 404]
    assert [who[name].post(where, data={"act": "cancel"}).status_code for name in ("Sari", "Rahmat")] == [303, 404]


def test_a_file_has_the_end_of_its_path_for_a_name() -> None:
    assert [_name(told) for told in ("C:\\a\\b.html", "/a/b.html", "", "a\x00\nb")] == ["b.html", "b.html", "file", "ab"]
