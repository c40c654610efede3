"""Applies people's judgements to a reading: speakers, contents and stances mended, wrong statements out, missed ones in. Pure."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from saksi.joining.carrying import Field, entity_named, nearest, placed, statement_among, statements_in, string_of
from saksi.records import (
    Entity,
    Judgement,
    MissedStatement,
    NoStatement,
    OtherContents,
    OtherSpeaker,
    OtherStance,
    Party,
    Reading,
    Span,
    Statement,
)
from saksi.records.ids import content_id, statement_id

BY_A_MEMBER = "member"
"""The rule of a statement that a person added."""

_MENDS = (OtherSpeaker, NoStatement, MissedStatement, OtherContents, OtherStance)


class Mended(msgspec.Struct, frozen=True, kw_only=True):
    """A reading after the judgements. `orphaned` are the ids of those whose words or statement are there no more.

    `renamed` maps ids of statements as they were read to those that they have now (a content mended is another id), ""
    for one that was taken out.
    """

    reading: Reading
    applied: tuple[str, ...] = ()
    orphaned: tuple[str, ...] = ()
    renamed: dict[str, str] = {}


def mends(judgement: Judgement) -> bool:
    """Whether a judgement is about one statement, and no join or withdrawal."""
    return isinstance(judgement.says, _MENDS)


def mended(reading: Reading, judgements: Iterable[Judgement]) -> Mended:
    """The reading after those judgements that are about its statements, applied from the oldest to the newest.

    Each finds its statement by words, as it stands after the earlier ones or as it was read. Judgements on joins, or
    whose subject is another article, are passed over by the caller.
    """
    bench = _Bench(reading)
    applied: list[str] = []
    orphaned: list[str] = []
    for one in sorted(filter(mends, judgements), key=lambda one: (one.at, one.judgement)):
        (applied if bench.apply(one) else orphaned).append(one.judgement)
    if not applied:
        return Mended(reading=reading, orphaned=tuple(orphaned))
    return Mended(reading=bench.result(), applied=tuple(applied), orphaned=tuple(orphaned), renamed=bench.renamed())


class _Bench:
    """One reading while it is mended: each statement as it was read beside what became of it."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.entities = list(reading.entities)
        self.now: list[tuple[Field, Statement | None, Statement | None]] = [(field, one, one) for field, one in statements_in(reading)]

    def apply(self, judgement: Judgement) -> bool:
        says = judgement.says
        if isinstance(says, MissedStatement):
            return self._add(says, judgement.by)
        if not isinstance(says, OtherSpeaker | NoStatement | OtherContents | OtherStance):
            return False
        place = self._place(says)
        if place is None:
            return False
        field, read, present = self.now[place]
        if isinstance(says, NoStatement):
            self.now[place] = (field, read, None)
            return True
        if present is None:
            return True  # somebody took it out: there is nothing to mend any more
        changed = self._changed(present, field, says)
        if changed is None:
            return False
        self.now[place] = (field, read, msgspec.structs.replace(changed, by=judgement.by))
        return True

    def _place(self, says: OtherSpeaker | NoStatement | OtherContents | OtherStance) -> int | None:
        for version in (2, 1):  # as it is now, then as it was read
            among = {place: (each[0], each[version]) for place, each in enumerate(self.now) if each[version] is not None}
            meant = statement_among(says.statement, self.reading.article, list(among.values()))  # type: ignore[arg-type]
            if meant is not None:
                return next(place for place, (_, one) in among.items() if one is meant)
        return None

    def _changed(self, present: Statement, field: Field, says: OtherSpeaker | OtherContents | OtherStance) -> Statement | None:
        if isinstance(says, OtherStance):
            wanted = {name: getattr(says, name) for name in ("act", "polarity", "certainty")}
            return msgspec.structs.replace(present, **{name: value for name, value in wanted.items() if value is not None})
        if isinstance(says, OtherContents):
            quotes = placed(says.quotes, string_of(self.reading.article, field))
            if len(quotes) != len(says.quotes):
                return None
            return msgspec.structs.replace(present, id=self._id(present.cue, quotes, field), contents=quotes)
        whole = string_of(self.reading.article, field)
        party = self._party(says.name, whole, present, field)
        if party is None:
            return None
        return msgspec.structs.replace(present, speakers=(party,), speaker_kind=self._kind(party), roles=(), affiliations=())

    def _party(self, name: str, whole: str, present: Statement | None, field: Field) -> Party | None:
        """The speaker by a name as the article has it. A pronoun at the cue stays what stands there, and means somebody else."""
        near = present.cue if present is not None and present.cue is not None else present.contents[0] if present is not None else None
        span = nearest(name, whole, near.start if near is not None else 0)
        entity = self._entity(name, spelt=span is not None)
        if entity is None:
            return None
        spoken = present.speakers[0] if present is not None and len(present.speakers) == 1 else None
        if spoken is not None and not self._names(spoken.text) and (span is None or near is None or _far(whole, near, span)):
            return Party(start=spoken.start, end=spoken.end, text=spoken.text, entity=entity.id)
        if span is None:
            return None
        return Party(start=span.start, end=span.end, text=span.text, entity=entity.id)

    def _entity(self, name: str, *, spelt: bool) -> Entity | None:
        """Whom the article calls so; somebody new where it has the words and nobody goes by them."""
        found = entity_named(name, self.entities)
        if found is None and spelt:
            found = Entity(id=content_id("entity", self.reading.article.id, name), kind="person", name=name)
            self.entities.append(found)
        return found

    def _names(self, words: str) -> bool:
        return entity_named(words, self.reading.entities) is not None

    def _kind(self, party: Party) -> str:
        name = next(one.name for one in self.entities if one.id == party.entity)
        return "named" if name[:1].isupper() else "unnamed"

    def _add(self, says: MissedStatement, by: str) -> bool:
        field = says.statement.field
        whole = string_of(self.reading.article, field)
        quotes = placed(says.statement.quotes, whole)
        if not quotes or len(quotes) != len(says.statement.quotes):
            return False
        cues = placed([says.statement.cue] if says.statement.cue is not None else [], whole)
        cue = cues[0] if cues else None
        name = self._id(cue, quotes, field)
        if any(one is not None and one.contents == quotes for where, _, one in self.now if where == field):
            return True  # it is found by now
        speakers: tuple[Party, ...] = ()
        if says.name is not None:
            beside = Statement(id="", kind="indirect", speaker_kind="agentless", cue=cue, contents=quotes, rule="", by="")
            party = self._party(says.name, whole, beside, field)
            if party is None:
                return False
            speakers = (party,)
        made = Statement(
            id=name,
            kind="indirect",
            speakers=speakers,
            speaker_kind=self._kind(speakers[0]) if speakers else "agentless",  # type: ignore[arg-type]
            cue=cue,
            contents=quotes,
            act=says.act,
            polarity=says.polarity,
            certainty=says.certainty,
            rule=BY_A_MEMBER,
            by=by,
        )
        self.now.append((field, None, made))
        return True

    def _id(self, cue: Span | None, quotes: tuple[Span, ...], field: Field) -> str:
        spans = [(quote.start, quote.end) for quote in quotes]
        return statement_id(self.reading.article.id, (cue.start, cue.end) if cue is not None else None, spans, field)

    def renamed(self) -> dict[str, str]:
        pairs = {read.id: present.id if present is not None else "" for _, read, present in self.now if read is not None}
        return {old: new for old, new in pairs.items() if old != new}

    def result(self) -> Reading:
        ids = self.renamed()
        kept: dict[str, list[Statement]] = {"title": [], "dek": [], "text": []}
        for field, _, present in self.now:
            if present is not None:
                kept[field].append(_answering(present, ids))
        for statements in kept.values():
            statements.sort(key=lambda one: min(span.start for span in (*one.contents, *((one.cue,) if one.cue is not None else ()))))
        events = tuple(
            msgspec.structs.replace(event, statement=ids[event.statement] or None) if event.statement in ids else event
            for event in self.reading.events
        )
        return msgspec.structs.replace(
            self.reading,
            title_statements=tuple(kept["title"]),
            dek_statements=tuple(kept["dek"]),
            statements=tuple(kept["text"]),
            entities=tuple(self.entities),
            events=events,
        )


def _answering(one: Statement, ids: dict[str, str]) -> Statement:
    """A statement whose answer points to what the answered one is called now; to nothing where that was taken out."""
    if one.answers is None or one.answers.statement not in ids:
        return one
    now = ids[one.answers.statement]
    return msgspec.structs.replace(one, answers=msgspec.structs.replace(one.answers, statement=now) if now else None)


def _far(whole: str, a: Span, b: Span) -> bool:
    """Whether two places stand in two paragraphs."""
    first, second = sorted((a, b), key=lambda span: span.start)
    return "\n\n" in whole[first.end : second.start]
