"""Rules for English passives: "was denied by Oslo", "was asked why", "was quoted as saying", "the agency quoted him as saying"."""

from __future__ import annotations

from typing import Final

from saksi.reading.clauses import clause_end
from saksi.reading.complements import complement_start
from saksi.reading.drafts import Draft, Hit, content_stretch
from saksi.reading.rules.hearsay import ASKER
from saksi.reading.rules.leads import said_before
from saksi.reading.rules.scene import Scene
from saksi.reading.rules.speakers import evident, peopled
from saksi.reading.subjects import subject_before
from saksi.reading.subjects_behind import subject_after
from saksi.reading.verbs import finite_at, over_adverbs

FARTHEST_QUOTING: Final = 14
"""Tokens back from "as saying" to the verb of quoting, over the speaker with their role."""
FARTHEST_AGENT: Final = 10
"""Tokens between an English passive and its by: "was described as a rout by the union"."""


def by_agent(scene: Scene, hit: Hit) -> Draft | None:
    """English passives that name who says it: "The report was denied by Oslo", "He was told by police that …", "is seen as X by Y".

    Not: "was denied by accident" (nobody), "was added by hand".
    """
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    near = range(hit.last + 1, min(hit.last + FARTHEST_AGENT, scene.right))
    by = next((i for i in near if lower[i] in sets["passive_agent"]), -1)
    between = range(hit.last + 1, by)
    if (
        by < 0
        or any(not laid.tokens.word(i) or finite_at(laid, i) or _leads_off(scene, i) for i in between)
        or hit.form.takes in ("quoting", "quote")
    ):
        return None
    parties, end = subject_after(laid, by + 1, scene.right)
    if not parties or (parties[0].form == "phrase" and not peopled(laid, parties[0]) and not evident(laid, parties[0])):
        return None
    subject = subject_before(laid, hit.first, scene.left_of(hit))
    last = _before_be(scene, hit)
    first = last if lower[last] in sets["bare_pointers"] else subject.first
    if subject.negation >= 0 or first < scene.first:
        return None
    behind = _behind_agent(scene, hit, end + 1)
    found = behind if behind is not None else [stretch for stretch in [content_stretch(laid, first, last)] if stretch]
    if behind is None and by > hit.last + 1:
        first = hit.last + 2 if lower[hit.last + 1] == "as" else hit.last + 1
        found += [stretch for stretch in [content_stretch(laid, first, by - 1)] if stretch]
    elif _infinitive(scene, end + 1):
        found += _rest(scene, end + 2)
    return Draft(parties, laid.span(hit.first, hit.last), found, hit.form, "passive", scene.number, hit.first) if found else None


def _behind_agent(scene: Scene, hit: Hit, begin: int) -> list[tuple[int, int]] | None:
    """What is said where it stands behind the agent ("was told by police that …", "was argued by Lund on Monday that …"), else None."""
    if begin > scene.right:
        return [] if hit.form.addressed else None
    start, marked = complement_start(scene.laid, begin, scene.right)
    return _rest(scene, start) if hit.form.addressed or (marked and scene.laid.tokens.lower[start - 1] == "that") else None


def _rest(scene: Scene, begin: int) -> list[tuple[int, int]]:
    """The content that begins at a token, none where the sentence has ended."""
    laid = scene.laid
    later = [h for h in scene.hits if h.first >= begin]
    stretch = content_stretch(laid, begin, clause_end(laid, begin, scene.last, later)) if begin <= scene.right else None
    return [stretch] if stretch else []


def _infinitive(scene: Scene, i: int) -> bool:
    """Whether what the subject is said to have done or to be follows the agent: "is believed by police to have fled"."""
    lower, sets = scene.laid.tokens.lower, scene.laid.lang.singles
    return i < scene.right and lower[i] == "to" and (lower[i + 1] in sets["have"] or lower[i + 1] in sets["be"])


def _leads_off(scene: Scene, i: int) -> bool:
    """Whether a preposition between a passive and its by opens a phrase of its own ("denied in a memo seen by Lund")."""
    word = scene.laid.tokens.lower[i]
    return word in scene.laid.lang.singles["prepositions"] and word != "as"


def _before_be(scene: Scene, hit: Hit) -> int:
    """The last token of the subject, before the auxiliaries and adverbs of a passive."""
    i = over_adverbs(scene.laid, hit.first - 1, scene.first)
    while i > scene.first and scene.laid.tokens.lower[i] in scene.laid.lang.singles["be"]:
        i = over_adverbs(scene.laid, i - 1, scene.first)
    return i


def rejected_by(scene: Scene, hit: Hit) -> Draft | None:
    """ "…, a charge rejected by the chair", "an assertion first made by X": the noun is what is said, the agent says it.

    Not: "a bill rejected by the house", whose noun is nothing said.
    """
    laid = scene.laid
    lower = laid.tokens.lower
    noun = _before_be(scene, hit)
    if noun <= scene.first or lower[noun] not in laid.lang.nouns or lower[hit.last + 1 : hit.last + 2] != ["by"]:
        return None
    parties = subject_after(laid, hit.last + 2, scene.right)[0] if hit.last + 2 <= scene.right else []
    first = noun
    while first > scene.first and laid.tokens.word(first - 1) and lower[first] not in laid.lang.singles["determiners"]:
        first -= 1
    stretch = content_stretch(laid, first, noun)
    if not parties or stretch is None or (parties[0].form == "phrase" and not peopled(laid, parties[0])):
        return None
    return Draft(parties, laid.span(hit.first, hit.last), [stretch], hit.form, "passive", scene.number, hit.first)


