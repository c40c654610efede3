"""Turns a reading into the rows that the terminal's tables show; pure, and without a word about layout."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import get_args

import msgspec

from saksi.cli.harmless import harmless, one_line
from saksi.records import Mention, Party, Reading, Statement
from saksi.records.entity import EntityKind
from saksi.records.mention import QuantityValue, TimeValue
from saksi.records.plainly import plainly
from saksi.records.relation import told_once

_SORTS = {"organization": "body", "group": "body", "state": "land", "place": "land"}
"""The kinds of mention that are marked alike."""

_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One statement as the table shows it; `number` is what the marks in the text carry, counted from 1."""

    number: int
    who: str
    stance: str
    what: str
    sure: str
    through: str
    answers: str
    rule: str
    words: str


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch to mark: what it is, and for a content the number of its row."""

    start: int
    end: int
    kind: str
    number: int = 0


def rows(reading: Reading, phrases: Mapping[str, str]) -> list[Row]:
    """The rows of the headline, then of the dek, then of the text."""
    statements = (*reading.title_statements, *reading.dek_statements, *reading.statements)
    names = {entity.id: entity.name for entity in reading.entities}
    numbers = {statement.id: number for number, statement in enumerate(statements, 1)}
    return [_row(statement, numbers, names, phrases) for statement in statements]


def marks(statements: Sequence[Statement], first: int) -> list[Mark]:
    """What to mark in the string that the statements' spans index; `first` is the number of the first statement's row."""
    found: dict[Mark, None] = {}
    for number, statement in enumerate(statements, first):
        found.update((Mark(start=p.start, end=p.end, kind="speaker"), None) for p in statement.speakers)
        found.update((Mark(start=p.start, end=p.end, kind="relay"), None) for p in statement.relay)
        found.update((Mark(start=c.start, end=c.end, kind="content", number=number), None) for c in statement.contents)
        if statement.cue is not None:
            found[Mark(start=statement.cue.start, end=statement.cue.end, kind="cue")] = None
    return list(found)


def byline(reading: Reading, phrases: Mapping[str, str]) -> str:
    """Author, outlet, date, credits, language and whether the article came whole, as far as they are known."""
    article = reading.article
    outlet = article.outlet or ""
    if article.outlet_about:
        outlet = f"{outlet} “{article.outlet_about}”".strip()
    credits = ", ".join(dict.fromkeys(credit.agency for credit in reading.credits))
    parts = (
        f"{phrases['by']} {article.author}" if article.author else "",
        outlet,
        article.published,
        f"({credits})" if credits else "",
        article.language,
        phrases["partly"] if article.status == "partly" else "",
    )
    return one_line(" · ".join(part for part in parts if part))


def _row(statement: Statement, numbers: Mapping[str, int], names: Mapping[str, str], phrases: Mapping[str, str]) -> Row:
    answers = statement.answers
    return Row(
        number=numbers[statement.id],
        who=_who(statement, names, phrases),
        stance=phrases[stance(statement)],
        what=one_line(" … ".join(content.text for content in statement.contents)),
        sure=phrases[statement.certainty],
        through=_parties(statement.relay, names),
        answers=str(numbers.get(answers.statement, phrases["elsewhere"])) if answers is not None else "",
        rule=one_line(statement.rule),
        words=_words(statement, phrases),
    )


def stance(statement: Statement) -> str:
    """What the speaker does with the content: the act, but a denied content is denied whatever the act is called."""
    if statement.polarity == "denied":
        return "deny"
    return "contradict" if statement.act == "deny" else statement.act


def _who(statement: Statement, names: Mapping[str, str], phrases: Mapping[str, str]) -> str:
    if statement.speakers:
        return _parties(statement.speakers, names)
    return phrases["hearsay"] if statement.speaker_kind == "agentless" else phrases["nobody_found"]


def _parties(parties: Sequence[Party], names: Mapping[str, str]) -> str:
    """Each by the fullest name of whom it means, else as the text puts it."""
    found = (names.get(party.entity, party.text) if party.entity is not None else party.text for party in parties)
    return one_line(", ".join(dict.fromkeys(found)))


def _words(statement: Statement, phrases: Mapping[str, str]) -> str:
    """The verbatim words on which the rule rests."""
    cue = phrases["quote_marks"] if statement.cue is None else f"{phrases['cue']} “{statement.cue.text}”"
    speakers = ", ".join(f"“{speaker.text}”" for speaker in statement.speakers)
    roles = ", ".join(f"“{role.text}”" for role in (*statement.roles, *statement.affiliations))
    anchor = statement.answers.anaphor if statement.answers is not None else None
    back = f"{phrases['points_back']} “{anchor.text}”" if anchor is not None else ""
    return one_line("; ".join(part for part in (cue, speakers, roles, back) if part))


def event_lines(reading: Reading, phrases: Mapping[str, str]) -> list[str]:
    """One line an event: "Israel → school · violence: bombed · told as having happened", with the row of the statement that tells it."""
    names = {entity.id: one_line(entity.name) for entity in reading.entities}
    before = len(reading.title_statements) + len(reading.dek_statements)
    numbers = {statement.id: number for number, statement in enumerate(reading.statements, before + 1)}
    lines = []
    for event in reading.events:
        who = ", ".join(names[one] for one in event.actors if one in names) or phrases["nobody_told"]
        whom = ", ".join(names[one] for one in event.recipients if one in names)
        what = f"{phrases[f'event_{event.category}']}: {one_line(event.trigger.text)}"
        row = f" ({numbers[event.statement]})" if event.statement in numbers else ""
        lines.append(f"{who}{f' → {whom}' if whom else ''} · {what} · {phrases[f'status_{event.status}']}{row}")
    return lines


def conflict_lines(reading: Reading, phrases: Mapping[str, str]) -> list[str]:
    """Each conflict in three lines: the kind with the words that differ, then either place."""
    lines: list[str] = []
    for conflict in reading.conflicts:
        differs = "; ".join(f"“{pair.a}” / “{pair.b}”" for pair in conflict.differs)
        lines.append(one_line(f"{phrases[conflict.kind]}: {differs}" if differs else phrases[conflict.kind]))
        lines += [f"  – {one_line(place.text)}" for place in (conflict.a, conflict.b)]
    return lines


def named_lines(reading: Reading, phrases: Mapping[str, str]) -> list[tuple[str, str]]:
    """Per kind a heading and the names, those that the text names most often first, each with how often it does; then times and figures."""
    counts = Counter(key for m in reading.mentions for key in {m.entity, m.stands_for} - {None})
    groups = []
    for kind in get_args(EntityKind):
        named = sorted((e for e in reading.entities if e.kind == kind and counts[e.id]), key=lambda e: -counts[e.id])
        groups.append((f"named_{kind}", [f"{e.name} {counts[e.id]}" for e in named]))
    for name, sort in (("named_time", TimeValue), ("named_quantity", QuantityValue)):
        groups.append((name, [_meaning(m, m.value, phrases) for m in reading.mentions if isinstance(m.value, sort)]))
    return [(phrases[name], one_line("; ".join(dict.fromkeys(listed)))) for name, listed in groups if listed]


def _meaning(mention: Mention, value: TimeValue | QuantityValue, phrases: Mapping[str, str]) -> str:
    """ "awal bulan ini = about 2017-03-01 – 2017-03-10"; the words alone where they were resolved to nothing or say the same."""
    meaning = plainly(value)
    if not meaning or meaning == mention.text:
        return mention.text
    return f"{mention.text} = {phrases['about']} {meaning}" if value.approximate else f"{mention.text} = {meaning}"


def mention_marks(mentions: Sequence[Mention]) -> list[Mark]:
    """The names, times and figures as marks of the text; only a terminal with colours shows them."""
    return [Mark(start=m.start, end=m.end, kind=_SORTS.get(m.kind, m.kind)) for m in mentions]


def note_lines(reading: Reading) -> list[str]:
    """Each note in a line: what it is about, and why."""
    return [one_line(f"{note.what}: {note.why}") for note in reading.article.notes]


def paragraphs(text: str, found: Sequence[Mark]) -> list[tuple[str, list[Mark]]]:
    """The paragraphs of a text, harmless for a terminal, each with the marks that touch it, counted from its own start."""
    ordered = sorted(found, key=lambda mark: mark.start)
    result: list[tuple[str, list[Mark]]] = []
    open_marks: list[Mark] = []
    upcoming = 0
    for paragraph in _PARAGRAPH.finditer(text):
        while upcoming < len(ordered) and ordered[upcoming].start < paragraph.end():
            open_marks.append(ordered[upcoming])
            upcoming += 1
        open_marks = [mark for mark in open_marks if mark.end > paragraph.start()]
        result.append((harmless(paragraph[0]), [_within(mark, paragraph.span()) for mark in open_marks]))
    return result


def _within(mark: Mark, paragraph: tuple[int, int]) -> Mark:
    start, end = paragraph
    return msgspec.structs.replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start)


def relation_lines(reading: Reading, phrases: Mapping[str, str]) -> list[str]:
    """One line a relation, told twice listed once: "Khalifa Haftar → LNA · commands: komandan · 2014-01-01 – · over"."""
    names = {entity.id: one_line(entity.name) for entity in reading.entities}
    lines = []
    for one in told_once(reading.relations):
        parts = [f"{names[one.subject]} → {names[one.object]}", f"{phrases[f'relation_{one.kind}']}: {one_line(one.trigger.text)}"]
        parts += [f"{one.from_ or ''} – {one.to or ''}".strip()] if one.from_ or one.to else []
        parts += [phrases[f"relation_{mark}"] for mark in ("past", "denied") if getattr(one, mark)]
        lines.append(" · ".join(parts))
    return lines
