"""Parties: who a noun phrase names, with name, roles and affiliations told apart, in whatever order they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from saksi.reading.laid_out import LaidOut
from saksi.reading.marks import GENITIVES, POSSESSIVES
from saksi.reading.media import outlet_at
from saksi.reading.offices import Offices, indonesian_offices
from saksi.reading.offices_english import english_offices
from saksi.reading.personal_names import name_in
from saksi.reading.wordsorts import sort_of, state_at
from saksi.words.forenames import forenames

Stretch = tuple[int, int]
"""First and last token, both included."""


@dataclass(slots=True)
class Party:
    """`start`, `end` are the characters that name the speaker; `form` is name, institution, phrase, pronoun or enclitic."""

    start: int
    end: int
    form: str
    roles: list[tuple[int, int]] = field(default_factory=list)
    affiliations: list[tuple[int, int]] = field(default_factory=list)
    head: int = -1
    """The phrase's first token, for those who look at its words."""


def describe(laid: LaidOut, parts: Sequence[Stretch]) -> Party | None:
    """The party that the parts of one noun phrase name: one part, or a part with its appositions.

    "Ketua Bawaslu Indramayu Nurhadi" and "Ketua RT 003 Dusun Widoro, Safii (41)" both give the name with its role.
    """
    parts = [piece for part in parts for piece in _around_linking_word(laid, part)]
    parts = [part for part in parts if (stretch := _trim(laid, *part))[0] <= stretch[1]]
    trimmed = [_trim(laid, *part) for part in parts]
    names = [name_in(laid, first, last) for first, last in trimmed]
    chosen = _which_name(laid, trimmed, names)
    if chosen < 0:
        return _nameless(laid, trimmed)
    name = names[chosen] or (0, -1)
    offices = Offices()
    if chosen and name == outlet_at(laid, parts[0][0]):
        return Party(*laid.span(*name), form="name", head=parts[0][0])
    for k, (first, last) in enumerate(parts):
        if k == chosen:
            offices.affiliations += _behind_name(laid, name[1], trimmed[k][1])
            last = name[0] - 1
            if (size := laid.lang.classes["media_nouns"].length(laid.tokens.lower, first)) and size == name[0] - first:
                offices.roles.append((first, last))
                continue
        _add(offices, _offices(laid, first, last), laid)
    start, end = laid.span(name[0], _over_stop(laid, name[1]))
    roles, affiliations = _spans(laid, offices.roles), _spans(laid, sorted(offices.affiliations))
    return Party(start, end, form="name", roles=roles, affiliations=affiliations, head=name[0])


def _over_stop(laid: LaidOut, last: int) -> int:
    """With the stop of "Jr." at the end of a name."""
    tokens = laid.tokens
    stopped = last + 1 < len(tokens) and tokens.words[last + 1] == "." and tokens.lower[last] in laid.lang.singles["generations"]
    return last + 1 if stopped else last


def _around_linking_word(laid: LaidOut, part: Stretch) -> list[Stretch]:
    """ "warga bernama Siti", "Hasan selaku ketua": the two sides of a word that ties name and role."""
    first, last = part
    for i in range(first, last):
        if laid.tokens.lower[i] in laid.lang.singles["linking"]:
            return [stretch for stretch in ((first, i - 1), (i + 1, last)) if stretch[0] <= stretch[1]]
    return [part]


def _offices(laid: LaidOut, first: int, last: int) -> Offices:
    return indonesian_offices(laid, first, last) if laid.lang.code == "id" else english_offices(laid, first, last)


def _add(offices: Offices, more: Offices, laid: LaidOut) -> None:
    """The offices of a further part; a territory that only goes on lengthens the title, a town behind an institution says nothing new."""
    if more.affiliations and not more.roles and laid.lang.code == "id":
        first, last = more.affiliations[0]
        if offices.roles and not offices.affiliations and laid.tokens.lower[first] in laid.lang.singles["territories"]:
            offices.roles[-1] = (offices.roles[-1][0], last)
            return
        if offices.affiliations and sort_of(laid, first) == "P":
            return
    offices.roles += more.roles
    offices.affiliations += more.affiliations


def _spans(laid: LaidOut, stretches: Sequence[Stretch]) -> list[tuple[int, int]]:
    """Character offsets, with the bracket that belongs to an institution ("… Indonesia (IDI)") and without other marks."""
    found = []
    for first, last in stretches:
        begin, end = _trim(laid, first, last)
        if last > end and laid.tokens.words[last] == ")" and laid.tokens.words[end + 1] == "(":
            end = last
        elif last > end and laid.tokens.words[end + 1] == "." and sort_of(laid, end) in "KH":
            end += 1
        if begin <= end:
            found.append(laid.span(begin, end))
    return found


