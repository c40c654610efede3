"""`saksi follow`: feeds and sites that are asked again and again, what is new in them read into a ledger."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from saksi.cli.exits import FAILED
from saksi.cli.harmless import one_line
from saksi.cli.network import IgnoreRobots
from saksi.errors import NotFollowed

if TYPE_CHECKING:
    from saksi.ledger import Ledger
    from saksi.ledger.following import Following
    from saksi.records import FeedStatus
    from saksi.runs.following import Happened

LedgerFile = Annotated[
    str,
    typer.Option("--ledger", metavar="FILE", envvar="SAKSI_LEDGER", help="A SQLite file, made if it is not there, or a PostgreSQL URL."),
]


def add(
    addresses: Annotated[
        list[str],
        typer.Argument(metavar="FEED|SITE|OPML", help="Addresses of feeds, sites or sitemaps, or an OPML file.", show_default=False),
    ],
    ledger: LedgerFile = "saksi.db",
    zone: Annotated[
        str | None,
        typer.Option(
            "--zone", metavar="ZONE", help="The zone of dates that name none: WIB, WITA, WIT, UTC or as in +07:00.", show_default=False
        ),
    ] = None,
    outlet: Annotated[
        str | None,
        typer.Option("--outlet", metavar="NAME", help="The outlet's name, where the feed's title is another.", show_default=False),
    ] = None,
    ignore_robots: IgnoreRobots = False,
) -> None:
    """Follow feeds, sites, or every feed of an OPML list.

    Of a site, the feed that its page names is followed, else its sitemap, that of news before others. Nothing is read
    yet: `saksi follow run` does that. The exit code is 2 where nothing could be added.

    \b
    Example:
      saksi follow add https://example.org/rss https://example.com
      saksi follow add --zone WIB newsroom.opml
      saksi follow run
    """
    from saksi.errors import InputRefused
    from saksi.intake.fetching import Fetcher
    from saksi.intake.stamps import zone_offset
    from saksi.ledger import open_ledger
    from saksi.runs.subscribing import subscribe

    offset = None if zone is None else zone_offset(zone)
    if zone is not None and offset is None:
        raise typer.BadParameter("give WIB, WITA, WIT, UTC or an offset as in +07:00", param_hint="--zone")
    kept = 0
    with open_ledger(ledger) as opened:
        following = _following(opened)
        asks = Fetcher(ignore_robots=ignore_robots)
        for address in addresses:
            try:
                for done in subscribe(address, following, asks, zone=offset, outlet=outlet):
                    kept += done.what != "refused"
                    print(one_line(f"{done.what}: {done.address}" + (f" ({done.note})" if done.note else "")))
            except InputRefused as refused:
                print(one_line(f"refused {address}: {refused.reason}"), file=sys.stderr)
    if not kept:
        raise typer.Exit(FAILED)


def list_(
    ledger: LedgerFile = "saksi.db",
    items: Annotated[
        str | None, typer.Option("--items", metavar="FEED", help="The items of one feed, the newest first.", show_default=False)
    ] = None,
    state: Annotated[
        Literal["waiting", "fetched", "read", "partly", "summary", "refused"] | None,
        typer.Option("--state", help="Items in this state, of all feeds or that of --items.", show_default=False),
    ] = None,
) -> None:
    """Print what is followed, one feed a line.

    Columns, parted by tabs: state (followed, failing, stopped), address, name, items read, partly read, read as a summary,
    refused, still to do, when it is asked next, and what is wrong. With --items or --state: state, when it was seen,
    title, address, article, and why. States: waiting (its page is to be fetched), fetched (to be read), read, partly (with
    what is left out), summary (the page could not be had, the feed's summary was read), refused.

    \b
    Example:
      saksi follow list
      saksi follow list --items https://example.org/rss
      saksi follow list --state refused
    """
    from saksi.ledger import open_ledger

    with open_ledger(ledger, create=False) as opened:
        following = _following(opened)
        if items is not None or state is not None:
            found, _ = following.items(feed=None if items is None else following.feed(items).id, state=state)
            for item in found:
                _row(item.state, item.seen, item.title or "", item.link or "", item.article or "", item.why or "")
            return
        for status in following.feeds():
            _row(*_cells(status))


def remove(
    feeds: Annotated[list[str], typer.Argument(metavar="FEED", help="Addresses, names or ids of feeds.", show_default=False)],
    ledger: LedgerFile = "saksi.db",
) -> None:
    """Follow feeds no more; what was read of them stays.

    \b
    Example:
      saksi follow remove https://example.org/rss
    """
    from saksi.ledger import open_ledger

    with open_ledger(ledger, create=False) as opened:
        following = _following(opened)
        for feed in feeds:
            print(one_line(f"removed: {following.remove(feed).address}"))


def export(
    ledger: LedgerFile = "saksi.db",
    opml: Annotated[str, typer.Option("--opml", metavar="FILE", help="The file to write; - is standard output.")] = "-",
) -> None:
    """Write what is followed as an OPML list, which other readers of feeds take too. Stopped feeds and sitemaps are left out.

    \b
    Example:
      saksi follow export --opml newsroom.opml
    """
    from saksi.errors import OutputRefused
    from saksi.intake.opml import Outline, write_opml
    from saksi.ledger import open_ledger

    with open_ledger(ledger, create=False) as opened:
        feeds = [status.feed for status in _following(opened).feeds()]
    outlines = [
        Outline(feed=feed.moved or feed.address, name=feed.name, page=feed.page, folders=feed.folders)
        for feed in feeds
        if feed.state == "followed" and feed.kind == "feed"
    ]
    text = write_opml(outlines, title="Saksi")
    if opml == "-":
        sys.stdout.write(text)
        return
    try:
        Path(opml).write_text(text, encoding="utf-8")
    except OSError as exc:
        raise OutputRefused(f"{opml}: cannot be written: {exc.strerror or exc}") from exc
    print(one_line(f"{opml}: {len(outlines)} feeds"))


def run(
    ledger: LedgerFile = "saksi.db",
    once: Annotated[bool, typer.Option("--once", help="Ask what is due, read what is new, and stop.")] = False,
    until: Annotated[
        str | None, typer.Option("--until", metavar="MOMENT", help="Stop then, as in 2026-03-03T18:00+07:00.", show_default=False)
    ] = None,
    snapshots: Annotated[
        Path | None,
        typer.Option(
            "--snapshots", metavar="DIR", help="Keep what is fetched, byte for byte, in web archives in this folder.", show_default=False
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="Say nothing about single feeds and items.")] = False,
    ignore_robots: IgnoreRobots = False,
) -> None:
    """Ask the followed feeds as they come due, and read what is new into the ledger, until Ctrl-C.

    A feed is asked the more often the more often it changes, and the less the longer it fails; servers that ask for time
    are given it. Each item is read once, though its id or text may change at each asking. A run that is killed at any
    moment loses and doubles nothing. Several runs may follow one ledger.

    \b
    Example:
      saksi follow run --snapshots kept
      saksi follow run --once --quiet
    """
    from saksi.ledger import open_ledger, shown_ledger
    from saksi.runs.background import running

    end = _moment(until)
    with open_ledger(ledger) as opened:
        following = _following(opened)
        if not following.feeds():
            raise NotFollowed("nothing is followed yet; try: saksi follow add https://example.org/rss")
        counts: Counter[str] = Counter()

        def tell(happened: Happened) -> None:
            counts[happened.state if happened.what == "item" else f"feed {happened.state}"] += 1
            if not quiet:
                print(told(happened), flush=True)

        running(opened, following, once=once, until=end, snapshots=snapshots, ignore_robots=ignore_robots, on_event=tell)
    print(one_line(f"{shown_ledger(ledger)}: {summary(counts)}"))


def status(ledger: LedgerFile = "saksi.db") -> None:
    """Say how following stands: feeds, items by what became of them, what is due, and which feeds fail or were stopped.

    \b
    Example:
      saksi follow status
    """
    from saksi.ledger import open_ledger

    with open_ledger(ledger, create=False) as opened:
        following = _following(opened)
        feeds = following.feeds()
        due = following.next_due()
    states = Counter(_state(each) for each in feeds)
    items: Counter[str] = Counter()
    for each in feeds:
        items.update(each.counts)
    print(f"feeds: {states['followed']} followed, {states['failing']} failing, {states['stopped']} stopped")
    print(f"items: {_counted(items)}")
    print(f"next due: {due.isoformat() if due is not None else 'nothing'}")
    for each in feeds:
        if _state(each) != "followed":
            print(one_line(f"{_state(each)}: {each.feed.address}: {each.feed.why}"))


FOLLOW_COMMANDS: dict[str, Callable[..., None]] = {
    "add": add,
    "list": list_,
    "remove": remove,
    "export": export,
    "run": run,
    "status": status,
}
"""In the order of the help."""

follow_app = typer.Typer(help="Follow feeds and sites, and read them as they publish.", no_args_is_help=True, rich_markup_mode=None)
for _name, _command in FOLLOW_COMMANDS.items():
    follow_app.command(_name)(_command)


def told(happened: Happened) -> str:
    """What became of one feed or item, in a line."""
    new = f", {happened.new} new" if happened.new else ""
    why = f": {happened.why}" if happened.why else ""
    return one_line(f"{happened.state} {happened.name}{new}{why}")


def summary(counts: Counter[str]) -> str:
    """What a run did, in a line."""
    asked = sum(count for name, count in counts.items() if name.startswith("feed "))
    return f"{asked} feeds asked, {counts['feed failed'] + counts['feed stopped']} of them failed; items: {_counted(counts)}"


def _counted(counts: Counter[str]) -> str:
    left = counts["waiting"] + counts["fetched"]
    names = {"read": "read", "partly": "partly", "summary": "as a summary", "refused": "refused"}
    return ", ".join([*(f"{counts[state]} {name}" for state, name in names.items()), f"{left} still to do"])


def _cells(status: FeedStatus) -> tuple[str, ...]:
    feed, counts = status.feed, status.counts
    left = counts.get("waiting", 0) + counts.get("fetched", 0)
    figures = (*(counts.get(name, 0) for name in ("read", "partly", "summary", "refused")), left)
    due = feed.due if feed.state == "followed" else ""
    return (_state(status), feed.address, feed.name or "", *map(str, figures), due, feed.why or "")


def _state(status: FeedStatus) -> str:
    return "failing" if status.feed.state == "followed" and status.feed.failures else status.feed.state


def _row(*cells: str) -> None:
    sys.stdout.write("\t".join(map(one_line, cells)) + "\n")


def _moment(until: str | None) -> datetime | None:
    if until is None:
        return None
    try:
        found = datetime.fromisoformat(until)
    except ValueError as exc:
        raise typer.BadParameter("give a moment as in 2026-03-03T18:00+07:00", param_hint="--until") from exc
    return found.astimezone(UTC)


def _following(opened: Ledger) -> Following:
    from saksi.ledger.following import following_of

    found = following_of(opened)
    if found is None:
        raise NotFollowed("this kind of ledger follows nothing; give the path of a file, e.g. saksi.db")
    return found
