"""`saksi watch`: saved conditions over what articles say, and the alerts that they raise."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from saksi.cli.follow import LedgerFile
from saksi.cli.harmless import one_line
from saksi.errors import NotFollowed

if TYPE_CHECKING:
    from saksi.ledger import Ledger
    from saksi.ledger.watching import Watching
    from saksi.records import Alert, Watch

Names = list[str] | None
WatchName = Annotated[str, typer.Argument(metavar="NAME", help="The watch.", show_default=False)]


def add(
    name: WatchName,
    ledger: LedgerFile = "saksi.db",
    actors: Annotated[Names, typer.Option("--actor", metavar="NAME", help="Somebody or something that the article names.")] = None,
    speakers: Annotated[Names, typer.Option("--speaker", metavar="NAME", help="Who says it.")] = None,
    about: Annotated[Names, typer.Option("--about", metavar="NAME", help="Who or what is named in what is said.")] = None,
    places: Annotated[Names, typer.Option("--place", metavar="NAME", help="A place or state that the article names.")] = None,
    outlets: Annotated[Names, typer.Option("--outlet", metavar="NAME", help="Who publishes it.")] = None,
    words: Annotated[Names, typer.Option("--word", metavar="WORDS", help="Words that stand in it; of several, all must.")] = None,
    stance: Annotated[
        Literal["asserted", "denied", "unsure"] | None, typer.Option("--stance", help="How the speaker stands to it.", show_default=False)
    ] = None,
    news: Annotated[
        Literal["denial", "figure", "origin", "hedge"] | None,
        typer.Option("--news", help="What the article brings to what the ledger held before it.", show_default=False),
    ] = None,
    change: Annotated[
        float, typer.Option("--change", metavar="PERCENT", min=0, help="With --news figure: by how much it changes, more than this.")
    ] = 0.0,
) -> None:
    """Save a condition; every article that is added from now on and meets it raises an alert, once.

    Options of different kinds must all be met, of one kind any. With --speaker, --about or --stance each statement raises
    an alert, and --word looks into what is said; else each article does. Names are known by every form that the gazetteer
    of actors has of them. The line tells how many the ledger holds already.

    With --news an article raises an alert where it brings, to the claims of the ledger, a denial by somebody who had not
    denied it, a figure that fits none told before, a second origin that carries a claim by itself (copies and relayed
    agencies are none), or, being a copy, tells as certain what its origin hedged (hedge). The alert quotes what stood
    there before as well. The other options say of which statements.

    \b
    Example:
      saksi watch add haftar-rusia --speaker Haftar --about Rusia
      saksi watch add bantahan --stance denied --about Pertamina
      saksi watch add sidi-barrani --place "Sidi Barrani"
      saksi watch add korban --news figure --change 10 --word tewas
    """
    from saksi.ledger import open_ledger
    from saksi.runs.watchlist import made, previewed

    watch = made(
        name,
        actors=actors,
        speakers=speakers,
        about=about,
        places=places,
        outlets=outlets,
        words=words,
        stance=stance,
        news=news,
        change=change,
    )
    with open_ledger(ledger) as opened:
        _watching(opened).add(watch)
        held = sum(1 for _ in previewed(watch, opened))
    print(one_line(f"{name}: watched from now on; {held} held already would have raised an alert (saksi watch test shows them)"))


def list_(ledger: LedgerFile = "saksi.db") -> None:
    """Print the watches, one a line: name, alerts so far, and the condition.

    \b
    Example:
      saksi watch list
    """
    from saksi.ledger import open_ledger

    with open_ledger(ledger, create=False) as opened:
        watching = _watching(opened)
        for watch in watching.watches():
            _, count = watching.alerts(watch.id, limit=0)
            sys.stdout.write("\t".join(map(one_line, (watch.name, str(count), condition(watch)))) + "\n")


def preview(
    name: WatchName,
    ledger: LedgerFile = "saksi.db",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Show what of the ledger a watch asks for, as if it were new; no alert is raised.

    \b
    Example:
      saksi watch test bantahan
    """
    from saksi.ledger import open_ledger
    from saksi.runs.watchlist import alert_line, previewed

    with open_ledger(ledger, create=False) as opened:
        watch = _watching(opened).watch(name)
        for alert in previewed(watch, opened):
            sys.stdout.write((alert_line(alert, watch) if as_json else told(alert)) + "\n")


