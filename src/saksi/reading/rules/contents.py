"""Contents: what follows a cue as its content, from where to where."""

from __future__ import annotations

from typing import Final

from saksi.reading.clauses import clause_end
from saksi.reading.complements import complement_start
from saksi.reading.drafts import Hit, content_stretch
from saksi.reading.marks import GENITIVES
from saksi.reading.rules.clausal import enclitic_named, feeling_about, over_addressee, pointing_end
from saksi.reading.rules.licences import Taken, licensed
from saksi.reading.rules.scene import Scene
from saksi.reading.verbs import finite_at, past_like

OF_THINGS: Final = ("phrase", "pointing", "naming", "as")
"""What cues take that need no clause."""
MOST_ASKED: Final = 6
"""Tokens of the one who is asked, before the question."""


def content_behind(scene: Scene, hit: Hit, until: int | None = None, *, shown: bool = False) -> list[tuple[int, int]] | None:
    """The content that follows a cue, no further than token `until`; None where nothing that its lexicon entry takes does.

    `shown` where evidence speaks, which may show a thing as well ("polls show her with a lead").
    """
    laid = scene.laid
    right = scene.right
    told = hit.last < right and laid.tokens.lower[hit.last + 1] in laid.lang.singles["complementizers"]
    if hit.form.enclitic and hit.form.voice in ("active", "base") and not told:
        end = laid.tokens.ends[hit.last]
        named = enclitic_named(scene, hit)
        return [(end - hit.form.enclitic, end), *named] if named or hit.form.takes in ("phrase", "pointing") else None
    if hit.form.takes == "feeling":
        return feeling_about(scene, hit, until)
    begin, marked = complement_start(laid, hit.last + 1, right, addressed=hit.form.addressed)
    if hit.form.act == "ask":
        begin = _over_asked(scene, begin)
    if begin > right:
        return None
    if laid.lang.code == "id":
        begin = over_addressee(laid, begin, right)
        marked = marked or laid.tokens.lower[begin] in laid.lang.singles["clause_openers"]
    later = [h for h in scene.hits if h.first > hit.last]
    last = clause_end(laid, begin, scene.last, later)
    if until is not None:
        last = min(last, until)
    if laid.lang.code == "en" and not marked and hit.form.takes in OF_THINGS:
        last = _thing_end(scene, begin, last, naming=hit.form.takes in ("naming", "as"))
    behind_comma = laid.lang.code == "en" and laid.tokens.words[begin - 1] == "," and begin not in laid.closing
    if behind_comma and hit.form.act == "opine":
        return None
    if not (shown and last > begin and laid.tokens.word(begin)) and not licensed(Taken(scene, hit, begin, last, marked)):
        return None
    stretch = content_stretch(laid, begin, pointing_end(laid, begin, last) if laid.lang.code == "id" and not marked else last)
    return [stretch] if stretch is not None else None


def _thing_end(scene: Scene, begin: int, last: int, *, naming: bool) -> int:
    """Where a content that is a thing ends: at the quote that names it, or before a clause that a conjunction adds.

    "branded it 'a pantomime' after the whistle"; "appealed for calm, and his aide offered to mediate".
    """
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    verb = False
    i = begin
    while i <= last:
        if i in laid.closing:
            i = laid.closing[i] + 1
            if not verb and i <= last and lower[i] not in sets["inner_prepositions"] and (naming or lower[i] in sets["adverbial_openers"]):
                return i - 1
            continue
        if not verb and i > begin and _said_where(scene, begin, i, last):
            return i - 1
        verb = verb or finite_at(laid, i) or lower[i] in sets["question_words"] or past_like(laid, i)
        if not verb and i > begin and i < last and _goes_over(scene, i, last):
            return i - 1
        if not verb and lower[i] == "," and i + 2 < last and lower[i + 1] in sets["coordinators"] and _own_clause(scene, i + 2, last):
            return i - 1
        i += 1
    return last


def _said_where(scene: Scene, begin: int, i: int, last: int) -> bool:
    """Whether a preposition opens where, when or to whom it was said: "the claim in an interview", "that account on Monday"."""
    laid = scene.laid
    lower, lang = laid.tokens.lower, laid.lang
    if lower[i] not in lang.singles["prepositions"] or lower[i] == "as":
        return False
    near = range(i + 1, min(i + 4, last) + 1)
    if lower[i] in lang.singles["adverbial_openers"] and any(
        lang.classes["speech_venues"].length(lower, j) or lower[j] in lang.singles["said_in"] for j in near
    ):
        return True
    pointed = i == begin + 1 and lower[begin] in lang.singles["bare_pointers"]
    return pointed or (lower[i - 1] in lang.nouns and lower[i] in lang.singles["times_behind"])


def _goes_over(scene: Scene, i: int, last: int) -> bool:
    """Whether a conjunction goes over to another verb of the same subject or to another clause ("the bill but praised")."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    if lower[i] not in sets["coordinators"] and lower[i] not in sets["but"]:
        return False
    return finite_at(laid, i + 1) or past_like(laid, i + 1) or _own_clause(scene, i + 1, last)


def _own_clause(scene: Scene, begin: int, last: int) -> bool:
    """Whether a subject with a verb of its own begins here: "his aide offered to mediate"."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    if not (laid.tokens.capital(begin) or lower[begin] in sets["determiners"] or lower[begin] in sets["clause_subjects"]):
        return False
    for i in range(begin + 1, min(begin + LONGEST_SUBJECT, last) + 1):
        if not laid.tokens.word(i) or lower[i] in sets["prepositions"] or lower[i] in GENITIVES:
            return False
        if finite_at(laid, i) or past_like(laid, i):
            return True
    return False


LONGEST_SUBJECT: Final = 4
"""Tokens of a plain subject between a conjunction and its verb."""


def _over_asked(scene: Scene, begin: int) -> int:
    """The question behind whom one asks: 'asked the clerk, "Who paid?"'."""
    words, closing = scene.laid.tokens.words, scene.laid.closing
    if begin in closing:
        return begin
    near = range(begin, min(begin + MOST_ASKED, scene.right))
    return next((i + 1 for i in near if words[i] in (",", ":") and i + 1 in closing and words[closing[i + 1] - 1] in ",?!."), begin)
