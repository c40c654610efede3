"""Alerts on their way: to a mail server, a web hook and a desktop, through Apprise; each once, verbatim, with its link."""

from __future__ import annotations

import json
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from email import message_from_string, policy
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from saksi.clock import fixed
from saksi.errors import OutputRefused
from saksi.ledger import open_ledger
from saksi.ledger.store import SqlLedger
from saksi.ledger.watching import Watching
from saksi.reading.read import read
from saksi.records import Article, Watch
from saksi.runs.delivering import channel_of, deliver
from saksi.runs.keeping import keep
from saksi.runs.watchlist import made

apprise = pytest.importorskip("apprise", reason="needs the extra saksi[alerts]")
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:imghdr", "ignore:'imghdr' is deprecated:DeprecationWarning")
"""Apprise asks for a module that the standard library is about to lose, and does without it where it is gone."""

SAID = "Kepala Pelabuhan Edo Lasut membantah bahwa gerbang {n} dibuka pada Senin malam."
NOON = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)


class Postbox(socketserver.StreamRequestHandler):
    """A mail server that takes whatever comes, as far as sending one letter needs (RFC 5321)."""

    letters: list[str]

    def handle(self) -> None:
        self._say("220 postbox.example")
        while line := self.rfile.readline().decode().strip():
            word = line.split()[0].upper()
            if word == "DATA":
                self._say("354 go on")
                text = "".join(iter(lambda: self.rfile.readline().decode(), ".\r\n"))
                type(self).letters.append(text)
            self._say("221 bye" if word == "QUIT" else "250 postbox.example" if word == "EHLO" else "250 taken")

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


class Hook(BaseHTTPRequestHandler):
    """A web hook that keeps what it is sent, and refuses as long as `shut`."""

    told: list[dict[str, Any]]
    shut = False

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if not type(self).shut:
            type(self).told.append(json.loads(body))
        self.send_response(503 if type(self).shut else 200)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def served(server: socketserver.TCPServer) -> Iterator[int]:
    """The port of a server that answers in a thread of its own."""
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield int(server.server_address[1])
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def postbox() -> Iterator[tuple[str, list[str]]]:
    Postbox.letters = []
    with served(socketserver.ThreadingTCPServer(("127.0.0.1", 0), Postbox)) as port:
        yield f"mailto://127.0.0.1:{port}?from=saksi@desk.example&to=editor@desk.example&mode=insecure", Postbox.letters


@pytest.fixture
def hook() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    Hook.told, Hook.shut = [], False
    with served(HTTPServer(("127.0.0.1", 0), Hook)) as port:
        yield f"json://127.0.0.1:{port}/saksi", Hook.told


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[tuple[Watching, Watch]]:
    with open_ledger(str(tmp_path / "news.db")) as ledger:
        assert isinstance(ledger, SqlLedger)
        held = Watching(ledger)
        held.add(made("bantahan", stance="denied"))
        add(ledger, 1, 2, 3)
        yield held, held.watch("bantahan")


def add(ledger: SqlLedger, *numbers: int) -> None:
    given = (
        Article(id=f"a{n}", uri=f"https://kabar.example/{n}", title=f"Gerbang {n}", language="id", text=SAID.format(n=n)) for n in numbers
    )
    keep([read(one) for one in given], ledger)


def sent(to: str, watching: Watching, watch: Watch, **given: Any) -> int:
    with channel_of(to, StringIO()) as channel:
        return deliver(watch, watching, channel, **given)


def test_each_alert_is_one_letter_with_its_quote_and_link(watching: tuple[Watching, Watch], postbox: tuple[str, list[str]]) -> None:
    to, letters = postbox
    assert (sent(to, *watching), sent(to, *watching)) == (3, 0)
    read = [message_from_string(letter, policy=policy.default) for letter in letters]
    assert [str(letter["Subject"]) for letter in read] == ["Saksi: bantahan"] * 3
    bodies = [body.get_content() for letter in read if (body := letter.get_body(("plain",))) is not None]
    for n, body in enumerate(bodies, 1):
        assert f"gerbang {n} dibuka pada Senin malam" in body
        assert f"https://kabar.example/{n}" in body


def test_a_web_hook_hears_of_each_alert_once_and_again_only_what_it_refused(
    watching: tuple[Watching, Watch], hook: tuple[str, list[dict[str, Any]]]
) -> None:
    to, told = hook
    Hook.shut = True
    with pytest.raises(OutputRefused, match="could not be sent"):
        sent(to, *watching)
    Hook.shut = False
    assert (sent(to, *watching), sent(to, *watching)) == (3, 0)
    assert [(one["title"], f"gerbang {n} dibuka" in one["message"]) for n, one in enumerate(told, 1)] == [("Saksi: bantahan", True)] * 3


def test_a_digest_is_one_message_for_each_watch(watching: tuple[Watching, Watch], hook: tuple[str, list[dict[str, Any]]]) -> None:
    to, told = hook
    assert (sent(to, *watching, digest=True), sent(to, *watching, digest=True)) == (3, 0)
    (one,) = told
    assert one["title"] == "Saksi: bantahan, 3 alerts"
    assert all(f"https://kabar.example/{n}" in one["message"] for n in (1, 2, 3))


def test_a_digest_comes_no_more_often_than_asked_for(watching: tuple[Watching, Watch], hook: tuple[str, list[dict[str, Any]]]) -> None:
    to, told = hook
    held, watch = watching
    day = timedelta(days=1)
    assert sent(to, held, watch, digest=True, apart=day, clock=fixed(NOON)) == 3
    add(held._ledger, 4)
    assert sent(to, held, watch, digest=True, apart=day, clock=fixed(NOON + timedelta(hours=23))) == 0
    assert sent(to, held, watch, digest=True, apart=day, clock=fixed(NOON + day)) == 1
    assert len(told) == 2


def test_every_channel_gets_every_alert(
    watching: tuple[Watching, Watch], hook: tuple[str, list[dict[str, Any]]], postbox: tuple[str, list[str]], tmp_path: Path
) -> None:
    for to in (hook[0], postbox[0], str(tmp_path / "alerts.jsonl")):
        assert sent(to, *watching) == 3
    lines = [json.loads(line) for line in (tmp_path / "alerts.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["uri"] for line in lines] == [f"https://kabar.example/{n}" for n in (1, 2, 3)]


def test_a_desktop_is_told_through_apprise(watching: tuple[Watching, Watch], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no desktop, Apprise says that it cannot; then nothing counts as delivered."""
    heard: list[tuple[str, str]] = []
    plugin = apprise.plugins.N_MGR["dbus"]
    monkeypatch.setattr(plugin, "enabled", True)
    monkeypatch.setattr(plugin, "send", lambda self, body, title="", **kwargs: heard.append((title, body)) or True)
    assert sent("dbus://", *watching) == 3
    assert [title for title, _ in heard] == ["Saksi: bantahan"] * 3
    assert "gerbang 1 dibuka" in heard[0][1]


def test_an_address_that_nobody_knows_is_refused_without_its_password(watching: tuple[Watching, Watch]) -> None:
    with pytest.raises(OutputRefused) as refused:
        sent("nowhere://me:secret@example.org", *watching)
    assert "secret" not in str(refused.value)
