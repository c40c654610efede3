"""Answers: which other statement a denial, confirmation or reaction is about, by its pointing noun, its speaker or topic."""

from __future__ import annotations

import re
from collections.abc import Sequence

from saksi.limits import ANSWER_REACH
from saksi.reading.anaphors import ANSWERING, Anaphor, anaphor_of, denied
from saksi.reading.drafts import Draft
from saksi.reading.figure import Figure
from saksi.reading.laid_out import LaidOut
from saksi.reading.stance import act_of
from saksi.records.statement import Act

WORD = re.compile(r"\w{2,}")
SHORTEST_WORD = 4
"""Letters of a word that two statements can be said to share."""
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
SHARED_WORDS = 2
"""Content words that a denial without a pointing noun must share with what it denies."""
NEAR_DRAFTS = 4
"""Statements of one sentence that may stand between a claim and who rejects it."""
NEAR_CHARS = 40
"""How far into a content the noun stands that names what it answers."""
ROOT_REACH = 12
"""Statements back to which a noun prefers its own verb ("tuduhan" and menuduh) before a nearer statement."""
LONGEST_ARTICLE = 4
"""Characters of an article with its blank."""
SHARED_PART = 0.25
"""Part of a denial's content words that what it denies must share."""
CONFIRM_REACH = 8
"""Statements back to which an admission without a pointing noun can point; it says something new more often than a denial does."""
LONGEST_RUN = 3
"""Statements of one speaker in a row of which a noun means the one that matters, not the last."""
AHEAD = 4
"""Statements ahead of a denial in the lead that it may answer."""
ALL_BUT_NOUN = 25
"""Characters of a content that is little more than a pointing noun ("laporan yang beredar itu")."""

Link = tuple[int, int, tuple[int, int] | None]
"""The answering draft, the draft it answers, and the characters of the anaphor."""


def link_answers(laid: LaidOut, drafts: Sequence[Draft], meant: dict[int, Figure]) -> list[Link]:
    """At most one link a draft, to a statement of another speaker.

    "Rusia membantah laporan tersebut" answers the nearest earlier statement whose act fits the noun "laporan"; a
    denial that repeats its topic answers the nearest statement that shares its words; a reply answers the question.
    """
    acts = [act_of(laid, draft) for draft in drafts]
    links: list[Link] = []
    for k in range(len(drafts)):
        target, span = _answered(laid, drafts, acts, k, meant)
        if links and links[-1][0] == k - 1 and _goes_on(laid, drafts, k, meant, target, span):
            target = links[-1][1]
        if target is not None:
            links.append((k, target, span))
    return links


def _answered(
    laid: LaidOut, drafts: Sequence[Draft], acts: Sequence[Act], k: int, meant: dict[int, Figure]
) -> tuple[int | None, tuple[int, int] | None]:
    """The statement that draft `k` answers, and the characters that point at it."""
    draft = drafts[k]
    target = _named_inside(laid, drafts, k, acts[k])
    if target is None:
        target = _found_false(laid, drafts, k)
    if target is not None:
        return target, drafts[target].cue
    if k and acts[k - 1] == "ask" and draft.rule != "colon-label" and _replies(laid, draft, drafts[k - 1]):
        return k - 1, None
    if k + 1 < len(drafts) and acts[k + 1] == "ask" and draft.sentence == drafts[k + 1].sentence and _replies(laid, draft, drafts[k + 1]):
        return k + 1, None
    anaphor = anaphor_of(laid, draft, acts[k])
    if anaphor is not None:
        return _pointed_at(laid, drafts, acts, k, anaphor, meant), (anaphor.start, anaphor.end)
    if draft.rule == "colon-label":
        return (_question_before(drafts, acts, k) if acts[k] != "ask" else None), None
    if (acts[k] == "confirm" and _bears_out(laid, draft)) or acts[k] == "deny" or denied(draft):
        return _by_topic(laid, drafts, acts, k, meant), None
    return None, None


def _bears_out(laid: LaidOut, draft: Draft) -> bool:
    """Whether the cue confirms what somebody else said ("membenarkan", not "mengakui"), or denies no more than it must."""
    return draft.conceded or (draft.cue is not None and laid.text[slice(*draft.cue)].lower() in laid.lang.singles["bearing_out"])


def _goes_on(
    laid: LaidOut, drafts: Sequence[Draft], k: int, meant: dict[int, Figure], target: int | None, span: tuple[int, int] | None
) -> bool:
    """Whether a draft only words the answer before it: Lund cast doubt on that: "…"; "Itu rumor," by who has just denied it."""
    if target is None:
        return drafts[k].rule == "colon-quote" and _same_sentence(drafts, k)
    same = laid.sentences[drafts[k].sentence].paragraph == laid.sentences[drafts[k - 1].sentence].paragraph
    bare = span is not None and laid.tokens.lower[laid.tokens.at(span[0])] in laid.lang.singles["bare_pointers"]
    return same and bare and _same_speaker(drafts[k], drafts[k - 1], meant)


