"""Parties: who a noun phrase names, with name, roles and affiliations told apart, in whatever order they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from saksi.reading.laid_out import LaidOut
from saksi.reading.media import outlet_at
from saksi.reading.wordsorts import sort_of

Stretch = tuple[int, int]
"""First and last token, both included."""


LONGEST_INITIALS = 3
"""Letters of initials inside a name ("Arnold AP Ritiauw")."""
SHORTEST_WITH_PERSON = 3
"""Words behind an institution's head from which the last two are the person's ("Universitas Mulia Jaya Hasan Basri")."""


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
    trimmed = [stretch for part in parts if (stretch := _trim(laid, *part))[0] <= stretch[1]]
    names = [_name_in(laid, first, last) for first, last in trimmed]
    chosen = _which_name(trimmed, names)
    if chosen < 0:
        return _nameless(laid, trimmed)
    roles: list[tuple[int, int]] = []
    affiliations: list[tuple[int, int]] = []
    name = (0, -1)
    for k, (first, last) in enumerate(trimmed):
        if k == chosen:
            name = names[k] or name
            affiliations += _behind_name(laid, name[1], last)
            last = name[0] - 1
        found_roles, found_affiliations = _roles(laid, first, last)
        roles += found_roles
        affiliations += found_affiliations
    return Party(*laid.span(*name), form="name", roles=roles, affiliations=affiliations, head=name[0])


def _behind_name(laid: LaidOut, end: int, last: int) -> list[tuple[int, int]]:
    """The institution behind a name: "Mira Lund of the University of Oslo"."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    begin = end + 1
    if laid.lang.code != "en" or begin >= last or lower[begin] not in sets["at_institution"]:
        return []
    begin += 2 if lower[begin + 1] in sets["articles"] else 1
    return [laid.span(begin, last)] if begin <= last else []


def _nameless(laid: LaidOut, parts: Sequence[Stretch]) -> Party | None:
    """The phrase of a party without a personal name: an institution that the parts name, else the first part."""
    phrases = [_phrase(laid, *part) for part in parts]
    for k, phrase in enumerate(phrases[1:], 1):
        if phrase.form == "institution" and phrases[0].form == "phrase":
            phrase.roles, phrase.affiliations = _roles(laid, *parts[0])
            return phrases[k]
    return phrases[0] if phrases else None


def _which_name(parts: Sequence[Stretch], names: Sequence[Stretch | None]) -> int:
    """Which part holds the speaker's name: the first, unless a later part is nothing but a name; -1 where none has one.

    "Adik perempuan Kim, Kim Yo Jong" and "Analis dari lembaga Sejong, Cheong Seong-chang" name the second.
    """
    first = next((k for k, name in enumerate(names) if name is not None), -1)
    if first < 0 or names[first] == parts[first]:
        return first
    return next((k for k in range(len(parts) - 1, first, -1) if names[k] == parts[k]), first)


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


def _name_in(laid: LaidOut, first: int, last: int) -> Stretch | None:
    """The personal or other proper name that ends the stretch; None where it ends in a role, institution or common word."""
    words, lower = laid.tokens.words, laid.tokens.lower
    medium = outlet_at(laid, first)
    if medium is not None and medium[1] == last:
        return medium
    while first < laid.quote_of[last]:
        last = laid.quote_of[last] - 1
    last = _before_place(laid, first, last)
    if first > 0 and (words[first - 1].islower() or laid.quote_of[first - 1] >= 0):
        last = _over_manner(laid, first, last)
    if _only_name(laid, first, last):
        return first, last
    begin = _name_begin(laid, first, last)
    if begin > last or lower[first] in laid.lang.singles["groups_around"]:
        return None
    if begin > first and (words[begin - 1] == "/" or _behind_from(laid, first, begin)):
        return None
    begin = _after_institution(laid, first, begin, last)
    return (begin, last) if begin <= last else None


def _only_name(laid: LaidOut, first: int, last: int) -> bool:
    """Whether the stretch is a personal name whose surname is also a place ("Hendarto Malaka")."""
    if last - first not in (1, 2) or first in laid.forms or sort_of(laid, last) != "P":
        return False
    return all(sort_of(laid, k) == "C" for k in range(first, last))


def _name_begin(laid: LaidOut, first: int, last: int) -> int:
    """First token of the name that ends at `last`, `last + 1` without one: names, initials, particles, from the end."""
    begin, i = last + 1, last
    if last > first and sort_of(laid, last) == "P" and sort_of(laid, last - 1) == "C" and _role_in(laid, first, last):
        begin, i = last, last - 1
    while i >= first:
        size = _name_part(laid, first, i, begin <= last)
        if size == 0:
            break
        i -= size
        if laid.tokens.words[i + 1] != ".":
            begin = i + 1
    return begin


