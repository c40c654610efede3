"""Clause-like: whether words without "bahwa" or "that" before them can be a clause, so that a cue may report them."""

from __future__ import annotations

from typing import Final

from saksi.reading.laid_out import LaidOut
from saksi.reading.rules.clausal import clausal
from saksi.reading.rules.scene import Scene
from saksi.reading.verbs import finite_at, past_like, verb_like

FARTHEST_VERB: Final = 8
"""Tokens behind a pronoun within which its verb stands."""
PLURAL: Final = frozenset({"they", "we", "you", "i"})
"""Pronouns whose verb has no ending."""


def clause_like(scene: Scene, begin: int, last: int, *, strict: bool) -> bool:
    """Whether a stretch can be a clause or a phrase that reports one: a verb in it, a quote, or a pronoun at its head."""
    laid = scene.laid
    if laid.lang.code == "en":
        return _english_clause(scene, begin, last, strict=strict)
    if strict:
        return begin in laid.closing or clausal(laid, begin, last)
    if begin == last:
        return verb_like(laid, begin) and laid.tokens.lower[begin].startswith(("di", "ter"))
    return last > begin


def _predicated(scene: Scene, begin: int, last: int) -> bool:
    """Whether a verb can stand behind the pronoun at `begin`; "said it twice" and "it" alone have none."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    behind = range(begin + 1, min(begin + FARTHEST_VERB, last) + 1)
    return any(
        (finite_at(laid, i) or past_like(laid, i) or (lower[i].endswith("s") and laid.tokens.word(i)))
        or (lower[begin] in PLURAL and laid.tokens.word(i) and lower[i] not in sets["prepositions"] and lower[i] not in sets["time_words"])
        for i in behind
    )


def _english_clause(scene: Scene, begin: int, last: int, *, strict: bool) -> bool:
    """Whether an English stretch without "that" can be a clause; where the cue is `strict`, a finite verb must show."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    if finite_at(laid, begin) or (lower[begin] in sets["clause_subjects"] and not _predicated(scene, begin, last)):
        return False
    if strict:
        inside = range(begin + 1, last + 1)
        return (
            begin in laid.closing
            or lower[begin].endswith("ing")
            or lower[begin] in sets["clause_subjects"]
            or any(finite_at(laid, i) or past_like(laid, i) for i in inside if lower[i - 1] not in sets["coordinators"])
        )
    if all(lower[i] in sets["time_words"] or lower[i] in sets["adverbs"] for i in range(begin, last + 1)):
        return False
    return laid.tokens.words[begin][0].isdigit() or (
        last - begin >= 1
        and any(finite_at(laid, i) or i in laid.closing or past_like(laid, i) or _present(laid, i) for i in range(begin, last + 1))
    )


def _present(laid: LaidOut, i: int) -> bool:
    """Whether a word can be a verb in the present tense, or the plural before one: it ends in s ("the road needs", "roads need")."""
    word = laid.tokens.words[i]
    return word.endswith("s") and not word.endswith(("ss", "us", "'s", "’s")) and word[0].islower() and len(word) > 3
