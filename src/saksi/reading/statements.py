"""Statements: drafts become records, with their speakers' entities, stance, relay, time and place of saying."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from saksi.reading.answers import Link, link_answers
from saksi.reading.attribution import attribute
from saksi.reading.cast import Cast
from saksi.reading.coreference import resolve
from saksi.reading.drafts import Draft, kind_of
from saksi.reading.figure import Figure
from saksi.reading.laid_out import LaidOut
from saksi.reading.naming import named_as
from saksi.reading.parties import Party
from saksi.reading.relays import add_relays
from saksi.reading.stance import act_of, certainty_of, polarity_of
from saksi.records import Answer, Entity, Mention, Span, Statement
from saksi.records import Party as Named
from saksi.records.ids import content_id, statement_id
from saksi.records.statement import SpeakerKind
from saksi.words.actors import Gazetteer

Stretch = tuple[int, int]


@dataclass(slots=True)
class Told:
    """What was found in one text: its drafts in order, whom their parties mean, and how they answer each other."""

    laid: LaidOut
    cast: Cast
    drafts: list[Draft]
    meant: dict[int, Figure]
    links: list[Link]


def find_told(
    laid: LaidOut, captions: Sequence[Span], own: frozenset[str], *, headline: bool = False, known: Gazetteer | None = None
) -> Told:
    """All statements of a text as drafts; `captions` hold none, `own` are names of the outlet that carries the text.

    `known` are the actors to look for, those that ship with Saksi unless others are given.
    """
    drafts = [d for d in attribute(laid, headline=headline) if not any(c.start <= d.start < c.end for c in captions)]
    drafts = [draft for draft in add_relays(laid, drafts, own) if _apart(laid, draft)]
    cast = Cast(laid, known)
    meant = resolve(laid, drafts, cast)
    drafts = [draft for draft in drafts if not _of_oneself(draft, drafts, meant)]
    return Told(laid, cast, drafts, meant, link_answers(laid, drafts, meant))


def _apart(laid: LaidOut, draft: Draft) -> bool:
    """Whether something is said, by somebody, apart from the cue; contents that run over either are left out, and so are blank ones."""
    if draft.cue is not None and any(party.start < draft.cue[1] and draft.cue[0] < party.end for party in draft.parties):
        return False
    around = [(party.start, party.end) for party in draft.parties] + ([draft.cue] if draft.cue else [])
    draft.contents = [
        (start, end) for start, end in draft.contents if laid.text[start:end].strip() and not any(start < b and a < end for a, b in around)
    ]
    return bool(draft.contents)


def _of_oneself(inner: Draft, drafts: Sequence[Draft], meant: dict[int, Figure]) -> bool:
    """Whether an opinion only goes on what its holder says ("The firm said it expected a loss"): one statement, not two."""
    if not _thinks(inner) or inner.cue is None or not inner.parties or inner.parties[0].form != "pronoun":
        return False
    figure = meant.get(id(inner.parties[0]))
    return figure is not None and any(
        outer is not inner
        and outer.parties
        and meant.get(id(outer.parties[0])) is figure
        and any(start <= inner.cue[0] < end for start, end in outer.contents)
        for outer in drafts
    )


def _thinks(draft: Draft) -> bool:
    """Whether an opinion is held ("expects") or a possibility left open ("couldn't rule out")."""
    return draft.form is not None and (draft.form.act == "opine" or (draft.conceded and draft.form.certainty == "possible"))


def statements(
    told: Told, article: str, entities: Sequence[Entity], ids: dict[int, str], mentions: Sequence[Mention], by: str, field: str = "text"
) -> tuple[Statement, ...]:
    """The records, in the order of the text. `ids` maps `id(figure)` to entity ids; `mentions` are the text's."""
    laid = told.laid
    keys = [_key(article, draft, field) for draft in told.drafts]
    answers = {k: _answer(laid, keys[target], anaphor) for k, target, anaphor in told.links}
    names = frozenset(entity.id for entity in entities)
    by_place = _Mentions(mentions)
    records = []
    for k, draft in enumerate(told.drafts):
        act = act_of(laid, draft)
        records.append(
            Statement(
                id=keys[k],
                kind=kind_of(laid, draft.contents),
                speakers=tuple(_party(laid, p, told.meant, ids) for p in draft.parties),
                speaker_kind=_speaker_kind(draft, told.meant),
                roles=_spans(laid, [r for p in draft.parties for r in p.roles]),
                affiliations=_spans(laid, [a for p in draft.parties for a in p.affiliations]),
                cue=Span.cut(laid.text, *draft.cue) if draft.cue else None,
                contents=_spans(laid, draft.contents),
                act=act,
                polarity=polarity_of(draft),
                certainty=certainty_of(laid, draft, act),
                relay=tuple(_party(laid, p, told.meant, ids) for p in draft.relay),
                answers=answers.get(k),
                time=_said_when(laid, draft, by_place),
                venue=_said_where(laid, draft, by_place),
                about=_about(draft, by_place, names),
                rule=draft.rule,
                by=by,
            )
        )
    return tuple(records)


