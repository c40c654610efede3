"""Appositions: what the words around a name say of whom it names, wherever the text names them."""

from __future__ import annotations

from typing import Final

from saksi.reading.cast import Cast
from saksi.reading.figure import Figure
from saksi.reading.gender import Gender, gender_of_word
from saksi.reading.laid_out import LaidOut
from saksi.reading.marks import GENITIVES
from saksi.reading.owned import learn_word, learn_words
from saksi.reading.verbs import finite_at, past_like, verb_like
from saksi.reading.wordsorts import sort_of
from saksi.words.forenames import forenames

MENTIONS_READ: Final = 3
"""Mentions of one figure around which descriptions are looked for; a newspaper introduces somebody once."""
LONGEST: Final = 9
"""Tokens of an apposition ("the deputy head of the port authority in Elmsworth")."""
BEFORE: Final = 3
"""Common words before a name that say what it is ("kelompok bersenjata al-Shabaab")."""


def describe_cast(laid: LaidOut, cast: Cast) -> None:
    """Give every person and body of the cast the words of its appositions, in `about`."""
    for figure in cast.figures:
        if figure.kind in ("person", "organization", "group") and figure.named:
            for start, end in figure.spans[:MENTIONS_READ]:
                _learn_around(laid, figure, laid.tokens.at(start), laid.tokens.at(end) - 1)
            for short in [word for word in figure.about if word in laid.lang.spelt_out]:
                figure.about.update(laid.lang.spelt_out[short])


def _learn_around(laid: LaidOut, figure: Figure, first: int, last: int) -> None:
    words, lower = laid.tokens.words, laid.tokens.lower
    k = first - 1
    while k >= max(0, first - BEFORE) and (words[k][0].isalpha() or _abbreviates(laid, k)) and laid.quote_of[k] == laid.quote_of[first]:
        if _belongs(laid, figure, k, first, last):
            break
        if _says_what(laid, k) and (figure.kind == "person" or sort_of(laid, k) not in "RK"):
            learn_word(laid, figure, k)
            if k == first - 1 and figure.kind == "person" and _only_trades(laid, figure) and _trades(laid, k):
                figure.kind = "organization"
                figure.medium = figure.medium or lower[k] in laid.lang.singles["media_nouns"]
        elif words[k].islower() and _other_clause(laid, k):
            break
        k -= 1
    if first > 1 and words[first - 1] == ",":
        begin = _opens_before(laid, first - 2)
        if begin == first - 2 and figure.kind == "person" and _only_trades(laid, figure) and _trades(laid, begin):
            figure.kind = "organization"
        learn_words(laid, figure, begin, first - 2)
    if figure.kind == "person" and not figure.gender:
        figure.gender = _gender_around(laid, first, last)
    call_by_own_name(laid, figure, first)
    if last + 2 < len(words) and words[last + 1] == ",":
        _learn_kind(laid, figure, last + 2)
        learn_words(laid, figure, last + 2, _closes_behind(laid, last + 2))


def _gender_around(laid: LaidOut, first: int, last: int) -> Gender:
    """What the head of an apposition tells: "her late husband, the painter Orr", "Orr, a mother of two"."""
    words, lower, sets = laid.tokens.words, laid.tokens.lower, laid.lang.singles
    comma = False
    for k in range(first - 1, max(-1, first - 1 - LONGEST), -1):
        if words[k] == "," and not comma:
            comma = True
        elif not words[k].islower() or lower[k] in sets["prepositions"] or lower[k] in sets["relative"] or _other_clause(laid, k):
            break
        elif told := gender_of_word(laid.lang, lower[k]):
            return told if lower[k] not in laid.lang.pronouns["singular"] and lower[k] not in sets["possessives"] else ""
    if last + 1 < len(words) and words[last + 1] == ",":
        for k in range(last + 2, min(last + 2 + BEFORE, len(words))):
            if lower[k] in sets["prepositions"] or lower[k] in sets["relative"] or _other_clause(laid, k):
                break
            if (told := gender_of_word(laid.lang, lower[k])) and lower[k] not in sets["possessives"] | laid.lang.pronouns["singular"]:
                return told
    return ""


def _learn_kind(laid: LaidOut, figure: Figure, begin: int) -> None:
    """ "Sungai Watch, lembaga yang …", "Elm Rights, a group that …": the head of the apposition says that it is a body."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    head = begin + (lower[begin] in sets["articles"])
    if head + 1 >= len(lower) or lower[head] not in sets["bodies"] | sets["companies"] or lower[head + 1] not in sets["relative"]:
        return
    if figure.kind == "person" and not figure.gender:
        figure.kind = "organization"
    figure.about.add(lower[head])


def _belongs(laid: LaidOut, figure: Figure, k: int, first: int, last: int) -> bool:
    """ "agen Ferrandi", "sopir Hasan": before the short name of somebody known a word for who belongs to them."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    if laid.lang.code != "id" or figure.kind != "person" or lower[k] not in sets["owned_roles"] | sets["kin"]:
        return False
    return laid.tokens.slice(first, last) != figure.name


