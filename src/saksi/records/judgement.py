"""Judgement: what a person decided about a join or a statement; never changed, only withdrawn by a further one."""

from __future__ import annotations

from typing import Literal

import msgspec

from saksi.records.ids import content_id
from saksi.records.span import Span
from saksi.records.statement import Act, Certainty, Polarity

Verdict = Literal["same", "different", "unsure"]
Joinable = Literal["claim", "family", "actor"]


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """What a judgement is about, held by words so that it outlives ids: an article, a statement in it, or somebody it names.

    `quotes` are the statement's contents, spans of the article's `field`, and `cue` its cue; without quotes the whole
    article is meant, or with `name` the entity that goes by it there.
    """

    article: str
    field: Literal["title", "dek", "text"] = "text"
    quotes: tuple[Span, ...] = ()
    cue: Span | None = None
    name: str | None = None


class JoinVerdict(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="join"):
    """Whether two statements are one claim, two articles one family, two entities one actor. `unsure` changes nothing, and shows."""

    of: Joinable
    verdict: Verdict
    a: Subject
    b: Subject


class OtherSpeaker(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="speaker"):
    """Whose statement it is: `name` as the article has it."""

    statement: Subject
    name: str


class NoStatement(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="wrong"):
    """That nobody says so: the statement is none."""

    statement: Subject


class MissedStatement(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="missed"):
    """A statement that was not found: its words, its speaker's `name` as the article has it (None for hearsay), its stance."""

    statement: Subject
    name: str | None = None
    act: Act = "inform"
    polarity: Polarity = "affirmed"
    certainty: Certainty = "certain"


class OtherContents(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="contents"):
    """What is said, where the spans were wrong."""

    statement: Subject
    quotes: tuple[Span, ...]


class OtherStance(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="stance"):
    """How the speaker stands to it; None leaves a field as it was."""

    statement: Subject
    act: Act | None = None
    polarity: Polarity | None = None
    certainty: Certainty | None = None


class Withdrawal(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="withdrawal"):
    """That a judgement, by its id, no longer counts."""

    judgement: str


Said = JoinVerdict | OtherSpeaker | NoStatement | MissedStatement | OtherContents | OtherStance | Withdrawal


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """What `by` (a member's name) decided at `at` (an ISO moment in UTC), and why, in their own words."""

    judgement: str
    by: str
    at: str
    says: Said
    note: str | None = None


def judged(says: Said, *, by: str, at: str, note: str | None = None) -> Judgement:
    """The judgement with its id, which follows from all that it says, who says it and when."""
    return Judgement(judgement=content_id("judgement", by, at, msgspec.json.encode(says).decode()), by=by, at=at, says=says, note=note)


def subjects_of(says: Said) -> tuple[Subject, ...]:
    """What a judgement is about: two for a join, none for a withdrawal."""
    if isinstance(says, JoinVerdict):
        return says.a, says.b
    return () if isinstance(says, Withdrawal) else (says.statement,)


def in_force(every: list[Judgement]) -> list[Judgement]:
    """Those that nobody withdrew, the oldest first; a withdrawal can be withdrawn, the newest word counts.

    The order in which they are given does not matter.
    """
    ordered = sorted(every, key=_age)
    withdrawn: set[str] = set()
    for one in reversed(ordered):  # a withdrawal that is itself withdrawn by a newer one has no effect
        if isinstance(one.says, Withdrawal) and one.judgement not in withdrawn:
            withdrawn.add(one.says.judgement)
    return [one for one in ordered if one.judgement not in withdrawn and not isinstance(one.says, Withdrawal)]


def _age(one: Judgement) -> tuple[str, str]:
    return one.at, one.judgement
