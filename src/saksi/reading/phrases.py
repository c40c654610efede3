"""Phrases: the noun phrase inside a stretch between commas, told from adverbials, relatives and clauses."""

from __future__ import annotations

from typing import Final

from saksi.reading.laid_out import LaidOut
from saksi.reading.marks import MARKS
from saksi.reading.parties import Party, Stretch, describe
from saksi.reading.personal_names import degree_begin
from saksi.reading.verbs import finite_at, participle, past_like, verb_like
from saksi.reading.wordsorts import sort_of

PARTY_MARKS: Final = ("R-", "D-", "I-")
"""What an American politician's party and state stand behind ("R-Ky.")."""
MOST_PARTS: Final = 6
"""Appositions and adjuncts between a subject and its verb; a longer chain is a list, not a subject."""


def joint(laid: LaidOut, part: Stretch) -> list[Party]:
    """The parties of one phrase: "Armenia dan Azerbaijan" are two, "Kamar Dagang dan Industri" is one; "baik X maupun Y" always two."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    both = lower[part[0]] in sets["both"] and part[0] < part[1]
    if both:
        part = (part[0] + 1, part[1])
    for i in range(part[0] + 1, part[1]):
        if lower[i] in sets["both_and"] and (both or lower[i] not in sets["coordinators"]):
            return [*joint(laid, (part[0], i - 1)), *joint(laid, (i + 1, part[1]))]
        if lower[i] in sets["coordinators"] and _both_named(laid, part, i):
            return [*joint(laid, (part[0], i - 1)), *joint(laid, (i + 1, part[1]))]
    party = describe(laid, [part])
    return [party] if party is not None else []


def _both_named(laid: LaidOut, part: Stretch, i: int) -> bool:
    """Whether names, states or institutions stand on both sides of the coordinator."""
    forms = laid.forms
    left_known = forms.get(part[0]) == i - 1
    right_known = i + 1 in forms and forms[i + 1] == part[1]
    if left_known or right_known:
        return laid.tokens.capital(part[0]) and laid.tokens.capital(i + 1)
    left = [sort_of(laid, j) for j in range(part[0], i)]
    right = [sort_of(laid, j) for j in range(i + 1, part[1] + 1)]
    if all(s in "CHP." for s in left):
        return all(s in "CHP." for s in right) or (right[0] in "RKH" and right[-1] == "C")
    if all(s in "CH." for s in right):
        return left[0] in "RK" and left[-1] == "C" and not any(s in "oO" for s in left)
    return left[0] in "RK" and right[0] in "RK" and left[-1] == "C" and right[-1] == "C"


def one_office(laid: LaidOut, first: int, last: int) -> bool:
    """Whether a stretch with commas is the one name of an office ("Menteri Politik, Hukum, dan Keamanan"), no list of people.

    It opens with a role, ends behind a coordinator, and between its commas stand only words that offices are named with.
    """
    lower, words, sets = laid.tokens.lower, laid.tokens.words, laid.lang.singles
    commas = [i for i in range(first, last + 1) if words[i] == ","]
    joined = max((i for i in range(first, last) if lower[i] in sets["coordinators"]), default=-1)
    if not commas or joined < commas[-1] or not any(sort_of(laid, i) in "R" for i in range(first, commas[0])):
        return False
    inner = range(commas[0], joined)
    return (
        sort_of(laid, commas[0] - 1) in "roORx"
        and all(sort_of(laid, i) in "roORN.x" for i in inner)
        and sort_of(laid, joined + 1) in "roON"
    )


def office_joined(laid: LaidOut, parts: list[Stretch]) -> list[Stretch]:
    """The parts with those as one that are the name of one office ("Kepala Dinas Pangan, Pertanian, dan Perikanan")."""
    for k, (first, last) in enumerate(parts):
        if first > last or not any(laid.tokens.lower[i] in laid.lang.singles["coordinators"] for i in range(first, last)):
            continue
        for m in range(k + 1, len(parts)):
            if parts[m][0] <= parts[m][1] and one_office(laid, parts[m][0], last):
                return [*parts[:k], (parts[m][0], last), *parts[m + 1 :]]
    return parts


def beside_name(laid: LaidOut, part: Stretch) -> bool:
    """A degree or party mark between commas ("Hasan Basri, S.H., mengatakan", "Dent, D-Ohio, said"); not initials behind a common word."""
    first, last = part
    if first > 1 and laid.tokens.words[first - 1] == "," and laid.tokens.words[first - 2].islower():
        return False
    return degree_begin(laid, first, last) == first or laid.tokens.words[first].startswith(PARTY_MARKS)


def bare_age(laid: LaidOut, part: Stretch) -> bool:
    """ "Mira Lund, 41, a driver": a figure alone."""
    return part[0] == part[1] and laid.tokens.words[part[0]].isdigit()


def is_adjunct(laid: LaidOut, part: Stretch) -> bool:
    """A stretch that says when, where, how or which: it opens with a preposition, a relative or a word of time."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    word = lower[part[0]]
    if word in sets["linking"] and part[0] < part[1] and sort_of(laid, part[0] + 1) in "RK":
        return False
    if laid.lang.code == "en" and word in sets["time_words"] | sets["time_leads"] and part[0] < part[1]:
        behind = lower[part[0] + 1]
        if behind not in sets["time_words"] and behind not in sets["prepositions"] and not behind[0].isdigit():
            return False
    if word in sets["adverbial_openers"] or word in sets["relative"] or word in sets["because"]:
        return True
    if word in sets["prepositions"]:
        return True
    if word in sets["time_words"] or (word[0].isdigit() and part[1] - part[0] < 3):
        end = next((i for i in range(part[0] + 1, part[1] + 1) if lower[i] in sets["place_openers"]), part[1] + 1)
        return not any(laid.tokens.capital(i) and lower[i] not in sets["time_words"] for i in range(part[0], end))
    if laid.lang.code == "en" and word.endswith(("ing", "ed")) and laid.tokens.words[part[0]].islower() and part[1] > part[0]:
        return True
    return laid.lang.classes["relay_links"].length(lower, part[0]) > 0 or laid.lang.classes["relay_verbs"].length(lower, part[0]) > 0


