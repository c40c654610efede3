"""Personal names: where the name of a person begins and ends in a phrase that also holds roles and institutions."""

from __future__ import annotations

from typing import Final

from saksi.reading.gender import given_names
from saksi.reading.laid_out import LaidOut
from saksi.reading.media import outlet_at
from saksi.reading.wordsorts import sort_of
from saksi.words.forenames import forenames

Stretch = tuple[int, int]
"""First and last token, both included."""

LONGEST_INITIALS: Final = 2
"""Letters of initials inside a name ("Arnold AP Ritiauw")."""
SHORTEST_WITH_PERSON: Final = 3
"""Words behind an institution's head from which the last two are the person's ("Universitas Mulia Jaya Hasan Basri")."""


def name_in(laid: LaidOut, first: int, last: int) -> Stretch | None:
    """The personal or other proper name that ends the stretch; None where it ends in a role, institution or common word."""
    words, lower = laid.tokens.words, laid.tokens.lower
    medium = outlet_at(laid, first)
    if medium is not None and medium[1] == last:
        return medium
    while first < (opening := laid.quote_of[last]):
        if all(sort_of(laid, k) in "NO" for k in range(first, opening)):
            return opening + 1, last
        last = opening - 1
    last = _before_degrees(laid, first, _before_place(laid, first, last))
    if first > 0 and (words[first - 1].islower() or laid.quote_of[first - 1] >= 0):
        last = _over_manner(laid, first, last)
    if _only_name(laid, first, last):
        return first, last
    begin = _name_begin(laid, first, last)
    if begin > last or lower[first] in laid.lang.singles["groups_around"]:
        return None
    if begin > first and (words[begin - 1] == "/" or _relative_of(laid, begin - 1)):
        return None
    given = _given(laid, first, begin, last) if begin > first and _role_in(laid, first, begin) else None
    if given is None and begin > first and _behind_from(laid, first, begin):
        return None
    begin = _after_institution(laid, first, begin, last) if given is None else given
    while begin < last and lower[begin] in laid.lang.singles["initial_honorifics"] and words[begin + 1] == ".":
        begin += 2
    return (begin, last) if begin <= last else None


def _relative_of(laid: LaidOut, i: int) -> bool:
    """ "Sahabat Rini", "Ayah Siti": behind an Indonesian word of kin stands whose kin it is, no name of the speaker."""
    return laid.lang.code == "id" and laid.tokens.lower[i] in laid.lang.singles["kin"] and sort_of(laid, i) == "R"


def _only_name(laid: LaidOut, first: int, last: int) -> bool:
    """Whether the stretch is a personal name whose surname or given name is also a place ("Hendarto Malaka", "Milan Orr")."""
    if last - first in (1, 2) and laid.tokens.words[first] in given_names() and sort_of(laid, first) == "P":
        return all(sort_of(laid, k) == "C" for k in range(first + 1, last + 1))
    if last - first not in (1, 2) or first in laid.forms or sort_of(laid, last) != "P":
        return False
    return all(sort_of(laid, k) == "C" for k in range(first, last))


def _before_degrees(laid: LaidOut, first: int, last: int) -> int:
    """Without degrees behind a name ("Hasan Basri SH, M.Hum")."""
    while last > first:
        begin = degree_begin(laid, first, last)
        if begin <= first or begin > last:
            return last
        last = begin - 1
        while last > first and not laid.tokens.word(last):
            last -= 1
    return last


def degree_begin(laid: LaidOut, first: int, last: int) -> int:
    """First token of the degree that ends at `last` ("S.H.", "M.Si", "PhD"), `last + 1` where none does."""
    tokens = laid.tokens
    begin = last
    while begin > first and tokens.starts[begin] == tokens.ends[begin - 1]:
        begin -= 1
    written = tokens.slice(begin, last)
    bare = written.replace(".", "")
    shaped = "." in written or bare.isupper() or any(letter.isupper() for letter in bare[1:])
    return begin if shaped and bare.lower() in laid.lang.singles["academic_degrees"] else last + 1


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
    if (sort == "C" and not _common_at_start(laid, i)) or (sort == "P" and behind and i == first and words[i] in forenames()):
        return 1
    if sort == "A" and len(words[i]) <= LONGEST_INITIALS and behind and (i == first or sort_of(laid, i - 1) == "C"):
        return 1
    if sort == "A" and not behind and i > first and sort_of(laid, i - 1) == "C" and not _institution_before(laid, first, i):
        return 1
    if behind and words[i] in ("I", "Ni") and words[i + 1] in forenames():
        return 1
    if behind and sort == "o" and i > first and words[i - 1] in forenames() and words[i + 1].istitle():
        return 1
    if words[i] == "&" and behind and i > first and sort_of(laid, i - 1) in "CA":
        return 1
    if words[i] == "." and i > first and words[i - 1][0].isupper() and (len(words[i - 1]) <= 2 or words[i - 1] in forenames()):
        return 1
    if not behind and lower[i] in laid.lang.singles["generations"] and i > first and sort_of(laid, i - 1) == "C":
        return 1
    if not behind and words[i] == "." and lower[i - 1] in laid.lang.singles["generations"] and i > first:
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
        return next((k for k in range(first + 1, last) if _at_place(laid, k, last) or _from_behind_name(laid, first, k)), last + 1) - 1
    at = laid.lang.singles["at_institution"]
    return next((k for k in range(first + 1, last) if lower[k] in at and sort_of(laid, k - 1) == "C"), last + 1) - 1


