"""The sweep over bad input tells what failed; over the shared collection nothing does."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from saksi.records import Article

SCRIPT = Path(__file__).resolve().parents[2] / "bench" / "hostile.py"


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("hostile", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "hostile", module)
    spec.loader.exec_module(module)
    return module


def test_what_nobody_caught_is_named(hostile: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def broken(uri: str) -> list[Article]:
        raise RuntimeError("the weir broke")

    (tmp_path / "a.html").write_text("<p>The weir was quiet.", encoding="utf-8")
    monkeypatch.setattr(hostile, "articles", broken)
    assert hostile.sweep([tmp_path / "a.html"]).failed == ["a.html: RuntimeError('the weir broke')"]


def test_what_gives_nothing_at_all_has_failed(hostile: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(hostile, "articles", lambda uri: [])
    assert hostile.sweep([tmp_path / "a.html"]).failed == ["a.html: ValueError('neither read nor refused with a reason')"]


def test_what_takes_too_long_has_failed(hostile: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def endless(uri: str) -> list[Article]:
        while True:
            pass

    monkeypatch.setattr(hostile, "SECONDS", 1)
    monkeypatch.setattr(hostile, "articles", endless)
    (failure,) = hostile.sweep([tmp_path / "a.html"]).failed
    assert failure.startswith("a.html: TooSlow")


def test_shared_bad_input_is_read_or_refused(hostile: ModuleType, shared: Path, tmp_path: Path) -> None:
    """Every file within ten seconds and a gigabyte, nothing uncaught, nothing without a reason."""
    archives = sorted((shared / "measure" / "badinput").glob("*.tar.gz"))
    outcome = hostile.sweep(path for archive in archives for path in hostile.unpacked(archive, tmp_path))
    assert outcome.failed == []
    assert outcome.counts.total() > 3_000
