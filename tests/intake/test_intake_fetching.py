"""Fetching over real connections to servers on this machine: guarded, capped, and never an exception of another's."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
from pathlib import Path

import pytest

from saksi.errors import FetchRefused
from saksi.intake import articles
from saksi.intake.dialling import Network, judged_addresses
from saksi.intake.exchange import Fetched
from saksi.intake.guard import judge_address
from saksi.limits import INPUT_BYTES, REDIRECTS
from saksi.records import Article, Refused
from town import ADDRESS, HOST, HTML, PAGE, PUBLIC, STORY, WAYS, Town, answer, got, page, read, refusal


def test_a_page_is_fetched_and_read_as_a_saved_one(town: Town, tmp_path: Path) -> None:
    town.house(HOST).pages["/gate"] = page(ETag='"v1"', Last_Modified="Tue, 03 Mar 2026 01:00:00 GMT")
    saved = tmp_path / "gate.html"
    saved.write_bytes(PAGE)
    (alike,) = articles(str(saved), clock=town.clock)
    one = read(town)
    assert isinstance(one, Article)
    assert isinstance(alike, Article)
    assert (one.uri, one.text, one.title, one.sha256, one.fetched) == (ADDRESS, STORY, "Gate", alike.sha256, "2026-03-03T02:00:00+00:00")
    assert one.status == "read"


def test_the_request_names_saksi_and_nothing_else(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAKSI_CONTACT", "desk@marram.example")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    got(town, page(Set_Cookie="a=b"))
    head = town.servers[0].requests[-1].decode()
    assert head.startswith("GET /gate HTTP/1.1\r\nHost: marram.example\r\n")
    assert "(+desk@marram.example)\r\n" in head
    assert "Accept-Encoding: gzip, deflate\r\n" in head
    assert "cookie" not in head.lower()
    assert "referer" not in head.lower()


def test_a_contact_that_would_break_the_request_is_refused(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAKSI_CONTACT", "a\r\nX: y")
    with pytest.raises(FetchRefused, match="SAKSI_CONTACT"):
        town.fetcher()


# Where it leads


@pytest.mark.parametrize("ips", [["10.0.0.1"], [PUBLIC, "127.0.0.1"], [PUBLIC, "::ffff:10.0.0.1"], ["fe80::1%lo"], ["64:ff9b::7f00:1"], []])
def test_one_address_that_may_not_be_called_refuses_the_host(town: Town, ips: list[str]) -> None:
    town.house(HOST)
    town.hosts[HOST] = [ips]
    assert refusal(town)
    assert town.dialled == []


def test_a_name_that_changes_its_address_is_looked_up_once_a_connection(town: Town) -> None:
    server = town.house(HOST)
    server.pages["/gate"] = page()
    town.hosts[HOST] = [[PUBLIC], ["127.0.0.1"]]
    found = town.fetcher(ignore_robots=True).fetch(ADDRESS)
    assert (town.looked_up, town.dialled, found.chain[0].ip) == ([HOST], [PUBLIC], PUBLIC)


def test_the_second_look_up_is_judged_as_the_first(town: Town) -> None:
    town.house(HOST).pages["/gate"] = page()
    town.hosts[HOST] = [[PUBLIC], ["127.0.0.1"]]
    assert "this machine itself" in refusal(town)
    assert town.dialled == [PUBLIC]


def test_the_next_address_is_dialled_where_one_is_closed(town: Town) -> None:
    town.house(HOST).pages["/gate"] = page()
    town.hosts[HOST] = [["93.184.216.99", PUBLIC]]
    assert town.fetcher(ignore_robots=True).fetch(ADDRESS).chain[0].ip == PUBLIC
    assert town.dialled == ["93.184.216.99", PUBLIC]


def test_an_address_by_number_is_not_looked_up(town: Town) -> None:
    town.house("x", ip=PUBLIC).pages["/gate"] = page()
    town.fetcher().fetch(f"http://{PUBLIC}/gate")
    assert town.looked_up == []


def test_a_host_that_nobody_knows(town: Town) -> None:
    assert "was not found" in refusal(town, "http://nowhere.example/")


def test_a_host_that_is_shut(town: Town) -> None:
    town.hosts[HOST] = [[PUBLIC]]
    assert "no connection" in refusal(town)


def test_the_machines_own_network_is_judged_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """The real look-up, with the answers of the C library made up: nothing is dialled."""
    target = judge_address("http://rebinding.example/")
    asked = []

    def getaddrinfo(host: str, port: int, type: int) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        asked.append((host, port))
        return [(2, 1, 6, "", (PUBLIC, port)), (2, 1, 6, "", (PUBLIC, port)), (10, 1, 6, "", ("::1", port))]

    monkeypatch.setattr("socket.getaddrinfo", getaddrinfo)
    assert Network().look_up("rebinding.example", 80) == [PUBLIC, PUBLIC, "::1"]
    with pytest.raises(FetchRefused, match="leads to ::1, which is this machine itself"):
        judged_addresses(target, Network())
    assert asked == [("rebinding.example", 80)] * 2


def test_a_name_service_that_hangs_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    free = threading.Event()
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: free.wait(5) and [])
    monkeypatch.setattr("saksi.intake.dialling.RESOLVE_SECONDS", 0.05)
    with pytest.raises(FetchRefused, match="the name service gave no answer"):
        judged_addresses(judge_address("http://slow.example/"), Network())
    free.set()


def test_the_machines_own_network_dials_a_number(town: Town) -> None:
    server = town.house(HOST)
    stream = Network().dial("127.0.0.1", server.port, 1)
    stream.write(b"GET /x HTTP/1.0\r\n\r\n", 1)
    assert stream.read(12, 1) == b"HTTP/1.1 404"
    stream.close()


# Redirects


def test_redirects_are_followed_and_all_is_kept(town: Town) -> None:
    server = town.house(HOST)
    server.pages["/old"] = answer(status="301 Moved Permanently", Location="/gate#top", Set_Cookie="a=b")
    server.pages["/gate"] = page()
    found = town.fetcher().fetch(f"http://{HOST}/old")
    assert isinstance(found, Fetched)
    assert [(one.uri, one.status) for one in found.chain] == [(f"http://{HOST}/old", 301), (ADDRESS, 200)]
    assert (found.asked, found.uri) == (f"http://{HOST}/old", ADDRESS)
    assert b"cookie" not in b"".join(server.requests).lower()
    assert town.slept == []


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1/",
        "//[::1]/",
        "http://0x7f.1/",
        "http://inner.example/",
        "file:///etc/passwd",
        "http://localhost:8080/",
        "http://a:b@x.example/",
    ],
)
def test_a_redirect_leads_nowhere_that_an_address_may_not(town: Town, location: str) -> None:
    town.house("inner.example", ip="10.1.2.3").pages["/"] = page()
    town.house(HOST).pages["/gate"] = answer(status="302 Found", Location=location)
    assert "sends on to" in refusal(town)
    assert "10.1.2.3" not in town.dialled


def test_a_circle_is_seen(town: Town) -> None:
    server = town.house(HOST)
    server.pages |= {"/gate": answer(status="302 Found", Location="/b"), "/b": answer(status="302 Found", Location="/gate")}
    assert "in a circle" in refusal(town)
    assert len(server.requests) == 3


def test_too_many_redirects_end(town: Town) -> None:
    server = town.house(HOST)
    for step in range(20):
        server.pages[f"/{step}"] = answer(status="307 Temporary Redirect", Location=f"/{step + 1}")
    assert f"more than {REDIRECTS} times" in refusal(town, f"http://{HOST}/0")
    assert len(server.requests) == REDIRECTS + 2


def test_an_unprotected_last_step_is_noted(town: Town, certificate: tuple[ssl.SSLContext, ssl.SSLContext]) -> None:
    serving, trust = certificate
    town.house(HOST, port=443, tls=serving).pages["/gate"] = answer(status="302 Found", Location=f"http://{HOST}/plain")
    town.house(HOST).pages["/plain"] = page()
    (one,) = articles(f"https://{HOST}/gate", clock=town.clock, fetch=town.fetcher(trust=trust).fetch)
    assert isinstance(one, Article)
    assert ([note.code for note in one.notes], one.status) == (["unprotected"], "read")


# What an answer may be


def test_a_silent_server_is_not_waited_for(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    town.house(HOST).pages["/gate"] = lambda connection, request: connection.recv(1)  # type: ignore[assignment, return-value]
    monkeypatch.setattr("saksi.intake.asking._TIMEOUTS", {"connect": 1, "read": 0.1, "write": 1, "pool": 1})
    assert "no answer in time" in refusal(town)


def endless(connection: socket.socket, request: bytes) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        connection.sendall(b"<p>more</p>" * 10_000)


def test_a_slow_answer_ends_at_the_deadline_and_is_read_in_part(town: Town) -> None:
    town.pace = 7
    found = got(town, endless)
    assert (found.cut, found.status) == ("time", 200)
    assert 0 < len(found.body) < 1_000_000


def test_the_deadline_holds_for_all_redirects_together(town: Town) -> None:
    town.pace = 25
    server = town.house(HOST)
    for step in range(5):
        server.pages[f"/{step}"] = answer(status="302 Found", Location=f"/{step + 1}")
    assert "try again later" in refusal(town, f"http://{HOST}/0")
    assert len(server.requests) <= 4


def test_an_endless_answer_ends(town: Town) -> None:
    town.house(HOST).pages["/gate"] = endless
    assert "larger than 20 MB" in refusal(town)


def test_endless_headers_end(town: Town) -> None:
    def serve(connection: socket.socket, request: bytes) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n")
        while True:
            connection.sendall(b"X-More: and more\r\n" * 1_000)

    town.house(HOST).pages["/gate"] = serve
    assert refusal(town)


def test_an_answer_that_says_it_is_too_large_is_not_fetched(town: Town) -> None:
    town.house(HOST).pages["/gate"] = answer(b"x", length=INPUT_BYTES + 1)
    assert "20,000,001 bytes" in refusal(town)


def test_a_bomb_is_refused(town: Town) -> None:
    town.house(HOST).pages["/gate"] = answer(gzip.compress(bytes(30_000_000)), Content_Type=HTML, Content_Encoding="gzip")
    one = read(town)
    assert isinstance(one, Refused)
    assert "200 times its size" in one.reason


@pytest.mark.parametrize("served", WAYS)
def test_however_it_is_packed_it_is_the_same_page(town: Town, served: bytes) -> None:
    town.house(HOST).pages["/gate"] = served
    one = read(town)
    assert isinstance(one, Article), one
    assert (one.text, one.title, one.status) == (STORY, "Gate", "read")


def test_an_answer_that_breaks_off_is_read_in_part(town: Town) -> None:
    town.house(HOST).pages["/gate"] = answer(PAGE[:-20], Content_Type=HTML, length=len(PAGE))
    one = read(town)
    assert isinstance(one, Article)
    assert (one.text, one.status, [note.code for note in one.notes]) == (STORY, "partly", ["answer-cut"])


@pytest.mark.parametrize(
    ("served", "reason"),
    [
        (b"", "no HTTP"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "no HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Le", "no HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n", "no HTTP"),
        (b"HTTX/1.1 200 OK\r\n\r\n", "no HTTP"),
        (answer(b"x", Content_Encoding="br"), "'br'"),
        (answer(b"x", Content_Encoding="gzip, gzip, gzip, gzip"), "4 times over"),
        (answer(b" \n", Content_Type=HTML), "empty"),
        (answer(b"\x89PNG\r\n\x1a\n", Content_Type="image/png"), "PNG picture"),
        (answer(b"<p>no</p>", status="404 Not Found"), "answered 404: there is no such page"),
        (answer(b"<p>no</p>", status="403 Forbidden"), "lets no program in"),
        (answer(b"<p>no</p>", status="418 Teapot"), "answered 418"),
        (answer(b"<p>no</p>", status="502 Bad Gateway"), "try again later"),
        (answer(status="204 No Content", length=-1), "empty"),
        (answer(b"", status="302 Found"), "answered 302"),
        (answer(b"x", status="101 Switching Protocols", length=-1), ""),
    ],
)  # fmt: skip
def test_other_answers_are_refused_with_a_reason(town: Town, served: bytes, reason: str) -> None:
    town.house(HOST).pages["/gate"] = served
    one = read(town)
    assert isinstance(one, Refused)
    assert reason in one.reason
    assert one.uri == ADDRESS


def test_the_servers_encoding_counts(town: Town) -> None:
    text = "قال حارس البوابة إن المياه غمرت الحقول بعد أن تركت البوابة مفتوحة طوال الليل في القرية الصغيرة."
    body = f"<html><body><article><p>{text}</p></article></body></html>".encode("windows-1256")
    town.house(HOST).pages["/gate"] = answer(body, Content_Type='text/html; charset="windows-1256"')
    one = read(town)
    assert isinstance(one, Article)
    assert one.text == text


def test_a_feed_gives_its_items(town: Town) -> None:
    items = "".join(f"<item><title>No. {n}</title><link>http://{HOST}/{n}</link><description>{STORY}</description></item>" for n in (1, 2))
    feed = f"<?xml version='1.0'?><rss version='2.0'><channel><title>Marram</title>{items}</channel></rss>".encode()
    server = town.house(HOST)
    server.pages["/gate"] = answer(feed, Content_Type="application/rss+xml")
    found = list(articles(ADDRESS, clock=town.clock, fetch=town.fetcher().fetch))
    assert [(one.uri, one.title) for one in found if isinstance(one, Article)] == [(f"http://{HOST}/{n}", f"No. {n}") for n in (1, 2)]
    assert server.paths == ["/robots.txt", "/gate"]


def test_lines_of_json_are_read_from_an_address(town: Town) -> None:
    town.house(HOST).pages["/gate"] = answer(b'{"text": "One."}\n{"text": "Two."}\n', Content_Type="application/x-ndjson")
    found = articles(ADDRESS, clock=town.clock, fetch=town.fetcher().fetch)
    assert [one.text for one in found if isinstance(one, Article)] == ["One.", "Two."]
