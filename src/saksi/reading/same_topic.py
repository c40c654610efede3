"""Same topic: which earlier statement a denial or confirmation repeats, where no noun points at it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from saksi.limits import ANSWER_REACH
from saksi.reading.drafts import Draft
from saksi.reading.figure import Figure
from saksi.reading.laid_out import LaidOut
from saksi.reading.pointed_at import AHEAD, NEAR_DRAFTS, WORD, names_of, same_speaker, spelt
from saksi.records.statement import Act

SHARED_WORDS: Final = 2
"""Content words that a denial without a pointing noun must share with what it denies."""
SHARED_PART: Final = 0.25
"""Part of a denial's content words that what it denies must share."""
SHORTEST_WORD: Final = 4
"""Letters of a word that two statements can be said to share."""
LONGEST_THING: Final = 4
"""Tokens of a thing that is confirmed ("the raid on Monday"); a longer content is a clause."""
CONFIRM_REACH: Final = 8
"""Statements back to which an admission without a pointing noun can point; it says something new more often than a denial does."""


def by_topic(laid: LaidOut, drafts: Sequence[Draft], acts: Sequence[Act], k: int, meant: dict[int, Figure]) -> int | None:
    """The nearest other statement that shares enough of the words of the content, else an accusation of who denies.

    Names alone are no topic, and who turns down a request denies nothing. In a lead, also one that follows.
    """
    mine = _words(laid, drafts[k])
    common = _words(laid, drafts[k], names=False)
    best: tuple[int, int] | None = None
    reach = ANSWER_REACH
    enough = min(SHARED_WORDS, max(1, len(mine) - 1))
    if acts[k] == "confirm":
        reach = CONFIRM_REACH
        enough = 1 if _known_thing(laid, drafts[k]) else SHARED_WORDS
    order = [*range(k - 1, max(-1, k - 1 - reach), -1), *(range(k + 1, min(k + AHEAD, len(drafts))) if k == 0 else ())]
    for j in order if not _turns_down(laid, drafts[k]) else ():
        if same_speaker(drafts[j], drafts[k], meant) or acts[j] in ("deny", "request", "ask"):
            continue
        theirs = _words(laid, drafts[j])
        shared = len(mine & theirs)
        accuses = acts[j] == "accuse" and acts[k] == "deny"
        if shared >= max(enough, len(mine) * SHARED_PART) and common & theirs and (best is None or shared + accuses > best[0]):
            best = (shared + accuses, j)
    if best is not None or acts[k] != "deny":
        return best[1] if best is not None else None
    names = names_of(drafts[k], meant)
    near = range(k - 1, max(-1, k - 1 - NEAR_DRAFTS), -1)
    return next((j for j in near if acts[j] == "accuse" and names & spelt(laid, drafts[j])), None)


def _turns_down(laid: LaidOut, draft: Draft) -> bool:
    """ "menolak permohonan itu", "rejected the offer": a verb that refuses things rather than claims."""
    return draft.cue is not None and laid.text[slice(*draft.cue)].lower() in laid.lang.singles["turning_down"]


def _known_thing(laid: LaidOut, draft: Draft) -> bool:
    """ "membenarkan penggeledahan itu", "confirmed the raid": a thing that has been spoken of, not a clause."""
    first, last = laid.tokens.at(draft.start), laid.tokens.at(draft.contents[-1][1]) - 1
    if last - first >= LONGEST_THING or not laid.tokens.word(max(last, 0)):
        return False
    end = first if laid.lang.code == "en" else last
    return laid.tokens.lower[min(end, len(laid.tokens) - 1)] in laid.lang.singles["definite"]


def _words(laid: LaidOut, draft: Draft, *, names: bool = True) -> set[str]:
    """The content words of a statement, by their stems; without `names` those in lower case only."""
    said = spelt(laid, draft) if names else {w for start, end in draft.contents for w in WORD.findall(laid.text[start:end]) if w.islower()}
    said = said - laid.lang.closed - laid.lang.singles["finite"] - laid.lang.singles["many"] - laid.lang.singles["definite"]
    return {_stem(laid, word) for word in said if len(word) >= SHORTEST_WORD}


def _stem(laid: LaidOut, word: str) -> str:
    """A word without its commonest affixes, enough to match "mengirim" with "dikirim" by its end and "sending" with "sent".

    A root's last k goes too: -kan or -an cannot be told apart behind it ("penembakan").
    """
    for prefix in laid.lang.affixes["prefixes"]:
        if word.startswith(prefix) and len(word) - len(prefix) >= 4:
            word = word[len(prefix) :]
            break
    for ending in laid.lang.affixes["endings"]:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word[: -len(ending)]
            break
    for letter in laid.lang.affixes["lost_letters"]:
        word = word.removesuffix(letter)
    return word
