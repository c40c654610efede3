"""Gathers statements into claims over articles and languages, with the sides that speakers take and how many tell it by themselves.

A claim is what pairs of statements hang together, so it is the same in whatever order the articles came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations
from typing import TypeVar

import msgspec

from saksi.joining.propositions import Proposition, Setting
from saksi.joining.regrouping import NONE, Verdicts, regrouped
from saksi.joining.same_claim import DAYS_APART, OWN_PART, one_claim, one_happening, own_part
from saksi.records import Claim, Side
from saksi.records.ids import content_id

Key = TypeVar("Key", bound=Hashable)

_SHORT_ANSWER = 6
"""Words of a quoted content ("Itu salah") that only turns down or bears out what it answers."""

_LITTLE = 1
"""Concepts of a content ("any involvement") that says nothing but by what it answers."""


class Joined(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with what its members are made of, the oldest first; `linked` are the statements that only answer another."""

    claim: Claim
    members: tuple[Proposition, ...]
    linked: frozenset[str]

    @property
    def first(self) -> Proposition:
        """The statement that tells it first, by which the claim is called."""
        return _told_first(self.members, self.linked)

    def side(self, member: Proposition) -> str:
        """asserted, denied or unsure."""
        return _side(member, self.first, self.linked)

    def origins(self) -> dict[str, Proposition]:
        """Each that carries the claim by itself, with its first statement; who only denies carries nothing."""
        first = _told_first(self.members, self.linked)
        found: dict[str, Proposition] = {}
        for member in self.members:
            if _side(member, first, self.linked) != "denied":
                found.setdefault(_by_itself(member), member)
        return found


def join(
    found: Iterable[Proposition],
    neighbours: Iterable[tuple[Setting, Setting]],
    seen: Mapping[str, str | None],
    verdicts: Verdicts = NONE,
) -> list[Joined]:
    """Every claim, by its id. `neighbours` are the pairs of articles of one happening.

    `seen` gives when each article came out, as the article says it; people's `verdicts` hold against what texts say.
    """
    by_article: dict[str, list[Proposition]] = defaultdict(list)
    for one in sorted(found, key=order_of):
        by_article[one.setting.article].append(one)
    tied = [pair for members in by_article.values() for pair in ties_within(members)]
    tied += [pair for x, y in neighbours for pair in ties_between(by_article[x.article], by_article[y.article])]
    linked = {answer.statement.id for members in by_article.values() for answer, _ in answered(members)}
    groups = tied_together(([key_of(one)] for members in by_article.values() for one in members), ((key_of(a), key_of(b)) for a, b in tied))
    by_key = {key_of(one): one for members in by_article.values() for one in members}
    return told(([by_key[key] for key in group] for group in groups), frozenset(linked), seen, verdicts)


def told(
    groups: Iterable[Sequence[Proposition]], linked: Set[str], seen: Mapping[str, str | None], verdicts: Verdicts = NONE
) -> list[Joined]:
    """The claims that these groups of tied statements make, by their ids.

    Where people judged, the groups must be all those that their `verdicts` hang together with.
    """
    parts = [sorted(group, key=order_of) for group in groups]
    if verdicts.claims:
        parts = _judged(parts, verdicts, linked)
    made = [_claim(part, frozenset(linked), seen, verdicts) for part in parts]
    return sorted(made, key=lambda joined: joined.claim.claim)


def ties_within(members: Sequence[Proposition]) -> Iterator[tuple[Proposition, Proposition]]:
    """The statements of one article, in its order, that are one claim by what they say or by what they answer."""
    yield from ((a, b) for a, b in combinations(members, 2) if one_claim(a, b))
    yield from answered(members)


def ties_between(mine: Iterable[Proposition], theirs: Sequence[Proposition]) -> Iterator[tuple[Proposition, Proposition]]:
    """The statements of two articles of one happening that are one claim."""
    return ((a, b) for a in mine for b in theirs if one_claim(a, b))


def tied_together(held: Iterable[Sequence[Key]], ties: Iterable[tuple[Key, Key]]) -> list[list[Key]]:
    """The groups that hang together by ties, out of groups that are held together already."""
    parent: dict[Key, Key] = {}

    def root(key: Key) -> Key:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for group in held:
        parent.update(dict.fromkeys(group, group[0]))
    for a, b in ties:
        parent[root(b)] = root(a)
    found: dict[Key, list[Key]] = {}
    for key in parent:
        found.setdefault(root(key), []).append(key)
    return list(found.values())


def _judged(told: Sequence[Sequence[Proposition]], verdicts: Verdicts, linked: Set[str]) -> list[list[Proposition]]:
    """The claims after people's verdicts. A statement that only answers goes with one of its own article."""
    by_key = {key_of(one): one for part in sorted(told, key=lambda part: order_of(part[0])) for one in part}

    def likeness(a: tuple[str, str], b: tuple[str, str]) -> float:
        x, y = by_key[a], by_key[b]
        if (x.statement.id in linked or y.statement.id in linked) and a[0] == b[0]:
            return 1.0
        return 2 * len(x.core & y.core) / (len(x.core) + len(y.core)) if x.core or y.core else 0.0

    grouped = regrouped([[key_of(one) for one in part] for part in told], verdicts.claims, likeness)
    return [sorted((by_key[key] for key in part), key=order_of) for part in grouped]


def former_ids(joined: Joined) -> frozenset[str]:
    """Ids that the claim had, or would have had, before others of its statements came or were joined to it."""
    return frozenset(claim_id(one.setting.article, one.statement.id) for one in joined.members) - {joined.claim.claim}


def claim_id(article: str, statement: str) -> str:
    """The id of a claim that this statement tells first."""
    return content_id("claim", article, statement)


