"""Known actors: where a text names an organization, a group or a person of the gazetteer; it makes no entities and resolves no pronouns.

A sure form is taken as it stands. One that proves nothing alone ("BI", "Garuda", "Trump") is taken only with support: the actor's
full name elsewhere in the text, a word of its kind or office beside it, or, for an acronym, a state that it belongs to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from saksi.reading.laid_out import LaidOut
from saksi.reading.wordsorts import sort_of
from saksi.words.actors import Actor, Gazetteer, Sense, actors, neighbours
from saksi.words.forenames import forenames
from saksi.words.world import world

Support = Literal["form", "expansion", "neighbour", "country"]

SHORTEST_BY_COUNTRY = 3
"""Letters from which an acronym may rest on a state alone; two letters are initials, degrees and units too often."""
NEIGHBOURS = 2
"""Tokens before a name in which a word of its kind is looked for ("Ketua Umum PSI"); behind it, one."""
EXPANSION_SPARE = 3
"""Words by which an expansion may be longer than its acronym has letters ("dan", "of", "Republik Indonesia")."""


class KnownActor(msgspec.Struct, frozen=True, kw_only=True):
    """One place where a text names an actor: code points of the text, end excluded, and on what the finding rests."""

    start: int
    end: int
    text: str
    actor: Actor
    by: Support


class _Found(msgspec.Struct, frozen=True):
    """A form in the text: its offsets, first and last token, and whom it may mean."""

    start: int
    end: int
    first: int
    last: int
    form: str
    senses: tuple[Sense, ...]


def known_actors(laid: LaidOut, gazetteer: Gazetteer | None = None) -> tuple[KnownActor, ...]:
    """Each place where a known actor is named, in the order of the text, none overlapping another.

    `gazetteer` is that of `saksi.words.actors` unless another is given (with a user's rows laid over it). "Ketua KPK" finds the
    commission; "UI" alone nobody, "rektor UI" the university; "Prabowo" inside "Edhy Prabowo" nobody but Edhy Prabowo. An acronym
    that the text itself expands otherwise ("Partai Kota Kita (PKK)") is not the listed one. States and places are not looked for.
    """
    known = actors() if gazetteer is None else gazetteer
    found = list(_found(laid, known))
    otherwise = _expanded_otherwise(laid, found)
    found = [each for each in found if each.form not in otherwise]
    sure = {sense.actor.key for each in found for sense in each.senses if not sense.ambiguous and _whole(laid, each, sense)}
    countries = _states_named(laid)
    meant = [_meant(laid, each, sure, countries, known) for each in found]
    lent = _lent(found, meant)
    return tuple(
        KnownActor(start=each.start, end=each.end, text=laid.text[each.start : each.end], actor=actor, by=by)
        for each, decided in zip(found, meant, strict=True)
        for actor, by in [decided or lent.get(each.form) or (None, "form")]
        if actor is not None
    )


def _lent(found: Sequence[_Found], meant: Sequence[tuple[Actor, Support] | None]) -> dict[str, tuple[Actor, Support]]:
    """Acronyms that a word of its kind decides somewhere in the text: they mean the same in all of it ("Rektor UI … UI menolak")."""
    decided: dict[str, dict[str, tuple[Actor, Support]]] = {}
    for each, who in zip(found, meant, strict=True):
        if who is not None and who[1] == "neighbour" and each.form.isupper():
            decided.setdefault(each.form, {})[who[0].key] = who
    return {form: next(iter(whom.values())) for form, whom in decided.items() if len(whom) == 1}


def _found(laid: LaidOut, known: Gazetteer) -> Iterator[_Found]:
    """The forms of the text's language, longest first at each place; none that ends inside a word with a hyphen behind it."""
    senses = known.senses[laid.lang.code]
    for start, end, form in known.forms[laid.lang.code].find(laid.text):
        first = laid.tokens.at(start)
        if first < len(laid.tokens) and laid.tokens.starts[first] == start:
            yield _Found(start, end, first, max(first, laid.tokens.at(end) - 1), form, senses[form])
        elif first and laid.tokens.words[first - 1][0].isupper():
            yield _Found(start, end, first - 1, max(first - 1, laid.tokens.at(end) - 1), form, senses[form])


def _meant(laid: LaidOut, found: _Found, sure: set[str], countries: frozenset[str], known: Gazetteer) -> tuple[Actor, Support] | None:
    """Whom a form means and on what that rests; None where nothing decides."""
    senses = [sense for sense in found.senses if _whole(laid, found, sense)]
    for sense in senses:
        if not sense.ambiguous:
            return sense.actor, "form"
    tests: Sequence[tuple[Support, list[Actor]]] = (
        ("expansion", [sense.actor for sense in senses if sense.actor.key in sure]),
        ("neighbour", [sense.actor for sense in senses if _beside_its_kind(laid, found, sense.actor, known)]),
        ("country", [sense.actor for sense in senses if _acronym(found.form) and countries.intersection(sense.actor.countries)]),
    )
    return next(((supported[0], by) for by, supported in tests if len(supported) == 1), None)


def _whole(laid: LaidOut, found: _Found, sense: Sense) -> bool:
    """Whether the form is a name by itself: one word of a person's name is none where another name stands beside it."""
    if sense.actor.kind != "person" or " " in found.form:
        return True
    words, before, behind = laid.tokens.words, found.first - 1, found.last + 1
    if behind < len(words) and words[behind][0].isupper() and sort_of(laid, behind) == "C":
        return False
    if before < 0 or not words[before][0].isupper() or sort_of(laid, before) != "C":
        return True
    opens = before == 0 or not laid.tokens.word(before - 1)
    return opens and words[before] not in forenames()


def _beside_its_kind(laid: LaidOut, found: _Found, actor: Actor, known: Gazetteer) -> bool:
    """Whether a word beside the form says its kind: a word of the sector, or for a person the title of an office of theirs."""
    lower, last = laid.tokens.lower, len(laid.tokens)
    if actor.kind == "person":
        return any(_ends_at(lower, found.first, title) for title in _titles(actor, laid.lang.code, known))
    beside = {*lower[max(0, found.first - NEIGHBOURS) : found.first], *lower[found.last + 1 : min(last, found.last + 2)]}
    kinds = neighbours()
    return any(not beside.isdisjoint(kinds.get(sector, frozenset())) for sector in actor.sectors)


def _titles(actor: Actor, language: str, known: Gazetteer) -> Iterator[str]:
    """The titles of all offices that a person held at any time: old news calls them by old ones."""
    for term in known.terms.get(actor.name_en, ()):
        office = known.offices[term.office]
        yield from office.titles_id if language == "id" else office.titles_en


def _ends_at(lower: Sequence[str], first: int, title: str) -> bool:
    """Whether a title, or the title and a word for the state ("Presiden AS Trump"), ends right before a token."""
    words = title.lower().split()
    return any(list(lower[max(0, first - gap - len(words)) : first - gap]) == words for gap in (0, 1, 2) if first >= gap)


def _acronym(form: str) -> bool:
    return len(form) >= SHORTEST_BY_COUNTRY and form.isupper() and " " not in form


def _states_named(laid: LaidOut) -> frozenset[str]:
    """The states that the text names surely, by any form."""
    table = world().states_in[laid.lang.code]
    forms = (table.get(form) for _, _, form in world().state_forms.find(laid.text))
    return frozenset(state.iso3 for state in forms if state is not None and not state.ambiguous)


def _expanded_otherwise(laid: LaidOut, found: Sequence[_Found]) -> frozenset[str]:
    """The acronyms that the text explains as something else: in brackets behind capitalised words of those initials."""
    words = laid.tokens.words
    ends = {each.last: each for each in found}
    other = set()
    for each in found:
        if not _acronym(each.form) or each.first < 2 or words[each.first - 1] != "(":
            continue
        full = ends.get(each.first - 2)
        keys = {sense.actor.key for sense in each.senses}
        if full is not None and any(sense.actor.key in keys for sense in full.senses):
            continue
        if _spells(laid, each.first - 2, each.form):
            other.add(each.form)
    return frozenset(other)


def _spells(laid: LaidOut, last: int, acronym: str) -> bool:
    """Whether the initials of the words that end at a token spell the acronym, small words left out."""
    initials = ""
    for i in range(last, max(-1, last - len(acronym) - EXPANSION_SPARE), -1):
        if not laid.tokens.word(i):
            break
        if laid.tokens.capital(i):
            initials = laid.tokens.words[i][0] + initials
            if initials == acronym:
                return True
    return False
