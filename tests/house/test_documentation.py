"""The documentation says what the code does."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from saksi.cli.phrases import PHRASES, Interface
from saksi.cli.rows import rows
from saksi.reading.read import read
from saksi.records import Article

PROJECT = re.compile(r"^saksi\b")
ENVIRONMENT = re.compile(r"""(?:environ(?:\.get\(|\[)|getenv\(|envvar=)\s*["']([A-Z_]+)["']""")
LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)")


@pytest.fixture(scope="module")
def requirements(checkout: Path) -> list[Requirement]:
    """Everything that pyproject.toml names, but the project itself."""
    project: dict[str, Any] = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [*project["dependencies"], *(each for extra in project["optional-dependencies"].values() for each in extra)]
    return [Requirement(each) for each in named if not PROJECT.match(each)]


def test_generated_pages_are_current(checkout: Path) -> None:
    """Commands and limits; `make docs` writes them."""
    ended = subprocess.run([sys.executable, checkout / "docs" / "generate.py", "--check"], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_every_dependency_is_explained_and_no_other(checkout: Path, requirements: list[Requirement]) -> None:
    rows = re.findall(r"^\| ([\w-]+) \| [A-Z]", (checkout / "docs" / "dependencies.md").read_text(encoding="utf-8"), re.M)
    assert sorted(rows) == sorted(canonicalize_name(each.name) for each in [*requirements, *peers(checkout)])


def peers(checkout: Path) -> list[Requirement]:
    """What `make bench-peers` asks for by name."""
    lines = (checkout / "bench" / "peers" / "requirements.txt").read_text(encoding="utf-8").splitlines()
    return [Requirement(line) for line in lines if not line.startswith("#")]


def test_every_peer_has_the_release_that_the_page_names(checkout: Path) -> None:
    page = (checkout / "docs" / "dependencies.md").read_text(encoding="utf-8")
    pinned = {each.name: str(each.specifier).removeprefix("==") for each in peers(checkout)}
    assert dict(re.findall(rf"^\| ({'|'.join(pinned)}) \| [^|]+ \| ([\d.]+),", page, re.M)) == pinned


def test_every_dependency_is_pinned_within_its_range(checkout: Path, requirements: list[Requirement]) -> None:
    lines = (checkout / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = dict(line.split("==") for line in lines if not line.startswith("#"))
    pinned = {canonicalize_name(name): version for name, version in pins.items()}
    assert [str(each) for each in requirements if not each.specifier.contains(pinned.get(canonicalize_name(each.name), ""))] == []


def test_every_setting_is_listed(checkout: Path) -> None:
    page = (checkout / "docs" / "settings.md").read_text(encoding="utf-8")
    files = [*(checkout / "src").rglob("*.py"), *(checkout / "tests").rglob("*.py")]
    used = {name for file in files for name in ENVIRONMENT.findall(file.read_text(encoding="utf-8"))}
    assert used >= {"SAKSI_LEDGER", "SAKSI_TRACEBACK"}
    assert sorted(name for name in used if f"`{name}`" not in page) == []


def test_every_address_of_the_desk_is_listed(checkout: Path) -> None:
    app = pytest.importorskip("saksi.desk.app", reason="needs the extra `desk`")
    page = (checkout / "docs" / "desk.md").read_text(encoding="utf-8")
    paths = [re.sub(r":\w+\}", "}", route.path) for route in app.create_app(object()).routes]
    assert paths
    assert [path for path in paths if f"| `{path}` |" not in page] == []


def test_links_between_pages_lead_somewhere(checkout: Path) -> None:
    pages = [checkout / "README.md", checkout / "CHANGELOG.md", *checkout.glob("docs/**/*.md"), *checkout.glob("decisions/*.md")]
    links = [(page, link) for page in pages for link in LINK.findall(page.read_text(encoding="utf-8"))]
    assert links
    assert [f"{page.name}: {link}" for page, link in links if not (page.parent / link).exists()] == []


def test_the_example_of_the_readme_is_what_is_found(checkout: Path) -> None:
    readme = (checkout / "README.md").read_text(encoding="utf-8")
    text = " ".join(re.findall(r"^> (.+)$", readme, re.M))
    shown = [[cell.strip() for cell in line.strip("|").split("|")] for line in re.findall(r"^\| \d.*$", readme, re.M)]
    found = rows(read(Article(id="a", text=text, language="en")), PHRASES[Interface.ENGLISH])
    assert shown == [[str(row.number), row.who, row.stance, row.what, row.sure, row.through, row.answers] for row in found]


def test_what_the_pages_make_can_be_made(checkout: Path) -> None:
    """Every `make …` of README and docs is a target of the Makefile."""
    targets = set(re.findall(r"^([a-z]+):", (checkout / "Makefile").read_text(encoding="utf-8"), re.M))
    pages = [checkout / "README.md", *checkout.glob("docs/*.md")]
    asked = {name for page in pages for name in re.findall(r"(?:`|^)make ([a-z]+)", page.read_text(encoding="utf-8"), re.M)}
    assert asked >= {"demo", "test"}
    assert asked - targets == set()
