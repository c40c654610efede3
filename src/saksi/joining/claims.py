"""Gathers statements into claims over articles and languages, with the sides that speakers take and how many tell it by themselves.

A claim is what pairs of statements hang together, so it is the same in whatever order the articles came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations

import msgspec

from saksi.joining.propositions import Proposition, Setting
from saksi.joining.regrouping import NONE, Verdicts, regrouped
from saksi.joining.same_claim import DAYS_APART, OWN_PART, one_claim, one_happening, own_part
from saksi.records import Claim, Side
from saksi.records.ids import content_id

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
    for one in sorted(found, key=_order):
        by_article[one.setting.article].append(one)
    groups = _Groups()
    linked: set[str] = set()
    for members in by_article.values():
        for one in members:
            groups.find(_key(one))
        for a, b in combinations(members, 2):
            if one_claim(a, b):
                groups.union(_key(a), _key(b))
        for answer, target in answered(members):
            groups.union(_key(answer), _key(target))
            linked.add(answer.statement.id)
    for x, y in neighbours:
        for a in by_article[x.article]:
            for b in by_article[y.article]:
                if one_claim(a, b):
                    groups.union(_key(a), _key(b))
    parts: dict[tuple[str, str], list[Proposition]] = defaultdict(list)
    for members in by_article.values():
        for one in members:
            parts[groups.find(_key(one))].append(one)
    told = [sorted(part, key=_order) for part in parts.values()]
    if verdicts.claims:
        told = _judged(told, verdicts, linked)
    made = [_claim(part, frozenset(linked), seen, verdicts) for part in told]
    return sorted(made, key=lambda joined: joined.claim.claim)


def _judged(told: Sequence[Sequence[Proposition]], verdicts: Verdicts, linked: Set[str]) -> list[list[Proposition]]:
    """The claims after people's verdicts. A statement that only answers goes with one of its own article."""
    by_key = {_key(one): one for part in sorted(told, key=lambda part: _order(part[0])) for one in part}

    def likeness(a: tuple[str, str], b: tuple[str, str]) -> float:
        x, y = by_key[a], by_key[b]
        if (x.statement.id in linked or y.statement.id in linked) and a[0] == b[0]:
            return 1.0
        return 2 * len(x.core & y.core) / (len(x.core) + len(y.core)) if x.core or y.core else 0.0

    grouped = regrouped([[_key(one) for one in part] for part in told], verdicts.claims, likeness)
    return [sorted((by_key[key] for key in part), key=_order) for part in grouped]


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
    keys = set(map(_key, members))
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
    return min(own, key=lambda one: (one.setting.moment, one.setting.article, one.field != "text", _order(one)))


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


def _order(one: Proposition) -> tuple[str, str, int, int, str]:
    fields = ("title", "dek", "text")
    return one.setting.moment, one.setting.article, fields.index(one.field), one.content.start, one.statement.id


def _key(one: Proposition) -> tuple[str, str]:
    return one.setting.article, one.statement.id


class _Groups:
    """Union-find over statements; which key stands for a group does not matter, for ids come from its oldest member."""

    def __init__(self) -> None:
        self._parent: dict[tuple[str, str], tuple[str, str]] = {}

    def find(self, key: tuple[str, str]) -> tuple[str, str]:
        root = key
        while self._parent.setdefault(root, root) != root:
            root = self._parent[root]
        while self._parent[key] != root:
            self._parent[key], key = root, self._parent[key]
        return root

    def union(self, a: tuple[str, str], b: tuple[str, str]) -> None:
        first, second = sorted((self.find(a), self.find(b)))
        self._parent[second] = first