def quoting_as(scene: Scene, hit: Hit) -> Draft | None:
    """ "Bernama quoted the minister as saying …", '"…," the agency quoted him as saying': the object speaks, the subject hands on."""
    laid = scene.laid
    lower = laid.tokens.lower
    near = range(hit.first - 2, max(scene.first, hit.first - FARTHEST_QUOTING), -1)
    verb = next((i for i in near if lower[i] in laid.lang.singles["quoting"]), -1)
    if verb <= scene.first:
        return None
    parties = subject_after(laid, verb + 1, hit.first - 2)[0]
    medium = subject_before(laid, verb, scene.left_of(hit))
    if lower[verb + 1] in laid.lang.singles["passive_agent"]:
        parties, medium.parties = medium.parties, subject_after(laid, verb + 2, hit.first - 2)[0]
    if not parties or not medium.parties:
        return None
    quote = scene.quote_before(medium.first) if medium.first > scene.first else -1
    contents = said_before(scene, medium.first, quote) if quote >= 0 else _behind_saying(scene, hit)
    if not contents:
        return None
    draft = Draft(parties, laid.span(hit.first, hit.last), contents, hit.form, "quoted-as", scene.number, hit.first)
    draft.relay = medium.parties[:1]
    return draft


def _before_subject(scene: Scene, commas: list[int], later: list[Hit]) -> int:
    """The comma behind which the subject of the next verb of speech stands with its appositions ("…, a spokesman, Lund, said")."""
    laid = scene.laid
    for comma in commas:
        if comma < later[0].first:
            parties = subject_before(laid, later[0].first, comma + 1).parties
            begin = min((start for p in parties for start, _ in [(p.start, p.end), *p.roles, *p.affiliations]), default=-1)
            if begin >= 0 and laid.tokens.at(begin) - comma <= 2:
                return comma
    return -1


def asked(scene: Scene, hit: Hit) -> Draft | None:
    """ "Asked whether it was safe, she …", "asked by the clerk, Orr, how …": a question that nobody asks but who stands behind by.

    Not: "asked for help", "asked about the bridge", and not "she asked whether", which has a subject.
    """
    laid = scene.laid
    lower, words, sets = laid.tokens.lower, laid.tokens.words, laid.lang.singles
    begin = hit.last + 1
    by = begin if begin <= scene.right and lower[begin] == "by" else -1
    near = range(begin, min(begin + (FARTHEST_AGENT if by >= 0 else ASKER), scene.right))
    begin = next((i for i in near if lower[i] in sets["question_words"]), -1)
    asker, end = subject_after(laid, by + 1, begin - 1) if by >= 0 and begin > by + 1 else ([], hit.last)
    if (
        hit.last + 2 <= scene.right
        and words[hit.last + 1] in (",", ":")
        and hit.last + 2 in laid.closing
        and lower[hit.first - 1] in sets["be"]
    ):
        stretch = content_stretch(laid, hit.last + 2, laid.closing[hit.last + 2])
        return Draft([], laid.span(hit.first, hit.last), [stretch], hit.form, "asked", scene.number, hit.first) if stretch else None
    if begin < 0 or any(not laid.tokens.word(i) for i in range(hit.last + 1, begin) if not by < i <= end + 1 or by < 0):
        return None
    opens = hit.first == scene.first or lower[hit.first - 1] in sets["because"] or words[hit.first - 1] in (",", '"', "”")
    if hit.form.voice != "active" or not (opens or lower[hit.first - 1] in sets["be"] or lower[hit.first - 2 : hit.first - 1] == ["be"]):
        return None
    later = [h for h in scene.hits if h.first > hit.last]
    commas = [i for i in range(begin, scene.right) if words[i] == "," and laid.quote_of[i] < 0] if opens else []
    comma = _before_subject(scene, commas, later) if later else -1
    comma = comma if comma > 0 else next((i for i in reversed(commas) if later and i < later[0].first), commas[0] if commas else -1)
    last = comma - 1 if comma > 0 else clause_end(laid, begin, scene.last, later)
    stretch = content_stretch(laid, begin, last)
    return Draft(asker, laid.span(hit.first, hit.last), [stretch], hit.form, "asked", scene.number, hit.first) if stretch else None


def quoted_as(scene: Scene, hit: Hit) -> Draft | None:
    """ "X was quoted as saying …", '"…," X was quoted as saying by Y': the quoted one speaks, who quotes is relay."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    be = hit.first - 3
    if be < scene.first or lower[hit.first - 1] != "as" or lower[be + 1] not in sets["quoted_as"] or lower[be] not in sets["be"]:
        return None
    subject = subject_before(laid, be, scene.first)
    if not subject.parties:
        return None
    quote = scene.quote_before(subject.first) if subject.first > scene.first else -1
    closed = hit.last >= scene.right or lower[hit.last + 1] in sets["passive_agent"]
    if quote >= 0:
        contents = said_before(scene, subject.first, quote)[-1:]
    elif subject.first > scene.first + 1 and closed:
        contents = said_before(scene, subject.first, -1)[:1]
    else:
        contents = _behind_saying(scene, hit)
    cue = laid.span(hit.first, hit.last)
    return Draft(subject.parties, cue, contents, hit.form, "quoted-as", scene.number, hit.first) if contents else None


def _behind_saying(scene: Scene, hit: Hit) -> list[tuple[int, int]]:
    """What follows "as saying"."""
    return _rest(scene, complement_start(scene.laid, hit.last + 1, scene.right)[0])