def _same_sentence(drafts: Sequence[Draft], k: int) -> bool:
    return drafts[k].sentence == drafts[k - 1].sentence


def _named_inside(laid: LaidOut, drafts: Sequence[Draft], k: int, act: Act) -> int | None:
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
    asked = draft.sentence == question.sentence and not question.parties and question.contents[-1][1] <= draft.start
    return asked or (yes_or_no and question.start < draft.start)


def _pointed_at(
    laid: LaidOut, drafts: Sequence[Draft], acts: Sequence[Act], k: int, anaphor: Anaphor, meant: dict[int, Figure]
) -> int | None:
    """What the anaphor means: a statement of its owner; one made with its own verb; the nearest that fits; in the lead one ahead.

    "the testimony" is what somebody testified, "tuduhan itu" what somebody menuduh: the second to fifth letters agree.
    """
    nearest_first = [
        j
        for j in range(k - 1, max(-1, k - 1 - ANSWER_REACH), -1)
        if not _same_speaker(drafts[j], drafts[k], meant) and (acts[j] != "deny" or "deny" in anaphor.points)
    ]
    if anaphor.owner:
        owned = [j for j in nearest_first if _said_by(laid, drafts[j], anaphor.owner, meant)]
        own_verb = next((j for j in owned if _of_root(laid, drafts[j], anaphor.noun)), None)
        if owned:
            return own_verb if own_verb is not None else next((j for j in owned if acts[j] in anaphor.points), owned[0])
        near = (j for j in nearest_first if k - j <= ROOT_REACH and _of_root(laid, drafts[j], anaphor.noun))
        return next(near, None)
    figures = set(FIGURE.findall(laid.text[anaphor.start : anaphor.end]))
    if figures:
        return next((j for j in nearest_first if any(figures <= set(FIGURE.findall(laid.text[a:b])) for a, b in drafts[j].contents)), None)
    verb = "" if anaphor.points == {"deny"} else anaphor.noun
    own_verb = next((j for j in nearest_first if k - j <= ROOT_REACH and _of_root(laid, drafts[j], verb)), None)
    if own_verb is not None or drafts[k].rule == "hearsay":
        return own_verb
    candidates = [j for j in nearest_first if drafts[j].rule != "nested" and not _answers_itself(drafts[j])]
    if not anaphor.noun:
        candidates = [j for j in candidates if not _inside_another(drafts, j, candidates)]
    if candidates and not drafts[candidates[0]].parties and drafts[k].sentence - drafts[candidates[0]].sentence <= 1:
        return candidates[0]
    fits = next((j for j in candidates if not anaphor.points or acts[j] in anaphor.points), None)
    if fits is not None:
        return _which_of_run(laid, drafts, acts, k, fits, meant, named_only=not anaphor.noun)
    return next(iter(candidates), None) if candidates else _ahead(laid, drafts, acts, k, anaphor, meant)


def _inside_another(drafts: Sequence[Draft], j: int, candidates: Sequence[int]) -> bool:
    """Whether a statement stands within another candidate of its sentence, which a bare "this" means first."""
    cue = drafts[j].cue
    near = [drafts[i] for i in candidates if i != j and abs(i - j) <= NEAR_DRAFTS and drafts[i].sentence == drafts[j].sentence]
    near = [other for other in near if other.rule != "colon-label"]
    return cue is not None and any(a <= cue[0] < b for other in near for a, b in other.contents)


def _of_root(laid: LaidOut, draft: Draft, noun: str) -> bool:
    root = noun[1:5]
    return len(root) == len("root") and draft.cue is not None and root in laid.text[slice(*draft.cue)].lower()


def _said_by(laid: LaidOut, draft: Draft, owner: frozenset[str], meant: dict[int, Figure]) -> bool:
    """Whether the owner of a claim ("Moscow's") made this statement or handed it on."""
    for party in [*draft.parties, *draft.relay]:
        figure = meant.get(id(party))
        words = figure.words() if figure is not None else set(laid.text[party.start : party.end].lower().split())
        if owner <= words or owner & set(laid.text[party.start : party.end].lower().split()):
            return True
    return False


