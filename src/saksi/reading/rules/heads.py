"""The subject at the head of a sentence, for cues that have none of their own."""

from __future__ import annotations

from saksi.reading.parties import Party
from saksi.reading.rules.scene import Scene
from saksi.reading.subjects import subject_before
from saksi.reading.verbs import past_like, verb_like


def shared_subject(scene: Scene, at: int) -> list[Party]:
    """The parties of the verb that a coordinated one at token `at` goes on from: "When I asked, he looked up and said" is his."""
    laid = scene.laid
    for i in range(at - 1, scene.first, -1):
        if laid.quote_of[i] >= 0:
            break
        if past_like(laid, i) or laid.tokens.lower[i] in laid.lang.singles["finite"]:
            subject = subject_before(laid, i, scene.first)
            if subject.parties:
                return subject.parties
            if not subject.shared:
                break
    return sentence_subject(scene, at)


def sentence_subject(scene: Scene, at: int) -> list[Party]:
    """The parties at the head of the sentence, before its first verb, no further than token `at`."""
    laid = scene.laid
    lower = laid.tokens.lower
    for i in range(scene.first + 1, at):
        past = past_like(laid, i)
        if past or verb_like(laid, i) or lower[i] in laid.lang.singles["finite"] or laid.lang.cue_at(lower, i):
            return subject_before(laid, i, scene.first).parties
    return []