def _behind_name(laid: LaidOut, end: int, last: int) -> list[Stretch]:
    """The institution behind a name: "Mira Lund of the University of Oslo", "Hasan dari Balai Karantina"."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    begin = end + 1
    if begin >= last or lower[begin] not in sets["at_institution"]:
        return []
    begin += 2 if lower[begin + 1] in sets["articles"] else 1
    return [(begin, last)] if begin <= last else []


def _nameless(laid: LaidOut, parts: Sequence[Stretch]) -> Party | None:
    """The phrase of a party without a personal name: an institution that the parts name, else the first part."""
    phrases = [_phrase(laid, *part) for part in parts]
    for k, phrase in enumerate(phrases[1:], 1):
        if phrase.form == "institution" and phrases[0].form == "phrase":
            offices = _offices(laid, *parts[0])
            phrase.roles, phrase.affiliations = _spans(laid, offices.roles), _spans(laid, offices.affiliations)
            return phrases[k]
    return phrases[0] if phrases else None


def _which_name(laid: LaidOut, parts: Sequence[Stretch], names: Sequence[Stretch | None]) -> int:
    """Which part holds the speaker's name: the first, unless a later part opens with a name or rank; -1 where none has one.

    "Adik perempuan Kim, Kim Yo Jong", "Surat kabar Oslo, The Harbour Post" and
    "Komandan Pangkalan Lamun, Kolonel Teguh Wira" name a later one.
    """
    medium = next((k for k, part in enumerate(parts) if k and part == outlet_at(laid, parts[0][0])), -1)
    if medium > 0 and names[medium] == parts[medium]:
        return medium
    first = next((k for k, name in enumerate(names) if name is not None), -1)
    if first < 0 or names[first] == parts[first]:
        return first
    later = range(len(parts) - 1, first, -1)
    return next((k for k in later if (name := names[k]) is not None and _only_rank(laid, parts[k][0], name[0])), first)


def _only_rank(laid: LaidOut, begin: int, end: int) -> bool:
    """Whether nothing but ranks and forms of address stand before a name."""
    return all(sort_of(laid, k) in "KH." for k in range(begin, end))


def _trim(laid: LaidOut, first: int, last: int) -> Stretch:
    """Without marks at either end and without a bracket that closes it ("Safii (41)")."""
    words = laid.tokens.words
    while first <= last and not words[first][0].isalnum():
        first += 1
    while first <= last and not words[last][0].isalnum():
        if words[last] == ")":
            while last > first and words[last] != "(":
                last -= 1
        last -= 1
    return first, last


def _phrase(laid: LaidOut, first: int, last: int) -> Party:
    """A speaker without a personal name: an institution by its name, else the role or common phrase, else a pronoun."""
    tokens, lang = laid.tokens, laid.lang
    lower = tokens.lower
    pronouns = lang.pronouns
    if first == last and any(lower[first] in pronouns[sort] for sort in ("singular", "plural", "side", "oblique")):
        return Party(*laid.span(first, last), form="pronoun", head=first)
    if first == last and lower[first] in pronouns["first"]:
        return Party(*laid.span(first, last), form="first", head=first)
    if lang.code == "en":
        return _english_phrase(laid, first, last)
    own_name = tokens.capital(first) and sort_of(laid, first) in "OAP" and (last > first or sort_of(laid, first) != "O")
    form = "institution" if own_name and lower[last] not in lang.singles["definite"] else "phrase"
    return Party(*laid.span(first, last), form=form, head=first)


def _leads_to_holder(laid: LaidOut, first: int, i: int) -> bool:
    """ "the mayor of Masinloc", "an estimate by the spill agency", "mediators from Indonesia"."""
    word = laid.tokens.lower[i]
    if word == "of":
        return sort_of(laid, i - 1) == "R"
    if word == "by":
        return laid.tokens.lower[i - 1] in laid.lang.singles["evidence"]
    return (
        word == "from" and state_at(laid, i + 1) and not any(laid.tokens.lower[j] in laid.lang.singles["evidence"] for j in range(first, i))
    )


def _owns(laid: LaidOut, first: int, mark: int) -> bool:
    """Whether a state, place or institution owns what follows ("China's embassy"), no person ("Karim's ministry")."""
    words = laid.tokens.words
    if all(sort_of(laid, j) == "C" for j in range(first, mark)):
        if laid.tokens.lower[mark + 1] == "office":
            return True
        return words[mark] in GENITIVES and words[mark - 1] not in forenames() and not _surname(laid, words[mark - 1])
    return all(sort_of(laid, j) in "PACOoN" or laid.tokens.lower[j] in laid.lang.singles["owners"] for j in range(first, mark))


def _surname(laid: LaidOut, word: str) -> bool:
    """Whether the text uses the word as a person's name, behind a role, a form of address or another name."""
    return any(j and laid.tokens.capital(j - 1) and sort_of(laid, j - 1) in "RKHC" for j in laid.places_of(word))


def _named_after_many(laid: LaidOut, first: int, mark: int) -> bool:
    """ "Anglers' Club", "Teachers' Union": the possessors are part of the body's name."""
    tokens = laid.tokens
    plural = tokens.words[mark] in ("'", "’") and sort_of(laid, mark + 1) in "Oo" and tokens.capital(mark + 1)
    return plural and all(tokens.capital(k) and sort_of(laid, k) != "P" for k in range(first, mark))


def _english_phrase(laid: LaidOut, first: int, last: int) -> Party:
    """Without its article; a possessor that is a place or state is the affiliation ("Iran's Revolutionary Guard")."""
    tokens = laid.tokens
    sets = laid.lang.singles
    if (tokens.lower[first] in sets["articles"] or tokens.lower[first] in sets["possessives"]) and first < last:
        first += 1
    if tokens.lower[first] in sets["nameless"] and first < last:
        first += 1
    affiliations = []
    for i in range(first + 1, last):
        if tokens.words[i] in POSSESSIVES:
            if _named_after_many(laid, first, i):
                continue
            affiliations = [laid.span(first, i - 1)] if _owns(laid, first, i) else []
            first = i + 1
            break
    for i in range(first + 1, last):
        if _leads_to_holder(laid, first, i):
            begin = i + 2 if tokens.lower[i + 1] in sets["articles"] and i + 1 < last else i + 1
            affiliations.append(laid.span(begin, last))
            last = i - 1
            break
    head = next((i - 1 for i in range(first + 1, last + 1) if tokens.lower[i] in laid.lang.singles["prepositions"]), last)
    form = "institution" if tokens.capital(head) and sort_of(laid, head) in "CoOAP" else "phrase"
    return Party(*laid.span(first, last), form=form, affiliations=affiliations, head=first)
