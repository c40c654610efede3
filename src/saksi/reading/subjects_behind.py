"""Subjects behind: the speaker named after an inverted verb, a passive or a preposition."""

from __future__ import annotations

from typing import Final

from saksi.reading.laid_out import LaidOut
from saksi.reading.marks import GENITIVES
from saksi.reading.media import outlet_at
from saksi.reading.parties import Party, Stretch, describe
from saksi.reading.phrases import MOST_PARTS, has_finite, held_at, is_adjunct, joint, one_office, second_office
from saksi.reading.verbs import finite_at, participle, verb_like
from saksi.reading.wordsorts import sort_of


def subject_after(laid: LaidOut, begin: int, right: int) -> tuple[list[Party], int]:
    """The parties named behind an inverted verb, from token `begin` up to `right`, and the last token of their phrase.

    "kata Kepala Dusun Nglahar, Kelurahan Sumbersari, Wahyu" goes on over commas until the name is found;
    behind a name, appositions give its roles ("said Ann Lee, the head of …").
    """
    words = laid.tokens.words
    end = _pronoun_end(laid, begin, right)
    end = _run_end(laid, begin, right) if end < begin else end
    if end < begin:
        return [], begin - 1
    end = _over_list(laid, begin, end, right)
    parties = joint(laid, (begin, end))
    if not parties:
        return [], begin - 1
    if len(parties) > 1:
        return parties, end
    parts, last = [(begin, end)], end
    while len(parts) < MOST_PARTS:
        closing = _over_bracket(laid, last, right)
        if closing + 2 > right or words[closing + 1] != ",":
            break
        if closing > last and parties[0].form != "name":
            parts[-1] = (parts[-1][0], closing)
        last = closing
        nxt_end = _run_end(laid, last + 2, right)
        if nxt_end < last + 2:
            break
        part = (last + 2, nxt_end)
        if not _apposes(laid, parts, parties[0], part, right):
            break
        parts.append(part)
        last = nxt_end
        party = describe(laid, parts)
        if party is not None:
            parties = [party]
    return parties, _over_bracket(laid, last, right)


def _pronoun_end(laid: LaidOut, begin: int, right: int) -> int:
    """The pronoun that begins the phrase where nothing is joined to it ("kata dia singkat", not "said she and Lee"), else `begin - 1`."""
    lower, lang = laid.tokens.lower, laid.lang
    alone = begin < right and any(lower[begin] in lang.pronouns[sort] for sort in ("singular", "plural", "side"))
    return begin if alone and lower[begin + 1] not in lang.singles["coordinators"] else begin - 1


def _over_bracket(laid: LaidOut, last: int, right: int) -> int:
    """The end of the bracket behind token `last` ("(41)", "(LIPI)"), `last` without one."""
    if last + 1 > right or laid.tokens.words[last + 1] != "(":
        return last
    return next((k for k in range(last + 2, min(right, last + 12) + 1) if laid.tokens.words[k] == ")"), last)


def _over_list(laid: LaidOut, begin: int, end: int, right: int) -> int:
    """The end of an office whose name has commas ("Menteri Politik, Hukum, dan Keamanan Hasan Basri"), else `end`."""
    last = end
    for _ in range(MOST_PARTS):
        if last + 2 > right or laid.tokens.words[last + 1] != ",":
            break
        nxt = _run_end(laid, last + 2, right)
        if nxt < last + 2:
            break
        last = nxt
        if one_office(laid, begin, last):
            return last
    return end


def _apposes(laid: LaidOut, parts: list[Stretch], party: Party, part: Stretch, right: int) -> bool:
    """Whether the part behind a comma belongs to the phrase: a role behind a name, or what still leads to the name."""
    lower, lang = laid.tokens.lower, laid.lang
    first, last = part
    if (party.form == "name" and first == last and sort_of(laid, first) == "d") or part == outlet_at(laid, parts[0][0]):
        return True
    if is_adjunct(laid, part) or lower[first] in lang.singles["coordinators"] or lower[first] in lang.singles["but"]:
        return False
    if (
        lang.classes["discourse"].length(lower, first)
        or lower[first] in lang.pronouns["singular"]
        or lower[first] in lang.pronouns["plural"]
    ):
        return False
    closed = (
        last == right
        or laid.tokens.words[last + 1] in ",.;)("
        or lower[last + 1] in lang.singles["prepositions"]
        or lower[last + 1] in lang.singles["relative"]
    )
    if not closed or has_finite(laid, part):
        return False
    if party.form == "name":
        return _is_role(laid, part) or (sort_of(laid, parts[0][0]) in "RK" and _leads_on(laid, part))
    return laid.tokens.capital(first) or sort_of(laid, first) in "RKHON"


def _leads_on(laid: LaidOut, part: Stretch) -> bool:
    """Whether a part behind a role is the name itself, or a further place of it ("Kepala Dusun X, Kelurahan Y, Wahyono")."""
    end = next((i for i in range(part[0] + 1, part[1] + 1) if laid.tokens.lower[i] in laid.lang.singles["inner_prepositions"]), part[1] + 1)
    sorts = [sort_of(laid, i) for i in range(part[0], end)]
    return all(sort in "CHA." for sort in sorts) or sorts[0] in "OoP"


def _is_role(laid: LaidOut, part: Stretch) -> bool:
    """ "a fisherman", "the head of …", "operations director", "ayah korban", "seorang sopir truk"."""
    first, last = part
    if sort_of(laid, first) in "RK":
        return True
    near = range(first + 1, min(first + 4, last + 1))
    return sort_of(laid, first) in "DrN" and any(sort_of(laid, i) in "RK" for i in near)


