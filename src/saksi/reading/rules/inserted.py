"""A clause that an attribution interrupts: "Farmers, Voss said, have demanded a road" holds what the farmers demand."""

from __future__ import annotations

from typing import Final

from saksi.reading.drafts import Draft, Hit
from saksi.reading.laid_out import LaidOut
from saksi.reading.rules.contents import content_behind
from saksi.reading.rules.scene import Scene
from saksi.reading.rules.speakers import plausible
from saksi.reading.subjects import subject_before

VERB_WITHIN: Final = 4
"""Tokens behind the insertion within which the interrupted clause goes on with its verb ("sudah berkali-kali meminta")."""
VOICES: Final = ("active", "base", "participle")


def interrupted(scene: Scene) -> list[Draft]:
    """The drafts of a sentence, with those whose subject stands before an inserted attribution and whose verb behind it."""
    found = list(scene.drafts)
    for outer in scene.drafts:
        hit = _verb_behind(scene, outer) if len(outer.contents) > 1 and outer.cue is not None else None
        inner = _inner(scene, outer, hit) if hit is not None else None
        if inner is not None:
            found = [draft for draft in found if draft.where != inner.where]
            found.append(inner)
    return found


def _verb_behind(scene: Scene, outer: Draft) -> Hit | None:
    """The verb of speech with which the second content begins, over adverbs and auxiliaries; None where a quotation does."""
    laid = scene.laid
    first, last = laid.tokens.at(outer.contents[0][0]), laid.tokens.at(outer.contents[0][1]) - 1
    begin = laid.tokens.at(outer.contents[1][0])
    if outer.cue is None or not outer.contents[0][1] <= outer.cue[0] < outer.contents[1][0] or laid.quote_of[begin] >= 0:
        return None
    if first < scene.first or laid.quote_of[last] >= 0 or laid.tokens.words[begin - 1] != ",":
        return None
    hit = next((h for h in scene.hits if begin <= h.first < begin + VERB_WITHIN and h.form.voice in VOICES), None)
    return hit if hit is not None and all(_before_verb(laid, i) for i in range(begin, hit.first)) else None


def _before_verb(laid: LaidOut, i: int) -> bool:
    """Whether a word stands between a subject and its verb and denies nothing: "sudah", "berkali-kali", "have", "repeatedly"."""
    word, sets = laid.tokens.lower[i], laid.lang.singles
    if word in sets["negators"]:
        return False
    return word in sets["adverbs"] or word in sets["auxiliaries"] or word in sets["have"] or word.endswith("ly") or _doubled(word)


def _doubled(word: str) -> bool:
    """ "berkali-kali", "terus-menerus": an adverb by its doubled form."""
    return "-" in word and word.isalpha() is False and word.split("-")[0][-3:] == word.split("-")[1][-3:]


def _inner(scene: Scene, outer: Draft, hit: Hit) -> Draft | None:
    laid = scene.laid
    first, end = laid.tokens.at(outer.contents[0][0]), laid.tokens.at(outer.contents[0][1])
    parties = subject_before(laid, end, first).parties
    if not parties or parties[0].form == "first" or not plausible(laid, parties[0], hit.form):
        return None
    contents = content_behind(scene, hit)
    if not contents:
        return None
    return Draft(parties, laid.span(hit.first, hit.last), contents, hit.form, "subject-verb", scene.number, hit.first)
