"""Bodies: whether a figure can be a body of people, and whether a common word for one ("the agency", "organisasi itu") can mean it."""

from __future__ import annotations

from typing import Final

from saksi.reading.figure import Figure
from saksi.reading.gender import gender_of
from saksi.reading.laid_out import LaidOut
from saksi.reading.wordsorts import sort_of
from saksi.words.forenames import forenames
from saksi.words.world import world

MENTIONS_LOOKED_AT: Final = 3
"""Mentions of a figure before which a title is looked for."""


def surely_person(laid: LaidOut, figure: Figure) -> bool:
    """Whether more than capitals makes one person of a name: a title, a role, a given name, an apposition, its surname alone."""
    if figure.kind != "person" or figure.sure:
        return figure.sure
    sets = laid.lang.singles
    known = figure.named and figure.name.split()[0] in forenames()
    one = (
        known
        or figure.roles
        or gender_of(laid, figure)
        or any(word in sets["humans"] or word in sets["role_heads"] for word in figure.about)
    )
    figure.sure = bool(one) or _short_of_person(laid, figure) or any(_titled(laid, start) for start, _ in figure.spans[:MENTIONS_LOOKED_AT])
    return figure.sure


def _short_of_person(laid: LaidOut, figure: Figure) -> bool:
    """Whether the text goes on with the surname alone, or in Indonesian with the first name."""
    parts = figure.name.split()
    return len(parts) > 1 and parts[-1 if laid.lang.code == "en" else 0] in figure.forms


def _titled(laid: LaidOut, start: int) -> bool:
    i = laid.tokens.at(start)
    k = i - 2 if i > 1 and laid.tokens.words[i - 1] == "." else i - 1
    return k >= 0 and sort_of(laid, k) in "RKH"


def may_be_body(laid: LaidOut, figure: Figure) -> bool:
    """Whether a figure is a body, or has a name of which nothing makes a person ("Brightwell")."""
    if figure.kind == "person":
        return figure.named and not surely_person(laid, figure)
    return figure.kind != "place" and not figure.plural


def called_so(laid: LaidOut, figure: Figure, noun: str) -> bool:
    """Whether the noun for a body ("agency", "organisasi") can mean a body whose own name may say what it is.

    A "Harbour Authority" is an agency and no party; "Brightwell" may be either.
    """
    sets, is_a = laid.lang.singles, laid.lang.is_a
    kinds = is_a.get(noun, frozenset())
    own = {word for word in figure.words() if word in sets["bodies"] or word in sets["companies"] or word in sets["organs"]}
    if figure.kind == "person" and noun not in sets["any_body"] and noun not in sets["companies"]:
        return False
    if noun in sets["companies"] and figure.name in world().bodies_in[laid.lang.code]:
        return False
    if noun in sets["vague_bodies"]:
        return own.isdisjoint(sets["organs"])
    return not own or noun in own or not own.isdisjoint(kinds)
