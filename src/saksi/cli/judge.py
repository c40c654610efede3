"""`saksi judge` and `saksi judgements`: what people decide about statements and joins, and how they take it back."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from saksi.cli.harmless import one_line
from saksi.cli.phrases import PHRASES, Interface, interface_of_locale

if TYPE_CHECKING:
    from saksi.records import Judgement, Subject
    from saksi.records.judgement import Said
    from saksi.runs.judging import Judge

LedgerFile = Annotated[str, typer.Option("--ledger", metavar="FILE", envvar="SAKSI_LEDGER", help="The ledger, a SQLite file.")]
By = Annotated[
    str | None,
    typer.Option("--by", metavar="NAME", envvar="SAKSI_BY", help="Who judges; else the name of your login.", show_default=False),
]
Note = Annotated[str | None, typer.Option("--note", metavar="WORDS", help="Why, in your own words.", show_default=False)]
StatementId = Annotated[
    str, typer.Argument(metavar="STATEMENT", help="The id of a statement, or the first digits of it.", show_default=False)
]
Which = Annotated[
    str,
    typer.Argument(metavar="ID", help="The id of a claim, statement, article or actor (or an actor's name).", show_default=False),
]
Of = Annotated[
    Literal["claim", "family", "actor"] | None,
    typer.Option("--of", help="What is judged, where the ids do not tell.", show_default=False),
]
ActOption = Annotated[
    Literal["inform", "report", "confirm", "deny", "accuse", "warn", "request", "promise", "opine", "ask"] | None,
    typer.Option("--act", help="What the speaker does.", show_default=False),
]
PolarityOption = Annotated[
    Literal["affirmed", "denied"] | None,
    typer.Option("--polarity", help="Whether it is held true or false.", show_default=False),
]
CertaintyOption = Annotated[
    Literal["certain", "probable", "possible", "unspecified"] | None,
    typer.Option("--certainty", help="How sure the speaker is.", show_default=False),
]


def same(a: Which, b: Which, ledger: LedgerFile = "saksi.db", of: Of = None, by: By = None, note: Note = None) -> None:
    """Say that two claims, two articles' texts or two actors are one.

    Two statements or claims become one claim, two articles one family, two actors one. It holds however often the ledger
    is read and joined anew, until it is withdrawn or somebody judges the same two otherwise.

    \b
    Example:
      saksi judge same 8c1f02aa 51d0774e --note "one crash, told twice"
    """
    _kept(ledger, by, lambda judge: judge.join("same", a, b, of=of, note=note))


def different(a: Which, b: Which, ledger: LedgerFile = "saksi.db", of: Of = None, by: By = None, note: Note = None) -> None:
    """Say that two claims, two articles' texts or two actors are not one.

    Where they were joined they are parted; everything else that was joined with them goes with the one that it is more
    like.

    \b
    Example:
      saksi judge different 8c1f02aa 51d0774e
      saksi judge different "Ivan Petrov" 77aa01c2 --of actor
    """
    _kept(ledger, by, lambda judge: judge.join("different", a, b, of=of, note=note))


def unsure(a: Which, b: Which, ledger: LedgerFile = "saksi.db", of: Of = None, by: By = None, note: Note = None) -> None:
    """Say that it is doubtful whether two are one. It changes nothing, and shows beside both.

    \b
    Example:
      saksi judge unsure 8c1f02aa 51d0774e --note "ask the agency"
    """
    _kept(ledger, by, lambda judge: judge.join("unsure", a, b, of=of, note=note))


def speaker(
    statement: StatementId,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Who says it, as the article names them.", show_default=False)],
    ledger: LedgerFile = "saksi.db",
    by: By = None,
    note: Note = None,
) -> None:
    """Say whose statement it is.

    \b
    Example:
      saksi judge speaker 51d0774e "Tomas Reyle"
    """
    _kept(ledger, by, lambda judge: judge.speaker(statement, name, note=note))


def wrong(statement: StatementId, ledger: LedgerFile = "saksi.db", by: By = None, note: Note = None) -> None:
    """Say that it is no statement; it is shown and exported no more.

    \b
    Example:
      saksi judge wrong 51d0774e --note "the caption of another picture"
    """
    _kept(ledger, by, lambda judge: judge.wrong(statement, note=note))


def contents(
    statement: StatementId,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="What is said, as it stands in the article.", show_default=False)],
    ledger: LedgerFile = "saksi.db",
    by: By = None,
    note: Note = None,
) -> None:
    """Say which words are what is said, where the wrong ones were taken; several where the cue splits them.

    \b
    Example:
      saksi judge contents 51d0774e "40 boats lay in the mud"
    """
    _kept(ledger, by, lambda judge: judge.contents(statement, words, note=note))


def stance(
    statement: StatementId,
    ledger: LedgerFile = "saksi.db",
    act: ActOption = None,
    polarity: PolarityOption = None,
    certainty: CertaintyOption = None,
    by: By = None,
    note: Note = None,
) -> None:
    """Say how the speaker stands to what is said; what is not given stays as it was read.

    \b
    Example:
      saksi judge stance 51d0774e --act deny --polarity denied
    """
    _kept(ledger, by, lambda judge: judge.stance(statement, act=act, polarity=polarity, certainty=certainty, note=note))


def missed(
    article: Annotated[str, typer.Argument(metavar="ARTICLE", help="The id of the article.", show_default=False)],
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="What is said, as it stands in the text.", show_default=False)],
    ledger: LedgerFile = "saksi.db",
    who: Annotated[
        str | None, typer.Option("--speaker", metavar="NAME", help="Who says it, as the article has it; else hearsay.", show_default=False)
    ] = None,
    cue: Annotated[str | None, typer.Option("--cue", metavar="WORD", help="The word that attributes it.", show_default=False)] = None,
    act: ActOption = None,
    polarity: PolarityOption = None,
    certainty: CertaintyOption = None,
    by: By = None,
    note: Note = None,
) -> None:
    """Add a statement that was not found.

    \b
    Example:
      saksi judge missed 3f9c "the harbour was closed" --speaker "Odo Brann" --cue told
    """
    stands = (act or "inform", polarity or "affirmed", certainty or "certain")
    _kept(ledger, by, lambda judge: judge.missed(article, words, speaker=who, cue=cue, stance=stands, note=note))


JUDGE_COMMANDS: dict[str, Callable[..., None]] = {
    "same": same,
    "different": different,
    "unsure": unsure,
    "speaker": speaker,
    "wrong": wrong,
    "contents": contents,
    "stance": stance,
    "missed": missed,
}
"""In the order of the help."""

judge_app = typer.Typer(
    help="Correct what was read and joined; it holds from then on, and can be withdrawn.", no_args_is_help=True, rich_markup_mode=None
)
for _name, _command in JUDGE_COMMANDS.items():
    judge_app.command(_name)(_command)


def list_(
    ledger: LedgerFile = "saksi.db",
    orphaned: Annotated[bool, typer.Option("--orphaned", help="Only those whose words are no longer in what is read.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON, one judgement a line, with its state.")] = False,
    language: Annotated[
        Interface | None,
        typer.Option(
            "--language", "--lang", metavar="id|en", help="The language of headings and labels; else the locale's.", show_default=False
        ),
    ] = None,
) -> None:
    """List the judgements, the oldest first: who decided what, when, and whether it holds.

    A judgement is orphaned where an engine read an article anew and what it was about is there no more; it is kept, and
    holds again once it fits.

    \b
    Example:
      saksi judgements list --ledger libya.db
      saksi judgements list --orphaned --json
    """
    from saksi.cli.claims import print_lines, print_table
    from saksi.exports.judgements import standing_record
    from saksi.ledger import open_ledger
    from saksi.runs.judging import standings

    with open_ledger(ledger, create=False) as opened:
        found = [one for one in standings(opened) if not orphaned or one.state == "orphaned"]
    if json:
        print_lines(map(standing_record, found))
        return
    phrases = PHRASES[language or interface_of_locale()]
    cells = []
    for one in found:
        made = one.judgement
        told = what(made, phrases) + (f" ({made.note})" if made.note else "")
        cells.append((made.judgement, made.at[:16].replace("T", " "), made.by, phrases[f"state_{one.state}"], told))
    print_table(("judgement", "when", "by", "state", "gist"), cells, phrases)


def withdraw(
    judgement: Annotated[str, typer.Argument(metavar="ID", help="The id of a judgement, or the first digits of it.", show_default=False)],
    ledger: LedgerFile = "saksi.db",
    by: By = None,
    note: Note = None,
) -> None:
    """Take a judgement back. Both it and the withdrawal stay on record; a withdrawal can be withdrawn too.

    \b
    Example:
      saksi judgements withdraw 0b1c --note "the agency corrected it"
    """
    _kept(ledger, by, lambda judge: judge.withdraw(judgement, note=note))


JUDGEMENTS_COMMANDS: dict[str, Callable[..., None]] = {"list": list_, "withdraw": withdraw}
"""In the order of the help."""

judgements_app = typer.Typer(help="List what people decided, and take it back.", rich_markup_mode=None)


@judgements_app.callback(invoke_without_command=True)
def judgements(context: typer.Context, ledger: LedgerFile = "saksi.db") -> None:
    """List what people decided (as saksi judgements list does), and take it back."""
    if context.invoked_subcommand is None:
        list_(ledger)


for _name, _command in JUDGEMENTS_COMMANDS.items():
    judgements_app.command(_name)(_command)


def what(judgement: Judgement, phrases: Mapping[str, str]) -> str:
    """What a judgement says, in a line."""
    from saksi.records import JoinVerdict, MissedStatement, OtherContents, OtherSpeaker, OtherStance, Withdrawal

    says = judgement.says
    if isinstance(says, JoinVerdict):
        return f"{phrases[f'verdict_{says.verdict}']}: {_subject(says.a)} / {_subject(says.b)}"
    if isinstance(says, Withdrawal):
        return f"{phrases['judged_withdrawal']}: {says.judgement}"
    head = f"{phrases[f'judged_{_kind(says)}']}: {_subject(says.statement)}"
    if isinstance(says, OtherSpeaker | MissedStatement):
        return f"{head} ← {says.name or phrases['hearsay']}"
    if isinstance(says, OtherContents):
        return f"{head} → “{' … '.join(quote.text for quote in says.quotes)}”"
    if isinstance(says, OtherStance):
        return f"{head} → {', '.join(value for value in (says.act, says.polarity, says.certainty) if value is not None)}"
    return head


def _kind(says: Said) -> str:
    import msgspec

    return str(msgspec.to_builtins(says)["kind"])


def _subject(subject: Subject) -> str:
    if subject.quotes:
        return f"“{' … '.join(quote.text for quote in subject.quotes)}” ({subject.article})"
    return f"{subject.name} ({subject.article})" if subject.name is not None else subject.article


def _kept(ledger: str, by: str | None, decide: Callable[[Judge], Judgement]) -> None:
    """Keep what was decided, and say under which id."""
    from saksi.ledger import open_ledger
    from saksi.runs.judging import Judge

    with open_ledger(ledger, create=False) as opened:
        made = decide(Judge(opened, by or _login()))
    sys.stdout.write(one_line(f"{made.judgement}: {what(made, PHRASES[interface_of_locale()])}") + "\n")


def _login() -> str:
    """The name of the login. Raises JudgementRefused where the system knows none."""
    from getpass import getuser

    from saksi.errors import JudgementRefused

    try:
        return getuser()
    except (OSError, KeyError) as error:
        raise JudgementRefused("nobody is logged in by name; say who judges with --by") from error
