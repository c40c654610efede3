"""Lays one article out for its page: title, dek and text with their marks, and the conflicts with their two places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from saksi.desk.bonds import Bond, bond_marks, bonds
from saksi.desk.cards import Card, Place, cards
from saksi.desk.happenings import Happening, event_marks, happenings
from saksi.desk.interface import Interface
from saksi.desk.marking import Mark, Paragraph, Reference, behind, marked
from saksi.desk.names import Named, anchor, names
from saksi.desk.wording import CONFLICTS, STANCES
from saksi.records import Conflict, Mention, Reading, Span, Statement


class Rivals(msgspec.Struct, frozen=True, kw_only=True):
    """Two places that cannot both be right, as the box shows them; `anchor` opens the ids of both in the text."""

    anchor: str
    kind: str
    a: tuple[Paragraph, ...]
    b: tuple[Paragraph, ...]


class Spread(msgspec.Struct, frozen=True, kw_only=True):
    """Everything of one article that its page prints."""

    cards: tuple[Card, ...]
    names: tuple[Named, ...]
    title: tuple[Paragraph, ...]
    dek: tuple[Paragraph, ...]
    text: tuple[Paragraph, ...]
    rivals: tuple[Rivals, ...]
    events: tuple[Happening, ...]
    bonds: tuple[Bond, ...]


def spread(reading: Reading, interface: Interface) -> Spread:
    """The page of a reading, its labels in the interface's language."""
    shown = cards(reading)
    named = names(reading, shown)
    article = reading.article
    return Spread(
        cards=shown,
        names=named,
        title=_headline("title", article.title, shown, interface),
        dek=_headline("dek", article.dek, shown, interface),
        text=_body(reading, shown, named, interface),
        rivals=tuple(_rivals(number, conflict) for number, conflict in enumerate(reading.conflicts, 1)),
        events=happenings(reading, shown, named),
        bonds=bonds(reading, shown, named),
    )


def _headline(place: Place, text: str | None, shown: Sequence[Card], interface: Interface) -> tuple[Paragraph, ...]:
    if text is None:
        return ()
    here = [card for card in shown if card.place == place]
    return tuple(marked(text, _statement_marks(here), _statement_references(text, here, interface)))


def _body(reading: Reading, shown: Sequence[Card], named: Sequence[Named], interface: Interface) -> tuple[Paragraph, ...]:
    text = reading.article.text
    here = [card for card in shown if card.place == "text"]
    marks = [
        *_furniture_marks(reading),
        *_statement_marks(here),
        *_clash_marks(reading.conflicts),
        *_mention_marks(reading.mentions, named),
        *event_marks(reading),
        *bond_marks(reading),
    ]
    references = [*_statement_references(text, here, interface), *_clash_references(text, reading.conflicts, interface)]
    return tuple(marked(text, marks, references, reading.captions))


def _statement_marks(shown: Iterable[Card]) -> Iterator[Mark]:
    for card in shown:
        stance = () if card.stance == "asserted" else (card.stance,)
        for letter, name, span in _parts(card.statement):
            names = (f"{letter}{card.number}", name, *(stance if name == "content" else ()))
            yield Mark(start=span.start, end=span.end, names=names)


def _parts(statement: Statement) -> Iterator[tuple[str, str, Span]]:
    """Each span of a statement with its class letter (see `lights`) and its class name."""
    yield from (("c", "content", span) for span in statement.contents)
    yield from (("o", "role", span) for span in (*statement.roles, *statement.affiliations))
    yield from (("p", "speaker", span) for span in statement.speakers)
    yield from (("r", "relay", span) for span in statement.relay)
    if statement.cue is not None:
        yield "u", "cue", statement.cue
    if statement.answers is not None and statement.answers.anaphor is not None:
        yield "a", "anaphor", statement.answers.anaphor


