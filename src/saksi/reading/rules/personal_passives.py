"""Rules for the Indonesian passives that name their speaker by a pronoun: "hal itu ia sampaikan", "hal itu disampaikannya".

Reference: Sneddon, Indonesian: A Comprehensive Grammar (2010), 3.26-3.29 (passive type two, and -nya as agent).
"""

from __future__ import annotations

from saksi.reading.clauses import clause_end
from saksi.reading.complements import complement_start
from saksi.reading.drafts import Draft, Hit, content_stretch
from saksi.reading.parties import Party
from saksi.reading.rules.clausal import clausal
from saksi.reading.rules.scene import Scene
from saksi.reading.subjects import subject_before


def object_voice(scene: Scene, hit: Hit) -> Draft | None:
    """ "Hal itu ia sampaikan di Jakarta", "Dia akui gudang itu kosong": a pronoun right before a stem.

    Not: a relative ("seperti yang ia katakan"), a thing that is no word ("pintu itu ia tutup"), a verb without a clause.
    """
    laid = scene.laid
    lower, lang = laid.tokens.lower, laid.lang
    pronoun = hit.first - 1
    if hit.form.enclitic or pronoun < scene.first or laid.quote_of[hit.first] >= 0:
        return None
    if lower[pronoun] not in lang.pronouns["singular"] and lower[pronoun] not in lang.pronouns["plural"]:
        return None
    if hit.form.voice == "bare" and lower[hit.first] not in lang.singles["object_voice"]:
        return None
    parties = [Party(*laid.span(pronoun, pronoun), form="pronoun", head=pronoun)]
    return _draft(scene, hit, parties, laid.span(hit.first, hit.last), pronoun)


def enclitic_passive(scene: Scene, hit: Hit) -> Draft | None:
    """ "Hal itu disampaikannya di Jakarta", "Diakuinya, gudang itu kosong", "Gudang itu disebutnya kosong"."""
    laid = scene.laid
    start, end = laid.span(hit.first, hit.last)
    parties = [Party(end - hit.form.enclitic, end, form="enclitic", head=hit.last)]
    return _draft(scene, hit, parties, (start, end - hit.form.enclitic), hit.first)


def _draft(scene: Scene, hit: Hit, parties: list[Party], cue: tuple[int, int], first: int) -> Draft | None:
    """The statement whose content stands before token `first`, where it points at words, or behind the verb as a clause."""
    laid = scene.laid
    before = _object_before(scene, hit, first)
    if before is None:
        return None
    stretches = [content_stretch(laid, *before)] if before[0] <= before[1] else []
    begin, marked = complement_start(laid, hit.last + 1, scene.right)
    later = [h for h in scene.hits if h.first > hit.last]
    last = clause_end(laid, begin, scene.last, later) if begin <= scene.right else begin - 1
    if stretches and not _points(scene, *before):
        if marked or not _predicate(scene, begin, last) or hit.form.takes == "marked":
            return None
        stretches.append(content_stretch(laid, begin, last))
    elif not stretches:
        if begin > last or not (marked or (hit.form.takes != "marked" and clausal(laid, begin, last))):
            return None
        stretches.append(content_stretch(laid, begin, last))
    contents = [stretch for stretch in stretches if stretch is not None]
    return Draft(parties, cue, contents, hit.form, "passive", scene.number, hit.first) if contents else None


def _object_before(scene: Scene, hit: Hit, first: int) -> tuple[int, int] | None:
    """The phrase that stands before the pronoun or verb, empty where the clause begins there; None in a relative clause."""
    laid = scene.laid
    lower, words, sets = laid.tokens.lower, laid.tokens.words, laid.lang.singles
    last = first - 1
    while last >= scene.first and lower[last] in sets["adverbs"]:
        if lower[last] in sets["negators"]:
            return None
        last -= 1
    if last >= scene.first and (
        lower[last] in sets["relative"] or lower[last] in sets["cited_like"] or lower[last] in sets["prepositions"]
    ):
        return None
    left = scene.left_of(hit)
    begin = last
    while begin >= left and words[begin] not in ",;:—–\n" and lower[begin] not in sets["coordinators"] and laid.quote_of[begin] < 0:
        begin -= 1
    begin += 1
    size = laid.lang.classes["discourse"].length(lower, begin) if begin <= last else 0
    begin += size
    if begin > last:
        return begin, begin - 1
    subject = subject_before(laid, first, begin)
    return (subject.first, last) if begin <= subject.first <= last else None


def _points(scene: Scene, first: int, last: int) -> bool:
    """Whether a phrase points at words: "hal itu", "pernyataan tersebut", "itu"."""
    lower, lang = scene.laid.tokens.lower, scene.laid.lang
    return lower[first] in lang.singles["bare_pointers"] or (lower[first] in lang.nouns and last > first)


def _predicate(scene: Scene, begin: int, last: int) -> bool:
    """Whether something is said of the phrase before the verb: "gudang itu disebutnya kosong"."""
    sets = scene.laid.lang.singles
    return begin <= last and scene.laid.tokens.word(begin) and scene.laid.tokens.lower[begin] not in sets["prepositions"]
