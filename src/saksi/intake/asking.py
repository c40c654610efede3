"""One request and its answer over one guarded connection; redirects, robots and manners are the fetcher's."""

from __future__ import annotations

import re
import ssl
from collections.abc import Callable, Sequence
from typing import NoReturn

import httpcore2
import msgspec

from saksi.errors import FetchRefused
from saksi.intake.coding import dechunked
from saksi.intake.dialling import Dialler, Guarded, judged_addresses
from saksi.intake.exchange import Cut, Exchange, one_answer, payload
from saksi.intake.guard import Target
from saksi.limits import CONNECT_SECONDS, INPUT_BYTES, READ_SECONDS

_TIMEOUTS = {"connect": CONNECT_SECONDS, "read": READ_SECONDS, "write": READ_SECONDS, "pool": CONNECT_SECONDS}
_PASSWORD = re.compile(rb"^proxy-authorization:[^\r\n]*\r\n", re.I | re.M)
"""What a proxy alone should hear; nothing else is taken out of what is kept."""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """One answer: its headers with lower-case names, its body joined from chunks and still packed, and all of it as it came."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    exchange: Exchange

    def header(self, name: str) -> str | None:
        """The first value of a header by its lower-case name."""
        return next((value for key, value in self.headers if key == name), None)


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """How Saksi calls: through which dialler, with which certificates trusted, through which proxy, by which clock of seconds."""

    dialler: Dialler
    trust: ssl.SSLContext
    proxy: httpcore2.Proxy | None
    tick: Callable[[], float]


def ask(line: Line, target: Target, headers: Sequence[tuple[str, str]], deadline: float, moment: str, most: int = INPUT_BYTES) -> Answer:
    """GET the target over a connection of its own; of its body at most `most` bytes are read. Raises FetchRefused, never another.

    A body that is cut off by its server, or by the deadline, is given as far as it came, with `exchange.cut`.
    """
    addresses = None if line.proxy else judged_addresses(target, line.dialler)
    guarded = Guarded(target, addresses, line.dialler, deadline, line.tick)
    url = httpcore2.URL(scheme=target.scheme.encode(), host=target.host.encode(), port=target.port, target=target.path.encode("ascii"))
    sent = [("Host", target.authority), *headers, ("Connection", "close")]
    try:
        with (
            httpcore2.ConnectionPool(ssl_context=line.trust, proxy=line.proxy, max_connections=1, network_backend=guarded) as pool,
            pool.stream(
                "GET", url, headers=[(name.encode(), value.encode()) for name, value in sent], extensions={"timeout": _TIMEOUTS}
            ) as got,
        ):
            _small(target, got, most)
            size, cut = _drained(got, most)
            return _answer(target, guarded, got, size, cut, moment)
    except FetchRefused:
        raise
    except Exception as exc:
        _refuse(target, exc)


def _small(target: Target, got: httpcore2.Response, most: int) -> None:
    """Refuse an answer that says beforehand that it is larger than any page, unless its beginning is all that is wanted."""
    told = next((value for name, value in got.headers if name.lower() == b"content-length"), b"")
    if most == INPUT_BYTES and told.isdigit() and int(told[:20]) > INPUT_BYTES:
        raise FetchRefused(target.url, f"its answer has {int(told[:20]):,} bytes; more than {INPUT_BYTES // 1_000_000} MB no page has")


def _drained(got: httpcore2.Response, most: int) -> tuple[int, Cut | None]:
    """How many bytes of body came, once all did or `most`, and why it ended early."""
    size = 0
    try:
        for piece in got.iter_stream():
            size += len(piece)
            if size >= most:
                break
    except (httpcore2.RemoteProtocolError, httpcore2.ReadError):
        return size, "disconnect"
    except httpcore2.ReadTimeout:
        return size, "time"
    return size, None


def _answer(target: Target, guarded: Guarded, got: httpcore2.Response, size: int, cut: Cut | None, moment: str) -> Answer:
    """The answer out of the bytes of the connection, by the same steps by which it is read out of a snapshot."""
    headers = tuple((name.decode("latin-1").lower(), _text(value)) for name, value in got.headers)
    first = dict(reversed(headers))
    coded = first.get("transfer-encoding", "")
    response = one_answer(bytes(guarded.got), size if "content-length" in first and not coded else None)
    exchange = Exchange(
        uri=target.url,
        moment=moment,
        ip=guarded.ip,
        request=_PASSWORD.sub(b"", bytes(guarded.sent)),
        response=response,
        status=got.status,
        cut=cut,
    )
    return Answer(status=got.status, headers=headers, body=dechunked(payload(response), coded), exchange=exchange)


def _text(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _root(exc: BaseException) -> BaseException:
    """What lies at the bottom: httpcore2 wraps an error as its cause or as its argument, not always as both."""
    while True:
        told = exc.args[0] if exc.args and isinstance(exc.args[0], BaseException) else None
        below = exc.__cause__ or told
        if below is None:
            return exc
        exc = below


def _refuse(target: Target, exc: Exception) -> NoReturn:
    """What went wrong, in words for a person."""
    root = _root(exc)
    words = str(root).strip().partition(": bytearray")[0] or type(root).__name__
    if isinstance(root, ssl.SSLCertVerificationError):
        reason = f"its certificate is not valid ({root.verify_message}), so anybody may have answered; look at it in a browser"
    elif isinstance(exc, httpcore2.ConnectTimeout):
        reason = f"it gave no connection within {CONNECT_SECONDS} seconds; try again later"
    elif isinstance(exc, httpcore2.TimeoutException):
        reason = "it gave no answer in time; try again later"
    elif isinstance(exc, httpcore2.ProxyError):
        reason = f"the proxy of SAKSI_PROXY would not ({words}); look at the setting"
    elif isinstance(exc, httpcore2.ProtocolError):
        reason = f"its answer is no HTTP ({words}); open it in a browser and save the page"
    elif isinstance(exc, httpcore2.NetworkError | OSError):
        reason = f"there was no connection ({words}); look at your own, then try again later"
    else:
        raise exc
    raise FetchRefused(target.url, reason) from exc
