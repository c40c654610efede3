"""Offices: roles and affiliations in the part of an Indonesian noun phrase that holds no personal name.

The head of an office comes first, then its field or unit, then the institution: "Kepala Bidang Humas | Polda Banten".
English has another order and its own module.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from saksi.reading.laid_out import LaidOut
from saksi.reading.wordsorts import sort_of, state_at
from saksi.words.forenames import forenames
from saksi.words.places import places
from saksi.words.world import world

Stretch = tuple[int, int]
"""First and last token, both included."""

LONGEST_BRACKET: Final = 12
"""Tokens of an acronym or branch of service in brackets."""
LONGEST_INITIALS: Final = 3
"""Letters of a person's initials ("kuasa hukum RH")."""
"""Prepositions that lead from an office to where it is held ("Deputi Bidang Inovasi pada Lembaga …")."""


@dataclass(slots=True)
class Offices:
    """Roles and affiliations as stretches of tokens, in the order of the text."""

    roles: list[Stretch] = field(default_factory=list)
    affiliations: list[Stretch] = field(default_factory=list)


def indonesian_offices(laid: LaidOut, first: int, last: int) -> Offices:
    """The offices between two tokens; what stands before the first role says nothing of the speaker.

    A stretch without a role is an institution or place by itself ("…, Kelurahan Sumberejo, …").
    """
    found = Offices()
    i = first
    while i <= last:
        if laid.tokens.lower[i] in laid.lang.singles["learned"] and sort_of(laid, i) == "H":
            stopped = i < last and laid.tokens.words[i + 1] == "."
            found.roles.append((i, i + stopped))
            i += 1 + stopped
            continue
        if sort_of(laid, i) not in "RK" and not _leads_to_head(laid, i, last):
            i += 1
            continue
        stop = _stop(laid, i, last)
        end, begin = _cut(laid, i, stop)
        found.roles.append((i, end))
        if begin <= stop:
            found.affiliations.append((begin, _role_last(laid, begin, stop)))
        i = stop + 1
    if not found.roles:
        found.affiliations += _bare_institution(laid, first, last)
    return found


def _leads_to_head(laid: LaidOut, i: int, last: int) -> bool:
    """ "Humas PT X": a field's name right before a head or alone with its institution."""
    return sort_of(laid, i) == "r" and i < last and sort_of(laid, i + 1) == "R"


def _bare_institution(laid: LaidOut, first: int, last: int) -> list[Stretch]:
    """An institution that stands alone between commas; common words are none."""
    for i in range(first, last + 1):
        sort = sort_of(laid, i)
        if sort in "OAP" or (sort == "N" and any(laid.tokens.capital(j) for j in range(i + 1, last + 1))):
            return [(i, last)]
        if sort not in "xD.":
            break
    return []


def _stop(laid: LaidOut, i: int, last: int) -> int:
    """Last token of the office that begins at `i`: before a rank, a form of address or a second office."""
    tokens, sets = laid.tokens, laid.lang.singles
    institution, officer = False, not _titled(laid, i, last, "dwellers")
    j = _title_end(laid, i, last) + 1
    while j <= last:
        word, sort = tokens.lower[j], sort_of(laid, j)
        if word == "(" and (closing := _closing(laid, j, last)):
            j = closing + 1
            continue
        if (
            rank_at(laid, j)
            or (sort == "H" and j > i + 1)
            or (tokens.words[j] in laid.lang.singles["office_held"] and (institution or not _led_to(laid, j + 1, last, officer=officer)))
        ):
            return j - 1
        if sort == "R" and tokens.words[j].islower() and institution:
            return j - 1
        if j < last and sort_of(laid, j + 1) in "RK" and _joins_office(laid, j, institution=institution):
            return j - 1
        institution = institution or sort in "OAP"
        j += 1
    return last if tokens.lower[last] not in sets["second_office"] else last - 1


def _titled(laid: LaidOut, i: int, last: int, name: str) -> bool:
    """Whether one of the first two words from `i` on is a title of a list: experts go on with what they are about."""
    return any(laid.tokens.lower[k] in laid.lang.singles[name] for k in range(i, min(i + 2, last + 1)))


