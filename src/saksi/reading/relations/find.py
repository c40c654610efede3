"""Finds the relations of a text by the words that name them and the shapes in which these stand."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from saksi.reading.events.scene import Scene
from saksi.reading.marks import GENITIVES
from saksi.reading.relations.ground import Ground, Named
from saksi.reading.relations.shapes import Fit, fits
from saksi.records import Mention, Relation, Span, Statement, TimeValue
from saksi.records.ids import content_id
from saksi.records.relation import RelationKind
from saksi.words.relations import Group, Shape, relation_words
from saksi.words.world import world

BEFORE: Final = 3
"""Words before an office among which one says that it is over ("the former army | chief")."""
APPOSITION, TITLE = "held-apposition", "held-title"

DATED: Final = 2
"""Tokens between the end of a relation and the time that belongs to it ("komandan LNA | (sejak 2015)")."""


def find_relations(scene: Scene) -> tuple[Relation, ...]:
    """The relations that the text gives, in its order, each once for its words.

    "Khalifa Haftar, the commander of the LNA" is one; "Haftar, who met a commander of the LNA" is none: a relation stands only where
    a shape of `relations.yaml` ties both sides to the word.
    """
    finder = _Finder(scene)
    lower = scene.laid.tokens.lower
    forms, endings = finder.words.forms, tuple(f"-{ending}" for ending in finder.words.compounds)
    for i in [i for i, word in enumerate(lower) if word in forms or ("-" in word and word.endswith(endings))]:
        sentence = scene.laid.sentences[scene.laid.sentence_of(i)]
        (finder.take if lower[i] in forms else finder.take_compound)(i, (sentence.first, sentence.last))
    finder.take_lying()
    return tuple(sorted(finder.found.values(), key=lambda one: (one.trigger.start, one.subject)))


class _Finder:
    """What was found so far, by its id.

    `holder` gives for the end of an apposition whom it is about, for the next one ("Haftar, komandan LNA, | sekutu Rusia").
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.words = relation_words(scene.laid.lang.code)
        self._ground: Ground | None = None
        self.found: dict[str, Relation] = {}
        self.taken = -1
        self.holder: dict[int, Named | None] = {}

    @property
    def ground(self) -> Ground:
        """Laid out only for a text that has a word for a relation."""
        if self._ground is None:
            self._ground = Ground(self.scene, self.words)
        return self._ground

    def take(self, i: int, bounds: tuple[int, int]) -> None:
        """The relation of the word that begins at a token, if it has one."""
        lower = self.scene.laid.tokens.lower
        if i in self.ground.inside or i <= self.taken:
            return
        for form, groups in self.words.forms[lower[i]]:
            last = i + len(form) - 1
            if last <= bounds[1] and tuple(lower[i : last + 1]) == form and any(self._try(group, (i, last), bounds) for group in groups):
                self.taken = last
                return

    def _try(self, group: Group, word: tuple[int, int], bounds: tuple[int, int]) -> bool:
        for shape in group.shapes:
            fit = fits(self.ground, shape, bounds, word)
            if fit is not None and shape.name == APPOSITION and (holder := self.holder.get(fit["A"].last)) is not None:
                fit["A"] = holder
            if fit is not None and group.kind == "located-in":
                fit = {side: _itself(name) for side, name in fit.items()}
            if fit is not None and ((shape.name == APPOSITION and self._led_in(fit["A"])) or self._stands_apart(shape, fit["B"])):
                continue
            if fit is not None and fit["A"].kind in group.a and fit["B"].kind in group.b and self._whole(group, fit, word):
                self.holder[fit["B"].last] = fit["A"] if shape.name == APPOSITION else None
                self._keep(group.kind, fit, word, shape)
                return True
        return False

    def _stands_apart(self, shape: Shape, name: Named) -> bool:
        """Whether a state before an office is only where something happens ("In Turkey | Minister Ellwood met …")."""
        laid = self.scene.laid
        before = laid.tokens.lower[name.first - 1] if name.first else ""
        own = laid.tokens.words[name.last + 1] in GENITIVES if name.last + 1 < len(laid.tokens) else False
        return shape.name == TITLE and laid.lang.code == "en" and before in self.scene.words["placed"] and not own

    def _led_in(self, name: Named) -> bool:
        """Whether a comma behind a name ends what opens the sentence ("Menurut Ilham, anggota KPU …")."""
        laid, before = self.scene.laid, name.first - 1
        opens = before >= 0 and laid.sentences[laid.sentence_of(name.first)].first == before
        return opens and laid.tokens.lower[before] in laid.lang.singles["prepositions"]

    def _whole(self, group: Group, fit: Fit, word: tuple[int, int]) -> bool:
        """Not where the state only closes the name of a body that is not known ("komandan Tentara Nasional | Libya")."""
        state = fit["B"]
        if self.scene.laid.lang.code != "id" or state.kind != "state" or "state" not in group.b or group.kind == "office-held":
            return True
        return not (state.first - 1 > word[1] and self.ground.capital(state.first - 1))

    def take_compound(self, i: int, bounds: tuple[int, int]) -> None:
        """ "Turkish-backed fighters", "the Saudi-led coalition": the state before the hyphen and whoever stands behind."""
        lower, words = self.scene.laid.tokens.lower, self.scene.laid.tokens.words
        stem, _, _ending = words[i].rpartition("-")
        state = world().states.get(stem)
        known = {one.iso3: one.id for one in self.scene.entities if one.iso3 is not None}
        backer = known.get(state.iso3) if state is not None else self.scene.called.get(stem.lower())
        k = i + 1
        while k <= bounds[1] and k - i < BEFORE and self.ground.name_from(k, 1) is None and self.ground.plain(k):
            k += 1
        body = self.ground.name_from(k, 1) if k <= bounds[1] else None
        if backer is None or body is None or body.kind in ("state", "place"):
            return
        kind, mine = self.words.compounds[lower[i].rpartition("-")[2]], Named(i, i, "state", backer)
        fit = {"A": body, "B": mine} if kind == "located-in" else {"A": mine, "B": body}
        self._keep(kind, fit, (i, i), None)

    def take_lying(self) -> None:
        """ "Sirte, Libya", "Sirte in Libya": a place with its land behind it, where the gazetteer has it there too."""
        if not any(m.kind == "place" for m in self.scene.mentions):
            return
        placed = [m for m in self.scene.mentions if m.kind in ("place", "state") and m.entity is not None]
        iso3 = {one.id: one.iso3 for one in self.scene.entities}
        for place, land in itertools.pairwise(placed):
            between = self.scene.laid.text[place.end : land.start].strip()
            country = getattr(place.value, "country", None)
            if between in (",", "in", "di") and country is not None and iso3.get(land.entity or "") == country:
                if self.scene.kinds.get(place.entity or "") != "place":
                    continue
                first, last = self._tokens(place)
                below = Named(first, last, "place", place.entity or "")
                above = Named(*self._tokens(land), "state", land.entity or "")
                if not any(one.kind == "located-in" and one.subject == below.entity for one in self.found.values()):
                    self._keep("located-in", {"A": below, "B": above}, (first, above.last), None)

    def _tokens(self, mention: Mention) -> tuple[int, int]:
        tokens = self.scene.laid.tokens
        return tokens.at(mention.start), tokens.at(mention.end) - 1

    def _keep(self, kind: RelationKind, fit: Fit, word: tuple[int, int], shape: Shape | None) -> None:
        laid, (a, b) = self.scene.laid, (fit["A"], fit["B"])
        subject, object_ = self.ground.entity(a), self.ground.entity(b)
        if subject == object_ or not subject or not object_:
            return
        first, last = min(a.first, b.first, word[0]), max(a.last, b.last, word[1])
        title = self._title(word) if kind in _OFFICES else word
        start, end = laid.span(*title)
        key = content_id("relation", self.scene.article, start, end, kind, subject, object_)
        from_, to = self._dates(last)
        told = self._carrier(start, end)
        self.found[key] = Relation(
            id=key,
            kind=kind,
            subject=subject,
            object=object_,
            trigger=Span.cut(laid.text, start, end),
            from_=from_,
            to=to,
            past=any(laid.tokens.lower[i] in self.words.before for i in range(max(0, word[0] - BEFORE), word[0])),
            denied=any(laid.tokens.lower[i] in laid.lang.singles["negators"] for i in range(first, last + 1)),
            statement=told.id if told is not None else None,
            rule=shape.name if shape is not None else "compound" if first == word[0] == word[1] or a.first == b.first else "lying-beside",
        )

    def _title(self, word: tuple[int, int]) -> tuple[int, int]:
        """An office with the capitals that go with it: "Foreign | Minister", "Menteri | Luar Negeri"."""
        first, last = word
        tokens, ground = self.scene.laid.tokens, self.ground
        if not tokens.capital(word[0]):
            return word
        if self.scene.laid.lang.code == "en":
            while first and ground.capital(first - 1) and tokens.lower[first - 1] not in self.scene.laid.lang.singles["articles"]:
                first -= 1
        else:
            while last + 1 < len(tokens) and ground.capital(last + 1):
                last += 1
        return first, last

    def _dates(self, last: int) -> tuple[str | None, str | None]:
        """The days of an open or closed stretch of time that stands right behind: "since 2014", "from 2010 to 2014"."""
        tokens = self.scene.laid.tokens
        for mention in self.scene.mentions:
            value = mention.value
            if mention.kind != "time" or not isinstance(value, TimeValue) or value.type not in ("DATE", "DURATION"):
                continue
            gap = tokens.at(mention.start) - last - 1
            stretch = value.from_ is not None and value.to is not None and (value.from_ == "" or value.to == "" or value.value is None)
            if 0 <= gap <= DATED and stretch and not any(tokens.lower[k] == "." for k in range(last + 1, last + 1 + gap)):
                return value.from_ or None, value.to or None
        return None, None

    def _carrier(self, start: int, end: int) -> Statement | None:
        """The innermost statement whose content holds the words."""
        holding = [
            (content.end - content.start, number)
            for number, statement in enumerate(self.scene.statements)
            for content in statement.contents
            if content.start <= start and end <= content.end
        ]
        return self.scene.statements[min(holding)[1]] if holding else None


_OFFICES: Final = frozenset(["office-held", "leads", "commands", "member-of"])


def _itself(name: Named) -> Named:
    """A town as the place that it is, though it stands for a state elsewhere."""
    return replace(name, kind="place", entity=name.town) if name.town else name


def sides_of(relations: tuple[Relation, ...]) -> Iterator[str]:
    """The entities that stand in a relation."""
    for one in relations:
        yield one.subject
        yield one.object
