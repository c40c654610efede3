"""Lays people's verdicts over groups that were joined by their texts: what they call one is joined, what they part is parted.

The same for claims, families and actors. The result follows from the groups and the verdicts alone, in whatever order they came.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

import msgspec

from saksi.joining.carrying import entity_meant, statement_meant
from saksi.records import JoinVerdict, Judgement, Reading, Subject
from saksi.records.judgement import Joinable, Verdict

Key = TypeVar("Key", bound=Hashable)


class Pair(NamedTuple, Generic[Key]):
    """A verdict on two members, with the id of its judgement."""

    judgement: str
    verdict: Verdict
    a: Key
    b: Key


class Verdicts(msgspec.Struct, frozen=True, kw_only=True):
    """The verdicts on claims and actors, as pairs of (article, statement id) and (article, entity id); the newest first."""

    claims: tuple[Pair[tuple[str, str]], ...] = ()
    actors: tuple[Pair[tuple[str, str]], ...] = ()


NONE = Verdicts()


def verdicts_on(of: Joinable, judgements: Iterable[Judgement]) -> list[tuple[Judgement, JoinVerdict]]:
    """Of the judgements in force those on joins of one sort, the newest first."""
    found = [(one, one.says) for one in judgements if isinstance(one.says, JoinVerdict) and one.says.of == of]
    return sorted(found, key=lambda pair: (pair[0].at, pair[0].judgement), reverse=True)


def resolved(judgements: Sequence[Judgement], reading: Callable[[str], Reading | None]) -> Verdicts:
    """The verdicts on statements and entities of these readings; those whose words are no longer found are left out."""

    def statement(subject: Subject) -> tuple[str, str] | None:
        found = reading(subject.article)
        meant = statement_meant(subject, found) if found is not None else None
        return (found.article.id, meant.id) if found is not None and meant is not None else None

    def entity(subject: Subject) -> tuple[str, str] | None:
        found = reading(subject.article)
        meant = entity_meant(subject, found) if found is not None else None
        return (found.article.id, meant.id) if found is not None and meant is not None else None

    return Verdicts(claims=_pairs("claim", judgements, statement), actors=_pairs("actor", judgements, entity))


def _pairs(
    of: Joinable, judgements: Sequence[Judgement], key: Callable[[Subject], tuple[str, str] | None]
) -> tuple[Pair[tuple[str, str]], ...]:
    keyed = ((one, says, key(says.a), key(says.b)) for one, says in verdicts_on(of, judgements))
    return tuple(Pair(one.judgement, says.verdict, a, b) for one, says, a, b in keyed if a is not None and b is not None)


def regrouped(
    groups: Iterable[Sequence[Key]],
    pairs: Sequence[Pair[Key]],
    likeness: Callable[[Key, Key], float],
    bonds: Iterable[tuple[Key, Key]] = (),
) -> list[list[Key]]:
    """The groups after the verdicts. `pairs` are the newest first: a newer one overrules an older one that it contradicts.

    Where two members must be apart, every other member of their group goes with the one that it is most like, by
    `likeness` (symmetric; more is liker), the earlier one of equals; those in `bonds` stay together. Members are in the
    order in which the groups have them.
    """
    held = [list(group) for group in groups]
    order = {key: place for place, key in enumerate(key for group in held for key in group)}
    known = [pair for pair in pairs if pair.a in order and pair.b in order and pair.a != pair.b]
    tied, apart = _settled(order, known, bonds)
    if not tied.moved and not apart:
        return held
    whole = _Tied(order)
    for group in held:
        for key in group[1:]:
            whole.tie(group[0], key)
    for key in order:
        whole.tie(key, tied.root(key))
    parts: list[list[Key]] = []
    for group in whole.groups():
        parts += _parted(group, tied, apart, likeness, order)
    return [sorted(part, key=order.__getitem__) for part in sorted(parts, key=lambda part: min(map(order.__getitem__, part)))]


class _Tied(Generic[Key]):
    """Union-find in which the earliest member of a group stands for it."""

    def __init__(self, order: dict[Key, int]) -> None:
        self._order = order
        self._parent = {key: key for key in order}
        self.moved = False

    def root(self, key: Key) -> Key:
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def tie(self, a: Key, b: Key) -> None:
        first, second = sorted((self.root(a), self.root(b)), key=self._order.__getitem__)
        if first != second:
            self._parent[second] = first
            self.moved = True

    def groups(self) -> list[list[Key]]:
        found: dict[Key, list[Key]] = {}
        for key in self._order:
            found.setdefault(self.root(key), []).append(key)
        return list(found.values())


def _settled(
    order: dict[Key, int], pairs: Sequence[Pair[Key]], bonds: Iterable[tuple[Key, Key]]
) -> tuple[_Tied[Key], list[tuple[Key, Key]]]:
    """What must be together and what apart; a verdict that newer ones leave no room for is passed over."""
    tied = _Tied(order)
    for a, b in bonds:
        if a in order and b in order:
            tied.tie(a, b)
    apart: list[tuple[Key, Key]] = []
    for pair in pairs:
        roots = {tied.root(pair.a), tied.root(pair.b)}
        if pair.verdict == "different" and len(roots) == 2:
            apart.append((pair.a, pair.b))
        elif pair.verdict == "same" and not any({tied.root(a), tied.root(b)} == roots for a, b in apart):
            tied.tie(pair.a, pair.b)
    return tied, apart


def _parted(
    group: list[Key], tied: _Tied[Key], apart: list[tuple[Key, Key]], likeness: Callable[[Key, Key], float], order: dict[Key, int]
) -> list[list[Key]]:
    barred = {(tied.root(x), tied.root(y)) for a, b in apart for x, y in ((a, b), (b, a)) if a in group and b in group}
    if not barred:
        return [group]
    blocks: dict[Key, list[Key]] = {}
    for key in group:
        blocks.setdefault(tied.root(key), []).append(key)
    judged = {root for pair in barred for root in pair}
    parts: list[tuple[list[Key], set[Key]]] = []
    for root in sorted(blocks, key=lambda root: (root not in judged, order[root])):
        open_to = [part for part in parts if not any((root, other) in barred for other in part[1])]
        if not open_to or (root in judged and not any(_alike(blocks[root], part[0], likeness) for part in open_to)):
            parts.append((list(blocks[root]), {root}))
            continue
        best = max(open_to, key=lambda part: (_alike(blocks[root], part[0], likeness), -order[part[0][0]]))
        best[0].extend(blocks[root])
        best[1].add(root)
    return [part for part, _ in parts]


def _alike(block: Sequence[Key], part: Sequence[Key], likeness: Callable[[Key, Key], float]) -> float:
    return max(likeness(a, b) for a in block for b in part)
