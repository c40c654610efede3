"""Ground: the tokens of a text as relations look at them: which of them name somebody, and which may stand between a word and its name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from saksi.reading.events.scene import Scene
from saksi.reading.events.triggers import is_verb
from saksi.records import Mention
from saksi.records.entity import EntityKind
from saksi.words.relations import RelationWords

NAMED: Final = frozenset(["person", "organization", "group", "state", "place"])
BETWEEN: Final = 4
"""Plain words that may stand between a word and the name that goes with it ("the most senior military | commander")."""
CAPITALS: Final = 3
"""Words with capitals before a name that are a rank or form of address ("Field Marshal | Khalifa Haftar")."""
SHORT_ROLE: Final = 2
"""Words of a mention without a name that still only names a group ("pemberontak Suriah")."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody named from token `first` to `last`; `entity` is "" for those whom only a word for a kind of actor names.

    `town` is the place itself where its name stands for a state ("Moscow").
    """

    first: int
    last: int
    kind: EntityKind
    entity: str = ""
    town: str = ""


@dataclass(slots=True)
class Ground:
    """`firsts` and `lasts` give the name that begins or ends at a token."""

    scene: Scene
    words: RelationWords
    firsts: dict[int, Named] = field(default_factory=dict)
    lasts: dict[int, Named] = field(default_factory=dict)
    inside: set[int] = field(default_factory=set)
    opening: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        tokens = self.scene.laid.tokens
        self.opening = frozenset(sentence.first for sentence in self.scene.laid.sentences)
        named = [mention for mention in self.scene.mentions if mention.entity is not None]
        for mention in sorted(named, key=lambda m: (m.kind == "role", m.start - m.end)):
            if mention.entity is None or (kind := self._kind(mention)) is None:
                continue
            first, last = tokens.at(mention.start), tokens.at(mention.end) - 1
            if mention.kind == "role" and last - first >= SHORT_ROLE:
                continue
            if self.inside.isdisjoint(range(first, last + 1)):
                town = mention.entity if mention.stands_for is not None and self.scene.kinds.get(mention.entity) == "place" else ""
                self.add(Named(first, last, kind, self.scene.meant(mention), town))

    def _kind(self, mention: Mention) -> EntityKind | None:
        kind = self.scene.kinds.get(self.scene.meant(mention))
        return kind if kind in NAMED else None

    def add(self, name: Named) -> None:
        """Keep a name by its first and last token."""
        self.firsts[name.first] = self.lasts[name.last] = name
        self.inside.update(range(name.first, name.last + 1))

    def entity(self, name: Named) -> str:
        """The id of the entity, made where the text names nobody ("the rebels")."""
        return name.entity or self.scene.unnamed(name.first, name.last)

    def name_from(self, i: int, step: int) -> Named | None:
        """The name that begins at a token (step 1) or ends there (step -1), a word for a kind of actor where there is none."""
        known = (self.firsts if step > 0 else self.lasts).get(i)
        if known is not None or i in self.inside:
            return known
        return self._bloc(i) if step > 0 else self._kind_before(i)

    def _kind_before(self, i: int) -> Named | None:
        """The word for a kind of actor that ends at a token ("milisi | yang didukung")."""
        for first in range(max(0, i - SHORT_ROLE), i + 1):
            kind = self._kind_of_actor(first)
            if kind is not None and kind.last == i:
                return kind
        return None

    def _bloc(self, i: int) -> Named | None:
        """A bloc of states, or a kind of actor behind the word for the relation ("sekutu | pemberontak")."""
        lower = self.scene.laid.tokens.lower
        if any(tuple(lower[i : i + len(bloc)]) == bloc for bloc in self.words.blocs):
            return Named(i, i + 1, "group")
        return self._kind_of_actor(i)

    def _kind_of_actor(self, i: int) -> Named | None:
        if self.scene.laid.tokens.lower[i] not in self.scene.openers or (self.scene.laid.tokens.capital(i) and i not in self.opening):
            return None
        kind = self.scene.kind_at(i)
        if kind is None or kind.sector not in _ARMED:
            return None
        owner = self.firsts.get(kind.last + 1) if self.scene.laid.lang.code == "id" else None
        return Named(kind.first, owner.last if owner is not None and owner.kind == "state" else kind.last, "group")

    def plain(self, i: int) -> bool:
        """Whether a token may stand between a word and its name: no mark, no verb, no preposition, no name."""
        laid = self.scene.laid
        lower, sets = laid.tokens.lower, laid.lang.singles
        if not laid.tokens.word(i) or i in self.inside or i in self.scene.timed:
            return False
        word = lower[i]
        closed = word in sets["prepositions"] or word in sets["relative"] or word in sets["coordinators"] or word in sets["complementizers"]
        closed = closed or word in self.scene.words["openers"]
        if closed or word in sets["but"] or word in sets["negators"] or any(word in those for those in laid.lang.pronouns.values()):
            return False
        return laid.tokens.capital(i) or not is_verb(self.scene, i)

    def capital(self, i: int) -> bool:
        """Whether a token may be part of a rank before a name."""
        laid = self.scene.laid
        return laid.tokens.word(i) and laid.tokens.capital(i) and i not in self.inside


_ARMED: Final = frozenset(["REB", "UAF", "MIL", "OPP", "PTY", "IMG"])
