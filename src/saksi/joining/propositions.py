"""What a statement is about, in terms that other articles and the other language share; the input of joining claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from saksi.joining.concepts import bare_words, concepts, table
from saksi.records import Entity, Mention, QuantityValue, Reading, Span, Statement, TimeValue
from saksi.words.world import world

Field = Literal["title", "dek", "text"]

_WORDS_THAT_POINT = 5
"""Words of a content that may only point at another statement."""
_NAMES = ("person", "organization", "group", "state", "place")
_BREAK = re.compile(r"[,;]| and | dan ")
"""Where the thing that is set aside ends, and the content goes on."""
_CORE_WORDS = 3
"""Concepts that stand before the circumstances at least ("nine people died"), else all of them count."""
_DAY = len("2026-01-31")
_RELATIVE = {"before", "after", "sebelum", "setelah", "sesudah", "usai"}
"""Words behind which a content tells the circumstances of what it says."""


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """What an article is about as a whole: who and what it names, where, and its words; `day` counts from year 1, or None.

    `names` are keys of entities and the name words of those without an id, media left out; `places` are the words of
    places below a state. `address` is where several versions of the article were read, None where there is one.
    """

    article: str
    family: str
    agency: str | None
    outlet: str
    language: str
    moment: str
    day: int | None
    names: frozenset[str]
    places: frozenset[str]
    words: frozenset[str]
    address: str | None = None


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A figure in a content: `of` is the concept of what is counted, `text` how it is written;
    `length` marks a length of time ("two-year")."""

    value: QuantityValue
    of: str | None
    text: str
    length: bool = False


class Content(msgspec.Struct, frozen=True, kw_only=True):
    """What a statement says, in the terms by which it is joined.

    `words` are concepts and keys of names in the contents, `core` those that stand before the circumstances, `named` the
    words of names without an id. `negated` says whether the contents deny in themselves, `opposed` has the concepts that
    they set aside ("gold, not sugar"). `handed_on` is the outlet whose word it is, where another one hands it on.
    `points_at` are the words of whom a content means that only points ("the rebels' account"), None for any other.
    """

    field: Field
    words: frozenset[str]
    core: frozenset[str]
    names: frozenset[str]
    named: frozenset[str]
    negated: bool
    opposed: frozenset[str]
    speakers: frozenset[str]
    handed_on: str | None
    figures: tuple[Figure, ...]
    days: tuple[tuple[str, str], ...]
    updated: bool
    points_at: frozenset[str] | None = None


class Proposition(Content, frozen=True, kw_only=True):
    """A statement as it is joined: what it says, and the article that it stands in."""

    statement: Statement
    setting: Setting

    @property
    def content(self) -> Span:
        """The first stretch of what is said."""
        return self.statement.contents[0]


def setting_of(reading: Reading, *, family: str, agency: str | None, moment: str, day: int | None, address: str | None = None) -> Setting:
    """What one article is about."""
    article, language = reading.article, reading.article.language or "en"
    names: set[str] = set()
    places: set[str] = set()
    known = table(language).forms
    opening = reading.dateline.text.casefold() if reading.dateline is not None else ""
    for entity in reading.entities:
        if world().outlets.get(entity.name) is not None or entity.name[:1].islower():
            continue
        if opening and entity.kind == "place" and entity.name.isupper() and entity.name.casefold() in opening:
            continue
        key = entity.qid or entity.iso3
        if key is not None:
            names.add(key)
            continue
        words = {word for word in bare_words(entity.name) if len(word) > 2 and word not in known}
        names |= words
        if entity.kind == "place":
            places |= words
    said = " ".join((article.title or "", article.text))
    return Setting(
        article=article.id,
        family=family,
        agency=agency,
        outlet=_usual(article.outlet or ""),
        language=language,
        moment=moment,
        day=day,
        names=frozenset(names),
        places=frozenset(places),
        words=frozenset(concept.key for concept in concepts(said, language, names)),
        address=address,
    )


def propositions(reading: Reading, setting: Setting) -> Iterator[Proposition]:
    """Every statement of an article, headline and dek too, as it is joined."""
    keys = {entity.id: entity.qid or entity.iso3 for entity in reading.entities}
    names = {entity.id: entity.name for entity in reading.entities}
    groups: tuple[tuple[Field, Sequence[Statement]], ...] = (
        ("title", reading.title_statements),
        ("dek", reading.dek_statements),
        ("text", reading.statements),
    )
    media = [(s.contents, outlet) for s in reading.statements if (outlet := _medium(s, names)) is not None]
    for field, statements in groups:
        for statement in statements:
            mentions = reading.mentions if field == "text" else tuple(_named_again(statement, reading.entities))
            handed_on = _handed_on(statement, media if field == "text" else (), names, setting.outlet)
            yield _proposition(statement, setting, field, mentions, keys, names, handed_on)


