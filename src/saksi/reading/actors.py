"""Known actors: where a text names an organization, a group or a person of the gazetteer; it makes no entities and resolves no pronouns.

A sure form is taken as it stands. One that proves nothing alone ("BI", "Garuda", "Trump", "Mahkamah Agung") is taken only with
support: the actor's full name elsewhere in the text, a word of its kind or office beside it, or a state of its own in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from saksi.reading.laid_out import LaidOut
from saksi.reading.wordsorts import sort_of
from saksi.records.entity import EntityKind
from saksi.words.actors import Actor, Gazetteer, Sense, actors, neighbours
from saksi.words.forenames import forenames
from saksi.words.places import places
from saksi.words.world import world

Support = Literal["form", "expansion", "neighbour", "country"]

SUPPORTS: Final[tuple[Support, ...]] = ("expansion", "neighbour", "country")
"""What a doubtful form may rest on, the strongest first; one that leaves several actors decides nothing."""
SHORTEST_BY_COUNTRY: Final = 3
"""Letters from which an acronym may rest on a state alone; two letters are initials, degrees and units too often."""
HOME: Final = {"id": "IDN"}
"""The state that a language's news is about where it names none, or a place of its own: nobody writes "Mahkamah Agung Indonesia"."""
NEIGHBOURS: Final = 2
"""Tokens before a name in which a word of its kind is looked for ("Ketua Umum PSI"); behind it, one."""
GENITIVES: Final = frozenset({"'s", "’s", "'", "’"})
"""What may stand between a state's name and an institution of it in English."""
_PART: Final = re.compile(r"[^\W_]+")
"""A part of a token: "TNI-Polri" is one token and two names."""
EXPANSION_SPARE: Final = 3
"""Words by which an expansion may be longer than its acronym has letters ("dan", "of", "Republik Indonesia")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownActor:
    """One place where a text names an actor: code points of the text, end excluded, and on what the finding rests."""

    start: int
    end: int
    text: str
    actor: Actor
    by: Support


@dataclass(frozen=True, slots=True)
class _Found:
    """A form in the text: its offsets, first and last token, and whom it may mean."""

    start: int
    end: int
    first: int
    last: int
    form: str
    senses: tuple[Sense, ...]


@dataclass(frozen=True, slots=True)
class _Grounds:
    """What a doubtful form may rest on: the keys of actors surely named, the states that the text is about, the gazetteer."""

    sure: set[str]
    context: frozenset[str]
    known: Gazetteer


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
    context = _states_named(laid) if any(sense.ambiguous for each in found for sense in each.senses) else frozenset()
    meant = [_meant(laid, each, _Grounds(sure, context, known)) for each in found]
    lent = _lent(found, meant)
    return tuple(
        KnownActor(start=each.start, end=each.end, text=laid.text[each.start : each.end], actor=actor, by=by)
        for each, decided in zip(found, meant, strict=True)
        for actor, by in [decided or lent.get(each.form) or (None, "form")]
        if actor is not None
    )


def actor_tokens(laid: LaidOut, named: Iterable[KnownActor]) -> dict[int, tuple[int, EntityKind]]:
    """First token -> last token and kind of the actors whose names are whole tokens (both of "TNI-Polri" are part of one)."""
    spans = ((laid.tokens.at(found.start), laid.tokens.at(found.end) - 1, found) for found in named)
    return {first: (last, found.actor.kind) for first, last, found in spans if laid.span(first, last) == (found.start, found.end)}


def _lent(found: Sequence[_Found], meant: Sequence[tuple[Actor, Support] | None]) -> dict[str, tuple[Actor, Support]]:
    """Acronyms that a word of its kind decides somewhere in the text: they mean the same in all of it ("Rektor UI … UI menolak")."""
    decided: dict[str, dict[str, tuple[Actor, Support]]] = {}
    for each, who in zip(found, meant, strict=True):
        if who is not None and who[1] == "neighbour" and each.form.isupper():
            decided.setdefault(each.form, {})[who[0].key] = who
    return {form: next(iter(whom.values())) for form, whom in decided.items() if len(whom) == 1}


def _found(laid: LaidOut, known: Gazetteer) -> Iterator[_Found]:
    """The forms of the text's language, the longest at each place, none overlapping another."""
    senses, forms = known.senses[laid.lang.code], known.forms[laid.lang.code]
    firsts, tokens, behind = forms.first_words(), laid.tokens, 0
    for i, word in enumerate(tokens.words):
        if word not in firsts and (word.isalnum() or len(word) == 1):
            continue
        for part in _PART.finditer(word):
            start = tokens.starts[i] + part.start()
            form = forms.at(laid.text, start, part[0]) if start >= behind else None
            if form is not None:
                behind = start + len(form)
                yield _Found(start, behind, i, max(i, tokens.at(behind) - 1), form, senses[form])


