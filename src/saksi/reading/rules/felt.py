"""Rules for what English says somebody feels: "is worried that …", "voiced support for …", "Lind's fears of …"."""

from __future__ import annotations

from typing import Final

from saksi.reading.clauses import clause_end
from saksi.reading.complements import complement_start
from saksi.reading.drafts import Draft, Hit, Rule, content_stretch
from saksi.reading.marks import POSSESSIVES
from saksi.reading.parties import Party
from saksi.reading.rules.scene import Scene
from saksi.reading.subjects import subject_before
from saksi.reading.verbs import finite_at, over_adverbs, past_like

FARTHEST_VERB: Final = 4
"""Tokens from a noun of feeling back to the verb that voices it: "expressed their deep and lasting regret"."""


def adjective(scene: Scene, hit: Hit) -> Draft | None:
    """ "The mayor is worried that …", "They were angry at the delay": a form of be or feel, the adjective, what it is about.

    Not: "a worried mayor", "is confident" with nothing behind it.
    """
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    be = over_adverbs(laid, hit.first - 1, scene.first)
    if be <= scene.first or (lower[be] not in sets["be"] and lower[be] not in sets["feeling_verbs"]):
        return None
    subject = subject_before(laid, be, scene.left_of(hit))
    if subject.negation >= 0 or not subject.parties or subject.parties[0].form == "first":
        return None
    contents = _about(scene, hit.last + 1, phrase=hit.form.takes == "phrase")
    if not contents:
        return None
    return Draft(subject.parties, laid.span(be, hit.last), contents, hit.form, "adjective", scene.number, hit.first)


def voiced(scene: Scene, hit: Hit) -> Draft | None:
    """ "expressed concern that …", "voiced support for …", "raised doubts about …": a verb that gives the noun to its subject."""
    laid = scene.laid
    lower, lang = laid.tokens.lower, laid.lang
    for verb in range(hit.first - 1, max(scene.first, hit.first - 1 - FARTHEST_VERB), -1):
        if not laid.tokens.word(verb) or lower[verb] in lang.singles["prepositions"]:
            return None
        if lower[verb] in lang.singles["voicing"]:
            break
    else:
        return None
    subject = subject_before(laid, verb, scene.left_of(hit))
    parties = subject.parties or (_earlier(scene, verb) if subject.shared else [])
    if subject.negation >= 0 or not parties or parties[0].form == "first":
        return None
    contents = _about(scene, hit.last + 1)
    if contents:
        return _draft(scene, parties, (verb, hit.last), contents, hit, "noun-about")
    closed = hit.last >= scene.right or not laid.tokens.word(hit.last + 1)
    named = content_stretch(laid, verb + 1, hit.last)
    if not closed or named is None or lower[verb] not in lang.singles["expressing"]:
        return None
    return _draft(scene, parties, (verb, verb), [named], hit, "noun-about")


def held(scene: Scene, hit: Hit) -> Draft | None:
    """ "Lind's criticism of the plan", "the union's demand for talks": the possessor holds what the noun is about.

    Not without a possessor, and not where the possessor is the thing itself ("the plan's criticism of").
    """
    laid = scene.laid
    if laid.tokens.capital(hit.first):
        return None
    before = hit.first - 1
    while before > scene.first and laid.tokens.words[before].isalpha() and laid.tokens.lower[before] not in laid.lang.closed:
        before -= 1
    if before <= scene.first or laid.tokens.words[before] not in POSSESSIVES:
        return None
    parties = subject_before(laid, before, scene.left_of(hit)).parties
    if not parties or parties[0].form not in ("name", "institution"):
        return None
    contents = _about(scene, hit.last + 1, opens=True)
    return _draft(scene, parties, (hit.first, hit.last), contents, hit, "noun-about") if contents else None


def _draft(scene: Scene, parties: list[Party], cue: tuple[int, int], contents: list[tuple[int, int]], hit: Hit, rule: Rule) -> Draft:
    return Draft(parties, scene.laid.span(*cue), contents, hit.form, rule, scene.number, hit.first)


def _earlier(scene: Scene, token: int) -> list[Party]:
    """The parties of the verb before, whose subject a coordinated one shares."""
    return next((d.parties for d in reversed(scene.drafts) if d.parties and d.where < token), [])


def _clause(scene: Scene, begin: int) -> bool:
    """Whether a clause without that begins at `begin`: an article or a name, and a verb near it."""
    laid = scene.laid
    if not laid.tokens.capital(begin) and laid.tokens.lower[begin] not in laid.lang.singles["determiners"]:
        return False
    near = range(begin + 1, min(begin + LONGEST_SUBJECT, scene.right) + 1)
    return any(finite_at(laid, i) or past_like(laid, i) for i in near)


LONGEST_SUBJECT: Final = 6
"""Tokens of a clause's subject behind an adjective ("afraid the old dam has cracked")."""


def _about(scene: Scene, begin: int, *, phrase: bool = True, opens: bool = False) -> list[tuple[int, int]]:
    """What stands behind that, where a `phrase` may also behind a preposition of topic, or as a bare clause that opens with a pronoun.

    Where the noun `opens` the sentence, a phrase ends before the sentence's verb ("Lind's criticism of the board came late").
    """
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    if begin >= scene.right:
        return []
    if phrase and lower[begin] in sets["topic_prepositions"]:
        begin += 1
        if lower[begin] in sets["time_words"]:
            return []
    elif not any(lower[begin] in sets[name] for name in ("complementizers", "clause_subjects")) and not _clause(scene, begin):
        return []
    else:
        begin = complement_start(laid, begin, scene.right)[0]
    if begin > scene.right:
        return []
    last = clause_end(laid, begin, scene.last, [h for h in scene.hits if h.first > begin])
    if opens and lower[begin] not in sets["question_words"]:
        verbs = (i for i in range(begin + 1, last + 1) if finite_at(laid, i) or past_like(laid, i))
        last = next((i - 1 for i in verbs if lower[i - 1] not in sets["relative"]), last)
    stretch = content_stretch(laid, begin, last)
    return [stretch] if stretch else []
