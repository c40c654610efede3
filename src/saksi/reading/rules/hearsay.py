"""Rules for hearsay: "X diduga …", "Diperkirakan …", "is believed to", "It is feared that", "reportedly"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from saksi.reading.clauses import clause_end
from saksi.reading.complements import complement_start
from saksi.reading.drafts import Draft, Hit, content_stretch
from saksi.reading.parties import Party
from saksi.reading.phrases import noun_phrase
from saksi.reading.rules.clausal import shows_auxiliary
from saksi.reading.rules.intent import modal_before
from saksi.reading.rules.scene import Scene
from saksi.reading.rules.speakers import headed_by_somebody
from saksi.reading.subjects import Subject, subject_before
from saksi.reading.verbs import finite_at, over_adverbs, verb_like

ASKER: Final = 4
"""Words between "asked" and its question: "ditanya wartawan di lokasi apakah"."""


def hearsay(scene: Scene, hit: Hit) -> Draft | None:
    """What nobody in particular says: "Massa diduga pendukung X", "Diperkirakan besok …", "is expected to raise".

    Not: inside somebody's content (there it is that content's hedge), "yang diduga" before a noun.
    """
    laid = scene.laid
    lower, lang = laid.tokens.lower, laid.lang
    before = hit.first - 1
    while lang.code == "id" and before > scene.first and lower[before] in lang.singles["adverbs"]:
        before -= 1
    if before >= scene.first and lower[before] in lang.singles["relative"] and lang.code == "id":
        return _relative_hearsay(scene, hit, before)
    if _inside_content(scene, hit) or (before >= scene.first and lower[before] in lang.singles["cited_like"]):
        return None
    if lang.code == "en" and lower[hit.first] not in lang.singles["hearsay_adverbs"]:
        return _english_passive(scene, hit)
    subject = subject_before(laid, hit.first, scene.left_of(hit))
    if subject.negation >= 0 or (lang.code == "id" and _no_hearsay(scene, hit, subject)):
        return None
    if subject.relative and lang.code == "en" and subject.first >= scene.first:
        return _english_relative(scene, hit, subject)
    contents: list[tuple[int, int]] = []
    first = None if hit.form.act == "ask" else _subject_first(scene, hit, subject)
    if lang.code == "id" and first is not None and subject.first < scene.first and _leads_in(scene, first):
        return None
    last = hit.first - 1
    while first is not None and last > first and lower[last] in lang.singles["before_passive"]:
        last -= 1
    if first is not None and (stretch := content_stretch(laid, first, last)):
        contents.append(stretch)
    begin, _ = complement_start(laid, hit.last + 1, scene.right)
    if hit.form.act == "ask":
        near = range(hit.last + 1, min(hit.last + 1 + ASKER, scene.right + 1))
        begin = next((i for i in near if lower[i] in lang.singles["question_words"]), scene.right + 1)
    later = [h for h in scene.hits if h.first > hit.last]
    rest = content_stretch(laid, begin, clause_end(laid, begin, scene.last, later)) if begin <= scene.right else None
    if rest is None:
        return None
    return Draft([], laid.span(hit.first, hit.last), [*contents, rest], hit.form, "hearsay", scene.number, hit.first)


def document_says(scene: Scene, hit: Hit) -> Draft | None:
    """ "Dalam surat dakwaan disebutkan, …", "Pada laporan itu dijelaskan bahwa …": the document that opens the sentence speaks."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    first = scene.first + laid.lang.classes["discourse"].length(lower, scene.first)
    while first < hit.first and not laid.tokens.word(first):
        first += 1
    if hit.form.act not in ("inform", "report") or first + 1 >= hit.first or lower[first] not in sets["inside"]:
        return None
    head, last = first + 1, hit.first - 1
    while last > head and (lower[last] in sets["adverbs"] or lower[last] in sets["before_passive"] or not laid.tokens.word(last)):
        last -= 1
    phrase = noun_phrase(laid, (head, last))
    written = lower[head] in sets["evidence"] or lower[head] in sets["documents"]
    if phrase is None or not written or any(verb_like(laid, i) for i in range(head, phrase[1] + 1)):
        return None
    begin, marked = complement_start(laid, hit.last + 1, scene.right)
    if begin > scene.right or not (marked or shows_auxiliary(laid, begin, scene.right)):
        return None
    later = [h for h in scene.hits if h.first > hit.last]
    stretch = content_stretch(laid, begin, clause_end(laid, begin, scene.last, later))
    party = Party(*laid.span(*phrase), form="phrase", head=phrase[0])
    form = replace(hit.form, certainty="certain")
    return Draft([party], laid.span(hit.first, hit.last), [stretch], form, "passive", scene.number, hit.first) if stretch else None


