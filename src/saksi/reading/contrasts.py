"""Contrasts: whether what "but" or "tetapi" adds behind a comma has no subject and verb of its own and so belongs to what was said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from saksi.reading.drafts import Hit
from saksi.reading.laid_out import LaidOut
from saksi.reading.verbs import finite_at, manner_adverb, past_like, verb_like

LONGEST_VERBLESS: Final = 8
"""Words of a contrast that shows no verb ("but only in the north"); a longer one has a verb that no ending gives away."""
SHORTEST_CLAUSE: Final = 3
"""Words that a subject and a plain verb or predicate need ("but roads remain shut")."""


def only_contrasts(laid: LaidOut, begin: int, end: int, hits: Sequence[Hit]) -> bool:
    """Whether the words from token `begin` only set something against what was said: ", but not signed", ", tetapi bukan karena hujan".

    Not: a clause of its own (", but the mayor had left"), nor what the speaker does by it (", but declined to comment").
    """
    last = next((i - 1 for i in range(begin, end + 1) if _parts(laid, i)), end)
    first = _over_adverbs(laid, begin, last)
    if first > last or any(begin <= h.first <= last and h.form.voice != "noun" for h in hits):
        return False
    if _leads_in(laid, first, last) and (last < end or (first == begin and laid.tokens.lower[first] in laid.lang.singles["because"])):
        return False
    return _english(laid, first, last) if laid.lang.code == "en" else _indonesian(laid, first, last)


def _parts(laid: LaidOut, i: int) -> bool:
    """Whether a mark ends a stretch; a hyphen, an apostrophe ("the player's agent") or a quotation mark does not."""
    return laid.tokens.words[i][0] in ",;:.?!…()–—"


def _leads_in(laid: LaidOut, first: int, last: int) -> bool:
    """Whether words can lead into a clause behind a comma ("but in March, the council closed it"): a preposition or conjunction."""
    sets = laid.lang.singles
    return any(laid.tokens.lower[first] in sets[name] for name in ("prepositions", "because", "while", "time_words"))


def _over_adverbs(laid: LaidOut, i: int, last: int) -> int:
    """The first token that is no adverb; a negator or an auxiliary is none here."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    adverbs = sets["adverbs"] - sets["finite"] - sets["negators"] - sets["auxiliaries"]
    while i <= last and (lower[i] in adverbs or manner_adverb(laid, i)):
        i += 1
    return i


def _english(laid: LaidOut, first: int, last: int) -> bool:
    """A negated word or phrase, a phrase with a preposition, an adverbial clause, or a word or two without a verb."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    verb = any(past_like(laid, i) or finite_at(laid, i) for i in range(first + 1, last + 1))
    if lower[first] in sets["negators"] and lower[first] not in sets["nobody"] | sets["neither"]:
        some = first < last and (lower[first + 1] in sets["determiners"] or lower[first + 1] in sets["personal"])
        return not (verb and some) and (lower[first] == "not" or not past_like(laid, first + 1))
    if lower[first] in sets["because"]:
        return True
    if verb or past_like(laid, first) or finite_at(laid, first):
        return False
    if lower[first] in sets["prepositions"]:
        return last - first < LONGEST_VERBLESS
    return last - first + 1 < SHORTEST_CLAUSE and not any(laid.tokens.capital(i) for i in range(first, last + 1))


def _indonesian(laid: LaidOut, first: int, last: int) -> bool:
    """A negation or predicate without a subject, whose verb is no active one, or words without any verb."""
    lower, sets = laid.tokens.lower, laid.lang.singles
    verb = next((i for i in range(first, last + 1) if verb_like(laid, i) or finite_at(laid, i) or lower[i] in sets["negators"]), -1)
    if verb < 0:
        predicated = any(lower[i] in sets["definite"] for i in range(first, last))
        return last - first < LONGEST_VERBLESS and not predicated
    if lower[first] in sets["because"]:
        return True
    predicate = verb
    while predicate < last and not verb_like(laid, predicate) and _only_modifies(laid, predicate):
        predicate += 1
    of_some = lower[predicate] in sets["determiners"] or any(word in sets["relative"] for word in lower[predicate : predicate + 2])
    return verb == first and lower[first] not in sets["refusing"] and not of_some and not _active(laid, predicate)


def _only_modifies(laid: LaidOut, i: int) -> bool:
    """Whether a word stands before a predicate and is none: "tidak", "belum", "akan", "terlalu"."""
    word, sets = laid.tokens.lower[i], laid.lang.singles
    return any(word in sets[name] for name in ("negators", "finite", "adverbs", "degrees", "modals"))


def _active(laid: LaidOut, i: int) -> bool:
    """Whether a verb tells what somebody does, the speaker for all one knows ("tidak memberi rincian"), not a state or passive."""
    return verb_like(laid, i) and laid.tokens.lower[i].startswith("me")
