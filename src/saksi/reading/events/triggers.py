"""Triggers: the words that tell or name an event, and whether they do here ("attacks" the verb, "attacks" the noun)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from saksi.reading.events.scene import Scene
from saksi.reading.verbs import finite_at, manner_adverb, over_adverbs, past_like
from saksi.words.frames import FrameForm, frames

FARTHEST_DETERMINER = 3
"""Tokens from a noun back to the determiner of its phrase ("a deadly suicide attack")."""

FARTHEST_OBJECT = 6
"""Tokens behind a verb in which the word stands that decides what it means ("lifted a decade of sanctions")."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Tokens `first` to `last`, the form that fits, and whether it is passive ("was shelled", "diserang") or a noun."""

    first: int
    last: int
    form: FrameForm
    passive: bool
    noun: bool


def find_triggers(scene: Scene, first: int, last: int) -> Iterator[Trigger]:
    """The triggers between two tokens, in order, none inside another."""
    lower = scene.laid.tokens.lower
    known = frames(scene.laid.lang.code)
    behind = first
    for i in range(first, last + 1):
        if i < behind or lower[i] not in known.by_first or not _free(scene, i):
            continue
        found = _fitting(scene, i, known.at(lower, i), last)
        if found is not None:
            yield found
            behind = found.last + 1


def _free(scene: Scene, i: int) -> bool:
    """Whether a token stands in no name: "Strike" in "Operation Desert Strike" tells nothing, a demonym may."""
    name = scene.name_at(i)
    return name is None or (name.kind == "person" and not scene.laid.tokens.capital(i))


def _fitting(scene: Scene, i: int, forms: tuple[FrameForm, ...], last: int) -> Trigger | None:
    for form in forms:
        end = i + len(form.words) - 1
        if end > last or (form.frame.objects and not _has_object(scene, end + 1, last, form.frame.objects)):
            continue
        if form.voice == "noun":
            if _named(scene, i, end):
                return Trigger(i, end, form, passive=False, noun=True)
        elif _told(scene, i, end, form):
            return Trigger(i, end, form, passive=_passive(scene, i, form), noun=False)
    return None


def _has_object(scene: Scene, begin: int, last: int, objects: frozenset[str]) -> bool:
    lower = scene.laid.tokens.lower
    return any(lower[i] in objects or lower[i].removesuffix("s") in objects for i in range(begin, min(begin + FARTHEST_OBJECT, last + 1)))


def _named(scene: Scene, first: int, last: int) -> bool:
    """Whether a form stands as a noun. Indonesian nouns have forms of their own."""
    laid = scene.laid
    if laid.lang.code == "id":
        return True
    lower, sets = laid.tokens.lower, laid.lang.singles
    if first == 0 or len(laid.tokens.words[first]) == 0:
        return True
    before = lower[first - 1]
    if before in sets["clause_subjects"] or before == "to" or before in sets["negators"] - {"no", "without"}:
        return False
    after = lower[last + 1] if last + 1 < len(lower) else ""
    if after in sets["determiners"] or after in sets["objects"]:
        return before in sets["determiners"] or before in ("'s", "’s")
    return (
        _in_phrase(scene, first)
        or after in ("on", "by", "against", "in", "over", "of", "between", "with", "for", ",", ".")
        or finite_at(laid, last + 1)
        if after
        else True
    )


def _in_phrase(scene: Scene, i: int) -> bool:
    """Whether a determiner, possessor, demonym or preposition stands before a word, over a few plain words."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    for k in range(i - 1, max(-1, i - 1 - FARTHEST_DETERMINER), -1):
        word = lower[k]
        if any(word in sets[name] for name in ("determiners", "possessives", "prepositions", "number_words")) or word in ("'s", "’s"):
            return True
        name = scene.name_at(k)
        if name is not None:
            return name.kind in ("state", "organization")
        if not laid.tokens.word(k) or past_like(laid, k) or finite_at(laid, k) or word in sets["coordinators"]:
            return False
    return False


def _told(scene: Scene, first: int, last: int, form: FrameForm) -> bool:
    """Whether a verb form is a verb here, and one that tells."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    before = lower[first - 1] if first else ""
    if laid.lang.code == "id":
        return form.voice in ("active", "passive") or _headlined(scene, first, last)
    if before in sets["determiners"] - {"some", "many", "most", "all"} or before in sets["possessives"]:
        return False
    if form.voice in ("active", "base") and before in sets["prepositions"] and before != "to":
        return False
    if form.voice == "gerund":
        return before not in sets["determiners"]
    return form.voice != "base" or _verbal(scene, first)


def _verbal(scene: Scene, i: int) -> bool:
    """Whether a base form follows "to", an auxiliary or a subject of several: "to attack", "may attack", "rebels attack"."""
    laid = scene.laid
    lower, sets = laid.tokens.lower, laid.lang.singles
    k = i - 1
    while k > 0 and (lower[k] in sets["adverbs"] or lower[k] in sets["negators"] or manner_adverb(laid, k)):
        k -= 1
    if k < 0:
        return False
    if lower[k] == "to" or finite_at(laid, k) or lower[k] in sets["auxiliaries"] or lower[k] in sets["coordinators"]:
        return True
    return lower[k] in ("they", "we", "you", "who") or lower[k].endswith("s") or scene.name_at(k) is not None


def _headlined(scene: Scene, first: int, last: int) -> bool:
    """Whether a bare Indonesian root is a headline's verb: a name before it and something behind ("Rusia Serang Kharkiv")."""
    tokens = scene.laid.tokens
    if first == 0 or last + 1 >= len(tokens):
        return False
    return scene.name_at(first - 1) is not None and tokens.word(last + 1)


def _passive(scene: Scene, i: int, form: FrameForm) -> bool:
    """Whether the subject is whom it befalls."""
    laid = scene.laid
    if laid.lang.code == "id" or form.voice in ("passive",):
        return form.voice == "passive"
    if form.voice not in ("active", "participle"):
        return False
    lower, sets = laid.tokens.lower, laid.lang.singles
    k = over_adverbs(laid, i - 1, max(0, i - 6)) if i else -1
    while k > 0 and lower[k] in sets["negators"]:
        k -= 1
    if k >= 0 and (lower[k] in sets["be"] - {"'s", "’s"} or lower[k] in ("get", "gets", "got")):
        return True
    end = i + len(form.words)
    return end < len(lower) and lower[end] == "by"
