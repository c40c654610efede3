"""`saksi search`, `saksi move` and `saksi verify` of a ledger, as somebody sees them."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from saksi.cli.main import app
from saksi.errors import LedgerError
from saksi.ledger import open_ledger
from saksi.reading.read import read
from saksi.records import Article

TEXT = (
    "Kepala dinas, Budi Santoso, mengatakan jembatan di Sirte diserang semalam.\n\n"
    "Juru bicara Rina Wati membantah pasukannya menyerang jembatan itu."
)


@pytest.fixture
def path(tmp_path) -> str:
    where = str(tmp_path / "news.db")
    with open_ledger(where) as ledger:
        ledger.add([read(Article(id="a", text=TEXT, language="id", outlet="Kabar", published="2017-03-24"))])
    return where


def run(*words: str, **env: str):
    return CliRunner().invoke(app, [*words], env={"COLUMNS": "120", "LANG": "C", **env})


def test_the_table_shows_what_is_found_with_the_words_in_brackets(path):
    shown = run("search", "--ledger", path, "serangan")

    assert shown.exit_code == 0
    assert "jembatan di Sirte [diserang] semalam" in shown.output
    assert "[menyerang] jembatan itu" in shown.output
    assert shown.output.endswith("2 statements\n")


def test_json_gives_the_statement_with_its_marks(path):
    (line,) = run("search", "--ledger", path, "serangan", "--stance", "denied", "--json").stdout.splitlines()
    record = json.loads(line)

    assert (record["speaker"], record["stance"], record["outlet"], record["article"]) == ("Rina Wati", "denied", "Kabar", "a")
    assert [mark["text"] for mark in record["marks"]] == ["menyerang"]
    assert TEXT[record["marks"][0]["start"] :].startswith("menyerang")


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (["jembatan itu"], 1),
        (["jembatan", "itu"], 1),
        (["itu jembatan"], 0),
        (['"menyerang jembatan"'], 1),
        (["--actor", "Rina"], 1),
        (["--since", "2017-03-25"], 0),
        (["--until", "2017", "--outlet", "kabar"], 2),
    ],
)
def test_words_and_options_narrow(path, words, count):
    assert len(run("search", "--ledger", path, "--json", *words).stdout.splitlines()) == count


def test_pages_are_named(path):
    assert run("search", "--ledger", path, "--limit", "1").output.endswith("1 to 1 of 2 statements; --page 2\n")
    assert run("search", "--ledger", path, "--limit", "1", "--page", "2").output.endswith("2 to 2 of 2 statements\n")
    assert run("search", "--ledger", path, "--limit", "1", "--page", "3").output == "There are no further statements; 2 are found.\n"
    assert run("search", "--ledger", path, "tak-ada", "--lang", "id").output == "Tidak ada pernyataan yang ditemukan.\n"


def test_a_date_that_is_none_is_told(path):
    assert isinstance(run("search", "--ledger", path, "--since", "kemarin").exception, LedgerError)


def test_a_ledger_moves_and_is_checked(path, tmp_path, postgres):
    url = postgres.fresh()

    there = run("move", path, url)
    assert there.exit_code == 0
    assert "1 articles with 2 statements" in there.output
    assert "counts and hashes are those of" in there.output
    back = str(tmp_path / "back.db")
    assert run("move", url, back).exit_code == 0
    for where in (path, url, back):
        assert run("export", "--ledger", where, "statements").stdout == run("export", "--ledger", path, "statements").stdout
        checked = run("verify", where)
        assert (checked.exit_code, "1 articles, 1 with" in checked.output or "1 article, 1 with" in checked.output) == (0, True)


def test_what_is_wrong_in_a_ledger_is_named(path):
    with open_ledger(path) as ledger, ledger.writing() as connection:
        connection.exec_driver_sql("UPDATE statements SET stance = 'asserted'")

    checked = run("verify", path)

    assert checked.exit_code == 1
    assert "article a: its statement 1 is not what its text gives (stance)" in checked.output


def test_a_ledger_that_cannot_be_opened_is_refused_without_its_password():
    checked = run("verify", "postgresql://desk:geheim@127.0.0.1:1/news")

    assert checked.exit_code == 2
    assert "cannot be reached" in checked.output
    assert "geheim" not in checked.output
