"""A user's own actors are those that every run looks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksi.errors import WordsError
from saksi.records import Article, Reading
from saksi.records.entity import Office
from saksi.runs.inputs import read_one, readings
from saksi.runs.own_actors import own_actors

ROWS = """as_of: 2026-01-31
kind: group
actors:
  - "| REB | IDN | Tide Front | Front Pasang | TF? | TF?"
---
as_of: 2026-01-31
holders:
  - "| Rani Sulu | | leader | Tide Front | 2025-03 |"
"""
TEXT = "Front Pasang menyerang pos polisi di Ternate, kata juru bicara TNI. Rani Sulu membantah laporan itu."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("SAKSI_ACTORS", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def entities(published: str | None = "2025-06-02") -> dict[str, tuple[str, tuple[Office, ...]]]:
    outcome = read_one(Article(id="a", language="id", text=TEXT, published=published), "a")
    assert isinstance(outcome, Reading)
    return {entity.name: (entity.kind, entity.roles) for entity in outcome.entities}


def test_a_file_in_the_folder_is_heeded(folder: Path) -> None:
    (folder / "saksi-actors.yaml").write_text(ROWS, encoding="utf-8")
    found = entities()
    assert found["Front Pasang"][0] == "group"
    assert found["Rani Sulu"][1] == (Office(title="pemimpin", of="Tide Front", from_="2025-03", office="leader", as_of="2026-01-31"),)


def test_without_a_file_nobody_is_added() -> None:
    assert entities().get("Rani Sulu", ("", ()))[1] == ()


def test_a_file_that_the_setting_names_is_heeded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "mine.yaml").write_text(ROWS, encoding="utf-8")
    monkeypatch.setenv("SAKSI_ACTORS", "mine.yaml")
    assert entities()["Front Pasang"][0] == "group"
    assert own_actors().named("Tide Front")


def test_a_wrong_file_stops_the_run_before_anything_is_read(folder: Path) -> None:
    (folder / "saksi-actors.yaml").write_text("as_of: 2026-01-31\nkind: group\nactors:\n  - one | two\n", encoding="utf-8")
    with pytest.raises(WordsError, match=r"saksi-actors.yaml, line 4"):
        next(readings(["page.html"]))


@pytest.mark.parametrize("published", [None, "2024-12-01", "2026-03-01"])
def test_no_office_is_told_outside_its_term_or_past_as_of(folder: Path, published: str | None) -> None:
    (folder / "saksi-actors.yaml").write_text(ROWS, encoding="utf-8")
    assert entities(published)["Rani Sulu"][1] == ()
