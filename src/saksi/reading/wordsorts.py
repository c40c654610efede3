"""Word sorts: what a word can be inside a name or a role, by the lists of the language and the world.

One letter a sort: R role head, K rank, H honorific, O institution head, o word of institutions' names, r word that goes
on with a role, P place or state, A acronym, C other capitalised word, N body of people, D determiner, d figure, x other.
"""

from __future__ import annotations

from saksi.reading.laid_out import LaidOut

ALWAYS_HONORIFIC = frozenset({"KH", "TGH", "H"})
"""Honorifics that are written in capitals and are no initials of a body."""
SHORT_RANK = 2
"""Letters of a branch of service that counts in capitals only ("Jenderal AL", not "Al Jazeera")."""


def sort_of(laid: LaidOut, i: int) -> str:
    """The sort of token `i`; a role head wins over the other lists."""
    word = laid.tokens.words[i]
    if i in laid.titles:
        return "R"
    key = (word, i in laid.forms)
    known = laid.sorts.get(key)
    if known is None:
        known = laid.sorts[key] = _sort(laid, word, i)
    return known


def _sort(laid: LaidOut, word: str, i: int) -> str:
    if not word[0].isalnum():
        return "."
    lower = word.lower()
    sets = laid.lang.singles
    if word[0].isdigit():
        return "d"
    if lower in laid.lang.closed:
        return "x"
    if lower in sets["honorifics"] and (not word.isupper() or word in ALWAYS_HONORIFIC):
        return "H"
    if lower in sets["role_heads"] or lower in sets["role_prefixes"]:
        return "R"
    if lower in sets["ranks"] or (lower in sets["rank_words"] and (word.isupper() or len(word) > SHORT_RANK)):
        return "K"
    capital = word[0].isupper()
    institutional = lower in sets["institution_heads"] or lower in sets["institution_words"]
    if capital and (i in laid.forms or (word in laid.local_places and not institutional)):
        return "P"
    if capital and lower in sets["institution_heads"]:
        return "O"
    if lower in sets["collectives"]:
        return "N"
    if lower in sets["role_words"]:
        return "r"
    if lower in sets["determiners"]:
        return "D"
    if not capital:
        particle, _, rest = word.partition("-")
        return "C" if rest[:1].isupper() and particle in sets["name_particles"] else "x"
    if lower in sets["institution_words"]:
        return "o"
    if len(word) > 1 and word.isupper():
        return "A"
    return "C"
