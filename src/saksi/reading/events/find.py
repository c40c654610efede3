"""Finds the events of a text, sentence by sentence, and ties each to the statement that carries it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from saksi.reading.events.governed import Governor, compound, governor_of, is_background, no_event
from saksi.reading.events.parts import Part, Row, row_of
from saksi.reading.events.pronouns import Heads
from saksi.reading.events.scene import Scene
from saksi.reading.events.sides import light_verb, sides
from saksi.reading.events.status import by_words, carried
from saksi.reading.events.subjects import Sides
from saksi.reading.events.triggers import Trigger, find_triggers
from saksi.reading.laid_out import LaidOut
from saksi.reading.relations.find import find_relations, sides_of
from saksi.records import Entity, Event, Mention, Relation, Span, Statement
from saksi.records.event import EventStatus
from saksi.records.ids import content_id
from saksi.words.frames import plover


@dataclass(frozen=True, slots=True)
class Found:
    """The events and relations of a text, and the entities with their mentions for those who act in them without a name ("the rebels")."""

    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()


@dataclass(slots=True)
class _Told:
    """One event as it is found: `row` and `part` are where its trigger stands."""

    row: Row
    part: Part
    actors: Sides
    recipients: Sides
    status: EventStatus
    category: str
    mode: str | None
    statement: Statement | None
    speaks: bool = False
    lent: bool = False


def find_events(
    laid: LaidOut,
    article: str,
    entities: Sequence[Entity],
    mentions: Sequence[Mention],
    statements: Sequence[Statement],
) -> Found:
    """The events that the text tells, in its order.

    A verb or noun tells an event where somebody does it or it befalls somebody: "Rebels attacked the town", "Israeli air strikes
    on Gaza". What only points back at one ("the attack", "serangan itu") tells none, nor does what somebody only asks for,
    threatens with, agrees to or refuses: that is part of the asking ("urged Iran to withdraw" is one REQUEST).
    """
    scene = Scene(laid, article, entities, mentions, statements)
    finder = _Finder(scene)
    for sentence in laid.sentences:
        finder.take(sentence.first, sentence.last)
    events = tuple(event for event in finder.events if event.id not in finder.doubtful or finder.violent)
    relations = find_relations(scene)
    used = {one for event in events for one in (*event.actors, *event.recipients)} | set(sides_of(relations))
    made = tuple(one for one in scene.made.values() if one.id in used)
    return Found(events, relations, made, tuple(one for one in scene.said if one.entity in used))


class _Finder:
    """Goes through the sentences in order, since what was told before decides what a later word points back at.

    `doubtful` are events of people hurt by nobody, which floods and fires do as well; they stand only in a text that tells of
    violence otherwise (`violent`).
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.events: list[Event] = []
        self.doubtful: set[str] = set()
        self.violent = False
        self.heads = Heads(scene)
        self.denied = frozenset(one.answers.statement for one in scene.statements if one.answers is not None and _denies(one))
        self.times = [(scene.laid.tokens.at(m.start), m.id) for m in scene.mentions if m.kind == "time"]
        self.contents = sorted((c.start, c.end, k) for k, one in enumerate(scene.statements) for c in one.contents)

    def take(self, first: int, last: int) -> None:
        """Find the events between two tokens, the bounds of a sentence."""
        triggers = list(find_triggers(self.scene, first, last))
        if not triggers:
            self.heads.pass_over(first, last)
            return
        row = row_of(self.scene, first, last, triggers)
        heads = [
            part.trigger for n, part in enumerate(row.parts) if part.trigger is not None and not (part.sort == "noun" and compound(row, n))
        ]
        if len(heads) < len(triggers):
            row = row_of(self.scene, first, last, heads)
        self.violent = self.violent or any(_violent(part) for part in row.parts)
        found: list[_Told] = []
        for n, part in enumerate(row.parts):
            if part.trigger is not None and (one := self._told(row, n, found)) is not None:
                found.append(one)
        for one in _each_once(row, found):
            if self._sided(one):
                self._keep(one)
        self.heads.remember(row)

    def _sided(self, told: _Told) -> bool:
        """Whether enough is known of who did it and to whom: force and its end may stand without a doer, talks need two sides."""
        actors, recipients = told.actors.who, told.recipients.who
        if told.category == "CONSULT" and told.part.trigger is not None and told.part.trigger.form.frame.both:
            press = any(part.sector == "JRN" for part in (*told.actors.parts, *told.recipients.parts))
            chat = told.part.sort == "verb" and any(part.pronoun for part in told.recipients.parts)
            return len({*actors, *recipients}) >= TWO and not press and not chat
        if told.category == "CONSULT" and len({*actors, *recipients}) < TWO:
            return False
        if told.category == "AGREE" and told.part.sort == "verb" and not recipients and not told.lent and self._promises(told):
            return False
        return bool(actors) or (bool(recipients) and told.category in _WITHOUT_DOER)

    def _promises(self, told: _Told) -> bool:
        """Whether something is promised to nobody in particular ("promised to do better")."""
        return any(stem in self.scene.laid.tokens.lower[told.part.first] for stem in self.scene.words["promises"])

    def _told(self, row: Row, n: int, before: Sequence[_Told]) -> _Told | None:
        """The event of one trigger, None where it tells none."""
        part = row.parts[n]
        trigger = part.trigger
        assert trigger is not None  # noqa: S101 - only triggers are asked for
        frame = trigger.form.frame
        governor = governor_of(row, n)
        if governor is not None and governor.absorbs:
            _lend_mode(before, governor, frame.category)
            return None
        statement = self._carrier(*self.scene.laid.span(trigger.first, trigger.last))
        if no_event(row, n, governor):
            return None
        actors, recipients = sides(row, n)
        if frame.category not in _BY_PLACE:
            recipients.who = [] if all(part.place for part in recipients.parts) else recipients.who
        self._resolve(actors, statement)
        self._resolve(recipients, statement)
        speaks = self._speakers(trigger, actors)
        if speaks and self._asks(trigger, frame.category):
            return None
        if self._points_back(row, n, actors, recipients):
            return None
        if actors.event is not None and self._outcome(row, actors.event, before, frame.category, recipients):
            return None
        if self._follows(actors, before, frame.category, recipients):
            return None
        if frame.weak and not self._political(trigger, actors, recipients):
            return None
        fitting = (form.frame for form in (trigger.form, *trigger.others) if self._of_sector(actors, form.frame.sectors))
        chosen = next(fitting, None)
        if chosen is None:
            return None
        frame = chosen
        status = self._status(row, n, governor, statement)
        category, mode = frame.category, frame.mode
        if category == "PROTEST" and speaks:
            category, mode = "ACCUSE", "disapprove"
        plain = statement is None or statement.polarity != "denied"
        if plain and status == "denied" and frame.negated != "keep" and by_words(row, n, light_verb(row, n)) == "denied":
            if frame.negated == "drop":
                return None
            category, status, mode = frame.negated, carried(statement, self.denied), None
        return _Told(row, part, actors, recipients, status, category, mode, statement, speaks)

    def _resolve(self, found: Sides, statement: Statement | None) -> None:
        """Give each pronoun whom it means: "we" in what somebody says are those who say it."""
        first = self.scene.laid.lang.pronouns["first"]
        for part in found.parts:
            if part.pronoun in first and statement is not None:
                found.who += [one.entity for one in statement.speakers if one.entity is not None and one.entity not in found.who]
            elif part.pronoun and (speaker := self._self(part, statement)) is not None:
                found.who += [speaker] if speaker not in found.who else []
            elif part.pronoun:
                found.who += [one for one in self.heads.meant(part) if one not in found.who]

    def _self(self, part: Part, statement: Statement | None) -> str | None:
        """Who says it, where the pronoun in what is said fits ("Iran said it had fired")."""
        if statement is None or statement.kind == "direct" or len(statement.speakers) != 1:
            return None
        speaker = statement.speakers[0].entity
        sets, kind = self.scene.laid.lang.pronouns, self.scene.kinds.get(speaker or "", "group")
        alone = part.pronoun in sets["singular"]
        return speaker if speaker is not None and alone == (kind == "person") and part.pronoun not in sets["pointing"] else None

    def _speakers(self, trigger: Trigger, actors: Sides) -> bool:
        """Where the trigger is the cue of a statement its speakers did it; whether it is one."""
        number = next((self.scene.cues[i] for i in range(trigger.first, trigger.last + 1) if i in self.scene.cues), None)
        if number is None or trigger.form.frame.category not in _SPOKEN:
            return False
        speakers = self.scene.statements[number].speakers
        known = [party.entity for party in speakers if party.entity is not None]
        if known:
            actors.who, actors.event = list(dict.fromkeys(known)), None
        return bool(speakers)

    def _asks(self, trigger: Trigger, category: str) -> bool:
        """Whether a verb of asking only puts a question ("asked the judge who guards the paper")."""
        number = next(self.scene.cues[i] for i in range(trigger.first, trigger.last + 1) if i in self.scene.cues)
        return category == "REQUEST" and self.scene.statements[number].act == "ask"

    def _points_back(self, row: Row, n: int, actors: Sides, recipients: Sides) -> bool:
        """Whether a noun only points at an event told before: "the attack", "serangan itu", "their raid"."""
        part = row.parts[n]
        if part.sort != "noun":
            return False
        lower, sets = self.scene.laid.tokens.lower, self.scene.laid.lang.singles
        after = lower[part.last + 1] if part.last + 1 < len(lower) else ""
        if self.scene.laid.lang.code == "id":
            pointed = after in sets["definite"] or lower[part.last].endswith("nya")
            return pointed or (n + 1 < len(row.parts) and row.parts[n + 1].modifies and row.parts[n + 1].definite)
        k = part.first - 1
        while (
            k >= row.parts[0].first and lower[k] not in sets["definite"] and self.scene.laid.tokens.word(k) and part.first - k < _TO_ARTICLE
        ):
            if k in self.scene.inside or lower[k] in sets["prepositions"]:
                return False
            k -= 1
        if k < 0 or lower[k] not in sets["definite"]:
            return False
        return not (actors.who and recipients.who) if lower[k] == "the" else True

    def _follows(self, actors: Sides, before: Sequence[_Told], category: str, recipients: Sides) -> bool:
        """Whether a verb goes on with what the verb before it began: "bombed the town, killing ten"."""
        for one in before:
            if one.part is actors.shared and one.category == category:
                one.recipients.who += [who for who in recipients.who if who not in one.recipients.who]
                return True
        return False

    def _outcome(self, row: Row, event: Part, before: Sequence[_Told], category: str, recipients: Sides) -> bool:
        """Whether a verb only tells what came of the event that is its subject: "the strike killed 30"; who suffers is then the event's."""
        first = event.trigger
        if first is None or first.form.frame.category != category:
            return False
        for one in before:
            if one.part is event and not one.recipients.who:
                one.recipients = recipients
        if not any(one.part is event for one in before):
            return bool(self._points_back(row, row.at(first), Sides(), Sides()))
        return True

    def _political(self, trigger: Trigger, actors: Sides, recipients: Sides) -> bool:
        """Whether an everyday word has somebody beside it who makes it an event: not only a place or a person among people."""
        return any(self.scene.kinds.get(one, "group") != "place" for one in (*actors.who, *recipients.who))

    def _of_sector(self, actors: Sides, wanted: frozenset[str]) -> bool:
        if not wanted:
            return True
        named = [self.scene.kinds.get(one) for one in actors.who]
        if any(part.sector in wanted for part in actors.parts):
            return True
        return any(kind in ("state", "organization", "group") for kind in named) and not any(part.sector for part in actors.parts)

    def _status(self, row: Row, n: int, governor: Governor | None, statement: Statement | None) -> EventStatus:
        told = by_words(row, n, light_verb(row, n))
        if told != "asserted":
            return told
        if statement is not None:
            return "asserted" if is_background(row, n) else carried(statement, self.denied)
        return governor.embeds if governor is not None and governor.embeds is not None else "asserted"

    def _carrier(self, start: int, end: int) -> Statement | None:
        """The innermost statement whose content holds the trigger."""
        k = bisect_right(self.contents, (start, len(self.scene.laid.text), 0))
        holding = [(b - a, number) for a, b, number in self.contents[:k] if a <= start and end <= b]
        return self.scene.statements[min(holding)[1]] if holding else None

    def _keep(self, told: _Told) -> None:
        laid, trigger = self.scene.laid, told.part.trigger
        assert trigger is not None  # noqa: S101 - only triggers are told
        start, end = laid.span(trigger.first, trigger.last)
        actors = tuple(told.actors.who)
        recipients = tuple(one for one in dict.fromkeys(told.recipients.who) if one not in actors)
        key = content_id("event", self.scene.article, start, end, told.category)
        if told.category == "ASSAULT" and not actors and told.mode is None and not trigger.noun:
            self.doubtful.add(key)
        elif told.category == "ASSAULT":
            self.violent = True
        self.events.append(
            Event(
                id=key,
                trigger=Span.cut(laid.text, start, end),
                category=told.category,
                mode=told.mode,
                actors=actors,
                recipients=recipients,
                places=tuple(self._places(told, {*actors, *recipients})),
                time=self._time(told),
                status=told.status,
                statement=told.statement.id if told.statement is not None else None,
            )
        )

    def _places(self, told: _Told, sides_of: set[str]) -> Iterator[str]:
        """Places behind "in", "at", "di", "ke" in the same clause."""
        row, lower = told.row, self.scene.laid.tokens.lower
        leads = self.scene.words["places"]
        here = row.parts.index(told.part)
        for n in range(_clause_left(row, here), _clause_right(row, here) + 1):
            part = row.parts[n]
            if part.sort != "phrase" or n == 0 or row.parts[n - 1].sort != "preposition" or lower[row.parts[n - 1].first] not in leads:
                continue
            mentions = dict.fromkeys(
                m.id for i in range(part.first, part.last + 1) if (m := self.scene.inside.get(i)) is not None and _where(m)
            )
            yield from mentions

    def _time(self, told: _Told) -> str | None:
        """The time that stands nearest to the trigger in its clause."""
        row = told.row
        here = row.parts.index(told.part)
        left, right = row.parts[_clause_left(row, here)].first, row.parts[_clause_right(row, here)].last
        near = [(abs(at - told.part.first), key) for at, key in self.times if left <= at <= right]
        return min(near)[1] if near else None


