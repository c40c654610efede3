"""Answers: which earlier statement a denial, confirmation or reaction is about, by its pointing noun, its speaker or topic."""

from __future__ import annotations

import re
from collections.abc import Sequence

from saksi.limits import ANSWER_REACH
from saksi.reading.cast import Figure
from saksi.reading.drafts import Draft
from saksi.reading.laid_out import LaidOut
from saksi.reading.stance import act_of
from saksi.records.statement import Act

WORD = re.compile(r"\w{4,}")
SHARED_WORDS = 2
"""Content words that a denial without a pointing noun must share with what it denies."""
NEAR_DRAFTS = 4
"""Statements of one sentence that may stand between a claim and who rejects it."""
NEAR_CHARS = 40
"""How far into a content the noun stands that names what it answers."""
ANSWERING = frozenset({"deny", "confirm"})

Link = tuple[int, int, tuple[int, int] | None]
"""The answering draft, the draft it answers, and the characters of the anaphor."""


def link_answers(laid: LaidOut, drafts: Sequence[Draft], meant: dict[int, Figure]) -> list[Link]:
    """At most one link a draft, always to an earlier one of another speaker.

    "Rusia membantah laporan tersebut" answers the nearest earlier statement whose act fits the noun "laporan"; a
    denial that repeats its topic answers the nearest statement that shares its words; a reply answers the question.
    """
    acts = [act_of(laid, draft) for draft in drafts]
    links: list[Link] = []
    for k, draft in enumerate(drafts):
        anaphor, points, noun = _anaphor(laid, draft, acts[k])
        target = _named_inside(laid, drafts, k, acts[k])
        if target is not None:
            anaphor = drafts[target].cue
        elif anaphor is not None:
            target = _nearest(laid, drafts, acts, k, points, noun, meant)
        elif k and acts[k - 1] == "ask" and _replies(laid, draft, drafts[k - 1]):
            target = k - 1
        elif draft.rule == "colon-label" and (asked := _question_before(drafts, acts, k)) is not None:
            target = asked
        elif acts[k] in ANSWERING or _denied(draft):
            target = _by_topic(laid, drafts, acts, k, meant)
        if target is not None:
            links.append((k, target, anaphor))
    return links


def _named_inside(laid: LaidOut, drafts: Sequence[Draft], k: int, act: Act) -> int | None:
    """ "rejected the suggestion that …": the content names what it answers, with a clause of its own."""
    draft = drafts[k]
    if not (act in ANSWERING or act == "opine" or _denied(draft) or draft.rule == "subject-verb") or draft.cue is None:
        return None
    start = draft.contents[0][0]
    near = range(max(0, k - NEAR_DRAFTS), min(k + NEAR_DRAFTS + 1, len(drafts)))
    for j in near:
        other = drafts[j]
        if j == k or other.rule != "noun-that" or other.cue is None or other.sentence != draft.sentence:
            continue
        if start <= other.cue[0] <= start + NEAR_CHARS and (_denied(draft) or act in ANSWERING or _judged(draft, other)):
            return j
    return None


def _judged(draft: Draft, inner: Draft) -> bool:
    """ "mengatakan tuduhan bahwa … tidak adil": the content says something of the noun behind its clause, or is about it."""
    return draft.contents[-1][1] >= inner.contents[-1][1] and inner.cue is not None and inner.cue[0] == draft.contents[0][0]


def _question_before(drafts: Sequence[Draft], acts: Sequence[Act], k: int) -> int | None:
    """For an answer of a transcript: the question before it, or what the question says that somebody said."""
    for j in range(k - 1, max(-1, k - 4), -1):
        if drafts[j].rule == "colon-label":
            return (j + 1 if j + 1 < k else j) if acts[j] == "ask" or j + 1 < k else None
    return None


def _denied(draft: Draft) -> bool:
    return draft.form is not None and not draft.form.holds and not draft.conceded


def _replies(laid: LaidOut, draft: Draft, question: Draft) -> bool:
    """A: behind Q:, or "menjawab" behind a question."""
    if draft.rule == "colon-label":
        return question.rule == "colon-label"
    word = laid.text[draft.cue[0] : draft.cue[1]].lower() if draft.cue else ""
    return word in laid.lang.singles["replying"] and draft.sentence - question.sentence <= 1


