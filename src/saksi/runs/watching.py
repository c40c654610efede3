"""What a reading holds that a watch asks for: a decision over records, without ledger or network."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Literal

from saksi.ledger.stance import stance_of
from saksi.limits import ALERT_QUOTES
from saksi.records import Alert, Entity, Reading, Statement, Watch
from saksi.runs.own_actors import own_actors

Field = Literal["title", "dek", "text"]


class Watcher:
    """One watch, ready to look at readings: its names with every form under which the gazetteer knows them.

    >>> Watcher(Watch(id="w", name="denials", stance="denied", speakers=("Haftar",), added="")).alerts(reading, "2026-03-03T02:00:00+00:00")
    """

    def __init__(self, watch: Watch) -> None:
        self.watch = watch
        self.actors = _Names(watch.actors)
        self.speakers = _Names(watch.speakers)
        self.about = _Names(watch.about)
        self.places = _Names(watch.places)
        self.outlets = frozenset(map(_folded, watch.outlets))
        self.words = [_pattern(word) for word in watch.words]
        self.of_who_says_what = bool(watch.speakers or watch.about or watch.stance)

    def alerts(self, reading: Reading, raised: str) -> list[Alert]:
        """What the watch asks for, in the order of the text; `raised` is the moment, ISO in UTC. Nothing where it asks for nothing.

        A watch for news asks for what the reading alone does not tell; see `saksi.runs.newswatch`.
        """
        if self.watch.news is not None or not self.admits(reading):
            return []
        if self.watch.of_statements:
            found = (list(self._of_statements(reading, raised, *field)) for field in fields_of(reading))
            return next(filter(None, found), [])  # a headline that repeats the text raises no second alert
        if not all(word.search(_everything(reading)) for word in self.words):
            return []
        return [self._of_article(reading, raised)]

    def admits(self, reading: Reading) -> bool:
        """Whether outlet, actors and places of the article are as asked."""
        return (not self.outlets or _folded(reading.article.outlet or "") in self.outlets) and self._named(reading)

    def fits(self, reading: Reading, field: Field, statement: Statement) -> bool:
        """Whether a statement of the article is as asked."""
        entities = {entity.id: entity for entity in reading.entities}
        said = " ".join(content.text for content in statement.contents)
        return (
            (self.watch.stance is None or stance_of(statement) == self.watch.stance)
            and (not self.speakers or any(self._is(party.entity, party.text, entities) for party in statement.speakers))
            and (not self.about or self._is_about(reading, statement, field, said, entities))
            and all(word.search(said) for word in self.words)
        )

    def _named(self, reading: Reading) -> bool:
        """Whether an actor and a place of the watch are named in the article."""
        actors = not self.actors or any(self.actors.mean(entity) for entity in reading.entities)
        return actors and (not self.places or any(self.places.mean(entity) for entity in reading.entities if entity.kind in _LANDS))

    def _of_statements(self, reading: Reading, raised: str, field: Field, statements: Sequence[Statement]) -> Iterator[Alert]:
        for statement in statements:
            if self.fits(reading, field, statement):
                yield self.alert_of(reading, raised, field, statement)

    def _is(self, entity: str | None, text: str, entities: dict[str, Entity]) -> bool:
        found = entities.get(entity or "")
        return self.speakers.mean(found) if found is not None else self.speakers.stand_in(text)

    def _is_about(self, reading: Reading, statement: Statement, field: str, said: str, entities: dict[str, Entity]) -> bool:
        if field != "text":
            return self.about.stand_in(said)
        within = {
            key
            for mention in reading.mentions
            for key in (mention.entity, mention.stands_for)
            if key and any(content.start <= mention.start and mention.end <= content.end for content in statement.contents)
        }
        meant = (entities[key] for key in within | set(statement.about) if key in entities)
        return any(map(self.about.mean, meant)) or self.about.stand_in(said)

    def alert_of(self, reading: Reading, raised: str, field: Field, statement: Statement) -> Alert:
        """The alert about a statement, whether it fits or not."""
        entities = {entity.id: entity for entity in reading.entities}
        whole = getattr(reading.article, field)
        first = statement.speakers[0] if statement.speakers else None
        speaker = None if first is None else entities[first.entity].name if first.entity in entities else first.text
        return self.made(
            reading,
            raised,
            statement=statement.id,
            quotes=tuple(whole[content.start : content.end] for content in statement.contents),
            field=field,
            start=min(content.start for content in statement.contents),
            speaker=speaker,
            stance=stance_of(statement),
        )

    def _of_article(self, reading: Reading, raised: str) -> Alert:
        """The article, with the sentences round the first places that the watch asks for."""
        text = reading.article.text
        found = sorted({*self._places_of_names(reading), *(hit.start() for word in self.words if (hit := word.search(text)))})
        quotes = list(dict.fromkeys(line_round(text, at) for at in found))[:ALERT_QUOTES] or [line_round(text, 0)]
        return self.made(reading, raised, statement="", quotes=tuple(quotes), start=found[0] if found else 0)

    def _places_of_names(self, reading: Reading) -> Iterator[int]:
        meant = {entity.id for entity in reading.entities if self.actors.mean(entity) or self.places.mean(entity)}
        yield from (mention.start for mention in reading.mentions if mention.entity in meant or mention.stands_for in meant)

    def made(
        self,
        reading: Reading,
        raised: str,
        *,
        statement: str,
        quotes: tuple[str, ...],
        start: int,
        field: Field = "text",
        speaker: str | None = None,
        stance: str | None = None,
    ) -> Alert:
        """An alert of this watch about an article, with the article's own particulars."""
        article = reading.article
        return Alert(
            watch=self.watch.id,
            article=article.id,
            statement=statement,
            raised=raised,
            quotes=quotes,
            field=field,
            start=start,
            speaker=speaker,
            stance=stance,
            title=article.title,
            outlet=article.outlet,
            published=article.published,
            uri=article.uri,
            language=article.language,
        )


