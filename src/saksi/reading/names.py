"""Names: every capitalised name of a text with what sort of thing it names, whether or not it speaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from saksi.reading.laid_out import LaidOut
from saksi.reading.marks import GENITIVES
from saksi.reading.name_forms import acronym_behind
from saksi.reading.wordsorts import sort_of
from saksi.records.entity import EntityKind
from saksi.words.forenames import forenames

SHORTEST_ACRONYM: Final = 3
SHORTEST_HEADLINE: Final = 5
MOSTLY: Final = 0.65
"""Share of capitalised words from which a sentence is a headline in title case."""
ALMOST_ALL: Final = 0.85
"""The same for a sentence that ends in a stop or bracket, as a headline seldom does."""
LONGEST_INITIALS: Final = 2
"""Letters before a stop that is an abbreviation's: the sentence goes on ("S.Si., M.Si.")."""
LONGEST_NAME: Final = 5
"""Words of a personal name; a longer run of capitals is a list or a heading."""
LONG_DEED: Final = 8
"""Letters from which a word with ke-…-an or pe-…-an is surely no personal name."""
PERSON: Final = frozenset("CH")


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `first` to `last` of a name; `roles` are the tokens of the role right before it, if any."""

    first: int
    last: int
    kind: EntityKind
    roles: tuple[int, int] | None = None
    acronym: str | None = None


def find_names(laid: LaidOut) -> Iterator[Name]:
    """Names of persons (two words or more, or behind a role) and of institutions, in the order of the text."""
    headlines = _headlines(laid)
    behind = 0
    for i, word in enumerate(laid.tokens.words):
        if i < behind:
            continue
        if i in headlines:
            behind = headlines[i] + 1
        elif word[0].isupper() and word[0].isalpha() and sort_of(laid, i) != "x" and not _only_opens(laid, i):
            last = _run(laid, i)
            if last > i or sort_of(laid, i) in "CA":
                yield from _parse(laid, i, last)
            behind = last + 1


def _only_opens(laid: LaidOut, i: int) -> bool:
    """ "Adapun Hasan …", "Mengutip Reuters, …": a word that only opens its sentence, before a name."""
    if i and laid.tokens.word(i - 1):
        return False
    lower = laid.tokens.lower
    return (
        lower[i] in laid.lang.classes["discourse"]
        or lower[i] in laid.lang.singles["both"]
        or (lower[i] in laid.lang.singles["citing"] and laid.lang.code == "id")
    )


def _headlines(laid: LaidOut) -> dict[int, int]:
    """Sentences in which most words are capitalised, first token to last: their capitals say nothing of names."""
    found: dict[int, int] = {}
    words = laid.tokens.words
    for sentence in laid.sentences:
        letters = [word[0] for word in words[sentence.first : sentence.last + 1] if word[0].isalpha()]
        mostly = ALMOST_ALL if words[sentence.last] in ".)" else MOSTLY
        if words[sentence.last] == "." and len(words[sentence.last - 1]) <= LONGEST_INITIALS:
            continue
        if len(letters) >= SHORTEST_HEADLINE and sum(map(str.isupper, letters)) >= mostly * len(letters):
            found[sentence.first] = sentence.last
    return found


def _run(laid: LaidOut, first: int) -> int:
    """Last token of the capitalised run, over particles, initials and the little words inside institutions' names."""
    words, lower = laid.tokens.words, laid.tokens.lower
    joins, particles = laid.lang.singles["name_joints"], laid.lang.singles["name_particles"]
    last = first
    while last + 1 < len(words):
        nxt = last + 1
        word = words[nxt]
        if word[0].isupper() and word[0].isalpha():
            last = nxt
        elif nxt + 1 < len(words) and words[nxt + 1][0].isupper():
            if (
                (word == "." and len(words[last]) <= 2)
                or (lower[nxt] in particles and word not in GENITIVES)
                or sort_of(laid, nxt) == "C"
                or (lower[nxt] in joins and any(sort_of(laid, k) == "O" for k in range(first, last + 1)))
            ):
                last = nxt + 1
            else:
                break
        elif sort_of(laid, nxt) == "C":
            last = nxt
        else:
            break
    return last


