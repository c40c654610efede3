"""A town of servers on this machine, for the tests of fetching: the guard stays as it is, only looking up and dialling are the town's."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta

import httpcore2
import pytest
from httpcore2 import NetworkStream, SyncBackend

from saksi.errors import FetchRefused
from saksi.intake import articles
from saksi.intake.exchange import Fetched
from saksi.intake.fetching import Fetcher
from saksi.records import Article, Refused

HOST = "marram.example"
ADDRESS = f"http://{HOST}/gate"
STORY = "The tide gate was left open on Monday, the keeper said, and two fields were under water by noon."
PAGE = f"<html><head><title>Gate</title></head><body><article><p>{STORY}</p></article></body></html>".encode()
HTML = "text/html; charset=utf-8"
PUBLIC = "93.184.216.34"
Served = bytes | Callable[[socket.socket, bytes], None]
START = datetime(2026, 3, 3, 2, 0, tzinfo=UTC)


def answer(body: bytes = b"", status: str = "200 OK", version: str = "1.1", length: int | None = None, **headers: str) -> bytes:
    """One HTTP answer; `length` instead of the true Content-Length, -1 for none; "_" in names of headers is "-"."""
    lines = [f"HTTP/{version} {status}", *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items())]
    if length != -1:
        lines.append(f"Content-Length: {len(body) if length is None else length}")
    return "\r\n".join([*lines, "", ""]).encode() + body


def chunked(body: bytes, size: int = 50, end: bytes = b"0\r\n\r\n") -> bytes:
    return b"".join(b"%x\r\n" % len(part) + part + b"\r\n" for part in (body[at : at + size] for at in range(0, len(body), size))) + end


def page(**headers: str) -> bytes:
    return answer(PAGE, Content_Type=HTML, **headers)


class Server:
    """Answers each path with given bytes, or by a function of the connection; keeps the requests."""

    def __init__(self, tls: ssl.SSLContext | None) -> None:
        self.tls = tls
        self.pages: dict[str, Served | list[Served]] = {}
        self.requests: list[bytes] = []
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self.listening.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    @property
    def paths(self) -> list[str]:
        return [request.split(b" ", 2)[1].decode() for request in self.requests]

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self.listening.accept()
                threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with connection, suppress(OSError), self.tls.wrap_socket(connection, server_side=True) if self.tls else connection as door:
            request = b""
            while b"\r\n\r\n" not in request and (data := door.recv(65_536)):
                request += data
                if self.tls is None and data.startswith(b"\x16\x03"):  # a greeting in TLS
                    return
            if request:
                self.requests.append(request)
                self._serve_one(door, request)

    def _serve_one(self, connection: socket.socket, request: bytes) -> None:
        served = self.pages.get(request.split(b" ", 2)[1].decode(), answer(b"no", status="404 Not Found"))
        one = (served.pop(0) if len(served) > 1 else served[0]) if isinstance(served, list) else served
        if isinstance(one, bytes):
            connection.sendall(one)
        else:
            one(connection, request)


class Town:
    """Hosts with public addresses, each of which leads to a server here; a time that passes only in sleep."""

    def __init__(self) -> None:
        self.servers: list[Server] = []
        self.hosts: dict[str, list[Sequence[str]]] = {}
        self.streets: dict[tuple[str, int], Server] = {}
        self.looked_up: list[str] = []
        self.dialled: list[str] = []
        self.slept: list[float] = []
        self.time = 1000.0
        self.pace = 0.0

    def house(self, host: str, *, ip: str = PUBLIC, port: int = 80, tls: ssl.SSLContext | None = None) -> Server:
        server = Server(tls)
        self.servers.append(server)
        self.hosts.setdefault(host, [[ip]])
        self.streets[ip, port] = server
        return server

    def look_up(self, host: str, port: int) -> Sequence[str]:
        self.looked_up.append(host)
        answers = self.hosts.get(host)
        if answers is None:
            raise OSError(-2, "Name or service not known")
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def dial(self, ip: str, port: int, timeout: float) -> NetworkStream:
        self.dialled.append(ip)
        server = self.streets.get((ip, port))
        if server is None:
            raise httpcore2.ConnectError("Connection refused")
        stream = SyncBackend().connect_tcp("127.0.0.1", server.port, timeout, socket_options=[])
        return Slow(stream, self) if self.pace else stream

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds

    def tick(self) -> float:
        return self.time

    def clock(self) -> datetime:
        return START + timedelta(seconds=int(self.time - 1000))

    def fetcher(self, *, ignore_robots: bool = False, trust: ssl.SSLContext | None = None) -> Fetcher:
        return Fetcher(ignore_robots=ignore_robots, clock=self.clock, tick=self.tick, sleep=self.sleep, dialler=self, trust=trust)


class Slow(NetworkStream):
    """A connection on which each read takes `town.pace` seconds of the town's time."""

    def __init__(self, stream: NetworkStream, town: Town) -> None:
        self.stream = stream
        self.town = town

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        self.town.time += self.town.pace
        return self.stream.read(max_bytes, timeout)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.stream.write(buffer, timeout)

    def close(self) -> None:
        self.stream.close()


