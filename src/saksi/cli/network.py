"""What the commands that take addresses share: their options, and the fetching that is set up when the first address is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from saksi.intake import Fetch
    from saksi.intake.exchange import Fetched, NotModified

IgnoreRobots = Annotated[
    bool, typer.Option("--ignore-robots", help="Do not ask robots.txt; for a person who has the right to what is fetched.")
]
SnapshotFile = Annotated[
    str | None,
    typer.Option(
        "--snapshot", metavar="FILE", help="Keep what is fetched, byte for byte, in this web archive (.warc.gz).", show_default=False
    ),
]


@contextmanager
def fetching(*, ignore_robots: bool, snapshot: str | None) -> Iterator[Fetch]:
    """Gives what fetches addresses, and what it fetches is kept in `snapshot` before it is read."""
    from saksi.runs.inputs import by_need

    with ExitStack() as stack:
        keep = None if snapshot is None else _keeping(stack, snapshot)
        yield by_need(lambda: _fetch(ignore_robots, keep))


def _keeping(stack: ExitStack, snapshot: str) -> Callable[[Fetched | NotModified], None]:
    from saksi.intake.snapshots import open_snapshot

    return stack.enter_context(open_snapshot(Path(snapshot))).keep


def _fetch(ignore_robots: bool, keep: Callable[[Fetched | NotModified], None] | None) -> Fetch:
    from saksi.intake.fetching import Fetcher

    fetcher = Fetcher(ignore_robots=ignore_robots)

    def fetch(uri: str) -> Fetched | NotModified:
        fetched = fetcher.fetch(uri)
        if keep is not None:
            keep(fetched)
        return fetched

    return fetch
