"""Makes judgements of what somebody says about ids: finds what is meant, and holds it by its words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec

from saksi.clock import Clock, now
from saksi.errors import JudgementRefused, NotInLedger
from saksi.joining.carrying import entity_meant, nearest, statement_meant, statements_in, string_of, subject_of
from saksi.ledger import Ledger
from saksi.ledger.judging import Judging, judging_of
from saksi.records import (
    JoinVerdict,
    Judgement,
    MissedStatement,
    NoStatement,
    OtherContents,
    OtherSpeaker,
    OtherStance,
    Reading,
    Span,
    Statement,
    Subject,
    Withdrawal,
)
from saksi.records.judgement import Joinable, Said, Verdict, judged, subjects_of
from saksi.records.statement import Act, Certainty, Polarity
from saksi.runs.account import account_of, acting_of
from saksi.runs.asked import actors_meant, claim_meant

_TICK = timedelta(microseconds=1)
_NO_TABLES = "this kind of ledger keeps no judgements; give the path of a file, e.g. saksi.db"


class Judge:
    """Somebody who judges what a ledger holds. `by` is the name that stands beside each judgement, `clock` says when."""

    def __init__(self, ledger: Ledger, by: str, *, clock: Clock = now) -> None:
        self._ledger = ledger
        self._judging = judging_in(ledger)
        self._by = by
        self._clock = clock

    def join(self, verdict: Verdict, a: str, b: str, *, of: Joinable | None = None, note: str | None = None) -> Judgement:
        """Say of two claims or statements, articles or families, or actors that they are the same, different, or doubtful.

        What is judged follows from what the ids are of, unless `of` says it. Raises NotInLedger or JudgementRefused.
        """
        for sort in (of,) if of is not None else ("claim", "family", "actor"):
            found = (self._subject(sort, a), self._subject(sort, b))
            if found[0] is None or found[1] is None:
                continue
            if found[0] == found[1]:
                raise JudgementRefused(f"{a} and {b} are one thing; give two")
            return self._keep(JoinVerdict(of=sort, verdict=verdict, a=found[0], b=found[1]), note)
        raise NotInLedger(
            f"{a} and {b} are not both claims, articles or actors of the ledger; saksi claims, saksi family and saksi actor show ids"
        )

    def persons(self, verdict: Verdict, a: tuple[str, str], b: tuple[str, str], *, note: str | None = None) -> Judgement:
        """Say of somebody in one article and somebody in another, each as (article, name as it has it there), whether they are one.

        ("post", "Ana Lind") and ("wire", "Ana Lind") may be namesakes. Raises NotInLedger, or JudgementRefused for one person or a
        name that an article has not.
        """
        found = [Subject(article=self._ledger.reading(article).article.id, name=name) for article, name in (a, b)]
        for subject in found:
            self._spelt(subject.article, subject.name or "")
        if found[0] == found[1]:
            raise JudgementRefused(f"{a[1]} of {a[0]} is one; give two")
        return self._keep(JoinVerdict(of="actor", verdict=verdict, a=found[0], b=found[1]), note)

    def speaker(self, statement: str, name: str, *, note: str | None = None) -> Judgement:
        """Say whose statement it is, by a name as the article has it."""
        return self._keep(OtherSpeaker(statement=self._statement(statement)[0], name=name), note)

    def wrong(self, statement: str, *, note: str | None = None) -> Judgement:
        """Say that it is no statement."""
        return self._keep(NoStatement(statement=self._statement(statement)[0]), note)

    def contents(self, statement: str, quotes: Sequence[str], *, note: str | None = None) -> Judgement:
        """Say what is said, in the article's own words. Raises JudgementRefused where they do not stand there."""
        subject, present, reading = self._statement(statement)
        whole = string_of(reading.article, subject.field)
        spans = tuple(_found(quote, whole, present.contents[0].start) for quote in quotes)
        return self._keep(OtherContents(statement=subject, quotes=tuple(sorted(spans, key=lambda span: span.start))), note)

    def stance(
        self,
        statement: str,
        *,
        act: Act | None = None,
        polarity: Polarity | None = None,
        certainty: Certainty | None = None,
        note: str | None = None,
    ) -> Judgement:
        """Say how the speaker stands to it; None leaves what was read."""
        if act is None and polarity is None and certainty is None:
            raise JudgementRefused("say what the stance is: an act, a polarity or a certainty")
        subject = self._statement(statement)[0]
        return self._keep(OtherStance(statement=subject, act=act, polarity=polarity, certainty=certainty), note)

    def missed(
        self,
        article: str,
        quotes: Sequence[str],
        *,
        near: int = 0,
        speaker: str | None = None,
        cue: str | None = None,
        stance: tuple[Act, Polarity, Certainty] = ("inform", "affirmed", "certain"),
        note: str | None = None,
    ) -> Judgement:
        """Say what an article says that was not found, in its own words; without a speaker it is hearsay.

        Words that stand in several places are taken `near` a code point of the text.
        """
        reading = self._ledger.reading(article)
        whole = reading.article.text
        spans = tuple(_found(quote, whole, near) for quote in quotes)
        told = _found(cue, whole, spans[0].start) if cue is not None else None
        subject = Subject(article=reading.article.id, quotes=tuple(sorted(spans, key=lambda span: span.start)), cue=told)
        act, polarity, certainty = stance
        says = MissedStatement(statement=subject, name=speaker, act=act, polarity=polarity, certainty=certainty)
        return self._keep(says, note)

    def withdraw(self, judgement: str, *, note: str | None = None) -> Judgement:
        """Say that a judgement no longer counts; a withdrawal too can be withdrawn."""
        return self._keep(Withdrawal(judgement=self._judging.judgement(judgement).judgement), note)

    def _keep(self, says: Said, note: str | None) -> Judgement:
        """Keep it, unless it would change nothing because its words do not fit."""
        made = judged(says, by=self._by, at=self._moment(), note=note)
        if isinstance(says, OtherSpeaker | MissedStatement) and says.name is not None:
            self._spelt(says.statement.article, says.name)
        self._judging.keep([made])
        return made

    def _moment(self) -> str:
        """Now, but later than any judgement of the ledger, so that the newest word is told even where the clock has stood still."""
        moment = self._clock()
        newest = max((datetime.fromisoformat(one.at) for one in self._judging.every()), default=moment - _TICK)
        return max(moment, newest + _TICK).isoformat()

    def _spelt(self, article: str, name: str) -> None:
        reading = self._ledger.reading(article)
        whole = "\n".join(filter(None, (reading.article.title, reading.article.dek, reading.article.text)))
        if name not in whole and entity_meant(Subject(article=article, name=name), reading) is None:
            raise JudgementRefused(f"the article does not name {name!r}; write the name as it stands there")

    def _statement(self, wanted: str) -> tuple[Subject, Statement, Reading]:
        """A statement by its id or the first digits of it. Raises NotInLedger."""
        fitting = self._judging.article_of(wanted)
        if len(fitting) != 1:
            many = f"several statements begin with {wanted!r}; give more of the id" if fitting else f"no statement {wanted!r} in the ledger"
            raise NotInLedger(many)
        (article, identity) = fitting[0]
        reading = self._ledger.reading(article)
        field, found = next((field, one) for field, one in statements_in(reading) if one.id == identity)
        return subject_of(reading.article, field, found), found, reading

    def _subject(self, of: Joinable, wanted: str) -> Subject | None:
        if of == "claim":
            return self._claim(wanted)
        if of == "family":
            try:
                return Subject(article=self._ledger.reading(wanted).article.id)
            except NotInLedger:
                return None
        return self._actor(wanted)

    def _claim(self, wanted: str) -> Subject | None:
        """A statement, or the one that tells a claim first."""
        fitting = self._judging.article_of(wanted)
        if len(fitting) == 1:
            return self._statement(wanted)[0]
        try:
            joined, _ = claim_meant(wanted, account_of(self._ledger).claims, self._ledger)
        except NotInLedger:
            return None
        return self._statement(joined.first.statement.id)[0]

    def _actor(self, wanted: str) -> Subject | None:
        """The first article that names the actor, with the name that it has there."""
        found = actors_meant(wanted, acting_of(self._ledger), self._ledger)
        if len(found) != 1:
            return None
        actor = found[0].actor
        for article in actor.articles:
            reading = self._ledger.reading(article)
            names = (
                name for name in (actor.name, *actor.aliases) if entity_meant(Subject(article=article, name=name), reading) is not None
            )
            name = next(names, None)
            if name is not None:
                return Subject(article=article, name=name)
        return None


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement and what came of it: "holds", "withdrawn", "orphaned" (its words are there no more), or "withdrawal"."""

    judgement: Judgement
    state: str


def standings(ledger: Ledger) -> list[Standing]:
    """Every judgement with what came of it, the oldest first; none where the ledger's kind keeps none."""
    judging = judging_of(ledger)
    if judging is None:
        return []
    holding = {one.judgement for one in judging.in_force()}
    return [Standing(judgement=one, state=_state(one, one.judgement in holding, ledger, judging)) for one in judging.every()]