def has_inner_subject(laid: LaidOut, part: Stretch) -> bool:
    """ "On Tuesday the ministry", "Dalam rapat itu Presiden": an adverbial without a comma, and the subject behind it."""
    return core_behind_adverbial(laid, part) is not None


def core_behind_adverbial(laid: LaidOut, part: Stretch) -> Stretch | None:
    lower, sets = laid.tokens.lower, laid.lang.singles
    nominative = (
        (laid.lang.pronouns["singular"] | laid.lang.pronouns["plural"]) - sets["objects"] if laid.lang.code == "en" else frozenset()
    )
    if part[0] < part[1] and lower[part[1]] in nominative:
        return part[1], part[1]
    for i in range(part[0] + 1, part[1] + 1):
        if lower[i] in laid.lang.pronouns["singular"] or lower[i] in laid.lang.pronouns["side"]:
            return (i, part[1]) if i == part[1] else None
        if laid.lang.code == "en" and lower[i] in sets["determiners"] and lower[i - 1] not in sets["prepositions"] and i > part[0] + 1:
            return (i, part[1])
        if laid.lang.code == "en" and _behind_time(laid, i):
            return (i, part[1])
        behind_day = lower[i - 1] in sets["time_words"] and lower[i] not in sets["time_words"]
        if (
            laid.lang.code == "id"
            and (lower[i - 1] in sets["definite"] or behind_day)
            and (laid.tokens.capital(i) or sort_of(laid, i) in "RN")
        ):
            return (i, part[1])
    return _name_at_end(laid, part) if laid.lang.code == "id" else None


