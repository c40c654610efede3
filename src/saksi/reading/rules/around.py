"""What stands around a speaker and their verb: whether the words before it were said too, or only frame what was said."""

from __future__ import annotations

from typing import Final

from saksi.reading.complements import complement_start
from saksi.reading.drafts import Hit, Rule, content_stretch
from saksi.reading.laid_out import LaidOut
from saksi.reading.parties import Stretch
from saksi.reading.phrases import is_adjunct
from saksi.reading.rules.intent import ends_there, only_condition
from saksi.reading.rules.leads import complete, frames_only, over_lead, said_before, sets_scene
from saksi.reading.rules.resumed import resumed_quote
from saksi.reading.rules.scene import Scene
from saksi.reading.subjects import Subject

BEHIND_SAID: Final = ("prepositions", "adverbs", "time_words", "because")
"""Classes of words that may go on behind a verb of speech whose content stands before it."""
LONGEST_TITLE: Final = 8
"""Tokens of a quotation, marks included, that can be the name of a book or programme."""


def _titled(scene: Scene, quote: int) -> bool:
    """Whether the quotation before the subject only names something ('On "Morning Desk," Lee said he would'): short, behind words."""
    laid = scene.laid
    lead = any(laid.tokens.word(i) for i in range(scene.first, quote))
    if not lead or laid.closing[quote] - quote >= LONGEST_TITLE:
        return False
    named = laid.tokens.words[quote - 1] == "," and laid.tokens.lower[quote - 2] in laid.lang.singles["evidence"]
    return named or laid.tokens.words[quote - 1] not in ",:"


def _subordinate(scene: Scene, opening: int) -> bool:
    """'As the crowd left, he said, "Come back!"': a quotation that is a sentence, and a clause before it that only says when."""
    laid = scene.laid
    first, sets = over_lead(scene, scene.first, opening, -1), laid.lang.singles
    return laid.tokens.capital(opening + 1) and (laid.tokens.lower[first] in sets["because"] or laid.tokens.lower[first] in sets["while"])


SHORTEST_CLAUSE: Final = 4
"""Tokens, comma included, of what can be said before an attribution without a verb that its ending gives away."""


def _may_follow(scene: Scene, hit: Hit, subject: int) -> bool:
    """Whether a clause before the subject can be what it says: "Two boats sank, police said"; not "Inside, he dismissed her"."""
    laid = scene.laid
    if laid.lang.code == "id":
        return ends_there(scene, hit, subject)
    begin, _ = complement_start(laid, hit.last + 1, scene.right, addressed=hit.form.addressed)
    lower, sets = laid.tokens.lower, laid.lang.singles
    acts_on = begin <= scene.right and laid.tokens.word(begin) and not any(lower[begin] in sets[name] for name in BEHIND_SAID)
    first = over_lead(scene, scene.first, subject, -1)
    if acts_on or first >= subject:
        return False
    long = subject - first > SHORTEST_CLAUSE and not is_adjunct(laid, (first, subject - 1))
    return long or complete(scene, [laid.span(first, subject - 1)])


def around(scene: Scene, hit: Hit, subject: Subject, contents: list[Stretch]) -> tuple[list[Stretch], Rule]:
    """The contents with what stands before the subject, where that was said too, and the rule that this makes it."""
    laid = scene.laid
    if subject.first <= scene.first or not closed_before(scene, subject.first):
        return contents, "subject-verb"
    quote = scene.quote_before(subject.first)
    begin, _ = complement_start(laid, hit.last + 1, scene.right)
    if quote < 0 and begin <= scene.right and laid.tokens.words[begin - 1] == "," and contents:
        framed = frames_only(scene, subject.first) or (begin in laid.closing and _subordinate(scene, begin))
        before = [] if framed else said_before(scene, subject.first, quote)
        if not before or (laid.lang.code == "id" and sets_scene(scene, hit, laid.tokens.at(before[0][0]))):
            return contents, "subject-verb"
        if before and (cut := _behind_colon(laid, before)) != before and not complete(scene, cut):
            return cut + contents, "postposed"
        resumes = begin in laid.closing or any(laid.tokens.lower[begin] in laid.lang.singles[name] for name in ("but", "relative"))
        alone = not resumes and complete(scene, before) and not only_condition(scene, before)
        return before if alone else before + contents, "postposed"
    if (quote >= 0 and not (contents and _titled(scene, quote))) or (not contents and _may_follow(scene, hit, subject.first)):
        return said_before(scene, subject.first, quote) + (resumed_quote(scene, hit.last) if quote >= 0 else []), "postposed"
    return contents, "subject-verb"


def _behind_colon(laid: LaidOut, before: list[Stretch]) -> list[Stretch]:
    """ "The farmers agree: the dam, they argue, is safe": what an attribution interrupts begins behind the colon."""
    first, last = laid.tokens.at(before[0][0]), laid.tokens.at(before[0][1]) - 1
    for i in range(last - 1, first, -1):
        if laid.tokens.words[i] == ":" and laid.quote_of[i] < 0 and laid.tokens.starts[i + 1] > laid.tokens.ends[i]:
            stretch = content_stretch(laid, i + 1, last)
            return [stretch] if stretch else before
    return before


def closed_before(scene: Scene, first: int) -> bool:
    """Whether a comma or a closed quote stands right before the subject."""
    words = scene.laid.tokens.words
    i = first - 1
    while i >= scene.first and words[i] == "\n":
        i -= 1
    return i >= scene.first and (words[i] == "," or scene.quote_before(first) >= 0)
