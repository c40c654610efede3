"""Reduced relatives of English: a past form that only describes the noun before it ("a nurse accused of theft told …")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from saksi.reading.drafts import Hit
from saksi.reading.laid_out import LaidOut
from saksi.reading.verbs import manner_adverb

LONGEST_DESCRIPTION: Final = 24
"""Tokens between a participle and the sentence's own verb of speech."""


def reduced(laid: LaidOut, hit: Hit, hits: Sequence[Hit], first: int, last: int) -> bool:
    """Whether a form that is past tense and participle alike is a participle behind its noun, so that nobody says anything by it.

    "officials accused of fraud", "residents urged to leave", "drivers warned of delays complained"; not "police warned of
    delays", whose sentence has no other verb of speech, nor "ministers accused the union of lying", which has an object.
    """
    if laid.lang.code != "en" or hit.form.voice != "active" or len(hit.form.words) > 1 or not _both_forms(laid, hit.first):
        return False
    if not _behind_noun(laid, hit.first, first):
        return False
    lower, sets = laid.tokens.lower, laid.lang.singles
    behind = _over_adverbs(laid, hit.last + 1, last)
    if behind > last:
        return False
    if laid.lang.classes["describing"].length([lower[hit.first], lower[behind]], 0):
        return True
    if hit.form.takes in ("clause", "marked") and not hit.form.addressed:
        return False
    if _own_verb(laid, behind, hits):
        return True
    return lower[behind] in sets["phrase_prepositions"] and _verb_follows(laid, behind, hits, last)


def _both_forms(laid: LaidOut, i: int) -> bool:
    """Whether a word is a past tense and a participle: "accused", "told"; not "denies", "wrote"."""
    word = laid.tokens.lower[i]
    return word.endswith(laid.lang.affixes["past_endings"]) or word in laid.lang.singles["irregular_participles"]


def _behind_noun(laid: LaidOut, i: int, first: int) -> bool:
    """Whether a noun, no pronoun, stands before token `i`, over a comma and adverbs: "officials repeatedly", "the minister,"."""
    lower, lang = laid.tokens.lower, laid.lang
    j = i - 1
    while j > first and (lower[j] in lang.singles["adverbs"] - lang.singles["auxiliaries"] or manner_adverb(laid, j)):
        j -= 1
    if j > first and laid.tokens.words[j] == ",":
        j -= 1
    if j < first or not laid.tokens.word(j) or any(lower[j] in lang.pronouns[name] for name in ("singular", "plural", "side", "first")):
        return False
    closed = ("finite", "negators", "coordinators", "relative", "complementizers", "prepositions", "auxiliaries", "but", "while")
    return not any(lower[j] in lang.singles[name] for name in closed)


def _over_adverbs(laid: LaidOut, i: int, last: int) -> int:
    """Behind an adverb or a plain time: "accused repeatedly of", "accused last year of"."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    while i <= last and (lower[i] in sets["adverbs"] - sets["auxiliaries"] or lower[i] in sets["time_words"] or manner_adverb(laid, i)):
        i += 1
    return i


def _own_verb(laid: LaidOut, i: int, hits: Sequence[Hit]) -> bool:
    """Whether a verb of speech in the past, or an auxiliary, stands here: what is said cannot begin with one."""
    word = laid.tokens.lower[i]
    auxiliary = word in laid.lang.singles["auxiliaries"] and laid.tokens.word(i)
    return auxiliary or any(h.first == i and h.form.voice == "active" and _both_forms(laid, i) for h in hits)


def _verb_follows(laid: LaidOut, begin: int, hits: Sequence[Hit], last: int) -> bool:
    """Whether the same clause goes on to a verb of speech in the past: before any mark, conjunction or relative."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    opening = ("coordinators", "complementizers", "relative", "because", "while", "but", "question_words")
    for i in range(begin + 1, min(begin + LONGEST_DESCRIPTION, last) + 1):
        if not laid.tokens.word(i) or any(lower[i] in sets[name] for name in opening):
            return False
        if any(h.first == i and h.form.voice == "active" and not h.form.evidence for h in hits):
            return True
    return False