def _no_hearsay(scene: Scene, hit: Hit, subject: Subject) -> bool:
    """ "akan diminta", "bisa disebut"; "Lestari dipercaya memimpin" entrusts; "disebut Muara Biru" names."""
    laid = scene.laid
    word, sets = laid.tokens.lower[hit.first], laid.lang.singles
    if modal_before(laid, hit.first, scene.first) is not None:
        return True
    if word in sets["entrusting"] and any(party.form in ("name", "institution") for party in subject.parties):
        return True
    if word in sets["hoping"] and subject.parties and not headed_by_somebody(laid, subject.parties[0]):
        return True
    return word in sets["naming"] and _names(scene, hit.last + 1)


def _leads_in(scene: Scene, i: int) -> bool:
    """Whether what stands where a subject would only leads in ("Sebelum dinyatakan sembuh, …")."""
    sets = scene.laid.lang.singles
    return any(scene.laid.tokens.lower[i] in sets[name] for name in ("because", "while", "coordinators", "prepositions"))


def _names(scene: Scene, begin: int) -> bool:
    """Whether nothing but a name, in capitals or quote marks, stands behind a verb of naming."""
    laid = scene.laid
    if begin > scene.right or not (laid.tokens.capital(begin) or begin in laid.closing):
        return False
    return not any(verb_like(laid, i) or finite_at(laid, i) for i in range(begin + 1, scene.right + 1))


def _relative_hearsay(scene: Scene, hit: Hit, relative: int) -> Draft | None:
    """ "Yayasan yang disebut-sebut menerima uang itu, …": the antecedent and the relative clause up to its end.

    Not before a noun ("massa yang diduga pendukung"): there it only names.
    """
    laid = scene.laid
    words = laid.tokens.words
    begin = hit.last + 1
    if begin > scene.right or not verb_like(laid, begin) or hit.form.act in ("ask", "request") or _inside_content(scene, hit):
        return None
    subject = subject_before(laid, hit.first, scene.left_of(hit))
    if subject.first < scene.first or subject.negation >= 0:
        return None
    end = next((i - 1 for i in range(begin, scene.right + 1) if words[i] == ","), scene.right)
    stretches = [content_stretch(laid, subject.first, relative - 1), content_stretch(laid, begin, end)]
    contents = [stretch for stretch in stretches if stretch is not None]
    return Draft([], laid.span(hit.first, hit.last), contents, hit.form, "hearsay", scene.number, hit.first) if contents else None


def _english_relative(scene: Scene, hit: Hit, subject: Subject) -> Draft | None:
    """ "the minister, who reportedly holds shares, …": the antecedent, and the relative clause up to its comma."""
    laid = scene.laid
    relative = next(i for i in range(hit.first - 1, subject.first, -1) if laid.tokens.lower[i] in laid.lang.singles["relative"])
    comma = next((i for i in range(hit.last + 1, scene.right) if laid.tokens.words[i] == "," and laid.quote_of[i] < 0), scene.right + 1)
    stretches = [content_stretch(laid, subject.first, relative - 1), content_stretch(laid, hit.last + 1, comma - 1)]
    contents = [stretch for stretch in stretches if stretch]
    return Draft([], laid.span(hit.first, hit.last), contents, hit.form, "hearsay", scene.number, hit.first) if len(contents) > 1 else None


