"""`saksi why`: every step from the bytes that came to a claim, with what decided each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from saksi.cli.claims import Json, Language, LedgerFile, print_lines
from saksi.cli.harmless import one_line
from saksi.cli.phrases import PHRASES, interface_of_locale

if TYPE_CHECKING:
    from saksi.joining.reasons import Tie
    from saksi.runs.tracing import Meant, Trace


def why(
    identity: Annotated[
        str,
        typer.Argument(metavar="ID", help="The id of a claim, a statement or an article, or the first digits of it.", show_default=False),
    ],
    ledger: LedgerFile = "saksi.db",
    json: Json = False,
    language: Language = None,
) -> None:
    """Show how Saksi came to a claim or a statement, step by step.

    For each statement: the bytes that came and where they are kept, what was made of them and what was left out, the
    paragraph, the rule and the cue, the speaker and by which mention they are known, the stance, what ties it to the
    other statements of its claim, and what people judged. Offsets count characters of the text (or headline), from 0.

    \b
    Example:
      saksi why --ledger libya.db 8c1f
      saksi why --ledger libya.db 8c1f --json
    """
    from saksi.ledger import open_ledger
    from saksi.runs.tracing import why as traced

    with open_ledger(ledger, create=False) as opened:
        found = traced(identity, opened)
    if json:
        print_lines([found])
        return
    phrases = PHRASES[language or interface_of_locale()]
    if found.claim is not None:
        former = "" if found.claim.startswith(identity) else f" ({identity})"
        print(one_line(f"{phrases['claim']} {found.claim}{former}: {found.gist}"))
    for trace in found.traces:
        print()
        for label, told in _steps(trace, phrases):
            print(f"{phrases[f'why_{label}']:<11}{one_line(told)}")


def _steps(trace: Trace, phrases: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    statement, came, intake = trace.statement, trace.came, trace.intake
    yield "statement", statement.id
    yield "bytes", " · ".join(dict.fromkeys(filter(None, (came.uri, came.sha256 and f"sha256 {came.sha256}", came.fetched, *came.files))))
    if came.version_of is not None:
        yield "article", f"{trace.article} · {phrases['version'].format(article=came.version_of)}"
    else:
        yield "article", trace.article
    yield "intake", phrases["why_kept"].format(characters=intake.characters, paragraphs=intake.paragraphs, engine=intake.engine)
    for note in intake.notes:
        yield "left_out", f"{note.what}: {note.why}"
    where = trace.paragraph
    yield "paragraph", f"{trace.field} {where.start}–{where.end}: {where.text}"
    cue = f"{phrases['cue']} “{statement.cue.text}” {statement.cue.start}–{statement.cue.end}" if statement.cue else phrases["quote_marks"]
    yield "rule", f"{statement.rule} ({statement.by}) · {cue}"
    for content in statement.contents:
        yield "content", f"{content.start}–{content.end}: {content.text}"
    for meant in trace.speakers:
        yield "speaker", _meant(meant, phrases)
    if not trace.speakers:
        yield "speaker", phrases["hearsay"]
    for meant in trace.relay:
        yield "relay", _meant(meant, phrases)
    yield "stance", f"{phrases[statement.act]} · {statement.polarity} · {phrases[statement.certainty]}"
    if trace.as_read is not None:
        yield "as_read", f"{' … '.join(one.text for one in trace.as_read.contents)} · {phrases[trace.as_read.act]} · {trace.as_read.by}"
    yield "claim", f"{trace.claim} · {phrases[f'side_{trace.side}']}"
    for tie in trace.ties:
        yield "tie", f"{tie.statement} ({tie.article}): {_tie(tie, phrases)}"
    yield from (("judged", told) for told in _judged(trace, phrases))


def _meant(meant: Meant, phrases: Mapping[str, str]) -> str:
    who = f"“{meant.text}” {meant.start}–{meant.end}"
    if meant.entity is None:
        return f"{who} = {phrases['nobody_found']}"
    known = f"{who} = {meant.entity.name}"
    if meant.entity.qid is not None:
        known = f"{known} ({meant.entity.qid})"
    if meant.named_at is None or meant.named_at.start == meant.start:
        return known
    return f"{known}, {phrases['why_named']} {meant.named_at.start}–{meant.named_at.end} “{meant.named_at.text}”"


def _tie(tie: Tie, phrases: Mapping[str, str]) -> str:
    if tie.by == "judgement":
        return f"{phrases['judgements']} {tie.judgement}"
    if tie.by == "answers":
        return phrases["why_answers"]
    days = "–" if tie.days is None else str(tie.days)
    told = phrases["why_alike"].format(concepts=", ".join(tie.concepts), likeness=f"{tie.likeness:.2f}")
    if tie.speaker:
        told = f"{told}; {phrases['why_speaker_too']}"
    if tie.family:
        return f"{told}; {phrases['why_family']}"
    return f"{told}; {phrases['why_happening'].format(names=', '.join(tie.names), words=f'{tie.words:.0%}', days=days)}"


def _judged(trace: Trace, phrases: Mapping[str, str]) -> Iterator[str]:
    from saksi.cli.judge import what

    for one in trace.judgements:
        yield f"{one.judgement}: {what(one, phrases)} – {one.by}, {one.at[:16].replace('T', ' ')}{f' ({one.note})' if one.note else ''}"
