"""Offices: roles and affiliations in the part of an English noun phrase that holds no personal name.

The institution comes before its office ("Transport Ministry spokeswoman", "the agency's director") or behind a little word
("head of the port authority", "an analyst at Farrow & Tidd").
"""

from __future__ import annotations

from saksi.reading.laid_out import LaidOut
from saksi.reading.marks import POSSESSIVES
from saksi.reading.offices import Offices
from saksi.reading.wordsorts import sort_of, state_at


def english_offices(laid: LaidOut, first: int, last: int) -> Offices:
    """The offices between two tokens, read from the left; a stretch without a role may be an institution by itself."""
    found = Offices()
    i = _over_articles(laid, first, last)
    while i <= last:
        sort, lower = sort_of(laid, i), laid.tokens.lower[i]
        if lower in laid.lang.singles["at_institution"] and i < last and (found.roles or i == first):
            field = _field_end(laid, i, last) if found.roles else i
            if field > i:
                found.roles[-1] = (found.roles[-1][0], field)
                i = field + 1
                continue
            _take_institution(laid, found, i + 1, last)
            break
        if _opens_role(laid, i, last):
            end = _role_end(laid, i, last)
            owns = end + 1 < last and laid.tokens.words[end + 1] in POSSESSIVES and _before_role(laid, end + 1, last)
            (found.affiliations if owns else found.roles).append((i, end))
        elif (sort in "OAPNCor" or lower in laid.lang.singles["owners"]) and _before_role(laid, i, last):
            end = _affiliation_end(laid, i, last)
            _add_holder(laid, found, i, end)
        elif not found.roles and _names_body(laid, i, last):
            end = last
            found.affiliations.append((i, end))
        else:
            end = i
        i = end + 1
    found.roles = [role for k, role in enumerate(found.roles) if k + 1 == len(found.roles) or not _only_prefix(laid, role)]
    return found


def _names_body(laid: LaidOut, i: int, last: int) -> bool:
    """An institution, state or place by itself, or what owns the person ("Amnesty International's Ann Lee")."""
    owner = laid.tokens.words[last] in POSSESSIVES
    return laid.tokens.capital(i) and (owner or any(sort_of(laid, k) in "OAP" for k in range(i, last + 1)))


def _only_prefix(laid: LaidOut, role: tuple[int, int]) -> bool:
    """ "former" apart from its head ("former U.S. ambassador"): no role by itself."""
    return all(laid.tokens.lower[k] in laid.lang.singles["role_prefixes"] for k in range(role[0], role[1] + 1))


def _field_end(laid: LaidOut, i: int, last: int) -> int:
    """Last token of what an office is for ("director of research", "mother of three"), `i` where an institution follows."""
    tokens, sets = laid.tokens, laid.lang.singles
    end = next((k - 1 for k in range(i + 2, last + 1) if tokens.lower[k] in sets["prepositions"] or tokens.capital(k)), last)
    counted = (
        tokens.lower[i + 1] in sets["many"]
        or tokens.words[i + 1][0].isdigit()
        or tokens.lower[i + 1] in sets["determiners"] - sets["articles"]
    )
    if counted and tokens.lower[i + 1] not in sets["possessives"]:
        return i + 1 if end == last or tokens.capital(i + 2) else end
    plain = all(tokens.words[k].islower() and sort_of(laid, k) not in "OND" for k in range(i + 1, end + 1))
    return end if plain and end < last and tokens.lower[end + 1] in sets["at_institution"] else i


def _over_articles(laid: LaidOut, i: int, last: int) -> int:
    sets = laid.lang.singles
    while i < last and (laid.tokens.lower[i] in sets["articles"] or laid.tokens.lower[i] in sets["possessives"]):
        i += 1
    return i


