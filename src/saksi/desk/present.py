"""What all articles together say at present: claims, conflicts, actors and stories, kept until the ledger changes.

This is the one place of the desk that keeps anything between two requests.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from threading import Lock
from typing import TypeVar

from saksi.desk.casting import Casting
from saksi.errors import NotInLedger
from saksi.joining.claims import Joined
from saksi.ledger.claims import State, claims_of
from saksi.ledger.judging import judging_of
from saksi.ledger.protocol import Ledger
from saksi.records import Claim, Clash, Entity, JoinedActor
from saksi.runs.account import Account, account_of

T = TypeVar("T")


class Present:
    """One account of a ledger with what finds things in it.

    A ledger that keeps its claims is asked, as it stands, for those that a page shows; all of them are fetched once where a page looks
    through all. Actors stay as they were when the account was made.
    """

    def __init__(self, ledger: Ledger, actors: list[JoinedActor], former: Mapping[str, str] = {}) -> None:
        self._ledger = ledger
        self._kept = claims_of(ledger)
        self.actors: tuple[JoinedActor, ...] = tuple(sorted(actors, key=lambda actor: (-len(actor.articles), actor.name)))
        self._former = former

    @cached_property
    def _account(self) -> Account:
        return account_of(self._ledger)

    @cached_property
    def claims(self) -> tuple[Joined, ...]:
        """Every claim, those that were last told the latest first."""
        return tuple(sorted(self._account.claims, key=_newest, reverse=True))

    @cached_property
    def conflicts(self) -> tuple[Clash, ...]:
        """All conflicts over articles, by their ids."""
        return tuple(self._kept.conflicts()) if self._kept is not None else self._account.conflicts

    def claim_page(self, state: State | None, *, offset: int, limit: int) -> tuple[list[Claim], int]:
        """The claims in a state, those that were last told the latest first, and how many there are."""
        if self._kept is not None:
            return self._kept.page(state, offset=offset, limit=limit)
        found = [joined.claim for joined in self.claims if is_in(joined.claim, state)]
        return found[offset : offset + limit], len(found)

    def claims_since(self, moment: str, *, limit: int) -> tuple[list[Claim], int]:
        """The claims that were first told at a moment or later, in the same order, and how many there are."""
        if self._kept is not None:
            return self._kept.since(moment, limit=limit)
        found = [joined.claim for joined in self.claims if (joined.claim.first_seen or "") >= moment]
        return found[:limit], len(found)

    def last_seen(self) -> Iterator[str]:
        """When claims were last told, as their articles say it, each once, from the back of the order of texts."""
        if self._kept is not None:
            return self._kept.last_seen()
        return iter(sorted({joined.claim.last_seen or "" for joined in self.claims}, reverse=True))

    def denied_in(self, day: str) -> Iterable[Joined]:
        """The claims in which a denial of this day or later may be, in the same order."""
        return self._kept.denied_in(day) if self._kept is not None else self.claims

    @cached_property
    def claim_of(self) -> Mapping[str, Joined]:
        """The claim of each statement, by the statement's id."""
        return {member.statement.id: joined for joined in self.claims for member in joined.members}

    def claim(self, wanted: str) -> Joined:
        """A claim by its id, that of any statement in it, or the first digits of one. Raises NotInLedger."""
        if self._kept is not None:
            return _only(self._kept.called(wanted), wanted)
        exact = [joined for joined in self.claims if joined.claim.claim == wanted]
        begun = exact or [joined for joined in self.claims if joined.claim.claim.startswith(wanted)]
        found = begun or ([self.claim_of[wanted]] if wanted in self.claim_of else [])
        return _only(found, wanted)

    def actor(self, wanted: str) -> JoinedActor:
        """An actor by its id, one that it had before others were joined to it, its Wikidata id, or the first digits. Raises NotInLedger."""
        exact = [actor for actor in self.actors if self._former.get(wanted, wanted) in (actor.actor, actor.qid)]
        return _only(exact or [actor for actor in self.actors if actor.actor.startswith(wanted)], wanted)

    def actor_of(self, article: str, entity: Entity) -> JoinedActor | None:
        """Who an entity of an article is over all articles."""
        return next((actor for actor in self._actors_by_article.get(article, ()) if is_actor(actor, entity)), None)

    @cached_property
    def _actors_by_article(self) -> Mapping[str, list[JoinedActor]]:
        found: dict[str, list[JoinedActor]] = {}
        for actor in self.actors:
            for article in actor.articles:
                found.setdefault(article, []).append(actor)
        return found

    @cached_property
    def stories(self) -> Mapping[str, tuple[str, ...]]:
        """Per article the articles of its story, oldest first: those that hang together by claims that they share."""
        story: dict[str, set[str]] = {}
        moments = {member.setting.article: member.setting.moment for joined in self.claims for member in joined.members}
        for joined in self.claims:
            articles = {member.setting.article for member in joined.members}
            together = articles.union(*(story.get(article, ()) for article in articles))
            story.update(dict.fromkeys(together, together))
        ordered = {id(part): tuple(sorted(part, key=lambda one: (moments[one], one))) for part in story.values()}
        return {article: ordered[id(part)] for article, part in story.items()}

    def claims_of(self, articles: frozenset[str]) -> Iterator[Joined]:
        """The claims that any of these articles carries, newest first."""
        return (joined for joined in self.claims if any(member.setting.article in articles for member in joined.members))


class Keeper:
    """Holds the present account of one ledger; whoever asks first after a change waits for the new one, others get the old."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = Lock()
        self._claims = claims_of(ledger)
        self._state: tuple[int, ...] | None = None
        self._kept: Present | None = None
        self._casting = Casting(ledger)

    def present(self) -> Present:
        """The account as the ledger stands; raises LedgerError."""
        if self._kept is not None and self._state == self._now():
            return self._kept
        if not self._lock.acquire(blocking=self._kept is None) and self._kept is not None:
            return self._kept
        try:
            state = self._now()
            if self._kept is None or self._state != state:
                acting = self._casting.acting()
                former = {old: one.actor.actor for one in acting for old in one.former}
                self._kept = Present(self._ledger, [one.actor for one in acting], former)
                self._state = state
            return self._kept
        finally:
            self._lock.release()

    def _now(self) -> tuple[int, ...]:
        """What tells one state of a ledger from the next; one that keeps no claims only grows, by articles."""
        judging = judging_of(self._ledger)
        articles = self._claims.state() if self._claims is not None else (self._ledger.articles(limit=1).total,)
        return *articles, judging.count() if judging is not None else 0


def is_in(claim: Claim, state: State | None) -> bool:
    """Whether a claim is in a state that lists can be narrowed to."""
    return {
        None: True,
        "denied": bool(claim.denied),
        "unsure": bool(claim.unsure),
        "several": claim.origins > 1,
        "undenied": not claim.denied,
    }[state]


def is_actor(actor: JoinedActor, entity: Entity) -> bool:
    """Whether an entity of one of the actor's articles is this actor."""
    if entity.qid is not None or actor.qid is not None:
        return entity.qid == actor.qid
    return entity.kind == actor.kind and (entity.name == actor.name or entity.name in actor.aliases)


def _newest(joined: Joined) -> tuple[str, int, str]:
    return joined.claim.last_seen or "", len(joined.claim.families), joined.claim.claim


def _only(found: list[T], wanted: str) -> T:
    if len(found) != 1:
        raise NotInLedger(f"{len(found)} things of the ledger begin with {wanted!r}")
    return found[0]
