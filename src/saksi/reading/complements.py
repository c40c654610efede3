"""Complements: where a content begins behind its cue, over an addressee, a time, a place or a manner."""

from __future__ import annotations

from typing import Final

from saksi.reading.laid_out import LaidOut
from saksi.reading.marks import POSSESSIVES
from saksi.reading.media import outlet_at
from saksi.reading.verbs import finite_at, past_like, verb_like

FARTHEST_COMPLEMENTIZER: Final = 16
"""Tokens between a cue and its bahwa/that: an addressee, a date and a place fit in."""


def complement_start(laid: LaidOut, after: int, right: int, *, addressed: bool = False) -> tuple[int, bool]:
    """First token of the content behind a cue that ends before `after`, and whether a mark or complementizer opens it.

    Over an addressee, a time, a manner ("kepada wartawan, Jumat (24/3), bahwa", "reporters on Tuesday that").
    """
    words, lower, lang = laid.tokens.words, laid.tokens.lower, laid.lang
    sets = lang.singles
    i = after
    while i <= right and (words[i] == "\n" or lower[i] in sets["also"]):
        i += 1
    if i > right:
        return i, False
    if words[i] == "," and (size := lang.classes["discourse"].length(lower, i + 1)) and words[min(i + 1 + size, right)] == ",":
        i += size + 2
    if i > right:
        return i, False
    i = _over_manner(laid, i, right)
    if addressed or lang.code == "en":
        i = _over_addressee(laid, i, right, addressed=addressed)
        if i > right:
            return i, False
    if _opens_adjunct(laid, i):
        skipped = _over_adjunct(laid, i, right)
        if skipped > i:
            i = skipped
    marked = False
    while i <= right and (
        words[i] in ",:\n" or (lower[i] in sets["complementizers"] and _opens_clause(laid, i, right) and not marked_twice(laid, i, after))
    ):
        marked = True
        i += 1
        if i <= right and words[i - 1] == "," and lang.code == "en" and lower[i].endswith("ing"):
            inserted = _behind_insertion(laid, i, right)
            return (inserted, True) if inserted else (right + 1, False)
        if i <= right and words[i - 1] == "," and _opens_adjunct(laid, i) and _time_or_address(laid, i):
            skipped = _over_adjunct(laid, i, right)
            if skipped <= right and (words[skipped] == "," or lower[skipped] in sets["complementizers"]):
                i = skipped
    return i, marked or (i <= right and i in laid.closing)


def _behind_insertion(laid: LaidOut, i: int, right: int) -> int:
    """The content behind an inserted phrase with a gerund (", citing two aides, that …"), 0 where no that follows its comma."""
    comma = next((j for j in range(i, min(right, i + FARTHEST_COMPLEMENTIZER) + 1) if laid.tokens.words[j] == ","), -1)
    if comma < 0 or comma + 1 > right or laid.tokens.lower[comma + 1] not in laid.lang.singles["complementizers"]:
        return 0
    return comma + 2


def _over_manner(laid: LaidOut, i: int, right: int) -> int:
    """The mark before a quotation that a word or two of manner part from its cue ('berkata pelan, "…"'), else `i`."""
    for j in range(i, min(i + MOST_MANNER, right - 1) + 1):
        if laid.tokens.words[j] in ",:":
            return j if j + 1 in laid.closing else i
        if not laid.tokens.words[j].islower() or not _manner(laid, j):
            return i
    return i


def _manner(laid: LaidOut, j: int) -> bool:
    """Whether a word tells how something is said: "pelan", "quietly"."""
    word, sets = laid.tokens.lower[j], laid.lang.singles
    return word in sets["manner"] or word in sets["adverbs"] or (laid.lang.code == "en" and word.endswith("ly"))


def _over_addressee(laid: LaidOut, i: int, right: int, *, addressed: bool) -> int:
    """Behind who was told: "told reporters that", "informed her that", "told the AP they had seen", "told a radio station."."""
    lower, words, lang = laid.tokens.lower, laid.tokens.words, laid.lang
    sets = lang.singles
    for j in range(i, min(i + MOST_ADDRESSED, right) + 1):
        if (lower[j] in sets["clause_subjects"] and j == i) or lower[j] in sets["coordinators"]:
            break
        if lower[j] in sets["complementizers"] and j > i and lower[j - 1] not in lang.nouns:
            return j
        if i < j < right and lower[j] in lang.cues and lower[j] not in lang.nouns and lower[j + 1] in sets["complementizers"]:
            break
        if not laid.tokens.word(j) or finite_at(laid, j) or lower[j] in sets["because"]:
            break
    if addressed and lower[i] in sets["objects"] and i < right and lower[i + 1] in sets["clause_starts"]:
        return i + 1
    if not addressed or i in laid.closing or lower[i] in sets["complementizers"] or words[i] in ",:":
        return i
    j = i + 1 if lower[i] in sets["determiners"] and i < right and laid.tokens.word(i + 1) else i
    j += 1
    while (
        j <= right
        and laid.tokens.word(j)
        and lower[j] not in sets["clause_starts"]
        and lower[j] not in sets["prepositions"]
        and not (laid.tokens.capital(j) and not laid.tokens.capital(j - 1))
    ):
        j += 1
    return j


MOST_MANNER: Final = 3
"""Words of manner between a cue and its quotation ("said in a whisper")."""
MOST_ADDRESSED: Final = 5
"""Tokens of an addressee before "that" ("told the parliamentary committee that")."""


