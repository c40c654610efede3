"""Said words: what a common phrase says of whom it means, and how well a member of the cast fits it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from saksi.reading.figure import Figure
from saksi.reading.laid_out import LaidOut
from saksi.reading.parties import Party
from saksi.words.world import world

FIT: Final = 2
"""What a phrase without any further word fits whoever its head fits; a deputy fits the title of the head less."""


@dataclass(frozen=True, slots=True)
class SaidWords:
    """The words of a phrase in lower case, its head `key`, and the ISO codes of the states that it names."""

    heads: list[str]
    key: str
    states: frozenset[str]


def said_words(laid: LaidOut, party: Party) -> SaidWords:
    """What a phrase says somebody is; the short form of an office is spelt out ("Mendag": menteri, perdagangan)."""
    tokens, lang = laid.tokens, laid.lang
    heads: list[str] = []
    states: set[str] = set()
    for i in range(tokens.at(party.start), tokens.at(party.end)):
        word = tokens.lower[i]
        if not tokens.word(i) or word in lang.singles["determiners"] or word in lang.singles["definite"]:
            continue
        state = world().states_in[lang.code].get(tokens.words[i]) if tokens.capital(i) else None
        if state is not None:
            states.add(state.iso3)
        heads += lang.spelt_out.get(word, (word,))
    held = [word for word in heads if word not in lang.singles["role_prefixes"]] or heads
    key = (held[-1] if lang.code == "en" else held[0]) if held else ""
    return SaidWords(heads, key, frozenset(states))


def how_well(laid: LaidOut, said: SaidWords, figure: Figure, words: set[str]) -> int:
    """How many of the words fit a figure that has the phrase's head among its `words`; 0 where one of them speaks against it.

    "The finance minister" is no foreign minister, "the Norwegian minister" no Swedish one, "Bupati" no deputy.
    """
    sets = laid.lang.singles
    fit = FIT
    if figure.kind == "person" and (sets["prime"] & words) - set(said.heads) and said.key in sets["of_prime"]:
        return 0
    bodies = {w for w in said.heads if w != said.key and w in sets["institution_heads"]}
    if laid.lang.code == "id" and figure.kind == "person" and bodies and bodies.isdisjoint(words) and sets["institution_heads"] & words:
        return 0
    fields = {w for w in said.heads if w != said.key and (w in sets["role_words"] or w in sets["institution_words"])}
    if fields:
        own = {w for w in words if w in sets["role_words"] or w in sets["institution_words"]}
        if fields.isdisjoint(words) and own and figure.kind == "person":
            return 0
    fit += sum(1 for w in said.heads if w != said.key and w in words)
    if said.states and (theirs := _states_of(laid, figure)):
        if said.states.isdisjoint(theirs):
            return 0
        fit += 1
    held = sets["role_prefixes"] & words
    if held - set(said.heads) and said.key in words:
        fit -= 1 if held.isdisjoint(sets["deputies"]) else FIT
    return max(fit, 0)


def _states_of(laid: LaidOut, figure: Figure) -> set[str]:
    """The ISO codes of the states that a figure's affiliations and roles name."""
    known = world().states_in[laid.lang.code]
    words = (word for form in (*figure.affiliations, *figure.roles) for word in (form, *form.split()))
    return {known[word].iso3 for word in words if word in known}
