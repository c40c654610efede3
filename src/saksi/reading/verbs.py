"""Verbs: whether a word looks like one, by its affixes and the lists of the language."""

from __future__ import annotations

from typing import Final

from saksi.reading.laid_out import LaidOut
from saksi.reading.marks import GENITIVES

SHORTEST_VERB: Final = 6
"""Letters of an Indonesian verb with its prefix; shorter ones ("beri", "desa") prove nothing."""
SHORTEST_PAST: Final = 5


def finite_at(laid: LaidOut, i: int) -> bool:
    """Whether an auxiliary or form of be that is finite stands here; a 's only where it owns nothing.

    "it's late", "the river's not full", "the river's rising"; not "Oslo's mayor", "Oslo's rising costs".
    """
    lower, sets = laid.tokens.lower, laid.lang.singles
    if lower[i] not in sets["finite"] or lower[i] not in GENITIVES:
        return lower[i] in sets["finite"]
    before = lower[i - 1] if i > 0 else ""
    return any(before in sets[name] for name in ("clause_subjects", "question_words", "relative")) or _owns_nothing(laid, i + 1)


def _owns_nothing(laid: LaidOut, i: int) -> bool:
    """Whether no owned noun begins behind a 's: an article, a negation, a preposition, or a form in -ing that no noun follows."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    if i >= len(lower):
        return False
    if lower[i].endswith("ing") and i + 1 < len(lower):
        i += 1
        if not laid.tokens.word(i) or lower[i] in sets["adverbs"]:
            return True
    return any(lower[i] in sets[name] for name in ("articles", "negators", "prepositions", "clause_subjects"))


def verb_like(laid: LaidOut, i: int) -> bool:
    """Whether a lower-case word has the prefix of a verb ("menegaskan", "ditembak") and is none of the nouns that look so."""
    word = laid.tokens.words[i]
    prefixes = laid.lang.affixes["verb_prefixes"]
    if not prefixes or len(word) < SHORTEST_VERB or not word[0].islower():
        return False
    nouns = laid.lang.singles["nouns_like_verbs"]
    return word.startswith(prefixes) and word not in nouns and word.removesuffix(laid.lang.enclitic or "") not in nouns


def past_like(laid: LaidOut, i: int) -> bool:
    """Whether a lower-case word is or ends like a past tense and stands behind no article."""
    word = laid.tokens.words[i]
    endings = laid.lang.affixes["past_endings"]
    if not endings or not word[0].islower():
        return False
    if word in laid.lang.singles["invariant_pasts"]:
        behind = laid.tokens.lower[i + 1] if i + 1 < len(laid.tokens) else ""
        return i > 0 and (behind in laid.lang.singles["determiners"] or behind[:1].isdigit())
    if word not in laid.lang.singles["irregular_pasts"] and (len(word) < SHORTEST_PAST or not word.endswith(endings)):
        return False
    return i == 0 or laid.tokens.lower[i - 1] not in laid.lang.singles["determiners"]


def manner_adverb(laid: LaidOut, i: int) -> bool:
    """Whether an English word ends like an adverb of manner ("widely", "bluntly") and is none of the nouns and verbs that do."""
    word = laid.tokens.lower[i]
    return laid.lang.code == "en" and word.endswith("ly") and len(word) > SHORTEST_PAST and word not in laid.lang.singles["nouns_in_ly"]


def over_adverbs(laid: LaidOut, i: int, left: int) -> int:
    """Leftward from token `i` over adverbs, no further than `left`: to "was" in "was very widely denied"; a form of be is none."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    adverbs, degrees = sets["adverbs"], sets["degrees"]
    while i > left and lower[i] not in sets["be"] and (lower[i] in adverbs or lower[i] in degrees or manner_adverb(laid, i)):
        i -= 1
    return i


def participle(laid: LaidOut, i: int) -> bool:
    """Whether a reduced relative begins here ("Militants calling themselves …", "diplomats briefed on …")."""
    word = laid.tokens.words[i]
    if not laid.lang.affixes["past_endings"] or len(word) < SHORTEST_PAST - 1 or not word[0].islower():
        return False
    if not laid.tokens.word(i - 1) or laid.tokens.lower[i - 1] in laid.lang.singles["determiners"]:
        return False
    return word.endswith("ing") or past_like(laid, i) or word in laid.lang.singles["irregular_participles"]
