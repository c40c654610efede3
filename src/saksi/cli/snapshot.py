"""`saksi snapshot`: fetches addresses and keeps what came, without reading it."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from saksi.cli.exits import NOTHING_READ
from saksi.cli.harmless import one_line
from saksi.cli.network import IgnoreRobots, fetching


def snapshot(
    addresses: Annotated[list[str], typer.Argument(metavar="ADDRESS", help="Addresses of pages or feeds (https://…).", show_default=False)],
    to: Annotated[
        str, typer.Option("--to", metavar="FILE", help="The web archive to add to (.warc.gz); made if it is not there.", show_default=False)
    ],
    ignore_robots: IgnoreRobots = False,
) -> None:
    """Fetch addresses and keep what came, byte for byte.

    The file holds each request and answer as they went over the wire, with digests, the time and the address that was
    called. Reading it later gives the same articles as reading the addresses now. One line for each address says what
    was kept; an answer such as 404 is kept too. The exit code is 2 where nothing was.

    \b
    Example:
      saksi snapshot --to flood.warc.gz https://example.org/flood
      saksi verify flood.warc.gz
      saksi read flood.warc.gz
    """
    from saksi.errors import FetchRefused

    kept = 0
    with fetching(ignore_robots=ignore_robots, snapshot=to) as fetch:
        for address in addresses:
            try:
                fetched = fetch(address)
            except FetchRefused as refused:
                print(one_line(f"refused {address}: {refused.reason}"), file=sys.stderr)
                continue
            kept += 1
            last = fetched.chain[-1]
            way = f" ({len(fetched.chain) - 1} redirects)" if len(fetched.chain) > 1 else ""
            print(one_line(f"{last.uri}: answered {last.status}, {len(last.response):,} bytes{way}"))
    print(one_line(f"{to}: {kept} kept, {len(addresses) - kept} refused"))
    if not kept:
        raise typer.Exit(NOTHING_READ)
