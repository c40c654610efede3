"""Indonesian verbs that are only meant or due to be said or done: "akan meminta", "harus menjamin"; no statement yet."""

from __future__ import annotations

from typing import Final

from saksi.reading.clauses import says_along
from saksi.reading.complements import complement_start
from saksi.reading.drafts import Hit
from saksi.reading.laid_out import LaidOut
from saksi.reading.rules.leads import complete, said_before
from saksi.reading.rules.scene import Scene
from saksi.reading.subjects import Subject
from saksi.reading.verbs import verb_like

FARTHEST_MODAL: Final = 4
"""Words between a modal and its verb, adverbs all: "akan segera kembali meminta"."""


def modal_before(laid: LaidOut, verb: int, left: int) -> str | None:
    """The modal before a verb, over adverbs; None without one."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    found: str | None = None
    for i in range(verb - 1, max(left, verb - FARTHEST_MODAL) - 1, -1):
        if lower[i] in sets["modals"]:
            found = lower[i]
        elif lower[i] not in sets["adverbs"]:
            break
    return found


def _shared_modal(laid: LaidOut, verb: int, left: int) -> str | None:
    """The modal of the verb before "dan", which goes for both ("harus menyusun dan mengumumkan")."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    joint = next((i for i in range(verb - 1, max(left, verb - FARTHEST_MODAL) - 1, -1) if lower[i] in sets["coordinators"]), left)
    for i in range(joint - 1, max(left, joint - FARTHEST_MODAL) - 1, -1):
        if not laid.tokens.word(i):
            break
        if verb_like(laid, i):
            return modal_before(laid, i, left)
    return None


def only_planned(scene: Scene, hit: Hit, subject: Subject) -> bool:
    """Whether a verb of speech is still to come, or only due ("pemerintah harus menjamin harga").

    Not: what can be said for certain ("dapat memastikan bahwa …"), what must be admitted, a quotation, a negation.
    """
    laid = scene.laid
    if hit.form.takes == "phrase" and hit.form.act == "inform" and laid.tokens.lower[hit.first - 1] in laid.lang.singles["meant"]:
        return True
    modal = modal_before(laid, hit.first, scene.first)
    if modal is None and subject.shared:
        modal = _shared_modal(laid, hit.first, scene.first)
    if modal is None or subject.negation >= 0 or hit.form.act == "confirm":
        return False
    if subject.first > scene.first and scene.quote_before(subject.first) >= 0:
        return False
    if subject.shared:
        return True
    begin, marked = complement_start(laid, hit.last + 1, scene.right)
    if modal in laid.lang.singles["able"] and marked:
        return hit.form.act not in ("inform", "opine")
    return begin not in laid.closing


def only_describes(scene: Scene, hit: Hit, subject: Subject) -> bool:
    """Whether a word that also attributes only describes here: "kian mendesak", "warga yang marah", "menyambut gembira"."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    before = lower[hit.first - 1] if hit.first > scene.first else ""
    if subject.shared and before in sets["saying_along"] and not says_along(laid, hit.first - 1, [hit]):
        return True
    if hit.form.takes == "feeling":
        return subject.relative or (hit.first > scene.first and verb_like(laid, hit.first - 1))
    return before in sets["comparisons"] and hit.form.act in ("request", "inform")


def ends_there(scene: Scene, hit: Hit, first: int) -> bool:
    """Whether a clause that was said stands before the subject at `first`, and nothing but an adverbial behind the verb."""
    laid = scene.laid
    nxt = hit.last + 1
    lower, sets = laid.tokens.lower, laid.lang.singles
    if hit.form.act not in ("inform", "report", "warn", "confirm") or hit.form.takes not in ("clause", "phrase"):
        return False
    if nxt <= scene.right and not (
        lower[nxt] in sets["addressing"] or lower[nxt] == "di" or lower[nxt] in sets["time_words"] or laid.tokens.words[nxt] in ",;("
    ):
        return False
    return complete(scene, said_before(scene, first, -1))


def no_statement(scene: Scene, hit: Hit, subject: Subject) -> bool:
    """Whether an Indonesian verb of speech says nothing yet, or only describes."""
    return only_planned(scene, hit, subject) or only_describes(scene, hit, subject) or _only_asked(scene, hit, subject)


def _only_asked(scene: Scene, hit: Hit, subject: Subject) -> bool:
    """ "menantang lawannya bersumpah", "meminta warga berjanji …": a promise that somebody is only asked for."""
    if hit.form.act != "promise" or subject.relative:
        return False
    start = scene.laid.tokens.starts[hit.first]
    asked = (draft for draft in scene.drafts if draft.form is not None and draft.form.act == "request")
    return any(a <= start < b for draft in asked for a, b in draft.contents)


def only_condition(scene: Scene, before: list[tuple[int, int]]) -> bool:
    """Whether a stretch only gives the condition or reason of what follows ("Jika hujan reda, X memperkirakan, …"); Indonesian."""
    laid = scene.laid
    first, sets = laid.tokens.lower[laid.tokens.at(before[0][0])], laid.lang.singles
    return laid.lang.code == "id" and (first in sets["because"] or first in sets["while"])
