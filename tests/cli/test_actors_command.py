"""`saksi actors` as somebody types it."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from saksi.cli.actors import actors_app
from saksi.cli.main import app
from saksi.errors import UnknownActor, WordsError


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs the command in an empty folder; errors of ours come through."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAKSI_ACTORS", raising=False)
    return lambda *words: CliRunner().invoke(actors_app, list(words), catch_exceptions=False)


TIDE = ("add", "Tide Front", "--kind", "group", "--sector", "REB", "--country", "IDN", "--name-id", "Front Pasang", "--form", "TF?")


def test_the_group_is_one_of_the_commands():
    assert CliRunner().invoke(app, ["actors", "show", "KPK"]).exit_code == 0


def test_the_list_is_narrowed_by_sector_country_and_kind(run):
    lines = run("list", "--sector", "JUD", "--country", "IDN", "--kind", "organization").stdout.splitlines()

    assert "Constitutional Court of Indonesia\tMahkamah Konstitusi\torganization\tJUD\tIDN\t" in lines
    assert all("JUD" in line.split("\t")[3].split(",") and "IDN" in line.split("\t")[4].split(",") for line in lines)
    assert lines == sorted(lines, key=lambda line: line.split("\t")[0].casefold())


def test_an_actor_is_shown_with_offices_and_dates(run):
    shown = run("show", "Jokowi").stdout

    assert "name: Joko Widodo\n" in shown
    assert "2014-10-20 to 2024-10-20: president, IDN" in shown


def test_an_office_still_held_is_told_with_the_day_until_which_that_is_known(run):
    assert "2025-01-20 to at least 2025-06-01: president, USA" in run("show", "Donald Trump").stdout


def test_a_name_that_nobody_goes_by_is_told_with_where_to_look(run):
    with pytest.raises(UnknownActor, match='no actor goes by "kpk"; forms are exact, and saksi actors list shows all'):
        run("show", "kpk")


def test_an_added_actor_is_listed_and_shown(run, tmp_path):
    assert run(*TIDE).stdout == "saksi-actors.yaml: Tide Front added\n"

    assert (tmp_path / "saksi-actors.yaml").exists()
    assert "Tide Front\tFront Pasang\tgroup\tREB\tIDN\t" in run("list", "--kind", "group").stdout
    assert "forms: Tide Front, TF?, Front Pasang\n" in run("show", "TF").stdout


def test_another_file_is_named_by_option_or_setting(run, tmp_path, monkeypatch):
    run(*TIDE, "--actors", "mine.yaml")
    assert not (tmp_path / "saksi-actors.yaml").exists()

    monkeypatch.setenv("SAKSI_ACTORS", "mine.yaml")
    assert run("show", "Tide Front").exit_code == 0


def test_a_named_file_that_is_not_there_is_told(run):
    with pytest.raises(WordsError, match=r"none\.yaml: there is no such file"):
        run("list", "--actors", "none.yaml")


def test_a_value_that_cannot_be_right_is_told_and_nothing_written(run, tmp_path):
    with pytest.raises(WordsError, match='there is no state "INDONESIA"'):
        run("add", "Tide Front", "--kind", "group", "--sector", "REB", "--country", "INDONESIA")

    assert list(tmp_path.iterdir()) == []


def test_a_check_says_what_changes(run):
    run(*TIDE, "--form", "Garuda")
    run("add", "Kopassus", "--kind", "organization", "--sector", "MIL", "--country", "IDN")

    assert run("check", "saksi-actors.yaml").stdout.splitlines() == [
        "saksi-actors.yaml: 2 actors",
        "  Kopassus: replaces the shipped row",
        '  "Garuda": meant Garuda Indonesia, now means Tide Front',
    ]


def test_a_check_names_line_and_remedy(run, tmp_path):
    (tmp_path / "own.yaml").write_text("as_of: 2026-01-01\nkind: group\nactors:\n  - Q1 | REB | IDN | Tide Front\n", encoding="utf-8")

    with pytest.raises(WordsError, match=r"own\.yaml, line 4: a row of 4 columns instead of 7"):
        run("check", "own.yaml")


def test_a_file_without_rows_is_told(run, tmp_path):
    (tmp_path / "own.yaml").write_text("# nothing\n", encoding="utf-8")

    with pytest.raises(WordsError, match="there is no row under actors: or holders:"):
        run("check", "own.yaml")
