"""Follows a statement through the house, from the bytes that came to the claim that it is part of."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from saksi.errors import NotInLedger
from saksi.joining.carrying import Field, statement_among, statements_in, string_of, subject_of
from saksi.joining.claims import Joined
from saksi.joining.propositions import Proposition
from saksi.joining.reasons import Tie, ties
from saksi.ledger import Ledger
from saksi.ledger.judging import Judging, judging_of
from saksi.records import Entity, JoinVerdict, Judgement, Note, Party, Reading, Span, Statement
from saksi.records.judgement import subjects_of
from saksi.runs.account import Account, account_of
from saksi.runs.asked import claim_meant


class Bytes(msgspec.Struct, frozen=True, kw_only=True):
    """What came: from where, its digest, when it was fetched, and the files that still hold it."""

    uri: str | None
    sha256: str | None
    fetched: str | None
    files: tuple[str, ...] = ()
    version_of: str | None = None


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What intake made of it: characters of text, paragraphs, and what it left out or doubted."""

    engine: str
    characters: int
    paragraphs: int
    notes: tuple[Note, ...] = ()


class Meant(msgspec.Struct, frozen=True, kw_only=True):
    """A speaker or relay as the text has it, whom it means, and the mention that names them, the nearest before it."""

    text: str
    start: int
    end: int
    entity: Entity | None
    named_at: Span | None


class Trace(msgspec.Struct, frozen=True, kw_only=True):
    """Every step to one statement. `paragraph` is a span of the article's `field`; `as_read` is the statement before people mended it."""

    article: str
    came: Bytes
    intake: Kept
    field: Field
    paragraph: Span
    statement: Statement
    speakers: tuple[Meant, ...]
    relay: tuple[Meant, ...]
    claim: str
    side: str
    ties: tuple[Tie, ...]
    judgements: tuple[Judgement, ...] = ()
    as_read: Statement | None = None


class Why(msgspec.Struct, frozen=True, kw_only=True):
    """What was asked for, what it is called now, and the way to each of its statements, the oldest first."""

    asked: str
    claim: str | None
    gist: str | None
    traces: tuple[Trace, ...]


def why(wanted: str, ledger: Ledger) -> Why:
    """The way to each statement of a claim, to one statement, or to all of an article, by id. Raises NotInLedger."""
    account = account_of(ledger)
    tracer = _Tracer(ledger, account)
    try:
        joined, _ = claim_meant(wanted, account.claims, ledger)
    except NotInLedger:
        article = ledger.reading(wanted).article.id  # raises for what is no article either
        found = [(joined, one) for joined in account.claims for one in joined.members if one.setting.article == article]
        ordered = sorted(found, key=lambda pair: (pair[1].field, pair[1].content.start))
        return Why(asked=wanted, claim=None, gist=None, traces=tuple(tracer.trace(*pair) for pair in ordered))
    one_only = [member for member in joined.members if member.statement.id.startswith(wanted)]
    members: Sequence[Proposition] = one_only if len(one_only) == 1 and not joined.claim.claim.startswith(wanted) else joined.members
    traces = tuple(tracer.trace(joined, member) for member in members)
    return Why(asked=wanted, claim=joined.claim.claim, gist=joined.claim.gist, traces=traces)


class _Tracer:
    def __init__(self, ledger: Ledger, account: Account) -> None:
        self._ledger = ledger
        self._verdicts = account.verdicts
        self._judging = judging_of(ledger)
        self._in_force = self._judging.in_force() if self._judging is not None else []

    def trace(self, joined: Joined, member: Proposition) -> Trace:
        reading = self._ledger.reading(member.setting.article)
        article, statement = reading.article, member.statement
        field = next(where for where, one in statements_in(reading) if one.id == statement.id)
        whole = string_of(article, field)
        return Trace(
            article=article.id,
            came=Bytes(
                uri=article.uri,
                sha256=article.sha256,
                fetched=article.fetched,
                files=tuple(self._judging.inputs(article.id)) if self._judging is not None else (),
                version_of=article.version_of,
            ),
            intake=Kept(
                engine=reading.engine, characters=len(article.text), paragraphs=article.text.count("\n\n") + 1, notes=article.notes
            ),
            field=field,
            paragraph=_paragraph(whole, statement.contents[0].start),
            statement=statement,
            speakers=tuple(_meant(party, reading, field) for party in statement.speakers),
            relay=tuple(_meant(party, reading, field) for party in statement.relay),
            claim=joined.claim.claim,
            side=joined.side(member),
            ties=tuple(ties(member, joined, self._verdicts)),
            judgements=self._about(reading, field, statement),
            as_read=_as_read(self._judging, reading, field, statement),
        )

    def _about(self, reading: Reading, field: Field, statement: Statement) -> tuple[Judgement, ...]:
        """The judgements in force on this statement or on its joins."""
        found = []
        for one in self._in_force:
            of_claims = not isinstance(one.says, JoinVerdict) or one.says.of == "claim"
            for subject in subjects_of(one.says) if of_claims else ():
                here = self._judging is not None and self._judging.now(subject.article) == reading.article.id
                if here and statement_among(subject, reading.article, [(field, statement)]) is not None:
                    found.append(one)
                    break
        return tuple(found)


def _as_read(judging: Judging | None, reading: Reading, field: Field, statement: Statement) -> Statement | None:
    """The statement as the engine had it, None where nobody changed it or somebody added it."""
    if judging is None or statement.by == reading.engine:
        return None
    before = judging.as_read(reading.article.id)
    found = statement_among(subject_of(before.article, field, statement), before.article, list(statements_in(before)))
    return found if found != statement else None


def _paragraph(whole: str, at: int) -> Span:
    start = whole.rfind("\n\n", 0, at)
    start = start + 2 if start >= 0 else 0
    end = whole.find("\n\n", at)
    return Span.cut(whole, start, end if end >= 0 else len(whole))


def _meant(party: Party, reading: Reading, field: Field) -> Meant:
    entity = next((one for one in reading.entities if one.id == party.entity), None)
    before = [
        mention
        for mention in (reading.mentions if field == "text" else ())
        if entity is not None and mention.entity == entity.id and mention.kind not in ("role",) and mention.start <= party.start
    ]
    nearest = max((one for one in before if one.text[:1].isupper()), key=lambda one: one.start, default=None)
    named = Span(start=nearest.start, end=nearest.end, text=nearest.text) if nearest is not None else None
    return Meant(text=party.text, start=party.start, end=party.end, entity=entity, named_at=named)