def _take_institution(laid: LaidOut, found: Offices, i: int, last: int) -> None:
    """What follows of, at, for or from, up to a preposition that says where or when; a home town is no institution."""
    begin = _over_articles(laid, i, last)
    if laid.tokens.lower[i - 1] == "from" and not any(sort_of(laid, k) in "OA" or state_at(laid, k) for k in range(begin, last + 1)):
        return
    named = next((k for k in range(begin, last + 1) if laid.tokens.capital(k)), begin)
    if all(laid.tokens.lower[k] in laid.lang.singles["institution_heads"] for k in range(begin, named)):
        begin = named
    end = next((k - 1 for k in range(begin + 1, last + 1) if laid.tokens.lower[k] in ("in", "on", "who", "which", "that")), last)
    if begin <= end and not laid.tokens.words[begin][0].isdigit():
        found.affiliations.append((begin, end))


def _opens_role(laid: LaidOut, i: int, last: int) -> bool:
    """A head, rank or modifier of one, and not an institution's word that owns what follows ("union president")."""
    if sort_of(laid, i) in "RK":
        return True
    if not _leads_on(laid, i) or not _role_ahead(laid, i, last):
        return False
    return laid.tokens.lower[i] not in laid.lang.singles["owners"] and not _institution_ahead(laid, i, last)


def _leads_on(laid: LaidOut, i: int) -> bool:
    """Whether a word can be part of a role's name, as army is in "army spokesman"."""
    return sort_of(laid, i) == "r" or (laid.tokens.words[i].islower() and laid.tokens.lower[i] in laid.lang.singles["role_words"])


def _role_ahead(laid: LaidOut, i: int, last: int) -> bool:
    """ "Finance Minister", "deputy auditor general": words that lead up to a role head."""
    j = i
    while j <= last and _leads_on(laid, j):
        j += 1
    return j <= last and sort_of(laid, j) in "RK"


def _institution_ahead(laid: LaidOut, i: int, last: int) -> bool:
    """ "Foreign Ministry spokeswoman": the words lead to an institution's head first."""
    j = i
    while j < last and laid.tokens.capital(j) and sort_of(laid, j) in "ro":
        j += 1
    return laid.tokens.capital(j) and sort_of(laid, j) == "O"


def _before_role(laid: LaidOut, i: int, last: int) -> bool:
    """Whether a role follows somewhere behind, before any preposition."""
    for j in range(i + 1, last + 1):
        if laid.tokens.lower[j] in laid.lang.singles["prepositions"] - laid.lang.singles["at_institution"]:
            return False
        if _opens_role(laid, j, last):
            return True
    return False


def _affiliation_end(laid: LaidOut, i: int, last: int) -> int:
    """Last token of the institution, state or place that stands before its office."""
    j = i
    words = laid.tokens.words
    while (
        j < last
        and not _opens_role(laid, j + 1, last)
        and (laid.tokens.word(j + 1) or words[j + 1] in POSSESSIVES or words[j + 1] in "&.-")
    ):
        j += 1
    return j


def _add_holder(laid: LaidOut, found: Offices, i: int, end: int) -> None:
    """Without the possessive; common words that only describe ("veteran", "Moscow-based") name no institution."""
    while end > i and (laid.tokens.words[end] in POSSESSIVES or not laid.tokens.word(end)):
        end -= 1
    if any(sort_of(laid, k) in "OAPNCo" for k in range(i, end + 1)) or laid.tokens.lower[end] in laid.lang.singles["owners"]:
        found.affiliations.append((i, end))


def _role_end(laid: LaidOut, i: int, last: int) -> int:
    """Last token of the role that begins at `i`: heads, ranks and the words that go on with them."""
    rank = sort_of(laid, i) == "K"
    j = i
    while j < last:
        sort = sort_of(laid, j + 1)
        if sort == "K" and not rank:
            break
        if sort == "R" and rank and laid.titles.get(j + 1) != laid.titles.get(j):
            break
        if sort in "RK" or _leads_on(laid, j + 1) or (laid.tokens.words[j + 1] == "." and rank):
            j += 1
        else:
            break
    return j
