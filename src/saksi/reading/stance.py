"""Stance: what a speaker does by saying it, whether they hold it true, and how sure they are."""

from __future__ import annotations

from typing import Final

from saksi.reading.drafts import Draft
from saksi.reading.laid_out import LaidOut
from saksi.reading.media import outlet_at
from saksi.records.statement import Act, Certainty, Polarity

UNSURE_ACTS: Final = frozenset({"request", "ask"})
HEAD_OF_CONTENT: Final = 5
"""Tokens at the head of a quotation in which "that is false" denies what somebody said."""


def act_of(laid: LaidOut, draft: Draft) -> Act:
    """The act of the cue; a quotation that opens with a denial denies, a question asks, "asked X to" requests."""
    act: Act = draft.form.act if draft.form is not None else "report" if draft.rule == "citing" else "inform"
    if _rules_out(draft):
        return "deny"
    if draft.conceded:
        return "confirm" if draft.form is not None and draft.form.act == "deny" else "inform"
    first, last = _tokens(laid, draft)
    lower = laid.tokens.lower
    if act == "ask" and draft.rule == "subject-verb" and laid.quote_of[first] < 0:
        questions = laid.lang.singles["question_words"]
        return "ask" if lower[first] in questions or laid.tokens.words[last] == "?" else _asked(draft)
    if act == "report" and draft.parties and not draft.relay and outlet_at(laid, draft.parties[0].head) is None:
        act = "inform"
    if act == "inform" and (laid.quote_of[first] >= 0 or draft.rule == "colon-label"):
        denying = laid.lang.hedges["denying_quotes"]
        if any(denying.length(lower, i) for i in _heads(laid, draft, first, last)):
            return "deny"
    if act == "inform" and draft.rule in ("colon-label", "inverted", "postposed", "quote-alone") and laid.tokens.words[last] == "?":
        return "ask"
    return act


def _heads(laid: LaidOut, draft: Draft, first: int, last: int) -> range:
    """The tokens among which a denial opens a quotation; an answer in a transcript may come to it later."""
    return range(first, last + 1 if draft.rule == "colon-label" else min(first + HEAD_OF_CONTENT, last + 1))


def _asked(draft: Draft) -> Act:
    return "request" if draft.form is not None and draft.form.takes == "phrase" else "ask"


def polarity_of(draft: Draft) -> Polarity:
    """Denied where the cue holds its content false, or an opinion is negated; a conceded denial affirms."""
    if draft.conceded or draft.form is None:
        return "affirmed"
    return "denied" if _rules_out(draft) or draft.form.holds == draft.denied else "affirmed"


def _rules_out(draft: Draft) -> bool:
    """ "mengesampingkan kemungkinan itu", "ruled out a strike": without a negation, what would be left open is denied."""
    form = draft.form
    return form is not None and not draft.conceded and form.certainty == "possible" and form.negated == "concede"


def certainty_of(laid: LaidOut, draft: Draft, act: Act) -> Certainty:
    """The cue's own likelihood, lowered by a hedge in the content; requests and questions have none."""
    form = draft.form
    if draft.conceded:
        return "possible" if form is not None and form.certainty == "possible" else "unspecified"
    if _rules_out(draft):
        return "certain"
    if form is not None and form.certainty != "certain":
        return "possible" if form.certainty == "probable" and _hedge(laid, draft) == "possible" else form.certainty
    if act in UNSURE_ACTS or _urges(laid, draft):
        return "unspecified"
    hedged = _hedge(laid, draft)
    return hedged if hedged is not None else "certain"


def _urges(laid: LaidOut, draft: Draft) -> bool:
    """ "memperingatkan agar …": what is wished for is neither sure nor unsure."""
    first = laid.tokens.at(draft.contents[0][0])
    return 0 < first <= len(laid.tokens) and laid.tokens.lower[first - 1] in laid.lang.singles["wishing"]


def _hedge(laid: LaidOut, draft: Draft) -> Certainty | None:
    """The likelihood that a hedge in the contents gives, possible before probable; not inside a question of one's own."""
    lower, hedges = laid.tokens.lower, laid.lang.hedges
    possible, probable = hedges["possible"], hedges["probable"]
    found: Certainty | None = None
    for start, end in draft.contents:
        first, last = laid.tokens.at(start), laid.tokens.at(end)
        for i in range(first, last):
            if lower[i] in possible.by_first and possible.length(lower, i) and not _no_hedge(laid, i, first, last):
                return "possible"
            if found is None and lower[i] in probable.by_first and probable.length(lower, i) and not _negated(laid, i, first):
                found = "probable"
    return found


def _negated(laid: LaidOut, i: int, first: int) -> bool:
    """ "tidak mungkin", "cannot possibly", "could not" are no hedges, "pelaku yang diduga …" only names; "may not" is one."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    if lower[i] in sets["abilities"] and i + 1 < len(lower) and lower[i + 1] in sets["negators"]:
        return True
    if laid.lang.code == "id" and i > first and lower[i - 1] in sets["relative"] and lower[i] in laid.lang.hearsay:
        return True
    return i > first and lower[i - 1] in sets["negators"] and lower[i] not in sets["permissions"]


def _no_hedge(laid: LaidOut, i: int, first: int, last: int) -> bool:
    """Whether a word of possibility is none here: negated, the month of May, or leave to do as one likes."""
    return _negated(laid, i, first) or _month(laid, i) or _allows(laid, i, last)


def _allows(laid: LaidOut, i: int, last: int) -> bool:
    """ "may" gives leave in "guests may come and go as they please"; in "the hall may be shut" it is a hedge."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    if lower[i] not in sets["permissions"]:
        return False
    opened = (j for j in range(i + 1, last - 2) if lower[j] == "as" or lower[j] in sets["question_words"])
    return any(lower[j + 1] in sets["clause_subjects"] and lower[j + 2] in sets["at_will"] for j in opened)


def _month(laid: LaidOut, i: int) -> bool:
    """ "May" inside a sentence is the month."""
    return laid.tokens.words[i] == "May" and i > 0 and laid.tokens.word(i - 1)


def _tokens(laid: LaidOut, draft: Draft) -> tuple[int, int]:
    end = len(laid.tokens) - 1
    return min(laid.tokens.at(draft.contents[0][0]), end), laid.tokens.at(draft.contents[-1][1]) - 1