@contextmanager
def built() -> Iterator[Town]:
    town = Town()
    try:
        yield town
    finally:
        for server in town.servers:
            server.listening.close()


def got(town: Town, served: Served | list[Served], address: str = ADDRESS) -> Fetched:
    town.house(HOST).pages["/gate"] = served
    found = town.fetcher().fetch(address)
    assert isinstance(found, Fetched)
    return found


def refusal(town: Town, address: str = ADDRESS, fetcher: Fetcher | None = None) -> str:
    with pytest.raises(FetchRefused) as refused:
        (fetcher or town.fetcher()).fetch(address)
    return refused.value.reason


def read(town: Town, address: str = ADDRESS) -> Article | Refused:
    return next(articles(address, clock=town.clock, fetch=town.fetcher().fetch))


_RAW = zlib.compressobj(wbits=-15)
_DEFLATED = _RAW.compress(PAGE) + _RAW.flush()
WAYS = [
    answer(gzip.compress(PAGE), Content_Type=HTML, Content_Encoding="gzip"),
    answer(gzip.compress(PAGE), Content_Type=HTML, Content_Encoding="X-GZIP"),
    answer(gzip.compress(gzip.compress(PAGE)), Content_Type=HTML, Content_Encoding="gzip, gzip"),
    answer(zlib.compress(PAGE), Content_Type=HTML, Content_Encoding="deflate"),
    answer(_DEFLATED, Content_Type=HTML, Content_Encoding="deflate"),
    answer(PAGE, Content_Type=HTML, Content_Encoding="gzip"),
    answer(PAGE, Content_Type=HTML, Content_Encoding="deflate"),
    answer(PAGE, Content_Type=HTML, Content_Encoding="identity"),
    answer(gzip.compress(PAGE), Content_Type="application/gzip"),
    answer(chunked(PAGE), Content_Type=HTML, Transfer_Encoding="chunked", length=-1),
    answer(chunked(gzip.compress(PAGE)), Content_Type=HTML, Transfer_Encoding="chunked", Content_Encoding="gzip", length=-1),
    answer(chunked(PAGE, end=b"0\r\nX-Trailer: y\r\n\r\n"), Content_Type=HTML, Transfer_Encoding="chunked", length=-1),
    answer(PAGE, Content_Type=HTML, length=-1),
    answer(PAGE, Content_Type=HTML, length=-1, version="1.0"),
    answer(PAGE, Content_Type=HTML, version="1.0"),
    answer(PAGE + b"<p>of the next answer</p>", Content_Type=HTML, length=len(PAGE)),
    b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + answer(PAGE, Content_Type=HTML),
    answer(PAGE, Content_Type=HTML).replace(b"\r\n", b"\n"),
    answer(PAGE),
]  # fmt: skip
"""The same page, in every way in which a server may send it."""
