"""Opens the desk's door: takes the port, says the address, serves until it is told to stop."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress

import uvicorn

from saksi.desk.app import create_app
from saksi.errors import DeskError
from saksi.ledger.protocol import Ledger

LOOPBACK = {"localhost": "localhost", "127.0.0.1": "127.0.0.1", "::1": "[::1]"}
"""The names of this machine for itself, each as a browser writes it; a desk that listens there answers to these only."""

CLOSING_SECONDS = 2
"""How long a page that is being sent may hold up Ctrl-C."""

_NOT_OFFERED = (errno.EAFNOSUPPORT, errno.EADDRNOTAVAIL)
"""What a machine without IPv6 says of "::1", though its name service gives it."""


def serve(ledger: Ledger, host: str, port: int, *, on_open: Callable[[str], None], interface_language: str | None = None) -> None:
    """Serve the ledger on `host` and `port` (0: any free one) until Ctrl-C or SIGTERM.

    `on_open` gets the address as soon as a browser can call it. Raises DeskError where the port cannot be had.
    """
    hosts = tuple(LOOPBACK.values()) if host in LOOPBACK else ("*",)
    app = create_app(ledger, interface_language=interface_language, hosts=hosts, on_this_machine=host in LOOPBACK)
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        lifespan="off",
        ws="none",
        server_header=False,
        timeout_graceful_shutdown=CLOSING_SECONDS,
    )
    with ExitStack() as stack:
        sockets = [stack.enter_context(taken) for taken in _listening(host, port)]
        on_open(f"http://{_in_address(host)}:{sockets[0].getsockname()[1]}")
        stack.callback(app.state.tray.close)
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=sockets)


def _listening(host: str, port: int) -> Iterator[socket.socket]:
    """A listening socket for each address of `host`, all on one port."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (socket.gaierror, OverflowError, UnicodeError) as error:
        raise DeskError(f"cannot listen on {host}, port {port}: {error}") from error
    taken = False
    for family, _, _, _, address in dict.fromkeys(found):
        listener = _listener(family, address, host, port, needed=not taken)
        if listener is not None:
            taken, port = True, listener.getsockname()[1]
            yield listener
    if not taken:
        raise DeskError(f"this machine has no address {host} to listen on; try --host localhost")


def _listener(family: int, address: tuple[object, ...], host: str, port: int, *, needed: bool) -> socket.socket | None:
    """A socket that listens on one address; None where this machine does not offer it."""
    try:
        listener = socket.socket(family, socket.SOCK_STREAM)
    except OSError:
        return None
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        listener.bind((address[0], port, *address[2:]))
        listener.listen()
    except OSError as error:
        listener.close()
        if error.errno in _NOT_OFFERED:
            return None
        raise _refusal(error, host, port) from error
    return listener


def _refusal(error: OSError, host: str, port: int) -> DeskError:
    if error.errno == errno.EADDRINUSE:
        return DeskError(f"port {port} on {host} is taken; try another, e.g. --port {port + 1}")
    if error.errno == errno.EACCES:
        return DeskError(f"port {port} on {host} is not ours to take; try one above 1023, e.g. --port 8787")
    return DeskError(f"cannot listen on {host}, port {port}: {error.strerror}")


def _in_address(host: str) -> str:
    return f"[{host}]" if ":" in host else host