def _statement_references(text: str, shown: Iterable[Card], interface: Interface) -> Iterator[Reference]:
    gettext = interface.messages.gettext
    for card in shown:
        names = ", ".join(voice.name for voice in card.speakers) or gettext("nobody named")
        label = gettext("Statement %(number)s: %(speaker)s, %(stance)s")
        words = {"number": card.number, "speaker": names, "stance": gettext(STANCES[card.stance])}
        yield Reference(
            at=_foot(text, card.statement),
            id=f"m-{card.id}",
            target=f"#s-{card.id}",
            sign=str(card.number),
            label=label % words,
            names=(f"f{card.number}", card.stance),
        )


def _foot(text: str, statement: Statement) -> int:
    """Behind the last content that stands in the paragraph of the first."""
    if not statement.contents:
        return statement.cue.end if statement.cue is not None else 0
    first = statement.contents[0]
    here = [content for content in statement.contents if text.find("\n\n", first.start, content.start) < 0]
    return behind(text, max(here, key=lambda content: content.end))


def _furniture_marks(reading: Reading) -> Iterator[Mark]:
    for credit in reading.credits:
        yield Mark(start=credit.start, end=credit.end, names=("credit",))
    if reading.dateline is not None:
        yield Mark(start=reading.dateline.start, end=reading.dateline.end, names=("dateline",))


def _mention_marks(mentions: Iterable[Mention], named: Sequence[Named]) -> Iterator[Mark]:
    """Names, times and figures; the mentions of one entity share a class, so that one of them can light up all."""
    numbers = {one.entity.id: one.number for one in named}
    kinds: dict[str | None, str] = {one.entity.id: one.entity.kind for one in named}
    for mention in mentions:
        entities = [numbers[key] for key in (mention.entity, mention.stands_for) if key in numbers]
        kind = kinds.get(mention.entity, mention.kind) if mention.kind == "role" else mention.kind
        names = ("mention", f"of-{kind}", *(f"e{number}" for number in entities))
        yield Mark(start=mention.start, end=mention.end, names=names, anchor=anchor(mention))


def _clash_marks(conflicts: Sequence[Conflict]) -> Iterator[Mark]:
    for conflict in conflicts:
        for span, words in _sides(conflict):
            yield from (Mark(start=start, end=end, names=("clash",)) for start, end in _differing(span, words))


def _sides(conflict: Conflict) -> tuple[tuple[Span, list[str]], tuple[Span, list[str]]]:
    return (conflict.a, [pair.a for pair in conflict.differs]), (conflict.b, [pair.b for pair in conflict.differs])


def _differing(span: Span, words: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where the differing words stand in the article's text; a word that the span does not hold is passed over."""
    for word in words:
        at = span.text.find(word) if word else -1
        if at >= 0:
            yield span.start + at, span.start + at + len(word)


def _clash_references(text: str, conflicts: Sequence[Conflict], interface: Interface) -> Iterator[Reference]:
    label = interface.messages.gettext("See the other place: contradiction %(number)s")
    for number, conflict in enumerate(conflicts, 1):
        for side, (span, words) in zip("ab", _sides(conflict), strict=True):
            at = max((end for _, end in _differing(span, words)), default=behind(text, span))
            yield Reference(
                at=at,
                id=f"k{number}-{side}",
                target=f"#k{number}",
                sign="↔",
                label=f"↔ {label % {'number': number}}",
                names=("clash",),
            )


def _rivals(number: int, conflict: Conflict) -> Rivals:
    a, b = (tuple(excerpt(span, words)) for span, words in _sides(conflict))
    return Rivals(anchor=f"k{number}", kind=CONFLICTS[conflict.kind], a=a, b=b)


def excerpt(span: Span, words: Iterable[str]) -> Iterator[Paragraph]:
    """The span by itself, its differing words marked."""
    places = _differing(span, words)
    return marked(span.text, (Mark(start=start - span.start, end=end - span.start, names=("clash",)) for start, end in places))
