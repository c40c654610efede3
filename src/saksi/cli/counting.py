"""A running count on the terminal below long work; nothing where nobody looks."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def counted(what: str, total: int | None = None) -> Iterator[Callable[[int], None]]:
    """Gives what is told how much more was done; shown on a terminal only, as a bar where `total` is known."""
    if not sys.stderr.isatty():
        yield lambda count: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    bar = (BarColumn(),) if total is not None else ()
    columns = (SpinnerColumn(), TextColumn(what), *bar, TextColumn("{task.completed:,.0f} so far", markup=False), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True, markup=False, highlight=False, emoji=False), transient=True) as progress:
        task = progress.add_task(what, total=total)
        yield lambda count: progress.advance(task, count)
