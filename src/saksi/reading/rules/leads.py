"""Leads: what stands before a speaker or cue, and whether it is part of what was said or only frames it."""

from __future__ import annotations

from typing import Final

from saksi.reading.drafts import Hit, content_stretch
from saksi.reading.rules.scene import Scene
from saksi.reading.subjects import Subject
from saksi.reading.verbs import finite_at, past_like, verb_like

DATELINE_TOKENS: Final = 16


def said_before(scene: Scene, token: int, quote: int) -> list[tuple[int, int]]:
    """The contents that end before `token`: a quote with the words that lead into it, or the clause."""
    laid = scene.laid
    first = scene.first
    quoted = laid.tokens.starts[laid.closing[quote]] if quote >= 0 else -1
    for draft in scene.drafts:
        if quoted >= 0 and draft.start < laid.tokens.starts[quote] and quoted <= draft.contents[-1][1]:
            continue
        if draft.cue is not None and draft.where < token and draft.rule != "hearsay" and (quote >= 0 or laid.lang.code == "id"):
            first = max(first, laid.tokens.at(draft.contents[-1][1]), draft.where + 1)
    first = over_lead(scene, first, token, quote)
    if laid.lang.code == "en" and quote < 0:
        first = _inner_lead(scene, first, token)
    if quote >= 0 and first <= quote:
        lead = [i for i in range(first, quote) if laid.tokens.word(i)]
        if not lead or _lead_is_frame(scene, first, quote):
            first = quote
    stretch = content_stretch(laid, first, token - 1)
    return [stretch] if stretch else []


def _inner_lead(scene: Scene, first: int, token: int) -> int:
    """Behind a colon, and behind all where only "where" or "who" stands before the insertion ("in Leeds, where, she says, …")."""
    words, lower, sets = scene.laid.tokens.words, scene.laid.tokens.lower, scene.laid.lang.singles
    last = token - 1
    while last > first and words[last] == ",":
        last -= 1
    if last > first and words[last - 1] == "," and (lower[last] in sets["relative"] or lower[last] in sets["question_words"]):
        return token
    return next((i + 1 for i in range(last, first, -1) if words[i] in ":;" and scene.laid.quote_of[i] < 0), first)


def over_lead(scene: Scene, first: int, token: int, quote: int) -> int:
    """Behind a dateline or a connective that is not part of what was said."""
    laid = scene.laid
    words = laid.tokens.words
    if first == scene.first and _opens_paragraph(scene):
        first = _over_dateline(scene, token, quote)
    size = laid.lang.classes["discourse"].length(laid.tokens.lower, first)
    if size and first + size < token and words[first + size] in ",":
        first += size + 1
    while first < token and words[first] in ",\n":
        first += 1
    return first


def _opens_paragraph(scene: Scene) -> bool:
    """Whether the sentence is the first of its paragraph, as one with a dateline is."""
    before = scene.number - 1
    return before < 0 or scene.laid.sentences[before].paragraph != scene.laid.sentences[scene.number].paragraph


def _over_dateline(scene: Scene, token: int, quote: int) -> int:
    """Behind "NIAMEY, Niger (Reuters) - ": capitals, figures and brackets up to a dash between blanks."""
    laid = scene.laid
    words = laid.tokens.words
    for i in range(scene.first, min(scene.first + DATELINE_TOKENS, token)):
        if words[i] in "-–—" and i > scene.first and laid.tokens.ends[i - 1] != laid.tokens.starts[i] and (quote < 0 or i < quote):
            return i + 1
        if words[i][0].islower():
            break
    return scene.first


def _lead_is_frame(scene: Scene, first: int, quote: int) -> bool:
    """Whether the words before a quote only frame it ("Menurut dia:", "Lalu,") and are no part of it."""
    laid = scene.laid
    if laid.lang.code == "id" and quote - first == 2 and laid.tokens.words[quote - 1] not in ",:;" and not laid.tokens.capital(quote + 1):
        return all(laid.tokens.lower[i] in laid.lang.closed for i in range(first, quote))
    return quote - first <= 2 or laid.tokens.words[quote - 1] == ":"


def complete(scene: Scene, contents: list[tuple[int, int]]) -> bool:
    """Whether the words form a clause of their own, with a finite verb, so that what follows does not complete them."""
    laid = scene.laid
    tokens = laid.tokens
    return any(
        finite_at(laid, i) or verb_like(laid, i) or past_like(laid, i)
        for start, end in contents
        for i in range(tokens.at(start), tokens.at(end))
    )