def _behind_time(laid: LaidOut, i: int) -> bool:
    """Whether English words of time end right before the word ("On Tuesday Lee"), not between "last" and its noun ("his last report")."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    if lower[i - 1] not in sets["time_words"] or lower[i] in sets["time_words"] or not laid.tokens.word(i):
        return False
    return lower[i - 1] not in sets["recurring"] or laid.tokens.capital(i)


def _name_at_end(laid: LaidOut, part: Stretch) -> Stretch | None:
    """ "Dengan suara bergetar Rini": a bare name behind an adverbial that holds a verb of its own."""
    first = part[1] + 1
    while first - 1 > part[0] and sort_of(laid, first - 1) == "C":
        first -= 1
    return (first, part[1]) if first <= part[1] and verb_like(laid, first - 1) else None


def is_opening_adverbial(laid: LaidOut, part: Stretch) -> bool:
    """ "Namun", "Sehari sebelumnya", "In addition": what only leads into the sentence."""
    lower, lang = laid.tokens.lower, laid.lang
    size = lang.classes["discourse"].length(lower, part[0])
    return size == part[1] - part[0] + 1 or all(lower[i] in lang.singles["time_words"] for i in range(part[0], part[1] + 1))


def _denied(laid: LaidOut, i: int) -> bool:
    return i > 0 and laid.tokens.lower[i - 1] in laid.lang.singles["negators"]


def antecedent(laid: LaidOut, part: Stretch) -> Stretch:
    """The phrase right before an Indonesian relative: behind the verb of its clause ("ada sebagian warga yang", "menolak saran X yang").

    "Ada yang menuduh" has none: the words themselves stand for somebody, with their relative; "Tidak ada yang" for nobody.
    """
    lower, sets = laid.tokens.lower, laid.lang.singles
    for i in range(part[1], part[0] - 1, -1):
        if verb_like(laid, i) or finite_at(laid, i):
            if lower[i] in sets["existing"] and all(lower[k] in sets["also"] for k in range(i + 1, part[1] + 1)):
                return (i, part[1] + 1) if lower[part[1] + 1] in sets["relative"] and not _denied(laid, i) else part
            if i >= part[1] or _denied(laid, i) or any(lower[k] in sets["relative"] for k in range(part[0], i)):
                return part
            begin = i + 1
            while begin < part[1] and lower[i] in sets["existing"] and lower[begin] in sets["also"]:
                begin += 1
            while begin < part[1] and (
                lower[begin] in sets["prepositions"] or (lower[begin - 1] == "di" and lower[begin] in sets["sides"])
            ):
                begin += 1
            return begin, part[1]
    return part


def has_finite(laid: LaidOut, part: Stretch) -> bool:
    """Whether a stretch is a clause of its own, not a noun phrase: a finite verb outside a relative clause."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    for i in range(part[0], part[1] + 1):
        word = lower[i]
        if word in sets["relative"]:
            return False
        if finite_at(laid, i) or verb_like(laid, i) or (i > part[0] and past_like(laid, i)):
            return True
    return False


def noun_phrase(laid: LaidOut, part: Stretch) -> Stretch | None:
    """The noun phrase of a part: without a lead-in before it and without adverbials or a relative clause behind it."""
    lower, words, lang = laid.tokens.lower, laid.tokens.words, laid.lang
    first, last = part
    if lower[first] in lang.singles["existing"] and lower[last] in lang.singles["relative"]:
        return part
    while first <= last:
        size = lang.classes["discourse"].length(lower, first)
        if size and first + size <= last:
            first += size
        elif (
            words[first] in ",\n([-–—•*"
            or words[first] in MARKS
            or lower[first] in lang.singles["coordinators"]
            or lower[first] in lang.singles["complementizers"]
        ):
            first += 1
        else:
            break
    if first > last:
        return None
    if lower[first] in lang.singles["linking"] and first < last:
        return first + 1, _phrase_end(laid, first + 1, last)
    if (turn := _behind_turn(laid, first, last)) is not None:
        first = turn
    elif is_adjunct(laid, (first, last)):
        behind = core_behind_adverbial(laid, (first, last))
        if behind is None:
            return None
        first = behind[0]
    first = _behind_clause(laid, first, last)
    named = _self_named(laid, first, last)
    return named if named is not None else (first, _phrase_end(laid, first, last))


