"""Connections to judged addresses only: a host is looked up once, each of its addresses is judged, and the judged one is dialled."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Sequence
from queue import Empty, Queue
from typing import Any, Protocol

import httpcore2
from httpcore2 import SOCKET_OPTION, NetworkBackend, NetworkStream, SyncBackend

from saksi.errors import FetchRefused
from saksi.intake.guard import IP, Target, hosts_ip, judge_ip
from saksi.limits import CONNECT_SECONDS, HOST_ADDRESSES, INPUT_BYTES, RESOLVE_SECONDS

DIALLED = 4
"""Addresses of one host that are tried one after the other."""


class Dialler(Protocol):
    """The two things that touch the network; tests bring their own, and the judging stays."""

    def look_up(self, host: str, port: int) -> Sequence[str]:
        """The IP addresses of a host, best first. Raises OSError where it has none."""
        ...

    def dial(self, ip: str, port: int, timeout: float) -> NetworkStream:
        """A connection to one IP address, within `timeout` seconds. Raises httpcore2's ConnectError or ConnectTimeout."""
        ...


class Network:
    """The machine's own network."""

    def look_up(self, host: str, port: int) -> Sequence[str]:
        found: Queue[Sequence[str] | OSError] = Queue(1)
        threading.Thread(target=_look_up, args=(host, port, found), daemon=True).start()
        try:
            answer = found.get(timeout=RESOLVE_SECONDS)
        except Empty:
            raise TimeoutError("the name service gave no answer") from None
        if isinstance(answer, OSError):
            raise answer
        return answer

    def dial(self, ip: str, port: int, timeout: float) -> NetworkStream:
        return SyncBackend().connect_tcp(ip, port, timeout, socket_options=[])


def _look_up(host: str, port: int, found: Queue[Sequence[str] | OSError]) -> None:
    # In a thread of its own: the C library's look-up knows no limit of time.
    try:
        found.put([str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)])
    except (OSError, UnicodeError) as exc:
        found.put(exc if isinstance(exc, OSError) else OSError(str(exc)))


def judged_addresses(target: Target, dialler: Dialler) -> list[IP]:
    """Every address of the target's host, looked up once; one that may not be called refuses the host. Raises FetchRefused."""
    own = hosts_ip(target)
    if own is not None:
        return [own]
    try:
        found = list(dict.fromkeys(dialler.look_up(target.host, target.port)))
    except OSError as exc:
        words = exc.strerror or str(exc)
        raise FetchRefused(target.url, f"{target.host} was not found ({words}); look at its spelling and at your connection") from exc
    if not found:
        raise FetchRefused(target.url, f"{target.host} has no address; look at its spelling")
    if len(found) > HOST_ADDRESSES:
        raise FetchRefused(target.url, f"{target.host} has {len(found)} addresses, more than any host of pages; it is not asked")
    try:
        addresses = [ipaddress.ip_address(ip) for ip in found]
    except ValueError as exc:
        raise FetchRefused(target.url, f"the name service said of {target.host} what is no address ({exc}); it is not asked") from exc
    for ip in addresses:
        if why := judge_ip(ip):
            reason = f"{target.host} leads to {ip}, which is {why}; only machines of the public network are asked"
            raise FetchRefused(target.url, reason)
    return addresses


class Wire(NetworkStream):
    """A connection that notes what goes over it for its exchange, up to INPUT_BYTES of answer, and ends at the deadline."""

    def __init__(self, stream: NetworkStream, guarded: Guarded) -> None:
        self.stream = stream
        self.guarded = guarded
        self.sent = guarded.sent
        self.got = guarded.got

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data = self.stream.read(max_bytes, self._left(timeout))
        self.got += data
        if len(self.got) > INPUT_BYTES:
            raise FetchRefused(self.guarded.target.url, f"its answer is larger than {INPUT_BYTES // 1_000_000} MB, which no page is")
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self.stream.write(buffer, self._left(timeout))
        self.sent += buffer

    def close(self) -> None:
        self.stream.close()

    def start_tls(self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None) -> NetworkStream:
        """The same connection inside TLS; what was said to a proxy before is not kept."""
        self.stream = self.stream.start_tls(ssl_context, server_hostname, self._left(timeout))
        self.sent.clear()
        self.got.clear()
        return self

    def get_extra_info(self, info: str) -> Any:
        return self.stream.get_extra_info(info)

    def _left(self, timeout: float | None) -> float:
        left = self.guarded.deadline - self.guarded.tick()
        if left <= 0:
            raise httpcore2.ReadTimeout("the deadline is over")
        return left if timeout is None else min(left, timeout)


class Guarded(NetworkBackend):
    """Opens the one connection of one exchange; whatever host it is told, it dials the addresses that were judged.

    `addresses` is None behind a proxy, which does the looking up and is dialled by its own name. `ip` is what was dialled, `sent`
    and `got` what went over the connection.
    """

    def __init__(
        self, target: Target, addresses: Sequence[IP] | None, dialler: Dialler, deadline: float, tick: Callable[[], float]
    ) -> None:
        self.target = target
        self.addresses = addresses
        self.dialler = dialler
        self.deadline = deadline
        self.tick = tick
        self.ip: str | None = None
        self.sent = bytearray()
        self.got = bytearray()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SOCKET_OPTION] | None = None,
    ) -> NetworkStream:
        """A connection to the first address that takes it. `host` is heeded only where it is a proxy's."""
        trouble: Exception = httpcore2.ConnectTimeout("no connection in time")
        for ip in [host] if self.addresses is None else [str(each) for each in self.addresses[:DIALLED]]:
            left = min(CONNECT_SECONDS, self.deadline - self.tick())
            if left <= 0:
                break
            try:
                stream = self.dialler.dial(ip, port, left)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as exc:
                trouble = exc
                continue
            self.ip = None if self.addresses is None else ip
            return Wire(stream, self)
        raise trouble
