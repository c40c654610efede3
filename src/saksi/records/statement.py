"""Statement: something that a text says that somebody says."""

from __future__ import annotations

from typing import Literal

import msgspec

from saksi.records.span import Span

StatementKind = Literal["direct", "mixed", "indirect"]
SpeakerKind = Literal["named", "unnamed", "agentless"]
Act = Literal["inform", "report", "confirm", "deny", "accuse", "warn", "request", "promise", "opine", "ask"]
Polarity = Literal["affirmed", "denied"]
Certainty = Literal["certain", "probable", "possible", "unspecified"]


class Party(Span, frozen=True, kw_only=True):
    """A speaker or a relay, as named at the cue; `entity` is whom it means."""

    entity: str | None = None


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a statement denies, confirms or answers; `article` where it stands in another, `anaphor` the words that point."""

    statement: str
    article: str | None = None
    anaphor: Span | None = None


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One speaker (or joint speakers), one cue, one content.

    `kind` looks at quote marks only; `polarity` is the speaker's view of `contents`; `relay` is outermost first;
    `rule` names what made the record, `by` the engine or the member.
    """

    id: str
    kind: StatementKind
    speakers: tuple[Party, ...] = ()
    speaker_kind: SpeakerKind
    roles: tuple[Span, ...] = ()
    affiliations: tuple[Span, ...] = ()
    cue: Span | None = None
    contents: tuple[Span, ...]
    act: Act = "inform"
    polarity: Polarity = "affirmed"
    certainty: Certainty = "certain"
    relay: tuple[Party, ...] = ()
    answers: Answer | None = None
    time: str | None = None
    venue: str | None = None
    about: tuple[str, ...] = ()
    rule: str
    by: str
