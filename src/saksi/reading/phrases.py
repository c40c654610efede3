"""Phrases: the noun phrase inside a stretch between commas, told from adverbials, relatives and clauses."""

from __future__ import annotations

from saksi.reading.laid_out import LaidOut
from saksi.reading.marks import MARKS
from saksi.reading.parties import Party, Stretch, describe
from saksi.reading.verbs import participle, past_like, verb_like
from saksi.reading.wordsorts import sort_of

MOST_PARTS = 6
"""Appositions and adjuncts between a subject and its verb; a longer chain is a list, not a subject."""


def joint(laid: LaidOut, part: Stretch) -> list[Party]:
    """The parties of one phrase: "Armenia dan Azerbaijan" are two, "Kamar Dagang dan Industri" is one."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    for i in range(part[0] + 1, part[1]):
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
    if all(s in "CH." for s in left) and all(s in "CH." for s in right):
        return True
    return left[0] in "RK" and right[0] in "RK" and left[-1] == "C" and right[-1] == "C"


def is_adjunct(laid: LaidOut, part: Stretch) -> bool:
    """A stretch that says when, where, how or which: it opens with a preposition, a relative or a word of time."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    word = lower[part[0]]
    if laid.lang.code == "en" and word in sets["time_words"] | sets["time_leads"] and part[0] < part[1]:
        behind = lower[part[0] + 1]
        if behind not in sets["time_words"] and behind not in sets["prepositions"] and not behind[0].isdigit():
            return False
    if word in sets["adverbial_openers"] or word in sets["relative"] or word in sets["because"]:
        return True
    if word in sets["prepositions"]:
        return True
    if word in sets["time_words"] or (word[0].isdigit() and part[1] - part[0] < 3):
        return not any(laid.tokens.capital(i) and lower[i] not in sets["time_words"] for i in range(part[0], part[1] + 1))
    if laid.lang.code == "en" and word.endswith(("ing", "ed")) and laid.tokens.words[part[0]].islower() and part[1] > part[0]:
        return True
    return laid.lang.classes["relay_links"].length(lower, part[0]) > 0 or laid.lang.classes["relay_verbs"].length(lower, part[0]) > 0


def has_inner_subject(laid: LaidOut, part: Stretch) -> bool:
    """ "On Tuesday the ministry", "Dalam rapat itu Presiden": an adverbial without a comma, and the subject behind it."""
    return core_behind_adverbial(laid, part) is not None


def core_behind_adverbial(laid: LaidOut, part: Stretch) -> Stretch | None:
    lower, sets = laid.tokens.lower, laid.lang.singles
    for i in range(part[0] + 1, part[1] + 1):
        if lower[i] in laid.lang.pronouns["singular"] or lower[i] in laid.lang.pronouns["side"]:
            return (i, part[1]) if i == part[1] else None
        if laid.lang.code == "en" and lower[i] in sets["determiners"] and lower[i - 1] not in sets["prepositions"] and i > part[0] + 1:
            return (i, part[1])
        if laid.lang.code == "en" and lower[i - 1] in sets["time_words"] and lower[i] not in sets["time_words"] and laid.tokens.word(i):
            return (i, part[1])
        behind_day = lower[i - 1] in sets["time_words"] and lower[i] not in sets["time_words"]
        if (
            laid.lang.code == "id"
            and (lower[i - 1] in sets["definite"] or behind_day)
            and (laid.tokens.capital(i) or sort_of(laid, i) in "RN")
        ):
            return (i, part[1])
    return _name_at_end(laid, part) if laid.lang.code == "id" else None


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


def antecedent(laid: LaidOut, part: Stretch) -> Stretch:
    """The phrase right before an Indonesian relative: behind the verb of its clause ("ada sebagian warga yang", "menolak saran X yang")."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    for i in range(part[1], part[0] - 1, -1):
        if verb_like(laid, i) or lower[i] in sets["finite"]:
            if i >= part[1] or (i > 0 and lower[i - 1] in sets["negators"]) or any(lower[k] in sets["relative"] for k in range(part[0], i)):
                return part
            begin = i + 1
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
        if (word in sets["finite"] and word not in ("'s", "’s")) or verb_like(laid, i) or (i > part[0] and past_like(laid, i)):
            return True
    return False


def noun_phrase(laid: LaidOut, part: Stretch) -> Stretch | None:
    """The noun phrase of a part: without a lead-in before it and without adverbials or a relative clause behind it."""
    lower, words, lang = laid.tokens.lower, laid.tokens.words, laid.lang
    first, last = part
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
    if is_adjunct(laid, (first, last)):
        behind = core_behind_adverbial(laid, (first, last))
        if behind is None:
            return None
        first = behind[0]
    first = _behind_clause(laid, first, last)
    named = _self_named(laid, first, last)
    return named if named is not None else (first, _phrase_end(laid, first, last))


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
        if lower[i] in sets["coordinators"] and any(verb_like(laid, j) or lower[j] in sets["finite"] for j in range(first, i)):
            return i + 1
    return first


def _phrase_end(laid: LaidOut, first: int, last: int) -> int:
    """Last token of the noun phrase: before a relative clause or an adverbial, which keep "di Nairobi", "of Masinloc"."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    for i in range(first + 1, last + 1):
        word = lower[i]
        if word in sets["relative"]:
            return i - 1
        if word in sets["inner_prepositions"]:
            if laid.lang.code == "id" and i < last and not laid.tokens.capital(i + 1) and lower[i + 1] not in sets["institution_heads"]:
                return i - 1
            continue
        if word in sets["adverbial_openers"] or (laid.lang.code == "en" and (word in sets["prepositions"] or participle(laid, i))):
            return i - 1
    return last