def _state(one: Judgement, holding: bool, ledger: Ledger, judging: Judging) -> str:
    if isinstance(one.says, Withdrawal):
        return "withdrawal"
    if not holding:
        return "withdrawn"
    try:
        fits = all(_fits(one, subject, ledger, judging) for subject in subjects_of(one.says))
    except NotInLedger:
        fits = False
    return "holds" if fits else "orphaned"


def _fits(one: Judgement, subject: Subject, ledger: Ledger, judging: Judging) -> bool:
    if not isinstance(one.says, JoinVerdict):
        return one.judgement not in judging.mending(judging.now(subject.article)).orphaned
    reading = ledger.reading(judging.now(subject.article))
    if subject.quotes:
        return statement_meant(subject, reading) is not None
    return subject.name is None or entity_meant(subject, reading) is not None


def judging_in(ledger: Ledger) -> Judging:
    """The judgements of a ledger. Raises JudgementRefused where its kind keeps none."""
    found = judging_of(ledger)
    if found is None:
        raise JudgementRefused(_NO_TABLES)
    return found


def _found(words: str, whole: str, start: int) -> Span:
    found = nearest(words, whole, start)
    if found is None:
        raise JudgementRefused(f"the words {words[:60]!r} do not stand in the article; copy them from it")
    return found