def call_by_own_name(laid: LaidOut, figure: Figure, first: int) -> None:
    """Where a group gives itself the name at token `first` ("Kelompok yang menamakan diri X"), keep what it is."""
    noun = _before_itself(laid, first)
    if noun >= 0:
        figure.kind = "group" if figure.kind == "person" else figure.kind
        figure.named = True
        figure.about.add(laid.tokens.lower[noun])


def _abbreviates(laid: LaidOut, stop: int) -> bool:
    """The stop of "Gen." before a name."""
    return laid.tokens.words[stop] == "." and stop > 0 and sort_of(laid, stop - 1) in "KH"


def _says_what(laid: LaidOut, i: int) -> bool:
    """Whether a word says what sort of somebody a name names: a role, a kind of body or company or medium."""
    sets = laid.lang.singles
    word = laid.tokens.lower[i]
    return (
        sort_of(laid, i) in "RKN"
        or word in sets["crowds"]
        or word in sets["companies"]
        or word in sets["bodies"]
        or word in sets["media_nouns"]
    )


def _only_trades(laid: LaidOut, figure: Figure) -> bool:
    """Whether no given name and no role but one that companies have too ("the operator, Delta Flow") makes a person of it."""
    trading = laid.lang.singles["trading_roles"]
    return figure.name.split()[0] not in forenames() and all(word in trading for role in figure.roles for word in role.lower().split())


def _trades(laid: LaidOut, i: int) -> bool:
    """Whether the word right before a name says that it is a company's or body's ("fuel supplier Petrosur", "maskapai Embun")."""
    sets, word = laid.lang.singles, laid.tokens.lower[i]
    return (
        (sort_of(laid, i) not in "RK" or word in sets["trading_roles"])
        and (laid.tokens.words[i].islower() or word in sets["media_nouns"])
        and (word in sets["companies"] or word in sets["bodies"] or word in sets["media_nouns"])
    )


def _opens_before(laid: LaidOut, last: int) -> int:
    """First token of the apposition that ends at `last` before a name's comma; `last + 1` where there is none."""
    words, lower, sets = laid.tokens.words, laid.tokens.lower, laid.lang.singles
    begin = last
    while begin > 0 and last - begin < LONGEST and words[begin - 1][0].isalnum() and not _other_clause(laid, begin - 1):
        begin -= 1
    while begin <= last and lower[begin] in sets["but"] | sets["coordinators"]:
        begin += 1
    according = laid.lang.classes["according_to"]
    if begin <= last and (lower[begin] in sets["prepositions"] or according.length(lower, begin)):
        return last + 1
    if begin > 0 and according.length_before(lower, begin - 1):
        return last + 1
    begin += begin <= last and lower[begin] in sets["articles"]
    if begin > last or not any(_says_what(laid, k) for k in range(begin, min(begin + BEFORE, last + 1))):
        return last + 1
    return begin


def _other_clause(laid: LaidOut, i: int) -> bool:
    """Whether a verb or a relative stands here: what is before it describes somebody else."""
    lower, lang = laid.tokens.lower, laid.lang
    verbal = verb_like(laid, i) or past_like(laid, i) or finite_at(laid, i)
    return lower[i] not in GENITIVES and (verbal or lower[i] in lang.singles["relative"] or lower[i] in lang.cues)


def _closes_behind(laid: LaidOut, begin: int) -> int:
    """Last token of the apposition that begins behind a name's comma; `begin - 1` where there is none.

    "Hasan, jaksa senior, …"; not "Istri Hasan, Sri, menilai jaksa keliru", where the sentence goes on.
    """
    words, lower, sets = laid.tokens.words, laid.tokens.lower, laid.lang.singles
    end = begin
    while end < len(words) and end - begin < LONGEST and (words[end][0].isalnum() or lower[end] in GENITIVES):
        if lower[end] in sets["relative"] or finite_at(laid, end):
            return begin - 1
        end += 1
    if end >= len(words) or words[end] not in ",.;)—–" or end == begin:
        return begin - 1
    head = begin + 1 if lower[begin] in sets["determiners"] and begin + 1 < end else begin
    near = range(head, min(head + BEFORE + 1, end))
    said = next((k for k in near if _says_what(laid, k)), -1)
    goes_on = any(lower[k] in laid.lang.cues or (laid.lang.code == "id" and verb_like(laid, k)) for k in range(begin, said))
    return end - 1 if said >= 0 and not goes_on and not laid.tokens.capital(head) else begin - 1


def _before_itself(laid: LaidOut, first: int) -> int:
    """The noun of "kelompok yang menamakan diri X", "a group calling itself X"; -1 without one."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    verb = next((k for k in range(first - 1, max(-1, first - 4), -1) if lower[k] in sets["self_named"]), -1)
    if verb < 2:
        return -1
    noun = verb - 2 if lower[verb - 1] in sets["relative"] else verb - 1
    return noun if _says_what(laid, noun) else -1