_LANDS = ("place", "state")
_LINE_CHARS = 300


class _Names:
    """Names that somebody asks for: who is meant by them, by Wikidata's id, by a form of the gazetteer, or by the name itself."""

    def __init__(self, names: Sequence[str]) -> None:
        known = [actor for name in names for actor in own_actors().named(name)]
        self.qids = frozenset(actor.qid for actor in known if actor.qid) | frozenset(name for name in names if re.fullmatch(r"Q\d+", name))
        forms = {form.text for actor in known for form in actor.forms if not form.ambiguous}
        self.forms = frozenset(map(_folded, forms | {actor.name_en for actor in known} | {actor.name_id for actor in known}))
        self.asked = [_pattern(name) for name in names]

    def __bool__(self) -> bool:
        return bool(self.asked)

    def mean(self, entity: Entity) -> bool:
        """Whether an entity is one of them: "Haftar" means "Khalifa Haftar", and not "Haftarabad"."""
        if entity.qid is not None and entity.qid in self.qids:
            return True
        names = (entity.name, *entity.aliases)
        return any(_folded(name) in self.forms or any(asked.search(name) for asked in self.asked) for name in names)

    def stand_in(self, text: str) -> bool:
        """Whether one of the names itself stands in a text."""
        return any(asked.search(text) for asked in self.asked)


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """The word or words as such, case and white space aside; "gas" is not in "gasoline"."""
    return re.compile(r"(?<!\w)" + r"\s+".join(re.escape(part) for part in word.split()) + r"(?!\w)", re.I)


def fields_of(reading: Reading) -> Iterable[tuple[Field, tuple[Statement, ...]]]:
    """The statements of an article by the string they stand in, those of the text first."""
    return ("text", reading.statements), ("title", reading.title_statements), ("dek", reading.dek_statements)


def _everything(reading: Reading) -> str:
    return "\n\n".join(filter(None, (reading.article.title, reading.article.dek, reading.article.text)))


def line_round(text: str, at: int) -> str:
    """The stretch of a paragraph round a place, verbatim, cut between words where it is long."""
    begin = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    if end - begin > _LINE_CHARS:
        begin = max(begin, text.rfind(" ", begin, max(begin, at - _LINE_CHARS // 3)) + 1)
        cut = text.rfind(" ", at, begin + _LINE_CHARS)
        end = end if end <= begin + _LINE_CHARS else cut if cut > at else begin + _LINE_CHARS
    return text[begin:end]


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
