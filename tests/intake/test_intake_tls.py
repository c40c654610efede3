"""Certificates are verified for the name that was asked for, and a proxy is used only where it is set."""

from __future__ import annotations

import socket
import ssl

import pytest

from saksi.errors import FetchRefused
from saksi.intake.exchange import Fetched
from town import ADDRESS, HOST, PAGE, PUBLIC, Town, answer, page, refusal


def test_a_valid_certificate_is_believed_for_the_name_not_the_number(
    town: Town, certificate: tuple[ssl.SSLContext, ssl.SSLContext]
) -> None:
    serving, trust = certificate
    town.house(HOST, port=443, tls=serving).pages["/gate"] = page()
    found = town.fetcher(trust=trust).fetch(f"https://{HOST}/gate")
    assert isinstance(found, Fetched)
    assert (found.body, found.chain[0].ip) == (PAGE, PUBLIC)
    assert found.chain[0].response.startswith(b"HTTP/1.1 200 OK\r\n")


def test_a_certificate_that_nobody_vouches_for_is_refused(town: Town, certificate: tuple[ssl.SSLContext, ssl.SSLContext]) -> None:
    server = town.house(HOST, port=443, tls=certificate[0])
    assert "certificate is not valid" in refusal(town, f"https://{HOST}/gate")
    assert server.requests == []


def test_a_certificate_for_another_name_is_refused(town: Town, certificate: tuple[ssl.SSLContext, ssl.SSLContext]) -> None:
    serving, trust = certificate
    server = town.house("other.example", port=443, tls=serving)
    assert "certificate is not valid" in refusal(town, "https://other.example/", town.fetcher(trust=trust))
    assert server.requests == []


def test_no_tls_at_all_is_refused(town: Town) -> None:
    town.house(HOST, port=443)
    assert "no connection" in refusal(town, f"https://{HOST}/gate")


def test_a_proxy_is_used_where_it_is_set_and_looks_names_up_itself(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    proxy = town.house("proxy", ip="proxy.lan", port=3128)
    proxy.pages[ADDRESS] = page()
    monkeypatch.setenv("SAKSI_PROXY", "http://me:word@proxy.lan:3128")
    found = town.fetcher().fetch(ADDRESS)
    assert isinstance(found, Fetched)
    assert (town.looked_up, town.dialled, found.chain[0].ip) == ([], ["proxy.lan", "proxy.lan"], None)
    assert b"Proxy-Authorization: Basic " in proxy.requests[-1]
    assert b"authorization" not in found.chain[0].request.lower()
    assert b"Host: marram.example" in found.chain[0].request
    assert "own network" in refusal(town, "http://printer.local/")


def test_through_a_proxy_the_host_is_verified_and_only_its_answer_kept(
    town: Town, monkeypatch: pytest.MonkeyPatch, certificate: tuple[ssl.SSLContext, ssl.SSLContext]
) -> None:
    serving, trust = certificate

    def tunnel(connection: socket.socket, request: bytes) -> None:
        connection.sendall(b"HTTP/1.1 200 Go on\r\n\r\n")
        with serving.wrap_socket(connection, server_side=True) as inner:
            inner.recv(65_536)
            inner.sendall(page())

    town.house("proxy", ip="proxy.lan", port=3128).pages |= {f"{HOST}:443": tunnel, "other.example:443": tunnel}
    monkeypatch.setenv("SAKSI_PROXY", "http://proxy.lan:3128")
    fetcher = town.fetcher(trust=trust, ignore_robots=True)
    kept = fetcher.fetch(f"https://{HOST}/gate").chain[0]
    assert (kept.request[:18], kept.response) == (b"GET /gate HTTP/1.1", page())
    assert "certificate is not valid" in refusal(town, "https://other.example/", fetcher)


def test_a_proxy_that_will_not(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    town.house("proxy", ip="proxy.lan", port=3128).pages[f"{HOST}:443"] = answer(status="407 Proxy Authentication Required")
    monkeypatch.setenv("SAKSI_PROXY", "http://proxy.lan:3128")
    assert "the proxy of SAKSI_PROXY would not (407" in refusal(town, f"https://{HOST}/gate")


@pytest.mark.parametrize("setting", ["proxy.lan:3128", "socks5://proxy.lan", "http://", "http://x:99999"])
def test_a_proxy_that_is_none_is_refused_without_telling_it(town: Town, monkeypatch: pytest.MonkeyPatch, setting: str) -> None:
    monkeypatch.setenv("SAKSI_PROXY", setting)
    with pytest.raises(FetchRefused, match="SAKSI_PROXY") as refused:
        town.fetcher()
    assert setting not in str(refused.value).replace("http://", "", 1) or setting == "http://"
