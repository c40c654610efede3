"""A host is asked in its own time, by its own rules, and not again for what has not changed."""

from __future__ import annotations

import pytest

from saksi.intake.exchange import Fetched, NotModified, Validators
from saksi.limits import CRAWL_DELAY_SECONDS, HOST_GAP_SECONDS
from town import ADDRESS, HOST, PUBLIC, Town, answer, got, page, refusal


def test_what_has_not_changed_is_not_sent_again(town: Town) -> None:
    server = town.house(HOST)
    server.pages["/gate"] = [page(ETag='"v1"', Last_Modified="Tue, 03 Mar 2026 01:00:00 GMT"), answer(status="304 Not Modified", length=-1)]
    fetcher = town.fetcher()
    first = fetcher.fetch(ADDRESS)
    assert isinstance(first, Fetched)
    assert first.validators == Validators(etag='"v1"', last_modified="Tue, 03 Mar 2026 01:00:00 GMT")
    second = fetcher.fetch(ADDRESS, first.validators)
    assert isinstance(second, NotModified)
    assert b'If-None-Match: "v1"\r\nIf-Modified-Since: Tue, 03 Mar 2026 01:00:00 GMT\r\n' in server.requests[-1]


def test_a_host_that_cannot_be_had_is_not_waited_for_again(town: Town) -> None:
    town.hosts[HOST] = [[PUBLIC]]
    fetcher = town.fetcher()
    assert refusal(town, fetcher=fetcher) == refusal(town, f"http://{HOST}/other", fetcher)
    assert town.dialled == [PUBLIC]
    town.time += 301
    refusal(town, fetcher=fetcher)
    assert town.dialled == [PUBLIC, PUBLIC]


def test_validators_are_not_told_to_another_host(town: Town) -> None:
    town.house(HOST).pages["/gate"] = answer(status="302 Found", Location="http://other.example/")
    other = town.house("other.example", ip="93.184.216.40")
    other.pages["/"] = page()
    town.fetcher().fetch(ADDRESS, Validators(etag='"secret"'))
    assert b"secret" not in b"".join(other.requests)


def test_a_host_is_asked_in_its_own_time(town: Town) -> None:
    town.house(HOST).pages["/gate"] = page()
    town.house("other.example", ip="93.184.216.40").pages["/"] = page()
    fetcher = town.fetcher()
    for address in (ADDRESS, ADDRESS, "http://other.example/", ADDRESS):
        fetcher.fetch(address)
    assert town.slept == [HOST_GAP_SECONDS, HOST_GAP_SECONDS]


@pytest.mark.parametrize(
    ("asked", "gap"), [("7", 7), ("0.5", HOST_GAP_SECONDS), ("86400", CRAWL_DELAY_SECONDS), ("soon", HOST_GAP_SECONDS)]
)
def test_the_gap_that_a_host_asks_for_is_heard_within_reason(town: Town, asked: str, gap: float) -> None:
    server = town.house(HOST)
    server.pages |= {"/robots.txt": answer(f"User-agent: *\nCrawl-delay: {asked}\n".encode()), "/gate": page()}
    fetcher = town.fetcher()
    fetcher.fetch(ADDRESS)
    fetcher.fetch(ADDRESS)
    assert town.slept == [gap]


@pytest.mark.parametrize("when", ["9", "Tue, 03 Mar 2026 02:00:09 GMT"])
def test_an_answer_to_come_back_soon_is_heeded_once(town: Town, when: str) -> None:
    found = got(town, [answer(status="429 Too Many Requests", Retry_After=when), page()])
    assert (found.status, town.slept) == (200, [9])


def test_an_answer_to_come_back_much_later_closes_the_host_for_this_run(town: Town) -> None:
    server = town.house(HOST)
    server.pages["/gate"] = answer(status="503 Service Unavailable", Retry_After="3600")
    fetcher = town.fetcher()
    assert fetcher.fetch(ADDRESS).chain[-1].status == 503
    assert "3,600 seconds" in refusal(town, fetcher=fetcher)
    assert (town.slept, server.paths) == ([], ["/robots.txt", "/gate"])


