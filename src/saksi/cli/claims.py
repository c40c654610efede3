"""`saksi claims`, `saksi claim`, `saksi conflicts`: what several articles say or deny together, and where they cannot both be right."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from saksi.cli.harmless import one_line
from saksi.cli.phrases import PHRASES, Interface, interface_of_locale

if TYPE_CHECKING:
    from saksi.joining.claims import Joined
    from saksi.ledger import Ledger
    from saksi.records import Article, Clash

LedgerFile = Annotated[
    str, typer.Option("--ledger", metavar="FILE", envvar="SAKSI_LEDGER", help="The ledger: a SQLite file or a PostgreSQL URL.")
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, one record a line, as `saksi export` does, and nothing else.")]
Language = Annotated[
    Interface | None,
    typer.Option(
        "--language", "--lang", metavar="id|en", help="The language of headings and labels; else the locale's.", show_default=False
    ),
]


def claims(
    ledger: LedgerFile = "saksi.db",
    least: Annotated[int, typer.Option("--families", metavar="N", min=1, help="Only claims that at least so many families carry.")] = 1,
    json: Json = False,
    language: Language = None,
) -> None:
    """List what is said in the ledger, each claim once: how many assert it, deny it or are unsure, and how many tell it by themselves.

    A claim joins statements with the same content over articles, English and Indonesian. Claims that most families carry
    come first, the newest before the older ones. Origins count families that carry a claim by themselves, a relayed
    agency once.

    \b
    Example:
      saksi claims --ledger libya.db --families 2
      saksi claims --ledger libya.db --json | head -1
    """
    from saksi.ledger import open_ledger
    from saksi.runs.account import account_of

    with open_ledger(ledger, create=False) as opened:
        found = [joined.claim for joined in account_of(opened).claims if len(joined.claim.families) >= least]
    if json:
        print_lines(found)
        return
    phrases = PHRASES[language or interface_of_locale()]
    newest = sorted(found, key=lambda claim: claim.last_seen or "", reverse=True)
    ordered = sorted(newest, key=lambda claim: -len(claim.families))
    counts = [(len(c.asserted), len(c.denied), len(c.unsure), c.origins) for c in ordered]
    cells = [
        (c.claim, *map(str, count), (c.first_seen or "")[:10], f"{c.gist} ({phrases['judgements']})" if c.judgements else c.gist)
        for c, count in zip(ordered, counts, strict=True)
    ]
    print_table(("claim", "asserted", "denied", "unsure", "origins", "since", "gist"), cells, phrases)


def claim(
    claim: Annotated[
        str,
        typer.Argument(metavar="ID", help="The id of a claim or of any statement in it, or the first digits of it.", show_default=False),
    ],
    ledger: LedgerFile = "saksi.db",
    json: Json = False,
    language: Language = None,
) -> None:
    """Show one claim: who asserts it, who denies it, who is unsure, where and when, oldest first.

    \b
    Example:
      saksi claim --ledger libya.db 8c1f
    """
    from saksi.ledger import open_ledger
    from saksi.runs.account import account_of
    from saksi.runs.asked import claim_meant

    with open_ledger(ledger, create=False) as opened:
        found, former = claim_meant(claim, account_of(opened).claims, opened)
        articles = {name: opened.reading(name).article for name in sorted({m.setting.article for m in found.members})}
        told = verdict_lines(found.claim.judgements, opened, PHRASES[language or interface_of_locale()])
    phrases = PHRASES[language or interface_of_locale()]
    if former:
        print(one_line(f"{claim} {phrases['is_now']} {found.claim.claim}"), file=sys.stderr if json else sys.stdout)
    if json:
        print_lines([found.claim])
        return
    _show(found, articles, phrases)
    for line in told:
        print(one_line(line))


def verdict_lines(judgements: Sequence[str], ledger: Ledger, phrases: Mapping[str, str]) -> list[str]:
    """A line for each of these judgements: what was decided, by whom, when, and why."""
    from saksi.cli.judge import what
    from saksi.runs.judging import judging_in

    if not judgements:
        return []
    made = [one for one in judging_in(ledger).in_force() if one.judgement in judgements]
    return [
        f"{phrases['judgements']}: {what(one, phrases)} – {one.by}, {one.at[:16].replace('T', ' ')}{f' ({one.note})' if one.note else ''}"
        for one in made
    ]


def conflicts(ledger: LedgerFile = "saksi.db", json: Json = False, language: Language = None) -> None:
    """List where two articles cannot both be right: figures, dates, attributes, and denials of what another asserts.

    A later count, another place or time, and a rounding are no conflict.

    \b
    Example:
      saksi conflicts --ledger libya.db
    """
    from saksi.ledger import open_ledger
    from saksi.runs.account import conflicts_of

    with open_ledger(ledger, create=False) as opened:
        found = conflicts_of(opened)
    if json:
        print_lines(found)
        return
    phrases = PHRASES[language or interface_of_locale()]
    print_table(("kind", "older", "differs", "newer", "differs"), [_clash_cells(clash, phrases) for clash in found], phrases)


def _clash_cells(clash: Clash, phrases: Mapping[str, str]) -> tuple[str, ...]:
    a, b = ("; ".join(getattr(pair, side) for pair in clash.differs) for side in ("a", "b"))
    return phrases[clash.kind], clash.a.article, a, clash.b.article, b


def _show(joined: Joined, articles: Mapping[str, Article], phrases: Mapping[str, str]) -> None:
    found = joined.claim
    print(f"{phrases['claim']} {one_line(found.claim)}: {one_line(found.gist)}")
    print(f"{phrases['column_origins']}: {found.origins} · {phrases['families']}: {len(found.families)}")
    cells = []
    for member in joined.members:
        article = articles[member.setting.article]
        statement = member.statement
        who = ", ".join(party.text for party in statement.speakers) or phrases["hearsay"]
        what = " … ".join(content.text for content in statement.contents)
        cells.append(
            (
                phrases[f"side_{joined.side(member)}"],
                (article.published or "")[:16].replace("T", " "),
                article.outlet or article.id,
                who,
                what,
            )
        )
    print_table(("side", "published", "outlet", "who", "gist"), cells, phrases)


def print_table(columns: Sequence[str], cells: Iterable[Sequence[str]], phrases: Mapping[str, str]) -> None:
    """Print rows under headings, harmless for a terminal."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold dim")
    for name in columns:
        table.add_column(phrases[f"column_{name}"], overflow="fold")
    for row in cells:
        table.add_row(*(Text(one_line(cell)) for cell in row))
    Console().print(table)


def print_lines(found: Iterable[Any]) -> None:
    """Print records as lines of JSON."""
    import msgspec

    sys.stdout.buffer.writelines(msgspec.json.encode(record) + b"\n" for record in found)
    sys.stdout.buffer.flush()
