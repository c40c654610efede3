"""The gazetteer: all actors and terms together, found by their exact forms; who is meant where a form is doubtful is not decided here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

import msgspec

from saksi.errors import WordsError
from saksi.words.actors.listing import Place
from saksi.words.actors.records import Actor, ActorForm, Holder, Language, OfficeKind
from saksi.words.actors.rows import forms_of, state_codes
from saksi.words.forms import Forms
from saksi.words.places import places
from saksi.words.world import world

LANGUAGES: tuple[Language, ...] = get_args(Language)


class Sense(msgspec.Struct, frozen=True, gc=False):
    """One actor that a form may mean. `ambiguous`: the form proves nothing alone."""

    actor: Actor
    ambiguous: bool


class Gazetteer(msgspec.Struct, frozen=True, kw_only=True):
    """`terms` maps the name of a holder to all their terms. `senses` and `forms` map a language to its table of exact forms and
    to what finds them in a text.

    A language's table holds its own forms and, where it does not use one itself, those of the other: an Indonesian text says
    "Al Shabaab", an English one "Polri". An acronym of the other language only proves nothing alone.
    """

    actors: tuple[Actor, ...]
    holders: tuple[Holder, ...]
    terms: Mapping[str, tuple[Holder, ...]]
    offices: Mapping[str, OfficeKind]
    senses: Mapping[str, Mapping[str, tuple[Sense, ...]]]
    forms: Mapping[str, Forms]

    def named(self, name: str) -> tuple[Actor, ...]:
        """The actors that a form in either language, a usual name or a Wikidata id names, in the order of the files.

        "KPK" gives the one commission, a form that two actors share both, "Kpk" none.
        """
        found = {sense.actor.key for table in self.senses.values() for sense in table.get(name, ())}
        return tuple(actor for actor in self.actors if actor.key in found or actor.qid == name)

    def holders_of(self, name: str) -> tuple[Holder, ...]:
        """The terms of the person of that name, form or Wikidata id, earliest first.

        A form that several people share gives the terms of all ("Widodo" is no form of Joko Widodo alone).
        """
        return tuple(sorted((each for each in self.holders if _is(each, name)), key=lambda each: (each.from_, each.office)))

    def holder(self, office: str, of: str, on_date: dt.date) -> Holder | None:
        """Who surely held an office on a day, or None; on the day of a change, the successor.

        `holder("president", "USA", date(2016, 5, 1))` is Barack Obama. A day past the row's `as_of`, or one that only may lie
        in a term whose month or day is not known, gives None. Raises WordsError for an office that there is not.
        """
        if office not in self.offices:
            raise WordsError(f'there is no office "{office}"; the offices are {", ".join(self.offices)}')
        held = [each for each in self.holders if each.office == office and each.of == of and each.surely_on(on_date)]
        return max(held, key=lambda each: each.from_, default=None)


def _is(holder: Holder, name: str) -> bool:
    return name in (holder.name, holder.qid) or any(form.removesuffix("?") == name for form in holder.forms)


def gazetteer(
    actors: Sequence[tuple[Actor, Place]], holders: Sequence[tuple[Holder, Place]], offices: Mapping[str, OfficeKind]
) -> Gazetteer:
    """All rows together. Raises WordsError, with file and line, for an actor that is there twice, a form that two rows claim
    without the mark "?" on both, a term that is there twice, or an office of nothing known."""
    _each_once(actors)
    check_terms(holders)
    known = [actor for actor, _ in actors]
    check_offices(holders, known)
    people = people_of(holders, known)
    _no_form_twice([*actors, *people])
    return assembled([*known, *(person for person, _ in people)], [holder for holder, _ in holders], offices)


def assembled(actors: Iterable[Actor], holders: Iterable[Holder], offices: Mapping[str, OfficeKind]) -> Gazetteer:
    """The gazetteer of rows that have been checked."""
    everybody, terms = tuple(actors), tuple(holders)
    of_name: dict[str, tuple[Holder, ...]] = {}
    for holder in terms:
        of_name[holder.name] = (*of_name.get(holder.name, ()), holder)
    own: dict[Language, dict[str, tuple[Sense, ...]]] = {language: {} for language in LANGUAGES}
    for actor in everybody:
        sure, doubtful = Sense(actor, False), Sense(actor, True)
        for form in actor.forms:
            table, sense = own[form.language], doubtful if form.ambiguous else sure
            table[form.text] = (*table[form.text], sense) if form.text in table else (sense,)
    senses: dict[str, Mapping[str, tuple[Sense, ...]]] = {language: _with_the_others(own, language) for language in LANGUAGES}
    return Gazetteer(
        actors=everybody,
        holders=terms,
        terms=of_name,
        offices=offices,
        senses=senses,
        forms={language: Forms(table) for language, table in senses.items()},
    )


def _with_the_others(own: Mapping[Language, Mapping[str, tuple[Sense, ...]]], language: Language) -> dict[str, tuple[Sense, ...]]:
    """A language's own forms, and those of the other language that it does not use itself."""
    table = dict(own[language])
    for other in LANGUAGES:
        for form, senses in own[other].items():
            if form not in table:
                acronym = form.isupper() and " " not in form
                table[form] = tuple(Sense(sense.actor, True) for sense in senses) if acronym else senses
    return table