def neighbours_of(settings: Iterable[Setting]) -> Iterator[tuple[Setting, Setting]]:
    """The pairs of articles that tell of one happening, each once. Found by their names and days, so that only articles
    with a name in common and not far apart are compared; what has no date is compared with all of its names."""
    by_name: dict[tuple[str, int | None], list[Setting]] = defaultdict(list)
    ordered = sorted(settings, key=_age)
    families: dict[str, list[Setting]] = defaultdict(list)
    for later in ordered:
        near: dict[str, Setting] = {other.article: other for other in families[later.family]}
        days = (None, *range(later.day - DAYS_APART, later.day + DAYS_APART + 1)) if later.day is not None else None
        for name in later.names:
            slots = (
                [by_name[name, day] for day in days if (name, day) in by_name]
                if days is not None
                else [v for k, v in by_name.items() if k[0] == name]
            )
            near.update((other.article, other) for slot in slots for other in slot)
        yield from ((other, later) for other in sorted(near.values(), key=_age) if one_happening(other, later))
        families[later.family].append(later)
        for name in later.names:
            by_name[name, later.day].append(later)


def _age(setting: Setting) -> tuple[str, str]:
    return setting.moment, setting.article


def answered(members: Sequence[Proposition]) -> Iterator[tuple[Proposition, Proposition]]:
    """Statements of one article that deny or bear out another one as a whole, with that one."""
    by_id = {one.statement.id: one for one in members}
    for place, one in enumerate(members):
        answers = one.statement.answers
        target = by_id.get(answers.statement) if answers is not None else None
        if target is None and one.points_at is not None and one.statement.act in ("deny", "confirm"):
            target = _pointed_at(one, members[:place])
        if target is not None and target is not one and _only_answers(one, target):
            yield one, target


def _only_answers(one: Proposition, target: Proposition) -> bool:
    act = one.statement.act
    if act not in ("deny", "confirm"):
        return False
    short = sum(len(content.text.split()) for content in one.statement.contents) <= _SHORT_ANSWER
    if one.points_at is not None or (act == "deny" and short and len(one.core - one.speakers) <= _LITTLE):
        return True
    return own_part(one, target) >= OWN_PART


def _pointed_at(one: Proposition, earlier: Sequence[Proposition]) -> Proposition | None:
    """The first statement of those whose account is meant, else the nearest one of another speaker."""
    others = [other for other in earlier if not other.speakers & one.speakers and other.field == one.field and other.points_at is None]
    if one.points_at:
        others = [other for other in others if one.points_at & (other.speakers | other.words)]
        meant = [other for other in others if one.points_at & other.speakers]
        return next(iter(meant or others), None)
    return others[-1] if others else None


def _claim(members: Sequence[Proposition], linked: frozenset[str], seen: Mapping[str, str | None], verdicts: Verdicts) -> Joined:
    first = _told_first(members, linked)
    sides: dict[str, list[Side]] = {"asserted": [], "denied": [], "unsure": []}
    for one in members:
        sides[_side(one, first, linked)].append(_member(one))
    keys = set(map(key_of, members))
    moments = sorted({(one.setting.moment, one.setting.article) for one in members})
    claim = Claim(
        claim=claim_id(first.setting.article, first.statement.id),
        gist=first.content.text,
        asserted=tuple(sides["asserted"]),
        denied=tuple(sides["denied"]),
        unsure=tuple(sides["unsure"]),
        families=tuple(sorted({one.setting.family for one in members})),
        origins=len({_by_itself(one) for one in members if _side(one, first, linked) != "denied"}),
        first_seen=seen.get(moments[0][1]),
        last_seen=seen.get(moments[-1][1]),
        judgements=tuple(sorted({pair.judgement for pair in verdicts.claims if pair.a in keys or pair.b in keys})),
    )
    return Joined(claim=claim, members=tuple(members), linked=linked)


def _told_first(members: Sequence[Proposition], linked: frozenset[str]) -> Proposition:
    """The oldest statement that has a content of its own; a headline is cut short and counts after the text."""
    own = [one for one in members if one.statement.id not in linked and one.points_at is None] or members
    return min(own, key=lambda one: (one.setting.moment, one.setting.article, one.field != "text", order_of(one)))


def _side(one: Proposition, first: Proposition, linked: frozenset[str]) -> str:
    statement = one.statement
    contrary = one.negated != first.negated
    denies = (statement.polarity == "denied") != contrary
    if statement.id in linked and (one.points_at is not None or statement.act == "deny"):
        denies = statement.act == "deny"
    if denies:
        return "denied"
    return "unsure" if statement.certainty == "possible" or statement.speaker_kind == "agentless" else "asserted"


def _by_itself(one: Proposition) -> str:
    """Whose word a statement is: the outlet that it is handed on from, else the agency of its article, else its family."""
    if one.handed_on is not None:
        return f"outlet {one.handed_on}"
    return f"outlet {one.setting.agency.casefold()}" if one.setting.agency is not None else f"family {one.setting.family}"


def _member(one: Proposition) -> Side:
    speakers = one.statement.speakers
    return Side(statement=one.statement.id, article=one.setting.article, entity=speakers[0].entity if speakers else None)


def order_of(one: Proposition) -> tuple[str, str, int, int, str]:
    """How statements are ordered: the oldest article first, then headline, dek and down the text."""
    fields = ("title", "dek", "text")
    return one.setting.moment, one.setting.article, fields.index(one.field), one.content.start, one.statement.id


def key_of(one: Proposition) -> tuple[str, str]:
    """What a statement is known by: its article and its id."""
    return one.setting.article, one.statement.id
