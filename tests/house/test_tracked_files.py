"""What every file of the project keeps to."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

from saksi import __version__

REGISTRIES = [
    ".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"), ("anaconda", "org"))
]
MACHINE_PATH = re.compile(r"(?<![\w.<\-])/(?:work|root)/\w")
PAGES = {".html", ".jsonl"}
LONGEST = 400


@pytest.fixture(scope="module")
def tracked(checkout: Path) -> dict[str, str]:
    """The text of every tracked text file, by its path."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=checkout, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    texts = {}
    for name in listed.stdout.split("\0"):
        path = checkout / name
        if name and path.is_file():
            data = path.read_bytes()
            if b"\0" not in data:
                texts[name] = data.decode("utf-8", errors="replace")
    return texts


def test_no_package_registry_is_named(tracked: dict[str, str]) -> None:
    """Where packages come from is the business of each machine."""
    assert [(name, host) for name, text in tracked.items() for host in REGISTRIES if host in text] == []


def test_no_path_of_one_machine(tracked: dict[str, str]) -> None:
    found = [(name, hit[0]) for name, text in tracked.items() if Path(name).suffix not in PAGES for hit in MACHINE_PATH.finditer(text)]
    assert found == []


def test_no_file_is_long(tracked: dict[str, str]) -> None:
    assert [name for name, text in tracked.items() if name.endswith(".py") and text.count("\n") > LONGEST] == []


def test_every_module_opens_with_a_sentence(tracked: dict[str, str]) -> None:
    modules = {
        name: text for name, text in tracked.items() if name.startswith(("src/", "bench/", "quality/", "docs/")) and name.endswith(".py")
    }
    assert modules
    assert [name for name, text in modules.items() if not ast.get_docstring(ast.parse(text))] == []


def test_the_licence_is_there(checkout: Path) -> None:
    assert "Apache License" in (checkout / "LICENSE").read_text(encoding="utf-8")


def test_the_changelog_knows_this_version(checkout: Path) -> None:
    versions = re.findall(r"^## \[(\d[^\]]*)\]", (checkout / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
    assert versions[0] == __version__
