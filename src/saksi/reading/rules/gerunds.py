"""Rules for English gerunds of speech: ", adding that …", "a letter urging …", "with the mayor saying …"."""

from __future__ import annotations

from typing import Final

from saksi.reading.drafts import Draft, Hit
from saksi.reading.marks import MARKS
from saksi.reading.parties import Party
from saksi.reading.rules.contents import content_behind
from saksi.reading.rules.heads import sentence_subject
from saksi.reading.rules.scene import Scene
from saksi.reading.rules.speakers import plausible
from saksi.reading.rules.spoken import outermost_before
from saksi.reading.subjects import subject_before
from saksi.reading.verbs import finite_at, over_adverbs

HANGING: Final = (",", "and", "-", "–", "—", "after", "while", "by", "in", "before", "then", "of")
"""What stands before a gerund whose subject is the sentence's."""
ABSOLUTE: Final = 12
"""Tokens of the subject between "with" or a dash and its gerund."""


def gerund(scene: Scene, hit: Hit) -> Draft | None:
    """Said by the subject of the verb before, by the text that says it, or by a subject of its own behind "with" or a dash.

    Not: "the man saying goodbye" (a reduced relative), "without saying".
    """
    until = _before_verb(scene, hit) if _is_subject(scene, hit) else _before_main_clause(scene, hit)
    contents = content_behind(scene, hit, until=until)
    if not contents:
        return None
    parties = _own_subject(scene, hit) or (_hung_on(scene, hit) if _hangs(scene, hit) else _text(scene, hit))
    if not parties or parties[0].form == "first" or not plausible(scene.laid, parties[0], hit.form):
        return None
    return Draft(parties, scene.laid.span(hit.first, hit.last), contents, hit.form, "gerund", scene.number, hit.first)


def _is_subject(scene: Scene, hit: Hit) -> bool:
    """Whether a text with its gerund is the sentence's subject ("A petition calling for new wells was signed")."""
    return scene.laid.tokens.lower[hit.first - 1] in scene.laid.lang.singles["evidence"] and not sentence_subject(scene, hit.first)


def _before_verb(scene: Scene, hit: Hit) -> int | None:
    """The token before the sentence's own verb, None where none comes."""
    return next((i - 1 for i in range(hit.last + 2, scene.right) if finite_at(scene.laid, i)), None)


def _before_main_clause(scene: Scene, hit: Hit) -> int | None:
    """The token before the comma in "With voters saying they are tired, the party …" and in "Lind, citing the flood, left"; else None."""
    laid = scene.laid
    before = hit.first - 1
    inserted = laid.tokens.words[before] == "," and not outermost_before(scene, before) and not sentence_subject(scene, before)
    if laid.tokens.lower[scene.first] != "with" and not inserted:
        return None
    return next((i - 1 for i in range(hit.last + 1, scene.right) if laid.tokens.words[i] == "," and laid.quote_of[i] < 0), None)


def _hangs(scene: Scene, hit: Hit) -> bool:
    """Whether a comma, a conjunction or a preposition stands before the gerund, over adverbs; the comma may stand in a quote."""
    lower = scene.laid.tokens.lower
    before = over_adverbs(scene.laid, hit.first - 1, scene.first)
    if before > scene.first and lower[before] in MARKS:
        before -= 1
    return before >= scene.first and lower[before] in HANGING


def _hung_on(scene: Scene, hit: Hit) -> list[Party]:
    previous = outermost_before(scene, hit.first)
    if previous:
        return previous.parties
    return sentence_subject(scene, hit.first) or subject_before(scene.laid, hit.first - 1, scene.first).parties


def _text(scene: Scene, hit: Hit) -> list[Party]:
    """ "issued a statement saying": whoever issued it; "a petition calling for", "dismissed a report saying": the text itself."""
    laid = scene.laid
    if laid.tokens.lower[hit.first - 1] not in laid.lang.singles["evidence"]:
        return []
    text = subject_before(laid, hit.first, scene.left_of(hit)).parties
    spoken_of = any(start <= laid.tokens.starts[hit.first] < end for draft in scene.drafts for start, end in draft.contents)
    return text if spoken_of else sentence_subject(scene, hit.first) or text


def _own_subject(scene: Scene, hit: Hit) -> list[Party]:
    """ "with the union warning that …", "– Ryan saying he was": the phrase between the opener and the gerund."""
    laid = scene.laid
    for i in range(hit.first - 2, max(scene.first, hit.first - ABSOLUTE) - 1, -1):
        if laid.tokens.lower[i] == "with" or laid.dash(i):
            return subject_before(laid, hit.first, i + 1).parties
        if not laid.tokens.word(i):
            break
    return []