def _anaphor(laid: LaidOut, draft: Draft, act: Act) -> tuple[tuple[int, int] | None, frozenset[str], str]:
    """The words in the content that point at something said, the acts that they can point at, and the noun."""
    tokens, lang = laid.tokens, laid.lang
    nouns = lang.nouns
    if (
        draft.cue is not None
        and not laid.text[draft.cue[1] : draft.contents[0][0]].strip()
        and laid.text[slice(*draft.contents[0])] == lang.enclitic
    ):
        return draft.contents[0], frozenset(), ""
    for start, end in draft.contents:
        first, last = tokens.at(start), tokens.at(end) - 1
        if laid.quote_of[first] >= 0 and act != "deny":
            continue
        for i in range(first, min(first + 5, last + 1)):
            form = nouns.get(tokens.lower[i])
            if form is None:
                continue
            stretch = _pointing(laid, i, first, last)
            if stretch is not None and (act in ANSWERING or _denied(draft) or laid.quote_of[first] >= 0 or act == "opine"):
                return stretch, form.points, tokens.lower[i]
        if act == "deny" and tokens.lower[first] in lang.singles["bare_pointers"] and (last - first < 2 or laid.quote_of[first] >= 0):
            return laid.span(first, first), frozenset(), ""
    return None, frozenset(), ""


def _pointing(laid: LaidOut, i: int, first: int, last: int) -> tuple[int, int] | None:
    """The pointing phrase: "laporan tersebut", "the claim", a bare "klaim" that is the whole content."""
    lower, lang = laid.tokens.lower, laid.lang
    if lang.code == "id":
        if i < last and lower[i + 1] in lang.singles["definite"]:
            return laid.span(i, i + 1)
        return laid.span(i, i) if first == last else None
    if i > 0 and lower[i - 1] in lang.singles["pointers"] and not (i < last and lower[i + 1] in lang.singles["complementizers"]):
        return laid.span(max(i - 1, first), i)
    return None


def _nearest(
    laid: LaidOut, drafts: Sequence[Draft], acts: Sequence[Act], k: int, points: frozenset[str], noun: str, meant: dict[int, Figure]
) -> int | None:
    """The nearest earlier statement made with the noun's own verb, else one whose act it can mean; not by the same speaker.

    "the testimony" is what somebody testified, "tuduhan itu" what somebody menuduh: the second to fifth letters agree.
    """
    fallback = None
    root = noun[1:5]
    nearest_first = range(k - 1, max(-1, k - 1 - ANSWER_REACH), -1)
    for j in nearest_first:
        cue = drafts[j].cue
        if (
            len(root) == len("root")
            and cue is not None
            and root in laid.text[slice(*cue)].lower()
            and not _same_speaker(drafts[j], drafts[k], meant)
        ):
            return j
    for j in nearest_first:
        if _same_speaker(drafts[j], drafts[k], meant) or drafts[j].rule == "nested" or _answers_itself(drafts[j]):
            continue
        if acts[j] == "deny" and "deny" not in points:
            continue
        if not points or acts[j] in points:
            return j
        if fallback is None:
            fallback = j
    return fallback


def _answers_itself(draft: Draft) -> bool:
    return draft.form is not None and not draft.form.holds and draft.contents[0][1] - draft.contents[0][0] < 25


def _by_topic(laid: LaidOut, drafts: Sequence[Draft], acts: Sequence[Act], k: int, meant: dict[int, Figure]) -> int | None:
    """The nearest other statement that shares enough of the words of the content; in a lead, also one that follows."""
    mine = _words(laid, drafts[k])
    best: tuple[int, int] | None = None
    order = [*range(k - 1, max(-1, k - 1 - ANSWER_REACH), -1), *(range(k + 1, min(k + 4, len(drafts))) if k == 0 else ())]
    for j in order:
        if _same_speaker(drafts[j], drafts[k], meant) or acts[j] in ("deny", "request", "ask"):
            continue
        shared = len(mine & _words(laid, drafts[j]))
        if shared >= min(SHARED_WORDS, max(1, len(mine) - 1)) and (best is None or shared > best[0]):
            best = (shared, j)
    return best[1] if best is not None else None


def _words(laid: LaidOut, draft: Draft) -> set[str]:
    return {_stem(laid, word) for start, end in draft.contents for word in WORD.findall(laid.text[start:end].lower())}


def _stem(laid: LaidOut, word: str) -> str:
    """A word without its commonest endings, enough to match "mengirim" with "dikirim" by its end and "sending" with "sent"."""
    for prefix in laid.lang.affixes["prefixes"]:
        if word.startswith(prefix) and len(word) - len(prefix) >= 4:
            word = word[len(prefix) :]
            break
    for ending in laid.lang.affixes["endings"]:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _same_speaker(a: Draft, b: Draft, meant: dict[int, Figure]) -> bool:
    mine = {id(meant[id(p)]) for p in a.parties if id(p) in meant}
    return bool(mine) and mine == {id(meant[id(p)]) for p in b.parties if id(p) in meant}