def _subject_first(scene: Scene, hit: Hit, subject: Subject) -> int | None:
    """First token of the subject of a passive of hearsay, None for a dummy or none."""
    if subject.first >= scene.first:
        return subject.first
    words = scene.laid.tokens.words
    first = scene.left_of(hit)
    reason = scene.laid.tokens.lower[hit.first - 1] in scene.laid.lang.singles["because"]
    if reason and first < hit.first - 1 and scene.laid.lang.code == "id" and scene.laid.tokens.word(hit.first - 2):
        return None
    for i in range(hit.first - 1, first - 1, -1):
        if words[i] in ",;:—–" or (words[i] == "-" and scene.laid.tokens.ends[i - 1] != scene.laid.tokens.starts[i]):
            first = i + 1
            break
    return first if first < hit.first else None


def _inside_content(scene: Scene, hit: Hit) -> bool:
    start = scene.laid.tokens.starts[hit.first]
    return scene.laid.quote_of[hit.first] >= 0 or any(a <= start < b for draft in scene.drafts for a, b in draft.contents)


def _english_passive(scene: Scene, hit: Hit) -> Draft | None:
    """ "Banda is understood to have …", "It is feared that …", "was accused of …": needs a form of be before it."""
    laid = scene.laid
    lower = laid.tokens.lower
    be = over_adverbs(laid, hit.first - 1, scene.first)
    if be < scene.first or lower[be] not in laid.lang.singles["be"]:
        return None
    later = [h for h in scene.hits if h.first > hit.last]
    dummy = be > scene.first and lower[be - 1] == "it"
    nxt = hit.last + 1
    if hit.form.takes == "none" and not (dummy and nxt <= scene.right and _opens_clause(scene, nxt)):
        return None
    if nxt > scene.right or lower[nxt] == "by":
        return None
    begin = nxt if hit.form.words[-1] == "to" else complement_start(laid, nxt, scene.right)[0]
    rest = content_stretch(laid, begin, clause_end(laid, begin, scene.last, later)) if begin <= scene.right else None
    contents = [rest] if dummy and rest else _with_subject(scene, hit, be, begin, rest) if rest else []
    return Draft([], laid.span(be, hit.last), contents, hit.form, "hearsay", scene.number, hit.first) if contents else None


def _with_subject(scene: Scene, hit: Hit, be: int, begin: int, rest: tuple[int, int]) -> list[tuple[int, int]]:
    """The subject before token `be` and what is said of it from `begin` on; a relative clause ends at its comma."""
    laid = scene.laid
    words = laid.tokens.words
    subject = subject_before(laid, be, scene.left_of(hit))
    if subject.negation >= 0 or (subject.first < scene.first and not subject.parties):
        return []
    first, last = subject.first, be - 1
    while words[first] in ",\n":
        first += 1
    stretches: list[tuple[int, int] | None] = [rest]
    if subject.relative:
        last = next(i - 1 for i in range(be - 1, first, -1) if laid.tokens.lower[i] in laid.lang.singles["relative"])
        end = next((i - 1 for i in range(begin, scene.right + 1) if words[i] == "," and laid.quote_of[i] < 0), scene.right)
        stretches = [content_stretch(laid, begin, end)]
    return [stretch for stretch in [content_stretch(laid, first, last), *stretches] if stretch]


def _opens_clause(scene: Scene, i: int) -> bool:
    """Whether a clause can begin behind "it is understood": with that, an article, a pronoun or a name."""
    lower, sets = scene.laid.tokens.lower, scene.laid.lang.singles
    return scene.laid.tokens.capital(i) or any(lower[i] in sets[name] for name in ("complementizers", "determiners", "clause_subjects"))