def _at_place(laid: LaidOut, k: int, last: int) -> bool:
    """ "di Benghazi", where no name follows the place as in "Konsul Jenderal RI di Chicago Meri Binsar"."""
    if laid.tokens.words[k] != "di":
        return False
    return sort_of(laid, k - 1) == "C" or sort_of(laid, k + 1) != "P" or sort_of(laid, last) != "C"


def _from_behind_name(laid: LaidOut, first: int, k: int) -> bool:
    """ "kata Hasan dari Balai Karantina": dari right behind a name that opens the phrase."""
    return laid.tokens.lower[k] == "dari" and all(sort_of(laid, j) in "CH." for j in range(first, k))


def _common_at_start(laid: LaidOut, i: int) -> bool:
    """A capitalised common word that opens a sentence: a lower-case word follows and the text has it in lower case too."""
    tokens = laid.tokens
    opens = i == 0 or not (tokens.words[i - 1][0].isalnum() or tokens.words[i - 1] in ",-")
    return opens and i + 1 < len(tokens) and tokens.words[i + 1][0].islower() and f" {tokens.lower[i]} " in laid.text


def _institution_before(laid: LaidOut, first: int, i: int) -> bool:
    return any(sort_of(laid, j) in "Oo" for j in range(first, i))


def _after_institution(laid: LaidOut, first: int, begin: int, last: int) -> int:
    """Where the name begins when the name of an institution or town runs into it ("Kepala Basarnas Muara Lapis Dodi Arga").

    Words that the text uses elsewhere otherwise than as a speaker belong to the institution, unless they are given names.
    Behind an institution without any role there is no person ("PT Layar Biru"), `last + 1`.
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
        headed = before[-1] == "O" and laid.tokens.lower[begin - 1] not in laid.lang.singles["short_forms"]
        return begin if _speaks_alone(laid, begin) and not headed else begin + 1
    if _speaks_alone(laid, begin):
        return begin
    shorter = next((i for i in range(begin + 1, last + 1) if _speaks_alone(laid, i)), None)
    if shorter is not None and shorter < last:
        return shorter
    if before[-1] == "O" and last - begin + 1 >= SHORTEST_WITH_PERSON:
        return last - 1
    return begin


def _given(laid: LaidOut, first: int, begin: int, last: int) -> int | None:
    """Where a known given name opens the person's name, behind an institution, a village or a company; None without one."""
    if laid.lang.code != "id":
        return None
    tokens, sets = laid.tokens, laid.lang.singles
    words, lower, known = tokens.words, tokens.lower, forenames()
    namesakes = laid.lang.classes["namesakes"]
    if sort_of(laid, begin - 1) in "Oo":
        begin += namesakes.length(lower, begin) or max(0, namesakes.length(lower, begin - 1) - 1)
    if begin > last:
        return None
    if words[begin] in known or words[begin] in ("I", "Ni"):
        return begin
    village = lower[begin - 1] in sets["villages"] or lower[begin - 1] in sets["neighbourly"]
    if lower[begin - 1] in sets["territories"] or (village and begin < last and words[begin + 1] in known):
        return begin + 1 if begin < last else begin
    at = next((i for i in range(begin + 1, last) if words[i] in known or words[i] in ("I", "Ni")), None)
    if at is None:
        return None
    company = at <= begin + 2 and any(lower[k] in sets["company_offices"] for k in range(first, begin))
    regional = lower[begin - 1] in sets["regional_bodies"]
    whole = not regional and (lower[begin - 1] in sets["acronyms"] or lower[begin - 1] in sets["short_forms"])
    if at == begin + 1 and (whole or begin - 1 in laid.forms):
        return begin
    body = sort_of(laid, begin - 1) in "OorRN" and _institution_before(laid, first, begin) and not whole
    return at if company or body or regional else None


def _over_manner(laid: LaidOut, first: int, last: int) -> int:
    """Without the adverb behind a name ("ujar Fadlan singkat")."""
    if sort_of(laid, first) not in "CHRK":
        return last
    end = last
    if laid.tokens.lower[last] in laid.lang.singles["definite"]:
        return last
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
