"""`saksi family`: the articles that carry one text, where it comes from, and what each copy changed."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from saksi.cli.claims import LedgerFile, verdict_lines
from saksi.cli.harmless import one_line
from saksi.cli.phrases import PHRASES, Interface, interface_of_locale

if TYPE_CHECKING:
    from rich.table import Table

    from saksi.records import Article, Edit, Family


def family(
    article: Annotated[
        str,
        typer.Argument(metavar="ID", help="The id of the family or of any article in it, or the first digits of it.", show_default=False),
    ],
    ledger: LedgerFile = "saksi.db",
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object, as `saksi export families` does, and nothing else.")] = False,
    language: Annotated[
        Interface | None,
        typer.Option(
            "--language", "--lang", metavar="id|en", help="The language of headings and labels; else the locale's.", show_default=False
        ),
    ] = None,
) -> None:
    """Show the articles that carry one text, its origin, and what each copy changed word by word.

    A family is a text with its copies: whole, shortened, retitled or lightly reworded. Its id is its origin's; the id of
    any article in it leads here too. A later text of an address is a version: neither copy nor origin, its changes are
    those against the text before.

    \b
    Example:
      saksi family --ledger libya.db 3f9c
      saksi family --ledger libya.db 3f9c --json
    """
    from saksi.exports.families import family_record
    from saksi.ledger import open_ledger
    from saksi.records.jsonline import line

    with open_ledger(ledger, create=False) as opened:
        found = opened.family(article)
        if json:
            sys.stdout.buffer.write(line(family_record(found)) + b"\n")
            sys.stdout.buffer.flush()
            return
        articles = [opened.reading(name).article for name in found.articles]
        phrases = PHRASES[language or interface_of_locale()]
        told = verdict_lines(found.judgements, opened, phrases)
    _show(found, articles, phrases)
    for verdict in told:
        print(one_line(verdict))


def edit_lines(edits: tuple[Edit, ...], phrases: Mapping[str, str]) -> Iterator[str]:
    """Each edit in a line: what sort it is of, and the words taken out and put in."""
    for edit in edits:
        removed, added = (f"“{one_line(words)}”" if words else phrases["nothing"] for words in (edit.removed, edit.added))
        yield f"{phrases[f'edit_{edit.kind}']}: {removed} → {added}"


def _show(found: Family, articles: list[Article], phrases: Mapping[str, str]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console()
    heading = f"{phrases['family']} {one_line(found.family)}"
    console.print(Text(f"{heading} · {phrases['agency']}: {one_line(found.agency)}" if found.agency else heading, style="bold"))
    console.print(_table(found, articles, phrases))
    for article in articles:
        edits = tuple(edit for edit in found.edits if edit.article == article.id)
        if edits:
            console.print(Text(f"\n{one_line(article.id)} {one_line(article.title or '')}".rstrip(), style="bold"))
            for told in edit_lines(edits, phrases):
                console.print(Text(f"  {told}"))


def _table(found: Family, articles: list[Article], phrases: Mapping[str, str]) -> Table:
    """The articles of a family, oldest first; the origin is marked, the copies have the number of their edits."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold dim")
    for name in ("article", "published", "outlet", "title", "edits"):
        table.add_column(phrases[f"column_{name}"], overflow="fold")
    before = {version.article: version.version_of for version in found.versions}
    for article in articles:
        count = sum(edit.article == article.id for edit in found.edits)
        published = (article.published or "")[:16].replace("T", " ")
        sort = f"{count}, {phrases['version'].format(article=before[article.id])}" if article.id in before else str(count)
        cells = (article.id, published, article.outlet, article.title, phrases["origin"] if article.id == found.origin else sort)
        table.add_row(*(Text(one_line(cell or "")) for cell in cells))
    return table
