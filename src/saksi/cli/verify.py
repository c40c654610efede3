"""`saksi verify`: says whether what was kept is still what was written."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from saksi.cli.exits import WRONG
from saksi.cli.harmless import one_line

if TYPE_CHECKING:
    from saksi.intake.verifying import Checked


def verify(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="FILE", help="Web archives (.warc, .warc.gz) and readings (from saksi read --json).", show_default=False),
    ],
) -> None:
    """Check kept files: digests of web archives, spans of readings.

    Of a web archive, each record must be whole and have the digests that it names; of readings, each span must be
    what stands in the text there. What is wrong is named with the number of its record or reading. The exit code is 1
    where something is wrong, 2 where a file could not be checked.

    \b
    Example:
      saksi verify flood.warc.gz flood.jsonl
    """
    from saksi.errors import InputRefused
    from saksi.intake.verifying import verify as check

    code = 0
    for path in paths:
        try:
            found = check(Path(path))
        except InputRefused as refused:
            print(one_line(f"refused {path}: {refused.reason}"), file=sys.stderr)
            code = 2
            continue
        for what in found.wrong:
            print(one_line(f"{path}: {what}"), file=sys.stderr)
        print(one_line(f"{path}: {summary(found)}"))
        code = max(code, WRONG if found.wrong else 0)
    if code:
        raise typer.Exit(code)


def summary(found: Checked) -> str:
    """ "12 records, 12 with something to check against: all as it was written" or how much is wrong."""
    unit = found.unit if found.count != 1 else found.unit.removesuffix("s")
    verdict = f"{len(found.wrong)} wrong" if found.wrong else "nothing wrong"
    return f"{found.count} {unit}, {found.checked} with something to check against: {verdict}"
