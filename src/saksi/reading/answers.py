"""Answers: which other statement a denial, confirmation or reaction is about, by its pointing noun, its speaker or topic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from saksi.reading.anaphors import ANSWERING, anaphor_of, denied
from saksi.reading.drafts import Draft, kind_of
from saksi.reading.figure import Figure
from saksi.reading.laid_out import LaidOut
from saksi.reading.pointed_at import NEAR_DRAFTS, Pointing, pointed_at, same_speaker
from saksi.reading.same_topic import by_topic
from saksi.reading.stance import act_of
from saksi.records.statement import Act

NEAR_CHARS: Final = 40
"""How far into a content the noun stands that names what it answers."""
LONGEST_ARTICLE: Final = 4
"""Characters of an article with its blank."""

OPENING_WORDS: Final = 4
"""Words of a quotation within which it denies ("There is no need", "Kami tidak pernah")."""

Link = tuple[int, int, tuple[int, int] | None]
"""The answering draft, the draft it answers, and the characters of the anaphor."""


def link_answers(laid: LaidOut, drafts: Sequence[Draft], meant: dict[int, Figure]) -> list[Link]:
    """At most one link a draft, to a statement of another speaker.

    "Rusia membantah laporan tersebut" answers the nearest earlier statement whose act fits the noun "laporan"; a
    denial that repeats its topic answers the nearest statement that shares its words; a reply answers the question.
    """
    acts = [act_of(laid, draft) for draft in drafts]
    links: list[Link] = []
    linked: dict[int, int] = {}
    for k in range(len(drafts)):
        target, span = _answered(laid, drafts, acts, k, meant, linked)
        if k and (k - 1 in linked or denied(drafts[k - 1])) and _goes_on(laid, drafts, k, meant, target, span):
            target = linked.get(k - 1)
        if target is not None:
            linked[k] = target
            links.append((k, target, span))
    return links


def _answered(
    laid: LaidOut, drafts: Sequence[Draft], acts: Sequence[Act], k: int, meant: dict[int, Figure], linked: Mapping[int, int]
) -> tuple[int | None, tuple[int, int] | None]:
    """The statement that draft `k` answers, and the characters that point at it."""
    draft = drafts[k]
    target = _named_inside(drafts, k, acts[k])
    if target is None:
        target = _found_false(laid, drafts, k)
    if target is not None:
        return target, drafts[target].cue
    if k and acts[k - 1] == "ask" and draft.rule != "colon-label" and _replies(laid, draft, drafts[k - 1]):
        return k - 1, None
    inside = k + 1 < len(drafts) and any(a <= drafts[k + 1].start < b for a, b in draft.contents)
    if (
        k + 1 < len(drafts)
        and not inside
        and acts[k + 1] == "ask"
        and draft.sentence == drafts[k + 1].sentence
        and _replies(laid, draft, drafts[k + 1])
    ):
        return k + 1, None
    anaphor = anaphor_of(laid, draft, acts[k])
    if anaphor is not None:
        return pointed_at(Pointing(laid, drafts, acts, k, anaphor, meant, linked)), (anaphor.start, anaphor.end)
    if draft.rule == "colon-label":
        return (_question_before(drafts, acts, k) if acts[k] != "ask" else None), None
    if (acts[k] == "confirm" and _bears_out(laid, draft)) or acts[k] == "deny" or denied(draft):
        return by_topic(laid, drafts, acts, k, meant), None
    return None, None


def _bears_out(laid: LaidOut, draft: Draft) -> bool:
    """Whether the cue confirms what somebody else said ("membenarkan", not "mengakui"), or denies no more than it must."""
    if draft.conceded or draft.cue is None:
        return draft.conceded
    cue = laid.text[slice(*draft.cue)].lower().split()
    return laid.lang.classes["bearing_out"].length(cue, 0) == len(cue)


def _goes_on(
    laid: LaidOut, drafts: Sequence[Draft], k: int, meant: dict[int, Figure], target: int | None, span: tuple[int, int] | None
) -> bool:
    """Whether a draft only words the answer before it: Lund cast doubt on that: "…"; "Itu rumor," by who has just denied it."""
    if target is None:
        if drafts[k].rule == "colon-quote" and _same_sentence(drafts, k):
            return True
        return denied(drafts[k - 1]) and _words_denial(laid, drafts, k, meant)
    same = laid.sentences[drafts[k].sentence].paragraph == laid.sentences[drafts[k - 1].sentence].paragraph
    bare = span is not None and laid.text[slice(*span)].lower().split()[0] in laid.lang.singles["bare_pointers"]
    return same and bare and same_speaker(drafts[k], drafts[k - 1], meant)


def _words_denial(laid: LaidOut, drafts: Sequence[Draft], k: int, meant: dict[int, Figure]) -> bool:
    """Whether who has just denied something goes on in quotation marks with "No …", "There is no …", "It is nowhere near that"."""
    draft, sets = drafts[k], laid.lang.singles
    near = draft.sentence - drafts[k - 1].sentence <= 1 and same_speaker(draft, drafts[k - 1], meant)
    if not near or kind_of(laid, draft.contents) != "direct":
        return False
    first = laid.tokens.at(draft.start)
    opening = laid.tokens.lower[first : first + OPENING_WORDS]
    return opening[0] in sets["bare_pointers"] or any(word in sets["negators"] or word in sets["nobody"] for word in opening)


def _same_sentence(drafts: Sequence[Draft], k: int) -> bool:
    return drafts[k].sentence == drafts[k - 1].sentence


def _named_inside(drafts: Sequence[Draft], k: int, act: Act) -> int | None:
    """ "rejected the suggestion that …": the content names what it answers, with a clause of its own."""
    draft = drafts[k]
    if not (act in ANSWERING or act == "opine" or denied(draft) or draft.rule == "subject-verb") or draft.cue is None:
        return None
    start = draft.contents[0][0]
    near = range(max(0, k - NEAR_DRAFTS), min(k + NEAR_DRAFTS + 1, len(drafts)))
    for j in near:
        other = drafts[j]
        if j == k or other.rule != "noun-that" or other.cue is None or other.sentence != draft.sentence:
            continue
        if start <= other.cue[0] <= start + NEAR_CHARS and (denied(draft) or act in ANSWERING or _judged(draft, other)):
            return j
    return None


def _judged(draft: Draft, inner: Draft) -> bool:
    """ "mengatakan tuduhan bahwa … tidak adil": the content says something of the noun behind its clause, or is about it."""
    if inner.cue is None or draft.contents[-1][1] < inner.contents[-1][1]:
        return False
    return inner.cue[0] - LONGEST_ARTICLE <= draft.contents[0][0] <= inner.cue[0]


def _found_false(laid: LaidOut, drafts: Sequence[Draft], k: int) -> int | None:
    """ "Kabar bahwa X dipastikan tidak benar", "Kabar bahwa X, menurut Y, tidak benar", "The claim that X is false, Y said".

    What a noun held in the same sentence, where the content of draft `k` ends in nothing but a judgement of it.
    """
    draft = drafts[k]
    sets, tokens = laid.lang.singles, laid.tokens
    end = tokens.at(draft.contents[-1][1])
    if draft.rule == "noun-that" or end == 0 or not any(tokens.lower[i] in sets["judging"] for i in range(max(0, end - 3), end)):
        return None
    for j in range(k - 1, max(-1, k - 1 - NEAR_DRAFTS), -1):
        inner = drafts[j]
        if inner.rule != "noun-that" or inner.cue is None or inner.sentence != draft.sentence:
            continue
        opens = all(not tokens.word(i) or tokens.lower[i] in sets["articles"] for i in range(_first(laid, draft), tokens.at(inner.cue[0])))
        return j if opens else None
    return None


def _first(laid: LaidOut, draft: Draft) -> int:
    """The first token of a draft's sentence."""
    return laid.sentences[draft.sentence].first