def _behind_turn(laid: LaidOut, first: int, last: int) -> int | None:
    """Where the phrase begins behind English words for a time ("The first time a man", "That night the mayor"); None elsewhere."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    turns = sets["turns"] | sets["spans_of_time"] | sets["time_words"]
    if laid.lang.code != "en" or lower[first] not in sets["determiners"] | sets["definite"] | sets["recurring"] | turns:
        return None
    for i in range(first + 1, last + 1):
        opens = lower[i] in sets["determiners"] or lower[i] in laid.lang.pronouns["singular"] | laid.lang.pronouns["plural"]
        if opens:
            return i if lower[i - 1] in turns else None
        if laid.tokens.capital(i) or lower[i] in sets["prepositions"] or not laid.tokens.word(i):
            return None
    return None


def _self_named(laid: LaidOut, first: int, last: int) -> Stretch | None:
    """ "Kelompok yang menamakan diri Perlawanan X": the name that a relative clause gives."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    for i in range(first + 1, last):
        if lower[i] in sets["self_named"] and lower[i - 1] in sets["relative"]:
            begin = next((k for k in range(i + 1, min(i + 4, last + 1)) if laid.tokens.capital(k)), None)
            return None if begin is None else (begin, last)
    return None


def _behind_clause(laid: LaidOut, first: int, last: int) -> int:
    """Where a coordinated clause precedes without a comma ("… pasukan dan Bupati"), the phrase behind the coordinator."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    for i in range(last - 1, first, -1):
        inside = sort_of(laid, i - 1) in "roO" and sort_of(laid, i + 1) in "roO" and laid.tokens.capital(i + 1)
        if lower[i] in sets["coordinators"] and not inside and any(verb_like(laid, j) or finite_at(laid, j) for j in range(first, i)):
            return i + 1
    return first


def second_office(laid: LaidOut, i: int, last: int) -> bool:
    """ "Kepala BNPB yang juga Ketua Satgas": a relative that only adds an office."""
    return (
        i + 1 < last and laid.tokens.lower[i + 1] in laid.lang.singles["also"] and sort_of(laid, i + 2) in "RK" and laid.lang.code == "id"
    )


def held_at(laid: LaidOut, first: int, i: int, last: int) -> bool:
    """Whether a preposition leads from an office to its institution ("Deputi Bidang Inovasi pada Lembaga …", "with the …")."""
    tokens, sets = laid.tokens, laid.lang.singles
    if i < last and tokens.lower[i] in sets["passive_agent"] and tokens.lower[i - 1] in sets["evidence"]:
        return True
    if i >= last or tokens.lower[i] not in sets["holding"]:
        return False
    nxt = i + 2 if tokens.lower[i + 1] in laid.lang.singles["articles"] and i + 1 < last else i + 1
    office = any(sort_of(laid, k) == "R" for k in range(first, i)) and sort_of(laid, i - 1) != "C"
    body = tokens.capital(nxt) or (tokens.lower[nxt] in sets["institution_heads"] and nxt < last and tokens.capital(nxt + 1))
    return office and body and tokens.lower[nxt] not in laid.lang.singles["time_words"]


def partitive(laid: LaidOut, i: int, last: int) -> bool:
    """ "seorang di antaranya", "dua di antara mereka": of whom somebody is one."""
    lower = laid.tokens.lower
    return laid.lang.code == "id" and lower[i] == "di" and i < last + 1 and lower[min(i + 1, last)] in ("antara", "antaranya")


def _phrase_end(laid: LaidOut, first: int, last: int) -> int:
    """Last token of the noun phrase: before a relative clause or an adverbial, which keep "di Nairobi", "of Masinloc"."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    for i in range(first + 1, last + 1):
        word = lower[i]
        if word in sets["relative"]:
            if second_office(laid, i, last):
                continue
            return i - 1
        if held_at(laid, first, i, last) or (word in sets["linking"] and i < last and sort_of(laid, i + 1) in "RKrC"):
            continue
        if partitive(laid, i, last):
            continue
        if word in sets["inner_prepositions"]:
            if laid.lang.code == "id" and i < last and not laid.tokens.capital(i + 1) and lower[i + 1] not in sets["institution_heads"]:
                return i - 1
            continue
        if word in sets["adverbial_openers"] or (laid.lang.code == "en" and (word in sets["prepositions"] or participle(laid, i))):
            return i - 1
    return last
