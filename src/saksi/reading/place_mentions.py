"""Place mentions: the mentions and entities of an article with its places found and resolved, states told from their lands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache
from typing import Final, NamedTuple

import msgspec

from saksi.reading.laid_out import LaidOut
from saksi.reading.place_names import Toponym, place_names, toponym
from saksi.reading.place_offsets import with_offsets
from saksi.reading.places import sense, settle
from saksi.reading.sifted_places import sifted
from saksi.reading.state_places import is_land
from saksi.reading.statements import Told
from saksi.records import Article, Entity, Mention
from saksi.records.ids import content_id
from saksi.records.mention import MentionKind, PlaceValue
from saksi.words.gazetteer import PlaceRow, candidates
from saksi.words.world import world

NAMES: Final = frozenset({"person", "organization", "group", "state", "place"})


def with_places(
    told: Told, article: Article, entities: Sequence[Entity], mentions: Sequence[Mention]
) -> tuple[list[Entity], list[Mention]]:
    """The entities and mentions with every place that the text names, each with its point where the gazetteer knows it.

    A state's name where its land is meant ("in Libya") becomes a mention of kind place, whose entity stays the state.
    """
    laid = told.laid
    parties = {(party.start, party.end) for draft in told.drafts for party in draft.parties}
    every, mentions = mentions, sifted(laid, mentions, parties)
    entities = _still_named(told, entities, every, mentions)
    named = [False] * len(laid.tokens)
    lands = {entity.id for entity in entities if entity.kind in ("place", "state")}
    at: dict[int, Toponym] = {}
    for k, mention in enumerate(mentions):
        if mention.entity is not None and (mention.kind in NAMES or mention.entity in lands):
            first, last = laid.tokens.at(mention.start), laid.tokens.at(mention.end) - 1
            named[first : last + 1] = [True] * (last + 1 - first)
            if mention.kind in ("place", "state") and (capital := _first_capital(laid, first, last)) >= 0:
                at[k] = toponym(laid, capital, last)
    new = place_names(laid, named)
    states = _states(laid, article)
    settled = settle([*at.values(), *new], states, laid.lang.code)
    for k, name in at.items():
        mentions[k] = _known(laid, mentions[k], name, settled.get(sense(name)), parties)
    found = [_Found(*laid.span(name.first, name.last), name.form, _value(settled.get(sense(name)))) for name in new]
    entities, mentions = _joined(laid, article, entities, mentions, found)
    mentions, borders = with_offsets(laid, mentions, states)
    return _joined(laid, article, entities, mentions, [_Found(b.start, b.end, b.value.name, b.value) for b in borders])


def _first_capital(laid: LaidOut, first: int, last: int) -> int:
    """Where the name proper begins behind the noun that says what it is ("pelabuhan | Tanjung Priok"); -1 where nothing is one."""
    return next((i for i in range(first, last + 1) if laid.tokens.capital(i)), -1)


def _still_named(told: Told, entities: Sequence[Entity], before: Sequence[Mention], after: Sequence[Mention]) -> Sequence[Entity]:
    """The entities without the places whose last mention has turned out to be none."""
    if len(before) == len(after):
        return entities
    gone = _whom(before) - _whom(after)
    speaking = {figure.name for figure in told.meant.values()}
    return [e for e in entities if e.id not in gone or e.kind not in ("place", "state") or e.name in speaking]


def _whom(mentions: Sequence[Mention]) -> set[str | None]:
    """Whom the mentions name or stand for."""
    return {whom for mention in mentions for whom in (mention.entity, mention.stands_for)}


def _states(laid: LaidOut, article: Article) -> Counter[str]:
    """How often the article names each state, by name, adjective, capital or seat; its outlet's country counts once."""
    states = world().states_in[laid.lang.code]
    counts: Counter[str] = Counter()
    behind = -1
    for first, last in laid.forms.items():
        if first > behind:
            behind = last
            state = states.get(" ".join(laid.tokens.slice(first, last).split()))
            if state is not None and not state.ambiguous:
                counts[state.iso3] += 1
    outlet = world().outlets.get(article.outlet or "")
    if outlet is not None and outlet.country:
        counts[outlet.country] += 1
    return counts


class _Found(NamedTuple):
    """A place on its way to a mention."""

    start: int
    end: int
    form: str
    value: PlaceValue | None


def _value(row: PlaceRow | None) -> PlaceValue | None:
    if row is None:
        return None
    return PlaceValue(name=row.name, lat=row.lat, lon=row.lon, country=row.country or None, geonames=row.geonames)


@cache
def _country(iso3: str, name: str) -> PlaceRow | None:
    return next((row for row in candidates(name) if row.sort == "country" and row.country == iso3), None)


def _known(laid: LaidOut, mention: Mention, name: Toponym, row: PlaceRow | None, parties: Collection[tuple[int, int]]) -> Mention:
    """A mention of the cast with its point; a state that does not act is its land."""
    if mention.kind == "place":
        return msgspec.structs.replace(mention, value=_value(row))
    state = world().states_in[laid.lang.code].get(name.form)
    if state is None or state.kind != "name":
        return mention
    if not state.ambiguous:
        row = _country(state.iso3, state.name_en)
    kind: MentionKind = "place" if (mention.start, mention.end) not in parties and is_land(laid, name) else "state"
    return msgspec.structs.replace(mention, kind=kind, value=_value(row))


def _joined(
    laid: LaidOut, article: Article, entities: Sequence[Entity], mentions: list[Mention], new: Sequence[_Found]
) -> tuple[list[Entity], list[Mention]]:
    """The new places as mentions, each of the entity that bears its name already, or of one of its own."""
    if not new:
        return list(entities), mentions
    by_name = {form: entity.id for entity in entities if entity.kind == "place" for form in (entity.name, *entity.aliases)}
    more: list[Entity] = []
    for start, end, form, value in new:
        if form not in by_name:
            key = content_id("entity", article.id, "place", form, (start, end))
            by_name[form] = key
            more.append(Entity(id=key, kind="place", name=form))
        key = content_id("mention", start, end, "place")
        text = laid.text[start:end]
        mentions.append(Mention(start=start, end=end, text=text, id=key, kind="place", entity=by_name[form], value=value))
    mentions.sort(key=lambda m: (m.start, m.end))
    order: dict[str | None, int] = {}
    for n, mention in enumerate(mentions):
        order.setdefault(mention.entity, n)
    return sorted([*entities, *more], key=lambda entity: order.get(entity.id, len(order))), mentions
