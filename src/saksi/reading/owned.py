"""Owned: which words of a role only say whose it is ("kuasa hukum tersangka", "the suspect's lawyer"); they are no role of its holder."""

from __future__ import annotations

from typing import Final

from saksi.reading.figure import Figure
from saksi.reading.laid_out import LaidOut
from saksi.reading.wordsorts import sort_of
from saksi.words.world import world

LONGEST: Final = 6
"""Tokens between a word that says whose and the end of what is owned."""


def learn_words(laid: LaidOut, figure: Figure, first: int, last: int) -> None:
    """Keep what tokens `first` to `last` say of a figure, those apart that only say whose it is."""
    tokens, small = laid.tokens, laid.lang.small_words
    for i in range(first, last + 1):
        if tokens.word(i) and tokens.lower[i] not in small:
            learn_word(laid, figure, i)


def learn_word(laid: LaidOut, figure: Figure, i: int) -> None:
    """Keep one word said of a figure: "Ibu korban, Sri" is an ibu; of whom she is one, korban, speaks in her place never."""
    figure.learn(laid.tokens.lower[i], whose=says_whose(laid, i))


def says_whose(laid: LaidOut, i: int) -> bool:
    """Whether a word depends on a role or kinship beside it: "tersangka" in "kuasa hukum tersangka", "mayor" in "the mayor's aide".

    Also "nelayan" in "ketua serikat nelayan". Not: "hakim" in "ketua majelis hakim", who is one, nor "staff" in "chief of staff".
    """
    if laid.lang.code == "id":
        return _behind_owned(laid, i)
    return _before_clitic(laid, i) or _behind_preposition(laid, i)


def _behind_owned(laid: LaidOut, i: int) -> bool:
    """Whether kin, somebody who stands for another, or an association of such people comes before, in the same phrase."""
    tokens, sets = laid.tokens, laid.lang.singles
    for k in range(i - 1, max(-1, i - 1 - LONGEST), -1):
        word = tokens.lower[k]
        if word in sets["inner_prepositions"] or (word in sets["honorifics"] and tokens.capital(k + 1)):
            continue
        if not tokens.word(k) or word in laid.lang.small_words or word in sets["relative"] or word in laid.lang.cues:
            return False
        if word in sets["associations"] and " ".join(tokens.words[k - 1 : k + 1]) not in world().states_in["id"]:
            return True
        if word in sets["kin"] or word in sets["owned_roles"] or (word in sets["groups_around"] and not _owned_itself(laid, i)):
            return k + laid.lang.classes["spokesmen"].length(tokens.lower, k) <= i
    return False


def _owned_itself(laid: LaidOut, i: int) -> bool:
    """ "tim kuasa hukum terdakwa": who stands for another is of the team, not somebody whose team it is."""
    word, sets = laid.tokens.lower[i], laid.lang.singles
    return word in sets["owned_roles"] or word in sets["kin"]


def _before_clitic(laid: LaidOut, i: int) -> bool:
    """Whether the phrase of a word is a possessor: "the suspect's", "the police chief's"."""
    tokens, sets = laid.tokens, laid.lang.singles
    for k in range(i + 1, min(i + 1 + LONGEST, len(tokens))):
        if tokens.lower[k] in ("'s", "’s"):
            return True
        if not tokens.word(k) or tokens.lower[k] in sets["prepositions"] or tokens.lower[k] in laid.lang.cues:
            return False
    return False


def _behind_preposition(laid: LaidOut, i: int) -> bool:
    """Whether a person's word stands in "lawyer for the suspect", "mother of the victim"."""
    tokens, sets = laid.tokens, laid.lang.singles
    if not (sort_of(laid, i) in "RK" or tokens.lower[i] in sets["humans"] or tokens.lower[i] in sets["kin"]):
        return False
    begin = i - 1
    while begin > 1 and i - begin < LONGEST and tokens.word(begin) and tokens.lower[begin] not in sets["determiners"]:
        begin -= 1
    if begin < 2 or tokens.lower[begin] not in sets["determiners"] or tokens.lower[begin - 1] not in sets["inner_prepositions"]:
        return False
    return sort_of(laid, begin - 2) in "RK" or tokens.lower[begin - 2] in sets["kin"]
