"""The gallery shows every screen of the desk's menu, and every picture that a page names is there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

PICTURE = re.compile(r"""(?:src="|!\[[^\]]*\]\()([^")]+\.png)""")
MOST_BYTES = 3_000_000


@pytest.fixture(scope="module")
def screens(checkout: Path) -> list[dict[str, Any]]:
    """The pictures that gallery.yaml asks for."""
    chapters = yaml.safe_load((checkout / "docs" / "gallery.yaml").read_text(encoding="utf-8"))
    return [screen for chapter in chapters for screen in chapter["screens"]]


def test_every_screen_of_the_menu_has_a_picture(screens: list[dict[str, Any]]) -> None:
    menu = pytest.importorskip("saksi.desk.menu", reason="needs the extra `desk`")
    rooms = {screen["room"].partition("?")[0] for screen in screens}
    assert [entry.path for entry in (*menu.DAILY, *menu.MORE) if entry.path not in rooms] == []


def test_every_picture_is_there_and_no_other(checkout: Path, screens: list[dict[str, Any]]) -> None:
    taken = sorted(path.stem for path in (checkout / "docs" / "gallery").glob("*.png"))
    assert taken == sorted(screen["name"] for screen in screens)


def test_every_picture_that_a_page_names_is_there(checkout: Path) -> None:
    pages = [checkout / "README.md", *checkout.glob("docs/*.md")]
    named = [(page, picture) for page in pages for picture in PICTURE.findall(page.read_text(encoding="utf-8"))]
    assert named
    assert [f"{page.name}: {picture}" for page, picture in named if not (page.parent / picture).is_file()] == []


def test_both_languages_widths_and_schemes_are_shown(screens: list[dict[str, Any]]) -> None:
    assert {screen.get("tongue", "en") for screen in screens} == {"en", "id"}
    assert {screen.get("narrow", False) for screen in screens} == {True, False}
    assert {screen.get("dark", False) for screen in screens} == {True, False}


def test_the_pictures_stay_small(checkout: Path) -> None:
    assert sum(path.stat().st_size for path in (checkout / "docs" / "gallery").glob("*.png")) < MOST_BYTES