def _answer(laid: LaidOut, target: str, anaphor: tuple[int, int] | None) -> Answer:
    return Answer(statement=target, anaphor=Span.cut(laid.text, *anaphor) if anaphor else None)


def _key(article: str, draft: Draft, field: str) -> str:
    return statement_id(article, draft.cue, draft.contents, field)


def _party(laid: LaidOut, party: Party, meant: dict[int, Figure], ids: dict[int, str]) -> Named:
    figure = meant.get(id(party))
    return Named(
        start=party.start,
        end=party.end,
        text=laid.text[party.start : party.end],
        entity=ids.get(id(figure)) if figure is not None else None,
    )


def _spans(laid: LaidOut, stretches: Sequence[Stretch]) -> tuple[Span, ...]:
    return tuple(Span.cut(laid.text, start, end) for start, end in stretches if start < end)


def _speaker_kind(draft: Draft, meant: dict[int, Figure]) -> SpeakerKind:
    if not draft.parties:
        return "agentless"
    figures = [meant.get(id(p)) for p in draft.parties]
    return "named" if any(f is not None and f.named for f in figures) else "unnamed"


def _outside(draft: Draft, mention: Mention) -> bool:
    return not any(start <= mention.start < end for start, end in draft.contents)


class _Mentions:
    """The mentions of a text, sorted by start, to be asked for by place."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._starts = [mention.start for mention in mentions]

    def within(self, start: int, end: int) -> Sequence[Mention]:
        """Those that begin between two offsets."""
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _said_when(laid: LaidOut, draft: Draft, mentions: _Mentions) -> str | None:
    """The time that stands in the attribution, outside the content: "pada Jum'at (24/3) mengatakan"."""
    if draft.cue is None:
        return None
    sentence = laid.sentences[draft.sentence]
    for mention in mentions.within(*laid.span(sentence.first, sentence.last)):
        if mention.kind == "time" and _outside(draft, mention):
            return mention.id
    return None


def _said_where(laid: LaidOut, draft: Draft, mentions: _Mentions) -> str | None:
    """The occasion or place in the attribution behind the cue: "ujar Waldhauser pada konferensi pers"."""
    if draft.cue is None:
        return None
    sentence = laid.sentences[draft.sentence]
    for mention in mentions.within(draft.cue[1], laid.tokens.ends[sentence.last]):
        if mention.kind == "role" and mention.entity is None and _outside(draft, mention):
            return mention.id
    return None


def _about(draft: Draft, mentions: _Mentions, names: frozenset[str]) -> tuple[str, ...]:
    """The entities that the contents mention, each once."""
    found = (m.stands_for or m.entity for start, end in draft.contents for m in mentions.within(start, end))
    return tuple(dict.fromkeys(entity for entity in found if entity is not None and entity in names))


def named_mentions(told: Told, article: str, entities: Sequence[Entity], ids: dict[int, str]) -> list[Mention]:
    """A mention for every place where a member of the cast is named, and for every occasion of speech."""
    laid = told.laid
    known = {entity.id for entity in entities}
    speaking = {(party.start, party.end) for draft in told.drafts for party in (*draft.parties, *draft.relay)}
    mentions: dict[Stretch, Mention] = {}
    for figure in told.cast.figures:
        entity = ids.get(id(figure))
        for start, end in figure.spans if entity is not None else ():
            if entity not in known or (end - start == 3 and laid.text[start:end] == laid.lang.enclitic):
                continue
            kind = named_as(laid, figure, (start, end), (start, end) in speaking)
            stands_for = None
            earlier = mentions.get((start, end))
            if earlier is not None and kind == "place":
                stands_for = earlier.entity
            elif earlier is not None and earlier.kind == "place":
                mentions[start, end] = Mention(
                    start=start, end=end, text=earlier.text, id=earlier.id, kind="place", entity=earlier.entity, stands_for=entity
                )
                continue
            mentions[start, end] = Mention(
                start=start,
                end=end,
                text=laid.text[start:end],
                id=content_id("mention", start, end, kind),
                kind=kind,
                entity=entity,
                stands_for=stands_for,
            )
    mentions.update(_occasions(laid, mentions))
    return sorted(mentions.values(), key=lambda m: (m.start, m.end))


def _occasions(laid: LaidOut, mentions: dict[Stretch, Mention]) -> dict[Stretch, Mention]:
    """ "konferensi pers", "sidang kabinet", "interview": where words are spoken."""
    venues = laid.lang.classes["speech_venues"]
    found: dict[Stretch, Mention] = {}
    for i, word in enumerate(laid.tokens.lower):
        if word in venues.by_first and (size := venues.length(laid.tokens.lower, i)):
            span = laid.span(i, i + size - 1)
            if span not in mentions:
                found[span] = Mention(
                    start=span[0], end=span[1], text=laid.text[slice(*span)], id=content_id("mention", *span, "role"), kind="role"
                )
    return found
