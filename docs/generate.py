"""Writes the pages of the documentation that follow from the code: the commands' help, the limits with their reasons, the gallery.

`python docs/generate.py` writes them; with `--check` it only says, by its exit code, whether they are current.
"""

from __future__ import annotations

import ast
import html
import sys
from itertools import pairwise
from pathlib import Path
from typing import Literal

import msgspec
import yaml
from typer.testing import CliRunner

from saksi import limits
from saksi.cli.main import COMMANDS, GROUPS, app

DOCS = Path(__file__).parent
COLUMNS = "80"
COMMANDS_HEAD = """# The commands

The help of every command as the program prints it; `make docs` writes this page.
"""
LIMITS_HEAD = """# The limits

Every cap that Saksi keeps, each with its reason; `make docs` writes this page. What passes a limit is refused with a
reason or read in part with a note, never dropped in silence. Limits of reach
(`ANSWER_REACH`, `SPEAKERS_REMEMBERED`, `RELAYS`) only end a search. Sizes are in bytes unless the reason says otherwise.

| limit | value | reason |
| --- | ---: | --- |
"""
GALLERY_HEAD = """# The desk in pictures

The demonstration articles at the desk, with an owner and a member at work on them. `make gallery` takes the pictures anew.
"""
WIDTH, NARROW_WIDTH = 820, 300


class Screen(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One picture of the gallery, as gallery.yaml has it: its file's name, the address of the room, and a sentence on it."""

    name: str
    room: str
    says: str
    at: str | None = None
    tongue: Literal["en", "id"] = "en"
    narrow: bool = False
    dark: bool = False


class Chapter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Screens under one heading."""

    heading: str
    screens: list[Screen]


class Limit(msgspec.Struct, frozen=True):
    """One constant of limits.py: its name, its value, and the docstring below it on one line."""

    name: str
    value: int
    reason: str


def commands_page() -> str:
    """The help of `saksi`, of each of its commands and of the commands of each group, as a terminal of 80 columns shows it."""
    sections = [COMMANDS_HEAD]
    grouped = ([group, *name] for group, (_, commands) in GROUPS.items() for name in ([], *([name] for name in commands)))
    for words in ([], *([name] for name in COMMANDS), *grouped):
        shown = CliRunner().invoke(app, [*words, "--help"], prog_name="saksi", env={"COLUMNS": COLUMNS, "TERMINAL_WIDTH": COLUMNS})
        text = "\n".join(line.rstrip() for line in shown.output.strip().splitlines())
        sections.append(f"## {' '.join(['saksi', *words])}\n\n```text\n{text}\n```\n")
    return "\n".join(sections)


def limits_page() -> str:
    """A table of limits.py."""
    return LIMITS_HEAD + "".join(f"| `{limit.name}` | {limit.value:,} | {limit.reason} |\n" for limit in known_limits())


def known_limits() -> list[Limit]:
    """The constants of limits.py in its order."""
    body = ast.parse(Path(limits.__file__).read_text(encoding="utf-8")).body
    found = []
    for constant, docstring in pairwise(body):
        if isinstance(constant, ast.Assign) and isinstance(constant.targets[0], ast.Name):
            name = constant.targets[0].id
            reason = docstring.value.value if isinstance(docstring, ast.Expr) and isinstance(docstring.value, ast.Constant) else ""
            found.append(Limit(name, getattr(limits, name), " ".join(str(reason).replace("|", "&#124;").split())))
    return found


def screens() -> list[Chapter]:
    """The pictures of the gallery, in the order of its page."""
    return msgspec.convert(yaml.safe_load((DOCS / "gallery.yaml").read_text(encoding="utf-8")), list[Chapter])


def gallery_page() -> str:
    """Every picture with its sentence."""
    lines = [GALLERY_HEAD]
    for chapter in screens():
        lines.append(f"## {chapter.heading}\n")
        for screen in chapter.screens:
            width = NARROW_WIDTH if screen.narrow else WIDTH
            lines.append(f'{screen.says}\n\n<img src="gallery/{screen.name}.png" width="{width}" alt="{html.escape(screen.says)}">\n')
    return "\n".join(lines)


def pages() -> dict[Path, str]:
    """Every generated page with what it should say."""
    return {DOCS / "commands.md": commands_page(), DOCS / "limits.md": limits_page(), DOCS / "gallery.md": gallery_page()}


def main() -> int:
    """Write the pages, or with --check compare them; gives the exit code."""
    stale = {page: text for page, text in pages().items() if not page.is_file() or page.read_text(encoding="utf-8") != text}
    if "--check" in sys.argv[1:]:
        for page in stale:
            print(f"docs/{page.name} is not current: make docs", file=sys.stderr)
        return 1 if stale else 0
    for page, text in stale.items():
        page.write_text(text, encoding="utf-8")
        print(f"docs/{page.name} written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