def _question_before(drafts: Sequence[Draft], acts: Sequence[Act], k: int) -> int | None:
    """For an answer of a transcript: the question before it; where it denies, what the question says that somebody said."""
    for j in range(k - 1, max(-1, k - 4), -1):
        if drafts[j].rule == "colon-label":
            inside = j + 1 < k and acts[k] == "deny"
            return (j + 1 if inside else j) if acts[j] == "ask" or j + 1 < k else None
    return None


def _replies(laid: LaidOut, draft: Draft, question: Draft) -> bool:
    """ "menjawab", "replied" behind a question; "Asked whether …, Lund said"; a quotation that begins with yes or no."""
    word = laid.text[draft.cue[0] : draft.cue[1]].lower() if draft.cue else ""
    if not 0 <= draft.sentence - question.sentence <= 1 and draft.sentence != question.sentence:
        return False
    if word in laid.lang.singles["replying"]:
        return True
    first = min(laid.tokens.at(draft.start), len(laid.tokens) - 1)
    yes_or_no = laid.tokens.lower[first] in laid.lang.singles["yes_or_no"] and laid.quote_of[first] >= 0
    put = question.rule == "asked" or not question.parties
    asked = draft.sentence == question.sentence and put and question.contents[-1][1] <= draft.start
    return asked or (yes_or_no and question.start < draft.start)
