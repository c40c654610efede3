"""Rules for quotes and lines without a verb of speech: "Minsk: …", "Q: …", 'X menyalahkan tentara: "…"', a quote alone."""

from __future__ import annotations

from dataclasses import replace

from saksi.reading.drafts import Draft, content_stretch
from saksi.reading.language import CueForm
from saksi.reading.parties import Party
from saksi.reading.phrases import joint
from saksi.reading.rules.heads import sentence_subject
from saksi.reading.rules.scene import Scene
from saksi.reading.subjects import subject_before
from saksi.reading.wordsorts import sort_of

COLON = CueForm(words=(":",), voice="active", act="inform")
ALONE = CueForm(words=(), voice="active", act="inform")
LONGEST_LABEL = 6
MIN_ALONE = 4
"""Tokens of a quotation that stands alone; fewer are a title or a slogan."""


def colon(scene: Scene) -> Draft | None:
    """A colon as the cue: before a quote whose speaker is the subject of the words before it, or behind a name or Q/A label."""
    laid = scene.laid
    words = laid.tokens.words
    at = next((i for i in range(scene.first, scene.right) if words[i] == ":" and laid.quote_of[i] < 0), -1)
    if at <= scene.first or at >= scene.right:
        return None
    nxt = at + 1
    while nxt < scene.right and words[nxt] == "\n":
        nxt += 1
    if nxt in laid.closing:
        return _quote_behind(scene, at, nxt)
    return _label(scene, at)


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
    parties = earlier.parties if earlier else sentence_subject(scene, at) or _first_name(scene, at) or _label_parties(scene, at)
    form = COLON if earlier is None or earlier.form is None else replace(COLON, act=earlier.form.act)
    return Draft(parties, laid.span(at, at), [inner], form, "colon-quote", scene.number, at) if parties else None


def _first_name(scene: Scene, at: int) -> list[Party]:
    """The name that opens the sentence: "Voss shook her head: …"."""
    laid = scene.laid
    last = scene.first
    while last + 1 < at and laid.tokens.capital(last + 1):
        last += 1
    return joint(laid, (scene.first, last)) if sort_of(laid, scene.first) in "CRKH" else []


def _label_parties(scene: Scene, at: int) -> list[Party]:
    return subject_before(scene.laid, at, scene.first).parties if at - scene.first <= LONGEST_LABEL else []


def _label(scene: Scene, at: int) -> Draft | None:
    """ "Warsawa: Itu bukan kecelakaan.", "Q: …": a short label of a name, a role, or one letter at a paragraph's start."""
    laid = scene.laid
    words, lower = laid.tokens.words, laid.tokens.lower
    if (
        at - scene.first > LONGEST_LABEL
        or lower[scene.first] in laid.lang.singles["labels"]
        or any(words[i] in ",;()" for i in range(scene.first, at))
    ):
        return None
    if not laid.tokens.capital(scene.first):
        return None
    letter = at == scene.first + 1 and words[scene.first] in ("Q", "A", "T", "J")
    if not letter and not all(sort_of(laid, i) in "CPRKHOAo." for i in range(scene.first, at)):
        return None
    stretch = content_stretch(laid, at + 1, _paragraph_end(scene) if letter else scene.right)
    parties = [Party(*laid.span(scene.first, scene.first), form="letter", head=scene.first)] if letter else _label_parties(scene, at)
    if stretch is None or not parties or not laid.tokens.capital(at + 1):
        return None
    return Draft(parties, laid.span(at, at), [stretch], COLON, "colon-label", scene.number, at)


def _paragraph_end(scene: Scene) -> int:
    """The last word of the paragraph: a question or answer goes on to its end."""
    words = scene.laid.tokens.words
    last = scene.last
    while last + 1 < len(words) and words[last + 1] != "\n\n":
        last += 1
    return last


def quote_alone(scene: Scene, last_speaker: list[Party]) -> Draft | None:
    """A sentence that is one quotation and nothing else, with no cue: said by whoever spoke last."""
    laid = scene.laid
    words = laid.tokens.words
    first, last = scene.first, scene.last
    while first <= last and words[first] == "\n":
        first += 1
    while last > first and words[last] in ".,\n":
        last -= 1
    if laid.closing.get(first) != last or last - first < MIN_ALONE:
        return None
    stretch = content_stretch(laid, first, last)
    return Draft(last_speaker, None, [stretch], ALONE, "quote-alone", scene.number, first) if stretch else None