def _joins_office(laid: LaidOut, j: int, *, institution: bool) -> bool:
    """ "sekaligus anggota", "MPR dan anggota Komisi III", "Menteri Riset/Kepala BRIN": what a second office opens with."""
    word, sets = laid.tokens.lower[j], laid.lang.singles
    if word in ("/", "yang"):
        return True
    if word == ",":
        return laid.tokens.lower[j + 1] in sets["everyday_roles"]
    if word not in sets["second_office"]:
        return False
    return word in sets["also_holds"] or (institution and laid.tokens.lower[j + 1] in sets["everyday_roles"])


def rank_at(laid: LaidOut, j: int) -> bool:
    """Whether a rank opens here ("Komisaris Besar"), and not the general of "Direktorat Jenderal"."""
    if not laid.tokens.capital(j) or laid.tokens.lower[j - 1] in laid.lang.singles["general_offices"]:
        return False
    if laid.titles.get(j) == "K" or (laid.tokens.lower[j] in laid.lang.singles["ranks"] and laid.titles.get(j) is None):
        return True
    return laid.tokens.lower[j] == "komisaris" and sort_of(laid, j - 1) in "PC)" and laid.tokens.capital(j - 1)


def _title_end(laid: LaidOut, i: int, last: int) -> int:
    """Last token of the bare title: heads, prefixes and ranks in a row, over "dan" between two heads and a bracket."""
    tokens = laid.tokens
    rank = sort_of(laid, i) == "K"
    j = i
    while j < last:
        nxt = j + 1
        sort = sort_of(laid, nxt)
        if tokens.words[nxt] == "(" and (closing := _closing(laid, nxt, last)):
            if not rank and (closing == last or sort_of(laid, closing + 1) not in "RO"):
                break
            j = closing
        elif rank and (sort == "K" or tokens.words[nxt] == "."):
            j = nxt
        elif rank or (sort == "R" and tokens.lower[nxt] in laid.lang.singles["governing"]):
            break
        elif sort == "R" and not rank_at(laid, nxt):
            j = nxt
        elif tokens.lower[nxt] in ("dan", "and") and nxt < last and sort_of(laid, nxt + 1) == "R":
            j = nxt + 1
        else:
            break
    return j


def _closing(laid: LaidOut, opening: int, last: int) -> int:
    """The token that closes a short bracket, 0 without one."""
    words = laid.tokens.words
    return next((k for k in range(opening + 1, min(last, opening + LONGEST_BRACKET) + 1) if words[k] == ")"), 0)


def _cut(laid: LaidOut, i: int, stop: int) -> Stretch:
    """Last token of the role and first of its affiliation, which lies behind `stop` where there is none."""
    title = _title_end(laid, i, stop)
    if sort_of(laid, i) == "K":
        return title, _institution_behind_rank(laid, title + 1, stop)
    heads, begin = _heads(laid, title + 1, stop, minister=laid.tokens.lower[i : title + 1][:1] == ["menteri"])
    if begin < 0:
        begin = _territory(laid, i, title, stop) if not any(unit is False for _, unit in heads) else -1
    if begin < 0:
        begin = _institution(laid, i, title, stop, heads)
    return _role_last(laid, i, begin - 1), begin


def _institution_behind_rank(laid: LaidOut, begin: int, stop: int) -> int:
    return begin if begin <= stop and sort_of(laid, begin) in "OAP" else stop + 1


def _heads(laid: LaidOut, begin: int, stop: int, *, minister: bool) -> tuple[list[tuple[int, bool]], int]:
    """The heads of institutions in a row, each with whether it is but a unit; and where a preposition or body leads to one."""
    tokens = laid.tokens
    heads: list[tuple[int, bool]] = []
    expert = _titled(laid, max(0, begin - 2), begin - 1, "experts")
    at_home = _titled(laid, max(0, begin - 2), begin - 1, "dwellers")
    j = begin
    while j <= stop:
        if tokens.words[j] == "(" and (closing := _closing(laid, j, stop)):
            j = closing + 1
            continue
        if tokens.words[j] in laid.lang.singles["office_held"] and (led := _led_to(laid, j + 1, stop, officer=not at_home)):
            return heads, led
        if (not expert or _pointed_at(laid, j, stop)) and _common_body(laid, j, stop):
            return heads, j
        kind = None if minister else _head_kind(laid, j, begin)
        glued = (
            bool(heads) and heads[-1][0] == j - 1 and (tokens.lower[j - 1] == "fraksi" or (not heads[-1][1] and tokens.words[j].isupper()))
        )
        if kind is not None and not glued:
            heads.append((j, kind))
        j += 1
    return heads, -1


