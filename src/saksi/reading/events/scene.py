"""Scene: a laid-out text with its mentions by token and the actors that nobody names, what every rule of events looks at."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from saksi.reading.laid_out import LaidOut
from saksi.records import Entity, Mention, Statement
from saksi.records.entity import EntityKind
from saksi.records.ids import content_id
from saksi.words.frame_cues import event_words, sectors

NAMES: Final = frozenset(["person", "organization", "group", "state", "place", "role"])

STATE_SECTORS: Final = frozenset(["GOV", "MIL", "COP", "SPY", "LEG", "JUD"])
"""Kinds of actors that act for the state whose name stands beside them ("Israeli troops", "tentara Israel")."""


NEAR: Final = 12
"""Mentions of bodies back to which a bare word for one is traced."""

BETWEEN: Final = "antar"
"""What is glued to a noun for those between whom something happens ("bentrokan antarmilisi")."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A word for a kind of actor: its tokens and its PLOVER sector."""

    first: int
    last: int
    sector: str


@cache
def _by_first(code: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, sector in sectors(code).items():
        found.setdefault(words[0], []).append((words, sector))
    return {first: tuple(sorted(those, key=lambda one: -len(one[0]))) for first, those in found.items()}


@dataclass(slots=True)
class Scene:
    """`inside` gives for each token the mention that covers it, the longest where two do; `timed` are the tokens of times.

    `made` are the entities of this text that stand for somebody whom nobody names ("the rebels"), by their words; a mention
    of each use is in `said`. They are records only where an event needs them. `words` are the closed words of `frames_grammar.yaml`,
    `openers` those with which a word for a kind of actor begins.
    """

    laid: LaidOut
    article: str
    entities: Sequence[Entity]
    mentions: Sequence[Mention]
    statements: Sequence[Statement]
    kinds: dict[str, EntityKind] = field(init=False)
    inside: dict[int, Mention] = field(init=False)
    timed: set[int] = field(init=False)
    cues: dict[int, int] = field(init=False)
    called: dict[str, str] = field(init=False)
    words: Mapping[str, frozenset[str]] = field(init=False)
    openers: Collection[str] = field(init=False)
    made: dict[str, Entity] = field(default_factory=dict)
    said: list[Mention] = field(default_factory=list)

    def __post_init__(self) -> None:
        tokens = self.laid.tokens
        self.words = event_words(self.laid.lang.code)
        self.openers = _by_first(self.laid.lang.code).keys()
        self.kinds = {entity.id: entity.kind for entity in self.entities}
        self.called = {form.lower(): one.id for one in self.entities for form in (one.name, *one.aliases) if one.kind != "place"}
        self.inside, self.timed = {}, set()
        for mention in sorted(self.mentions, key=lambda m: m.end - m.start):
            first, last = tokens.at(mention.start), tokens.at(mention.end) - 1
            if mention.kind == "time":
                self.timed.update(range(first, last + 1))
            elif mention.kind in NAMES and mention.entity is not None:
                self.inside.update(dict.fromkeys(range(first, last + 1), mention))
        self.cues = {}
        for number, statement in enumerate(self.statements):
            if statement.cue is not None:
                for i in range(tokens.at(statement.cue.start), tokens.at(statement.cue.end)):
                    self.cues.setdefault(i, number)

    def kind_at(self, i: int) -> Kind | None:
        """The longest word for a kind of actor that begins at a token."""
        lower = self.laid.tokens.lower
        if lower[i].startswith(BETWEEN) and self.laid.lang.code == "id":
            return next(
                (Kind(i, i, sector) for words, sector in _by_first("id").get(lower[i].removeprefix(BETWEEN), ()) if len(words) == 1), None
            )
        for words, sector in _by_first(self.laid.lang.code).get(lower[i], ()):
            if len(words) == 1 or tuple(lower[i : i + len(words)]) == words:
                return Kind(i, i + len(words) - 1, sector)
        return None

    def meant(self, mention: Mention) -> str:
        """Whom a mention means: the state where a town stands for it."""
        return mention.stands_for or mention.entity or ""

    def unnamed(self, first: int, last: int) -> str:
        """The id of the entity for a phrase without a name, as the text has it already or made here."""
        start, end = self.laid.span(first, last)
        if first == last and self.laid.tokens.lower[first].startswith(BETWEEN) and self.laid.lang.code == "id":
            start += len(BETWEEN)
        text = " ".join(self.laid.text[start:end].split())
        known = self.called.get(text.lower()) or (self._organ(first, start) if first == last else None)
        if known is not None:
            return known
        if text.lower() not in self.made:
            key = content_id("entity", self.article, "group", text, "unnamed")
            self.made[text.lower()] = Entity(id=key, kind="group", name=text)
        entity = self.made[text.lower()].id
        if not any(mention.start == start for mention in self.said):
            key = content_id("mention", start, end, "role")
            self.said.append(Mention(start=start, end=end, text=self.laid.text[start:end], id=key, kind="role", entity=entity))
        return entity

    def _organ(self, i: int, start: int) -> str | None:
        """The state's body that a bare word for one means, the one named last before: "pasukan" for "Militer Israel"."""
        kind = self.kind_at(i)
        if kind is None or kind.sector not in ("MIL", "COP"):
            return None
        before = [
            m for m in self.mentions if m.end <= start and m.entity is not None and self.kinds.get(m.entity) in ("organization", "group")
        ]
        for mention in reversed(before[-NEAR:]):
            first, last = self.laid.tokens.at(mention.start), self.laid.tokens.at(mention.end) - 1
            head = self.kind_at(first if self.laid.lang.code == "id" else last) if last > first else None
            if head is not None and head.sector == kind.sector:
                return mention.entity
        return None
