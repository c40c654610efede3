"""`saksi outlets` and `saksi outlet`: what each outlet carries by itself, takes from others and changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from saksi.cli.claims import Json, Language, LedgerFile, print_lines, print_table
from saksi.cli.harmless import one_line
from saksi.cli.phrases import PHRASES, interface_of_locale

if TYPE_CHECKING:
    from saksi.runs.outlets import OutletAccount


def outlets(ledger: LedgerFile = "saksi.db", json: Json = False, language: Language = None) -> None:
    """List the outlets: how many articles, how many of them by itself, how many taken from others, and how many edits in these.

    An article is an outlet's own where nobody had its text before and it credits no other agency. A later text of one
    address is a version and counts as neither.

    \b
    Example:
      saksi outlets --ledger libya.db
    """
    from saksi.ledger import open_ledger
    from saksi.runs.outlets import outlets_of

    with open_ledger(ledger, create=False) as opened:
        found = outlets_of(opened)
    if json:
        print_lines(found)
        return
    columns = ("outlet", "articles", "own", "taken", "versions", "edits", "given")
    ordered = sorted(found, key=lambda one: (-one.articles, one.outlet))
    counts = [(one.articles, one.own, one.taken, one.versions, sum(one.edits.values()), sum(one.given_to.values())) for one in ordered]
    cells = [(one.outlet, *map(str, count)) for one, count in zip(ordered, counts, strict=True)]
    print_table(columns, cells, PHRASES[language or interface_of_locale()])


def outlet(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The outlet, by any name that it goes by.", show_default=False)],
    ledger: LedgerFile = "saksi.db",
    json: Json = False,
    language: Language = None,
) -> None:
    """Show one outlet: what it carries by itself, whom it copies, what it changes, who copies it, how it describes itself.

    \b
    Example:
      saksi outlet --ledger libya.db Antara
    """
    from saksi.errors import NotInLedger
    from saksi.ledger import open_ledger
    from saksi.runs.outlets import outlets_of, usual

    wanted = (usual(name) or "").casefold()
    with open_ledger(ledger, create=False) as opened:
        found = [one for one in outlets_of(opened) if one.outlet.casefold() == wanted]
    if not found:
        raise NotInLedger(f"no outlet {name!r} in the ledger; saksi outlets lists them")
    if json:
        print_lines(found)
        return
    phrases = PHRASES[language or interface_of_locale()]
    for one in found:
        _show(one, phrases)


def _show(found: OutletAccount, phrases: Mapping[str, str]) -> None:
    print(one_line(found.outlet))
    for viewpoint in found.viewpoints:
        print(f"  {phrases['viewpoint']}: “{one_line(viewpoint)}”")
    for name in ("articles", "own", "taken", "versions"):
        print(f"  {phrases[f'column_{name}']}: {getattr(found, name)}")
    print(f"  {phrases['statements']}: {found.statements}")
    for label, counted in (("taken_from", found.taken_from), ("column_edits", _named(found.edits, phrases)), ("given_to", found.given_to)):
        if counted:
            print(f"  {phrases[label]}: {one_line(', '.join(f'{who} {count}' for who, count in counted.items()))}")


def _named(edits: Mapping[str, int], phrases: Mapping[str, str]) -> dict[str, int]:
    return {phrases[f"edit_{kind}"]: count for kind, count in edits.items()}
