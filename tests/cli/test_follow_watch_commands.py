"""`saksi follow` and `saksi watch` on a ledger that follows and watches already: lists with reasons, previews, deliveries."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from saksi.cli.main import app
from saksi.ledger import open_ledger
from saksi.ledger.following import Following, NewItem
from saksi.ledger.store import SqlLedger
from saksi.reading.read import read
from saksi.records import Article, Feed, SeenItem
from saksi.runs.keeping import keep

NOW = "2026-03-03T02:00:00+00:00"
SAID = "The port office said on Tuesday that the crane on quay five had jammed."
DENIED = "Crane firm Lindqvist denied on Wednesday that the crane on quay five had jammed."


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    """Follows one feed with an item in each of three states."""
    path = str(tmp_path / "news.db")
    with open_ledger(path) as opened:
        assert isinstance(opened, SqlLedger)
        following = Following(opened)
        feed = Feed(id="f1", address="http://quay.example/rss", host="quay.example", name="Quay", added=NOW, interval=1800, due=NOW)
        following.add(feed)
        turn = following.claim("test", datetime.fromisoformat(NOW))
        assert turn is not None
        states = (("read", None), ("partly", "the end: the file breaks off"), ("refused", "answered 404: there is no such page"))
        new = [
            NewItem(
                item=SeenItem(
                    id=state, feed="f1", host="quay.example", link=f"http://quay.example/{state}", seen=NOW, state=state, why=why, due=NOW
                ),
                keys=(state,),
            )
            for state, why in states
        ]  # type: ignore[arg-type]
        following.keep_feed(turn, feed, new, datetime.fromisoformat(NOW))
    return path


def ran(ledger: str, *words: str) -> str:
    result = CliRunner().invoke(app, [*words, "--ledger", ledger])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_list_counts_each_state_and_items_say_why(ledger: str) -> None:
    (line,) = ran(ledger, "follow", "list").splitlines()
    assert line.split("\t")[:8] == ["followed", "http://quay.example/rss", "Quay", "1", "1", "0", "1", "0"]
    assert len(ran(ledger, "follow", "list", "--items", "Quay").splitlines()) == 3
    (refused,) = ran(ledger, "follow", "list", "--state", "refused").splitlines()
    assert refused.split("\t") == ["refused", NOW, "", "http://quay.example/refused", "", "answered 404: there is no such page"]


def test_a_watch_for_news_is_previewed_raised_and_delivered_once(ledger: str, tmp_path: Path) -> None:
    def add(name: str, text: str, day: int) -> None:
        article = Article(id=name, uri=f"https://{name}.example/", outlet=name, language="en", published=f"2026-03-0{day}", text=text)
        with open_ledger(ledger) as opened:
            keep([read(article)], opened)

    assert "0 held already" in ran(ledger, "watch", "add", "denials", "--news", "denial", "--about", "quay five", "--word", "crane")
    add("courier", SAID, 3)
    add("post", DENIED, 4)
    assert ran(ledger, "watch", "list").split("\t")[:2] == ["denials", "1"]
    shown = ran(ledger, "watch", "test", "denials")
    assert "Lindqvist (denied): “the crane on quay five had jammed”" in shown.replace("Crane firm ", "")
    to = tmp_path / "alerts.jsonl"
    for _ in range(2):
        ran(ledger, "watch", "run", "--to", str(to), "--every", "daily")
    (line,) = to.read_text(encoding="utf-8").splitlines()
    alert = json.loads(line)
    assert (alert["news"], alert["uri"], alert["article"]) == ("denial", "https://post.example/", "post")


def test_what_no_watch_can_ask_for_is_refused(ledger: str) -> None:
    result = CliRunner().invoke(app, ["watch", "add", "x", "--change", "5", "--stance", "denied", "--ledger", ledger])
    assert result.exit_code != 0
    assert "--news figure" in str(result.exception)