def _opens_clause(laid: LaidOut, i: int, right: int) -> bool:
    """Whether a complementizer opens a clause; "that claim", "that was the case" and a "that" before a mark only point."""
    if i + 1 in laid.closing:
        return True
    if i >= right or not laid.tokens.word(i + 1):
        return False
    if laid.lang.code == "id":
        return True
    lower, sets = laid.tokens.lower, laid.lang.singles
    if lower[i] == "that" and lower[i + 1] in sets["be"]:
        return False
    if lower[i + 1] not in laid.lang.nouns:
        return True
    return i + 1 < right and laid.tokens.word(i + 2) and not any(lower[i + 2] in sets[name] for name in ("prepositions", "coordinators"))


def marked_twice(laid: LaidOut, i: int, after: int) -> bool:
    """ "said that that …": only the first complementizer is one; "agar" after a request stays out, later ones in."""
    return i > after and laid.tokens.lower[i - 1] in laid.lang.singles["complementizers"]


def _opens_adjunct(laid: LaidOut, i: int) -> bool:
    """Whether an addressee, a time, a place or a manner may begin here, between a cue and its content."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    if lower[i] == "to":
        behind = min(i + 1, len(lower) - 1)
        return laid.tokens.capital(behind) or lower[behind] in sets["determiners"]
    if lower[i] == "at" and i + 1 < len(lower) and lower[i + 1] in ("least", "most"):
        return False
    if lower[i] in sets["definite"] and not (i + 1 < len(lower) and lower[i + 1] in sets["time_words"]):
        return False
    if _times_owner(laid, i):
        return False
    return lower[i] in sets["adjuncts_behind_cue"] or lower[i] in sets["time_words"]


def _times_owner(laid: LaidOut, i: int) -> bool:
    """Whether a time owns what follows ("Sunday's talks", "last week's strike") and so begins the content, not when it was said."""
    behind = i
    while behind < len(laid.tokens) and laid.tokens.lower[behind] in laid.lang.singles["time_words"]:
        behind += 1
    return i < behind < len(laid.tokens) and laid.tokens.lower[behind] in POSSESSIVES


def _time_or_address(laid: LaidOut, i: int) -> bool:
    """Behind a comma only an addressee or a dated day is an adjunct; "dalam sehari, …" begins the content."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    return lower[i] in sets["addressing"] or (lower[i] in sets["time_words"] and laid.tokens.capital(i))


def _over_adjunct(laid: LaidOut, i: int, right: int) -> int:
    """The token behind an adjunct: at a complementizer, comma, colon or quote, else behind a phrase of time."""
    words, lower, sets = laid.tokens.words, laid.tokens.lower, laid.lang.singles
    if (behind := _over_english_phrase(laid, i, right)) and behind <= right and lower[behind] == "to":
        return behind
    for j in range(i, min(right, i + FARTHEST_COMPLEMENTIZER) + 1):
        if lower[j] in sets["complementizers"]:
            return j
        if j in laid.closing or words[j] == ":":
            return j
        if words[j] == "," and not (j + 1 <= right and words[j + 1][0].isdigit() and j > i):
            return j
        if j > i and (verb_like(laid, j) or past_like(laid, j) or finite_at(laid, j)):
            break
    if behind := _over_english_phrase(laid, i, right):
        return behind
    j = i
    if lower[j] in sets["prepositions"] and j + 1 <= right and (lower[j + 1] in sets["time_words"] or words[j + 1][0].isdigit()):
        j += 1
    start = j
    while j <= right and (lower[j] in sets["time_words"] or (j > start and (words[j][0].isdigit() or words[j] in "()"))):
        j += 1
    if j > start:
        return _before_owner(laid, start, j)
    return i + 1 if lower[i] in sets["adverbs"] else i


def _before_owner(laid: LaidOut, start: int, behind: int) -> int:
    """Where a run of time words ends that goes from `start` to before `behind`: "on Sunday | last week's strike", "on Sunday |"."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    if behind >= len(lower) or lower[behind] not in POSSESSIVES:
        return behind
    owner = behind - 1
    while owner > start and (lower[owner - 1] in sets["determiners"] or lower[owner - 1] in sets["time_leads"] | sets["pointing_times"]):
        owner -= 1
    return owner


def _over_english_phrase(laid: LaidOut, i: int, right: int) -> int:
    """Behind "in a tweet", "in a note carried by the BBC", where a clause or nothing follows; 0 where that is not so."""
    lower, words, sets = laid.tokens.lower, laid.tokens.words, laid.lang.singles
    if laid.lang.code != "en" or lower[i] not in sets["prepositions"]:
        return 0
    j = i + 1
    if j <= right and lower[j] in sets["determiners"]:
        j += 1
    start = j
    while (
        j <= right
        and laid.tokens.word(j)
        and lower[j] not in sets["clause_starts"]
        and j - start < 4
        and not (laid.tokens.capital(j) and j > start and not laid.tokens.capital(j - 1))
    ):
        if finite_at(laid, j) and j > start + 1:
            return 0
        j += 1
    if lower[j - 1] in sets["passive_agent"] and (outlet := outlet_at(laid, j)) is not None:
        j = outlet[1] + 1
    return j if j > start and (j > right or words[j] in ",:" or lower[j] in sets["clause_starts"] or laid.tokens.capital(j)) else 0