def _run_end(laid: LaidOut, begin: int, right: int) -> int:
    """Last token of the phrase that begins at `begin`: up to a mark, an adverbial, a relative or a verb."""
    words, i = laid.tokens.words, begin
    while i <= right:
        if words[i] == "(" and i > begin:
            behind = _name_behind_bracket(laid, i, right)
            if behind < 0:
                break
            i = behind
            continue
        inside = words[i] == "." and begin < i < right and _abbreviated(laid, i)
        if not inside and _ends_before(laid, begin, i, right):
            break
        i += 1
    while i - 1 > begin and words[i - 1] in ("\n", "-", "/"):
        i -= 1
    return i - 1


def _name_behind_bracket(laid: LaidOut, opening: int, right: int) -> int:
    """The capitalised word behind a bracket inside a phrase ("Dinas Kesehatan (Dinkes) Sambas"), -1 where none follows."""
    closing = _over_bracket(laid, opening - 1, right)
    if closing < opening or closing == right or not (laid.tokens.capital(closing + 1) and laid.tokens.word(closing + 1)):
        return -1
    return closing + 1


def _ends_before(laid: LaidOut, begin: int, i: int, right: int) -> bool:
    """Whether the phrase that begins at `begin` ends before token `i`."""
    return _marks_off(laid, begin, i) or (i > begin and not _goes_on(laid, begin, i, right) and _cuts_off(laid, i, right))


_INSIDE: Final = frozenset({*"/&'’-", *GENITIVES, "\n"})
"""Marks over which a phrase goes on."""


def _marks_off(laid: LaidOut, begin: int, i: int) -> bool:
    """Whether a mark, or the edge of a quotation, ends the phrase before token `i`."""
    word = laid.tokens.words[i]
    return (not word[0].isalnum() and word not in _INSIDE) or laid.quote_of[i] != laid.quote_of[begin]


def _goes_on(laid: LaidOut, begin: int, i: int, right: int) -> bool:
    """Whether the phrase goes on over a word that ends it elsewhere: what is held, or a second office."""
    return held_at(laid, begin, i, right) or (laid.tokens.lower[i] in laid.lang.singles["relative"] and second_office(laid, i, right))


def _cuts_off(laid: LaidOut, i: int, right: int) -> bool:
    """Whether a word ends the phrase before it: a conjunction, preposition, verb or adverbial."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    if any(lower[i] in sets[name] for name in ("relative", "complementizers", "but", "because", "while", "relay_verbs")):
        return True
    if (
        lower[i] in sets["prepositions"]
        and i not in laid.titles
        and not (lower[i] in sets["inner_prepositions"] and _inner(laid, i, right))
    ):
        return True
    if verb_like(laid, i) or finite_at(laid, i) or (laid.lang.code == "en" and participle(laid, i)):
        return True
    if lower[i] in sets["coordinators"] and i < right and not laid.tokens.capital(i + 1) and not _inside_body(laid, i, right):
        return True
    return (lower[i] in sets["time_words"] and laid.tokens.capital(i)) or (laid.tokens.words[i].islower() and _adverbial(laid, i))


def _adverbial(laid: LaidOut, i: int) -> bool:
    """Whether a lower-case word says when or how it was said; of Indonesian times only those in se- ("sebelumnya")."""
    word, sets = laid.tokens.lower[i], laid.lang.singles
    if laid.lang.code == "id":
        return word in sets["adverbs"] or (word.startswith("se") and word in sets["time_words"])
    return word not in GENITIVES and (word in sets["time_words"] or word in sets["adverbs"])


def _abbreviated(laid: LaidOut, i: int) -> bool:
    """Whether a stop stands behind an initial, rank or learned title, or inside a word."""
    word = laid.tokens.words[i - 1]
    if laid.tokens.lower[i - 1] in laid.lang.singles["honorifics"]:
        return True
    return word[0].isupper() and (len(word) <= LONGEST_SHORT or _glued(laid, i))


LONGEST_SHORT: Final = 4
"""Letters before the stop of an abbreviation inside a speaker's phrase ("Drs.", "Capt.")."""


def _glued(laid: LaidOut, i: int) -> bool:
    """A stop inside a word ("Laporcepat.id")."""
    return laid.tokens.ends[i - 1] == laid.tokens.starts[i] and laid.tokens.ends[i] == laid.tokens.starts[i + 1]


def _inside_body(laid: LaidOut, i: int, right: int) -> bool:
    """ "the search and rescue office": a coordinator between words that an institution's head closes."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    if laid.lang.code != "en" or lower[i + 1] not in sets["institution_words"]:
        return False
    return any(lower[k] in sets["institution_heads"] for k in range(i + 2, min(i + 4, right + 1)))


def _inner(laid: LaidOut, i: int, right: int) -> bool:
    """Whether a preposition stays inside the phrase: a name or institution follows ("dari Universitas X", "of the board")."""
    if i >= right:
        return False
    nxt = i + 1
    if laid.lang.code == "en" and laid.tokens.lower[nxt] in laid.lang.singles["articles"]:
        nxt += 1
    if nxt > right:
        return False
    if laid.lang.code == "en":
        body = laid.tokens.capital(nxt) or (nxt > i + 1 and sort_of(laid, nxt) in "NrR")
        return laid.tokens.lower[i] == "of" or (laid.tokens.lower[i] in ("for", "at") and body)
    return (laid.tokens.capital(nxt) and laid.tokens.lower[nxt] not in laid.lang.singles["time_words"]) or laid.tokens.lower[
        nxt
    ] in laid.lang.singles["institution_heads"]
