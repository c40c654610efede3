"""What is measured on gold articles stays above its floor."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

QUALITY = Path(__file__).resolve().parents[2] / "quality"
NOTHING_THERE = 3


@pytest.fixture(scope="module")
def quality() -> ModuleType:
    spec = importlib.util.spec_from_file_location("quality_measure", QUALITY / "measure.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", sorted(json.loads((QUALITY / "floors.json").read_text(encoding="utf-8"))))
def test_no_figure_is_under_its_floor(name: str) -> None:
    ended = subprocess.run([sys.executable, QUALITY / "measure.py", name], capture_output=True, text=True, check=False)
    if ended.returncode == NOTHING_THERE:
        pytest.skip(ended.stdout.strip())
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_raising_lowers_no_floor(quality: ModuleType) -> None:
    assert quality.raised({"stmt_f1": 0.5, "cue_acc": 0.91239}, {"stmt_f1": 0.6}) == {"stmt_f1": 0.6, "cue_acc": 0.912}


def test_nothing_is_no_floor(quality: ModuleType) -> None:
    """A figure over no cases is reported as 0 and says nothing."""
    assert quality.raised({"answers_f1": 0.0}, {}) == {}


def test_a_figure_under_its_floor_is_named(quality: ModuleType) -> None:
    assert quality.below({"stmt_f1": 0.59, "cue_acc": 0.9}, {"stmt_f1": 0.6, "cue_acc": 0.9}) == ["stmt_f1 is 0.590, its floor 0.600"]


def test_changed_gold_fails_until_its_floors_are_set_anew(quality: ModuleType, tmp_path: Path) -> None:
    gold = quality.GoldSet("id-dev", tmp_path, "new")
    kept = {"id-dev": {"digest": "old", "floors": {"stmt_f1": 0.9}}}
    assert not quality.hold(gold, {"stmt_f1": 0.95}, kept, lift=False)
    assert quality.hold(gold, {"stmt_f1": 0.95}, kept, lift=True)
    assert kept == {"id-dev": {"digest": "new", "floors": {"stmt_f1": 0.95}}}
