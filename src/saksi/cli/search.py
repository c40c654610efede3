"""`saksi search`: finds statements in a ledger."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from saksi.cli.claims import Json, Language, LedgerFile
from saksi.cli.harmless import harmless, one_line
from saksi.cli.phrases import PHRASES, interface_of_locale
from saksi.limits import SEARCH_COUNTED

if TYPE_CHECKING:
    from saksi.ledger import SearchHit, SearchPage

WIDTH = 240
"""Characters of one excerpt."""

BRACKETS = ("[", "]")
"""What stands around a word that was looked for where there are no colours."""


Words = Annotated[
    list[str] | None,
    typer.Argument(metavar="WORDS", help="What must be said, in any form; a phrase in quote marks.", show_default=False),
]
Actor = Annotated[str | None, typer.Option("--actor", metavar="NAME", help="Who speaks, hands on or is spoken of.", show_default=False)]
Place = Annotated[str | None, typer.Option("--place", metavar="NAME", help="Where, or in which state.", show_default=False)]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="Published on 2017-03-24 (2017-03, 2017) or later.", show_default=False)
]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Published then or before.", show_default=False)]
Side = Annotated[
    Literal["asserted", "denied", "unsure"] | None, typer.Option("--stance", help="How the speaker stands to it.", show_default=False)
]
Outlet = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="The outlet, by its whole name.", show_default=False)]
Event = Annotated[str | None, typer.Option("--event", metavar="CATEGORY", help="An event told in it, as in ASSAULT.", show_default=False)]


def search(
    words: Words = None,
    ledger: LedgerFile = "saksi.db",
    actor: Actor = None,
    place: Place = None,
    since: Since = None,
    until: Until = None,
    stance: Side = None,
    outlet: Outlet = None,
    event: Event = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, max=SEARCH_COUNTED, help="Statements to a page.")] = 20,
    page: Annotated[int, typer.Option("--page", metavar="N", min=1, help="Which page.")] = 1,
    json: Json = False,
    language: Language = None,
) -> None:
    """Find statements by their words and by who, where, when and how; the newest come first.

    All words must be in what is said or in who says it, in any of their Indonesian or English forms: serangan finds
    menyerang and diserang, attack finds attacked. An argument of several words is a phrase. Of the names of actors and
    places, a whole word is enough. Excerpts are verbatim; the words that were found stand out, in brackets where there are no
    colours.

    \b
    Example:
      saksi search --ledger libya.db serangan udara --place Sirte --since 2017-03
      saksi search --ledger libya.db "special forces" --stance denied
    """
    from saksi.ledger import SearchFilter, open_ledger

    narrowed = {"actor": actor, "place": place, "since": since, "until": until, "outlet": outlet, "event": event}
    wanted = SearchFilter(words=" ".join(map(_quoted, words or [])), stance=stance, **narrowed)
    with open_ledger(ledger, create=False) as opened:
        found = opened.search(wanted, offset=(page - 1) * limit, limit=limit)
    if json:
        _print_lines(found.hits)
        return
    phrases = PHRASES[language or interface_of_locale()]
    if found.hits:
        _print_table(found.hits, phrases)
    print(_summary(found, page, limit, phrases))


def _quoted(argument: str) -> str:
    """A phrase whose quote marks the shell has taken off gets them back."""
    return f'"{argument}"' if len(argument.split()) > 1 and not set(argument) & set('"“”„') else argument


def _summary(found: SearchPage, page: int, limit: int, phrases: Mapping[str, str]) -> str:
    """ "7 statements", or which of how many are shown and how to see the next."""
    first = (page - 1) * limit + 1
    last = first + len(found.hits) - 1
    total = f"{found.total:,}" if not found.more else phrases["more_than"].format(count=f"{found.total:,}")
    if not found.hits:
        return phrases["found_nothing"] if not found.total else phrases["found_no_further"].format(total=total)
    if first == 1 and last == found.total and not found.more:
        return phrases["found_one"] if found.total == 1 else phrases["found"].format(total=total)
    shown = phrases["found_part"].format(first=f"{first:,}", last=f"{last:,}", total=total)
    return f"{shown}; --page {page + 1}" if last < found.total or found.more else shown


def _print_table(hits: Sequence[SearchHit], phrases: Mapping[str, str]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from saksi.ledger.excerpts import excerpt

    console = Console()
    colours = console.color_system is not None and not console.no_color
    before, after = ("", "") if colours else BRACKETS
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold dim")
    for name, widest in (("published", 10), ("outlet", 16), ("who", 18), ("side", 12), ("gist", None)):
        table.add_column(phrases[f"column_{name}"], overflow="fold", max_width=widest)
    for hit in hits:
        row = hit.row
        said = Text()
        for piece in excerpt(hit, WIDTH):
            shown = harmless(piece.text).replace("\n", " ")
            said.append(f"{before}{shown}{after}" if piece.hit else shown, style="bold underline" if piece.hit else "")
        cells = ((row.published or "")[:10], row.outlet or row.article, row.speaker or phrases["hearsay"], phrases[f"side_{row.stance}"])
        table.add_row(*(Text(one_line(cell)) for cell in cells), said)
    console.print(table)


def _print_lines(hits: Sequence[SearchHit]) -> None:
    import msgspec

    sys.stdout.buffer.writelines(msgspec.json.encode(_record(hit)) + b"\n" for hit in hits)
    sys.stdout.buffer.flush()


def _record(hit: SearchHit) -> dict[str, Any]:
    """The statement as it is exported, with what the table shows beside it and the marks."""
    import msgspec

    beside = msgspec.structs.asdict(hit.row)
    return {**msgspec.structs.asdict(beside.pop("statement")), **beside, "marks": hit.marks}
