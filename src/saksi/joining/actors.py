"""Joins the persons, bodies, states and places of many articles: by Wikidata id, else by name with what they have in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from saksi.joining.regrouping import NONE, Verdicts, regrouped
from saksi.joining.shingles import folded
from saksi.records import Entity, HeldOffice, JoinedActor, Reading
from saksi.records.ids import content_id


class _Named(NamedTuple):
    article: str
    entity: Entity
    company: frozenset[str]
    statements: tuple[str, ...]


class Acting(NamedTuple):
    """An actor with the ids that it had, or would have had, before others were joined to it."""

    actor: JoinedActor
    former: frozenset[str]


def join_actors(readings: Iterable[Reading], verdicts: Verdicts = NONE) -> list[JoinedActor]:
    """Every actor, by its id. Whoever is called by a role or a common noun alone ("an official") is none.

    Two persons of one name without an id are one where a role, its body, or somebody else who is named beside both says
    so, and namesakes otherwise. Bodies and places of one name are one. People's `verdicts` hold against all of that.
    """
    return [acting.actor for acting in acting_in(readings, verdicts)]


def acting_in(readings: Iterable[Reading], verdicts: Verdicts = NONE) -> list[Acting]:
    """The same with the former ids of each."""
    groups: dict[tuple[str, ...], list[_Named]] = defaultdict(list)
    for reading in readings:
        for one in _named_in(reading):
            groups[actor_key(one.entity)].append(one)
    return _acting_among(groups, verdicts)


class Cast:
    """The actors of readings that go on coming, where nobody judged any: a new reading changes those alone whom it names."""

    def __init__(self) -> None:
        self._groups: dict[tuple[str, ...], list[_Named]] = defaultdict(list)
        self._found: dict[tuple[str, ...], list[Acting]] = {}

    def add(self, readings: Iterable[Reading]) -> None:
        """Take in readings of articles that it does not have yet."""
        touched: dict[tuple[str, ...], None] = {}
        for reading in readings:
            for one in _named_in(reading):
                self._groups[actor_key(one.entity)].append(one)
                touched[actor_key(one.entity)] = None
        for key in touched:
            self._found[key] = _acting_among({key: self._groups[key]}, NONE)

    def acting(self) -> list[Acting]:
        """Every actor by its id, as `acting_in` gives them of all readings together."""
        return sorted((acting for found in self._found.values() for acting in found), key=lambda acting: acting.actor.actor)


def _named_in(reading: Reading) -> Iterator[_Named]:
    named = [entity for entity in reading.entities if entity.name[:1].isupper() or entity.name[:1].isdigit()]
    return (_seen(reading, entity, named) for entity in named)


def _acting_among(groups: Mapping[tuple[str, ...], Sequence[_Named]], verdicts: Verdicts) -> list[Acting]:
    parts = [sorted(part, key=_place) for key, group in groups.items() for part in _apart(key, group)]
    if verdicts.actors:
        parts = _judged(parts, verdicts)
    holders: dict[tuple[str, ...], tuple[str, str]] = {}
    for one in sorted((one for part in parts for one in part), key=_place):
        holders.setdefault(actor_key(one.entity), _place(one))
    return sorted((_acting(part, holders, verdicts) for part in parts), key=lambda acting: acting.actor.actor)


def _judged(parts: Sequence[Sequence[_Named]], verdicts: Verdicts) -> list[list[_Named]]:
    by_place = {_place(one): one for part in sorted(parts, key=lambda part: _place(part[0])) for one in part}

    def likeness(a: tuple[str, str], b: tuple[str, str]) -> float:
        mine, theirs = by_place[a].company, by_place[b].company
        return len(mine & theirs) / len(mine | theirs) if mine and theirs else 0.0

    grouped = regrouped([[_place(one) for one in part] for part in parts], verdicts.actors, likeness)
    return [[by_place[place] for place in sorted(part)] for part in grouped]


def _place(one: _Named) -> tuple[str, str]:
    return one.article, one.entity.id


def actor_key(entity: Entity) -> tuple[str, ...]:
    """What entities of several articles have in common that may be one actor: Wikidata's id, a state's code, else kind and name."""
    if entity.qid is not None:
        return ("qid", entity.qid)
    if entity.iso3 is not None and entity.kind == "state":
        return ("iso3", entity.iso3)
    return (entity.kind, " ".join(folded(entity.name).split()))


def _seen(reading: Reading, entity: Entity, named: Sequence[Entity]) -> _Named:
    company = {folded(other.name) for other in named if other.id != entity.id and other.kind != "state"}
    company |= {folded(part) for role in entity.roles for part in (role.title, role.of) if part}
    everything = (*reading.title_statements, *reading.dek_statements, *reading.statements)
    said = tuple(s.id for s in everything if any(party.entity == entity.id for party in s.speakers))
    return _Named(reading.article.id, entity, frozenset(company), said)


def _apart(key: tuple[str, ...], group: Sequence[_Named]) -> list[list[_Named]]:
    """The group, or for persons known by name only its parts that have company in common."""
    if key[0] != "person":
        return [list(group)]
    parts: list[tuple[list[_Named], set[str]]] = []
    for one in sorted(group, key=lambda named: (named.article, named.entity.id)):
        fitting = [part for part in parts if part[1] & one.company or any(other.article == one.article for other in part[0])]
        joined = [named for part in fitting for named in part[0]] + [one]
        company = set(one.company).union(*(part[1] for part in fitting))
        parts = [part for part in parts if part not in fitting] + [(joined, company)]
    return [part for part, _ in parts]


def _acting(ordered: Sequence[_Named], holders: Mapping[tuple[str, ...], tuple[str, str]], verdicts: Verdicts) -> Acting:
    """`holders` has the first of each key: its group has the plain id, others that people parted from it have one of their own."""
    key = min((actor_key(one.entity) for one in ordered), key=lambda key: (_SURE.get(key[0], len(_SURE)), key))
    places = {_place(one) for one in ordered}
    ids = [(actor_key(one.entity), _id(one, plain=holders[actor_key(one.entity)] in places)) for one in ordered]
    former = {each for _, each in ids}
    names = Counter(named.entity.name for named in ordered)
    name = min(names, key=lambda each: (-names[each], each.isupper(), -len(each), each))
    aliases = {form for named in ordered for form in (named.entity.name, *named.entity.aliases)} - {name}
    kinds = Counter(named.entity.kind for named in ordered)
    actor = JoinedActor(
        actor=next(each for its, each in ids if its == key),
        name=name,
        kind=min(kinds, key=lambda kind: (-kinds[kind], kind)),
        qid=next((named.entity.qid for named in ordered if named.entity.qid is not None), None),
        aliases=tuple(sorted(aliases)),
        roles=_roles(ordered),
        articles=tuple(sorted({named.article for named in ordered})),
        statements=tuple(sorted({statement for named in ordered for statement in named.statements})),
        judgements=tuple(sorted({pair.judgement for pair in verdicts.actors if pair.a in places or pair.b in places})),
    )
    return Acting(actor, frozenset(former - {actor.actor}))


_SURE = {"qid": 0, "iso3": 1}
"""By which of the keys of those whom people joined the actor is called: an id of the world before a name."""


def _id(one: _Named, *, plain: bool) -> str:
    key = actor_key(one.entity)
    return actor_id(one.entity) if plain else content_id("actor", *key, one.entity.id)


def actor_id(entity: Entity) -> str:
    """The id of an actor that this entity is the first of."""
    key = actor_key(entity)
    return content_id("actor", *key, entity.id if key[0] == "person" else "")


def _roles(ordered: Iterable[_Named]) -> tuple[HeldOffice, ...]:
    given: dict[tuple[str, str, str, str], set[str]] = defaultdict(set)
    for named in ordered:
        for role in named.entity.roles:
            given[role.title, role.of or "", role.from_ or "", role.to or ""].add(named.article)
    return tuple(
        HeldOffice(title=title, of=of or None, from_=start or None, to=end or None, articles=tuple(sorted(given[title, of, start, end])))
        for title, of, start, end in sorted(given)
    )