def _parse(laid: LaidOut, first: int, last: int) -> Iterator[Name]:
    """The institution and the person in one run: "Ketua Komisi Pemilihan Umum Arief Budiman" holds both."""
    if last > first and _deed(laid, first):
        first += 1
    sorts = _sorts(laid, first, last)
    if len(sorts) == 1 and sorts[0] == "A" and len(laid.tokens.words[first]) >= SHORTEST_ACRONYM:
        if laid.tokens.words[first].title() not in laid.local_places:
            yield Name(first, last, "organization")
        return
    if _trades(laid, first, last, sorts) or _named_firm(laid, first, sorts):
        end = _over_stop(laid, last)
        yield Name(first, end, "organization", acronym=acronym_behind(laid, end + 1))
        return
    begin = _person_begins(laid, first, sorts)
    head = next((k for k, sort in enumerate(sorts) if sort == "O"), -1)
    if head >= 0:
        end = begin - 1
        if begin == len(sorts) - 1 and sorts[begin] == "C" and sorts[begin - 1] in "O":
            begin, end = len(sorts), len(sorts) - 1
        if end > head or (end == head and len(sorts) > 1):
            acronym = acronym_behind(laid, first + end + 1)
            opens = first + _english_head(laid, sorts, head)
            yield Name(_spelt(laid, opens, first + end, acronym), _over_stop(laid, first + end), "organization", acronym=acronym)
    if (name := _person_or_place(laid, first, begin, last, sorts)) is not None:
        yield name


def _sorts(laid: LaidOut, first: int, last: int) -> list[str]:
    """The sorts of the words of a run; a role word or people's noun at its head can be part of a name ("General Motors")."""
    sorts = [sort_of(laid, k) for k in range(first, last + 1)]
    if sorts[0] == "r" and len(sorts) > 1 and sorts[1] == "C" and not (first and sort_of(laid, first - 1) in "RKr"):
        sorts[0] = "C"
    if sorts[0] == "N" and len(sorts) > 1 and sorts[1] in "oOAC" and laid.tokens.word(first - 1):
        sorts[0] = "O"
    return sorts


def _person_begins(laid: LaidOut, first: int, sorts: list[str]) -> int:
    """Where in a run the words of a person's name begin that end it, its length where none do; behind an institution a known first name."""
    begin = len(sorts)
    while begin > 0 and (
        sorts[begin - 1] in PERSON
        or sorts[begin - 1] == "."
        or _particle(laid, first + begin - 1)
        or _initials(laid, first, begin - 1, sorts)
    ):
        begin -= 1
    if "O" in sorts[:begin]:
        known = (k for k in range(begin, len(sorts) - 1) if laid.tokens.words[first + k] in forenames())
        begin = next(known, begin)
    return begin


def _person_or_place(laid: LaidOut, first: int, begin: int, last: int, sorts: list[str]) -> Name | None:
    """What the words of a run from number `begin` name: a person of two words or more or with a role, a place, what is led."""
    while begin < len(sorts) and sorts[begin] in "H.":
        begin += 1
    length = sum(1 for sort in sorts[begin:] if sort == "C")
    role = _role_before(laid, first, first + begin)
    if begin >= len(sorts) or length > LONGEST_NAME or (length < 2 and (role is None or sorts[begin] != "C")):
        return None
    kind: EntityKind = "place" if role is None and _is_place(laid, first + begin, last) else "person"
    if kind == "person" and role is not None and (_led(laid, role, first + begin, last) or (length < 2 and _employs(laid, last))):
        kind, role = "organization", None
    return Name(first + begin, last, kind, role)


def _deed(laid: LaidOut, i: int) -> bool:
    """ "Ketidakhadiran Rizal", "Penangkapan Rizal": the name of a deed, in capitals only because it opens its sentence."""
    word = laid.tokens.lower[i]
    opens = i == 0 or not laid.tokens.word(i - 1)
    return (
        laid.lang.code == "id"
        and opens
        and sort_of(laid, i) in "Co"
        and word.startswith(("ke", "pe"))
        and word.endswith(("an", "annya"))
        and len(word) >= LONG_DEED
    )


def _trades(laid: LaidOut, first: int, last: int, sorts: list[str]) -> bool:
    """Whether a run is a company's name: "PT Samudra Lestari", "Larch Ferries Ltd", no role or institution beside it."""
    sets = laid.lang.singles
    if len(sorts) < 2 or not set(sorts[1:-1]) <= set("CorAP.") or sorts[0] in "RKHDN":
        return False
    if laid.tokens.lower[first] in sets["company_heads"]:
        return sorts[-1] in "CoAO"
    return laid.tokens.lower[last] in sets["company_endings"] and sorts[0] in "CAPo"