_SPOKEN: Final = frozenset({"PROTEST"}).union(name for name, known in plover().items() if known["quad"].startswith("verbal"))
TWO: Final = 2
"""Sides of a talk or meeting."""

_ARMED: Final = frozenset(["MIL", "REB", "PRM", "UAF"])
"""Kinds of actors whose being there makes a killing one of force."""

_BY_PLACE: Final = frozenset(["ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "SANCTION", "CONSULT", "AID"])
"""Categories in which a place may be whom it befalls."""

_WITHOUT_DOER: Final = frozenset(["ASSAULT", "COERCE", "SANCTION", "PROTEST", "MOBILIZE", "RETREAT"])

_TO_ARTICLE: Final = 5
"""Tokens from the noun of an event back to its article."""


def _violent(part: Part) -> bool:
    """Whether a part is somebody armed, or a noun for force ("attack", "serangan")."""
    frame = part.trigger.form.frame if part.trigger is not None and part.trigger.noun else None
    return part.sector in _ARMED or (frame is not None and frame.category == "ASSAULT" and not frame.weak)


def _where(mention: Mention) -> bool:
    return mention.kind in ("place", "state") and mention.stands_for is None


def _denies(statement: Statement) -> bool:
    return statement.act == "deny" or statement.polarity == "denied"


def _clause_left(row: Row, n: int) -> int:
    while n > 0 and row.parts[n - 1].sort != "end":
        n -= 1
    return n


def _clause_right(row: Row, n: int) -> int:
    while n + 1 < len(row.parts) and row.parts[n + 1].sort != "end":
        n += 1
    return n


def _lend_mode(before: Sequence[_Told], governor: Governor, category: str) -> None:
    """What is asked for or refused gives the asking its mode: to send aid is REQUEST assist."""
    for one in before:
        if one.part is governor.part:
            one.lent = plover()[category]["quad"].endswith("cooperation")
        if one.part is governor.part and one.mode is None:
            one.mode = plover()[one.category].get("by_content", {}).get(category)


def _each_once(row: Row, found: Sequence[_Told]) -> Iterator[_Told]:
    """Without the second of a verb and the noun in its object that tell one event ("imposed | sanctions", "launched | an air strike").

    The verb counts, unless its noun has several words and says something else.
    """
    gone: set[int] = set()
    for k, one in enumerate(found):
        light = light_verb(row, row.parts.index(one.part))
        for m, verb in enumerate(found):
            if light < 0 or verb.part is not row.parts[light] or verb.part.trigger is None or one.part.trigger is None:
                continue
            if verb.category == one.category or len(one.part.trigger.form.words) == 1:
                verb.recipients = verb.recipients if verb.recipients.who else one.recipients
                gone.add(k)
            else:
                gone.add(m)
    yield from (one for k, one in enumerate(found) if k not in gone)