def _name_part(laid: LaidOut, first: int, i: int, behind: bool) -> int:
    """How many tokens that end at `i` are part of a name: a name word, an initial with its stop, "van der" before one."""
    words, lower, particles = laid.tokens.words, laid.tokens.lower, laid.lang.singles["name_particles"]
    sort = sort_of(laid, i)
    if sort == "C" and not _common_at_start(laid, i):
        return 1
    if sort == "A" and len(words[i]) <= LONGEST_INITIALS and behind:
        return 1
    if sort == "A" and not behind and i > first and sort_of(laid, i - 1) == "C" and not _institution_before(laid, first, i):
        return 1
    if words[i] == "." and i > first and len(words[i - 1]) <= 2 and words[i - 1][0].isupper():
        return 1
    start = i
    while behind and start >= first and lower[start] in particles:
        start -= 1
    return i - start if start < i and start >= first and sort_of(laid, start) == "C" else 0


def _role_in(laid: LaidOut, first: int, last: int) -> bool:
    return any(sort_of(laid, k) in "RK" for k in range(first, last))


def _before_place(laid: LaidOut, first: int, last: int) -> int:
    """The last token before "di Benghazi", or before "of the University of Oslo" behind a name: no name stands there."""
    lower = laid.tokens.lower
    if laid.lang.code == "id":
        return next((k for k in range(first + 1, last) if lower[k] == "di"), last + 1) - 1
    at = laid.lang.singles["at_institution"]
    return next((k for k in range(first + 1, last) if lower[k] in at and sort_of(laid, k - 1) == "C"), last + 1) - 1


def _common_at_start(laid: LaidOut, i: int) -> bool:
    """A capitalised common word that opens a sentence: a lower-case word follows and the text has it in lower case too."""
    tokens = laid.tokens
    opens = i == 0 or not (tokens.words[i - 1][0].isalnum() or tokens.words[i - 1] in ",-")
    return opens and i + 1 < len(tokens) and tokens.words[i + 1][0].islower() and f" {tokens.lower[i]} " in laid.text


def _institution_before(laid: LaidOut, first: int, i: int) -> bool:
    return any(sort_of(laid, j) in "Oo" for j in range(first, i))


def _after_institution(laid: LaidOut, first: int, begin: int, last: int) -> int:
    """Where the name begins when the name of an institution or town runs into it ("Kepala Basarnas Muara Lapis Dodi Arga").

    Words that the text uses elsewhere otherwise than as a speaker belong to the institution. Behind an institution
    without any role there is no person ("PT Layar Biru"), `last + 1`.
    """
    if begin == first:
        return begin
    before = [sort_of(laid, k) for k in range(first, begin)]
    if not any(sort in "RKHN" for sort in before):
        return last + 1 if before[-1] in "OoA" or before[0] == "O" else begin
    while begin < last - 1 and _used_otherwise(laid, begin):
        begin += 1
    if begin == last and before[0] == "D" and not _speaks_alone(laid, begin):
        return last + 1
    if before[-1] not in "OoA":
        return begin
    if begin == last:
        return begin if _speaks_alone(laid, begin) and before[-1] != "O" else begin + 1
    if _speaks_alone(laid, begin):
        return begin
    shorter = next((i for i in range(begin + 1, last + 1) if _speaks_alone(laid, i)), None)
    if shorter is not None and shorter < last:
        return shorter
    if before[-1] == "O" and last - begin + 1 >= SHORTEST_WITH_PERSON:
        return last - 1
    return begin


def _over_manner(laid: LaidOut, first: int, last: int) -> int:
    """Without the adverb behind a name ("ujar Fadlan singkat")."""
    if sort_of(laid, first) not in "CHRK":
        return last
    end = last
    while end > first and laid.tokens.words[end].islower() and sort_of(laid, end) == "x":
        end -= 1
    return end if sort_of(laid, end) == "C" else last


def _elsewhere(laid: LaidOut, i: int) -> list[int]:
    """Other places of the word where it does not stand before the word that follows it here."""
    words = laid.tokens.words
    following = words[i + 1] if i + 1 < len(words) else ""
    return [j for j in laid.places_of(words[i]) if j != i and words[j + 1 : j + 2] != [following]]


def _speaks(laid: LaidOut, j: int) -> bool:
    """Whether a verb of speech or menurut/kata stands right before or behind the token."""
    lower, cues = laid.tokens.lower, laid.lang.cues
    return (j > 0 and lower[j - 1] in cues) or (j + 1 < len(lower) and lower[j + 1] in cues)


def _speaks_alone(laid: LaidOut, i: int) -> bool:
    """Whether the word is used elsewhere alone as a speaker's short name."""
    words = laid.tokens.words
    for j in _elsewhere(laid, i):
        alone = not (j and words[j - 1][0].isupper()) and not (j + 1 < len(words) and words[j + 1][0].isupper())
        if alone and _speaks(laid, j):
            return True
    return False


