"""The subject at the head of a sentence, for cues that have none of their own."""

from __future__ import annotations

from saksi.reading.parties import Party
from saksi.reading.rules.scene import Scene
from saksi.reading.subjects import subject_before
from saksi.reading.verbs import past_like, verb_like


def sentence_subject(scene: Scene, at: int) -> list[Party]:
    """The parties at the head of the sentence, before its first verb, no further than token `at`."""
    laid = scene.laid
    lower = laid.tokens.lower
    for i in range(scene.first + 1, at):
        past = past_like(laid, i)
        if past or verb_like(laid, i) or lower[i] in laid.lang.singles["finite"] or laid.lang.cue_at(lower, i):
            return subject_before(laid, i, scene.first).parties
    return []
