"""Terms: the offices that a known person held on the day an article was published, with their dates; it infers no other day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from saksi.records import Article, Entity
from saksi.records.entity import Office
from saksi.words.actors import Gazetteer, Holder, OfficeKind, actors
from saksi.words.world import StateForm, world


def with_terms(
    persons: Mapping[int, str], entities: Sequence[Entity], ids: Mapping[int, str], article: Article, known: Gazetteer | None
) -> list[Entity]:
    """The entities with the dated terms of those who are known actors. `persons` are the names of those by the identity of their figure,
    `ids` the entities' by the same.

    In an article of May 2016 "Obama" was president of the USA from 2009-01-20 to 2017-01-20. Nothing is said in an article
    without a date, of a day that a term may or may not cover, and of any day past the row's `as_of`.
    """
    day = _day(article.published)
    if day is None or not persons:
        return list(entities)
    known = actors() if known is None else known
    terms = {ids[figure]: known.terms.get(name, ()) for figure, name in persons.items() if figure in ids}
    return [_dated(entity, terms.get(entity.id, ()), day, known, article.language) for entity in entities]


def _day(published: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _dated(entity: Entity, terms: Sequence[Holder], day: dt.date, known: Gazetteer, language: str | None) -> Entity:
    roles = list(entity.roles)
    for term in terms:
        if term.surely_on(day):
            office = known.offices[term.office]
            at = next((n for n, role in enumerate(roles) if role.office is None and _names(role.title, office)), None)
            told = Office(title=_title(office, language), of=_of(term.of, language)) if at is None else roles.pop(at)
            dated = msgspec.structs.replace(told, from_=term.from_, to=term.to, office=term.office, as_of=term.as_of.isoformat())
            roles.insert(len(roles) if at is None else at, dated)
    return msgspec.structs.replace(entity, roles=tuple(roles)) if terms else entity


def _names(title: str, office: OfficeKind) -> bool:
    """Whether a title of the text is that of the office, alone or with what it is an office of: "Presiden AS", no "mantan presiden"."""
    said = title.casefold()
    titles = (*office.titles_en, *office.titles_id)
    return any(said == each.casefold() or said.startswith(f"{each.casefold()} ") for each in titles)


def _title(office: OfficeKind, language: str | None) -> str:
    return office.titles_en[0] if language == "en" else office.titles_id[0]


def _of(of: str, language: str | None) -> str:
    """What an office is an office of, as the language calls it."""
    state = _states().get(of)
    if state is None:
        return of
    return state.name_en if language == "en" else state.name_id


@cache
def _states() -> Mapping[str, StateForm]:
    """A form of each state by its alpha-3 code."""
    return {form.iso3: form for form in world().states.values()}