def _named_firm(laid: LaidOut, first: int, sorts: list[str]) -> bool:
    """ "shipyard Karlin Marine": a name that ends in a word of trades, right behind a common word for a company."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    if first == 0 or len(sorts) < 2 or sorts[0] != "C" or sorts[-1] not in "ro" or not set(sorts) <= set("Cro"):
        return False
    return laid.tokens.words[first - 1].islower() and (lower[first - 1] in sets["companies"] or lower[first - 1] in sets["bodies"])


def _employs(laid: LaidOut, last: int) -> bool:
    """ "a former Karlin engineer": an English name before a role in lower case is whose engineer it was."""
    tokens = laid.tokens
    if laid.lang.code != "en" or last + 1 >= len(tokens):
        return False
    return tokens.words[last + 1].islower() and sort_of(laid, last + 1) in "RK"


def _english_head(laid: LaidOut, sorts: list[str], head: int) -> int:
    """Where an English institution's name begins, whose head stands behind ("Harbour Trust", not "Mayor Trust")."""
    begin = head
    while laid.lang.code == "en" and begin > 0 and sorts[begin - 1] in "CoOAPr":
        begin -= 1
    return begin


def _over_stop(laid: LaidOut, last: int) -> int:
    """The stop of "Ltd." belongs to the name."""
    words = laid.tokens.words
    glued = last + 1 < len(words) and words[last + 1] == "." and laid.tokens.starts[last + 1] == laid.tokens.ends[last]
    return last + 1 if glued and laid.tokens.lower[last] in laid.lang.singles["company_marks"] else last


def _particle(laid: LaidOut, i: int) -> bool:
    return laid.tokens.words[i].islower() and laid.tokens.lower[i] in laid.lang.singles["name_particles"]


def _initials(laid: LaidOut, first: int, k: int, sorts: list[str]) -> bool:
    """Short capitals inside a name ("Arnold AP Ritiauw")."""
    return (
        sorts[k] == "A"
        and 0 < k < len(sorts) - 1
        and sorts[k - 1] == "C"
        and sorts[k + 1] == "C"
        and len(laid.tokens.words[first + k]) <= 3
    )


def _spelt(laid: LaidOut, first: int, last: int, acronym: str | None) -> int:
    """Where the words begin whose initials the acronym spells; `first` where none do."""
    if acronym is None:
        return first
    for begin in range(last, first, -1):
        initials = "".join(laid.tokens.words[k][0] for k in range(begin, last + 1) if laid.tokens.capital(k))
        if initials == acronym.upper():
            return begin
    return first


def _role_before(laid: LaidOut, first: int, begin: int) -> tuple[int, int] | None:
    """The role inside the run or right before it, over one comma ("juru bicara Kremlin Dmitry", "the deputy, Ilir Hysa")."""
    low = max(0, first - 5)
    k = begin - 1
    while k >= low and sort_of(laid, k) in "PoOAr":
        k -= 1
    if k >= low and laid.tokens.words[k] == "," and k > low:
        k -= 1
        if sort_of(laid, k) not in "RK" or _in_according(laid, k):
            return None
    if k < low or sort_of(laid, k) not in "RK":
        return None
    end = k
    while end + 1 < begin and sort_of(laid, end + 1) == "r":
        end += 1
    while k - 1 >= low and sort_of(laid, k - 1) in "RKr":
        k -= 1
    return k, end


def _in_according(laid: LaidOut, role: int) -> bool:
    """ "According to the officer, Orr slept", "Menurut dokter, Hasan sakit": whose word it is, not what Orr is."""
    lower, lang = laid.tokens.lower, laid.lang
    for k in range(role - 1, max(-1, role - LONGEST_NAME), -1):
        if not laid.tokens.word(k):
            return False
        if lang.classes["according_to"].length_before(lower, k):
            return True
    return False


def _led(laid: LaidOut, role: tuple[int, int], begin: int, last: int) -> bool:
    """ "Kapten Elang Biru, Yance Sahetapy, …": between a role and a name that a comma closes stands what is led, no person.

    Kin and who speaks for somebody have persons behind them ("Kuasa hukum Hasan, Sekar Ayu, …").
    """
    tokens, lang = laid.tokens, laid.lang
    if tokens.lower[role[0]] in lang.singles["kin"] | lang.singles["owned_roles"] or lang.classes["spokesmen"].length(
        tokens.lower, role[0]
    ):
        return False
    if lang.code != "id" or role[1] + 1 != begin or last + 3 >= len(tokens) or tokens.words[last + 1] != ",":
        return False
    end = last + 2
    while end < len(tokens) and sort_of(laid, end) in "CP":
        end += 1
    if end < last + 3 or tokens.words[end] != "," or end + 1 >= len(tokens):
        return False
    return tokens.words[end + 1].islower() and tokens.lower[end + 1] not in laid.lang.singles["coordinators"]


def _is_place(laid: LaidOut, begin: int, last: int) -> bool:
    before = laid.tokens.lower[begin - 1] if begin else ""
    return before in laid.lang.singles["place_openers"] or laid.tokens.lower[last] in laid.lang.singles["place_endings"]
