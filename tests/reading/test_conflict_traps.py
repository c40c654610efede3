"""Two hundred pairs of our own that only look like a conflict give none, and most real ones are found."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

CHECK = Path(__file__).resolve().parents[2] / "quality" / "conflicts" / "check.py"


@pytest.mark.parametrize("language", ["en", "id"])
def test_no_trap_gives_a_conflict_and_most_conflicts_are_found(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    spec = importlib.util.spec_from_file_location("conflict_check", CHECK)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    passed = module.check(CHECK.with_name(f"{language}.yaml"))
    assert passed, capsys.readouterr().out
