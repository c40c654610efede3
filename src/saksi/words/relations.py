"""The words and shapes of relations, loaded from `relations.yaml` of a language. It knows words, not sentences."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import get_args

import msgspec

from saksi.errors import WordsError
from saksi.records.entity import EntityKind
from saksi.records.relation import RelationKind
from saksi.words.packs import load

ANCHOR = "WORD"


class Element(msgspec.Struct, frozen=True, gc=False):
    """One place of a shape: "A" or "B" a name, "~" and "^" words between, "!" no name, else one of `words`; `optional` may be missing."""

    sort: str
    words: frozenset[str] = frozenset()
    optional: bool = False


class Shape(msgspec.Struct, frozen=True):
    """What stands around a word that names a relation: `before` from the word leftwards, `after` rightwards."""

    name: str
    before: tuple[Element, ...]
    after: tuple[Element, ...]
    example: str
    counter: str


class Group(msgspec.Struct, frozen=True):
    """Words of one kind of relation: what A and B may be, and the shapes in which they stand."""

    kind: RelationKind
    a: frozenset[EntityKind]
    b: frozenset[EntityKind]
    shapes: tuple[Shape, ...]


class RelationWords(msgspec.Struct, frozen=True):
    """`forms` give for a first word its continuations, the longest first, each with its groups."""

    forms: Mapping[str, tuple[tuple[tuple[str, ...], tuple[Group, ...]], ...]]
    compounds: Mapping[str, RelationKind]
    before: frozenset[str]
    blocs: frozenset[tuple[str, ...]]
    shapes: tuple[Shape, ...]


@cache
def relation_words(language: str) -> RelationWords:
    """The relations of a language. Raises WordsError for a kind of relation or a family of shapes that is not known."""
    raw = load(language, "relations")
    families = {family: tuple(_shape(family, one) for one in shapes) for family, shapes in raw["shapes"].items()}
    groups: dict[tuple[str, ...], list[Group]] = {}
    for group in raw["groups"]:
        if group["kind"] not in get_args(RelationKind) or not families.keys() >= set(group["shapes"]):
            raise WordsError(f"relations of {language}: no such kind or shapes: {group['kind']}, {', '.join(group['shapes'])}")
        shapes = tuple(shape for family in group["shapes"] for shape in families[family])
        made = Group(group["kind"], frozenset(group["a"]), frozenset(group["b"]), shapes)
        for form in group["words"]:
            groups.setdefault(tuple(form.split()), []).append(made)
    forms: dict[str, list[tuple[tuple[str, ...], tuple[Group, ...]]]] = {}
    for words in sorted(groups, key=len, reverse=True):
        forms.setdefault(words[0], []).append((words, tuple(groups[words])))
    return RelationWords(
        forms={first: tuple(those) for first, those in forms.items()},
        compounds=raw["compounds"],
        before=frozenset(raw["before"]),
        blocs=frozenset(tuple(form.split()) for form in raw["blocs"]),
        shapes=tuple(shape for shapes in families.values() for shape in shapes),
    )


def _shape(family: str, raw: Mapping[str, str]) -> Shape:
    """ "A , ~ WORD of ~ B" parted at its word. Raises WordsError where that does not stand in it once."""
    pieces = raw["shape"].split()
    if pieces.count(ANCHOR) != 1:
        raise WordsError(f"relations: the shape {raw['shape']!r} does not have {ANCHOR} once")
    at = pieces.index(ANCHOR)
    before = tuple(_element(piece) for piece in reversed(pieces[:at]))
    return Shape(f"{family}-{raw['name']}", before, tuple(_element(piece) for piece in pieces[at + 1 :]), raw["example"], raw["counter"])


def _element(piece: str) -> Element:
    if piece in ("A", "B", "~", "^", "!"):
        return Element(piece)
    return Element("word", frozenset(piece.removesuffix("?").split("/")), piece.endswith("?"))