def _which_of_run(
    laid: LaidOut, drafts: Sequence[Draft], acts: Sequence[Act], k: int, nearest: int, meant: dict[int, Figure], *, named_only: bool
) -> int:
    """Of a speaker's statements in a row the first that names who answers, else the first, or where `named_only` the last.

    Of a long row the last, too.
    """
    run = [nearest]
    for j in range(nearest - 1, -1, -1):
        if drafts[j].rule == "nested" or not drafts[j].parties:
            continue
        far = laid.sentences[drafts[run[-1]].sentence].paragraph - laid.sentences[drafts[j].sentence].paragraph > 1
        if far or not _same_speaker(drafts[j], drafts[nearest], meant) or acts[j] in ("deny", "ask"):
            break
        run.append(j)
    if len(run) > LONGEST_RUN:
        return nearest
    names = _names(drafts[k], meant)
    naming = [j for j in run if names & _spelt(laid, drafts[j])]
    return min(naming or ([nearest] if named_only else run))


def _names(draft: Draft, meant: dict[int, Figure]) -> set[str]:
    """The words of the names of a statement's speakers and of the bodies that they belong to, in lower case."""
    figures = [meant[id(party)] for party in draft.parties if id(party) in meant]
    return {
        word
        for figure in figures
        if figure.named
        for form in (*figure.forms, *figure.affiliations, *(figure.descriptions if figure.kind == "state" else ()))
        for word in form.lower().split()
        if len(word) > 1
    }


def _spelt(laid: LaidOut, draft: Draft) -> set[str]:
    """The words of a content as they are spelt, in lower case."""
    return {word for start, end in draft.contents for word in WORD.findall(laid.text[start:end].lower())}


def _ahead(laid: LaidOut, drafts: Sequence[Draft], acts: Sequence[Act], k: int, anaphor: Anaphor, meant: dict[int, Figure]) -> int | None:
    """In the lead a denial may stand before what it denies: "Norway denied the report. Reuters had reported …"."""
    for j in range(k + 1, min(k + 1 + AHEAD, len(drafts))):
        reported = acts[j] in ("report", "accuse") or bool(drafts[j].relay) or _of_root(laid, drafts[j], anaphor.noun)
        if anaphor.noun and reported and not _same_speaker(drafts[j], drafts[k], meant) and drafts[j].sentence > drafts[k].sentence:
            return j
    return None


def _answers_itself(draft: Draft) -> bool:
    return draft.form is not None and not draft.form.holds and draft.contents[0][1] - draft.contents[0][0] < ALL_BUT_NOUN


def _by_topic(laid: LaidOut, drafts: Sequence[Draft], acts: Sequence[Act], k: int, meant: dict[int, Figure]) -> int | None:
    """The nearest other statement that shares enough of the words of the content, else an accusation of who denies.

    In a lead, also one that follows.
    """
    mine = _words(laid, drafts[k])
    best: tuple[int, int] | None = None
    reach = ANSWER_REACH
    enough = min(SHARED_WORDS, max(1, len(mine) - 1))
    if acts[k] == "confirm":
        reach = CONFIRM_REACH
        enough = 1 if _known_thing(laid, drafts[k]) else SHARED_WORDS
    order = [*range(k - 1, max(-1, k - 1 - reach), -1), *(range(k + 1, min(k + AHEAD, len(drafts))) if k == 0 else ())]
    for j in order:
        if _same_speaker(drafts[j], drafts[k], meant) or acts[j] in ("deny", "request", "ask"):
            continue
        shared = len(mine & _words(laid, drafts[j]))
        accuses = acts[j] == "accuse" and acts[k] == "deny"
        if shared >= max(enough, len(mine) * SHARED_PART) and (best is None or shared + accuses > best[0]):
            best = (shared + accuses, j)
    if best is not None or acts[k] != "deny":
        return best[1] if best is not None else None
    names = _names(drafts[k], meant)
    near = range(k - 1, max(-1, k - 1 - NEAR_DRAFTS), -1)
    return next((j for j in near if acts[j] == "accuse" and names & _spelt(laid, drafts[j])), None)


def _known_thing(laid: LaidOut, draft: Draft) -> bool:
    """ "membenarkan penggeledahan itu", "confirmed the raid": a thing that has been spoken of, not a clause."""
    first, last = laid.tokens.at(draft.start), laid.tokens.at(draft.contents[-1][1]) - 1
    if last - first >= NEAR_DRAFTS or not laid.tokens.word(max(last, 0)):
        return False
    end = first if laid.lang.code == "en" else last
    return laid.tokens.lower[min(end, len(laid.tokens) - 1)] in laid.lang.singles["definite"]


def _words(laid: LaidOut, draft: Draft) -> set[str]:
    """The content words of a statement, by their stems."""
    spelt = _spelt(laid, draft) - laid.lang.closed - laid.lang.singles["finite"] - laid.lang.singles["many"]
    return {_stem(laid, word) for word in spelt if len(word) >= SHORTEST_WORD}


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


def _same_speaker(a: Draft, b: Draft, meant: dict[int, Figure]) -> bool:
    mine = {id(meant[id(p)]) for p in a.parties if id(p) in meant}
    return bool(mine) and mine == {id(meant[id(p)]) for p in b.parties if id(p) in meant}
