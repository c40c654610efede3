"""Says why two statements are one claim, in the terms of those who decided it: the happening, the words, the answer, a person."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from saksi.joining.claims import Joined, answered
from saksi.joining.propositions import Proposition
from saksi.joining.regrouping import NONE, Verdicts
from saksi.joining.same_claim import anchored, one_claim, one_happening, same_speaker


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """What ties a statement to another one of its claim.

    `by` is "answers" (one denies or bears out the other), "contents" (they say the same of one happening) or "judgement".
    For contents: the `concepts` that both have (keys of joining.yaml, ids of names, stems), `likeness` their Dice
    coefficient 0..1, whether one `speaker` or a figure or two names tie them too (`anchored`); of the happening the shared
    `names`, the part of the `words` of the shorter article that the other has 0..1, the `days` between, and whether it is
    one `family`.
    """

    statement: str
    article: str
    by: Literal["answers", "contents", "judgement"]
    judgement: str | None = None
    concepts: tuple[str, ...] = ()
    likeness: float = 0.0
    speaker: bool = False
    anchored: bool = False
    names: tuple[str, ...] = ()
    words: float = 0.0
    days: int | None = None
    family: bool = False


def ties(one: Proposition, joined: Joined, verdicts: Verdicts = NONE) -> Iterator[Tie]:
    """What ties one member of a claim to each other one that it is tied to by itself; the others hang on those."""
    here = [member for member in joined.members if member.setting.article == one.setting.article]
    linked = {frozenset((a.statement.id, b.statement.id)) for a, b in answered(here)}
    judged = {frozenset((pair.a, pair.b)): pair.judgement for pair in reversed(verdicts.claims) if pair.verdict == "same"}
    for other in joined.members:
        if other is one:
            continue
        name, article = other.statement.id, other.setting.article
        people = judged.get(frozenset((_key(one), _key(other))))
        if people is not None:
            yield Tie(statement=name, article=article, by="judgement", judgement=people)
        elif other in here and frozenset((one.statement.id, other.statement.id)) in linked:
            yield Tie(statement=name, article=article, by="answers")
        elif one_happening(one.setting, other.setting) and one_claim(one, other):
            yield _contents(one, other)


def _contents(one: Proposition, other: Proposition) -> Tie:
    shared = one.core & other.core
    mine, theirs = one.setting, other.setting
    fewer = min(len(mine.words), len(theirs.words)) or 1
    return Tie(
        statement=other.statement.id,
        article=theirs.article,
        by="contents",
        concepts=tuple(sorted(shared)),
        likeness=round(2 * len(shared) / ((len(one.core) + len(other.core)) or 1), 2),
        speaker=same_speaker(one, other),
        anchored=anchored(one, other),
        names=tuple(sorted(mine.names & theirs.names)),
        words=round(len(mine.words & theirs.words) / fewer, 2),
        days=abs(mine.day - theirs.day) if mine.day is not None and theirs.day is not None else None,
        family=mine.family == theirs.family,
    )


def _key(one: Proposition) -> tuple[str, str]:
    return one.setting.article, one.statement.id