def _used_otherwise(laid: LaidOut, i: int) -> bool:
    """Whether the word is used elsewhere, and never as a speaker."""
    others = _elsewhere(laid, i)
    return bool(others) and not any(_speaks(laid, j) for j in others)


def _behind_from(laid: LaidOut, first: int, begin: int) -> bool:
    """As in "Analis dari lembaga pemikir Sejong": a lower-case word behind dari/of leads to the institution's name."""
    if not laid.tokens.words[begin - 1].islower() or sort_of(laid, begin - 1) != "x":
        return False
    return any(laid.tokens.lower[j] in ("dari", "of", "from", "at") for j in range(first, begin))


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
        if tokens.words[i] in ("'s", "’s", "’", "'"):
            affiliations = [laid.span(first, i - 1)] if all(sort_of(laid, j) in "PACo" for j in range(first, i)) else []
            first = i + 1
            break
    for i in range(first + 1, last):
        if tokens.lower[i] == "of" and sort_of(laid, i - 1) == "R":
            place = i + 1
            affiliations.append(laid.span(place, last))
            last = i - 1
            break
    head = next((i - 1 for i in range(first + 1, last + 1) if tokens.lower[i] in laid.lang.singles["prepositions"]), last)
    form = "institution" if tokens.capital(head) and sort_of(laid, head) in "CoOAP" else "phrase"
    return Party(*laid.span(first, last), form=form, affiliations=affiliations, head=first)


def _roles(laid: LaidOut, first: int, last: int) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The roles and affiliations in a stretch that holds no personal name."""
    roles: list[tuple[int, int]] = []
    affiliations: list[tuple[int, int]] = []
    i = first
    while i <= last:
        sort = sort_of(laid, i)
        if roles and laid.tokens.lower[i] in laid.lang.singles["at_institution"] and i < last:
            begin = i + 2 if laid.tokens.lower[i + 1] in laid.lang.singles["articles"] else i + 1
            if begin <= last:
                affiliations.append(laid.span(*_trim(laid, begin, last)))
            break
        if sort == "r" and i < last and laid.tokens.capital(i) and sort_of(laid, i + 1) in "Oo":
            sort = "o"
        if sort in "RK" or (sort == "r" and _role_ahead(laid, i, last)):
            end = _role_end(laid, i, last)
            roles.append(laid.span(i, end))
        elif sort in "OAPNCo" and not (sort == "N" and not roles and i == first and end_is_common(laid, i, last)):
            end = _affiliation_end(laid, i, last)
            affiliations.append(laid.span(*_trim(laid, i, end)))
        else:
            end = i
        i = end + 1
    return roles, affiliations


def end_is_common(laid: LaidOut, i: int, last: int) -> bool:
    """Whether nothing but common words follow: "warga setempat" is no affiliation."""
    return not any(laid.tokens.capital(j) for j in range(i, last + 1))


def _role_ahead(laid: LaidOut, i: int, last: int) -> bool:
    """ "Finance Minister", "deputy auditor general": words that lead up to a role head."""
    j = i
    while j <= last and sort_of(laid, j) == "r":
        j += 1
    return j <= last and sort_of(laid, j) == "R"


def _role_end(laid: LaidOut, i: int, last: int) -> int:
    """Last token of the role that begins at `i`: heads, ranks and the words that go on with them."""
    rank = sort_of(laid, i) == "K"
    j = i
    while j < last:
        sort = sort_of(laid, j + 1)
        if sort == "K" and not rank and laid.tokens.capital(j + 1):
            break
        if sort in "RrK" or (laid.tokens.words[j + 1] == "." and rank) or _lower_role_word(laid, j + 1, last):
            j += 1
        else:
            break
    return j


def _lower_role_word(laid: LaidOut, i: int, last: int) -> bool:
    """ "analis keamanan", "sopir truk": a lower-case word inside an Indonesian role that is no preposition."""
    word = laid.tokens.lower[i]
    return (
        laid.lang.code == "id"
        and laid.tokens.words[i][0].islower()
        and word not in laid.lang.singles["prepositions"]
        and word not in laid.lang.singles["relative"]
        and sort_of(laid, i) == "x"
    )


def _affiliation_end(laid: LaidOut, i: int, last: int) -> int:
    """Last token of the institution or place that begins at `i`: it ends before a role or rank."""
    j = i
    while j < last:
        nxt = j + 1
        sort = sort_of(laid, nxt)
        if sort in "RK" and (laid.tokens.capital(nxt) or laid.lang.code == "en"):
            break
        if sort == "r" and _role_ahead(laid, nxt, last):
            break
        j = nxt
    return j
