"""Rules for English relatives whose object is what is said: "an allegation that Kigali denies", "what unions described as a rout"."""

from __future__ import annotations

from typing import Final

from saksi.reading.clauses import clause_end
from saksi.reading.drafts import Draft, Hit, content_stretch
from saksi.reading.rules.scene import Scene
from saksi.reading.subjects import Subject, subject_before
from saksi.reading.verbs import finite_at

CLOSING: Final = ",.;:—–)"
LONGEST_SUBJECT: Final = 3
"""Tokens of a subject between its article and the verb of a relative without that."""
LONGEST_ANTECEDENT: Final = 12
"""Tokens of a noun phrase that a relative hangs on."""


def contact_relative(scene: Scene, hit: Hit) -> Draft | None:
    """ "a claim Asmara rejected", "a charge the mill denies", 'a tale it dismissed as "absurd"': a relative without that.

    It hangs on a noun of something said: not "the mill Asmara rejected".
    """
    laid = scene.laid
    lower, lang = laid.tokens.lower, laid.lang
    behind = hit.last + 1
    judged = _judged_as(scene, hit, behind)
    if lang.code != "en" or (behind <= scene.right and laid.tokens.words[behind] not in CLOSING and not judged):
        return None
    first = _phrase_before(scene, hit)
    while first - 1 > scene.first and (laid.tokens.capital(first - 1) or lower[first - 1] in lang.singles["adverbs"]):
        first -= 1
    singular = lang.pronouns["singular"] | lang.pronouns["side"]
    pronoun = lower[first - 1] in singular or lower[first - 1] in lang.pronouns["plural"]
    noun = first - 2 if pronoun else first - 1
    if noun <= scene.first or lower[noun] not in lang.nouns or (first == hit.first and not pronoun):
        return None
    parties = subject_before(laid, hit.first, noun + 1).parties
    contents = [*_noun_before(scene, noun + 1), *judged]
    return (
        Draft(parties, laid.span(hit.first, hit.last), contents, hit.form, "object-relative", scene.number, hit.first) if parties else None
    )


def _judged_as(scene: Scene, hit: Hit, behind: int) -> list[tuple[int, int]]:
    """What a denied noun is denied as: 'rejected as "absurd"', "dismissed as nonsense"; up to its quote's or clause's end."""
    laid = scene.laid
    if hit.form.holds or behind >= scene.right or laid.tokens.lower[behind] != "as":
        return []
    begin = behind + 1
    last = laid.closing.get(begin, clause_end(laid, begin, scene.last, [h for h in scene.hits if h.first > hit.last]))
    stretch = content_stretch(laid, begin, last)
    return [stretch] if stretch else []


def _phrase_before(scene: Scene, hit: Hit) -> int:
    """The article of a short subject right before the verb ("a charge | the mill rejected"), else the verb itself."""
    lower, sets = scene.laid.tokens.lower, scene.laid.lang.singles
    for i in range(hit.first - 2, max(scene.first, hit.first - 2 - LONGEST_SUBJECT), -1):
        if lower[i] in sets["article_definite"] and all(scene.laid.tokens.word(k) for k in range(i, hit.first)):
            return i if lower[i - 1] in scene.laid.lang.nouns else hit.first
    return hit.first


def object_relative(scene: Scene, hit: Hit, subject: Subject) -> Draft | None:
    """A verb of speech whose subject stands behind that or which: what is said is the noun before it.

    Not: "the allegation that Kigali denies arming anybody", whose verb has a content of its own.
    """
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    opener = subject.first - 1
    if opener > scene.first and lower[opener] in sets["articles"]:
        opener -= 1
    if laid.lang.code != "en" or opener <= scene.first or lower[opener] not in sets["object_relatives"]:
        return None
    behind = hit.last + 1
    if hit.form.takes in ("naming", "as"):
        contents = _named(scene, hit, behind)
    elif lower[opener] != "what" and (behind > scene.right or laid.tokens.words[behind] in CLOSING or behind in laid.closing):
        contents = _antecedent(scene, opener)
    elif lower[opener] != "what" and behind < scene.right and lower[behind] == "to" and lower[behind + 1] in ("be", "have"):
        last = clause_end(laid, behind, scene.last, [h for h in scene.hits if h.first > hit.last])
        contents = [stretch for stretch in [*_noun_before(scene, opener), content_stretch(laid, behind, last)] if stretch]
    elif lower[opener] != "what" and finite_at(laid, behind) and hit.form.takes == "clause":
        last = clause_end(laid, behind, scene.last, [h for h in scene.hits if h.first > hit.last])
        contents = [stretch for stretch in [content_stretch(laid, behind, last)] if stretch]
    else:
        return None
    return (
        Draft(subject.parties, laid.span(hit.first, hit.last), contents, hit.form, "object-relative", scene.number, hit.first)
        if contents
        else None
    )


def _named(scene: Scene, hit: Hit, begin: int) -> list[tuple[int, int]]:
    """What something is called ("an account that Tehran called \\"a fairy tale\\"") or described as, up to its end."""
    laid = scene.laid
    if begin <= scene.right and laid.tokens.lower[begin] == "as":
        begin += 1
    elif hit.form.takes == "as":
        return []
    if begin > scene.right:
        return []
    last = laid.closing.get(begin, clause_end(laid, begin, scene.last, [h for h in scene.hits if h.first > hit.last]))
    comma = next((i for i in range(begin, last) if laid.tokens.words[i] == "," and laid.quote_of[i] < 0), last + 1)
    stretch = content_stretch(laid, begin, min(last, comma - 1))
    return [stretch] if stretch else []


def _antecedent(scene: Scene, opener: int) -> list[tuple[int, int]]:
    """The noun phrase before a relative, where its noun is something said or a figure: back to its article or a mark."""
    laid = scene.laid
    lower, lang = laid.tokens.lower, laid.lang
    head = opener - 1 if laid.tokens.words[opener - 1] != "," else opener - 2
    if head <= scene.first or (lower[head] not in lang.nouns and lower[head] not in lang.singles["pointed_at"]):
        return []
    return _noun_before(scene, opener)


def _noun_before(scene: Scene, opener: int) -> list[tuple[int, int]]:
    """The noun phrase that ends before a relative, back to its article or a mark."""
    laid = scene.laid
    lower, lang = laid.tokens.lower, laid.lang
    head = opener - 1 if laid.tokens.words[opener - 1] != "," else opener - 2
    first = head
    while first > scene.first and head - first < LONGEST_ANTECEDENT:
        if lower[first] in lang.singles["articles"] or lower[first] in lang.singles["possessives"]:
            break
        if not laid.tokens.word(first - 1) or lower[first - 1] in lang.singles["prepositions"]:
            break
        first -= 1
    stretch = content_stretch(laid, first, head)
    return [stretch] if stretch else []
