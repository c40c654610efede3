"""Name forms: the words of a party on one line, whose it is, what its acronym is, and whether two names can be one person's."""

from __future__ import annotations

from typing import Final

from saksi.reading.figure import Figure
from saksi.reading.laid_out import LaidOut
from saksi.reading.language import Language
from saksi.reading.marks import POSSESSIVES
from saksi.reading.parties import Party

LONGEST_POSSESSOR: Final = 5
"""Tokens of whose something is."""
SHORTEST_PARTICLE: Final = 3
"""Letters up to which what stands before a hyphen is a particle ("Al-Sufi")."""
SHORTEST_CUT: Final = 5
"""Letters that a name cut short must keep ("Khrisna" of "Khrisnamurti")."""


def are_two(lang: Language, form: str) -> bool:
    """ "Sukma Wirya-Fikri Arga": an Indonesian ticket of two, joined by a hyphen inside the name; not "Hamid Al-Sufi Arga"."""
    words = form.split()
    pairs = (word.split("-") for word in words[1:-1])
    return lang.code == "id" and any(len(pair) == 2 and all(len(p) > SHORTEST_PARTICLE and p[0].isupper() for p in pair) for pair in pairs)


def bare_name(lang: Language, form: str) -> str:
    """A body's name without the common words before it that say what it is ("union SANU", "Statistics agency INE")."""
    words = form.split()
    k = next((k for k in range(len(words) - 1, 0, -1) if words[k - 1].islower()), 0)
    if not k or not all(word[0].isupper() for word in words[k:]):
        return form
    noun, sets = words[k - 1], lang.singles
    says = noun in sets["bodies"] or noun in sets["companies"] or noun in sets["lobbies"]
    return " ".join(words[k:]) if says and lang.code == "en" else form


def possessor(laid: LaidOut, first: int) -> int:
    """First token of the possessor before a phrase ("victims' relatives", "Dahlberg's wife"), `first` without one."""
    lower, words = laid.tokens.lower, laid.tokens.words
    if first < 2 or lower[first - 1] not in POSSESSIVES:
        return first
    begin = first - 2
    while begin > 0 and words[begin - 1][0].isalpha() and first - begin < LONGEST_POSSESSOR:
        if lower[begin - 1] in laid.lang.singles["articles"] or not (laid.tokens.capital(begin - 1) and laid.tokens.capital(begin)):
            break
        begin -= 1
    return begin


def same_person(figure: Figure, form: str) -> bool:
    """Whether one name is a part of the other: "Waldhauser" of "Thomas Waldhauser"."""
    mine, other = figure.name.split(), form.split()
    short, full = sorted((mine, other), key=lambda parts: (len(parts), len(parts[0])))
    return all(part in full for part in short) or (
        len(short) == 1 and len(short[0]) >= SHORTEST_CUT and any(part.startswith(short[0]) for part in full)
    )


def acronym_behind(laid: LaidOut, i: int) -> str | None:
    """ "Komando Pusat AS (CENTCOM)": the acronym in the bracket that opens at token `i`, behind an institution."""
    words = laid.tokens.words
    if i + 2 < len(words) and words[i] == "(" and words[i + 2] == ")" and words[i + 1][:1].isupper():
        return words[i + 1]
    return None


def party_text(laid: LaidOut, party: Party) -> str:
    """The words that name a party, on one line."""
    return " ".join(laid.text[party.start : party.end].split())
