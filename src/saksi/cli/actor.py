"""`saksi actor`: one of those whom the articles of a ledger name, with what they say."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from saksi.cli.claims import Json, Language, LedgerFile, print_lines, verdict_lines
from saksi.cli.harmless import one_line
from saksi.cli.phrases import PHRASES, interface_of_locale

if TYPE_CHECKING:
    from saksi.records import JoinedActor


def actor(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, an id, or a Wikidata id.", show_default=False)],
    ledger: LedgerFile = "saksi.db",
    json: Json = False,
    language: Language = None,
) -> None:
    """Show whom the articles name so: names, roles, in how many articles, how many statements, and what people judged.

    Namesakes are shown one below the other, each with the id by which `saksi judge same` and `different` know it.

    \b
    Example:
      saksi actor --ledger libya.db Haftar
    """
    from saksi.errors import NotInLedger
    from saksi.ledger import open_ledger
    from saksi.runs.account import acting_of
    from saksi.runs.asked import actors_meant
    from saksi.runs.judging import judging_in

    phrases = PHRASES[language or interface_of_locale()]
    with open_ledger(ledger, create=False) as opened:
        now = judging_in(opened).now(name)
        found = actors_meant(name, acting_of(opened), opened)
        if not found:
            raise NotInLedger(f"no article in the ledger names {name!r}; saksi export actors prints all")
        verdicts = [verdict_lines(one.actor.judgements, opened, phrases) for one in found]
    for one in found:
        if name in one.former or (len(found) == 1 and now == one.actor.actor != name):
            print(one_line(f"{name} {phrases['is_now']} {one.actor.actor}"), file=sys.stderr if json else sys.stdout)
    if json:
        print_lines(one.actor for one in found)
        return
    for one, told in zip(found, verdicts, strict=True):
        for line in (*_lines(one.actor, phrases), *told):
            print(one_line(line))


def _lines(found: JoinedActor, phrases: dict[str, str]) -> list[str]:
    kind = phrases[f"named_{found.kind}"]
    roles = dict.fromkeys(" ".join(filter(None, (role.title, role.of))) for role in found.roles)
    head = f"{phrases['actor']} {found.actor}: {found.name} · {kind}"
    return [
        f"{head} · {found.qid}" if found.qid is not None else head,
        *([f"  {', '.join(found.aliases)}"] if found.aliases else []),
        *([f"  {'; '.join(roles)}"] if roles else []),
        f"  {phrases['column_article']}: {len(found.articles)} · {phrases['statements']}: {len(found.statements)}",
    ]