def first_handed_on(reading: Reading) -> bool:
    """Whether the first statement of an article is somebody else's word, as in a translation that cites an agency."""
    names = {entity.id: entity.name for entity in reading.entities}
    media = [(s.contents, outlet) for s in reading.statements if (outlet := _medium(s, names)) is not None]
    own = _usual(reading.article.outlet or "")
    return bool(reading.statements) and _handed_on(reading.statements[0], media, names, own) is not None


def _usual(name: str) -> str:
    outlet = world().outlets.get(name)
    return (outlet.name if outlet is not None else name).casefold()


def _medium(statement: Statement, names: Mapping[str, str]) -> str | None:
    """The outlet that speaks, None where somebody else does."""
    for party in statement.speakers:
        outlet = world().outlets.get(party.text) or world().outlets.get(names.get(party.entity or "", ""))
        if outlet is not None:
            return outlet.name.casefold()
    return None


def _handed_on(statement: Statement, media: Sequence[tuple[tuple[Span, ...], str]], names: Mapping[str, str], own: str) -> str | None:
    """The outlet whose word a statement is: a relay, one that speaks itself, or one whose words hold the statement."""
    relays = (world().outlets.get(party.text) for party in statement.relay)
    found = [outlet.name.casefold() for outlet in relays if outlet is not None]
    speaker = _medium(statement, names)
    found += [speaker] if speaker is not None else []
    first = statement.contents[0]
    found += [outlet for contents, outlet in media if any(span.start <= first.start and first.end <= span.end for span in contents)]
    return next((outlet for outlet in found if outlet != own), None)


def _named_again(statement: Statement, entities: Sequence[Entity]) -> Iterator[Mention]:
    """The entities of the text that a headline names again, in any of the forms that the text has for them."""
    for content in statement.contents:
        for entity in entities:
            for form in (entity.name, *entity.aliases) if entity.qid or entity.iso3 else ():
                at = content.text.find(form)
                if at >= 0 and len(form) > 1:
                    start = content.start + at
                    yield Mention(start=start, end=start + len(form), text=form, id="", kind="organization", entity=entity.id)
                    break


def _proposition(
    statement: Statement,
    setting: Setting,
    field: Field,
    mentions: Sequence[Mention],
    keys: Mapping[str, str | None],
    names: Mapping[str, str],
    handed_on: str | None,
) -> Proposition:
    language = setting.language
    inside = [m for m in mentions if any(c.start <= m.start and m.end <= c.end for c in statement.contents)]
    words: list[str] = []
    core: set[str] = set()
    for content in statement.contents:
        found = _content_words(content, inside, keys, setting)
        cut = _circumstances(content.text, language)
        words += [key for key, _ in found]
        core.update(key for key, at in found if at < cut)
    said = [word for content in statement.contents for word in bare_words(content.text)]
    speakers = _speakers(statement, keys, names, setting)
    if _means_speaker(statement, said, language):
        core |= speakers
        words += sorted(speakers)
    return Proposition(
        statement=statement,
        setting=setting,
        field=field,
        words=frozenset(words),
        core=frozenset(core if len(core) >= _CORE_WORDS else words),
        names=frozenset(key for m in inside if (key := _name(m, keys)) is not None),
        named=frozenset(
            c.key for m in inside if m.kind in _NAMES and m.text[:1].isupper() for c in concepts(m.text, language, setting.names)
        ),
        negated=_negated(said, language),
        opposed=_opposed(statement, language),
        speakers=speakers,
        handed_on=handed_on,
        figures=tuple(_figures(inside, language)),
        days=tuple(_days(inside)),
        updated=not table(language).updates.isdisjoint(said),
        points_at=_points_at(statement, said, language),
    )


def _means_speaker(statement: Statement, said: Sequence[str], language: str) -> bool:
    """Whether who speaks is the subject: "we", "denied sending"; "it" only where somebody denies ("it had opened its gates")."""
    if not said or (said[0] in ("it", "its") and statement.polarity != "denied"):
        return False
    return said[0] in table(language).subjects or (statement.polarity == "denied" and len(said) > 1 and _verb(said[0], language))


def _verb(word: str, language: str) -> bool:
    return word.startswith(("me", "di", "ter")) if language == "id" else word.endswith("ing")


