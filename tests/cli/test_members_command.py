"""`saksi members` as somebody types it."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

pytest.importorskip("argon2", reason="the desk's extra is not installed: pip install 'saksi[desk]'")

from saksi.cli.main import app
from saksi.errors import MemberRefused
from saksi.ledger import open_ledger

TYPED = "empat kata yang panjang\n"


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    path = str(tmp_path / "news.db")
    open_ledger(path).close()
    return path


def said(ledger: str, *words: str, typed: str = "") -> str:
    ended = CliRunner().invoke(app, ["members", *words, "--ledger", ledger], input=typed)
    if ended.exception is not None and not isinstance(ended.exception, SystemExit):
        raise ended.exception
    return ended.output


def test_members_from_the_first_to_the_last(ledger: str) -> None:
    with pytest.raises(MemberRefused, match="no owner"):
        said(ledger, "invite")
    assert said(ledger, "add", "Sari Dewi", "--password-stdin", typed=TYPED) == "Sari Dewi: owner\n"
    assert said(ledger, "add", "Rahmat", "--password-stdin", typed=TYPED) == "Rahmat: member\n"
    assert said(ledger, "invite", "--desk", "https://desk.example/").startswith("https://desk.example/join?key=")
    listed = said(ledger, "list").splitlines()
    assert [line.split("\t")[1] for line in listed] == ["member", "owner", "member"]
    assert said(ledger, "remove", listed[2].split("\t")[0].split()[1]).startswith("withdrawn")
    assert said(ledger, "password", "rahmat", "--password-stdin", typed=TYPED).startswith("rahmat: has another password")
    assert said(ledger, "remove", "Rahmat") == "removed: Rahmat\n"
    assert said(ledger, "visitors", "quotes") == "visitors see quotes with links\n"
    assert said(ledger, "comments", "moderated") == "comments are moderated\n"
    acts = [line.split("\t")[2] for line in said(ledger, "trail").splitlines()]
    assert acts == ["chose", "chose", "removed", "password", "withdrew", "invited", "added", "added"]


@pytest.mark.parametrize(("name", "typed"), [("<b>", TYPED), ("Sari\u202e", TYPED), ("x" * 61, TYPED), ("Sari", "pendek\n")])
def test_odd_names_and_short_passwords_are_not_taken(ledger: str, name: str, typed: str) -> None:
    with pytest.raises(MemberRefused):
        said(ledger, "add", name, "--password-stdin", typed=typed)
