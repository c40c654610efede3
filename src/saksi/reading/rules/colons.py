"""Rules for quotes without a verb of speech: 'X menyalahkan tentara: "…"', a quote alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from saksi.reading.drafts import Draft, content_stretch
from saksi.reading.language import CueForm
from saksi.reading.marks import last_inside
from saksi.reading.parties import Party
from saksi.reading.phrases import joint
from saksi.reading.rules.heads import sentence_subject
from saksi.reading.rules.scene import Scene
from saksi.reading.rules.transcripts import COLON, label_parties, labelled
from saksi.reading.wordsorts import sort_of

ALONE: Final = CueForm(words=(), voice="active", act="inform")
_STOPS: Final = frozenset([".", ",", "?", "!", "…", ";", "-", "–", "—"])
MIN_ALONE: Final = 4
"""Tokens of a quotation that stands alone; fewer are a title or a slogan."""


def colon(scene: Scene) -> Draft | None:
    """A colon as the cue: before a quote whose speaker is the subject of the words before it, or behind a name or Q/A label."""
    laid = scene.laid
    words = laid.tokens.words
    at = next((i for i in range(scene.opening, scene.right) if words[i] == ":" and laid.quote_of[i] < 0), -1)
    if at <= scene.opening or at >= scene.right:
        return None
    nxt = at + 1
    while nxt < scene.right and words[nxt] == "\n":
        nxt += 1
    if nxt in laid.closing:
        return _quote_behind(scene, at, nxt)
    return labelled(scene, at)


def _quote_behind(scene: Scene, at: int, opening: int) -> Draft | None:
    """'Sang adik ipar menyalahkan tentara: "Mereka datang …"': the sentence's subject says what is quoted."""
    laid = scene.laid
    inner = content_stretch(laid, opening, laid.closing[opening])
    if inner is None:
        return None
    if any(a <= inner[0] < b for draft in scene.drafts for a, b in draft.contents):
        return None
    earlier = next((d for d in reversed(scene.drafts) if d.parties and d.rule in ("subject-verb", "postposed")), None)
    if earlier is not None and earlier.form is not None and earlier.form.act == "ask":
        earlier.contents = [inner]
        return None
    parties = earlier.parties if earlier else sentence_subject(scene, at) or _first_name(scene, at) or label_parties(scene, at)
    form = COLON if earlier is None or earlier.form is None else replace(COLON, act=earlier.form.act)
    return Draft(parties, laid.span(at, at), [inner], form, "colon-quote", scene.number, at) if parties else None


def _first_name(scene: Scene, at: int) -> list[Party]:
    """The name that opens the sentence: "Voss shook her head: …"."""
    laid = scene.laid
    last = scene.first
    while last + 1 < at and laid.tokens.capital(last + 1):
        last += 1
    return joint(laid, (scene.first, last)) if sort_of(laid, scene.first) in "CRKH" else []


def quote_alone(scene: Scene, last_speaker: list[Party]) -> Draft | None:
    """A sentence that is one quotation and nothing else, with no cue: said by whoever spoke last."""
    laid = scene.laid
    words = laid.tokens.words
    first, last = scene.first, scene.last
    while first <= last and words[first] == "\n":
        first += 1
    while last > first and words[last] in ".,\n":
        last -= 1
    if laid.closing.get(first) != last or last - first < MIN_ALONE or not _stopped(scene, last):
        return None
    stretch = content_stretch(laid, first, last)
    return Draft(last_speaker, None, [stretch], ALONE, "quote-alone", scene.number, first) if stretch else None


def _stopped(scene: Scene, closing: int) -> bool:
    """Whether a quotation ends like a sentence, with a stop inside or behind it; a title on a line of its own does not."""
    words = scene.laid.tokens.words
    return words[last_inside(scene.laid.tokens, closing)] in _STOPS or words[min(closing + 1, scene.last)] in _STOPS