def _common_body(laid: LaidOut, j: int, stop: int) -> bool:
    """ "juru bicara kementerian", "anggota kelompok Melati": a body in lower case; a loose one only with a name."""
    if sort_of(laid, j) != "N" or not laid.tokens.words[j].islower():
        return False
    loose = laid.tokens.lower[j] in laid.lang.singles["loose_bodies"]
    return not loose or (laid.tokens.lower[j] == "kelompok" and any(laid.tokens.capital(k) for k in range(j + 1, stop + 1)))


def _pointed_at(laid: LaidOut, j: int, stop: int) -> bool:
    """ "peneliti lembaga itu": an institution in lower case that the text has named."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    return j < stop and lower[j] in sets["institution_heads"] and lower[j + 1] in sets["definite"]


def _head_kind(laid: LaidOut, j: int, begin: int) -> bool | None:
    """False for the head of an institution, True for that of a unit, None for any other word."""
    tokens, sets = laid.tokens, laid.lang.singles
    word, sort = tokens.lower[j], sort_of(laid, j)
    if not tokens.capital(j) or word in sets["territories"] or (word in sets["inner_heads"] and j > begin):
        return None
    if word in sets["units"]:
        return True
    if word == "komisi" and j + 1 < len(tokens) and (tokens.lower[j + 1] in sets["numerals"] or len(tokens.words[j + 1]) == 1):
        return True
    if sort == "A" or (word in sets["acronyms"] and tokens.words[j].isupper()):
        follows = j > begin and sort_of(laid, j - 1) == "A" and tokens.lower[j - 1] not in sets["units"]
        return None if follows or tokens.lower[j - 1] in sets["second_office"] else False
    return False if sort == "O" or (j == begin and (word in sets["inner_heads"] or word in sets["governing"])) else None


def _led_to(laid: LaidOut, begin: int, stop: int, *, officer: bool) -> int:
    """The institution, body or state behind a preposition; 0 where only a place of work or birth follows."""
    out_of = laid.tokens.lower[begin - 1] == "dari"
    for j in range(begin, stop + 1):
        if sort_of(laid, j) in "OAN" or laid.tokens.lower[j] in laid.lang.singles["institution_heads"] - laid.lang.singles["territories"]:
            return j
        if out_of and (state_at(laid, j) or (officer and sort_of(laid, j) == "C")):
            return j
    return 0


def _territory(laid: LaidOut, i: int, title: int, stop: int) -> int:
    """Behind a territory's head: past the end where the territory belongs to the title, else where it begins; -1 elsewhere.

    "Gubernur Jawa Barat" is the title of an Indonesian office; of a territory abroad only the place is said.
    """
    tokens = laid.tokens
    if _closes_with(laid, "area_commands", i, title):
        return title + 1
    if _closes_with(laid, "neighbourly", i, title) or _closes_with(laid, "dwellers", i, title):
        return stop + 1
    if not _closes_with(laid, "territorial", i, title):
        return -1
    begin = title + 1
    while begin <= stop and tokens.lower[begin] in laid.lang.singles["territories"]:
        begin += 1
    if begin > stop:
        return stop + 1
    end = next((k - 1 for k in range(begin + 1, stop + 1) if tokens.words[k] == "("), stop)
    name = " ".join(tokens.words[begin : end + 1])
    capital = world().states_in["id"].get(name)
    known = name in places().indonesian or (capital is not None and capital.iso3 == "IDN")
    return stop + 1 if known else title + 1


def _closes_with(laid: LaidOut, name: str, i: int, title: int) -> bool:
    """Whether the title from `i` on closes with a member of a list."""
    members = laid.lang.classes[name]
    return any(members.length(laid.tokens.lower, k) == title - k + 1 for k in range(max(i, title - 2), title + 1))


def _institution(laid: LaidOut, i: int, title: int, stop: int, heads: list[tuple[int, bool]]) -> int:
    """Where the affiliation begins, `stop + 1` where the office has none."""
    if not heads:
        return _unlisted(laid, i, title, stop)
    (at, unit), lower, sets = heads[0], laid.tokens.lower, laid.lang.singles
    if at == stop and sort_of(laid, at) == "A" and len(lower[at]) <= LONGEST_INITIALS and _serves(laid, i, title):
        return stop + 1
    closing = next((j for j, _ in heads if _closes_english(laid, j, stop)), None)
    if closing is not None:
        return _english_name(laid, title + 1, closing)
    if len(heads) == 1 or lower[at] in sets["final_heads"]:
        return stop + 1 if unit and lower[at] != "komisi" else at
    if lower[at] in sets["whole_bodies"] or (not unit and heads[1][1]):
        return at
    if lower[at] in sets["faculties"] and any(lower[k] in sets["belonging"] and k not in laid.titles for k in range(i, title + 1)):
        return at
    return heads[1][0]


def _closes_english(laid: LaidOut, j: int, stop: int) -> bool:
    """ "Press Network", "Santika Hotel", but not "Center of Reform" or "Hotel Santika"."""
    sets = laid.lang.singles
    if laid.tokens.lower[j] in sets["establishments"]:
        return j == stop and sort_of(laid, j - 1) == "C"
    return laid.tokens.lower[j] in sets["final_heads"] and (j == stop or laid.tokens.lower[j + 1] not in ("of", "for"))


def _english_name(laid: LaidOut, begin: int, head: int) -> int:
    """First token of the English name that a head closes, behind the office's own ("Ketua Harian Bali Hotel Association")."""
    while begin < head and sort_of(laid, begin) in "rRx":
        begin += 1
    return begin