def run(
    names: Annotated[list[str] | None, typer.Argument(metavar="NAME", help="The watches; all by default.", show_default=False)] = None,
    ledger: LedgerFile = "saksi.db",
    to: Annotated[
        str,
        typer.Option(
            "--to",
            metavar="FILE|ADDRESS",
            help="Where to: a file of JSON lines, - for standard output, or an address of Apprise (mailto://…, json://…).",
        ),
    ] = "-",
    digest: Annotated[bool, typer.Option("--digest", help="One message for each watch, not one for each alert.")] = False,
    every: Annotated[
        Literal["hourly", "daily"] | None,
        typer.Option("--every", help="A digest, and no more often than this, however often it is run.", show_default=False),
    ] = None,
) -> None:
    """Deliver the alerts that were not yet delivered there, each once.

    Several places can be served, each of which gets every alert. Addresses of Apprise need the extra saksi[alerts]; they
    may hold a password, and only a digest of them is kept. An alert that was being sent when a run was killed is not sent
    again, since it may have arrived; the line says how many there are.

    \b
    Example:
      saksi watch run --to alerts.jsonl
      saksi watch run --every daily --to "mailto://me:secret@example.org"
    """
    from saksi.ledger import open_ledger
    from saksi.runs.delivering import channel_of, deliver

    with open_ledger(ledger, create=False) as opened:
        watching = _watching(opened)
        chosen = [watching.watch(name) for name in names] if names else watching.watches()
        with channel_of(to, sys.stdout) as channel:
            apart = timedelta(hours={"hourly": 1, "daily": 24}.get(every or "", 0))
            sent = sum(deliver(watch, watching, channel, digest=digest or every is not None, apart=apart) for watch in chosen)
            unsure = watching.unsure(channel.key)
    doubt = f"; {unsure} may not have arrived, a run was killed while it sent them" if unsure else ""
    print(f"{sent} alerts delivered{doubt}", file=sys.stderr)


def remove(name: WatchName, ledger: LedgerFile = "saksi.db") -> None:
    """Drop a watch with its alerts; the articles stay.

    \b
    Example:
      saksi watch remove bantahan
    """
    from saksi.ledger import open_ledger

    with open_ledger(ledger, create=False) as opened:
        print(one_line(f"removed: {_watching(opened).remove(name).name}"))


WATCH_COMMANDS: dict[str, Callable[..., None]] = {"add": add, "list": list_, "test": preview, "run": run, "remove": remove}
"""In the order of the help."""

watch_app = typer.Typer(help="Save conditions, and be told once of all that meets them.", no_args_is_help=True, rich_markup_mode=None)
for _name, _command in WATCH_COMMANDS.items():
    watch_app.command(_name)(_command)


def condition(watch: Watch) -> str:
    """The condition as the options that make it."""
    fields = ("actors", "speakers", "about", "places", "outlets", "words")
    options = {"actors": "actor", "speakers": "speaker", "places": "place", "outlets": "outlet", "words": "word"}
    parts = [f'--{options.get(field, field)} "{value}"' for field in fields for value in getattr(watch, field)]
    parts += [f"--stance {watch.stance}"] if watch.stance else []
    parts += [f"--news {watch.news}"] if watch.news else []
    return " ".join([*parts, *([f"--change {watch.change:g}"] if watch.change else [])])


def told(alert: Alert) -> str:
    """An alert in a line: who, how, what is said, where."""
    who = f"{alert.speaker} ({alert.stance}): " if alert.speaker else ""
    quotes = " … ".join(f"“{quote}”" for quote in alert.quotes)
    where = ", ".join(filter(None, (alert.title, alert.outlet, alert.published, alert.uri)))
    before = f" – before: “{alert.before.quote}” ({alert.before.outlet or alert.before.article})" if alert.before is not None else ""
    return one_line(f"{who}{quotes} – {where}{before}")


def _watching(opened: Ledger) -> Watching:
    from saksi.ledger.watching import watching_of

    found = watching_of(opened)
    if found is None:
        raise NotFollowed("this kind of ledger keeps no watches; give the path of a file, e.g. saksi.db")
    return found