def main_clause(scene: Scene, first: int, last: int) -> bool:
    """Whether a clause that can be said stands from token `first` to `last`, not a phrase with something about it.

    "The bridge, which was old, had failed" has one; "The sergeant, who led the inquiry" and "The aide, accused of theft" have none.
    """
    laid = scene.laid
    commas = [i for i in range(first, last + 1) if laid.tokens.words[i] == "," and laid.quote_of[i] < 0]
    hanging = False
    for begin, end in zip([first, *(comma + 1 for comma in commas)], [*(comma - 1 for comma in commas), last], strict=True):
        hanging = begin > first and begin <= end and not hanging and _hangs_on(scene, begin, end)
        if begin <= end and not hanging and _predicates(scene, begin, end):
            return True
    return False


def _hangs_on(scene: Scene, begin: int, end: int) -> bool:
    """Whether a stretch behind a comma only describes the noun before it: it opens with a relative ("two of whom") or a participle."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    described = lower[begin].endswith("ing") or past_like(laid, begin) or lower[begin] in sets["irregular_participles"]
    return described or any(lower[i] in sets["relative"] for i in range(begin, min(begin + FARTHEST_RELATIVE, end) + 1))


FARTHEST_RELATIVE: Final = 2
"""Tokens from a comma to the relative that it opens ("some of whom", "in which")."""


def _predicates(scene: Scene, begin: int, end: int) -> bool:
    """Whether a stretch has a finite verb of its own: behind a relative one more than the relative's ("those who fled were safe")."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    owed = False
    for i in range(begin, end + 1):
        if lower[i] in sets["relative"] and i > begin and lower[i - 1] not in sets["but"] | sets["coordinators"]:
            owed = True
        elif finite_at(laid, i) or verb_like(laid, i) or past_like(laid, i):
            if finite_at(laid, i - 1) and i > begin:
                continue
            if not owed:
                return True
            owed = False
    return False


def frames_only(scene: Scene, token: int) -> bool:
    """Whether what stands before the subject only says when, where or in answer to what it was said."""
    laid = scene.laid
    lower, lang = laid.tokens.lower, laid.lang
    first = over_lead(scene, scene.first, token, -1)
    if first >= token:
        return True
    if (
        lang.classes["discourse"].length(lower, first)
        or lower[first] in lang.singles["time_words"]
        or lower[first] in lang.singles["frame_words"]
    ):
        return True
    near = range(first + 1, min(first + 4, token))
    if lower[first] not in lang.singles["adverbial_openers"] and lower[first] not in lang.singles["prepositions"]:
        return False
    return any(
        lower[i] in lang.singles["time_words"] or lang.classes["speech_venues"].length(lower, i) or lower[i] in lang.singles["said_in"]
        for i in near
    )


def sets_scene(scene: Scene, hit: Hit, first: int) -> bool:
    """Whether an Indonesian adverbial before the speaker only says where or when ("Di Kupang, X mengatakan"); of a view it is a part."""
    laid = scene.laid
    word, sets = laid.tokens.lower[first], laid.lang.singles
    if word in sets["scene_openers"]:
        return hit.form.act != "opine"
    last = next((i for i in range(first + 1, hit.first) if laid.tokens.words[i] == ","), first)
    if (
        last > first + 1
        and all(laid.tokens.capital(i) or not laid.tokens.words[i].isalpha() for i in range(first, last))
        and laid.lang.code == "id"
    ):
        return True
    return word in sets["place_openers_alone"] and last > first + 1 and all(laid.tokens.capital(i) for i in range(first + 1, last))


def fronted(scene: Scene, hit: Hit, subject: Subject) -> list[tuple[int, int]]:
    """What stands before the subject and belongs to the content: "Dengan hub itu, Karen berharap, Indonesia bisa …"."""
    laid = scene.laid
    words, lang = laid.tokens.words, laid.lang
    if lang.code != "id" or hit.last + 1 > scene.right or words[hit.last + 1] != "," or subject.first <= scene.first + 1:
        return []
    if words[subject.first - 1] != "," or scene.left_of(hit) != scene.first:
        return []
    first = over_lead(scene, scene.first, subject.first, -1)
    if first >= subject.first - 2 or frames_only(scene, subject.first):
        return []
    if sets_scene(scene, hit, first):
        return []
    stretch = content_stretch(laid, first, subject.first - 1)
    return [stretch] if stretch else []