@pytest.mark.parametrize("when", ["", "soon", "-5", "9" * 30, "Tue, 99 Foo 2026"])
def test_a_retry_after_that_says_nothing_is_not_waited_for(town: Town, when: str) -> None:
    assert got(town, answer(status="429 Too Many Requests", Retry_After=when)).status == 429
    assert town.slept == []


# robots.txt


@pytest.mark.parametrize(
    ("robots", "allowed"),
    [
        (answer(b"User-agent: *\nDisallow: /gate\n"), False),
        (answer(b"User-agent: *\nDisallow: /g*e$\n"), False),
        (answer(b"User-agent: *\nDisallow: /\nAllow: /gate\n"), True),
        (answer(b"User-agent: *\nDisallow: /\n\nUser-agent: Saksi\nAllow: /\n"), True),
        (answer(b"User-agent: saksi\nDisallow: /\n\nUser-agent: *\nAllow: /\n"), False),
        (answer(b"\xef\xbb\xbfUser-agent: *\nDisallow: /\n"), False),
        (answer(b"User-agent: *\r\nDisallow: /gate\r\n"), False),
        (answer(b"User-agent: *\nDisallow:\n"), True),
        (answer(b"<html><body>no robots here</body></html>"), True),
        (answer(b"\xff\xfe\x00\x00"), True),
        (answer(b""), True),
        (answer(b"User-agent: *\nDisallow: /gate\n" + b"# more\n" * 400_000), False),
        (answer(b"# more\n" * 100_000 + b"User-agent: *\nDisallow: /gate\n"), True),
        (answer(b"", status="404 Not Found"), True),
        (answer(b"", status="403 Forbidden"), True),
        (answer(b"", status="301 Moved", Location="/gone.txt"), True),
        (answer(b"", status="301 Moved", Location="/robots2.txt"), False),
        (answer(b"", status="301 Moved", Location="/robots.txt"), True),
        (answer(b"", status="301 Moved", Location="http://127.0.0.1/robots.txt"), False),
        (answer(b"", status="500 Oops"), False),
        (answer(b"", status="429 Too Many"), False),
        (b"nonsense", False),
    ],
)  # fmt: skip
def test_robots_are_respected(town: Town, robots: bytes, allowed: bool) -> None:
    server = town.house(HOST)
    server.pages |= {"/robots.txt": robots, "/robots2.txt": answer(b"User-agent: *\nDisallow: /\n"), "/gate": page()}
    fetcher = town.fetcher()
    if allowed:
        assert isinstance(fetcher.fetch(ADDRESS), Fetched)
    else:
        assert refusal(town, fetcher=fetcher)
        assert "/gate" not in server.paths
    asked = server.paths.count("/robots.txt")
    town.fetcher(ignore_robots=True).fetch(ADDRESS)
    assert server.paths.count("/robots.txt") == asked


def test_robots_speak_for_where_a_redirect_leads(town: Town) -> None:
    town.house(HOST).pages["/gate"] = answer(status="302 Found", Location="http://other.example/x")
    other = town.house("other.example", ip="93.184.216.40")
    other.pages |= {"/robots.txt": answer(b"User-agent: *\nDisallow: /x\n"), "/x": page()}
    assert "sends on to http://other.example/x: its robots.txt" in refusal(town)
    assert other.paths == ["/robots.txt"]


def test_robots_are_asked_once_a_host(town: Town) -> None:
    server = town.house(HOST)
    server.pages["/gate"] = page()
    fetcher = town.fetcher()
    fetcher.fetch(ADDRESS)
    fetcher.fetch(ADDRESS)
    assert server.paths == ["/robots.txt", "/gate", "/gate"]
