"""The subject at the head of a sentence, for cues that have none of their own."""

from __future__ import annotations

from typing import Final

from saksi.reading.parties import Party
from saksi.reading.rules.scene import Scene
from saksi.reading.subjects import subject_before
from saksi.reading.verbs import finite_at, past_like, verb_like

MOST_TRIED: Final = 3
"""Verbs at whose head a sentence's subject is looked for ("In a letter released today, Lee answered …")."""
FARTHEST_VERB: Final = 20
"""Tokens back to a verb whose subject another shares ("She looked up from her papers, smiled and said")."""


def shared_subject(scene: Scene, at: int) -> list[Party]:
    """The parties of the verb that a coordinated one at token `at` goes on from: "When I asked, he looked up and said" is his."""
    laid = scene.laid
    for i in range(at - 1, max(scene.first, at - FARTHEST_VERB), -1):
        if laid.quote_of[i] >= 0:
            break
        if past_like(laid, i) or verb_like(laid, i) or finite_at(laid, i):
            subject = subject_before(laid, i, scene.first)
            if subject.parties:
                return subject.parties
    return sentence_subject(scene, at)


def sentence_subject(scene: Scene, at: int) -> list[Party]:
    """The parties at the head of the sentence, before the first of its verbs that has a subject, no further than token `at`."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    first = _behind_side_clause(scene, at)
    tried = 0
    for i in range(first + 1, at):
        if (
            past_like(laid, i)
            or verb_like(laid, i)
            or finite_at(laid, i)
            or (laid.lang.cue_at(lower, i) and lower[i - 1] not in sets["articles"])
        ):
            parties = subject_before(laid, i, first).parties
            tried += 1
            if parties or tried == MOST_TRIED:
                return parties
    return []


def _behind_side_clause(scene: Scene, at: int) -> int:
    """Where the main clause begins: behind "Setelah istrinya memotret," or "When the doors opened,"."""
    laid = scene.laid
    lower, words, sets = laid.tokens.lower, laid.tokens.words, laid.lang.singles
    first = scene.first
    size = laid.lang.classes["discourse"].length(lower, first)
    if size and first + size < at and words[first + size] == ",":
        first += size + 1
    if lower[first] not in sets["because"] and lower[first] not in sets["while"]:
        return scene.first
    return next((i + 1 for i in range(first, at) if words[i] == "," and laid.quote_of[i] < 0), scene.first)