def _unlisted(laid: LaidOut, i: int, title: int, stop: int) -> int:
    """The state, place or name behind a role without any head of an institution ("CEO Bukabekas", "Presiden Norwegia").

    A person behind kin or counsel is no institution ("kuasa hukum Hasan").
    """
    lower, sets = laid.tokens.lower, laid.lang.singles
    minister = lower[title] == "menteri"
    english = next((k for k in range(title + 1, stop) if lower[k] == "of"), None)
    if english is not None:
        return stop if stop > english + 1 else english + 1
    j = title
    while j < stop:
        j += 1
        sort = sort_of(laid, j)
        if laid.tokens.words[j] == "(":
            j = _closing(laid, j, stop) or stop
        elif sort == "P" or (sort == "A" and not minister):
            return j
        elif laid.tokens.lower[j] == "tim":
            return stop + 1
        elif sort == "C":
            personal = _serves(laid, i, title) or any(lower[k] in sets["kin"] for k in range(i, title + 1))
            return stop + 1 if personal or laid.tokens.words[j] in forenames() or _surname(laid, j) else j
    return stop + 1


def _serves(laid: LaidOut, i: int, title: int) -> bool:
    """ "kuasa hukum RH": the role of one who stands up for a person, whose name is no institution."""
    return any(laid.tokens.lower[k] in laid.lang.singles["counsel"] for k in range(i, title + 1))


def _surname(laid: LaidOut, j: int) -> bool:
    """ "agen Ferrandi", where the text has "Luca Ferrandi" too: a person's name, no company's."""
    words = laid.tokens.words
    return any(k and words[k - 1] in forenames() for k in laid.places_of(words[j]))


def _role_last(laid: LaidOut, i: int, end: int) -> int:
    """Without the commas and little words that lead on to the affiliation."""
    tokens, sets = laid.tokens, laid.lang.singles
    while end > i and (
        (not tokens.word(end) and tokens.words[end] != ")")
        or tokens.lower[end] in sets["office_held"]
        or tokens.lower[end] in sets["second_office"]
        or tokens.lower[end] in sets["relative"]
        or tokens.lower[end] in sets["leads_to_body"]
    ):
        end -= 1
    return end