def _each_once(actors: Sequence[tuple[Actor, Place]]) -> None:
    seen: dict[str, Place] = {}
    for actor, place in actors:
        other = seen.setdefault(actor.key, place)
        if other is not place:
            raise place.error(f"{actor.key} is there already: {other.file}, line {other.line}; keep one of the two rows")


def _no_form_twice(actors: Sequence[tuple[Actor, Place]]) -> None:
    seen: dict[ActorForm, tuple[Actor, Place, bool]] = {}
    for actor, place in actors:
        for form in actor.forms:
            unmarked = msgspec.structs.replace(form, ambiguous=False)
            other, where, doubtful = seen.setdefault(unmarked, (actor, place, form.ambiguous))
            if other is not actor and not (doubtful and form.ambiguous):
                also = f"{other.name_en} ({where.file}, line {where.line})"
                raise place.error(f'"{form.text}" also names {also}; mark it "?" in both rows or drop it in one')


def check_terms(holders: Sequence[tuple[Holder, Place]]) -> None:
    seen: dict[tuple[str, str, str, str], Place] = {}
    for holder, place in holders:
        other = seen.setdefault((holder.name, holder.office, holder.of, holder.from_), place)
        if other is not place:
            raise place.error(f"this term of {holder.name} is there already: {other.file}, line {other.line}")


def check_offices(holders: Sequence[tuple[Holder, Place]], actors: Iterable[Actor]) -> None:
    bodies = {name for body in world().bodies.values() for name in (body.name_en, body.name_id)}
    names = {name for actor in actors for name in (actor.name_en, actor.name_id)}
    for holder, place in holders:
        if not (holder.of in state_codes() or holder.of in names or holder.of in bodies or holder.of in places().indonesian):
            raise place.error(
                f'"{holder.of}" is no state (alpha-3), no listed actor or body by its usual name, and no province of Indonesia'
            )


def people_of(holders: Sequence[tuple[Holder, Place]], actors: Iterable[Actor]) -> list[tuple[Actor, Place]]:
    """The persons who hold offices as actors: each once, with the forms of all their rows, for all languages alike."""
    countries = {name: actor.countries for actor in actors for name in (actor.name_en, actor.name_id)}
    terms: dict[str, list[tuple[Holder, Place]]] = {}
    for holder, place in holders:
        terms.setdefault(holder.name, []).append((holder, place))
    return [(_person(name, [holder for holder, _ in held], countries, held[0][1]), held[0][1]) for name, held in terms.items()]


def _person(name: str, terms: Sequence[Holder], countries: Mapping[str, tuple[str, ...]], place: Place) -> Actor:
    qids = dict.fromkeys(term.qid for term in terms if term.qid is not None)
    if len(qids) > 1:
        raise place.error(f"{name} has several Wikidata ids ({', '.join(qids)}); namesakes need a form that tells them apart")
    marked = [name, *(form for term in terms for form in term.forms)]
    states = dict.fromkeys(
        state for term in terms for state in ([term.of] if term.of in state_codes() else countries.get(term.of, _of_province(term.of)))
    )
    return Actor(
        key=next(iter(qids), name),
        qid=next(iter(qids), None),
        kind="person",
        countries=tuple(states),
        name_en=name,
        name_id=name,
        forms=tuple(form for language in LANGUAGES for form in forms_of(marked, language)),
        as_of=min(term.as_of for term in terms),
    )


def _of_province(of: str) -> tuple[str, ...]:
    return ("IDN",) if of in places().indonesian else ()