def _content_words(content: Span, inside: Sequence[Mention], keys: Mapping[str, str | None], setting: Setting) -> list[tuple[str, int]]:
    """The concepts of a stretch with where they begin in it; a name with an id counts as that, its words do not."""
    named = [(m.start - content.start, m.end - content.start, key) for m in inside if (key := _name(m, keys)) is not None]
    quantities = [(m.start - content.start, m.end - content.start) for m in inside if m.kind == "time"]
    found = [(key, start) for start, _, key in named if 0 <= start < len(content.text)]
    taken = [(start, end) for start, end, _ in named] + quantities
    found += [
        (concept.key, concept.start)
        for concept in concepts(content.text, setting.language, setting.names)
        if not any(start <= concept.start < end for start, end in taken)
    ]
    return found


def _name(mention: Mention, keys: Mapping[str, str | None]) -> str | None:
    if mention.stands_for is not None and keys.get(mention.stands_for):
        return keys[mention.stands_for]
    return keys.get(mention.entity) if mention.entity is not None else None


def _circumstances(text: str, language: str) -> int:
    """Where a content begins to tell circumstances; its end where it tells none."""
    ends = [at for word in _RELATIVE if (at := text.lower().find(f" {word} ")) > 0]
    return min(ends, default=len(text))


def _negated(said: Sequence[str], language: str) -> bool:
    known = table(language)
    joined = f" {' '.join(said)} "
    set_aside = sum(joined.count(f" {word} ") for word in known.so_not if " " not in word) if _contrast(joined, known.so_not) else 0
    count = sum(word in known.negations or word.endswith("n't") for word in said if word not in ("without", "tanpa", "belum"))
    return (count - set_aside) % 2 == 1


def _contrast(joined: str, so_not: Sequence[str]) -> bool:
    """Whether a thing is set against another: the word stands late and only one or two words follow ("gold, not sugar")."""
    return any(0 < len(joined.split(f" {word} ")[-1].split()) <= 3 and f" {word} " in joined[2:] for word in so_not)


def _opposed(statement: Statement, language: str) -> frozenset[str]:
    """The concepts that a content sets aside: "sugar" of "gold, not sugar"."""
    known = table(language)
    found: set[str] = set()
    for content in statement.contents:
        text = content.text.lower()
        for word in known.so_not:
            _, mark, behind = text.rpartition(f", {word} ")
            if not mark and language == "id":
                _, mark, behind = text.rpartition(f" {word} ")
                mark = mark if _in_contrast(behind, known.not_so) else ""
            if mark and 0 < len(behind.split()) <= 8:
                head = _BREAK.split(behind)[0]
                for so in known.not_so:
                    head = head.partition(f" {so} ")[0]
                found.update(concept.key for concept in concepts(head, language)[:3])
    return frozenset(found)


def _in_contrast(behind: str, not_so: Sequence[str]) -> bool:
    return any(f" {word} " in behind for word in not_so)


def _speakers(statement: Statement, keys: Mapping[str, str | None], names: Mapping[str, str], setting: Setting) -> frozenset[str]:
    """Who speaks, as keys: the id of the entity, else the words of its name and of what the text calls it."""
    found: set[str] = set()
    for party in statement.speakers:
        key = keys.get(party.entity or "")
        if key is not None:
            found.add(key)
        for name in dict.fromkeys((names.get(party.entity or "", party.text), party.text)):
            found.update(concept.key for concept in concepts(name, setting.language, setting.names))
    return frozenset(found - {"nya"})


def _figures(inside: Sequence[Mention], language: str) -> Iterator[Figure]:
    for m in inside:
        if isinstance(m.value, QuantityValue):
            counted = concepts(m.value.of or "", language)
            yield Figure(value=m.value, of=counted[0].key if counted else None, text=m.text)
        elif isinstance(m.value, TimeValue) and m.value.type == "DURATION" and m.value.value and m.value.from_ is None:
            number = "".join(sign for sign in m.value.value if sign.isdigit() or sign == ".")
            if number and m.value.value.startswith("P"):
                value = QuantityValue(low=float(number), high=float(number), unit=m.value.value.lstrip("PT0123456789."))
                yield Figure(value=value, of=None, text=m.text, length=True)


def _days(inside: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """Days that a content names, with the words that name them."""
    for m in inside:
        if (
            isinstance(m.value, TimeValue)
            and m.value.type in ("DATE", "TIME")
            and m.value.from_
            and len(m.value.value or m.value.from_) >= _DAY
            and (m.value.to == "" or m.value.from_[:10] == (m.value.to or "")[:10])
        ):
            yield m.value.from_[:10], m.text


def _points_at(statement: Statement, said: Sequence[str], language: str) -> frozenset[str] | None:
    """For a content that only points ("the rebels' account"), the concepts of whose words it means; None for any other."""
    known = table(language)
    if len(said) > _WORDS_THAT_POINT or known.pointing.isdisjoint(said):
        return None
    nouns = {concept.key for word in known.pointing for concept in concepts(word, language)}
    return frozenset(concept.key for content in statement.contents for concept in concepts(content.text, language)) - nouns