def _meant(laid: LaidOut, found: _Found, grounds: _Grounds) -> tuple[Actor, Support] | None:
    """Whom a form means and on what that rests; None where nothing decides."""
    senses = [sense for sense in found.senses if _whole(laid, found, sense)]
    for sense in senses:
        if not sense.ambiguous:
            return sense.actor, "form"
    for by in SUPPORTS:
        supported = [sense.actor for sense in senses if _supported(by, laid, found, sense.actor, grounds)]
        if len(supported) == 1:
            return supported[0], by
    return None


def _supported(by: Support, laid: LaidOut, found: _Found, actor: Actor, grounds: _Grounds) -> bool:
    if by == "expansion":
        return actor.key in grounds.sure
    if by == "neighbour":
        return _beside_its_kind(laid, found, actor, grounds)
    return _tells(found.form) and not grounds.context.isdisjoint(actor.countries)


def _whole(laid: LaidOut, found: _Found, sense: Sense) -> bool:
    """Whether the form is a name by itself.

    One word of a person's name is none where another name stands beside it; an institution's is another's where another state
    stands beside it ("Mahkamah Agung Pakistan", "the Indian Supreme Court").
    """
    if sense.actor.kind != "person":
        return not sense.actor.countries or (state := _state_beside(laid, found)) is None or state in sense.actor.countries
    if " " in found.form:
        return True
    words, before, behind = laid.tokens.words, found.first - 1, found.last + 1
    if behind < len(words) and words[behind][0].isupper() and sort_of(laid, behind) == "C":
        return False
    if before < 0 or not words[before][0].isupper() or sort_of(laid, before) != "C":
        return True
    opens = before == 0 or not laid.tokens.word(before - 1)
    return opens and words[before] not in forenames()


def _state_beside(laid: LaidOut, found: _Found) -> str | None:
    """The state whose name follows in Indonesian, or whose adjective or genitive stands before in English."""
    words = laid.tokens.words
    if laid.lang.code == "id":
        first = last = found.last + 1
        if first in laid.forms:
            last = laid.forms[first]
    else:
        last = found.first - 1
        while last >= 0 and words[last] in GENITIVES:
            last -= 1
        first = last
        while first > 0 and laid.forms.get(first - 1) == last:
            first -= 1
    if first < 0 or first not in laid.forms:
        return None
    state = world().states_in[laid.lang.code].get(laid.tokens.slice(first, last))
    return state.iso3 if state is not None and state.kind in ("name", "demonym") else None


def _beside_its_kind(laid: LaidOut, found: _Found, actor: Actor, grounds: _Grounds) -> bool:
    """Whether a word beside the form says its kind: a word of the sector, or for a person the title of an office of theirs.

    The kind does not say which one: an institution also needs a state of its own in the text, where it has one.
    """
    lower, last = laid.tokens.lower, len(laid.tokens)
    if actor.kind == "person":
        if any(_ends_at(lower, found.first, title) for title in _titles(actor, laid.lang.code, grounds.known)):
            return True
    elif actor.countries and grounds.context.isdisjoint(actor.countries):
        return False
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


def _tells(form: str) -> bool:
    """Whether a form says enough to rest on a state alone: several words, or an acronym."""
    return " " in form or _acronym(form)


def _states_named(laid: LaidOut) -> frozenset[str]:
    """The states that the text names surely, by any form, and the home of its language where it names a place there or no state."""
    table = world().states_in[laid.lang.code]
    named = set()
    for first in laid.forms:
        if laid.forms.get(first - 1) != laid.forms[first]:
            state = table.get(laid.tokens.slice(first, laid.forms[first]))
            if state is not None and not state.ambiguous:
                named.add(state.iso3)
    home = HOME.get(laid.lang.code)
    if home is not None and (not named or not places().indonesian.isdisjoint(laid.tokens.words)):
        named.add(home)
    return frozenset(named)


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
