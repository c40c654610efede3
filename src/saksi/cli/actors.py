"""`saksi actors`: looks into the gazetteer of actors, and keeps a user's own rows over it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from saksi.cli.harmless import one_line
from saksi.runs.own_actors import OWN, SETTING, own_actors

if TYPE_CHECKING:
    from saksi.words.actors import Actor, Gazetteer, Holder

OwnFile = Annotated[
    Path | None,
    typer.Option(
        "--actors",
        metavar="FILE",
        envvar=SETTING,
        help=f"Your own rows, laid over those that Saksi ships; else {OWN}, where it is there.",
        show_default=False,
    ),
]


def add(
    name: Annotated[str, typer.Argument(help="The usual name in English.", show_default=False)],
    kind: Annotated[Literal["organization", "group", "person"], typer.Option("--kind", help="What it is.", show_default=False)],
    sectors: Annotated[list[str] | None, typer.Option("--sector", metavar="CODE", help="PLOVER's code, the chief one first.")] = None,
    countries: Annotated[
        list[str] | None, typer.Option("--country", metavar="ISO3", help="A state it belongs to or acts in, as in IDN.")
    ] = None,
    forms: Annotated[
        list[str] | None, typer.Option("--form", metavar="FORM", help='Another way to write it; with "?" behind, it proves nothing alone.')
    ] = None,
    name_id: Annotated[
        str | None, typer.Option("--name-id", metavar="NAME", help="The usual name in Indonesian, where it is another.", show_default=False)
    ] = None,
    qid: Annotated[str, typer.Option("--qid", metavar="Q…", help="Wikidata's id.", show_default=False)] = "",
    own: OwnFile = None,
) -> None:
    """Add an actor to your own file, which every command that reads news heeds.

    A row of the same Wikidata id or usual name replaces the one that Saksi ships.

    --sector, --country and --form may be given several times. The file is made if it is not there, and you may edit it.

    \b
    Example:
      saksi actors add "Tide Front" --kind group --sector REB --country IDN \\
        --name-id "Front Pasang" --form "TF?"
    """
    from saksi.clock import now
    from saksi.words.actors import actors, add_row, own_row

    actor = own_row(
        name,
        kind=kind,
        as_of=now().date(),
        name_id=name_id,
        qid=qid,
        sectors=sectors or (),
        countries=countries or (),
        forms=forms or (),
    )
    file = own or Path(OWN)
    add_row(file, actor, actors().offices)
    print(f"{one_line(str(file))}: {one_line(actor.name_en)} added")


def list_(
    sector: Annotated[str | None, typer.Option("--sector", metavar="CODE", help="Only those of a sector.", show_default=False)] = None,
    country: Annotated[str | None, typer.Option("--country", metavar="ISO3", help="Only those of a state.", show_default=False)] = None,
    kind: Annotated[
        Literal["organization", "group", "person"] | None, typer.Option("--kind", help="Only those of a kind.", show_default=False)
    ] = None,
    own: OwnFile = None,
) -> None:
    """Print the known actors, one a line, in the order of their English names.

    Columns, parted by tabs: English name, Indonesian name, kind, sectors, countries, Wikidata id. Whoever holds offices has
    no sector: it follows from the office held on the day, which `saksi actors show` tells.

    \b
    Example:
      saksi actors list --sector REB --country LBY
    """
    found = [
        actor
        for actor in own_actors(own).actors
        if (sector is None or sector in actor.sectors)
        and (country is None or country in actor.countries)
        and (kind is None or kind == actor.kind)
    ]
    for actor in sorted(found, key=lambda each: (each.name_en.casefold(), each.key)):
        cells = (actor.name_en, actor.name_id, actor.kind, ",".join(actor.sectors), ",".join(actor.countries), actor.qid or "")
        sys.stdout.write("\t".join(map(one_line, cells)) + "\n")


def show(
    name: Annotated[str, typer.Argument(help="A name in either language, a form or a Wikidata id.", show_default=False)],
    own: OwnFile = None,
) -> None:
    """Show what is known of an actor: names, forms, sectors, countries, offices with their dates, and until when it holds.

    \b
    Example:
      saksi actors show KPK
      saksi actors show "Retno Marsudi"
    """
    from saksi.errors import UnknownActor

    known = own_actors(own)
    found = known.named(name)
    if not found:
        raise UnknownActor(f'no actor goes by "{name}"; forms are exact, and saksi actors list shows all')
    print("\n\n".join("\n".join(_lines(actor, known)) for actor in found))


def check(file: Annotated[Path, typer.Argument(help="A file of your own rows.", show_default=False)]) -> None:
    """Check a file of your own rows, and say what it changes in those that Saksi ships.

    The exit code is 2 where a row cannot be right; the line says which and what to do.

    \b
    Example:
      saksi actors check saksi-actors.yaml
    """
    from saksi.words.actors import actors, overlaid, own_rows, taken_forms

    shipped = actors()
    rows = own_rows(file, shipped.offices)
    overlaid(shipped, rows)
    counts = [(len(rows.actors), "actor"), (len(rows.holders), "term")]
    print(f"{one_line(str(file))}: {', '.join(f'{count} {what}' if count == 1 else f'{count} {what}s' for count, what in counts if count)}")
    for actor, _ in rows.actors:
        for other in {*shipped.named(actor.name_en), *shipped.named(actor.qid or actor.name_en)}:
            if other.name_en == actor.name_en or other.qid == actor.qid is not None:
                print(f"  {one_line(actor.name_en)}: replaces the shipped row")
    for form, before, after in taken_forms(shipped, rows):
        print(f'  "{one_line(form)}": meant {one_line(before)}, now means {one_line(after)}')


ACTOR_COMMANDS: dict[str, Callable[..., None]] = {"list": list_, "show": show, "add": add, "check": check}
"""In the order of the help."""

actors_app = typer.Typer(help="Look up who is known, and add actors of your own.", no_args_is_help=True, rich_markup_mode=None)
for _name, _command in ACTOR_COMMANDS.items():
    actors_app.command(_name)(_command)


def _lines(actor: Actor, known: Gazetteer) -> list[str]:
    facts = [
        ("kind", actor.kind),
        ("name", " / ".join(dict.fromkeys((actor.name_en, actor.name_id)))),
        ("Wikidata", actor.qid or ""),
        ("sectors", ", ".join(actor.sectors)),
        ("countries", ", ".join(actor.countries)),
        ("forms", ", ".join(dict.fromkeys(f"{form.text}?" if form.ambiguous else form.text for form in actor.forms))),
        ("as of", str(actor.as_of)),
    ]
    terms = known.holders_of(actor.name_en) if actor.kind == "person" else ()
    return [one_line(f"{label}: {value}") for label, value in facts if value] + _offices(terms, known)


def _offices(terms: Sequence[Holder], known: Gazetteer) -> list[str]:
    return [
        one_line(f"{term.from_} to {term.to or f'at least {term.as_of}'}: {known.offices[term.office].titles_en[0]}, {term.of}")
        for term in terms
    ]
