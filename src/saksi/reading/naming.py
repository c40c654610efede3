"""Naming: what a mention is where it stands: a person, a body, a state that acts, its land, or only what somebody is called."""

from __future__ import annotations

from saksi.reading.figure import Figure
from saksi.reading.laid_out import LaidOut
from saksi.reading.state_places import opens_land
from saksi.reading.verbs import verb_like
from saksi.reading.wordsorts import sort_of
from saksi.records.mention import MentionKind
from saksi.words.world import world

Stretch = tuple[int, int]


def named_as(laid: LaidOut, figure: Figure, span: Stretch, speaks: bool) -> MentionKind:
    """What a mention is: a role where somebody is called by no name ("sang menteri", "Russian"), else what is named.

    Behind an Indonesian noun a state or place does what an English adjective does ("militer Israel", "Gubernur Bali"), and is a
    role likewise. Whether a state or its land is meant is told later, with the places.
    """
    by_name = " ".join(laid.text[slice(*span)].split()) in figure.forms
    if figure.kind in ("place", "state") and not speaks and _qualifies(laid, figure, span):
        return "role"
    if figure.kind == "place" or not by_name:
        return "place" if figure.kind == "place" else _called(laid, figure, span)
    return figure.kind


def _called(laid: LaidOut, figure: Figure, span: Stretch) -> MentionKind:
    """A state by its seat or capital is named; anybody else, and a state by its people, is called by a role."""
    state = world().states_in[laid.lang.code].get(" ".join(laid.text[slice(*span)].split()))
    seat = figure.kind == "state" and state is not None and state.kind in ("capital", "metonym")
    return "state" if seat else "role"


def _qualifies(laid: LaidOut, figure: Figure, span: Stretch) -> bool:
    """Whether an Indonesian name only says whose or which the noun before it is.

    A state behind any plain noun ("produk Inggris", "warga Palestina") or title ("Presiden Filipina"), a smaller place behind a
    title ("Gubernur Bali"); not behind a noun of places ("wilayah Rusia", "ibukota Mesir"), a verb, a preposition, or what opens
    a list ("yakni Guinea dan Mali").
    """
    if laid.lang.code != "id":
        return False
    before = laid.tokens.at(span[0]) - 1
    if before < 0 or not laid.tokens.words[before].isalpha():
        return False
    if sort_of(laid, before) in "RK":
        return True
    word, sets = laid.tokens.lower[before], laid.lang.singles
    if figure.kind != "state" or word in laid.lang.closed or word in sets["place_nouns"] or laid.tokens.capital(before):
        return False
    if opens_land(laid, before):
        return False
    closed = ("coordinators", "auxiliaries", "finite", "determiners", "definite", "passive_agent", "existing")
    return (
        not verb_like(laid, before)
        and laid.lang.cue_at(laid.tokens.lower, before) is None
        and not any(word in sets[name] for name in closed)
    )
