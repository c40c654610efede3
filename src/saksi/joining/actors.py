"""Joins the persons, bodies, states and places of many articles: by Wikidata id, else by name with what they have in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from saksi.joining.shingles import folded
from saksi.records import Entity, HeldOffice, JoinedActor, Reading
from saksi.records.ids import content_id


class _Named(NamedTuple):
    article: str
    entity: Entity
    company: frozenset[str]
    statements: tuple[str, ...]


def join_actors(readings: Iterable[Reading]) -> list[JoinedActor]:
    """Every actor, by its id. Whoever is called by a role or a common noun alone ("an official") is none.

    Two persons of one name without an id are one where a role, its body, or somebody else who is named beside both says
    so, and namesakes otherwise. Bodies and places of one name are one.
    """
    groups: dict[tuple[str, ...], list[_Named]] = defaultdict(list)
    for reading in readings:
        named = [entity for entity in reading.entities if entity.name[:1].isupper() or entity.name[:1].isdigit()]
        for entity in named:
            groups[_key(entity)].append(_seen(reading, entity, named))
    actors = [_actor(key, part) for key, group in groups.items() for part in _apart(key, group)]
    return sorted(actors, key=lambda actor: actor.actor)


def _key(entity: Entity) -> tuple[str, ...]:
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


def _actor(key: tuple[str, ...], part: Sequence[_Named]) -> JoinedActor:
    ordered = sorted(part, key=lambda named: (named.article, named.entity.id))
    names = Counter(named.entity.name for named in ordered)
    name = min(names, key=lambda each: (-names[each], each.isupper(), -len(each), each))
    aliases = {form for named in ordered for form in (named.entity.name, *named.entity.aliases)} - {name}
    kinds = Counter(named.entity.kind for named in ordered)
    first = ordered[0].entity.id if key[0] == "person" else ""
    return JoinedActor(
        actor=content_id("actor", *key, first),
        name=name,
        kind=min(kinds, key=lambda kind: (-kinds[kind], kind)),
        qid=next((named.entity.qid for named in ordered if named.entity.qid is not None), None),
        aliases=tuple(sorted(aliases)),
        roles=_roles(ordered),
        articles=tuple(sorted({named.article for named in ordered})),
        statements=tuple(sorted({statement for named in ordered for statement in named.statements})),
    )


def _roles(ordered: Iterable[_Named]) -> tuple[HeldOffice, ...]:
    given: dict[tuple[str, str, str, str], set[str]] = defaultdict(set)
    for named in ordered:
        for role in named.entity.roles:
            given[role.title, role.of or "", role.from_ or "", role.to or ""].add(named.article)
    return tuple(
        HeldOffice(title=title, of=of or None, from_=start or None, to=end or None, articles=tuple(sorted(given[title, of, start, end])))
        for title, of, start, end in sorted(given)
    )
