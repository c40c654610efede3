"""What people judged, as the desk shows it: who, when, what, about which words, and whether it still counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from starlette.requests import Request

from saksi.desk.people import Person, may_judge, person_of
from saksi.desk.wording import ACTS, CERTAINTIES, JUDGED, POLARITIES
from saksi.errors import NotInLedger
from saksi.ledger.judging import Judging, judging_of
from saksi.ledger.protocol import Ledger
from saksi.records import JoinVerdict, Judgement, OtherStance, Subject, Withdrawal
from saksi.records.judgement import Said, subjects_of


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What a judgement is about: verbatim words or a name; where `words` is empty, a whole article, by its title if it has one."""

    article: str
    words: str
    title: str | None = None


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """One judgement. `what` is a message, `to` and `stance` (messages) what was put in place of what was read;
    `takes_back` says that who reads may withdraw it."""

    judgement: Judgement
    what: str
    to: tuple[str, ...]
    stance: tuple[str, ...]
    about: tuple[About, ...]
    withdrawn: bool
    takes_back: bool


def signature(person: Person) -> str:
    """The name that stands beside a judgement; the single user of a desk without members is its owner."""
    return person.name or "owner"


def verdicts_on(request: Request, wanted: Iterable[str]) -> list[Verdict]:
    """Those in force with these ids, the oldest first; none where the ledger's kind keeps none."""
    names, judging = frozenset(wanted), judging_of(request.app.state.ledger)
    if not names or judging is None:
        return []
    found = [one for one in judging.in_force() if one.judgement in names]
    return list(shown(request, judging, found, {one.judgement for one in found}))


def just_judged(request: Request) -> Verdict | None:
    """What the reader judged a moment ago, as the address says, so that they may take it back at once; None where it is not theirs."""
    wanted, judging = request.query_params.get("judged"), judging_of(request.app.state.ledger)
    if not wanted or judging is None or not may_judge(person_of(request)):
        return None
    found = [one for one in judging.in_force() if one.judgement == wanted]
    return next((one for one in shown(request, judging, found, {wanted}) if one.takes_back), None)


def mended_by(request: Request, article: str) -> tuple[str, ...]:
    """The ids of the judgements that changed what is shown of an article."""
    judging = judging_of(request.app.state.ledger)
    return judging.mending(article).applied if judging is not None and judging.count() else ()


def shown(request: Request, judging: Judging, found: Iterable[Judgement], holding: set[str]) -> Iterator[Verdict]:
    """Judgements for whoever asks; `holding` are the ids of those in force."""
    person = person_of(request)
    for one in found:
        holds = one.judgement in holding
        own = may_judge(person) and (person.role == "owner" or one.by == signature(person))
        yield Verdict(
            judgement=one,
            what=JUDGED[_sort(one.says)],
            to=tuple(_instead(one.says)),
            stance=tuple(_stance(one.says)),
            about=tuple(_about(request.app.state.ledger, judging, subject) for subject in subjects_of(one.says)),
            withdrawn=not holds and not isinstance(one.says, Withdrawal),
            takes_back=own and holds and not isinstance(one.says, Withdrawal),
        )


def _sort(says: Said) -> str:
    if isinstance(says, JoinVerdict):
        return f"{says.of} {says.verdict}"
    return str(msgspec.to_builtins(says)["kind"])


def _instead(says: Said) -> Iterator[str]:
    """Names and words that a judgement gives."""
    name = getattr(says, "name", None)
    if name is not None:
        yield name
    yield from (span.text for span in getattr(says, "quotes", ()))


def _stance(says: Said) -> Iterator[str]:
    """The messages for how the speaker stands to it, by a judgement of that."""
    if isinstance(says, OtherStance):
        for said, words in ((says.act, ACTS), (says.polarity, POLARITIES), (says.certainty, CERTAINTIES)):
            if said is not None:
                yield words[said]


def _about(ledger: Ledger, judging: Judging, subject: Subject) -> About:
    words = " … ".join(span.text for span in subject.quotes) or subject.name or ""
    article = judging.now(subject.article)
    return About(article=article, words=words, title=None if words else _title(ledger, article))


def _title(ledger: Ledger, article: str) -> str | None:
    """The title of an article; None where it has none, or the ledger has it no more."""
    try:
        return ledger.reading(article).article.title
    except NotInLedger:
        return None
